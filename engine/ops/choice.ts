/** @file Powers, and ops that choose between operands. */
import { select } from "../kernels/choice.ts";
import { mapUnary } from "../kernels/elementwise.ts";
import { kernels, runThree } from "../kernels/launch.ts";
import { type DType, isFloating, promote } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { broadcastShapes, sameShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { div, mul, sub } from "./arithmetic.ts";
import { binary } from "./binary.ts";
import { eq, ge, logical_and as logicalAnd, lt } from "./compare.ts";
import { asTensor, defineOp, finish, operandOf } from "./op.ts";
import { floor } from "./rounding.ts";
import { Saved } from "./saved.ts";
import { log, neg, sqrt } from "./unary.ts";

/** The gradient that the larger of two sends to `mine`: none where the other is, half where both are the same. */
function gradientOfLarger(grad: Tensor, mine: Tensor, other: Tensor): Tensor {
  const fits = [grad, mine, other].every((x) => x.dtype === "float32" && sameShape(x.shape, grad.shape));
  if (fits && !isGradEnabled()) return runThree(kernels.aboveGrad, grad, mine, other, grad.shape);
  return where(lt(mine, other), 0, where(eq(mine, other), mul(grad, 0.5), grad));
}

export const maximum = binary({
  name: "maximum",
  tensorsOnly: true,
  doc: {
    summary: "The larger of two.",
    formula: "max(a, b)",
    kink: "half to each side where a = b; beside NaN all to both",
    jax: "jnp.maximum(a, b)",
    numpy: "np.maximum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a > b ? a : b),
  kernel: "maximum",
  vjp: [({ grad, a, b }) => gradientOfLarger(grad, a, b), ({ grad, a, b }) => gradientOfLarger(grad, b, a)],
});

export const minimum = binary({
  name: "minimum",
  tensorsOnly: true,
  doc: {
    summary: "The smaller of two.",
    formula: "min(a, b)",
    kink: "half to each side where a = b; beside NaN all to both",
    jax: "jnp.minimum(a, b)",
    numpy: "np.minimum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a < b ? a : b),
  kernel: "minimum",
  vjp: [({ grad, a, b }) => gradientOfLarger(grad, b, a), ({ grad, a, b }) => gradientOfLarger(grad, a, b)],
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
  vjp: [({ grad }) => grad, ({ grad, a, b }) => neg(mul(grad, floor(div(a, b))))],
});

/** As C's pow: 1 to any power is 1, where JavaScript says NaN for NaN and infinity. */
function power(a: number, b: number): number {
  if (b === 0.5) return Math.sqrt(a);
  if (b === -0.5) return 1 / Math.sqrt(a);
  return a === 1 || (a === -1 && !Number.isNaN(b) && !Number.isFinite(b)) ? 1 : a ** b;
}

function withoutNegativePowers(dtype: DType, _a: Tensor | number, b: Tensor | number): DType {
  if (isFloating(dtype) || !(typeof b === "number" ? b < 0 : b.data.some((exponent) => exponent < 0))) return dtype;
  throw new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op: "pow",
    message: "pow: integers have no negative powers",
    hint: "Convert first: x.float().",
    pytorch: "Integers to negative integer powers are not allowed.",
  });
}

const powers = binary({
  name: "pow",
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

export const where = defineOp(
  {
    name: "where",
    doc: {
      summary: "Elements of input where the condition holds, else of other.",
      formula: "input if condition, else other",
      shape: "condition, input and other broadcast to the result",
      kink: "the branch not taken adds 0 times its gradient: NaN or infinity there still gives NaN",
      example: "torch.where(predictions.gt(targets), predictions, targets.mul(2))",
      jax: "jnp.where(condition, a, b)",
      numpy: "np.where(condition, a, b)",
    },
    params: [
      { name: "condition", kind: "tensor" },
      { name: "input", kind: "operand" },
      { name: "other", kind: "operand" },
    ],
    places: ["torch"],
    elementwise: true,
    broadcasts: true,
    samples: [],
  },
  (op) =>
    (condition: Tensor, input: Tensor | number, other: Tensor | number): Tensor => {
      const dtype = promote([operandOf(input), operandOf(other)]);
      if (condition.dtype !== "bool") {
        throw new EngineError({
          type: "RuntimeError",
          code: "dtype",
          op: "where",
          message: `where: the condition must be a bool tensor, got ${condition.dtype}`,
          hint: "Compare: condition.gt(0).",
          pytorch: `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype === "float32" ? "Float" : condition.dtype === "float64" ? "Double" : "Long"}`,
        });
      }
      const [yes, no] = [asTensor(input, dtype), asTensor(other, dtype)];
      const shape = broadcastShapes("where", broadcastShapes("where", condition.shape, yes.shape), no.shape);
      return finish(op, [condition, yes, no], select(condition, yes, no, shape, dtype), (grad, i) => {
        if (i === 0) return null;
        return i === 1 ? where(condition, grad, 0) : where(condition, 0, grad);
      });
    },
);
