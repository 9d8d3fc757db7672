/** @file What a picture of a model is made of. */
import type { TableDataset } from "../data/dataset.ts";
import type { Split } from "../data/split.ts";
import type { Shape } from "../tensor/shape.ts";

export interface Learned {
  readonly dataset: TableDataset;
  readonly split: Split;
  readonly output: Shape;
  /** For rows of inputs in standard units. */
  predict(x: Float32Array, rows: number): ArrayLike<number>;
}
