/** @file The layers that models here are made of. */

import type { Activation } from "../kernels/matmul.ts";
import { linearLabel } from "../ops/blas/product-labels.ts";
import { layer } from "../ops/functional/layer.ts";
import { label } from "../ops/node-name.ts";
import { dropout } from "../random/choices.ts";
import { defaultGenerator } from "../random/generator.ts";
import { defaultDType, Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { dataOf, nodeOf, Tensor } from "../tensor/tensor.ts";
import { catalogueModules } from "./catalogue.ts";
import { Module, parameter } from "./module.ts";
import { keptBy } from "./number-attributes.ts";

interface LinearOptions {
  readonly in_features?: number;
  readonly out_features?: number;
  readonly bias?: boolean;
}

/** x Wᵀ + b, initialised as PyTorch does: both uniform within ±1/√in, the weight drawn first. */
export class Linear extends Module {
  readonly in_features: number;
  readonly out_features: number;
  readonly weight: Tensor;
  readonly bias: Tensor | null;

  constructor(
    inFeatures: number | LinearOptions,
    outFeatures?: number | LinearOptions,
    hasBias: boolean | LinearOptions = true,
  ) {
    super();
    const options =
      [inFeatures, outFeatures, hasBias].find((given): given is LinearOptions => typeof given === "object") ?? {};
    const unknown = Object.keys(options).find(
      (name) => !["in_features", "out_features", "bias", "device", "dtype"].includes(name),
    );
    if (unknown !== undefined)
      throw new EngineError({
        type: "TypeError",
        code: "argument",
        op: "Linear",
        message: `Linear: has no parameter ${unknown}`,
        hint: "It takes in_features, out_features, bias.",
        pytorch: `Linear.__init__() got an unexpected keyword argument '${unknown}'`,
      });
    this.in_features = typeof inFeatures === "number" ? inFeatures : (options.in_features ?? 0);
    this.out_features = typeof outFeatures === "number" ? outFeatures : (options.out_features ?? 0);
    const bound = this.in_features > 0 ? 1 / Math.sqrt(this.in_features) : 0;
    // kaiming_uniform_ with a = √5 computes this bound by another way, which rounds differently: gain · √3 / √fan_in.
    const weightBound =
      this.in_features > 0 ? Math.sqrt(3) * (Math.sqrt(2 / (1 + 5)) / Math.sqrt(this.in_features)) : 0;
    this.weight = uniform([this.out_features, this.in_features], weightBound);
    this.bias = (options.bias ?? hasBias) !== false ? uniform([this.out_features], bound) : null;
  }

  override forward(input: Tensor): Tensor {
    const result = layer(input, this.weight, this.bias, "none");
    if (nodeOf(result) !== null) label(result, linearLabel(input, this.bias !== null));
    return result;
  }
}

function uniform(shape: readonly number[], bound: number): Tensor {
  const tensor = Tensor.zeros(shape, defaultDType());
  const data = dataOf(tensor);
  if (!(data instanceof Uint8Array)) defaultGenerator.uniform(data, -bound, bound);
  return parameter(tensor);
}

const activations: readonly (readonly [object, Activation])[] = [
  [catalogueModules.Tanh, "tanh"],
  [catalogueModules.ReLU, "relu"],
  [catalogueModules.Sigmoid, "sigmoid"],
];

/** What the layer's kernel does along with it, if that is all the next module does. */
function fusedActivation(next: Module | undefined): Activation {
  for (const [module, activation] of activations) if (next?.constructor === module) return activation;
  return "none";
}

const labelsOfActivations = { tanh: "TanhBackward0", relu: "ReluBackward0", sigmoid: "SigmoidBackward0" } as const;

/** Modules one after the other. */
export class Sequential extends Module {
  readonly #layers: readonly Module[];

  constructor(...layers: Module[]) {
    super();
    this.#layers = layers;
    show(this, layers);
  }

  override forward(input: Tensor): unknown {
    let value: unknown = input;
    const layers = this.#layers;
    for (let i = 0; i < layers.length; i++) {
      const module = layers[i];
      // A layer and its activation are one kernel.
      if (module instanceof Linear && module.forward === Linear.prototype.forward && Tensor.isTensor(value)) {
        const activation = fusedActivation(layers[i + 1]);
        const made = layer(value, module.weight, module.bias, activation);
        const name = activation === "none" ? linearLabel(value, module.bias !== null) : labelsOfActivations[activation];
        if (nodeOf(made) !== null) label(made, name);
        value = made;
        if (activation !== "none") i++;
      } else value = Reflect.apply(module.forward, module, [value]);
    }
    return value;
  }

  get length(): number {
    return this.#layers.length;
  }

  [Symbol.iterator](): Iterator<Module> {
    return this.#layers[Symbol.iterator]();
  }
}

/** As own properties 0, 1, 2, ...: that is how PyTorch names their parameters. */
function show(module: Module, items: readonly unknown[]): void {
  items.forEach((item, i) => {
    Object.defineProperty(module, String(i), { value: item, enumerable: true, configurable: true });
  });
}

/** Modules in a list: their parameters are trained, calling them is up to the user. */
export class ModuleList extends Module {
  readonly #items: Module[];

  constructor(items: readonly Module[] = []) {
    super();
    this.#items = [...items];
    show(this, this.#items);
  }

  append(item: Module): this {
    this.#items.push(item);
    show(this, this.#items);
    return this;
  }

  extend(items: Iterable<Module>): this {
    this.#items.push(...items);
    show(this, this.#items);
    return this;
  }

  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): Iterator<Module> {
    return this.#items[Symbol.iterator]();
  }
}

/** Parameters in a list. */
export class ParameterList extends Module {
  readonly #items: readonly Tensor[];

  constructor(items: readonly Tensor[] = []) {
    super();
    this.#items = items.map((item) => parameter(item));
    show(this, this.#items);
  }

  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): Iterator<Tensor> {
    return this.#items[Symbol.iterator]();
  }
}

/** The input itself. */
export class Identity extends Module {
  override forward(input: Tensor): Tensor {
    return input;
  }
}

interface DropoutOptions {
  readonly p?: number | Float;
  readonly inplace?: boolean;
}

/** While training, zeros with probability p, the others scaled up; otherwise the input itself. */
export class Dropout extends Module {
  readonly p: number;
  readonly inplace: boolean;

  constructor(p: number | Float | DropoutOptions = 0.5, inplace: boolean | DropoutOptions = false) {
    super();
    const isNumber = typeof p === "number" || p instanceof Float;
    const options = (isNumber ? [inplace] : [p, inplace]).find((given) => typeof given === "object") ?? {};
    this.p = Number(keptBy(this, "p", isNumber ? p : (options.p ?? 0.5)));
    this.inplace = typeof inplace === "boolean" ? (options.inplace ?? inplace) : (options.inplace ?? false);
    if (!(this.p >= 0 && this.p <= 1))
      throw new EngineError({
        type: "ValueError",
        code: "dropout",
        op: "Dropout",
        message: `Dropout: p must be from 0 to 1, got ${this.p}`,
        pytorch: `dropout probability has to be between 0 and 1, but got ${this.p}`,
      });
  }

  override forward(input: Tensor): Tensor {
    return dropout(input, this.p, this.training, this.inplace);
  }
}
