/** @file A training run: a function of its experiment, step by step, free of clocks. */
import { backward } from "../autograd/backward.ts";
import type { Dataset } from "../data/dataset.ts";
import { type Part, type Split, splitDataset } from "../data/split.ts";
import { type Loss, targetsFor } from "../language/loss.ts";
import type { Entry } from "../language/program.ts";
import type { Sequential } from "../nn/layers.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { adam, sgd } from "../optim/rules.ts";
import { firstOf } from "../kernels/launch.ts";
import { defaultGenerator } from "../random/generator.ts";
import { allocate } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { withKeeping, withScope } from "../tensor/memory.ts";
import { formatShape, numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Experiment, OptimizerSpec } from "./experiment.ts";
import { Fingerprint } from "./fingerprint.ts";
import { isCharted, referenceMetrics } from "./metrics.ts";
import { buildModel } from "./model.ts";
import type { FitCurve, Metric, Progress } from "./progress.ts";
import { Recorder } from "./series.ts";

const FIT_POINTS = 120;
/** Validation is measured this often in a run: a function of the step, never of the time. */
const VALIDATIONS = 200;

/** What a run knows of itself; status and clock are its session's. */
export type RunFacts = Omit<Progress, "status" | "stepsPerSecond" | "seconds" | "failure">;

export interface RunOptions {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly entry: Entry;
  /** Makes an independent loss. Called twice: validation has one of its own, so that it can't disturb the run's state. */
  readonly makeLoss: () => Loss;
  /** Before each call of forward. */
  readonly onForward: () => void;
}

/** What a batch looks like to a loss. */
export interface Batch {
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
}

interface Start {
  readonly split: Split;
  readonly model: Sequential;
}

/** Seeds the generator and draws the split and the model, in this order: every run and every evaluation begins so. */
function begin(experiment: Experiment, dataset: Dataset): Start {
  defaultGenerator.seed(experiment.seed);
  const split = splitDataset(dataset, defaultGenerator);
  return { split, model: buildModel(experiment.model) };
}

/** What step 0 of the run hands to the loss, with the predictions as a leaf: the live evaluation looks at these. */
export function firstBatch(experiment: Experiment, dataset: Dataset): Batch {
  const { split, model } = begin(experiment, dataset);
  const rows = defaultGenerator.permutation(split.training.x.length).subarray(0, experiment.batchSize);
  const { x, targets } = batchOf(split.training, rows);
  const predictions = withGradMode(false, () => predict(model, x));
  predictions.requires_grad = true;
  return { predictions, targets };
}

export class Run {
  readonly #options: RunOptions;
  readonly #split: Split;
  readonly #model: Sequential;
  #loss: Loss;
  #validationLoss: Loss;
  readonly #optimizer: Optimizer;
  readonly #training = new Recorder();
  readonly #validation = new Recorder();
  readonly #history = new Map<string, Recorder>();
  readonly #fingerprint = new Fingerprint();
  readonly #validateEvery: number;
  #order: Float64Array = new Float64Array(0);
  #position = 0;
  #step = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    const { experiment, dataset } = options;
    const { split, model } = begin(experiment, dataset);
    this.#split = split;
    this.#model = model;
    this.#loss = options.makeLoss();
    this.#optimizer = Optimizer.resident(
      [...model.parameters(), ...this.#loss.parameters()],
      ruleOf(experiment.optimizer, experiment.lr),
    );
    // Its own copy must not take numbers away from the run: draw it last, then go back to where the run stands.
    this.#validationLoss = defaultGenerator.aside(options.makeLoss);
    this.#validateEvery = Math.max(1, Math.floor(experiment.steps / VALIDATIONS));
    this.#validate();
  }

  get step(): number {
    return this.#step;
  }

  get isDone(): boolean {
    return this.#step >= this.#options.experiment.steps;
  }

  /** One step, as a PyTorch loop makes it: predict, loss, backward, update. */
  takeStep(): void {
    const value = withScope(() => {
      const { x, targets } = batchOf(this.#split.training, this.#nextRows());
      this.#optimizer.zeroGrad();
      const loss = this.#evaluate(this.#loss, predict(this.#model, x), targets);
      backward(loss);
      this.#optimizer.step();
      return firstOf(loss);
    });
    this.#training.push(this.#step, value);
    this.#fingerprint.add(value);
    this.#step++;
    if (this.#step % this.#validateEvery === 0 || this.isDone) this.#validate();
  }

  /** Another loss from the next step on. Its learned parameters go on from where those of the one before are. */
  replaceLoss(makeLoss: () => Loss): void {
    const fresh = defaultGenerator.aside(makeLoss);
    this.#optimizer.exchange(this.#loss.parameters(), fresh.parameters());
    this.#loss = fresh;
    this.#validationLoss = defaultGenerator.aside(makeLoss);
  }

  /** Gives its memory back. It takes no steps after that. */
  dispose(): void {
    this.#optimizer.dispose();
  }

  facts(): RunFacts {
    return {
      step: this.#step,
      steps: this.#options.experiment.steps,
      trainingLoss: this.#training.reduced(),
      trainingMeans: this.#training.means(),
      validationLoss: this.#validation.reduced(),
      metricHistory: [...this.#history].map(([name, recorder]) => ({ name, series: recorder.reduced() })),
      metrics: { training: this.#metrics(this.#split.training), validation: this.#metrics(this.#split.validation) },
      fit: this.#fit(),
      fingerprint: this.#step > 0 ? this.#fingerprint.hex() : "",
      gradients: null,
    };
  }

  #evaluate(loss: Loss, predictions: Tensor, targets: readonly Tensor[]): Tensor {
    this.#options.onForward();
    const result = withKeeping(() => loss.forward(predictions, targetsFor(this.#options.entry, targets)));
    if (Tensor.isTensor(result)) return result;
    throw new EngineError({
      code: "not-a-tensor",
      op: "forward",
      message: "forward: must return a tensor to train with",
      hint: "Return the tensor itself, without item().",
    });
  }

  /** An epoch is a permutation of the training rows, cut into batches; the last one may be smaller. */
  #nextRows(): Float64Array {
    if (this.#position >= this.#order.length) {
      this.#order = defaultGenerator.permutation(this.#split.training.x.length);
      this.#position = 0;
    }
    const rows = this.#order.subarray(this.#position, this.#position + this.#options.experiment.batchSize);
    this.#position += rows.length;
    return rows;
  }

  #validate(): void {
    const { validation, targetUnits } = this.#split;
    quietly(() => {
      const rows = Float64Array.from(validation.x, (_, i) => i);
      const { x, targets } = batchOf(validation, rows);
      const predictions = predict(this.#model, x);
      const loss = this.#evaluate(this.#validationLoss, predictions, targets);
      // A vector loss has no validation value; the run itself refuses it at its first backward.
      if (numelOf(loss.shape) === 1) this.#validation.push(this.#step, firstOf(loss));
      const metrics = referenceMetrics(
        toContiguousData(predictions),
        validation,
        this.#options.dataset.targets,
        targetUnits,
      );
      for (const { name, value } of metrics.filter(isCharted)) {
        const recorder = this.#history.get(name) ?? new Recorder();
        this.#history.set(name, recorder);
        recorder.push(this.#step, value);
      }
    });
  }

  /** Asked for when somebody looks, so that a step never pays for it. */
  #metrics(part: Part): readonly Metric[] {
    const { targets } = this.#options.dataset;
    return withScope(() => {
      const x = Tensor.of(part.x, [part.x.length, 1], "float32");
      const predictions = withGradMode(false, () => predict(this.#model, x));
      return referenceMetrics(toContiguousData(predictions), part, targets, this.#split.targetUnits);
    });
  }

  #fit(): FitCurve {
    const { inputUnits, targetUnits } = this.#split;
    const values = this.#options.dataset.input.values;
    const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    const x = Array.from({ length: FIT_POINTS }, (_, i) => low + ((high - low) * i) / (FIT_POINTS - 1));
    const standard = Tensor.of(
      Float32Array.from(x, (value) => (value - inputUnits.mean) / inputUnits.scale),
      [FIT_POINTS, 1],
      "float32",
    );
    const predictions = toContiguousData(withGradMode(false, () => predict(this.#model, standard)));
    const { mean, scale } = targetUnits[0];
    return { x, y: Array.from(predictions, (value) => value * scale + mean) };
  }
}

/** Without a trace: the generator and the tape are as they were. */
const quietly = (work: () => void): void => defaultGenerator.aside(() => withScope(() => withGradMode(false, work)));

function ruleOf(spec: OptimizerSpec, lr: number) {
  return spec.name === "SGD" ? sgd({ lr, momentum: spec.momentum }) : adam({ lr });
}

function predict(model: Sequential, x: Tensor): Tensor {
  const result = model.forward(x);
  if (!Tensor.isTensor(result)) throw new Error(`internal: the model gave no tensor for shape ${formatShape(x.shape)}`);
  return result;
}

/** Fresh arrays each time: what a loss does to its batch reaches nobody else. */
function batchOf(part: Part, rows: Float64Array): { x: Tensor; targets: Tensor[] } {
  const column = (values: Float32Array): Tensor => {
    const data = allocate("float32", rows.length);
    for (let i = 0; i < data.length; i++) data[i] = values[rows[i]];
    return Tensor.of(data, [rows.length, 1], "float32");
  };
  return { x: column(part.x), targets: part.targets.map(column) };
}
