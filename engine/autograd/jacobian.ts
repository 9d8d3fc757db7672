/** @file Whole matrices of derivatives, and the check of gradients against finite differences. */

import { double } from "../ops/convert.ts";
import { reshape } from "../ops/indexing/movement.ts";
import { cat } from "../ops/indexing/slices.ts";
import { add } from "../ops/pointwise/arithmetic.ts";
import { allocate } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { gradientsOf } from "./backward.ts";

function unit(like: Tensor, at: number): Tensor {
  const one = Tensor.zeros(like.shape, like.dtype);
  dataOf(one)[at] = 1;
  return one;
}

function leaf(x: Tensor): Tensor {
  const copy = Tensor.of(toContiguousData(x).slice(), x.shape, x.dtype);
  copy.requires_grad = true;
  return copy;
}

/** The rows of dy/dx, one for each element of y, in the shape of y then of x. */
export function jacobian(f: (x: Tensor) => Tensor, x: Tensor): Tensor {
  const at = leaf(x);
  return rowsOf(f(at), at, false);
}

function rowsOf(y: Tensor, x: Tensor, createGraph: boolean): Tensor {
  const rows = Array.from({ length: numelOf(y.shape) }, (_, i) => {
    if (!y.requires_grad) return Tensor.zeros(x.shape, x.dtype);
    const [row] = gradientsOf([y], [x], [unit(y, i)], { retainGraph: true, createGraph });
    return row ?? Tensor.zeros(x.shape, x.dtype);
  });
  if (rows.length === 0) return Tensor.zeros([...y.shape, ...x.shape], x.dtype);
  return reshape(cat(rows.map((row) => reshape(row, [1, -1]))), [...y.shape, ...x.shape]);
}

/** Second derivatives of a scalar function: [n, n] in the shape of x twice. */
export function hessian(f: (x: Tensor) => Tensor, x: Tensor): Tensor {
  const at = leaf(x);
  const y = f(at);
  if (numelOf(y.shape) !== 1) {
    throw new EngineError({
      type: "RuntimeError",
      code: "not-scalar",
      op: "hessian",
      shapes: [y.shape],
      message: "hessian: the function must return a scalar",
      hint: "Reduce it, for example with mean().",
      pytorch: "The output of the user-provided function must be a Tensor with a single element",
    });
  }
  const [gradient] = gradientsOf([y], [at], [null], { createGraph: true });
  return rowsOf(gradient ?? Tensor.zeros(at.shape, at.dtype), at, false);
}

/** One element whose gradient is not what the function does nearby. */
export interface Mismatch {
  readonly index: number;
  readonly analytic: number;
  /** Slopes to the left and to the right: where these differ, the function has a kink there. */
  readonly left: number;
  readonly right: number;
  readonly kink: boolean;
}

export interface GradcheckOptions {
  readonly eps?: number;
  readonly atol?: number;
  readonly rtol?: number;
}

/**
 * Compares the gradient of Σ f(x) with finite differences in float64, from each side apart. At a kink the two sides differ: any value
 * between them is a subgradient and passes, but the element is reported.
 */
export function gradcheck(
  f: (x: Tensor) => Tensor,
  x: Tensor,
  options: GradcheckOptions = {},
): { ok: boolean; mismatches: Mismatch[]; kinks: Mismatch[] } {
  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3 } = options;
  const at = leaf(double(x));
  const y = f(at);
  const ones = Tensor.of(allocate(y.dtype, numelOf(y.shape)).fill(1), y.shape, y.dtype);
  const found = y.requires_grad ? gradientsOf([y], [at], [ones])[0] : null;
  const analytic = found === null ? new Float64Array(numelOf(at.shape)) : toContiguousData(found);
  const center = total(y);
  const results = Array.from(analytic, (slope, index): Mismatch => {
    const moved = (by: number) => {
      const step = Tensor.zeros(at.shape, "float64");
      dataOf(step)[index] = by;
      return total(f(add(double(x), step)));
    };
    const [left, right] = [(center - moved(-eps)) / eps, (moved(eps) - center) / eps];
    // Beyond what curvature explains: a smooth function's sides differ by eps times its second derivative.
    const kink = Math.abs(right - left) > 1e-3 * Math.max(1, Math.abs(left), Math.abs(right));
    return { index, analytic: slope, left, right, kink };
  });
  const passes = ({ analytic: slope, left, right, kink }: Mismatch) => {
    if (kink) return slope >= Math.min(left, right) - atol && slope <= Math.max(left, right) + atol;
    const middle = (left + right) / 2;
    return Math.abs(slope - middle) <= atol + rtol * Math.abs(middle);
  };
  const mismatches = results.filter((result) => !passes(result));
  return { ok: mismatches.length === 0, mismatches, kinks: results.filter(({ kink }) => kink) };
}

function total(y: Tensor): number {
  let sum = 0;
  for (const value of toContiguousData(y)) sum += value;
  return sum;
}
