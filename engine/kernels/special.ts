/** @file Functions of one number that Math lacks, written so that they neither overflow nor cancel. */

/** 1 / (1 + e⁻ˣ). */
export function sigmoidOf(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** ln(1 + eˣ). */
export function log1pExp(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The series 2/√π Σ (-1)ⁿ x^(2n+1) / (n! (2n+1)), for |x| < 2: a few ulp in double precision. */
function erfSeries(x: number): number {
  // As e^(-x²) Σ 2ⁿ x^(2n+1) / (1·3·5…(2n+1)): no term is negative, so nothing cancels.
  let term = x;
  let sum = x;
  for (let n = 1; n < 100 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** The continued fraction of erfc for x ≥ 2, from its end backwards. */
function erfcFraction(x: number): number {
  let fraction = 0;
  for (let n = 120; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

export function erfOf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 2) return erfSeries(x);
  return x > 0 ? 1 - erfcFraction(x) : erfcFraction(-x) - 1;
}

export function erfcOf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0.5) return 1 - erfOf(x);
  return x < 2 ? erfcMiddle(x) : erfcFraction(x);
}

/** Between ½ and 2 the fraction converges slowly, and 1 - erf cancels: there e^(x²) erfc x is its Taylor series about the nearest of a few centres. */
function erfcMiddle(x: number): number {
  middles ??= Array.from({ length: 7 }, (_, i) => scaledSeries(0.5 + i / 4));
  const centre = Math.round((x - 0.5) * 4);
  const h = x - (0.5 + centre / 4);
  const series = middles[centre];
  let sum = 0;
  for (let n = series.length - 1; n >= 0; n--) sum = sum * h + series[n];
  return Math.exp(-x * x) * sum;
}

/** |h| is an eighth at most: beyond these terms nothing reaches a double. */
const TERMS = 16;
let middles: readonly Float64Array[] | null = null;

/** Of f = e^(x²) erfc x about c, by f' = 2x f - 2/√π; f(c) itself by many terms of the fraction. */
function scaledSeries(c: number): Float64Array {
  let fraction = 0;
  for (let n = 2000; n >= 1; n--) fraction = n / 2 / (c + fraction);
  const terms = new Float64Array(TERMS);
  terms[0] = 1 / (Math.sqrt(Math.PI) * (c + fraction));
  terms[1] = 2 * c * terms[0] - 2 / Math.sqrt(Math.PI);
  for (let n = 1; n < TERMS - 1; n++) terms[n + 1] = (2 * (c * terms[n] + terms[n - 1])) / (n + 1);
  return terms;
}

/** Winitzki's approximation, then Newton steps on erf. */
export function erfinvOf(y: number): number {
  if (Number.isNaN(y) || Math.abs(y) > 1) return Number.NaN;
  if (Math.abs(y) === 1) return y * Number.POSITIVE_INFINITY;
  if (y === 0) return y;
  const a = 0.147;
  const l = Math.log1p(-y * y);
  const b = 2 / (Math.PI * a) + l / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(b * b - l / a) - b);
  for (let i = 0; i < 4; i++) {
    const miss = Math.abs(y) < 0.5 ? erfOf(x) - y : y > 0 ? 1 - y - erfcOf(x) : -(1 + y - erfcOf(-x));
    const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
    const step = miss / slope;
    x -= step / (1 + x * step);
  }
  return x;
}

/** B₂ₖ: Bernoulli numbers, for the asymptotic series of the gamma function and its derivatives. */
const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

/** ln |Γ(x)|: Stirling's series above 10, the recurrence below, reflection for negative numbers. */
export function lgammaOf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (x <= 0) {
    if (Number.isInteger(x)) return Number.POSITIVE_INFINITY;
    return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgammaOf(1 - x);
  }
  if (x === 1 || x === 2) return 0;
  if (Math.abs(x - 1) < 0.3) return lgammaNearOne(x - 1);
  if (Math.abs(x - 2) < 0.3) return Math.log1p(x - 2) + lgammaNearOne(x - 2);
  let shift = 1;
  let z = x;
  while (z < 10) {
    shift *= z;
    z++;
  }
  let series = 0;
  bernoulli.forEach((b, i) => {
    const k = 2 * (i + 1);
    series += b / (k * (k - 1) * z ** (k - 1));
  });
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

/** ln Γ(1 + e) = -γ e + Σ ζ(k) (-e)ᵏ/k: near its zero, where differences of logarithms would cancel. */
function lgammaNearOne(e: number): number {
  let sum = -0.5772156649015329 * e;
  let power = -e;
  for (let k = 2; k < 60; k++) {
    power *= -e;
    sum += (zeta(k) * power) / k;
  }
  return sum;
}

const zetas: number[] = [];

function zeta(k: number): number {
  const known = zetas[k];
  if (known !== undefined) return known;
  // Euler and Maclaurin: ten terms and a correction.
  const n = 10;
  let sum = 0;
  for (let i = 1; i < n; i++) sum += i ** -k;
  sum += n ** (1 - k) / (k - 1) + 0.5 * n ** -k;
  let factor = k;
  bernoulli.forEach((b, i) => {
    const order = 2 * (i + 1);
    sum += (b * factor * n ** (1 - k - order)) / factorial(order);
    factor *= (k + order - 1) * (k + order);
  });
  zetas[k] = sum;
  return sum;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}

/** ψ(x): the recurrence up to 10, then the asymptotic series. */
export function digammaOf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x === 0) return Object.is(x, -0) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (x < 0) {
    if (Number.isInteger(x)) return Number.NaN;
    return digammaOf(1 - x) - Math.PI / Math.tan(Math.PI * (x % 1));
  }
  let sum = 0;
  let z = x;
  while (z < 12) sum -= 1 / z++;
  sum += Math.log(z) - 1 / (2 * z);
  bernoulli.forEach((b, i) => {
    const k = 2 * (i + 1);
    sum -= b / (k * z ** k);
  });
  return sum;
}

/** ψ′(x) by PyTorch's own six terms and series: about ten digits, and the same ones. */
export function trigammaOf(given: number): number {
  let x = given;
  let sign = 1;
  let sum = 0;
  if (x < 0.5) {
    sign = -1;
    sum -= (Math.PI / Math.sin(Math.PI * x)) ** 2;
    x = 1 - x;
  }
  for (let i = 0; i < 6; i++) sum += 1 / (x * x++);
  const inverse = 1 / (x * x);
  sum += (1 + 1 / (2 * x) + inverse * (1 / 6 - inverse * (1 / 30 - inverse * (1 / 42)))) / x;
  return sign * sum;
}

/** ψ″(x), for the gradient of trigamma. */
export function tetragammaOf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x <= 0) {
    if (Number.isInteger(x)) return Number.NaN;
    const sine = Math.sin(Math.PI * x);
    return tetragammaOf(1 - x) - (2 * Math.PI * Math.cos(Math.PI * x) * Math.PI ** 2) / sine ** 3;
  }
  let sum = 0;
  let z = x;
  while (z < 12) sum -= 2 / (z++) ** 3;
  sum -= 1 / z ** 2 + 1 / z ** 3;
  bernoulli.forEach((b, i) => {
    const k = 2 * (i + 1);
    sum -= (b * (k + 1)) / z ** (k + 2);
  });
  return sum;
}
