/** @file A landscape's numbers, as CSV: a row for each place, and for each start. */
import { placeOf } from "../../charts/plane/grid.ts";
import { csvOf } from "../../files/csv.ts";
import type { LaneBasins, LaneSurface } from "./drawn.ts";

export function landscapeCsv(surfaces: readonly LaneSurface[], axes: readonly [string, string]): string {
  const rows = surfaces.flatMap(({ lane, loss, metric }) =>
    loss.values.map((value, i) => {
      const { x, y } = placeOf(loss, i);
      return [lane, x, y, value, metric.values[i] ?? Number.NaN];
    }),
  );
  return csvOf(["lane", ...axes, "loss", surfaces[0]?.metricName ?? "metric"], rows);
}

export function basinsCsv(all: readonly LaneBasins[], axes: readonly [string, string]): string {
  const rows = all.flatMap(({ lane, found, starts }) =>
    starts.values.map((_, i) => {
      const { x, y } = placeOf(starts, i);
      const at = (values: readonly number[]): number => values[i] ?? Number.NaN;
      return [lane, x, y, at(found.ends.x), at(found.ends.y), at(found.loss), at(found.metric), at(found.basin)];
    }),
  );
  const [across, up] = axes;
  return csvOf(["lane", across, up, `end: ${across}`, `end: ${up}`, "loss", "metric", "basin"], rows);
}
