/**
 * @file Runs SIMD kernels over tensors. Kernels take addresses: a tensor that lies in the engine's memory is used where it is, any other passes
 * through scratch. The bits of a result are the same either way.
 */
import type { DType } from "../tensor/dtype.ts";
import { bytes, floats, memory, releaseScratch, scratchMark, takeScratch } from "../tensor/memory.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { blockOf, dataOf, Tensor } from "../tensor/tensor.ts";
import { instantiateKernels, type Kernels } from "./wasm.ts";

export const kernels: Kernels = instantiateKernels(memory);

type Unary = (x: number, y: number, n: number) => void;
type Two = (a: number, b: number, y: number, n: number) => void;
type Three = (a: number, b: number, c: number, y: number, n: number) => void;
type Turn = (x: number, y: number, n: number) => number;
type Lined = (a: number, line: number, y: number, rows: number, columns: number) => void;
type Scaled = (a: number, s: number, y: number, n: number) => void;

/** Address of the elements in row-major order. To be called between `scratchMark` and `releaseScratch`. */
export function readable(x: Tensor): number {
  const block = blockOf(x);
  const { address } = block;
  const width = block.dtype === "bool" ? 1 : 4;
  if (address !== 0 && x.isContiguous) return address + x.offset * width;
  const data = toContiguousData(x);
  const at = takeScratch(data.length * width);
  if (width === 1) bytes.set(data, at);
  else floats.set(data, at >> 2);
  return at;
}

/** Address to write a result to that `Tensor.make` has just made. What is in scratch comes over with `written`. */
export function writable(y: Tensor): number {
  const { address, length, dtype } = blockOf(y);
  return address !== 0 ? address : takeScratch(dtype === "bool" ? length : length * 4);
}

export function written(y: Tensor, at: number): Tensor {
  if (blockOf(y).address === 0) {
    const data = dataOf(y);
    if (y.dtype === "bool") data.set(bytes.subarray(at, at + data.length));
    else if (data.length === 1) data[0] = floats[at >> 2];
    else data.set(floats.subarray(at >> 2, (at >> 2) + data.length));
  }
  return y;
}

/** The first element. */
export function firstOf(x: Tensor): number {
  const { address } = blockOf(x);
  return address !== 0 && x.dtype === "float32" ? floats[(address >> 2) + x.offset] : dataOf(x)[x.offset];
}

/** Writes numbers into a contiguous tensor of as many. */
export function fill32(to: Tensor, values: Float32Array): void {
  const { address } = blockOf(to);
  if (address !== 0) floats.set(values, (address >> 2) + to.offset);
  else dataOf(to).set(values, to.offset);
}

/** Reads the numbers of a float32 tensor, in row-major order. */
export function read32(x: Tensor, into: Float32Array): void {
  const { address } = blockOf(x);
  if (address === 0 || !x.isContiguous) into.set(toContiguousData(x));
  else {
    const from = (address >> 2) + x.offset;
    into.set(floats.subarray(from, from + into.length));
  }
}

/** A tensor of one number. */
export function numberOf(shape: Shape, value: number, dtype: DType = "float32"): Tensor {
  const y = Tensor.make(shape, dtype);
  const { address } = blockOf(y);
  if (address !== 0) floats[address >> 2] = value;
  else dataOf(y)[0] = value;
  return y;
}

/** The numbers of `x` into a contiguous tensor of as many. */
export function copy32(x: Tensor, to: Tensor): void {
  const { address } = blockOf(x);
  const target = blockOf(to).address;
  if (address !== 0 && target !== 0 && x.isContiguous) {
    const from = address + x.offset * 4;
    bytes.copyWithin(target + to.offset * 4, from, from + numelOf(x.shape) * 4);
  } else dataOf(to).set(toContiguousData(x), to.offset);
}

export function runUnary(kernel: Unary, x: Tensor): Tensor {
  const y = Tensor.make(x.shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(x), to, blockOf(y).length);
  written(y, to);
  releaseScratch(mark);
  return y;
}

/** null where the kernel says that numbers lie beyond its reach. */
export function runTurn(kernel: Turn, x: Tensor): Tensor | null {
  const y = Tensor.make(x.shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  const isBeyond = kernel(readable(x), to, blockOf(y).length) !== 0;
  written(y, to);
  releaseScratch(mark);
  return isBeyond ? null : y;
}

/** Two tensors of one shape. */
export function runTwo(kernel: Two, a: Tensor, b: Tensor, shape: Shape, dtype: "float32" | "bool" = "float32"): Tensor {
  const y = Tensor.make(shape, dtype);
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(a), readable(b), to, blockOf(y).length);
  written(y, to);
  releaseScratch(mark);
  return y;
}

/** Three tensors of one shape. */
export function runThree(kernel: Three, a: Tensor, b: Tensor, c: Tensor, shape: Shape): Tensor {
  const y = Tensor.make(shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(a), readable(b), readable(c), to, blockOf(y).length);
  written(y, to);
  releaseScratch(mark);
  return y;
}

export function runScaled(
  kernel: Scaled,
  a: Tensor,
  s: number,
  shape: Shape,
  dtype: "float32" | "bool" = "float32",
): Tensor {
  const y = Tensor.make(shape, dtype);
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(a), s, to, blockOf(y).length);
  written(y, to);
  releaseScratch(mark);
  return y;
}

/** A matrix of so many columns with a row under every row, or a column beside every column. */
export function runLined(kernel: Lined, a: Tensor, line: Tensor, shape: Shape, columns: number): Tensor {
  const y = Tensor.make(shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(a), readable(line), to, columns === 0 ? 0 : blockOf(y).length / columns, columns);
  written(y, to);
  releaseScratch(mark);
  return y;
}

/** Folds rows of so many columns into one number each, or the rows into one. */
export function runFold(
  kernel: (x: number, y: number, rows: number, columns: number) => void,
  x: Tensor,
  shape: Shape,
  rows: number,
  columns: number,
): Tensor {
  const y = Tensor.make(shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  kernel(readable(x), to, rows, columns);
  written(y, to);
  releaseScratch(mark);
  return y;
}

/** Runs an in-place kernel over contiguous float32 tensors of one size: gets how many numbers, the address of the gradient, and those of `changed`. */
export function update32(
  changed: readonly Tensor[],
  gradient: Tensor,
  run: (n: number, gradient: number, ...addresses: number[]) => void,
): void {
  const mark = scratchMark();
  const addresses = changed.map(readable);
  run(numelOf(gradient.shape), readable(gradient), ...addresses);
  for (let i = 0; i < changed.length; i++) {
    const x = changed[i];
    if (blockOf(x).address === 0)
      toContiguousData(x).set(floats.subarray(addresses[i] >> 2, (addresses[i] >> 2) + numelOf(x.shape)));
  }
  releaseScratch(mark);
}
