/** @file Arithmetic on plain arrays that checks share. In the sandbox, arrays that are asked of the language itself are counted, and slow. */
import { doubles } from "../tensor/dtype.ts";

export function numbers(length: number, make: (i: number) => number): Float64Array {
  const made = doubles(length);
  for (let i = 0; i < length; i++) made[i] = make(i);
  return made;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The largest size of an element. */
export function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** `from`, so far in a direction. */
export function moved(from: ArrayLike<number>, direction: ArrayLike<number>, by: number): Float64Array {
  return numbers(from.length, (i) => from[i] + by * direction[i]);
}

export const filled = (length: number, value: number): Float64Array => numbers(length, () => value);

/** Numbers in [0, 1), the same ones every time, and none of the loss's own. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Where a sign changes between two places that differ in it. `isLow`: whether a place is on `low`'s side. */
export function bisect(low: number, high: number, isLow: (at: number) => boolean, rounds = 16): number {
  let [from, to] = [low, high];
  for (let k = 0; k < rounds; k++) {
    const middle = (from + to) / 2;
    if (isLow(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
