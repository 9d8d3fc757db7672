/** @file CAGrad: of all steps near the mean, the one whose worst component gains most. */
import { product, refuseNonFinite, traceOf } from "./gramian.ts";
import { NearestPoint } from "./nearest-point.ts";

/** TorchJD's norm_eps: below it the trace of G counts as zero, and a combination of the gradients as none. */
const SMALLEST = 1e-4;
const MOST_ROUNDS = 60;

/**
 * The d within c‖g₀‖ of the mean g₀ whose least g_i·d is largest (Liu et al. 2021): d = g₀ + s g_w / ‖g_w‖ with s = c‖g₀‖, where g_w is
 * the average of the gradients that minimises g_w·g₀ + s‖g_w‖. All with G relative to its trace; 0 where g_w is next to 0, near the Pareto front.
 *
 * That minimum is also the one of ‖g_w + ρg₀‖ for ρ = ‖g_w‖ / s: so it is a nearest point of the hull of the g_i + ρg₀, with the ρ to be
 * found at which ‖g_w‖ - sρ changes its sign.
 */
export function cagrad(gramian: Float64Array, m: number, c: number): Float64Array {
  refuseNonFinite("CAGrad", gramian, m);
  const none = new Float64Array(m);
  const trace = traceOf(gramian, m);
  if (trace < SMALLEST) return none;
  const g = gramian.map((value) => value / trace);
  const mean = new Float64Array(m).fill(1 / m);
  const toMean = product(g, m, mean);
  const square = toMean.reduce((sum, value) => sum + value / m, 0);
  const s = c * Math.sqrt(Math.max(0, square));
  if (c === 0 && leastNorm(g, m, toMean) < SMALLEST) return none;
  if (s === 0) return mean;
  const point = new NearestPoint(g, m, toMean, square);
  search(point, s, 1 / c);
  const norm = point.norm();
  if (norm < SMALLEST) return none;
  point.corral.forEach((i, place) => {
    mean[i] += (s / norm) * point.weights[place];
  });
  return mean;
}

/** ‖g_w‖ where c is 0: the gradients that gain least from the mean, averaged. One that is 0 itself then stops the step. */
function leastNorm(g: Float64Array, m: number, toMean: Float64Array): number {
  const least = Math.min(...toMean);
  const last = [...toMean.keys()].filter((i) => (toMean[i] ?? 0) - least < 1e-12);
  const square = last.reduce((sum, i) => sum + last.reduce((row, j) => row + (g[i * m + j] ?? 0), 0), 0);
  return Math.sqrt(Math.max(0, square)) / last.length;
}

/** Brings `point` to the minimum. ρ is near `guess` where the gradients agree: there ‖g_w‖ is about ‖g₀‖. */
function search(point: NearestPoint, s: number, guess: number): void {
  const excess = (rho: number): number => {
    point.find(rho);
    const difference = point.norm() - s * rho;
    return Math.abs(difference) <= 1e-10 * s * rho ? 0 : difference;
  };
  const start: End = [guess, excess(guess)];
  let [from, to] = [start, start];
  // No average is longer than the longest gradient, so that the first of these ends.
  while (to[1] > 0) [from, to] = [to, [2 * to[0], excess(2 * to[0])]];
  while (from[1] < 0 && s * from[0] > SMALLEST / 10) [from, to] = [[from[0] / 4, excess(from[0] / 4)], from];
  if (from[1] > 0 && to[1] < 0) between(excess, from, to);
}

type End = readonly [rho: number, excess: number];

/** The Illinois method: secants between two ends whose excesses differ in sign; the one that stays twice counts half, lest it stay for good. */
function between(excess: (rho: number) => number, from: End, to: End): void {
  let [[low, below], [high, above]] = [from, to];
  let stayed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rho = (low * above - high * below) / (above - below);
    const value = excess(rho);
    if (value === 0) return;
    if (value > 0) {
      [low, below] = [rho, value];
      if (stayed === 1) above /= 2;
      stayed = 1;
    } else {
      [high, above] = [rho, value];
      if (stayed === -1) below /= 2;
      stayed = -1;
    }
  }
}
