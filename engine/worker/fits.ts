/** @file Tries a loss on other data: which of them it is a scalar on that a gradient starts from. */
import { evaluate } from "../inspect/evaluate.ts";
import type { Report } from "../inspect/report.ts";
import type { Program } from "../language/program.ts";
import { firstBatch, settingFacts } from "../train/batches.ts";
import type { Host } from "./host.ts";
import type { Alternative } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";

/** Of one try. */
const BUDGET = 200;

/** The places of the first that fits of each group; of one in which operands meet by expansion everywhere, the first of those. `onTry` is told before each. */
export function fitsOf(
  program: Program,
  alternatives: readonly Alternative[],
  host: Host,
  onTry: () => void,
): number[] {
  const [plain, expanded] = [new Map<string, number>(), new Map<string, number>()];
  alternatives.forEach((alternative, place) => {
    const { group } = alternative;
    if (plain.has(group)) return;
    onTry();
    const report = tried(program, alternative, host);
    if (!isGood(report)) return;
    const into = report.hazards.some(({ code }) => code === "silent-broadcast") ? expanded : plain;
    if (!into.has(group)) into.set(group, place);
  });
  return [...new Map([...expanded, ...plain]).values()].sort((a, b) => a - b);
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

/** A finite number with a finite gradient that is not nothing. */
export function isGood({ failure, outcome, gradient }: Report): boolean {
  if (failure !== null || outcome?.kind !== "tensor" || outcome.numel !== 1) return false;
  return gradient?.finite === true && !gradient.zero && Number.isFinite(outcome.value);
}
