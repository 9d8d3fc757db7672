/**
 * @file Successive halving: many candidates are tried with one seed, the better half of them with more, and the best of those with more still. Each run
 * takes all its steps, for a learning rate that is best for a tenth of them is not the best for all.
 * Source: K. Jamieson, A. Talwalkar, Non-stochastic best arm identification and hyperparameter optimization, AISTATS 2016 (its budget here: seeds).
 */
import type { Better } from "../train/metric-names.ts";
import { summaryOf } from "./statistics.ts";

/** Learning rates that any loss may want: 1, 2 and 5 in four decades. */
export const fairRates: readonly number[] = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** With so many seeds, so many candidates. */
export const rungs = [
  { seeds: 1, candidates: fairRates.length },
  { seeds: 2, candidates: 6 },
  { seeds: 4, candidates: 3 },
] as const;

export interface Tried {
  readonly candidate: number;
  /** What each seed came to. */
  readonly values: readonly number[];
}

/** The best by their medians; of equal ones the smaller candidates. Those that only diverged are none. */
export function survivors(tried: readonly Tried[], most: number, better: Better): readonly number[] {
  const sign = better === "high" ? -1 : 1;
  return tried
    .map(({ candidate, values }) => ({ candidate, median: summaryOf(values, better).median }))
    .filter(({ median }) => Number.isFinite(median))
    .sort((a, b) => sign * (a.median - b.median) || a.candidate - b.candidate)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
