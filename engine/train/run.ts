/** @file A training run: a function of its experiment, step by step, free of clocks. */
import type { Dataset } from "../data/dataset.ts";
import type { Part, Split } from "../data/split.ts";
import type { GradientsReport } from "../inspect/gradients-report.ts";
import { type Loss, targetsFor } from "../language/loss.ts";
import type { Entry } from "../language/program.ts";
import type { Sequential } from "../nn/layers.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { groupOf } from "../optim/optimizers/index.ts";
import type { Scheduler } from "../optim/scheduler.ts";
import { defaultGenerator } from "../random/generator.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { withKeeping, withoutScope, withScope } from "../tensor/memory.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { blockOf, dataOf, Tensor } from "../tensor/tensor.ts";
import type { VectorHandling } from "../vector/handling.ts";
import { batchOf, begin, predict } from "./batches.ts";
import { descend, differentiable, minimised } from "./descent.ts";
import type { Experiment } from "./experiment.ts";
import { Fingerprint } from "./fingerprint.ts";
import { scaleGradients, unitFactor } from "./first-step.ts";
import { schedulerFor } from "./learning-rates.ts";
import { isCharted, referenceMetrics } from "./metrics.ts";
import { type Before, lookBefore, reportOf } from "./observation.ts";
import type { FitCurve, Metric, Progress, SeriesPart } from "./progress.ts";
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
  /** Makes an independent loss: validation has one of its own, so that it can't disturb the run's state. */
  readonly makeLoss: () => Loss;
  /** What a loss of several components becomes. */
  readonly handling: VectorHandling;
  /** Before each call of forward. */
  readonly onForward: () => void;
}

export class Run {
  readonly #options: RunOptions;
  readonly #split: Split;
  readonly #model: Sequential;
  /** Of the model: what the loss learns itself comes besides. */
  readonly #parameters: readonly Tensor[];
  readonly #named: readonly { readonly name: string; readonly tensor: Tensor }[];
  #loss: Loss;
  /** Validation and observation have a loss of their own each: what they do must not reach the run, nor each other. */
  readonly #copies = new Map<"validation" | "observation", Loss>();
  #makeLoss: () => Loss;
  readonly #optimizer: Optimizer;
  readonly #scheduler: Scheduler | null;
  readonly #training = new Recorder();
  readonly #validation = new Recorder();
  readonly #history = new Map<string, Recorder>();
  readonly #fingerprint = new Fingerprint();
  readonly #validateEvery: number;
  /** What gradients are multiplied with, so that first steps have one length; 1 where that is not asked for. */
  #scale = 1;
  #gradients: GradientsReport | null = null;
  /** The loss asks for gradients while it is called. */
  #needsGraph = false;
  /** Which parameter's gradients are shown; -1 until one was chosen. */
  #shown = -1;
  #order: Float64Array = new Float64Array(0);
  #position = 0;
  #step = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    const { experiment, dataset } = options;
    const { split, model } = begin(experiment, dataset);
    this.#split = split;
    this.#model = model;
    this.#parameters = model.parameters();
    this.#named = model.named_parameters().map(([name, tensor]) => ({ name, tensor }));
    this.#loss = options.makeLoss();
    const { group, rule } = groupOf(experiment.optimizer, experiment.lr);
    this.#scheduler = schedulerFor(experiment, group);
    this.#optimizer = Optimizer.resident([...model.parameters(), ...this.#loss.parameters()], rule);
    this.#makeLoss = options.makeLoss;
    this.#validateEvery = Math.max(1, Math.floor(experiment.steps / VALIDATIONS));
    this.#validate();
  }

  get step(): number {
    return this.#step;
  }

  get isDone(): boolean {
    return this.#step >= this.#options.experiment.steps;
  }

  /** The next step is the last one. */
  get isAtLast(): boolean {
    return this.#step === this.#options.experiment.steps - 1;
  }

  /** One step, as a PyTorch loop makes it: predict, loss, backward, update. Being looked at changes nothing in it. */
  takeStep(isObserved = false): void {
    const value = withScope(() => {
      const rows = this.#nextRows();
      const { x, targets } = batchOf(this.#split.training, rows);
      const before = isObserved ? this.#lookBefore(x, targets) : null;
      this.#optimizer.zeroGrad();
      const descent = descend(predict(this.#model, x), {
        evaluate: (predictions) => this.#call(this.#loss, predictions, targets),
        handling: this.#options.handling,
        random: defaultGenerator,
        parameters: this.#parameters,
      });
      if (this.#options.experiment.matchFirstStep) {
        if (this.#step === 0) this.#scale = unitFactor(this.#parameters);
        scaleGradients(this.#parameters, this.#scale);
      }
      this.#optimizer.step();
      this.#scheduler?.step();
      if (isObserved) this.#lookAfter(before, { x, targets, rows, weights: descent.weights });
      return descent.value;
    });
    this.#training.push(this.#step, value);
    this.#fingerprint.add(value);
    this.#step++;
    if (this.#step % this.#validateEvery === 0 || this.isDone) this.#validate();
  }

  /** The gradients of the first batch's components, without a step: for a lane that refuses them. */
  lookOnce(): GradientsReport | null {
    return withScope(() => {
      const rows = this.#nextRows();
      const { x, targets } = batchOf(this.#split.training, rows);
      const before = this.#lookBefore(x, targets);
      if (before === null) return null;
      const samples = Array.from(rows, (row) => this.#split.training.rows[row]);
      return reportOf(before, { samples, step: null, parameters: this.#named, parameter: -1 }).report;
    });
  }

  #lookBefore(x: Tensor, targets: readonly Tensor[]): Before | null {
    return defaultGenerator.aside(() =>
      lookBefore(
        predict(this.#model, x),
        (predictions) => this.#call(this.#copyFor("observation"), predictions, targets),
        this.#named,
      ),
    );
  }

  #lookAfter(
    before: Before | null,
    step: { x: Tensor; targets: readonly Tensor[]; rows: Float64Array; weights: Float64Array | null },
  ): void {
    if (before === null) {
      this.#gradients = null;
      return;
    }
    quietly(() => {
      const { tensor } = this.#evaluate("observation", step.x, step.targets);
      const { report, shown } = reportOf(before, {
        samples: Array.from(step.rows, (row) => this.#split.training.rows[row]),
        step: { weights: step.weights, values: toContiguousData(tensor) },
        parameters: this.#named,
        parameter: this.#shown,
      });
      this.#shown = shown;
      this.#gradients = report;
    });
  }

  /** Another loss from the next step on. Its learned parameters go on from where those of the one before are. */
  replaceLoss(makeLoss: () => Loss): void {
    const fresh = defaultGenerator.aside(makeLoss);
    this.#optimizer.exchange(this.#loss.parameters(), fresh.parameters());
    this.#loss = fresh;
    this.#makeLoss = makeLoss;
    this.#copies.clear();
    this.#needsGraph = false;
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
      gradients: this.#gradients,
    };
  }

  /** Of the run's series, every step; null where there is no such series. */
  series(of: number, from: number): SeriesPart | null {
    const all: readonly (readonly [string, Recorder])[] = [
      ["training loss", this.#training],
      ["validation loss", this.#validation],
      ...[...this.#history].map(([name, recorder]) => [`validation ${name}`, recorder] as const),
    ];
    const [name, recorder] = all[of] ?? ["", null];
    return recorder === null
      ? null
      : { of, count: all.length, name, from, length: recorder.length, ...recorder.part(from) };
  }

  /** With what the loss has learned so far. */
  #copyFor(use: "validation" | "observation"): Loss {
    const copy = this.#copies.get(use) ?? constructed(this.#makeLoss);
    this.#copies.set(use, copy);
    const learned = this.#loss.parameters();
    copy.parameters().forEach((parameter, i) => {
      const from = learned[i];
      if (from !== undefined && dataOf(from).length === dataOf(parameter).length) dataOf(parameter).set(dataOf(from));
    });
    return copy;
  }

  #call(loss: Loss, predictions: Tensor, targets: readonly Tensor[]): unknown {
    this.#options.onForward();
    // Without a graph they are the loss's to keep, as in PyTorch: the validation's are.
    if (!predictions.requires_grad) blockOf(predictions).keep();
    return withKeeping(() => loss.forward(predictions, targetsFor(this.#options.entry, targets)));
  }

  /** The loss beside the run: without a graph, unless it computes gradients of its own. */
  #evaluate(use: "validation" | "observation", x: Tensor, targets: readonly Tensor[]) {
    const evaluate = (isRecorded: boolean) =>
      withGradMode(isRecorded, () => {
        const predictions = predict(this.#model, x);
        return { predictions, tensor: differentiable(this.#call(this.#copyFor(use), predictions, targets)).tensor };
      });
    if (this.#needsGraph) return evaluate(true);
    try {
      return evaluate(false);
    } catch (error) {
      if (!(error instanceof EngineError && error.code === "no-graph")) throw error;
      this.#needsGraph = true;
      return evaluate(true);
    }
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
      const { predictions, tensor } = this.#evaluate("validation", x, targets);
      // A lane that refuses several components has no value.
      if (numelOf(tensor.shape) === 1 || this.#options.handling.kind !== "refuse")
        this.#validation.push(this.#step, minimised(tensor, averaged(this.#options.handling)));
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

/** Validation has another number of rows than there are weights. */
const averaged = (handling: VectorHandling): VectorHandling =>
  handling.kind === "weights" ? { kind: "mean" } : handling;

/** Without a trace: the generator and the tape are as they were. */
const quietly = (work: () => void): void => defaultGenerator.aside(() => withScope(() => withGradMode(false, work)));

/** Takes no random numbers away from the run. What a loss makes outside forward belongs to no step, wherever in one it is constructed. */
const constructed = (makeLoss: () => Loss): Loss =>
  defaultGenerator.aside(() => withGradMode(true, () => withoutScope(makeLoss)));
