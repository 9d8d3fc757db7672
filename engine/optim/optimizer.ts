/** @file Optimisers: one update rule over plain arrays each, in PyTorch's order of operations. */
import type { DType, TypedData } from "../tensor/dtype.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** An update for so many numbers; what it remembers of them has their dtype, as in PyTorch. */
export type Rule = (length: number, dtype: DType) => Update;

/** Changes `value` in place, given its gradient. Made once a parameter, so that it can hold state. */
export type Update = (value: TypedData, gradient: TypedData) => void;

export class Optimizer {
  #parameters: readonly Tensor[];
  readonly #updates: readonly Update[];

  constructor(parameters: readonly Tensor[], rule: Rule) {
    this.#parameters = parameters;
    this.#updates = parameters.map((tensor) => rule(tensor.data.length, tensor.dtype));
  }

  /** Parameters that no gradient reached stay as they are, as in PyTorch. */
  step(): void {
    this.#parameters.forEach((tensor, i) => {
      if (tensor.grad !== null) this.#updates[i](tensor.data, toContiguousData(tensor.grad));
    });
  }

  /** Goes on with other tensors in the place of some, from their values and with what is remembered of them. */
  exchange(before: readonly Tensor[], after: readonly Tensor[]): void {
    before.forEach((tensor, i) => {
      const next = after[i];
      if (next !== undefined && next.data.length === tensor.data.length) next.data.set(tensor.data);
    });
    this.#parameters = this.#parameters.map((tensor) => after[before.indexOf(tensor)] ?? tensor);
  }

  zeroGrad(): void {
    for (const tensor of this.#parameters) tensor.grad = null;
  }
}
