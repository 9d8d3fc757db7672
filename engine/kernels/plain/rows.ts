/** @file Rows moved, gathered, turned and multiplied out, as plain loops. */
import type { Kernels } from "../signatures.ts";

export function movements(memory: Float32Array, integers: Int32Array) {
  const copy = (from: number, to: number, count: number) => memory.copyWithin(to, from, from + count);
  return {
    copyRows: (x, out, rows, cols, rowStride) => {
      for (let r = 0; r < rows; r++) copy((x >> 2) + r * cols, (out >> 2) + r * rowStride, cols);
    },
    gatherRows: (x, index, y, rows, cols) => {
      for (let r = 0; r < rows; r++) copy((x >> 2) + integers[(index >> 2) + r] * cols, (y >> 2) + r * cols, cols);
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
    transpose: (x, y, rows, cols) => {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < cols; c++) memory[(y >> 2) + c * rows + r] = memory[(x >> 2) + r * cols + c];
      }
    },
  } satisfies Partial<Kernels>;
}
