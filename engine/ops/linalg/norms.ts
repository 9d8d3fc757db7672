/** @file Rank, norms and condition numbers. */

import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { gt } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { permute, squeeze, unsqueeze } from "../indexing/movement.ts";
import { narrow } from "../indexing/slices.ts";
import { label } from "../node-name.ts";
import { defineOp } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { abs } from "../pointwise/unary.ts";
import { norm, provideNuclearNorm } from "../reduction/norm.ts";
import { amax, amin, sum } from "../reduction/reduction.ts";
import { linalgEigvalsh, linalgSvdvals } from "./factors.ts";
import { linalgInv } from "./solving.ts";
import { A, columnsOf, detached, epsilon, matrixDoc, requireMatrices, rowsOf } from "./stacks.ts";

export const linalgMatrixRank = defineOp(
  {
    name: "linalg_matrix_rank",
    doc: matrixDoc(
      "How many singular values are not nearly zero.",
      "#{i : S_i > tol}, tol = max(m, n) · eps · max S unless given",
      "[..., m, n] to [...]",
      "torch.linalg.matrix_rank(x)",
      { jax: "jnp.linalg.matrix_rank(A)", numpy: "np.linalg.matrix_rank(A)" },
    ),
    params: [A, { name: "tol", kind: "number", default: null }, { name: "hermitian", kind: "bool", default: false }],
    places: ["linalg"],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, tol: number | null = null, isSymmetric = false): Tensor => {
      requireMatrices("linalg_matrix_rank", x, "A", false, "linalg.matrix_rank");
      const plain = detached(x);
      const values = isSymmetric ? abs(linalgEigvalsh(plain)) : linalgSvdvals(plain);
      const limit = tol ?? mul(amax(values, -1, true), Math.max(rowsOf(x), columnsOf(x)) * epsilon(x));
      return sum(cast(gt(values, limit), "int64"), -1);
    },
);

type Order = number | string;

const inf = Number.POSITIVE_INFINITY;

/** The norm of matrices that lie in the last two dims. */
function normOfLast(x: Tensor, order: Order): Tensor {
  if (order === "nuc") {
    const result = sum(linalgSvdvals(x), -1);
    label(result, "SumBackward1");
    return result;
  }
  const best = Number(order) > 0 ? amax : amin;
  switch (Math.abs(Number(order))) {
    case 2:
      return best(linalgSvdvals(x), -1);
    case 1:
      return best(vectorNorm(x, 1, -2, false), -1);
    case inf:
      return best(vectorNorm(x, 1, -1, false), -1);
    default:
      throw new EngineError({
        type: "RuntimeError",
        code: "argument",
        op: "linalg_matrix_norm",
        message: `linalg_matrix_norm: there is no norm of order ${order}`,
        hint: 'There are "fro", "nuc", 1, 2, inf, and -1, -2, -inf.',
        pytorch: `linalg.matrix_norm: Order ${order} not supported.`,
      });
  }
}

export function vectorNorm(x: Tensor, order: number, dim: number | readonly number[] | null, keepdim: boolean): Tensor {
  const result = norm(x, order, dim, keepdim);
  label(result, "LinalgVectorNormBackward0");
  return result;
}

export function matrixNorm(x: Tensor, order: Order, dims: readonly number[] = [-2, -1], keepdim = false): Tensor {
  if (x.shape.length < 2) requireMatrices("linalg_matrix_norm", x, "A", false, "linalg.matrix_norm");
  if (order === "fro") return vectorNorm(x, 2, dims, keepdim);
  const rank = x.shape.length;
  const [row, column] = dims.map((dim) => normalizeDim("linalg_matrix_norm", dim, rank));
  const isLast = row === rank - 2 && column === rank - 1;
  const others = x.shape.map((_, i) => i).filter((i) => i !== row && i !== column);
  const found = normOfLast(isLast ? x : permute(x, [...others, row, column]), order);
  if (!keepdim) return found;
  return [Math.min(row, column), Math.max(row, column)].reduce((each, at) => unsqueeze(each, at), found);
}

provideNuclearNorm((x, dim, keepdim) =>
  matrixNorm(x, "nuc", typeof dim === "number" || dim === null ? [-2, -1] : dim, keepdim),
);

export const linalgMatrixNorm = defineOp(
  {
    name: "linalg_matrix_norm",
    doc: matrixDoc(
      "The norm of a matrix: Frobenius's unless said otherwise.",
      "fro: √Σ a²; nuc: Σ S; 2: max S; 1: max Σ_i |a|; inf: max Σ_j |a|",
      "[..., m, n] to [...]",
      'torch.linalg.matrix_norm(x, "nuc")',
      {
        kink: "nuclear and spectral norm: U Vᵀ of the singular vectors",
        jax: "jnp.linalg.matrix_norm(A)",
        numpy: "np.linalg.norm(A)",
      },
    ),
    params: [
      A,
      { name: "ord", kind: "scalar", default: "fro" },
      { name: "dim", kind: "dims", default: null },
      { name: "keepdim", kind: "bool", default: false },
    ],
    places: ["linalg"],
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor, order: Order = "fro", dims: readonly number[] | null = null, keepdim = false) =>
      matrixNorm(x, order, dims ?? [-2, -1], keepdim),
);

export const linalgVectorNorm = defineOp(
  {
    name: "linalg_vector_norm",
    doc: matrixDoc(
      "The p-norm of all elements, or along dims.",
      "(Σ |x|ᵖ)^(1/p)",
      "without the dims",
      "torch.linalg.vector_norm(predictions.sub(targets))",
      { kink: "0 where the norm is 0", jax: "jnp.linalg.vector_norm(x)", numpy: "np.linalg.norm(x)" },
    ),
    params: [
      { name: "x", kind: "tensor" },
      { name: "ord", kind: "number", default: 2 },
      { name: "dim", kind: "dims", default: null },
      { name: "keepdim", kind: "bool", default: false },
    ],
    places: ["linalg"],
    samples: [{ shapes: [[2, 3]], range: [0.5, 2] }],
  },
  () =>
    (x: Tensor, order = 2, dim: number | readonly number[] | null = null, keepdim = false) =>
      vectorNorm(x, order, dim, keepdim),
);

export const linalgNorm = defineOp(
  {
    name: "linalg_norm",
    doc: matrixDoc(
      "The norm of a vector or a matrix: of all elements without ord, of matrices where ord is given and there are two dims.",
      "as vector_norm or matrix_norm",
      "without the dims",
      "torch.linalg.norm(predictions.sub(targets))",
      { kink: "0 where the norm is 0", jax: "jnp.linalg.norm(x)", numpy: "np.linalg.norm(x)" },
    ),
    params: [
      A,
      { name: "ord", kind: "scalar", default: null },
      { name: "dim", kind: "dims", default: null },
      { name: "keepdim", kind: "bool", default: false },
    ],
    places: ["linalg"],
    samples: [{ shapes: [[2, 3]], range: [0.5, 2] }],
  },
  () =>
    (x: Tensor, order: Order | null = null, dim: number | readonly number[] | null = null, keepdim = false): Tensor => {
      const count = dim === null ? x.shape.length : typeof dim === "number" ? 1 : dim.length;
      if (order === null) return vectorNorm(x, 2, dim, keepdim);
      if (dim === null && count > 2)
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "linalg_norm",
          shapes: [x.shape],
          message: `linalg_norm: takes one or two dims where ord is given, got ${count}`,
          pytorch: "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.".replace(
            "3D",
            `${count}D`,
          ),
        });
      if (count === 2 && typeof order !== "undefined")
        return matrixNorm(x, order, Array.isArray(dim) ? dim : [-2, -1], keepdim);
      return vectorNorm(x, Number(order), dim, keepdim);
    },
);

export const linalgCond = defineOp(
  {
    name: "linalg_cond",
    doc: matrixDoc(
      "How much a matrix stretches some vectors more than others.",
      "max S / min S",
      "[..., m, n] to [...]",
      "torch.linalg.cond(x)",
      { jax: "jnp.linalg.cond(A)", numpy: "np.linalg.cond(A)" },
    ),
    params: [A, { name: "p", kind: "scalar", default: null }],
    places: ["linalg"],
    samples: [],
  },
  () =>
    (x: Tensor, p: Order | null = null): Tensor => {
      if (p !== null && p !== 2 && p !== -2) return mul(matrixNorm(x, p), matrixNorm(linalgInv(x), p));
      const values = linalgSvdvals(x);
      const [first, last] = [narrow(values, -1, 0, 1), narrow(values, -1, columnsOf(values) - 1, 1)];
      const result = squeeze(p === -2 ? div(last, first) : div(first, last), -1);
      label(result, "SqueezeBackward1");
      return result;
    },
);
