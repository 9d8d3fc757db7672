/** @file Functions of matrices: pseudo-inverse, least squares, exponential, powers, rank, products and norms. */

import { eliminate, solveWith } from "../../kernels/dense/lu.ts";
import { product } from "../../kernels/dense/singular.ts";
import { EngineError } from "../../tensor/errors.ts";
import { formatShape, normalizeDim } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { add, div, mul, sub } from "../arithmetic.ts";
import { gt } from "../compare.ts";
import { cast } from "../convert.ts";
import { eye } from "../creation.ts";
import { matmul } from "../linear-algebra.ts";
import { expand, permute, squeeze, unsqueeze } from "../movement.ts";
import { matmulLabel } from "../node-labels.ts";
import { label } from "../node-name.ts";
import { norm, provideNuclearNorm } from "../norm.ts";
import { defineOp, finish, type Param } from "../op.ts";
import { amax, amin, sum } from "../reduction.ts";
import { roll } from "../reordering.ts";
import { cat, narrow } from "../slices.ts";
import { abs } from "../unary.ts";
import { linalgEigvalsh, linalgSvd, linalgSvdvals } from "./factors.ts";
import { linalgInv, mT } from "./solving.ts";
import { batchOf, called, columnsOf, matricesOf, matrixDoc, requireMatrices, rowsOf, stacked } from "./stacks.ts";

const A: Param = { name: "A", kind: "tensor" };
const input: Param = { name: "input", kind: "tensor" };
const epsilon = (x: Tensor): number => (x.dtype === "float32" ? 2 ** -23 : 2 ** -52);

function pseudoInverse(x: Tensor, rtol: number | null): Tensor {
  const { U, S, Vh } = linalgSvd(x, false);
  const limit = mul(amax(S, -1, true), rtol ?? Math.max(rowsOf(x), columnsOf(x)) * epsilon(x));
  const kept = cast(gt(S, limit), S.dtype);
  const inverse = div(kept, add(S, sub(1, kept)));
  return matmul(mul(mT(Vh), unsqueeze(inverse, -2)), mT(U));
}

const identityOf = (n: number, like: Tensor): Tensor => eye(n, n, like.dtype);

const pinvDoc = matrixDoc(
  "The Moore-Penrose inverse: the matrix that comes nearest to an inverse.",
  "A⁺ = V diag(1/S) Uᵀ, with 0 for 1/S below the tolerance",
  "[..., m, n] to [..., n, m]",
  "torch.linalg.pinv(x)",
  { jax: "jnp.linalg.pinv(A)", numpy: "np.linalg.pinv(A)" },
);

export const linalgPinv = defineOp(
  {
    name: "linalg_pinv",
    doc: pinvDoc,
    params: [A, { name: "rtol", kind: "number", default: null }, { name: "hermitian", kind: "bool", default: false }],
    places: ["linalg"],
    samples: [{ shapes: [[3, 2]] }, { shapes: [[2, 3]] }, { shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor, rtol: number | null = null, _isSymmetric = false): Tensor => {
      requireMatrices("linalg_pinv", x, "A", false, "linalg.pinv");
      const output = pseudoInverse(detached(x), rtol);
      return finish(op, [x], output, (grad) => {
        const [p, pt, gt_] = [output, mT(output), mT(grad)];
        const first = matmul(pt, matmul(grad, pt));
        const left = sub(identityOf(rowsOf(x), x), matmul(x, p));
        const right = sub(identityOf(columnsOf(x), x), matmul(p, x));
        return sub(add(matmul(left, matmul(gt_, matmul(p, pt))), matmul(matmul(pt, p), matmul(gt_, right))), first);
      });
    },
);

/** The same numbers without a tape: what is differentiated by a formula of its own. */
const detached = (x: Tensor): Tensor => stacked(matricesOf(x), x, [rowsOf(x), columnsOf(x)]);

export const pinverse = defineOp(
  {
    name: "pinverse",
    doc: { ...pinvDoc, example: "torch.pinverse(x)" },
    params: [input, { name: "rcond", kind: "number", default: 1e-15 }],
    places: ["torch", "method"],
    samples: [{ shapes: [[3, 2]] }],
  },
  () =>
    (x: Tensor, rcond = 1e-15) =>
      linalgPinv(x, rcond),
);

export const linalgLstsq = defineOp(
  {
    name: "linalg_lstsq",
    doc: matrixDoc(
      "X for which A X comes nearest to B.",
      "argmin_X |A X - B|²",
      "[..., m, n] and [..., m, k] to { solution: [..., n, k], residuals, rank, singular_values }",
      "torch.linalg.lstsq(x, x).solution",
      { jax: "jnp.linalg.lstsq(A, B)", numpy: "np.linalg.lstsq(A, B)" },
    ),
    params: [
      A,
      { name: "B", kind: "tensor" },
      { name: "rcond", kind: "number", default: null },
      { name: "driver", kind: "text", default: null },
    ],
    places: ["linalg"],
    returns:
      "{ readonly solution: Tensor; readonly residuals: Tensor; readonly rank: Tensor; readonly singular_values: Tensor }",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, _rcond: number | null = null, _driver: string | null = null) => {
      requireMatrices("linalg_lstsq", a, "A", false, "torch.linalg.lstsq");
      const isVector = b.shape.length === a.shape.length - 1;
      const right = isVector ? unsqueeze(b, -1) : b;
      const solution = matmul(linalgPinv(a), right);
      label(solution, "LinalgLstsqBackward0");
      const [m, n] = [rowsOf(a), columnsOf(a)];
      const rank = linalgMatrixRank(a);
      const rest = sub(right, matmul(a, solution));
      return {
        solution: isVector ? squeeze(solution, -1) : solution,
        residuals: m > n ? sum(mul(rest, rest), -2) : Tensor.zeros([0], a.dtype),
        rank,
        singular_values: Tensor.zeros([0], a.dtype),
      };
    },
);

/** eˣ of a matrix by Padé's approximant of degree 13, scaled and squared (Higham 2005). */
function exponentialOf(a: Float64Array, n: number): Float64Array {
  let size = 0;
  for (let j = 0; j < n; j++) {
    let column = 0;
    for (let i = 0; i < n; i++) column += Math.abs(a[i * n + j]);
    size = Math.max(size, column);
  }
  if (!Number.isFinite(size)) return new Float64Array(n * n).fill(Number.NaN);
  const squarings = Math.max(0, Math.ceil(Math.log2(size / 5.37)));
  const x = a.map((value) => value / 2 ** squarings);
  const [x2, eyes] = [product(x, x, n, n, n), new Float64Array(n * n)];
  for (let i = 0; i < n; i++) eyes[i * n + i] = 1;
  const [even, odd] = [new Float64Array(n * n), new Float64Array(n * n)];
  let power: Float64Array = eyes;
  pade.forEach((coefficient, i) => {
    const into = i % 2 === 0 ? even : odd;
    for (let at = 0; at < into.length; at++) into[at] += coefficient * power[at];
    if (i % 2 === 1) power = product(power, x2, n, n, n);
  });
  const turned = product(x, odd, n, n, n);
  const above = even.map((value, i) => value + turned[i]);
  const below = even.map((value, i) => value - turned[i]);
  let result = solveWith(eliminate(below, n), above, n, n);
  for (let i = 0; i < squarings; i++) result = product(result, result, n, n, n);
  return result;
}

const pade = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
].map((value) => value / 64764752532480000);

const matrixExpDoc = matrixDoc(
  "The exponential of each matrix.",
  "Σ Aᵏ / k!",
  "[..., n, n] to the same",
  "torch.linalg.matrix_exp(x)",
  { jax: "jax.scipy.linalg.expm(A)", numpy: "scipy.linalg.expm(A)" },
);

export const linalgMatrixExp = defineOp(
  {
    name: "linalg_matrix_exp",
    doc: matrixExpDoc,
    params: [A],
    places: ["linalg"],
    samples: [{ shapes: [[3, 3]] }, { shapes: [[2, 2, 2]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      requireMatrices("linalg_matrix_exp", x, "A", true, "linalg.matrix_exp");
      const n = columnsOf(x);
      const output = stacked(
        matricesOf(x).map((matrix) => exponentialOf(matrix, n)),
        x,
        [n, n],
      );
      return finish(op, [x], output, (grad) => {
        // The exponential of [[Aᵀ, G], [0, Aᵀ]] has the derivative in its corner.
        const turned = mT(x);
        const top = cat([turned, grad], -1);
        const bottom = cat([Tensor.zeros(x.shape, x.dtype), turned], -1);
        const whole = linalgMatrixExp(cat([top, bottom], -2));
        return narrow(narrow(whole, -2, 0, n), -1, n, n);
      });
    },
);

export const matrixExp = defineOp(
  {
    name: "matrix_exp",
    doc: { ...matrixExpDoc, example: "torch.matrix_exp(x)" },
    params: [input],
    places: ["torch", "method"],
    samples: [{ shapes: [[2, 2]] }],
  },
  () => (x: Tensor) => linalgMatrixExp(x),
);

const product2 = (a: Tensor, b: Tensor): Tensor => called(matmulLabel(a, b), matmul(a, b));

function power(op: string, x: Tensor, n: number): Tensor {
  requireMatrices(op, x, "A", true, "linalg.matrix_power");
  if (n === 0) return expand(identityOf(columnsOf(x), x), [...batchOf(x), columnsOf(x), columnsOf(x)]);
  if (n < 0) return power(op, linalgInv(x), -n);
  if (n === 1) return x;
  if (n === 3) return product2(matmul(x, x), x);
  const half = power(op, x, Math.floor(n / 2));
  const square = product2(half, half);
  return n % 2 === 0 ? square : product2(x, square);
}

const powerDoc = matrixDoc(
  "A matrix multiplied with itself; its inverse for n below 0.",
  "Aⁿ",
  "[..., m, m] to the same",
  "torch.linalg.matrix_power(x, 3)",
  { jax: "jnp.linalg.matrix_power(A, n)", numpy: "np.linalg.matrix_power(A, n)" },
);

export const linalgMatrixPower = defineOp(
  {
    name: "linalg_matrix_power",
    doc: powerDoc,
    params: [A, { name: "n", kind: "dim" }],
    places: ["linalg"],
    samples: [
      { shapes: [[2, 2]], args: [3] },
      { shapes: [[2, 2]], args: [-2] },
    ],
  },
  () => (x: Tensor, n: number) => power("linalg_matrix_power", x, n),
);

export const matrixPower = defineOp(
  {
    name: "matrix_power",
    doc: { ...powerDoc, example: "torch.matrix_power(x, 3)" },
    params: [input, { name: "n", kind: "dim" }],
    places: ["torch", "method"],
    samples: [{ shapes: [[2, 2]], args: [4] }],
  },
  () => (x: Tensor, n: number) => power("matrix_power", x, n),
);

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

/** The order of multiplication that takes the fewest steps. */
function chained(matrices: readonly Tensor[]): Tensor {
  const count = matrices.length;
  if (count === 1) return matrices[0];
  if (count === 2) return matmul(matrices[0], matrices[1]);
  const sizes = [...matrices.map(rowsOf), columnsOf(matrices[count - 1])];
  const cost = Array.from({ length: count }, () => new Float64Array(count));
  const split = Array.from({ length: count }, () => new Int32Array(count));
  for (let length = 1; length < count; length++)
    for (let i = 0; i + length < count; i++) {
      const j = i + length;
      cost[i][j] = Number.POSITIVE_INFINITY;
      for (let k = i; k < j; k++) {
        const steps = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (steps < cost[i][j]) [cost[i][j], split[i][j]] = [steps, k];
      }
    }
  const between = (i: number, j: number): Tensor =>
    i === j ? matrices[i] : matmul(between(i, split[i][j]), between(split[i][j] + 1, j));
  return between(0, count - 1);
}

export const linalgMultiDot = defineOp(
  {
    name: "linalg_multi_dot",
    doc: matrixDoc(
      "The product of several matrices, in the order that takes the fewest steps; the first and the last may be vectors.",
      "A₁ A₂ … Aₙ",
      "matrices whose sizes follow on each other",
      "torch.linalg.multi_dot([x, x, x])",
      { jax: "jnp.linalg.multi_dot(xs)", numpy: "np.linalg.multi_dot(xs)" },
    ),
    params: [{ name: "tensors", kind: "tensors" }],
    places: ["linalg"],
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[]): Tensor => {
      if (tensors.length < 2)
        throw new EngineError({
          type: "RuntimeError",
          code: "argument",
          op: "linalg_multi_dot",
          message: `linalg_multi_dot: takes at least 2 tensors, got ${tensors.length}`,
          pytorch: `multi_dot(): expected at least 2 tensors but got ${tensors.length}`,
        });
      const last = tensors.length - 1;
      const [isRow, isColumn] = [tensors[0].shape.length === 1, tensors[last].shape.length === 1];
      const matrices = tensors.map((x, i) =>
        i === 0 && isRow ? unsqueeze(x, 0) : i === last && isColumn ? unsqueeze(x, -1) : x,
      );
      const whole = chained(matrices);
      const column = isColumn ? squeeze(whole, -1) : whole;
      const result = isRow ? squeeze(column, 0) : column;
      label(result, "ViewBackward0");
      return result;
    },
);

function crossed(op: string, a: Tensor, b: Tensor, dim: number): Tensor {
  const at = normalizeDim(op, dim, Math.max(a.shape.length, b.shape.length)) - Math.max(a.shape.length, b.shape.length);
  const [left, right] = [a.shape[a.shape.length + at], b.shape[b.shape.length + at]];
  if (left !== 3 || right !== 3)
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op,
      shapes: [a.shape, b.shape],
      message: `${op}: takes vectors of 3 numbers, got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
      pytorch: `linalg.cross: inputs dimension ${dim} must have length 3. Got ${left} and ${right}`,
    });
  const turned = (x: Tensor, by: number) => roll(x, by, x.shape.length + at);
  const result = sub(mul(turned(a, -1), turned(b, -2)), mul(turned(a, -2), turned(b, -1)));
  label(result, "LinalgCrossBackward0");
  return result;
}

const crossDoc = matrixDoc(
  "The vector at right angles to two others.",
  "a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁",
  "two tensors with 3 along dim, which broadcast",
  "torch.linalg.cross(torch.ones(4, 3), torch.rand(4, 3))",
  { jax: "jnp.cross(a, b)", numpy: "np.cross(a, b)" },
);
const crossSample = [
  {
    shapes: [
      [2, 3],
      [2, 3],
    ],
  },
];

export const linalgCross = defineOp(
  {
    name: "linalg_cross",
    doc: crossDoc,
    params: [input, { name: "other", kind: "tensor" }, { name: "dim", kind: "dim", default: -1 }],
    places: ["linalg"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim = -1) =>
      crossed("linalg_cross", a, b, dim),
);

export const cross = defineOp(
  {
    name: "cross",
    doc: { ...crossDoc, example: "torch.cross(torch.ones(4, 3), torch.rand(4, 3), 1)" },
    params: [input, { name: "other", kind: "tensor" }, { name: "dim", kind: "dim", default: null }],
    places: ["torch", "method"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim: number | null = null) =>
      crossed("cross", a, b, dim ?? a.shape.indexOf(3)),
);

export const linalgVecdot = defineOp(
  {
    name: "linalg_vecdot",
    doc: matrixDoc(
      "Inner products along a dim.",
      "Σ a b",
      "two tensors that broadcast, without dim",
      "torch.linalg.vecdot(x, x)",
      { jax: "jnp.vecdot(a, b)", numpy: "np.vecdot(a, b)" },
    ),
    params: [
      { name: "x", kind: "tensor" },
      { name: "y", kind: "tensor" },
      { name: "dim", kind: "dim", default: -1 },
    ],
    places: ["linalg"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim = -1): Tensor => {
      const result = sum(mul(a, b), dim);
      label(result, "SumBackward1");
      return result;
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
