/** @file The four operations. Every other op's gradient is written with them. */

import { binary } from "./binary.ts";
import { floatingDType } from "./op.ts";

export const add = binary({
  name: "add",
  doc: { summary: "The sum.", formula: "a + b", jax: "a + b", numpy: "a + b" },
  f: (a, b) => a + b,
  vjp: [({ grad }) => grad, ({ grad }) => grad],
});

export const sub = binary({
  name: "sub",
  doc: { summary: "The difference.", formula: "a - b", jax: "a - b", numpy: "a - b" },
  f: (a, b) => a - b,
  vjp: [({ grad }) => grad, ({ grad }) => mul(grad, -1)],
});

export const mul = binary({
  name: "mul",
  doc: { summary: "The product.", formula: "a · b", jax: "a * b", numpy: "a * b" },
  f: (a, b) => a * b,
  vjp: [({ grad, b }) => mul(grad, b), ({ grad, a }) => mul(grad, a)],
});

export const div = binary({
  name: "div",
  doc: {
    summary: "The quotient; integers give float32.",
    formula: "a / b",
    domain: "b ≠ 0; ±∞ or NaN there",
    jax: "a / b",
    numpy: "a / b",
  },
  f: (a, b) => a / b,
  dtype: floatingDType,
  vjp: [({ grad, b }) => div(grad, b), ({ grad, b, y }) => mul(mul(grad, div(y, b)), -1)],
});
