/**
 * @file Projections onto the dual cone {z : J z >= 0}: the steps that make no component worse. The heart of UPGrad, DualProj and CAGrad.
 *
 * For a start z₀ = Jᵀu this finds z = Jᵀy with y = u + x, x >= 0, at the minimum of ½‖z - z₀‖² + ½‖min(0, Jz + shift)‖² / ridge; in the
 * Gramian's words, the least yᵀ(G + ridge·I)y with y >= u. x is nonzero where a row would lose: x = max(0, -(t + shift) / ridge) with t = J z.
 * Once it is known which rows these are (`free`), x solves a linear system. So: guess, solve, flip what has the wrong sign, until nothing has.
 *
 * The system is solved in whichever space is smaller: that of the free rows, or, as G ≈ L Lᵀ with few columns, that of L's columns, where
 * M = ridge·I + Σ L_j L_jᵀ over the free rows, and a row that changes is one rank-one term more or less. Projections of similar rows
 * have nearly the same free rows: taken one after another each begins where the last ended.
 */
import { refuseBeyondBudget } from "./budget.ts";
import { factorize, solveFactorized } from "./cholesky.ts";
import { LowRank } from "./low-rank.ts";

/** L may leave out this much of the ridge: less than float32 rounds off G. */
const TOLERANCE = 1e-4;

/** With fewer free rows than this the space of L cannot be the smaller one by enough to pay for finding L. */
const FEW_FREE = 8;

/** Flipping all wrong signs at once nearly always gets there in a few rounds. If it does not get better for this many, one at a time. */
const PATIENCE = 10;
const MOST_ROUNDS = 200;

/** `aim(EVERY)`: at the sum of all rows. */
export const EVERY = -1;

export class DualCone {
  /** After `project`: J z, the rows' inner products with the result (0 for the row that was projected). */
  t = new Float64Array(0);
  /** After `project`: which rows hold the result back, and how strongly: x is 0 elsewhere. */
  free = new Uint8Array(0);
  x = new Float64Array(0);
  /** J z₀ of the last projection. */
  start = new Float64Array(0);

  readonly #op: string;
  readonly #low = new LowRank();
  #isLow = false;
  #gramian: Float64Array = new Float64Array(0);
  #m = 0;
  #scale = 1;
  #ridge = 1;
  #work = 0;
  #from = EVERY;
  #tolerance = 0;
  #scales = new Float64Array(0);
  /** M, the rows in it, and its factor. */
  #inner = new Float64Array(0);
  #inInner = new Uint8Array(0);
  #factor = new Float64Array(0);
  #isFactored = false;
  #z = new Float64Array(0);
  /** The system over the free rows, and its unknowns. */
  #system = new Float64Array(0);
  #unknown = new Float64Array(0);
  /** Lists of rows: those that are free, those that change. */
  #list = new Int32Array(0);

  constructor(op: string) {
    this.#op = op;
  }

  /** From here on J Jᵀ = scale·G. No row is free. */
  load(gramian: Float64Array, m: number, scale: number, ridge: number): void {
    if (this.t.length !== m) {
      this.t = new Float64Array(m);
      this.x = new Float64Array(m);
      this.start = new Float64Array(m);
      this.free = new Uint8Array(m);
      this.#inInner = new Uint8Array(m);
      this.#scales = new Float64Array(m);
      this.#list = new Int32Array(m + 1);
      this.#unknown = new Float64Array(m);
    }
    this.#gramian = gramian;
    this.#m = m;
    this.#scale = scale;
    this.#ridge = ridge;
    this.#isLow = false;
    this.#work = 0;
    this.free.fill(0);
  }

  /** Lets the memory of the caller's matrix go. */
  unload(): void {
    this.#gramian = new Float64Array(0);
  }

  /** What to project from here on: z₀ is row `from`, or the sum of all rows for `EVERY`. */
  aim(from: number): void {
    const m = this.#m;
    const gramian = this.#gramian;
    const scale = this.#scale;
    const { start } = this;
    this.#from = from;
    let largest = 0;
    for (let j = 0; j < m; j++) {
      let sum = 0;
      if (from === EVERY) for (let k = 0; k < m; k++) sum += gramian[j * m + k];
      else sum = gramian[from * m + j];
      start[j] = scale * sum;
      largest = Math.max(largest, Math.abs(start[j]));
    }
    if (from !== EVERY) this.free[from] = 0;
    // x is to be good to nine digits, as far as rounding in t allows.
    this.#tolerance = Math.max(1e-9 * this.#ridge, 1e-15 * largest);
  }

  /** Sets `t`, `free` and `x`. */
  project(shift: number): void {
    const m = this.#m;
    const { free, t, x } = this;
    const list = this.#list;
    const tolerance = this.#tolerance;
    let fewest = m + 1;
    let patience = PATIENCE;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.#solve(shift);
      // A row needs no holding back from its own projection: were x there positive, all of z would be 0.
      if (this.#from !== EVERY) t[this.#from] = 0;
      let wrong = 0;
      // Whether a row is free is a coin toss to the processor: so no branch on it, here and below.
      for (let j = 0; j < m; j++) if ((t[j] + shift) * (2 * free[j] - 1) > tolerance) list[wrong++] = j;
      if (wrong === 0) break;
      patience = wrong < fewest ? PATIENCE : patience - 1;
      fewest = Math.min(fewest, wrong);
      // One at a time, the last one first, ends for certain (Murty 1974), if slowly.
      for (let k = patience < 0 ? wrong - 1 : 0; k < wrong; k++) free[list[k]] ^= 1;
    }
    const inverse = 1 / this.#ridge;
    for (let j = 0; j < m; j++) x[j] = Math.max(0, -(t[j] + shift) * inverse) * free[j];
  }

  /** t for the rows that are free now. */
  #solve(shift: number): void {
    const m = this.#m;
    const { free } = this;
    const list = this.#list;
    const held = this.#inInner;
    let count = 0;
    let changes = 0;
    for (let j = 0; j < m; j++) {
      list[count] = j;
      count += free[j];
      changes += free[j] ^ held[j];
    }
    if (count > FEW_FREE && !this.#isLow) changes = this.#findLow(count);
    const overRows = (count * count * count) / 3 + count * (2 * count + 1.3 * m);
    const overColumns = this.#isLow ? this.#workOverColumns(changes) : Number.POSITIVE_INFINITY;
    this.#work += Math.min(overRows, overColumns) + 8 * m;
    refuseBeyondBudget(this.#op, m, this.#work);
    if (overRows <= overColumns) this.#solveOverRows(count, shift);
    else this.#solveOverColumns(shift, changes);
  }

  /** In multiplications, weighted by how long they take in loops of this length: measured. */
  #workOverColumns(changes: number): number {
    const { rank } = this.#low;
    const refactoring = changes > 0 || !this.#isFactored ? (rank * rank * rank) / 3 : 0;
    return refactoring + (changes * rank * rank) / 2 + rank * (2 * rank + this.#m);
  }

  /** (G_FF + ridge·I) x = -(t₀ + shift) over the free rows F, then t = t₀ + G_F x. */
  #solveOverRows(count: number, shift: number): void {
    const m = this.#m;
    const gramian = this.#gramian;
    const scale = this.#scale;
    const ridge = this.#ridge;
    const list = this.#list;
    const { t } = this;
    if (this.#system.length < count * count) this.#system = new Float64Array(2 * count * count);
    const system = this.#system;
    const unknown = this.#unknown;
    for (let a = 0; a < count; a++) {
      const row = list[a] * m;
      for (let b = 0; b < a; b++) system[a * count + b] = scale * gramian[row + list[b]];
      system[a * count + a] = scale * gramian[row + list[a]] + ridge;
      unknown[a] = -(this.start[list[a]] + shift);
    }
    factorize(system, count, system);
    solveFactorized(system, count, unknown);
    t.set(this.start);
    for (let a = 0; a < count; a++) {
      const row = list[a] * m;
      const weight = scale * unknown[a];
      for (let j = 0; j < m; j++) t[j] += weight * gramian[row + j];
    }
    for (let a = 0; a < count; a++) t[list[a]] = -ridge * unknown[a] - shift;
  }

  /** M z = ridge·z₀ - shift·Σ L_j over the free rows, then t = L z. */
  #solveOverColumns(shift: number, changes: number): void {
    if (changes > 0) this.#update();
    const { rows, rank } = this.#low;
    if (changes > 0 || !this.#isFactored) factorize(this.#inner, rank, this.#factor);
    this.#isFactored = true;
    const z = this.#z;
    const from = this.#from;
    if (from !== EVERY && shift === 0) for (let k = 0; k < rank; k++) z[k] = this.#ridge * rows[from * rank + k];
    else this.#sumOfRows(shift);
    solveFactorized(this.#factor, rank, z);
    multiply(rows, this.#m, rank, z, this.t);
  }

  #sumOfRows(shift: number): void {
    const from = this.#from;
    const { rows, rank } = this.#low;
    this.#z.fill(0);
    for (let j = 0; j < this.#m; j++) {
      const weight = (from === EVERY || j === from ? this.#ridge : 0) - (this.free[j] === 1 ? shift : 0);
      for (let k = 0; k < rank; k++) this.#z[k] += weight * rows[j * rank + k];
    }
  }

  /** Brings M from the rows that it holds to those that are free. */
  #update(): void {
    const { free } = this;
    const held = this.#inInner;
    const list = this.#list;
    let changes = 0;
    for (let j = 0; j < this.#m; j++) {
      list[changes] = j;
      changes += free[j] ^ held[j];
    }
    const { rows, rank } = this.#low;
    for (let k = 0; k < changes; k += 4) addTerms(this.#inner, rows, rank, list, k, Math.min(4, changes - k), free);
    held.set(free);
  }

  /** Returns how many of the `count` free rows M lacks: all. */
  #findLow(count: number): number {
    const m = this.#m;
    this.#scales.fill(Math.sqrt(this.#scale));
    this.#low.factorize(this.#op, this.#gramian, m, this.#scales, TOLERANCE * this.#ridge);
    const { rank } = this.#low;
    this.#work += m * rank * rank;
    if (this.#z.length !== rank) {
      this.#z = new Float64Array(rank);
      // One row more: addTerms writes in pairs of rows.
      this.#inner = new Float64Array((rank + 1) * rank);
      this.#factor = new Float64Array(rank * rank);
    }
    this.#inner.fill(0);
    for (let k = 0; k < rank; k++) this.#inner[k * rank + k] = this.#ridge;
    this.#inInner.fill(0);
    this.#isFactored = false;
    this.#isLow = true;
    return count;
  }
}

/** t = L z, four rows at a time: one pass over z for each four. */
function multiply(rows: Float64Array, m: number, rank: number, z: Float64Array, t: Float64Array): void {
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
    for (let k = 0; k < rank; k++) {
      const value = z[k];
      s0 += rows[r0 + k] * value;
      s1 += rows[r1 + k] * value;
      s2 += rows[r2 + k] * value;
      s3 += rows[r3 + k] * value;
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
