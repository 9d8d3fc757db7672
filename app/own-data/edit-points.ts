/** @file Points added, moved and taken away: pure, data in, data out. */
import type { Column, TableDataset } from "../../engine/data/dataset.ts";
import { kindAsTheyAre } from "../../engine/data/reading.ts";
import { dataLimits, type OwnColumn, type OwnData, ownKinds } from "../document/own-data.ts";

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
  return countOf(data) >= dataLimits.rows.max
    ? `${dataLimits.rows.max.toLocaleString("en-US")} points are the most that a document carries.`
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
  const grown = (columns: readonly OwnColumn[], value: number): OwnColumn[] =>
    columns.map((column, i) => ({
      ...column,
      values: [...column.values, i === 0 ? rounded(value) : (column.values[nearest] ?? 0)],
    }));
  return { ...data, inputs: grown(data.inputs, x), targets: grown(data.targets, y) };
}

export function withPointMoved(data: OwnData, index: number, { x, y }: DataPoint): OwnData {
  const moved = (columns: readonly OwnColumn[], value: number): OwnColumn[] =>
    columns.map((column, i) => (i === 0 ? { ...column, values: column.values.with(index, rounded(value)) } : column));
  return { ...data, inputs: moved(data.inputs, x), targets: moved(data.targets, y) };
}

/** As many remain as can be split. */
export function withPointRemoved(data: OwnData, index: number): OwnData {
  if (whyNoFewer(data) !== null) return data;
  const without = (column: OwnColumn): OwnColumn => ({ ...column, values: column.values.toSpliced(index, 1) });
  return { ...data, inputs: data.inputs.map(without), targets: data.targets.map(without) };
}
