/** @file Points added, moved and taken away: pure, data in, data out. */
import type { Column, Dataset } from "../../engine/data/dataset.ts";
import { dataLimits, type OwnColumn, type OwnData } from "../document/own-data.ts";

export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** Enough for any chart, and short in a link. */
const DIGITS = 5;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** A data set of the catalogue as one's own, to be edited. */
export function ownOf({ title, input, targets, standardize }: Dataset): OwnData {
  const column = ({ name, unit, values }: Column): OwnColumn => ({ name, unit, values: Array.from(values, rounded) });
  return { title: `${title}, edited`.slice(0, 80), input: column(input), targets: targets.map(column), standardize };
}

/** Of the first target; the others get what the nearest point has. */
export function withPoint(data: OwnData, { x, y }: DataPoint): OwnData {
  const { values } = data.input;
  if (values.length >= dataLimits.rows.max) return data;
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
  if (data.input.values.length <= dataLimits.rows.min) return data;
  const without = (column: OwnColumn): OwnColumn => ({ ...column, values: column.values.toSpliced(index, 1) });
  return { ...data, input: without(data.input), targets: data.targets.map(without) };
}
