/** @file Gaussian elimination with partial pivoting, of n × n numbers row by row. */

export interface Elimination {
  /** U on and above the diagonal, the multipliers of L below. */
  readonly lu: Float64Array;
  /** Row i of the eliminated matrix was row order[i]. */
  readonly order: Int32Array;
  /** The sign of that permutation. */
  readonly sign: number;
  /** The first diagonal element that is zero, -1 for none. */
  readonly zeroAt: number;
}

/** `round` is what becomes of every number on the way: in single precision other matrices are singular. */
export function eliminate(a: Float64Array, n: number, round: (x: number) => number = (x) => x): Elimination {
  const lu = a.slice();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let [sign, zeroAt] = [1, -1];
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) pivot = i;
    if (pivot !== k) {
      sign = -sign;
      [order[k], order[pivot]] = [order[pivot], order[k]];
      for (let j = 0; j < n; j++) [lu[k * n + j], lu[pivot * n + j]] = [lu[pivot * n + j], lu[k * n + j]];
    }
    const top = lu[k * n + k];
    if (top === 0) {
      if (zeroAt < 0) zeroAt = k;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = round(lu[i * n + k] / top);
      lu[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) lu[i * n + j] = round(lu[i * n + j] - factor * lu[k * n + j]);
    }
  }
  return { lu, order, sign, zeroAt };
}

export function determinantOf({ lu, sign }: Elimination, n: number): number {
  let product = sign;
  for (let i = 0; i < n; i++) product *= lu[i * n + i];
  return product;
}

/** X with A X = B, B of k columns. */
export function solveWith({ lu, order }: Elimination, b: Float64Array, n: number, k: number): Float64Array {
  const x = new Float64Array(n * k);
  for (let i = 0; i < n; i++) x.set(b.subarray(order[i] * k, (order[i] + 1) * k), i * k);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const factor = lu[i * n + j];
      for (let c = 0; c < k; c++) x[i * k + c] -= factor * x[j * k + c];
    }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) {
      const factor = lu[i * n + j];
      for (let c = 0; c < k; c++) x[i * k + c] -= factor * x[j * k + c];
    }
    for (let c = 0; c < k; c++) x[i * k + c] /= lu[i * n + i];
  }
  return x;
}

/** X with T X = B for a triangle T; `isUnit` takes its diagonal for ones. */
export function solveTriangle(
  t: Float64Array,
  b: Float64Array,
  n: number,
  k: number,
  isUpper: boolean,
  isUnit: boolean,
): Float64Array {
  const x = b.slice();
  for (let step = 0; step < n; step++) {
    const i = isUpper ? n - 1 - step : step;
    const [from, to] = isUpper ? [i + 1, n] : [0, i];
    for (let j = from; j < to; j++) {
      const factor = t[i * n + j];
      for (let c = 0; c < k; c++) x[i * k + c] -= factor * x[j * k + c];
    }
    if (!isUnit) for (let c = 0; c < k; c++) x[i * k + c] /= t[i * n + i];
  }
  return x;
}

export function identity(n: number): Float64Array {
  const eye = new Float64Array(n * n);
  for (let i = 0; i < n; i++) eye[i * n + i] = 1;
  return eye;
}
