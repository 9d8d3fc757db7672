/** @file Optimisers: one update rule over plain arrays each, in PyTorch's order of operations. */
import type { DType, TypedData } from "../tensor/dtype.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** An update for so many numbers; what it remembers of them has their dtype, as in PyTorch. */
export type Rule = (length: number, dtype: DType) => Update;

/** Changes `value` in place, given its gradient. Made once a parameter, so that it can hold state. */
export type Update = (value: TypedData, gradient: TypedData) => void;

export class Optimizer {
  readonly #parameters: readonly Tensor[];
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

  zeroGrad(): void {
    for (const tensor of this.#parameters) tensor.grad = null;
  }
}
