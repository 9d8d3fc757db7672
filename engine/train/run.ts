/** @file A training run: a function of its experiment, step by step, free of clocks. */
import { retainGrad } from "../autograd/backward.ts";
import type { Dataset } from "../data/dataset.ts";
import type { GradientsReport } from "../inspect/gradients-report.ts";
import type { Loss } from "../language/loss.ts";
import type { Entry } from "../language/program.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { groupOf } from "../optim/optimizers/index.ts";
import type { Scheduler } from "../optim/scheduler.ts";
import { defaultGenerator } from "../random/generator.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { withoutScope, withScope } from "../tensor/memory.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import type { VectorHandling } from "../vector/handling.ts";
import { AggregatorMemory } from "../vector/memory.ts";
import type { Batch } from "./batches.ts";
import { callLoss } from "./call-loss.ts";
import { componentsIn } from "./components-in.ts";
import { descend, differentiable, minimised } from "./descent.ts";
import type { Experiment } from "./experiment.ts";
import { Fingerprint } from "./fingerprint.ts";
import { scaleGradients, unitFactor } from "./first-step.ts";
import { schedulerFor } from "./learning-rates.ts";
import { type Before, lookBefore, reportOf } from "./observation.ts";
import type { Progress, SeriesPart } from "./progress.ts";
import { Recorder } from "./series.ts";
import { writeInto } from "./parameters.ts";
import type { At, Named, StepBatch, Subject } from "./subject.ts";
import { subjectOf } from "./subject-of.ts";

/** Validation is measured this often in a run: a function of the step, never of the time. */
const VALIDATIONS = 200;

/** What a run knows of itself; status and clock are its session's. */
export type RunFacts = Omit<Progress, "status" | "stepsPerSecond" | "seconds" | "failure" | "lost">;

export interface Lost {
  readonly step: number;
  readonly value: number;
  /** Of the training part. */
  readonly rows: Float64Array;
}

/** Of the last step that was looked at: its components before it, and how they were weighed. */
export interface Looked {
  readonly before: Before;
  readonly weights: Float64Array | null;
}

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
  /** What the parameters begin as, one after the other; as they are drawn where nothing is said. */
  readonly start?: Float32Array;
}

export class Run {
  readonly #options: RunOptions;
  readonly #subject: Subject;
  /** Of what is trained: what the loss learns itself comes besides. */
  readonly #parameters: readonly Tensor[];
  readonly #named: readonly Named[];
  readonly #isOneGraph: boolean;
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
  readonly #memory = new AggregatorMemory();
  readonly #validateEvery: number;
  /** What gradients are multiplied with, so that first steps have one length; 1 where that is not asked for. */
  #scale = 1;
  #gradients: GradientsReport | null = null;
  #looked: Looked | null = null;
  #components: Progress["components"] = null;
  /** The loss fails without a graph. */
  #needsGraph = false;
  /** Validation failed before the first step, and is made up for after it. */
  #isOverdue = false;
  /** Which parameter's gradients are shown; -1 until one was chosen. */
  #shown = -1;
  #lost: Lost | null = null;
  #order: Float64Array = new Float64Array(0);
  #position = 0;
  /** Passes through the training rows that have begun. */
  #passes = 0;
  #step = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    const { experiment } = options;
    this.#subject = subjectOf(options);
    this.#isOneGraph = this.#subject.isOneGraph;
    this.#named = this.#subject.named;
    this.#parameters = this.#named.map(({ tensor }) => tensor);
    if (options.start !== undefined) writeInto(this.#named, options.start);
    this.#loss = options.makeLoss();
    const { group, rule } = groupOf(experiment.optimizer, experiment.lr);
    this.#scheduler = schedulerFor(experiment, group);
    this.#optimizer = Optimizer.resident([...this.#parameters, ...this.#loss.parameters()], rule);
    this.#makeLoss = options.makeLoss;
    this.#validateEvery = Math.max(1, Math.floor(experiment.steps / VALIDATIONS));
    // What is wrong with the loss is said of the first batch, as PyTorch meets it.
    try {
      this.#validate();
    } catch (error) {
      if (isTimeout(error)) throw error;
      this.#isOverdue = true;
    }
  }

  get step(): number {
    return this.#step;
  }

  /** What is trained, the loss's own parameters apart. */
  get named(): readonly Named[] {
    return this.#named;
  }

  /** What the loss has learned itself. */
  get learned(): readonly Tensor[] {
    return this.#loss.parameters();
  }

  /** null where the loss was a scalar there. */
  get looked(): Looked | null {
    return this.#looked;
  }

  get isDone(): boolean {
    return this.#step >= this.#options.experiment.steps;
  }

  /** The next step is the last one. */
  get isAtLast(): boolean {
    return this.#step === this.#options.experiment.steps - 1;
  }

  /** The step that was not taken, since NaN would have gone into the parameters. */
  get lost(): Lost | null {
    return this.#lost;
  }

  /** What the loss was given at the step that was not taken, with the predictions as a leaf, and what it had learned by then. */
  lostBatch(): { readonly batch: Batch; readonly learned: readonly Tensor[]; readonly samples: Float64Array } | null {
    if (this.#lost === null) return null;
    const { inputs, targets, samples } = this.#subject.batch(this.#lost.rows);
    const surroundings = { inputs, model: this.#subject.model, ...this.at };
    const seen = withGradMode(this.#isOneGraph, () => this.#subject.predict(inputs));
    if (this.#isOneGraph) retainGrad(seen);
    const predictions = this.#isOneGraph ? seen : Tensor.of(toContiguousData(seen).slice(), seen.shape, seen.dtype);
    if (!this.#isOneGraph) predictions.requires_grad = true;
    return { batch: { predictions, targets, surroundings }, learned: this.#loss.parameters(), samples };
  }

  /**
   * One step, as a PyTorch loop makes it: predict, loss, backward, update. Being looked at changes nothing in it. Error `non-finite` where the loss
   * is NaN, or a gradient is not finite: PyTorch would go on with parameters that are NaN from there.
   */
  takeStep(isObserved = false): void {
    const value = withScope(() => {
      const rows = this.#nextRows();
      const batch = this.#subject.batch(rows);
      const before = isObserved ? this.#lookBefore(batch) : null;
      this.#optimizer.zeroGrad();
      const descent = descend(this.#subject.predict(batch.inputs), {
        evaluate: (predictions) => this.#call(this.#loss, predictions, batch),
        handling: this.#options.handling,
        random: defaultGenerator,
        memory: this.#memory,
        epoch: this.at.epoch,
        parameters: this.#parameters,
        isOneGraph: this.#isOneGraph,
      });
      if (this.#options.experiment.matchFirstStep) {
        if (this.#step === 0) this.#scale = unitFactor(this.#parameters);
        scaleGradients(this.#parameters, this.#scale);
      }
      if (Number.isNaN(descent.value) || !this.#optimizer.isFinite) {
        this.#lost = { step: this.#step, value: descent.value, rows: rows.slice() };
        return descent.value;
      }
      this.#optimizer.step();
      this.#scheduler?.step();
      if (isObserved) this.#lookAfter(before, batch, descent.weights);
      return descent.value;
    });
    this.#training.push(this.#step, value);
    this.#fingerprint.add(value);
    if (this.#lost !== null) throw lostAt(this.#lost);
    this.#step++;
    if (this.#isOverdue || this.#step % this.#validateEvery === 0 || this.isDone) this.#validate();
    this.#isOverdue = false;
  }

  /** The gradients of the first batch's components, without a step: for a lane that refuses them. */
  lookOnce(): GradientsReport | null {
    return withScope(() => {
      const batch = this.#subject.batch(this.#nextRows());
      const before = this.#lookBefore(batch);
      if (before === null) return null;
      const samples = Array.from(batch.samples);
      return reportOf(before, { samples, step: null, parameters: this.#named, parameter: -1 }).report;
    });
  }

  #lookBefore(batch: StepBatch): Before | null {
    return defaultGenerator.aside(() =>
      lookBefore(
        this.#subject.predict(batch.inputs),
        (predictions) => this.#call(this.#copyFor("observation"), predictions, batch),
        this.#named,
        this.#isOneGraph,
      ),
    );
  }

  #lookAfter(before: Before | null, batch: StepBatch, weights: Float64Array | null): void {
    this.#looked = before === null ? null : { before, weights };
    if (before === null) {
      this.#gradients = null;
      return;
    }
    quietly(() => {
      const { tensor, names } = this.#evaluate("observation", batch);
      if (this.#subject.count === 0) this.#components = componentsIn(tensor, names);
      const { report, shown } = reportOf(before, {
        samples: Array.from(batch.samples),
        step: { weights, values: toContiguousData(tensor) },
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

  /** Of the facts, what needs no picture. */
  measured(): Pick<RunFacts, "trainingLoss" | "validationLoss" | "metrics"> {
    return {
      trainingLoss: this.#training.reduced(),
      validationLoss: this.#validation.reduced(),
      metrics: this.#subject.metrics(this.isDone),
    };
  }

  facts(): RunFacts {
    return {
      ...this.measured(),
      step: this.#step,
      steps: this.#options.experiment.steps,
      trainingMeans: this.#training.means(),
      metricHistory: [...this.#history].map(([name, recorder]) => ({ name, series: recorder.reduced() })),
      picture: this.#subject.picture(this.isDone),
      fingerprint: this.#step > 0 ? this.#fingerprint.hex() : "",
      gradients: this.#gradients,
      components: this.#components,
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

  #call(loss: Loss, predictions: Tensor, batch: StepBatch): unknown {
    return callLoss(loss, predictions, batch, { ...this.#options, model: this.#subject.model, at: this.at });
  }

  /** Steps and passes before this one. Where there are no rows, every step is a pass. */
  get at(): At {
    const epoch = this.#subject.count === 0 ? this.#step : Math.max(0, this.#passes - 1);
    return { step: this.#step, epoch };
  }

  /** The loss beside the run: without a graph, unless it fails so: it may compute gradients, or insist on a graph as in training. */
  #evaluate(use: "validation" | "observation", batch: StepBatch) {
    const evaluate = (isRecorded: boolean) =>
      withGradMode(isRecorded, () => {
        const predictions = this.#subject.predict(batch.inputs);
        return { predictions, ...differentiable(this.#call(this.#copyFor(use), predictions, batch)) };
      });
    if (this.#needsGraph) return evaluate(true);
    try {
      return evaluate(false);
    } catch (error) {
      if (isTimeout(error)) throw error;
      this.#needsGraph = true;
      return evaluate(true);
    }
  }

  /** An epoch is a permutation of the training rows, cut into batches; the last one may be smaller. */
  #nextRows(): Float64Array {
    const { count } = this.#subject;
    if (count > 0 && this.#position >= this.#order.length) {
      this.#order = defaultGenerator.permutation(count);
      this.#position = 0;
      this.#passes++;
    }
    const rows = this.#order.subarray(this.#position, this.#position + this.#options.experiment.batchSize);
    this.#position += rows.length;
    return rows;
  }

  #validate(): void {
    quietly(() => {
      const batch = this.#subject.validation();
      if (batch === null) return this.#record(this.#subject.predict(null));
      const { predictions, tensor, names } = this.#evaluate("validation", batch);
      this.#components = componentsIn(tensor, names);
      // A lane that refuses several components has no value.
      if (numelOf(tensor.shape) === 1 || this.#options.handling.kind !== "refuse")
        this.#validation.push(this.#step, minimised(tensor, averaged(this.#options.handling)));
      this.#record(predictions);
    });
  }

  #record(predictions: Tensor): void {
    for (const { name, value } of this.#subject.charted(predictions)) {
      const recorder = this.#history.get(name) ?? new Recorder();
      this.#history.set(name, recorder);
      recorder.push(this.#step, value);
    }
  }
}

/** What ran too long once need not do so again. */
const isTimeout = (error: unknown): boolean => error instanceof EngineError && error.code === "timeout";

function lostAt({ step, value }: Lost): EngineError {
  const found = Number.isNaN(value) ? "a loss of NaN" : "a gradient that is NaN or infinite";
  return new EngineError({
    type: "RuntimeError",
    code: "non-finite",
    op: "training",
    message: `training: loss and gradients must be finite, got ${found} at step ${step}`,
    hint: "PyTorch would go on in silence, with parameters that are NaN from there.",
  });
}

/** Validation has another number of rows than there are weights. */
const averaged = (handling: VectorHandling): VectorHandling =>
  handling.kind === "weights" ? { kind: "mean" } : handling;

/** Without a trace: the generator and the tape are as they were. */
const quietly = (work: () => void): void => defaultGenerator.aside(() => withScope(() => withGradMode(false, work)));

/** Takes no random numbers away from the run. What a loss makes outside forward belongs to no step, wherever in one it is constructed. */
const constructed = (makeLoss: () => Loss): Loss =>
  defaultGenerator.aside(() => withGradMode(true, () => withoutScope(makeLoss)));
