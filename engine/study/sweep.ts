/** @file A grid of settings: its cells, and which of them is best for whom. Pure. */
import { Fingerprint } from "../train/fingerprint.ts";
import type { Better } from "../train/metric-names.ts";
import { type Summary, summaryOf } from "./statistics.ts";

/** A number, or the name of a choice. */
export type SweepValue = number | string;

/** A number that losses name, a setting of the experiment, or what becomes of vectors. */
export const axisKinds = ["knob", "setting", "handling"] as const;

export interface SweepAxis {
  readonly kind: (typeof axisKinds)[number];
  readonly name: string;
  /** Each once: numbers in order, names as they were asked for. */
  readonly values: readonly SweepValue[];
}

export const sweepLimits = { axes: { min: 1, max: 2 }, values: { min: 2, max: 16 }, name: 80 } as const;

/** The values of an axis of numbers; null where they are names, which have no order. */
export function numbersOf({ values }: SweepAxis): readonly number[] | null {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length === values.length ? numbers : null;
}

/** As people read it. */
export const valueText = (value: SweepValue): string =>
  typeof value === "string" ? value : String(Number(value.toPrecision(4)));

/** The first or the last of an axis of numbers: better ones may lie beyond. */
export function isAtEdgeOf(axis: SweepAxis, value: SweepValue | undefined): boolean {
  const numbers = numbersOf(axis);
  return numbers !== null && value !== undefined && (value === numbers[0] || value === numbers.at(-1));
}

/** Every choice of one value of each axis; the last axis changes fastest. */
export const cellsOf = (axes: readonly SweepAxis[]): readonly (readonly SweepValue[])[] =>
  axes.reduce<readonly (readonly SweepValue[])[]>(
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

/** "SGD adam": the choices that are meant, each once, as they were typed; null for what is none, or too few. */
export function parseChoices(typed: string, choices: readonly string[]): readonly string[] | null {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== "");
  const meant = words.map((word) => choices.find((choice) => choice.toLowerCase() === word.toLowerCase()));
  const known = [...new Set(meant.flatMap((choice) => choice ?? []))];
  const { min, max } = sweepLimits.values;
  return meant.every((choice) => choice !== undefined) && known.length >= min && known.length <= max ? known : null;
}

/** One hash of what many runs came to, in their order: equal only where every run is, bit for bit. */
export function studyHash(runs: readonly { readonly status: string; readonly fingerprint: string }[]): string {
  const hash = new Fingerprint();
  for (const { status, fingerprint } of runs)
    for (const letter of `${status} ${fingerprint};`) hash.add(letter.codePointAt(0) ?? 0);
  return hash.hex();
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
  return { cell: best, summary, isAtEdge: axes.some((axis, i) => isAtEdgeOf(axis, cell[i])) };
}
