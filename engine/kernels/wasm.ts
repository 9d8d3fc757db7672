/** @file The SIMD kernels, compiled from simd/. */
import { kernelsHex } from "./generated/kernels.ts";
import type { Kernels } from "./signatures.ts";
import { compile, instantiate, type Memory, type Module } from "./webassembly.ts";

export * from "./signatures.ts";

export function compileKernels(): Module {
  return compile(kernelsHex);
}

/** Whoever loads the engine many times over compiles the kernels once, and hands them over as a global of this name. */
function handedOver(): Module | null {
  const handed: unknown = Reflect.get(globalThis, "losslabKernels");
  return typeof handed === "object" ? handed : null;
}

/** One instance serves a memory for good: calls cost nanoseconds, instances microseconds. */
export function instantiateKernels(memory: Memory): Kernels {
  return instantiate<Kernels>(handedOver() ?? compileKernels(), memory);
}
