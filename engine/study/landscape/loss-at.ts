/** @file A run's loss and reference metric as functions of its parameters, over its training rows: the same question has the same answer, whatever was asked before. */
import type { Loss } from "../../language/loss.ts";
import { needsModelGraph } from "../../language/roles.ts";
import { defaultGenerator } from "../../random/generator.ts";
import { EngineError } from "../../tensor/errors.ts";
import { withGradMode } from "../../tensor/grad-mode.ts";
import { withoutScope, withScope } from "../../tensor/memory.ts";
import { numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { callLoss } from "../../train/call-loss.ts";
import { differentiable, minimised } from "../../train/descent.ts";
import { countOf, writeInto } from "../../train/parameters.ts";
import type { RunOptions } from "../../train/run.ts";
import type { Subject } from "../../train/subject.ts";
import { subjectOf } from "../../train/subject-of.ts";
import type { VectorHandling } from "../../vector/handling.ts";
import type { Measured, Standing } from "./facts.ts";

/** Rows: a loss of pairs of them has their square. */
const MOST_ROWS = 2000;
/** And at least so many, whatever they cost. */
const FEWEST_ROWS = 64;
/** Products of all places together. */
const WORK = 4e9;

export interface Found {
  readonly loss: number;
  readonly metric: number;
}

const nothing: Found = { loss: Number.NaN, metric: Number.NaN };

export class LossAt {
  readonly #options: RunOptions;
  readonly #standing: Standing;
  readonly #wanted: Measured;
  readonly #subject: Subject;
  readonly #rows: Float64Array;
  #needsGraph: boolean;
  unit = "";
  components = 0;
  names: readonly string[] | null = null;
  /** What was said where it failed, the first time. */
  failure: unknown = null;

  /** `places`: how many will be asked for. */
  constructor(options: RunOptions, standing: Standing, wanted: Measured, places: number) {
    this.#options = options;
    this.#standing = standing;
    this.#wanted = wanted;
    this.#subject = subjectOf(options);
    const affordable = Math.floor(WORK / (places * countOf(this.#subject.named)));
    const rows = Math.min(this.#subject.count, MOST_ROWS, Math.max(FEWEST_ROWS, affordable));
    this.#rows = Float64Array.from({ length: rows }, (_, i) => i);
    this.#needsGraph = this.#subject.model !== null && needsModelGraph(options.entry);
  }

  get rows(): number {
    return this.#rows.length;
  }

  get width(): number {
    return countOf(this.#subject.named);
  }

  /** NaN where the loss fails there. */
  ask(parameters: Float32Array): Found {
    writeInto(this.#subject.named, parameters);
    return defaultGenerator.aside(() => {
      if (this.#needsGraph) return this.#tried(true) ?? nothing;
      const found = this.#tried(false);
      if (found !== null) return found;
      // It may want a graph as in training, where it computes gradients itself.
      const again = this.#tried(true);
      this.#needsGraph = again !== null;
      return again ?? nothing;
    });
  }

  #tried(isRecorded: boolean): Found | null {
    try {
      return withScope(() => withGradMode(isRecorded, () => this.#found()));
    } catch (error) {
      if (error instanceof EngineError && error.code === "timeout") throw error;
      this.failure ??= error;
      return null;
    }
  }

  #found(): Found {
    const subject = this.#subject;
    const batch = subject.batch(this.#rows);
    const predictions = subject.predict(batch.inputs);
    const { tensor, names } = differentiable(
      callLoss(this.#loss(), predictions, batch, { ...this.#options, model: subject.model, at: this.#standing }),
    );
    this.components = numelOf(tensor.shape);
    this.names = names;
    const { component, metric: name } = this.#wanted;
    const loss =
      component === null || this.components === 1
        ? minimised(tensor, this.#handling)
        : Number(toContiguousData(tensor)[component] ?? Number.NaN);
    const metrics = subject.measured(predictions, this.rows);
    const metric = metrics.find((each) => each.name === name) ?? metrics[0];
    this.unit = metric?.unit ?? "";
    return { loss, metric: metric?.value ?? Number.NaN };
  }

  /** All rows may have another number of components than a batch has weights. */
  get #handling(): VectorHandling {
    const { handling } = this.#options;
    return handling.kind === "weights" && handling.weights.length !== this.components ? { kind: "mean" } : handling;
  }

  /** Another one at every place: what a loss remembers of places would make them depend on their order. */
  #loss(): Loss {
    const loss = withGradMode(true, () => withoutScope(this.#options.makeLoss));
    writeInto(
      loss.parameters().map((tensor) => ({ tensor })),
      Float32Array.from(this.#standing.learned),
    );
    return loss;
  }
}
