/** @file CAGrad: of all steps near the mean, the one whose worst component gains most. */
import { DualCone, EVERY } from "./dual-cone.ts";
import { refuseNonFinite, traceOf } from "./gramian.ts";

/** TorchJD's norm_eps: below it the trace of G counts as zero, and a combination of the gradients as none. */
const SMALLEST = 1e-4;
/** TorchJD has none here; this one only keeps the system solvable. */
const RIDGE = 1e-8;
const MOST_ROUNDS = 60;

const cone = new DualCone("CAGrad");

/**
 * The z within c‖g₀‖ of the mean g₀ whose least g_i·z is largest (Liu et al. 2021). With G relative to its trace; 0 near the Pareto front.
 *
 * For a given least value μ the nearest z to g₀ is a projection onto {z : J z >= μ}. Its distance from g₀ grows with μ, is convex in it, and
 * has the slope Σx / distance; so Newton's method from above finds the μ at which the distance is c‖g₀‖. All here is m times as large, g₀ being a sum.
 */
export function cagrad(gramian: Float64Array, m: number, c: number): Float64Array {
  refuseNonFinite("CAGrad", gramian, m);
  const trace = traceOf(gramian, m);
  if (trace < SMALLEST) return new Float64Array(m);
  cone.load(gramian, m, 1 / trace, RIDGE);
  const weights = search(gramian, m, c, trace);
  cone.unload();
  return weights;
}

function search(gramian: Float64Array, m: number, c: number, trace: number): Float64Array {
  const weights = new Float64Array(m).fill(1 / m);
  cone.aim(EVERY);
  const { start, x } = cone;
  let [square, low, high] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < m; i++) {
    square += start[i];
    low = Math.min(low, start[i]);
  }
  const radius = c * Math.sqrt(Math.max(0, square));
  if (radius === 0) return weights;
  for (let i = 0; i < m; i++) high = Math.min(high, start[i] + radius * Math.sqrt(gramian[i * m + i] / trace));
  let [mu, sum, distance] = [high, 0, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    cone.project(-mu);
    [sum, distance] = [total(x), Math.sqrt(Math.max(0, squareOf(cone)))];
    if (Math.abs(distance - radius) <= 1e-9 * radius) break;
    if (distance > radius) high = mu;
    else low = mu;
    const next = mu - ((distance - radius) * distance) / sum;
    mu = next > low && next < high ? next : (low + high) / 2;
  }
  if (distance < SMALLEST * sum) return weights.fill(0);
  for (let i = 0; i < m; i++) weights[i] += (x[i] * radius) / (distance * m);
  return weights;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** ‖z - z₀‖² = xᵀ(J z - J z₀). */
function squareOf({ x, t, start }: DualCone): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * (t[i] - start[i]);
  return sum;
}
