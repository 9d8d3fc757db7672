/** @file Classes: int64 [B], and as many logits as there are classes. Binary: float 0 or 1, [B, 1], and one logit; of K labels that may hold at once, [B, K], and K logits. */
import { classCount } from "../../data/default-output.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { labelCount } from "../../data/labels.ts";
import { classMetrics, isClassMetricCharted, labelMetrics } from "../class-metrics.ts";
import type { KindRecord, Measured, Probabilities } from "./kind.ts";
import { column, together } from "./numbers.ts";

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

/** One logit; of two outputs, two. Of labels, each combination is as likely as they are together. */
const squashed: Probabilities = {
  count: (dataset) => 2 ** Math.max(1, labelCount(dataset)),
  of(predictions, rows, output, count) {
    if (count > 2) return combined(predictions, rows, numelOf(output), count);
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
  // Labels are taken together, unless the loss takes them one by one.
  targets: (values, rows, _output, wanted) =>
    wanted === 1 && values.length > 1 ? [together(values, rows)] : values.map((target) => column(target, rows)),
  probabilities: squashed,
  metrics: (measured) =>
    labelCount(measured.dataset) > 0
      ? labelMetrics(measured.predictions, numelOf(measured.output), measured.part.targets)
      : metricsBy(squashed)(measured),
  isCharted: (name) => isClassMetricCharted(name) || name === "micro F1",
};

/** Of K logits, the probability of every combination: the first label's bit is the lowest. Of a label without a logit, NaN. */
function combined(predictions: ArrayLike<number>, rows: number, width: number, count: number): Float64Array {
  const labels = Math.round(Math.log2(count));
  const shares = new Float64Array(rows * count).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let label = 0; label < labels; label++) {
      const share = label < width ? 1 / (1 + Math.exp(-predictions[row * width + label])) : Number.NaN;
      for (let c = 0; c < count; c++) shares[row * count + c] *= (c >> label) & 1 ? share : 1 - share;
    }
  }
  return shares;
}

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
