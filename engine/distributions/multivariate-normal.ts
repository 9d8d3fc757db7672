/** @file MultivariateNormal: by its covariance, its precision, or the Cholesky factor of the covariance. */

import { matmul } from "../ops/blas/linear-algebra.ts";
import { eye } from "../ops/creation/creation.ts";
import { squeeze, transpose, unsqueeze } from "../ops/indexing/movement.ts";
import { flip } from "../ops/indexing/reordering.ts";
import { choleskyInverse, linalgCholesky } from "../ops/linalg/factors.ts";
import { linalgSolveTriangular } from "../ops/linalg/solving.ts";
import { diagonal } from "../ops/other/triangles.ts";
import { add, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { log } from "../ops/pointwise/unary.ts";
import { broadcastShapes, type Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { expanded, refused } from "./arguments.ts";
import { lowerCholesky, positiveDefinite, realVector } from "./constraints.ts";
import { normals, sumOver } from "./formulas.ts";
import { classOf, type Values } from "./parametric.ts";

const OWNER = "MultivariateNormal";
const matrices = ["covariance_matrix", "precision_matrix", "scale_tril"] as const;

/** The factor of the inverse of a precision matrix, without inverting it. */
function lowerOfPrecision(precision: Tensor): Tensor {
  const turned = linalgCholesky(flip(precision, [-2, -1]));
  const inverse = transpose(flip(turned, [-2, -1]), -2, -1);
  const n = precision.shape[precision.shape.length - 1];
  return linalgSolveTriangular(inverse, eye(n, n, precision.dtype), false);
}

/** The covariance's Cholesky factor. */
export function lowerOf(p: Values): Tensor {
  if (p.scale_tril !== undefined) return p.scale_tril;
  return p.covariance_matrix === undefined ? lowerOfPrecision(p.precision_matrix) : linalgCholesky(p.covariance_matrix);
}

/** xᵀ Σ⁻¹ x, given the factor of Σ; the batches of both broadcast. */
export function mahalanobis(lower: Tensor, x: Tensor): Tensor {
  return sumOver(pow(squeeze(linalgSolveTriangular(lower, unsqueeze(x, -1), false), -1), 2), -1);
}

/** Half of ln det Σ. */
export const halfLogDet = (lower: Tensor): Tensor => sumOver(log(diagonal(lower, 0, -2, -1)), -1);

function prepared(given: Readonly<Record<string, unknown>>): Record<string, Tensor> {
  const { loc } = given;
  if (!Tensor.isTensor(loc) || loc.shape.length < 1)
    throw refused(OWNER, "loc is a vector", "loc must be at least one-dimensional.");
  const named = matrices.filter((name) => given[name] !== undefined);
  if (named.length !== 1)
    throw refused(
      OWNER,
      "takes one of covariance_matrix, precision_matrix and scale_tril",
      "Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.",
    );
  const [name] = named;
  const matrix = given[name];
  if (!Tensor.isTensor(matrix) || matrix.shape.length < 2)
    throw refused(
      OWNER,
      `${name} is a matrix`,
      `${name}${name === "scale_tril" ? " matrix" : ""} must be at least two-dimensional, with optional leading batch dimensions`,
    );
  const batch = broadcastShapes(OWNER, matrix.shape.slice(0, -2), loc.shape.slice(0, -1));
  return { loc: widened(loc, batch, 1), [name]: widened(matrix, batch, 2) };
}

const widened = (x: Tensor, batch: Shape, rank: number): Tensor =>
  expanded(x, [...batch, ...x.shape.slice(x.shape.length - rank)]);

const covariance = (p: Values): Tensor => {
  if (p.covariance_matrix !== undefined) return p.covariance_matrix;
  const lower = lowerOf(p);
  return matmul(lower, transpose(lower, -2, -1));
};

export const MultivariateNormal = classOf({
  name: OWNER,
  summary: "Normal numbers that go together, as a covariance matrix says.",
  formula: "e^(-½ (x - loc)ᵀ Σ⁻¹ (x - loc)) / √det(2πΣ)",
  parameters: [
    { name: "loc", constraint: realVector, eventDims: 1 },
    { name: "covariance_matrix", constraint: positiveDefinite, eventDims: 2, isOptional: true },
    { name: "precision_matrix", constraint: positiveDefinite, eventDims: 2, isOptional: true },
    { name: "scale_tril", constraint: lowerCholesky, eventDims: 2, isOptional: true },
  ],
  prepare: prepared,
  eventRank: 1,
  answers: {
    covariance_matrix: covariance,
    scale_tril: lowerOf,
    precision_matrix: (p) => p.precision_matrix ?? choleskyInverse(lowerOf(p)),
  },
  support: realVector,
  mean: (p) => p.loc,
  mode: (p) => p.loc,
  variance: (p) => sumOver(pow(lowerOf(p), 2), -1),
  rsample: (p, shape) => {
    const eps = normals(shape, p.loc.dtype);
    return add(p.loc, squeeze(matmul(lowerOf(p), unsqueeze(eps, -1)), -1));
  },
  logProb: (p, x) => {
    const lower = lowerOf(p);
    const size = p.loc.shape[p.loc.shape.length - 1];
    const distance = mahalanobis(lower, sub(x, p.loc));
    return sub(mul(add(distance, size * Math.log(2 * Math.PI)), -0.5), halfLogDet(lower));
  },
  entropy: (p) => {
    const size = p.loc.shape[p.loc.shape.length - 1];
    return add(halfLogDet(lowerOf(p)), 0.5 * size * (1 + Math.log(2 * Math.PI)));
  },
});
