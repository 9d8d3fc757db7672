/** @file References of the kernels that compute in float64 and round once. */
import * as c from "../coefficients.ts";
import { atLeast, atMost, byPairs, signed } from "./polynomial.ts";

const f = Math.fround;
const wide = (x: number, square: number, coefficients: readonly number[]) => byPairs((y) => y, x, square, coefficients);

/** To the nearest whole number, below 2^51. */
function nearest(x: number): number {
  return x + c.ROUNDER64 - c.ROUNDER64;
}

const EXPM1 = [c.EXPM1_0, c.EXPM1_1, c.EXPM1_2, c.EXPM1_3, c.EXPM1_4, c.EXPM1_5];

export function expm1(x: number): number {
  const clamped = atLeast(atMost(x, 89), -30);
  const k = nearest(clamped * c.LOG2E);
  const r = clamped - k * c.LN2;
  const square = r * r;
  const p = square * wide(r, square, EXPM1) + r;
  const scale = 2 ** k;
  return signed(Math.abs(f(scale * p + (scale - 1))), x);
}

const bits = new BigInt64Array(1);
const asFloat = new Float64Array(bits.buffer);
const ROOT_HALF_BITS = 0x3fe6a09e667f3bcdn;
const LOG1P = [c.LOG1P_0, c.LOG1P_1, c.LOG1P_2, c.LOG1P_3];

/** k and m of x = 2^k m, √½ ≤ m < √2. */
function split(x: number): [number, number] {
  asFloat[0] = x;
  const fromRoot = bits[0] - ROOT_HALF_BITS;
  bits[0] = (fromRoot & 0x000fffffffffffffn) + ROOT_HALF_BITS;
  return [Number(fromRoot >> 52n), asFloat[0]];
}

/** ln(1 + rest) for √½ ≤ 1 + rest < √2 */
function logReduced(rest: number): number {
  const s = rest / (2 + rest);
  const z = s * s;
  const twice = s + s;
  return twice + twice * (z * wide(z, z * z, LOG1P));
}

/** The logarithm where it is finite; at the border of its domain, -inf, and NaN below. */
function inDomain(x: number, lowest: number, log: (x: number) => number): number {
  if (!(x >= lowest)) return Number.NaN;
  if (x === lowest) return Number.NEGATIVE_INFINITY;
  return x === Number.POSITIVE_INFINITY ? x : f(log(x));
}

export function log1p(x: number): number {
  const log = (finite: number) => {
    const [k, m] = split(finite + 1);
    return logReduced(k === 0 ? finite : m - 1) + k * c.LN2;
  };
  return x === 0 ? x : inDomain(x, -1, log);
}

const LOG1P_EXP = [c.LOG1P_EXP_0, c.LOG1P_EXP_1, c.LOG1P_EXP_2, c.LOG1P_EXP_3, c.LOG1P_EXP_4];

/** ln(1 + e) for 0 ≤ e ≤ 1, not rounded. */
export function log1pSmall(e: number): number {
  const s = e / (2 + e);
  const z = s * s;
  return (s + s * (z * wide(z, z * z, LOG1P_EXP))) * 2;
}

function logToBase(x: number, perExponent: number, perLog: number): number {
  return inDomain(x, 0, (finite) => {
    const [k, m] = split(finite);
    return k * perExponent + logReduced(m - 1) * perLog;
  });
}

export const log2 = (x: number) => logToBase(x, 1, c.LOG2E);
export const log10 = (x: number) => logToBase(x, c.LOG10_2, c.LOG10E);

const SIN = [c.SIN_0, c.SIN_1, c.SIN_2, c.SIN_3];
const COS = [c.COS_0, c.COS_1, c.COS_2];

/** sin(x + quarters π/2) */
function turned(x: number, quarters: number): number {
  if (Math.abs(x) > 1e6) return Number.NaN;
  const k = nearest(x * c.TWO_OVER_PI);
  const r = x - k * c.HALF_PI_HIGH - k * c.HALF_PI_LOW;
  const z = r * r;
  const fourth = z * z;
  const turns = (((k + quarters) % 4) + 4) % 4;
  const value = turns % 2 === 1 ? 1 - z * 0.5 + fourth * wide(z, fourth, COS) : r + r * z * wide(z, fourth, SIN);
  return f(turns >= 2 ? -value : value);
}

export const sin = (x: number) => (x === 0 ? x : turned(x, 0));
export const cos = (x: number) => turned(x, 1);
