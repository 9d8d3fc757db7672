/** @file Loops over elements. No closure or array is made per element; fast paths for what losses do nearly always. */
import { allocate, type DType } from "../tensor/dtype.ts";
import { contiguousStrides, numelOf, type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

export function mapUnary(f: (x: number) => number, x: Tensor, dtype: DType): Tensor {
  const from = toContiguousData(x);
  const to = allocate(dtype, from.length);
  for (let i = 0; i < from.length; i++) to[i] = f(from[i]);
  return Tensor.of(to, x.shape, dtype);
}

export function mapBinary(
  f: (a: number, b: number) => number,
  a: Tensor,
  b: Tensor,
  shape: Shape,
  dtype: DType,
): Tensor {
  const to = allocate(dtype, numelOf(shape));
  const left = toContiguousData(a);
  const right = toContiguousData(b);
  if (left.length === to.length && right.length === to.length) {
    for (let i = 0; i < to.length; i++) to[i] = f(left[i], right[i]);
  } else if (right.length === 1 && left.length === to.length) {
    const value = right[0];
    for (let i = 0; i < to.length; i++) to[i] = f(left[i], value);
  } else if (left.length === 1 && right.length === to.length) {
    const value = left[0];
    for (let i = 0; i < to.length; i++) to[i] = f(value, right[i]);
  } else if (left.length === to.length && isSuffix(b.shape, shape)) {
    // A bias: the same row under every row.
    const width = right.length;
    for (let start = 0; start < to.length; start += width) {
      for (let i = 0; i < width; i++) to[start + i] = f(left[start + i], right[i]);
    }
  } else {
    const leftStrides = broadcastStrides(a.shape, shape);
    const rightStrides = broadcastStrides(b.shape, shape);
    walkPairs(shape, leftStrides, rightStrides, (i, l, r) => {
      to[i] = f(left[l], right[r]);
    });
  }
  return Tensor.of(to, shape, dtype);
}

function isSuffix(part: Shape, whole: Shape): boolean {
  return part.every((size, i) => size === whole[whole.length - part.length + i]) && numelOf(part) > 0;
}

/** Strides that read a contiguous tensor of shape `from` as if it had shape `to`: 0 where it is expanded. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = contiguousStrides(from);
  const added = to.length - from.length;
  return to.map((size, dim) => (dim < added || (from[dim - added] === 1 && size !== 1) ? 0 : own[dim - added]));
}

function walkPairs(
  shape: Shape,
  leftStrides: readonly number[],
  rightStrides: readonly number[],
  visit: (index: number, left: number, right: number) => void,
): void {
  const rank = shape.length;
  const numel = numelOf(shape);
  const counter = new Int32Array(rank);
  let left = 0;
  let right = 0;
  for (let index = 0; index < numel; index++) {
    visit(index, left, right);
    for (let dim = rank - 1; dim >= 0; dim--) {
      left += leftStrides[dim];
      right += rightStrides[dim];
      if (++counter[dim] < shape[dim]) break;
      left -= leftStrides[dim] * shape[dim];
      right -= rightStrides[dim] * shape[dim];
      counter[dim] = 0;
    }
  }
}

/** condition ? a : b, all three broadcast to `shape`. */
export function select(condition: Tensor, a: Tensor, b: Tensor, shape: Shape, dtype: DType): Tensor {
  const chosen = toContiguousData(expandTo(condition, shape));
  const yes = toContiguousData(expandTo(a, shape));
  const no = toContiguousData(expandTo(b, shape));
  const to = allocate(dtype, chosen.length);
  for (let i = 0; i < to.length; i++) to[i] = chosen[i] !== 0 ? yes[i] : no[i];
  return Tensor.of(to, shape, dtype);
}

/** A view of `x` with the sizes of `shape`, where it broadcasts to it. */
export function expandTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const added = shape.length - x.shape.length;
  const strides = shape.map((size, dim) =>
    dim < added || (x.shape[dim - added] === 1 && size !== 1) ? 0 : x.strides[dim - added],
  );
  return x.withLayout({ shape, strides, offset: x.offset });
}
