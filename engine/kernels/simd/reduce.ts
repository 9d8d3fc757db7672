/**
 * @file Sums and extremes. Sums are made in float64 by one rule, which every form of them follows: eight lanes, of which lane j
 * adds elements j, j + 8, j + 16 …, from 0; the lanes are added as ((0 + 2) + (4 + 6)) + ((1 + 3) + (5 + 7)); the elements
 * after the last whole eight are then added in their order.
 */

/** Adds the four pairs of lanes up. */
@inline
function total(s0: v128, s1: v128, s2: v128, s3: v128): f64 {
  const s = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
  return f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
}

@inline
function pair(at: usize, offset: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at + offset));
}

/** What is added up for elements of x (and y). */
@unmanaged class Itself {
  @inline pair(x: usize, y: usize, offset: usize): v128 { return pair(x, offset); }
  @inline one(x: usize, y: usize): f64 { return <f64>load<f32>(x); }
}
@unmanaged class Product {
  @inline pair(x: usize, y: usize, offset: usize): v128 { return f64x2.mul(pair(x, offset), pair(y, offset)); }
  @inline one(x: usize, y: usize): f64 { return <f64>load<f32>(x) * <f64>load<f32>(y); }
}

@inline
function sumOf<F>(x: usize, y: usize, n: i32): f64 {
  const f = changetype<F>(0);
  const end = x + ((<usize>n & ~7) << 2);
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  while (x < end) {
    s0 = f64x2.add(s0, f.pair(x, y, 0));
    s1 = f64x2.add(s1, f.pair(x, y, 8));
    s2 = f64x2.add(s2, f.pair(x, y, 16));
    s3 = f64x2.add(s3, f.pair(x, y, 24));
    x += 32;
    y += 32;
  }
  let sum = total(s0, s1, s2, s3);
  for (let i = n & 7; i > 0; i--) {
    sum += f.one(x, y);
    x += 4;
    y += 4;
  }
  return sum;
}

export function sum(x: usize, n: i32): f64 {
  return sumOf<Itself>(x, x, n);
}

/** Products of two float32 are exact in float64. */
export function dot(a: usize, b: usize, n: i32): f64 {
  return sumOf<Product>(a, b, n);
}

/** y[r] = the sum of row r, rounded once. */
export function sumRows(x: usize, y: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    store<f32>(y, <f32>sum(x, cols));
    x += <usize>cols << 2;
    y += 4;
  }
}

/** y[c] = the sum of column c, in the order of the rows, in float64, rounded once; a single column as `sum` does it. */
export function sumColumns(x: usize, y: usize, rows: i32, cols: i32): void {
  if (cols == 1) {
    store<f32>(y, <f32>sum(x, rows));
    return;
  }
  const stride = <usize>cols << 2;
  let c = cols;
  for (; c >= 8; c -= 8) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let at = x;
    for (let r = 0; r < rows; r++) {
      s0 = f64x2.add(s0, pair(at, 0));
      s1 = f64x2.add(s1, pair(at, 8));
      s2 = f64x2.add(s2, pair(at, 16));
      s3 = f64x2.add(s3, pair(at, 24));
      at += stride;
    }
    v128.store64_lane(y, f32x4.demote_f64x2_zero(s0), 0);
    v128.store64_lane(y, f32x4.demote_f64x2_zero(s1), 0, 8);
    v128.store64_lane(y, f32x4.demote_f64x2_zero(s2), 0, 16);
    v128.store64_lane(y, f32x4.demote_f64x2_zero(s3), 0, 24);
    x += 32;
    y += 32;
  }
  for (; c >= 2; c -= 2) {
    let s = f64x2.splat(0);
    let at = x;
    for (let r = 0; r < rows; r++) {
      s = f64x2.add(s, pair(at, 0));
      at += stride;
    }
    v128.store64_lane(y, f32x4.demote_f64x2_zero(s), 0);
    x += 8;
    y += 8;
  }
  if (c == 1) {
    let s: f64 = 0;
    for (let r = 0; r < rows; r++) {
      s += <f64>load<f32>(x);
      x += stride;
    }
    store<f32>(y, <f32>s);
  }
}

@unmanaged class Largest {
  @inline start(): f32 { return -Infinity; }
  @inline at(a: v128, b: v128): v128 { return f32x4.pmax(a, b); }
  @inline one(a: f32, b: f32): f32 { return max<f32>(a, b); }
}
@unmanaged class Smallest {
  @inline start(): f32 { return Infinity; }
  @inline at(a: v128, b: v128): v128 { return f32x4.pmin(a, b); }
  @inline one(a: f32, b: f32): f32 { return min<f32>(a, b); }
}

/**
 * pmax and pmin are one instruction where max and min are eight, but pass NaN over and take either of two zeros: NaN is looked
 * for apart, and a zero is given as +0. So the order doesn't matter.
 */
@inline
function extreme<F>(x: usize, n: i32): f32 {
  const f = changetype<F>(0);
  let best = f.start();
  const end = x + ((<usize>n & ~3) << 2);
  if (x < end) {
    let lanes = f32x4.splat(best);
    let unordered = f32x4.splat(0);
    for (; x < end; x += 16) {
      const value = v128.load(x);
      lanes = f.at(lanes, value);
      unordered = v128.or(unordered, f32x4.ne(value, value));
    }
    best = f.one(
      f.one(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
      f.one(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)),
    );
    if (v128.any_true(unordered)) best = NaN;
  }
  for (let i = n & 3; i > 0; i--, x += 4) best = f.one(best, load<f32>(x));
  return best + 0;
}

/** The largest of n elements, NaN if there is one, -inf of none. */
export function maximumOf(x: usize, n: i32): f32 {
  return extreme<Largest>(x, n);
}

export function minimumOf(x: usize, n: i32): f32 {
  return extreme<Smallest>(x, n);
}

/** y[r] = the largest of row r; NaN wins. */
export function maxRows(x: usize, y: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++, x += <usize>cols << 2, y += 4) store<f32>(y, maximumOf(x, cols));
}

export function minRows(x: usize, y: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++, x += <usize>cols << 2, y += 4) store<f32>(y, minimumOf(x, cols));
}
