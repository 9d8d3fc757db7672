/** @file kl_divergence: in closed form, for the pairs that have one. */

import { eq, gt, le, lt } from "../ops/comparison/compare.ts";
import { softplus } from "../ops/functional/activations.ts";
import { unsqueeze } from "../ops/indexing/movement.ts";
import { linalgSolveTriangular } from "../ops/linalg/solving.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { bitwise_or } from "../ops/pointwise/bitwise.ts";
import { xlogy } from "../ops/pointwise/pointwise-binary.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { digamma, erf, lgamma } from "../ops/pointwise/special-functions.ts";
import { abs, exp, log, log1p, neg, reciprocal } from "../ops/pointwise/unary.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { sameShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { notThere, refused } from "./arguments.ts";
import * as counts from "./counts.ts";
import { areAllTrue, type Distribution, sumRightmost } from "./distribution.ts";
import { EULER, everywhere, sumOver, written } from "./formulas.ts";
import * as gammas from "./gamma-family.ts";
import { Independent } from "./independent.ts";
import * as places from "./location-scale.ts";
import { halfLogDet, lowerOf, MultivariateNormal, mahalanobis } from "./multivariate-normal.ts";
import { type Values, valuesOf } from "./parametric.ts";
import { TransformedDistribution } from "./transformed.ts";
import * as transformed from "./transformed-kinds.ts";
import { areEqual } from "./transforms/composed.ts";

type Class = abstract new (...args: never[]) => unknown;
export type Divergence = (p: Distribution, q: Distribution) => Tensor;

interface Entry {
  readonly p: Class;
  readonly q: Class;
  readonly f: Divergence;
}

const entries: Entry[] = [];

/** torch.distributions.register_kl, for pairs of one's own. */
export function registerKl(p: Class, q: Class, f: Divergence): void {
  entries.unshift({ p, q, f });
}

type Formula = (p: Values, q: Values, pair: readonly [Distribution, Distribution]) => Tensor;

function pair(p: Class, q: Class, f: Formula): void {
  entries.push({ p, q, f: (a, b) => f(valuesOf(a), valuesOf(b), [a, b]) });
}

const INFINITY = Number.POSITIVE_INFINITY;
const LOG_TWO_PI = Math.log(2 * Math.PI);

const infinite: Formula = (_p, _q, [p]) => everywhere(p.mean, INFINITY);

const { Normal, Laplace, Cauchy, Uniform, Exponential } = places;
const { Gamma, Beta, Dirichlet } = gammas;
const { Bernoulli, Binomial, Categorical, Geometric, OneHotCategorical, Poisson } = counts;
const { Gumbel, HalfNormal, Pareto } = transformed;

const normals: Formula = (p, q) => {
  const ratio = pow(div(p.scale, q.scale), 2);
  const t1 = pow(div(sub(p.loc, q.loc), q.scale), 2);
  return mul(sub(sub(add(ratio, t1), 1), log(ratio)), 0.5);
};

const categories: Formula = (p, q) => {
  const t = mul(p.probs, sub(p.logits, q.logits));
  return sumOver(written(eq(p.probs, 0), 0, written(eq(q.probs, 0), INFINITY, t)), -1);
};

const xLogX = (x: Tensor): Tensor => xlogy(x, x);

pair(Bernoulli, Bernoulli, (p, q) => {
  const yes = mul(p.probs, sub(softplus(neg(q.logits)), softplus(neg(p.logits))));
  const no = mul(sub(1, p.probs), sub(softplus(q.logits), softplus(p.logits)));
  return add(
    written(eq(p.probs, 0), 0, written(eq(q.probs, 0), INFINITY, yes)),
    written(eq(p.probs, 1), 0, written(eq(q.probs, 1), INFINITY, no)),
  );
});
pair(Beta, Beta, (p, q) => {
  const [sumP, sumQ] = [add(p.concentration1, p.concentration0), add(q.concentration1, q.concentration0)];
  const t1 = add(add(lgamma(q.concentration1), lgamma(q.concentration0)), lgamma(sumP));
  const t2 = add(add(lgamma(p.concentration1), lgamma(p.concentration0)), lgamma(sumQ));
  const t3 = mul(sub(p.concentration1, q.concentration1), digamma(p.concentration1));
  const t4 = mul(sub(p.concentration0, q.concentration0), digamma(p.concentration0));
  return add(add(add(sub(t1, t2), t3), t4), mul(sub(sumQ, sumP), digamma(sumP)));
});
pair(Binomial, Binomial, (p, q) => {
  if (!areAllTrue(le(q.total_count, p.total_count))) {
    const words = "KL between Binomials where q.total_count > p.total_count is not implemented";
    throw notThere("kl_divergence", "formula for more trials in q", words);
  }
  const each = sub(add(mul(p.probs, sub(p.logits, q.logits)), log1p(neg(p.probs))), log1p(neg(q.probs)));
  return written(gt(p.total_count, q.total_count), INFINITY, mul(p.total_count, each));
});
pair(Categorical, Categorical, categories);
pair(OneHotCategorical, OneHotCategorical, categories);
pair(Dirichlet, Dirichlet, (p, q) => {
  const [sumP, sumQ] = [sum(p.concentration, -1), sum(q.concentration, -1)];
  const t1 = sub(lgamma(sumP), lgamma(sumQ));
  const t2 = sum(sub(lgamma(p.concentration), lgamma(q.concentration)), -1);
  const t3 = sub(p.concentration, q.concentration);
  const t4 = sub(digamma(p.concentration), unsqueeze(digamma(sumP), -1));
  return add(sub(t1, t2), sum(mul(t3, t4), -1));
});
pair(Exponential, Exponential, (p, q) => {
  const ratio = div(q.rate, p.rate);
  return sub(add(neg(log(ratio)), ratio), 1);
});
pair(Gamma, Gamma, (p, q) => {
  const t1 = mul(q.concentration, log(div(p.rate, q.rate)));
  const t2 = sub(lgamma(q.concentration), lgamma(p.concentration));
  const t3 = mul(sub(p.concentration, q.concentration), digamma(p.concentration));
  return add(add(add(t1, t2), t3), mul(sub(q.rate, p.rate), div(p.concentration, p.rate)));
});
pair(Gumbel, Gumbel, (p, q) => {
  const [ct1, ct2, ct3] = [div(p.scale, q.scale), div(q.loc, q.scale), div(p.loc, q.scale)];
  const t1 = add(sub(neg(log(ct1)), ct2), ct3);
  const t3 = exp(sub(add(ct2, lgamma(add(ct1, 1))), ct3));
  return sub(add(add(t1, mul(ct1, EULER)), t3), 1 + EULER);
});
pair(Geometric, Geometric, (p, q, [a]) => sub(sub(neg(a.entropy()), div(log1p(neg(q.probs)), p.probs)), q.logits));
pair(Normal, Normal, normals);
pair(HalfNormal, HalfNormal, (p, q, both) =>
  normals({ scale: p.scale, loc: everywhere(p.scale, 0) }, { scale: q.scale, loc: everywhere(q.scale, 0) }, both),
);
pair(Laplace, Laplace, (p, q) => {
  const ratio = div(p.scale, q.scale);
  const distance = abs(sub(p.loc, q.loc));
  const t3 = mul(ratio, exp(div(neg(distance), p.scale)));
  return sub(add(add(neg(log(ratio)), div(distance, q.scale)), t3), 1);
});
pair(Pareto, Pareto, (p, q) => {
  const [scales, alphas] = [div(p.scale, q.scale), div(q.alpha, p.alpha)];
  const result = sub(add(add(mul(q.alpha, log(scales)), neg(log(alphas))), alphas), 1);
  return written(lt(p.scale, q.scale), INFINITY, result);
});
pair(Poisson, Poisson, (p, q) => sub(mul(p.rate, sub(log(p.rate), log(q.rate))), sub(p.rate, q.rate)));
pair(Uniform, Uniform, (p, q) => {
  const result = log(div(sub(q.high, q.low), sub(p.high, p.low)));
  return written(bitwise_or(gt(q.low, p.low), lt(q.high, p.high)), INFINITY, result);
});
pair(Cauchy, Cauchy, (p, q) => {
  const t1 = log(add(pow(add(p.scale, q.scale), 2), pow(sub(p.loc, q.loc), 2)));
  return sub(t1, log(mul(mul(p.scale, 4), q.scale)));
});

pair(MultivariateNormal, MultivariateNormal, (p, q) => {
  if (!sameShape(p.loc.shape.slice(-1), q.loc.shape.slice(-1)))
    throw refused(
      "kl_divergence",
      "both have as many dims",
      "KL-divergence between two Multivariate Normals with                          different event shapes cannot be computed",
    );
  const [lowerP, lowerQ] = [lowerOf(p), lowerOf(q)];
  const n = p.loc.shape[p.loc.shape.length - 1];
  const logs = sub(halfLogDet(lowerQ), halfLogDet(lowerP));
  const turned = sumRightmost(pow(linalgSolveTriangular(lowerQ, lowerP, false), 2), 2);
  const distance = mahalanobis(lowerQ, sub(q.loc, p.loc));
  return add(logs, mul(sub(add(turned, distance), n), 0.5));
});

pair(Bernoulli, Poisson, (p, q, [a]) => sub(neg(a.entropy()), sub(mul(p.probs, log(q.rate)), q.rate)));
pair(Beta, Exponential, (_p, q, [a]) => add(sub(neg(a.entropy()), log(q.rate)), mul(q.rate, a.mean)));
pair(Beta, Gamma, (p, q, [a]) => {
  const t2 = sub(lgamma(q.concentration), mul(q.concentration, log(q.rate)));
  const t3 = mul(
    sub(q.concentration, 1),
    sub(digamma(p.concentration1), digamma(add(p.concentration1, p.concentration0))),
  );
  const t4 = div(mul(q.rate, p.concentration1), add(p.concentration1, p.concentration0));
  return add(sub(add(neg(a.entropy()), t2), t3), t4);
});
pair(Beta, Normal, (_p, q, [a]) => {
  const variance = pow(q.scale, 2);
  const t2 = mul(log(mul(variance, 2 * Math.PI)), 0.5);
  const t3 = mul(add(a.variance, pow(a.mean, 2)), 0.5);
  return add(add(neg(a.entropy()), t2), div(add(sub(t3, mul(q.loc, a.mean)), mul(pow(q.loc, 2), 0.5)), variance));
});
pair(Beta, Uniform, (_p, q, [a]) => {
  const result = add(neg(a.entropy()), log(sub(q.high, q.low)));
  return written(bitwise_or(gt(q.low, 0), lt(q.high, 1)), INFINITY, result);
});
pair(Exponential, Gamma, (p, q) => {
  const ratio = div(q.rate, p.rate);
  const t1 = mul(neg(q.concentration), log(ratio));
  return sub(add(add(add(t1, ratio), lgamma(q.concentration)), mul(q.concentration, EULER)), 1 + EULER);
});
pair(Exponential, Gumbel, (p, q) => {
  const product = mul(p.rate, q.scale);
  const ratio = div(q.loc, q.scale);
  const t2 = div(mul(exp(ratio), product), add(product, 1));
  return add(add(sub(sub(log(product), 1), ratio), t2), reciprocal(product));
});
pair(Exponential, Normal, (p, q) => {
  const [variance, rates] = [pow(q.scale, 2), pow(p.rate, 2)];
  const t1 = mul(log(mul(mul(rates, variance), 2 * Math.PI)), 0.5);
  const inner = add(sub(reciprocal(rates), div(q.loc, p.rate)), mul(pow(q.loc, 2), 0.5));
  return add(sub(t1, 1), div(inner, variance));
});
pair(Gamma, Exponential, (p, q, [a]) =>
  add(sub(neg(a.entropy()), log(q.rate)), div(mul(q.rate, p.concentration), p.rate)),
);
pair(Gamma, Gumbel, (p, q) => {
  const [product, ratio] = [mul(p.rate, q.scale), div(q.loc, q.scale)];
  const t1 = sub(sub(mul(sub(p.concentration, 1), digamma(p.concentration)), lgamma(p.concentration)), p.concentration);
  const t2 = add(log(product), div(p.concentration, product));
  const t3 = sub(mul(exp(ratio), pow(add(reciprocal(product), 1), neg(p.concentration))), ratio);
  return add(add(t1, t2), t3);
});
pair(Gamma, Normal, (p, q) => {
  const [variance, rates] = [pow(q.scale, 2), pow(p.rate, 2)];
  const t1 = sub(sub(mul(log(mul(mul(rates, variance), 2 * Math.PI)), 0.5), p.concentration), lgamma(p.concentration));
  const t2 = div(mul(add(pow(p.concentration, 2), p.concentration), 0.5), rates);
  const t3 = div(mul(q.loc, p.concentration), p.rate);
  const inner = add(sub(t2, t3), mul(pow(q.loc, 2), 0.5));
  return add(add(t1, mul(sub(p.concentration, 1), digamma(p.concentration))), div(inner, variance));
});
pair(Gumbel, Normal, (p, q) => {
  const ratio = div(p.scale, q.scale);
  const t1 = log(div(ratio, Math.sqrt(2 * Math.PI)));
  const t2 = div(pow(mul(ratio, Math.PI * 0.5), 2), 3);
  const t3 = mul(pow(div(sub(add(p.loc, mul(p.scale, EULER)), q.loc), q.scale), 2), 0.5);
  return sub(add(add(neg(t1), t2), t3), EULER + 1);
});
pair(Laplace, Normal, (p, q) => {
  const variance = pow(q.scale, 2);
  const ratio = div(pow(p.scale, 2), variance);
  const t1 = mul(log(div(mul(ratio, 2), Math.PI)), 0.5);
  const inner = add(sub(mul(pow(p.loc, 2), 0.5), mul(p.loc, q.loc)), mul(pow(q.loc, 2), 0.5));
  return sub(add(add(neg(t1), ratio), div(inner, variance)), 1);
});
pair(Normal, Gumbel, (p, q) => {
  const [mean, variance, place] = [div(p.loc, q.scale), pow(div(p.scale, q.scale), 2), div(q.loc, q.scale)];
  const t3 = exp(add(add(neg(mean), mul(variance, 0.5)), place));
  return sub(add(add(neg(mul(log(variance), 0.5)), sub(mean, place)), t3), 0.5 * (1 + LOG_TWO_PI));
});
pair(Normal, Laplace, (p, q) => {
  const distance = sub(p.loc, q.loc);
  const relative = div(distance, p.scale);
  const t1 = log(div(p.scale, q.scale));
  const t2 = mul(mul(p.scale, Math.sqrt(2 / Math.PI)), exp(mul(pow(relative, 2), -0.5)));
  const t3 = mul(distance, erf(mul(relative, Math.SQRT1_2)));
  return sub(add(neg(t1), div(add(t2, t3), q.scale)), 0.5 * (1 + Math.log(0.5 * Math.PI)));
});
pair(Pareto, Exponential, (p, q) => {
  const product = mul(p.scale, q.rate);
  const t1 = log(div(p.alpha, product));
  const t3 = div(mul(p.alpha, product), sub(p.alpha, 1));
  return written(le(p.alpha, 1), INFINITY, sub(add(sub(t1, reciprocal(p.alpha)), t3), 1));
});
pair(Pareto, Gamma, (p, q) => {
  const common = add(log(p.scale), reciprocal(p.alpha));
  const t1 = sub(log(p.alpha), common);
  const t2 = sub(lgamma(q.concentration), mul(q.concentration, log(q.rate)));
  const t3 = mul(sub(1, q.concentration), common);
  const t4 = div(mul(mul(q.rate, p.alpha), p.scale), sub(p.alpha, 1));
  return written(le(p.alpha, 1), INFINITY, sub(add(add(add(t1, t2), t3), t4), 1));
});
pair(Pareto, Normal, (p, q) => {
  const variance = mul(pow(q.scale, 2), 2);
  const common = div(p.scale, sub(p.alpha, 1));
  const t1 = log(div(mul(mul(q.scale, Math.sqrt(2 * Math.PI)), p.alpha), p.scale));
  const t3 = div(mul(p.alpha, pow(common, 2)), sub(p.alpha, 2));
  const t4 = pow(sub(mul(p.alpha, common), q.loc), 2);
  const result = sub(add(sub(t1, reciprocal(p.alpha)), div(add(t3, t4), variance)), 1);
  return written(le(p.alpha, 2), INFINITY, result);
});
pair(Uniform, Beta, (p, q) => {
  const width = sub(p.high, p.low);
  const share = (concentration: Tensor, moved: Tensor) => div(mul(sub(concentration, 1), moved), width);
  const t2 = share(q.concentration1, sub(sub(xLogX(p.high), xLogX(p.low)), width));
  const t3 = share(q.concentration0, add(sub(xLogX(sub(1, p.high)), xLogX(sub(1, p.low))), width));
  const t4 = sub(
    add(lgamma(q.concentration1), lgamma(q.concentration0)),
    lgamma(add(q.concentration1, q.concentration0)),
  );
  const result = sub(sub(add(t3, t4), log(width)), t2);
  return written(bitwise_or(gt(p.high, 1), lt(p.low, 0)), INFINITY, result);
});
pair(Uniform, Exponential, (p, q) => {
  const result = sub(div(mul(q.rate, add(p.high, p.low)), 2), log(mul(sub(p.high, p.low), q.rate)));
  return written(lt(p.low, 0), INFINITY, result);
});
pair(Uniform, Gamma, (p, q) => {
  const width = sub(p.high, p.low);
  const t2 = sub(lgamma(q.concentration), mul(q.concentration, log(q.rate)));
  const t3 = div(mul(sub(1, q.concentration), sub(sub(xLogX(p.high), xLogX(p.low)), width)), width);
  const t4 = div(mul(q.rate, add(p.high, p.low)), 2);
  return written(lt(p.low, 0), INFINITY, add(add(add(neg(log(width)), t2), t3), t4));
});
pair(Uniform, Gumbel, (p, q) => {
  const common = div(q.scale, sub(p.high, p.low));
  const [high, low] = [div(sub(p.high, q.loc), q.scale), div(sub(p.low, q.loc), q.scale)];
  const t1 = add(log(common), mul(add(high, low), 0.5));
  return sub(t1, mul(common, sub(exp(neg(high)), exp(neg(low)))));
});
pair(Uniform, Normal, (p, q) => {
  const width = sub(p.high, p.low);
  const t1 = log(div(mul(q.scale, Math.sqrt(Math.PI * 2)), width));
  const t2 = div(pow(width, 2), 12);
  const t3 = pow(div(sub(add(p.high, p.low), mul(q.loc, 2)), 2), 2);
  return add(t1, div(mul(add(t2, t3), 0.5), pow(q.scale, 2)));
});
pair(Uniform, Pareto, (p, q) => {
  const width = sub(p.high, p.low);
  const t1 = log(mul(mul(q.alpha, pow(q.scale, q.alpha)), width));
  const t2 = div(sub(sub(xLogX(p.high), xLogX(p.low)), width), width);
  return written(lt(p.low, q.scale), INFINITY, sub(mul(t2, add(q.alpha, 1)), t1));
});

/** What has mass where the other has none. */
const apart: readonly (readonly [Class, readonly Class[]])[] = [
  [Beta, [Pareto]],
  [Exponential, [Beta, Pareto, Uniform]],
  [Gamma, [Beta, Pareto, Uniform]],
  [Gumbel, [Beta, Exponential, Gamma, Pareto, Uniform]],
  [Laplace, [Beta, Exponential, Gamma, Pareto, Uniform]],
  [Normal, [Beta, Exponential, Gamma, Pareto, Uniform]],
  [Pareto, [Beta, Uniform]],
  [Poisson, [Bernoulli, Binomial]],
];
for (const [p, others] of apart) for (const q of others) pair(p, q, infinite);

entries.push({
  p: Independent,
  q: Independent,
  f: (p, q) => {
    if (!(p instanceof Independent && q instanceof Independent)) throw new Error("internal: not independent");
    if (p.reinterpreted_batch_ndims !== q.reinterpreted_batch_ndims) throw notThere("kl_divergence", "formula here");
    return sumRightmost(klDivergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims);
  },
});
entries.push({
  p: TransformedDistribution,
  q: TransformedDistribution,
  f: (p, q) => {
    if (!(p instanceof TransformedDistribution && q instanceof TransformedDistribution))
      throw new Error("internal: not transformed");
    if (!areEqual(p.transforms, q.transforms) || !sameShape(p.event_shape, q.event_shape))
      throw notThere("kl_divergence", "formula for two different transforms");
    return klDivergence(p.base_dist, q.base_dist);
  },
});

const families: readonly Class[] = [Normal, Gamma, Beta, Bernoulli, Poisson, Dirichlet, Exponential];

/** With PyTorch's own gap. */
const crossWords =
  "The cross KL-divergence between different exponential families cannot                             be computed using Bregman divergences";

/** How many nats p needs beyond its own when it is coded as q. */
export function klDivergence(p: Distribution, q: Distribution): Tensor {
  const found = entries.find((entry) => p instanceof entry.p && q instanceof entry.q);
  if (found !== undefined) return found.f(p, q);
  const areFamilies = [p, q].every((each) => families.some((family) => each instanceof family));
  if (areFamilies) throw notThere("kl_divergence", "formula for two different families", crossWords);
  const [left, right] = [p, q].map((each) => each.constructor.name);
  const words = `No KL(p || q) is implemented for p type ${left} and q type ${right}`;
  throw notThere("kl_divergence", `formula for ${left} and ${right}`, words);
}
