/** @file GradDrop: every parameter listens to one sign only, drawn by how strongly the gradients agree on it. */
import type { RandomSource } from "./context.ts";

/** Lines 10 to 15 of algorithm 1 (Chen et al. 2020), with the identity for f and one leak for all rows. */
export function gradDrop(
  jacobian: Float64Array,
  m: number,
  n: number,
  random: RandomSource,
  leak: number,
): Float64Array {
  const draws = new Float32Array(n);
  random.uniform(draws);
  const direction = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let positive = 0;
    let negative = 0;
    for (let i = 0; i < m; i++) {
      const value = jacobian[i * n + k];
      // Not `else`: NaN has to reach the sums.
      if (!(value <= 0)) positive += value;
      if (!(value >= 0)) negative += value;
    }
    // ½(1 + Σg / Σ|g|). Where all are 0 it is NaN, and neither sign is kept.
    const purity = 0.5 * (1 + (positive + negative) / (positive - negative));
    // What is not kept counts 0 times, and 0 times infinity is NaN.
    if (!Number.isFinite(positive - negative)) direction[k] = Number.NaN;
    else if (purity > draws[k]) direction[k] = positive;
    else if (purity < draws[k]) direction[k] = negative;
    if (leak > 0) direction[k] = leak * (positive + negative) + (1 - leak) * direction[k];
  }
  return direction;
}
