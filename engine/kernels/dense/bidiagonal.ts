/** @file The singular values of an upper bidiagonal matrix: implicit QR steps, as LAPACK's dbdsqr. */
import { rotation, turnColumns, turnRows } from "./rotations.ts";

const EPSILON = 2 ** -53;
const TOLERANCE = Math.max(10, Math.min(100, EPSILON ** -0.125)) * EPSILON;
const MOST_STEPS = 6;

const signed = (size: number, like: number): number =>
  like < 0 || Object.is(like, -0) ? -Math.abs(size) : Math.abs(size);

/** The smaller singular value of [[f, g], [0, h]]: dlas2. */
function smallerOf(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const [as, at] = [1 + least / most, (most - least) / most];
  if (ga < most) {
    const au = (ga / most) ** 2;
    return least * (2 / (Math.sqrt(as * as + au) + Math.sqrt(at * at + au)));
  }
  const au = most / ga;
  if (au === 0) return (least * most) / ga;
  const c = 1 / (Math.sqrt(1 + (as * au) ** 2) + Math.sqrt(1 + (at * au) ** 2));
  return 2 * (least * c * au);
}

/** The singular values and vectors of [[f, g], [0, h]]: dlasv2. */
function twoByTwo(f: number, g: number, h: number) {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = isSwapped ? [h, f] : [f, h];
  const [fa, ha, ga] = [Math.abs(ft), Math.abs(ht), Math.abs(g)];
  let largest = isSwapped ? 3 : 1;
  let [low, high, clt, crt, slt, srt] = [ha, fa, 1, 1, 0, 0];
  if (ga !== 0) {
    let isSmall = true;
    if (ga > fa) {
      largest = 2;
      if (fa / ga < EPSILON) {
        isSmall = false;
        high = ga;
        low = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
        [clt, slt, srt, crt] = [1, ht / g, 1, ft / g];
      }
    }
    if (isSmall) {
      const d = fa - ha;
      let l = d === fa ? 1 : d / fa;
      const m = g / ft;
      let t = 2 - l;
      const mm = m * m;
      const s = Math.sqrt(t * t + mm);
      const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + mm);
      const a = 0.5 * (s + r);
      low = ha / a;
      high = fa * a;
      if (mm === 0) t = l === 0 ? signed(2, ft) * signed(1, g) : g / signed(d, ft) + m / t;
      else t = (m / (s + t) + m / (r + l)) * (1 + a);
      l = Math.sqrt(t * t + 4);
      crt = 2 / l;
      srt = t / l;
      clt = (crt + srt * m) / a;
      slt = ((ht / ft) * srt) / a;
    }
  }
  const [csl, snl, csr, snr] = isSwapped ? [srt, crt, slt, clt] : [clt, slt, crt, srt];
  const sign =
    largest === 1
      ? signed(1, csr) * signed(1, csl) * signed(1, f)
      : largest === 2
        ? signed(1, snr) * signed(1, csl) * signed(1, g)
        : signed(1, snr) * signed(1, snl) * signed(1, h);
  return { low: signed(low, sign * signed(1, f) * signed(1, h)), high: signed(high, sign), csl, snl, csr, snr };
}

type Turn = readonly [at: number, c: number, s: number];

/** d on the diagonal, e above it; rows of `vt` and columns of `u` turn along. */
export class Bidiagonal {
  #threshold = 0;

  constructor(
    readonly d: Float64Array,
    readonly e: Float64Array,
    readonly u: Float64Array,
    readonly uRows: number,
    readonly vt: Float64Array,
    readonly vtColumns: number,
  ) {}

  #turn(ofU: readonly Turn[], ofV: readonly Turn[]): void {
    const n = this.d.length;
    for (const [at, c, s] of ofU) turnColumns(this.u, this.uRows, n, at, c, s);
    for (const [at, c, s] of ofV) turnRows(this.vt, this.vtColumns, at, c, s);
  }

  /** Leaves the singular values in d, from the largest. */
  diagonalize(): void {
    const { d, e } = this;
    const n = d.length;
    let mu = Math.abs(d[0] ?? 0);
    let least = mu;
    for (let i = 1; i < n && least !== 0; i++) {
      mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
      least = Math.min(least, mu);
    }
    this.#threshold = Math.max((TOLERANCE * least) / Math.sqrt(n), MOST_STEPS * n * n * Number.MIN_VALUE * 2 ** 52);
    let m = n - 1;
    let [oldLow, oldHigh, isDown] = [-1, -1, true];
    for (let budget = MOST_STEPS * n * n; m > 0 && budget > 0; budget--) {
      const { low, isSplit } = this.#block(m);
      if (isSplit && low === m) {
        m--;
        continue;
      }
      if (low === m - 1) {
        this.#finish(m);
        m -= 2;
        continue;
      }
      if (low > oldHigh || m < oldLow) isDown = Math.abs(d[low]) >= Math.abs(d[m]);
      const smallest = this.#estimate(low, m, isDown);
      if (smallest === null) continue;
      [oldLow, oldHigh] = [low, m];
      const shift = this.#shift(low, m, isDown, smallest);
      if (shift === 0) this.#plain(low, m, isDown);
      else this.#shifted(low, m, isDown, shift);
      const last = isDown ? m - 1 : low;
      if (Math.abs(e[last]) <= this.#threshold) e[last] = 0;
    }
    this.#order();
  }

  /** The unreduced block that ends at m. */
  #block(m: number): { readonly low: number; readonly isSplit: boolean } {
    for (let low = m - 1; low >= 0; low--)
      if (Math.abs(this.e[low]) <= this.#threshold) {
        this.e[low] = 0;
        return { low: low + 1, isSplit: true };
      }
    return { low: 0, isSplit: false };
  }

  #finish(m: number): void {
    const { d, e } = this;
    const { low, high, csl, snl, csr, snr } = twoByTwo(d[m - 1], e[m - 1], d[m]);
    [d[m - 1], e[m - 1], d[m]] = [high, 0, low];
    this.#turn([[m - 1, csl, snl]], [[m - 1, csr, snr]]);
  }

  /** A lower bound of the block's smallest singular value; null where an element was found to be negligible. */
  #estimate(low: number, m: number, isDown: boolean): number | null {
    const { d, e } = this;
    const first = isDown ? m - 1 : low;
    if (Math.abs(e[first]) <= TOLERANCE * Math.abs(d[isDown ? m : low])) {
      e[first] = 0;
      return null;
    }
    let mu = Math.abs(d[isDown ? low : m]);
    let least = mu;
    for (let step = 0; step < m - low; step++) {
      const at = isDown ? low + step : m - 1 - step;
      if (Math.abs(e[at]) <= TOLERANCE * mu) {
        e[at] = 0;
        return null;
      }
      mu = Math.abs(d[isDown ? at + 1 : at]) * (mu / (mu + Math.abs(e[at])));
      least = Math.min(least, mu);
    }
    return least;
  }

  #shift(low: number, m: number, isDown: boolean, smallest: number): number {
    const { d, e } = this;
    let most = Math.abs(d[m]);
    for (let i = low; i < m; i++) most = Math.max(most, Math.abs(d[i]), Math.abs(e[i]));
    if (d.length * TOLERANCE * (smallest / most) <= Math.max(EPSILON, 0.01 * TOLERANCE)) return 0;
    const start = Math.abs(d[isDown ? low : m]);
    const shift = isDown ? smallerOf(d[m - 1], e[m - 1], d[m]) : smallerOf(d[low], e[low], d[low + 1]);
    return start > 0 && (shift / start) ** 2 < EPSILON ? 0 : shift;
  }

  /** One step without a shift: small values keep their digits. */
  #plain(low: number, m: number, isDown: boolean): void {
    const { d, e } = this;
    let [c, s, r, oldC, oldS] = [1, 0, 0, 1, 0];
    const [ofU, ofV]: [Turn[], Turn[]] = [[], []];
    if (isDown) {
      for (let i = low; i < m; i++) {
        [c, s, r] = rotation(d[i] * c, e[i]);
        if (i > low) e[i - 1] = oldS * r;
        [oldC, oldS, d[i]] = rotation(oldC * r, d[i + 1] * s);
        ofV.push([i, c, s]);
        ofU.push([i, oldC, oldS]);
      }
      const h = d[m] * c;
      d[m] = h * oldC;
      e[m - 1] = h * oldS;
    } else {
      for (let i = m; i > low; i--) {
        [c, s, r] = rotation(d[i] * c, e[i - 1]);
        if (i < m) e[i] = oldS * r;
        [oldC, oldS, d[i]] = rotation(oldC * r, d[i - 1] * s);
        ofU.push([i - 1, c, -s]);
        ofV.push([i - 1, oldC, -oldS]);
      }
      const h = d[low] * c;
      d[low] = h * oldC;
      e[low] = h * oldS;
    }
    this.#turn(ofU, ofV);
  }

  #shifted(low: number, m: number, isDown: boolean, shift: number): void {
    const { d, e } = this;
    const start = isDown ? low : m;
    let f = (Math.abs(d[start]) - shift) * (signed(1, d[start]) + shift / d[start]);
    let g = e[isDown ? low : m - 1];
    const [ofU, ofV]: [Turn[], Turn[]] = [[], []];
    if (isDown) {
      for (let i = low; i < m; i++) {
        const [cr, sr, first] = rotation(f, g);
        if (i > low) e[i - 1] = first;
        f = cr * d[i] + sr * e[i];
        e[i] = cr * e[i] - sr * d[i];
        g = sr * d[i + 1];
        d[i + 1] = cr * d[i + 1];
        const [cl, sl, second] = rotation(f, g);
        d[i] = second;
        f = cl * e[i] + sl * d[i + 1];
        d[i + 1] = cl * d[i + 1] - sl * e[i];
        if (i < m - 1) {
          g = sl * e[i + 1];
          e[i + 1] = cl * e[i + 1];
        }
        ofV.push([i, cr, sr]);
        ofU.push([i, cl, sl]);
      }
      e[m - 1] = f;
    } else {
      for (let i = m; i > low; i--) {
        const [cr, sr, first] = rotation(f, g);
        if (i < m) e[i] = first;
        f = cr * d[i] + sr * e[i - 1];
        e[i - 1] = cr * e[i - 1] - sr * d[i];
        g = sr * d[i - 1];
        d[i - 1] = cr * d[i - 1];
        const [cl, sl, second] = rotation(f, g);
        d[i] = second;
        f = cl * e[i - 1] + sl * d[i - 1];
        d[i - 1] = cl * d[i - 1] - sl * e[i - 1];
        if (i > low + 1) {
          g = sl * e[i - 2];
          e[i - 2] = cl * e[i - 2];
        }
        ofU.push([i - 1, cr, -sr]);
        ofV.push([i - 1, cl, -sl]);
      }
      e[low] = f;
    }
    this.#turn(ofU, ofV);
  }

  /** No value below zero, the largest first. */
  #order(): void {
    const { d, u, uRows, vt, vtColumns } = this;
    const n = d.length;
    for (let i = 0; i < n; i++) {
      if (!(d[i] < 0)) continue;
      d[i] = -d[i];
      for (let j = 0; j < vtColumns; j++) vt[i * vtColumns + j] *= -1;
    }
    for (let last = n - 1; last > 0; last--) {
      let least = 0;
      for (let j = 1; j <= last; j++) if (d[j] <= d[least]) least = j;
      if (least === last) continue;
      [d[least], d[last]] = [d[last], d[least]];
      for (let j = 0; j < vtColumns; j++)
        [vt[least * vtColumns + j], vt[last * vtColumns + j]] = [vt[last * vtColumns + j], vt[least * vtColumns + j]];
      for (let i = 0; i < uRows; i++) [u[i * n + least], u[i * n + last]] = [u[i * n + last], u[i * n + least]];
    }
  }
}
