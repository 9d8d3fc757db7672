/** @file What is known of a kind of data: how targets reach forward, what the model gives for a sample, what is measured. One record each. */
import type { TableDataset } from "../../data/dataset.ts";
import type { Part, Units } from "../../data/split.ts";
import type { Shape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { Metric } from "../progress.ts";

/** Predictions over a part of the data. */
export interface Measured {
  /** [rows, …output], row by row. */
  readonly predictions: ArrayLike<number>;
  readonly output: Shape;
  readonly part: Part;
  /** The training rows, whichever part is measured. */
  readonly training: Part;
  readonly dataset: TableDataset;
  readonly units: readonly Units[];
}

export interface Probabilities {
  count(dataset: TableDataset): number;
  /** [rows, count], row by row. */
  of(predictions: ArrayLike<number>, rows: number, output: Shape, count: number): Float64Array;
}

export interface KindRecord {
  /** As forward gets them, for chosen rows, if it asks for so many. */
  targets(values: readonly Float32Array[], rows: Float64Array, output: Shape, wanted: number): readonly Tensor[];
  /** Of each row, that of each class; null where there are no classes. */
  readonly probabilities: Probabilities | null;
  metrics(measured: Measured): Metric[];
  /** Whether a metric is recorded over time; the others are only told for the moment. */
  isCharted(name: string): boolean;
}
