/** @file PCGrad: each gradient in turn gives up what points against the others, met in random order. */
import { refuseBeyondBudget } from "./budget.ts";
import type { RandomSource } from "./context.ts";
import { inverseLengths, refuseNonFinite } from "./gramian.ts";
import { LowRank } from "./low-rank.ts";

/** The unit gradients are described to this share of them: next to rounding. */
const TOLERANCE = 1e-14;

const units = new LowRank();

/** For each i: g_i loses its component along g_j wherever that is negative, j in random order; then the sum (Yu et al. 2020, algorithm 1). */
export function pcgrad(gramian: Float64Array, m: number, random: RandomSource): Float64Array {
  refuseNonFinite("PCGrad", gramian, m);
  const inverse = inverseLengths(gramian, m);
  units.factorize("PCGrad", gramian, m, inverse, TOLERANCE);
  const { rows, rank } = units;
  refuseBeyondBudget("PCGrad", m, m * m * rank);
  const weights = new Float64Array(m);
  const vector = new Float64Array(rank);
  for (let i = 0; i < m; i++) {
    weights[i] += 1;
    // In units of its own length: so every inner product is a cosine.
    for (let k = 0; k < rank; k++) vector[k] = rows[i * rank + k];
    const length = inverse[i] > 0 ? 1 / inverse[i] : 0;
    const order = random.permutation(m);
    for (let place = 0; place < m; place++) {
      const j = order[place];
      if (j === i) continue;
      const row = j * rank;
      let inner = 0;
      for (let k = 0; k < rank; k++) inner += rows[row + k] * vector[k];
      if (inner >= 0) continue;
      for (let k = 0; k < rank; k++) vector[k] -= inner * rows[row + k];
      weights[j] -= inner * length * inverse[j];
    }
  }
  return weights;
}
