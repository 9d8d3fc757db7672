/** @file What is measured: W1 to W5, the grid of widths and batches, and a loss typed just now. */
import { training, type Workload } from "./workloads.ts";

export interface Cell {
  readonly name: string;
  readonly workload: Workload;
  /** Relative: how far values, gradients and losses may be from Losslab's. */
  readonly tolerance: number;
  /** Part of a quick run. */
  readonly isQuick: boolean;
}

const TOLERANCE = 1e-4;
/** A million float32 numbers added up in plain order, as the peers do, err by 5e-4. */
const TOLERANCE_OF_LONG_SUMS = 1e-3;

const cell = (name: string, workload: Workload, isQuick: boolean, tolerance = TOLERANCE): Cell => ({
  name,
  workload,
  tolerance,
  isQuick,
});

const widths = [8, 32, 128, 256];
const batches = [16, 64, 256, 1024, 4096];
const w1 = [64, 256, 1024];

/** What is left of the grid: the row of width 32 is W1 where W1 is measured. */
const grid = widths.flatMap((width) =>
  batches
    .filter((batch) => !(width === 32 && w1.includes(batch)))
    .map((batch) => cell(`W1, width ${width}, batch ${batch}`, training(width, batch), width === 8 && batch === 16)),
);

export const cells: readonly Cell[] = [
  ...w1.map((batch) => cell(`W1, width 32, batch ${batch}`, training(32, batch), batch !== 256)),
  cell("W2, SGD on mean |d|, batch 64", training(32, 64, { loss: "absolute", optimizer: "SGD" }), true),
  cell("W5, 3 classes, cross entropy, batch 64", training(32, 64, { loss: "cross-entropy" }), true),
  cell("W3, the loss alone, N = 64", { kind: "loss", n: 64 }, true),
  cell("W3, the loss alone, N = 1e4", { kind: "loss", n: 10_000 }, true),
  cell("W3, the loss alone, N = 1e6", { kind: "loss", n: 1_000_000 }, false, TOLERANCE_OF_LONG_SUMS),
  cell("W4, per-sample gradients, [64 x 1153]", { kind: "per-sample", width: 32, batch: 64 }, true),
  cell("W1, a loss typed just now, first step", { kind: "typed" }, true),
  ...grid,
];
