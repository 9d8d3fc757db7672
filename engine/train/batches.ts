/** @file What a run begins with, and the batches it takes: the same for training and for the live evaluation. */
import { retainGrad } from "../autograd/backward.ts";
import { classCount, defaultOutput } from "../data/default-output.ts";
import type { Dataset, TableDataset } from "../data/dataset.ts";
import { type Part, sampleOf, type Split, splitDataset } from "../data/split.ts";
import { tensorOf } from "../data/described-tensor.ts";
import { nowhere, type Surroundings } from "../language/surroundings.ts";
import type { Entry } from "../language/program.ts";
import { needsModelGraph, predictedCount, type SettingFacts, targetCountOf } from "../language/roles.ts";
import type { Sequential } from "../nn/layers.ts";
import { defaultGenerator } from "../random/generator.ts";
import { allocate } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { formatShape, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Experiment } from "./experiment.ts";
import { kindOf } from "./kinds/index.ts";
import { buildModel } from "./model.ts";

/** What a batch looks like to a loss. */
export interface Batch {
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
  readonly surroundings: Surroundings;
  /** Of the targets, those that are descended as the predictions are: a loss may take several of these. */
  readonly leaves?: readonly Tensor[];
}

export interface Start {
  readonly split: Split;
  readonly model: Sequential;
  readonly output: Shape;
}

/** Of one sample of the model's output. */
export const outputOf = (experiment: Experiment, dataset: TableDataset): Shape =>
  experiment.output ?? defaultOutput(dataset);

/** What settings that nobody chose are derived from. */
export function settingFacts(experiment: Experiment, dataset: Dataset): SettingFacts {
  if (dataset.kind === "tensors") {
    const { shape } = dataset.tensors[0];
    const labels = dataset.tensors.find(({ fill }) => fill.kind === "integers");
    const classes = labels?.fill.kind === "integers" ? labels.fill.below : (shape[1] ?? 1);
    return { classes, width: shape.at(-1) ?? 1, rows: shape[0] ?? 1 };
  }
  const output = outputOf(experiment, dataset);
  return { classes: classCount(dataset), width: output.at(-1) ?? 1, rows: experiment.batchSize };
}

/** Seeds the generator and draws the split and the model, in this order: every run and every evaluation begins so. */
export function begin(experiment: Experiment, dataset: TableDataset): Start {
  defaultGenerator.seed(experiment.seed);
  const split = splitDataset(dataset, defaultGenerator);
  const output = outputOf(experiment, dataset);
  return { split, model: buildModel(experiment.model, dataset.inputs.length, output), output };
}

/** The first described tensors, as many as the loss takes for its predictions, to be descended; and the others. */
export function described(
  { tensors }: { readonly tensors: TensorSpecs },
  count: number,
): { leaves: readonly Tensor[]; others: readonly Tensor[] } {
  const all = tensors.map(tensorOf);
  const leaves = all.slice(0, Math.max(1, count));
  for (const leaf of leaves) {
    if (leaf.dtype !== "float32")
      throw new EngineError({
        type: "RuntimeError",
        code: "dtype",
        op: "Tensors",
        message: `Tensors: ${leaves.length === 1 ? "the first tensor is descended, so it" : `the first ${leaves.length} tensors are descended, so each`} must be float32, got ${leaf.dtype}`,
        hint: "Make it float32, or let the loss take something else first.",
        pytorch: "only Tensors of floating point dtype can require gradients",
      });
    leaf.requires_grad = true;
  }
  return { leaves, others: all.slice(leaves.length) };
}

type TensorSpecs = Extract<Dataset, { kind: "tensors" }>["tensors"];

/**
 * What step 0 of the run hands to the loss, with the predictions as a leaf: the live evaluation looks at these. Where the loss asks for the
 * model or its input, the graph goes on there.
 */
export function firstBatch(experiment: Experiment, dataset: Dataset, entry: Entry): Batch {
  defaultGenerator.seed(experiment.seed);
  if (dataset.kind === "tensors") {
    const { leaves, others } = described(dataset, predictedCount(entry));
    const [predictions, ...besides] = leaves;
    return { predictions, targets: [...besides, ...others], surroundings: nowhere, leaves: besides };
  }
  const start = begin(experiment, dataset);
  const { training } = start.split;
  const rows = defaultGenerator.permutation(training.rows.length).subarray(0, experiment.batchSize);
  return givenBatch(start, training, rows, dataset, entry);
}

/** What training will bring of the first target, where that is a number: of tensors, the second one's. */
export function everyTarget(experiment: Experiment, dataset: Dataset): Float64Array {
  if (dataset.kind === "tensors") {
    const [, target] = dataset.tensors;
    return target === undefined ? new Float64Array(0) : Float64Array.from(toContiguousData(tensorOf(target)), Number);
  }
  // What is missing is not expected.
  return Float64Array.from(begin(experiment, dataset).split.training.targets[0]).filter(
    (value) => !Number.isNaN(value),
  );
}

function givenBatch(
  { model, output }: Start,
  part: Part,
  rows: Float64Array,
  dataset: TableDataset,
  entry: Entry,
): Batch {
  const { x, targets } = batchOf(part, rows, dataset, output, entry);
  const surroundings = { inputs: x, model, step: 0, epoch: 0 };
  if (needsModelGraph(entry)) {
    x.requires_grad = true;
    const predictions = predict(model, x);
    retainGrad(predictions);
    return { predictions, targets, surroundings };
  }
  const predictions = withGradMode(false, () => predict(model, x));
  predictions.requires_grad = true;
  return { predictions, targets, surroundings };
}

/** What the same run will hand to the loss later in sizes of their own: the last batch of its first epoch, and the validation rows that are measured on. */
export function laterBatches(experiment: Experiment, dataset: Dataset, entry: Entry): Batch[] {
  if (dataset.kind === "tensors") return [];
  const start = begin(experiment, dataset);
  const { training } = start.split;
  const { validation } = sampleOf(start.split);
  const order = defaultGenerator.permutation(training.rows.length);
  const last = order.subarray(Math.floor((order.length - 1) / experiment.batchSize) * experiment.batchSize);
  return [
    { part: training, rows: last },
    { part: validation, rows: Float64Array.from(validation.rows, (_, i) => i) },
  ].flatMap(({ part, rows }): Batch[] =>
    rows.length === 0 || rows.length === experiment.batchSize ? [] : [givenBatch(start, part, rows, dataset, entry)],
  );
}

/** The first row of the run's first batch by itself; null where there are no rows. */
export function rowOfFirst(experiment: Experiment, dataset: Dataset, entry: Entry): Batch | null {
  if (dataset.kind === "tensors") return null;
  const start = begin(experiment, dataset);
  const rows = defaultGenerator.permutation(start.split.training.rows.length).subarray(0, 1);
  return givenBatch(start, start.split.training, rows, dataset, entry);
}

export function predict(model: Sequential, x: Tensor): Tensor {
  const result = model.forward(x);
  if (!Tensor.isTensor(result)) throw new Error(`internal: the model gave no tensor for shape ${formatShape(x.shape)}`);
  return result;
}

/** Fresh arrays each time: what a loss does to its batch reaches nobody else. */
export function batchOf(
  part: Part,
  rows: Float64Array,
  dataset: TableDataset,
  output: Shape,
  entry: Entry,
): { x: Tensor; targets: readonly Tensor[] } {
  return {
    x: matrix(part.x, rows, dataset.inputs.length),
    targets: kindOf(dataset).targets(part.targets, rows, output, targetCountOf(entry, true)),
  };
}

/** Chosen rows of a matrix. */
function matrix(values: Float32Array, rows: Float64Array, width: number): Tensor {
  const data = allocate("float32", rows.length * width);
  if (width === 1) for (let i = 0; i < rows.length; i++) data[i] = values[rows[i]];
  else
    for (let i = 0; i < rows.length; i++)
      for (let c = 0; c < width; c++) data[i * width + c] = values[rows[i] * width + c];
  return Tensor.of(data, [rows.length, width], "float32");
}
