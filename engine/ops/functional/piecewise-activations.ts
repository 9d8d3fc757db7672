/** @file Activations made of pieces, each with a derivative of its own. */
import type { Tensor } from "../../tensor/tensor.ts";
import { gt, le, logical_and as logicalAnd, logical_or as logicalOr, lt } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { add, div, mul } from "../pointwise/arithmetic.ts";
import { clamp } from "../pointwise/clamp.ts";
import { exp } from "../pointwise/unary.ts";
import { onceOnly } from "../refused-gradient.ts";
import { activation } from "./activation-op.ts";
import { ones } from "./smooth-activations.ts";

export const between = (x: Tensor, low: number, high: number) => ones(logicalAnd(gt(x, low), lt(x, high)), x);

const seluScale = 1.0507009873554805;

const seluAlpha = 1.6732632423543772;

export const selu = activation({
  name: "selu",
  label: "EluBackward0",
  doc: {
    summary: "A scaled elu that keeps mean and variance.",
    formula: "1.0507 (x if x > 0, else 1.6733 (eˣ - 1))",
    kink: "1.758 at 0",
  },
  f: (x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x)),
  slope: (x) => where(gt(x, 0), seluScale, mul(exp(clamp(x, null, 0)), seluScale * seluAlpha)),
});

export const celu = activation({
  name: "celu",
  doc: { summary: "An elu whose slope is continuous for every alpha.", formula: "max(x, 0) + min(0, α (e^(x/α) - 1))" },
  numbers: [["alpha", 1]],
  f: (x, alpha) => (x > 0 ? x : alpha * Math.expm1(x / alpha)),
  slope: (x, alpha) => where(gt(x, 0), 1, exp(div(clamp(x, null, 0), alpha))),
});

export const relu6 = activation({
  name: "relu6",
  label: "HardtanhBackward0",
  doc: { summary: "The positive part, at most 6.", formula: "min(max(x, 0), 6)", kink: "0 at 0 and at 6" },
  f: (x) => (x < 0 ? 0 : x > 6 ? 6 : x),
  slope: (x) => between(x, 0, 6),
});

export const hardtanh = activation({
  name: "hardtanh",
  doc: {
    summary: "x kept between two bounds.",
    formula: "min(max(x, min_val), max_val)",
    kink: "0 at the bounds",
    jax: "jax.nn.hard_tanh(x)",
  },
  numbers: [
    ["min_val", -1],
    ["max_val", 1],
  ],
  f: (x, low, high) => (x < low ? low : x > high ? high : x),
  slope: between,
});

export const hardsigmoid = activation({
  name: "hardsigmoid",
  doc: {
    summary: "A sigmoid of three straight pieces.",
    formula: "min(max(x + 3, 0), 6)/6",
    kink: "0 at ±3",
    jax: "jax.nn.hard_sigmoid(x)",
  },
  f: (x) => (Number.isNaN(x) ? x : Math.min(Math.max(x + 3, 0), 6) / 6),
  // A sixth in single precision, as in PyTorch's kernel.
  slope: (x) => onceOnly("hardsigmoid_backward", x, mul(between(x, -3, 3), Math.fround(1 / 6))),
});

export const hardswish = activation({
  name: "hardswish",
  doc: {
    summary: "x times its hardsigmoid.",
    formula: "x · min(max(x + 3, 0), 6)/6",
    kink: "0 at -3, 1 at 3",
    jax: "jax.nn.hard_swish(x)",
  },
  f: (x) => (Number.isNaN(x) ? x : (x * Math.min(Math.max(x + 3, 0), 6)) / 6),
  slope: (x) => where(le(x, -3), 0, where(lt(x, 3), add(div(x, 3), 0.5), 1)),
});

export const softshrink = activation({
  name: "softshrink",
  doc: {
    summary: "x moved towards 0 by lambd, 0 within.",
    formula: "sign(x) max(|x| - λ, 0)",
    kink: "0 at ±λ",
    jax: null,
  },
  numbers: [["lambd", 0.5]],
  f: (x, lambd) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : x * 0),
  slope: (x, lambd) => ones(logicalOr(gt(x, lambd), lt(x, -lambd)), x),
  range: [0.6, 2],
});

export const hardshrink = activation({
  name: "hardshrink",
  doc: { summary: "0 within ±lambd, x beyond.", formula: "x if |x| > λ, else 0", kink: "0 at ±λ", jax: null },
  numbers: [["lambd", 0.5]],
  f: (x, lambd) => (Math.abs(x) <= lambd ? 0 : x),
  slope: (x, lambd) => ones(logicalOr(gt(x, lambd), lt(x, -lambd)), x),
  range: [0.6, 2],
});

export const threshold = activation({
  name: "threshold",
  doc: {
    summary: "x above a threshold, a constant elsewhere.",
    formula: "x if x > threshold, else value",
    kink: "0 at the threshold",
    jax: null,
  },
  numbers: [
    ["threshold", 0],
    ["value", 0],
  ],
  f: (x, at, value) => (x <= at ? value : x),
  slope: (x, at) => ones(gt(x, at), x),
});
