/** @file Calls for the gradient checks of functions of matrices: what they take is positive definite, and factors are turned into what has no sign. Only for tests. */
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import type { GradientCase } from "../gradient-cases.ts";
import { narrow } from "../indexing/slices.ts";
import { diag_embed } from "../other/triangles.ts";
import { add } from "../pointwise/arithmetic.ts";
import { exp } from "../pointwise/unary.ts";
import * as factors from "./factors.ts";
import * as norms from "./norms.ts";
import * as products from "./products.ts";
import * as pseudoInverse from "./pseudo-inverse.ts";
import * as solving from "./solving.ts";

const { mT } = solving;

/** x xᵀ with something on the diagonal. */
const definite = (x: Tensor): Tensor =>
  add(matmul(x, mT(x)), diag_embed(Tensor.of(Float64Array.of(1, 2, 3), [3], "float64")));

const ofDefinite = (op: string, call: (x: Tensor) => Tensor): GradientCase => ({
  op,
  shapes: [[3, 3]],
  // x xᵀ is less than the gaps of 1 between the numbers on the diagonal: no two eigenvalues meet, where a gradient would be infinite.
  range: [-0.3, 0.3],
  call: ([x]) => call(definite(x)),
});

/** With 2, 4, 6 on the diagonal: what is below 1 in all its entries together brings no two singular values near each other, nor one near 0. */
const separated = (x: Tensor): Tensor => {
  const [rows, columns] = x.shape;
  const diagonal = Float64Array.from({ length: rows * columns }, (_, i) =>
    Math.floor(i / columns) === i % columns ? 2 * (1 + (i % columns)) : 0,
  );
  return add(x, Tensor.of(diagonal, [rows, columns], "float64"));
};

const ofSeparated = (op: string, shape: readonly number[], call: (x: Tensor) => Tensor): GradientCase => ({
  op,
  shapes: [shape],
  range: [-0.3, 0.3],
  call: ([x]) => call(separated(x)),
});

/** The exponential of what is diagonal in these vectors. */
const turned = (vectors: Tensor, values: Tensor): Tensor =>
  matmul(vectors, matmul(diag_embed(exp(values)), mT(vectors)));

export const matrixGradientCases: readonly GradientCase[] = [
  ofDefinite("cholesky", (a) => factors.choleskyOld(a)),
  ofDefinite("linalg_cholesky", (a) => factors.linalgCholesky(a, true)),
  ofDefinite("cholesky_inverse", (a) => factors.choleskyInverse(factors.linalgCholesky(a))),
  ofDefinite("cholesky_solve", (a) => factors.choleskySolve(a, factors.linalgCholesky(a))),
  ofDefinite("logdet", (a) => solving.logdet(a)),
  ofDefinite("linalg_slogdet", (a) => solving.linalgSlogdet(a).logabsdet),
  ofDefinite("slogdet", (a) => solving.slogdet(a).logabsdet),
  ofDefinite("linalg_eigvalsh", (a) => factors.linalgEigvalsh(a)),
  ofDefinite("linalg_eigh", (a) => {
    const { eigenvalues, eigenvectors } = factors.linalgEigh(a);
    return turned(eigenvectors, add(eigenvalues, -3));
  }),
  ...[
    [4, 2],
    [2, 4],
    [3, 3],
  ].flatMap((shape) => [
    ofSeparated("linalg_svdvals", shape, (a) => factors.linalgSvdvals(a)),
    ofSeparated("linalg_svd", shape, (a) => {
      const { U, S, Vh } = factors.linalgSvd(a, false);
      return matmul(matmul(narrow(U, -1, 0, 1), diag_embed(narrow(exp(S), -1, 0, 1))), narrow(Vh, -2, 0, 1));
    }),
    ofSeparated("svd", shape, (a) => {
      const { U, V } = factors.svdOld(a);
      return matmul(U, mT(V));
    }),
    ofSeparated("linalg_qr", shape, (a) => factors.linalgQr(a).R),
    ofSeparated("qr", shape, (a) => factors.qrOld(a).Q),
  ]),
  ...[[3], [3, 2]].map(
    (shape): GradientCase => ({
      op: "linalg_solve",
      shapes: [[3, 3], shape],
      call: ([a, b]) => solving.linalgSolve(definite(a), b),
    }),
  ),
  ofSeparated("linalg_cond", [3, 3], (a) => norms.linalgCond(a)),
  {
    op: "linalg_lstsq",
    shapes: [
      [4, 2],
      [4, 3],
    ],
    call: ([a, b]) => pseudoInverse.linalgLstsq(a, b).solution,
  },
  {
    op: "linalg_multi_dot",
    shapes: [[3], [3, 4], [4, 2]],
    call: (xs) => products.linalgMultiDot(xs),
  },
];
