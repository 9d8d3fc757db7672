/** @file More ops of two or three operands, element by element. */
import { mapUnary } from "../kernels/elementwise.ts";
import { EngineError } from "../tensor/errors.ts";
import { sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { binary } from "./binary.ts";
import { where } from "./choice.ts";
import { eq, ge, isnan, le, logical_and, logical_not, logical_or } from "./compare.ts";
import { cast } from "./convert.ts";
import { defineOp, finish, floatingDType, operandOf, unlike } from "./op.ts";
import { trunc } from "./rounding.ts";
import { sigmoid } from "./sigmoid.ts";
import { log, neg, reciprocal } from "./unary.ts";

const mask = (condition: Tensor, grad: Tensor) => cast(condition, grad.dtype);

export const atan2 = binary({
  name: "atan2",
  tensorsOnly: true,
  aliases: ["arctan2"],
  doc: {
    summary: "The angle of the point (b, a), with its sign.",
    formula: "arctan(a / b) in the right quadrant",
    kink: "NaN at (0, 0)",
    jax: "jnp.arctan2(a, b)",
    numpy: "np.arctan2(a, b)",
  },
  f: Math.atan2,
  dtype: floatingDType,
  vjp: [
    ({ grad, a, b }) => mul(mul(grad, b), reciprocal(add(mul(a, a), mul(b, b)))),
    ({ grad, a, b }) => mul(mul(grad, neg(a)), reciprocal(add(mul(a, a), mul(b, b)))),
  ],
});

export const hypot = binary({
  name: "hypot",
  tensorsOnly: true,
  doc: {
    summary: "The length of (a, b), without overflow.",
    formula: "√(a² + b²)",
    kink: "NaN at (0, 0)",
    jax: "jnp.hypot(a, b)",
    numpy: "np.hypot(a, b)",
  },
  f: Math.hypot,
  vjp: [({ grad, a, y }) => mul(grad, div(a, y)), ({ grad, b, y }) => mul(grad, div(b, y))],
});

export const xlogy = binary({
  name: "xlogy",
  doc: {
    summary: "a log(b), 0 where a is 0: what entropies need.",
    formula: "a ln b, 0 at a = 0",
    domain: "b > 0 where a ≠ 0",
    jax: "jax.scipy.special.xlogy(a, b)",
    numpy: "scipy.special.xlogy(a, b)",
  },
  f: (a, b) => (Number.isNaN(b) ? Number.NaN : a === 0 ? 0 : a * Math.log(b)),
  dtype: floatingDType,
  vjp: [
    ({ grad, a, b }) => where(logical_and(eq(a, 0), le(b, 0)), 0, mul(grad, log(b))),
    ({ grad, a, b }) => div(mul(grad, a), b),
  ],
});

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

const LN2 = Math.LN2;

function logAddExp(name: string, base: number, formula: string) {
  return binary({
    name,
    tensorsOnly: true,
    doc: {
      summary: "log of the sum of two exponentials, without overflow.",
      formula,
      jax: `jnp.${name}(a, b)`,
      numpy: `np.${name}(a, b)`,
    },
    f: (a, b) => {
      if (a === b && !Number.isFinite(a)) return a;
      const [high, low] = a > b ? [a, b] : [b, a];
      return high + Math.log1p(Math.exp((low - high) * base)) / base;
    },
    vjp: [
      ({ grad, a, b }) => mul(grad, sigmoid(mul(sub(a, b), base))),
      ({ grad, a, b }) => mul(grad, sigmoid(mul(sub(b, a), base))),
    ],
  });
}

export const logaddexp = logAddExp("logaddexp", 1, "ln(eᵃ + eᵇ)");
export const logaddexp2 = logAddExp("logaddexp2", LN2, "log₂(2ᵃ + 2ᵇ)");

function ignoringNaN(name: "fmax" | "fmin") {
  const isMax = name === "fmax";
  const isLeft = (a: Tensor, b: Tensor) => logical_or(isMax ? ge(a, b) : le(a, b), isnan(b));
  return binary({
    name,
    tensorsOnly: true,
    doc: {
      summary: `The ${isMax ? "larger" : "smaller"} of two, the other where one is NaN.`,
      formula: `${isMax ? "max" : "min"}(a, b)`,
      kink: "all to the left side where a = b",
      jax: `jnp.${name}(a, b)`,
      numpy: `np.${name}(a, b)`,
    },
    f: (a, b) => (Number.isNaN(b) || (isMax ? a >= b : a <= b) ? a : b),
    vjp: [
      ({ grad, a, b }) => mul(grad, mask(isLeft(a, b), grad)),
      ({ grad, a, b }) => mul(grad, mask(logical_not(isLeft(a, b)), grad)),
    ],
  });
}

export const fmax = ignoringNaN("fmax");
export const fmin = ignoringNaN("fmin");

export const copysign = binary({
  name: "copysign",
  doc: {
    summary: "The size of the first with the sign of the second.",
    formula: "|a| · sign b",
    kink: "0 at a = 0",
    jax: "jnp.copysign(a, b)",
    numpy: "np.copysign(a, b)",
  },
  f: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  dtype: floatingDType,
  vjp: [({ grad, a, y }) => mul(grad, where(eq(a, 0), 0, div(y, a))), ({ grad }) => mul(grad, 0)],
});

export const heaviside = binary({
  name: "heaviside",
  doc: {
    summary: "0 below zero, 1 above, the second operand at zero.",
    formula: "0 if a < 0, b if a = 0, 1 if a > 0",
    kink: "no gradient",
    jax: "jnp.heaviside(a, b)",
    numpy: "np.heaviside(a, b)",
  },
  f: (a, b) => (a === 0 ? b : a < 0 ? 0 : 1),
  gradient: "none",
  vjp: null,
});

function bits(name: string, word: string, f: (a: number, b: number) => number) {
  return binary({
    name,
    doc: {
      summary: `${word} of bits, or of bools.`,
      formula: `a ${word.toLowerCase()} b`,
      kink: "no gradient",
      example: `predictions.gt(0).${name}(targets.gt(0))`,
      jax: `jnp.${name}(a, b)`,
      numpy: `np.${name}(a, b)`,
    },
    f,
    gradient: "none",
    dtype: (dtype, a, b) => {
      if (dtype !== "float32" && dtype !== "float64") return dtype;
      const [left, right] = [operandOf(a).dtype, operandOf(b).dtype];
      const type = left === "float64" || right === "float64" ? "Double" : "Float";
      throw new EngineError({
        type: "NotImplementedError",
        code: "dtype",
        op: name,
        message: `${name}: takes integers and bools, got ${left} and ${right}`,
        hint: "Compare first: x.gt(0).",
        pytorch: `"${name}_cpu" not implemented for '${type}'`,
      });
    },
    vjp: null,
  });
}

export const bitwise_and = bits("bitwise_and", "And", (a, b) => a & b);
export const bitwise_or = bits("bitwise_or", "Or", (a, b) => a | b);
export const bitwise_xor = bits("bitwise_xor", "Xor", (a, b) => a ^ b);

export const bitwise_not = defineOp(
  {
    name: "bitwise_not",
    doc: {
      summary: "The opposite of bools; of integers, every bit.",
      formula: "not x",
      shape: "same as input",
      kink: "no gradient",
      example: "targets.isnan().bitwise_not()",
      jax: "jnp.bitwise_not(x)",
      numpy: "np.bitwise_not(x)",
    },
    params: [{ name: "input", kind: "tensor" }],
    gradient: "none",
    samples: [],
  },
  (op) =>
    (x: Tensor): Tensor => {
      if (x.dtype === "float32" || x.dtype === "float64")
        throw new EngineError({
          type: "TypeError",
          code: "dtype",
          op: "bitwise_not",
          message: `bitwise_not: takes integers and bools, got ${x.dtype}`,
          hint: "Compare first: x.gt(0).",
          pytorch: "~ (operator.invert) is only implemented on integer and Boolean-type tensors",
        });
      return finish(op, [x], mapUnary(x.dtype === "bool" ? (v) => 1 - v : (v) => ~v, x, x.dtype), () => null);
    },
);

const tolerances = [
  { name: "rtol", kind: "number", default: 1e-5 },
  { name: "atol", kind: "number", default: 1e-8 },
  { name: "equal_nan", kind: "bool", default: false },
] as const;

const both = [
  { name: "input", kind: "tensor" },
  { name: "other", kind: "tensor" },
] as const;

export const isclose = defineOp(
  {
    name: "isclose",
    doc: {
      summary: "True where two tensors nearly agree.",
      formula: "|a - b| ≤ atol + rtol |b|",
      shape: "input and other broadcast to the result",
      kink: "no gradient: the answer is a bool",
      example: "torch.isclose(predictions, targets)",
      jax: "jnp.isclose(a, b)",
      numpy: "np.isclose(a, b)",
    },
    params: [...both, ...tolerances],
    gradient: "none",
    broadcasts: true,
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, rtol = 1e-5, atol = 1e-8, equalNaN = false): Tensor =>
      close(rtol, atol, equalNaN)(a, b),
);

const close = (rtol: number, atol: number, equalNaN: boolean) =>
  binary({
    name: "isclose",
    doc: { summary: "", formula: "", jax: null, numpy: null },
    f: (a, b) =>
      a === b ||
      (equalNaN && Number.isNaN(a) && Number.isNaN(b)) ||
      (Number.isFinite(b) && Math.abs(a - b) <= atol + rtol * Math.abs(b))
        ? 1
        : 0,
    gradient: "none",
    dtype: () => "bool",
    vjp: null,
  });

export const allclose = defineOp(
  {
    name: "allclose",
    doc: {
      summary: "Whether two tensors nearly agree everywhere.",
      formula: "all |a - b| ≤ atol + rtol |b|",
      shape: "two that broadcast in, true or false out",
      kink: "no gradient: the answer is a bool",
      example: "torch.allclose(predictions, targets)",
      jax: "jnp.allclose(a, b)",
      numpy: "np.allclose(a, b)",
    },
    params: [...both, ...tolerances],
    gradient: "none",
    returns: "boolean",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, rtol = 1e-5, atol = 1e-8, equalNaN = false): boolean => {
      if (a.dtype !== b.dtype) throw unlike("allclose", a, b, (left, right) => `${left} did not match ${right}`);
      return toContiguousData(isclose(a, b, rtol, atol, equalNaN)).every((answer) => answer !== 0);
    },
);

export const equal = defineOp(
  {
    name: "equal",
    doc: {
      summary: "Whether two tensors have the same shape and elements.",
      formula: "a = b everywhere",
      shape: "any in, true or false out",
      kink: "no gradient: the answer is a bool",
      example: "torch.equal(predictions, targets)",
      jax: "jnp.array_equal(a, b)",
      numpy: "np.array_equal(a, b)",
    },
    params: both,
    gradient: "none",
    returns: "boolean",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor): boolean =>
      sameShape(a.shape, b.shape) && toContiguousData(eq(a, b)).every((answer) => answer !== 0),
);

export const lerp = defineOp(
  {
    name: "lerp",
    doc: {
      summary: "A point on the way from one to the other.",
      formula: "a + weight (b - a)",
      shape: "all broadcast to the result",
      example: "targets.lerp(predictions, 0.1)",
      jax: "a + weight * (b - a)",
      numpy: "a + weight * (b - a)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "end", kind: "tensor" },
      { name: "weight", kind: "operand" },
    ],
    inPlace: true,
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
        args: [0.3],
      },
      { shapes: [[2, 3], [3], [3]] },
    ],
  },
  () =>
    (input: Tensor, end: Tensor, weight: Tensor | number): Tensor =>
      add(input, mul(sub(end, input), weight)),
);

function addc(name: "addcmul" | "addcdiv") {
  const apply = name === "addcmul" ? mul : div;
  const symbol = name === "addcmul" ? "·" : "/";
  return defineOp(
    {
      name,
      doc: {
        summary: `A tensor plus a ${name === "addcmul" ? "product" : "quotient"} of two others.`,
        formula: `input + value · tensor1 ${symbol} tensor2`,
        shape: "all broadcast to the result",
        example: `torch.${name}(targets, predictions, predictions, { value: 0.5 })`,
        jax: null,
        numpy: null,
      },
      params: [
        { name: "input", kind: "tensor" },
        { name: "tensor1", kind: "tensor" },
        { name: "tensor2", kind: "tensor" },
        { name: "value", kind: "number", default: 1 },
      ],
      inPlace: true,
      samples: [{ shapes: [[2, 3], [3], [2, 3]], range: [0.5, 2] }],
    },
    () =>
      (input: Tensor, tensor1: Tensor, tensor2: Tensor, value = 1): Tensor =>
        add(input, mul(apply(tensor1, tensor2), value)),
  );
}

export const addcmul = addc("addcmul");
export const addcdiv = addc("addcdiv");
