/** @file What is trained on what: everything two lanes share. Plain data, part of the document a link holds. */
import type { Reading } from "../data/reading.ts";
import type { ToyKnobs } from "../data/sets/toy.ts";
import type { TensorSpec } from "../data/tensor-spec.ts";
import type { OptimizerSpec } from "../optim/optimizers/index.ts";
import { lrRange, stepsRange } from "../optim/ranges.ts";
import type { SchedulerSpec } from "../optim/schedulers/index.ts";
import type { ActivationName } from "./activations.ts";

export type ModelSpec =
  | { readonly kind: "linear" }
  | { readonly kind: "mlp"; readonly widths: readonly number[]; readonly activation: ActivationName };

export interface Experiment {
  readonly dataset: string;
  /** What of a toy data set is not as its record has it. */
  readonly toy: ToyKnobs;
  /** What `tensors` as a data set means: the first one is descended itself. */
  readonly tensors: readonly TensorSpec[];
  readonly model: ModelSpec;
  /** Shape of the model's output for one sample; null for what the data's kind has. */
  readonly output: readonly number[] | null;
  /** What the output's numbers mean; null where they are what the data's kind has. Data that cannot be read so are not. */
  readonly reading: Reading | null;
  readonly optimizer: OptimizerSpec;
  readonly lr: number;
  /** Takes a step after every step of the optimiser; null where lr stays as it is. */
  readonly scheduler: SchedulerSpec | null;
  readonly batchSize: number;
  readonly seed: number;
  readonly steps: number;
  /** Scales each lane's gradient so that first steps are equally long: curves then compare direction, not scale. */
  readonly matchFirstStep: boolean;
}

/** Ranges that every source of an experiment (form, link, worker message) is held to. Those of options stand with their optimiser or scheduler. */
export const limits = {
  lr: lrRange,
  batchSize: { min: 1, max: 4096 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  steps: stepsRange,
  width: { min: 1, max: 512 },
  layers: { min: 1, max: 6 },
  outputDims: { min: 1, max: 3 },
  outputSize: { min: 1, max: 256 },
  /** All sizes of the output multiplied. */
  outputs: 1024,
} as const;
