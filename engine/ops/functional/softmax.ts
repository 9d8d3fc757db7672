/** @file The softmax family. */

import { kernels, runFold, runTwo } from "../../kernels/launch.ts";
import { extremeOver } from "../../kernels/reduce.ts";
import { isGradEnabled, withGradMode } from "../../tensor/grad-mode.ts";
import { normalizeDim, numelOf } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { defineOp, finish, floatingDType, notImplemented, requireFloating } from "../op.ts";
import { mul, sub } from "../pointwise/arithmetic.ts";
import { exp, log } from "../pointwise/unary.ts";
import { sum } from "../reduction/reduction.ts";
import { Saved } from "../saved.ts";

const params = [
  { name: "input", kind: "tensor" },
  { name: "dim", kind: "dim", default: null },
] as const;

/** The dim PyTorch guesses without one, and warns of. */
function dimOf(name: string, x: Tensor, dim: number | null): number {
  if (dim !== null) return dim;
  warn(
    "UserWarning",
    `Implicit dimension choice for ${name} has been deprecated. Change the call to include dim=X as an argument.`,
  );
  return [0, 1, 3].includes(x.shape.length) ? 0 : 1;
}

const samples = [
  { shapes: [[2, 3]], args: [1] },
  { shapes: [[4]], args: [0] },
];

const requireFloats = (op: "softmax" | "log_softmax", x: Tensor, dim: number): void =>
  requireFloating(op, x, notImplemented(`${op}_${dim === x.shape.length - 1 ? "lastdim_" : ""}kernel_impl`));

/** Rows of so many numbers, where the kernels have what is normalised in a row: the last dim of a float32 tensor. */
function rowsOf(x: Tensor, dim: number): { readonly rows: number; readonly columns: number } | null {
  const numel = numelOf(x.shape);
  if (x.dtype !== "float32" || dim !== x.shape.length - 1 || numel === 0) return null;
  const columns = x.shape[dim];
  return { rows: numel / columns, columns };
}

type GradientKernel = (g: number, y: number, out: number, rows: number, columns: number) => void;

/** The gradient by a kernel, unless it has to be differentiated again. */
function gradientByKernel(kernel: GradientKernel, grad: Tensor, y: Tensor, dim: number): Tensor | null {
  const lie = isGradEnabled() || grad.dtype !== "float32" ? null : rowsOf(y, dim);
  if (lie === null) return null;
  return runTwo((g, from, to) => kernel(g, from, to, lie.rows, lie.columns), grad, y, y.shape);
}

/** ln eˣ / Σ eˣ, off the tape. */
function logSoftmaxOf(x: Tensor, dim: number): Tensor {
  const lie = rowsOf(x, dim);
  if (lie !== null) return runFold(kernels.logSoftmaxRows, x, x.shape, lie.rows, lie.columns);
  return withGradMode(false, () => {
    const at = x.shape.length === 0 ? [] : [dim];
    // Taking the largest away first keeps what is small beside it.
    const centered = sub(x, extremeOver("max", x, at, true, floatingDType(x.dtype)));
    return sub(centered, log(sum(exp(centered), at, true)));
  });
}

export const log_softmax = defineOp(
  {
    name: "log_softmax",
    label: "LogSoftmaxBackward0",
    doc: {
      summary: "log of the softmax, without overflow.",
      formula: "x - ln Σ eˣ",
      shape: "same as input",
      example: "F.log_softmax(predictions, 1)",
      jax: "jax.nn.log_softmax(x, axis=dim)",
      numpy: null,
    },
    params,
    places: ["torch", "method", "F"],
    samples,
  },
  (op) =>
    (x: Tensor, dim: number | null = null): Tensor => {
      const at = normalizeDim("log_softmax", dimOf("log_softmax", x, dim), x.shape.length);
      requireFloats("log_softmax", x, at);
      const y = logSoftmaxOf(x, at);
      const saved = new Saved(op.name, [y]);
      return finish(op, [x], y, (grad) => {
        const result = saved.read(0);
        return (
          gradientByKernel(kernels.logSoftmaxGradRows, grad, result, at) ??
          sub(grad, mul(exp(result), totalOf(grad, at)))
        );
      });
    },
);

export const softmax = defineOp(
  {
    name: "softmax",
    label: "SoftmaxBackward0",
    doc: {
      summary: "Positive weights that add up to 1 along a dim.",
      formula: "eˣ / Σ eˣ",
      shape: "same as input",
      example: "F.softmax(predictions, 1)",
      jax: "jax.nn.softmax(x, axis=dim)",
      numpy: "scipy.special.softmax(x, axis=dim)",
    },
    params,
    places: ["torch", "method", "F"],
    samples,
  },
  (op) =>
    (x: Tensor, dim: number | null = null): Tensor => {
      const at = normalizeDim("softmax", dimOf("softmax", x, dim), x.shape.length);
      requireFloats("softmax", x, at);
      const lie = rowsOf(x, at);
      const y =
        lie === null
          ? withGradMode(false, () => exp(logSoftmaxOf(x, at)))
          : runFold(kernels.softmaxRows, x, x.shape, lie.rows, lie.columns);
      const saved = new Saved(op.name, [y]);
      return finish(op, [x], y, (grad) => {
        const result = saved.read(0);
        return (
          gradientByKernel(kernels.softmaxGradRows, grad, result, at) ??
          mul(sub(grad, totalOf(mul(grad, result), at)), result)
        );
      });
    },
);

const totalOf = (x: Tensor, dim: number): Tensor => sum(x, x.shape.length === 0 ? [] : [dim], true);
