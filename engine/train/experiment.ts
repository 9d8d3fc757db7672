/** @file What is trained on what: everything two lanes share. Plain data, part of the document a link holds. */

export type Activation = "tanh" | "relu" | "sigmoid" | "silu";

export type ModelSpec =
  | { readonly kind: "linear" }
  | { readonly kind: "mlp"; readonly widths: readonly number[]; readonly activation: Activation };

export type OptimizerSpec = { readonly name: "SGD"; readonly momentum: number } | { readonly name: "Adam" };

export interface Experiment {
  readonly dataset: string;
  readonly model: ModelSpec;
  readonly optimizer: OptimizerSpec;
  readonly lr: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly steps: number;
  /** Scales each lane's gradient so that first steps are equally long: curves then compare direction, not scale. */
  readonly matchFirstStep: boolean;
}

/** Ranges that every source of an experiment (form, link, worker message) is held to. */
export const limits = {
  lr: { min: 1e-9, max: 1e4 },
  batchSize: { min: 1, max: 4096 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  steps: { min: 1, max: 1_000_000 },
  width: { min: 1, max: 512 },
  layers: { min: 1, max: 6 },
  momentum: { min: 0, max: 0.9999 },
} as const;
