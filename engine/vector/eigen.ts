/** @file Eigenvalues and eigenvectors of a symmetric matrix: Householder's tridiagonal form, then QL with implicit shifts. */

export interface Eigen {
  /** In no particular order. */
  readonly values: Float64Array;
  /** Column k of this [n, n] matrix belongs to value k. */
  readonly vectors: Float64Array;
}

/** `matrix` is [n, n] and symmetric; only its lower triangle is read. */
export function eigenOf(matrix: Float64Array, n: number): Eigen {
  const exponent = exponentOf(matrix);
  // Near 1 no square in here overflows, and no rotation is made of numbers that have lost their digits. By powers of two nothing is rounded.
  const vectors = matrix.map((value) => scaled(value, -exponent));
  const values = new Float64Array(n);
  const beside = new Float64Array(n);
  tridiagonalize(vectors, n, values, beside, NEGLIGIBLE);
  diagonalize(vectors, n, values, beside, NEGLIGIBLE);
  return { values: values.map((value) => scaled(value, exponent)), vectors };
}

/** Numbers this small beside the largest would only lose their digits. */
const NEGLIGIBLE = 1e-100;

/** Of two, so that the largest element lies between 1 and 2; 0 where there is no such element. */
function exponentOf(matrix: Float64Array): number {
  const largest = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest > 0 && Number.isFinite(largest) ? Math.floor(Math.log2(largest)) : 0;
}

/** value · 2^exponent, in two steps: 2^1074 is no number. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/**
 * A = Q T Qᵀ: `a` becomes Q, `diagonal` and `beside` hold T, beside[i] next to diagonal[i - 1] and diagonal[i].
 * Row by row from the last, a reflection makes all but one of the numbers left of the diagonal zero.
 */
function tridiagonalize(
  a: Float64Array,
  n: number,
  diagonal: Float64Array,
  beside: Float64Array,
  negligible: number,
): void {
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(a[i * n + k]);
    if (i === 1 || scale <= negligible) {
      beside[i] = a[i * n + i - 1];
      diagonal[i] = 0;
      continue;
    }
    let square = 0;
    for (let k = 0; k < i; k++) {
      a[i * n + k] /= scale;
      square += a[i * n + k] ** 2;
    }
    const last = a[i * n + i - 1];
    const root = last >= 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[i] = scale * root;
    square -= last * root;
    a[i * n + i - 1] = last - root;
    diagonal[i] = square;
    reflect(a, n, i, square, beside);
  }
  if (n > 0) diagonal[0] = 0;
  accumulate(a, n, diagonal);
}

/** The matrix left of and above row i, seen in the mirror that stands across row i's vector u, of which ½‖u‖² is given. */
function reflect(a: Float64Array, n: number, i: number, halfSquare: number, beside: Float64Array): void {
  let sum = 0;
  for (let j = 0; j < i; j++) {
    a[j * n + i] = a[i * n + j] / halfSquare;
    let inner = 0;
    for (let k = 0; k <= j; k++) inner += a[j * n + k] * a[i * n + k];
    for (let k = j + 1; k < i; k++) inner += a[k * n + j] * a[i * n + k];
    beside[j] = inner / halfSquare;
    sum += beside[j] * a[i * n + j];
  }
  const half = sum / (2 * halfSquare);
  for (let j = 0; j < i; j++) {
    const u = a[i * n + j];
    beside[j] -= half * u;
    for (let k = 0; k <= j; k++) a[j * n + k] -= u * beside[k] + beside[j] * a[i * n + k];
  }
}

/** Multiplies the reflections out into Q. */
function accumulate(a: Float64Array, n: number, diagonal: Float64Array): void {
  for (let i = 0; i < n; i++) {
    if (diagonal[i] !== 0) {
      for (let j = 0; j < i; j++) {
        let inner = 0;
        for (let k = 0; k < i; k++) inner += a[i * n + k] * a[k * n + j];
        for (let k = 0; k < i; k++) a[k * n + j] -= inner * a[k * n + i];
      }
    }
    diagonal[i] = a[i * n + i];
    a[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      a[j * n + i] = 0;
      a[i * n + j] = 0;
    }
  }
}

/** More than any matrix of finite numbers needs for one eigenvalue. */
const MOST_SWEEPS = 60;

/** Turns T into its eigenvalues by rotations, and Q along with it. */
function diagonalize(
  vectors: Float64Array,
  n: number,
  values: Float64Array,
  beside: Float64Array,
  negligible: number,
): void {
  beside.copyWithin(0, 1);
  if (n > 0) beside[n - 1] = 0;
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let end = l;
      while (end < n - 1 && Math.abs(beside[end]) > smallest(values, end, negligible)) end++;
      if (end === l) break;
      rotate(vectors, n, values, beside, l, end);
    }
  }
}

/** What counts as zero beside these two numbers of the diagonal. */
function smallest(values: Float64Array, at: number, negligible: number): number {
  return negligible + Number.EPSILON * (Math.abs(values[at]) + Math.abs(values[at + 1]));
}

/** One sweep of QL from `end` back to `l`, shifted by the eigenvalue of the 2 by 2 corner at l that is nearer to its first number. */
function rotate(
  vectors: Float64Array,
  n: number,
  values: Float64Array,
  beside: Float64Array,
  l: number,
  end: number,
): void {
  const slope = (values[l + 1] - values[l]) / (2 * beside[l]);
  const root = Math.hypot(slope, 1);
  let g = values[end] - values[l] + beside[l] / (slope + (slope >= 0 ? root : -root));
  let [sine, cosine, p] = [1, 1, 0];
  for (let i = end - 1; i >= l; i--) {
    const f = sine * beside[i];
    const b = cosine * beside[i];
    const r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      // The matrix falls apart here: what is left is done in the next sweep.
      values[i + 1] -= p;
      beside[end] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = values[i + 1] - p;
    const t = (values[i] - g) * sine + 2 * cosine * b;
    p = sine * t;
    values[i + 1] = g + p;
    g = cosine * t - b;
    for (let k = 0; k < n; k++) {
      const at = k * n + i;
      const right = vectors[at + 1];
      vectors[at + 1] = sine * vectors[at] + cosine * right;
      vectors[at] = cosine * vectors[at] - sine * right;
    }
  }
  values[l] -= p;
  beside[l] = g;
  beside[end] = 0;
}
