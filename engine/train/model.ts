/** @file A ModelSpec as a module with PyTorch's initial parameters, drawn from the default generator. */
import { Linear, ReLU, Sequential, Sigmoid, SiLU, Tanh } from "../nn/layers.ts";
import type { Module } from "../nn/module.ts";
import type { Activation, ModelSpec } from "./experiment.ts";

const activations: Record<Activation, () => Module> = {
  tanh: () => new Tanh(),
  relu: () => new ReLU(),
  sigmoid: () => new Sigmoid(),
  silu: () => new SiLU(),
};

/** One input column, one prediction. */
export function buildModel(spec: ModelSpec): Sequential {
  if (spec.kind === "linear") return new Sequential(new Linear(1, 1));
  const layers: Module[] = [];
  let width = 1;
  for (const next of spec.widths) {
    layers.push(new Linear(width, next), activations[spec.activation]());
    width = next;
  }
  return new Sequential(...layers, new Linear(width, 1));
}
