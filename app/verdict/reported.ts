/** @file What the page says of a loss in Python, for tests: compiled, evaluated on the first batch of the page's own experiment, and sent over. */
import { autoMpgDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { evaluate } from "../../engine/inspect/evaluate.ts";
import type { Report } from "../../engine/inspect/report.ts";
import { noFacts } from "../../engine/language/loss.ts";
import type { Fix, Program } from "../../engine/language/program.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import { compile } from "../../engine/testing/python.ts";
import { type Batch, firstBatch } from "../../engine/train/batches.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { laterOf } from "../../engine/train/later.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { parametersOf, scope } from "../../engine/worker/scope.ts";
import { fitted, parseReply } from "../../engine/worker/validate.ts";
import autoMpg from "../../public/data/auto-mpg.json" with { type: "json" };
import { defaultDocument } from "../document/defaults.ts";
import { boundedConsole } from "../sandbox/bounded-console.ts";
import { type LaneResult, noResult } from "../store/store.ts";

const first = autoMpgDataset(autoMpg);

/** Without a batch, on those of the page's first experiment, or of another data set. */
export function reportOf(
  program: Program,
  batch: Batch | null = null,
  experiment: Experiment = defaultDocument.experiment,
  dataset: Dataset = first,
): Report {
  const { console, text } = boundedConsole();
  const report = evaluate({
    program,
    load: () => definedBy(program),
    scope: { ...scope, console },
    parametersOf,
    batch: () => batch ?? firstBatch(experiment, dataset, program.entry),
    facts: noFacts,
    ...(batch === null ? { later: laterOf(experiment, dataset, program.entry, defaultHandling) } : {}),
    // A clock that stands still: how busy the machine is decides nothing.
    runtime: { budget: 10_000, now: () => 0 },
    console: text,
  });
  const reply = parseReply(structuredClone(fitted({ type: "report", id: 1, report })));
  if (reply.type !== "report") throw new Error("not believed");
  return reply.report;
}

/** What a lane holds of this source when all is known. */
export function reported(
  source: string,
  batch: Batch | null = null,
  experiment?: Experiment,
  dataset?: Dataset,
): LaneResult {
  const compilation = compile(source);
  const report = compilation.program === null ? null : reportOf(compilation.program, batch, experiment, dataset);
  return {
    ...noResult,
    phase: "ready",
    source,
    language: "python",
    compilation,
    report,
    components: 1,
  };
}

export function applied(source: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}
