/** @file sin and cos in float64 lanes, rounded to float32 at the end. */
import {
  COS, MINUS_ZERO, SIN, WIDE_HALF, WIDE_HALF_PI_HIGH, WIDE_HALF_PI_LOW, WIDE_MINUS_ZERO, WIDE_ONE, WIDE_ROUNDER,
  WIDE_TWO_OVER_PI,
} from "./constants";
import { all, demote, loadUpTo4, promoteHigh, storeUpTo4 } from "./lanes";
import { constant, wideConstant, widePolynomial2, widePolynomial3 } from "./polynomial";

/** What the reduction by multiples of π/2 is exact for. */
const LARGEST: f64 = 1e6;

/** sin(x + quarters π/2) for two lanes, |x| ≤ LARGEST. */
@inline
function sinPair(x: v128, quarters: i64): v128 {
  const shifted = f64x2.add(f64x2.mul(x, wideConstant(WIDE_TWO_OVER_PI)), wideConstant(WIDE_ROUNDER));
  const k = f64x2.sub(shifted, wideConstant(WIDE_ROUNDER));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(k, wideConstant(WIDE_HALF_PI_HIGH))),
    f64x2.mul(k, wideConstant(WIDE_HALF_PI_LOW)),
  );
  const z = f64x2.mul(r, r);
  const fourth = f64x2.mul(z, z);
  const sin = f64x2.add(r, f64x2.mul(f64x2.mul(r, z), widePolynomial3(z, fourth, SIN)));
  const half = f64x2.sub(wideConstant(WIDE_ONE), f64x2.mul(z, wideConstant(WIDE_HALF)));
  const cos = f64x2.add(half, f64x2.mul(fourth, widePolynomial2(z, fourth, COS)));
  // The two lowest bits of the number of quarters: the first exchanges sin and cos, the second turns the sign.
  const turns = i64x2.add(shifted, i64x2.splat(quarters));
  const isOdd = i64x2.sub(i64x2.splat(0), v128.and(turns, i64x2.splat(1)));
  const sign = v128.and(i64x2.shl(turns, 62), wideConstant(WIDE_MINUS_ZERO));
  return v128.xor(v128.bitselect(cos, sin, isOdd), sign);
}

@inline
function sinLanes(x: v128, quarters: i64): v128 {
  return demote(sinPair(f64x2.promote_low_f32x4(x), quarters), sinPair(promoteHigh(x), quarters));
}

/** NaN beyond LARGEST; gives 1 if a finite number was there. */
@inline
function turn(x: usize, y: usize, n: i32, quarters: i64): i32 {
  let beyond = all(0);
  for (let left = n; left > 0; left -= 4, x += 16, y += 16) {
    const count = min(left, 4);
    const value = loadUpTo4(x, count);
    const isBeyond = f32x4.gt(f32x4.abs(value), all(LARGEST));
    const isFinite = f32x4.lt(f32x4.abs(value), all(Infinity));
    beyond = v128.or(beyond, v128.and(isBeyond, isFinite));
    let result = v128.bitselect(all(NaN), sinLanes(value, quarters), isBeyond);
    // sin is odd, also at -0, which the sum loses.
    if (quarters == 0) result = v128.or(result, v128.and(v128.and(value, constant(MINUS_ZERO)), f32x4.eq(value, all(0))));
    storeUpTo4(y, result, count);
  }
  return v128.any_true(beyond) ? 1 : 0;
}

export function sin(x: usize, y: usize, n: i32): i32 {
  return turn(x, y, n, 0);
}

export function cos(x: usize, y: usize, n: i32): i32 {
  return turn(x, y, n, 1);
}
