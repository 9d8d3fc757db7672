/** @file Shape of the model's output for a sample, where nobody has chosen, by the kind of the data. */
import type { TableDataset, TableKind } from "./dataset.ts";
import { labelCount } from "./labels.ts";
import { readings } from "./reading.ts";

/** Masks are square: of so many pixels, each way. */
export const sideOf = (pixels: number): number => Math.round(Math.sqrt(pixels));

export const classCount = (dataset: TableDataset): number => labelCount(dataset) || Math.max(2, dataset.classes.length);

const ofReading = ({ reading }: TableDataset): readonly number[] =>
  reading === null ? [1] : readings[reading.kind].output(reading);

const outputs: Readonly<Record<TableKind, (dataset: TableDataset) => readonly number[]>> = {
  numbers: () => [1],
  distribution: ofReading,
  embeddings: ofReading,
  classes: (dataset) => [classCount(dataset)],
  binary: ({ targets }) => [targets.length],
  masks: ({ targets }) => {
    const side = sideOf(targets.length);
    return [1, side, side];
  },
  boxes: ({ targets }) => [targets.length],
  sequence: ({ targets }) => [targets.length, 1],
  survival: () => [1],
};

export const defaultOutput = (dataset: TableDataset): readonly number[] => outputs[dataset.kind](dataset);
