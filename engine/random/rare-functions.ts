/** @file Tangent and e^x of doubles, rounded correctly but for one result in a million: for Cauchy's and log-normal numbers, which few draw. */
import { LN2, negative, over, type Pair, plus, series, times } from "./pairs.ts";

const HALF_PI: Pair = [Math.PI / 2, 6.123233995736766e-17];

/** Of an angle between -π/2 and π/2. */
export function tangent(angle: number): number {
  const x = Math.abs(angle);
  const isSteep = x > Math.PI / 4;
  const { sin, cos } = series(isSteep ? plus(HALF_PI, [-x, 0]) : [x, 0]);
  const [above, below] = isSteep ? [cos, sin] : [sin, cos];
  const quotient = above[0] / below[0];
  const rest = plus(above, negative(times(below, [quotient, 0])));
  const result = quotient + rest[0] / below[0];
  return angle < 0 ? -result : result;
}

const HALVINGS = 5;

/** e^x, far from overflow. */
export function exponential(x: number): number {
  const power = Math.round(x / Math.LN2);
  // In 2^HALVINGS equal parts the series ends soon.
  const part = over(plus([x, 0], negative(times(LN2, [power, 0]))), 2 ** HALVINGS);
  let [total, term]: [Pair, Pair] = [
    [1, 0],
    [1, 0],
  ];
  for (let n = 1; n < 14; n++) {
    term = over(times(term, part), n);
    total = plus(total, term);
  }
  for (let i = 0; i < HALVINGS; i++) total = times(total, total);
  return total[0] * 2 ** power;
}
