/** @file A run looked at beside itself, in slices short enough for an end to get through. */
import { failureOf } from "../inspect/failure.ts";
import { instantiate } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import { unreachable } from "../exactly.ts";
import { basinsOf } from "../study/landscape/basins.ts";
import { componentsOf } from "../study/landscape/components.ts";
import { type Noted, type Surveyed, surveyLimits } from "../study/landscape/facts.ts";
import { pathOf } from "../study/landscape/path.ts";
import { surfaceOf } from "../study/landscape/surface.ts";
import { settingFacts } from "../train/batches.ts";
import { Run, type RunOptions } from "../train/run.ts";
import type { Host } from "./host.ts";
import type { Request, Setup } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";
import { silent } from "./silent.ts";

/** Milliseconds of work between two looks at the messages that came. */
const SLICE = 12;
/** And between two words on how far it is. */
const NOTE_EVERY = 66;
/** Loops of one call may run this long. */
const CALL_BUDGET = 1000;
/** The clock is looked at once in so many steps. */
const STEPS_PER_CLOCK_LOOK = 4;

type SurveyRequest = Extract<Request, { type: "survey" }>;
type Work = Generator<Noted, Surveyed>;

export function beginSurvey(host: Host, setup: Setup, { id, program, handling, survey }: SurveyRequest): void {
  const runtime = new LossRuntime({ budget: CALL_BUDGET, now: host.now });
  const facts = settingFacts(setup.experiment, setup.dataset);
  const options: RunOptions = {
    ...setup,
    handling,
    entry: program.entry,
    makeLoss: () =>
      instantiate(host.load(program.js), program.entry, { ...scope, console: silent }, runtime, parametersOf, facts),
    onForward: () => runtime.begin(),
  };
  const held: Float32Array[] = [];
  let holds = 0;
  let notedAt = host.now();
  const note = (share: number): void => {
    const numbers = new Float32Array(holds);
    let at = 0;
    for (const part of held.splice(0)) {
      numbers.set(part, at);
      at += part.length;
    }
    holds = 0;
    notedAt = host.now();
    host.post({
      type: "noted",
      id,
      share: Math.min(1, Math.max(0, share)),
      numbers: numbers.length === 0 ? null : numbers,
    });
  };
  const take = ({ share, numbers }: Noted): void => {
    if (numbers === null) return;
    if (holds + numbers.length > surveyLimits.noted) note(share);
    held.push(numbers);
    holds += numbers.length;
  };
  const end = (found: Surveyed): void =>
    // From a task of its own, as all that a program is answered with.
    host.yield(() => {
      if (holds > 0) note(1);
      host.post({ type: "surveyed", id, found });
    });
  const work = guarded(workOf(options, survey));
  const slice = (): void => {
    const startedAt = host.now();
    let share = 0;
    do {
      for (let i = 0; i < STEPS_PER_CLOCK_LOOK; i++) {
        const next = work.next();
        if (next.done === true) return end(next.value);
        take(next.value);
        share = next.value.share;
      }
    } while (host.now() - startedAt < SLICE);
    if (host.now() - notedAt >= NOTE_EVERY) note(share);
    else host.post({ type: "heartbeat" });
    host.yield(slice);
  };
  slice();
}

/** What a loss throws on the way is its answer. */
function* guarded(work: Work): Work {
  try {
    return yield* work;
  } catch (error) {
    return { kind: "none", reason: "failed", failure: failureOf(error, null).message };
  }
}

function* workOf(options: RunOptions, survey: SurveyRequest["survey"]): Work {
  switch (survey.kind) {
    case "path":
    case "components": {
      const run = new Run(options);
      try {
        return yield* survey.kind === "path" ? pathOf(run, survey.until) : componentsOf(run, survey.until);
      } finally {
        run.dispose();
      }
    }
    case "surface":
      return yield* surfaceOf(options, survey);
    case "basins":
      return yield* basinsOf(options, survey);
    default:
      return unreachable(survey);
  }
}
