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

/** Targets that are made comparable like inputs; labels stay as they are. */
const hasUnits: Readonly<Record<TableKind, boolean>> = {
  numbers: true,
  distribution: true,
  classes: false,
  embeddings: false,
  binary: false,
};

const asTheyAre: Units = { mean: 0, scale: 1 };

/** Draws one permutation from the generator; the first 80 % of it are for training. */
export function splitDataset(dataset: TableDataset, generator: Generator): Split {
  const { inputs, targets } = dataset;
  const count = rowCountOf(dataset);
  const order = generator.permutation(count);
  const cut = Math.round(count * TRAINING_SHARE);
  const [trainingRows, validationRows] = [order.slice(0, cut), order.slice(cut)];
  const unitsOf = ({ values }: Column) => (dataset.standardize ? standardUnits(values, trainingRows) : asTheyAre);
  const inputUnits = inputs.map(unitsOf);
  const targetUnits = targets.map((column) => (hasUnits[dataset.kind] ? unitsOf(column) : asTheyAre));
  const part = (rows: Float64Array): Part => ({
    rows,
    x: rowByRow(
      inputs.map(({ values }, i) => inUnits(values, rows, inputUnits[i])),
      rows.length,
    ),
    targets: targets.map(({ values }, i) => inUnits(values, rows, targetUnits[i])),
  });
  return { training: part(trainingRows), validation: part(validationRows), inputUnits, targetUnits };
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

/** Mean and unbiased standard deviation of the training rows: what torch.mean and torch.std say. */
function standardUnits(values: Float64Array, rows: Float64Array): Units {
  let sum = 0;
  for (const row of rows) sum += values[row];
  const mean = sum / rows.length;
  let squares = 0;
  for (const row of rows) squares += (values[row] - mean) ** 2;
  const scale = Math.sqrt(squares / Math.max(1, rows.length - 1));
  return { mean, scale: scale > CONSTANT * Math.abs(mean) ? scale : 1 };
}

function inUnits(values: Float64Array, rows: Float64Array, { mean, scale }: Units): Float32Array {
  return Float32Array.from(rows, (row) => (values[row] - mean) / scale);
}
