/** @file Powers, exponentials and logarithms, element by element. */

import { unary, zeroGradient } from "../unary-op.ts";
import { add, div, mul } from "./arithmetic.ts";

export const neg = unary({
  name: "neg",
  kernel: "neg",
  aliases: ["negative"],
  doc: { summary: "The negative of every element.", formula: "-x", jax: "jnp.negative(x)", numpy: "np.negative(x)" },
  f: (x) => -x,
  keepsIntegers: true,
  vjp: ({ grad }) => neg(grad),
});

export const positive = unary({
  name: "positive",
  doc: { summary: "The tensor itself.", formula: "x", jax: "jnp.positive(x)", numpy: "np.positive(x)" },
  f: (x) => x,
  keepsIntegers: true,
  vjp: ({ grad }) => grad,
});

export const abs = unary({
  name: "abs",
  kernel: "abs",
  fused: { kernel: "absGrad", of: "x" },
  aliases: ["absolute"],
  doc: { summary: "The size of every element.", formula: "|x|", kink: "0 at 0", jax: "jnp.abs(x)", numpy: "np.abs(x)" },
  f: Math.abs,
  keepsIntegers: true,
  range: [0.5, 2],
  vjp: ({ grad, x }) => mul(grad, sign(x)),
});

export const sign = unary({
  name: "sign",
  kernel: "sign",
  aliases: ["sgn"],
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
  label: "PowBackward0",
  kernel: "square",
  fused: { kernel: "squareGrad", of: "x" },
  doc: { summary: "Every element times itself.", formula: "x²", jax: "jnp.square(x)", numpy: "np.square(x)" },
  f: (x) => x * x,
  keepsIntegers: true,
  vjp: ({ grad, x }) => mul(grad, mul(x, 2)),
});

export const sqrt = unary({
  name: "sqrt",
  kernel: "sqrt",
  fused: { kernel: "sqrtGrad", of: "y" },
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
  vjp: ({ grad, y }) => div(grad, mul(y, 2)),
});

export const rsqrt = unary({
  name: "rsqrt",
  kernel: "rsqrt",
  doc: { summary: "One over the square root.", formula: "1/√x", domain: "x > 0", jax: "jax.lax.rsqrt(x)", numpy: null },
  f: (x) => 1 / Math.sqrt(x),
  range: [0.5, 3],
  vjp: ({ grad, y }) => mul(grad, mul(mul(mul(y, y), y), -0.5)),
});

export const reciprocal = unary({
  name: "reciprocal",
  kernel: "reciprocal",
  fused: { kernel: "reciprocalGrad", of: "y" },
  doc: {
    summary: "One over every element.",
    formula: "1/x",
    domain: "x ≠ 0",
    jax: "jnp.reciprocal(x)",
    numpy: "np.reciprocal(x)",
  },
  f: (x) => 1 / x,
  range: [0.5, 3],
  vjp: ({ grad, y }) => neg(mul(grad, mul(y, y))),
});

export const exp = unary({
  name: "exp",
  kernel: "exp",
  doc: {
    summary: "The exponential.",
    formula: "eˣ",
    domain: "overflows float32 above 88.7",
    jax: "jnp.exp(x)",
    numpy: "np.exp(x)",
  },
  f: Math.exp,
  vjp: ({ grad, y }) => mul(grad, y),
});

export const expm1 = unary({
  name: "expm1",
  kernel: "expm1",
  doc: { summary: "exp(x) - 1, accurate near zero.", formula: "eˣ - 1", jax: "jnp.expm1(x)", numpy: "np.expm1(x)" },
  f: Math.expm1,
  vjp: ({ grad, y }) => mul(grad, add(y, 1)),
});

export const log = unary({
  name: "log",
  kernel: "log",
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
  vjp: ({ grad, x }) => div(grad, x),
});

export const log1p = unary({
  name: "log1p",
  label: "Log1PBackward0",
  kernel: "log1p",
  doc: {
    summary: "log(1 + x), accurate near zero.",
    formula: "ln(1 + x)",
    domain: "x > -1",
    jax: "jnp.log1p(x)",
    numpy: "np.log1p(x)",
  },
  f: Math.log1p,
  range: [-0.5, 3],
  vjp: ({ grad, x }) => div(grad, add(x, 1)),
});

export const exp2 = unary({
  name: "exp2",
  doc: {
    summary: "Two to the power x.",
    formula: "2ˣ",
    domain: "overflows float32 at 128",
    jax: "jnp.exp2(x)",
    numpy: "np.exp2(x)",
  },
  f: (x) => 2 ** x,
  vjp: ({ grad, y }) => mul(grad, mul(y, Math.LN2)),
});

export const log2 = unary({
  name: "log2",
  kernel: "log2",
  doc: {
    summary: "The logarithm to base 2.",
    formula: "log₂ x",
    domain: "x > 0; -∞ at 0, NaN below",
    jax: "jnp.log2(x)",
    numpy: "np.log2(x)",
  },
  f: Math.log2,
  range: [0.5, 3],
  vjp: ({ grad, x }) => div(grad, mul(x, Math.LN2)),
});

export const log10 = unary({
  name: "log10",
  kernel: "log10",
  doc: {
    summary: "The logarithm to base 10.",
    formula: "log₁₀ x",
    domain: "x > 0; -∞ at 0, NaN below",
    jax: "jnp.log10(x)",
    numpy: "np.log10(x)",
  },
  f: Math.log10,
  range: [0.5, 3],
  vjp: ({ grad, x }) => div(grad, mul(x, Math.LN10)),
});
