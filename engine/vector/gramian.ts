/**
 * @file Matrices as flat rows. A Jacobian J is [m, n]: row i is the gradient of component i of the loss, flattened over all parameters.
 * Its Gramian G = J Jᵀ is [m, m]: every inner product of two gradients, which is all that most aggregators look at.
 */
import { EngineError } from "../tensor/errors.ts";

/** J Jᵀ, in float64. */
export function gramianOf(jacobian: Float64Array, m: number, n: number): Float64Array {
  const gramian = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += jacobian[i * n + k] * jacobian[j * n + k];
      gramian[i * m + j] = sum;
      gramian[j * m + i] = sum;
    }
  }
  return gramian;
}

export function traceOf(gramian: Float64Array, m: number): number {
  let trace = 0;
  for (let i = 0; i < m; i++) trace += gramian[i * m + i];
  return trace;
}

/** A v for a square matrix A. */
export function product(matrix: Float64Array, m: number, vector: ArrayLike<number>): Float64Array {
  const result = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += matrix[i * m + j] * vector[j];
    result[i] = sum;
  }
  return result;
}

/** Jᵀ w: the gradients added up with these weights. */
export function combine(jacobian: Float64Array, m: number, n: number, weights: ArrayLike<number>): Float64Array {
  const direction = new Float64Array(n);
  for (let i = 0; i < m; i++) {
    const weight = weights[i];
    for (let k = 0; k < n; k++) direction[k] += weight * jacobian[i * n + k];
  }
  return direction;
}

/** ‖Jᵀ w‖, from G alone: how far a step with these weights goes. */
export function lengthOf(gramian: Float64Array, m: number, weights: ArrayLike<number>): number {
  const inner = product(gramian, m, weights);
  let square = 0;
  for (let i = 0; i < m; i++) square += weights[i] * inner[i];
  return Math.sqrt(Math.max(0, square));
}

/**
 * Throws where a gradient is NaN or infinite. Looking at the diagonal suffices: it holds the squares of every row.
 * TorchJD's solvers stumble over such numbers too, each in its own way.
 */
export function refuseNonFinite(op: string, gramian: Float64Array, m: number): void {
  for (let i = 0; i < m; i++) {
    const square = gramian[i * m + i];
    if (!Number.isFinite(square)) {
      throw new EngineError({
        type: "RuntimeError",
        code: "non-finite",
        op,
        message: `${op}: the gradients of the components must be finite, got ${square} in component ${i}`,
        hint: "Look at that component of the loss: log(0), a root of 0, or numbers that grew too large.",
      });
    }
  }
}

/** 1 / ‖g_i‖; 0 for a gradient that is 0. */
export function inverseLengths(gramian: Float64Array, m: number): Float64Array {
  const inverse = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    const square = gramian[i * m + i];
    if (square > 0) inverse[i] = 1 / Math.sqrt(square);
  }
  return inverse;
}
