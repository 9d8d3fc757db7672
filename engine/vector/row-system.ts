/** @file One of the two ways to solve a projection (dual-cone.ts): over the rows that are free. */
import { factorize, solveFactorized } from "./cholesky.ts";

/** Where the projection starts and what its free rows are, as dual-cone.ts holds them. */
export interface Projection {
  readonly gramian: Float64Array;
  readonly m: number;
  readonly scale: number;
  readonly ridge: number;
  /** u is 1 at this row and 0 elsewhere; `EVERY`: 1 everywhere. */
  readonly from: number;
  /** 1 where a row is free. */
  readonly free: Uint8Array;
  /** J z, the result. */
  readonly t: Float64Array;
}

/** `from`: the sum of all rows. */
export const EVERY = -1;

export class RowSystem {
  #start = new Float64Array(0);
  #list = new Int32Array(0);
  #system = new Float64Array(0);
  #unknown = new Float64Array(0);

  /** In multiplications, weighted by how long they take in loops of this length: measured. */
  cost(m: number, count: number): number {
    return (count * count * count) / 3 + count * (2 * count + 1.3 * m);
  }

  /** (G_FF + ridge·I) x = -(t₀ + ridge·u) over the `count` free rows F, then t = t₀ + G_F x. */
  solve(given: Projection, count: number): void {
    const { gramian, m, scale, ridge, t } = given;
    const shift = given.from === EVERY ? ridge : 0;
    this.#prepare(given, count);
    const list = this.#list;
    const system = this.#system;
    const unknown = this.#unknown;
    for (let a = 0; a < count; a++) {
      const row = list[a] * m;
      for (let b = 0; b < a; b++) system[a * count + b] = scale * gramian[row + list[b]];
      system[a * count + a] = scale * gramian[row + list[a]] + ridge;
      unknown[a] = -(this.#start[list[a]] + shift);
    }
    factorize(system, count, system);
    solveFactorized(system, count, unknown);
    t.set(this.#start);
    for (let a = 0; a < count; a++) {
      const row = list[a] * m;
      const weight = scale * unknown[a];
      for (let j = 0; j < m; j++) t[j] += weight * gramian[row + j];
    }
    // What the free rows come to is known better than sums can tell.
    for (let a = 0; a < count; a++) t[list[a]] = -ridge * unknown[a] - shift;
  }

  /** The list of the free rows, and t₀ = J z₀. */
  #prepare({ gramian, m, scale, from, free }: Projection, count: number): void {
    if (this.#start.length !== m) {
      this.#start = new Float64Array(m);
      this.#list = new Int32Array(m + 1);
      this.#unknown = new Float64Array(m);
    }
    if (this.#system.length < count * count) this.#system = new Float64Array(2 * count * count);
    const start = this.#start;
    const list = this.#list;
    let found = 0;
    for (let j = 0; j < m; j++) {
      list[found] = j;
      found += free[j];
      if (from !== EVERY) start[j] = scale * gramian[from * m + j];
    }
    if (from === EVERY) addRows(gramian, m, scale, start);
  }
}

function addRows(gramian: Float64Array, m: number, scale: number, sums: Float64Array): void {
  for (let j = 0; j < m; j++) {
    let sum = 0;
    for (let k = 0; k < m; k++) sum += gramian[j * m + k];
    sums[j] = scale * sum;
  }
}
