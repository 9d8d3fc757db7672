/** @file Functions of one tensor, element by element. */
import { mapUnary } from "../kernels/elementwise.ts";
import { log1pExp, sigmoidOf } from "../kernels/special.ts";
import type { DType } from "../tensor/dtype.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { ge, gt, le, logical_and as logicalAnd, logical_not as logicalNot } from "./compare.ts";
import { cast } from "./convert.ts";
import { defineOp, finish, floatingDType, type OpDoc, type OpFunction, type Place, requireFloating } from "./op.ts";

type Derivative = (grad: Tensor, x: Tensor, y: Tensor) => Tensor;

interface UnaryInit {
  readonly name: string;
  readonly doc: Omit<OpDoc, "shape" | "example"> & { readonly example?: string };
  readonly f: (x: number) => number;
  readonly vjp: Derivative;
  readonly range?: readonly [number, number];
  readonly gradient?: "smooth" | "zero";
  readonly places?: readonly Place[];
  /** Keeps integers as they are (abs, sign); otherwise they become float32. */
  readonly keepsIntegers?: boolean;
  readonly floatingOnly?: boolean;
}

function unary(init: UnaryInit): OpFunction<(input: Tensor) => Tensor> {
  const dtypeOf = (dtype: DType) => (init.keepsIntegers && dtype !== "bool" ? dtype : floatingDType(dtype));
  return defineOp(
    {
      name: init.name,
      doc: { shape: "same as input", example: `predictions.sub(targets).${init.name}().mean()`, ...init.doc },
      params: [{ name: "input", kind: "tensor" }],
      gradient: init.gradient ?? "smooth",
      places: init.places ?? ["torch", "method"],
      samples: [
        { shapes: [[2, 3]], range: init.range ?? [-2, 2] },
        { shapes: [[]], range: init.range ?? [-2, 2] },
      ],
    },
    (op) => (input: Tensor) => {
      if (init.floatingOnly) requireFloating(init.name, input);
      const output = mapUnary(init.f, input, dtypeOf(input.dtype));
      return finish(op, [input], output, (grad) => init.vjp(grad, input, output));
    },
  );
}

const zeroGradient: Derivative = (grad) => mul(grad, 0);

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

export const floor = unary({
  name: "floor",
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
