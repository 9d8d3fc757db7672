/** @file Distributions that are another one transformed: LogNormal, HalfNormal, HalfCauchy, Gumbel, Pareto, Weibull, Kumaraswamy, InverseGamma. */

import { ge, gt, lt } from "../ops/comparison/compare.ts";
import { masked_fill } from "../ops/indexing/masking.ts";
import { where } from "../ops/indexing/where.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { bitwise_or } from "../ops/pointwise/bitwise.ts";
import { clamp } from "../ops/pointwise/clamp.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { digamma, lgamma } from "../ops/pointwise/special-functions.ts";
import { exp, expm1, log, log1p, neg, reciprocal, square } from "../ops/pointwise/unary.ts";
import { epsilonOf, tinyOf } from "../random/families.ts";
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { broadcastAll, expanded, named } from "./arguments.ts";
import { type Constraint, greaterThanEq, nonnegative, positive, real, unitInterval } from "./constraints.ts";
import type { Distribution } from "./distribution.ts";
import { EULER, everywhere } from "./formulas.ts";
import { Gamma } from "./gamma-family.ts";
import { Cauchy, Exponential, Normal, Uniform } from "./location-scale.ts";
import { catalogue, isValidated, type Kind, note, type Parameter, type Values, valuesOf } from "./parametric.ts";
import { TransformedDistribution } from "./transformed.ts";
import { AbsTransform, AffineTransform, ExpTransform, PowerTransform, type Transform } from "./transforms/index.ts";
import { sizeText, textOf } from "./words.ts";

type Answers = Pick<Kind, "mean" | "mode" | "variance" | "stddev" | "entropy">;

export interface TransformedKind extends Answers {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly parameters: readonly Parameter[];
  /** Those that PyTorch prints and checks itself, in its order; the base checks the others. */
  readonly own?: readonly string[];
  readonly base: (values: Values, validates: boolean | null) => Distribution;
  readonly transforms: (values: Values) => readonly Transform[];
  readonly support: Constraint | ((values: Values) => Constraint);
  readonly logProb?: (values: Values, x: Tensor, base: Distribution) => Tensor;
  readonly cdf?: (x: Tensor, base: Distribution) => Tensor;
  readonly icdf?: (x: Tensor, base: Distribution) => Tensor;
}

export type TransformedClass = new (...args: unknown[]) => TransformedDistribution;

function valuesFrom({ name, parameters }: TransformedKind, args: readonly unknown[]): [Values, boolean | null] {
  const names = parameters.map((parameter) => parameter.name);
  const given = named(name, [...names, "validate_args"], names, args);
  const tensors = broadcastAll(
    name,
    names.map((each) => given[each]),
  );
  return [Object.fromEntries(names.map((each, i) => [each, tensors[i]])), isValidated(given)];
}

function classOf(kind: TransformedKind): TransformedClass {
  const { parameters, own = [] } = kind;
  catalogue.push(kind);
  const made = class extends TransformedDistribution {
    readonly #values: Values;

    constructor(...args: unknown[]) {
      const [values, validates] = valuesFrom(kind, args);
      super(kind.base(values, validates), [...kind.transforms(values)], { validate_args: validates });
      this.#values = values;
      note(this, values);
      if (!this.validates) return;
      for (const { name, constraint } of parameters)
        if (typeof constraint !== "function") this.checkParameter(name, values[name], constraint);
    }

    override get support(): Constraint {
      return typeof kind.support === "function" ? kind.support(this.#values) : kind.support;
    }

    override get mean(): Tensor {
      return kind.mean?.(this.#values) ?? super.mean;
    }

    override get mode(): Tensor {
      return kind.mode?.(this.#values) ?? super.mode;
    }

    override get variance(): Tensor {
      return kind.variance?.(this.#values) ?? super.variance;
    }

    override get stddev(): Tensor {
      return kind.stddev?.(this.#values) ?? super.stddev;
    }

    override entropy(): Tensor {
      return kind.entropy?.(this.#values) ?? super.entropy();
    }

    override log_prob(value: Tensor): Tensor {
      if (kind.logProb === undefined) return super.log_prob(value);
      this.checkValue(value);
      return kind.logProb(this.#values, value, this.base_dist);
    }

    override cdf(value: Tensor): Tensor {
      if (kind.cdf === undefined) return super.cdf(value);
      this.checkValue(value);
      return kind.cdf(value, this.base_dist);
    }

    override icdf(value: Tensor): Tensor {
      return kind.icdf?.(value, this.base_dist) ?? super.icdf(value);
    }

    override expand(batchShape: Shape): Distribution {
      const values = parameters.map(({ name }) => expanded(this.#values[name], batchShape));
      return new made(...values, { validate_args: false });
    }

    override toString(): string {
      const shown = own.map((name) => {
        const value = this.#values[name];
        return `${name}: ${value.shape.every((size) => size === 1) ? textOf(value) : sizeText(value.shape)}`;
      });
      return `${kind.name}(${shown.join(", ")})`;
    }
  };
  Object.defineProperty(made, "name", { value: kind.name });
  for (const { name } of parameters)
    Object.defineProperty(made.prototype, name, {
      get(this: TransformedDistribution) {
        return valuesOf(this)[name];
      },
    });
  return made;
}

const loc: Parameter = { name: "loc", constraint: real };
const scale: Parameter = { name: "scale", constraint: positive };
const LOG_2 = Math.LN2;

/** Half of a symmetric distribution around 0, folded over. */
const folded = {
  transforms: () => [new AbsTransform()],
  support: nonnegative,
  logProb: (_p: Values, x: Tensor, base: Distribution) =>
    where(ge(x, 0), add(base.log_prob(x), LOG_2), Number.NEGATIVE_INFINITY),
  cdf: (x: Tensor, base: Distribution) => sub(mul(base.cdf(x), 2), 1),
  icdf: (x: Tensor, base: Distribution) => base.icdf(div(add(x, 1), 2)),
  mode: (p: Values) => everywhere(p.scale, 0),
};

export const LogNormal = classOf({
  name: "LogNormal",
  summary: "Numbers whose logarithm is normal.",
  formula: "x = e^z, z ~ Normal(loc, scale)",
  parameters: [loc, scale],
  base: (p, validates) => new Normal(p.loc, p.scale, { validate_args: validates }),
  transforms: () => [new ExpTransform()],
  support: positive,
  mean: (p) => exp(add(p.loc, div(pow(p.scale, 2), 2))),
  mode: (p) => exp(sub(p.loc, square(p.scale))),
  variance: (p) => {
    const squared = pow(p.scale, 2);
    return mul(expm1(squared), exp(add(mul(p.loc, 2), squared)));
  },
  entropy: (p) => add(add(log(p.scale), 0.5 + 0.5 * Math.log(2 * Math.PI)), p.loc),
});

export const HalfNormal = classOf({
  ...folded,
  name: "HalfNormal",
  summary: "The size of a normal number.",
  formula: "x = |z|, z ~ Normal(0, scale)",
  parameters: [scale],
  base: (p) => new Normal(0, p.scale, { validate_args: false }),
  mean: (p) => mul(p.scale, Math.sqrt(2 / Math.PI)),
  variance: (p) => mul(pow(p.scale, 2), 1 - 2 / Math.PI),
  entropy: (p) => sub(add(log(p.scale), 0.5 + 0.5 * Math.log(2 * Math.PI)), LOG_2),
});

export const HalfCauchy = classOf({
  ...folded,
  name: "HalfCauchy",
  summary: "The size of a Cauchy number.",
  formula: "x = |z|, z ~ Cauchy(0, scale)",
  parameters: [scale],
  base: (p) => new Cauchy(0, p.scale, { validate_args: false }),
  mean: (p) => everywhere(p.scale, Number.POSITIVE_INFINITY),
  variance: (p) => everywhere(p.scale, Number.POSITIVE_INFINITY),
  entropy: (p) => sub(add(log(p.scale), Math.log(4 * Math.PI)), LOG_2),
});

export const Gumbel = classOf({
  name: "Gumbel",
  summary: "The largest of many numbers.",
  formula: "e^(-(y + e^-y)) / scale, y = (x - loc)/scale",
  parameters: [loc, scale],
  own: ["loc", "scale"],
  base: (p, validates) =>
    new Uniform(everywhere(p.loc, tinyOf(p.loc.dtype)), everywhere(p.loc, 1 - epsilonOf(p.loc.dtype)), {
      validate_args: validates,
    }),
  transforms: (p) => [
    new ExpTransform().inv,
    new AffineTransform(0, neg(everywhere(p.scale, 1))),
    new ExpTransform().inv,
    new AffineTransform(p.loc, neg(p.scale)),
  ],
  support: real,
  logProb: (p, x) => {
    const y = div(sub(p.loc, x), p.scale);
    return sub(sub(y, exp(y)), log(p.scale));
  },
  mean: (p) => add(p.loc, mul(p.scale, EULER)),
  mode: (p) => p.loc,
  stddev: (p) => mul(p.scale, Math.PI / Math.sqrt(6)),
  variance: (p) => pow(mul(p.scale, Math.PI / Math.sqrt(6)), 2),
  entropy: (p) => add(log(p.scale), 1 + EULER),
});

export const Pareto = classOf({
  name: "Pareto",
  summary: "A tail that falls as a power.",
  formula: "α scale^α / x^(α + 1) from scale on",
  parameters: [scale, { name: "alpha", constraint: positive }],
  own: ["alpha", "scale"],
  base: (p, validates) => new Exponential(p.alpha, { validate_args: validates }),
  transforms: (p) => [new ExpTransform(), new AffineTransform(0, p.scale)],
  support: (p) => greaterThanEq(p.scale),
  mean: (p) => {
    const alpha = clamp(p.alpha, 1);
    return div(mul(alpha, p.scale), sub(alpha, 1));
  },
  mode: (p) => p.scale,
  variance: (p) => {
    const alpha = clamp(p.alpha, 2);
    return div(mul(pow(p.scale, 2), alpha), mul(pow(sub(alpha, 1), 2), sub(alpha, 2)));
  },
  entropy: (p) => add(log(div(p.scale, p.alpha)), add(reciprocal(p.alpha), 1)),
});

export const Weibull = classOf({
  name: "Weibull",
  summary: "Times to failure, at a rate that changes with age.",
  formula: "(k/λ) (x/λ)^(k - 1) e^(-(x/λ)^k), λ = scale, k = concentration",
  parameters: [scale, { name: "concentration", constraint: positive }],
  own: ["scale", "concentration"],
  base: (p, validates) => new Exponential(everywhere(p.scale, 1), { validate_args: validates }),
  transforms: (p) => [new PowerTransform(reciprocal(p.concentration)), new AffineTransform(0, p.scale)],
  support: positive,
  mean: (p) => mul(p.scale, exp(lgamma(add(reciprocal(p.concentration), 1)))),
  mode: (p) => mul(p.scale, pow(div(sub(p.concentration, 1), p.concentration), reciprocal(p.concentration))),
  variance: (p) => {
    const inverse = reciprocal(p.concentration);
    const second = exp(lgamma(add(mul(inverse, 2), 1)));
    return mul(pow(p.scale, 2), sub(second, exp(mul(lgamma(add(inverse, 1)), 2))));
  },
  entropy: (p) => {
    const inverse = reciprocal(p.concentration);
    return add(add(mul(sub(1, inverse), EULER), log(mul(p.scale, inverse))), 1);
  },
});

function moment(p: Values, n: number): Tensor {
  const arg = add(div(n, p.concentration1), 1);
  const logs = sub(add(lgamma(arg), lgamma(p.concentration0)), lgamma(add(arg, p.concentration0)));
  return mul(p.concentration0, exp(logs));
}

export const Kumaraswamy = classOf({
  name: "Kumaraswamy",
  summary: "Numbers between 0 and 1, much as Beta, with a cdf in closed form.",
  formula: "a b x^(a - 1) (1 - x^a)^(b - 1), a = concentration1, b = concentration0",
  parameters: [
    { name: "concentration1", constraint: positive },
    { name: "concentration0", constraint: positive },
  ],
  own: ["concentration1", "concentration0"],
  base: (p, validates) =>
    new Uniform(everywhere(p.concentration0, 0), everywhere(p.concentration0, 1), { validate_args: validates }),
  transforms: (p) => [
    new PowerTransform(reciprocal(p.concentration0)),
    new AffineTransform(1, -1),
    new PowerTransform(reciprocal(p.concentration1)),
  ],
  support: unitInterval,
  mean: (p) => moment(p, 1),
  mode: (p) => {
    const logs = sub(
      mul(reciprocal(p.concentration0), log1p(neg(p.concentration0))),
      log1p(mul(neg(p.concentration0), p.concentration1)),
    );
    return exp(masked_fill(logs, bitwise_or(lt(p.concentration0, 1), lt(p.concentration1, 1)), Number.NaN));
  },
  variance: (p) => sub(moment(p, 2), pow(moment(p, 1), 2)),
  entropy: (p) => {
    const [t1, t0] = [sub(1, reciprocal(p.concentration1)), sub(1, reciprocal(p.concentration0))];
    const harmonic = add(digamma(add(p.concentration0, 1)), EULER);
    return sub(sub(add(t0, mul(t1, harmonic)), log(p.concentration1)), log(p.concentration0));
  },
});

export const InverseGamma = classOf({
  name: "InverseGamma",
  summary: "The reciprocal of a gamma number.",
  formula: "rate^α x^(-α - 1) e^(-rate/x) / Γ(α), α = concentration",
  parameters: [
    { name: "concentration", constraint: positive },
    { name: "rate", constraint: positive },
  ],
  base: (p, validates) => new Gamma(p.concentration, p.rate, { validate_args: validates }),
  transforms: (p) => [new PowerTransform(Tensor.scalar(-1, p.rate.dtype))],
  support: positive,
  mean: (p) => where(gt(p.concentration, 1), div(p.rate, sub(p.concentration, 1)), Number.POSITIVE_INFINITY),
  mode: (p) => div(p.rate, add(p.concentration, 1)),
  variance: (p) => {
    const finite = div(square(p.rate), mul(square(sub(p.concentration, 1)), sub(p.concentration, 2)));
    return where(gt(p.concentration, 2), finite, Number.POSITIVE_INFINITY);
  },
  entropy: (p) =>
    sub(
      add(add(p.concentration, log(p.rate)), lgamma(p.concentration)),
      mul(add(p.concentration, 1), digamma(p.concentration)),
    ),
});
