/** @file What a loss in a file is looked at on: a data set of the page's, or tensors. */
import { catalogue } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Candidate } from "../../engine/language/fitting/candidate.ts";
import { candidateAt } from "../../engine/language/fitting/neighbours.ts";
import { startsFor } from "../../engine/language/fitting/starts.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import { answersTo } from "../../engine/testing/answers.ts";
import { dataSetNamed } from "../../engine/testing/data-sets.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { TENSORS } from "../document/document.ts";

export interface Setting {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly arguments: Arguments;
}

/** Said to who asked, and no fault of the loss. */
export class AskedWrongly extends Error {}

export function settingFor(
  data: string | null,
  tensors: boolean,
  train: number | null,
  program: Program | null,
  here: Surroundings,
): Setting {
  const { experiment: first } = defaultDocument;
  const experiment = { ...first, steps: train ?? first.steps };
  if (tensors && program !== null) {
    const candidate = tensorsFor(program, experiment, here);
    if (candidate === null) throw new AskedWrongly("--tensors: this loss takes no tensors");
    return {
      experiment: { ...experiment, dataset: TENSORS, tensors: candidate.tensors },
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors: candidate.tensors },
      arguments: candidate.arguments,
    };
  }
  const id = data ?? first.dataset;
  return { experiment: { ...experiment, dataset: id }, dataset: datasetOf(id), arguments: {} };
}

/** As the page searches for them: the likeliest where none fit. */
function tensorsFor(program: Program, experiment: Experiment, here: Surroundings): Candidate | null {
  const [likeliest] = startsFor(program);
  if (likeliest === undefined) return null;
  const { tensors } = likeliest;
  const dataset = { kind: "tensors", id: TENSORS, title: "Tensors", tensors } as const;
  const alternative = { experiment, dataset, arguments: {}, group: TENSORS, isSearched: true };
  const replies = answersTo(
    { experiment, dataset },
    { type: "evaluate", id: 0, program, handling: defaultHandling, alternatives: [alternative], tries: false },
    here,
  );
  const trail = replies.find((reply) => reply.type === "report")?.report.trail ?? [];
  return candidateAt(program, trail) ?? likeliest;
}

type Surroundings = Parameters<typeof answersTo>[2];

function datasetOf(id: string): Dataset {
  const found = dataSetNamed(id);
  if (found === null)
    throw new AskedWrongly(
      `--data: there is no data set ${id}. Take one of ${catalogue.map((each) => each.id).join(", ")}`,
    );
  return found;
}
