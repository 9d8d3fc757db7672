/** @file Losslab's engine, through its public entry. */
import { type Contender, fromText, type Job, type LossText, noResult } from "./contender.ts";
import { type Loss, nn, perSampleGradients, Trainer, valueAndGradient } from "./losslab-today.ts";
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

const lossOf = (...given: Parameters<LossText>): Loss => fromText<Loss>(lossText(...given));

function mlp(width: number) {
  return new nn.Sequential(
    new nn.Linear(1, width),
    new nn.Tanh(),
    new nn.Linear(width, width),
    new nn.Tanh(),
    new nn.Linear(width, 1),
  );
}

function trainerOf({ loss, sharpness, width, optimizer: name, lr }: Training, model = mlp(width)): Trainer {
  const trainer = new Trainer({ model, loss: lossOf(loss, sharpness), optimizer: { name, lr } });
  trainer.load(layersOf(width).flatMap(({ weight, bias }) => [weight, bias]));
  return trainer;
}

function train(workload: Training): Job {
  const trainer = trainerOf(workload);
  const { x, y } = samples(workload.batch);
  return { step: () => trainer.step(x, y), result: noResult, dispose() {} };
}

function lossAlone({ n }: LossAlone): Job {
  const { p, t } = predictionsAndTargets(n);
  const evaluation = valueAndGradient(lossOf("weighted", 1));
  let gradient = noResult();
  return {
    step() {
      const found = evaluation.run(p, t);
      gradient = found.gradient;
      return found.value;
    },
    result: () => gradient,
    dispose() {},
  };
}

function perSample({ width, batch }: PerSample): Job {
  const model = mlp(width);
  trainerOf(training(width, batch), model);
  const { x, y } = samples(batch);
  const squaredError = fromText<Loss>("(p, t) => p.sub(t).square().sum()");
  let matrix = noResult();
  return {
    step() {
      matrix = perSampleGradients(model, squaredError, x, y);
      return matrix[0];
    },
    result: () => matrix,
    dispose() {},
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
