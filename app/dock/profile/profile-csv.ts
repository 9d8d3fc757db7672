/** @file A profile's numbers, as CSV: a row for each place. */
import { placeOf } from "../../charts/plane/grid.ts";
import { csvOf } from "../../files/csv.ts";
import type { LaneContour } from "./Contours.tsx";
import type { LaneCurve } from "./lines.ts";

export function profileCsv(drawn: readonly LaneCurve[]): string {
  const rows = drawn.flatMap(({ lane, curve: { axis, at, values, slopes, curvatures } }) =>
    at.map((x, i) => [lane, axis, x, values[i] ?? Number.NaN, slopes[i] ?? Number.NaN, curvatures[i] ?? Number.NaN]),
  );
  return csvOf(["lane", "axis", "place", "loss", "slope", "curvature"], rows);
}

export function contourCsv(contours: readonly LaneContour[]): string {
  const rows = contours.flatMap(({ lane, contour }) =>
    contour.values.map((value, i) => {
      const { x, y } = placeOf(contour, i);
      return [lane, x, y, value];
    }),
  );
  return csvOf(["lane", "output 0", "output 1", "loss"], rows);
}
