/** @file What every lane shares, and the buttons that train. */
import { lazy, Suspense, useId, useState } from "react";
import { catalogue } from "../../engine/data/catalogue.ts";
import { activationNames, activations, isActivationName } from "../../engine/train/activations.ts";
import { limits, type ModelSpec } from "../../engine/train/experiment.ts";
import { OWN } from "../document/own-data.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { TableIcon } from "../ui/icons.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Explains } from "../ui/Term.tsx";
import { OptimizerFields } from "./OptimizerFields.tsx";
import { RunButtons } from "./RunButtons.tsx";
import { SchedulerFields } from "./SchedulerFields.tsx";
import { parseWidths } from "./widths.ts";

const DataDialog = lazy(async () => ({ default: (await import("../own-data/DataDialog.tsx")).DataDialog }));

export function ExperimentBar() {
  const store = useLosslabStore();
  const experiment = useLosslab(({ document }) => document.experiment);
  const data = useLosslab(({ document }) => document.data);
  const { model } = experiment;
  const change = (part: Partial<typeof experiment>) => setExperiment(store, part);
  return (
    <section className="experiment" aria-label="Experiment">
      <Choice
        label="Data set"
        shown="Data"
        value={experiment.dataset}
        options={[
          ...catalogue.map(({ id, title }): [string, string] => [id, title]),
          ...(data === null ? [] : [[OWN, data.title] as const]),
        ]}
        onChange={(dataset) => change({ dataset })}
      />
      <OwnDataButton />
      <Choice
        label="Model"
        shown="Model"
        value={model.kind}
        options={[
          ["linear", "Linear"],
          ["mlp", "MLP"],
        ]}
        onChange={(kind) =>
          change({
            model: kind === "linear" ? { kind: "linear" } : { kind: "mlp", widths: [32, 32], activation: "tanh" },
          })
        }
      />
      {model.kind === "mlp" && (
        <>
          <Widths model={model} onChange={(widths) => change({ model: { ...model, widths } })} />
          <Choice
            label="Activation"
            shown=""
            value={model.activation}
            title={`${activations[model.activation].formula}. ${activations[model.activation].about}`}
            options={activationNames.map((name) => [name, name])}
            onChange={(activation) => isActivationName(activation) && change({ model: { ...model, activation } })}
          />
        </>
      )}
      <OptimizerFields experiment={experiment} onChange={change} />
      <SchedulerFields experiment={experiment} onChange={change} />
      <NumberField
        label="Batch size"
        shown="Batch"
        value={experiment.batchSize}
        {...limits.batchSize}
        isInteger
        onChange={(batchSize) => change({ batchSize })}
      />
      <NumberField
        label="Seed"
        shown="Seed"
        value={experiment.seed}
        {...limits.seed}
        isInteger
        onChange={(seed) => change({ seed })}
      />
      <NumberField
        label="Steps"
        shown="Steps"
        value={experiment.steps}
        {...limits.steps}
        isInteger
        onChange={(steps) => change({ steps })}
      />
      <MatchFirstStep />
      <span className="spacer" />
      <RunButtons />
    </section>
  );
}

function OwnDataButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button icon quiet"
        aria-haspopup="dialog"
        aria-label="Own data…"
        title="Data of your own: paste or drop a table"
        onClick={() => setIsOpen(true)}
      >
        <TableIcon />
      </button>
      {isOpen && (
        <Suspense>
          <DataDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Sum and mean differ by a factor as large as the batch; with equal first steps curves compare where losses pull, not how hard. */
function MatchFirstStep() {
  const store = useLosslabStore();
  const isOn = useLosslab(({ document }) => document.experiment.matchFirstStep);
  const isAlone = useLosslab(({ document }) => document.lanes.length === 1);
  if (isAlone) return null;
  return (
    <Explains name="match first step">
      <label className="field check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => setExperiment(store, { matchFirstStep: event.target.checked })}
        />
        match first step
      </label>
    </Explains>
  );
}

function Widths({
  model,
  onChange,
}: {
  readonly model: Extract<ModelSpec, { kind: "mlp" }>;
  readonly onChange: (widths: readonly number[]) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? model.widths.join(", ");
  const widths = parseWidths(text);
  return (
    <span className="field">
      <input
        id={id}
        className="number"
        aria-label="Hidden widths"
        title="Widths of the hidden layers"
        aria-invalid={widths === null}
        aria-describedby={widths === null ? `${id}-error` : undefined}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          const parsed = parseWidths(event.target.value);
          if (parsed !== null) onChange(parsed);
        }}
        onBlur={() => {
          if (widths !== null) setTyped(null);
        }}
      />
      {widths === null && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {limits.layers.min} to {limits.layers.max} whole numbers from {limits.width.min} to {limits.width.max}, such
          as 32, 32
        </span>
      )}
    </span>
  );
}
