/** @file What a run trains, made anew: the generator is seeded, and the split and the parameters are drawn, in this order. */
import type { Dataset } from "../data/dataset.ts";
import type { Entry } from "../language/program.ts";
import { predictedCount } from "../language/roles.ts";
import { defaultGenerator } from "../random/generator.ts";
import type { Experiment } from "./experiment.ts";
import type { Subject } from "./subject.ts";
import { TableSubject } from "./table-subject.ts";
import { TensorSubject } from "./tensor-subject.ts";

interface Origin {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly entry: Entry;
}

export function subjectOf({ experiment, dataset, entry }: Origin): Subject {
  if (dataset.kind !== "tensors") return new TableSubject(experiment, dataset, entry);
  defaultGenerator.seed(experiment.seed);
  return new TensorSubject(dataset, predictedCount(entry));
}
