/** @file Rows moved and multiplied out. */
import { loadPart, storePart } from "./lanes";

@inline
function copyRow(from: usize, to: usize, cols: i32): void {
  const end = from + ((<usize>cols & ~3) << 2);
  for (; from < end; from += 16, to += 16) v128.store(to, v128.load(from));
  if (cols & 3) storePart(to, loadPart(from, cols & 3), cols & 3);
}

/** to = from factor */
@inline
function scaleRow(from: usize, factor: v128, to: usize, cols: i32): void {
  const end = from + ((<usize>cols & ~3) << 2);
  for (; from < end; from += 16, to += 16) v128.store(to, f32x4.mul(v128.load(from), factor));
  if (cols & 3) storePart(to, f32x4.mul(loadPart(from, cols & 3), factor), cols & 3);
}

/** x [rows, cols] into the rows of out, which begin rowStride numbers apart. */
export function copyRows(x: usize, out: usize, rows: i32, cols: i32, rowStride: i32): void {
  for (let r = 0; r < rows; r++, x += <usize>cols << 2, out += <usize>rowStride << 2) copyRow(x, out, cols);
}

/**
 * out[s rowStride + i aCols + j] = d[s, i] a[s, j], for d [samples, dCols] and a [samples, aCols]: the gradients of a linear
 * layer's weight, sample by sample, put where the layer's parameters lie in rows of all parameters.
 */
export function outerRows(d: usize, a: usize, out: usize, samples: i32, dCols: i32, aCols: i32, rowStride: i32): void {
  for (let s = 0; s < samples; s++, out += <usize>rowStride << 2) {
    if (aCols == 1) {
      scaleRow(d, v128.load32_splat(a), out, dCols);
      d += <usize>dCols << 2;
    } else {
      let to = out;
      for (let i = 0; i < dCols; i++, d += 4, to += <usize>aCols << 2) scaleRow(a, v128.load32_splat(d), to, aCols);
    }
    a += <usize>aCols << 2;
  }
}
