/** @file For tests and measurements: a run here, with the loss of every step. */
import type { Dataset, TableDataset } from "../../engine/data/dataset.ts";
import { instantiate, type Loss } from "../../engine/language/loss.ts";
import { LossRuntime } from "../../engine/language/loss-runtime.ts";
import type { Program } from "../../engine/language/program.ts";
import { nodesIn } from "../../engine/language/python/nodes.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import { dataSetNamed } from "../../engine/testing/data-sets.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import { compile } from "../../engine/testing/python.ts";
import { settingFacts } from "../../engine/train/batches.ts";
import { differentiable, minimised } from "../../engine/train/descent.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { Metric } from "../../engine/train/progress.ts";
import { Run } from "../../engine/train/run.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { parametersOf, scope } from "../../engine/worker/scope.ts";
import { type PythonLoss, pythonLossOf } from "./python-loss.ts";

export function datasetOf(id: string): TableDataset {
  const dataset = dataSetNamed(id);
  if (dataset === null) throw new Error(`there is no data set ${id}`);
  return dataset;
}

export function compiled(source: string): Program {
  const { program, diagnostics } = compile(source);
  if (program === null) throw new Error(diagnostics[0]?.message);
  return program;
}

export function lossOf(source: string, given: Arguments = {}): PythonLoss {
  const { entry } = compiled(source);
  return pythonLossOf(source, nodesIn(source), { ...entry, arguments: given });
}

export interface Recorded {
  readonly losses: readonly number[];
  readonly fingerprint: string;
  /** On the training rows, before the first step and after the last. */
  readonly metrics: { readonly before: readonly Metric[]; readonly after: readonly Metric[] };
}

/** Every step's loss. The loss that the run itself calls is the first that it makes. */
export function recordedRun(
  source: string,
  experiment: Experiment,
  handling: VectorHandling,
  dataset: Dataset = datasetOf(experiment.dataset),
  given: Arguments = {},
): Recorded {
  const losses: number[] = [];
  const program = compiled(source);
  const entry = { ...program.entry, arguments: given };
  const define = definedBy(program);
  const runtime = new LossRuntime({ budget: 10_000, now: () => performance.now() });
  const facts = settingFacts(experiment, dataset);
  let made = 0;
  const makeLoss = (): Loss => {
    const loss = instantiate(define, entry, { ...scope, console: {} }, runtime, parametersOf, facts);
    if (made++ > 0) return loss;
    return {
      parameters: () => loss.parameters(),
      namedParameters: () => loss.namedParameters(),
      forward(...called) {
        const result = loss.forward(...called);
        losses.push(minimised(differentiable(result).tensor, handling));
        return result;
      },
    };
  };
  const run = new Run({
    experiment,
    dataset,
    entry,
    handling,
    makeLoss,
    onForward: () => runtime.begin(),
  });
  const before = run.facts().metrics.training;
  while (!run.isDone) run.takeStep();
  const { fingerprint, metrics } = run.facts();
  run.dispose();
  return { losses, fingerprint, metrics: { before, after: metrics.training } };
}
