/** @file Reading tensors whose elements may lie anywhere in their storage. */
import { allocate, type TypedData } from "./dtype.ts";
import { numelOf } from "./shape.ts";
import { dataOf, type Layout, type Tensor } from "./tensor.ts";

/** The elements in row-major order. No copy where they already lie so: treat the result as read-only. */
export function toContiguousData(tensor: Tensor): TypedData {
  const { offset, shape } = tensor;
  const data = dataOf(tensor);
  const numel = numelOf(shape);
  if (tensor.isContiguous) {
    return offset === 0 && data.length === numel ? data : data.subarray(offset, offset + numel);
  }
  const out = allocate(tensor.dtype, numel);
  forEachOffset(tensor, (from, to) => {
    out[to] = data[from];
  });
  return out;
}

/** Visits the elements in row-major order with their place in the storage. */
export function forEachOffset(layout: Layout, visit: (offset: number, index: number) => void): void {
  const { shape, strides } = layout;
  const rank = shape.length;
  const numel = numelOf(shape);
  const counter = new Int32Array(rank);
  let offset = layout.offset;
  for (let index = 0; index < numel; index++) {
    visit(offset, index);
    for (let dim = rank - 1; dim >= 0; dim--) {
      offset += strides[dim];
      if (++counter[dim] < shape[dim]) break;
      offset -= strides[dim] * shape[dim];
      counter[dim] = 0;
    }
  }
}
