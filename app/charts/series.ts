/** @file From series to what a chart draws. Nothing is dropped: what has no place on the axis becomes a gap that is named. */
import type { Series } from "../../engine/train/progress.ts";
import type { ChartScale } from "../store/store.ts";

export interface Point {
  readonly x: number;
  /** null where there is no place for the value on the axis: the line breaks there. */
  readonly y: number | null;
}

/** A stretch of steps whose values cannot be drawn. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly kind: "NaN" | "∞" | "≤ 0";
}

/** Where a step lies on the axis: at itself, or at the seconds of training spent until then. */
export type Clock = (step: number) => number;

export const bySteps: Clock = (step) => step;

/** Seconds between two looks at the clock are shared out evenly among the steps between them. */
export function bySeconds({ steps, values }: Series): Clock {
  return (step) => {
    const after = steps.findIndex((known) => known >= step);
    if (after < 0) return values.at(-1) ?? 0;
    const [fromStep, fromTime] = after === 0 ? [0, 0] : [steps[after - 1] ?? 0, values[after - 1] ?? 0];
    const [toStep, toTime] = [steps[after] ?? 0, values[after] ?? 0];
    return toStep === fromStep ? toTime : fromTime + ((toTime - fromTime) * (step - fromStep)) / (toStep - fromStep);
  };
}

export function pointsOf({ steps, values }: Series, scale: ChartScale, clock: Clock = bySteps): Point[] {
  return values.map((value, i) => ({ x: clock(steps[i] ?? 0), y: kindOf(value, scale) === null ? value : null }));
}

/** So many neighbours on each side: a stretch of a reduced series shows its least and its greatest value in some order. */
const REACH = 2;

/** What values lie between: at each point the least and the greatest of its neighbourhood. Broken where the series is. */
export function bandOf(
  series: Series,
  scale: ChartScale,
  clock: Clock = bySteps,
): readonly [low: Point[], high: Point[]] {
  const points = pointsOf(series, scale, clock);
  const edge = (pick: (...values: number[]) => number) =>
    points.map(({ x, y }, i): Point => {
      if (y === null) return { x, y };
      let value = y;
      for (const step of [-1, 1]) {
        // Beyond a break there is another stretch.
        for (let k = 1; k <= REACH; k++) {
          const next = points[i + step * k]?.y;
          if (next === null || next === undefined) break;
          value = pick(value, next);
        }
      }
      return { x, y: value };
    });
  return [edge(Math.min), edge(Math.max)];
}

/** The last value at or before a place on the axis; null before the first. */
export function valueAt({ steps, values }: Series, x: number, clock: Clock = bySteps): number | null {
  const after = steps.findIndex((step) => clock(step) > x);
  const at = after < 0 ? values.length - 1 : after - 1;
  return values[at] ?? null;
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
