/** @file What a run begins with, and the batches it takes: the same for training and for the live evaluation. */
import type { Dataset } from "../data/dataset.ts";
import { type Part, type Split, splitDataset } from "../data/split.ts";
import type { Sequential } from "../nn/layers.ts";
import { defaultGenerator } from "../random/generator.ts";
import { allocate } from "../tensor/dtype.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { formatShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Experiment } from "./experiment.ts";
import { buildModel } from "./model.ts";

/** What a batch looks like to a loss. */
export interface Batch {
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
}

export interface Start {
  readonly split: Split;
  readonly model: Sequential;
}

/** Seeds the generator and draws the split and the model, in this order: every run and every evaluation begins so. */
export function begin(experiment: Experiment, dataset: Dataset): Start {
  defaultGenerator.seed(experiment.seed);
  const split = splitDataset(dataset, defaultGenerator);
  return { split, model: buildModel(experiment.model) };
}

/** What step 0 of the run hands to the loss, with the predictions as a leaf: the live evaluation looks at these. */
export function firstBatch(experiment: Experiment, dataset: Dataset): Batch {
  const { split, model } = begin(experiment, dataset);
  const rows = defaultGenerator.permutation(split.training.x.length).subarray(0, experiment.batchSize);
  const { x, targets } = batchOf(split.training, rows);
  const predictions = withGradMode(false, () => predict(model, x));
  predictions.requires_grad = true;
  return { predictions, targets };
}

/** What the same run will hand to the loss later in sizes of their own: the last batch of its first epoch, and the validation rows. */
export function laterBatches(experiment: Experiment, dataset: Dataset): Batch[] {
  const { split, model } = begin(experiment, dataset);
  const order = defaultGenerator.permutation(split.training.x.length);
  const last = order.subarray(Math.floor((order.length - 1) / experiment.batchSize) * experiment.batchSize);
  const validation = Float64Array.from(split.validation.x, (_, i) => i);
  return [
    { part: split.training, rows: last },
    { part: split.validation, rows: validation },
  ].flatMap(({ part, rows }): Batch[] => {
    if (rows.length === 0 || rows.length === experiment.batchSize) return [];
    const { x, targets } = batchOf(part, rows);
    const predictions = withGradMode(false, () => predict(model, x));
    predictions.requires_grad = true;
    return [{ predictions, targets }];
  });
}

export function predict(model: Sequential, x: Tensor): Tensor {
  const result = model.forward(x);
  if (!Tensor.isTensor(result)) throw new Error(`internal: the model gave no tensor for shape ${formatShape(x.shape)}`);
  return result;
}

/** Fresh arrays each time: what a loss does to its batch reaches nobody else. */
export function batchOf(part: Part, rows: Float64Array): { x: Tensor; targets: Tensor[] } {
  const column = (values: Float32Array): Tensor => {
    const data = allocate("float32", rows.length);
    for (let i = 0; i < data.length; i++) data[i] = values[rows[i]];
    return Tensor.of(data, [rows.length, 1], "float32");
  };
  return { x: column(part.x), targets: part.targets.map(column) };
}
