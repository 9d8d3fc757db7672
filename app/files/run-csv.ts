/** @file What charts and tables show, as CSV: long form, one number a row. */
import type { Progress, Series } from "../../engine/train/progress.ts";
import { csvOf } from "./csv.ts";

export interface NamedRun {
  readonly lane: string;
  readonly name: string;
  readonly progress: Progress;
}

export function seriesCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, progress }) => {
    const series: readonly (readonly [string, Series])[] = [
      ["training loss", progress.trainingLoss],
      ["training loss, mean", progress.trainingMeans],
      ["validation loss", progress.validationLoss],
      ...progress.metricHistory.map((metric) => [`validation ${metric.name}`, metric.series] as const),
    ];
    return series.flatMap(([kind, { steps, values }]) =>
      values.map((value, i) => [lane, name, kind, steps[i] ?? 0, value]),
    );
  });
  return csvOf(["lane", "loss", "series", "step", "value"], rows);
}

export function metricsCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, progress: { step, fingerprint, metrics } }) =>
    (["training", "validation"] as const).flatMap((split) =>
      metrics[split].map((metric) => [lane, name, step, split, metric.name, metric.unit, metric.value, fingerprint]),
    ),
  );
  return csvOf(["lane", "loss", "step", "split", "metric", "unit", "value", "run"], rows);
}

export function fitCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, progress: { fit } }) => fit.x.map((x, i) => [lane, name, x, fit.y[i] ?? 0]));
  return csvOf(["lane", "loss", "x", "prediction"], rows);
}
