/** @file What lanes came to over seeds: by lane and seed, one number. Pure. */
import { type Paired, paired } from "../../../engine/study/paired.ts";
import { type Summary, summaryOf } from "../../../engine/study/statistics.ts";
import { holm } from "../../../engine/study/wilcoxon.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { Metric } from "../../../engine/train/progress.ts";
import type { LaneTraining, SplitName } from "../../store/store.ts";
import type { LaneSeeds } from "../../store/study.ts";

/** A run's metric; NaN where it diverged, or was ended; null where it has not come. */
export function metricOf(run: LaneTraining | null, metric: string, split: SplitName): number | null {
  if (run === null) return null;
  if (run.stopped !== null || run.progress?.status !== "done") return Number.NaN;
  return run.progress.metrics[split].find(({ name }) => name === metric)?.value ?? Number.NaN;
}

/** The metrics that there are, in their order. */
export function metricsOf(lanes: readonly LaneSeeds[], split: SplitName): readonly Metric[] {
  const all = lanes.flatMap(({ runs }) => runs.map((run) => run?.progress?.metrics[split] ?? []));
  return all.find((metrics) => metrics.length > 0) ?? [];
}

export interface SeedCell {
  readonly lane: string;
  readonly summary: Summary;
  /** Its median is better than all others', or as good as the best. */
  readonly isBest: boolean;
}

export interface SeedRow {
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly SeedCell[];
}

const told = (runs: LaneSeeds["runs"], metric: string, split: SplitName): number[] =>
  runs.flatMap((run) => metricOf(run, metric, split) ?? []);

export function seedRows(lanes: readonly LaneSeeds[], split: SplitName): SeedRow[] {
  return metricsOf(lanes, split).map(({ name, unit }) => {
    const better = betterOf(name);
    const summaries = lanes.map(({ lane, runs }) => ({ lane, summary: summaryOf(told(runs, name, split), better) }));
    const medians = summaries.map(({ summary }) => summary.median).filter(Number.isFinite);
    const best = better === "high" ? Math.max(...medians) : Math.min(...medians);
    const isTold = better !== "neither" && lanes.length > 1;
    return {
      name,
      unit,
      cells: summaries.map((cell) => ({ ...cell, isBest: isTold && cell.summary.median === best })),
    };
  });
}

export interface LanePair extends Paired {
  readonly one: string;
  readonly other: string;
  /** The p of several comparisons, corrected by Holm; of one, its own. */
  readonly corrected: number;
}

/** Each further lane beside the first, on the seeds that both have. */
export function lanePairs(lanes: readonly LaneSeeds[], metric: string, split: SplitName): LanePair[] {
  const [first, ...others] = lanes;
  if (first === undefined || betterOf(metric) === "neither") return [];
  const pairs = others.flatMap(({ lane, runs }) => {
    const both = runs.flatMap((run, i): (readonly [number, number])[] => {
      const [ours, theirs] = [metricOf(first.runs[i] ?? null, metric, split), metricOf(run, metric, split)];
      return ours === null || theirs === null ? [] : [[ours, theirs]];
    });
    const compared = paired(
      both.map(([ours]) => ours),
      both.map(([, theirs]) => theirs),
      betterOf(metric),
    );
    return compared.seeds < 2 ? [] : [{ one: first.lane, other: lane, ...compared }];
  });
  const corrected = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, i) => ({ ...pair, corrected: corrected[i] ?? pair.p }));
}
