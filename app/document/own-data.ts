/** @file A data set that is part of the document: pasted, dropped or clicked together. */
import * as v from "valibot";
import type { Column, TableDataset } from "../../engine/data/dataset.ts";
import { exactly } from "../../engine/exactly.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { dataLimits } from "./data-limits.ts";
import { listOf, manyOf } from "./list-schemas.ts";
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

/** null where nothing is known of a row: NaN, as a loss gets it. */
export interface OwnTarget {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly (number | null)[];
}

export interface OwnData {
  readonly title: string;
  readonly kind: OwnKind;
  readonly inputs: readonly OwnColumn[];
  readonly targets: readonly OwnTarget[];
  /** Names of the classes by their number; none for numbers. */
  readonly classes: readonly string[];
  /** With the training split's mean and standard deviation. */
  readonly standardize: boolean;
}

const line = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainLine));

const isPlain = (value: unknown): boolean =>
  typeof value === "number" && value >= dataLimits.value.min && value <= dataLimits.value.max && !Object.is(value, -0);

const named = { name: line(dataLimits.columnName), unit: line(dataLimits.unit) };

const column = v.object({ ...named, values: manyOf(between(dataLimits.value), dataLimits.rows, isPlain) });
const target = v.object({
  ...named,
  values: manyOf(v.nullable(between(dataLimits.value)), dataLimits.rows, (value) => value === null || isPlain(value)),
});

const isClass =
  ({ length }: readonly string[]) =>
  (value: number | null): boolean =>
    value !== null && Number.isInteger(value) && value >= 0 && value < length;

export const ownDataSchema = exactly<OwnData>()(
  v.pipe(
    v.object({
      title: line(dataLimits.title),
      kind: v.picklist(ownKinds),
      inputs: listOf(column, dataLimits.inputs),
      targets: listOf(target, dataLimits.targets),
      classes: listOf(line(dataLimits.columnName), dataLimits.classes),
      standardize: v.boolean(),
    }),
    v.check(
      ({ inputs: [first, ...others], targets }) =>
        [...others, ...targets].every(({ values }) => values.length === first?.values.length),
      "columns of different lengths",
    ),
    v.check((data) => numberCount(data) <= dataLimits.numbers, "more numbers than a document holds"),
    v.check(
      ({ kind, targets, classes }) =>
        kind === "numbers" || targets.every(({ values }) => values.every(isClass(classes))),
      "a class that has no name",
    ),
  ),
);

/** Of all columns. */
export const numberCount = ({ inputs, targets }: Pick<OwnData, "inputs" | "targets">): number =>
  (inputs.length + targets.length) * (inputs[0]?.values.length ?? 0);

export const isHeavy = (data: OwnData | null): boolean => data !== null && numberCount(data) > dataLimits.light;

const inMemory = ({ name, unit, values }: OwnTarget): Column => ({
  name,
  unit,
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
});

/** As the engine takes it. */
export function datasetOf({ inputs, targets, ...rest }: OwnData): TableDataset {
  return { ...rest, id: OWN, reading: null, inputs: inputs.map(inMemory), targets: targets.map(inMemory) };
}
