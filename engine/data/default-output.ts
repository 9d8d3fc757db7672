/** @file Shape of the model's output for a sample, where nobody has chosen, by the kind of the data. */
import type { TableDataset, TableKind } from "./dataset.ts";

export const classCount = ({ classes }: Pick<TableDataset, "classes">): number => Math.max(2, classes.length);

const outputs: Readonly<Record<TableKind, (dataset: TableDataset) => readonly number[]>> = {
  numbers: () => [1],
  classes: (dataset) => [classCount(dataset)],
  binary: () => [1],
};

export const defaultOutput = (dataset: TableDataset): readonly number[] => outputs[dataset.kind](dataset);
