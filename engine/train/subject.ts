/** @file What a run trains, and on what: a model and rows of data, or a tensor that is descended itself. */
import type { Surroundings } from "../language/surroundings.ts";
import type { Sequential } from "../nn/layers.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Picture } from "./picture.ts";
import type { Metric, Progress } from "./progress.ts";

export interface Named {
  readonly name: string;
  readonly tensor: Tensor;
}

/** What a step takes. */
export interface StepBatch {
  /** null where there is no model. */
  readonly inputs: Tensor | null;
  readonly targets: readonly Tensor[];
  /** Rows in the data set; none where there are no rows. */
  readonly samples: Float64Array;
}

export interface Subject {
  readonly model: Sequential | null;
  /** The loss reaches behind the predictions, or takes several tensors that are trained: the graph cannot be cut there. */
  readonly isOneGraph: boolean;
  /** What is trained, the loss's own parameters apart. */
  readonly named: readonly Named[];
  /** Training rows; 0 where there are none: every step then takes all there is. */
  readonly count: number;
  batch(rows: Float64Array): StepBatch;
  predict(inputs: Tensor | null): Tensor;
  /** null where nothing is kept back. */
  validation(): StepBatch | null;
  /** Of predictions for the validation batch, or, without one, of what is trained: those that are recorded over time. */
  charted(predictions: Tensor): readonly Metric[];
  /** Of predictions for the first so many training rows; where there are none, of what is trained. */
  measured(predictions: Tensor, rows: number): readonly Metric[];
  /** Of all rows when the run is over; of a sample of many while it is under way. */
  metrics(isOver: boolean): Progress["metrics"];
  picture(isOver: boolean): Picture;
}

export type At = Pick<Surroundings, "step" | "epoch">;
