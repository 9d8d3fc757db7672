/** @file A data set that is part of the document: pasted, dropped or clicked together. */
import * as v from "valibot";
import type { Column, Dataset } from "../../engine/data/dataset.ts";
import { exactly } from "../../engine/exactly.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { listOf } from "./list-schemas.ts";
import { between } from "./number-schemas.ts";

/** What `experiment.dataset` says where the document's own data are meant. */
export const OWN = "own";

export interface OwnColumn {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

export interface OwnData {
  readonly title: string;
  readonly input: OwnColumn;
  readonly targets: readonly OwnColumn[];
  /** With the training split's mean and standard deviation. */
  readonly standardize: boolean;
}

export const dataLimits = {
  /** Fewer cannot be split into training and validation; more are too many to draw, and for a document. */
  rows: { min: 5, max: 5000 },
  targets: { min: 1, max: 4 },
  /** Characters. */
  title: 80,
  columnName: 60,
  unit: 20,
  value: { min: -1e12, max: 1e12 },
} as const;

const line = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainLine));

const column = v.object({
  name: line(dataLimits.columnName),
  unit: line(dataLimits.unit),
  values: listOf(between(dataLimits.value), dataLimits.rows),
});

export const ownDataSchema = exactly<OwnData>()(
  v.pipe(
    v.object({
      title: line(dataLimits.title),
      input: column,
      targets: listOf(column, dataLimits.targets),
      standardize: v.boolean(),
    }),
    v.check(
      ({ input, targets }) => targets.every(({ values }) => values.length === input.values.length),
      "columns of different lengths",
    ),
  ),
);

const inMemory = ({ name, unit, values }: OwnColumn): Column => ({ name, unit, values: Float64Array.from(values) });

/** As the engine takes it. */
export function datasetOf({ title, input, targets, standardize }: OwnData): Dataset {
  return { id: OWN, title, input: inMemory(input), targets: targets.map(inMemory), standardize };
}
