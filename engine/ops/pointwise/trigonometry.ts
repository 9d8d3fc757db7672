/** @file Circular and hyperbolic functions, and their inverses. */

import { unary } from "../unary-op.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { neg, rsqrt } from "./unary.ts";

export const sin = unary({
  name: "sin",
  kernel: "sin",
  doc: { summary: "The sine of radians.", formula: "sin x", jax: "jnp.sin(x)", numpy: "np.sin(x)" },
  f: Math.sin,
  vjp: ({ grad, x }) => mul(grad, cos(x)),
});

export const cos = unary({
  name: "cos",
  kernel: "cos",
  doc: { summary: "The cosine of radians.", formula: "cos x", jax: "jnp.cos(x)", numpy: "np.cos(x)" },
  f: Math.cos,
  vjp: ({ grad, x }) => neg(mul(grad, sin(x))),
});

export const tan = unary({
  name: "tan",
  doc: { summary: "The tangent of radians.", formula: "tan x", jax: "jnp.tan(x)", numpy: "np.tan(x)" },
  f: Math.tan,
  range: [-1, 1],
  vjp: ({ grad, y }) => mul(grad, add(mul(y, y), 1)),
});

export const asin = unary({
  name: "asin",
  aliases: ["arcsin"],
  doc: {
    summary: "The angle whose sine is x.",
    formula: "arcsin x",
    domain: "|x| ≤ 1, NaN beyond",
    kink: "infinite at ±1",
    jax: "jnp.arcsin(x)",
    numpy: "np.arcsin(x)",
  },
  f: Math.asin,
  range: [-0.8, 0.8],
  vjp: ({ grad, x }) => mul(grad, rsqrt(sub(1, mul(x, x)))),
});

export const acos = unary({
  name: "acos",
  aliases: ["arccos"],
  doc: {
    summary: "The angle whose cosine is x.",
    formula: "arccos x",
    domain: "|x| ≤ 1, NaN beyond",
    kink: "infinite at ±1",
    jax: "jnp.arccos(x)",
    numpy: "np.arccos(x)",
  },
  f: Math.acos,
  range: [-0.8, 0.8],
  vjp: ({ grad, x }) => neg(mul(grad, rsqrt(sub(1, mul(x, x))))),
});

export const atan = unary({
  name: "atan",
  aliases: ["arctan"],
  doc: { summary: "The angle whose tangent is x.", formula: "arctan x", jax: "jnp.arctan(x)", numpy: "np.arctan(x)" },
  f: Math.atan,
  vjp: ({ grad, x }) => div(grad, add(mul(x, x), 1)),
});

export const sinh = unary({
  name: "sinh",
  doc: { summary: "The hyperbolic sine.", formula: "(eˣ - e⁻ˣ)/2", jax: "jnp.sinh(x)", numpy: "np.sinh(x)" },
  f: Math.sinh,
  vjp: ({ grad, x }) => mul(grad, cosh(x)),
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
  vjp: ({ grad, x }) => mul(grad, sinh(x)),
});

export const tanh = unary({
  name: "tanh",
  kernel: "tanh",
  fused: { kernel: "tanhGrad", of: "y" },
  doc: {
    summary: "The hyperbolic tangent, between -1 and 1.",
    formula: "tanh x",
    jax: "jnp.tanh(x)",
    numpy: "np.tanh(x)",
  },
  f: Math.tanh,
  vjp: ({ grad, y }) => mul(grad, sub(1, mul(y, y))),
});

export const asinh = unary({
  name: "asinh",
  aliases: ["arcsinh"],
  doc: {
    summary: "The inverse of sinh: a logarithm that knows signs.",
    formula: "ln(x + √(x² + 1))",
    jax: "jnp.arcsinh(x)",
    numpy: "np.arcsinh(x)",
  },
  f: Math.asinh,
  vjp: ({ grad, x }) => mul(grad, rsqrt(add(mul(x, x), 1))),
});

export const acosh = unary({
  name: "acosh",
  aliases: ["arccosh"],
  doc: {
    summary: "The inverse of cosh.",
    formula: "ln(x + √(x² - 1))",
    domain: "x ≥ 1, NaN below",
    kink: "infinite at 1",
    jax: "jnp.arccosh(x)",
    numpy: "np.arccosh(x)",
  },
  f: Math.acosh,
  range: [1.2, 3],
  vjp: ({ grad, x }) => mul(grad, rsqrt(sub(mul(x, x), 1))),
});

export const atanh = unary({
  name: "atanh",
  aliases: ["arctanh"],
  doc: {
    summary: "The inverse of tanh.",
    formula: "½ ln((1 + x)/(1 - x))",
    domain: "|x| < 1, ±∞ at ±1, NaN beyond",
    jax: "jnp.arctanh(x)",
    numpy: "np.arctanh(x)",
  },
  f: Math.atanh,
  range: [-0.8, 0.8],
  vjp: ({ grad, x }) => div(grad, sub(1, mul(x, x))),
});

export const deg2rad = unary({
  name: "deg2rad",
  doc: { summary: "Degrees as radians.", formula: "x π/180", jax: "jnp.deg2rad(x)", numpy: "np.deg2rad(x)" },
  f: (x) => (x * Math.PI) / 180,
  vjp: ({ grad }) => mul(grad, Math.PI / 180),
});

export const rad2deg = unary({
  name: "rad2deg",
  doc: { summary: "Radians as degrees.", formula: "x 180/π", jax: "jnp.rad2deg(x)", numpy: "np.rad2deg(x)" },
  f: (x) => (x * 180) / Math.PI,
  vjp: ({ grad }) => mul(grad, 180 / Math.PI),
});
