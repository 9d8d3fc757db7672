/** @file Functions of one or two numbers beyond the common ones: Bessel functions, the normal distribution's, incomplete gamma functions, zeta. */
import { erfcOf, erfinvOf, lgammaOf } from "./special.ts";

/** Σ (x²/4)^k / (k! (k + order)!) times (x/2)^order, for |x| up to 20 or so. */
function besselSeries(x: number, order: 0 | 1): number {
  const square = (x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; k < 500 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= square / (k * (k + order));
    sum += term;
  }
  return sum;
}

/** √(2πx) e⁻ˣ I(x) for large x. */
function besselTail(x: number, order: 0 | 1): number {
  const mu = 4 * order * order;
  let [term, sum] = [1, 1];
  for (let k = 1; k < 40; k++) {
    const next = (term * -(mu - (2 * k - 1) ** 2)) / (k * 8 * x);
    if (Math.abs(next) > Math.abs(term)) break;
    term = next;
    sum += term;
  }
  return sum;
}

const TURN = 25;

/** e^(-|x|) I₀(x). */
export function i0eOf(x: number): number {
  const size = Math.abs(x);
  if (size <= TURN) return besselSeries(size, 0) * Math.exp(-size);
  return size === Number.POSITIVE_INFINITY ? 0 : besselTail(size, 0) / Math.sqrt(2 * Math.PI * size);
}

export const i0Of = (x: number): number =>
  Math.abs(x) <= TURN ? besselSeries(Math.abs(x), 0) : i0eOf(x) * Math.exp(Math.abs(x));

/** e^(-|x|) I₁(x). */
export function i1eOf(x: number): number {
  const size = Math.abs(x);
  const value =
    size <= TURN ? besselSeries(size, 1) * Math.exp(-size) : besselTail(size, 1) / Math.sqrt(2 * Math.PI * size);
  return x < 0 ? -value : value;
}

export const i1Of = (x: number): number =>
  Math.abs(x) <= TURN ? besselSeries(x, 1) : i1eOf(x) * Math.exp(Math.abs(x));

/** e^(x²) erfc(x). */
export function erfcxOf(x: number): number {
  if (x < 2) return Math.exp(x * x) * erfcOf(x);
  let fraction = 0;
  for (let n = 120; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return 1 / Math.sqrt(Math.PI) / (x + fraction);
}

export const ndtrOf = (x: number): number => erfcOf(-x * Math.SQRT1_2) / 2;

export function logNdtrOf(x: number): number {
  const t = x * Math.SQRT1_2;
  return x < -1 ? Math.log(erfcxOf(-t) / 2) - t * t : Math.log1p(-erfcOf(t) / 2);
}

/** The inverse of ndtr: from erfinv, and by Newton's steps on the logarithm in the tails. */
export function ndtriOf(p: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (!(p > 0 && p < 1)) return Number.NaN;
  if (p > 0.02 && p < 0.98) return Math.SQRT2 * erfinvOf(2 * p - 1);
  if (p > 0.5) return -ndtriOf(1 - p);
  let x = -Math.sqrt(-2 * Math.log(p));
  for (let i = 0; i < 60; i++) {
    const slope = Math.sqrt(2 / Math.PI) / erfcxOf(-x * Math.SQRT1_2);
    const step = (logNdtrOf(x) - Math.log(p)) / slope;
    x -= step;
    if (Math.abs(step) < 1e-15 * Math.abs(x)) break;
  }
  return x;
}

/** The lower incomplete gamma function, regularized: P(a, x). */
export function gammaincOf(a: number, x: number): number {
  if (x < 0 || a < 0 || Number.isNaN(a + x)) return Number.NaN;
  if (a === 0) return x > 0 ? 1 : Number.NaN;
  if (x === 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return a === Number.POSITIVE_INFINITY ? Number.NaN : 1;
  if (a === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

export function gammainccOf(a: number, x: number): number {
  if (x < 0 || a < 0 || Number.isNaN(a + x)) return Number.NaN;
  if (a === 0) return x > 0 ? 0 : Number.NaN;
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return a === Number.POSITIVE_INFINITY ? Number.NaN : 0;
  if (a === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

const gammaFactor = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - lgammaOf(a));

function lowerSeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let n = 1; n < 10000 && term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * gammaFactor(a, x);
}

/** By Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h * gammaFactor(a, x);
}
