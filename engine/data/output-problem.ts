/** @file Outputs that cannot be what the data's kind takes them for: what is measured of them would be NaN, and say nothing of the loss. */
import { classCount, sideOf } from "./default-output.ts";
import type { TableDataset, TableKind } from "./dataset.ts";
import { labelCount } from "./labels.ts";

const numbers = (count: number): string => (count === 1 ? "1 number" : `${count} numbers`);

/** What it has to be, in words; null where `width` numbers do. */
const wants: Readonly<Record<TableKind, (dataset: TableDataset, width: number) => string | null>> = {
  // One for each target; of fewer, the last one stands for the others.
  numbers: () => null,
  distribution({ reading }, width) {
    if (reading === null || reading.kind === "embedding") return null;
    if (reading.kind === "quantiles")
      return width === reading.levels.length
        ? null
        : `${reading.levels.length} quantiles are ${numbers(reading.levels.length)}`;
    if (reading.kind === "mixture")
      return width % 3 === 0 ? null : "A mixture is three numbers a component (logits, means, log σ)";
    return width === 2 ? null : "Mean and spread are 2 numbers";
  },
  classes: (dataset, width) =>
    width < classCount(dataset) ? `${classCount(dataset)} classes take as many logits` : null,
  binary: (dataset, width) =>
    width < labelCount(dataset) ? `${labelCount(dataset)} labels take as many logits` : null,
  embeddings: () => null,
  masks({ targets }, width) {
    const side = sideOf(targets.length);
    return width % targets.length === 0 ? null : `A mask is 1×${side}×${side} numbers, or as many for each channel`;
  },
  boxes: (_dataset, width) => (width < 4 ? "A box is 4 numbers (x1, y1, x2, y2)" : null),
  sequence: ({ targets }, width) =>
    width < targets.length ? `A forecast of ${targets.length} steps is as many numbers` : null,
  survival: () => null,
};

/** A sentence; null where the output can be read. */
export function outputProblem(dataset: TableDataset, output: readonly number[]): string | null {
  const width = output.reduce((a, b) => a * b, 1);
  const wanted = wants[dataset.kind](dataset, width);
  return wanted === null
    ? null
    : `${wanted}; the model’s output is ${output.join("×")}, so metrics and picture mean little. Set the output beside the model, or what it is read as.`;
}
