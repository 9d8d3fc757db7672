/** @file From series to what a chart draws. Nothing is dropped: what has no place on the axis becomes a gap that is named. */
import type { Series } from "../../engine/train/progress.ts";
import type { ChartScale } from "../store/store.ts";

export interface Line {
  readonly key: string;
  readonly series: Series;
}

export type Row = { readonly step: number } & Readonly<Record<string, number>>;

/** A stretch of steps whose values cannot be drawn. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly kind: "NaN" | "∞" | "≤ 0";
}

/** One row a step, with a value for every line that has one there. */
export function chartRows(lines: readonly Line[], scale: ChartScale): Row[] {
  const rows = new Map<number, { step: number; [line: string]: number }>();
  for (const { key, series } of lines) {
    series.steps.forEach((step, i) => {
      const value = series.values[i];
      const row: { step: number; [line: string]: number } = rows.get(step) ?? { step };
      rows.set(step, row);
      if (value !== undefined && kindOf(value, scale) === null) row[key] = value;
    });
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

export function gapsOf({ steps, values }: Series, scale: ChartScale): Gap[] {
  const gaps: { from: number; to: number; kind: Gap["kind"] }[] = [];
  values.forEach((value, i) => {
    const kind = kindOf(value, scale);
    const step = steps[i] ?? 0;
    const last = gaps[gaps.length - 1];
    if (kind === null) return;
    const wasBefore = i > 0 && kindOf(values[i - 1] ?? 0, scale) === kind;
    if (last !== undefined && last.kind === kind && wasBefore) last.to = step;
    else gaps.push({ from: step, to: step, kind });
  });
  return gaps;
}

function kindOf(value: number, scale: ChartScale): Gap["kind"] | null {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return "∞";
  return scale === "log" && value <= 0 ? "≤ 0" : null;
}

/**
 * Exponential moving average, divided by the weight that has come together so far: without that, the first values would be drawn
 * towards zero. NaN and infinity stay where they are and do not spread.
 */
export function smoothed({ steps, values }: Series, weight: number): Series {
  if (weight <= 0) return { steps, values };
  let [sum, total] = [0, 0];
  return {
    steps,
    values: values.map((value) => {
      if (!Number.isFinite(value)) return value;
      sum = weight * sum + (1 - weight) * value;
      total = weight * total + (1 - weight);
      return sum / total;
    }),
  };
}
