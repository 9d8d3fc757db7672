/** @file Tensors that are descended themselves, mostly one: no model, no rows, nothing kept back. */
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
  /** Descended as well. */
  readonly #besides: readonly Tensor[];
  readonly #others: readonly Tensor[];
  readonly #before: Float64Array;

  /** `count`: how many tensors the loss takes for its predictions. */
  constructor(dataset: TensorDataset, count: number) {
    const { leaves, others } = described(dataset, count);
    const [leaf, ...besides] = leaves;
    this.#leaf = leaf;
    this.#besides = besides;
    this.#others = others;
    this.#before = Float64Array.from(toContiguousData(leaf));
    this.named = leaves.map((tensor, i) => ({ name: i === 0 ? "predictions" : `predictions ${i + 1}`, tensor }));
  }

  /** The graph is cut at one tensor, or nowhere. */
  get isOneGraph(): boolean {
    return this.#besides.length > 0;
  }

  batch(): StepBatch {
    // What a loss writes into what it is given reaches no later step.
    return { inputs: null, targets: [...this.#besides, ...this.#others.map(copied)], samples: none };
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
