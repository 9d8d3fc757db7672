/**
 * @file Softmax and its kin over the rows of [rows, cols]. With m the largest of a row (NaN wins), e = exp(x - m) and s the sum
 * of e in float64, by the rule of reduce.ts, rounded: the same float32 steps as the ops they are made of.
 */
import { divScalar, subScalar } from "./binary";
import { expLanes } from "./exponential";
import { loadPart, loadUpTo4, storePart, storeUpTo4 } from "./lanes";
import { logLanes } from "./logarithm";
import { dot, maximumOf, sum } from "./reduce";

/** exp(x - m) into y. */
function expRow(x: usize, m: f32, y: usize, cols: i32): void {
  const largest = f32x4.splat(m);
  let left = cols;
  for (; left >= 4; left -= 4, x += 16, y += 16) v128.store(y, expLanes(f32x4.sub(v128.load(x), largest)));
  if (left > 0) storePart(y, expLanes(f32x4.sub(loadPart(x, left), largest)), left);
}

function logOf(x: f32): f32 {
  return f32x4.extract_lane(logLanes(f32x4.splat(x)), 0);
}

/** y = e / s */
export function softmaxRows(x: usize, y: usize, rows: i32, cols: i32): void {
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++, x += stride, y += stride) {
    expRow(x, maximumOf(x, cols), y, cols);
    divScalar(y, <f32>sum(y, cols), y, cols);
  }
}

/** y = (x - m) - ln s. y may not be x: it holds e meanwhile. */
export function logSoftmaxRows(x: usize, y: usize, rows: i32, cols: i32): void {
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++, x += stride, y += stride) {
    const m = maximumOf(x, cols);
    expRow(x, m, y, cols);
    const log = logOf(<f32>sum(y, cols));
    subScalar(x, m, y, cols);
    subScalar(y, log, y, cols);
  }
}

/** out = (g - (g · y)) y, y the result */
export function softmaxGradRows(g: usize, y: usize, out: usize, rows: i32, cols: i32): void {
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++) {
    const total = f32x4.splat(<f32>dot(g, y, cols));
    for (let left = cols; left > 0; left -= 4, g += 16, y += 16, out += 16) {
      const count = min(left, 4);
      storeUpTo4(out, f32x4.mul(f32x4.sub(loadUpTo4(g, count), total), loadUpTo4(y, count)), count);
    }
    const over = <usize>(-cols & 3) << 2;
    g -= over;
    y -= over;
    out -= over;
  }
}

/** Of nothing but negative zeros the sum is one too. */
function signedSum(x: usize, cols: i32): f32 {
  const total = <f32>sum(x, cols);
  if (total != 0 || cols == 0) return total;
  for (let i = 0; i < cols; i++, x += 4) if (load<u32>(x) != 0x80000000) return total;
  return -total;
}

/** out = g - exp(y) Σg, y the result */
export function logSoftmaxGradRows(g: usize, y: usize, out: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    const total = f32x4.splat(signedSum(g, cols));
    for (let left = cols; left > 0; left -= 4, g += 16, y += 16, out += 16) {
      const count = min(left, 4);
      storeUpTo4(out, f32x4.sub(loadUpTo4(g, count), f32x4.mul(expLanes(loadUpTo4(y, count)), total)), count);
    }
    const over = <usize>(-cols & 3) << 2;
    g -= over;
    y -= over;
    out -= over;
  }
}
