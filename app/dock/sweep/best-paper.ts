/** @file Each lane at its best as a table for a paper: where that is stands beside its name. Pure. */
import { valueText } from "../../../engine/study/sweep.ts";
import { holm } from "../../../engine/study/wilcoxon.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { Lane } from "../../document/document.ts";
import type { SplitName } from "../../store/store.ts";
import type { Sweep } from "../../store/sweep.ts";
import type { PaperTable } from "../seeds/paper-tables.ts";
import type { LanePair, SeedRow } from "../seeds/seed-values.ts";
import { bestPairs, type LaneBest, laneBests, summaryAt, sweptMetrics } from "./sweep-rows.ts";

/** `metric`: what each lane is at its best by; the other metrics are those of the same runs. */
export function bestPaper(sweep: Sweep, metric: string, split: SplitName, lanes: readonly Lane[]): PaperTable {
  const bests = laneBests(sweep, metric, split).filter(({ best }) => best !== null);
  const metrics = sweptMetrics(sweep, split);
  const at = ({ values }: LaneBest): string =>
    sweep.axes.map(({ name }, i) => `${name} ${values[i] === undefined ? "–" : valueText(values[i])}`).join(", ");
  const names = bests.map((best) => {
    const name = lanes.find(({ id }) => id === best.lane)?.name ?? best.lane;
    return [best.lane, `${name} (${at(best)})`] as const;
  });
  return {
    rows: metrics.map(({ name, unit }) => rowOf(bests, name, unit, split)),
    pairs: Object.fromEntries(metrics.map(({ name }) => [name, pairsOf(bests, name, split)])),
    names: Object.fromEntries(names),
    seeds: sweep.seeds.length,
  };
}

function rowOf(bests: readonly LaneBest[], name: string, unit: string, split: SplitName): SeedRow {
  const better = betterOf(name);
  const cells = bests.map((best) => ({ lane: best.lane, summary: summaryAt(best, name, split) }));
  const medians = cells.map(({ summary }) => summary.median).filter(Number.isFinite);
  const first = better === "high" ? Math.max(...medians) : Math.min(...medians);
  const isTold = better !== "neither" && cells.length > 1;
  return { name, unit, cells: cells.map((cell) => ({ ...cell, isBest: isTold && cell.summary.median === first })) };
}

function pairsOf(bests: readonly LaneBest[], name: string, split: SplitName): LanePair[] {
  if (betterOf(name) === "neither") return [];
  const pairs = bestPairs(bests, name, split);
  const corrected = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, i) => ({ ...pair, corrected: corrected[i] ?? pair.p }));
}
