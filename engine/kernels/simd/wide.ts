/**
 * @file expm1 and log1p in float64 lanes, rounded to float32 at the end: near 0 their float32 forms need corrections that
 * cost as much as the wider numbers do.
 */
import {
  EXPM1_0, EXPM1_1, EXPM1_2, EXPM1_3, EXPM1_4, EXPM1_5,
  LN2, LOG1P_0, LOG1P_1, LOG1P_2, LOG1P_3, LOG2E, ROUNDER64,
} from "../coefficients";
import { all, demote, promoteHigh } from "./lanes";

@inline
export function wide(value: f64): v128 {
  return f64x2.splat(value);
}

@inline
export function wideStep(acc: v128, x: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(acc, x), wide(c));
}

/** Both functions have the sign of their argument, also at -0, which the sums in them lose. */
@inline
function withSign(value: v128, x: v128): v128 {
  return v128.or(value, v128.and(x, i32x4.splat(0x80000000)));
}

@inline
function expm1Pair(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, wide(LOG2E)), wide(ROUNDER64));
  const r = f64x2.sub(x, f64x2.mul(f64x2.sub(shifted, wide(ROUNDER64)), wide(LN2)));
  const q = wideStep(wideStep(wideStep(wideStep(wideStep(wide(EXPM1_5), r, EXPM1_4), r, EXPM1_3), r, EXPM1_2), r, EXPM1_1), r, EXPM1_0);
  const p = f64x2.add(f64x2.mul(f64x2.mul(r, r), q), r);
  const scale = i64x2.add(i64x2.shl(shifted, 52), wide(1));
  return f64x2.add(f64x2.mul(scale, p), f64x2.sub(scale, wide(1)));
}

@inline
export function expm1Lanes(x: v128): v128 {
  const c = f32x4.pmax(f32x4.pmin(x, all(89)), all(-30));
  return withSign(demote(expm1Pair(f64x2.promote_low_f32x4(c)), expm1Pair(promoteHigh(c))), x);
}

/** For x > -1 and finite. */
@inline
function log1pPair(x: v128): v128 {
  const root = i64x2.splat(0x3fe6a09e667f3bcd);
  const fromRoot = i64x2.sub(f64x2.add(x, wide(1)), root);
  const exponent = i64x2.shr_s(fromRoot, 52);
  const m = i64x2.add(v128.and(fromRoot, i64x2.splat(0x000fffffffffffff)), root);
  // Where 1 + x needs no scaling, x itself is exact.
  const f = v128.bitselect(x, f64x2.sub(m, wide(1)), i64x2.eq(exponent, i64x2.splat(0)));
  const s = f64x2.div(f, f64x2.add(wide(2), f));
  const z = f64x2.mul(s, s);
  const q = wideStep(wideStep(wideStep(wide(LOG1P_3), z, LOG1P_2), z, LOG1P_1), z, LOG1P_0);
  const twice = f64x2.add(s, s);
  const log = f64x2.add(twice, f64x2.mul(twice, f64x2.mul(z, q)));
  const e = f64x2.sub(i64x2.add(exponent, wide(ROUNDER64)), wide(ROUNDER64));
  return f64x2.add(log, f64x2.mul(e, wide(LN2)));
}

/** -inf at -1, NaN below. */
@inline
export function log1pLanes(x: v128): v128 {
  const log = withSign(demote(log1pPair(f64x2.promote_low_f32x4(x)), log1pPair(promoteHigh(x))), x);
  const domain = v128.bitselect(log, all(NaN), f32x4.gt(x, all(-1)));
  const finite = v128.bitselect(x, domain, f32x4.eq(x, all(Infinity)));
  return v128.bitselect(all(-Infinity), finite, f32x4.eq(x, all(-1)));
}
