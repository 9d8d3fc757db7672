/** @file Which points of the data are drawn, and as what: all of them up to some thousands, then every so many-th row and those that reach farthest. */
import type { TableDataset } from "../../engine/data/dataset.ts";
import { splitDataset } from "../../engine/data/split.ts";
import { Generator } from "../../engine/random/generator.ts";

/** Marks; a row has one for each target. Of more, hardly one could be told from the next. */
const MOST_MARKS = 8_000;

/** The points of one target in one split. */
export interface PointGroup {
  readonly isValidation: boolean;
  /** A first target's are discs. */
  readonly isSquare: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface DrawnPoints {
  readonly groups: readonly PointGroup[];
  /** Rows that are drawn, of `count`. */
  readonly drawn: number;
  readonly count: number;
}

/** Over one of the inputs. */
export function drawnPoints(dataset: TableDataset, over: number, seed: number): DrawnPoints {
  const { targets } = dataset;
  const input = dataset.inputs[over] ?? dataset.inputs[0];
  if (input === undefined) throw new Error("internal: a data set has inputs");
  const count = input.values.length;
  const every = Math.ceil((count * targets.length) / MOST_MARKS);
  const farthest = new Set([input, ...targets].flatMap(({ values }) => extremesOf(values)));
  const { training, validation } = splitDataset(dataset, new Generator(seed));
  const [ofTraining, ofValidation] = [training, validation].map(({ rows }) =>
    Array.from(rows).filter((row, i) => i % every === 0 || farthest.has(row)),
  );
  const splits = [ofTraining ?? [], ofValidation ?? []];
  const groups = targets.flatMap(({ values }, t) =>
    splits.map(
      (rows, part): PointGroup => ({
        isValidation: part === 1,
        isSquare: t > 0,
        ...placesOf(rows, input.values, values),
      }),
    ),
  );
  return { groups, drawn: splits.reduce((sum, { length }) => sum + length, 0), count };
}

/** Rows whose target is missing stand nowhere. */
function placesOf(rows: readonly number[], x: Float64Array, y: Float64Array) {
  const known = rows.filter((row) => !Number.isNaN(y[row]));
  return { x: Float64Array.from(known, (row) => x[row] ?? 0), y: Float64Array.from(known, (row) => y[row] ?? 0) };
}

export const sampledWords = ({ drawn, count }: DrawnPoints): string =>
  `${drawn.toLocaleString("en-US")} of ${count.toLocaleString("en-US")} points drawn`;

/** The rows of the least and of the greatest value. */
function extremesOf(values: Float64Array): number[] {
  let [least, greatest] = [-1, -1];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    if (Number.isNaN(value)) continue;
    if (least < 0 || value < (values[least] ?? 0)) least = row;
    if (greatest < 0 || value > (values[greatest] ?? 0)) greatest = row;
  }
  return [least, greatest];
}
