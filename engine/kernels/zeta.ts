/** @file Hurwitz's zeta, by Euler and Maclaurin: nine terms as they are, then the tail's expansion. Relative error below 1e-14 for s ≥ 1.1. */

/** (2k)! / B₂ₖ, k = 1, 2, … */
const TAIL = [
  12, -720, 30240, -1209600, 47900160, -1892437580.3183792, 7.47242496e10, -2950130727918.164, 116467828143500.67,
  -4597978722407473.0, 1.8152105401943546e17, -7.166165256175667e18,
];
const TERMS = 9;
const PRECISION = 1.11e-16;

/** Σ_{k ≥ 0} (k + q)^(-s). NaN for s < 1, and at q < 0 for s that is not whole; ∞ at s = 1 and at q = 0, -1, … */
export function zetaOf(s: number, q: number): number {
  if (s === 1) return Number.POSITIVE_INFINITY;
  if (!(s > 1)) return Number.NaN;
  if (q <= 0) {
    if (q === Math.floor(q)) return Number.POSITIVE_INFINITY;
    if (s !== Math.floor(s)) return Number.NaN;
  }
  let [sum, a] = [q ** -s, q];
  let term = 0;
  for (let i = 0; i < TERMS || a <= TERMS; i++) {
    a += 1;
    term = a ** -s;
    sum += term;
    if (Math.abs(term) < PRECISION * Math.abs(sum)) return sum;
  }
  sum += (term * a) / (s - 1) - 0.5 * term;
  let factor = 1;
  let k = 0;
  for (const denominator of TAIL) {
    factor *= s + k;
    term /= a;
    const part = (factor * term) / denominator;
    sum += part;
    if (Math.abs(part) < PRECISION * Math.abs(sum)) return sum;
    k += 1;
    factor *= s + k;
    term /= a;
    k += 1;
  }
  return sum;
}
