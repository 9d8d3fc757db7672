/** @file A run looked at beside itself, for tests: as the worker does it, without a page. */
import type { Dataset } from "../data/dataset.ts";
import type { Survey, Surveyed } from "../study/landscape/facts.ts";
import type { Experiment } from "../train/experiment.ts";
import { defaultHandling, type VectorHandling } from "../vector/handling.ts";
import type { Host } from "../worker/host.ts";
import { fitted } from "../worker/validate.ts";
import { beginSurvey } from "../worker/survey.ts";
import { definedBy } from "./defined.ts";
import { compile } from "./python.ts";

export interface Asked {
  readonly source: string;
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly handling?: VectorHandling;
}

export interface Told {
  readonly found: Surveyed;
  readonly numbers: Float32Array;
  readonly shares: readonly number[];
}

export function surveyed({ source, experiment, dataset, handling = defaultHandling }: Asked, survey: Survey): Told {
  const { program, diagnostics } = compile(source);
  if (program === null) throw new Error(diagnostics[0]?.message);
  const tasks: (() => void)[] = [];
  const shares: number[] = [];
  const numbers: number[] = [];
  let found: Surveyed | null = null;
  const host: Host = {
    distrust: () => undefined,
    post: (reply) => {
      const sent = fitted(reply);
      if (sent.type === "noted") {
        shares.push(sent.share);
        numbers.push(...(sent.numbers ?? []));
      } else if (sent.type === "surveyed") found = sent.found;
    },
    load: () => definedBy(program),
    now: () => performance.now(),
    yield: (callback) => tasks.push(callback),
    consoleFor: () => ({ console: {}, text: () => ({ lines: [], omitted: 0 }) }),
  };
  beginSurvey(host, { experiment, dataset }, { type: "survey", id: 1, program, handling, survey });
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
  if (found === null) throw new Error("nothing was told");
  return { found, numbers: Float32Array.from(numbers), shares };
}
