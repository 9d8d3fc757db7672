/** @file What metrics are called, by the kind of the data, and which way they are better. What is not told here is better the lower it is. */
import type { TableDataset, TableKind } from "../data/dataset.ts";
import { labelCount } from "../data/labels.ts";

export type Better = "low" | "high" | "neither";

const high = /^(R²|accuracy|macro F1|micro F1|exact match|ROC AUC|IoU|Dice|kNN accuracy|pixel accuracy|concordance)/;
/** It says what happened, and not whether that is good. */
const neither = /^(moved|coverage)/;

export const betterOf = (name: string): Better => (high.test(name) ? "high" : neither.test(name) ? "neither" : "low");

const ofNumbers = ["MSE", "RMSE", "MAE", "R²", "worst residual"];

const ofTargets = ({ targets }: TableDataset): readonly string[] =>
  targets.length === 1 ? ofNumbers : targets.flatMap(({ name }) => ofNumbers.map((metric) => `${metric} ${name}`));

const ofClasses = ["accuracy", "macro F1", "log loss", "Brier", "ECE"];

function ofDistributions({ reading }: TableDataset): readonly string[] {
  if (reading === null || reading.kind === "embedding") return [];
  if (reading.kind !== "quantiles") return ["coverage of 80 %", "pinball", "NLL", ...ofNumbers];
  const nominal = Number((100 * ((reading.levels.at(-1) ?? 1) - (reading.levels[0] ?? 0))).toPrecision(4));
  return [`coverage of ${nominal} %`, "pinball", ...ofNumbers];
}

const names: Readonly<Record<TableKind, (dataset: TableDataset) => readonly string[]>> = {
  numbers: ofTargets,
  distribution: ofDistributions,
  classes: ({ classes }) => [...ofClasses, ...(classes.length <= 2 ? ["ROC AUC"] : [])],
  binary: (dataset) =>
    labelCount(dataset) > 0
      ? ["micro F1", "macro F1", "exact match", "Hamming loss", "log loss"]
      : [...ofClasses, "ROC AUC"],
  embeddings: () => ["kNN accuracy", "distance ratio"],
  masks: () => ["IoU", "Dice", "pixel accuracy"],
  boxes: () => ["IoU", "MAE"],
  sequence: () => ["MASE", "sMAPE", "MAE", "RMSE"],
  survival: () => ["concordance", "Cox NLL"],
};

/** What will be measured of data, in its order, before anything has been. */
export const metricNames = (dataset: TableDataset): readonly string[] => names[dataset.kind](dataset);
