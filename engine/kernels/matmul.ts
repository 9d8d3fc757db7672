/** @file [m, k] times [k, n]. Each product is summed in order of k, in float64. */
import { doubles, type TypedData } from "../tensor/dtype.ts";

export interface Matrix {
  readonly data: TypedData;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Writes rows of `to` from `toOffset`, contiguous. A transposed operand is only other strides. */
export function matmulInto(
  to: TypedData,
  toOffset: number,
  a: Matrix,
  b: Matrix,
  m: number,
  k: number,
  n: number,
): void {
  const left = packRows(a, m, k);
  // Columns of b as rows: both operands of every dot product then lie in order.
  const right = packRows({ ...b, rowStride: b.columnStride, columnStride: b.rowStride }, n, k);
  const whole = n - (n % 4);
  for (let i = 0; i < m; i++) {
    const from = i * k;
    const row = toOffset + i * n;
    // Four at a time: four sums keep the processor busy where one would wait for itself.
    for (let j = 0; j < whole; j += 4) {
      const [at0, at1, at2, at3] = [j * k, (j + 1) * k, (j + 2) * k, (j + 3) * k];
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let p = 0; p < k; p++) {
        const factor = left[from + p];
        sum0 += factor * right[at0 + p];
        sum1 += factor * right[at1 + p];
        sum2 += factor * right[at2 + p];
        sum3 += factor * right[at3 + p];
      }
      to[row + j] = sum0;
      to[row + j + 1] = sum1;
      to[row + j + 2] = sum2;
      to[row + j + 3] = sum3;
    }
    for (let j = whole; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += left[from + p] * right[j * k + p];
      to[row + j] = sum;
    }
  }
}

/** The matrix row by row in float64. */
function packRows({ data, offset, rowStride, columnStride }: Matrix, rows: number, columns: number): Float64Array {
  const packed = doubles(rows * columns);
  for (let i = 0; i < rows; i++) {
    let at = offset + i * rowStride;
    for (let j = 0; j < columns; j++) {
      packed[i * columns + j] = data[at];
      at += columnStride;
    }
  }
  return packed;
}
