/** @file Sequences: float [B, H, 1], what follows the inputs, which are one season, oldest first. Training comes before validation in time. */
import { numelOf } from "../../tensor/shape.ts";
import type { Part, Units } from "../../data/split.ts";
import type { Metric } from "../progress.ts";
import type { KindRecord, Measured } from "./kind.ts";
import { together } from "./numbers.ts";

/**
 * In the series' own unit, over rows and steps: MAE = mean |r|; MASE = MAE over that of the seasonal naive forecast (the value one season before) on
 * the training rows; sMAPE = mean of 2 |r| / (|forecast| + |target|), in percent; RMSE. Hyndman and Koehler, 2006.
 */
function metrics({ predictions, output, part, training, dataset, units }: Measured): Metric[] {
  const [rows, width, steps] = [part.rows.length, numelOf(output), part.targets.length];
  const own = (value: number, { mean, scale }: Units): number => value * scale + mean;
  let [sizes, squares, shares] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    for (let step = 0; step < steps; step++) {
      const forecast = own(step < width ? predictions[row * width + step] : Number.NaN, units[step]);
      const target = own(part.targets[step][row], units[step]);
      const size = Math.abs(forecast - target);
      sizes += size;
      squares += size ** 2;
      shares += size === 0 ? 0 : (2 * size) / (Math.abs(forecast) + Math.abs(target));
    }
  }
  const count = rows * steps;
  const [{ unit }] = dataset.targets;
  const metric = (name: string, value: number, of = ""): Metric => ({ name, value, unit: of });
  return [
    metric("MASE", sizes / count / (naive(training, dataset.inputs.length) * units[0].scale)),
    metric("sMAPE", (100 * shares) / count, "%"),
    metric("MAE", sizes / count, unit),
    metric("RMSE", Math.sqrt(squares / count), unit),
  ];
}

/** In standard units: all columns of a series have the same ones. */
function naive({ rows, x, targets }: Part, season: number): number {
  let sum = 0;
  targets.forEach((target, step) => {
    for (let row = 0; row < rows.length; row++) sum += Math.abs(target[row] - x[row * season + (step % season)]);
  });
  return sum / (rows.length * targets.length);
}

export const sequence: KindRecord = {
  targets: (values, rows) => [together(values, rows, [values.length, 1])],
  probabilities: null,
  metrics,
  isCharted: (name) => name === "MASE" || name === "MAE",
};
