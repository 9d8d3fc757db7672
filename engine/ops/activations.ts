/** @file What neurons do to their sums. */
import { mapUnary } from "../kernels/elementwise.ts";
import { kernels, runTwo } from "../kernels/launch.ts";
import { erfOf, log1pExp, sigmoidOf } from "../kernels/special.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { normalizeDim } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { clamp } from "./bounds.ts";
import { where } from "./choice.ts";
import {
  gt,
  le,
  logical_and as logicalAnd,
  logical_not as logicalNot,
  logical_or as logicalOr,
  lt,
} from "./compare.ts";
import { cast } from "./convert.ts";
import { defineOp, finish, floatingDType, type Op, type OpDoc, type Param } from "./op.ts";
import { Saved } from "./saved.ts";
import { sigmoid } from "./sigmoid.ts";
import { narrow } from "./slices.ts";
import { erf } from "./special-functions.ts";
import { tanh as tanhOf } from "./trigonometry.ts";
import { abs, exp, neg } from "./unary.ts";
import { unary } from "./unary-op.ts";

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
  vjp: ({ grad, y }) => mul(grad, cast(logicalNot(le(y, 0)), grad.dtype)),
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

interface ActivationInit {
  readonly name: string;
  readonly doc: Pick<OpDoc, "summary" | "formula"> & Partial<OpDoc>;
  /** Numbers after the input, with their defaults. */
  readonly numbers?: readonly (readonly [string, number])[];
  readonly f: (x: number, ...numbers: number[]) => number;
  readonly slope: (x: Tensor, ...numbers: number[]) => Tensor;
  readonly range?: readonly [number, number];
}

/** An op of F with numbers besides its input. PyTorch's `inplace` is taken and means nothing here. */
function activation(init: ActivationInit) {
  const numbers: Param[] = (init.numbers ?? []).map(([name, value]) => ({ name, kind: "number", default: value }));
  return defineOp(
    {
      name: init.name,
      doc: {
        shape: "same as input",
        example: `F.${init.name}(predictions)`,
        jax: `jax.nn.${init.name}(x)`,
        numpy: null,
        ...init.doc,
      },
      params: [{ name: "input", kind: "tensor" }, ...numbers, { name: "inplace", kind: "bool", default: false }],
      elementwise: true,
      places: ["F"],
      samples: [
        { shapes: [[2, 3]], range: init.range ?? [0.2, 0.9] },
        { shapes: [[3]], range: [-2, -0.2] },
      ],
    },
    (op) =>
      (input: Tensor, ...given: readonly (number | boolean)[]): Tensor => {
        const values = numbers.map((param, i) => Number(given[i] ?? param.default));
        const saved = new Saved(op.name, [input]);
        const output = mapUnary((x) => init.f(x, ...values), input, floatingDType(input.dtype));
        return finish(op, [input], output, (grad) => mul(grad, init.slope(saved.read(0), ...values)));
      },
  );
}

/** 1 and 0 as numbers, for slopes. */
const ones = (condition: Tensor, like: Tensor) => cast(condition, floatingDType(like.dtype));
const between = (x: Tensor, low: number, high: number) => ones(logicalAnd(gt(x, low), lt(x, high)), x);

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

export const selu = activation({
  name: "selu",
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
  doc: { summary: "The positive part, at most 6.", formula: "min(max(x, 0), 6)", kink: "0 at 0 and at 6" },
  f: (x) => (Number.isNaN(x) ? x : Math.min(Math.max(x, 0), 6)),
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
  f: (x, low, high) => (Number.isNaN(x) ? x : Math.min(Math.max(x, low), high)),
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
  slope: (x) => mul(between(x, -3, 3), Math.fround(1 / 6)),
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

export const tanhshrink = activation({
  name: "tanhshrink",
  doc: { summary: "x without its tanh.", formula: "x - tanh x", jax: null },
  f: (x) => x - Math.tanh(x),
  slope: (x) => {
    const t = tanhOf(x);
    return mul(t, t);
  },
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
  f: (x, lambd) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : Number.isNaN(x) ? x : 0),
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

export const mish = activation({
  name: "mish",
  doc: { summary: "x times the tanh of its softplus.", formula: "x · tanh(ln(1 + eˣ))" },
  f: (x) => x * Math.tanh(log1pExp(x)),
  slope: (x) => {
    const t = tanhOf(softplus(x));
    return add(t, mul(mul(x, sigmoid(x)), sub(1, mul(t, t))));
  },
});

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
          code: "argument",
          op: "gelu",
          message: `gelu: approximate must be "none" or "tanh", got ${JSON.stringify(approximate)}`,
          pytorch: "approximate argument must be either none or tanh.",
        });
      const inner = mul(add(x, mul(mul(mul(x, x), x), 0.044715)), Math.sqrt(2 / Math.PI));
      return mul(mul(x, 0.5), add(tanhOf(inner), 1));
    },
);

export const glu = defineOp(
  {
    name: "glu",
    doc: {
      summary: "One half gated by the sigmoid of the other.",
      formula: "a · σ(b), x being a and b side by side",
      shape: "dim halved",
      example: "F.glu(torch.cat([predictions, predictions], 1), 1)",
      jax: "jax.nn.glu(x, axis=dim)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "dim", kind: "dim", default: -1 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 4]] }],
  },
  () =>
    (x: Tensor, dim = -1): Tensor => {
      const at = normalizeDim("glu", dim, x.shape.length);
      const size = x.shape[at];
      if (size % 2 !== 0)
        throw new EngineError({
          code: "shape",
          op: "glu",
          shapes: [x.shape],
          message: `glu: dim ${at} must have an even size, got ${size}`,
          pytorch: `Halving dimension must be even, but dimension ${at} is size ${size}`,
        });
      return mul(narrow(x, at, 0, size / 2), sigmoid(narrow(x, at, size / 2, size / 2)));
    },
);

export const prelu = defineOp(
  {
    name: "prelu",
    doc: {
      summary: "A leaky relu whose slope is learned.",
      formula: "x if x > 0, else weight · x",
      shape: "same as input; weight has one element, or one for each channel (dim 1)",
      kink: "the slope weight at 0",
      example: "F.prelu(predictions, torch.tensor([0.25]))",
      jax: null,
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "weight", kind: "tensor" },
    ],
    places: ["torch", "F"],
    samples: [],
  },
  () =>
    (x: Tensor, weight: Tensor): Tensor =>
      where(gt(x, 0), x, mul(x, weight)),
);
