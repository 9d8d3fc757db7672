/** @file Inner products of samples' gradients as plain loops, in the order of simd/gramian.ts. */
import type { Kernels } from "../signatures.ts";

export function gramians(floats: Float32Array, wide: Float64Array) {
  const layerGramian: Kernels["layerGramian"] = (a, inputs, d, outputs, bias, out, n, first, end) => {
    const width = 4 * Math.ceil(n / 4);
    const inner = (at: number, columns: number, i: number, j: number, start: number) => {
      let sum = start;
      for (let k = 0; k < columns; k++)
        sum += Math.max(i, j) < n ? floats[(at >> 2) + i * columns + k] * floats[(at >> 2) + j * columns + k] : 0;
      return sum;
    };
    for (let i = first; i < end; i++) {
      for (let j = 0; j < (i & ~3) + 4; j++)
        wide[(out >> 3) + (i - first) * width + j] += inner(a, inputs, i, j, bias) * inner(d, outputs, i, j, 0);
    }
  };
  return {
    layerGramian,
    gramianScratch: (n, inputs, outputs) => 32 * Math.ceil(n / 4) * (inputs + outputs),
  } satisfies Partial<Kernels>;
}
