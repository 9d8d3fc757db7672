/** @file A sweep as CSV: one metric of one run a row. */
import { cellsOf } from "../../engine/study/sweep.ts";
import type { Sweep } from "../store/sweep.ts";
import { csvOf } from "./csv.ts";

export function sweepCsv({ axes, lanes, seeds, runs }: Sweep): string {
  const cells = cellsOf(axes);
  const rows = lanes.flatMap((lane) =>
    (runs[lane] ?? []).flatMap((cell, at) =>
      cell.flatMap((run, place) =>
        run === null
          ? []
          : (["training", "validation"] as const).flatMap((split) =>
              run.metrics[split].map(({ name, unit, value }) => [
                lane,
                ...(cells[at] ?? []),
                seeds[place] ?? 0,
                run.status,
                split,
                name,
                unit,
                value,
                run.fingerprint,
              ]),
            ),
      ),
    ),
  );
  return csvOf(
    ["lane", ...axes.map(({ name }) => name), "seed", "status", "split", "metric", "unit", "value", "run"],
    rows,
  );
}
