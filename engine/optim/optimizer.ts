/** @file Optimisers: one update rule over runs of numbers, in PyTorch's order of operations. */
import { copy32 } from "../kernels/launch.ts";
import type { DType } from "../tensor/dtype.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, gradHomeOf, Tensor } from "../tensor/tensor.ts";
import { Lasting } from "./lasting.ts";

/** What an optimiser does to numbers, given their gradients and what it remembers of them. */
export interface Rule {
  /** How many numbers it remembers of each, in the parameter's dtype, as in PyTorch. */
  readonly slots: number;
  /** What these begin with. */
  readonly start?: number;
  /** What it remembers of a tensor as a whole, and what that begins with. */
  readonly numbers?: readonly number[];
  /** Changes `value` and what is remembered in place. */
  apply(memory: Memory, value: Tensor, gradient: Tensor): void;
}

/** What is remembered of numbers that have taken the same steps. */
export interface Memory {
  readonly slots: readonly Tensor[];
  readonly numbers: number[];
  /** Counted from 1. */
  step: number;
}

export class Optimizer {
  #parameters: readonly Tensor[];
  readonly #rule: Rule;
  /** All of them in one run of the engine's memory, updated in one call; null where each goes by itself. */
  readonly #lasting: Lasting | null;
  /** All numbers as one stretch, while a gradient has reached every parameter at every step. */
  #whole: Memory | null;
  #each: readonly Memory[];

  private constructor(parameters: readonly Tensor[], rule: Rule, lasting: Lasting | null) {
    this.#parameters = parameters;
    this.#rule = rule;
    this.#lasting = lasting;
    this.#whole = lasting === null ? null : { slots: lasting.slots, numbers: [...(rule.numbers ?? [])], step: 0 };
    this.#each =
      lasting === null
        ? parameters.map((tensor) => ({ slots: slotsFor(rule, tensor), numbers: [...(rule.numbers ?? [])], step: 0 }))
        : [];
  }

  static of(parameters: readonly Tensor[], rule: Rule): Optimizer {
    return new Optimizer(parameters, rule, null);
  }

  /** For a training run: parameters move into the engine's memory, side by side, until `dispose`. */
  static resident(parameters: readonly Tensor[], rule: Rule): Optimizer {
    return new Optimizer(parameters, rule, Lasting.of(parameters, rule.slots, rule.start ?? 0));
  }

  /** Parameters that no gradient reached stay as they are, as in PyTorch. */
  step(): void {
    if (this.#whole !== null && this.#lasting !== null) {
      if (this.#gatherGradients()) {
        this.#whole.step++;
        this.#rule.apply(this.#whole, this.#lasting.values, this.#lasting.gradients);
        return;
      }
      this.#part(this.#whole, this.#lasting);
    }
    for (let i = 0; i < this.#parameters.length; i++) {
      const tensor = this.#parameters[i];
      const stretch = this.#each[i];
      if (tensor.grad === null) continue;
      stretch.step++;
      this.#rule.apply(stretch, tensor, tensor.grad);
    }
  }

  /** Whether every number of every gradient is finite. */
  get isFinite(): boolean {
    if (this.#whole !== null && this.#lasting !== null && this.#gatherGradients())
      return allFinite(dataOf(this.#lasting.gradients));
    return this.#parameters.every(({ grad }) => grad === null || allFinite(toContiguousData(grad)));
  }

  /** Whether every parameter has a gradient; they then stand in their home. */
  #gatherGradients(): boolean {
    for (let i = 0; i < this.#parameters.length; i++) {
      const { grad } = this.#parameters[i];
      const gradHome = gradHomeOf(this.#parameters[i]);
      if (grad === null || gradHome === null) return false;
      if (grad !== gradHome) copy32(grad, gradHome);
    }
    return true;
  }

  /** From now on each parameter goes by itself, with what is remembered of it. */
  #part(whole: Memory, lasting: Lasting): void {
    this.#whole = null;
    this.#each = this.#parameters.map((tensor, i) => ({
      slots: whole.slots.map((slot) => lasting.partOf(slot, i, tensor.shape)),
      numbers: [...whole.numbers],
      step: whole.step,
    }));
  }

  /** Goes on with other tensors in the place of some, from their values and with what is remembered of them. */
  exchange(before: readonly Tensor[], after: readonly Tensor[]): void {
    before.forEach((tensor, i) => {
      const next = after[i];
      if (next === undefined || dataOf(next).length !== dataOf(tensor).length) return;
      dataOf(next).set(dataOf(tensor));
      const place = this.#parameters.indexOf(tensor);
      if (place < 0) return;
      this.#lasting?.exchange(tensor, next);
      this.#parameters = this.#parameters.with(place, next);
    });
  }

  /** What is remembered of each parameter; of none where all go as one. */
  get memories(): readonly Memory[] {
    return this.#each;
  }

  zeroGrad(): void {
    for (let i = 0; i < this.#parameters.length; i++) this.#parameters[i].grad = null;
  }

  /** Gives the memory back; the parameters keep their values. */
  dispose(): void {
    this.#lasting?.dispose(this.#parameters);
  }
}

function slotsFor(
  rule: Rule,
  { shape, dtype }: { readonly shape: readonly number[]; readonly dtype: DType },
): Tensor[] {
  return Array.from({ length: rule.slots }, () => {
    const slot = Tensor.zeros([numelOf(shape)], dtype);
    dataOf(slot).fill(rule.start ?? 0);
    return slot;
  });
}

/** A number that is not finite makes the sum of all products with 0 NaN: one look at the end. */
function allFinite(numbers: ArrayLike<number | bigint>): boolean {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += Number(numbers[i]) * 0;
  return sum === 0;
}
