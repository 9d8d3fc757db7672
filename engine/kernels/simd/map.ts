/**
 * @file Loops over whole tensors. `F` is a class whose method `at` says what happens to four numbers; it is never
 * instantiated (its `this` is null) and its method is inlined, so that a kernel is its loop and nothing else.
 */
import { loadPart, storePart } from "./lanes";

export function map<F>(x: usize, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = y + ((<usize>n & ~3) << 2);
  while (y < end) {
    v128.store(y, f.at(v128.load(x)));
    x += 16;
    y += 16;
  }
  if (n & 3) storePart(y, f.at(loadPart(x, n & 3)), n & 3);
}

/** Two tensors of one shape. */
export function zip<F>(a: usize, b: usize, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = y + ((<usize>n & ~3) << 2);
  while (y < end) {
    v128.store(y, f.at(v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
    y += 16;
  }
  if (n & 3) storePart(y, f.at(loadPart(a, n & 3), loadPart(b, n & 3)), n & 3);
}

/** A tensor and one number. */
export function withScalar<F>(a: usize, s: f32, y: usize, n: i32): void {
  const f = changetype<F>(0);
  const b = f32x4.splat(s);
  const end = y + ((<usize>n & ~3) << 2);
  while (y < end) {
    v128.store(y, f.at(v128.load(a), b));
    a += 16;
    y += 16;
  }
  if (n & 3) storePart(y, f.at(loadPart(a, n & 3), b), n & 3);
}

/** [rows, cols] and [cols], as a bias. */
export function withRow<F>(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  if (cols == 1) {
    if (rows > 0) withScalar<F>(a, load<f32>(row), y, rows);
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
