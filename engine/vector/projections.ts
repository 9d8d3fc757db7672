/** @file Many projections onto one dual cone by the kernel: some hundred small systems, which it solves several times as fast as DualCone's loops. */
import { kernels } from "../kernels/launch.ts";
import { releaseScratch, scratchMark, takeScratch, wides, words } from "../tensor/memory.ts";
import { LEFT_OUT, LowRank } from "./low-rank.ts";

/** Below, DualCone solves most systems over rows, which loses nothing of G and is about as fast. */
const FEWEST = 24;
/** Beyond, DualCone's way of choosing the smaller system pays, as where there are not many more rows than columns; it also counts its work. */
const MOST = 256;
const MOST_COLUMNS = 48;
const MOST_COLUMNS_OF_ROWS = 0.75;

const low = new LowRank();
let scales = new Float64Array(0);

/**
 * Adds the multipliers of the listed rows' projections to `sums`, where J Jᵀ = scale·G. False, and nothing is done, where DualCone does better: for few
 * rows, for many, and for gradients that span many dimensions.
 */
export function projectTogether(
  op: string,
  gramian: Float64Array,
  m: number,
  scale: number,
  ridge: number,
  list: Int32Array,
  sums: Float64Array,
): boolean {
  if (m < FEWEST || m > MOST) return false;
  if (scales.length !== m) scales = new Float64Array(m);
  scales.fill(Math.sqrt(scale));
  low.factorize(op, gramian, m, scales, LEFT_OUT * ridge);
  const { rank } = low;
  if (rank > Math.min(MOST_COLUMNS, MOST_COLUMNS_OF_ROWS * m)) return false;
  // The kernel takes rows in eights and columns in pairs; a row of zeros never becomes free.
  const height = (m + 7) & ~7;
  const width = (rank + 1) & ~1;
  const mark = scratchMark();
  const rows = takeScratch(8 * height * width);
  const listed = takeScratch(4 * list.length);
  const added = takeScratch(8 * height);
  const room = takeScratch(kernels.projectionScratch(height, width));
  const to = wides.subarray(rows >> 3, (rows >> 3) + height * width).fill(0);
  for (let i = 0; i < m; i++) for (let k = 0; k < rank; k++) to[i * width + k] = low.rows[i * rank + k];
  words.set(list, listed >> 2);
  const multipliers = wides.subarray(added >> 3, (added >> 3) + height).fill(0);
  kernels.projectRows(rows, height, width, listed, list.length, ridge, added, room);
  for (let i = 0; i < m; i++) sums[i] += multipliers[i];
  releaseScratch(mark);
  return true;
}
