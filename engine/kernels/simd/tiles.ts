/**
 * @file The inner loops of the matrix product: panels of 16, 8 or 4 columns of c, all rows. Every element, in whatever tile it
 * falls, is the same sum: from 0, products added in the order of k, each product rounded before it is added.
 *
 * A panel's b lies at `b`, one k every `bStep` bytes, whole vectors wide. `isFirst` stores the sums, otherwise they are added
 * to what c holds; a bias (0: none) is added last.
 */
import { loadPart, storePart } from "./lanes";

@inline
function plus(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

@inline
function finish(c: usize, sum: v128, isFirst: bool, bias: usize, offset: usize): void {
  let value = isFirst ? sum : f32x4.add(v128.load(c + offset), sum);
  if (bias) value = f32x4.add(value, v128.load(bias + offset));
  v128.store(c + offset, value);
}

/** Two rows by four vectors keep eight sums going, as many as hide the latency of addition, and fit sixteen registers. */
export function panel16(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize,
  rows: i32, kc: i32, isFirst: bool, bias: usize,
): void {
  const zero = f32x4.splat(0);
  for (; rows >= 2; rows -= 2) {
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
    let t0 = zero, t1 = zero, t2 = zero, t3 = zero;
    let x = a;
    let w = b;
    for (let p = kc; p > 0; p--) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      const w2 = v128.load(w, 32);
      const w3 = v128.load(w, 48);
      const x0 = v128.load32_splat(x);
      s0 = plus(s0, x0, w0);
      s1 = plus(s1, x0, w1);
      s2 = plus(s2, x0, w2);
      s3 = plus(s3, x0, w3);
      const x1 = v128.load32_splat(x + aRow);
      t0 = plus(t0, x1, w0);
      t1 = plus(t1, x1, w1);
      t2 = plus(t2, x1, w2);
      t3 = plus(t3, x1, w3);
      x += aStep;
      w += bStep;
    }
    finish(c, s0, isFirst, bias, 0);
    finish(c, s1, isFirst, bias, 16);
    finish(c, s2, isFirst, bias, 32);
    finish(c, s3, isFirst, bias, 48);
    c += cRow;
    finish(c, t0, isFirst, bias, 0);
    finish(c, t1, isFirst, bias, 16);
    finish(c, t2, isFirst, bias, 32);
    finish(c, t3, isFirst, bias, 48);
    c += cRow;
    a += aRow << 1;
  }
  if (rows) {
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
    for (let p = kc; p > 0; p--) {
      const x0 = v128.load32_splat(a);
      s0 = plus(s0, x0, v128.load(b));
      s1 = plus(s1, x0, v128.load(b, 16));
      s2 = plus(s2, x0, v128.load(b, 32));
      s3 = plus(s3, x0, v128.load(b, 48));
      a += aStep;
      b += bStep;
    }
    finish(c, s0, isFirst, bias, 0);
    finish(c, s1, isFirst, bias, 16);
    finish(c, s2, isFirst, bias, 32);
    finish(c, s3, isFirst, bias, 48);
  }
}

export function panel8(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize,
  rows: i32, kc: i32, isFirst: bool, bias: usize,
): void {
  const zero = f32x4.splat(0);
  for (; rows >= 4; rows -= 4) {
    let s0 = zero, s1 = zero, t0 = zero, t1 = zero;
    let u0 = zero, u1 = zero, v0 = zero, v1 = zero;
    let x = a;
    let w = b;
    for (let p = kc; p > 0; p--) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      const x0 = v128.load32_splat(x);
      s0 = plus(s0, x0, w0);
      s1 = plus(s1, x0, w1);
      let next = x + aRow;
      const x1 = v128.load32_splat(next);
      t0 = plus(t0, x1, w0);
      t1 = plus(t1, x1, w1);
      next += aRow;
      const x2 = v128.load32_splat(next);
      u0 = plus(u0, x2, w0);
      u1 = plus(u1, x2, w1);
      const x3 = v128.load32_splat(next + aRow);
      v0 = plus(v0, x3, w0);
      v1 = plus(v1, x3, w1);
      x += aStep;
      w += bStep;
    }
    finish(c, s0, isFirst, bias, 0);
    finish(c, s1, isFirst, bias, 16);
    c += cRow;
    finish(c, t0, isFirst, bias, 0);
    finish(c, t1, isFirst, bias, 16);
    c += cRow;
    finish(c, u0, isFirst, bias, 0);
    finish(c, u1, isFirst, bias, 16);
    c += cRow;
    finish(c, v0, isFirst, bias, 0);
    finish(c, v1, isFirst, bias, 16);
    c += cRow;
    a += aRow << 2;
  }
  for (; rows > 0; rows--) {
    let s0 = zero, s1 = zero;
    let x = a;
    let w = b;
    for (let p = kc; p > 0; p--) {
      const x0 = v128.load32_splat(x);
      s0 = plus(s0, x0, v128.load(w));
      s1 = plus(s1, x0, v128.load(w, 16));
      x += aStep;
      w += bStep;
    }
    finish(c, s0, isFirst, bias, 0);
    finish(c, s1, isFirst, bias, 16);
    c += cRow;
    a += aRow;
  }
}

@inline
function finishPart(c: usize, sum: v128, isFirst: bool, bias: usize, cols: i32): void {
  if (cols == 4) {
    finish(c, sum, isFirst, bias, 0);
    return;
  }
  let value = isFirst ? sum : f32x4.add(loadPart(c, cols), sum);
  if (bias) value = f32x4.add(value, loadPart(bias, cols));
  storePart(c, value, cols);
}

/** One vector, of which `cols` columns are c's; b is padded. */
export function panel4(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize,
  rows: i32, kc: i32, isFirst: bool, bias: usize, cols: i32,
): void {
  const zero = f32x4.splat(0);
  for (; rows >= 4; rows -= 4) {
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
    let x = a;
    let w = b;
    for (let p = kc; p > 0; p--) {
      const w0 = v128.load(w);
      s0 = plus(s0, v128.load32_splat(x), w0);
      let next = x + aRow;
      s1 = plus(s1, v128.load32_splat(next), w0);
      next += aRow;
      s2 = plus(s2, v128.load32_splat(next), w0);
      s3 = plus(s3, v128.load32_splat(next + aRow), w0);
      x += aStep;
      w += bStep;
    }
    finishPart(c, s0, isFirst, bias, cols);
    c += cRow;
    finishPart(c, s1, isFirst, bias, cols);
    c += cRow;
    finishPart(c, s2, isFirst, bias, cols);
    c += cRow;
    finishPart(c, s3, isFirst, bias, cols);
    c += cRow;
    a += aRow << 2;
  }
  for (; rows > 0; rows--) {
    let s0 = zero;
    let x = a;
    let w = b;
    for (let p = kc; p > 0; p--) {
      s0 = plus(s0, v128.load32_splat(x), v128.load(w));
      x += aStep;
      w += bStep;
    }
    finishPart(c, s0, isFirst, bias, cols);
    c += cRow;
    a += aRow;
  }
}
