/**
 * @file expm1, logarithms and softplus in float64 lanes, rounded to float32 at the end: their float32 forms need corrections
 * that cost as much as the wider numbers do.
 */
import {
  EXPM1, EXP_HIGHEST, INFINITE, LOG1P, LOG1P_EXP, MINUS_INFINITE, MINUS_ZERO, NAN, ROUNDER, SIGMOID_LOWEST, WIDE_BIAS,
  WIDE_FRACTION_BITS, WIDE_LN2, WIDE_LOG10E, WIDE_LOG10_2, WIDE_LOG2E, WIDE_MINUS_TWO, WIDE_ONE, WIDE_ROOT_HALF_BITS,
  WIDE_ROOT_HALF_OFFSET, WIDE_ROUNDER, WIDE_ROUNDER_AND_BIAS, WIDE_TWO,
} from "./constants";
import { expPair, reduced, shiftedExponent } from "./exponential";
import { all, demote, promoteHigh } from "./lanes";
import { constant, wideConstant, widePolynomial3, widePolynomial4, widePolynomial5 } from "./polynomial";

/** Both functions have the sign of their argument, also at -0, which the sums in them lose. */
@inline
function withSign(value: v128, x: v128): v128 {
  return v128.or(value, v128.and(x, constant(MINUS_ZERO)));
}

@inline
function expm1Pair(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, wideConstant(WIDE_LOG2E)), wideConstant(WIDE_ROUNDER));
  const k = f64x2.sub(shifted, wideConstant(WIDE_ROUNDER));
  const r = f64x2.sub(x, f64x2.mul(k, wideConstant(WIDE_LN2)));
  const square = f64x2.mul(r, r);
  const p = f64x2.add(f64x2.mul(square, widePolynomial5(r, square, EXPM1)), r);
  const scale = i64x2.add(i64x2.shl(shifted, 52), wideConstant(WIDE_ONE));
  return f64x2.add(f64x2.mul(scale, p), f64x2.sub(scale, wideConstant(WIDE_ONE)));
}

@inline
export function expm1Lanes(x: v128): v128 {
  const c = f32x4.pmax(f32x4.pmin(x, constant(EXP_HIGHEST)), all(-30));
  return withSign(demote(expm1Pair(f64x2.promote_low_f32x4(c)), expm1Pair(promoteHigh(c))), x);
}

/** A positive, finite x is 2^k m with √½ ≤ m < √2: k + 1023 and m in the bits of this. */
@inline
function fromRoot(x: v128): v128 {
  return i64x2.sub(x, wideConstant(WIDE_ROOT_HALF_OFFSET));
}

@inline
function mantissa(split: v128): v128 {
  return i64x2.add(v128.and(split, wideConstant(WIDE_FRACTION_BITS)), wideConstant(WIDE_ROOT_HALF_BITS));
}

/** ln(1 + f) for √½ ≤ 1 + f < √2 */
@inline
function logReduced(f: v128): v128 {
  const s = f64x2.div(f, f64x2.add(wideConstant(WIDE_TWO), f));
  const z = f64x2.mul(s, s);
  const q = f64x2.mul(z, widePolynomial3(z, f64x2.mul(z, z), LOG1P));
  const twice = f64x2.add(s, s);
  return f64x2.add(twice, f64x2.mul(twice, q));
}

/** k as a float64: the integer is put where ROUNDER has zeros. */
@inline
function toFloat(exponent: v128): v128 {
  return f64x2.sub(i64x2.add(exponent, wideConstant(WIDE_ROUNDER)), wideConstant(WIDE_ROUNDER_AND_BIAS));
}

/** For x > -1 and finite. */
@inline
function log1pPair(x: v128): v128 {
  const split = fromRoot(f64x2.add(x, wideConstant(WIDE_ONE)));
  const exponent = i64x2.shr_u(split, 52);
  // Where 1 + x needs no scaling, x itself is exact.
  const isExact = i64x2.eq(exponent, wideConstant(WIDE_BIAS));
  const f = v128.bitselect(x, f64x2.sub(mantissa(split), wideConstant(WIDE_ONE)), isExact);
  return f64x2.add(logReduced(f), f64x2.mul(toFloat(exponent), wideConstant(WIDE_LN2)));
}

/** A logarithm's values at the border of its domain: -inf at `lowest`, NaN below, inf at inf. */
@inline
function inDomain(log: v128, x: v128, lowest: v128): v128 {
  const above = v128.bitselect(log, constant(NAN), f32x4.gt(x, lowest));
  const belowInfinity = v128.bitselect(x, above, f32x4.eq(x, constant(INFINITE)));
  return v128.bitselect(constant(MINUS_INFINITE), belowInfinity, f32x4.eq(x, lowest));
}

@inline
export function log1pLanes(x: v128): v128 {
  const log = withSign(demote(log1pPair(f64x2.promote_low_f32x4(x)), log1pPair(promoteHigh(x))), x);
  return inDomain(log, x, all(-1));
}

/** term + twice ln(1 + e) / 2, where e = (1 + y) 2^k ≤ 1 needs no splitting into exponent and rest. */
@inline
function log1pExpPair(y: v128, k: v128, term: v128, twice: usize): v128 {
  const e = expPair(y, k);
  const s = f64x2.div(e, f64x2.add(wideConstant(WIDE_TWO), e));
  const z = f64x2.mul(s, s);
  const q = f64x2.mul(z, widePolynomial4(z, f64x2.mul(z, z), LOG1P_EXP));
  return f64x2.add(term, f64x2.mul(f64x2.add(s, f64x2.mul(s, q)), wideConstant(twice)));
}

/** term + twice ln(1 + e^-|x|) / 2 */
@inline
function log1pExpLanes(x: v128, term: v128, twice: usize): v128 {
  const c = f32x4.pmax(f32x4.neg(f32x4.abs(x)), constant(SIGMOID_LOWEST));
  const shifted = shiftedExponent(c);
  const y = reduced(c, shifted);
  const k = i32x4.sub(shifted, constant(ROUNDER));
  const low = f64x2.promote_low_f32x4(y);
  return demote(
    log1pExpPair(low, i64x2.extend_low_i32x4_s(k), f64x2.promote_low_f32x4(term), twice),
    log1pExpPair(promoteHigh(y), i64x2.extend_high_i32x4_s(k), promoteHigh(term), twice),
  );
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|) */
@inline
export function softplusLanes(x: v128): v128 {
  return log1pExpLanes(x, f32x4.pmax(x, all(0)), WIDE_TWO);
}

/** -ln(1 + e^-x) = min(x, 0) - ln(1 + e^-|x|) */
@inline
export function logSigmoidLanes(x: v128): v128 {
  return log1pExpLanes(x, f32x4.pmin(x, all(0)), WIDE_MINUS_TWO);
}

/** k `perExponent` + ln m `perLog` */
@inline
function logToBase(x: v128, perExponent: usize, perLog: usize): v128 {
  const split = fromRoot(x);
  const log = logReduced(f64x2.sub(mantissa(split), wideConstant(WIDE_ONE)));
  const whole = f64x2.mul(toFloat(i64x2.shr_u(split, 52)), wideConstant(perExponent));
  return f64x2.add(whole, f64x2.mul(log, wideConstant(perLog)));
}

@inline
function logLanesToBase(x: v128, perExponent: usize, perLog: usize): v128 {
  const low = logToBase(f64x2.promote_low_f32x4(x), perExponent, perLog);
  const high = logToBase(promoteHigh(x), perExponent, perLog);
  return inDomain(demote(low, high), x, all(0));
}

@inline
export function log2Lanes(x: v128): v128 {
  return logLanesToBase(x, WIDE_ONE, WIDE_LOG2E);
}

@inline
export function log10Lanes(x: v128): v128 {
  return logLanesToBase(x, WIDE_LOG10_2, WIDE_LOG10E);
}
