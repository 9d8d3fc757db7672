/** @file Functions of two operands, element by element. */
import { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { eq, le, logical_and } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { floatingDType, type Op } from "../op.ts";
import { withoutDerivative } from "../refused-gradient.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { sigmoid } from "./sigmoid.ts";
import { log, neg, reciprocal } from "./unary.ts";

/** 1 / (a² + b²), and 0 at the origin. */
function inverseSquare(a: Tensor, b: Tensor): Tensor {
  const square = add(mul(a, a), mul(b, b));
  return where(eq(square, 0), 0, reciprocal(square));
}

export const atan2 = binary({
  name: "atan2",
  tensorsOnly: true,
  aliases: ["arctan2"],
  doc: {
    summary: "The angle of the point (b, a), with its sign.",
    formula: "arctan(a / b) in the right quadrant",
    kink: "0 at (0, 0)",
    jax: "jnp.arctan2(a, b)",
    numpy: "np.arctan2(a, b)",
  },
  f: Math.atan2,
  dtype: floatingDType,
  vjp: [
    ({ grad, a, b }) => mul(mul(grad, b), inverseSquare(a, b)),
    ({ grad, a, b }) => mul(mul(grad, neg(a)), inverseSquare(a, b)),
  ],
});

export const hypot = binary({
  name: "hypot",
  tensorsOnly: true,
  doc: {
    summary: "The length of (a, b), without overflow.",
    formula: "√(a² + b²)",
    kink: "0 at (0, 0)",
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

const step = binary({
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

const refusing: Op = { ...step.op, gradient: "zero", inPlace: true };

export const heaviside = Object.assign(
  (input: Tensor | number, values: Tensor | number): Tensor =>
    withoutDerivative(refusing, [input, values].filter(Tensor.isTensor), step(input, values)),
  { op: refusing },
);
