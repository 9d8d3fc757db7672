/** @file What a loss estimates, in words. */
import type { CheckedOf } from "../../../engine/checks/kinds.ts";
import { formatNumber } from "../format.ts";

type Estimates = CheckedOf<"estimates">;

const names: Readonly<Record<Estimates["statistic"], (level: string) => string>> = {
  mean: () => "the mean",
  median: () => "the median",
  quantile: (level) => `the ${level} quantile`,
  expectile: (level) => `the ${level} expectile`,
  midrange: () => "the midrange",
  "log-odds": () => "the log-odds",
  "log-mean": () => "the log of the mean",
  "geometric-mean": () => "the geometric mean",
  "geometric-mean-of-1+": () => "the geometric mean of 1 + target",
  "relative-median": () => "a median weighted by 1/|target|",
  "relative-mean": () => "a mean weighted by 1/target²",
  between: () => "something between median and mean",
  mode: () => "about the mode",
  other: () => "no statistic with a name",
};

/** How these are to be understood. */
const remarks: Partial<Readonly<Record<Estimates["statistic"], string>>> = {
  expectile: "the place where distances on both sides balance with these weights",
  midrange: "the middle between the least and the greatest target",
  "relative-median": "small targets count most, so predictions will be too low",
  "relative-mean": "small targets count most, so predictions will be too low",
  mode: "where targets lie closest together; what lies far off is let go",
  "log-odds": "of the share of ones",
};

/** "the 0.9 quantile" */
export const estimatedName = ({ statistic, level }: Estimates): string =>
  names[statistic](formatNumber(level === null ? null : Number(level.toFixed(3))));

export const estimatedTitle = (facts: Estimates): string => `Estimates ${estimatedName(facts)}`;

export function estimated({ statistic, at, mean, median, rank, isCoupled }: Estimates): string {
  const remark = remarks[statistic];
  const place = statistic === "other" ? `, above ${formatNumber(100 * rank)} % of them` : "";
  const batch = isCoupled ? "; of one batch, for its rows depend on each other" : "";
  return `the best constant for these targets is ${formatNumber(at)}${place} (mean ${formatNumber(mean)}, median ${formatNumber(median)})${remark === undefined ? "" : `: ${remark}`}${batch}`;
}
