/**
 * @file In which order PyTorch fills a tensor: that of its elements in memory, which for a transposed one is not row by row. Rows that lie one
 * after the other need none of this.
 */
import { allocate, type DType, type TypedData } from "../tensor/dtype.ts";
import { isContiguous, numelOf, type Shape } from "../tensor/shape.ts";
import { aliasOf, type Layout, Tensor, viewOf } from "../tensor/tensor.ts";

/** The dims from the fastest to the slowest, as TensorIterator sorts them. */
function byStride({ shape, strides }: Layout): readonly number[] {
  const order = shape.map((_, i) => shape.length - 1 - i);
  for (let i = 1; i < order.length; i++) {
    let at = i;
    for (let before = i - 1; before >= 0; before--) {
      const comparison = compared(order[before], order[at], shape, strides);
      if (comparison < 0) break;
      if (comparison > 0) {
        [order[before], order[at]] = [order[at], order[before]];
        at = before;
      }
    }
  }
  return order;
}

/** Above zero: the two are to be exchanged. A dim of stride 0 says nothing. */
function compared(a: number, b: number, shape: Shape, strides: readonly number[]): number {
  if (strides[a] === 0 || strides[b] === 0) return 0;
  if (strides[a] !== strides[b]) return strides[a] - strides[b];
  return shape[a] > shape[b] ? 1 : 0;
}

/** Its dims in the same order, without gaps: how torch.empty_like lays out its result. */
function denseStrides(layout: Layout): readonly number[] {
  const strides = layout.shape.map(() => 0);
  let stride = 1;
  for (const dim of byStride(layout)) {
    strides[dim] = stride;
    stride *= Math.max(1, layout.shape[dim]);
  }
  return strides;
}

/**
 * A new tensor of this shape whose elements are drawn in the order in which they lie in memory; `areRows` says whether that is row by row.
 */
export function drawnLike(layout: Layout, dtype: DType, draw: (out: TypedData, areRows: boolean) => void): Tensor {
  const { shape } = layout;
  const data = allocate(dtype, numelOf(shape));
  const strides = isContiguous(shape, layout.strides) ? null : denseStrides(layout);
  const areRows = strides === null || isContiguous(shape, strides);
  draw(data, areRows);
  const drawn = Tensor.of(data, strides === null ? shape : [data.length], dtype);
  return strides === null ? drawn : aliasOf(viewOf(drawn, { shape, strides, offset: 0 }));
}
