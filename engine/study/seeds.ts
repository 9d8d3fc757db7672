/** @file Which seeds a study of several is over. */
import { limits } from "../train/experiment.ts";

/** How many of them there may be. With fewer than six, no difference is one that Wilcoxon's test could show. */
export const seedCounts = [1, 5, 10, 30] as const;
export type SeedCount = (typeof seedCounts)[number];

export const isSeedCount = (count: number): count is SeedCount => seedCounts.some((known) => known === count);

/** The experiment's own, and those that follow it; after the last one comes 0. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (first + i) % (limits.seed.max + 1));
