/**
 * @file Projections onto the dual cone {z : J z >= 0}: the steps that make no component worse. The heart of UPGrad and DualProj.
 *
 * For a start z₀ = Jᵀu this finds z = Jᵀy with y = u + x, x >= 0, where yᵀ(G + ridge·I)y is least. x is nonzero where a row would lose:
 * x = max(0, -t / ridge - u) with t = J z. Once it is known which rows these are (`free`), x solves a linear system. So: guess, solve, flip
 * what has the wrong sign, until nothing has. The system is solved in whichever space is smaller: that of the free rows, or that of G's own
 * dimensions. Projections of similar rows have nearly the same free rows: taken one after another, each begins where the last ended.
 * Where many of them have few dimensions, a kernel does all that at once (projections.ts).
 */
import { refuseBeyondBudget } from "./budget.ts";
import { ColumnSystem } from "./column-system.ts";
import { EVERY, type Projection, RowSystem } from "./row-system.ts";

export { EVERY };

/** With fewer free rows than this G's dimensions cannot be so much fewer that finding them pays. */
const FEW_FREE = 8;

/** Flipping all wrong signs at once nearly always gets there in a few rounds. If it does not get better for this many, one at a time. */
const PATIENCE = 10;
const MOST_ROUNDS = 200;

export class DualCone implements Projection {
  gramian: Float64Array = new Float64Array(0);
  m = 0;
  scale = 1;
  ridge = 1;
  from = EVERY;
  /** After `project`: J z, the rows' inner products with the result (0 for the row that was projected). */
  t = new Float64Array(0);
  free = new Uint8Array(0);

  readonly #op: string;
  readonly #rows = new RowSystem();
  readonly #columns: ColumnSystem;
  #hasColumns = false;
  #wrong = new Int32Array(0);
  /** How many rows are free, and how many are not as the column system holds them. */
  #count = 0;
  #changes = 0;
  #work = 0;

  constructor(op: string) {
    this.#op = op;
    this.#columns = new ColumnSystem(op);
  }

  /** From here on J Jᵀ = scale·G, with the trace 1. No row is free. */
  load(gramian: Float64Array, m: number, scale: number, ridge: number): void {
    if (this.t.length !== m) {
      this.t = new Float64Array(m);
      this.free = new Uint8Array(m);
      this.#wrong = new Int32Array(m);
    }
    this.gramian = gramian;
    this.m = m;
    this.scale = scale;
    this.ridge = ridge;
    this.free.fill(0);
    this.#count = 0;
    this.#hasColumns = false;
    this.#work = 0;
  }

  /** Lets go of the caller's matrix. */
  unload(): void {
    this.gramian = new Float64Array(0);
  }

  /** Projects row `from`, u being 1 there and 0 elsewhere, or the sum of all rows for `EVERY`, u being 1. */
  project(from: number): void {
    const { m, free, t, ridge } = this;
    const wrong = this.#wrong;
    const shift = from === EVERY ? ridge : 0;
    // x is to be good to nine digits, as far as rounding in t allows.
    const tolerance = Math.max(1e-9 * ridge, from === EVERY ? 1e-15 * m : 0);
    this.from = from;
    if (from !== EVERY && free[from] === 1) this.#flip(from);
    let fewest = m + 1;
    let patience = PATIENCE;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.#solve();
      // A row needs no holding back from its own projection: were x there positive, all of z would be 0.
      if (from !== EVERY) t[from] = 0;
      let count = 0;
      // Whether a row is free is a coin toss to the processor, so there is no branch on it.
      for (let j = 0; j < m; j++) if ((t[j] + shift) * (2 * free[j] - 1) > tolerance) wrong[count++] = j;
      if (count === 0) break;
      patience = count < fewest ? PATIENCE : patience - 1;
      fewest = Math.min(fewest, count);
      // One at a time, the last one first, ends for certain (Murty 1974), if slowly.
      for (let k = patience < 0 ? count - 1 : 0; k < count; k++) this.#flip(wrong[k]);
    }
  }

  /** Adds x of the last projection to `sums`. */
  addMultipliers(sums: Float64Array): void {
    const { m, free, t } = this;
    const shift = this.from === EVERY ? this.ridge : 0;
    const inverse = 1 / this.ridge;
    for (let j = 0; j < m; j++) sums[j] += Math.max(0, -(t[j] + shift) * inverse) * free[j];
  }

  #flip(j: number): void {
    const now = this.free[j] ^ 1;
    this.free[j] = now;
    this.#count += 2 * now - 1;
    if (this.#hasColumns) this.#changes += now === this.#columns.held[j] ? -1 : 1;
  }

  #solve(): void {
    if (this.#count > FEW_FREE && !this.#hasColumns) {
      this.#work += this.#columns.load(this);
      this.#hasColumns = true;
      this.#changes = this.#count;
    }
    const overRows = this.#rows.cost(this.m, this.#count);
    const overColumns = this.#hasColumns ? this.#columns.cost(this.m, this.#changes) : Number.POSITIVE_INFINITY;
    this.#work += Math.min(overRows, overColumns) + 8 * this.m;
    refuseBeyondBudget(this.#op, this.m, this.#work);
    if (overRows <= overColumns) this.#rows.solve(this, this.#count);
    else {
      this.#columns.solve(this, this.#changes);
      this.#changes = 0;
    }
  }
}
