/** @file Scalarizers: functions that make one number of the components. Their gradient at the components are the weights of a step. */
import { EngineError } from "../tensor/errors.ts";
import type { AggregationContext } from "./context.ts";
import { towards } from "./remembering.ts";

/** exp(mean log v): v̄/(m vᵢ). A component below 0 has no logarithm. */
export function geometricMean(values: ArrayLike<number>, m: number): Float64Array {
  let logs = 0;
  for (let i = 0; i < m; i++) {
    if (values[i] < 0)
      throw new EngineError({
        type: "ValueError",
        code: "domain",
        op: "GeometricMean",
        message: `GeometricMean: the components must not be negative, got ${values[i]} in component ${i}`,
        hint: "Take another scalarizer, or square that component.",
      });
    logs += Math.log(values[i]) / m;
  }
  const mean = Math.exp(logs);
  return Float64Array.from({ length: m }, (_, i) => mean / (m * values[i]));
}

/** μ log Σ exp(vᵢ / mμ), a smooth maximum of the vᵢ / m: softmax(v / mμ) / m. */
export function stch(values: ArrayLike<number>, m: number, mu: number): Float64Array {
  const weights = new Float64Array(m);
  towards(
    weights,
    Float64Array.from({ length: m }, (_, i) => values[i] / m / mu),
  );
  return weights.map((weight) => weight / m);
}

/** r·v − λ cos(r, v) with r = 1/m: 1/m − λ (1/(√m ‖v‖) − (Σv) vᵢ/(√m ‖v‖³)). */
export function cosmos(values: ArrayLike<number>, m: number, lambda: number): Float64Array {
  let [sum, square] = [0, 0];
  for (let i = 0; i < m; i++) {
    sum += values[i];
    square += values[i] ** 2;
  }
  const over = 1 / (Math.sqrt(m) * Math.sqrt(square));
  return Float64Array.from({ length: m }, (_, i) =>
    lambda === 0 ? 1 / m : 1 / m - lambda * over * (1 - (sum * values[i]) / square),
  );
}

const BESIDE = 1e-12;

/** d₁ + θ d₂, along the direction of equal components and across it, with 1e-12 beside d₂'s square. */
export function pbi(values: ArrayLike<number>, m: number, theta: number): Float64Array {
  const unit = 1 / Math.sqrt(m);
  let along = 0;
  for (let i = 0; i < m; i++) along += values[i] * unit;
  const across = Float64Array.from({ length: m }, (_, i) => values[i] - along * unit);
  const length = Math.sqrt(across.reduce((sum, value) => sum + value * value, 0) + BESIDE);
  return across.map((value) => unit + (theta * value) / length);
}

/**
 * Components that fall more slowly weigh more: m softmax(r/T), where r is the mean of the last pass through the training rows over that of the one before
 * (Liu, Johns and Davison 2019). All 1 in the first two passes.
 */
export function dwa(values: ArrayLike<number>, m: number, context: AggregationContext): Float64Array {
  const { memory, epoch, parameters } = context;
  memory.keepFor(`${m}`);
  const [sums, older, newer] = ["sums", "older", "newer"].map((name) => memory.recall(name, m, 0));
  const counts = memory.recall("counts", 3, 0);
  // [batches of this pass, this pass, passes that have ended]
  if (counts[0] > 0 && counts[1] !== epoch) {
    older.set(newer);
    for (let i = 0; i < m; i++) newer[i] = sums[i] / counts[0];
    sums.fill(0);
    counts[0] = 0;
    counts[2]++;
  }
  counts[1] = epoch;
  counts[0]++;
  for (let i = 0; i < m; i++) sums[i] += values[i];
  const weights = new Float64Array(m).fill(1);
  if (counts[2] < 2) return weights;
  towards(
    weights,
    newer.map((value, i) => value / older[i] / parameters.temperature),
  );
  return weights.map((weight) => m * weight);
}
