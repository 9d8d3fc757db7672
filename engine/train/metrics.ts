/** @file What predictions are worth in the target's own unit, whatever loss trained them. */

import type { Column } from "../data/dataset.ts";
import type { Part, Units } from "../data/split.ts";
import type { Metric } from "./progress.ts";

/**
 * Against every target: MSE = mean r², RMSE = √MSE, MAE = mean |r|, R² = 1 - Σr² / Σ(target - mean)², and the worst residual max |r|, where
 * r = prediction - target in the target's own unit. R² is NaN where the targets do not vary. Predictions are in the first target's
 * standard units; of `width` numbers a sample, each target has its own, and those beyond the last have none. Rows whose target is NaN are left out.
 */
export function referenceMetrics(
  predictions: ArrayLike<number>,
  part: Part,
  columns: readonly Column[],
  units: readonly Units[],
  width = 1,
): Metric[] {
  return part.targets.flatMap((target, t): Metric[] => {
    const from = Math.min(t, width - 1);
    const { mean, scale } = units[from];
    let count = 0;
    let [squares, sizes, worst, sum, targetSquares] = [0, 0, 0, 0, 0];
    for (let i = 0; i < target.length; i++) {
      if (Number.isNaN(target[i])) continue;
      count++;
      // Sums of the target are taken in standard units: around zero they lose nothing to cancellation.
      const residual = predictions[i * width + from] * scale + mean - (target[i] * units[t].scale + units[t].mean);
      const size = Math.abs(residual);
      squares += residual * residual;
      sizes += size;
      // Written so that NaN is the worst.
      if (!(size <= worst)) worst = size;
      sum += target[i];
      targetSquares += target[i] * target[i];
    }
    const spread = (targetSquares - (sum * sum) / count) * units[t].scale ** 2;
    const suffix = columns.length > 1 ? ` ${columns[t].name}` : "";
    const { unit } = columns[t];
    const squared = unit === "" ? "" : `${unit}²`;
    const metric = (name: string, value: number, of: string): Metric => ({ name: name + suffix, value, unit: of });
    return [
      metric("MSE", squares / count, squared),
      metric("RMSE", Math.sqrt(squares / count), unit),
      metric("MAE", sizes / count, unit),
      metric("R²", spread > 0 ? 1 - squares / spread : Number.NaN, ""),
      metric("worst residual", worst, unit),
    ];
  });
}
