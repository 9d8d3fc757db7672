/** @file For tests and measurements: losses in the forms of the literature, each on the first data of those the page tries that it fits. */
import { readdirSync, readFileSync } from "node:fs";
import type { Dataset } from "../../engine/data/dataset.ts";
import { offered } from "../../engine/data/offered.ts";
import { asRead } from "../../engine/data/reading.ts";
import { candidatesFor, likelyReading, likelyWants } from "../../engine/language/fitting.ts";
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
export function fittedRun(name: string): MeasuredRun | null {
  const source = program(name);
  const made = compiled(source);
  const experiment: Experiment = { ...defaultDocument.experiment, steps: STEPS };
  const onData = offered.map(({ wants, dataset: id, output, read }) => {
    const reading = read === null ? null : likelyReading(read, made);
    const dataset = asRead(datasetOf(id), reading);
    return {
      wants,
      alternative: {
        experiment: { ...experiment, dataset: id, output, reading },
        dataset,
        arguments: {},
        group: `${id} ${output} ${reading?.kind}`,
      },
    };
  });
  const onTensors = candidatesFor(made.entry).map(({ tensors, arguments: given }) => ({
    wants: TENSORS,
    alternative: {
      experiment: { ...experiment, dataset: TENSORS, tensors },
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors } as const,
      arguments: given,
      group: TENSORS,
    },
  }));
  const wants = likelyWants(made.entry);
  const alternatives = [...onData, ...onTensors]
    .sort((a, b) => wants.indexOf(a.wants) - wants.indexOf(b.wants))
    .map(({ alternative }): Alternative => alternative);
  const [place] = fitsOf(made, alternatives, hostOf(definedBy(made)), () => undefined);
  const fit = place === undefined ? undefined : alternatives[place];
  if (fit === undefined) return null;
  return { id: name, source, handling: { kind: "refuse" }, ...fitOf(fit) };
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
