/** @file Classes: int64 [B], and as many logits as there are classes. Binary: float 0 or 1, [B, 1], and one logit. */
import { classCount } from "../../data/default-output.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { classMetrics, isClassMetricCharted } from "../class-metrics.ts";
import type { KindRecord, Measured, Probabilities } from "./kind.ts";
import { column } from "./numbers.ts";

const metricsBy =
  ({ count, of }: Probabilities) =>
  ({ predictions, output, part, dataset }: Measured) => {
    const classes = count(dataset);
    return classMetrics(of(predictions, part.rows.length, output, classes), part.targets[0], classes);
  };

const softmaxed: Probabilities = {
  count: classCount,
  of: softmaxOf,
};

/** One logit; of two outputs, two. */
const squashed: Probabilities = {
  count: () => 2,
  of(predictions, rows, output, count) {
    if (numelOf(output) > 1) return softmaxOf(predictions, rows, output, count);
    const shares = new Float64Array(2 * rows);
    for (let row = 0; row < rows; row++) {
      shares[2 * row + 1] = 1 / (1 + Math.exp(-predictions[row]));
      shares[2 * row] = 1 - shares[2 * row + 1];
    }
    return shares;
  },
};

export const classes: KindRecord = {
  targets: (values, rows) =>
    values.map((target) =>
      Tensor.of(
        Float64Array.from(rows, (row) => target[row]),
        [rows.length],
        "int64",
      ),
    ),
  probabilities: softmaxed,
  metrics: metricsBy(softmaxed),
  isCharted: isClassMetricCharted,
};

export const binary: KindRecord = {
  targets: (values, rows) => values.map((target) => column(target, rows)),
  probabilities: squashed,
  metrics: metricsBy(squashed),
  isCharted: isClassMetricCharted,
};

/** Of as many logits as there are classes; those that are missing are impossible. */
function softmaxOf(predictions: ArrayLike<number>, rows: number, output: Shape, count: number): Float64Array {
  const width = numelOf(output);
  const shares = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const logit = (c: number): number => (c < width ? predictions[row * width + c] : Number.NEGATIVE_INFINITY);
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < count; c++) if (!(logit(c) <= most)) most = logit(c);
    let sum = 0;
    for (let c = 0; c < count; c++) {
      shares[row * count + c] = Math.exp(logit(c) - most);
      sum += shares[row * count + c];
    }
    for (let c = 0; c < count; c++) shares[row * count + c] /= sum;
  }
  return shares;
}
