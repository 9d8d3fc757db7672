/**
 * @file The engine's public entry as the benchmark uses it, made of the engine's rooms. Stands in for engine/index.ts until that is
 * there; then losslab.ts imports from it and this file goes.
 */
import { backward, gradientsOf } from "../../engine/autograd/backward.ts";
import { catalogueModules } from "../../engine/nn/catalogue.ts";
import { Linear, Sequential } from "../../engine/nn/layers.ts";
import { Optimizer } from "../../engine/optim/optimizer.ts";
import { adam, sgd } from "../../engine/optim/rules.ts";
import { toContiguousData } from "../../engine/tensor/storage.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
// For its effect: the methods of a Tensor.
import "../../engine/torch.ts";

export type Loss = (predictions: Tensor, targets: Tensor) => Tensor;

export const nn = { Linear, Sequential, Tanh: catalogueModules.Tanh };

function column(values: Float32Array): Tensor {
  return Tensor.of(values, [values.length, 1], "float32");
}

function predict(model: Sequential, x: Tensor): Tensor {
  const result = model.forward(x);
  if (!Tensor.isTensor(result)) throw new Error("internal: the model gave no tensor");
  return result;
}

interface TrainerOptions {
  readonly model: Sequential;
  readonly loss: Loss;
  readonly optimizer: { readonly name: "Adam" | "SGD"; readonly lr: number };
}

export class Trainer {
  readonly #model: Sequential;
  readonly #loss: Loss;
  readonly #optimizer: Optimizer;

  constructor({ model, loss, optimizer: { name, lr } }: TrainerOptions) {
    this.#model = model;
    this.#loss = loss;
    this.#optimizer = new Optimizer(model.parameters(), name === "Adam" ? adam({ lr }) : sgd({ lr }));
  }

  load(parameters: readonly Float32Array[]): void {
    this.#model.parameters().forEach((each, i) => {
      each.data.set(parameters[i]);
    });
  }

  step(x: Float32Array, y: Float32Array): number {
    this.#optimizer.zeroGrad();
    const loss = this.#loss(predict(this.#model, column(x)), column(y));
    backward(loss);
    const value = Number(toContiguousData(loss)[0]);
    this.#optimizer.step();
    return value;
  }
}

function numbersOf(tensor: Tensor | null): Float32Array {
  const data = tensor === null ? null : toContiguousData(tensor);
  return data instanceof Float32Array ? data : Float32Array.from(data ?? []);
}

export function valueAndGradient(loss: Loss) {
  return {
    run(p: Float32Array, t: Float32Array): { readonly value: number; readonly gradient: Float32Array } {
      const predictions = column(p);
      predictions.requires_grad = true;
      const value = loss(predictions, column(t));
      const [gradient] = gradientsOf([value], [predictions], [null]);
      return { value: Number(toContiguousData(value)[0]), gradient: numbersOf(gradient) };
    },
  };
}

export function perSampleGradients(model: Sequential, loss: Loss, x: Float32Array, y: Float32Array): Float32Array {
  const parameters = model.parameters();
  const length = parameters.reduce((sum, { data }) => sum + data.length, 0);
  const matrix = new Float32Array(x.length * length);
  x.forEach((value, row) => {
    const predictions = predict(model, column(Float32Array.of(value)));
    let at = row * length;
    for (const gradient of gradientsOf([loss(predictions, column(y.slice(row, row + 1)))], parameters, [null])) {
      const numbers = numbersOf(gradient);
      matrix.set(numbers, at);
      at += numbers.length;
    }
  });
  return matrix;
}
