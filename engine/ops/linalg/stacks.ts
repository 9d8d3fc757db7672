/** @file Stacks of matrices: what functions of matrices are given, one after the other, and what they refuse. */
import { allocate, isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape, numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { eye } from "../creation/creation.ts";
import { expand } from "../indexing/movement.ts";
import { label } from "../node-name.ts";
import type { OpDoc, Param } from "../op.ts";

export const rowsOf = (x: Tensor): number => x.shape[x.shape.length - 2];
export const columnsOf = (x: Tensor): number => x.shape[x.shape.length - 1];
export const batchOf = (x: Tensor): Shape => x.shape.slice(0, -2);

/** Each matrix as doubles, row by row. */
export function matricesOf(x: Tensor): Float64Array[] {
  const data = toContiguousData(x);
  const size = rowsOf(x) * columnsOf(x);
  return Array.from({ length: numelOf(batchOf(x)) }, (_, i) =>
    Float64Array.from(data.subarray(i * size, (i + 1) * size)),
  );
}

/** Results of one shape for each matrix, in the dtype of `like`. */
export function stacked(parts: readonly Float64Array[], like: Tensor, shape: Shape): Tensor {
  const whole = [...batchOf(like), ...shape];
  const out = allocate(like.dtype, numelOf(whole));
  const size = numelOf(shape);
  parts.forEach((part, i) => {
    out.set(part, i * size);
  });
  return Tensor.of(out, whole, like.dtype);
}

/** Both with the batch dims that they broadcast to. */
export function alike(op: string, a: Tensor, b: Tensor): readonly [Tensor, Tensor] {
  const batch = broadcastShapes(op, batchOf(a), batchOf(b));
  const fitted = (x: Tensor) => expand(x, [...batch, ...x.shape.slice(-2)]);
  return [fitted(a), fitted(b)];
}

export function requireMatrices(op: string, x: Tensor, name = "A", isSquare = true, title = op): void {
  if (x.shape.length < 2)
    throw new EngineError({
      type: "RuntimeError",
      code: "dim",
      op,
      shapes: [x.shape],
      message: `${op}: takes a matrix or a stack of them, got shape ${formatShape(x.shape)}`,
      pytorch: `${title}: The input tensor ${name} must have at least 2 dimensions.`,
    });
  if (isSquare && rowsOf(x) !== columnsOf(x))
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op,
      shapes: [x.shape],
      message: `${op}: takes square matrices, got ${rowsOf(x)} by ${columnsOf(x)}`,
      pytorch: `${title}: ${name} must be batches of square matrices, but they are ${rowsOf(x)} by ${columnsOf(x)} matrices`,
    });
  if (!isFloating(x.dtype))
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op,
      message: `${op}: takes floating point tensors, got ${x.dtype}`,
      hint: "Convert first: x.float().",
      pytorch: `${title}: Expected a floating point or complex tensor as input. Got ${pytorchTypes[x.dtype]}`,
    });
}

/** PyTorch's LinAlgError; the sentence begins with the matrix of a stack. */
export function failed(
  op: string,
  rule: string,
  sentence: string,
  x: Tensor,
  at: number,
  hint: string,
  title = op,
): EngineError {
  const where = x.shape.length > 2 ? `(Batch element ${at}): ` : "";
  return new EngineError({
    type: "_LinAlgError",
    code: "domain",
    op,
    shapes: [x.shape],
    message: `${op}: ${rule}`,
    hint,
    pytorch: `${title}: ${where}${sentence}`,
  });
}

/** Docs of a function of matrices. */
export const matrixDoc = (
  summary: string,
  formula: string,
  shape: string,
  example: string,
  more: Partial<OpDoc> = {},
): OpDoc => ({ summary, formula, shape, example, jax: null, numpy: null, ...more });

/** A result by PyTorch's name of what made it. */
export function called(name: string, result: Tensor): Tensor {
  label(result, name);
  return result;
}

/** The parameters that torch.linalg calls A, and torch input. */
export const A: Param = { name: "A", kind: "tensor" };
export const input: Param = { name: "input", kind: "tensor" };

export const epsilon = (x: Tensor): number => (x.dtype === "float32" ? 2 ** -23 : 2 ** -52);

export const identityOf = (n: number, like: Tensor): Tensor => eye(n, n, like.dtype);

/** The same numbers without a tape: what is differentiated by a formula of its own. */
export const detached = (x: Tensor): Tensor => stacked(matricesOf(x), x, [rowsOf(x), columnsOf(x)]);
