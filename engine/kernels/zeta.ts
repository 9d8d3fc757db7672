/** @file Hurwitz's zeta, by Euler and Maclaurin: nine terms as they are, then the tail's expansion. Relative error below 1e-14 for s ≥ 1.1. */

/** (2k)! / B₂ₖ, k = 1, 2, … */
const TAIL = [
  12, -720, 30240, -1209600, 47900160, -1.8924375803183791606e9, 7.47242496e10, -2.950130727918164224e12,
  1.1646782814350067249e14, -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18,
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
