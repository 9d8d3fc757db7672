/** @file MGDA: the shortest vector among all averages of the gradients. */
import { product, refuseNonFinite } from "./gramian.ts";

/** TorchJD's defaults: the step below which Frank-Wolfe ends, and how many steps it takes at most. */
const SMALLEST_STEP = 1e-3;
const MOST_STEPS = 100;

/** The least αᵀGα over the simplex, by Frank-Wolfe from the mean (Sener and Koltun 2018, algorithm 2). */
export function mgda(gramian: Float64Array, m: number): Float64Array {
  refuseNonFinite("MGDA", gramian, m);
  const alpha = new Float64Array(m).fill(1 / m);
  const inner = product(gramian, m, alpha);
  for (let step = 0; step < MOST_STEPS; step++) {
    let least = 0;
    for (let i = 1; i < m; i++) if (inner[i] < inner[least]) least = i;
    let b = 0;
    for (let i = 0; i < m; i++) b += alpha[i] * inner[i];
    const gamma = stepTo(inner[least], b, gramian[least * m + least]);
    for (let i = 0; i < m; i++) {
      alpha[i] *= 1 - gamma;
      inner[i] = (1 - gamma) * inner[i] + gamma * gramian[least * m + i];
    }
    alpha[least] += gamma;
    if (gamma < SMALLEST_STEP) break;
  }
  return alpha;
}

/** How far to go from a point with square b to one with square c, a being their inner product, to be nearest to 0. */
function stepTo(a: number, b: number, c: number): number {
  if (c <= a) return 1;
  if (b <= a) return 0;
  return (b - a) / (b + c - 2 * a);
}
