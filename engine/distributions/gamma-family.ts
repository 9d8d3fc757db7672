/** @file Gamma, Chi2, Dirichlet and Beta. */

import { lt } from "../ops/comparison/compare.ts";
import { cast, clone } from "../ops/convert.ts";
import { tensor } from "../ops/creation/creation.ts";
import { unsqueeze } from "../ops/indexing/movement.ts";
import { select, stack } from "../ops/indexing/slices.ts";
import { where } from "../ops/indexing/where.ts";
import { one_hot } from "../ops/other/counting.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { clamp } from "../ops/pointwise/clamp.ts";
import { xlogy } from "../ops/pointwise/pointwise-binary.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { digamma, lgamma } from "../ops/pointwise/special-functions.ts";
import { igamma } from "../ops/pointwise/special-namespace.ts";
import { log } from "../ops/pointwise/unary.ts";
import { argmax, sum } from "../ops/reduction/reduction.ts";
import { all } from "../ops/reduction/truth-reduction.ts";
import { sampleDirichlet, standardGamma, tinyOf } from "../random/families.ts";
import { Tensor } from "../tensor/tensor.ts";
import { broadcastAll, expanded, isNumber, named, refused } from "./arguments.ts";
import { independent, nonnegative, positive, simplex, unitInterval } from "./constraints.ts";
import { classOf, isValidated, type Values, valuesOf } from "./parametric.ts";

/** Draws that are zero by rounding alone become the smallest normal number, and keep their gradient. */
function atLeastTiny(drawn: Tensor): Tensor {
  const tiny = tinyOf(drawn.dtype);
  return where(lt(drawn, tiny), add(sub(drawn, drawn), tiny), drawn);
}

export const Gamma = classOf({
  name: "Gamma",
  summary: "Positive numbers: sums of waiting times.",
  formula: "rate^α x^(α - 1) e^(-rate x) / Γ(α), α = concentration",
  parameters: [
    { name: "concentration", constraint: positive },
    { name: "rate", constraint: positive },
  ],
  support: nonnegative,
  mean: (p) => div(p.concentration, p.rate),
  mode: (p) => clamp(div(sub(p.concentration, 1), p.rate), 0),
  variance: (p) => div(p.concentration, pow(p.rate, 2)),
  rsample: (p, shape) => atLeastTiny(div(standardGamma(expanded(p.concentration, shape)), expanded(p.rate, shape))),
  cdf: (p, x) => igamma(p.concentration, mul(p.rate, x)),
  lift: (p, x) => (Tensor.isTensor(x) ? cast(x, p.rate.dtype) : tensor(Number(x), p.rate.dtype)),
  logProb: (p, x) =>
    sub(
      sub(add(xlogy(p.concentration, p.rate), xlogy(sub(p.concentration, 1), x)), mul(p.rate, x)),
      lgamma(p.concentration),
    ),
  entropy: (p) =>
    add(
      add(sub(p.concentration, log(p.rate)), lgamma(p.concentration)),
      mul(sub(1, p.concentration), digamma(p.concentration)),
    ),
});

/** Gamma(df/2, ½). */
export class Chi2 extends Gamma {
  constructor(...args: unknown[]) {
    const given = isMade(args) ? null : named("Chi2", ["df", "validate_args"], ["df"], args);
    if (given === null) super(...args);
    else {
      const [df] = broadcastAll("Chi2", [given.df]);
      super(mul(df, 0.5), 0.5, { validate_args: isValidated(given) });
    }
  }

  get df(): Tensor {
    return mul(valuesOf(this).concentration, 2);
  }

  override toString(): string {
    return "Chi2()";
  }
}

/** Called by expand, not by somebody. */
const isMade = (args: readonly unknown[]): boolean =>
  args.length === 1 && typeof args[0] === "object" && args[0] !== null && "shapes" in args[0];

const dirichletLog = (concentration: Tensor, x: Tensor): Tensor =>
  sub(add(sum(xlogy(sub(concentration, 1), x), -1), lgamma(sum(concentration, -1))), sum(lgamma(concentration), -1));

function dirichletEntropy(concentration: Tensor): Tensor {
  const k = concentration.shape[concentration.shape.length - 1];
  const total = sum(concentration, -1);
  return sub(
    sub(sub(sum(lgamma(concentration), -1), lgamma(total)), mul(sub(k, total), digamma(total))),
    sum(mul(sub(concentration, 1), digamma(concentration)), -1),
  );
}

function dirichletMode(concentration: Tensor): Tensor {
  const above = clamp(sub(concentration, 1), 0);
  const mode = div(above, sum(above, -1, true));
  const corner = all(lt(concentration, 1), -1);
  const size = concentration.shape[concentration.shape.length - 1];
  return where(unsqueeze(corner, -1), cast(one_hot(argmax(mode, -1), size), mode.dtype), mode);
}

export const Dirichlet = classOf({
  name: "Dirichlet",
  summary: "Shares that sum to one.",
  formula: "∏ x_i^(α_i - 1) · Γ(Σ α) / ∏ Γ(α_i), α = concentration",
  parameters: [{ name: "concentration", constraint: independent(positive, 1), eventDims: 1 }],
  eventRank: 1,
  prepare: ({ concentration }) => {
    if (!Tensor.isTensor(concentration) || concentration.shape.length < 1)
      throw refused(
        "Dirichlet",
        "concentration needs a dim",
        "`concentration` parameter must be at least one-dimensional.",
      );
    return { concentration };
  },
  support: simplex,
  mean: (p) => div(p.concentration, sum(p.concentration, -1, true)),
  mode: (p) => dirichletMode(p.concentration),
  variance: (p) => {
    const total = sum(p.concentration, -1, true);
    return div(mul(p.concentration, sub(total, p.concentration)), mul(pow(total, 2), add(total, 1)));
  },
  rsample: (p, shape) => sampleDirichlet(expanded(p.concentration, shape)),
  logProb: (p, x) => dirichletLog(p.concentration, x),
  entropy: (p) => dirichletEntropy(p.concentration),
});

/** As the Dirichlet distribution of two shares. */
const pair = (p: Values): Tensor => stack([p.concentration1, p.concentration0], -1);

export const Beta = classOf({
  name: "Beta",
  summary: "Numbers between 0 and 1.",
  formula: "x^(a - 1) (1 - x)^(b - 1) / B(a, b), a = concentration1, b = concentration0",
  parameters: [
    { name: "concentration1", constraint: positive },
    { name: "concentration0", constraint: positive },
  ],
  printed: [],
  prepare: ({ concentration1, concentration0 }) => {
    const areNumbers = isNumber(concentration1) && isNumber(concentration0);
    const [one, zero] = broadcastAll("Beta", [concentration1, concentration0]);
    return areNumbers
      ? { concentration1: clone(one), concentration0: clone(zero) }
      : { concentration1: one, concentration0: zero };
  },
  support: unitInterval,
  mean: (p) => div(p.concentration1, add(p.concentration1, p.concentration0)),
  mode: (p) => select(dirichletMode(pair(p)), -1, 0),
  variance: (p) => {
    const total = add(p.concentration1, p.concentration0);
    return div(mul(p.concentration1, p.concentration0), mul(pow(total, 2), add(total, 1)));
  },
  rsample: (p, shape) => select(sampleDirichlet(expanded(pair(p), [...shape, 2])), -1, 0),
  logProb: (p, x) => dirichletLog(pair(p), stack([x, sub(1, x)], -1)),
  entropy: (p) => dirichletEntropy(pair(p)),
});
