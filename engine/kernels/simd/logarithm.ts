/** @file ln x in float32 lanes. */
import {
  FRACTION_BITS, HALF, INFINITE, LN2_HIGH, LN2_LOW, LOG, MINUS_INFINITE, NAN, ONE, ROOT_HALF_BITS, SMALLEST_NORMAL, TWO_TO_23,
} from "./constants";
import { constant, polynomial7 } from "./polynomial";

/** x = 2^k m with √½ ≤ m < √2. -inf at 0, NaN below. */
@inline
export function logLanes(x: v128): v128 {
  // Denormals are brought among the normal numbers first.
  const isTiny = f32x4.lt(x, constant(SMALLEST_NORMAL));
  const scaled = v128.bitselect(f32x4.mul(x, constant(TWO_TO_23)), x, isTiny);
  const fromRoot = i32x4.sub(scaled, constant(ROOT_HALF_BITS));
  const exponent = i32x4.sub(i32x4.shr_s(fromRoot, 23), v128.and(isTiny, i32x4.splat(23)));
  const m = i32x4.add(v128.and(fromRoot, constant(FRACTION_BITS)), constant(ROOT_HALF_BITS));
  const k = f32x4.convert_i32x4_s(exponent);

  const f = f32x4.sub(m, constant(ONE));
  const square = f32x4.mul(f, f);
  let tail = f32x4.mul(f32x4.mul(polynomial7(f, square, LOG), f), square);
  tail = f32x4.add(tail, f32x4.mul(k, constant(LN2_LOW)));
  tail = f32x4.sub(tail, f32x4.mul(square, constant(HALF)));
  const log = f32x4.add(f32x4.add(f, tail), f32x4.mul(k, constant(LN2_HIGH)));

  const inDomain = v128.bitselect(log, constant(NAN), f32x4.ge(x, f32x4.splat(0)));
  const belowInfinity = v128.bitselect(x, inDomain, f32x4.eq(x, constant(INFINITE)));
  return v128.bitselect(constant(MINUS_INFINITE), belowInfinity, f32x4.eq(x, f32x4.splat(0)));
}
