/** @file What the references of functions share. */

/** A sign bit, also of -0. */
function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

/** The value, which has no sign, with that of x. */
export function signed(value: number, x: number): number {
  return isNegative(x) ? -value : value;
}

/** wasm's pmin and pmax: the first argument if it is NaN. */
export function atMost(x: number, limit: number): number {
  return limit < x ? limit : x;
}

export function atLeast(x: number, limit: number): number {
  return x < limit ? limit : x;
}

/** (c₀ + c₁x) + x²((c₂ + c₃x) + x²(…)), every operation rounded by `round`. */
export function byPairs(
  round: (x: number) => number,
  x: number,
  square: number,
  coefficients: readonly number[],
): number {
  const step = (sum: number, by: number, then: number) => round(round(sum * by) + then);
  const pair = (i: number) => step(coefficients[i + 1], x, coefficients[i]);
  const top = coefficients.length - 1;
  let sum = top % 2 === 0 ? coefficients[top] : pair(top - 1);
  for (let i = (top % 2 === 0 ? top : top - 1) - 2; i >= 0; i -= 2) sum = step(sum, square, pair(i));
  return sum;
}
