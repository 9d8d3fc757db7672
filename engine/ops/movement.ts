/** @file Ops that rearrange elements. Views share their storage with what they look at. */
import { expandTo } from "../kernels/elementwise.ts";
import { allocate, promote } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import {
  broadcastShapes,
  contiguousStrides,
  formatShape,
  isContiguous,
  normalizeDim,
  numelOf,
  resolveShape,
  type Shape,
  sameShape,
} from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { defineOp, finish, type Op, type OpDoc, operandOf, type Param } from "./op.ts";

const input: Param = { name: "input", kind: "tensor" };

function doc(summary: string, shape: string, example: string, jax: string | null, numpy: string | null): OpDoc {
  return { summary, formula: "the same elements", shape, example, jax, numpy };
}

function reshaped(op: Op, x: Tensor, requested: Shape): Tensor {
  const shape = resolveShape(op.name, requested, numelOf(x.shape));
  const source = isContiguous(x.shape, x.strides) ? x : Tensor.of(toContiguousData(x), x.shape, x.dtype);
  const output = source.withLayout({ shape, strides: contiguousStrides(shape), offset: source.offset });
  return finish(op, [x], output, (grad) => reshape(grad, x.shape));
}

export const reshape = defineOp(
  {
    name: "reshape",
    doc: doc(
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
    doc: doc(
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
        throw new EngineError({
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
    doc: doc(
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
    doc: doc(
      "Without its dims of size 1, or without one of them.",
      "[64, 1] to [64]",
      "targets.squeeze(1)",
      "x.squeeze(dim)",
      "x.squeeze(dim)",
    ),
    params: [input, { name: "dim", kind: "dim", default: null }],
    samples: [{ shapes: [[2, 1, 3]] }, { shapes: [[2, 1]], args: [1] }],
  },
  (op) =>
    (x: Tensor, dim: number | null = null): Tensor => {
      const only = dim === null ? null : normalizeDim("squeeze", dim, x.shape.length);
      return reshaped(
        op,
        x,
        x.shape.filter((size, i) => size !== 1 || (only !== null && i !== only)),
      );
    },
);

export const unsqueeze = defineOp(
  {
    name: "unsqueeze",
    doc: doc(
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
    doc: doc(
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
      const order = dims.map((dim) => normalizeDim("permute", dim, x.shape.length));
      if (order.length !== x.shape.length || new Set(order).size !== order.length) {
        throw new EngineError({
          code: "dim",
          op: "permute",
          message: `permute: needs each of the ${x.shape.length} dims once, got ${formatShape(dims)}`,
          pytorch:
            "permute(dims): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions",
        });
      }
      const output = x.withLayout({
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
    doc: doc(
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
    doc: doc("The transposed matrix; vectors and scalars stay as they are.", "[n, m] to [m, n]", "x.t()", "x.T", "x.T"),
    params: [input],
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor): Tensor => {
      if (x.shape.length > 2) {
        throw new EngineError({
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
    doc: doc(
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
      if (added < 0 || !sameShape(broadcastShapes("expand", x.shape, shape), shape)) {
        throw new EngineError({
          code: "expand",
          op: "expand",
          message: `expand: shape ${formatShape(x.shape)} does not expand to ${formatShape(size)}`,
          hint: "Only sizes of 1 can be repeated.",
        });
      }
      // The gradient has the expanded shape; backward sums it down to the input's.
      return finish(op, [x], expandTo(x, shape), (grad) => grad);
    },
);

export const narrow = defineOp(
  {
    name: "narrow",
    doc: doc(
      "A stretch of one dim.",
      "one size becomes length",
      "predictions.narrow(0, 0, 32)",
      "jax.lax.slice_in_dim(x, start, start + length)",
      "x[start:start + length]",
    ),
    params: [
      input,
      { name: "dim", kind: "dim" },
      { name: "start", kind: "number" },
      { name: "length", kind: "number" },
    ],
    samples: [{ shapes: [[4, 3]], args: [0, 1, 2] }],
  },
  (op) =>
    (x: Tensor, dim: number, start: number, length: number): Tensor => {
      const at = normalizeDim("narrow", dim, x.shape.length);
      const size = x.shape[at] ?? 0;
      const from = start < 0 ? start + size : start;
      if (from < 0 || length < 0 || from + length > size) {
        throw new EngineError({
          code: "index",
          op: "narrow",
          message: `narrow: ${length} elements from ${start} do not lie within size ${size}`,
          pytorch: `start (${start}) + length (${length}) exceeds dimension size (${size}).`,
        });
      }
      const shape = x.shape.map((s, i) => (i === at ? length : s));
      const output = x.withLayout({ shape, strides: x.strides, offset: x.offset + from * x.strides[at] });
      return finish(op, [x], output, (grad) => {
        const zeros = (count: number) =>
          Tensor.zeros(
            x.shape.map((s, i) => (i === at ? count : s)),
            grad.dtype,
          );
        return cat([zeros(from), grad, zeros(size - from - length)], at);
      });
    },
);

export const select = defineOp(
  {
    name: "select",
    doc: doc(
      "One slice of one dim, which goes away.",
      "without the dim",
      "predictions.select(1, 0)",
      "jnp.take(x, index, dim)",
      "np.take(x, index, dim)",
    ),
    params: [input, { name: "dim", kind: "dim" }, { name: "index", kind: "number" }],
    samples: [{ shapes: [[4, 3]], args: [1, -1] }],
  },
  () =>
    (x: Tensor, dim: number, index: number): Tensor => {
      const at = normalizeDim("select", dim, x.shape.length);
      const size = x.shape[at] ?? 0;
      if (x.shape.length === 0 || index < -size || index >= size) {
        throw new EngineError({
          code: "index",
          op: "select",
          message: `select: index ${index} is out of range for size ${size}`,
          pytorch: `index ${index} is out of bounds for dimension ${at} with size ${size}`,
        });
      }
      return squeeze(narrow(x, at, index, 1), at);
    },
);

export const cat = defineOp(
  {
    name: "cat",
    doc: doc(
      "Tensors one after the other along a dim.",
      "equal but for that dim, whose sizes add up",
      "torch.cat([predictions, targets], 1)",
      "jnp.concatenate(xs, dim)",
      "np.concatenate(xs, dim)",
    ),
    params: [
      { name: "tensors", kind: "tensors" },
      { name: "dim", kind: "dim", default: 0 },
    ],
    places: ["torch"],
    samples: [],
  },
  (op) =>
    (tensors: readonly Tensor[], dim = 0): Tensor => {
      const [first] = tensors;
      if (first === undefined)
        throw new EngineError({
          code: "empty",
          op: "cat",
          message: "cat: needs at least one tensor",
          pytorch: "torch.cat(): expected a non-empty list of Tensors",
        });
      const at = normalizeDim("cat", dim, first.shape.length);
      for (const other of tensors) {
        if (
          other.shape.length !== first.shape.length ||
          other.shape.some((size, i) => i !== at && size !== first.shape[i])
        ) {
          const bad = other.shape.findIndex((size, i) => i !== at && size !== first.shape[i]);
          throw new EngineError({
            code: "shape",
            op: "cat",
            shapes: [first.shape, other.shape],
            message: `cat: shapes must agree but for dim ${at}, got ${formatShape(first.shape)} and ${formatShape(other.shape)}`,
            pytorch: `Sizes of tensors must match except in dimension ${at}. Expected size ${first.shape[bad]} but got size ${other.shape[bad]} for tensor number ${tensors.indexOf(other)} in the list.`,
          });
        }
      }
      const sizes = tensors.map((x) => x.shape[at]);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const shape = first.shape.map((size, i) => (i === at ? total : size));
      const dtype = promote(tensors.map(operandOf));
      const data = allocate(dtype, numelOf(shape));
      const outer = numelOf(shape.slice(0, at));
      const inner = numelOf(shape.slice(at + 1));
      const starts: number[] = [];
      let start = 0;
      for (const x of tensors) {
        starts.push(start);
        const from = toContiguousData(x);
        const run = x.shape[at] * inner;
        for (let row = 0; row < outer; row++)
          data.set(from.subarray(row * run, (row + 1) * run), row * total * inner + start * inner);
        start += x.shape[at];
      }
      return finish(op, tensors, Tensor.of(data, shape, dtype), (grad, i) => narrow(grad, at, starts[i], sizes[i]));
    },
);

export const stack = defineOp(
  {
    name: "stack",
    doc: doc(
      "Tensors of one shape along a new dim.",
      "a dim of their number put in",
      "torch.stack([loss1, loss2])",
      "jnp.stack(xs, dim)",
      "np.stack(xs, dim)",
    ),
    params: [
      { name: "tensors", kind: "tensors" },
      { name: "dim", kind: "dim", default: 0 },
    ],
    places: ["torch"],
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[], dim = 0): Tensor => {
      const odd = tensors.find((x) => !sameShape(x.shape, tensors[0].shape));
      if (odd !== undefined) {
        throw new EngineError({
          code: "shape",
          op: "stack",
          shapes: [tensors[0].shape, odd.shape],
          message: `stack: shapes must be equal, got ${formatShape(tensors[0].shape)} and ${formatShape(odd.shape)}`,
          pytorch: `stack expects each tensor to be equal size, but got ${formatShape(tensors[0].shape)} at entry 0 and ${formatShape(odd.shape)} at entry ${tensors.indexOf(odd)}`,
        });
      }
      return cat(
        tensors.map((x) => unsqueeze(x, dim)),
        dim,
      );
    },
);
