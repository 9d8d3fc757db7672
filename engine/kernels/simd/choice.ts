/** @file Comparisons, which give bytes of 0 and 1, and what is chosen by such bytes. Comparing with NaN gives 0, but `ne` 1. */
import { loadPart, loadUpTo4, storePart, storeUpTo4 } from "./lanes";

@unmanaged class Gt {
  @inline at(a: v128, b: v128): v128 { return f32x4.gt(a, b); }
  @inline one(a: f32, b: f32): bool { return a > b; }
}
@unmanaged class Ge {
  @inline at(a: v128, b: v128): v128 { return f32x4.ge(a, b); }
  @inline one(a: f32, b: f32): bool { return a >= b; }
}
@unmanaged class Lt {
  @inline at(a: v128, b: v128): v128 { return f32x4.lt(a, b); }
  @inline one(a: f32, b: f32): bool { return a < b; }
}
@unmanaged class Le {
  @inline at(a: v128, b: v128): v128 { return f32x4.le(a, b); }
  @inline one(a: f32, b: f32): bool { return a <= b; }
}
@unmanaged class Eq {
  @inline at(a: v128, b: v128): v128 { return f32x4.eq(a, b); }
  @inline one(a: f32, b: f32): bool { return a == b; }
}
@unmanaged class Ne {
  @inline at(a: v128, b: v128): v128 { return f32x4.ne(a, b); }
  @inline one(a: f32, b: f32): bool { return a != b; }
}

/** The masks of sixteen comparisons as sixteen bytes of 0 and 1. */
@inline
function toBytes(m0: v128, m1: v128, m2: v128, m3: v128): v128 {
  const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(m0, m1), i16x8.narrow_i32x4_s(m2, m3));
  return v128.and(bytes, i8x16.splat(1));
}

function compare<F>(a: usize, b: usize, y: usize, n: i32): void {
  const f = changetype<F>(0);
  let left = n;
  for (; left >= 16; left -= 16, a += 64, b += 64, y += 16) {
    const m0 = f.at(v128.load(a), v128.load(b));
    const m1 = f.at(v128.load(a, 16), v128.load(b, 16));
    const m2 = f.at(v128.load(a, 32), v128.load(b, 32));
    const m3 = f.at(v128.load(a, 48), v128.load(b, 48));
    v128.store(y, toBytes(m0, m1, m2, m3));
  }
  for (; left > 0; left--, a += 4, b += 4, y++) store<u8>(y, <u8>f.one(load<f32>(a), load<f32>(b)));
}

function compareScalar<F>(a: usize, s: f32, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const b = f32x4.splat(s);
  let left = n;
  for (; left >= 16; left -= 16, a += 64, y += 16) {
    const m0 = f.at(v128.load(a), b);
    const m1 = f.at(v128.load(a, 16), b);
    const m2 = f.at(v128.load(a, 32), b);
    const m3 = f.at(v128.load(a, 48), b);
    v128.store(y, toBytes(m0, m1, m2, m3));
  }
  for (; left > 0; left--, a += 4, y++) store<u8>(y, <u8>f.one(load<f32>(a), s));
}

export function gt(a: usize, b: usize, y: usize, n: i32): void { compare<Gt>(a, b, y, n); }
export function gtScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Gt>(a, s, y, n); }
export function ge(a: usize, b: usize, y: usize, n: i32): void { compare<Ge>(a, b, y, n); }
export function geScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Ge>(a, s, y, n); }
export function lt(a: usize, b: usize, y: usize, n: i32): void { compare<Lt>(a, b, y, n); }
export function ltScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Lt>(a, s, y, n); }
export function le(a: usize, b: usize, y: usize, n: i32): void { compare<Le>(a, b, y, n); }
export function leScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Le>(a, s, y, n); }
export function eq(a: usize, b: usize, y: usize, n: i32): void { compare<Eq>(a, b, y, n); }
export function eqScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Eq>(a, s, y, n); }
export function ne(a: usize, b: usize, y: usize, n: i32): void { compare<Ne>(a, b, y, n); }
export function neScalar(a: usize, s: f32, y: usize, n: i32): void { compareScalar<Ne>(a, s, y, n); }

/** A lane of ones for each of up to four bytes that is not 0. */
@inline
function toMask(condition: usize, count: i32): v128 {
  let bytes: v128;
  if (count == 4) {
    bytes = v128.load32_zero(condition);
  } else {
    bytes = v128.load8_lane(condition, i32x4.splat(0), 0);
    if (count > 1) bytes = v128.load8_lane(condition, bytes, 1, 1);
    if (count > 2) bytes = v128.load8_lane(condition, bytes, 2, 2);
  }
  return i32x4.ne(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)), i32x4.splat(0));
}

/** y = a where the condition's byte is not 0, else b */
export function where(condition: usize, a: usize, b: usize, y: usize, n: i32): void {
  let left = n;
  for (; left >= 4; left -= 4, condition += 4, a += 16, b += 16, y += 16) {
    v128.store(y, v128.bitselect(v128.load(a), v128.load(b), toMask(condition, 4)));
  }
  if (left > 0) storePart(y, v128.bitselect(loadPart(a, left), loadPart(b, left), toMask(condition, left)), left);
}

/** y = a where the condition's byte is not 0, else s */
export function keepWhere(condition: usize, a: usize, s: f32, y: usize, n: i32): void {
  const other = f32x4.splat(s);
  let left = n;
  for (; left >= 4; left -= 4, condition += 4, a += 16, y += 16) {
    v128.store(y, v128.bitselect(v128.load(a), other, toMask(condition, 4)));
  }
  if (left > 0) storePart(y, v128.bitselect(loadPart(a, left), other, toMask(condition, left)), left);
}

/** y = s where the condition's byte is not 0, else a */
export function fillWhere(condition: usize, a: usize, s: f32, y: usize, n: i32): void {
  const other = f32x4.splat(s);
  let left = n;
  for (; left >= 4; left -= 4, condition += 4, a += 16, y += 16) {
    v128.store(y, v128.bitselect(other, v128.load(a), toMask(condition, 4)));
  }
  if (left > 0) storePart(y, v128.bitselect(other, loadPart(a, left), toMask(condition, left)), left);
}

/** The gradient that max(a, b) sends to a: g where a > b or either is NaN, g/2 where they are equal, else 0. */
export function aboveGrad(g: usize, a: usize, b: usize, out: usize, n: i32): void {
  const half = f32x4.splat(0.5);
  for (let left = n; left > 0; left -= 4, g += 16, a += 16, b += 16, out += 16) {
    const count = min(left, 4);
    const grad = loadUpTo4(g, count);
    const mine = loadUpTo4(a, count);
    const other = loadUpTo4(b, count);
    const shared = v128.bitselect(f32x4.mul(grad, half), grad, f32x4.eq(mine, other));
    storeUpTo4(out, v128.andnot(shared, f32x4.lt(mine, other)), count);
  }
}

/** min(max(x, low), high); NaN stays NaN. pmax and pmin give their first argument when it is NaN. */
export function clamp(x: usize, y: usize, n: i32, low: f32, high: f32): void {
  const least = f32x4.splat(low);
  const most = f32x4.splat(high);
  let left = n;
  for (; left >= 4; left -= 4, x += 16, y += 16) {
    v128.store(y, f32x4.pmin(f32x4.pmax(v128.load(x), least), most));
  }
  if (left > 0) storePart(y, f32x4.pmin(f32x4.pmax(loadPart(x, left), least), most), left);
}

/** g where low ≤ x ≤ high, else 0 */
export function clampGrad(g: usize, x: usize, out: usize, n: i32, low: f32, high: f32): void {
  const least = f32x4.splat(low);
  const most = f32x4.splat(high);
  for (let left = n; left > 0; left -= 4, g += 16, x += 16, out += 16) {
    const count = min(left, 4);
    const value = loadUpTo4(x, count);
    const isWithin = v128.and(f32x4.ge(value, least), f32x4.le(value, most));
    storeUpTo4(out, v128.and(loadUpTo4(g, count), isWithin), count);
  }
}
