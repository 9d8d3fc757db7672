/** @file What a run is trained on: rows of inputs and targets, or tensors that are merely described. */
import type { Reading } from "./reading.ts";
import type { TensorSpec } from "./tensor-spec.ts";

export interface Column {
  /** As shown on an axis: "horsepower". */
  readonly name: string;
  /** "hp", "mpg"; empty where there is none. */
  readonly unit: string;
  readonly values: Float64Array;
}

/** What targets are, and with it how they reach forward, what the model gives, what is measured and drawn: one record each in `train/kinds/`. */
export const tableKinds = [
  "numbers",
  "distribution",
  "classes",
  "embeddings",
  "binary",
  "masks",
  "boxes",
  "sequence",
  "survival",
] as const;
export type TableKind = (typeof tableKinds)[number];
export type Kind = TableKind | "tensors";

export interface TableDataset {
  readonly kind: TableKind;
  readonly id: string;
  readonly title: string;
  /** In the order of the model's inputs: one at least. */
  readonly inputs: readonly Column[];
  /** Fed to forward in this order: `targets` where there is one, `targets1, targets2` where there are two. Of classes, their numbers from 0. */
  readonly targets: readonly Column[];
  /** Names of the classes by their number; none for numbers. */
  readonly classes: readonly string[];
  /** Real-world units are standardised with the training split's mean and (unbiased) std; toy data are not. */
  readonly standardize: boolean;
  /** What the model's outputs mean where they are no plain predictions; `kind` then says so too. */
  readonly reading: Reading | null;
}

/** No data: training descends the first tensor itself, and the others reach forward after it, in their order. */
export interface TensorDataset {
  readonly kind: "tensors";
  readonly id: string;
  readonly title: string;
  readonly tensors: readonly TensorSpec[];
}

export type Dataset = TableDataset | TensorDataset;

export const rowCountOf = ({ inputs }: TableDataset): number => inputs[0]?.values.length ?? 0;
