/** @file What charts and tables show, as CSV: long form, one number a row. */
import { unreachable } from "../../engine/exactly.ts";
import type { FitCurve, Picture } from "../../engine/train/picture.ts";
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
  const rows = runs.flatMap(({ lane, name, frame: { picture } }) =>
    numbersOf(picture).map((row) => [lane, name, ...row]),
  );
  const [first] = runs;
  return csvOf(["lane", "loss", ...(first === undefined ? ["x", "prediction"] : columnsOf(first.frame.picture))], rows);
}

function namedLines({
  lines,
  bands,
}: Pick<FitCurve, "lines" | "bands">): (readonly [string | number, readonly number[]])[] {
  return [
    ...lines.map((line, i) => [i, line] as const),
    ...bands.flatMap(({ low, high }, i) => [[`band ${i} low`, low] as const, [`band ${i} high`, high] as const]),
  ];
}

/** One curve needs no saying of which it is. */
const isAlone = ({ curves }: Extract<Picture, { kind: "curves" }>): boolean =>
  curves.length === 1 && curves[0]?.lines.length === 1 && curves[0].bands.length === 0;

function columnsOf(picture: Picture): readonly string[] {
  switch (picture.kind) {
    case "curves":
      return isAlone(picture) ? ["x", "prediction"] : ["input", "x", "output", "prediction"];
    case "map":
      return ["x1", "x2", "class", "probability"];
    case "images":
      return ["image", "row", "column", "target", "probability"];
    case "boxes":
      return ["row", "corner", "target", "prediction"];
    case "plots":
      return ["plot", "line", "x", "y"];
    case "scatter":
      return ["split", "x", "y", "class"];
    case "tensor":
      return ["place", "before", "value"];
    default:
      return unreachable(picture);
  }
}

function numbersOf(picture: Picture): (readonly (number | string)[])[] {
  switch (picture.kind) {
    case "curves":
      return picture.curves.flatMap(({ x, lines, bands }, input) =>
        namedLines({ lines, bands }).flatMap(([output, line]) =>
          line.map((value, i) => (isAlone(picture) ? [x[i] ?? 0, value] : [input, x[i] ?? 0, output, value])),
        ),
      );
    case "map": {
      const { size, x, y, winners, shares } = picture;
      const at = ([low, high]: readonly [number, number], i: number): number => low + ((high - low) * i) / (size - 1);
      return winners.map((winner, i) => [at(x, i % size), at(y, Math.floor(i / size)), winner, shares[i] ?? 0]);
    }
    case "images": {
      const { side, targets, predictions } = picture;
      const placeOf = (i: number) => [Math.floor(i / side ** 2), Math.floor((i % side ** 2) / side), i % side];
      return targets.map((target, i) => [...placeOf(i), target, predictions[i] ?? 0]);
    }
    case "boxes": {
      const corners = ["x1", "y1", "x2", "y2"];
      return picture.targets.map((target, i) => [
        Math.floor(i / 4),
        corners[i % 4] ?? "",
        target,
        picture.predictions[i] ?? 0,
      ]);
    }
    case "plots":
      return picture.plots.flatMap(({ title, lines }) =>
        lines.flatMap(({ role, x, y }) => x.map((at, i) => [title, role, at, y[i] ?? 0])),
      );
    case "scatter":
      return picture.x.map((x, i) => [
        i < picture.training ? "training" : "validation",
        x,
        picture.y[i] ?? 0,
        picture.labels[i] ?? 0,
      ]);
    case "tensor":
      return picture.values.map((value, i) => [i, picture.before[i] ?? 0, value]);
    default:
      return unreachable(picture);
  }
}
