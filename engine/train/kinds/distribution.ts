/** @file Distributions: float [B, 1] as numbers have it, and a model that says how sure it is. */
import { numelOf } from "../../tensor/shape.ts";
import { type Distributions, distributionsOf, intervalsOf } from "../distribution.ts";
import { referenceMetrics } from "../metrics.ts";
import type { Metric } from "../progress.ts";
import type { KindRecord, Measured } from "./kind.ts";
import { numbers } from "./numbers.ts";

/** Where the reading has none of its own. */
const LEVELS = [0.1, 0.5, 0.9];

/**
 * Of the first target, in its own unit: what numbers are measured by, of the distributions' means (of quantiles, of their middle one); coverage =
 * share of targets within the outermost interval, which should be what its name says; pinball = mean over rows and levels of
 * max(level · r, (level − 1) · r), where r = target − quantile; NLL = mean −log p(target), where there is a density. Rows whose target is NaN are left out.
 */
function metrics({ predictions, output, part, dataset, units }: Measured): Metric[] {
  const { reading } = dataset;
  const found = reading === null ? null : distributionsOf(predictions, numelOf(output), reading);
  if (reading === null || found === null) return [];
  const [target] = part.targets;
  const middles = Float64Array.from(target, (_, row) => found.middle(row));
  const first = { ...part, targets: part.targets.slice(0, 1) };
  const [[low, high]] = intervalsOf(reading);
  const nominal = Number((100 * (high - low)).toPrecision(4));
  const metric = (name: string, value: number, unit = ""): Metric => ({ name, value, unit });
  return [
    metric(`coverage of ${nominal} %`, coverage(found, target, low, high)),
    metric(
      "pinball",
      pinball(found, target, reading.kind === "quantiles" ? reading.levels : LEVELS) * units[0].scale,
      dataset.targets[0].unit,
    ),
    ...(found.logDensity === null ? [] : [metric("NLL", nll(found.logDensity, target) + Math.log(units[0].scale))]),
    ...referenceMetrics(middles, first, dataset.targets.slice(0, 1), units),
  ];
}

const knownRows = (target: ArrayLike<number>): number[] =>
  Array.from(target, (_, row) => row).filter((row) => !Number.isNaN(target[row]));

function coverage(found: Distributions, target: ArrayLike<number>, low: number, high: number): number {
  let within = 0;
  const rows = knownRows(target);
  for (const row of rows) {
    // Crossed quantiles hold nothing between them.
    if (target[row] >= found.quantile(row, low) && target[row] <= found.quantile(row, high)) within++;
  }
  return within / rows.length;
}

function pinball(found: Distributions, target: ArrayLike<number>, levels: readonly number[]): number {
  let sum = 0;
  const rows = knownRows(target);
  for (const row of rows) {
    for (const level of levels) {
      const residual = target[row] - found.quantile(row, level);
      sum += Math.max(level * residual, (level - 1) * residual);
    }
  }
  return sum / (rows.length * levels.length);
}

function nll(logDensity: (row: number, y: number) => number, target: ArrayLike<number>): number {
  const rows = knownRows(target);
  return rows.reduce((sum, row) => sum - logDensity(row, target[row]), 0) / rows.length;
}

export const distribution: KindRecord = {
  // One by one: the outputs are no predictions of them.
  targets: (values, rows) => numbers.targets(values, rows, [1], values.length),
  probabilities: null,
  metrics,
  isCharted: (name) => name === "pinball" || name === "NLL" || name === "MAE" || name.startsWith("coverage"),
};
