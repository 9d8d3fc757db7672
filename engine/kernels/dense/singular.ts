/** @file The singular value decomposition by way of a bidiagonal matrix, along LAPACK's dgesdd. */
import { Bidiagonal } from "./bidiagonal.ts";
import { identity } from "./lu.ts";
import { accumulated, qrOf, reflectColumns, reflection, reflectRows, vectorOf } from "./reflections.ts";
import { rotation, turnRows } from "./rotations.ts";

export interface Singular {
  /** m rows and `columns` columns. */
  readonly u: Float64Array;
  /** From the largest. */
  readonly s: Float64Array;
  /** `rows` rows and n columns. */
  readonly vt: Float64Array;
}

export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j];
  return out;
}

export function product(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let l = 0; l < k; l++) {
      const factor = a[i * k + l];
      for (let j = 0; j < n; j++) out[i * n + j] += factor * b[l * n + j];
    }
  return out;
}

/** `isFull`: square U and V; otherwise as many singular vectors as there are values. */
export function singularOf(a: Float64Array, m: number, n: number, isFull: boolean): Singular {
  const k = Math.min(m, n);
  if (k === 0)
    return {
      u: isFull ? identity(m) : new Float64Array(0),
      s: new Float64Array(0),
      vt: isFull ? identity(n) : new Float64Array(0),
    };
  // What the routine that PyTorch calls does: a matrix that is longer than wide is first brought to a triangle.
  if (m > n) {
    const { q, r } = qrOf(a, m, n, isFull ? m : n);
    const inner = direct(r.slice(0, n * n), n, n, false);
    return { u: isFull ? widened(q, inner.u, m, n) : product(q, inner.u, m, n, n), s: inner.s, vt: inner.vt };
  }
  return direct(a, m, n, isFull);
}

/** The first n columns of Q turned by u, the others as they are. */
function widened(q: Float64Array, u: Float64Array, m: number, n: number): Float64Array {
  const out = q.slice();
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < n; l++) sum += q[i * m + l] * u[l * n + j];
      out[i * m + j] = sum;
    }
  return out;
}

function direct(a: Float64Array, m: number, n: number, isFull: boolean): Singular {
  const k = Math.min(m, n);
  const work = a.slice();
  const [left, right] = [[], []] as { at: number; v: Float64Array; tau: number }[][];
  const d = new Float64Array(k);
  const e = new Float64Array(Math.max(0, k - 1));
  const isTall = m >= n;
  const below = (row: number, column: number): number => {
    const rest = Float64Array.from({ length: m - row - 1 }, (_, i) => work[(row + 1 + i) * n + column]);
    const { beta, tau } = reflection(work[row * n + column], rest);
    const v = vectorOf(rest);
    reflectRows(work, n, row, [column + 1, n], v, tau);
    left.push({ at: row, v, tau });
    return beta;
  };
  const beside = (row: number, column: number): number => {
    const rest = work.slice(row * n + column + 1, (row + 1) * n);
    const { beta, tau } = reflection(work[row * n + column], rest);
    const v = vectorOf(rest);
    reflectColumns(work, n, column, [row + 1, m], v, tau);
    right.push({ at: column, v, tau });
    return beta;
  };
  for (let i = 0; i < k; i++) {
    d[i] = isTall ? below(i, i) : beside(i, i);
    if (i < k - 1) e[i] = isTall ? beside(i, i + 1) : below(i + 1, i);
  }
  const [uColumns, vtRows] = isFull ? [m, n] : [k, k];
  const q = accumulated(left, m, uColumns);
  const pt = transposed(accumulated(right, n, vtRows), n, vtRows);
  const [innerU, innerV] = [identity(k), identity(k)];
  const turns = isTall ? [] : raised(d, e);
  new Bidiagonal(d, e, innerU, k, innerV, k).diagonalize();
  for (const [at, c, s] of turns.reverse()) turnRows(innerU, k, at, c, s);
  const u = q.slice();
  for (let i = 0; i < m; i++)
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += q[i * uColumns + l] * innerU[l * k + j];
      u[i * uColumns + j] = sum;
    }
  const vt = pt.slice();
  vt.set(product(innerV, pt.subarray(0, k * n), k, k, n));
  return { u, s: d, vt };
}

/** A lower bidiagonal matrix turned into an upper one; the rotations, for U to turn back. */
function raised(d: Float64Array, e: Float64Array): (readonly [number, number, number])[] {
  const turns: (readonly [number, number, number])[] = [];
  for (let i = 0; i < e.length; i++) {
    const [c, s, r] = rotation(d[i], e[i]);
    d[i] = r;
    e[i] = s * d[i + 1];
    d[i + 1] *= c;
    turns.push([i, c, -s]);
  }
  return turns;
}
