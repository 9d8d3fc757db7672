/** @file A Gramian as L Lᵀ with few columns: the gradients of similar samples hardly differ, so a few dozen numbers describe each. */
import { refuseBeyondBudget } from "./budget.ts";

/**
 * In projections onto a cone, L may leave out this much of the ridge. A run of UPGrad with batches of 64 then stays within 3e-5 of PyTorch's, which
 * projects with the whole G; with 1e-2 it strays by 2e-4. With 1e-4 a step takes a tenth longer, and the runs are no closer than rounding makes them.
 */
export const LEFT_OUT = 1e-3;

/**
 * L of A ≈ L Lᵀ, where A is the Gramian with rows and columns multiplied by `scales`. Pivoted Cholesky: column by column, each time for the
 * row that is described worst, until what is left of the trace is below `tolerance` of it. Keeps its memory for the next matrix.
 */
export class LowRank {
  /** L by rows: row i has `rank` numbers from i * rank on. */
  rows = new Float64Array(0);
  rank = 0;
  #columns = new Float64Array(0);
  #left = new Float64Array(0);

  factorize(op: string, gramian: Float64Array, m: number, scales: Float64Array, tolerance: number): void {
    if (this.#left.length < m) this.#left = new Float64Array(m);
    const left = this.#left;
    let trace = 0;
    for (let i = 0; i < m; i++) {
      left[i] = gramian[i * m + i] * scales[i] * scales[i];
      trace += left[i];
    }
    let rank = 0;
    for (; rank < m; rank++) {
      let [pivot, sum] = [0, 0];
      for (let i = 0; i < m; i++) {
        sum += left[i];
        if (left[i] > left[pivot]) pivot = i;
      }
      if (sum <= tolerance * trace || left[pivot] <= 0) break;
      refuseBeyondBudget(op, m, m * rank * rank);
      this.#reserve((rank + 1) * m, m * m);
      this.#addColumn(gramian, m, scales, rank, pivot);
    }
    this.#transpose(m, rank);
  }

  #addColumn(gramian: Float64Array, m: number, scales: Float64Array, rank: number, pivot: number): void {
    const columns = this.#columns;
    const left = this.#left;
    const start = rank * m;
    const scale = scales[pivot];
    for (let i = 0; i < m; i++) columns[start + i] = gramian[pivot * m + i] * scale * scales[i];
    for (let k = 0; k < rank; k++) {
      const before = k * m;
      const factor = columns[before + pivot];
      for (let i = 0; i < m; i++) columns[start + i] -= factor * columns[before + i];
    }
    const norm = 1 / Math.sqrt(left[pivot]);
    for (let i = 0; i < m; i++) {
      const value = columns[start + i] * norm;
      columns[start + i] = value;
      left[i] = Math.max(0, left[i] - value * value);
    }
    left[pivot] = 0;
  }

  #reserve(needed: number, most: number): void {
    if (this.#columns.length >= needed) return;
    const grown = new Float64Array(Math.min(most, needed * 2));
    grown.set(this.#columns);
    this.#columns = grown;
  }

  #transpose(m: number, rank: number): void {
    if (this.rows.length < m * rank) this.rows = new Float64Array(m * rank);
    for (let k = 0; k < rank; k++) for (let i = 0; i < m; i++) this.rows[i * rank + k] = this.#columns[k * m + i];
    this.rank = rank;
  }
}
