/** @file What charts and tables show, as CSV: long form, one number a row. */
import type { Progress } from "../../engine/train/progress.ts";
import type { WholeSeries } from "../sandbox/whole-series.ts";
import type { Frame } from "../store/replay.ts";
import { csvOf } from "./csv.ts";

export interface NamedRun {
  readonly lane: string;
  readonly name: string;
  readonly progress: Progress;
  /** What the charts show of it: its end, or the step that is replayed. */
  readonly frame: Frame;
  /** Every step, where the sandbox could tell it. */
  readonly whole: readonly WholeSeries[] | null;
}

/** Every step of the run. Where the sandbox could not tell them, those that are drawn, and each series says so. */
export function seriesCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, progress, whole }) =>
    (whole ?? drawnOf(progress)).flatMap((series) =>
      series.values.map((value, i) => [lane, name, series.name, series.steps[i] ?? 0, value]),
    ),
  );
  return csvOf(["lane", "loss", "series", "step", "value"], rows);
}

function drawnOf({ trainingLoss, validationLoss, metricHistory }: Progress): WholeSeries[] {
  const series: readonly WholeSeries[] = [
    { name: "training loss", ...trainingLoss },
    { name: "validation loss", ...validationLoss },
    ...metricHistory.map((metric) => ({ name: `validation ${metric.name}`, ...metric.series })),
  ];
  return series.map((drawn) => ({ ...drawn, name: `${drawn.name}, drawn points only` }));
}

export function metricsCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, progress: { fingerprint }, frame: { step, metrics } }) =>
    (["training", "validation"] as const).flatMap((split) =>
      metrics[split].map((metric) => [lane, name, step, split, metric.name, metric.unit, metric.value, fingerprint]),
    ),
  );
  return csvOf(["lane", "loss", "step", "split", "metric", "unit", "value", "run"], rows);
}

export function fitCsv(runs: readonly NamedRun[]): string {
  const rows = runs.flatMap(({ lane, name, frame: { fit } }) => fit.x.map((x, i) => [lane, name, x, fit.y[i] ?? 0]));
  return csvOf(["lane", "loss", "x", "prediction"], rows);
}
