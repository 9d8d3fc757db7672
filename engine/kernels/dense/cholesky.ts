/** @file The Cholesky factor of a symmetric matrix, of which the lower triangle is read. */

export interface Factor {
  readonly lower: Float64Array;
  /** The order of the first leading minor that is not positive, 0 for none. */
  readonly failedAt: number;
}

export function choleskyOf(a: Float64Array, n: number): Factor {
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let square = a[j * n + j];
    for (let k = 0; k < j; k++) square -= lower[j * n + k] ** 2;
    if (!(square > 0)) return { lower, failedAt: j + 1 };
    const root = Math.sqrt(square);
    lower[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = sum / root;
    }
  }
  return { lower, failedAt: 0 };
}
