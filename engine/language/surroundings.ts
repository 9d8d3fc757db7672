/** @file What a loss is called among. What only prepares a batch needs this of a loss, and nothing that runs one. */
import type { Tensor } from "../tensor/tensor.ts";

/** What a loss may ask for by name. */
export interface Surroundings {
  /** What the model made the predictions of; null where there is no model. */
  readonly inputs: Tensor | null;
  readonly model: object | null;
  /** Steps taken before this one, and passes through the training rows. */
  readonly step: number;
  readonly epoch: number;
}

export const nowhere: Surroundings = { inputs: null, model: null, step: 0, epoch: 0 };
