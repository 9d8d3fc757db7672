/** @file What predictions are worth in the target's own unit, whatever loss trained them. */

import type { Column } from "../data/dataset.ts";
import type { Part, Units } from "../data/split.ts";
import type { Metric } from "./progress.ts";

/** MSE and MAE against every target, and the loss's unit beside them. Predictions are in the first target's standard units. */
export function referenceMetrics(
  predictions: ArrayLike<number>,
  part: Part,
  columns: readonly Column[],
  units: readonly Units[],
): Metric[] {
  const metrics: Metric[] = [];
  const { mean, scale } = units[0];
  part.targets.forEach((target, t) => {
    let [squares, sizes] = [0, 0];
    for (let i = 0; i < target.length; i++) {
      const residual = predictions[i] * scale + mean - (target[i] * units[t].scale + units[t].mean);
      squares += residual * residual;
      sizes += Math.abs(residual);
    }
    const suffix = columns.length > 1 ? ` ${columns[t].name}` : "";
    const { unit } = columns[t];
    metrics.push({ name: `MSE${suffix}`, value: squares / target.length, unit: unit === "" ? "" : `${unit}²` });
    metrics.push({ name: `MAE${suffix}`, value: sizes / target.length, unit });
  });
  return metrics;
}
