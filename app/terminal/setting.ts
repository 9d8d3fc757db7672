/** @file What a loss in a file is looked at on: a data set of the page's, or tensors. */
import { catalogue } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { candidatesFor } from "../../engine/language/fitting.ts";
import type { Entry } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import { dataSetNamed } from "../../engine/testing/data-sets.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { defaultDocument } from "../document/defaults.ts";
import { TENSORS } from "../document/document.ts";

export interface Setting {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly arguments: Arguments;
}

/** Said to who asked, and no fault of the loss. */
export class AskedWrongly extends Error {}

export function settingFor(data: string | null, tensors: boolean, train: number | null, entry: Entry | null): Setting {
  const { experiment: first } = defaultDocument;
  const experiment = { ...first, steps: train ?? first.steps };
  if (tensors && entry !== null) {
    const [candidate] = candidatesFor(entry);
    if (candidate === undefined) throw new AskedWrongly("--tensors: this loss takes no tensors");
    return {
      experiment: { ...experiment, dataset: TENSORS, tensors: candidate.tensors },
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors: candidate.tensors },
      arguments: candidate.arguments,
    };
  }
  const id = data ?? first.dataset;
  return { experiment: { ...experiment, dataset: id }, dataset: datasetOf(id), arguments: {} };
}

function datasetOf(id: string): Dataset {
  const found = dataSetNamed(id);
  if (found === null)
    throw new AskedWrongly(
      `--data: there is no data set ${id}. Take one of ${catalogue.map((each) => each.id).join(", ")}`,
    );
  return found;
}
