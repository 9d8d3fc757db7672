/** @file Aggregators for gradients of which some may be anything: Krum, the trimmed mean. */
import { EngineError } from "../tensor/errors.ts";
import { refuseNonFinite } from "./gramian.ts";

/** The mean of the `selected` gradients that are nearest to their m − `byzantine` − 2 nearest others (Blanchard et al. 2017). */
export function krum(gramian: Float64Array, m: number, byzantine: number, selected: number): Float64Array {
  needs("Krum", m, Math.max(byzantine + 3, selected), byzantine + 3 >= selected ? "n_byzantine + 3" : "n_selected");
  refuseNonFinite("Krum", gramian, m);
  const nearest = m - byzantine - 2;
  const scores = Float64Array.from({ length: m }, (_, i) => {
    const distances = Float64Array.from({ length: m }, (_, j) =>
      Math.sqrt(Math.max(0, gramian[i * m + i] + gramian[j * m + j] - 2 * gramian[i * m + j])),
    ).sort();
    // The first of them is its own, 0.
    return distances.subarray(1, nearest + 1).reduce((sum, distance) => sum + distance, 0);
  });
  const weights = new Float64Array(m);
  const order = [...scores.keys()].sort((a, b) => scores[a] - scores[b] || a - b);
  for (const i of order.slice(0, selected)) weights[i] = 1 / selected;
  return weights;
}

/** Of every parameter the mean without its `trimmed` largest and smallest gradients (Yin et al. 2018). */
export function trimmedMean(jacobian: Float64Array, m: number, n: number, trimmed: number): Float64Array {
  needs("TrimmedMean", m, 2 * trimmed + 1, "2 trim_number + 1");
  const direction = new Float64Array(n);
  const column = new Float64Array(m);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < m; i++) column[i] = jacobian[i * n + k];
    // NaN comes last, as torch.sort has it.
    column.sort();
    let sum = 0;
    for (let i = trimmed; i < m - trimmed; i++) sum += column[i];
    direction[k] = sum / (m - 2 * trimmed);
  }
  return direction;
}

function needs(op: string, m: number, least: number, why: string): void {
  if (m >= least) return;
  throw new EngineError({
    type: "ValueError",
    code: "argument",
    op,
    message: `${op}: takes at least ${least} components (${why}), got ${m}`,
    hint: "Lower its numbers, return more components, or choose another aggregator.",
  });
}
