/** @file For tests and measurements: a run here, with the loss of every step. */
import { readFileSync } from "node:fs";
import { type AutoMpg, autoMpg, autoMpgDataset, toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { type Define, instantiate, type Loss } from "../../engine/language/loss.ts";
import { LossRuntime } from "../../engine/language/loss-runtime.ts";
import type { Program } from "../../engine/language/program.ts";
import { compile, withTree } from "../../engine/testing/python.ts";
import { differentiable, minimised } from "../../engine/train/descent.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { Run } from "../../engine/train/run.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { parametersOf, scope } from "../../engine/worker/scope.ts";
import { type PythonLoss, pythonLossOf } from "./python-loss.ts";

export function datasetOf(id: string): Dataset {
  if (id === autoMpg.id) {
    const table: AutoMpg = JSON.parse(readFileSync("public/data/auto-mpg.json", "utf8"));
    return autoMpgDataset(table);
  }
  const dataset = toyDataset(id);
  if (dataset === null) throw new Error(`there is no data set ${id}`);
  return dataset;
}

export function compiled(source: string): Program {
  const { program, diagnostics } = compile(source);
  if (program === null) throw new Error(diagnostics[0]?.message);
  return program;
}

export function lossOf(source: string): PythonLoss {
  const { entry } = compiled(source);
  return withTree(source, (root) => pythonLossOf(source, root, entry));
}

export function defineOf({ js }: Program): Define {
  let found: Define | null = null;
  new Function("__losslab", js)((define: Define) => {
    found = define;
  });
  if (found === null) throw new Error("internal: the script defined nothing");
  return found;
}

export interface Recorded {
  readonly losses: readonly number[];
  readonly fingerprint: string;
}

/** Every step's loss. The loss that the run itself calls is the first that it makes. */
export function recordedRun(
  source: string,
  experiment: Experiment,
  handling: VectorHandling,
  dataset: Dataset = datasetOf(experiment.dataset),
): Recorded {
  const losses: number[] = [];
  const program = compiled(source);
  const define = defineOf(program);
  const runtime = new LossRuntime({ budget: 10_000, now: () => performance.now() });
  let made = 0;
  const makeLoss = (): Loss => {
    const loss = instantiate(define, program.entry, { ...scope, console: {} }, runtime, parametersOf);
    if (made++ > 0) return loss;
    return {
      parameters: () => loss.parameters(),
      namedParameters: () => loss.namedParameters(),
      forward(predictions, targets) {
        const result = loss.forward(predictions, targets);
        losses.push(minimised(differentiable(result).tensor, handling));
        return result;
      },
    };
  };
  const run = new Run({
    experiment,
    dataset,
    entry: program.entry,
    handling,
    makeLoss,
    onForward: () => runtime.begin(),
  });
  while (!run.isDone) run.takeStep();
  const { fingerprint } = run.facts();
  run.dispose();
  return { losses, fingerprint };
}
