/** @file torch.special, and the same functions under torch's own names. */
import {
  erfcxOf,
  gammainccOf,
  gammaincOf,
  i0eOf,
  i0Of,
  i1eOf,
  i1Of,
  logNdtrOf,
  ndtriOf,
  ndtrOf,
} from "../../kernels/further-special.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { eq } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { unary } from "../unary-op.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { lgamma } from "./special-functions.ts";
import { cos, sin } from "./trigonometry.ts";
import { exp, log, neg, sign, square } from "./unary.ts";

const special = { places: ["special"] } as const;
const both = { places: ["torch", "method"] } as const;
const inScipy = (name: string) => ({ jax: `jax.scipy.special.${name}(x)`, numpy: `scipy.special.${name}(x)` });
const exampleOf = (name: string) => `torch.special.${name}(torch.rand(8).add(0.5))`;

export const specialI1 = unary({
  ...special,
  name: "special_i1",
  doc: {
    summary: "The modified Bessel function of order 1.",
    formula: "I₁(x)",
    example: exampleOf("i1"),
    ...inScipy("i1"),
  },
  f: i1Of,
  vjp: ({ grad, x, y }) => mul(grad, sub(i0(x), where(eq(x, 0), 0.5, div(y, x)))),
});

export const i0 = unary({
  ...both,
  name: "i0",
  doc: { summary: "The modified Bessel function of order 0.", formula: "I₀(x) = Σ (x²/4)ᵏ / k!²", ...inScipy("i0") },
  f: i0Of,
  vjp: ({ grad, x }) => mul(grad, specialI1(x)),
});

export const specialI0e = unary({
  ...special,
  name: "special_i0e",
  doc: {
    summary: "I₀, scaled so that it does not overflow.",
    formula: "e^(-|x|) I₀(x)",
    example: exampleOf("i0e"),
    ...inScipy("i0e"),
  },
  f: i0eOf,
  vjp: ({ grad, x, y }) => mul(grad, sub(specialI1e(x), mul(sign(x), y))),
});

export const specialI1e = unary({
  ...special,
  name: "special_i1e",
  doc: {
    summary: "I₁, scaled so that it does not overflow.",
    formula: "e^(-|x|) I₁(x)",
    example: exampleOf("i1e"),
    ...inScipy("i1e"),
  },
  f: i1eOf,
  vjp: ({ grad, x, y }) => {
    const slope = sub(specialI0e(x), mul(y, add(sign(x), div(1, x))));
    return mul(grad, where(eq(x, 0), 0.5, slope));
  },
});

export const specialErfcx = unary({
  ...special,
  name: "special_erfcx",
  doc: {
    summary: "erfc, scaled so that it does not vanish.",
    formula: "e^(x²) erfc x",
    example: exampleOf("erfcx"),
    ...inScipy("erfcx"),
  },
  f: erfcxOf,
  vjp: ({ grad, x, y }) => mul(grad, sub(mul(mul(x, y), 2), 2 / Math.sqrt(Math.PI))),
});

export const specialNdtr = unary({
  ...special,
  name: "special_ndtr",
  doc: {
    summary: "The area under the normal density up to x.",
    formula: "½ erfc(-x/√2)",
    example: exampleOf("ndtr"),
    ...inScipy("ndtr"),
  },
  f: ndtrOf,
  vjp: ({ grad, x }) => mul(grad, mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI))),
});

export const specialLogNdtr = unary({
  ...special,
  name: "special_log_ndtr",
  doc: {
    summary: "ln ndtr, accurate far below 0.",
    formula: "ln Φ(x)",
    example: exampleOf("log_ndtr"),
    ...inScipy("log_ndtr"),
  },
  f: logNdtrOf,
  vjp: ({ grad, x }) => mul(grad, div(Math.sqrt(2 / Math.PI), specialErfcx(mul(x, -Math.SQRT1_2)))),
});

export const specialNdtri = unary({
  ...special,
  name: "special_ndtri",
  range: [0.1, 0.9],
  doc: {
    summary: "The inverse of ndtr.",
    formula: "Φ⁻¹(x)",
    domain: "0 ≤ x ≤ 1",
    example: exampleOf("ndtri"),
    ...inScipy("ndtri"),
  },
  f: ndtriOf,
  vjp: ({ grad, y }) => mul(grad, mul(exp(mul(square(y), 0.5)), Math.sqrt(2 * Math.PI))),
});

export const specialEntr = unary({
  ...special,
  name: "special_entr",
  range: [0.2, 2],
  doc: {
    summary: "The summand of an entropy.",
    formula: "-x ln x; 0 at 0, -∞ below",
    example: exampleOf("entr"),
    ...inScipy("entr"),
  },
  f: (x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : Number.isNaN(x) ? x : Number.NEGATIVE_INFINITY),
  vjp: ({ grad, x }) => mul(grad, sub(neg(log(x)), 1)),
});

export const sinc = unary({
  ...both,
  name: "sinc",
  doc: { summary: "The normalized sinc.", formula: "sin(πx)/(πx), 1 at 0", jax: "jnp.sinc(x)", numpy: "np.sinc(x)" },
  f: (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)),
  vjp: ({ grad, x }) => {
    const angle = mul(x, Math.PI);
    const slope = div(sub(mul(angle, cos(angle)), sin(angle)), mul(mul(x, x), Math.PI));
    return mul(grad, where(eq(x, 0), 0, slope));
  },
});

const byShape = (name: string): EngineError =>
  new EngineError({
    type: "NotImplementedError",
    code: "not-differentiable",
    op: name,
    message: `${name}: has no gradient by its first argument, in PyTorch neither`,
    pytorch: `the derivative for '${name}: input' is not implemented.`,
  });

const incomplete = (name: string, half: "lower" | "upper", f: (a: number, x: number) => number, formula: string) => {
  const made = binary({
    ...both,
    name,
    range: [0.5, 2],
    doc: {
      summary: `The ${half} incomplete gamma function, regularized.`,
      formula,
      domain: "both at least 0",
      example: `torch.${name}(torch.rand(8).add(1), torch.rand(8))`,
      jax: `jax.scipy.special.${half === "lower" ? "gammainc" : "gammaincc"}(a, b)`,
      numpy: `scipy.special.${half === "lower" ? "gammainc" : "gammaincc"}(a, b)`,
    },
    f,
    vjp: [
      () => {
        throw byShape(name);
      },
      ({ grad, a, b }) => {
        const density = exp(sub(sub(mul(log(b), sub(a, 1)), b), lgamma(a)));
        return mul(grad, half === "lower" ? density : neg(density));
      },
    ],
  });
  // Its samples would ask for the gradient that is not there.
  return Object.assign((a: Tensor | number, b: Tensor | number) => made(a, b), { op: { ...made.op, samples: [] } });
};

export const igamma = incomplete("igamma", "lower", gammaincOf, "∫₀ᵇ t^(a - 1) e⁻ᵗ dt / Γ(a)");
export const igammac = incomplete("igammac", "upper", gammainccOf, "1 - igamma(a, b)");
