/** @file All parameters as one row of numbers, in the order of the layers. */
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, type Tensor } from "../tensor/tensor.ts";

interface Held {
  readonly tensor: Tensor;
}

export const countOf = (held: readonly Held[]): number =>
  held.reduce((sum, { tensor }) => sum + numelOf(tensor.shape), 0);

export function readFrom(held: readonly Held[]): Float32Array {
  const numbers = new Float32Array(countOf(held));
  let at = 0;
  for (const { tensor } of held) {
    numbers.set(toContiguousData(tensor), at);
    at += numelOf(tensor.shape);
  }
  return numbers;
}

/** Parameters lie one number after the other, as they were made. */
export function writeInto(held: readonly Held[], numbers: Float32Array): void {
  let at = 0;
  for (const { tensor } of held) {
    const length = numelOf(tensor.shape);
    dataOf(tensor).set(numbers.subarray(at, at + length));
    at += length;
  }
}
