/** @file Aggregators that remember: what a step makes of the gradients depends on the steps before it. */
import { refuseBeyondBudget } from "./budget.ts";
import type { AggregationContext } from "./context.ts";
import { product, refuseNonFinite, traceOf } from "./gramian.ts";
import { LowRank } from "./low-rank.ts";
import { mgda } from "./mgda.ts";

const low = new LowRank();
/** The gradients are described to this share of them: next to rounding. */
const TOLERANCE = 1e-14;
/** TorchJD's, beside lengths. */
const VACCINE_EPSILON = 1e-8;

/**
 * PCGrad towards a cosine that is remembered (Wang et al. 2021): where g_i's cosine with g_j is below the one expected, g_i gains as much of g_j as
 * makes it that; what is expected follows what is seen, a share β at a time, from 0 on.
 */
export function gradVac(gramian: Float64Array, m: number, context: AggregationContext): Float64Array {
  refuseNonFinite("GradVac", gramian, m);
  const { memory, random, parameters } = context;
  memory.keepFor(`${m}`);
  const expected = memory.recall("cosines", m * m, 0);
  const weights = new Float64Array(m).fill(1);
  const trace = traceOf(gramian, m);
  if (trace === 0) return weights;
  low.factorize("GradVac", gramian, m, new Float64Array(m).fill(1 / Math.sqrt(trace)), TOLERANCE);
  const { rows, rank } = low;
  refuseBeyondBudget("GradVac", m, 2 * m * m * rank);
  const scale = Math.sqrt(trace);
  const lengths = Float64Array.from({ length: m }, (_, i) => Math.sqrt(Math.max(0, gramian[i * m + i])));
  const own = new Float64Array(rank);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < rank; k++) own[k] = scale * rows[i * rank + k];
    const order = random.permutation(m - 1);
    for (let place = 0; place < m - 1; place++) {
      const j = order[place] < i ? order[place] : order[place] + 1;
      let [inner, square] = [0, 0];
      for (let k = 0; k < rank; k++) {
        inner += scale * rows[j * rank + k] * own[k];
        square += own[k] * own[k];
      }
      const length = Math.sqrt(square);
      const cosine = inner / (length * lengths[j] + VACCINE_EPSILON);
      const wanted = expected[i * m + j];
      if (cosine < wanted) {
        const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
        const wantedSine = Math.sqrt(Math.max(0, 1 - wanted * wanted));
        const added = (length * (wanted * sine - cosine * wantedSine)) / (lengths[j] * wantedSine + VACCINE_EPSILON);
        weights[j] += added;
        for (let k = 0; k < rank; k++) own[k] += added * scale * rows[j * rank + k];
      }
      expected[i * m + j] = (1 - parameters.beta) * wanted + parameters.beta * cosine;
    }
  }
  return weights;
}

/** AdaGrad's small number beside squares, and TorchJD's beside the risk that is divided by. */
const RISK_EPSILON = 1e-7;

/**
 * Weights that follow the excess risk of each component (He et al. 2024): what its gradient could still gain, g²/√(Σ g²) added up, relative to what it was
 * in the first steps; w ← w e^(η risk), of sum 1.
 */
export function excessMtl(jacobian: Float64Array, m: number, n: number, context: AggregationContext): Float64Array {
  const { memory, parameters } = context;
  memory.keepFor(`${m} ${n}`);
  const squares = memory.recall("squares", m * n, 0);
  const weights = memory.recall("weights", m, 1 / m);
  const baseline = memory.recall("baseline", m, 0);
  const steps = memory.recall("steps", 1, 0);
  const risks = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < n; k++) {
      const square = jacobian[i * n + k] ** 2;
      squares[i * n + k] += square;
      risks[i] += square / Math.sqrt(squares[i * n + k] + RISK_EPSILON);
    }
  }
  const warmup = parameters.n_warmup_steps;
  const isFirst = steps[0]++ === 0;
  if (steps[0] <= warmup) for (let i = 0; i < m; i++) baseline[i] += risks[i] / warmup;
  else {
    // Without a warmup the first risk is the baseline, and counts as it is.
    if (warmup === 0 && isFirst) baseline.set(risks);
    else for (let i = 0; i < m; i++) risks[i] /= baseline[i] + RISK_EPSILON;
    towards(
      weights,
      weights.map((weight, i) => Math.log(weight) + parameters.robust_step_size * risks[i]),
    );
  }
  const direction = new Float64Array(n);
  for (let i = 0; i < m; i++) for (let k = 0; k < n; k++) direction[k] += weights[i] * jacobian[i * n + k];
  return direction;
}

/** λ ← softmax(λ − γ (G + ρ) λ) from equal ones on (Chen et al. 2023). The paper takes G from two batches; here both are the step's. */
export function moDo(gramian: Float64Array, m: number, { memory, parameters }: AggregationContext): Float64Array {
  refuseNonFinite("MoDo", gramian, m);
  memory.keepFor(`${m}`);
  const weights = memory.recall("weights", m, 1 / m);
  const inner = product(gramian, m, weights);
  towards(
    weights,
    weights.map((weight, i) => weight - parameters.gamma * (inner[i] + parameters.rho * weight)),
  );
  return weights.slice();
}

/**
 * Steps of SGD with momentum on ‖Jᵀ(w + λ/m)‖² over the simplex, from where the last step's ended; then (w + λ/m) / (1 + λ) (Xiao, Ban and Ji 2023). G relative
 * to the square of the gradients' mean length. The paper takes it from two batches; here both are the step's.
 */
export function sdmGrad(gramian: Float64Array, m: number, { memory, parameters }: AggregationContext): Float64Array {
  refuseNonFinite("SDMGrad", gramian, m);
  memory.keepFor(`${m}`);
  const weights = memory.recall("weights", m, 1 / m);
  let length = 0;
  for (let i = 0; i < m; i++) length += Math.sqrt(Math.max(0, gramian[i * m + i])) / m;
  const scale = 1 / (length * length + 1e-8);
  const pull = parameters.lambda_ / m;
  const rounds = parameters.n_iter;
  refuseBeyondBudget("SDMGrad", m, rounds * m * m);
  let velocity = new Float64Array(m);
  for (let round = 0; round < rounds; round++) {
    const slope = product(
      gramian,
      m,
      weights.map((weight) => weight + pull),
    );
    velocity = velocity.map((value, i) => parameters.momentum * value + scale * slope[i]);
    ontoSimplex(
      weights,
      weights.map((weight, i) => weight - parameters.lr * velocity[i]),
    );
  }
  return weights.map((weight) => (weight + pull) / (1 + parameters.lambda_));
}

/** MGDA's weights, smoothed: λ ← α λ + (1 − α) w from equal ones on (Zhou et al. 2022). */
export function crMogm(gramian: Float64Array, m: number, { memory, parameters }: AggregationContext): Float64Array {
  memory.keepFor(`${m}`);
  const weights = memory.recall("weights", m, 1 / m);
  mgda(gramian, m).forEach((found, i) => {
    weights[i] = parameters.alpha * weights[i] + (1 - parameters.alpha) * found;
  });
  return weights.slice();
}

/** softmax of the exponents. */
export function towards(weights: Float64Array, exponents: ArrayLike<number>): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < exponents.length; i++) most = Math.max(most, exponents[i]);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = Math.exp(exponents[i] - most);
    sum += weights[i];
  }
  for (let i = 0; i < weights.length; i++) weights[i] /= sum;
}

/** The nearest point of the simplex. */
function ontoSimplex(weights: Float64Array, point: Float64Array): void {
  const m = point.length;
  const sorted = point.slice().sort().reverse();
  let sum = 0;
  let level = (point.reduce((total, value) => total + value, 0) - 1) / m;
  for (let i = 0; i < m - 1; i++) {
    sum += sorted[i];
    if ((sum - 1) / (i + 1) > sorted[i + 1]) {
      level = (sum - 1) / (i + 1);
      break;
    }
  }
  for (let i = 0; i < m; i++) weights[i] = Math.max(0, point[i] - level);
}
