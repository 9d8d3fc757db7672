/** @file Runs over seeds as CSV: long form, one number a row. */
import type { LaneSeeds } from "../store/study.ts";
import { csvOf } from "./csv.ts";

/** `status` is `done`, `failed` where it diverged, or `stopped`. */
export function seedsCsv(lanes: readonly LaneSeeds[], seeds: readonly number[]): string {
  const rows = lanes.flatMap(({ lane, runs }) =>
    runs.flatMap((run, place) => {
      if (run === null) return [];
      const { progress, stopped } = run;
      const status = stopped === null ? (progress?.status ?? "stopped") : "stopped";
      return (["training", "validation"] as const).flatMap((split) =>
        (progress?.metrics[split] ?? []).map(({ name, unit, value }) => [
          lane,
          seeds[place] ?? 0,
          status,
          split,
          name,
          unit,
          value,
          progress?.fingerprint ?? "",
        ]),
      );
    }),
  );
  return csvOf(["lane", "seed", "status", "split", "metric", "unit", "value", "run"], rows);
}
