/** @file The page's experiment in a worker on a blank page: with the reports that the page would get, or without a single one. */
import type { Dataset } from "../../../engine/data/dataset.ts";
import { instantiate } from "../../../engine/language/loss.ts";
import { LossRuntime } from "../../../engine/language/loss-runtime.ts";
import type { Program } from "../../../engine/language/program.ts";
import type { Experiment } from "../../../engine/train/experiment.ts";
import { Run } from "../../../engine/train/run.ts";
import type { Host } from "../../../engine/worker/host.ts";
import { parametersOf, scope } from "../../../engine/worker/scope.ts";
import { TrainingSession } from "../../../engine/worker/training-session.ts";
import { answering } from "../answering.ts";
import { defineOf } from "./define-of.ts";

export interface BareRun {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly program: Program;
  readonly reports: boolean;
  /** Steps are counted for so long, after a second of warming up. */
  readonly milliseconds: number;
}

const WARMING = 1000;
const STEPS_PER_CLOCK_LOOK = 4;

/** Answers with steps a second. */
answering<BareRun, number>((request) => (request.reports ? reporting(request) : silent(request)));

async function silent({ experiment, dataset, program, milliseconds }: BareRun): Promise<number> {
  const runtime = new LossRuntime({ budget: 1000, now: () => performance.now() });
  const run = new Run({
    experiment,
    dataset,
    handling: { kind: "refuse" },
    entry: program.entry,
    makeLoss: () => instantiate(defineOf(program.js), program.entry, { ...scope, console }, runtime, parametersOf),
    onForward: () => runtime.begin(),
  });
  stepFor(run, WARMING);
  return stepFor(run, milliseconds);
}

function stepFor(run: Run, milliseconds: number): number {
  const [start, first] = [performance.now(), run.step];
  let elapsed = 0;
  while (elapsed < milliseconds && !run.isDone) {
    for (let i = 0; i < STEPS_PER_CLOCK_LOOK && !run.isDone; i++) run.takeStep();
    elapsed = performance.now() - start;
  }
  return ((run.step - first) / elapsed) * 1000;
}

/** As the sandbox's worker runs it; the reports go to a port where nobody listens. */
function reporting({ experiment, dataset, program, milliseconds }: BareRun): Promise<number> {
  return new Promise((resolve) => {
    const unheard = new MessageChannel();
    const wake = new MessageChannel();
    const waiting: (() => void)[] = [];
    wake.port1.onmessage = () => waiting.shift()?.();
    const start = performance.now();
    let first: { readonly at: number; readonly step: number } | null = null;
    const host: Host = {
      post(reply) {
        unheard.port1.postMessage(reply);
        const at = performance.now();
        if (reply.type !== "progress" || at - start < WARMING) return;
        const { step } = reply.progress;
        first ??= { at, step };
        if (at - start < WARMING + milliseconds) return;
        session.cancel();
        resolve(((step - first.step) / (at - first.at)) * 1000);
      },
      distrust: () => undefined,
      load: defineOf,
      now: () => performance.now(),
      yield(callback) {
        waiting.push(callback);
        wake.port2.postMessage(null);
      },
      consoleFor: () => ({ console, text: () => ({ lines: [], omitted: 0 }) }),
    };
    const session = new TrainingSession(host, { experiment, dataset }, 0, program, { kind: "refuse" });
    session.runTo(experiment.steps);
  });
}
