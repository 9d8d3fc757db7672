/**
 * @file Loops over whole tensors. `F` is a class whose method `at` says what happens to four numbers; it is never
 * instantiated (its `this` is null) and its method is inlined, so that a kernel is its loop and nothing else.
 */
import { loadUpTo4, storeUpTo4 } from "./lanes";

/** Two vectors in a round: where a formula is long, the processor works on one while the other waits. */
export function map<F>(x: usize, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = y + ((<usize>n & ~7) << 2);
  while (y < end) {
    const first = f.at(v128.load(x));
    const second = f.at(v128.load(x, 16));
    v128.store(y, first);
    v128.store(y, second, 16);
    x += 32;
    y += 32;
  }
  for (let left = n & 7; left > 0; left -= 4) {
    const count = min(left, 4);
    storeUpTo4(y, f.at(loadUpTo4(x, count)), count);
    x += 16;
    y += 16;
  }
}

/** Two tensors of one shape. */
export function zip<F>(a: usize, b: usize, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = y + ((<usize>n & ~7) << 2);
  while (y < end) {
    const first = f.at(v128.load(a), v128.load(b));
    const second = f.at(v128.load(a, 16), v128.load(b, 16));
    v128.store(y, first);
    v128.store(y, second, 16);
    a += 32;
    b += 32;
    y += 32;
  }
  for (let left = n & 7; left > 0; left -= 4) {
    const count = min(left, 4);
    storeUpTo4(y, f.at(loadUpTo4(a, count), loadUpTo4(b, count)), count);
    a += 16;
    b += 16;
    y += 16;
  }
}

/** A tensor and one number. */
export function withScalar<F>(a: usize, s: f32, y: usize, n: i32): void {
  withVector<F>(a, f32x4.splat(s), y, n);
}

/** A tensor and four numbers over and over. */
function withVector<F>(a: usize, b: v128, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = y + ((<usize>n & ~7) << 2);
  while (y < end) {
    const first = f.at(v128.load(a), b);
    const second = f.at(v128.load(a, 16), b);
    v128.store(y, first);
    v128.store(y, second, 16);
    a += 32;
    y += 32;
  }
  for (let left = n & 7; left > 0; left -= 4) {
    const count = min(left, 4);
    storeUpTo4(y, f.at(loadUpTo4(a, count), b), count);
    a += 16;
    y += 16;
  }
}

/** [rows, cols] and [cols], as a bias. */
export function withRow<F>(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  if (cols == 1) {
    withVector<F>(a, v128.load32_splat(row), y, rows);
    return;
  }
  if (cols == 2) {
    withVector<F>(a, v128.load64_splat(row), y, rows << 1);
    return;
  }
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++) {
    zip<F>(a, row, y, cols);
    a += stride;
    y += stride;
  }
}

/** [rows, cols] and [rows, 1], as what a softmax takes off. */
export function withColumn<F>(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  if (cols == 1) {
    zip<F>(a, col, y, rows);
    return;
  }
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++) {
    withScalar<F>(a, load<f32>(col), y, cols);
    a += stride;
    y += stride;
    col += 4;
  }
}
