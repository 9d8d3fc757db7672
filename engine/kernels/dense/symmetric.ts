/** @file Eigenvalues and eigenvectors of a symmetric matrix: to a tridiagonal one, then implicit QL or QR steps, as LAPACK's dsytrd and dsteqr. */
import { accumulated, reflection, vectorOf } from "./reflections.ts";
import { rotation, turnColumns } from "./rotations.ts";

const EPSILON = 2 ** -53;
const MOST_SWEEPS = 30;

export interface Spectrum {
  /** Ascending. */
  readonly values: Float64Array;
  /** In columns. */
  readonly vectors: Float64Array;
}

/** dsytd2 of the lower triangle. */
function tridiagonal(a: Float64Array, n: number) {
  const work = a.slice();
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(Math.max(0, n - 1));
  const steps = [];
  for (let k = 0; k < n - 1; k++) {
    const size = n - k - 1;
    const rest = Float64Array.from({ length: size - 1 }, (_, i) => work[(k + 2 + i) * n + k]);
    const { beta, tau } = reflection(work[(k + 1) * n + k], rest);
    const v = vectorOf(rest);
    beside[k] = beta;
    if (tau !== 0) {
      const at = (i: number, j: number) => (i >= j ? (k + 1 + i) * n + k + 1 + j : (k + 1 + j) * n + k + 1 + i);
      const w = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let j = 0; j < size; j++) sum += work[at(i, j)] * v[j];
        w[i] = tau * sum;
      }
      let dot = 0;
      for (let i = 0; i < size; i++) dot += w[i] * v[i];
      const alpha = -0.5 * tau * dot;
      for (let i = 0; i < size; i++) w[i] += alpha * v[i];
      for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) work[at(i, j)] -= v[i] * w[j] + w[i] * v[j];
    }
    steps.push({ at: k + 1, v, tau });
  }
  for (let i = 0; i < n; i++) diagonal[i] = work[i * n + i];
  return { diagonal, beside, q: accumulated(steps, n, n) };
}

/** Both eigenvalues of [[a, b], [b, c]], and the unit eigenvector of the larger in size: dlaev2. */
function twoByTwo(a: number, b: number, c: number) {
  const [sum, difference] = [a + c, a - c];
  const [absDifference, twice] = [Math.abs(difference), b + b];
  const root = Math.hypot(absDifference, Math.abs(twice));
  const [larger, smaller] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  let [rt1, rt2, sign1] = [0.5 * root, -0.5 * root, 1];
  if (sum < 0) {
    rt1 = 0.5 * (sum - root);
    sign1 = -1;
    rt2 = (larger / rt1) * smaller - (b / rt1) * b;
  } else if (sum > 0) {
    rt1 = 0.5 * (sum + root);
    rt2 = (larger / rt1) * smaller - (b / rt1) * b;
  }
  const sign2 = difference >= 0 ? 1 : -1;
  const cs = difference >= 0 ? difference + root : difference - root;
  let [c1, s1] = [0, 0];
  if (Math.abs(cs) > Math.abs(twice)) {
    const ratio = -twice / cs;
    s1 = 1 / Math.sqrt(1 + ratio * ratio);
    c1 = ratio * s1;
  } else if (b === 0) c1 = 1;
  else {
    const ratio = -cs / twice;
    c1 = 1 / Math.sqrt(1 + ratio * ratio);
    s1 = ratio * c1;
  }
  if (sign1 === sign2) [c1, s1] = [-s1, c1];
  return { rt1, rt2, c: c1, s: s1 };
}

/** dsteqr on [from, to]: the unreduced block that lies there. */
class Block {
  constructor(
    readonly d: Float64Array,
    readonly e: Float64Array,
    readonly z: Float64Array,
    readonly n: number,
  ) {}

  /** QL steps from the bottom up, for a block whose lower end is the larger. */
  down(from: number, end: number): number {
    const { d, e, z, n } = this;
    let l = from;
    let budget = n * MOST_SWEEPS;
    while (l <= end) {
      let m = l;
      while (m < end && e[m] ** 2 > EPSILON ** 2 * Math.abs(d[m]) * Math.abs(d[m + 1]) + Number.MIN_VALUE) m++;
      if (m < end) e[m] = 0;
      if (m === l) {
        l++;
        continue;
      }
      if (m === l + 1) {
        const { rt1, rt2, c, s } = twoByTwo(d[l], e[l], d[l + 1]);
        turnColumns(z, n, n, l, c, s);
        [d[l], d[l + 1], e[l]] = [rt1, rt2, 0];
        l += 2;
        continue;
      }
      if (budget-- <= 0) break;
      const p = d[l];
      let g = (d[l + 1] - p) / (2 * e[l]);
      let r = Math.hypot(g, 1);
      g = d[m] - p + e[l] / (g + (g >= 0 ? r : -r));
      let [s, c, shift] = [1, 1, 0];
      const turns: [number, number, number][] = [];
      for (let i = m - 1; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        [c, s, r] = rotation(g, f);
        if (i !== m - 1) e[i + 1] = r;
        g = d[i + 1] - shift;
        r = (d[i] - g) * s + 2 * c * b;
        shift = s * r;
        d[i + 1] = g + shift;
        g = c * r - b;
        turns.push([i, c, -s]);
      }
      for (const [i, cosine, sine] of turns) turnColumns(z, n, n, i, cosine, sine);
      d[l] -= shift;
      e[l] = g;
    }
    return l;
  }

  /** QR steps from the top down, for a block whose upper end is the larger; `from` is its lower end here. */
  up(from: number, end: number): number {
    const { d, e, z, n } = this;
    let l = from;
    let budget = n * MOST_SWEEPS;
    while (l >= end) {
      let m = l;
      while (m > end && e[m - 1] ** 2 > EPSILON ** 2 * Math.abs(d[m]) * Math.abs(d[m - 1]) + Number.MIN_VALUE) m--;
      if (m > end) e[m - 1] = 0;
      if (m === l) {
        l--;
        continue;
      }
      if (m === l - 1) {
        const { rt1, rt2, c, s } = twoByTwo(d[l - 1], e[l - 1], d[l]);
        turnColumns(z, n, n, l - 1, c, s);
        [d[l - 1], d[l], e[l - 1]] = [rt1, rt2, 0];
        l -= 2;
        continue;
      }
      if (budget-- <= 0) break;
      const p = d[l];
      let g = (d[l - 1] - p) / (2 * e[l - 1]);
      let r = Math.hypot(g, 1);
      g = d[m] - p + e[l - 1] / (g + (g >= 0 ? r : -r));
      let [s, c, shift] = [1, 1, 0];
      const turns: [number, number, number][] = [];
      for (let i = m; i < l; i++) {
        const f = s * e[i];
        const b = c * e[i];
        [c, s, r] = rotation(g, f);
        if (i !== m) e[i - 1] = r;
        g = d[i] - shift;
        r = (d[i + 1] - g) * s + 2 * c * b;
        shift = s * r;
        d[i] = g + shift;
        g = c * r - b;
        turns.push([i, c, s]);
      }
      for (const [i, cosine, sine] of turns) turnColumns(z, n, n, i, cosine, sine);
      d[l] -= shift;
      e[l - 1] = g;
    }
    return l;
  }
}

export function eigenOf(a: Float64Array, n: number): Spectrum {
  const { diagonal: d, beside: e, q: z } = tridiagonal(a, n);
  const block = new Block(d, e, z, n);
  let start = 0;
  while (start < n) {
    if (start > 0) e[start - 1] = 0;
    let m = start;
    while (m < n - 1) {
      const size = Math.abs(e[m]);
      if (size === 0) break;
      if (size <= Math.sqrt(Math.abs(d[m])) * Math.sqrt(Math.abs(d[m + 1])) * EPSILON) {
        e[m] = 0;
        break;
      }
      m++;
    }
    if (m > start) {
      if (Math.abs(d[m]) < Math.abs(d[start])) block.up(m, start);
      else block.down(start, m);
    }
    start = m + 1;
  }
  return sorted(d, z, n);
}

/** By selection, as dsteqr sorts. */
function sorted(d: Float64Array, z: Float64Array, n: number): Spectrum {
  for (let i = 0; i < n - 1; i++) {
    let least = i;
    for (let j = i + 1; j < n; j++) if (d[j] < d[least]) least = j;
    if (least === i) continue;
    [d[i], d[least]] = [d[least], d[i]];
    for (let row = 0; row < n; row++) [z[row * n + i], z[row * n + least]] = [z[row * n + least], z[row * n + i]];
  }
  return { values: d, vectors: z };
}
