/** @file Elements chosen by tensors of indices. */
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape, normalizeDim, numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { dim, index, requireIndex, requireRange } from "./index-checks.ts";
import { expand, flatten, reshape } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
import { alongDim, pick } from "./pick.ts";

export function checkGather(op: string, x: Tensor, at: number, index: Tensor): void {
  requireIndex(op, index);
  const rank = Math.max(1, x.shape.length);
  if (Math.max(1, index.shape.length) !== rank) {
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op,
      shapes: [x.shape, index.shape],
      message: `${op}: the index must have as many dims as the input, got shapes ${formatShape(index.shape)} and ${formatShape(x.shape)}`,
      hint: "Add one with index.unsqueeze(1).",
      pytorch: "Index tensor must have the same number of dimensions as input tensor",
    });
  }
  const d = index.shape.findIndex((size, i) => i !== at && size > x.shape[i]);
  if (d >= 0) {
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op,
      shapes: [x.shape, index.shape],
      message: `${op}: index of shape ${formatShape(index.shape)} is larger than the input of shape ${formatShape(x.shape)} in dim ${d}`,
      pytorch: `Size does not match at dimension ${d} expected index ${formatShape(index.shape)} to be smaller than self ${formatShape(x.shape)} apart from dimension ${at}`,
    });
  }
  requireRange(op, index, x.shape[at] ?? 1, at);
}

export const gather = defineOp(
  {
    name: "gather",
    doc: opDoc(
      "For every place of the index, the element that it names along a dim.",
      "y_ij = x_i,index_ij for dim = 1",
      "that of index",
      "logProbs.gather(1, labels.unsqueeze(1))",
      "jnp.take_along_axis(x, index, dim)",
      "np.take_along_axis(x, index, dim)",
    ),
    params: [input, dim, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor): Tensor => {
      const at = normalizeDim("gather", dim, x.shape.length);
      checkGather("gather", x, at, index);
      return pick(
        op,
        x,
        x.shape.length === 0 ? new Int32Array(numelOf(index.shape)) : alongDim(x.shape, at, index),
        index.shape,
      );
    },
);

export const take_along_dim = defineOp(
  {
    name: "take_along_dim",
    doc: opDoc(
      "gather, with index and input broadcast against each other.",
      "y_ij = x_i,index_ij for dim = 1",
      "input and index broadcast but for dim",
      "losses.take_along_dim(order, 0)",
      "jnp.take_along_axis(x, index, dim)",
      "np.take_along_axis(x, index, dim)",
    ),
    params: [input, { name: "indices", kind: "tensor" }, { name: "dim", kind: "dim", default: null }],
    samples: [],
  },
  () =>
    (x: Tensor, indices: Tensor, dim: number | null = null): Tensor => {
      if (dim === null) return gather(flatten(x), 0, flatten(indices));
      const at = normalizeDim("take_along_dim", dim, x.shape.length);
      const free = (shape: Shape) => shape.map((size, i) => (i === at ? 1 : size));
      const common = broadcastShapes("take_along_dim", free(x.shape), free(indices.shape));
      const sized = (y: Tensor) =>
        expand(
          y,
          common.map((size, i) => (i === at ? y.shape[i] : size)),
        );
      return gather(sized(x), at, sized(indices));
    },
);

/** The vector index, for every other coordinate. */
export function alongRows(x: Tensor, at: number, index: Tensor): Tensor {
  const shape = x.shape.map((size, i) => (i === at ? numelOf(index.shape) : size));
  return expand(
    reshape(
      index,
      shape.map((_, i) => (i === at ? -1 : 1)),
    ),
    shape,
  );
}

export const index_select = defineOp(
  {
    name: "index_select",
    doc: opDoc(
      "The rows (or slices of another dim) that an index names.",
      "y_i = x_index_i",
      "dim has the size of index",
      "predictions.index_select(0, order)",
      "jnp.take(x, index, dim)",
      "np.take(x, index, dim)",
    ),
    params: [input, dim, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor): Tensor => {
      const at = normalizeDim("index_select", dim, x.shape.length);
      requireIndex("index_select", index);
      requireRange("index_select", index, x.shape[at] ?? 1, at);
      if (x.shape.length === 0) return x;
      const rows = alongRows(x, at, index);
      return pick(op, x, alongDim(x.shape, at, rows), rows.shape);
    },
);

export const take = defineOp(
  {
    name: "take",
    doc: opDoc(
      "Elements by their place in row-major order.",
      "y_i = x.flatten()_index_i",
      "that of index",
      "torch.take(predictions, torch.tensor([0, 2]))",
      "jnp.take(x, index)",
      "np.take(x, index)",
    ),
    params: [input, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, index: Tensor): Tensor => {
      requireIndex("take", index);
      const size = numelOf(x.shape);
      const places = Int32Array.from(toContiguousData(index), (place) => (place < 0 ? place + size : place));
      const bad = places.find((place) => place < 0 || place >= size);
      if (bad !== undefined)
        throw new EngineError({
          type: "IndexError",
          code: "index",
          op: "take",
          message: `take: index ${bad} is out of range for ${size} elements`,
          pytorch: `out of range: tried to access index ${bad} on a tensor of ${size} elements.`,
        });
      return pick(op, x, places, index.shape);
    },
);
