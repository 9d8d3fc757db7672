/** @file What neurons do to their sums. */
import { mapUnary } from "../kernels/elementwise.ts";
import { log1pExp, sigmoidOf } from "../kernels/special.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, mul, sub } from "./arithmetic.ts";
import { gt, le, logical_not as logicalNot } from "./compare.ts";
import { cast } from "./convert.ts";
import { defineOp, finish, floatingDType } from "./op.ts";
import { clamp, exp, neg } from "./unary.ts";
import { unary } from "./unary-op.ts";

export const sigmoid = unary({
  name: "sigmoid",
  doc: {
    summary: "The logistic function, between 0 and 1.",
    formula: "1/(1 + e⁻ˣ)",
    jax: "jax.nn.sigmoid(x)",
    numpy: null,
  },
  f: sigmoidOf,
  places: ["torch", "method", "F"],
  vjp: (grad, _x, y) => mul(grad, mul(y, sub(1, y))),
});

export const relu = unary({
  name: "relu",
  doc: { summary: "The positive part.", formula: "max(x, 0)", kink: "0 at 0", jax: "jax.nn.relu(x)", numpy: null },
  f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
  places: ["torch", "method", "F"],
  keepsIntegers: true,
  range: [0.5, 2],
  // NaN is not below 0 either: the gradient passes, as in PyTorch.
  vjp: (grad, _x, y) => mul(grad, cast(logicalNot(le(y, 0)), grad.dtype)),
});

export const silu = unary({
  name: "silu",
  doc: { summary: "x times its sigmoid.", formula: "x · σ(x)", jax: "jax.nn.silu(x)", numpy: null },
  f: (x) => x * sigmoidOf(x),
  places: ["F"],
  vjp: (grad, x) => {
    const s = sigmoid(x);
    return mul(grad, mul(s, add(mul(x, sub(1, s)), 1)));
  },
});

export const logsigmoid = unary({
  name: "logsigmoid",
  doc: {
    summary: "log(sigmoid(x)) without overflow.",
    formula: "-ln(1 + e⁻ˣ)",
    example: "F.logsigmoid(predictions).neg().mean()",
    jax: "jax.nn.log_sigmoid(x)",
    numpy: null,
  },
  f: (x) => -log1pExp(-x),
  places: ["F"],
  vjp: (grad, x) => mul(grad, sigmoid(neg(x))),
});

export const softplus = defineOp(
  {
    name: "softplus",
    doc: {
      summary: "A smooth relu; linear above the threshold.",
      formula: "ln(1 + e^(βx))/β",
      shape: "same as input",
      kink: "slope exactly 1 where βx > threshold",
      example: "F.softplus(predictions.neg().mul(targets)).mean()",
      jax: "jax.nn.softplus(x)",
      numpy: "np.logaddexp(0, x)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "beta", kind: "number", default: 1 },
      { name: "threshold", kind: "number", default: 20 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (input: Tensor, beta = 1, threshold = 20): Tensor => {
      const output = mapUnary(
        (x) => (x * beta > threshold ? x : log1pExp(x * beta) / beta),
        input,
        floatingDType(input.dtype),
      );
      return finish(op, [input], output, (grad) => {
        const scaled = mul(input, beta);
        const isLinear = cast(gt(scaled, threshold), grad.dtype);
        const slope = add(mul(sigmoid(scaled), sub(1, isLinear)), isLinear);
        return mul(grad, slope);
      });
    },
);

export const leakyRelu = defineOp(
  {
    name: "leaky_relu",
    doc: {
      summary: "x above 0, a small slope below.",
      formula: "x if x > 0, else negative_slope · x",
      shape: "same as input",
      kink: "the negative slope at 0",
      example: "F.leaky_relu(predictions, 0.1)",
      jax: "jax.nn.leaky_relu(x, slope)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "negative_slope", kind: "number", default: 0.01 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [0.1], range: [0.5, 2] }],
  },
  (op) =>
    (input: Tensor, slope = 0.01): Tensor => {
      const output = mapUnary((x) => (x > 0 ? x : x * slope), input, floatingDType(input.dtype));
      return finish(op, [input], output, (grad) => {
        const isPositive = cast(gt(input, 0), grad.dtype);
        return mul(grad, add(mul(isPositive, 1 - slope), slope));
      });
    },
);

export const elu = defineOp(
  {
    name: "elu",
    doc: {
      summary: "x above 0, an exponential towards -alpha below.",
      formula: "x if x > 0, else alpha (eˣ - 1)",
      shape: "same as input",
      kink: "1 at 0 for alpha = 1",
      example: "F.elu(predictions)",
      jax: "jax.nn.elu(x)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "alpha", kind: "number", default: 1 },
    ],
    places: ["F"],
    samples: [
      { shapes: [[2, 3]], range: [-2, -0.2] },
      { shapes: [[3]], range: [0.2, 2] },
    ],
  },
  (op) =>
    (input: Tensor, alpha = 1): Tensor => {
      const output = mapUnary((x) => (x > 0 ? x : alpha * Math.expm1(x)), input, floatingDType(input.dtype));
      return finish(op, [input], output, (grad) => {
        const below = cast(le(input, 0), grad.dtype);
        const slope = mul(exp(clamp(input, null, 0)), alpha);
        return mul(grad, add(mul(below, slope), sub(1, below)));
      });
    },
);
