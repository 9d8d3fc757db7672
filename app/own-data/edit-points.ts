/** @file Points added, moved and taken away: pure, data in, data out. */
import type { Column, Dataset } from "../../engine/data/dataset.ts";
import { dataLimits, type OwnColumn, type OwnData } from "../document/own-data.ts";

export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** Enough for any chart, and short in a link. */
const DIGITS = 5;
const { min, max } = dataLimits.value;
const rounded = (value: number): number => Math.min(max, Math.max(min, Number(value.toPrecision(DIGITS))));

/** A data set of the catalogue as one's own, to be edited. */
export function ownOf({ title, input, targets, standardize }: Dataset): OwnData {
  const column = ({ name, unit, values }: Column): OwnColumn => ({ name, unit, values: Array.from(values, rounded) });
  return {
    title: `${title}, edited`.slice(0, dataLimits.title),
    input: column(input),
    targets: targets.map(column),
    standardize,
  };
}

/** Why no point can be added, or taken away; null where one can. */
export function whyNoMore({ input }: OwnData): string | null {
  return input.values.length >= dataLimits.rows.max
    ? `${dataLimits.rows.max.toLocaleString("en-US")} points are the most that a document carries.`
    : null;
}

export function whyNoFewer({ input }: OwnData): string | null {
  return input.values.length <= dataLimits.rows.min
    ? `${dataLimits.rows.min} points are the fewest that can be split into training and validation.`
    : null;
}

/** Of the first target; the others get what the nearest point has. */
export function withPoint(data: OwnData, { x, y }: DataPoint): OwnData {
  const { values } = data.input;
  if (whyNoMore(data) !== null) return data;
  const nearest = values.reduce(
    (best, value, i) => (Math.abs(value - x) < Math.abs((values[best] ?? 0) - x) ? i : best),
    0,
  );
  return {
    ...data,
    input: { ...data.input, values: [...values, rounded(x)] },
    targets: data.targets.map((target, t) => ({
      ...target,
      values: [...target.values, t === 0 ? rounded(y) : (target.values[nearest] ?? 0)],
    })),
  };
}

export function withPointMoved(data: OwnData, index: number, { x, y }: DataPoint): OwnData {
  return {
    ...data,
    input: { ...data.input, values: data.input.values.with(index, rounded(x)) },
    targets: data.targets.map((target, t) =>
      t === 0 ? { ...target, values: target.values.with(index, rounded(y)) } : target,
    ),
  };
}

/** As many remain as can be split. */
export function withPointRemoved(data: OwnData, index: number): OwnData {
  if (whyNoFewer(data) !== null) return data;
  const without = (column: OwnColumn): OwnColumn => ({ ...column, values: column.values.toSpliced(index, 1) });
  return { ...data, input: without(data.input), targets: data.targets.map(without) };
}
