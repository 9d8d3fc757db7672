/** @file Every lane's metrics in rows, with the best of each row and the difference to the first lane. Pure. */
import { type Better, betterOf } from "../../engine/train/metric-names.ts";
import type { Metric, Progress } from "../../engine/train/progress.ts";
import type { SplitName } from "../store/store.ts";

export interface Cell {
  readonly lane: string;
  readonly value: number | null;
  /** Better than all others, or as good as the best. */
  readonly isBest: boolean;
  /** To the first lane's value; null in the first lane and where either is not known. */
  readonly difference: number | null;
}

export interface YardstickRow {
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly Cell[];
}

export interface LaneProgress {
  readonly lane: string;
  readonly progress: Progress | null;
}

/** `expected`: what will be measured, for as long as nothing is known. */
export function yardstick(
  lanes: readonly LaneProgress[],
  split: SplitName,
  expected: readonly string[],
): YardstickRow[] {
  const metricsOf = ({ progress }: LaneProgress): readonly Metric[] => progress?.metrics[split] ?? [];
  const known = lanes.map(metricsOf).find((metrics) => metrics.length > 0);
  const unknown = expected.map((name) => ({ name, unit: "" }));
  return (known ?? unknown).map(({ name, unit }) => {
    const values = lanes.map((lane) => metricsOf(lane).find((metric) => metric.name === name)?.value ?? null);
    return { name, unit, cells: cellsOf(lanes, values, betterOf(name)) };
  });
}

/** Steps a second are compared as well; a lane that was never run has none. */
export function speeds(lanes: readonly LaneProgress[]): readonly Cell[] {
  const values = lanes.map(({ progress }) =>
    progress === null || progress.stepsPerSecond === 0 ? null : progress.stepsPerSecond,
  );
  return cellsOf(lanes, values, "high");
}

function cellsOf(lanes: readonly LaneProgress[], values: readonly (number | null)[], better: Better): readonly Cell[] {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const best = better === "low" ? Math.min(...finite) : Math.max(...finite);
  const [first = null] = values;
  return lanes.map(({ lane }, i) => {
    const value = values[i] ?? null;
    return {
      lane,
      value,
      // There is no best of one.
      isBest: better !== "neither" && finite.length > 1 && value === best,
      difference: i === 0 || value === null || first === null ? null : value - first,
    };
  });
}
