/** @file An order in which neighbours are alike. */
import { inverseLengths } from "./gramian.ts";

/** Begins with row 0 and goes on to the row, of those left, with the largest cosine to the one before. */
export function chainOf(gramian: Float64Array, m: number): Int32Array {
  const order = Int32Array.from({ length: m }, (_, i) => i);
  const inverse = inverseLengths(gramian, m);
  for (let place = 1; place < m; place++) {
    const row = order[place - 1] * m;
    let [best, cosine] = [place, Number.NEGATIVE_INFINITY];
    for (let k = place; k < m; k++) {
      const candidate = order[k];
      const value = gramian[row + candidate] * inverse[candidate];
      if (value > cosine) [best, cosine] = [k, value];
    }
    const chosen = order[best];
    order[best] = order[place];
    order[place] = chosen;
  }
  return order;
}
