/** @file To the nearest integer, in one direction or another. Their gradient is zero everywhere: nothing is learned through them. */
import { unary, zeroGradient } from "../unary-op.ts";

export const floor = unary({
  name: "floor",
  kernel: "floor",
  doc: {
    summary: "The next integer below.",
    formula: "⌊x⌋",
    kink: "0 everywhere",
    jax: "jnp.floor(x)",
    numpy: "np.floor(x)",
  },
  f: Math.floor,
  keepsIntegers: true,
  gradient: "zero",
  vjp: zeroGradient,
});

export const ceil = unary({
  name: "ceil",
  kernel: "ceil",
  doc: {
    summary: "The next integer above.",
    formula: "⌈x⌉",
    kink: "0 everywhere",
    jax: "jnp.ceil(x)",
    numpy: "np.ceil(x)",
  },
  f: Math.ceil,
  keepsIntegers: true,
  gradient: "zero",
  vjp: zeroGradient,
});

export const trunc = unary({
  name: "trunc",
  kernel: "trunc",
  aliases: ["fix"],
  doc: {
    summary: "The integer part.",
    formula: "x towards 0",
    kink: "0 everywhere",
    jax: "jnp.trunc(x)",
    numpy: "np.trunc(x)",
  },
  f: Math.trunc,
  keepsIntegers: true,
  gradient: "zero",
  vjp: zeroGradient,
});

export const round = unary({
  name: "round",
  kernel: "round",
  doc: {
    summary: "The nearest integer, halves to the even one.",
    formula: "round(x)",
    kink: "0 everywhere",
    jax: "jnp.round(x)",
    numpy: "np.round(x)",
  },
  f: roundHalfToEven,
  keepsIntegers: true,
  gradient: "zero",
  vjp: zeroGradient,
});

function roundHalfToEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

export const frac = unary({
  name: "frac",
  doc: {
    summary: "What is behind the decimal point, with its sign.",
    formula: "x - trunc x",
    kink: "1 everywhere",
    jax: "jnp.modf(x)[0]",
    numpy: "np.modf(x)[0]",
  },
  f: (x) => x - Math.trunc(x),
  range: [0.2, 0.8],
  vjp: ({ grad }) => grad,
});
