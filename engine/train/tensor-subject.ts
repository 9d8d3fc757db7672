/** @file A tensor that is descended itself: no model, no rows, nothing kept back. */
import type { TensorDataset } from "../data/dataset.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { described } from "./batches.ts";
import { type Picture, pictureLimits } from "./picture.ts";
import type { Metric, Progress } from "./progress.ts";
import type { Named, StepBatch, Subject } from "./subject.ts";
import { tensorMetrics } from "./tensor-metrics.ts";

const none = new Float64Array(0);

const copied = (tensor: Tensor): Tensor => Tensor.of(toContiguousData(tensor).slice(), tensor.shape, tensor.dtype);

export class TensorSubject implements Subject {
  readonly model = null;
  readonly named: readonly Named[];
  readonly count = 0;
  readonly #leaf: Tensor;
  readonly #others: readonly Tensor[];
  readonly #before: Float64Array;

  constructor(dataset: TensorDataset) {
    const { leaf, others } = described(dataset);
    this.#leaf = leaf;
    this.#others = others;
    this.#before = Float64Array.from(toContiguousData(leaf));
    this.named = [{ name: "predictions", tensor: leaf }];
  }

  batch(): StepBatch {
    // What a loss writes into what it is given reaches no later step.
    return { inputs: null, targets: this.#others.map(copied), samples: none };
  }

  predict(): Tensor {
    return this.#leaf;
  }

  validation(): null {
    return null;
  }

  charted(): readonly Metric[] {
    return this.#metrics();
  }

  measured(): readonly Metric[] {
    return this.#metrics();
  }

  metrics(): Progress["metrics"] {
    const metrics = this.#metrics();
    return { training: metrics, validation: metrics };
  }

  picture(): Picture {
    const { shape } = this.#leaf;
    const shown = Math.min(numelOf(shape), pictureLimits.values);
    return {
      kind: "tensor",
      shape: [...shape],
      values: Array.from(toContiguousData(this.#leaf).subarray(0, shown)),
      before: Array.from(this.#before.subarray(0, shown)),
    };
  }

  #metrics(): Metric[] {
    return tensorMetrics(this.#leaf, this.#others, this.#before);
  }
}
