/** @file Median, quartiles and ends of what several seeds came to. A run that diverged counts as worse than any number. */
import type { Better } from "../train/metric-names.ts";
import type { Series } from "../train/progress.ts";

/** NumPy's default: between the two nearest values in proportion. Of values in order, none of them NaN. */
export function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  const part = place - Math.floor(place);
  // Also where one of them is infinite, or both.
  return part === 0 || low === high ? low : low + (high - low) * part;
}

export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly firstQuartile: number;
  readonly thirdQuartile: number;
  /** Values that are NaN or infinite. */
  readonly diverged: number;
}

/** A value that is no number is as bad as can be. */
export const ranked = (value: number, better: Better): number =>
  Number.isFinite(value) ? value : better === "high" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;

export function summaryOf(values: readonly number[], better: Better): Summary {
  const sorted = values.map((value) => ranked(value, better)).sort((a, b) => a - b);
  return {
    count: values.length,
    median: quantile(sorted, 0.5),
    low: sorted[0] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
    firstQuartile: quantile(sorted, 0.25),
    thirdQuartile: quantile(sorted, 0.75),
    diverged: values.filter((value) => !Number.isFinite(value)).length,
  };
}

/** Half of the distance between the quartiles: what stands after ±. */
export const spreadOf = ({ firstQuartile, thirdQuartile }: Summary): number => (thirdQuartile - firstQuartile) / 2;

export interface Band {
  readonly median: Series;
  readonly low: Series;
  readonly high: Series;
  readonly firstQuartile: Series;
  readonly thirdQuartile: Series;
}

/**
 * Of the same series of several seeds, step by step. A series that ends before the others has diverged from there on; each counts with the last of
 * its values at a step, for they need not be told at the same steps.
 */
export function bandOf(all: readonly Series[], better: Better = "low"): Band {
  const last = Math.max(0, ...all.map(({ steps }) => steps.at(-1) ?? 0));
  const longest = all.filter(({ steps }) => steps.at(-1) === last);
  const steps = longest.reduce<readonly number[]>(
    (most, series) => (series.steps.length > most.length ? series.steps : most),
    [],
  );
  const walks = all.map((series) => walk(series));
  const summaries = steps.map((step) =>
    summaryOf(
      walks.map((valueAt) => valueAt(step)),
      better,
    ),
  );
  return bandThrough(steps, summaries);
}

/** A summary at each step, as lines. */
export function bandThrough(steps: readonly number[], summaries: readonly Summary[]): Band {
  const of = (pick: (summary: Summary) => number): Series => ({ steps, values: summaries.map(pick) });
  return {
    median: of(({ median }) => median),
    low: of(({ low }) => low),
    high: of(({ high }) => high),
    firstQuartile: of(({ firstQuartile }) => firstQuartile),
    thirdQuartile: of(({ thirdQuartile }) => thirdQuartile),
  };
}

/** The last value at or before a step; NaN after the end, where others go on, and before the beginning. To be asked in order. */
function walk({ steps, values }: Series): (step: number) => number {
  let at = -1;
  return (step) => {
    while (at + 1 < steps.length && (steps[at + 1] ?? 0) <= step) at++;
    return step > (steps.at(-1) ?? -1) ? Number.NaN : (values[at] ?? Number.NaN);
  };
}
