/** @file What every lane shares, and the buttons that train. */
import { useEffect, useId, useState } from "react";
import { catalogue } from "../../engine/data/catalogue.ts";
import { type Activation, limits, type ModelSpec } from "../../engine/train/experiment.ts";
import { OWN } from "../document/own-data.ts";
import { useController } from "../lanes/controller-context.ts";
import { DataDialog } from "../own-data/DataDialog.tsx";
import { isTrained, isTraining, setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { PlayIcon, TableIcon } from "../ui/icons.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { parseWidths } from "./widths.ts";

const activations: readonly Activation[] = ["tanh", "relu", "sigmoid", "silu"];

export function ExperimentBar() {
  const store = useLosslabStore();
  const experiment = useLosslab(({ document }) => document.experiment);
  const data = useLosslab(({ document }) => document.data);
  const { model, optimizer } = experiment;
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
            options={activations.map((name) => [name, name])}
            onChange={(name) => {
              const activation = activations.find((candidate) => candidate === name);
              if (activation !== undefined) change({ model: { ...model, activation } });
            }}
          />
        </>
      )}
      <Choice
        label="Optimizer"
        shown="Optimizer"
        value={optimizer.name}
        options={[
          ["SGD", "SGD"],
          ["Adam", "Adam"],
        ]}
        onChange={(name) => change({ optimizer: name === "SGD" ? { name: "SGD", momentum: 0 } : { name: "Adam" } })}
      />
      <NumberField
        label="Learning rate"
        shown="lr"
        value={experiment.lr}
        {...limits.lr}
        onChange={(lr) => change({ lr })}
      />
      {optimizer.name === "SGD" && (
        <NumberField
          label="Momentum"
          shown="Momentum"
          value={optimizer.momentum}
          {...limits.momentum}
          onChange={(momentum) => change({ optimizer: { name: "SGD", momentum } })}
        />
      )}
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
      {isOpen && <DataDialog onClose={() => setIsOpen(false)} />}
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
    <label
      className="field check"
      title="Scales each lane's gradient so that all first steps are equally long: curves then compare direction, not scale"
    >
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => setExperiment(store, { matchFirstStep: event.target.checked })}
      />
      match first step
    </label>
  );
}

function RunButtons() {
  const controller = useController();
  const { trainer } = controller;
  const count = useLosslab(({ document }) => document.lanes.length);
  const isRunning = useLosslab(isTraining);
  const isComputing = useLosslab(({ results }) => Object.values(results).some(({ phase }) => phase === "computing"));
  const canTrain = useLosslab(({ results }) => Object.values(results).some(({ compilation }) => compilation?.program));
  const isDone = useLosslab(isTrained);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !event.defaultPrevented) void trainer.train();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [trainer]);

  return (
    <span className="run">
      {/* One takes the other's place: the bar does not grow when something runs. */}
      {isRunning || isComputing ? (
        <button type="button" className="button danger" onClick={() => controller.stop()}>
          Stop
        </button>
      ) : (
        <button type="button" className="button" disabled={!canTrain || isDone} onClick={() => void trainer.step()}>
          Step
        </button>
      )}
      <button type="button" className="button" onClick={() => trainer.reset()}>
        Reset
      </button>
      <button type="button" className="button" disabled={!isRunning} onClick={() => trainer.pause()}>
        Pause
      </button>
      <button
        type="button"
        className="button primary"
        disabled={isRunning || !canTrain}
        title="Ctrl+Enter"
        onClick={() => void trainer.train()}
      >
        <PlayIcon />
        {count === 1 ? "Train" : count === 2 ? "Train both" : "Train all"}
      </button>
    </span>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly shown: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, shown, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className="field">
      {shown !== "" && <label htmlFor={id}>{shown}</label>}
      <select
        id={id}
        className="select"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
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
