/** @file How what a model has learned is drawn, by the kind of its data: numbers over an input, classes over two. */
import type { TableDataset, TableKind } from "../data/dataset.ts";
import { rowByRow, type Split, type Units } from "../data/split.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { confusionOf, likeliest } from "./class-metrics.ts";
import { kindOf } from "./kinds/index.ts";
import { type FitCurve, nothingDrawn, type Picture, pictureLimits } from "./picture.ts";

export interface Learned {
  readonly dataset: TableDataset;
  readonly split: Split;
  readonly output: Shape;
  /** For rows of inputs in standard units. */
  predict(x: Float32Array, rows: number): ArrayLike<number>;
}

const extent = (values: Float64Array): [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b)),
];

const along = ([low, high]: readonly [number, number], count: number): number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

const standard = (values: ArrayLike<number>, { mean, scale }: Units): Float32Array =>
  Float32Array.from(values, (value) => (value - mean) / scale);

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows in which every input but the varied ones stands at its median. */
function inputsWith({ dataset, split }: Learned, varied: ReadonlyMap<number, ArrayLike<number>>, rows: number) {
  const columns = dataset.inputs.map(({ values }, i) =>
    standard(varied.get(i) ?? new Float64Array(rows).fill(median(values)), split.inputUnits[i]),
  );
  return rowByRow(columns, rows);
}

function curveOver(learned: Learned, input: number): FitCurve {
  const { dataset, split, output } = learned;
  const x = along(extent(dataset.inputs[input].values), pictureLimits.points);
  const predicted = learned.predict(inputsWith(learned, new Map([[input, x]]), x.length), x.length);
  const width = numelOf(output);
  const lines = Array.from({ length: Math.min(width, pictureLimits.lines) }, (_, line) => {
    const { mean, scale } = split.targetUnits[line] ?? split.targetUnits[0];
    return x.map((_at, i) => predicted[i * width + line] * scale + mean);
  });
  return { x, lines };
}

function curves(learned: Learned): Picture {
  const inputs = learned.dataset.inputs.slice(0, pictureLimits.inputs);
  return { kind: "curves", curves: inputs.map((_, input) => curveOver(learned, input)) };
}

/** Room beside the outermost points, as a share of their range. */
const ROOM = 0.06;

/** Over the first two inputs. */
function map(learned: Learned): Picture {
  const { dataset, split, output } = learned;
  const size = pictureLimits.map;
  const padded = (input: number): [number, number] => {
    const [low, high] = extent(dataset.inputs[input].values);
    const pad = (high - low || 1) * ROOM;
    return [low - pad, high + pad];
  };
  const [x, y] = [padded(0), padded(Math.min(1, dataset.inputs.length - 1))];
  const [across, up] = [along(x, size), along(y, size)];
  const cells = size * size;
  const varied = new Map<number, ArrayLike<number>>([
    [1, Float64Array.from({ length: cells }, (_, i) => up[Math.floor(i / size)])],
    [0, Float64Array.from({ length: cells }, (_, i) => across[i % size])],
  ]);
  const { probabilities } = kindOf(dataset);
  if (probabilities === null) return nothingDrawn;
  const classes = probabilities.count(dataset);
  const predicted = learned.predict(inputsWith(learned, varied, cells), cells);
  const shares = probabilities.of(predicted, cells, output, classes);
  const winners = Array.from({ length: cells }, (_, i) => likeliest(shares, i, classes));
  const { validation } = split;
  const rows = validation.rows.length;
  const ofValidation = probabilities.of(learned.predict(validation.x, rows), rows, output, classes);
  return {
    kind: "map",
    size,
    x,
    y,
    winners,
    shares: winners.map((winner, i) => shares[i * classes + winner]),
    confusion: Array.from(confusionOf(ofValidation, validation.targets[0], classes)),
  };
}

export const picturers: Readonly<Record<TableKind, (learned: Learned) => Picture>> = {
  numbers: curves,
  classes: map,
  binary: map,
};
