/** @file The softmax family. */

import { extremeOver } from "../kernels/reduce.ts";
import { isFloating } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { normalizeDim } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { sub } from "./arithmetic.ts";
import { defineOp, floatingDType } from "./op.ts";
import { sum } from "./reduction.ts";
import { exp, log } from "./unary.ts";

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

export const log_softmax = defineOp(
  {
    name: "log_softmax",
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
  () =>
    (x: Tensor, dim: number | null = null): Tensor => {
      const at = [normalizeDim("log_softmax", dimOf("log_softmax", x, dim), x.shape.length)];
      // Outside the graph: the shift cancels out. Taking it away first keeps what is small beside it.
      const centered = sub(x, extremeOver("max", x, x.shape.length === 0 ? [] : at, true, floatingDType(x.dtype)));
      return sub(centered, log(sum(exp(centered), at, true)));
    },
);

function floats(op: "softmax" | "log_softmax", x: Tensor, dim: number | null): Tensor {
  if (isFloating(x.dtype)) return x;
  const isLast = dim === null || dim === -1 || dim === x.shape.length - 1;
  const name = x.dtype === "bool" ? "Bool" : x.dtype === "int32" ? "Int" : "Long";
  throw new EngineError({
    code: "dtype",
    op,
    message: `${op}: takes floating point tensors, got ${x.dtype}`,
    hint: "Convert first: x.float().",
    pytorch: `"${op}_${isLast ? "lastdim_" : ""}kernel_impl" not implemented for '${name}'`,
  });
}

export const softmax = defineOp(
  {
    name: "softmax",
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
  () =>
    (x: Tensor, dim: number | null = null): Tensor =>
      exp(log_softmax(floats("softmax", x, dim), dimOf("softmax", x, dim))),
);
