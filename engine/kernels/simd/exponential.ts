/** @file e^x and what is made of it, in float32 lanes. Maximal errors, in units of the last place, are in ../accuracy.test.ts. */
import {
  ERF, ERFC, ERF_BORDER, ERF_HIGHEST, EXP, EXP_HIGHEST, EXP_LOWEST, HALF_LN2, LN2_HIGH, LN2_LOW, LOG2E, MINUS_ZERO, ONE,
  ROUNDER, SIGMOID_HIGHEST, SIGMOID_LOWEST, TANH_BORDER, TANH_FAR, TANH_HIGHEST, TANH_NEAR, TWICE_LOG2E, TWO, WIDE_ONE,
} from "./constants";
import { demote, promoteHigh } from "./lanes";
import { constant, polynomial2, polynomial4, polynomial5, polynomial6, wideConstant } from "./polynomial";

/** x log₂ e rounded to a whole number k, which stands in the low bits of the sum. */
@inline
export function shiftedExponent(x: v128): v128 {
  return f32x4.add(f32x4.mul(x, constant(LOG2E)), constant(ROUNDER));
}

/** e^r - 1, where r = x - k ln 2 lies within ln 2 / 2 of 0. */
@inline
export function reduced(x: v128, shifted: v128): v128 {
  const k = f32x4.sub(shifted, constant(ROUNDER));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(k, constant(LN2_HIGH))), f32x4.mul(k, constant(LN2_LOW)));
  const square = f32x4.mul(r, r);
  return f32x4.add(f32x4.mul(square, polynomial4(r, square, EXP)), r);
}

/** k as an integer moved to where a float has its exponent: the low nine bits of ROUNDER are 0. */
@inline
function toExponent(shifted: v128): v128 {
  return i32x4.shl(shifted, 23);
}

/**
 * The scale 2^k is applied in two steps: neither half is beyond what one float can say, and denormal results are rounded once.
 * pmin and pmax give their first argument when it is NaN.
 */
@inline
export function expLanes(x: v128): v128 {
  const c = f32x4.pmax(f32x4.pmin(x, constant(EXP_HIGHEST)), constant(EXP_LOWEST));
  const shifted = shiftedExponent(c);
  const p = f32x4.add(reduced(c, shifted), constant(ONE));
  const k = i32x4.sub(shifted, constant(ROUNDER));
  const half = i32x4.shr_s(k, 1);
  const first = i32x4.add(i32x4.shl(half, 23), constant(ONE));
  const second = i32x4.add(i32x4.shl(i32x4.sub(k, half), 23), constant(ONE));
  return f32x4.mul(f32x4.mul(p, first), second);
}

/** (1 + y) 2^k for two lanes, in float64, which neither overflows nor becomes denormal. */
@inline
export function expPair(y: v128, k: v128): v128 {
  const scale = i64x2.add(i64x2.shl(k, 52), wideConstant(WIDE_ONE));
  return f64x2.mul(f64x2.add(wideConstant(WIDE_ONE), y), scale);
}

@inline
function sigmoidPair(y: v128, k: v128): v128 {
  return f64x2.div(wideConstant(WIDE_ONE), f64x2.add(wideConstant(WIDE_ONE), expPair(y, k)));
}

/**
 * 1 / (1 + e^-x). Polynomial in float32, the rest in float64: two float32 roundings more would cost the last bit of the result.
 */
@inline
export function sigmoidLanes(x: v128): v128 {
  const c = f32x4.neg(f32x4.pmax(f32x4.pmin(x, constant(SIGMOID_HIGHEST)), constant(SIGMOID_LOWEST)));
  const shifted = shiftedExponent(c);
  const y = reduced(c, shifted);
  const k = i32x4.sub(shifted, constant(ROUNDER));
  return demote(
    sigmoidPair(f64x2.promote_low_f32x4(y), i64x2.extend_low_i32x4_s(k)),
    sigmoidPair(promoteHigh(y), i64x2.extend_high_i32x4_s(k)),
  );
}

/** The value with the sign of x. */
@inline
function signed(value: v128, x: v128): v128 {
  return v128.or(value, v128.and(x, constant(MINUS_ZERO)));
}

/**
 * Near 0 a polynomial; else, with e = e^2|x| - 1, the sign of x times e / (e + 2). e is (2^k - 1) + 2^k (e^2f - 1) with
 * |x| = k ln 2 / 2 + f; that product is exact where k matters, for the float32 ln 2 ends in three zeros.
 * NaN compares false and takes the polynomial.
 */
@inline
export function tanhLanes(x: v128): v128 {
  const z = f32x4.mul(x, x);
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(x, z), polynomial2(z, f32x4.mul(z, z), TANH_NEAR)));
  const size = f32x4.pmin(f32x4.abs(x), constant(TANH_HIGHEST));
  const shifted = f32x4.add(f32x4.mul(size, constant(TWICE_LOG2E)), constant(ROUNDER));
  const f = f32x4.sub(size, f32x4.mul(f32x4.sub(shifted, constant(ROUNDER)), constant(HALF_LN2)));
  const square = f32x4.mul(f, f);
  const y = f32x4.add(f32x4.add(f, f), f32x4.mul(square, polynomial4(f, square, TANH_FAR)));
  const scale = i32x4.add(toExponent(shifted), constant(ONE));
  const e = f32x4.add(f32x4.mul(scale, y), f32x4.sub(scale, constant(ONE)));
  const far = f32x4.div(e, f32x4.add(e, constant(TWO)));
  // The polynomial would lose the sign of -0.
  return signed(v128.bitselect(far, near, f32x4.ge(size, constant(TANH_BORDER))), x);
}

/** Near 0 a polynomial; else, up to 4, the sign of x times 1 - e^-Q(|x|). */
@inline
export function erfLanes(x: v128): v128 {
  const z = f32x4.mul(x, x);
  const near = f32x4.add(x, f32x4.mul(x, polynomial5(z, f32x4.mul(z, z), ERF)));
  const size = f32x4.pmin(f32x4.abs(x), constant(ERF_HIGHEST));
  const q = f32x4.neg(polynomial6(size, f32x4.mul(size, size), ERFC));
  const shifted = shiftedExponent(q);
  const erfc = i32x4.add(f32x4.add(reduced(q, shifted), constant(ONE)), toExponent(shifted));
  const far = f32x4.sub(constant(ONE), erfc);
  return v128.bitselect(signed(far, x), near, f32x4.ge(size, constant(ERF_BORDER)));
}
