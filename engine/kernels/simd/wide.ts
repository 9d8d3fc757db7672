/**
 * @file expm1 and log1p in float64 lanes, rounded to float32 at the end: near 0 their float32 forms need corrections that
 * cost as much as the wider numbers do.
 */
import {
  EXPM1, EXP_HIGHEST, INFINITE, LOG1P, MINUS_INFINITE, MINUS_ZERO, NAN, WIDE_FRACTION_BITS, WIDE_LN2, WIDE_LOG2E, WIDE_ONE,
  WIDE_ROOT_HALF_BITS, WIDE_ROUNDER, WIDE_TWO,
} from "./constants";
import { all, demote, promoteHigh } from "./lanes";
import { constant, wideConstant, widePolynomial3, widePolynomial5 } from "./polynomial";

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

/** For x > -1 and finite. */
@inline
function log1pPair(x: v128): v128 {
  const fromRoot = i64x2.sub(f64x2.add(x, wideConstant(WIDE_ONE)), wideConstant(WIDE_ROOT_HALF_BITS));
  const exponent = i64x2.shr_s(fromRoot, 52);
  const m = i64x2.add(v128.and(fromRoot, wideConstant(WIDE_FRACTION_BITS)), wideConstant(WIDE_ROOT_HALF_BITS));
  // Where 1 + x needs no scaling, x itself is exact.
  const isExact = i64x2.eq(exponent, i64x2.splat(0));
  const f = v128.bitselect(x, f64x2.sub(m, wideConstant(WIDE_ONE)), isExact);
  const s = f64x2.div(f, f64x2.add(wideConstant(WIDE_TWO), f));
  const z = f64x2.mul(s, s);
  const q = f64x2.mul(z, widePolynomial3(z, f64x2.mul(z, z), LOG1P));
  const twice = f64x2.add(s, s);
  const k = f64x2.sub(i64x2.add(exponent, wideConstant(WIDE_ROUNDER)), wideConstant(WIDE_ROUNDER));
  return f64x2.add(f64x2.add(twice, f64x2.mul(twice, q)), f64x2.mul(k, wideConstant(WIDE_LN2)));
}

/** -inf at -1, NaN below. */
@inline
export function log1pLanes(x: v128): v128 {
  const log = withSign(demote(log1pPair(f64x2.promote_low_f32x4(x)), log1pPair(promoteHigh(x))), x);
  const inDomain = v128.bitselect(log, constant(NAN), f32x4.gt(x, all(-1)));
  const belowInfinity = v128.bitselect(x, inDomain, f32x4.eq(x, constant(INFINITE)));
  return v128.bitselect(constant(MINUS_INFINITE), belowInfinity, f32x4.eq(x, all(-1)));
}
