/** @file References of simd/rows.ts. */
import type { Kernels } from "../wasm.ts";

export function rowKernels(memory: Float32Array) {
  return {
    outerRows: (d, a, out, samples, rows, cols, stride) => {
      for (let s = 0; s < samples; s++) {
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < cols; j++) {
            const to = (out >> 2) + s * stride + i * cols + j;
            memory[to] = memory[(d >> 2) + s * rows + i] * memory[(a >> 2) + s * cols + j];
          }
        }
      }
    },
    copyRows: (x, out, rows, cols, stride) => {
      for (let s = 0; s < rows; s++) {
        for (let j = 0; j < cols; j++) memory[(out >> 2) + s * stride + j] = memory[(x >> 2) + s * cols + j];
      }
    },
  } satisfies Partial<Kernels>;
}
