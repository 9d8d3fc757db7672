/** @file Matrix products. */

import { expandTo } from "../../kernels/elementwise.ts";
import { type Matrix, matmulInto, product32 } from "../../kernels/matmul.ts";
import { allocate, cTypes, type DType, promote } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape, numelOf, type Shape } from "../../tensor/shape.ts";
import { forEachOffset } from "../../tensor/storage.ts";
import { dataOf, nodeOf, Tensor, viewOf } from "../../tensor/tensor.ts";
import { reshape, squeeze, transpose, unsqueeze } from "../indexing/movement.ts";
import { defineOp, finish, operandOf, unlike } from "../op.ts";
import { add } from "../pointwise/arithmetic.ts";
import { linearLabel, matmulLabel } from "./product-labels.ts";

function shapesError(op: string, a: Shape, b: Shape): EngineError {
  const [m, k] = [a.at(-2) ?? 1, a.at(-1) ?? 1];
  const [rows, n] = b.length > 1 ? [b.at(-2) ?? 1, b.at(-1) ?? 1] : [b.at(-1) ?? 1, 1];
  return new EngineError({
    type: "RuntimeError",
    code: "matmul",
    op,
    shapes: [a, b],
    message: `${op}: shapes ${formatShape(a)} and ${formatShape(b)} do not multiply, ${k} columns against ${rows} rows`,
    hint: "The last size of the first must equal the second to last of the second; for products element by element use mul.",
    pytorch: mismatch(a, b, `mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${rows}x${n})`),
  });
}

/** PyTorch says it in the words of the routine that it chose by the numbers of dims. */
function mismatch(a: Shape, b: Shape, plain: string): string {
  if (a.length > 2 && b.length > 2) {
    const batch = numelOf(a.slice(0, -2));
    return `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${a.at(-1)}] but got: [${numelOf(b.slice(0, -2))}, ${b.at(-2)}].`;
  }
  return plain;
}

/** Both with at least two dims; leading dims broadcast. */
const batched = defineOp(
  {
    name: "matmul",
    label: ([a, b]) => matmulLabel(a, b),
    doc: {
      summary: "The matrix product; vectors and stacks of matrices as in PyTorch.",
      formula: "c_ij = Σ_k a_ik b_kj",
      shape: "[n, k] and [k, m] to [n, m]; [k] counts as a row or a column; leading dims broadcast",
      example: "x.matmul(weight.t())",
      jax: "a @ b",
      numpy: "a @ b",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "other", kind: "tensor" },
    ],
    samples: [
      {
        shapes: [
          [2, 3],
          [3, 2],
        ],
      },
      { shapes: [[3], [3]] },
      { shapes: [[2, 3], [3]] },
      {
        shapes: [
          [2, 2, 3],
          [3, 2],
        ],
      },
    ],
  },
  (op) =>
    (a: Tensor, b: Tensor): Tensor => {
      const [m, k, n] = [a.shape[a.shape.length - 2], a.shape[a.shape.length - 1], b.shape[b.shape.length - 1]];
      if (k !== b.shape[b.shape.length - 2]) throw shapesError("matmul", a.shape, b.shape);
      const product = finish(op, [a, b], productOf(a, b, m, k, n), (grad, i) =>
        i === 0 ? batched(grad, transpose(b, -2, -1)) : batched(transpose(a, -2, -1), grad),
      );
      // Gradients are products too, which nobody calls by a name.
      const node = nodeOf(product);
      if (node !== null) node.label = matmulLabel(a, b);
      return product;
    },
);

function productOf(a: Tensor, b: Tensor, m: number, k: number, n: number): Tensor {
  const batch = broadcastShapes("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  const shape = [...batch, m, n];
  const dtype: DType = promote([operandOf(a), operandOf(b)]);
  const isSingle = a.dtype === "float32" && b.dtype === "float32";
  if (isSingle && batch.length === 0) return product32(a, b, shape);
  const to = allocate(dtype, numelOf(shape));
  const [lefts, rights] = [matrices(a, batch), matrices(b, batch)];
  lefts.forEach((left, i) => {
    if (isSingle) to.set(dataOf(product32(matrix(a, left, m, k), matrix(b, rights[i], k, n), [m, n])), i * m * n);
    else matmulInto(to, i * m * n, left, rights[i], m, k, n);
  });
  return Tensor.of(to, shape, dtype);
}

const matrix = (x: Tensor, { offset, rowStride, columnStride }: Matrix, rows: number, columns: number): Tensor =>
  viewOf(x, { shape: [rows, columns], strides: [rowStride, columnStride], offset });

function matrices(x: Tensor, batch: Shape): Matrix[] {
  const rank = x.shape.length;
  const lead = expandTo(
    viewOf(x, { shape: x.shape.slice(0, -2), strides: x.strides.slice(0, -2), offset: x.offset }),
    batch,
  );
  const found: Matrix[] = [];
  forEachOffset(lead, (offset) =>
    found.push({ data: dataOf(x), offset, rowStride: x.strides[rank - 2], columnStride: x.strides[rank - 1] }),
  );
  return found;
}

/** PyTorch says it otherwise in each of the kernels that multiply. */
function unlikeWords(a: Tensor, b: Tensor, left: string, right: string): string {
  const [m, n] = [a.shape.length, b.shape.length];
  if (m === 1 && n === 1) return `dot : expected both vectors to have same dtype, but found ${left} and ${right}`;
  if (m === 2 && n === 1)
    return `addmv input tensors must have the same dtype, but got ${right}, ${left}, and ${right}`;
  if (m === 1 && n === 2) return `addmv input tensors must have the same dtype, but got ${left}, ${right}, and ${left}`;
  if (m === 2 && n === 2)
    return `expected m1 and m2 to have the same dtype, but got: ${cTypes[a.dtype]} != ${cTypes[b.dtype]}`;
  return `expected scalar type ${left} but found ${right}`;
}

/** Vectors get the dim they lack, and lose it again. */
export const matmul = Object.assign(
  (a: Tensor, b: Tensor): Tensor => {
    if (a.shape.length === 0 || b.shape.length === 0) {
      throw new EngineError({
        type: "RuntimeError",
        code: "matmul",
        op: "matmul",
        shapes: [a.shape, b.shape],
        message: `matmul: takes tensors with dims, got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
        hint: "Use mul for scalars.",
        pytorch:
          "both arguments to matmul need to be at least 1D, but they are " +
          `${a.shape.length}D and ${b.shape.length}D`,
      });
    }
    if (a.dtype !== b.dtype) throw unlike("matmul", a, b, (left, right) => unlikeWords(a, b, left, right));
    if (a.shape.length === 1 && b.shape.length === 1) return dot(a, b);
    if (a.shape.length === 2 && b.shape.length === 1 && a.shape[1] !== b.shape[0]) {
      throw new EngineError({
        type: "RuntimeError",
        code: "matmul",
        op: "matmul",
        shapes: [a.shape, b.shape],
        message: `matmul: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not multiply, ${a.shape[1]} columns against ${b.shape[0]} rows`,
        hint: "The last size of the matrix must be the size of the vector.",
        pytorch: `size mismatch, got input (${a.shape[0]}), mat (${a.shape[0]}x${a.shape[1]}), vec (${b.shape[0]})`,
      });
    }
    const left = a.shape.length === 1 ? unsqueeze(a, 0) : a;
    const right = b.shape.length === 1 ? unsqueeze(b, 1) : b;
    const product = batched(left, right);
    const rows = a.shape.length === 1 ? squeeze(product, -2) : product;
    return b.shape.length === 1 ? squeeze(rows, -1) : rows;
  },
  { op: batched.op },
);

export const linear = defineOp(
  {
    name: "linear",
    label: ([input, , bias]) =>
      Tensor.isTensor(input) ? linearLabel(input, bias !== null && bias !== undefined) : null,
    doc: {
      summary: "A linear layer.",
      formula: "x Wᵀ + b",
      shape: "[..., in], weight [out, in], bias [out] to [..., out]",
      example: "F.linear(x, weight, bias)",
      jax: "x @ w.T + b",
      numpy: "x @ w.T + b",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "weight", kind: "tensor" },
      { name: "bias", kind: "tensor", default: null },
    ],
    places: ["F"],
    samples: [{ shapes: [[4, 3], [2, 3], [2]] }],
  },
  () =>
    (x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor => {
      if (x.dtype !== weight.dtype && bias !== null)
        throw unlike(
          "linear",
          x,
          weight,
          (left, right) => `mat1 and mat2 must have the same dtype, but got ${left} and ${right}`,
        );
      const product = matmul(x, transpose(weight, 0, 1));
      return bias === null ? product : add(product, bias);
    },
);

export const dot = defineOp(
  {
    name: "dot",
    label: "DotBackward0",
    doc: {
      summary: "The inner product of two vectors.",
      formula: "Σ a b",
      shape: "[n] and [n] to []",
      example: "predictions.flatten().dot(targets.flatten())",
      jax: "jnp.dot(a, b)",
      numpy: "np.dot(a, b)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "other", kind: "tensor" },
    ],
    samples: [{ shapes: [[3], [3]] }],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      if (a.shape.length !== 1 || b.shape.length !== 1) {
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "dot",
          shapes: [a.shape, b.shape],
          message: `dot: takes two vectors, got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
          hint: "Flatten them, or use matmul.",
          pytorch: `1D tensors expected, but got ${a.shape.length}D and ${b.shape.length}D tensors`,
        });
      }
      if (a.dtype !== b.dtype) throw unlike("dot", a, b, (left, right) => unlikeWords(a, b, left, right));
      if (a.shape[0] !== b.shape[0]) {
        throw new EngineError({
          type: "RuntimeError",
          code: "matmul",
          op: "dot",
          shapes: [a.shape, b.shape],
          message: `dot: takes vectors of one length, got ${a.shape[0]} and ${b.shape[0]}`,
          pytorch: `inconsistent tensor size, expected tensor ${formatShape(a.shape)} and src ${formatShape(b.shape)} to have the same number of elements, but got ${a.shape[0]} and ${b.shape[0]} elements respectively`,
        });
      }
      return reshape(batched(unsqueeze(a, 0), unsqueeze(b, 1)), []);
    },
);
