/**
 * @file The one pair behind everything that chooses elements by position: gather, sort, masks, flip, triangles, pooling.
 * Picking and adding at the same positions are each other's gradient.
 */
import { allocate } from "../../tensor/dtype.ts";
import { contiguousStrides, numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { finish, type Op } from "../op.ts";

/** Places in row-major order; -1 stands for a zero that comes from nowhere. */
export type Positions = Int32Array;

/** y[i] = x[positions[i]]. */
export function pick(op: Op, x: Tensor, positions: Positions, shape: Shape): Tensor {
  const from = toContiguousData(x);
  const to = allocate(x.dtype, positions.length);
  for (let i = 0; i < to.length; i++) to[i] = positions[i] < 0 ? 0 : from[positions[i]];
  return finish(op, [x], Tensor.of(to, shape, x.dtype), (grad) => deposit(op, grad, positions, x.shape));
}

/** y[positions[i]] += x[i], beginning with zeros. */
export function deposit(op: Op, x: Tensor, positions: Positions, shape: Shape): Tensor {
  const from = toContiguousData(x);
  const to = allocate(x.dtype, numelOf(shape));
  for (let i = 0; i < from.length; i++) if (positions[i] >= 0) to[positions[i]] += from[i];
  return finish(op, [x], Tensor.of(to, shape, x.dtype), (grad) => pick(op, grad, positions, x.shape));
}

/** The place of every element of a result whose coordinates are worked out one by one. */
export function positionsOf(shape: Shape, place: (coordinates: Int32Array, index: number) => number): Positions {
  const positions = new Int32Array(numelOf(shape));
  const at = new Int32Array(shape.length);
  for (let i = 0; i < positions.length; i++) {
    positions[i] = place(at, i);
    for (let dim = shape.length - 1; dim >= 0; dim--) {
      if (++at[dim] < shape[dim]) break;
      at[dim] = 0;
    }
  }
  return positions;
}

/** Where x.gather(dim, indices) reads: like the result in every dim, but at the index in one. */
export function alongDim(source: Shape, dim: number, indices: Tensor): Positions {
  const strides = contiguousStrides(source);
  const data = toContiguousData(indices);
  return positionsOf(indices.shape, (at, i) => {
    let place = 0;
    for (let d = 0; d < source.length; d++) place += (d === dim ? data[i] : at[d]) * strides[d];
    return place;
  });
}
