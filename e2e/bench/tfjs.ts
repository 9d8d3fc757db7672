/** @file TensorFlow.js on whichever backend it is given: eager, with its own optimisers. */
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import * as tf from "@tensorflow/tfjs-core";
import { type Contender, fromText, type Job, type LossText, noResult, oneHot } from "./contender.ts";
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

type Loss = (predictions: tf.Tensor, targets: tf.Tensor) => tf.Scalar;

const lossText: LossText = (loss, sharpness) => {
  // Labels come as rows with a one.
  if (loss === "cross-entropy") return "(tf) => (p, t) => tf.losses.softmaxCrossEntropy(t, p)";
  if (loss === "absolute") return "(tf) => (p, t) => tf.mean(tf.abs(tf.sub(p, t)))";
  const decay = sharpness === 1 ? "tf.exp(tf.neg(tf.abs(d)))" : `tf.exp(tf.mul(tf.abs(d), ${-sharpness}))`;
  return `(tf) => (p, t) => { const d = tf.sub(p, t); return tf.div(tf.sum(tf.mul(tf.square(d), ${decay})), p.size); }`;
};

const lossOf = (...given: Parameters<LossText>): Loss => fromText<(library: typeof tf) => Loss>(lossText(...given))(tf);

const matrix = (values: Float32Array, rows: number): tf.Tensor2D => tf.tensor2d(values, [rows, values.length / rows]);

const column = (values: Float32Array): tf.Tensor2D => tf.tensor2d(values, [values.length, 1]);

/** Weight and bias of each layer, weights as [inputs, outputs]. */
function parametersOf(width: number, loss: LossName): tf.Variable[] {
  return layersOf(width, loss).flatMap(({ inputs, outputs, weightTransposed, bias }) => [
    tf.tidy(() => tf.variable(tf.tensor2d(weightTransposed, [inputs, outputs]))),
    tf.tidy(() => tf.variable(tf.tensor1d(bias))),
  ]);
}

function predict([w1, b1, w2, b2, w3, b3]: readonly tf.Tensor[], x: tf.Tensor): tf.Tensor {
  const first = tf.tanh(tf.add(tf.matMul(x, w1), b1));
  const second = tf.tanh(tf.add(tf.matMul(first, w2), b2));
  return tf.add(tf.matMul(second, w3), b3);
}

function train({ loss, sharpness, width, batch, optimizer: name, lr }: Training): Job {
  const criterion = lossOf(loss, sharpness);
  const parameters = parametersOf(width, loss);
  const { x, y } = samples(batch, loss);
  const [inputs, targets] = [matrix(x, batch), matrix(loss === "cross-entropy" ? oneHot(y, CLASSES) : y, batch)];
  const optimizer = name === "Adam" ? tf.train.adam(lr, 0.9, 0.999, 1e-8) : tf.train.sgd(lr);
  const forward = () => criterion(predict(parameters, inputs), targets);
  return {
    step() {
      const value = optimizer.minimize(forward, true, parameters);
      const [number] = value?.dataSync() ?? [Number.NaN];
      value?.dispose();
      return number;
    },
    result: noResult,
    dispose() {
      tf.dispose([...parameters, inputs, targets]);
      optimizer.dispose();
    },
  };
}

function lossAlone({ n }: LossAlone): Job {
  const criterion = lossOf("weighted", 1);
  const { p, t } = predictionsAndTargets(n);
  const [predictions, targets] = [column(p), column(t)];
  const evaluate = tf.valueAndGrad((at: tf.Tensor) => criterion(at, targets));
  let gradient: tf.Tensor | null = null;
  return {
    step() {
      gradient?.dispose();
      const { value, grad } = evaluate(predictions);
      gradient = grad;
      const [number] = value.dataSync();
      value.dispose();
      return number;
    },
    result: () => Float32Array.from(gradient?.dataSync() ?? []),
    dispose: () => tf.dispose([predictions, targets, ...(gradient === null ? [] : [gradient])]),
  };
}

/**
 * It has no vmap. The quickest way round: every sample gets parameters of its own, copies of the shared ones, so that the gradient of
 * the summed loss with respect to them is what was wanted.
 */
function perSample({ width, batch }: PerSample): Job {
  const parameters = parametersOf(width, "weighted");
  const { x, y } = samples(batch, "weighted");
  const [inputs, targets] = [x, y].map((values) => tf.tensor3d(values, [batch, 1, 1]));
  const own = parameters.map((each) => (each.shape.length === 2 ? each.shape : [1, each.size]));
  const gradients = tf.grads((...copies: tf.Tensor[]) => tf.sum(tf.square(tf.sub(predict(copies, inputs), targets))));
  const rows = (): tf.Tensor => {
    const copies = parameters.map((each, i) => tf.tile(tf.reshape(each, [1, ...own[i]]), [batch, 1, 1]));
    // PyTorch's order of numbers within a weight is [outputs, inputs].
    const flat = gradients(copies).map((each) => tf.reshape(tf.transpose(each, [0, 2, 1]), [batch, -1]));
    return tf.concat(flat, 1);
  };
  let matrix = noResult();
  return {
    step() {
      matrix = tf.tidy(() => rows().dataSync<"float32">());
      return matrix[0];
    },
    result: () => matrix,
    dispose: () => tf.dispose([...parameters, inputs, targets]),
  };
}

export function tfjs(backend: string, start: () => Promise<string>): Contender {
  return {
    async start() {
      const found = await start();
      if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here.`);
      return `, backend ${tf.getBackend()}${found}`;
    },
    prepare(workload) {
      if (workload.kind === "loss") return lossAlone(workload);
      return workload.kind === "per-sample" ? perSample(workload) : train(workload);
    },
  };
}
