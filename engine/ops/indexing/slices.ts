/** @file Parts of tensors, and tensors put together: each is the other's gradient. */
import { allocate, promote } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, formatShape, normalizeDim, numelOf, sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor, viewOf } from "../../tensor/tensor.ts";
import { defineOp, finish, operandOf } from "../op.ts";
import { squeeze, unsqueeze } from "./movement.ts";
import { input, movementDoc } from "./movement-doc.ts";
import { deposit, positionsOf } from "./pick.ts";

export const narrow = defineOp(
  {
    name: "narrow",
    label: "SliceBackward0",
    doc: movementDoc(
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
          type: "RuntimeError",
          code: "index",
          op: "narrow",
          message: `narrow: ${length} elements from ${start} do not lie within size ${size}`,
          pytorch: `start (${start}) + length (${length}) exceeds dimension size (${size}).`,
        });
      }
      const shape = x.shape.map((s, i) => (i === at ? length : s));
      const output = viewOf(x, { shape, strides: x.strides, offset: x.offset + from * x.strides[at] });
      const within = contiguousStrides(x.shape);
      return finish(op, [x], output, (grad) =>
        deposit(
          op,
          grad,
          positionsOf(shape, (coordinates) => {
            let place = from * within[at];
            for (let d = 0; d < within.length; d++) place += coordinates[d] * within[d];
            return place;
          }),
          x.shape,
        ),
      );
    },
);

export const select = defineOp(
  {
    name: "select",
    label: "SelectBackward0",
    doc: movementDoc(
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
          type: "IndexError",
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
    aliases: ["concat", "concatenate"],
    doc: movementDoc(
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
    (given: readonly Tensor[], dim = 0): Tensor => {
      // Empty vectors go with everything, for old times' sake.
      const isSkipped = (x: Tensor) => x.shape.length === 1 && x.shape[0] === 0;
      const tensors = given.some((x) => !isSkipped(x)) ? given.filter((x) => !isSkipped(x)) : given;
      const [first] = tensors;
      if (first === undefined)
        throw new EngineError({
          type: "ValueError",
          code: "empty",
          op: "cat",
          message: "cat: needs at least one tensor",
          pytorch: "torch.cat(): expected a non-empty list of Tensors",
        });
      const scalar = given.findIndex((x) => x.shape.length === 0);
      if (scalar >= 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "cat",
          shapes: given.map((x) => x.shape),
          message: "cat: takes tensors with dims, got one without",
          hint: "Put numbers together with stack.",
          pytorch: `zero-dimensional tensor (at position ${scalar}) cannot be concatenated`,
        });
      const at = normalizeDim("cat", dim, first.shape.length);
      for (const other of tensors) {
        if (
          other.shape.length !== first.shape.length ||
          other.shape.some((size, i) => i !== at && size !== first.shape[i])
        ) {
          if (other.shape.length !== first.shape.length) {
            throw new EngineError({
              type: "RuntimeError",
              code: "shape",
              op: "cat",
              shapes: [first.shape, other.shape],
              message: `cat: tensors must have as many dims, got shapes ${formatShape(first.shape)} and ${formatShape(other.shape)}`,
              hint: "Add a dim with unsqueeze, or put them together with stack.",
              pytorch: `Tensors must have same number of dimensions: got ${first.shape.length} and ${other.shape.length}`,
            });
          }
          const bad = other.shape.findIndex((size, i) => i !== at && size !== first.shape[i]);
          throw new EngineError({
            type: "RuntimeError",
            code: "shape",
            op: "cat",
            shapes: [first.shape, other.shape],
            message: `cat: shapes must agree but for dim ${at}, got ${formatShape(first.shape)} and ${formatShape(other.shape)}`,
            pytorch: `Sizes of tensors must match except in dimension ${at}. Expected size ${first.shape[bad]} but got size ${other.shape[bad]} for tensor number ${tensors.indexOf(other)} in the list.`,
          });
        }
      }
      const sizes = tensors.map((x) => x.shape[at]);
      const skippedBefore = (i: number) => given.slice(0, i).filter((x) => !tensors.includes(x)).length;
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
      const output = Tensor.of(data, shape, dtype);
      return finish(op, given, output, (grad, i) => {
        const part = tensors.indexOf(given[i]);
        return part < 0
          ? Tensor.zeros([0], grad.dtype)
          : narrow(grad, at, starts[i - skippedBefore(i)], given[i].shape[at]);
      });
    },
);

export const stack = defineOp(
  {
    name: "stack",
    label: "StackBackward0",
    doc: movementDoc(
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
      if (tensors.length === 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "empty",
          op: "stack",
          message: "stack: needs at least one tensor",
          pytorch: "stack expects a non-empty TensorList",
        });
      const odd = tensors.find((x) => !sameShape(x.shape, tensors[0].shape));
      if (odd !== undefined) {
        throw new EngineError({
          type: "RuntimeError",
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
