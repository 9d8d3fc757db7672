/** @file A ModelSpec as a module with PyTorch's initial parameters, drawn from the default generator. */
import { catalogueModules } from "../nn/catalogue.ts";
import { Linear, Sequential } from "../nn/layers.ts";
import { Module } from "../nn/module.ts";
import { reshape } from "../ops/indexing/movement.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { activations } from "./activations.ts";
import type { ModelSpec } from "./experiment.ts";

/** What the last layer gives as a shape for each sample: PyTorch's nn.Unflatten(1, shape). */
class Unflatten extends Module {
  readonly #shape: Shape;

  constructor(shape: Shape) {
    super();
    this.#shape = shape;
  }

  override forward(input: Tensor): Tensor {
    return reshape(input, [input.shape[0], ...this.#shape]);
  }
}

/** From so many inputs to an output of this shape for each sample. */
export function buildModel(spec: ModelSpec, inputs = 1, output: Shape = [1]): Sequential {
  const layers: Module[] = [];
  let width = inputs;
  for (const next of spec.kind === "linear" ? [] : spec.widths) {
    layers.push(new Linear(width, next));
    if (spec.kind === "mlp") layers.push(new catalogueModules[activations[spec.activation].module]());
    width = next;
  }
  layers.push(new Linear(width, numelOf(output)));
  if (output.length !== 1) layers.push(new Unflatten(output));
  return new Sequential(...layers);
}
