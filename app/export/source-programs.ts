/** @file For tests and measurements: the three programs Losslab began with, as runs that are compared with PyTorch's. */
import { readFileSync } from "node:fs";
import type { OptimizerSpec } from "../../engine/optim/optimizers/index.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { defaultDocument } from "../document/defaults.ts";

export const exportsFolder = "engine/testdata/exports";

export interface SourceProgram {
  readonly id: string;
  readonly source: string;
  readonly dataset: string;
}

const program = (id: string, dataset: string): SourceProgram => ({
  id,
  source: readFileSync(`engine/testdata/programs/${id}.py`, "utf8"),
  dataset,
});

export const sourcePrograms: readonly SourceProgram[] = [
  program("example1", "auto-mpg"),
  program("example2", "two-targets"),
  program("example3", "auto-mpg"),
];

interface Setting {
  readonly optimizer: OptimizerSpec;
  readonly lr: number;
}

/** By the name under which `losses.json` has them. The first is the one whose train.py is kept. */
export const settings: Readonly<Record<string, Setting>> = {
  Adam: { optimizer: { name: "Adam" }, lr: 0.01 },
  SGD: { optimizer: { name: "SGD" }, lr: 0.05 },
  "SGD with momentum": { optimizer: { name: "SGD", momentum: 0.9 }, lr: 0.01 },
};

export const experimentOf = ({ dataset }: SourceProgram, setting: Setting): Experiment => ({
  ...defaultDocument.experiment,
  ...setting,
  dataset,
});
