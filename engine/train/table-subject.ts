/** @file A model, and rows of data in two splits. */
import type { TableDataset } from "../data/dataset.ts";
import { firstOf, type Part, type Split, sampleOf } from "../data/split.ts";
import type { Entry } from "../language/program.ts";
import { needsModelGraph } from "../language/roles.ts";
import type { Sequential } from "../nn/layers.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { withScope } from "../tensor/memory.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { batchOf, begin, predict } from "./batches.ts";
import type { Experiment } from "./experiment.ts";
import { kindOf } from "./kinds/index.ts";
import type { Picture } from "./picture.ts";
import { picturers } from "./picturers.ts";
import type { Metric, Progress } from "./progress.ts";
import type { Named, StepBatch, Subject } from "./subject.ts";

/** Rows that go through the model together: all of many would take more memory than there is for a step. */
const AT_ONCE = 4096;

export class TableSubject implements Subject {
  readonly model: Sequential;
  readonly named: readonly Named[];
  readonly #dataset: TableDataset;
  readonly #entry: Entry;
  readonly #split: Split;
  /** What of it is measured and drawn while the run is under way. */
  readonly #sample: Split;
  readonly #output: Shape;
  readonly isOneGraph: boolean;

  constructor(experiment: Experiment, dataset: TableDataset, entry: Entry) {
    const { split, model, output } = begin(experiment, dataset);
    this.#dataset = dataset;
    this.#entry = entry;
    this.#split = split;
    this.#sample = sampleOf(split);
    this.#output = output;
    this.isOneGraph = needsModelGraph(entry);
    this.model = model;
    this.named = model.named_parameters().map(([name, tensor]) => ({ name, tensor }));
  }

  get count(): number {
    return this.#split.training.rows.length;
  }

  batch(rows: Float64Array): StepBatch {
    const { x, targets } = this.#of(this.#split.training, rows);
    const places = this.#split.training.rows;
    return { inputs: x, targets, samples: rows.map((row) => places[row]) };
  }

  validation(): StepBatch {
    const { validation } = this.#sample;
    const { x, targets } = this.#of(
      validation,
      Float64Array.from(validation.rows, (_, i) => i),
    );
    return { inputs: x, targets, samples: validation.rows };
  }

  #of(part: Part, rows: Float64Array) {
    const batch = batchOf(part, rows, this.#dataset, this.#output, this.#entry);
    if (this.isOneGraph) batch.x.requires_grad = true;
    return batch;
  }

  predict(inputs: Tensor | null): Tensor {
    if (inputs === null) throw new Error("internal: there is nothing to predict from");
    return predict(this.model, inputs);
  }

  charted(predictions: Tensor): readonly Metric[] {
    const { isCharted } = kindOf(this.#dataset);
    return this.#measured(toContiguousData(predictions), this.#sample.validation).filter(({ name }) => isCharted(name));
  }

  measured(predictions: Tensor, rows: number): readonly Metric[] {
    return this.#measured(toContiguousData(predictions), firstOf(this.#split.training, rows));
  }

  metrics(isOver: boolean): Progress["metrics"] {
    const { training, validation } = isOver ? this.#split : this.#sample;
    const of = (part: Part) => withScope(() => this.#measured(this.#over(part.x, part.rows.length), part));
    return { training: of(training), validation: of(validation) };
  }

  picture(isOver: boolean): Picture {
    return picturers[this.#dataset.kind]({
      dataset: this.#dataset,
      split: isOver ? this.#split : this.#sample,
      output: this.#output,
      predict: (x, rows) => this.#over(x, rows),
    });
  }

  #measured(predictions: ArrayLike<number>, part: Part): Metric[] {
    const [dataset, output] = [this.#dataset, this.#output];
    const { training, targetUnits: units } = this.#split;
    return kindOf(dataset).metrics({ predictions, output, part, training, dataset, units });
  }

  #over(x: Float32Array, rows: number): ArrayLike<number> {
    const width = this.#dataset.inputs.length;
    const predicted = (from: number, count: number): ArrayLike<number> => {
      const inputs = Tensor.of(x.subarray(from * width, (from + count) * width), [count, width], "float32");
      return toContiguousData(withGradMode(false, () => predict(this.model, inputs)));
    };
    if (rows <= AT_ONCE) return predicted(0, rows);
    const size = numelOf(this.#output);
    const all = new Float32Array(rows * size);
    for (let from = 0; from < rows; from += AT_ONCE)
      withScope(() => all.set(predicted(from, Math.min(AT_ONCE, rows - from)), from * size));
    return all;
  }
}
