/** @file Rows moved and multiplied out, as plain loops. */
import type { Kernels } from "../signatures.ts";

export function movements(memory: Float32Array) {
  const copy = (from: number, to: number, count: number) => memory.copyWithin(to, from, from + count);
  return {
    copyRows: (x, out, rows, cols, rowStride) => {
      for (let r = 0; r < rows; r++) copy((x >> 2) + r * cols, (out >> 2) + r * rowStride, cols);
    },
    outerRows: (d, a, out, samples, dCols, aCols, rowStride) => {
      for (let s = 0; s < samples; s++) {
        for (let i = 0; i < dCols; i++) {
          for (let j = 0; j < aCols; j++) {
            const product = memory[(d >> 2) + s * dCols + i] * memory[(a >> 2) + s * aCols + j];
            memory[(out >> 2) + s * rowStride + i * aCols + j] = product;
          }
        }
      }
    },
  } satisfies Partial<Kernels>;
}
