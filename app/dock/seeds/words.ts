/** @file What a comparison over seeds shows, in one plain sentence, and nothing that the seeds don't show. */
import { SIGNIFICANT } from "../../../engine/study/paired.ts";
import { leastP } from "../../../engine/study/wilcoxon.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import { formatNumber } from "../../verdict/format.ts";
import type { LanePair } from "./seed-values.ts";

/** "A is better in 9 of 10 seeds (MSE 0.6 to 1.9 lower)". `isAlone`: no third lane has to be told apart. */
export function pairWords(pair: LanePair, metric: string, isAlone: boolean): string {
  const { one, other, wins, losses, ties, seeds, by, corrected } = pair;
  const [winner, loser, most] = wins >= losses ? [one, other, wins] : [other, one, losses];
  const better = `${winner} is better${isAlone ? "" : ` than ${loser}`} in ${most} of ${seeds} seeds`;
  if (corrected >= SIGNIFICANT) {
    const against = isAlone ? "" : `${one} and ${other}: `;
    if (ties === seeds) return `${against}no difference: equal in all ${seeds} seeds.`;
    const least = leastP(seeds);
    const few =
      least >= SIGNIFICANT
        ? ` With ${seeds} seeds p is never below ${formatP(least)}: take 10.`
        : ` (p = ${formatP(corrected)})`;
    const end = few.startsWith(" (") ? `${few}.` : `.${few}`;
    return `${against}${isAlone ? "No" : "no"} difference that these seeds could show: ${wins === losses ? `each is better in ${wins} of ${seeds}` : better}${end}`;
  }
  return `${better}${by === null ? "" : ` (${metric} ${rangeWords(by)} ${betterOf(metric) === "high" ? "higher" : "lower"})`}.`;
}

function rangeWords([least, most]: readonly [number, number]): string {
  const [low, high] = [shortly(least), shortly(most)];
  return low === high ? low : `${low} to ${high}`;
}

/** Two digits say enough of a difference. */
const shortly = (value: number): string => formatNumber(Number(value.toPrecision(2)));

export const formatP = (p: number): string => (p < 1e-4 ? p.toExponential(0) : String(Number(p.toPrecision(2))));

/** "12 of 20 runs, 0.4 s left", and at the end "20 runs in 0.9 s". */
export function progressWords({
  isRunning,
  done,
  total,
  secondsLeft,
  seconds,
}: {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
  readonly seconds: number | null;
}): string {
  const runs = `${total} ${total === 1 ? "run" : "runs"}`;
  if (isRunning) return `${done} of ${runs}${secondsLeft === null ? "" : `, ${timeWords(secondsLeft)} left`}`;
  if (done < total) return `stopped after ${done} of ${runs}`;
  return seconds === null ? runs : `${runs} in ${timeWords(seconds)}`;
}

export function timeWords(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}
