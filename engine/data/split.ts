/** @file The seeded 80/20 split, and units made comparable. */
import type { Generator } from "../random/generator.ts";
import type { Dataset } from "./dataset.ts";

const TRAINING_SHARE = 0.8;

/** Values that differ by less, relative to their mean, differ by rounding: there is no scale in them. */
export const CONSTANT = 1e-14;

/** value = mean + scale * standard */
export interface Units {
  readonly mean: number;
  readonly scale: number;
}

/** One part of the data in standard units, row by row. */
export interface Part {
  /** Row numbers in the data set. */
  readonly rows: Float64Array;
  readonly x: Float32Array;
  readonly targets: readonly Float32Array[];
}

export interface Split {
  readonly training: Part;
  readonly validation: Part;
  readonly inputUnits: Units;
  readonly targetUnits: readonly Units[];
}

/** Draws one permutation from the generator; the first 80 % of it are for training. */
export function splitDataset(dataset: Dataset, generator: Generator): Split {
  const count = dataset.input.values.length;
  const order = generator.permutation(count);
  const cut = Math.round(count * TRAINING_SHARE);
  const [trainingRows, validationRows] = [order.slice(0, cut), order.slice(cut)];
  const unitsOf = (values: Float64Array) =>
    dataset.standardize ? standardUnits(values, trainingRows) : { mean: 0, scale: 1 };
  const inputUnits = unitsOf(dataset.input.values);
  const targetUnits = dataset.targets.map((column) => unitsOf(column.values));
  const part = (rows: Float64Array): Part => ({
    rows,
    x: inUnits(dataset.input.values, rows, inputUnits),
    targets: dataset.targets.map((column, i) => inUnits(column.values, rows, targetUnits[i])),
  });
  return { training: part(trainingRows), validation: part(validationRows), inputUnits, targetUnits };
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
