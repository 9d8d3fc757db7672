/** @file A training loop for whoever drives the engine without the page: a benchmark, a script, another harness. */
import { backward, gradientsOf } from "../autograd/backward.ts";
import { fill32, firstOf, read32 } from "../kernels/launch.ts";
import type { Module } from "../nn/module.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { groupOf, type OptimizerSpec } from "../optim/optimizers/index.ts";
import { EngineError } from "../tensor/errors.ts";
import { releaseLasting, takeLasting, withKeeping, withScope } from "../tensor/memory.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { aliasOf, blockOf, dataOf, Tensor } from "../tensor/tensor.ts";
import { sampleGradients } from "../vector/samples.ts";

/** A loss as the engine calls it. Its result is what `backward` starts from. */
export type LossFunction = (predictions: Tensor, targets: Tensor) => Tensor;

export interface TrainerOptions {
  /** Takes [batch, in], gives the predictions; parameters as PyTorch names them. */
  readonly model: Module & { forward(input: Tensor): unknown };
  readonly loss: LossFunction;
  readonly optimizer: OptimizerSpec & { readonly lr: number };
}

/** Numbers with a row for each sample: copied in for the length of a step, or a tensor that stays in the engine's memory. */
export type Rows = Float32Array | Tensor;

function tensorOf(rows: Rows, count: number): Tensor {
  if (!(rows instanceof Float32Array)) return rows;
  const tensor = Tensor.make([count, count === 0 ? 1 : rows.length / count], "float32");
  fill32(tensor, rows);
  return tensor;
}

const countOf = (rows: Rows): number => (rows instanceof Float32Array ? rows.length : rows.shape[0]);

/** A float32 tensor that lies in the engine's memory until `release`; in an array of its own where there is no room. */
export function resident(values: Float32Array, shape: Shape): Tensor {
  const tensor = Tensor.of(values.slice(), shape, "float32");
  const address = takeLasting(values.byteLength);
  if (address !== 0) blockOf(tensor).moveTo(address);
  return tensor;
}

/** Gives back the memory of a resident tensor, which keeps its values. */
export function release(tensor: Tensor): void {
  const { address } = blockOf(tensor);
  if (address === 0) return;
  blockOf(tensor).moveOut();
  releaseLasting(address, dataOf(tensor).byteLength);
}

/** One model, one loss, one optimiser, and steps of them as a PyTorch loop makes them. */
export class Trainer {
  readonly #options: TrainerOptions;
  readonly #parameters: readonly Tensor[];
  readonly #optimizer: Optimizer;

  constructor(options: TrainerOptions) {
    this.#options = options;
    this.#parameters = options.model.parameters();
    this.#optimizer = Optimizer.resident(this.#parameters, groupOf(options.optimizer, options.optimizer.lr).rule);
  }

  /** Sets the parameters, in the order of `model.parameters()`. Error `shape` where the numbers do not fit. */
  load(values: readonly Float32Array[]): void {
    this.#parameters.forEach((parameter, i) => {
      const given = values[i];
      if (given === undefined || given.length !== numelOf(parameter.shape)) {
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "load",
          shapes: [parameter.shape],
          message: `load: parameter ${i} takes ${numelOf(parameter.shape)} numbers, got ${given?.length ?? 0}`,
        });
      }
      toContiguousData(parameter).set(given);
    });
  }

  /** Predict, loss, backward, update. Arrays have one column unless `rows` says how many rows. Returns the loss before the update. */
  step(x: Rows, y: Rows, rows = countOf(x)): number {
    return withScope(() => {
      this.#optimizer.zeroGrad();
      const predictions = this.#options.model.forward(tensorOf(x, rows));
      if (!Tensor.isTensor(predictions)) throw new Error("internal: the model gave no tensor");
      const targets = tensorOf(y, rows);
      const loss = withKeeping(() => this.#options.loss(predictions, targets));
      backward(loss);
      this.#optimizer.step();
      return firstOf(loss);
    });
  }

  /** Gives the memory back; the parameters keep their values. */
  dispose(): void {
    this.#optimizer.dispose();
  }
}

export interface ValueAndGradient {
  readonly value: number;
  readonly gradient: Float32Array;
}

/**
 * The value of a loss of predictions and targets, and its gradient in the predictions: copied into `into`, or a new array.
 * Errors: whatever the loss throws; `not-scalar` for a loss of more than one element.
 */
export function valueAndGradient(
  loss: LossFunction,
): (predictions: Rows, targets: Rows, into?: Float32Array) => ValueAndGradient {
  return (predictions, targets, into = new Float32Array(countOf(predictions))) =>
    withScope(() => {
      const leaf = aliasOf(tensorOf(predictions, countOf(predictions)));
      leaf.requires_grad = true;
      const value = withKeeping(() => loss(leaf, tensorOf(targets, countOf(targets))));
      const [gradient] = gradientsOf([value], [leaf], [null]);
      if (gradient === null) into.fill(0);
      else read32(gradient, into);
      return { value: firstOf(value), gradient: into };
    });
}

/**
 * The gradient of each sample's loss in all parameters: a row a sample, a column a parameter, in the order of `model.parameters()`.
 * The model is made of linear layers and activations; element i of the loss depends on sample i alone.
 */
export function perSampleGradients(model: TrainerOptions["model"], loss: LossFunction, x: Rows, y: Rows): Float32Array {
  return withScope(() => {
    const rows = countOf(x);
    const predictions = model.forward(tensorOf(x, rows));
    if (!Tensor.isTensor(predictions)) throw new Error("internal: the model gave no tensor");
    const leaf = aliasOf(predictions);
    leaf.requires_grad = true;
    const losses = withKeeping(() => loss(leaf, tensorOf(y, rows)));
    const ones = Tensor.of(new Float32Array(numelOf(losses.shape)).fill(1), losses.shape, "float32");
    const [seeds] = gradientsOf([losses], [leaf], [ones]);
    const matrix = seeds === null ? null : sampleGradients(predictions, seeds);
    if (matrix === null) {
      throw new EngineError({
        type: "RuntimeError",
        code: "model",
        op: "perSampleGradients",
        message: "perSampleGradients: takes a model of linear layers and activations",
      });
    }
    const found = toContiguousData(matrix);
    return found instanceof Float32Array ? found.slice() : Float32Array.from(found);
  });
}
