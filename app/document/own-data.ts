/** @file A data set that is part of the document: pasted, dropped or clicked together. */
import * as v from "valibot";
import type { Column, TableDataset } from "../../engine/data/dataset.ts";
import { exactly } from "../../engine/exactly.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { listOf } from "./list-schemas.ts";
import { between } from "./number-schemas.ts";

/** What `experiment.dataset` says where the document's own data are meant. */
export const OWN = "own";

/** What rows of one's own may be. How outputs are read is the experiment's. */
export const ownKinds = ["numbers", "classes", "binary"] as const;
export type OwnKind = (typeof ownKinds)[number];

export interface OwnColumn {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

export interface OwnData {
  readonly title: string;
  readonly kind: OwnKind;
  readonly inputs: readonly OwnColumn[];
  readonly targets: readonly OwnColumn[];
  /** Names of the classes by their number; none for numbers. */
  readonly classes: readonly string[];
  /** With the training split's mean and standard deviation. */
  readonly standardize: boolean;
}

export const dataLimits = {
  /** Fewer cannot be split into training and validation; more are too many to draw, and for a document. */
  rows: { min: 5, max: 5000 },
  inputs: { min: 1, max: 64 },
  targets: { min: 1, max: 8 },
  classes: { min: 0, max: 20 },
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

const isClass =
  ({ length }: readonly string[]) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= 0 && value < length;

export const ownDataSchema = exactly<OwnData>()(
  v.pipe(
    v.object({
      title: line(dataLimits.title),
      kind: v.picklist(ownKinds),
      inputs: listOf(column, dataLimits.inputs),
      targets: listOf(column, dataLimits.targets),
      classes: listOf(line(dataLimits.columnName), dataLimits.classes),
      standardize: v.boolean(),
    }),
    v.check(
      ({ inputs: [first, ...others], targets }) =>
        [...others, ...targets].every(({ values }) => values.length === first?.values.length),
      "columns of different lengths",
    ),
    v.check(
      ({ kind, targets, classes }) =>
        kind === "numbers" || targets.every(({ values }) => values.every(isClass(classes))),
      "a class that has no name",
    ),
  ),
);

const inMemory = ({ name, unit, values }: OwnColumn): Column => ({ name, unit, values: Float64Array.from(values) });

/** As the engine takes it. */
export function datasetOf({ inputs, targets, ...rest }: OwnData): TableDataset {
  return { ...rest, id: OWN, reading: null, inputs: inputs.map(inMemory), targets: targets.map(inMemory) };
}
