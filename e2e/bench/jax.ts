/** @file jax-js on its wasm device. A whole step (loss, gradients, update) is one jitted function. */
import { defaultDevice, grad, init, jit, nn, numpy as np, valueAndGrad, vmap } from "@jax-js/jax";
import { type Contender, fromText, type Job, type LossText, noResult, oneHot } from "./contender.ts";
import { serve } from "./serve.ts";
import {
  CLASSES,
  type LossAlone,
  type LossName,
  layersOf,
  type PerSample,
  predictionsAndTargets,
  samples,
  type Training,
} from "./workloads.ts";

type Numbers = np.Array;
type Loss = (predictions: Numbers, targets: Numbers) => Numbers;

const lossText: LossText = (loss, sharpness) => {
  // Labels come as rows with a one.
  if (loss === "cross-entropy") return "(np, nn) => (p, t) => nn.logSoftmax(p, -1).mul(t).sum(-1).mean().neg()";
  if (loss === "absolute") return "(np) => (p, t) => np.mean(np.abs(p.sub(t)))";
  const decay = sharpness === 1 ? "np.exp(np.abs(d).neg())" : `np.exp(np.abs(d).mul(${-sharpness}))`;
  return `(np) => (p, t) => { const n = p.size; const d = p.sub(t); return np.square(d.ref).mul(${decay}).sum().div(n); }`;
};

const lossOf = (...given: Parameters<LossText>): Loss =>
  fromText<(library: typeof np, functions: typeof nn) => Loss>(lossText(...given))(np, nn);

const matrix = (values: Float32Array, rows: number): Numbers => np.array(values).reshape([rows, values.length / rows]);

const column = (values: Float32Array): Numbers => np.array(values).reshape([values.length, 1]);

/** Weight and bias of each layer, weights as [inputs, outputs]. */
function parametersOf(width: number, loss: LossName): Numbers[] {
  return layersOf(width, loss).flatMap(({ inputs, outputs, weightTransposed, bias }) => [
    np.array(weightTransposed).reshape([inputs, outputs]),
    np.array(bias),
  ]);
}

const flattened = (arrays: Numbers[]): Numbers => np.concatenate(arrays.map((each) => each.reshape([-1])));

/** The parameters that `flattened` laid end to end. */
function unflattened(flat: Numbers, width: number, loss: LossName): Numbers[] {
  const shapes = layersOf(width, loss).flatMap(({ inputs, outputs }) => [[inputs, outputs], [outputs]]);
  let end = 0;
  const ends = shapes.map((shape) => {
    end += shape.reduce((a, b) => a * b);
    return end;
  });
  return np.split(flat, ends.slice(0, -1)).map((part, i) => part.reshape(shapes[i]));
}

function predict([w1, b1, w2, b2, w3, b3]: Numbers[], x: Numbers): Numbers {
  const first = np.tanh(np.matmul(x, w1).add(b1));
  const second = np.tanh(np.matmul(first, w2).add(b2));
  return np.matmul(second, w3).add(b3);
}

/** An optimiser of one flat array of parameters: what it remembers, the numbers that change with the step, and its update. */
interface Rule {
  readonly remembers: number;
  numbersAt(step: number): number[];
  update(
    parameters: Numbers,
    gradient: Numbers,
    memory: Numbers[],
    numbers: Numbers[],
  ): { next: Numbers; memory: Numbers[] };
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

const adam = (lr: number): Rule => ({
  remembers: 2,
  // Computed here in float64, as PyTorch does; in float32, 1 - 0.999 alone would be off by 2e-5.
  numbersAt: (step) => [lr / (1 - beta1 ** step), Math.sqrt(1 - beta2 ** step)],
  update(parameters, gradient, [first, second], [rate, root]) {
    const nextFirst = first.mul(beta1).add(gradient.ref.mul(1 - beta1));
    const nextSecond = second.mul(beta2).add(np.square(gradient).mul(1 - beta2));
    const change = nextFirst.ref.mul(rate).div(np.sqrt(nextSecond.ref).div(root).add(epsilon));
    return { next: parameters.sub(change), memory: [nextFirst, nextSecond] };
  },
});

const sgd = (lr: number): Rule => ({
  remembers: 0,
  numbersAt: () => [],
  update: (parameters, gradient) => ({ next: parameters.sub(gradient.mul(lr)), memory: [] }),
});

/** Parameters lie in one flat array: with one for each the optimiser alone is 18 kernels, and W1 takes 1.3 times as long. */
function train({ loss, sharpness, width, batch, optimizer, lr }: Training): Job {
  const criterion = lossOf(loss, sharpness);
  const rule = optimizer === "Adam" ? adam(lr) : sgd(lr);
  const take = jit((flat: Numbers, memory: Numbers[], numbers: Numbers[], x: Numbers, y: Numbers) => {
    const lossAt = (at: Numbers[]) => criterion(predict(at, x), y);
    const [value, gradients] = valueAndGrad(lossAt)(unflattened(flat.ref, width, loss));
    const updated = rule.update(flat, flattened(gradients), memory, numbers);
    return [value, updated.next, updated.memory] as [Numbers, Numbers, Numbers[]];
  });
  const { x, y } = samples(batch, loss);
  const targetRows = loss === "cross-entropy" ? oneHot(y, CLASSES) : y;
  const [inputs, targets] = [matrix(x, batch), matrix(targetRows, batch)];
  let flat = flattened(parametersOf(width, loss));
  let memory = Array.from({ length: rule.remembers }, () => np.zeros(flat.shape));
  let steps = 0;
  return {
    step() {
      steps++;
      const numbers = rule.numbersAt(steps).map((number) => np.array(number));
      const [value, next, nextMemory] = take(flat, memory, numbers, inputs.ref, targets.ref);
      flat = next;
      memory = nextMemory;
      return value.dataSync()[0];
    },
    result: noResult,
    dispose() {
      for (const each of [flat, ...memory, inputs, targets]) each.dispose();
      take.dispose();
    },
  };
}

function lossAlone({ n }: LossAlone): Job {
  const take = jit(valueAndGrad(lossOf("weighted", 1)));
  const { p, t } = predictionsAndTargets(n);
  const [predictions, targets] = [column(p), column(t)];
  let gradient: Numbers | null = null;
  return {
    step() {
      gradient?.dispose();
      const [value, next] = take(predictions.ref, targets.ref);
      gradient = next;
      // Reading the value runs all that was jitted, the gradient included.
      return value.dataSync()[0];
    },
    result: () => Float32Array.from(gradient?.ref.dataSync() ?? []),
    dispose() {
      for (const each of [gradient, predictions, targets]) each?.dispose();
      take.dispose();
    },
  };
}

/** Axes over which vmap goes: none of the parameters', the first of x and y. */
const overSamples = [null, 0, 0];

function perSample({ width, batch }: PerSample): Job {
  const squaredError = (at: Numbers[], x: Numbers, y: Numbers) => np.square(predict(at, x).sub(y)).sum();
  const take = jit((at: Numbers[], x: Numbers, y: Numbers) => {
    const gradients = vmap(grad(squaredError), overSamples)(at, x, y);
    // PyTorch's order of numbers within a weight is [outputs, inputs].
    const rows = gradients.map((each) => (each.ndim === 3 ? each.transpose([0, 2, 1]) : each).reshape([batch, -1]));
    return np.concatenate(rows, 1);
  });
  const parameters = parametersOf(width, "weighted");
  const { x, y } = samples(batch, "weighted");
  const [inputs, targets] = [x, y].map((values) => np.array(values).reshape([batch, 1, 1]));
  let matrix: Numbers | null = null;
  return {
    step() {
      matrix?.dispose();
      matrix = take(
        parameters.map((each) => each.ref),
        inputs.ref,
        targets.ref,
      );
      return matrix.ref.dataSync()[0];
    },
    result: () => Float32Array.from(matrix?.ref.dataSync() ?? []),
    dispose() {
      for (const each of [matrix, ...parameters, inputs, targets]) each?.dispose();
      take.dispose();
    },
  };
}

const jax: Contender = {
  async start() {
    await init("wasm");
    const threads = typeof SharedArrayBuffer === "undefined" ? "one thread" : "threads";
    return `, device ${defaultDevice("wasm")}, ${threads}`;
  },
  prepare(workload) {
    if (workload.kind === "loss") return lossAlone(workload);
    return workload.kind === "per-sample" ? perSample(workload) : train(workload);
  },
};

serve(jax);
