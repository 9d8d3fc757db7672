/** @file The layers that models here are made of. */

import { relu, silu } from "../ops/activations.ts";
import { linear } from "../ops/linear-algebra.ts";
import { sigmoid } from "../ops/sigmoid.ts";
import { tanh } from "../ops/trigonometry.ts";
import { defaultGenerator } from "../random/generator.ts";
import { Tensor } from "../tensor/tensor.ts";
import { Module, parameter } from "./module.ts";

/** x Wᵀ + b, initialised as PyTorch does: both uniform within ±1/√in, the weight drawn first. */
export class Linear extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | null;

  constructor(inFeatures: number, outFeatures: number, hasBias = true) {
    super();
    const bound = inFeatures > 0 ? 1 / Math.sqrt(inFeatures) : 0;
    // kaiming_uniform_ with a = √5 computes this bound by another way, which rounds differently: gain · √3 / √fan_in.
    const weightBound = inFeatures > 0 ? Math.sqrt(3) * (Math.sqrt(2 / (1 + 5)) / Math.sqrt(inFeatures)) : 0;
    this.weight = uniform([outFeatures, inFeatures], weightBound);
    this.bias = hasBias ? uniform([outFeatures], bound) : null;
  }

  override forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias);
  }
}

function uniform(shape: readonly number[], bound: number): Tensor {
  const tensor = Tensor.zeros(shape, "float32");
  if (tensor.data instanceof Float32Array) defaultGenerator.uniform(tensor.data, -bound, bound);
  return parameter(tensor);
}

function activation(f: (input: Tensor) => Tensor) {
  return class extends Module {
    override forward(input: Tensor): Tensor {
      return f(input);
    }
  };
}

export const Tanh = activation(tanh);
export const ReLU = activation(relu);
export const Sigmoid = activation(sigmoid);
export const SiLU = activation(silu);

/** Modules one after the other. */
export class Sequential extends Module {
  readonly #layers: readonly Module[];

  constructor(...layers: Module[]) {
    super();
    this.#layers = layers;
    // As own properties 0, 1, 2, ...: that is how PyTorch names their parameters.
    layers.forEach((layer, i) => {
      Object.defineProperty(this, String(i), { value: layer, enumerable: true });
    });
  }

  override forward(input: Tensor): unknown {
    let value: unknown = input;
    for (const layer of this.#layers) value = Reflect.apply(layer.forward, layer, [value]);
    return value;
  }
}
