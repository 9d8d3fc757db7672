/** @file An order in which neighbours are alike. */
import { inverseLengths } from "./gramian.ts";

/** Begins with row 0 and goes on to the row, of those left, with the largest cosine to the one before. */
export function chainOf(gramian: Float64Array, m: number): Int32Array {
  const order = new Int32Array(m);
  for (let i = 1; i < m; i++) order[i] = i;
  const inverse = inverseLengths(gramian, m);
  for (let place = 1; place < m; place++) {
    const row = order[place - 1] * m;
    let best = place;
    let cosine = Number.NEGATIVE_INFINITY;
    for (let k = place; k < m; k++) {
      const candidate = order[k];
      const value = gramian[row + candidate] * inverse[candidate];
      if (value > cosine) {
        best = k;
        cosine = value;
      }
    }
    const chosen = order[best];
    order[best] = order[place];
    order[place] = chosen;
  }
  return order;
}
