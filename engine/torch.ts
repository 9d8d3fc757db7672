/** @file The names a loss may use: torch, nn, F, and what a Tensor can do. Assembled from the registry and frozen. */
import { backward, gradientsOf } from "./autograd/backward.ts";
import { Linear, ReLU, Sequential, Sigmoid, SiLU, Tanh } from "./nn/layers.ts";
import { HuberLoss, L1Loss, MSELoss, SmoothL1Loss } from "./nn/losses.ts";
import { Module, parameter } from "./nn/module.ts";
import { bind } from "./ops/bind.ts";
import { permute } from "./ops/movement.ts";
import type { Op, Place } from "./ops/op.ts";
import { registry } from "./ops/registry.ts";
import { defaultGenerator } from "./random/generator.ts";
import * as random from "./random/ops.ts";
import { EngineError } from "./tensor/errors.ts";
import { withGradMode } from "./tensor/grad-mode.ts";
import { formatShape, normalizeDim, numelOf } from "./tensor/shape.ts";
import { Tensor } from "./tensor/tensor.ts";

/** Every op, random ones included. */
export const allOps: readonly { readonly op: Op; readonly call: (...args: never[]) => unknown }[] = [
  ...registry.values(),
  ...Object.values(random).map((call) => ({ op: call.op, call })),
];

function surface(op: Op, call: (...args: never[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => Reflect.apply(call, undefined, bind(op, args));
}

function namespace(place: Place): Record<string, unknown> {
  return Object.fromEntries(
    allOps.filter(({ op }) => op.places.includes(place)).map(({ op, call }) => [op.name, surface(op, call)]),
  );
}

export interface GradOptions {
  readonly retain_graph?: boolean;
  readonly create_graph?: boolean;
}

function graphOptions(options: GradOptions): { retainGraph?: boolean; createGraph?: boolean } {
  return {
    ...(options.retain_graph === undefined ? {} : { retainGraph: options.retain_graph }),
    ...(options.create_graph === undefined ? {} : { createGraph: options.create_graph }),
  };
}

function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { readonly grad_outputs?: Tensor; readonly allow_unused?: boolean } = {},
): (Tensor | null)[] {
  const from = Tensor.isTensor(outputs) ? [outputs] : outputs;
  const to = Tensor.isTensor(inputs) ? [inputs] : inputs;
  const found = gradientsOf(from, to, [options.grad_outputs ?? null], graphOptions(options));
  if (options.allow_unused !== true && found.includes(null)) {
    throw new EngineError({
      code: "unused",
      op: "grad",
      message: "grad: one of the inputs does not lead to the output",
      hint: "Pass { allow_unused: true } to get null for it.",
      pytorch:
        "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
    });
  }
  return [...found];
}

export const F: object = Object.freeze(namespace("F"));

export const nn: object = Object.freeze({
  Module,
  // `new` on an ordinary function that returns an object yields that object: a Tensor.
  Parameter: function Parameter(data: Tensor, requiresGrad = true) {
    return parameter(data, requiresGrad);
  },
  Linear,
  Sequential,
  Tanh,
  ReLU,
  Sigmoid,
  SiLU,
  MSELoss,
  L1Loss,
  HuberLoss,
  SmoothL1Loss,
  functional: F,
});

export const torch: object = Object.freeze({
  ...namespace("torch"),
  float32: "float32",
  float: "float32",
  float64: "float64",
  double: "float64",
  int64: "int64",
  long: "int64",
  bool: "bool",
  pi: Math.PI,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  Tensor,
  nn,
  is_tensor: (value: unknown) => Tensor.isTensor(value),
  no_grad: <T>(work: () => T): T => withGradMode(false, work),
  enable_grad: <T>(work: () => T): T => withGradMode(true, work),
  manual_seed: (seed: number) => defaultGenerator.seed(seed),
  autograd: Object.freeze({ grad }),
});

function method(value: (this: Tensor, ...args: never[]) => unknown): PropertyDescriptor {
  return { value, writable: false, enumerable: false, configurable: false };
}

function getter(get: (this: Tensor) => unknown): PropertyDescriptor {
  return { get, enumerable: false, configurable: false };
}

/** The methods of a Tensor: ops with it as their first argument, and what concerns the tensor itself. */
function methods(): PropertyDescriptorMap {
  const fromOps: PropertyDescriptorMap = {};
  for (const { op, call } of allOps) {
    if (!op.places.includes("method")) continue;
    const bound = surface(op, call);
    fromOps[op.name] = method(function (this: Tensor, ...args: never[]) {
      return bound(this, ...args);
    });
  }
  return {
    ...fromOps,
    numel: method(function (this: Tensor) {
      return numelOf(this.shape);
    }),
    dim: method(function (this: Tensor) {
      return this.shape.length;
    }),
    size: method(function (this: Tensor, dim?: number) {
      return dim === undefined ? [...this.shape] : this.shape[normalizeDim("size", dim, this.shape.length)];
    }),
    backward: method(function (this: Tensor, gradient: Tensor | null = null, options: GradOptions = {}) {
      backward(this, gradient, graphOptions(options));
    }),
    retain_grad: method(function (this: Tensor) {
      this.retainsGrad = true;
    }),
    requires_grad_: method(function (this: Tensor, on = true) {
      this.requires_grad = on;
      return this;
    }),
    ndim: getter(function () {
      return this.shape.length;
    }),
    T: getter(function () {
      return permute(
        this,
        this.shape.map((_, dim) => this.shape.length - 1 - dim),
      );
    }),
    toString: method(function (this: Tensor) {
      return `tensor(shape=${formatShape(this.shape)}, dtype=${this.dtype})`;
    }),
  };
}

Object.defineProperties(Tensor.prototype, methods());

// Losses share these with the losses loaded after them.
Object.freeze(Tensor);
for (const value of [Tensor, ...Object.values(nn)]) {
  if (typeof value !== "function") continue;
  Object.freeze(value);
  Object.freeze(value.prototype);
}
