/** @file FairGrad and Nash-MTL: steps whose gain for each component is the larger the less it weighs. */
import { refuseBeyondBudget } from "./budget.ts";
import { factorize, solveFactorized } from "./cholesky.ts";
import { refuseNonFinite, traceOf } from "./gramian.ts";
import { LowRank } from "./low-rank.ts";

/** Of G's trace: next to rounding. */
const LEFT = 1e-14;
const ENOUGH = 1e-10;
/** Beside G relative to its trace: where opposite gradients leave no bargain, and where there is no gradient, weights end at 1e5 for α = 1. */
const RIDGE = 1e-10;
const MOST_ROUNDS = 100;

const low = new LowRank();

/**
 * G w = w^(-1/α), where w > 0: the least of ½ wᵀGw − Σ φ(wᵢ) with φ' = w^(-1/α), which is convex, by Newton's method (Ban and Ji 2024). For α = 0
 * the mean. Next to none of the gains is given away to a ridge, without which opposite gradients would make w grow without end.
 */
export function fairGrad(gramian: Float64Array, m: number, alpha: number): Float64Array {
  refuseNonFinite("FairGrad", gramian, m);
  return alpha === 0 ? new Float64Array(m).fill(1 / m) : fairWeights("FairGrad", gramian, m, alpha);
}

/** The bargain of Nash (Navon et al. 2022), G w = 1/w, no longer than `maxNorm`, where that is above 0. TorchJD ends its search for it early. */
export function nashMtl(gramian: Float64Array, m: number, maxNorm: number): Float64Array {
  refuseNonFinite("NashMTL", gramian, m);
  const norm = Math.sqrt(gramian.reduce((sum, value) => sum + value * value, 0));
  if (norm === 0) return new Float64Array(m).fill(1);
  const weights = fairWeights(
    "NashMTL",
    gramian.map((value) => value / norm),
    m,
    1,
  );
  let square = 0;
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) square += weights[i] * gramian[i * m + j] * weights[j];
  const length = Math.sqrt(Math.max(0, square));
  return maxNorm > 0 && length > maxNorm ? weights.map((weight) => (weight / length) * maxNorm) : weights;
}

function fairWeights(op: string, gramian: Float64Array, m: number, alpha: number): Float64Array {
  const trace = traceOf(gramian, m);
  if (trace === 0) return new Float64Array(m).fill(1);
  low.factorize(op, gramian, m, new Float64Array(m).fill(1 / Math.sqrt(trace)), LEFT);
  const { rows, rank } = low;
  refuseBeyondBudget(op, m, 20 * m * rank * rank);
  const weights = new Float64Array(m).fill(1);
  const inside = new Float64Array(rank * rank);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const along = transposed(rows, m, rank, weights);
    const residual = times(rows, m, rank, along);
    const diagonal = new Float64Array(m);
    let miss = 0;
    for (let i = 0; i < m; i++) {
      const wanted = weights[i] ** (-1 / alpha);
      diagonal[i] = wanted / weights[i] / alpha + RIDGE;
      residual[i] += RIDGE * weights[i] - wanted;
      miss = Math.max(miss, Math.abs(residual[i]) / Math.max(1, wanted));
    }
    if (miss < ENOUGH) break;
    const step = newtonStep(rows, m, rank, diagonal, residual, inside);
    // Never to 0 or beyond: there it is not defined.
    let share = 1;
    for (let i = 0; i < m; i++) if (step[i] > 0) share = Math.min(share, (0.9 * weights[i]) / step[i]);
    for (let i = 0; i < m; i++) weights[i] -= share * step[i];
  }
  // With G relative to its trace: G w = w^(-1/α) scales by this.
  const scale = trace ** (-alpha / (1 + alpha));
  return weights.map((weight) => weight * scale);
}

/** (D + R Rᵀ)⁻¹ r by a system of as many unknowns as G has dimensions (Woodbury). */
function newtonStep(
  rows: Float64Array,
  m: number,
  rank: number,
  diagonal: Float64Array,
  residual: Float64Array,
  inside: Float64Array,
): Float64Array {
  const scaled = residual.map((value, i) => value / diagonal[i]);
  inside.fill(0);
  for (let i = 0; i < m; i++) {
    const over = 1 / diagonal[i];
    for (let a = 0; a < rank; a++) {
      const factor = rows[i * rank + a] * over;
      for (let b = 0; b <= a; b++) inside[a * rank + b] += factor * rows[i * rank + b];
    }
  }
  for (let a = 0; a < rank; a++) inside[a * rank + a] += 1;
  factorize(inside, rank, inside);
  const solved = transposed(rows, m, rank, scaled);
  solveFactorized(inside, rank, solved);
  const back = times(rows, m, rank, solved);
  return scaled.map((value, i) => value - back[i] / diagonal[i]);
}

/** Rᵀ v. */
function transposed(rows: Float64Array, m: number, rank: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(rank);
  for (let i = 0; i < m; i++) for (let k = 0; k < rank; k++) result[k] += rows[i * rank + k] * vector[i];
  return result;
}

/** R v. */
function times(rows: Float64Array, m: number, rank: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(m);
  for (let i = 0; i < m; i++) for (let k = 0; k < rank; k++) result[i] += rows[i * rank + k] * vector[k];
  return result;
}
