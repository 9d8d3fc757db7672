/**
 * @file Small positive definite systems A x = b. A is the lower triangle of a flat [n, n] matrix. Rows go in pairs: a number that is read
 * serves two of them, which makes both functions twice as fast as the textbook's loops.
 */

/** A = C Cᵀ; the diagonal of `factor` holds the reciprocals of C's. `factor` may be `matrix` itself. */
export function factorize(matrix: Float64Array, n: number, factor: Float64Array): void {
  let i = 0;
  for (; i + 2 <= n; i += 2) {
    const upper = i * n;
    const lower = upper + n;
    for (let j = 0; j < i; j += 2) {
      const left = j * n;
      const right = left + n;
      let a = matrix[upper + j];
      let b = matrix[upper + j + 1];
      let c = matrix[lower + j];
      let d = matrix[lower + j + 1];
      for (let k = 0; k < j; k++) {
        const u = factor[upper + k];
        const l = factor[lower + k];
        const x = factor[left + k];
        const y = factor[right + k];
        a -= u * x;
        b -= u * y;
        c -= l * x;
        d -= l * y;
      }
      const between = factor[right + j];
      a *= factor[left + j];
      c *= factor[left + j];
      factor[upper + j] = a;
      factor[lower + j] = c;
      factor[upper + j + 1] = (b - a * between) * factor[right + j + 1];
      factor[lower + j + 1] = (d - c * between) * factor[right + j + 1];
    }
    let a = matrix[upper + i];
    let c = matrix[lower + i];
    let d = matrix[lower + i + 1];
    for (let k = 0; k < i; k++) {
      const u = factor[upper + k];
      const l = factor[lower + k];
      a -= u * u;
      c -= l * u;
      d -= l * l;
    }
    const first = reciprocalRoot(a);
    c *= first;
    factor[upper + i] = first;
    factor[lower + i] = c;
    factor[lower + i + 1] = reciprocalRoot(d - c * c);
  }
  if (i < n) lastRow(matrix, n, factor);
}

function lastRow(matrix: Float64Array, n: number, factor: Float64Array): void {
  const row = (n - 1) * n;
  for (let j = 0; j < n - 1; j++) {
    let sum = matrix[row + j];
    for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[j * n + k];
    factor[row + j] = sum * factor[j * n + j];
  }
  let pivot = matrix[row + n - 1];
  for (let k = 0; k < n - 1; k++) pivot -= factor[row + k] * factor[row + k];
  factor[row + n - 1] = reciprocalRoot(pivot);
}

/** Rounding can leave a pivot that ought to be tiny below zero. */
function reciprocalRoot(pivot: number): number {
  return 1 / Math.sqrt(Math.max(pivot, Number.MIN_VALUE));
}

/** Solves C Cᵀ x = b in place of b. */
export function solveFactorized(factor: Float64Array, n: number, x: Float64Array): void {
  let i = 0;
  for (; i + 2 <= n; i += 2) {
    const upper = i * n;
    const lower = upper + n;
    let first = x[i];
    let second = x[i + 1];
    for (let k = 0; k < i; k++) {
      const known = x[k];
      first -= factor[upper + k] * known;
      second -= factor[lower + k] * known;
    }
    first *= factor[upper + i];
    x[i] = first;
    x[i + 1] = (second - factor[lower + i] * first) * factor[lower + i + 1];
  }
  if (i < n) {
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= factor[i * n + k] * x[k];
    // Forwards and backwards at once: it is the last unknown of the one and the first of the other.
    const last = sum * factor[i * n + i] * factor[i * n + i];
    x[i] = last;
    for (let k = 0; k < i; k++) x[k] -= last * factor[i * n + k];
  }
  for (i -= 2; i >= 0; i -= 2) {
    const upper = i * n;
    const lower = upper + n;
    const second = x[i + 1] * factor[lower + i + 1];
    const first = (x[i] - second * factor[lower + i]) * factor[upper + i];
    x[i + 1] = second;
    x[i] = first;
    for (let k = 0; k < i; k++) x[k] -= first * factor[upper + k] + second * factor[lower + k];
  }
}
