/** @file Reductions: the tensor is seen as [outer, reduced], each row folded into one number. */
import { allocate, type DType, doubles, type TypedData } from "../tensor/dtype.ts";
import { numelOf, reducedShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

export interface Rows {
  readonly data: TypedData;
  readonly outer: number;
  readonly length: number;
}

/** Moves the reduced dims to the end, so that what is reduced together lies together. */
export function rowsOf(x: Tensor, dims: readonly number[]): Rows {
  const kept = x.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const order = [...kept, ...dims];
  const moved = x.withLayout({
    shape: order.map((dim) => x.shape[dim]),
    strides: order.map((dim) => x.strides[dim]),
    offset: x.offset,
  });
  const length = numelOf(dims.map((dim) => x.shape[dim]));
  return { data: toContiguousData(moved), outer: numelOf(kept.map((dim) => x.shape[dim])), length };
}

/** Sums over leading dims, as the gradient of a bias does: down the columns, without moving anything. */
export function sumColumns(x: Tensor, leading: number, keepdim: boolean): Tensor {
  const data = toContiguousData(x);
  const width = numelOf(x.shape.slice(leading));
  const sums = doubles(width);
  for (let start = 0; start < data.length; start += width) {
    for (let i = 0; i < width; i++) sums[i] += data[start + i];
  }
  const to = allocate(x.dtype, width);
  to.set(sums);
  const dims = Array.from({ length: leading }, (_, dim) => dim);
  return Tensor.of(to, reducedShape(x.shape, dims, keepdim), x.dtype);
}

export type Fold = (data: TypedData, start: number, length: number) => number;

export function reduce(fold: Fold, x: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType): Tensor {
  const { data, outer, length } = rowsOf(x, dims);
  const to = allocate(dtype, outer);
  for (let row = 0; row < outer; row++) to[row] = fold(data, row * length, length);
  return Tensor.of(to, reducedShape(x.shape, dims, keepdim), dtype);
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
