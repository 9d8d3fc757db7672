/** @file Points added, moved and taken away: pure, data in, data out. */
import type { Column, TableDataset } from "../../engine/data/dataset.ts";
import { kindAsTheyAre } from "../../engine/data/reading.ts";
import { dataLimits } from "../document/data-limits.ts";
import { type OwnColumn, type OwnData, ownKinds } from "../document/own-data.ts";

export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** Enough for any chart, and short in a link. */
const DIGITS = 5;
const { min, max } = dataLimits.value;
const rounded = (value: number): number => Math.min(max, Math.max(min, Number(value.toPrecision(DIGITS))));

/** A data set of the catalogue as one's own, to be edited. */
export function ownOf(dataset: TableDataset): OwnData {
  const { title, inputs, targets, classes, standardize } = dataset;
  const asTheyAre = kindAsTheyAre(dataset);
  const column = ({ name, unit, values }: Column): OwnColumn => ({ name, unit, values: Array.from(values, rounded) });
  return {
    title: `${title}, edited`.slice(0, dataLimits.title),
    kind: ownKinds.find((kind) => kind === asTheyAre) ?? "numbers",
    inputs: inputs.map(column),
    targets: targets.map(column),
    classes,
    standardize,
  };
}

/** Why no point can be added, or taken away; null where one can. */
export function whyNoMore(data: OwnData): string | null {
  return countOf(data) >= dataLimits.edited
    ? `${dataLimits.edited.toLocaleString("en-US")} points are the most that are edited by hand.`
    : null;
}

/** Why points are not edited at all; null where they are. */
export function whyNotEdited({ inputs, targets }: Pick<TableDataset, "inputs" | "targets">): string | null {
  if ((inputs[0]?.values.length ?? 0) > dataLimits.edited)
    return `Of more than ${dataLimits.edited.toLocaleString("en-US")} points none is edited by hand.`;
  return targets.some(({ values }) => values.some(Number.isNaN))
    ? "Points whose target is missing stand nowhere: these data are edited as a table."
    : null;
}

export function whyNoFewer(data: OwnData): string | null {
  return countOf(data) <= dataLimits.rows.min
    ? `${dataLimits.rows.min} points are the fewest that can be split into training and validation.`
    : null;
}

const countOf = ({ inputs }: OwnData): number => inputs[0]?.values.length ?? 0;

/** Of the first input and the first target; the others get what the nearest point has. */
export function withPoint(data: OwnData, { x, y }: DataPoint): OwnData {
  const values = data.inputs[0]?.values ?? [];
  if (whyNoMore(data) !== null) return data;
  const nearest = values.reduce(
    (best, value, i) => (Math.abs(value - x) < Math.abs((values[best] ?? 0) - x) ? i : best),
    0,
  );
  const grown = (value: number) =>
    edited((values, i) => [...values, i === 0 ? rounded(value) : (values[nearest] ?? 0)]);
  return { ...data, inputs: data.inputs.map(grown(x)), targets: data.targets.map(grown(y)) };
}

export function withPointMoved(data: OwnData, index: number, { x, y }: DataPoint): OwnData {
  const moved = (value: number) => edited((values, i) => (i === 0 ? values.with(index, rounded(value)) : values));
  return { ...data, inputs: data.inputs.map(moved(x)), targets: data.targets.map(moved(y)) };
}

/** As many remain as can be split. */
export function withPointRemoved(data: OwnData, index: number): OwnData {
  if (whyNoFewer(data) !== null) return data;
  const without = edited((values) => values.toSpliced(index, 1));
  return { ...data, inputs: data.inputs.map(without), targets: data.targets.map(without) };
}

/** A column of inputs or of targets, the `i`th of them, with other values. */
const edited =
  (edit: <V extends number | null>(values: readonly (V | number)[], i: number) => readonly (V | number)[]) =>
  <V extends number | null>(
    column: { readonly name: string; readonly unit: string; readonly values: readonly (V | number)[] },
    i: number,
  ) => ({
    ...column,
    values: edit(column.values, i),
  });
