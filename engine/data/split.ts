/** @file The seeded 80/20 split, and units made comparable. */
import type { Generator } from "../random/generator.ts";
import { type Column, rowCountOf, type TableDataset, type TableKind } from "./dataset.ts";

const TRAINING_SHARE = 0.8;

/** Values that differ by less, relative to their mean, differ by rounding: there is no scale in them. */
export const CONSTANT = 1e-14;

/** value = mean + scale * standard */
export interface Units {
  readonly mean: number;
  readonly scale: number;
}

/** One part of the data in standard units. */
export interface Part {
  /** Row numbers in the data set. */
  readonly rows: Float64Array;
  /** [rows, inputs], row by row. */
  readonly x: Float32Array;
  /** A value for each row. */
  readonly targets: readonly Float32Array[];
}

export interface Split {
  readonly training: Part;
  readonly validation: Part;
  readonly inputUnits: readonly Units[];
  /** As they are, mean 0 and scale 1, where targets are no numbers. */
  readonly targetUnits: readonly Units[];
}

/** So many rows of each part are measured and drawn while a run is under way: the first ones, which the split has drawn at random. */
export const sampled = { training: 4000, validation: 1000 } as const;

/** The first rows of a part, which the split has drawn at random. */
export function firstOf(part: Part, most: number): Part {
  const count = part.rows.length;
  if (count <= most) return part;
  return {
    rows: part.rows.subarray(0, most),
    x: part.x.subarray(0, most * (part.x.length / count)),
    targets: part.targets.map((target) => target.subarray(0, most)),
  };
}

/** What is measured of data of any size many times a second. */
export const sampleOf = (split: Split): Split => ({
  ...split,
  training: firstOf(split.training, sampled.training),
  validation: firstOf(split.validation, sampled.validation),
});

/** How targets are made comparable: each by its own rows, all by one measure (and the inputs by the same one), or not at all. */
const targetUnits: Readonly<Record<TableKind, "each" | "one" | "none">> = {
  numbers: "each",
  distribution: "each",
  classes: "none",
  embeddings: "none",
  binary: "none",
  masks: "none",
  boxes: "none",
  sequence: "one",
  survival: "none",
};

const asTheyAre: Units = { mean: 0, scale: 1 };

/**
 * Draws one permutation from the generator; the first 80 % of it are for training. Rows of a sequence are split in their order, and as many left out
 * between the parts as keep what is to be forecast in one out of the other; nothing is drawn then.
 */
export function splitDataset(dataset: TableDataset, generator: Generator): Split {
  const { inputs, targets, kind } = dataset;
  const count = rowCountOf(dataset);
  const cut = Math.round(count * TRAINING_SHARE);
  const isInOrder = kind === "sequence";
  const order = isInOrder ? Float64Array.from({ length: count }, (_, i) => i) : generator.permutation(count);
  const trainingRows = order.slice(0, cut);
  const validationRows = order.slice(isInOrder ? cut + targets.length - 1 : cut);
  const standard = (columns: readonly Column[]): Units =>
    dataset.standardize ? standardUnits(columns, trainingRows) : asTheyAre;
  const isOne = targetUnits[kind] === "one";
  const ofAll = standard(isOne ? inputs : []);
  const unitsOf = (column: Column): Units => (isOne ? ofAll : standard([column]));
  const inputUnits = inputs.map(unitsOf);
  const unitsOfTargets = targets.map((column) => (targetUnits[kind] === "none" ? asTheyAre : unitsOf(column)));
  const part = (rows: Float64Array): Part => ({
    rows,
    x: rowByRow(
      inputs.map(({ values }, i) => inUnits(values, rows, inputUnits[i])),
      rows.length,
    ),
    targets: targets.map(({ values }, i) => inUnits(values, rows, unitsOfTargets[i])),
  });
  return { training: part(trainingRows), validation: part(validationRows), inputUnits, targetUnits: unitsOfTargets };
}

/** Columns as a matrix. */
export function rowByRow(columns: readonly Float32Array[], rows: number): Float32Array {
  const [first] = columns;
  if (columns.length === 1) return first;
  const matrix = new Float32Array(rows * columns.length);
  columns.forEach((column, c) => {
    for (let row = 0; row < rows; row++) matrix[row * columns.length + c] = column[row];
  });
  return matrix;
}

/** Mean and unbiased standard deviation of the training rows of all columns together: what torch.mean and torch.std say of those that are known (not NaN). */
function standardUnits(columns: readonly Column[], rows: Float64Array): Units {
  let [count, sum] = [0, 0];
  for (const { values } of columns) {
    for (const row of rows) {
      if (Number.isNaN(values[row])) continue;
      sum += values[row];
      count++;
    }
  }
  const mean = sum / Math.max(1, count);
  let squares = 0;
  for (const { values } of columns)
    for (const row of rows) if (!Number.isNaN(values[row])) squares += (values[row] - mean) ** 2;
  const scale = Math.sqrt(squares / Math.max(1, count - 1));
  return { mean, scale: scale > CONSTANT * Math.abs(mean) ? scale : 1 };
}

function inUnits(values: Float64Array, rows: Float64Array, { mean, scale }: Units): Float32Array {
  return Float32Array.from(rows, (row) => (values[row] - mean) / scale);
}
