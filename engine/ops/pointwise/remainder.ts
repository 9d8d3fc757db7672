/** @file What division leaves. */

import { binary } from "../binary.ts";
import { div, mul } from "./arithmetic.ts";
import { floor, trunc } from "./rounding.ts";
import { neg } from "./unary.ts";

export const fmod = binary({
  name: "fmod",
  doc: {
    summary: "What division leaves, with the sign of the dividend.",
    formula: "a - b · trunc(a/b)",
    jax: "jnp.fmod(a, b)",
    numpy: "np.fmod(a, b)",
  },
  f: (a, b) => a % b,
  range: [2.1, 2.9],
  vjp: [({ grad }) => grad, ({ grad, a, b }) => neg(mul(grad, trunc(div(a, b))))],
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
