/** @file What neurons do to their sums. */
import { mapUnary } from "../../kernels/elementwise.ts";
import { kernels, runTwo } from "../../kernels/launch.ts";
import { erfOf, log1pExp, sigmoidOf } from "../../kernels/special.ts";
import { EngineError } from "../../tensor/errors.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { gt, le, logical_not as logicalNot } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { defineOp, finish, floatingDType, type Op } from "../op.ts";
import { pieces } from "../piece.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp } from "../pointwise/clamp.ts";
import { sigmoid } from "../pointwise/sigmoid.ts";
import { erf } from "../pointwise/special-functions.ts";
import { tanh as tanhOf } from "../pointwise/trigonometry.ts";
import { abs, exp, neg } from "../pointwise/unary.ts";
import { Saved } from "../saved.ts";
import { unary } from "../unary-op.ts";

export const relu = unary({
  name: "relu",
  kernel: "relu",
  fused: { kernel: "reluGrad", of: "y" },
  doc: { summary: "The positive part.", formula: "max(x, 0)", kink: "0 at 0", jax: "jax.nn.relu(x)", numpy: null },
  f: (x) => (x >= 0 || Number.isNaN(x) ? x : 0),
  places: ["torch", "method", "F"],
  keepsIntegers: true,
  range: [0.5, 2],
  // NaN is not below 0 either: the gradient passes, as in PyTorch.
  vjp: ({ grad, x, y }) => mul(grad, pieces(logicalNot(le(y, 0)), x, grad.dtype)),
});

export const silu = unary({
  name: "silu",
  kernel: "silu",
  fused: { kernel: "siluGrad", of: "x" },
  doc: {
    summary: "x times its sigmoid.",
    example: "F.silu(predictions)",
    formula: "x · σ(x)",
    jax: "jax.nn.silu(x)",
    numpy: null,
  },
  f: (x) => x * sigmoidOf(x),
  places: ["F"],
  vjp: ({ grad, x }) => {
    const s = sigmoid(x);
    return mul(grad, mul(s, add(mul(x, sub(1, s)), 1)));
  },
});

export const logsigmoid = unary({
  name: "logsigmoid",
  label: "LogSigmoidBackward0",
  kernel: "logsigmoid",
  fused: { kernel: "logsigmoidGrad", of: "x" },
  doc: {
    summary: "log(sigmoid(x)) without overflow.",
    formula: "-ln(1 + e⁻ˣ)",
    example: "F.logsigmoid(predictions).neg().mean()",
    jax: "jax.nn.log_sigmoid(x)",
    numpy: null,
  },
  f: (x) => -log1pExp(-x),
  places: ["F"],
  vjp: ({ grad, x }) => mul(grad, sigmoid(neg(x))),
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
    elementwise: true,
    places: ["F"],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (input: Tensor, beta = 1, threshold = 20): Tensor => {
      const saved = new Saved(op.name, [input]);
      // The kernel's threshold and beta are these.
      const isPlain = beta === 1 && threshold === 20;
      const output = mapUnary(
        (x) => (x * beta > threshold ? x : log1pExp(x * beta) / beta),
        input,
        floatingDType(input.dtype),
        isPlain ? "softplus" : null,
      );
      return finish(op, [input], output, (grad) => {
        const x = saved.read(0);
        if (isPlain && !isGradEnabled() && grad.dtype === "float32" && x.dtype === "float32")
          return runTwo(kernels.softplusGrad, grad, x, x.shape);
        const scaled = mul(x, beta);
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
    elementwise: true,
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [0.1], range: [0.5, 2] }],
  },
  (op) =>
    (input: Tensor, slope = 0.01): Tensor => {
      const output = mapUnary((x) => (x > 0 ? x : x * slope), input, floatingDType(input.dtype));
      return finish(op, [input], output, (grad) => {
        const isPositive = pieces(gt(input, 0), input, grad.dtype);
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
    elementwise: true,
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

function exactGelu(op: Op, input: Tensor): Tensor {
  const f = (x: number) => x * 0.5 * (1 + erfOf(x * Math.SQRT1_2));
  const saved = new Saved("gelu", [input]);
  return finish(op, [input], mapUnary(f, input, floatingDType(input.dtype), "gelu"), (grad) => {
    const x = saved.read(0);
    if (!isGradEnabled() && grad.dtype === "float32" && x.dtype === "float32")
      return runTwo(kernels.geluGrad, grad, x, x.shape);
    const below = mul(add(erf(mul(x, Math.SQRT1_2)), 1), 0.5);
    const density = div(exp(mul(mul(x, x), -0.5)), Math.sqrt(2 * Math.PI));
    return mul(grad, add(below, mul(x, density)));
  });
}

export const gelu = defineOp(
  {
    name: "gelu",
    label: "GeluBackward0",
    doc: {
      summary: "x times the normal distribution's probability of being below x.",
      formula: "x Φ(x); with tanh: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))",
      shape: "same as input",
      example: "F.gelu(predictions)",
      jax: "jax.nn.gelu(x, approximate=False)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "approximate", kind: "text", default: "none" },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]] }, { shapes: [[3]], args: ["tanh"] }],
  },
  (op) =>
    (x: Tensor, approximate = "none"): Tensor => {
      if (approximate === "none") return exactGelu(op, x);
      if (approximate !== "tanh")
        throw new EngineError({
          type: "RuntimeError",
          code: "argument",
          op: "gelu",
          message: `gelu: approximate must be "none" or "tanh", got ${JSON.stringify(approximate)}`,
          pytorch: "approximate argument must be either none or tanh.",
        });
      const inner = mul(add(x, mul(mul(mul(x, x), x), 0.044715)), Math.sqrt(2 / Math.PI));
      return mul(mul(x, 0.5), add(tanhOf(inner), 1));
    },
);

export const softsign = defineOp(
  {
    name: "softsign",
    doc: {
      summary: "x over 1 + |x|, between -1 and 1.",
      formula: "x/(1 + |x|)",
      shape: "same as input",
      example: "F.softsign(predictions)",
      jax: "jax.nn.soft_sign(x)",
      numpy: null,
    },
    params: [{ name: "input", kind: "tensor" }],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], range: [0.2, 0.9] }],
  },
  () =>
    (x: Tensor): Tensor =>
      div(x, add(abs(x), 1)),
);
