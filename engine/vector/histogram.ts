/** @file The many gradients of one parameter: m numbers where a scalar loss has one. */

export interface Histogram {
  /** Edges of the bins, one more than there are bins, evenly spaced. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** What an aggregator made of the numbers. It need not lie among them: a sum is far outside. */
  readonly chosen: number;
  /** The bin that holds `chosen`; -1 where none does. */
  readonly chosenBin: number;
  /** Numbers that are NaN or infinite, in no bin. */
  readonly notFinite: number;
}

/** Column `parameter` of J, as many bins as asked for, from the least number to the largest. */
export function parameterHistogram(
  jacobian: Float64Array,
  m: number,
  n: number,
  parameter: number,
  chosen: number,
  bins = 24,
): Histogram {
  const values = Array.from({ length: m }, (_, i) => jacobian[i * n + parameter]).filter(Number.isFinite);
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [low, high] = rangeOf(least, largest);
  const width = (high - low) / bins;
  const binOf = (value: number) => Math.min(bins - 1, Math.floor((value - low) / width));
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[binOf(value)]++;
  return {
    edges: Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * width)),
    counts,
    chosen,
    chosenBin: chosen >= low && chosen <= high ? binOf(chosen) : -1,
    notFinite: m - values.length,
  };
}

/** Bins need a width: numbers that are all the same stand in the middle of a range about as large as they are. */
function rangeOf(least: number, largest: number): readonly [number, number] {
  if (least > largest) return [0, 1];
  if (largest > least) return [least, largest];
  const half = Math.abs(least) / 2 || 0.5;
  return [least - half, least + half];
}
