/** @file A grid of settings: its cells, and which of them is best for whom. Pure. */
import type { Better } from "../train/metric-names.ts";
import { type Summary, summaryOf } from "./statistics.ts";

export interface SweepAxis {
  /** A number that losses name, or a setting of the experiment. */
  readonly kind: "knob" | "setting";
  readonly name: string;
  /** In order, each once. */
  readonly values: readonly number[];
}

export const sweepLimits = { axes: { min: 1, max: 2 }, values: { min: 2, max: 16 } } as const;

/** Every choice of one value of each axis; the last axis changes fastest. */
export const cellsOf = (axes: readonly SweepAxis[]): readonly (readonly number[])[] =>
  axes.reduce<readonly (readonly number[])[]>(
    (cells, { values }) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
    [[]],
  );

/** "0.1 0.3, 1": null for what is none of it, or beyond what is allowed. */
export function parseValues(
  typed: string,
  { min, max, isInteger }: { readonly min: number; readonly max: number; readonly isInteger: boolean },
): readonly number[] | null {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== "");
  const values = [...new Set(words.map(Number))].sort((a, b) => a - b);
  const isGood = (value: number): boolean => value >= min && value <= max && (!isInteger || Number.isInteger(value));
  return values.length >= sweepLimits.values.min && values.length <= sweepLimits.values.max && values.every(isGood)
    ? values
    : null;
}

export interface Best {
  readonly cell: number;
  readonly summary: Summary;
  /** The best is the first or the last value of an axis: better ones may lie beyond. */
  readonly isAtEdge: boolean;
}

/** The cell with the best median; of equal ones the first. Null where all diverged. */
export function bestOf(
  axes: readonly SweepAxis[],
  valuesByCell: readonly (readonly number[])[],
  better: Better,
): Best | null {
  const summaries = valuesByCell.map((values) => summaryOf(values, better));
  const sign = better === "high" ? -1 : 1;
  let best = -1;
  summaries.forEach(({ median, count }, cell) => {
    if (count === 0 || !Number.isFinite(median)) return;
    if (best < 0 || sign * median < sign * (summaries[best]?.median ?? Number.NaN)) best = cell;
  });
  const [summary, cell] = [summaries[best], cellsOf(axes)[best]];
  if (summary === undefined || cell === undefined) return null;
  const isAtEdge = axes.some(({ values }, i) => cell[i] === values[0] || cell[i] === values.at(-1));
  return { cell: best, summary, isAtEdge };
}
