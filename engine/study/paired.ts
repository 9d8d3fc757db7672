/** @file Two losses on the same seeds: in how many of them one is better, by how much, and whether so many seeds could show it. */
import type { Better } from "../train/metric-names.ts";
import { signedRanks } from "./wilcoxon.ts";

/** What is called a difference: a p below it. */
export const SIGNIFICANT = 0.05;

export interface Paired {
  readonly seeds: number;
  /** Seeds in which the one is better, in which the other is, and in which neither is. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Wilcoxon's signed-rank test, two-sided. */
  readonly p: number;
  /** The matched-pairs rank-biserial correlation: from 1, the one is better in every seed, to -1. Source: D. S. Kerby, Comprehensive Psychology 3 (2014). */
  readonly effect: number;
  /** By how much the winner of most seeds is better in those that it wins; null where neither is, or no such difference is finite. */
  readonly by: readonly [least: number, most: number] | null;
}

/** `ours[i]` and `theirs[i]` are of one seed. Who diverges is worse than any number; two who do are alike. */
export function paired(ours: readonly number[], theirs: readonly number[], better: Better): Paired {
  const gains = ours.map((own, i) => gainOf(own, theirs[i] ?? Number.NaN, better));
  const wins = gains.filter((gain) => gain > 0).length;
  const losses = gains.filter((gain) => gain < 0).length;
  const { p, positive, negative } = signedRanks(gains);
  const total = positive + negative;
  return {
    seeds: gains.length,
    wins,
    losses,
    ties: gains.length - wins - losses,
    p,
    effect: total === 0 ? 0 : (positive - negative) / total,
    by: wins === losses ? null : reach(gains.filter((gain) => (wins > losses ? gain > 0 : gain < 0))),
  };
}

/** How much better: positive where ours is. */
function gainOf(ours: number, theirs: number, better: Better): number {
  const [isOurs, isTheirs] = [Number.isFinite(ours), Number.isFinite(theirs)];
  if (!isOurs || !isTheirs) return isOurs ? Number.POSITIVE_INFINITY : isTheirs ? Number.NEGATIVE_INFINITY : 0;
  return better === "high" ? ours - theirs : theirs - ours;
}

function reach(gains: readonly number[]): Paired["by"] {
  const sizes = gains.map(Math.abs).filter(Number.isFinite);
  return sizes.length === 0 ? null : [Math.min(...sizes), Math.max(...sizes)];
}
