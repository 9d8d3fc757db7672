/** @file What the numbers of the model's output mean, where the data leave a choice. */
import type { TableKind } from "../../engine/data/dataset.ts";
import { type Reading, readingKinds, readingLimits, readings } from "../../engine/data/reading.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { Popover } from "../ui/Popover.tsx";
import { parseLevels } from "./parse-levels.ts";
import { TypedField } from "../ui/TypedField.tsx";

/** As the data's kind has it. */
const PLAIN = "plain";
const plainTitles: Readonly<Partial<Record<TableKind, string>>> = {
  numbers: "Predictions of the targets, one each.",
  classes: "Logits, one for each class.",
};

/** `kind`: what the data are when nobody reads them otherwise. */
export function ReadingFields({ kind }: { readonly kind: TableKind }) {
  const store = useLosslabStore();
  const chosen = useLosslab(({ document }) => document.experiment.reading);
  const offered = readingKinds.filter((name) => readings[name].of === kind);
  if (offered.length === 0) return null;
  const reading = chosen !== null && offered.includes(chosen.kind) ? chosen : null;
  // What was chosen for the outputs before is not these outputs' own.
  const change = (next: Reading | null): void => setExperiment(store, { reading: next, output: null });
  return (
    // Beside the shape there is room for a sign, and not for a choice that hardly anybody makes.
    <Popover
      label="What the output means"
      sign={reading === null ? "…" : <span className="is-read">{readings[reading.kind].title}</span>}
    >
      <p className="muted popover-about">{reading === null ? plainTitles[kind] : readings[reading.kind].about}</p>
      <Choice
        label="What the output's numbers are"
        shown="read as"
        value={reading?.kind ?? PLAIN}
        options={[
          [PLAIN, kind === "classes" ? "logits" : "predictions"],
          ...offered.map((name) => [name, readings[name].title] as const),
        ]}
        onChange={(value) => {
          const next = offered.find((name) => name === value);
          change(next === undefined ? null : readings[next].chosen);
        }}
      />
      {reading?.kind === "quantiles" && (
        <TypedField
          label="Levels"
          title="The quantiles' levels, rising: one output each"
          text={reading.levels.join(", ")}
          parse={parseLevels}
          onChange={(chosenLevels) => change({ kind: "quantiles", levels: chosenLevels })}
          wants={levelsWanted}
        />
      )}
    </Popover>
  );
}

const { level, levels } = readingLimits;
const levelsWanted = `${levels.min} to ${levels.max} rising numbers from ${level.min} to ${level.max}, such as 0.1, 0.5, 0.9`;
