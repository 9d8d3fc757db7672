/** @file Tries a loss on other data: which of them it is a scalar on that a gradient starts from. */
import { evaluate } from "../inspect/evaluate.ts";
import type { Report } from "../inspect/report.ts";
import { instantiate } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import { firstBatch, settingFacts } from "../train/batches.ts";
import { Run } from "../train/run.ts";
import { defaultHandling } from "../vector/handling.ts";
import type { Host } from "./host.ts";
import type { Alternative } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";

/** Of one try. */
const BUDGET = 200;
/** Enough to see where it goes. */
const STEPS = 20;

/**
 * The places of the first that fits of each group: it falls, and no two operands met by expansion; else it falls. Where it falls nowhere, of
 * each group the first on which it is a scalar at least. `onTry` is told before each.
 */
export function fitsOf(
  program: Program,
  alternatives: readonly Alternative[],
  host: Host,
  onTry: () => void,
): number[] {
  const [plain, expanded, still] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  alternatives.forEach((alternative, place) => {
    const { group } = alternative;
    if (plain.has(group)) return;
    onTry();
    const report = tried(program, alternative, host);
    if (!isGood(report)) return;
    const isExpanded = report.hazards.some(({ code }) => code === "silent-broadcast");
    const into = !falls(program, alternative, host) ? still : isExpanded ? expanded : plain;
    if (!into.has(group)) into.set(group, place);
  });
  const falling = new Map([...expanded, ...plain]);
  return [...(falling.size > 0 ? falling : still).values()].sort((a, b) => a - b);
}

function tried(program: Program, { experiment, dataset, arguments: given }: Alternative, host: Host): Report {
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

/** Whether some steps of training bring it down. What only pretends to fit often ends in infinity. */
function falls(program: Program, { experiment, dataset, arguments: given }: Alternative, host: Host): boolean {
  const entry = { ...program.entry, arguments: given };
  const runtime = new LossRuntime({ budget: BUDGET, now: host.now });
  const { console } = host.consoleFor();
  const facts = settingFacts(experiment, dataset);
  const makeLoss = () => instantiate(host.load(program.js), entry, { ...scope, console }, runtime, parametersOf, facts);
  try {
    const onForward = () => runtime.begin();
    const short = { ...experiment, steps: STEPS };
    const run = new Run({ experiment: short, dataset, entry, handling: defaultHandling, makeLoss, onForward });
    while (!run.isDone) run.takeStep();
    const { trainingLoss, validationLoss } = run.facts();
    run.dispose();
    const { values } = validationLoss.values.length > 0 ? validationLoss : trainingLoss;
    return values.every(Number.isFinite) && values[values.length - 1] < values[0];
  } catch {
    return false;
  }
}

/** A finite number with a finite gradient that is not nothing. */
export function isGood({ failure, outcome, gradient }: Report): boolean {
  if (failure !== null || outcome?.kind !== "tensor" || outcome.numel !== 1) return false;
  return gradient?.finite === true && !gradient.zero && Number.isFinite(outcome.value);
}
