/** @file Rows moved, gathered, turned and multiplied out. */
import { loadPart, storePart } from "./lanes";
import { transposed } from "./pack";

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

/** y[r] = x[index[r]], rows of cols numbers; the indices are int32 and within x. */
export function gatherRows(x: usize, index: usize, y: usize, rows: i32, cols: i32): void {
  if (cols == 1) {
    for (let r = 0; r < rows; r++, index += 4, y += 4) store<f32>(y, load<f32>(x + (<usize>load<i32>(index) << 2)));
    return;
  }
  const stride = <usize>cols << 2;
  for (let r = 0; r < rows; r++, index += 4, y += stride) copyRow(x + <usize>load<i32>(index) * stride, y, cols);
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

/** y [cols, rows] = x [rows, cols] turned; y overlaps nothing. */
export function transpose(x: usize, y: usize, rows: i32, cols: i32): void {
  const xRow = <usize>cols << 2;
  const yRow = <usize>rows << 2;
  let c = 0;
  // Four columns, all rows, at a time: four rows of y are written from their beginning to their end.
  for (; c + 4 <= cols; c += 4) {
    let from = x + (<usize>c << 2);
    let to = y + <usize>c * yRow;
    let left = rows;
    for (; left >= 4; left -= 4, to += 16) {
      const r0 = v128.load(from);
      const r1 = v128.load(from + xRow);
      const r2 = v128.load(from + (xRow << 1));
      const r3 = v128.load(from + xRow * 3);
      v128.store(to, transposed(r0, r1, r2, r3, 0));
      v128.store(to + yRow, transposed(r0, r1, r2, r3, 1));
      v128.store(to + (yRow << 1), transposed(r0, r1, r2, r3, 2));
      v128.store(to + yRow * 3, transposed(r0, r1, r2, r3, 3));
      from += xRow << 2;
    }
    for (; left > 0; left--, from += xRow, to += 4) {
      const row = v128.load(from);
      v128.store32_lane(to, row, 0);
      v128.store32_lane(to + yRow, row, 1);
      v128.store32_lane(to + (yRow << 1), row, 2);
      v128.store32_lane(to + yRow * 3, row, 3);
    }
  }
  for (; c < cols; c++) {
    let from = x + (<usize>c << 2);
    let to = y + <usize>c * yRow;
    for (let r = 0; r < rows; r++, from += xRow, to += 4) store<f32>(to, load<f32>(from));
  }
}
