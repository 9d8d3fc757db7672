/** @file How much the components of a loss are at odds: what one would change for the better, another would for the worse. */
import { inverseLengths, product } from "./gramian.ts";

/** The cosine of every pair of gradients, [m, m]. 0 where one of them is 0: it has no direction to agree or disagree with. */
export function cosinesOf(gramian: Float64Array, m: number): Float64Array {
  const inverse = inverseLengths(gramian, m);
  const cosines = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) cosines[i * m + j] = gramian[i * m + j] * inverse[i] * inverse[j];
  }
  return cosines;
}

/** Cosines beyond rounding: from here on two gradients count as opposed. */
const OPPOSED = -1e-12;

export interface ConflictSummary {
  /** Pairs of different components: m (m - 1) / 2. */
  readonly pairs: number;
  /** How many of them have gradients at an obtuse angle. */
  readonly conflicting: number;
  /** Over all pairs; NaN where there is none. */
  readonly meanCosine: number;
  readonly leastCosine: number;
}

export function conflictSummary(gramian: Float64Array, m: number): ConflictSummary {
  const inverse = inverseLengths(gramian, m);
  let conflicting = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < i; j++) {
      const cosine = gramian[i * m + j] * inverse[i] * inverse[j];
      if (cosine < OPPOSED) conflicting++;
      sum += cosine;
      least = Math.min(least, cosine);
    }
  }
  const pairs = (m * (m - 1)) / 2;
  return { pairs, conflicting, meanCosine: sum / pairs, leastCosine: pairs === 0 ? Number.NaN : least };
}

/** The share of parameters that one component would move up and another down; J is [m, n]. */
export function signDisagreement(jacobian: Float64Array, m: number, n: number): number {
  const seen = new Uint8Array(n);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < n; k++) {
      const value = jacobian[i * n + k];
      if (value > 0) seen[k] |= 1;
      else if (value < 0) seen[k] |= 2;
    }
  }
  let torn = 0;
  for (const signs of seen) if (signs === 3) torn++;
  return n === 0 ? 0 : torn / n;
}

/** What a step of -lr·d changes each component by, to first order: -lr (J d)_i. */
export function predictedChange(
  jacobian: Float64Array,
  m: number,
  n: number,
  direction: Float64Array,
  lr: number,
): Float64Array {
  const change = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    let inner = 0;
    for (let k = 0; k < n; k++) inner += jacobian[i * n + k] * direction[k];
    change[i] = -lr * inner;
  }
  return change;
}

/** The same for the step with weights w, d = Jᵀw: -lr (G w)_i. */
export function predictedChangeOfWeights(
  gramian: Float64Array,
  m: number,
  weights: ArrayLike<number>,
  lr: number,
): Float64Array {
  return product(gramian, m, weights).map((inner) => -lr * inner);
}
