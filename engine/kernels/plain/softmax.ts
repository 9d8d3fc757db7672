/** @file Softmax and its kin as plain loops; formulas in simd/softmax.ts. */
import type { Kernels } from "../signatures.ts";
import { exp, f, log } from "./functions.ts";
import { sumOf } from "./reduce.ts";

export function softmaxes(memory: Float32Array) {
  /** A row as it stands in the memory. */
  const row = (at: number, r: number, cols: number) =>
    memory.subarray((at >> 2) + r * cols, (at >> 2) + (r + 1) * cols);
  const largest = (x: Float32Array) => x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const total = (x: Float32Array) => f(sumOf((i) => x[i], x.length));
  const exponentials = (x: Float32Array, m: number) => x.map((each) => exp(f(each - m)));

  return {
    softmaxRows: (x, y, rows, cols) => {
      for (let r = 0; r < rows; r++) {
        const from = row(x, r, cols);
        const e = exponentials(from, largest(from));
        const sum = total(e);
        row(y, r, cols).set(e.map((each) => each / sum));
      }
    },
    logSoftmaxRows: (x, y, rows, cols) => {
      for (let r = 0; r < rows; r++) {
        const from = row(x, r, cols);
        const m = largest(from);
        const logSum = log(total(exponentials(from, m)));
        row(y, r, cols).set(from.map((each) => f(each - m) - logSum));
      }
    },
    softmaxGradRows: (g, y, out, rows, cols) => {
      for (let r = 0; r < rows; r++) {
        const [gradient, result] = [row(g, r, cols), row(y, r, cols)];
        const dot = f(sumOf((i) => gradient[i] * result[i], cols));
        row(out, r, cols).set(gradient.map((each, i) => f(each - dot) * result[i]));
      }
    },
    logSoftmaxGradRows: (g, y, out, rows, cols) => {
      for (let r = 0; r < rows; r++) {
        const [gradient, result] = [row(g, r, cols), row(y, r, cols)];
        const sum = gradient.every((each) => Object.is(each, -0)) ? -0 : total(gradient);
        row(out, r, cols).set(gradient.map((each, i) => each - f(exp(result[i]) * sum)));
      }
    },
  } satisfies Partial<Kernels>;
}
