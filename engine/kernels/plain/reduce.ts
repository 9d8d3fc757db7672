/** @file Sums and extremes as plain loops, in the order that simd/reduce.ts lays down. */
import type { Kernels } from "../signatures.ts";
import { f } from "./functions.ts";

/** Of n terms: eight sums, each of every eighth term; then the terms after the last whole eight. */
export function sumOf(term: (i: number) => number, n: number): number {
  const lanes = new Float64Array(8);
  const whole = n - (n % 8);
  for (let i = 0; i < whole; i++) lanes[i % 8] += term(i);
  const [s0, s1, s2, s3, s4, s5, s6, s7] = lanes;
  let sum = s0 + s2 + (s4 + s6) + (s1 + s3 + (s5 + s7));
  for (let i = whole; i < n; i++) sum += term(i);
  return sum;
}

export function reductions(memory: Float32Array) {
  const sum = (x: number, n: number) => sumOf((i) => memory[(x >> 2) + i], n);
  const dot = (a: number, b: number, n: number) => sumOf((i) => memory[(a >> 2) + i] * memory[(b >> 2) + i], n);
  const extreme = (choose: (a: number, b: number) => number, start: number) => (x: number, n: number) => {
    let best = start;
    for (let i = 0; i < n; i++) best = choose(best, memory[(x >> 2) + i]);
    return best === 0 ? 0 : best;
  };
  const maximumOf = extreme(Math.max, Number.NEGATIVE_INFINITY);
  const minimumOf = extreme(Math.min, Number.POSITIVE_INFINITY);
  const perRow = (fold: (x: number, n: number) => number) => (x: number, y: number, rows: number, cols: number) => {
    for (let r = 0; r < rows; r++) memory[(y >> 2) + r] = fold(x + 4 * r * cols, cols);
  };

  return {
    sum,
    dot,
    sumRows: perRow(sum),
    sumColumns: (x, y, rows, cols) => {
      for (let c = 0; c < cols; c++) {
        const term = (r: number) => memory[(x >> 2) + r * cols + c];
        let total = 0;
        if (cols === 1) total = sumOf(term, rows);
        else for (let r = 0; r < rows; r++) total += term(r);
        memory[(y >> 2) + c] = f(total);
      }
    },
    maximumOf,
    minimumOf,
    maxRows: perRow(maximumOf),
    minRows: perRow(minimumOf),
  } satisfies Partial<Kernels>;
}
