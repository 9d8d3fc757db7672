/** @file For tests and measurements: losses in the forms of the literature, each on the first data of those the page tries that it fits. */
import { readdirSync, readFileSync } from "node:fs";
import type { Dataset } from "../../engine/data/dataset.ts";
import { offered } from "../../engine/data/offered.ts";
import { asRead } from "../../engine/data/reading.ts";
import { candidateAt } from "../../engine/language/fitting/neighbours.ts";
import { likelyReading, likelyWants } from "../../engine/language/fitting/wants.ts";
import type { Define } from "../../engine/language/loss.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { fitsOf } from "../../engine/worker/fits.ts";
import type { Host } from "../../engine/worker/host.ts";
import type { Alternative } from "../../engine/worker/protocol.ts";
import { defaultDocument } from "../document/defaults.ts";
import { TENSORS } from "../document/document.ts";
import type { MeasuredRun } from "./measured-runs.ts";
import { compiled, datasetOf } from "./recorded-run.ts";

export const lossesFolder = "engine/testdata/losses";

const STEPS = 200;

const program = (name: string): string => readFileSync(`${lossesFolder}/programs/${name}.py`, "utf8");

export const lossNames: readonly string[] = readdirSync(`${lossesFolder}/programs`)
  .map((file) => file.replace(/\.py$/, ""))
  .sort();

const silent = {};

function hostOf(define: Define): Host {
  return {
    post: () => undefined,
    distrust: () => undefined,
    load: () => define,
    // No clock: on a machine that is held up, other data would be found.
    now: () => 0,
    yield: () => undefined,
    consoleFor: () => ({ console: silent, text: () => ({ lines: [], omitted: 0 }) }),
  };
}

/** The first data that fit it; null where none does. */
export const fittedRun = (name: string): MeasuredRun | null => fittedTo(program(name), name);

export function fittedTo(source: string, id: string): MeasuredRun | null {
  const made = compiled(source);
  const experiment: Experiment = { ...defaultDocument.experiment, steps: STEPS };
  const onData = offered.map(({ wants, dataset: data, output, read }) => {
    const reading = read === null ? null : likelyReading(read, made);
    const dataset = asRead(datasetOf(data), reading);
    return {
      wants,
      alternative: {
        experiment: { ...experiment, dataset: data, output, reading },
        dataset,
        arguments: {},
        group: `${data} ${output} ${reading?.kind}`,
        isSearched: false,
      },
    };
  });
  const onTensors = {
    wants: TENSORS,
    alternative: {
      experiment: { ...experiment, dataset: TENSORS },
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors: [] } as const,
      arguments: {},
      group: TENSORS,
      isSearched: true,
    },
  };
  const wants = likelyWants(made);
  const alternatives = [...onData, onTensors]
    .sort((a, b) => wants.indexOf(a.wants) - wants.indexOf(b.wants))
    .map(({ alternative }): Alternative => alternative);
  const { places, trail } = fitsOf(made, alternatives, hostOf(definedBy(made)), () => undefined, 1);
  const fit = places[0] === undefined ? undefined : alternatives[places[0]];
  if (fit === undefined) return null;
  const known = { id, source, handling: { kind: "refuse" } } as const;
  if (!fit.isSearched) return { ...known, ...fitOf(fit) };
  const candidate = candidateAt(made, trail);
  if (candidate === null) return null;
  const { tensors } = candidate;
  return {
    ...known,
    experiment: { ...experiment, dataset: TENSORS, tensors },
    dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors },
    arguments: candidate.arguments,
  };
}

const fitOf = ({
  experiment,
  dataset,
  arguments: given,
}: Alternative): {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly arguments: Arguments;
} => ({ experiment, dataset, arguments: given });
