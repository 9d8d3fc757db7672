/** @file Factors of matrices: Cholesky, QR, eigenvectors, singular vectors. Each factor brings its own part of the gradient. */
import { choleskyOf } from "../../kernels/dense/cholesky.ts";
import { qrOf } from "../../kernels/dense/reflections.ts";
import { singularOf } from "../../kernels/dense/singular.ts";
import { eigenOf } from "../../kernels/dense/symmetric.ts";
import { EngineError } from "../../tensor/errors.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { eye } from "../creation/creation.ts";
import { transpose, unsqueeze } from "../indexing/movement.ts";
import { narrow } from "../indexing/slices.ts";
import { nodeName } from "../node-name.ts";
import { defineOp, finish, type Op, type Param } from "../op.ts";
import { diag_embed, diagonal, tril, triu } from "../other/triangles.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { neg } from "../pointwise/unary.ts";
import { linalgInv, linalgSolveTriangular, mT } from "./solving.ts";
import { called, columnsOf, failed, matricesOf, matrixDoc, requireMatrices, rowsOf, stacked } from "./stacks.ts";

const A: Param = { name: "A", kind: "tensor" };
const input: Param = { name: "input", kind: "tensor" };
const upperParam: Param = { name: "upper", kind: "bool", default: false };

/** A triangle whose other half is its mirror image, the diagonal once. */
const mirrored = (lower: Tensor): Tensor => add(lower, mT(tril(lower, -1)));

function cholesky(op: Op, x: Tensor, upper: boolean, title: string): Tensor {
  requireMatrices(op.name, x, "A", true, title);
  if (upper) return called(nodeName({ op: op.name, label: null }), mT(cholesky(op, mT(x), false, title)));
  const n = columnsOf(x);
  const parts = matricesOf(x).map((matrix, i) => {
    const { lower, failedAt } = choleskyOf(matrix, n);
    if (failedAt > 0)
      throw failed(
        op.name,
        "the matrix is not positive definite",
        `The factorization could not be completed because the input is not positive-definite (the leading minor of order ${failedAt} is not positive-definite).`,
        x,
        i,
        "Add a little to its diagonal.",
        title,
      );
    return lower;
  });
  const lower = stacked(parts, x, [n, n]);
  return finish(op, [x], lower, (grad) => {
    const inner = mirrored(tril(matmul(mT(lower), grad)));
    const left = linalgSolveTriangular(mT(lower), mul(inner, 0.5), true);
    return linalgSolveTriangular(lower, left, false, false);
  });
}

const choleskyDoc = matrixDoc(
  "The triangle whose product with its transpose is a symmetric positive definite matrix.",
  "A = L Lᵀ",
  "[..., n, n] to the same",
  "torch.linalg.cholesky(torch.eye(3).mul(2))",
  { domain: "what is not positive definite is refused", jax: "jnp.linalg.cholesky(A)", numpy: "np.linalg.cholesky(A)" },
);

export const linalgCholesky = defineOp(
  {
    name: "linalg_cholesky",
    label: "LinalgCholeskyExBackward0",
    doc: choleskyDoc,
    params: [A, upperParam],
    places: ["linalg"],
    samples: [],
  },
  (op) =>
    (x: Tensor, upper = false) =>
      cholesky(op, x, upper, "linalg.cholesky"),
);

export const choleskyOld = defineOp(
  {
    name: "cholesky",
    doc: { ...choleskyDoc, example: "torch.cholesky(torch.eye(3).mul(2))" },
    params: [input, upperParam],
    places: ["torch", "method"],
    samples: [],
  },
  (op) =>
    (x: Tensor, upper = false) =>
      cholesky(op, x, upper, "cholesky"),
);

export const choleskySolve = defineOp(
  {
    name: "cholesky_solve",
    doc: matrixDoc(
      "X with A X = B, given the Cholesky factor of A.",
      "X = (L Lᵀ)⁻¹ B",
      "[..., n, k] and [..., n, n]",
      "torch.cholesky_solve(x, torch.eye(6))",
      { jax: "jax.scipy.linalg.cho_solve((L, True), B)", numpy: "scipy.linalg.cho_solve((L, True), B)" },
    ),
    params: [input, { name: "L", kind: "tensor" }, upperParam],
    samples: [],
  },
  () =>
    (b: Tensor, factor: Tensor, upper = false): Tensor => {
      const lower = upper ? mT(factor) : factor;
      const half = linalgSolveTriangular(lower, b, false);
      return called("CholeskySolveBackward0", linalgSolveTriangular(mT(lower), half, true));
    },
);

export const choleskyInverse = defineOp(
  {
    name: "cholesky_inverse",
    doc: matrixDoc(
      "The inverse of A, given its Cholesky factor.",
      "(L Lᵀ)⁻¹",
      "[..., n, n] to the same",
      "torch.cholesky_inverse(torch.eye(3))",
    ),
    params: [{ name: "L", kind: "tensor" }, upperParam],
    samples: [],
  },
  () =>
    (factor: Tensor, upper = false): Tensor => {
      const lower = tril(upper ? mT(factor) : factor);
      return called("CholeskyInverseBackward0", linalgInv(matmul(lower, mT(lower))));
    },
);

export interface QR {
  readonly Q: Tensor;
  readonly R: Tensor;
}

const halved = (x: Tensor): Tensor => mul(diag_embed(diagonal(x, 0, -2, -1)), 0.5);

/** X + Xᵀ with the diagonal once. */
const symmetrized = (x: Tensor): Tensor => {
  const sum = add(x, mT(x));
  return sub(sum, halved(sum));
};

/** The gradient of A from those of Q and R, of which one may be nothing. */
function qrGradient(Q: Tensor, R: Tensor, ofQ: Tensor | null, ofR: Tensor | null): Tensor {
  const [m, n] = [rowsOf(Q), columnsOf(R)];
  const parts = [...(ofR === null ? [] : [matmul(ofR, mT(R))]), ...(ofQ === null ? [] : [neg(matmul(mT(Q), ofQ))])];
  const inner = parts.reduce((a, b) => add(a, b));
  if (m >= n && columnsOf(Q) === n) {
    const right = matmul(Q, symmetrized(triu(inner)));
    return linalgSolveTriangular(mT(R), ofQ === null ? right : add(right, ofQ), false, false);
  }
  // Wider than long: the first m columns make Q, the others only follow it.
  const skew = tril(sub(inner, mT(inner)), -1);
  const head = narrow(R, -1, 0, m);
  const ofHead = matmul(Q, linalgSolveTriangular(mT(head), neg(skew), false, false));
  const padded = matmul(ofHead, eyeOf(m, n, R));
  return ofR === null ? padded : add(padded, matmul(Q, ofR));
}

const eyeOf = (m: number, n: number, like: Tensor): Tensor => eye(m, n, like.dtype);

function qr(op: Op, x: Tensor, mode: string, title: string): QR {
  requireMatrices(op.name, x, "A", false, title);
  if (!["reduced", "complete", "r"].includes(mode))
    throw new EngineError({
      type: "RuntimeError",
      code: "argument",
      op: op.name,
      message: `${op.name}: mode is reduced, complete or r, got ${mode}`,
      pytorch: `qr received unrecognized mode '${mode}' but expected one of 'reduced' (default), 'r', or 'complete'`,
    });
  const [m, n] = [rowsOf(x), columnsOf(x)];
  const columns = mode === "complete" ? m : Math.min(m, n);
  const parts = matricesOf(x).map((matrix) => qrOf(matrix, m, n, columns));
  const q = stacked(
    parts.map((part) => part.q),
    x,
    [m, columns],
  );
  const r = stacked(
    parts.map((part) => part.r),
    x,
    [columns, n],
  );
  if (mode === "r") return { Q: Tensor.zeros([0], x.dtype), R: finish(op, [x], r, () => notWithout(op.name)) };
  const differentiable = (grad: Tensor, ofQ: boolean): Tensor => {
    if (columns > n) throw notComplete(op.name);
    return qrGradient(Q, R, ofQ ? grad : null, ofQ ? null : grad);
  };
  const Q: Tensor = finish(op, [x], q, (grad) => differentiable(grad, true));
  const R: Tensor = finish(op, [x], r, (grad) => differentiable(grad, false));
  return { Q, R };
}

function notWithout(op: string): never {
  throw new EngineError({
    type: "RuntimeError",
    code: "not-differentiable",
    op,
    message: `${op}: has no gradient in mode r`,
    pytorch:
      "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.",
  });
}

const notComplete = (op: string): EngineError =>
  new EngineError({
    type: "RuntimeError",
    code: "not-differentiable",
    op,
    message: `${op}: has no gradient where Q is square and A is not`,
    pytorch: "The QR decomposition is not differentiable when mode='complete' and nrows > ncols",
  });

const qrDoc = matrixDoc(
  "A as columns at right angles times a triangle, with LAPACK's signs.",
  "A = Q R, QᵀQ = 1",
  "[..., m, n] to { Q: [..., m, k], R: [..., k, n] }, k = min(m, n)",
  "torch.linalg.qr(x).R",
  { jax: "jnp.linalg.qr(A)", numpy: "np.linalg.qr(A)" },
);
const qrType = "{ readonly Q: Tensor; readonly R: Tensor }";

export const linalgQr = defineOp(
  {
    name: "linalg_qr",
    doc: qrDoc,
    params: [A, { name: "mode", kind: "text", default: "reduced", choices: ["reduced", "complete", "r"] }],
    places: ["linalg"],
    returns: qrType,
    samples: [],
  },
  (op) =>
    (x: Tensor, mode = "reduced") =>
      qr(op, x, mode, "linalg.qr"),
);

export const qrOld = defineOp(
  {
    name: "qr",
    doc: { ...qrDoc, example: "torch.qr(x).R" },
    params: [input, { name: "some", kind: "bool", default: true }],
    places: ["torch", "method"],
    returns: qrType,
    samples: [],
  },
  () =>
    (x: Tensor, some = true) =>
      linalgQr(x, some ? "reduced" : "complete"),
);

export interface Eigen {
  readonly eigenvalues: Tensor;
  readonly eigenvectors: Tensor;
}

const orOne = (differences: Tensor, n: number): Tensor => add(differences, eye(n, n, differences.dtype));

function eigh(op: Op, x: Tensor, half: string): Eigen {
  requireMatrices(op.name, x, "A", true, "linalg.eigh");
  const n = columnsOf(x);
  const parts = matricesOf(half === "U" ? mT(x) : x).map((matrix) => eigenOf(matrix, n));
  const values = stacked(
    parts.map((part) => part.values),
    x,
    [n],
  );
  const vectors = stacked(
    parts.map((part) => part.vectors),
    x,
    [n, n],
  );
  const V: Tensor = finish(op, [x], vectors, (grad) => {
    const distance = sub(unsqueeze(L, -2), unsqueeze(L, -1));
    const inner = matmul(mT(V), grad);
    const off = sub(inner, diag_embed(diagonal(inner, 0, -2, -1)));
    const turned = div(off, orOne(distance, n));
    return matmul(V, matmul(mul(add(turned, mT(turned)), 0.5), mT(V)));
  });
  const L: Tensor = finish(op, [x], values, (grad) => matmul(mul(V, unsqueeze(grad, -2)), mT(V)));
  return { eigenvalues: L, eigenvectors: V };
}

const uplo: Param = { name: "UPLO", kind: "text", default: "L", choices: ["L", "U"] };

export const linalgEigh = defineOp(
  {
    name: "linalg_eigh",
    doc: matrixDoc(
      "The eigenvalues of a symmetric matrix, ascending, and its eigenvectors in columns; one triangle is read.",
      "A = V diag(λ) Vᵀ",
      "[..., n, n] to { eigenvalues: [..., n], eigenvectors: [..., n, n] }",
      "torch.linalg.eigh(x.matmul(x.t())).eigenvalues",
      {
        kink: "none where two eigenvalues are equal and the gradient reaches the vectors",
        jax: "jnp.linalg.eigh(A)",
        numpy: "np.linalg.eigh(A)",
      },
    ),
    params: [A, uplo],
    places: ["linalg"],
    returns: "{ readonly eigenvalues: Tensor; readonly eigenvectors: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, half = "L") =>
      eigh(op, x, half),
);

export const linalgEigvalsh = defineOp(
  {
    name: "linalg_eigvalsh",
    doc: matrixDoc(
      "The eigenvalues of a symmetric matrix, ascending.",
      "A v = λ v",
      "[..., n, n] to [..., n]",
      "torch.linalg.eigvalsh(x.matmul(x.t()))",
      { jax: "jnp.linalg.eigvalsh(A)", numpy: "np.linalg.eigvalsh(A)" },
    ),
    params: [A, uplo],
    places: ["linalg"],
    samples: [],
  },
  () =>
    (x: Tensor, half = "L") =>
      linalgEigh(x, half).eigenvalues,
);

export interface SVD {
  readonly U: Tensor;
  readonly S: Tensor;
  readonly Vh: Tensor;
}

const skew = (x: Tensor): Tensor => sub(x, mT(x));

function svd(op: Op, x: Tensor, isFull: boolean, title: string): SVD {
  requireMatrices(op.name, x, "A", false, title);
  const [m, n] = [rowsOf(x), columnsOf(x)];
  const k = Math.min(m, n);
  const parts = matricesOf(x).map((matrix) => singularOf(matrix, m, n, isFull));
  const made = (pick: (part: (typeof parts)[number]) => Float64Array, shape: readonly number[]): Tensor =>
    stacked(parts.map(pick), x, shape);
  const squares = (): Tensor => {
    const square = mul(S, S);
    return orOne(sub(unsqueeze(square, -2), unsqueeze(square, -1)), k);
  };
  const thinU = (): Tensor => (columnsOf(U) === k ? U : narrow(U, -1, 0, k));
  const thinV = (): Tensor => (rowsOf(Vh) === k ? Vh : narrow(Vh, -2, 0, k));
  const U: Tensor = finish(
    op,
    [x],
    made((part) => part.u, [m, isFull ? m : k]),
    (full) => {
      const [u, vh, grad] = [thinU(), thinV(), columnsOf(full) === k ? full : narrow(full, -1, 0, k)];
      const ofU = matmul(mT(u), grad);
      const inner = mul(div(skew(ofU), squares()), unsqueeze(S, -2));
      const within = matmul(u, inner);
      if (m <= k) return matmul(within, vh);
      const outside = div(sub(grad, matmul(u, ofU)), unsqueeze(S, -2));
      return matmul(add(within, outside), vh);
    },
  );
  const S: Tensor = finish(
    op,
    [x],
    made((part) => part.s, [k]),
    (grad) => matmul(mul(thinU(), unsqueeze(grad, -2)), thinV()),
  );
  const Vh: Tensor = finish(
    op,
    [x],
    made((part) => part.vt, [isFull ? n : k, n]),
    (full) => {
      const [u, vh, grad] = [thinU(), thinV(), rowsOf(full) === k ? full : narrow(full, -2, 0, k)];
      const ofV = matmul(vh, mT(grad));
      const inner = mul(unsqueeze(S, -1), div(skew(ofV), squares()));
      const within = matmul(inner, vh);
      if (n <= k) return matmul(u, within);
      const outside = div(sub(grad, matmul(mT(ofV), vh)), unsqueeze(S, -1));
      return matmul(u, add(within, outside));
    },
  );
  return { U, S, Vh };
}

const svdDoc = matrixDoc(
  "The singular values of a matrix, from the largest, and its singular vectors.",
  "A = U diag(S) Vh",
  "[..., m, n] to { U, S: [..., min(m, n)], Vh }",
  "torch.linalg.svd(x, { full_matrices: false }).S",
  {
    kink: "none where two singular values are equal and the gradient reaches the vectors",
    jax: "jnp.linalg.svd(A)",
    numpy: "np.linalg.svd(A)",
  },
);

export const linalgSvd = defineOp(
  {
    name: "linalg_svd",
    doc: svdDoc,
    params: [A, { name: "full_matrices", kind: "bool", default: true }],
    places: ["linalg"],
    returns: "{ readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, isFull = true) =>
      svd(op, x, isFull, "linalg.svd"),
);

export const svdOld = defineOp(
  {
    name: "svd",
    doc: { ...svdDoc, formula: "A = U diag(S) Vᵀ", example: "torch.svd(x).S" },
    params: [input, { name: "some", kind: "bool", default: true }, { name: "compute_uv", kind: "bool", default: true }],
    places: ["torch", "method"],
    returns: "{ readonly U: Tensor; readonly S: Tensor; readonly V: Tensor }",
    samples: [],
  },
  () =>
    (x: Tensor, some = true, _both = true): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor } => {
      const { U, S, Vh } = linalgSvd(x, !some);
      return { U, S, V: transpose(Vh, -2, -1) };
    },
);

export const linalgSvdvals = defineOp(
  {
    name: "linalg_svdvals",
    doc: matrixDoc(
      "The singular values of a matrix, from the largest.",
      "√λ(AᵀA)",
      "[..., m, n] to [..., min(m, n)]",
      "torch.linalg.svdvals(x).sum()",
      { jax: "jnp.linalg.svd(A, compute_uv=False)", numpy: "np.linalg.svd(A, compute_uv=False)" },
    ),
    params: [A],
    places: ["linalg"],
    samples: [],
  },
  () => (x: Tensor) => linalgSvd(x, false).S,
);
