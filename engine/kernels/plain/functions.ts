/**
 * @file The kernels' functions of one float32, every operation rounded as the kernels round it. The order is theirs too, so that
 * results agree to the bit.
 */
import * as c from "../coefficients.ts";
import { atLeast, atMost, byPairs, signed } from "./polynomial.ts";
import { log1pSmall } from "./wide.ts";

export const f = Math.fround;

const narrow = (x: number, square: number, coefficients: readonly number[]) => byPairs(f, x, square, coefficients);

const EXP = [c.EXP_0, c.EXP_1, c.EXP_2, c.EXP_3, c.EXP_4].map(f);
const LOG2E = f(c.LOG2E);
const LN2_LOW = f(c.LN2_LOW);

/** x log₂ e to the nearest whole number, as float32 has it. */
function exponentOf(x: number, log2e: number): number {
  return f(f(f(x * log2e) + c.ROUNDER) - c.ROUNDER);
}

/** e^r - 1, r being x - k ln 2. */
function reduced(x: number, k: number): number {
  const r = f(f(x - f(k * c.LN2_HIGH)) - f(k * LN2_LOW));
  const square = f(r * r);
  return f(f(square * narrow(r, square, EXP)) + r);
}

export function exp(x: number): number {
  const clamped = atLeast(atMost(x, 89), -104);
  const k = exponentOf(clamped, LOG2E);
  const half = Math.floor(k / 2);
  return f(f(f(reduced(clamped, k) + 1) * 2 ** half) * 2 ** (k - half));
}

export function sigmoid(x: number): number {
  const clamped = -atLeast(atMost(x, 40), -105);
  const k = exponentOf(clamped, LOG2E);
  return f(1 / (1 + (1 + reduced(clamped, k)) * 2 ** k));
}

export function silu(x: number): number {
  return f(x * sigmoid(x));
}

const TANH_NEAR = [c.TANH_NEAR_0, c.TANH_NEAR_1, c.TANH_NEAR_2].map(f);
const TANH_FAR = [c.TANH_FAR_0, c.TANH_FAR_1, c.TANH_FAR_2, c.TANH_FAR_3, c.TANH_FAR_4].map(f);
const TWICE_LOG2E = f(2 * c.LOG2E);
const HALF_LN2 = f(0.5 * c.LN2);

export function tanh(x: number): number {
  const size = atMost(Math.abs(x), f(9.1));
  if (!(size >= f(0.3))) {
    // The polynomial would lose the sign of -0.
    if (x === 0) return x;
    const z = f(x * x);
    return f(x + f(f(x * z) * narrow(z, f(z * z), TANH_NEAR)));
  }
  const k = exponentOf(size, TWICE_LOG2E);
  const rest = f(size - f(k * HALF_LN2));
  const square = f(rest * rest);
  const y = f(f(rest + rest) + f(square * narrow(rest, square, TANH_FAR)));
  const scale = 2 ** k;
  const e = f(f(scale * y) + f(scale - 1));
  return signed(f(e / f(e + 2)), x);
}

const ERF = [c.ERF_0, c.ERF_1, c.ERF_2, c.ERF_3, c.ERF_4, c.ERF_5].map(f);
const ERFC = [c.ERFC_0, c.ERFC_1, c.ERFC_2, c.ERFC_3, c.ERFC_4, c.ERFC_5, c.ERFC_6].map(f);

export function erf(x: number): number {
  const size = atMost(Math.abs(x), 4);
  if (!(size >= f(0.9))) {
    const z = f(x * x);
    return f(x + f(x * narrow(z, f(z * z), ERF)));
  }
  const q = -narrow(size, f(size * size), ERFC);
  const k = exponentOf(q, LOG2E);
  return signed(f(1 - f(f(reduced(q, k) + 1) * 2 ** k)), x);
}

const bits = new Int32Array(1);
const asFloat = new Float32Array(bits.buffer);
const ROOT_HALF_BITS = 0x3f3504f3;
const LOG = [c.LOG_0, c.LOG_1, c.LOG_2, c.LOG_3, c.LOG_4, c.LOG_5, c.LOG_6, c.LOG_7].map(f);

/** k and m of x = 2^k m, √½ ≤ m < √2; x normal. */
function split(x: number): [number, number] {
  asFloat[0] = x;
  const fromRoot = (bits[0] - ROOT_HALF_BITS) | 0;
  bits[0] = (fromRoot & 0x7fffff) + ROOT_HALF_BITS;
  return [fromRoot >> 23, asFloat[0]];
}

export function log(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const isTiny = x < 2 ** -126;
  const [exponent, m] = split(isTiny ? x * 2 ** 23 : x);
  const k = isTiny ? exponent - 23 : exponent;
  const rest = f(m - 1);
  const square = f(rest * rest);
  let tail = f(f(narrow(rest, square, LOG) * rest) * square);
  tail = f(tail + f(k * LN2_LOW));
  tail = f(tail - f(square * 0.5));
  return f(f(rest + tail) + f(k * c.LN2_HIGH));
}

/** ln(1 + e^-|x|) in float64. */
function log1pExp(x: number): number {
  const clamped = atLeast(-Math.abs(x), -105);
  const k = exponentOf(clamped, LOG2E);
  return log1pSmall((1 + reduced(clamped, k)) * 2 ** k);
}

export function softplus(x: number): number {
  return Number.isNaN(x) ? x : f(atLeast(x, 0) + log1pExp(x));
}

export function logsigmoid(x: number): number {
  return Number.isNaN(x) ? x : f(atMost(x, 0) - log1pExp(x));
}

const SQRT1_2 = f(c.SQRT1_2);
const NORMAL_DENSITY = f(c.NORMAL_DENSITY);

/** 1 + erf(x √½): twice the normal distribution. */
function twiceNormal(x: number): number {
  return f(1 + erf(f(x * SQRT1_2)));
}

export function gelu(x: number): number {
  return f(f(f(x * 0.5) * twiceNormal(x)) - f(x - x));
}

export function geluGrad(g: number, x: number): number {
  const density = f(exp(f(f(x * x) * -0.5)) * NORMAL_DENSITY);
  return f(g * f(f(twiceNormal(x) * 0.5) + f(x * density)));
}

export function siluGrad(g: number, x: number): number {
  const s = sigmoid(x);
  return f(f(g * s) * f(1 + f(x * f(1 - s))));
}

/** To the nearest whole number, halves to the even one. */
export function round(x: number): number {
  if (Math.abs(x) >= 2 ** 23) return x;
  const below = Math.floor(x);
  const rest = x - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return signed(Math.abs(up ? below + 1 : below), x);
}

/** 0 for NaN, as PyTorch has it. */
export function sign(x: number): number {
  return (x > 0 ? 1 : 0) - (x < 0 ? 1 : 0);
}
