/** @file Functions of one tensor, element by element. */
import { mapUnary } from "../kernels/elementwise.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { ge, le, logical_and as logicalAnd } from "./compare.ts";
import { cast } from "./convert.ts";
import { defineOp, finish } from "./op.ts";
import { unary, zeroGradient } from "./unary-op.ts";

export const neg = unary({
  name: "neg",
  doc: { summary: "The negative of every element.", formula: "-x", jax: "jnp.negative(x)", numpy: "np.negative(x)" },
  f: (x) => -x,
  keepsIntegers: true,
  vjp: (grad) => neg(grad),
});

export const positive = unary({
  name: "positive",
  doc: { summary: "The tensor itself.", formula: "x", jax: "jnp.positive(x)", numpy: "np.positive(x)" },
  f: (x) => x,
  keepsIntegers: true,
  vjp: (grad) => grad,
});

export const abs = unary({
  name: "abs",
  doc: { summary: "The size of every element.", formula: "|x|", kink: "0 at 0", jax: "jnp.abs(x)", numpy: "np.abs(x)" },
  f: Math.abs,
  keepsIntegers: true,
  range: [0.5, 2],
  vjp: (grad, x) => mul(grad, sign(x)),
});

export const sign = unary({
  name: "sign",
  doc: {
    summary: "-1, 0 or 1.",
    formula: "x / |x|, 0 at 0",
    kink: "0 everywhere: nothing is learned through it",
    jax: "jnp.sign(x)",
    numpy: "np.sign(x)",
  },
  f: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
  keepsIntegers: true,
  gradient: "zero",
  vjp: zeroGradient,
});

export const square = unary({
  name: "square",
  doc: { summary: "Every element times itself.", formula: "x²", jax: "jnp.square(x)", numpy: "np.square(x)" },
  f: (x) => x * x,
  keepsIntegers: true,
  vjp: (grad, x) => mul(grad, mul(x, 2)),
});

export const sqrt = unary({
  name: "sqrt",
  doc: {
    summary: "The square root.",
    formula: "√x",
    domain: "x ≥ 0, NaN below",
    kink: "infinite at 0: sqrt(x * x) gives NaN there, torch.norm does not",
    jax: "jnp.sqrt(x)",
    numpy: "np.sqrt(x)",
  },
  f: Math.sqrt,
  range: [0.5, 3],
  vjp: (grad, _x, y) => div(grad, mul(y, 2)),
});

export const rsqrt = unary({
  name: "rsqrt",
  doc: { summary: "One over the square root.", formula: "1/√x", domain: "x > 0", jax: "jax.lax.rsqrt(x)", numpy: null },
  f: (x) => 1 / Math.sqrt(x),
  range: [0.5, 3],
  vjp: (grad, _x, y) => mul(grad, mul(mul(mul(y, y), y), -0.5)),
});

export const reciprocal = unary({
  name: "reciprocal",
  doc: {
    summary: "One over every element.",
    formula: "1/x",
    domain: "x ≠ 0",
    jax: "jnp.reciprocal(x)",
    numpy: "np.reciprocal(x)",
  },
  f: (x) => 1 / x,
  range: [0.5, 3],
  vjp: (grad, _x, y) => neg(mul(grad, mul(y, y))),
});

export const exp = unary({
  name: "exp",
  doc: {
    summary: "The exponential.",
    formula: "eˣ",
    domain: "overflows float32 above 88.7",
    jax: "jnp.exp(x)",
    numpy: "np.exp(x)",
  },
  f: Math.exp,
  vjp: (grad, _x, y) => mul(grad, y),
});

export const expm1 = unary({
  name: "expm1",
  doc: { summary: "exp(x) - 1, accurate near zero.", formula: "eˣ - 1", jax: "jnp.expm1(x)", numpy: "np.expm1(x)" },
  f: Math.expm1,
  vjp: (grad, _x, y) => mul(grad, add(y, 1)),
});

export const log = unary({
  name: "log",
  doc: {
    summary: "The natural logarithm.",
    formula: "ln x",
    domain: "x > 0; -∞ at 0, NaN below",
    kink: "infinite at 0",
    jax: "jnp.log(x)",
    numpy: "np.log(x)",
  },
  f: Math.log,
  range: [0.5, 3],
  vjp: (grad, x) => div(grad, x),
});

export const log1p = unary({
  name: "log1p",
  doc: {
    summary: "log(1 + x), accurate near zero.",
    formula: "ln(1 + x)",
    domain: "x > -1",
    jax: "jnp.log1p(x)",
    numpy: "np.log1p(x)",
  },
  f: Math.log1p,
  range: [-0.5, 3],
  vjp: (grad, x) => div(grad, add(x, 1)),
});

export const sin = unary({
  name: "sin",
  doc: { summary: "The sine of radians.", formula: "sin x", jax: "jnp.sin(x)", numpy: "np.sin(x)" },
  f: Math.sin,
  vjp: (grad, x) => mul(grad, cos(x)),
});

export const cos = unary({
  name: "cos",
  doc: { summary: "The cosine of radians.", formula: "cos x", jax: "jnp.cos(x)", numpy: "np.cos(x)" },
  f: Math.cos,
  vjp: (grad, x) => neg(mul(grad, sin(x))),
});

export const atan = unary({
  name: "atan",
  doc: { summary: "The angle whose tangent is x.", formula: "arctan x", jax: "jnp.arctan(x)", numpy: "np.arctan(x)" },
  f: Math.atan,
  vjp: (grad, x) => div(grad, add(mul(x, x), 1)),
});

export const cosh = unary({
  name: "cosh",
  doc: {
    summary: "The hyperbolic cosine.",
    formula: "(eˣ + e⁻ˣ)/2",
    domain: "overflows float32 above 89",
    jax: "jnp.cosh(x)",
    numpy: "np.cosh(x)",
  },
  f: Math.cosh,
  vjp: (grad, x) => mul(grad, sinh(x)),
});

export const sinh = unary({
  name: "sinh",
  doc: { summary: "The hyperbolic sine.", formula: "(eˣ - e⁻ˣ)/2", jax: "jnp.sinh(x)", numpy: "np.sinh(x)" },
  f: Math.sinh,
  vjp: (grad, x) => mul(grad, cosh(x)),
});

export const tanh = unary({
  name: "tanh",
  doc: {
    summary: "The hyperbolic tangent, between -1 and 1.",
    formula: "tanh x",
    jax: "jnp.tanh(x)",
    numpy: "np.tanh(x)",
  },
  f: Math.tanh,
  vjp: (grad, _x, y) => mul(grad, sub(1, mul(y, y))),
});

export const clamp = defineOp(
  {
    name: "clamp",
    doc: {
      summary: "Every element kept between min and max.",
      formula: "min(max(x, min), max)",
      shape: "same as input",
      kink: "1 at the bounds: the gradient passes",
      example: "torch.clamp(predictions, 0, 1)",
      jax: "jnp.clip(x, min, max)",
      numpy: "np.clip(x, min, max)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "min", kind: "number", default: null },
      { name: "max", kind: "number", default: null },
    ],
    samples: [{ shapes: [[2, 3]], args: [-1, 1], range: [-0.9, 0.9] }],
  },
  (op) =>
    (input: Tensor, min: number | null = null, max: number | null = null): Tensor => {
      const low = min ?? Number.NEGATIVE_INFINITY;
      const high = max ?? Number.POSITIVE_INFINITY;
      const output = mapUnary((x) => (Number.isNaN(x) ? x : Math.min(Math.max(x, low), high)), input, input.dtype);
      return finish(op, [input], output, (grad) =>
        mul(grad, cast(logicalAnd(ge(input, low), le(input, high)), grad.dtype)),
      );
    },
);
