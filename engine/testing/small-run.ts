/** @file A small experiment and a program without probes, for tests of runs and of those who ask for them. */
import type { Program } from "../language/program.ts";
import type { Experiment } from "../train/experiment.ts";

export const smallExperiment: Experiment = {
  dataset: "line",
  toy: {},
  tensors: [],
  output: null,
  reading: null,
  model: { kind: "mlp", widths: [8], activation: "tanh" },
  optimizer: { name: "Adam" },
  lr: 0.01,
  scheduler: null,
  batchSize: 32,
  seed: 0,
  steps: 20,
  matchFirstStep: false,
};

export const plainProgram: Program = {
  js: "",
  entry: { kind: "function", name: "forward", parameters: ["predictions", "targets"] },
  probes: [],
  loops: [],
  knobs: [],
};
