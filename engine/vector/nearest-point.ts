/** @file The point of a convex hull that is nearest to the origin, exactly: Wolfe's algorithm (1976), on inner products alone. */
import { factorize, solveFactorized } from "./cholesky.ts";

/** How far below the nearest point's square an inner product has to be to count, relative to the largest square: rounding. */
const TOLERANCE = 1e-14;

/** Each round adds a point; one that goes rarely comes back. */
const mostRounds = (m: number) => 10 * m + 100;

/**
 * For the hull of the points g_i + ρo, where o is another point: given the products g_i·g_j, g_i·o and o·o. Where ρ moves little from one
 * `find` to the next, the second begins next to its end.
 */
export class NearestPoint {
  /** The points that it combines, and their weights: positive, with the sum 1. */
  readonly corral: number[] = [];
  readonly weights: number[] = [];
  readonly #products: Float64Array;
  readonly #m: number;
  readonly #toOther: Float64Array;
  readonly #otherSquare: number;
  #rho = 0;
  #largest = 0;
  /** The inner product of each point with the combination. */
  readonly #along: Float64Array;

  constructor(products: Float64Array, m: number, toOther: Float64Array, otherSquare: number) {
    this.#products = products;
    this.#m = m;
    this.#toOther = toOther;
    this.#otherSquare = otherSquare;
    this.#along = new Float64Array(m);
  }

  find(rho: number): void {
    this.#rho = rho;
    this.#measure();
    const along = this.#along;
    this.#settle();
    for (let round = 0; round < mostRounds(this.#m); round++) {
      this.#project();
      const square = this.corral.reduce((sum, i, place) => sum + this.weights[place] * along[i], 0);
      let next = 0;
      for (let j = 1; j < this.#m; j++) if (along[j] < along[next]) next = j;
      if (along[next] >= square - TOLERANCE * this.#largest || this.corral.includes(next)) return;
      this.#add(next, 0);
      this.#settle();
    }
  }

  /** ‖Σ w_i g_i‖: the combination without the other point. */
  norm(): number {
    let sum = 0;
    this.corral.forEach((i, a) => {
      this.corral.forEach((j, b) => {
        sum += this.weights[a] * this.weights[b] * this.#products[i * this.#m + j];
      });
    });
    return Math.sqrt(Math.max(0, sum));
  }

  #inner(i: number, j: number): number {
    const shifted = this.#toOther[i] + this.#toOther[j] + this.#rho * this.#otherSquare;
    return this.#products[i * this.#m + j] + this.#rho * shifted;
  }

  #measure(): void {
    this.#largest = 0;
    let shortest = 0;
    for (let i = 0; i < this.#m; i++) {
      this.#largest = Math.max(this.#largest, this.#inner(i, i));
      if (this.#inner(i, i) < this.#inner(shortest, shortest)) shortest = i;
    }
    if (this.corral.length === 0) this.#add(shortest, 1);
  }

  #add(point: number, weight: number): void {
    this.corral.push(point);
    this.weights.push(weight);
  }

  #project(): void {
    const m = this.#m;
    const products = this.#products;
    const along = this.#along;
    const toOther = this.#toOther;
    const rho = this.#rho;
    let constant = rho * rho * this.#otherSquare;
    this.corral.forEach((i, place) => {
      constant += rho * this.weights[place] * toOther[i];
    });
    for (let j = 0; j < m; j++) along[j] = constant + rho * toOther[j];
    this.corral.forEach((i, place) => {
      const weight = this.weights[place];
      const row = i * m;
      for (let j = 0; j < m; j++) along[j] += weight * products[row + j];
    });
  }

  /** Goes to the nearest point of the plane through the corral, and drops what it would need less than nothing of. */
  #settle(): void {
    while (this.corral.length > 1) {
      const wanted = this.#nearestOfPlane();
      if (wanted.every((weight) => weight > 0)) {
        wanted.forEach((weight, place) => {
          this.weights[place] = weight;
        });
        return;
      }
      this.#goTowards(wanted);
    }
    this.weights[0] = 1;
  }

  /** As far as no weight falls below 0; the point whose weight does first is dropped. */
  #goTowards(wanted: Float64Array): void {
    let share = 1;
    wanted.forEach((weight, place) => {
      const now = this.weights[place];
      if (weight <= 0) share = Math.min(share, now / (now - weight));
    });
    let [gone, smallest] = [0, Number.POSITIVE_INFINITY];
    wanted.forEach((weight, place) => {
      this.weights[place] += share * (weight - this.weights[place]);
      if (weight <= 0 && this.weights[place] < smallest) [smallest, gone] = [this.weights[place], place];
    });
    this.corral.splice(gone, 1);
    this.weights.splice(gone, 1);
  }

  /** Weights with the sum 1, of any sign: with P the inner products, (1 1ᵀ + P) u = 1, and u divided by its sum. */
  #nearestOfPlane(): Float64Array {
    const { corral } = this;
    const size = corral.length;
    const system = new Float64Array(size * size);
    // Any positive number does for the ones of 1 1ᵀ; one as large as the squares keeps the system in balance.
    const one = this.#largest || 1;
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++) system[a * size + b] = one + this.#inner(corral[a], corral[b]);
    const u = new Float64Array(size).fill(1);
    factorize(system, size, system);
    solveFactorized(system, size, u);
    const sum = u.reduce((a, b) => a + b, 0);
    return u.map((value) => value / sum);
  }
}
