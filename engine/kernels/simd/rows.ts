/** @file Rows of matrices that are wider than what is written: the gradients of many samples, one sample a row. */
import { mulScalar } from "./binary";

/** out[s, i cols + j] = d[s, i] a[s, j]: d is [samples, rows], a is [samples, cols], and rows of out are stride numbers apart. */
export function outerRows(d: usize, a: usize, out: usize, samples: i32, rows: i32, cols: i32, stride: i32): void {
  for (let s = 0; s < samples; s++) {
    let y = out + ((<usize>s * <usize>stride) << 2);
    for (let i = 0; i < rows; i++) {
      mulScalar(a, load<f32>(d), y, cols);
      d += 4;
      y += <usize>cols << 2;
    }
    a += <usize>cols << 2;
  }
}

/** out[s, j] = x[s, j]: x is [rows, cols], and rows of out are stride numbers apart. */
export function copyRows(x: usize, out: usize, rows: i32, cols: i32, stride: i32): void {
  for (let s = 0; s < rows; s++) {
    memory.copy(out, x, <usize>cols << 2);
    x += <usize>cols << 2;
    out += <usize>stride << 2;
  }
}
