/**
 * @file Sine and cosine of doubles from 0 to 2π, for random numbers alone: the bits of the C library that PyTorch takes them from, in every browser.
 *
 * The method is IBM's (Accurate Mathematical Library), with glibc's multiply-adds. An angle near a multiple of π/2 is brought near 0 with a rest;
 * there it is a multiple of 1/128, whose sine and cosine are in a table, and a small angle, of which a short polynomial is enough.
 */
import { once } from "../once.ts";
import { fma } from "./fused.ts";
import { series } from "./pairs.ts";

/** Added and taken away again, it rounds to multiples of 1/128. */
const ROUNDER = 1.5 * 2 ** 45;
/** And this one to whole numbers. */
const WHOLE = 1.5 * 2 ** 52;

/** Past π/4. */
const table = once(() => Array.from({ length: 128 }, (_, i) => series([i / 128, 0])));

/** -1/6, 1/120, … of sine's series, fitted; for angles below 0.126. */
const [T1, T2, T3, T4, T5] = [
  -0.16666666666666666, 0.008333333333332329, -0.00019841269834414642, 0.000002755729806860771, -2.5022014848318398e-8,
];
/** The same below 1/256. */
const [S3, S5] = [-0.16666666666666488, 0.008333332142857223];
const [C2, C4, C6] = [0.5, -0.04166666666666644, 0.001388888740079376];

const TWO_OVER_PI = 0.6366197723675814;
const [HALF_PI, HALF_PI_REST] = [1.5707963267948966, 6.123233995736766e-17];
/** π/2 in four parts, the first so short that its multiples are exact. */
const [PART1, PART2, PART3, PART4] = [
  1.5707963407039642, -1.3909067564377153e-8, -4.9789962314799099e-17, -1.9034889620193266e-25,
];

/** Of a + rest. */
function sine(a: number, rest: number): number {
  const x = Math.abs(a);
  if (x < 0.126) {
    const square = a * a;
    const factor = fma(fma(fma(fma(T5, square, T4), square, T3), square, T2), square, T1);
    return a + fma(fma(factor, a, -0.5 * rest), square, rest);
  }
  const signedRest = a <= 0 ? -rest : rest;
  const near = ROUNDER + x - ROUNDER;
  const t = x - near;
  const square = t * t;
  const s = t + fma(t * square, fma(square, S5, S3), signedRest);
  const c = fma(t, signedRest, square * fma(square, fma(square, C6, C4), C2));
  const { sin, cos } = table()[near * 128];
  const result = sin[0] + fma(cos[0], s, fma(-sin[0], c, fma(s, cos[1], sin[1])));
  return a < 0 ? -result : result;
}

/** Of a + rest. */
function cosine(a: number, rest: number): number {
  const x = Math.abs(a);
  const near = ROUNDER + x - ROUNDER;
  const t = x - near + (a < 0 ? -rest : rest);
  const square = t * t;
  const s = fma(t * square, fma(square, S5, S3), t);
  const c = square * fma(square, fma(square, C6, C4), C2);
  const { sin, cos } = table()[near * 128];
  return cos[0] + fma(-sin[0], s, fma(-cos[0], c, fma(-s, sin[1], cos[1])));
}

/** Of an angle from 0 to 2π. */
export function sineAndCosine(angle: number): readonly [sin: number, cos: number] {
  if (angle < 0.85546875) return [angle < 2 ** -26 ? angle : sine(angle, 0), cosine(angle, 0)];
  if (angle < 2.4262638092041016) {
    const left = HALF_PI - angle;
    const a = left + HALF_PI_REST;
    return [cosine(left, HALF_PI_REST), sine(a, left - a + HALF_PI_REST)];
  }
  const quarters = fma(angle, TWO_OVER_PI, WHOLE) - WHOLE;
  const y = fma(-quarters, PART2, fma(-quarters, PART1, angle));
  const between = fma(-quarters, PART3, y);
  const a = fma(-quarters, PART4, between);
  const rest = fma(-quarters, PART3, y - between) + fma(-quarters, PART4, between - a);
  const [s, c] = [sine(a, rest), cosine(a, rest)];
  switch (quarters & 3) {
    case 0:
      return [s, c];
    case 1:
      return [c, -s];
    case 2:
      return [-s, -c];
    default:
      return [-c, s];
  }
}
