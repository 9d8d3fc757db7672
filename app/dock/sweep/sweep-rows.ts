/** @file What a sweep came to: each lane at its best, and what the seeds show of two lanes there. Pure. */
import { type Paired, paired } from "../../../engine/study/paired.ts";
import { type Band, bandThrough, type Summary, summaryOf } from "../../../engine/study/statistics.ts";
import {
  type Best,
  bestOf,
  cellsOf,
  numbersOf,
  type SweepAxis,
  type SweepValue,
  valueText,
} from "../../../engine/study/sweep.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { SplitName } from "../../store/store.ts";
import { type Sweep, type SweepRun, sweptValues } from "../../store/sweep.ts";

/** The metrics that there are, in their order. */
export function sweptMetrics(
  sweep: Sweep,
  split: SplitName,
): readonly { readonly name: string; readonly unit: string }[] {
  const all = Object.values(sweep.runs).flat(2);
  return all.find((run) => run !== null && run.metrics[split].length > 0)?.metrics[split] ?? [];
}

export interface LaneBest {
  readonly lane: string;
  /** null where all diverged, or nothing has come. */
  readonly best: Best | null;
  /** The swept values there. */
  readonly values: readonly SweepValue[];
  readonly runs: readonly (SweepRun | null)[];
  /** Over the whole grid. */
  readonly diverged: number;
  readonly count: number;
}

export function laneBests(sweep: Sweep, metric: string, split: SplitName): readonly LaneBest[] {
  const cells = cellsOf(sweep.axes);
  return sweep.lanes.map((lane) => {
    const runs = sweep.runs[lane] ?? [];
    const values = runs.map((cell) => sweptValues(cell, metric, split));
    const best = bestOf(sweep.axes, values, betterOf(metric));
    const all = values.flat();
    return {
      lane,
      best,
      values: best === null ? [] : (cells[best.cell] ?? []),
      runs: best === null ? [] : (runs[best.cell] ?? []),
      diverged: all.filter((value) => !Number.isFinite(value)).length,
      count: all.length,
    };
  });
}

export const summaryAt = ({ runs }: LaneBest, metric: string, split: SplitName): Summary =>
  summaryOf(sweptValues(runs, metric, split), betterOf(metric));

export interface BestPair extends Paired {
  readonly one: string;
  readonly other: string;
}

/** Each further lane beside the first, both at their best, on the seeds that both have. */
export function bestPairs(bests: readonly LaneBest[], metric: string, split: SplitName): readonly BestPair[] {
  const [first, ...others] = bests;
  if (first === undefined || first.best === null) return [];
  return others.flatMap(({ lane, best, runs }) => {
    if (best === null) return [];
    const places = runs.flatMap((run, i) => (run !== null && (first.runs[i] ?? null) !== null ? [i] : []));
    const of = (held: LaneBest["runs"]) =>
      sweptValues(
        places.map((i) => held[i] ?? null),
        metric,
        split,
      );
    const pair = paired(of(first.runs), of(runs), betterOf(metric));
    return pair.seeds < 2 ? [] : [{ one: first.lane, other: lane, ...pair }];
  });
}

/** The metric over the values of the one axis, which are numbers. */
export function bandOverAxis(sweep: Sweep, lane: string, metric: string, split: SplitName): Band {
  const [axis] = sweep.axes;
  const steps = (axis === undefined ? null : numbersOf(axis)) ?? [];
  const better = betterOf(metric);
  const summaries = (sweep.runs[lane] ?? []).map((cell) => summaryOf(sweptValues(cell, metric, split), better));
  return bandThrough(steps, summaries);
}

export interface HeatRow {
  readonly name: string;
  /** null for what has not come; NaN for what diverged. */
  readonly values: readonly (number | null)[];
}

export interface HeatMap {
  /** What stands above the columns, and their names. */
  readonly across: string;
  readonly columns: readonly string[];
  readonly down: string;
  /** The greatest number of the axis first, as charts have it. */
  readonly rows: readonly HeatRow[];
}

/** One axis: its values by seeds. Two: the first by the second, each cell the median over seeds. */
export function heatMap(sweep: Sweep, lane: string, metric: string, split: SplitName): HeatMap {
  const [first, second] = sweep.axes;
  const runs = sweep.runs[lane] ?? [];
  const one = (run: SweepRun | null): number | null => sweptValues([run], metric, split)[0] ?? null;
  if (first === undefined) return { across: "", columns: [], down: "", rows: [] };
  if (second === undefined) {
    return {
      across: "seed",
      columns: sweep.seeds.map(String),
      down: first.name,
      rows: greatestFirst(
        first,
        first.values.map((value, cell) => ({ name: valueText(value), values: (runs[cell] ?? []).map(one) })),
      ),
    };
  }
  const median = (cell: number): number | null => {
    const values = sweptValues(runs[cell] ?? [], metric, split);
    return values.length === 0 ? null : summaryOf(values, betterOf(metric)).median;
  };
  const width = second.values.length;
  return {
    across: second.name,
    columns: second.values.map(valueText),
    down: first.name,
    rows: greatestFirst(
      first,
      first.values.map((value, row) => ({
        name: valueText(value),
        values: second.values.map((_, column) => median(row * width + column)),
      })),
    ),
  };
}

/** Names stay in the order in which they were asked for. */
const greatestFirst = (axis: SweepAxis, rows: readonly HeatRow[]): readonly HeatRow[] =>
  numbersOf(axis) === null ? rows : rows.toReversed();

/** How good a value is among all of them: 1 the best, 0 the worst, by rank, so that one that is far off leaves the others apart. */
export function goodness(all: readonly number[], better: ReturnType<typeof betterOf>): (value: number) => number {
  const sorted = [...new Set(all.filter(Number.isFinite))].sort((a, b) => (better === "high" ? a - b : b - a));
  const places = new Map(sorted.map((value, i) => [value, sorted.length < 2 ? 1 : i / (sorted.length - 1)]));
  return (value) => places.get(value) ?? 0;
}
