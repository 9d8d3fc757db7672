/** @file The error and gamma functions. */
import { digammaOf, erfcOf, erfinvOf, erfOf, lgammaOf, tetragammaOf, trigammaOf } from "../../kernels/special.ts";
import { EngineError } from "../../tensor/errors.ts";
import { unary } from "../unary-op.ts";
import { mul } from "./arithmetic.ts";
import { exp, neg } from "./unary.ts";

export const erf = unary({
  name: "erf",
  kernel: "erf",
  doc: {
    summary: "The error function.",
    formula: "2/√π ∫₀ˣ e^(-t²) dt",
    jax: "jax.lax.erf(x)",
    numpy: "scipy.special.erf(x)",
  },
  f: erfOf,
  vjp: ({ grad, x }) => mul(grad, mul(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI))),
});

export const erfc = unary({
  name: "erfc",
  doc: {
    summary: "1 - erf(x), accurate where erf is near 1.",
    formula: "1 - erf x",
    jax: "jax.lax.erfc(x)",
    numpy: "scipy.special.erfc(x)",
  },
  f: erfcOf,
  vjp: ({ grad, x }) => mul(grad, mul(exp(neg(mul(x, x))), -2 / Math.sqrt(Math.PI))),
});

export const erfinv = unary({
  name: "erfinv",
  doc: {
    summary: "The inverse of erf.",
    formula: "erf⁻¹ x",
    domain: "|x| ≤ 1; ±∞ at ±1",
    jax: "jax.scipy.special.erfinv(x)",
    numpy: "scipy.special.erfinv(x)",
  },
  f: erfinvOf,
  range: [-0.8, 0.8],
  vjp: ({ grad, y }) => mul(grad, mul(exp(mul(y, y)), Math.sqrt(Math.PI) / 2)),
});

export const digamma = unary({
  name: "digamma",
  doc: {
    summary: "The derivative of lgamma.",
    formula: "ψ(x) = d/dx ln Γ(x)",
    domain: "poles at 0, -1, -2, …",
    jax: "jax.scipy.special.digamma(x)",
    numpy: "scipy.special.digamma(x)",
  },
  f: digammaOf,
  range: [0.5, 3],
  vjp: ({ grad, x }) => mul(grad, trigamma(x)),
});

/** ψ′: only as a gradient. */
const trigamma = unary({
  name: "trigamma",
  doc: {
    summary: "The derivative of digamma.",
    formula: "ψ′(x)",
    jax: "jax.scipy.special.polygamma(1, x)",
    numpy: "scipy.special.polygamma(1, x)",
  },
  f: trigammaOf,
  places: [],
  vjp: ({ grad, x }) => mul(grad, tetragamma(x)),
});

const tetragamma = unary({
  name: "tetragamma",
  doc: {
    summary: "The derivative of trigamma.",
    formula: "ψ″(x)",
    jax: "jax.scipy.special.polygamma(2, x)",
    numpy: "scipy.special.polygamma(2, x)",
  },
  f: tetragammaOf,
  places: [],
  vjp: () => {
    throw new EngineError({
      type: "RuntimeError",
      code: "not-differentiable",
      op: "lgamma",
      message: "lgamma: its fourth derivative is not there",
      hint: "Derivatives up to the third are.",
    });
  },
});

export const lgamma = unary({
  name: "lgamma",
  doc: {
    summary: "The logarithm of the gamma function's size: ln (x - 1)! at whole x.",
    formula: "ln |Γ(x)|",
    domain: "∞ at 0, -1, -2, …",
    jax: "jax.scipy.special.gammaln(x)",
    numpy: "scipy.special.gammaln(x)",
  },
  f: lgammaOf,
  range: [0.5, 3],
  vjp: ({ grad, x }) => mul(grad, digamma(x)),
});
