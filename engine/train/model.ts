/** @file A ModelSpec as a module with PyTorch's initial parameters, drawn from the default generator. */
import { catalogueModules } from "../nn/catalogue.ts";
import { Linear, Sequential } from "../nn/layers.ts";
import type { Module } from "../nn/module.ts";
import { activations } from "./activations.ts";
import type { ModelSpec } from "./experiment.ts";

/** One input column, one prediction. */
export function buildModel(spec: ModelSpec): Sequential {
  if (spec.kind === "linear") return new Sequential(new Linear(1, 1));
  const layers: Module[] = [];
  let width = 1;
  for (const next of spec.widths) {
    layers.push(new Linear(width, next), new catalogueModules[activations[spec.activation].module]());
    width = next;
  }
  return new Sequential(...layers, new Linear(width, 1));
}
