/** @file The curves of several seeds as one: their median, step by step. Pure. */
import { bandOf } from "../../../engine/study/statistics.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { Progress } from "../../../engine/train/progress.ts";

/** A run whose curves are the medians of these; what there is but one of (its picture, its metrics, its hash) stays its own. */
export function medianOf(own: Progress, seeds: readonly Progress[]): Progress {
  const training = bandOf(seeds.map(({ trainingMeans }) => trainingMeans)).median;
  return {
    ...own,
    trainingLoss: training,
    trainingMeans: training,
    validationLoss: bandOf(seeds.map(({ validationLoss }) => validationLoss)).median,
    metricHistory: own.metricHistory.map(({ name }) => ({
      name,
      series: bandOf(historiesOf(seeds, name), betterOf(name)).median,
    })),
  };
}

export const historiesOf = (seeds: readonly Progress[], metric: string) =>
  seeds.flatMap(({ metricHistory }) => metricHistory.find(({ name }) => name === metric)?.series ?? []);
