/** @file e^x and what is made of it, in float32 lanes. */
import {
  ERFC_0, ERFC_1, ERFC_2, ERFC_3, ERFC_4, ERFC_5, ERFC_6,
  ERF_0, ERF_1, ERF_2, ERF_3, ERF_4, ERF_5,
  EXP_0, EXP_1, EXP_2, EXP_3, EXP_4,
  LN2_HIGH, LN2_LOW, LOG2E, ROUNDER,
  TANH_0, TANH_1, TANH_2, TANH_3, TANH_4, TANH_5, TANH_6,
} from "../coefficients";
import { all, demote, promoteHigh } from "./lanes";

/** acc x + c: one step of Horner's rule. */
@inline
export function step(acc: v128, x: v128, c: f64): v128 {
  return f32x4.add(f32x4.mul(acc, x), all(c));
}

/** What is left of x after n ln 2, where n is given as a float. */
@inline
function remainder(x: v128, n: v128): v128 {
  return f32x4.sub(f32x4.sub(x, f32x4.mul(n, all(LN2_HIGH))), f32x4.mul(n, all(LN2_LOW)));
}

/** e^r - 1 for |r| ≤ ln 2 / 2. */
@inline
function expm1Reduced(r: v128): v128 {
  const q = step(step(step(step(all(EXP_4), r, EXP_3), r, EXP_2), r, EXP_1), r, EXP_0);
  return f32x4.add(f32x4.mul(f32x4.mul(r, r), q), r);
}

@inline
function expReduced(r: v128): v128 {
  return f32x4.add(expm1Reduced(r), all(1));
}

/** 2^k, k whole, -126 ≤ k ≤ 127. */
@inline
function powerOf2(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

/** e^x for -104 ≤ x ≤ 89 or NaN. The scale is applied in two steps: half of it may be beyond what one float can say. */
@inline
function expClamped(x: v128): v128 {
  const shifted = f32x4.add(f32x4.mul(x, all(LOG2E)), all(ROUNDER));
  const p = expReduced(remainder(x, f32x4.sub(shifted, all(ROUNDER))));
  const k = i32x4.sub(shifted, all(ROUNDER));
  const half = i32x4.shr_s(k, 1);
  return f32x4.mul(f32x4.mul(p, powerOf2(half)), powerOf2(i32x4.sub(k, half)));
}

/** e^x for 0 ≤ |x| ≤ 40, where one step of scaling will do. Not for NaN. */
@inline
function expModerate(x: v128): v128 {
  const shifted = f32x4.add(f32x4.mul(x, all(LOG2E)), all(ROUNDER));
  const p = expReduced(remainder(x, f32x4.sub(shifted, all(ROUNDER))));
  // The low nine bits of ROUNDER are 0: what shifts into the exponent is the whole number alone.
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** pmin and pmax give their first argument when it is NaN. */
@inline
export function expLanes(x: v128): v128 {
  return expClamped(f32x4.pmax(f32x4.pmin(x, all(89)), all(-104)));
}

/** 1 / (1 + (1 + y) 2^k) for two lanes, in float64. */
@inline
function sigmoidPair(y: v128, k: v128): v128 {
  const scale = i64x2.add(i64x2.shl(k, 52), f64x2.splat(1));
  const e = f64x2.mul(f64x2.add(f64x2.splat(1), y), scale);
  return f64x2.div(f64x2.splat(1), f64x2.add(f64x2.splat(1), e));
}

/**
 * 1 / (1 + e^-x). Polynomial in float32, the rest in float64: there e^-x neither overflows nor falls short of the last bits of
 * the result, which two float32 roundings more would cost.
 */
@inline
export function sigmoidLanes(x: v128): v128 {
  const c = f32x4.pmax(f32x4.pmin(f32x4.neg(x), all(105)), all(-40));
  const shifted = f32x4.add(f32x4.mul(c, all(LOG2E)), all(ROUNDER));
  const y = expm1Reduced(remainder(c, f32x4.sub(shifted, all(ROUNDER))));
  const k = i32x4.sub(shifted, all(ROUNDER));
  return demote(
    sigmoidPair(f64x2.promote_low_f32x4(y), i64x2.extend_low_i32x4_s(k)),
    sigmoidPair(promoteHigh(y), i64x2.extend_high_i32x4_s(k)),
  );
}

@inline
function signOf(x: v128): v128 {
  return v128.and(x, i32x4.splat(0x80000000));
}

/** A polynomial below 1, 1 - 2 / (e^2x + 1) above. NaN compares false and takes the polynomial. */
@inline
export function tanhLanes(x: v128): v128 {
  const z = f32x4.mul(x, x);
  const q = step(step(step(step(step(step(all(TANH_6), z, TANH_5), z, TANH_4), z, TANH_3), z, TANH_2), z, TANH_1), z, TANH_0);
  const near = f32x4.add(x, f32x4.mul(x, f32x4.mul(z, q)));
  const size = f32x4.pmin(f32x4.abs(x), all(9.1));
  const e = expModerate(f32x4.add(size, size));
  const far = f32x4.sub(all(1), f32x4.div(all(2), f32x4.add(e, all(1))));
  // The sign of -0 would be lost in the polynomial.
  return v128.or(v128.bitselect(far, near, f32x4.ge(size, all(1))), signOf(x));
}

/** A polynomial below 0.9, 1 - e^-Q(x) above; from 4 on it is 1. */
@inline
export function erfLanes(x: v128): v128 {
  const z = f32x4.mul(x, x);
  const p = step(step(step(step(step(all(ERF_5), z, ERF_4), z, ERF_3), z, ERF_2), z, ERF_1), z, ERF_0);
  const near = f32x4.add(x, f32x4.mul(x, p));
  const size = f32x4.pmin(f32x4.abs(x), all(4));
  const q = step(step(step(step(step(step(all(ERFC_6), size, ERFC_5), size, ERFC_4), size, ERFC_3), size, ERFC_2), size, ERFC_1), size, ERFC_0);
  const far = f32x4.sub(all(1), expModerate(f32x4.neg(q)));
  return v128.bitselect(v128.or(far, signOf(x)), near, f32x4.ge(size, all(0.9)));
}
