/** @file What a first visitor finds. */
import type { LossDocument } from "./document.ts";
import { examples } from "./examples.ts";

export const defaultDocument: LossDocument = {
  version: 1,
  experiment: {
    dataset: "auto-mpg",
    model: { kind: "mlp", widths: [32, 32], activation: "tanh" },
    optimizer: { name: "Adam" },
    lr: 0.01,
    batchSize: 64,
    seed: 0,
    steps: 2000,
  },
  lanes: [{ id: "A", name: examples[0].name, language: "typescript", source: examples[0].source }],
};
