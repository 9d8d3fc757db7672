/** @file The eigenvalues of a Gramian that count, and powers of it over them: what pseudo-inverses and balanced steps are made of. */
import { refuseBeyondBudget } from "./budget.ts";
import { eigenOf } from "./eigen.ts";
import { LowRank } from "./low-rank.ts";

/** A lane trains in float32, and PyTorch's cut-offs follow the dtype. */
export const FLOAT32_EPSILON = 2 ** -23;

/** How much smaller than the smallest eigenvalue that counts the part of the matrix may be that is left out before. */
const MARGIN = 1e-4;

const low = new LowRank();

/**
 * The Gramian with rows and columns multiplied by `scales`, over its eigenvalues above `cutoff` times the largest. G = L Lᵀ with few columns,
 * and LᵀL has the eigenvalues of L Lᵀ: so what costs a cube is done on a small matrix.
 */
export class Spectrum {
  readonly #m: number;
  readonly #rank: number;
  readonly #rows: Float64Array;
  /** Eigenvectors of LᵀL, one a row, and their eigenvalues. */
  readonly #vectors: readonly Float64Array[];
  readonly values: readonly number[];

  constructor(op: string, gramian: Float64Array, m: number, scales: Float64Array, cutoff: number) {
    low.factorize(op, gramian, m, scales, cutoff * MARGIN);
    const { rank, rows } = low;
    refuseBeyondBudget(op, m, (m + 10 * rank) * rank * rank);
    this.#m = m;
    this.#rank = rank;
    this.#rows = rows.slice(0, m * rank);
    const { values, vectors } = eigenOf(innerProducts(this.#rows, m, rank), rank);
    const largest = values.reduce((a, b) => Math.max(a, b), 0);
    const kept = [...values.keys()].filter((k) => values[k] > cutoff * largest);
    this.values = kept.map((k) => values[k]);
    this.#vectors = kept.map((k) => Float64Array.from({ length: rank }, (_, i) => vectors[i * rank + k]));
  }

  /** V Λᵖ Vᵀ v over the eigenvalues that count. V is L Q Λ^-½, where Q holds the eigenvectors of LᵀL. */
  power(exponent: number, vector: Float64Array): Float64Array {
    const [m, rank, rows] = [this.#m, this.#rank, this.#rows];
    const inside = new Float64Array(rank);
    for (let i = 0; i < m; i++) for (let k = 0; k < rank; k++) inside[k] += rows[i * rank + k] * vector[i];
    const turned = new Float64Array(rank);
    this.#vectors.forEach((q, place) => {
      let inner = 0;
      for (let k = 0; k < rank; k++) inner += q[k] * inside[k];
      const weight = inner * this.values[place] ** (exponent - 1);
      for (let k = 0; k < rank; k++) turned[k] += weight * q[k];
    });
    const result = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += rows[i * rank + k] * turned[k];
      result[i] = sum;
    }
    return result;
  }
}

/** LᵀL. */
function innerProducts(rows: Float64Array, m: number, rank: number): Float64Array {
  const result = new Float64Array(rank * rank);
  for (let i = 0; i < m; i++) {
    for (let a = 0; a < rank; a++) {
      const factor = rows[i * rank + a];
      for (let b = 0; b <= a; b++) result[a * rank + b] += factor * rows[i * rank + b];
    }
  }
  for (let a = 0; a < rank; a++) for (let b = 0; b < a; b++) result[b * rank + a] = result[a * rank + b];
  return result;
}
