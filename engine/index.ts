/**
 * @file The engine's public entry, for Node and for pages alike.
 *
 *   import { catalogueModules, defaultGenerator, Linear, mean, Sequential, square, sub, Trainer } from "./engine/index.ts";
 *   defaultGenerator.seed(0);
 *   const model = new Sequential(new Linear(1, 32), new catalogueModules.Tanh(), new Linear(32, 1));
 *   const trainer = new Trainer({ model, loss: (p, t) => mean(square(sub(p, t))), optimizer: { name: "Adam", lr: 0.01 } });
 *   const loss = trainer.step(Float32Array.of(0, 0.5, 1), Float32Array.of(1, 2, 3));
 *
 * Arrays are float32, a row for each sample. A step uses one arena, taken back when it ends: tensors that carry a graph end with it, detached
 * ones stay, as do those made outside a step. `dispose` gives back what a trainer holds.
 */
export { catalogueModules } from "./nn/catalogue.ts";
export { Linear, Sequential } from "./nn/layers.ts";
export { Module } from "./nn/module.ts";
export { add, div, mul, sub } from "./ops/pointwise/arithmetic.ts";
export { abs, exp, log, neg, sqrt, square } from "./ops/pointwise/unary.ts";
export { mean, sum } from "./ops/reduction/reduction.ts";
export { defaultGenerator } from "./random/generator.ts";
export { EngineError } from "./tensor/errors.ts";
export { Tensor } from "./tensor/tensor.ts";
export { F, nn, torch } from "./torch.ts";
export {
  type LossFunction,
  perSampleGradients,
  type Rows,
  release,
  resident,
  Trainer,
  type TrainerOptions,
  type ValueAndGradient,
  valueAndGradient,
} from "./train/trainer.ts";
