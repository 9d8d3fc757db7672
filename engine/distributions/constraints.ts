/** @file torch.distributions.constraints: where values and parameters may lie. */

import { choleskyOf } from "../kernels/dense/cholesky.ts";
import { isclose } from "../ops/comparison/closeness.ts";
import { eq, ge, gt, le, lt } from "../ops/comparison/compare.ts";
import { reshape, transpose, unsqueeze } from "../ops/indexing/movement.ts";
import { matricesOf } from "../ops/linalg/stacks.ts";
import { diagonal, tril } from "../ops/other/triangles.ts";
import { sub } from "../ops/pointwise/arithmetic.ts";
import { bitwise_and, bitwise_or } from "../ops/pointwise/bitwise.ts";
import { remainder } from "../ops/pointwise/remainder.ts";
import { abs } from "../ops/pointwise/unary.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { all } from "../ops/reduction/truth-reduction.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { textOf } from "./words.ts";

type Bound = Tensor | number;

interface Init {
  readonly text: string;
  readonly eventDim?: number;
  readonly isDiscrete?: boolean;
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** One bool for each value, or for each event of `event_dim` dims. */
export class Constraint {
  readonly check: (value: Tensor) => Tensor;
  readonly event_dim: number;
  readonly is_discrete: boolean;
  readonly lower_bound: Bound | undefined;
  readonly upper_bound: Bound | undefined;
  readonly #text: string;

  constructor({ text, eventDim = 0, isDiscrete = false, lower, upper }: Init, check: (value: Tensor) => Tensor) {
    this.#text = text;
    this.event_dim = eventDim;
    this.is_discrete = isDiscrete;
    this.lower_bound = lower;
    this.upper_bound = upper;
    this.check = check;
    Object.freeze(this);
  }

  toString(): string {
    return this.#text;
  }
}

/** Bounds that PyTorch writes as floats keep their point. */
const boundText = (bound: Bound, isFloat: boolean): string =>
  typeof bound !== "number" ? textOf(bound) : isFloat && Number.isInteger(bound) ? bound.toFixed(1) : String(bound);

const whole = (value: Tensor): Tensor => eq(remainder(value, 1), 0);

export const greaterThan = (lower: Bound): Constraint =>
  new Constraint({ text: `GreaterThan(lower_bound=${boundText(lower, true)})`, lower }, (value) => gt(value, lower));

export const greaterThanEq = (lower: Bound, isFloat = true): Constraint =>
  new Constraint({ text: `GreaterThanEq(lower_bound=${boundText(lower, isFloat)})`, lower }, (value) =>
    ge(value, lower),
  );

export const lessThan = (upper: Bound): Constraint =>
  new Constraint({ text: `LessThan(upper_bound=${boundText(upper, true)})`, upper }, (value) => lt(value, upper));

export const interval = (lower: Bound, upper: Bound): Constraint =>
  new Constraint(
    {
      text: `Interval(lower_bound=${boundText(lower, true)}, upper_bound=${boundText(upper, true)})`,
      lower,
      upper,
    },
    (value) => bitwise_and(ge(value, lower), le(value, upper)),
  );

export const halfOpenInterval = (lower: Bound, upper: Bound): Constraint =>
  new Constraint(
    {
      text: `HalfOpenInterval(lower_bound=${boundText(lower, true)}, upper_bound=${boundText(upper, true)})`,
      lower,
      upper,
    },
    (value) => bitwise_and(ge(value, lower), lt(value, upper)),
  );

export const integerInterval = (lower: Bound, upper: Bound): Constraint =>
  new Constraint(
    {
      text: `IntegerInterval(lower_bound=${boundText(lower, false)}, upper_bound=${boundText(upper, false)})`,
      isDiscrete: true,
      lower,
      upper,
    },
    (value) => bitwise_and(bitwise_and(whole(value), ge(value, lower)), le(value, upper)),
  );

const integersFrom = (lower: number): Constraint =>
  new Constraint({ text: `IntegerGreaterThan(lower_bound=${lower})`, isDiscrete: true, lower }, (value) =>
    bitwise_and(whole(value), ge(value, lower)),
  );

/** All of the last `count` dims. */
const allRightmost = (checked: Tensor, count: number): Tensor =>
  all(reshape(checked, [...checked.shape.slice(0, checked.shape.length - count), -1]), -1);

export const independent = (base: Constraint, count: number): Constraint =>
  new Constraint(
    {
      text: `IndependentConstraint(${base}, ${count})`,
      eventDim: base.event_dim + count,
      isDiscrete: base.is_discrete,
    },
    (value) => allRightmost(base.check(value), count),
  );

/** What each component of a mixture takes. */
export const ofMixture = (base: Constraint): Constraint =>
  new Constraint(
    {
      text: `MixtureSameFamilyConstraint(${base})`,
      eventDim: base.event_dim,
      isDiscrete: base.is_discrete,
    },
    (value) => {
      const checked = base.check(unsqueeze(value, -1 - base.event_dim));
      const kept = value.shape.length - base.event_dim;
      return all(reshape(checked, [...checked.shape.slice(0, kept), -1]), -1);
    },
  );

export const multinomial = (upper: number): Constraint =>
  new Constraint({ text: "Multinomial()", eventDim: 1, isDiscrete: true, upper }, (value) =>
    bitwise_and(all(ge(value, 0), -1), le(sum(value, -1), upper)),
  );

export const real = new Constraint({ text: "Real()" }, (value) => eq(value, value));
export const realVector = independent(real, 1);
export const boolean = new Constraint({ text: "Boolean()", isDiscrete: true }, (value) =>
  bitwise_or(eq(value, 0), eq(value, 1)),
);
export const oneHot = new Constraint({ text: "OneHot()", eventDim: 1, isDiscrete: true }, (value) =>
  bitwise_and(all(boolean.check(value), -1), eq(sum(value, -1), 1)),
);
export const positive = greaterThan(0);
export const nonnegative = greaterThanEq(0);
export const unitInterval = interval(0, 1);
export const nonnegativeInteger = integersFrom(0);
export const positiveInteger = integersFrom(1);
export const simplex = new Constraint({ text: "Simplex()", eventDim: 1 }, (value) =>
  bitwise_and(all(ge(value, 0), -1), lt(abs(sub(sum(value, -1), 1)), 1e-6)),
);

const isLower = (value: Tensor): Tensor => allRightmost(eq(tril(value), value), 2);

export const lowerTriangular = new Constraint({ text: "LowerTriangular()", eventDim: 2 }, isLower);
export const lowerCholesky = new Constraint({ text: "LowerCholesky()", eventDim: 2 }, (value) =>
  bitwise_and(isLower(value), all(gt(diagonal(value, 0, -2, -1), 0), -1)),
);
const isSymmetric = (value: Tensor): Tensor => allRightmost(isclose(value, transpose(value, -2, -1), 1e-5, 1e-6), 2);

export const symmetric = new Constraint({ text: "Symmetric()", eventDim: 2 }, isSymmetric);
export const positiveDefinite = new Constraint({ text: "PositiveDefinite()", eventDim: 2 }, (value) => {
  const square = isSymmetric(value);
  if (toContiguousData(square).some((each) => each === 0)) return square;
  const n = value.shape[value.shape.length - 1];
  const sound = matricesOf(value).map((matrix) => (choleskyOf(matrix, n).failedAt === 0 ? 1 : 0));
  return Tensor.of(Uint8Array.from(sound), value.shape.slice(0, -2), "bool");
});
