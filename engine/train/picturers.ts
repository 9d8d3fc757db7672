/** @file How what a model has learned is drawn, by the kind of its data: numbers over an input, classes over two. */
import type { TableKind } from "../data/dataset.ts";
import { classOf } from "../data/labels.ts";
import { rowByRow, type Units } from "../data/split.ts";
import { numelOf } from "../tensor/shape.ts";
import { confusionOf, likeliest } from "./class-metrics.ts";
import { distributionsOf, intervalsOf } from "./distribution.ts";
import { kindOf } from "./kinds/index.ts";
import type { Learned } from "./learned.ts";
import { type FitCurve, nothingDrawn, type Picture, pictureLimits } from "./picture.ts";
import { inPlane } from "./principal.ts";
import { boxesOf, forecasts, images, survivalCurves } from "./validation-pictures.ts";

/** Of a column, that is drawn many times a second. */
function remembered<T>(of: (values: Float64Array) => T): (values: Float64Array) => T {
  const known = new WeakMap<Float64Array, { readonly value: T }>();
  return (values) => {
    const found = known.get(values) ?? { value: of(values) };
    known.set(values, found);
    return found.value;
  };
}

const extent = remembered((values): readonly [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b)),
]);

const along = ([low, high]: readonly [number, number], count: number): number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

const standard = (values: ArrayLike<number>, { mean, scale }: Units): Float32Array =>
  Float32Array.from(values, (value) => (value - mean) / scale);

const median = remembered((values) => {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
});

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
  return { x, lines, bands: [] };
}

/** A component of a mixture that is less likely than this is not drawn. */
const LIKELY = 0.1;

/** Quantiles as lines, or means with what lies round them. */
function spreadOver(learned: Learned, input: number): FitCurve {
  const { dataset, split, output } = learned;
  const { reading } = dataset;
  const x = along(extent(dataset.inputs[input].values), pictureLimits.points);
  const predicted = learned.predict(inputsWith(learned, new Map([[input, x]]), x.length), x.length);
  const found = reading === null ? null : distributionsOf(predicted, numelOf(output), reading);
  if (reading === null || found === null) return { x, lines: [], bands: [] };
  const [{ mean, scale }] = split.targetUnits;
  const line = (of: (row: number) => number): number[] => x.map((_, row) => of(row) * scale + mean);
  if (reading.kind !== "mixture") {
    const lines =
      reading.kind === "quantiles" ? reading.levels.map((level) => line((row) => found.quantile(row, level))) : [];
    const bands = intervalsOf(reading).map(([low, high]) => ({
      low: line((row) => found.quantile(row, low)),
      high: line((row) => found.quantile(row, high)),
    }));
    const middle = line(found.middle);
    // The one in the middle is drawn as one alone would be.
    return { x, lines: [middle, ...lines.filter((each) => each.join() !== middle.join())], bands };
  }
  const components = Math.min(pictureLimits.lines, found.normals(0).length);
  const ofComponent = (i: number, deviations: number): number[] =>
    line((row) => {
      const { weight, mean: at, std } = found.normals(row)[i];
      return weight < LIKELY ? Number.NaN : at + deviations * std;
    });
  const each = Array.from({ length: components }, (_, i) => i);
  return {
    x,
    lines: each.map((i) => ofComponent(i, 0)),
    bands: each.map((i) => ({ low: ofComponent(i, -1), high: ofComponent(i, 1) })),
  };
}

const curves =
  (over: (learned: Learned, input: number) => FitCurve) =>
  (learned: Learned): Picture => {
    const inputs = learned.dataset.inputs.slice(0, pictureLimits.inputs);
    return { kind: "curves", curves: inputs.map((_, input) => over(learned, input)) };
  };

/** The first rows of both splits, half of what is drawn at most from validation. */
function scatter({ split, output, predict }: Learned): Picture {
  const width = numelOf(output);
  const most = pictureLimits.rows / 2;
  const [training, validation] = [split.training, split.validation].map(({ rows, x, targets }) => {
    const count = Math.min(rows.length, most);
    const inputs = x.length / Math.max(1, rows.length);
    return {
      count,
      places: Array.from(predict(x.subarray(0, count * inputs), count)),
      labels: Array.from(targets[0].subarray(0, count)),
    };
  });
  const count = training.count + validation.count;
  const plane = inPlane([...training.places, ...validation.places], count, width);
  const labels = [...training.labels, ...validation.labels];
  return { kind: "scatter", dims: width, ...plane, labels, training: training.count };
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
  const labels = Float64Array.from(validation.rows, (_, row) => classOf(validation.targets, row));
  const ofValidation = probabilities.of(learned.predict(validation.x, rows), rows, output, classes);
  return {
    kind: "map",
    size,
    x,
    y,
    winners,
    shares: winners.map((winner, i) => shares[i * classes + winner]),
    confusion: Array.from(confusionOf(ofValidation, labels, classes)),
  };
}

export const picturers: Readonly<Record<TableKind, (learned: Learned) => Picture>> = {
  numbers: curves(curveOver),
  distribution: curves(spreadOver),
  classes: map,
  embeddings: scatter,
  binary: map,
  masks: images,
  boxes: boxesOf,
  sequence: forecasts,
  survival: survivalCurves,
};
