/** @file What a descended tensor is worth beside the others: what their shapes and values make of them. */
import { numelOf, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { boxIou } from "./box-iou.ts";
import { classMetrics } from "./class-metrics.ts";
import { type Metric, unitless } from "./progress.ts";

/**
 * moved = root mean square of what changed. Of a second tensor of the same shape: MSE and MAE to it; if it holds only 0 and 1, IoU and Dice of
 * what is above 0; if both hold four numbers a row, the mean IoU of boxes x1, y1, x2, y2. Of int64 labels in a shape that is without the second dim, or the last: what logits are worth.
 */
export function tensorMetrics(leaf: Tensor, others: readonly Tensor[], before: Float64Array): Metric[] {
  const values = toContiguousData(leaf);
  const metrics: Metric[] = [];
  const alike = others.find(({ shape }) => sameShape(shape, leaf.shape));
  if (alike !== undefined) metrics.push(...compared(values, toContiguousData(alike), leaf.shape));
  const labels = others.find(({ dtype, shape }) => dtype === "int64" && classDim(leaf.shape, shape) !== null);
  const dim = labels === undefined ? null : classDim(leaf.shape, labels.shape);
  if (labels !== undefined && dim !== null)
    metrics.push(...ofLogits(rowsOf(values, leaf.shape, dim), toContiguousData(labels), leaf.shape[dim]));
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - before[i]) ** 2;
  metrics.push(unitless("moved", Math.sqrt(squares / Math.max(1, numelOf(leaf.shape)))));
  return metrics;
}

/** The dim that labels have not: the second, as cross_entropy has it, or the last; null where they are no labels of it. */
function classDim(shape: readonly number[], labels: readonly number[]): number | null {
  if (shape.length < 2) return null;
  const found = [1, shape.length - 1].find((dim) => sameShape(shape.toSpliced(dim, 1), labels));
  return found ?? null;
}

/** With the classes last. */
function rowsOf(values: ArrayLike<number>, shape: readonly number[], dim: number): ArrayLike<number> {
  const count = shape[dim];
  const inner = shape.slice(dim + 1).reduce((a, b) => a * b, 1);
  if (inner === 1) return values;
  return Float64Array.from({ length: values.length }, (_, i) => {
    const [row, c] = [Math.floor(i / count), i % count];
    return values[(Math.floor(row / inner) * count + c) * inner + (row % inner)];
  });
}

function compared(values: ArrayLike<number>, wanted: ArrayLike<number>, shape: readonly number[]): Metric[] {
  let [squares, sizes, isMask, isBox] = [0, 0, true, shape.at(-1) === 4];
  let [both, either, first, second] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    squares += (values[i] - wanted[i]) ** 2;
    sizes += Math.abs(values[i] - wanted[i]);
    if (wanted[i] !== 0 && wanted[i] !== 1) isMask = false;
    const [a, b] = [values[i] > 0, wanted[i] === 1];
    if (a && b) both++;
    if (a || b) either++;
    if (a) first++;
    if (b) second++;
  }
  for (let i = 0; isBox && i < values.length; i += 4)
    isBox = wanted[i] < wanted[i + 2] && wanted[i + 1] < wanted[i + 3];
  const ofMasks = [
    unitless("IoU", either === 0 ? 1 : both / either),
    unitless("Dice", (2 * both) / Math.max(1, first + second)),
  ];
  return [
    ...(isBox ? [unitless("IoU", meanIou(values, wanted))] : isMask ? ofMasks : []),
    unitless("MSE", squares / values.length),
    unitless("MAE", sizes / values.length),
  ];
}

function meanIou(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 4) sum += boxIou(a, b, i);
  return sum / (a.length / 4);
}

function ofLogits(values: ArrayLike<number>, labels: ArrayLike<number>, count: number): Metric[] {
  const isWithin = Array.from(labels).every((label) => label >= 0 && label < count);
  if (!isWithin || count < 2) return [];
  const shares = new Float64Array(values.length);
  for (let row = 0; row < labels.length; row++) {
    let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
    for (let c = 0; c < count; c++) most = Math.max(most, values[row * count + c]);
    for (let c = 0; c < count; c++) sum += shares[row * count + c] = Math.exp(values[row * count + c] - most);
    for (let c = 0; c < count; c++) shares[row * count + c] /= sum;
  }
  return classMetrics(shares, labels, count).filter(({ name }) => name !== "ROC AUC");
}
