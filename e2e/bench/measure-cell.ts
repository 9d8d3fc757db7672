/** @file One cell: every contender's numbers compared with the others', then timed in interleaved rounds. */
import type { Cell } from "./cells.ts";
import type { Answer, Request } from "./serve.ts";
import type { Stage } from "./stage.ts";

export interface Budget {
  /** Milliseconds that each contender is timed in each cell. */
  readonly sampling: number;
  readonly warming: number;
  /** What would take a contender longer than this in one cell is left out, and said to be. */
  readonly most: number;
}

export const fullBudget: Budget = { sampling: 500, warming: 200, most: 20_000 };
export const quickBudget: Budget = { sampling: 150, warming: 100, most: 3_000 };

/** Long enough that a clock which is right to 0.1 ms is right to 1 %. */
const SAMPLE = 10;
const ROUNDS = { least: 3, most: 25 };
const LOSSES = 20;

export interface Measured {
  readonly contender: string;
  /** Why it was not timed; null if it was. */
  readonly skipped: string | null;
  readonly stepsPerSample: number;
  /** Microseconds a step, of each round. */
  readonly samples: readonly number[];
}

export async function measureCell(
  stage: Stage,
  contenders: readonly string[],
  cell: Cell,
  budget: Budget,
): Promise<readonly Measured[]> {
  const ask = (name: string, request: Request) => stage.ask<Answer>(name, request);
  for (const name of contenders) await ask(name, { type: "prepare", workload: cell.workload });
  const skipped = await compared(ask, contenders, cell, budget);
  const timed = contenders.filter((name) => !skipped.has(name));
  const plans = new Map<string, Plan>();
  for (const name of timed) {
    const { steps, milliseconds } = await ask(name, { type: "warm", milliseconds: budget.warming });
    plans.set(name, planOf(milliseconds / steps, budget));
  }
  const samples = new Map<string, number[]>(contenders.map((name) => [name, []]));
  const most = Math.max(...[...plans.values()].map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++) {
    for (const [name, plan] of plans) {
      if (!takesPart(plan.rounds, round, most)) continue;
      const { steps, milliseconds } = await ask(name, { type: "sample", steps: plan.steps });
      samples.get(name)?.push((milliseconds / steps) * 1000);
    }
  }
  for (const name of contenders) await ask(name, { type: "dispose" });
  return contenders.map((name) => ({
    contender: name,
    skipped: skipped.get(name) ?? null,
    stepsPerSample: plans.get(name)?.steps ?? 0,
    samples: samples.get(name) ?? [],
  }));
}

interface Plan {
  readonly steps: number;
  readonly rounds: number;
}

function planOf(millisecondsPerStep: number, { sampling }: Budget): Plan {
  const steps = Math.max(1, Math.ceil(SAMPLE / millisecondsPerStep));
  const rounds = Math.round(sampling / (steps * millisecondsPerStep));
  return { steps, rounds: Math.min(ROUNDS.most, Math.max(ROUNDS.least, rounds)) };
}

/** Whoever takes fewer rounds takes them spread over all. */
function takesPart(rounds: number, round: number, most: number): boolean {
  return Math.floor(((round + 1) * rounds) / most) > Math.floor((round * rounds) / most);
}

interface Found {
  readonly name: string;
  /** Losses, each compared with its own size. */
  readonly values: readonly number[];
  /** A gradient or a matrix, compared with the size of its largest number. */
  readonly result: readonly number[];
}

/** Fails unless all agree; the contenders that would take too long to time, with the reason. */
async function compared(
  ask: (name: string, request: Request) => Promise<Answer>,
  contenders: readonly string[],
  cell: Cell,
  budget: Budget,
): Promise<Map<string, string>> {
  const skipped = new Map<string, string>();
  const found: Found[] = [];
  for (const name of contenders) {
    // The first step compiles what has to be compiled.
    const first = await ask(name, { type: "values", steps: 1 });
    const second = await ask(name, { type: "values", steps: 1 });
    const more = cell.workload.kind === "training" ? LOSSES - 2 : 0;
    const whole = second.milliseconds * (more + 1 + ROUNDS.least);
    if (whole > budget.most) {
      const [step, all] = [second.milliseconds, whole].map((milliseconds) => (milliseconds / 1000).toFixed(1));
      skipped.set(name, `a step takes ${step} s, the cell would take ${all} s`);
    }
    const rest = more > 0 && !skipped.has(name) ? await ask(name, { type: "values", steps: more }) : null;
    const values = [...first.values, ...second.values, ...(rest?.values ?? [])];
    found.push({ name, values, result: (await ask(name, { type: "result" })).values });
  }
  const expected = found.reduce((best, each) => (each.values.length > best.values.length ? each : best));
  for (const each of found) check(cell, expected, each);
  return skipped;
}

function check({ name: title, tolerance }: Cell, expected: Found, found: Found): void {
  const size = expected.result.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const compare = (
    kind: string,
    wanted: readonly number[],
    numbers: readonly number[],
    allowed: (of: number) => number,
  ) =>
    numbers.forEach((number, i) => {
      if (Math.abs(number - wanted[i]) <= tolerance * allowed(wanted[i])) return;
      throw new Error(
        `${title}: ${kind} ${i} of ${found.name} is ${number}, of ${expected.name} ${wanted[i]}; they may differ by ${tolerance}, relatively.`,
      );
    });
  compare("loss", expected.values, found.values, Math.abs);
  compare("number", expected.result, found.result, () => size);
}
