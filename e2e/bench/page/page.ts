/** @file The page as a visitor meets it: first paint, first verdict, bytes, keystrokes, training; and what a loss costs in each language. */
import type { Browser } from "@playwright/test";
import { defaultDocument } from "../../../app/document/defaults.ts";
import { examples } from "../../../app/document/examples.ts";
import type { Options } from "../options.ts";
import { Stage } from "../stage.ts";
import { median, minimum, quantile } from "../statistics.ts";
import { short, table } from "../table.ts";
import type { CompiledLosses } from "./compiled-losses.worker.ts";
import { type Compilers, compilers } from "./compilers.ts";
import { keystrokes } from "./keystrokes.ts";
import { bareEntries, type InPage, mostLanes, trainBare, trainInPage } from "./training.ts";
import { coldVisit, withServer } from "./visit.ts";

const LANGUAGES = "languages";
/** A loss in PyTorch may cost so many microseconds a step more than in TypeScript. */
const GOAL = 1;

export async function measurePage(browser: Browser, options: Options): Promise<object> {
  console.log(`\nThe page, Chromium ${browser.version()}\n`);
  const compile = await compilers();
  const stage = await Stage.open(browser, { ...bareEntries, [LANGUAGES]: "e2e/bench/page/compiled-losses.worker.ts" });
  try {
    const visiting = await withServer(() => measureVisits(browser, options.isQuick));
    const training = await withServer(() => measureTraining(browser, stage, compile, options.isQuick));
    const languages = await measureLanguages(stage, compile, options.isQuick);
    return { ...visiting, training, languages };
  } finally {
    await stage.close();
  }
}

async function measureVisits(browser: Browser, isQuick: boolean) {
  const visits = [];
  for (let i = 0; i < (isQuick ? 2 : 5); i++) visits.push(await coldVisit(browser));
  const typed = await keystrokes(browser, isQuick ? 30 : 120);
  const found = {
    firstPaint: median(visits.map(({ firstPaint }) => firstPaint)),
    firstVerdict: median(visits.map(({ firstVerdict }) => firstVerdict)),
    bytes: median(visits.map(({ bytes }) => bytes)),
    keystroke: { count: typed.length, median: median(typed), below95: quantile(typed, 0.95) },
  };
  console.log(
    table([
      [`first contentful paint, ms (median of ${visits.length})`, found.firstPaint.toFixed(0)],
      ["first verdict, ms", found.firstVerdict.toFixed(0)],
      ["bytes over the wire, kB", (found.bytes / 1000).toFixed(0)],
      [`keystroke to verdict on screen, ms (60 lines, n = ${typed.length}), median`, found.keystroke.median.toFixed(0)],
      ["95 % of them below", found.keystroke.below95.toFixed(0)],
    ]),
  );
  return found;
}

interface Round {
  readonly inPage: InPage;
  /** Steps a second in a bare worker, with and without the reports that the page gets. */
  readonly reporting: number;
  readonly silent: number;
}

async function measureTraining(browser: Browser, stage: Stage, compile: Compilers, isQuick: boolean) {
  const program = compile.typescript(defaultDocument.lanes[0]?.source ?? "");
  const found = [];
  for (let lanes = 1; lanes <= mostLanes; lanes++) {
    const rounds: Round[] = [];
    for (let round = 0; round < (isQuick ? 1 : 3); round++) {
      rounds.push({
        inPage: await trainInPage(browser, lanes),
        reporting: await trainBare(stage, program, lanes, true),
        silent: await trainBare(stage, program, lanes, false),
      });
    }
    const best = (of: (round: Round) => number) => Math.max(...rounds.map(of));
    found.push({
      lanes,
      inPage: best(({ inPage }) => inPage.stepsPerSecond ?? Number.NEGATIVE_INFINITY),
      unread: rounds.filter(({ inPage }) => inPage.stepsPerSecond === null).length,
      reporting: best(({ reporting }) => reporting),
      silent: best(({ silent }) => silent),
      framesPerSecond: median(rounds.map(({ inPage }) => inPage.framesPerSecond)),
      longTasksPerSecond: median(rounds.map(({ inPage }) => inPage.longTasksPerSecond)),
      rounds,
    });
  }
  const lost = (steps: number, of: number) => (Number.isFinite(steps) ? (100 * (1 - steps / of)).toFixed(1) : "–");
  console.log("\nTraining as a first visitor does (Auto MPG, MLP 1-32-32-1, batch 64); the best of the rounds\n");
  console.log(
    table([
      ["", ...found.map(({ lanes }) => (lanes === 1 ? "one run" : `${lanes} runs at once`))],
      ["steps a second of a run in the page", ...found.map(({ inPage }) => short(inPage))],
      ["in a worker on a blank page, with the same reports", ...found.map(({ reporting }) => short(reporting))],
      ["in a worker on a blank page, without", ...found.map(({ silent }) => short(silent))],
      ["lost to reporting, %", ...found.map(({ reporting, silent }) => lost(reporting, silent))],
      ["lost to reporting and drawing, %", ...found.map(({ inPage, silent }) => lost(inPage, silent))],
      ["frames a second", ...found.map(({ framesPerSecond }) => framesPerSecond.toFixed(0))],
      ["tasks over 50 ms a second", ...found.map(({ longTasksPerSecond }) => longTasksPerSecond.toFixed(1))],
    ]),
  );
  for (const { lanes, unread } of found) {
    if (unread > 0)
      console.log(`Left out, ended or too busy to be read: ${unread} rounds in the page, runs at once: ${lanes}`);
  }
  return found;
}

async function measureLanguages(stage: Stage, compile: Compilers, isQuick: boolean) {
  const request: CompiledLosses = {
    programs: examples.flatMap(({ source, python }) => [compile.typescript(source), compile.python(python)]),
    batch: 64,
    rounds: isQuick ? 10 : 60,
  };
  await stage.start(LANGUAGES);
  const samples = await stage.ask<readonly (readonly number[])[]>(LANGUAGES, request);
  await stage.stop(LANGUAGES);
  const found = examples.map(({ name }, i) => {
    const [typescript, python] = [samples[2 * i], samples[2 * i + 1]];
    const difference = minimum(python) - minimum(typescript);
    return {
      name,
      typescript: minimum(typescript),
      python: minimum(python),
      difference,
      samples: { typescript, python },
    };
  });
  console.log(`\nA compiled loss, microseconds a step (forward with its tape, batch 64; goal: at most ${GOAL} more)\n`);
  console.log(
    table([
      ["", "TypeScript", "PyTorch", "difference", "median of it"],
      ...found.map(({ name, typescript, python, difference, samples: each }) => [
        name,
        short(typescript),
        short(python),
        difference.toFixed(2),
        median(each.python.map((value, round) => value - each.typescript[round])).toFixed(2),
      ]),
    ]),
  );
  return found;
}
