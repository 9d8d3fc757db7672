/** @file Distributions of counts and of classes. */

import { eq, ge } from "../ops/comparison/compare.ts";
import { minimum } from "../ops/comparison/maximum.ts";
import { cast, detach, item } from "../ops/convert.ts";
import { constant } from "../ops/creation/creation.ts";
import { logsigmoid } from "../ops/functional/activations.ts";
import { binary_cross_entropy_with_logits } from "../ops/functional/binary-likelihoods.ts";
import { gather } from "../ops/indexing/gathering.ts";
import { masked_fill } from "../ops/indexing/masking.ts";
import { reshape, transpose, unsqueeze } from "../ops/indexing/movement.ts";
import { movedim } from "../ops/indexing/reordering.ts";
import { scatter_add } from "../ops/indexing/scattering.ts";
import { narrow } from "../ops/indexing/slices.ts";
import { where } from "../ops/indexing/where.ts";
import { broadcast_tensors } from "../ops/other/broadcasting.ts";
import { one_hot } from "../ops/other/counting.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { bitwise_and } from "../ops/pointwise/bitwise.ts";
import { clamp } from "../ops/pointwise/clamp.ts";
import { xlogy } from "../ops/pointwise/pointwise-binary.ts";
import { floor } from "../ops/pointwise/rounding.ts";
import { sigmoid } from "../ops/pointwise/sigmoid.ts";
import { lgamma } from "../ops/pointwise/special-functions.ts";
import { abs, exp, log, log1p, neg } from "../ops/pointwise/unary.ts";
import { amax, argmax, logsumexp, sum } from "../ops/reduction/reduction.ts";
import { bernoulli, multinomial } from "../random/choices.ts";
import { binomial, poisson, standardGamma, tinyOf } from "../random/families.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { broadcastAll, expanded, notThere, refused } from "./arguments.ts";
import * as constraints from "./constraints.ts";
import { areAllTrue } from "./distribution.ts";
import { binaryTwin, classTwin, everywhere, oneHots, outcomes, uniforms, withoutLast } from "./formulas.ts";
import { classOf, type Kind, type Parameter, type Values } from "./parametric.ts";

const { nonnegativeInteger, real, realVector, simplex, unitInterval } = constraints;

const either = ["probs", "logits"] as const;
const binaryParameters: readonly Parameter[] = [
  { name: "probs", constraint: unitInterval },
  { name: "logits", constraint: real },
];

/** p(k) of one of two outcomes, from its log-odds. */
const bernoulliLog = (logits: Tensor, x: Tensor): Tensor => {
  const [spread, values] = broadcast_tensors([logits, x]);
  return neg(binary_cross_entropy_with_logits(spread, values, null, "none"));
};

const bernoulliEntropy = (p: Values): Tensor => binary_cross_entropy_with_logits(p.logits, p.probs, null, "none");

export const Bernoulli = classOf({
  name: "Bernoulli",
  summary: "1 with probability probs, else 0; logits are its log-odds.",
  formula: "p^x (1 - p)^(1 - x)",
  parameters: binaryParameters,
  either,
  derive: binaryTwin,
  support: constraints.boolean,
  mean: (p) => p.probs,
  mode: (p) => where(eq(p.probs, 0.5), Number.NaN, cast(ge(p.probs, 0.5), p.probs.dtype)),
  variance: (p) => mul(p.probs, sub(1, p.probs)),
  sample: (p, shape) => bernoulli(expanded(p.probs, shape)),
  logProb: (p, x) => bernoulliLog(p.logits, x),
  entropy: bernoulliEntropy,
  enumerate: (p, batch, isExpanded) => outcomes(2, p.probs.dtype, batch, isExpanded),
});

export const Geometric = classOf({
  name: "Geometric",
  summary: "Failures before the first success.",
  formula: "(1 - p)^x p",
  parameters: binaryParameters,
  either,
  derive: binaryTwin,
  prepare: (given) => {
    const name = given.probs === undefined ? "logits" : "probs";
    const [value] = broadcastAll("Geometric", [given[name]]);
    return { [name]: value };
  },
  support: nonnegativeInteger,
  mean: (p) => sub(div(1, p.probs), 1),
  mode: (p) => everywhere(p.probs, 0),
  variance: (p) => div(sub(div(1, p.probs), 1), p.probs),
  sample: (p, shape) => {
    const u = uniforms(shape, p.probs.dtype, tinyOf(p.probs.dtype), 1);
    return floor(div(log(u), log1p(neg(p.probs))));
  },
  logProb: (p, x) => {
    const [values, probs] = broadcast_tensors([x, p.probs]);
    const safe = masked_fill(probs, bitwise_and(eq(probs, 1), eq(values, 0)), 0);
    return add(mul(values, log1p(neg(safe))), log(p.probs));
  },
  entropy: (p) => div(bernoulliEntropy(p), p.probs),
});

/** Probabilities that sum to one, or logits whose exponentials do. */
function normalized(owner: string, given: Readonly<Record<string, unknown>>): Record<string, Tensor> {
  const name = given.probs === undefined ? "logits" : "probs";
  const value = given[name];
  if (!Tensor.isTensor(value) || value.shape.length < 1)
    throw refused(owner, `${name} needs a dim of classes`, `\`${name}\` parameter must be at least one-dimensional.`);
  return name === "probs"
    ? { probs: div(value, sum(value, -1, true)) }
    : { logits: sub(value, logsumexp(value, -1, true)) };
}

const classParameters: readonly Parameter[] = [
  { name: "probs", constraint: simplex, eventDims: 1 },
  { name: "logits", constraint: realVector, eventDims: 1 },
];

const classesOf = (p: Values): number => p.probs.shape[p.probs.shape.length - 1];

/** Indices of classes in a shape that ends before the dim of classes. */
function drawClasses(p: Values, shape: Shape): Tensor {
  const classes = classesOf(p);
  const rows = reshape(p.probs, [-1, classes]);
  const count = numelOf(shape) / rows.shape[0];
  return reshape(transpose(multinomial(rows, count, true), 0, 1), shape);
}

function classLog(p: Values, x: Tensor): Tensor {
  const [places, logs] = broadcast_tensors([unsqueeze(cast(x, "int64"), -1), p.logits]);
  return withoutLast(gather(logs, -1, narrow(places, -1, 0, 1)));
}

function classEntropy(p: Values): Tensor {
  const least = p.logits.dtype === "float32" ? -(2 - 2 ** -23) * 2 ** 127 : -Number.MAX_VALUE;
  return neg(sum(mul(clamp(p.logits, least), p.probs), -1));
}

export const Categorical = classOf({
  name: "Categorical",
  summary: "One of several classes.",
  formula: "p_x",
  parameters: classParameters,
  either,
  derive: classTwin,
  prepare: (given) => normalized("Categorical", given),
  eventRank: 1,
  isScalar: true,
  support: (p) => constraints.integerInterval(0, classesOf(p) - 1),
  mean: (p) => everywhere(sum(p.probs, -1), Number.NaN),
  mode: (p) => argmax(p.probs, -1),
  variance: (p) => everywhere(sum(p.probs, -1), Number.NaN),
  sample: drawClasses,
  logProb: classLog,
  entropy: classEntropy,
  enumerate: (p, batch, isExpanded) => outcomes(classesOf(p), "int64", batch, isExpanded),
});

const hot = (p: Values, places: Tensor): Tensor => cast(one_hot(places, classesOf(p)), p.probs.dtype);

const oneHotKind: Kind = {
  name: "OneHotCategorical",
  summary: "One of several classes, as a row of zeros with a 1 at its place.",
  formula: "∏ p_i^x_i",
  parameters: classParameters,
  either,
  derive: classTwin,
  prepare: (given) => normalized("OneHotCategorical", given),
  printed: [],
  eventRank: 1,
  support: constraints.oneHot,
  mean: (p) => p.probs,
  mode: (p) => hot(p, argmax(p.probs, -1)),
  variance: (p) => mul(p.probs, sub(1, p.probs)),
  sample: (p, shape) => hot(p, drawClasses(p, shape.slice(0, -1))),
  logProb: (p, x) => classLog(p, argmax(x, -1)),
  entropy: classEntropy,
  enumerate: (p, batch, isExpanded) => oneHots(classesOf(p), p.probs.dtype, batch, isExpanded),
};

export const OneHotCategorical = classOf(oneHotKind);

export const OneHotCategoricalStraightThrough = classOf({
  ...oneHotKind,
  name: "OneHotCategoricalStraightThrough",
  rsample: (p, shape) => {
    const drawn = hot(p, drawClasses(p, shape.slice(0, -1)));
    return add(drawn, sub(p.probs, detach(p.probs)));
  },
});

export const Poisson = classOf({
  name: "Poisson",
  summary: "Counts of events of a constant rate.",
  formula: "rate^x e^(-rate) / x!",
  parameters: [{ name: "rate", constraint: constraints.nonnegative }],
  support: nonnegativeInteger,
  mean: (p) => p.rate,
  mode: (p) => floor(p.rate),
  variance: (p) => p.rate,
  sample: (p, shape) => poisson(expanded(p.rate, shape)),
  logProb: (p, x) => {
    const [rate, values] = broadcast_tensors([p.rate, x]);
    return sub(sub(xlogy(values, rate), rate), lgamma(add(values, 1)));
  },
});

/** A number of trials beside probs or logits, in their dtype. */
function counted(owner: string, given: Readonly<Record<string, unknown>>): Record<string, Tensor> {
  const name = given.probs === undefined ? "logits" : "probs";
  const [count, value] = broadcastAll(owner, [given.total_count, given[name]]);
  return { total_count: cast(count, value.dtype), [name]: value };
}

export const NegativeBinomial = classOf({
  name: "NegativeBinomial",
  summary: "Successes before total_count failures: counts that vary more than Poisson's.",
  formula: "Γ(n + x) / (x! Γ(n)) · (1 - p)^n p^x, n = total_count",
  parameters: [
    { name: "total_count", constraint: constraints.greaterThanEq(0, false) },
    { name: "probs", constraint: constraints.halfOpenInterval(0, 1) },
    { name: "logits", constraint: real },
  ],
  either,
  derive: binaryTwin,
  prepare: (given) => counted("NegativeBinomial", given),
  support: nonnegativeInteger,
  mean: (p) => mul(p.total_count, exp(p.logits)),
  mode: (p) => clamp(floor(mul(sub(p.total_count, 1), exp(p.logits))), 0),
  variance: (p) => div(mul(p.total_count, exp(p.logits)), sigmoid(neg(p.logits))),
  sample: (p, shape) => {
    const rate = expanded(exp(neg(p.logits)), shape);
    const drawn = div(standardGamma(expanded(p.total_count, shape)), rate);
    return poisson(clamp(drawn, tinyOf(drawn.dtype)));
  },
  logProb: (p, x) => {
    const raw = add(mul(p.total_count, logsigmoid(neg(p.logits))), mul(x, logsigmoid(p.logits)));
    const sums = add(p.total_count, x);
    const normalization = add(add(neg(lgamma(sums)), lgamma(add(x, 1))), lgamma(p.total_count));
    return sub(raw, masked_fill(normalization, eq(sums, 0), 0));
  },
});

const clampByZero = (x: Tensor): Tensor => div(sub(add(clamp(x, 0), x), clamp(x, null, 0)), 2);

const binomialLog = (p: Values, x: Tensor): Tensor => {
  const all = lgamma(add(p.total_count, 1));
  const successes = lgamma(add(x, 1));
  const failures = lgamma(add(sub(p.total_count, x), 1));
  const normalization = sub(
    add(mul(p.total_count, clampByZero(p.logits)), mul(p.total_count, log1p(exp(neg(abs(p.logits)))))),
    all,
  );
  return sub(sub(sub(mul(x, p.logits), successes), failures), normalization);
};

export const Binomial = classOf({
  name: "Binomial",
  summary: "Successes in total_count trials.",
  formula: "C(n, x) p^x (1 - p)^(n - x), n = total_count",
  parameters: [
    { name: "total_count", constraint: nonnegativeInteger, default: 1 },
    { name: "probs", constraint: unitInterval },
    { name: "logits", constraint: real },
  ],
  either,
  derive: binaryTwin,
  prepare: (given) => counted("Binomial", given),
  support: (p) => constraints.integerInterval(0, p.total_count),
  mean: (p) => mul(p.total_count, p.probs),
  mode: (p) => minimum(floor(mul(add(p.total_count, 1), p.probs)), p.total_count),
  variance: (p) => mul(mul(p.total_count, p.probs), sub(1, p.probs)),
  sample: (p, shape) => binomial(expanded(p.total_count, shape), expanded(p.probs, shape)),
  logProb: binomialLog,
  entropy: (p) => {
    const all = p.total_count;
    const most = commonCount("entropy", all);
    const values = outcomes(most + 1, all.dtype, all.shape, false);
    const logs = binomialLog(p, values);
    return neg(sum(mul(exp(logs), logs), 0));
  },
  enumerate: (p, batch, isExpanded) =>
    outcomes(commonCount("enumerate_support", p.total_count) + 1, p.total_count.dtype, batch, isExpanded),
});

/** The number of trials, if all have the same. */
function commonCount(what: string, counts: Tensor): number {
  const most = item(amax(counts));
  if (areAllTrue(eq(counts, most))) return most;
  throw notThere(
    "Binomial",
    `${what} for several total_counts`,
    `Inhomogeneous total count not supported by \`${what}\`.`,
  );
}

export const Multinomial = classOf({
  name: "Multinomial",
  summary: "How often each class comes in total_count draws.",
  formula: "n! ∏ p_i^x_i / x_i!, n = total_count",
  parameters: [{ name: "total_count", constraint: nonnegativeInteger, default: 1 }, ...classParameters],
  checks: ["probs", "logits"],
  printed: [],
  either,
  derive: classTwin,
  prepare: (given) => {
    const count = given.total_count;
    if (Tensor.isTensor(count) || !Number.isInteger(Number(count)))
      throw notThere("Multinomial", "several total_counts", "inhomogeneous total_count is not supported");
    const kept = normalized("Multinomial", given);
    const [value] = Object.values(kept);
    return { ...kept, total_count: Tensor.scalar(Number(count), value.dtype) };
  },
  eventRank: 1,
  shapedBy: either,
  support: (p) => constraints.multinomial(item(p.total_count)),
  mean: (p) => mul(p.probs, p.total_count),
  variance: (p) => mul(mul(p.total_count, p.probs), sub(1, p.probs)),
  sample: (p, shape) => {
    const count = item(p.total_count);
    const classes = classesOf(p);
    const outer = shape.slice(0, -1);
    const drawn = movedim(drawClasses(p, [count, ...outer]), 0, -1);
    const counts = scatter_add(
      Tensor.zeros([...outer, classes], "int64"),
      -1,
      drawn,
      constant(drawn.shape, 1, "int64"),
    );
    return cast(counts, p.probs.dtype);
  },
  logProb: (p, x) => {
    const [logits, values] = broadcast_tensors([p.logits, x]);
    const impossible = bitwise_and(eq(values, 0), eq(logits, Number.NEGATIVE_INFINITY));
    const powers = sum(mul(masked_fill(logits, impossible, 0), values), -1);
    return add(sub(lgamma(add(sum(values, -1), 1)), sum(lgamma(add(values, 1)), -1)), powers);
  },
  entropy: (p) => {
    const count = item(p.total_count);
    const first = sub(mul(classEntropy(p), count), lgamma(Tensor.scalar(count + 1, p.probs.dtype)));
    const { shape } = p.probs;
    const values = narrow(outcomes(count + 1, p.probs.dtype, shape, false), 0, 1, count);
    const twin = { total_count: p.total_count, probs: p.probs, logits: binaryTwin("logits", p) };
    const weights = lgamma(add(values, 1));
    return add(first, sum(mul(exp(binomialLog(twin, values)), weights), [0, -1]));
  },
});
