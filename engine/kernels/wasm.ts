/** @file The SIMD kernels, compiled from simd/. */
import { kernelsHex } from "./generated/kernels.ts";
import type { Kernels } from "./signatures.ts";
import { instantiate, type Memory } from "./webassembly.ts";

export * from "./signatures.ts";

/** One instance serves a memory for good: calls cost nanoseconds, instances microseconds. */
export function instantiateKernels(memory: Memory): Kernels {
  return instantiate<Kernels>(kernelsHex, memory);
}
