/** @file Powers of two operands. */

import { mapUnary } from "../../kernels/elementwise.ts";
import { type DType, isFloating, promote } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { eq, ge, logical_and as logicalAnd } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import type { Labeller } from "../op.ts";
import { finish, operandOf } from "../op.ts";
import { Saved } from "../saved.ts";
import { mul, sub } from "./arithmetic.ts";
import { log, sqrt } from "./unary.ts";

/** As C's pow: 1 to any power is 1, where JavaScript says NaN for NaN and infinity. */
function power(a: number, b: number): number {
  if (b === 0.5) return Math.sqrt(a);
  if (b === -0.5) return 1 / Math.sqrt(a);
  return a === 1 || (a === -1 && !Number.isNaN(b) && !Number.isFinite(b)) ? 1 : a ** b;
}

function withoutNegativePowers(dtype: DType, _a: Tensor | number, b: Tensor | number): DType {
  if (isFloating(dtype) || !(typeof b === "number" ? b < 0 : dataOf(b).some((exponent) => exponent < 0))) return dtype;
  throw new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op: "pow",
    message: "pow: integers have no negative powers",
    hint: "Convert first: x.float().",
    pytorch: "Integers to negative integer powers are not allowed.",
  });
}

const powLabel: Labeller = ([base, exponent]) =>
  Tensor.isTensor(exponent) ? (Tensor.isTensor(base) ? "PowBackward1" : "PowBackward2") : "PowBackward0";

const powers = binary({
  name: "pow",
  label: powLabel,
  second: "exponent",
  dtype: withoutNegativePowers,
  doc: {
    summary: "The power.",
    formula: "aᵇ",
    domain: "NaN for a < 0 with a fractional exponent",
    kink: "pow(x, 0) is 1 with gradient 0, also at 0",
    example: "predictions.sub(targets).pow(2).mean()",
    jax: "a ** b",
    numpy: "a ** b",
  },
  f: power,
  vjp: [
    ({ grad, a, b }) => where(eq(b, 0), 0, mul(grad, mul(b, pow(a, sub(b, 1))))),
    // Where the base is 0 and the exponent isn't negative, 0ᵇ ln 0 counts as 0.
    ({ grad, a, b, y }) => mul(grad, where(logicalAnd(eq(a, 0), ge(b, 0)), 0, mul(y, log(a)))),
  ],
});

/** Whole and half exponents are what losses use: their gradient needs no logarithm and no tensor of exponents. */
export const pow = Object.assign(
  (input: Tensor | number, exponent: Tensor | number): Tensor => {
    if (typeof input === "number" || typeof exponent !== "number") return powers(input, exponent);
    if (!isFloating(input.dtype) && exponent < 0 && Number.isInteger(exponent)) return powers(input, exponent);
    if (exponent === 0.5) return sqrtPower(input);
    return numberPower(input, exponent);
  },
  { op: powers.op },
);

const sqrtPower = (input: Tensor): Tensor => sqrt(input);

function numberPower(input: Tensor, exponent: number): Tensor {
  const dtype = promote([operandOf(input), operandOf(exponent)]);
  const f =
    exponent === 2
      ? (x: number) => x * x
      : exponent === -0.5
        ? (x: number) => 1 / Math.sqrt(x)
        : (x: number) => x ** exponent;
  const saved = new Saved("pow", [input]);
  return finish(
    powers.op,
    [input],
    mapUnary(f, input, dtype, exponent === 2 ? "square" : exponent === -0.5 ? "rsqrt" : null),
    (grad) => (exponent === 0 ? mul(grad, 0) : mul(grad, mul(pow(saved.read(0), exponent - 1), exponent))),
  );
}
