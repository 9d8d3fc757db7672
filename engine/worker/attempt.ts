/** @file How far a loss gets with what it is tried on, and whether training brings it down. */
import type { Dataset } from "../data/dataset.ts";
import { evaluate } from "../inspect/evaluate.ts";
import type { Report } from "../inspect/report.ts";
import { instantiate, targetsFor } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import type { Arguments } from "../language/roles.ts";
import { firstBatch, settingFacts } from "../train/batches.ts";
import type { Experiment } from "../train/experiment.ts";
import { betterOf } from "../train/metric-names.ts";
import type { Metric } from "../train/progress.ts";
import { Run } from "../train/run.ts";
import { numelOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { defaultHandling } from "../vector/handling.ts";
import type { Host } from "./host.ts";
import { parametersOf, scope } from "./scope.ts";

/** Milliseconds of one try. */
const BUDGET = 200;
/** Enough to see where it goes. */
const STEPS = 20;

export interface Tried {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly arguments: Arguments;
}

/** More than any loss has expressions. */
const END = 1e6;

/** Expressions that were evaluated before it failed. Infinity where it came to a scalar; near to END, the nearer the fewer its elements, where to something else. */
export function reachOf(program: Program, { experiment, dataset, arguments: given }: Tried, host: Host): number {
  const entry = { ...program.entry, arguments: given };
  const runtime = new LossRuntime({ budget: BUDGET, now: host.now });
  const seen = new Set<number>();
  runtime.listener = (probe) => seen.add(probe);
  try {
    const { predictions, targets, surroundings } = firstBatch(experiment, dataset, entry);
    const wanted = targetsFor(entry, targets, surroundings.model !== null);
    const { console } = host.consoleFor();
    const loss = instantiate(
      host.load(program.js),
      entry,
      { ...scope, console },
      runtime,
      parametersOf,
      settingFacts(experiment, dataset),
    );
    runtime.begin();
    const result = loss.forward(predictions, wanted, surroundings);
    const elements = Tensor.isTensor(result) ? numelOf(result.shape) : END / 2;
    return elements === 1 ? Number.POSITIVE_INFINITY : END - elements;
  } catch {
    return seen.size;
  }
}

export function reportOn(program: Program, { experiment, dataset, arguments: given }: Tried, host: Host): Report {
  const entry = { ...program.entry, arguments: given };
  const console = host.consoleFor();
  return evaluate({
    program: { ...program, entry },
    load: () => host.load(program.js),
    scope: { ...scope, console: console.console },
    parametersOf,
    batch: () => firstBatch(experiment, dataset, entry),
    facts: settingFacts(experiment, dataset),
    runtime: { budget: BUDGET, now: host.now },
    console: console.text,
  });
}

export interface Descended {
  readonly falls: boolean;
  /** More metrics of the data got better than worse. */
  readonly helps: boolean;
}

/** What some steps of training make of it. What only pretends to fit often ends in infinity. */
export function descendedBy(program: Program, { experiment, dataset, arguments: given }: Tried, host: Host): Descended {
  const entry = { ...program.entry, arguments: given };
  const runtime = new LossRuntime({ budget: BUDGET, now: host.now });
  const { console } = host.consoleFor();
  const facts = settingFacts(experiment, dataset);
  const makeLoss = () => instantiate(host.load(program.js), entry, { ...scope, console }, runtime, parametersOf, facts);
  try {
    const onForward = () => runtime.begin();
    const short = { ...experiment, steps: STEPS };
    const run = new Run({ experiment: short, dataset, entry, handling: defaultHandling, makeLoss, onForward });
    const before = run.measured().metrics.training;
    while (!run.isDone) run.takeStep();
    const { trainingLoss, validationLoss, metrics } = run.measured();
    run.dispose();
    const { values } = validationLoss.values.length > 0 ? validationLoss : trainingLoss;
    const falls = values.every(Number.isFinite) && values[values.length - 1] < values[0];
    return { falls, helps: falls && balanceOf(before, metrics.training) > 0 };
  } catch {
    return { falls: false, helps: false };
  }
}

/** Metrics that got better, less those that got worse. */
function balanceOf(before: readonly Metric[], after: readonly Metric[]): number {
  return after.reduce((sum, { name, value }, i) => {
    const change = Math.sign(value - (before[i]?.value ?? value));
    return sum + { low: -change, high: change, neither: 0 }[betterOf(name)];
  }, 0);
}

/** A finite number with a finite gradient that is not nothing. */
export function isGood({ failure, outcome, gradient }: Report): boolean {
  if (failure !== null || outcome?.kind !== "tensor" || outcome.numel !== 1) return false;
  return gradient?.finite === true && !gradient.zero && Number.isFinite(outcome.value);
}
