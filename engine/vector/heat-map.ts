/** @file A matrix of components by components, made small enough to be looked at. */
import { chainOf } from "./chain.ts";

/** More cells a side than this are smaller than what people point at. */
export const LARGEST_MAP = 64;

export interface HeatMap {
  /** Cells a side. */
  readonly size: number;
  /** [size, size]: the mean of the numbers that fall into a cell. */
  readonly cells: Float64Array;
  /** Which components a row stands for: those at places [starts[r], starts[r + 1]) of `order`. */
  readonly starts: readonly number[];
  readonly order: Int32Array;
}

/** The order in which components stand in the loss. */
export const naturalOrder = (m: number): Int32Array => Int32Array.from({ length: m }, (_, i) => i);

/** An order in which those that agree are neighbours, so that conflict shows as blocks. */
export const similarOrder = (gramian: Float64Array, m: number): Int32Array => chainOf(gramian, m);

/** Rows and columns in the given order, then blocks of as equal a size as possible, each by its mean. NaN stays NaN. */
export function heatMapOf(matrix: Float64Array, m: number, order: Int32Array, largest = LARGEST_MAP): HeatMap {
  const size = Math.min(m, largest);
  const starts = Array.from({ length: size + 1 }, (_, r) => Math.floor((r * m) / size));
  const blockOf = new Int32Array(m);
  for (let r = 0; r < size; r++) for (let place = starts[r]; place < starts[r + 1]; place++) blockOf[order[place]] = r;
  const cells = new Float64Array(size * size);
  for (let i = 0; i < m; i++) {
    const row = blockOf[i] * size;
    for (let j = 0; j < m; j++) cells[row + blockOf[j]] += matrix[i * m + j];
  }
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) cells[r * size + c] /= (starts[r + 1] - starts[r]) * (starts[c + 1] - starts[c]);
  }
  return { size, cells, starts, order };
}
