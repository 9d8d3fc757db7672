/** @file Householder's reflections, with LAPACK's signs. */

/** H = 1 - tau v vᵀ with H x = beta e₁ and v₁ = 1; x is the first element and those after it (dlarfg). */
export function reflection(first: number, rest: Float64Array): { readonly beta: number; readonly tau: number } {
  let norm = 0;
  for (const value of rest) norm = Math.hypot(norm, value);
  if (norm === 0) return { beta: first, tau: 0 };
  const length = Math.hypot(first, norm);
  const beta = first >= 0 ? -length : length;
  const scale = 1 / (first - beta);
  for (let i = 0; i < rest.length; i++) rest[i] *= scale;
  return { beta, tau: (beta - first) / beta };
}

/** The columns (or rows) that a reflection changes: rows from `row` on and columns from `column` on of a matrix of n columns. */
export function reflectRows(
  a: Float64Array,
  n: number,
  row: number,
  columns: readonly [from: number, to: number],
  v: Float64Array,
  tau: number,
): void {
  if (tau === 0) return;
  for (let j = columns[0]; j < columns[1]; j++) {
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i] * a[(row + i) * n + j];
    sum *= tau;
    for (let i = 0; i < v.length; i++) a[(row + i) * n + j] -= sum * v[i];
  }
}

export function reflectColumns(
  a: Float64Array,
  n: number,
  column: number,
  rows: readonly [from: number, to: number],
  v: Float64Array,
  tau: number,
): void {
  if (tau === 0) return;
  for (let i = rows[0]; i < rows[1]; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += v[j] * a[i * n + column + j];
    sum *= tau;
    for (let j = 0; j < v.length; j++) a[i * n + column + j] -= sum * v[j];
  }
}

/** 1 and what a reflection left. */
export function vectorOf(rest: Float64Array): Float64Array {
  const v = new Float64Array(rest.length + 1);
  v[0] = 1;
  v.set(rest, 1);
  return v;
}

interface Step {
  readonly at: number;
  readonly v: Float64Array;
  readonly tau: number;
}

/** The product of reflections applied to the first `columns` columns of the identity. */
export function accumulated(steps: readonly Step[], m: number, columns: number): Float64Array {
  const q = new Float64Array(m * columns);
  for (let i = 0; i < Math.min(m, columns); i++) q[i * columns + i] = 1;
  for (const { at, v, tau } of [...steps].reverse()) reflectRows(q, columns, at, [0, columns], v, tau);
  return q;
}

/** A = Q R: Q of m rows and `columns` columns, R of `columns` rows and n columns. */
export function qrOf(
  a: Float64Array,
  m: number,
  n: number,
  columns: number,
): { readonly q: Float64Array; readonly r: Float64Array } {
  const work = a.slice();
  const steps: Step[] = [];
  for (let k = 0; k < Math.min(m, n); k++) {
    const rest = Float64Array.from({ length: m - k - 1 }, (_, i) => work[(k + 1 + i) * n + k]);
    const { beta, tau } = reflection(work[k * n + k], rest);
    const v = vectorOf(rest);
    reflectRows(work, n, k, [k + 1, n], v, tau);
    work[k * n + k] = beta;
    for (let i = k + 1; i < m; i++) work[i * n + k] = 0;
    steps.push({ at: k, v, tau });
  }
  const r = new Float64Array(columns * n);
  r.set(work.subarray(0, Math.min(m, columns) * n));
  return { q: accumulated(steps, m, columns), r };
}
