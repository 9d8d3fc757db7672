/** @file Losslab's engine, through its public entry. */

import {
  catalogueModules,
  F,
  Linear,
  type LossFunction,
  perSampleGradients,
  release,
  resident,
  Sequential,
  Tensor,
  Trainer,
  valueAndGradient,
} from "../../engine/index.ts";
import { type Contender, fromText, type Job, type LossText, noResult } from "./contender.ts";
import { serve } from "./serve.ts";
import {
  ends,
  type LossAlone,
  type LossName,
  layersOf,
  type PerSample,
  predictionsAndTargets,
  samples,
  type Training,
  training,
} from "./workloads.ts";

const lossText: LossText = (loss, sharpness) => {
  if (loss === "cross-entropy") return "(F) => (p, t) => F.cross_entropy(p, t)";
  if (loss === "absolute") return "(F) => (p, t) => p.sub(t).abs().mean()";
  const decay = sharpness === 1 ? "d.abs().neg().exp()" : `d.abs().mul(${-sharpness}).exp()`;
  return `(F) => (p, t) => { const d = p.sub(t); return d.square().mul(${decay}).sum().div(p.numel()); }`;
};

const lossOf = (...given: Parameters<LossText>): LossFunction =>
  fromText<(functional: typeof F) => LossFunction>(lossText(...given))(F);

function mlp(width: number, loss: LossName) {
  const { Tanh } = catalogueModules;
  const [inputs, outputs] = ends(loss);
  return new Sequential(
    new Linear(inputs, width),
    new Tanh(),
    new Linear(width, width),
    new Tanh(),
    new Linear(width, outputs),
  );
}

function trainerOf({ loss, sharpness, width, optimizer: name, lr }: Training, model = mlp(width, loss)): Trainer {
  const trainer = new Trainer({ model, loss: lossOf(loss, sharpness), optimizer: { name, lr } });
  trainer.load(layersOf(width, loss).flatMap(({ weight, bias }) => [weight, bias]));
  return trainer;
}

function train(workload: Training): Job {
  const trainer = trainerOf(workload);
  const { loss, batch } = workload;
  const { x, y } = samples(batch, loss);
  // Data lie where each implementation wants them: here in the engine's memory, labels in doubles.
  const inputs = resident(x, [batch, x.length / batch]);
  const isLabels = loss === "cross-entropy";
  const targets = isLabels ? Tensor.of(Float64Array.from(y), [batch], "int64") : resident(y, [batch, 1]);
  return {
    step: () => trainer.step(inputs, targets),
    result: noResult,
    dispose() {
      release(inputs);
      if (!isLabels) release(targets);
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
  const model = mlp(width, "weighted");
  const trainer = trainerOf(training(width, batch), model);
  const { x, y } = samples(batch, "weighted");
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
