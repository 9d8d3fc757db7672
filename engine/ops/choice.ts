/** @file Powers, and ops that choose between operands. */
import { mapUnary, select } from "../kernels/elementwise.ts";
import { promote } from "../tensor/dtype.ts";
import { broadcastShapes } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { binary } from "./binary.ts";
import { eq, gt, lt } from "./compare.ts";
import { cast } from "./convert.ts";
import { asTensor, defineOp, finish, operandOf } from "./op.ts";
import { log, sqrt } from "./unary.ts";

/** A bool as numbers of the gradient's dtype. */
const mask = (condition: Tensor, grad: Tensor) => cast(condition, grad.dtype);

export const maximum = binary({
  name: "maximum",
  doc: {
    summary: "The larger of two.",
    formula: "max(a, b)",
    kink: "half to each side where a = b",
    jax: "jnp.maximum(a, b)",
    numpy: "np.maximum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a > b ? a : b),
  vjp: [
    ({ grad, a, b }) => mul(grad, add(mask(gt(a, b), grad), mul(mask(eq(a, b), grad), 0.5))),
    ({ grad, a, b }) => mul(grad, add(mask(lt(a, b), grad), mul(mask(eq(a, b), grad), 0.5))),
  ],
});

export const minimum = binary({
  name: "minimum",
  doc: {
    summary: "The smaller of two.",
    formula: "min(a, b)",
    kink: "half to each side where a = b",
    jax: "jnp.minimum(a, b)",
    numpy: "np.minimum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a < b ? a : b),
  vjp: [
    ({ grad, a, b }) => mul(grad, add(mask(lt(a, b), grad), mul(mask(eq(a, b), grad), 0.5))),
    ({ grad, a, b }) => mul(grad, add(mask(gt(a, b), grad), mul(mask(eq(a, b), grad), 0.5))),
  ],
});

export const remainder = binary({
  name: "remainder",
  doc: {
    summary: "What division leaves, with the sign of the divisor.",
    formula: "a - b ⌊a/b⌋",
    jax: "jnp.remainder(a, b)",
    numpy: "np.remainder(a, b)",
  },
  f: (a, b) => {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
  },
  range: [2.1, 2.9],
  vjp: [({ grad }) => grad, ({ grad, a, b, y }) => mul(grad, div(sub(y, a), b))],
});

/** As C's pow: 1 to any power is 1, where JavaScript says NaN for NaN and infinity. */
function power(a: number, b: number): number {
  if (b === 0.5) return Math.sqrt(a);
  if (b === -0.5) return 1 / Math.sqrt(a);
  return a === 1 || (a === -1 && !Number.isNaN(b) && !Number.isFinite(b)) ? 1 : a ** b;
}

const powers = binary({
  name: "pow",
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
    ({ grad, a, y }) => mul(grad, where(eq(a, 0), 0, mul(y, log(a)))),
  ],
});

/** Whole and half exponents are what losses use: their gradient needs no logarithm and no tensor of exponents. */
export const pow = Object.assign(
  (input: Tensor | number, exponent: Tensor | number): Tensor => {
    if (typeof input === "number" || typeof exponent !== "number") return powers(input, exponent);
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
  return finish(powers.op, [input], mapUnary(f, input, dtype), (grad) =>
    exponent === 0 ? mul(grad, 0) : mul(grad, mul(pow(input, exponent - 1), exponent)),
  );
}

export const where = defineOp(
  {
    name: "where",
    doc: {
      summary: "Elements of input where the condition holds, else of other.",
      formula: "input if condition, else other",
      shape: "condition, input and other broadcast to the result",
      kink: "the branch not taken adds 0 times its gradient: NaN or infinity there still gives NaN",
      example: "torch.where(diff.gt(0), diff, diff.mul(-2))",
      jax: "jnp.where(condition, a, b)",
      numpy: "np.where(condition, a, b)",
    },
    params: [
      { name: "condition", kind: "tensor" },
      { name: "input", kind: "operand" },
      { name: "other", kind: "operand" },
    ],
    places: ["torch"],
    broadcasts: true,
    samples: [],
  },
  (op) =>
    (condition: Tensor, input: Tensor | number, other: Tensor | number): Tensor => {
      const dtype = promote([operandOf(input), operandOf(other)]);
      const [yes, no] = [asTensor(input, dtype), asTensor(other, dtype)];
      const shape = broadcastShapes("where", broadcastShapes("where", condition.shape, yes.shape), no.shape);
      return finish(op, [condition, yes, no], select(condition, yes, no, shape, dtype), (grad, i) => {
        if (i === 0) return null;
        return i === 1 ? where(condition, grad, 0) : where(condition, 0, grad);
      });
    },
);
