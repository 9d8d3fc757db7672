/** @file Projections onto a dual cone as plain loops, in the order of simd/cone.ts. */
import type { Kernels } from "../signatures.ts";

const PATIENCE = 10;
const MOST_ROUNDS = 200;
const TOLERANCE = 1e-9;

/** M = Wᵀ D⁻¹ W: W, and D⁻¹ behind it. */
function factorize(inner: Float64Array, n: number): { factor: Float64Array; inverse: Float64Array } {
  const factor = inner.slice();
  const inverse = new Float64Array(n);
  for (let k = 0; k < n; k += 2) {
    const [first, second] = [k * n, (k + 1) * n];
    inverse[k] = 1 / factor[first + k];
    const across = factor[first + k + 1];
    const share = across * inverse[k];
    inverse[k + 1] = 1 / (factor[second + k + 1] - across * share);
    for (let j = k + 2; j < n; j++) factor[second + j] -= share * factor[first + j];
    for (let i = k + 2; i < n; i++) {
      const f = factor[first + i] * inverse[k];
      const g = factor[second + i] * inverse[k + 1];
      for (let j = i & ~1; j < n; j++) factor[i * n + j] -= f * factor[first + j] + g * factor[second + j];
    }
  }
  return { factor, inverse };
}

function solve(factor: Float64Array, inverse: Float64Array, n: number, x: Float64Array): void {
  for (let k = 0; k < n; k += 2) {
    const [first, second] = [k * n, (k + 1) * n];
    x[k] *= inverse[k];
    x[k + 1] = (x[k + 1] - factor[first + k + 1] * x[k]) * inverse[k + 1];
    for (let j = k + 2; j < n; j++) x[j] -= x[k] * factor[first + j] + x[k + 1] * factor[second + j];
  }
  for (let k = n - 2; k >= 0; k -= 2) {
    // Even places and odd ones are added up apart.
    const dot = (row: number) => {
      const sums = [0, 0];
      for (let j = k + 2; j < n; j++) sums[j & 1] += factor[row * n + j] * x[j];
      return sums[0] + sums[1];
    };
    const [above, below] = [dot(k), dot(k + 1)];
    x[k + 1] -= below * inverse[k + 1];
    x[k] -= (above + factor[k * n + k + 1] * x[k + 1]) * inverse[k];
  }
}

export function projections(wide: Float64Array, integers: Int32Array) {
  const projectRows: Kernels["projectRows"] = (rowsAt, m, rank, listAt, count, ridge, sumsAt) => {
    const rows = wide.subarray(rowsAt >> 3, (rowsAt >> 3) + m * rank);
    const sums = wide.subarray(sumsAt >> 3, (sumsAt >> 3) + m);
    const inner = new Float64Array(rank * rank);
    for (let k = 0; k < rank; k++) inner[k * rank + k] = ridge;
    const signs = new Float64Array(m).fill(-1);
    const t = new Float64Array(m);
    const z = new Float64Array(rank);
    const flip = (changed: readonly number[]) => {
      for (const j of changed) signs[j] = -signs[j];
      for (let from = 0; from < changed.length; from += 4) {
        const term = (place: number, a: number, b: number) => {
          if (from + place >= changed.length) return 0;
          const j = changed[from + place];
          return signs[j] * rows[j * rank + a] * rows[j * rank + b];
        };
        for (let a = 0; a < rank; a++) {
          for (let b = a & ~1; b < rank; b++)
            inner[a * rank + b] += term(0, a, b) + term(1, a, b) + (term(2, a, b) + term(3, a, b));
        }
      }
    };
    for (const from of integers.subarray(listAt >> 2, (listAt >> 2) + count)) {
      if (signs[from] > 0) flip([from]);
      let fewest = m + 1;
      let patience = PATIENCE;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const { factor, inverse } = factorize(inner, rank);
        for (let k = 0; k < rank; k++) z[k] = ridge * rows[from * rank + k];
        solve(factor, inverse, rank, z);
        const wrong: number[] = [];
        for (let j = 0; j < m; j++) {
          t[j] = 0;
          for (let k = 0; k < rank; k++) t[j] += z[k] * rows[j * rank + k];
          if (t[j] * signs[j] > TOLERANCE * ridge) wrong.push(j);
        }
        if (wrong.length === 0) break;
        patience = wrong.length < fewest ? PATIENCE : patience - 1;
        fewest = Math.min(fewest, wrong.length);
        flip(patience < 0 ? wrong.slice(-1) : wrong);
      }
      for (let j = 0; j < m; j++) if (signs[j] > 0) sums[j] += Math.max(0, t[j] * (-1 / ridge));
    }
  };
  return {
    projectRows,
    projectionScratch: (m, rank) => 8 * (m * rank + 2 * rank * rank + 2 * rank + 3 * m),
  } satisfies Partial<Kernels>;
}
