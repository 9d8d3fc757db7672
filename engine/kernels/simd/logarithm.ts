/** @file ln x in float32 lanes. */
import { LN2_HIGH, LN2_LOW, LOG_0, LOG_1, LOG_2, LOG_3, LOG_4, LOG_5, LOG_6, LOG_7 } from "../coefficients";
import { step } from "./exponential";
import { all } from "./lanes";

/** x = 2^e m with √½ ≤ m < √2. -inf at 0, NaN below. */
@inline
export function logLanes(x: v128): v128 {
  // Denormals are brought among the normal numbers first.
  const isTiny = f32x4.lt(x, all(1.1754943508222875e-38));
  const scaled = v128.bitselect(f32x4.mul(x, all(8388608)), x, isTiny);
  const root = i32x4.splat(0x3f3504f3);
  const fromRoot = i32x4.sub(scaled, root);
  const exponent = i32x4.sub(i32x4.shr_s(fromRoot, 23), v128.and(isTiny, i32x4.splat(23)));
  const m = i32x4.add(v128.and(fromRoot, i32x4.splat(0x7fffff)), root);
  const e = f32x4.convert_i32x4_s(exponent);

  const f = f32x4.sub(m, all(1));
  const z = f32x4.mul(f, f);
  const p = step(step(step(step(step(step(step(all(LOG_7), f, LOG_6), f, LOG_5), f, LOG_4), f, LOG_3), f, LOG_2), f, LOG_1), f, LOG_0);
  let tail = f32x4.mul(f32x4.mul(p, f), z);
  tail = f32x4.add(tail, f32x4.mul(e, all(LN2_LOW)));
  tail = f32x4.sub(tail, f32x4.mul(z, all(0.5)));
  const log = f32x4.add(f32x4.add(f, tail), f32x4.mul(e, all(LN2_HIGH)));

  const domain = v128.bitselect(log, all(NaN), f32x4.ge(x, all(0)));
  const finite = v128.bitselect(x, domain, f32x4.eq(x, all(Infinity)));
  return v128.bitselect(all(-Infinity), finite, f32x4.eq(x, all(0)));
}
