/**
 * @file c = act(op(a) op(b) + bias). The sum of an element: k is cut into blocks of 256; within a block products are added in
 * order, from 0; blocks are added in order, to c's old value when accumulating; then comes the bias, then the activation,
 * which is the kernel of that name. Every path keeps to this, so the shape alone decides the bits.
 */
import { loadUpTo4, storeUpTo4 } from "./lanes";
import { packColumns, packRows, transposed } from "./pack";
import { panel16, panel4, panel8 } from "./tiles";
import { relu, sigmoid, silu, tanh } from "./unary";

const BLOCK = 256;
const A_TRANSPOSED: i32 = 1;
const B_TRANSPOSED: i32 = 2;
const ACCUMULATE: i32 = 4;

/** Bytes of scratch that gemm may write: one packed panel. */
export function gemmScratch(m: i32, k: i32, n: i32): i32 {
  return min(k, BLOCK) * min((n + 3) & ~3, 16) * 4;
}

/**
 * flags: 1 a is stored [k, m], 2 b is stored [n, k], 4 add to c. bias: a row of n, or 0.
 * activation: 0 none, 1 tanh, 2 relu, 3 sigmoid, 4 silu. c overlaps nothing.
 */
export function gemm(
  a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, flags: i32, bias: usize, activation: i32, scratch: usize,
): void {
  const isAdded = (flags & ACCUMULATE) != 0;
  if (n == 1) {
    // The transposed product is a row times a matrix; a column is stored as a row is.
    row(b, a, c, k, m, (flags & A_TRANSPOSED) == 0, isAdded, bias, 0, scratch);
  } else if (m == 1) {
    row(a, b, c, k, n, (flags & B_TRANSPOSED) != 0, isAdded, bias, 4, scratch);
  } else if (k == 1 && !isAdded) {
    outer(a, b, c, m, n, bias);
  } else {
    const isTransposed = (flags & A_TRANSPOSED) != 0;
    const aRow = isTransposed ? 4 : k << 2;
    const aStep = isTransposed ? m << 2 : 4;
    product(a, aRow, aStep, b, c, m, k, n, (flags & B_TRANSPOSED) != 0, isAdded, bias, scratch);
  }
  const size = m * n;
  if (activation == 1) tanh(c, c, size);
  else if (activation == 2) relu(c, c, size);
  else if (activation == 3) sigmoid(c, c, size);
  else if (activation == 4) silu(c, c, size);
}

/** Panel by panel, packed where b is transposed, where a row of it is so long that the rows of a panel share cache lines'
 * places, and where the last columns don't fill a vector. */
function product(
  a: usize, aRow: usize, aStep: usize, b: usize, c: usize, m: i32, k: i32, n: i32,
  isTransposed: bool, isAdded: bool, bias: usize, scratch: usize,
): void {
  const bRow = <usize>(isTransposed ? k : n) << 2;
  const cRow = <usize>n << 2;
  const isPacked = isTransposed || (n > 64 && m > 4);
  let cols = 0;
  for (let left = n; left > 0; left -= cols) {
    cols = left >= 16 ? 16 : left >= 8 ? 8 : min(left, 4);
    let x = a;
    let w = b;
    let k0 = 0;
    do {
      const kc = min(k - k0, BLOCK);
      const isFirst = k0 == 0 && !isAdded;
      const lastBias = k0 + kc == k ? bias : 0;
      let panel = w;
      let panelStep = bRow;
      if (isPacked || cols < 4) {
        panel = scratch;
        panelStep = <usize>((cols + 3) & ~3) << 2;
        if (isTransposed) packColumns(w, bRow, kc, cols, scratch);
        else packRows(w, bRow, kc, cols, scratch);
      }
      if (cols == 16) panel16(x, aRow, aStep, panel, panelStep, c, cRow, m, kc, isFirst, lastBias);
      else if (cols == 8) panel8(x, aRow, aStep, panel, panelStep, c, cRow, m, kc, isFirst, lastBias);
      else panel4(x, aRow, aStep, panel, panelStep, c, cRow, m, kc, isFirst, lastBias, cols);
      k0 += BLOCK;
      x += aStep * BLOCK;
      w += isTransposed ? <usize>4 * BLOCK : bRow * BLOCK;
    } while (k0 < k);
    b += isTransposed ? bRow * cols : cols << 2;
    c += cols << 2;
    if (bias) bias += cols << 2;
  }
}

/** A row times a matrix. biasStep 0 adds the same number to all. */
function row(
  x: usize, b: usize, c: usize, k: i32, n: i32, isTransposed: bool, isAdded: bool, bias: usize, biasStep: usize, scratch: usize,
): void {
  if (isTransposed) {
    dots(x, b, c, k, n, isAdded, bias, biasStep);
    return;
  }
  product(x, 0, 4, b, c, 1, k, n, false, isAdded, biasStep ? bias : 0, scratch);
  if (bias && !biasStep) {
    const value = load<f32>(bias);
    for (let i = 0; i < n; i++, c += 4) store<f32>(c, load<f32>(c) + value);
  }
}

/** c[j] = x · row j of b, four rows at a time: each lane adds in the order of k. */
function dots(x: usize, b: usize, c: usize, k: i32, n: i32, isAdded: bool, bias: usize, biasStep: usize): void {
  const bRow = <usize>k << 2;
  for (let left = n; left > 0; left -= 4) {
    const stride1 = left > 1 ? bRow : 0;
    const stride2 = left > 2 ? bRow << 1 : 0;
    const stride3 = left > 3 ? bRow * 3 : 0;
    let at = b;
    let from = x;
    const count = min(left, 4);
    let value = isAdded ? loadUpTo4(c, count) : f32x4.splat(0);
    let k0 = 0;
    do {
      let sum = f32x4.splat(0);
      let p = min(k - k0, BLOCK);
      for (; p >= 4; p -= 4) {
        const r0 = v128.load(at);
        const r1 = v128.load(at + stride1);
        const r2 = v128.load(at + stride2);
        const r3 = v128.load(at + stride3);
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from), transposed(r0, r1, r2, r3, 0)));
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from, 4), transposed(r0, r1, r2, r3, 1)));
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from, 8), transposed(r0, r1, r2, r3, 2)));
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from, 12), transposed(r0, r1, r2, r3, 3)));
        at += 16;
        from += 16;
      }
      for (; p > 0; p--) {
        let column = v128.load32_zero(at);
        column = v128.load32_lane(at + stride1, column, 1);
        column = v128.load32_lane(at + stride2, column, 2);
        column = v128.load32_lane(at + stride3, column, 3);
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from), column));
        at += 4;
        from += 4;
      }
      value = k0 == 0 && !isAdded ? sum : f32x4.add(value, sum);
      k0 += BLOCK;
    } while (k0 < k);
    if (bias) value = f32x4.add(value, biasStep ? loadUpTo4(bias, count) : v128.load32_splat(bias));
    storeUpTo4(c, value, count);
    b += bRow << 2;
    c += 16;
    if (bias) bias += biasStep << 2;
  }
}

/** k = 1: a column times a row, sixteen columns at a time. The 0 that every sum starts from makes -0 to 0. */
function outer(a: usize, b: usize, c: usize, m: i32, n: i32, bias: usize): void {
  const zero = f32x4.splat(0);
  const cRow = <usize>n << 2;
  let left = n;
  for (; left >= 16; left -= 16) {
    const w0 = v128.load(b);
    const w1 = v128.load(b, 16);
    const w2 = v128.load(b, 32);
    const w3 = v128.load(b, 48);
    // A sum that began with 0 is never -0, so that adding 0 where there is no bias changes nothing.
    const bias0 = bias ? v128.load(bias) : zero;
    const bias1 = bias ? v128.load(bias, 16) : zero;
    const bias2 = bias ? v128.load(bias, 32) : zero;
    const bias3 = bias ? v128.load(bias, 48) : zero;
    let x = a;
    let to = c;
    for (let i = m; i > 0; i--, x += 4, to += cRow) {
      const factor = v128.load32_splat(x);
      v128.store(to, f32x4.add(f32x4.add(zero, f32x4.mul(factor, w0)), bias0));
      v128.store(to, f32x4.add(f32x4.add(zero, f32x4.mul(factor, w1)), bias1), 16);
      v128.store(to, f32x4.add(f32x4.add(zero, f32x4.mul(factor, w2)), bias2), 32);
      v128.store(to, f32x4.add(f32x4.add(zero, f32x4.mul(factor, w3)), bias3), 48);
    }
    b += 64;
    c += 64;
    if (bias) bias += 64;
  }
  for (; left > 0; left -= 4) {
    const count = min(left, 4);
    const w = loadUpTo4(b, count);
    const biases = bias ? loadUpTo4(bias, count) : zero;
    let x = a;
    let to = c;
    for (let i = m; i > 0; i--, x += 4, to += cRow) {
      storeUpTo4(to, f32x4.add(f32x4.add(zero, f32x4.mul(v128.load32_splat(x), w)), biases), count);
    }
    b += 16;
    c += 16;
    if (bias) bias += 16;
  }
}
