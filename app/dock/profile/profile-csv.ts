/** @file A profile's numbers, as CSV: a row for each place. */
import { csvOf } from "../../files/csv.ts";
import type { LaneCurve } from "./lines.ts";

export function profileCsv(drawn: readonly LaneCurve[]): string {
  const rows = drawn.flatMap(({ lane, curve: { axis, at, values, slopes, curvatures } }) =>
    at.map((x, i) => [lane, axis, x, values[i] ?? Number.NaN, slopes[i] ?? Number.NaN, curvatures[i] ?? Number.NaN]),
  );
  return csvOf(["lane", "axis", "place", "loss", "slope", "curvature"], rows);
}
