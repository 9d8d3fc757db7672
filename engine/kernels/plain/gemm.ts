/** @file The matrix product as a plain loop, in the order that simd/gemm.ts lays down. */
import { A_TRANSPOSED, ACCUMULATE, activationCodes, B_TRANSPOSED, type Kernels } from "../signatures.ts";
import { f, sigmoid, silu, tanh } from "./functions.ts";

const BLOCK = 256;

const activations = new Map<number, (x: number) => number>([
  [activationCodes.tanh, tanh],
  [activationCodes.relu, (x) => (x < 0 ? 0 : x)],
  [activationCodes.sigmoid, sigmoid],
  [activationCodes.silu, silu],
]);

export function products(memory: Float32Array) {
  const gemm: Kernels["gemm"] = (a, b, c, m, k, n, flags, bias, activation) => {
    const activate = activations.get(activation) ?? ((x) => x);
    const left = (i: number, p: number) => memory[(a >> 2) + (flags & A_TRANSPOSED ? p * m + i : i * k + p)];
    const right = (p: number, j: number) => memory[(b >> 2) + (flags & B_TRANSPOSED ? j * k + p : p * n + j)];
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        const at = (c >> 2) + i * n + j;
        let value = flags & ACCUMULATE ? memory[at] : null;
        for (let start = 0; start < Math.max(k, 1); start += BLOCK) {
          let sum = 0;
          for (let p = start; p < Math.min(k, start + BLOCK); p++) sum = f(sum + f(left(i, p) * right(p, j)));
          value = value === null ? sum : f(value + sum);
        }
        const biased = bias === 0 ? (value ?? 0) : f((value ?? 0) + memory[(bias >> 2) + j]);
        memory[at] = activate(biased);
      }
    }
  };
  return {
    gemm,
    gemmScratch: (_m, k, n) => Math.min(k, BLOCK) * Math.min(4 * Math.ceil(n / 4), 16) * 4,
  } satisfies Partial<Kernels>;
}
