/** @file Distributions of a place and a width: Normal, Laplace, Cauchy, StudentT, Uniform; and Exponential. */

import { gt, le } from "../ops/comparison/compare.ts";
import { cast } from "../ops/convert.ts";
import { where } from "../ops/indexing/where.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { clamp } from "../ops/pointwise/clamp.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { digamma, erf, erfinv, lgamma } from "../ops/pointwise/special-functions.ts";
import { atan, tan } from "../ops/pointwise/trigonometry.ts";
import { abs, exp, expm1, log, log1p, neg, reciprocal, rsqrt, sign } from "../ops/pointwise/unary.ts";
import { normal } from "../random/creation.ts";
import { epsilonOf, standardGamma } from "../random/families.ts";
import { cauchy_, exponential_ } from "../random/fills.ts";
import { Tensor } from "../tensor/tensor.ts";
import { expanded } from "./arguments.ts";
import { greaterThan, interval, lessThan, nonnegative, positive, real } from "./constraints.ts";
import { everywhere, normals, uniforms } from "./formulas.ts";
import { classOf, type Parameter } from "./parametric.ts";

const LOG_ROOT_TWO_PI = Math.log(Math.sqrt(2 * Math.PI));
const loc: Parameter = { name: "loc", constraint: real };
const scale: Parameter = { name: "scale", constraint: positive };

export const Normal = classOf({
  name: "Normal",
  summary: "The Gaussian distribution.",
  formula: "e^(-(x - loc)²/(2 scale²)) / (scale √(2π))",
  parameters: [loc, scale],
  support: real,
  mean: (p) => p.loc,
  mode: (p) => p.loc,
  stddev: (p) => p.scale,
  variance: (p) => pow(p.scale, 2),
  sample: (p, shape) => normal(expanded(p.loc, shape), expanded(p.scale, shape)),
  rsample: (p, shape) => add(p.loc, mul(normals(shape, p.loc.dtype), p.scale)),
  logProb: (p, x) => {
    const variance = pow(p.scale, 2);
    const exponent = div(neg(pow(sub(x, p.loc), 2)), mul(variance, 2));
    return sub(sub(exponent, log(p.scale)), LOG_ROOT_TWO_PI);
  },
  cdf: (p, x) => mul(add(erf(div(mul(sub(x, p.loc), reciprocal(p.scale)), Math.SQRT2)), 1), 0.5),
  icdf: (p, x) => add(p.loc, mul(mul(p.scale, erfinv(sub(mul(x, 2), 1))), Math.SQRT2)),
  entropy: (p) => add(log(p.scale), 0.5 + 0.5 * Math.log(2 * Math.PI)),
});

export const Laplace = classOf({
  name: "Laplace",
  summary: "Two exponential tails back to back: its likelihood is the absolute error.",
  formula: "e^(-|x - loc|/scale) / (2 scale)",
  parameters: [loc, scale],
  support: real,
  mean: (p) => p.loc,
  mode: (p) => p.loc,
  variance: (p) => mul(pow(p.scale, 2), 2),
  stddev: (p) => mul(p.scale, Math.SQRT2),
  rsample: (p, shape) => {
    const u = uniforms(shape, p.loc.dtype, epsilonOf(p.loc.dtype) - 1, 1);
    return sub(p.loc, mul(mul(p.scale, sign(u)), log1p(neg(abs(u)))));
  },
  logProb: (p, x) => sub(neg(log(mul(p.scale, 2))), div(abs(sub(x, p.loc)), p.scale)),
  cdf: (p, x) => sub(0.5, mul(mul(sign(sub(x, p.loc)), 0.5), expm1(div(neg(abs(sub(x, p.loc))), p.scale)))),
  icdf: (p, x) => {
    const term = sub(x, 0.5);
    return sub(p.loc, mul(mul(p.scale, sign(term)), log1p(mul(abs(term), -2))));
  },
  entropy: (p) => add(log(mul(p.scale, 2)), 1),
});

export const Cauchy = classOf({
  name: "Cauchy",
  summary: "Tails so heavy that there is no mean.",
  formula: "1 / (π scale (1 + ((x - loc)/scale)²))",
  parameters: [loc, scale],
  support: real,
  mean: (p) => everywhere(p.loc, Number.NaN),
  mode: (p) => p.loc,
  variance: (p) => everywhere(p.loc, Number.POSITIVE_INFINITY),
  rsample: (p, shape) => add(p.loc, mul(cauchy_(Tensor.zeros(shape, p.loc.dtype)), p.scale)),
  logProb: (p, x) => sub(sub(-Math.log(Math.PI), log(p.scale)), log1p(pow(div(sub(x, p.loc), p.scale), 2))),
  cdf: (p, x) => add(div(atan(div(sub(x, p.loc), p.scale)), Math.PI), 0.5),
  icdf: (p, x) => add(mul(tan(mul(sub(x, 0.5), Math.PI)), p.scale), p.loc),
  entropy: (p) => add(log(p.scale), Math.log(4 * Math.PI)),
});

export const StudentT = classOf({
  name: "StudentT",
  summary: "Between Cauchy (df = 1) and normal (df = ∞): errors with outliers.",
  formula: "Γ((df + 1)/2) / (Γ(df/2) √(π df) scale) · (1 + y²/df)^(-(df + 1)/2), y = (x - loc)/scale",
  parameters: [
    { name: "df", constraint: positive },
    { ...loc, default: 0 },
    { ...scale, default: 1 },
  ],
  support: real,
  mean: (p) => where(le(p.df, 1), Number.NaN, p.loc),
  mode: (p) => p.loc,
  variance: (p) => {
    const finite = div(mul(pow(p.scale, 2), p.df), sub(p.df, 2));
    return where(gt(p.df, 2), finite, where(le(p.df, 1), everywhere(p.df, Number.NaN), Number.POSITIVE_INFINITY));
  },
  rsample: (p, shape) => {
    const x = normals(shape, p.df.dtype);
    const half = mul(p.df, 0.5);
    const drawn = div(standardGamma(expanded(half, shape)), expanded(everywhere(half, 0.5), shape));
    return add(p.loc, mul(p.scale, mul(x, rsqrt(div(drawn, p.df)))));
  },
  logProb: (p, x) => {
    const y = div(sub(x, p.loc), p.scale);
    const half = mul(add(p.df, 1), 0.5);
    const z = sub(
      add(add(add(log(p.scale), mul(log(p.df), 0.5)), 0.5 * Math.log(Math.PI)), lgamma(mul(p.df, 0.5))),
      lgamma(half),
    );
    return sub(mul(mul(add(p.df, 1), -0.5), log1p(div(pow(y, 2), p.df))), z);
  },
  entropy: (p) => {
    const half = mul(add(p.df, 1), 0.5);
    const beta = sub(add(lgamma(mul(p.df, 0.5)), 0.5 * Math.log(Math.PI)), lgamma(half));
    const slope = sub(digamma(half), digamma(mul(p.df, 0.5)));
    return add(add(add(log(p.scale), mul(half, slope)), mul(log(p.df), 0.5)), beta);
  },
});

export const Uniform = classOf({
  name: "Uniform",
  summary: "Every number from low to high alike.",
  formula: "1 / (high - low) where low ≤ x < high",
  parameters: [
    { name: "low", constraint: (p) => lessThan(p.high) },
    { name: "high", constraint: (p) => greaterThan(p.low) },
  ],
  support: (p) => interval(p.low, p.high),
  mean: (p) => div(add(p.high, p.low), 2),
  mode: (p) => mul(p.high, Number.NaN),
  stddev: (p) => div(sub(p.high, p.low), Math.sqrt(12)),
  variance: (p) => div(pow(sub(p.high, p.low), 2), 12),
  rsample: (p, shape) => add(p.low, mul(uniforms(shape, p.low.dtype), sub(p.high, p.low))),
  logProb: (p, x) => {
    const inside = mul(cast(le(p.low, x), p.low.dtype), cast(gt(p.high, x), p.low.dtype));
    return sub(log(inside), log(sub(p.high, p.low)));
  },
  cdf: (p, x) => clamp(div(sub(x, p.low), sub(p.high, p.low)), 0, 1),
  icdf: (p, x) => add(mul(x, sub(p.high, p.low)), p.low),
  entropy: (p) => log(sub(p.high, p.low)),
});

export const Exponential = classOf({
  name: "Exponential",
  summary: "Waiting times of a constant rate.",
  formula: "rate e^(-rate x)",
  parameters: [{ name: "rate", constraint: positive }],
  support: nonnegative,
  mean: (p) => reciprocal(p.rate),
  mode: (p) => everywhere(p.rate, 0),
  stddev: (p) => reciprocal(p.rate),
  variance: (p) => pow(p.rate, -2),
  rsample: (p, shape) => div(exponential_(Tensor.zeros(shape, p.rate.dtype)), p.rate),
  logProb: (p, x) => sub(log(p.rate), mul(p.rate, x)),
  cdf: (p, x) => sub(1, exp(mul(neg(p.rate), x))),
  icdf: (p, x) => div(neg(log1p(neg(x))), p.rate),
  entropy: (p) => sub(1, log(p.rate)),
});
