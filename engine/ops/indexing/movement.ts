/** @file Ops that rearrange elements. Views share their storage with what they look at. */

import { expandTo } from "../../kernels/elementwise.ts";
import { EngineError } from "../../tensor/errors.ts";
import {
  contiguousStrides,
  formatShape,
  isContiguous,
  normalizeDim,
  normalizeDims,
  numelOf,
  resolveShape,
  type Shape,
} from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor, viewOf } from "../../tensor/tensor.ts";
import type { Labeller } from "../op.ts";
import { defineOp, finish, type Op } from "../op.ts";
import { input, movementDoc } from "./movement-doc.ts";

function reshaped(op: Op, x: Tensor, requested: Shape): Tensor {
  const shape = resolveShape(op.name, requested, numelOf(x.shape));
  const source = isContiguous(x.shape, x.strides) ? x : Tensor.of(toContiguousData(x), x.shape, x.dtype);
  const output = viewOf(source, { shape, strides: contiguousStrides(shape), offset: source.offset });
  return finish(op, [x], output, (grad) => reshape(grad, x.shape));
}

const reshapeLabel: Labeller = ([x]) =>
  Tensor.isTensor(x) && x.isContiguous ? "ViewBackward0" : "UnsafeViewBackward0";

export const reshape = defineOp(
  {
    name: "reshape",
    label: reshapeLabel,
    doc: movementDoc(
      "The same elements in another shape; one size may be -1.",
      "any with as many elements",
      "predictions.reshape(-1)",
      "x.reshape(shape)",
      "x.reshape(shape)",
    ),
    params: [input, { name: "shape", kind: "sizes" }],
    samples: [
      { shapes: [[2, 3]], args: [[3, 2]] },
      { shapes: [[2, 3]], args: [[-1]] },
    ],
  },
  (op) =>
    (x: Tensor, shape: Shape): Tensor =>
      reshaped(op, x, shape),
);

export const view = defineOp(
  {
    name: "view",
    lists: ["many", "sizes"],
    doc: movementDoc(
      "The same elements in another shape, sharing storage.",
      "any with as many elements",
      "predictions.view(-1)",
      "x.reshape(shape)",
      "x.reshape(shape)",
    ),
    params: [input, { name: "shape", kind: "sizes" }],
    places: ["method"],
    samples: [{ shapes: [[2, 3]], args: [[6]] }],
  },
  (op) =>
    (x: Tensor, shape: Shape): Tensor => {
      if (!isContiguous(x.shape, x.strides)) {
        const kept = viewStrides(x, resolveShape("view", shape, numelOf(x.shape)));
        if (kept !== null) {
          const output = viewOf(x, { ...kept, offset: x.offset });
          return finish(op, [x], output, (grad) => reshape(grad, x.shape));
        }
        throw new EngineError({
          type: "RuntimeError",
          code: "view",
          op: "view",
          message: `view: the elements of shape ${formatShape(x.shape)} do not lie in order`,
          hint: "Use reshape.",
          pytorch:
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
        });
      }
      return reshaped(op, x, shape);
    },
);

export const flatten = defineOp(
  {
    name: "flatten",
    label: reshapeLabel,
    doc: movementDoc(
      "The dims from start_dim to end_dim as one.",
      "one dim for several",
      "predictions.flatten()",
      "x.ravel()",
      "x.ravel()",
    ),
    params: [input, { name: "start_dim", kind: "dim", default: 0 }, { name: "end_dim", kind: "dim", default: -1 }],
    samples: [{ shapes: [[2, 3, 2]], args: [1] }],
  },
  (op) =>
    (x: Tensor, start = 0, end = -1): Tensor => {
      const rank = x.shape.length;
      const [from, to] = [normalizeDim("flatten", start, rank), normalizeDim("flatten", end, rank)];
      if (from > to)
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "flatten",
          message: `flatten: start_dim must not come after end_dim, got ${start} and ${end}`,
          pytorch: "flatten() has invalid args: start_dim cannot come after end_dim",
        });
      return reshaped(
        op,
        x,
        rank === 0 ? [1] : [...x.shape.slice(0, from), numelOf(x.shape.slice(from, to + 1)), ...x.shape.slice(to + 1)],
      );
    },
);

export const squeeze = defineOp(
  {
    name: "squeeze",
    lists: ["wrong"],
    label: ([, dim]) => (dim === null || dim === undefined ? "SqueezeBackward0" : "SqueezeBackward1"),
    doc: movementDoc(
      "Without its dims of size 1, or without one of them.",
      "[64, 1] to [64]",
      "targets.squeeze(1)",
      "x.squeeze(dim)",
      "x.squeeze(dim)",
    ),
    params: [input, { name: "dim", kind: "dims", default: null }],
    samples: [{ shapes: [[2, 1, 3]] }, { shapes: [[2, 1]], args: [1] }],
  },
  (op) =>
    (x: Tensor, dim: number | readonly number[] | null = null): Tensor => {
      const only = dim === null ? null : normalizeDims("squeeze", dim, x.shape.length);
      const shape = x.shape.filter((size, i) => size !== 1 || (only !== null && !only.includes(i)));
      return reshaped(op, x, shape);
    },
);

export const unsqueeze = defineOp(
  {
    name: "unsqueeze",
    doc: movementDoc(
      "With a dim of size 1 put in.",
      "[64] to [64, 1]",
      "targets.unsqueeze(1)",
      "jnp.expand_dims(x, dim)",
      "np.expand_dims(x, dim)",
    ),
    params: [input, { name: "dim", kind: "dim" }],
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  (op) =>
    (x: Tensor, dim: number): Tensor => {
      const at = normalizeDim("unsqueeze", dim, x.shape.length + 1);
      return reshaped(op, x, [...x.shape.slice(0, at), 1, ...x.shape.slice(at)]);
    },
);

export const permute = defineOp(
  {
    name: "permute",
    doc: movementDoc(
      "The dims in another order.",
      "sizes in the order of dims",
      "x.permute(1, 0)",
      "x.transpose(dims)",
      "x.transpose(dims)",
    ),
    params: [input, { name: "dims", kind: "sizes" }],
    samples: [{ shapes: [[2, 3, 4]], args: [[2, 0, 1]] }],
  },
  (op) =>
    (x: Tensor, dims: Shape): Tensor => {
      const order =
        dims.length === x.shape.length ? dims.map((dim) => normalizeDim("permute", dim, x.shape.length)) : [];
      if (order.length !== x.shape.length || new Set(order).size !== order.length) {
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "permute",
          message: `permute: needs each of the ${x.shape.length} dims once, got ${formatShape(dims)}`,
          pytorch:
            dims.length === x.shape.length
              ? "permute(): duplicate dims are not allowed."
              : `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${x.shape.length} is not equal to len(dims) = ${dims.length}`,
        });
      }
      const output = viewOf(x, {
        shape: order.map((d) => x.shape[d]),
        strides: order.map((d) => x.strides[d]),
        offset: x.offset,
      });
      const back = order.map((_, dim) => order.indexOf(dim));
      return finish(op, [x], output, (grad) => permute(grad, back));
    },
);

export const transpose = defineOp(
  {
    name: "transpose",
    label: "TransposeBackward0",
    aliases: ["swapaxes", "swapdims"],
    doc: movementDoc(
      "Two dims exchanged.",
      "sizes exchanged",
      "x.transpose(0, 1)",
      "jnp.swapaxes(x, 0, 1)",
      "np.swapaxes(x, 0, 1)",
    ),
    params: [input, { name: "dim0", kind: "dim" }, { name: "dim1", kind: "dim" }],
    samples: [{ shapes: [[2, 3]], args: [0, 1] }],
  },
  () =>
    (x: Tensor, dim0: number, dim1: number): Tensor => {
      const rank = x.shape.length;
      const [a, b] = [normalizeDim("transpose", dim0, rank), normalizeDim("transpose", dim1, rank)];
      return permute(
        x,
        x.shape.map((_, dim) => (dim === a ? b : dim === b ? a : dim)),
      );
    },
);

export const t = defineOp(
  {
    name: "t",
    label: "TBackward0",
    doc: movementDoc(
      "The transposed matrix; vectors and scalars stay as they are.",
      "[n, m] to [m, n]",
      "x.t()",
      "x.T",
      "x.T",
    ),
    params: [input],
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor): Tensor => {
      if (x.shape.length > 2) {
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "t",
          message: `t: takes a tensor of at most 2 dims, got shape ${formatShape(x.shape)}`,
          hint: "Use x.transpose(dim0, dim1).",
          pytorch: `t() expects a tensor with <= 2 dimensions, but self is ${x.shape.length}D`,
        });
      }
      return x.shape.length < 2 ? x : transpose(x, 0, 1);
    },
);

export const expand = defineOp(
  {
    name: "expand",
    doc: movementDoc(
      "Sizes of 1 repeated without copying; -1 keeps a size.",
      "broadcasts to the sizes given",
      "targets.expand(64, 3)",
      "jnp.broadcast_to(x, shape)",
      "np.broadcast_to(x, shape)",
    ),
    params: [input, { name: "size", kind: "sizes" }],
    places: ["method"],
    samples: [{ shapes: [[2, 1]], args: [[2, 3]] }],
  },
  (op) =>
    (x: Tensor, size: Shape): Tensor => {
      const added = size.length - x.shape.length;
      const shape = size.map((wanted, dim) => (wanted === -1 && dim >= added ? x.shape[dim - added] : wanted));
      const bad = shape.findIndex((size, d) => d >= added && size !== x.shape[d - added] && x.shape[d - added] !== 1);
      if (added < 0 || bad >= 0) {
        throw new EngineError({
          type: "RuntimeError",
          code: "expand",
          op: "expand",
          message: `expand: shape ${formatShape(x.shape)} does not expand to ${formatShape(size)}`,
          hint: "Only sizes of 1 can be repeated.",
          pytorch:
            added < 0
              ? `expand(torch.FloatTensor{${formatShape(x.shape)}}, size=${formatShape(size)}): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${x.shape.length})`
              : `The expanded size of the tensor (${shape[bad]}) must match the existing size (${x.shape[bad - added]}) at non-singleton dimension ${bad}.  Target sizes: ${formatShape(size)}.  Tensor sizes: ${formatShape(x.shape)}`,
        });
      }
      // The gradient has the expanded shape; backward sums it down to the input's.
      const expanded = expandTo(x, shape);
      // A tensor of its own, even where nothing is repeated: it gets a place on the tape.
      return finish(op, [x], expanded === x ? viewOf(x, x) : expanded, (grad) => grad);
    },
);

/** The strides of a view in another shape, where whole blocks of dims keep their place; null if elements would have to move. */
function viewStrides(x: Tensor, shape: Shape): { shape: Shape; strides: number[] } | null {
  const strides = new Array<number>(shape.length).fill(1);
  const dims = x.shape.map((size, d) => ({ size, stride: x.strides[d] })).filter(({ size }) => size !== 1);
  let at = shape.length - 1;
  for (let d = dims.length - 1; d >= 0; ) {
    // A block: dims that lie as one.
    let first = d;
    let size = dims[d].size;
    while (first > 0 && dims[first - 1].stride === dims[first].stride * dims[first].size) size *= dims[--first].size;
    let stride = dims[d].stride;
    let rest = size;
    while (rest > 1 || (at >= 0 && shape[at] === 1)) {
      if (at < 0 || rest % shape[at] !== 0) return null;
      strides[at] = stride;
      stride *= shape[at];
      rest /= shape[at];
      at--;
    }
    d = first - 1;
  }
  return { shape, strides };
}

export const contiguous = defineOp(
  {
    name: "contiguous",
    label: "CloneBackward0",
    doc: movementDoc(
      "The same elements, lying in order: itself if they do already.",
      "same as input",
      "x.t().contiguous()",
      "x",
      "np.ascontiguousarray(x)",
    ),
    params: [input],
    places: ["method"],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (x: Tensor): Tensor =>
      isContiguous(x.shape, x.strides)
        ? x
        : finish(op, [x], Tensor.of(toContiguousData(x), x.shape, x.dtype), (grad) => grad),
);

export const ravel = defineOp(
  {
    name: "ravel",
    label: "ViewBackward0",
    doc: movementDoc("All elements in one dim.", "one dim", "predictions.ravel()", "x.ravel()", "x.ravel()"),
    params: [input],
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor): Tensor =>
      reshape(x, [-1]),
);

function like(name: string, summary: string, label: Labeller | null, f: (x: Tensor, shape: Shape) => Tensor) {
  return defineOp(
    {
      name,
      label,
      doc: movementDoc(summary, "that of other", `predictions.${name}(targets)`, null, null),
      params: [input, { name: "other", kind: "tensor" }],
      places: ["method"],
      samples: [],
    },
    () =>
      (x: Tensor, other: Tensor): Tensor =>
        f(x, other.shape),
  );
}

export const view_as = like("view_as", "The same elements in the shape of another tensor.", null, (x, shape) =>
  view(x, shape),
);
export const reshape_as = like(
  "reshape_as",
  "The same elements in the shape of another tensor.",
  reshapeLabel,
  (x, shape) => reshape(x, shape),
);
export const expand_as = like("expand_as", "Sizes of 1 repeated up to the shape of another tensor.", null, (x, shape) =>
  expand(x, shape),
);

export const broadcast_to = defineOp(
  {
    name: "broadcast_to",
    doc: movementDoc(
      "Sizes of 1 repeated without copying.",
      "the sizes given",
      "torch.broadcast_to(targets, [64, 3])",
      "jnp.broadcast_to(x, shape)",
      "np.broadcast_to(x, shape)",
    ),
    params: [input, { name: "size", kind: "sizes" }],
    samples: [{ shapes: [[3]], args: [[2, 3]] }],
  },
  () =>
    (x: Tensor, size: Shape): Tensor =>
      expand(x, size),
);

export const unflatten = defineOp(
  {
    name: "unflatten",
    label: "ViewBackward0",
    doc: movementDoc("One dim as several.", "the sizes in the place of the dim", "x.unflatten(1, [2, 3])", null, null),
    params: [input, { name: "dim", kind: "dim" }, { name: "sizes", kind: "shape" }],
    samples: [{ shapes: [[2, 6]], args: [1, [2, 3]] }],
  },
  () =>
    (x: Tensor, dim: number, sizes: Shape): Tensor => {
      const at = normalizeDim("unflatten", dim, x.shape.length);
      return reshape(x, [
        ...x.shape.slice(0, at),
        ...resolveShape("unflatten", sizes, x.shape[at]),
        ...x.shape.slice(at + 1),
      ]);
    },
);
