import { expect, test } from "vitest";
import { plainKernels } from "./plain/index.ts";
import { instantiateKernels, RESERVED_BYTES } from "./wasm.ts";
import { createMemory } from "./webassembly.ts";

test("the module exports what its interface says, and nothing else", () => {
  const declared = Object.keys(plainKernels(createMemory(1)));
  expect(Object.keys(instantiateKernels(createMemory(1))).sort()).toEqual(declared.sort());
});

test("the constants stay within the reserved bytes", () => {
  const memory = createMemory(1);
  const reserved = instantiateKernels(memory).reservedBytes();
  expect(reserved).toBeLessThanOrEqual(RESERVED_BYTES);
  expect(new Uint8Array(memory.buffer, reserved).every((byte) => byte === 0)).toBe(true);
});

test("a memory may grow while kernels use it", () => {
  const memory = createMemory(1, 3);
  const kernels = instantiateKernels(memory);
  memory.grow(2);
  new Float32Array(memory.buffer, 2 * 65536, 100).fill(3);
  expect(kernels.sum(2 * 65536, 100)).toBe(300);
});
