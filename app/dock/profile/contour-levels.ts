/** @file A contour's levels, its least place, and its numbers. Pure. */
import type { SampleContour } from "../../../engine/checks/sample/facts.ts";
import { csvOf } from "../../files/csv.ts";

/** Of all places, the shares that lie below a line: closer where it is low. */
const SHARES = [0.01, 0.03, 0.06, 0.1, 0.16, 0.24, 0.34, 0.46, 0.6, 0.75, 0.9];

export function levelsOf({ values }: SampleContour): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const levels = SHARES.flatMap((share) => sorted[Math.floor(share * sorted.length)] ?? []);
  return [...new Set(levels)];
}

const along = ({ from, to }: SampleContour["up"], k: number, side: number): number =>
  from + ((to - from) * k) / (side - 1);

export function leastOf({ values, side, across, up }: SampleContour): {
  readonly x: number;
  readonly y: number;
  readonly value: number;
} {
  let best = -1;
  values.forEach((value, i) => {
    if (Number.isFinite(value) && (best < 0 || value < (values[best] ?? Number.NaN))) best = i;
  });
  return {
    x: along(across, Math.max(0, best) % side, side),
    y: along(up, Math.floor(Math.max(0, best) / side), side),
    value: values[best] ?? Number.NaN,
  };
}

/** At the measured place next to it. */
export function nearestValue(
  { values, side, across, up }: SampleContour,
  at: { readonly x: number; readonly y: number },
): number {
  const nearest = ({ from, to }: SampleContour["up"], x: number): number =>
    Math.min(side - 1, Math.max(0, Math.round(((x - from) / (to - from)) * (side - 1))));
  return values[nearest(up, at.y) * side + nearest(across, at.x)] ?? Number.NaN;
}

export function contourCsv(contours: readonly { readonly lane: string; readonly contour: SampleContour }[]): string {
  const rows = contours.flatMap(({ lane, contour: { values, side, across, up } }) =>
    values.map((value, i) => [lane, along(across, i % side, side), along(up, Math.floor(i / side), side), value]),
  );
  return csvOf(["lane", "output 0", "output 1", "loss"], rows);
}
