/** @file Copies of panels of b: columns that belong together lie together, whole vectors wide. */
import { loadPart } from "./lanes";

/** Lanes `i` of four vectors, as a vector: rows become columns. */
@inline
export function transposed(r0: v128, r1: v128, r2: v128, r3: v128, i: i32): v128 {
  const low = i < 2 ? i32x4.shuffle(r0, r1, 0, 4, 1, 5) : i32x4.shuffle(r0, r1, 2, 6, 3, 7);
  const high = i < 2 ? i32x4.shuffle(r2, r3, 0, 4, 1, 5) : i32x4.shuffle(r2, r3, 2, 6, 3, 7);
  return i & 1 ? i64x2.shuffle(low, high, 1, 3) : i64x2.shuffle(low, high, 0, 2);
}

/** kc rows of `cols` numbers, `stride` bytes apart, to rows of whole vectors, 0 where there is no column. */
export function packRows(b: usize, stride: usize, kc: i32, cols: i32, to: usize): void {
  for (let p = kc; p > 0; p--) {
    let from = b;
    for (let left = cols; left > 0; left -= 4) {
      v128.store(to, left >= 4 ? v128.load(from) : loadPart(from, left));
      from += 16;
      to += 16;
    }
    b += stride;
  }
}

/** The same where b is stored transposed: column j of the panel is a row of kc numbers at b + j stride. */
export function packColumns(b: usize, stride: usize, kc: i32, cols: i32, to: usize): void {
  const step = <usize>((cols + 3) & ~3) << 2;
  const zero = i32x4.splat(0);
  for (let left = cols; left > 0; left -= 4) {
    let row0 = b;
    let out = to;
    // A column that isn't there is read as the first one is, and its lane put to 0.
    const stride1 = left > 1 ? stride : 0;
    const stride2 = left > 2 ? stride << 1 : 0;
    const stride3 = left > 3 ? stride * 3 : 0;
    const there = i32x4.gt_s(i32x4.splat(left), i32x4(0, 1, 2, 3));
    let p = kc;
    for (; p >= 4; p -= 4) {
      const r0 = v128.load(row0);
      const r1 = v128.load(row0 + stride1);
      const r2 = v128.load(row0 + stride2);
      const r3 = v128.load(row0 + stride3);
      v128.store(out, v128.and(there, transposed(r0, r1, r2, r3, 0)));
      v128.store(out + step, v128.and(there, transposed(r0, r1, r2, r3, 1)));
      out += step << 1;
      v128.store(out, v128.and(there, transposed(r0, r1, r2, r3, 2)));
      v128.store(out + step, v128.and(there, transposed(r0, r1, r2, r3, 3)));
      out += step << 1;
      row0 += 16;
    }
    for (; p > 0; p--) {
      let value = v128.load32_zero(row0);
      value = v128.load32_lane(row0 + stride1, value, 1);
      value = v128.load32_lane(row0 + stride2, value, 2);
      value = v128.load32_lane(row0 + stride3, value, 3);
      v128.store(out, v128.and(there, value));
      out += step;
      row0 += 4;
    }
    b += stride << 2;
    to += 16;
  }
}
