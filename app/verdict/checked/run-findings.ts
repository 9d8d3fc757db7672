/** @file What only a whole run shows of a loss, as items of Checks: told from its curves, after it has ended. Pure. */
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { Progress, Series } from "../../../engine/train/progress.ts";
import type { Check } from "../checks.ts";
import { formatCount, formatNumber } from "../format.ts";

/** With fewer points a curve says nothing. */
const LEAST_POINTS = 12;
/** Of the metric's best, and of what the loss fell in all: less is noise. */
const WORSE = 0.1;
const FELL = 0.02;

export function runFindings(progress: Pick<Progress, "trainingMeans" | "metricHistory">): Check[] {
  const found = worsened(progress);
  if (found === null) return [];
  const { name, best, step, last, isHigh } = found;
  return [
    {
      id: "loss-falls-metric-worsens",
      state: "warning",
      title: `Loss falls and ${name} ${isHigh ? "falls" : "rises"}`,
      text: `in its last run, from step ${formatCount(step)} on: ${name} on validation was ${formatNumber(best)} there and is ${formatNumber(last)} at the end, while the training loss went on falling. What it minimises is not what you measure, or it learns the training rows by heart`,
      means:
        "The reference metrics on the validation rows over the run, against its training loss: does the one get worse while the other gets better?",
      pytorch: null,
      place: null,
      fixes: [],
      count: 1,
    },
  ];
}

interface Worsened {
  readonly name: string;
  readonly best: number;
  readonly step: number;
  readonly last: number;
  readonly isHigh: boolean;
}

/** The first metric that was better some time ago than it is, though the loss is less. */
function worsened({
  trainingMeans,
  metricHistory,
}: Pick<Progress, "trainingMeans" | "metricHistory">): Worsened | null {
  for (const { name, series } of metricHistory) {
    const better = betterOf(name);
    if (better === "neither" || series.values.length < LEAST_POINTS) continue;
    const calm = medians(series);
    const isHigh = better === "high";
    const isBetter = (a: number, b: number): boolean => (isHigh ? a > b : a < b);
    const at = calm.reduce((best, value, i) => (isBetter(value, calm[best] ?? Number.NaN) ? i : best), 0);
    const [best, last, step] = [calm[at] ?? Number.NaN, calm.at(-1) ?? Number.NaN, series.steps[at] ?? 0];
    const isWorse = isBetter(best, last) && Math.abs(last - best) > WORSE * Math.abs(best);
    if (isWorse && fellAfter(trainingMeans, step)) return { name, best, step, last, isHigh };
  }
  return null;
}

function fellAfter(series: Series, step: number): boolean {
  const calm = medians(series);
  const from = series.steps.findIndex((each) => each >= step);
  const finite = calm.filter(Number.isFinite);
  const span = Math.max(...finite) - Math.min(...finite);
  const [before, after] = [calm[from] ?? Number.NaN, calm.at(-1) ?? Number.NaN];
  return from >= 0 && before - after > FELL * span;
}

/** Of each value and two to both sides: one batch, or one step of Adam's, decides nothing. */
function medians({ values }: Series): number[] {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - 2), i + 3).sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)] ?? Number.NaN;
  });
}
