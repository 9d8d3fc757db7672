/** @file [m, k] times [k, n], products summed in order in float64. */
import type { TypedData } from "../tensor/dtype.ts";

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
  const row = new Float64Array(n);
  for (let i = 0; i < m; i++) {
    row.fill(0);
    for (let p = 0; p < k; p++) {
      const left = a.data[a.offset + i * a.rowStride + p * a.columnStride];
      let at = b.offset + p * b.rowStride;
      for (let j = 0; j < n; j++) {
        row[j] += left * b.data[at];
        at += b.columnStride;
      }
    }
    to.set(row, toOffset + i * n);
  }
}
