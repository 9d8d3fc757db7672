/** @file Reductions: the tensor is seen as [outer, reduced], each row folded into one number. */
import { allocate, type DType, doubles, type TypedData } from "../tensor/dtype.ts";
import { releaseScratch, scratchMark } from "../tensor/memory.ts";
import { numelOf, reducedShape, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor, viewOf } from "../tensor/tensor.ts";
import { mapBinary } from "./elementwise.ts";
import { kernels, numberOf, readable, runFold } from "./launch.ts";

export interface Rows {
  readonly data: TypedData;
  readonly outer: number;
  readonly length: number;
}

/** Moves the reduced dims to the end, so that what is reduced together lies together. */
export function rowsOf(x: Tensor, dims: readonly number[]): Rows {
  const kept = x.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const order = [...kept, ...dims];
  const moved = viewOf(x, {
    shape: order.map((dim) => x.shape[dim]),
    strides: order.map((dim) => x.strides[dim]),
    offset: x.offset,
  });
  const length = numelOf(dims.map((dim) => x.shape[dim]));
  return { data: toContiguousData(moved), outer: numelOf(kept.map((dim) => x.shape[dim])), length };
}

/** How dims to reduce lie in a float32 tensor whose rows follow each other: all of it, its last dims, or its first. */
type Run = "all" | "trailing" | "leading" | null;

function runOf(x: Tensor, dims: readonly number[]): Run {
  if (x.dtype !== "float32" || !x.isContiguous) return null;
  const rank = x.shape.length;
  if (dims.length === rank) return "all";
  if (dims.length === 0) return null;
  // They come sorted: whether they are the last or the first ones shows at one of them.
  if (dims[0] === rank - dims.length) return "trailing";
  return dims[dims.length - 1] === dims.length - 1 ? "leading" : null;
}

/** Sums in float64, rounded once; divided by `by` before that where all of it becomes one number. */
export function sumOver(x: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType, by = 1): Tensor {
  const run = dtype === "float32" ? runOf(x, dims) : null;
  const shape = reducedShape(x.shape, dims, keepdim);
  if (run === "all") return numberOf(shape, sumOfAll(x) / by);
  let sums: Tensor;
  if (run === null) {
    if (isLeading(x, dims) && dtype === x.dtype) sums = sumColumns(x, dims.length, shape);
    else
      return reduce(
        by === 1 ? foldSum : (data, start, length) => foldSum(data, start, length) / by,
        x,
        dims,
        keepdim,
        dtype,
      );
  } else {
    const kept = numelOf(shape);
    const reduced = kept === 0 ? 0 : numelOf(x.shape) / kept;
    sums =
      run === "trailing"
        ? runFold(kernels.sumRows, x, shape, kept, reduced)
        : runFold(kernels.sumColumns, x, shape, reduced, kept);
  }
  return by === 1 ? sums : mapBinary((a, b) => a / b, sums, by, shape, dtype, dtype, "div");
}

const isLeading = (x: Tensor, dims: readonly number[]): boolean =>
  dims.length > 0 && dims.length < x.shape.length && dims.every((dim, i) => dim === i);

function sumOfAll(x: Tensor): number {
  const mark = scratchMark();
  const total = kernels.sum(readable(x), numelOf(x.shape));
  releaseScratch(mark);
  return total;
}

/** The extreme along dims; NaN wins. */
export function extremeOver(
  which: "max" | "min",
  x: Tensor,
  dims: readonly number[],
  keepdim: boolean,
  dtype: DType,
): Tensor {
  const run = dtype === "float32" ? runOf(x, dims) : null;
  if (run !== "all" && run !== "trailing") return reduce(which === "max" ? foldMax : foldMin, x, dims, keepdim, dtype);
  const shape = reducedShape(x.shape, dims, keepdim);
  const kept = numelOf(shape);
  const kernel = which === "max" ? kernels.maxRows : kernels.minRows;
  return runFold(kernel, x, shape, kept, kept === 0 ? 0 : numelOf(x.shape) / kept);
}

/** Sums over leading dims, as the gradient of a bias does: down the columns, without moving anything. */
function sumColumns(x: Tensor, leading: number, shape: Shape): Tensor {
  const data = toContiguousData(x);
  const width = numelOf(x.shape.slice(leading));
  const sums = doubles(width);
  for (let start = 0; start < data.length; start += width) {
    for (let i = 0; i < width; i++) sums[i] += data[start + i];
  }
  const to = allocate(x.dtype, width);
  to.set(sums);
  return Tensor.of(to, shape, x.dtype);
}

export type Fold = (data: TypedData, start: number, length: number) => number;

export function reduce(fold: Fold, x: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType): Tensor {
  const { data, outer, length } = rowsOf(x, dims);
  const output = Tensor.make(reducedShape(x.shape, dims, keepdim), dtype);
  const to = dataOf(output);
  for (let row = 0; row < outer; row++) to[row] = fold(data, row * length, length);
  return output;
}

/** In float64, whatever the elements: a plain float32 sum of a million terms errs in the fourth digit. */
export const foldSum: Fold = (data, start, length) => {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += data[i];
  return sum;
};

/** NaN wins. */
export const foldMax: Fold = (data, start, length) => {
  let best = data[start];
  for (let i = start + 1; i < start + length; i++) if (data[i] > best || Number.isNaN(data[i])) best = data[i];
  return best;
};

export const foldMin: Fold = (data, start, length) => {
  let best = data[start];
  for (let i = start + 1; i < start + length; i++) if (data[i] < best || Number.isNaN(data[i])) best = data[i];
  return best;
};

/** The first index that holds the extreme; a NaN is the extreme. */
export function foldArg(isBetter: (a: number, b: number) => boolean): Fold {
  return (data, start, length) => {
    let best = 0;
    for (let i = 1; i < length; i++) {
      const held = data[start + best];
      if (Number.isNaN(held)) break;
      if (isBetter(data[start + i], held) || Number.isNaN(data[start + i])) best = i;
    }
    return best;
  };
}
