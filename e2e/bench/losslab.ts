/** @file Losslab's engine, through its public entry. */

import {
  catalogueModules,
  Linear,
  type LossFunction,
  perSampleGradients,
  release,
  resident,
  Sequential,
  Trainer,
  valueAndGradient,
} from "../../engine/index.ts";
import { type Contender, fromText, type Job, type LossText, noResult } from "./contender.ts";
import { serve } from "./serve.ts";
import {
  type LossAlone,
  layersOf,
  type PerSample,
  predictionsAndTargets,
  samples,
  type Training,
  training,
} from "./workloads.ts";

const lossText: LossText = (loss, sharpness) => {
  if (loss === "absolute") return "(p, t) => p.sub(t).abs().mean()";
  const decay = sharpness === 1 ? "d.abs().neg().exp()" : `d.abs().mul(${-sharpness}).exp()`;
  return `(p, t) => { const d = p.sub(t); return d.square().mul(${decay}).sum().div(p.numel()); }`;
};

const lossOf = (...given: Parameters<LossText>): LossFunction => fromText<LossFunction>(lossText(...given));

function mlp(width: number) {
  const { Tanh } = catalogueModules;
  return new Sequential(new Linear(1, width), new Tanh(), new Linear(width, width), new Tanh(), new Linear(width, 1));
}

function trainerOf({ loss, sharpness, width, optimizer: name, lr }: Training, model = mlp(width)): Trainer {
  const trainer = new Trainer({ model, loss: lossOf(loss, sharpness), optimizer: { name, lr } });
  trainer.load(layersOf(width).flatMap(({ weight, bias }) => [weight, bias]));
  return trainer;
}

function train(workload: Training): Job {
  const trainer = trainerOf(workload);
  const { x, y } = samples(workload.batch);
  // Data lie where each implementation wants them: here in the engine's memory.
  const [inputs, targets] = [x, y].map((column) => resident(column, [column.length, 1]));
  return {
    step: () => trainer.step(inputs, targets),
    result: noResult,
    dispose() {
      release(inputs);
      release(targets);
      trainer.dispose();
    },
  };
}

function lossAlone({ n }: LossAlone): Job {
  const { p, t } = predictionsAndTargets(n);
  const evaluate = valueAndGradient(lossOf("weighted", 1));
  const [predictions, targets] = [p, t].map((column) => resident(column, [n, 1]));
  const gradient = new Float32Array(n);
  return {
    step: () => evaluate(predictions, targets, gradient).value,
    result: () => gradient,
    dispose() {
      release(predictions);
      release(targets);
    },
  };
}

function perSample({ width, batch }: PerSample): Job {
  const model = mlp(width);
  const trainer = trainerOf(training(width, batch), model);
  const { x, y } = samples(batch);
  const squaredError = fromText<LossFunction>("(p, t) => p.sub(t).square().sum()");
  let matrix = noResult();
  return {
    step() {
      matrix = perSampleGradients(model, squaredError, x, y);
      return matrix[0];
    },
    result: () => matrix,
    dispose: () => trainer.dispose(),
  };
}

const losslab: Contender = {
  start: async () => "",
  prepare(workload) {
    if (workload.kind === "loss") return lossAlone(workload);
    return workload.kind === "per-sample" ? perSample(workload) : train(workload);
  },
};

serve(losslab);
