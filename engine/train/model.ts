/** @file A ModelSpec as a module with PyTorch's initial parameters, drawn from the default generator. */
import { catalogueModules } from "../nn/catalogue.ts";
import { Linear, Sequential } from "../nn/layers.ts";
import type { Module } from "../nn/module.ts";
import type { Activation, ModelSpec } from "./experiment.ts";

const activations: Record<Activation, string> = { tanh: "Tanh", relu: "ReLU", sigmoid: "Sigmoid", silu: "SiLU" };

/** One input column, one prediction. */
export function buildModel(spec: ModelSpec): Sequential {
  if (spec.kind === "linear") return new Sequential(new Linear(1, 1));
  const layers: Module[] = [];
  let width = 1;
  for (const next of spec.widths) {
    layers.push(new Linear(width, next), new catalogueModules[activations[spec.activation]]());
    width = next;
  }
  return new Sequential(...layers, new Linear(width, 1));
}
