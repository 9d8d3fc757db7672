/**
 * @file The other way to solve a projection (dual-cone.ts): with G ≈ L Lᵀ, over L's few columns. M = ridge·I + Σ L_j L_jᵀ over the free rows;
 * a row that changes is one rank-one term more or less, so that what one projection ended with is where the next begins.
 */
import { factorize, solveFactorized } from "./cholesky.ts";
import { LEFT_OUT, LowRank } from "./low-rank.ts";
import { EVERY, type Projection } from "./row-system.ts";

export class ColumnSystem {
  readonly #op: string;
  readonly #low = new LowRank();
  #scales = new Float64Array(0);
  #inner = new Float64Array(0);
  #factor = new Float64Array(0);
  #isFactored = false;
  #z = new Float64Array(0);
  #changed = new Int32Array(0);
  /** The rows whose terms M holds. */
  held = new Uint8Array(0);

  constructor(op: string) {
    this.#op = op;
  }

  /** Finds L. M holds no row. Returns how many multiplications that took. */
  load({ gramian, m, scale, ridge }: Projection): number {
    if (this.held.length !== m) {
      this.held = new Uint8Array(m);
      this.#scales = new Float64Array(m);
      this.#changed = new Int32Array(m + 1);
    }
    this.#scales.fill(Math.sqrt(scale));
    this.#low.factorize(this.#op, gramian, m, this.#scales, LEFT_OUT * ridge);
    const { rank } = this.#low;
    if (this.#z.length !== rank) {
      this.#z = new Float64Array(rank);
      this.#factor = new Float64Array(rank * rank);
      // One row more: addTerms writes in pairs of rows.
      this.#inner = new Float64Array((rank + 1) * rank);
    }
    this.#inner.fill(0);
    for (let k = 0; k < rank; k++) this.#inner[k * rank + k] = ridge;
    this.held.fill(0);
    this.#isFactored = false;
    return m * rank * rank;
  }

  /** As RowSystem's, where `changes` rows are not as M holds them. */
  cost(m: number, changes: number): number {
    const { rank } = this.#low;
    const factoring = changes > 0 || !this.#isFactored ? (rank * rank * rank) / 3 : 0;
    return factoring + (changes * rank * rank) / 2 + rank * (2 * rank + m);
  }

  /** M z = ridge·(z₀ - Σ u_j L_j over the free rows), then t = L z. */
  solve(given: Projection, changes: number): void {
    const { m, ridge, from, free, t } = given;
    const { rows, rank } = this.#low;
    if (changes > 0) this.#update(m, free);
    if (changes > 0 || !this.#isFactored) factorize(this.#inner, rank, this.#factor);
    this.#isFactored = true;
    const z = this.#z;
    if (from === EVERY) {
      z.fill(0);
      for (let j = 0; j < m; j++) if (free[j] === 0) for (let k = 0; k < rank; k++) z[k] += ridge * rows[j * rank + k];
    } else for (let k = 0; k < rank; k++) z[k] = ridge * rows[from * rank + k];
    solveFactorized(this.#factor, rank, z);
    multiply(rows, m, rank, z, t);
  }

  /** Brings M from the rows that it holds to those that are free. */
  #update(m: number, free: Uint8Array): void {
    const { held } = this;
    const changed = this.#changed;
    let changes = 0;
    for (let j = 0; j < m; j++) {
      changed[changes] = j;
      changes += free[j] ^ held[j];
    }
    const { rows, rank } = this.#low;
    for (let k = 0; k < changes; k += 4) addTerms(this.#inner, rows, rank, changed, k, Math.min(4, changes - k), free);
    held.set(free);
  }
}

/** t = L z, four rows and two columns at a time. */
function multiply(rows: Float64Array, m: number, rank: number, z: Float64Array, t: Float64Array): void {
  const even = rank & ~1;
  let j = 0;
  for (; j + 4 <= m; j += 4) {
    const r0 = j * rank;
    const r1 = r0 + rank;
    const r2 = r1 + rank;
    const r3 = r2 + rank;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < even; k += 2) {
      const x = z[k];
      const y = z[k + 1];
      s0 += rows[r0 + k] * x + rows[r0 + k + 1] * y;
      s1 += rows[r1 + k] * x + rows[r1 + k + 1] * y;
      s2 += rows[r2 + k] * x + rows[r2 + k + 1] * y;
      s3 += rows[r3 + k] * x + rows[r3 + k + 1] * y;
    }
    if (even < rank) {
      const x = z[even];
      s0 += rows[r0 + even] * x;
      s1 += rows[r1 + even] * x;
      s2 += rows[r2 + even] * x;
      s3 += rows[r3 + even] * x;
    }
    t[j] = s0;
    t[j + 1] = s1;
    t[j + 2] = s2;
    t[j + 3] = s3;
  }
  for (; j < m; j++) {
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += rows[j * rank + k] * z[k];
    t[j] = sum;
  }
}

/** Adds L_j L_jᵀ to M for up to four rows of the list that became free, and takes it away for those that are so no more. */
function addTerms(
  inner: Float64Array,
  rows: Float64Array,
  rank: number,
  list: Int32Array,
  at: number,
  count: number,
  free: Uint8Array,
): void {
  // Where there are fewer than four, the last stands in with weight 0.
  const last = at + count - 1;
  const j0 = list[at];
  const j1 = list[Math.min(at + 1, last)];
  const j2 = list[Math.min(at + 2, last)];
  const j3 = list[last];
  const w0 = free[j0] === 1 ? 1 : -1;
  const w1 = count < 2 ? 0 : free[j1] === 1 ? 1 : -1;
  const w2 = count < 3 ? 0 : free[j2] === 1 ? 1 : -1;
  const w3 = count < 4 ? 0 : free[j3] === 1 ? 1 : -1;
  const r0 = j0 * rank;
  const r1 = j1 * rank;
  const r2 = j2 * rank;
  const r3 = j3 * rank;
  // Two rows of M at a time; the upper of them then gets one number above the diagonal, which nobody reads.
  for (let a = 0; a < rank; a += 2) {
    const next = Math.min(a + 1, rank - 1);
    const f0 = w0 * rows[r0 + a];
    const f1 = w1 * rows[r1 + a];
    const f2 = w2 * rows[r2 + a];
    const f3 = w3 * rows[r3 + a];
    const g0 = w0 * rows[r0 + next];
    const g1 = w1 * rows[r1 + next];
    const g2 = w2 * rows[r2 + next];
    const g3 = w3 * rows[r3 + next];
    const row = a * rank;
    const below = row + rank;
    for (let b = 0; b <= next; b++) {
      const l0 = rows[r0 + b];
      const l1 = rows[r1 + b];
      const l2 = rows[r2 + b];
      const l3 = rows[r3 + b];
      inner[row + b] += f0 * l0 + f1 * l1 + f2 * l2 + f3 * l3;
      inner[below + b] += g0 * l0 + g1 * l1 + g2 * l2 + g3 * l3;
    }
  }
}
