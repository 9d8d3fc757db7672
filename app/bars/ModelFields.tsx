/** @file The model: its layers, and the shape of its output for one sample. */
import { useEffect, useState } from "react";
import { defaultOutput } from "../../engine/data/default-output.ts";
import type { TableKind } from "../../engine/data/dataset.ts";
import { kindAsTheyAre } from "../../engine/data/reading.ts";
import { activationNames, activations, isActivationName } from "../../engine/train/activations.ts";
import { limits, type ModelSpec } from "../../engine/train/experiment.ts";
import { useController } from "../lanes/controller-context.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { ReadingFields } from "./ReadingFields.tsx";
import { ShapeField } from "./ShapeField.tsx";
import { TypedField } from "../ui/TypedField.tsx";
import { parseWidths } from "./widths.ts";

export function ModelFields() {
  const store = useLosslabStore();
  const experiment = useLosslab(({ document }) => document.experiment);
  const { model } = experiment;
  const change = (part: Partial<typeof experiment>) => setExperiment(store, part);
  return (
    <>
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
      <Output />
    </>
  );
}

const outputLimits = { dims: limits.outputDims, size: limits.outputSize, numel: limits.outputs };

/** Where nobody has chosen, what the data's kind has. */
function Output() {
  const store = useLosslabStore();
  const controller = useController();
  const experiment = useLosslab(({ document }) => document.experiment);
  const data = useLosslab(({ document }) => document.data);
  const [usual, setUsual] = useState<readonly number[]>([1]);
  const [kind, setKind] = useState<TableKind | null>(null);
  const { dataset: id, toy, reading } = experiment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controller reads these off the document
  useEffect(() => {
    let isGone = false;
    void controller.dataset().then((dataset) => {
      if (isGone || dataset === null || dataset.kind === "tensors") return;
      setUsual(defaultOutput(dataset));
      setKind(kindAsTheyAre(dataset));
    });
    return () => {
      isGone = true;
    };
  }, [controller, id, toy, reading, data]);
  const isUsual = (shape: readonly number[]): boolean => shape.join() === usual.join();
  return (
    <>
      <ShapeField
        label="Output"
        shown="→"
        title="Shape of the model's output for one sample: 1, 3, or 1×16×16"
        value={experiment.output ?? usual}
        limits={outputLimits}
        onChange={(shape) => setExperiment(store, { output: isUsual(shape) ? null : shape })}
      />
      {kind !== null && <ReadingFields kind={kind} />}
    </>
  );
}

interface WidthsProps {
  readonly model: Extract<ModelSpec, { kind: "mlp" }>;
  readonly onChange: (widths: readonly number[]) => void;
}

const widthsWanted = `${limits.layers.min} to ${limits.layers.max} whole numbers from ${limits.width.min} to ${limits.width.max}, such as 32, 32`;

function Widths({ model, onChange }: WidthsProps) {
  return (
    <TypedField
      label="Hidden widths"
      title="Widths of the hidden layers"
      text={model.widths.join(", ")}
      parse={parseWidths}
      onChange={onChange}
      wants={widthsWanted}
    />
  );
}
