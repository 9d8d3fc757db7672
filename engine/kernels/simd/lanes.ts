/** @file What all kernels share: four numbers at a time, and the one to three that are left over. */

/** Loads 1 to 3 numbers; the other lanes are 0. Never reads past them: they may end the memory. */
@inline
export function loadPart(at: usize, count: i32): v128 {
  if (count == 1) return v128.load32_zero(at);
  const two = v128.load64_zero(at);
  return count == 2 ? two : v128.load32_lane(at, two, 2, 8);
}

/** Stores the first 1 to 3 lanes. */
@inline
export function storePart(at: usize, value: v128, count: i32): void {
  if (count == 1) {
    v128.store32_lane(at, value, 0);
  } else {
    v128.store64_lane(at, value, 0);
    if (count == 3) v128.store32_lane(at, value, 2, 8);
  }
}

/** Loads 1 to 4 numbers. */
@inline
export function loadUpTo4(at: usize, count: i32): v128 {
  return count == 4 ? v128.load(at) : loadPart(at, count);
}

@inline
export function storeUpTo4(at: usize, value: v128, count: i32): void {
  if (count == 4) v128.store(at, value);
  else storePart(at, value, count);
}

/** A constant or argument in every lane. */
@inline
export function all(value: f64): v128 {
  return f32x4.splat(<f32>value);
}

/** 1, 0 or -1; 0 for NaN. */
@inline
export function signLanes(x: v128): v128 {
  const above = v128.and(f32x4.gt(x, all(0)), all(1));
  const below = v128.and(f32x4.lt(x, all(0)), all(1));
  return f32x4.sub(above, below);
}

/** Lanes 2 and 3 as float64. */
@inline
export function promoteHigh(x: v128): v128 {
  return f64x2.promote_low_f32x4(i8x16.shuffle(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
}

/** Two pairs of float64 to four float32. */
@inline
export function demote(low: v128, high: v128): v128 {
  return i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
