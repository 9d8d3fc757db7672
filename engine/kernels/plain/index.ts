/**
 * @file The kernels once more, as loops that can be read, over the same memory and pointers. Tests hold the SIMD kernels to
 * them bit for bit; nothing else uses them.
 */
import type { Kernels } from "../signatures.ts";
import type { Memory } from "../webassembly.ts";
import { choices } from "./choice.ts";
import { projections } from "./cone.ts";
import { elementwise } from "./elementwise.ts";
import { products } from "./gemm.ts";
import { gramians } from "./gramian.ts";
import { optimisers } from "./optimisers.ts";
import { reductions } from "./reduce.ts";
import { movements } from "./rows.ts";
import { softmaxes } from "./softmax.ts";

/** As long as the memory doesn't grow. */
export function plainKernels(memory: Memory): Kernels {
  const floats = new Float32Array(memory.buffer);
  const wide = new Float64Array(memory.buffer);
  const integers = new Int32Array(memory.buffer);
  return {
    ...elementwise(floats),
    ...choices(floats, new Uint8Array(memory.buffer)),
    ...reductions(floats),
    ...softmaxes(floats),
    ...movements(floats),
    ...products(floats),
    ...optimisers(floats),
    ...gramians(floats, wide),
    ...projections(wide, integers),
    reservedBytes: () => 0,
  };
}
