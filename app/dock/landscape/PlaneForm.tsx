/** @file Which plane is drawn, how far and how closely; what of a vector; and how far it is. */
import { useLosslab } from "../../store/store-context.ts";
import { Choice } from "../../ui/Choice.tsx";
import { NumberField } from "../../ui/NumberField.tsx";
import { Segments } from "../../ui/Segments.tsx";
import type { LaneSurface } from "./drawn.ts";
import { planeKinds, reaches, sides } from "./lay.ts";
import type { Landscapes, Surveyor } from "./Surveyor.ts";
import { busyWords } from "./words.ts";

interface PlaneFormProps {
  readonly surveyor: Surveyor;
  readonly landscapes: Landscapes;
  readonly surfaces: readonly LaneSurface[];
}

const kindNames = {
  path: "principal directions of the path",
  random: "random directions, filter-normalised",
  parameters: "two parameters",
} as const;

const MOST_SEED = 2 ** 32 - 1;
/** Of a lane's components, so many can be chosen. */
const MOST_COMPONENTS = 64;

export function PlaneForm({ surveyor, landscapes: { wish, lay, busy, isStopped }, surfaces }: PlaneFormProps) {
  const kind = lay?.kind ?? wish.kind ?? "path";
  return (
    <section className="card landscape-form" aria-label="The plane">
      <div className="card-head">
        <Choice
          label="Plane"
          shown="Plane"
          value={kind}
          options={planeKinds.map((each) => [each, kindNames[each]] as const)}
          onChange={(value) => surveyor.wish({ kind: planeKinds.find((each) => each === value) ?? null })}
        />
        {kind === "random" && (
          <NumberField
            label="Seed of the directions"
            shown="seed"
            value={wish.seed}
            min={0}
            max={MOST_SEED}
            isInteger
            onChange={(seed) => surveyor.wish({ seed })}
          />
        )}
        {kind === "parameters" && lay !== null && lay.pair !== null && <PairFields surveyor={surveyor} lay={lay} />}
        <Segments
          label="How far the plane goes"
          options={reaches}
          names={{ "0.5": "½ ×", "1": "1 ×", "2": "2 ×", "4": "4 ×" }}
          value={reaches.find((each) => Number(each) === wish.reach) ?? "1"}
          onChange={(reach) => surveyor.wish({ reach: Number(reach) })}
        />
        <Segments
          label="Places along each direction"
          options={sides}
          names={{ "25": "25²", "41": "41²" }}
          value={sides.find((each) => Number(each) === wish.side) ?? "25"}
          onChange={(side) => surveyor.wish({ side: Number(side) })}
        />
        {surfaces.map(({ lane, found }) => (
          <ComponentChoice
            key={lane}
            surveyor={surveyor}
            lane={lane}
            found={found}
            chosen={wish.components[lane] ?? null}
          />
        ))}
        <output className="muted mono" aria-label="Landscape">
          {busy === null ? "" : busyWords(busy)}
        </output>
        {busy !== null && (
          <button type="button" className="button small" onClick={() => surveyor.stop()}>
            Stop
          </button>
        )}
        {isStopped && (
          <button type="button" className="button small" onClick={() => surveyor.draw()}>
            Draw
          </button>
        )}
      </div>
    </section>
  );
}

function PairFields({ surveyor, lay }: { readonly surveyor: Surveyor; readonly lay: NonNullable<Landscapes["lay"]> }) {
  const [one = 0, two = 1] = lay.pair ?? [];
  const options = lay.choices.map(({ at, name }) => [String(at), name] as const);
  return (
    <>
      <Choice
        label="Parameter across"
        shown=""
        value={String(one)}
        options={options.filter(([at]) => at !== String(two))}
        onChange={(at) => surveyor.wish({ pair: [Number(at), two] })}
      />
      <Choice
        label="Parameter up"
        shown="by"
        value={String(two)}
        options={options.filter(([at]) => at !== String(one))}
        onChange={(at) => surveyor.wish({ pair: [one, Number(at)] })}
      />
    </>
  );
}

interface ComponentChoiceProps {
  readonly surveyor: Surveyor;
  readonly lane: string;
  readonly found: LaneSurface["found"];
  readonly chosen: number | null;
}

function ComponentChoice({ surveyor, lane, found: { components, names }, chosen }: ComponentChoiceProps) {
  const handling = useLosslab(({ document }) => document.lanes.find(({ id }) => id === lane)?.handling.kind);
  if (components < 2) return null;
  const whole = handling === "sum" ? "sum" : handling === "weights" ? "weighted sum" : "mean";
  return (
    <Choice
      label={`Component of lane ${lane}`}
      shown={`of ${lane}`}
      value={chosen === null ? "" : String(chosen)}
      options={[
        ["", `${whole} of all`],
        ...Array.from(
          { length: Math.min(components, MOST_COMPONENTS) },
          (_, i) => [String(i), names?.[i] ?? `component ${i}`] as const,
        ),
      ]}
      onChange={(at) =>
        surveyor.wish({
          components: { ...surveyor.landscapes.getState().wish.components, [lane]: at === "" ? null : Number(at) },
        })
      }
    />
  );
}
