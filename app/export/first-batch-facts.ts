/** @file What the page saw of a loss on the first batch: the numbers that an exported test carries. */

import type { Report } from "../../engine/inspect/report.ts";
import type { DType } from "../../engine/tensor/dtype.ts";
import { number, numberList } from "./python-text.ts";

/** A tensor's numbers, row by row. */
export interface SeenTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly values: ArrayLike<number>;
}

export interface Seen {
  readonly predictions: SeenTensor;
  readonly targets: readonly SeenTensor[];
  readonly result: SeenResult;
}

export interface SeenResult {
  readonly shape: readonly number[];
  /** Of a single element. */
  readonly value: number | null;
  /** Over the elements of one that has several. */
  readonly mean: number | null;
  /** Of the gradient in the predictions; null where none starts. */
  readonly gradientNorm: number | null;
}

/** null where the loss did not come to a finite tensor: a test of that would say nothing. */
export function seenIn(report: Report | null): SeenResult | null {
  const outcome = report?.outcome ?? null;
  if (report === null || report.failure !== null || outcome?.kind !== "tensor" || outcome.container !== null)
    return null;
  const facts = report.expressions.find(({ probe }) => probe === outcome.probe);
  const mean = facts !== undefined && facts.nanCount + facts.infCount === 0 ? facts.mean : null;
  const value = outcome.numel === 1 ? outcome.value : null;
  if (value === null ? mean === null : !Number.isFinite(value)) return null;
  const norm = report.gradient?.finite === true ? report.gradient.norm : null;
  return { shape: outcome.shape, value, mean, gradientNorm: norm };
}

/** The shortest decimal that is this float32. */
export function float32Text(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === Math.fround(value)) return number(Number(text));
  }
  return number(Number(value.toPrecision(9)));
}

/** [batch, 1] of numbers that are read as floats, as most batches are: such a one is written as the column it is. */
export const isColumn = ({ shape, dtype, values }: SeenTensor): boolean =>
  dtype === "float32" && shape.length === 2 && shape[1] === 1 && !Array.from(values).every(Number.isInteger);

/** The batch as Python lists. */
export function batchText({ predictions, targets }: Seen, count: number): string {
  const column = ({ values, dtype }: SeenTensor, indent = "") =>
    numberList(
      Array.from(values, (value) => (dtype === "float32" ? Number(float32Text(value)) : value)),
      indent,
    );
  return `PREDICTIONS = ${column(predictions)}
TARGETS = [
${targets
  .slice(0, count)
  .map((target) => `    ${column(target, "    ")},\n`)
  .join("")}]
`;
}

export const shapeText = ({ shape }: Pick<SeenResult, "shape">): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
