/** @file The worker's entry: answers the page's requests with the engine. Knows no browser; its surroundings come as a Host. */
import { checked } from "../checks/finders.ts";
import type { SampleFacts } from "../checks/sample/facts.ts";
import { sampleOf } from "../checks/sample/look.ts";
import type { Origin } from "../checks/subject.ts";
import { subjectKind } from "../checks/subject-kind.ts";
import { unreachable } from "../exactly.ts";
import { evaluate } from "../inspect/evaluate.ts";
import type { GradientsReport } from "../inspect/gradients-report.ts";
import { instantiate } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import { needsModelGraph } from "../language/roles.ts";
import { everyTarget, firstBatch, settingFacts } from "../train/batches.ts";
import { laterOf } from "../train/later.ts";
import { Run } from "../train/run.ts";
import type { VectorHandling } from "../vector/handling.ts";
import { canary } from "./canary.ts";
import { fitsOf } from "./fits.ts";
import type { Host } from "./host.ts";
import type { Reply, Request, Setup } from "./protocol.ts";
import { rehearse } from "./rehearse.ts";
import { silent } from "./silent.ts";
import { parametersOf, scope } from "./scope.ts";
import { beginSurvey } from "./survey.ts";
import { StudySession } from "./study-session.ts";
import { TrainingSession } from "./training-session.ts";
import { fitted } from "./validate.ts";

/** Loops of one evaluation may run this long; the page kills whatever gets past that (a regular expression, a recursion). */
const EVALUATION_BUDGET = 1000;

/** All checks together. What is not known by then is not told. */
const CHECKS_BUDGET = 4000;

/** The report stands without what could not be found out: weights too few, an aggregator that met NaN. Training says so. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What is told of a loss: nothing of it where the engine computes no longer as it did. */
const results: ReadonlySet<Reply["type"]> = new Set<Reply["type"]>([
  "report",
  "checked",
  "profiled",
  "noted",
  "surveyed",
  "progress",
  "series",
  "trained",
]);

export function serve(surroundings: Host): (request: Request) => void {
  const sings = canary();
  const host: Host = {
    ...surroundings,
    post(reply) {
      const isResult = results.has(reply.type);
      if (isResult && !sings()) surroundings.distrust();
      else surroundings.post(fitted(reply));
    },
  };
  let setup: Setup | null = null;
  let training: TrainingSession | null = null;
  /** A program has come: from then on nothing else runs. */
  let hasBegun = false;
  const post = (reply: Reply) => host.post(reply);

  /** What a vector loss's components are up to at the start of training; null where there is only one. */
  function gradientsOf(setup: Setup, program: Program, handling: VectorHandling): GradientsReport | null {
    const runtime = new LossRuntime({ budget: EVALUATION_BUDGET, now: host.now });
    const facts = settingFacts(setup.experiment, setup.dataset);
    const makeLoss = () =>
      instantiate(host.load(program.js), program.entry, { ...scope, console: silent }, runtime, parametersOf, facts);
    const run = new Run({
      ...setup,
      handling,
      entry: program.entry,
      makeLoss,
      onForward: () => runtime.begin(),
    });
    try {
      if (handling.kind === "refuse") return run.lookOnce();
      run.takeStep(true);
      return run.facts().gradients;
    } finally {
      run.dispose();
    }
  }

  function report({ id, program, handling, alternatives, tries }: Extract<Request, { type: "evaluate" }>): void {
    const current = setup;
    if (current === null) return;
    hasBegun = true;
    post({ type: "begun", id });
    const console = host.consoleFor();
    const facts = evaluate({
      program,
      load: () => host.load(program.js),
      scope: { ...scope, console: console.console },
      parametersOf,
      batch: () => firstBatch(current.experiment, current.dataset, program.entry),
      facts: settingFacts(current.experiment, current.dataset),
      runtime: { budget: EVALUATION_BUDGET, now: host.now },
      console: console.text,
      ...(tries ? { later: laterOf(current.experiment, current.dataset, program.entry, handling) } : {}),
    });
    const isVector = facts.failure === null && facts.outcome?.kind === "tensor" && facts.outcome.numel > 1;
    const gradients = isVector ? attempt(() => gradientsOf(current, program, handling)) : null;
    const { places: fits, trail } = fitsOf(program, alternatives, host, () => post({ type: "heartbeat" }));
    // From a task of its own: a microtask of the loss that never ends keeps its report back, and is this loss's fault, not the next one's.
    host.yield(() => post({ type: "report", id, report: { ...facts, gradients, fits, trail } }));
  }

  /** What is experimented with. */
  function originOf({ js, entry }: Program, { experiment, dataset }: Setup): Origin {
    const batch = firstBatch(experiment, dataset, entry);
    return {
      define: host.load(js),
      entry,
      scope: { ...scope, console: silent },
      parametersOf,
      facts: settingFacts(experiment, dataset),
      seed: experiment.seed,
      kind: subjectKind(dataset, batch.predictions, batch.targets),
      population: everyTarget(experiment, dataset),
      batch,
      now: host.now,
      budget: CHECKS_BUDGET,
    };
  }

  function check({ id, program }: Extract<Request, { type: "check" }>): void {
    const current = setup;
    if (current === null) return;
    hasBegun = true;
    post({ type: "begun", id });
    // Of what goes on to the model's parameters, the predictions are but a part.
    const found = needsModelGraph(program.entry)
      ? []
      : attempt(() => checked(originOf(program, current), () => post({ type: "heartbeat" })));
    host.yield(() => post({ type: "checked", id, checks: found ?? [] }));
  }

  function profile({ id, program, wish }: Extract<Request, { type: "profile" }>): void {
    const current = setup;
    if (current === null) return;
    hasBegun = true;
    post({ type: "begun", id });
    const none = (reason: Extract<SampleFacts, { kind: "none" }>["reason"]): SampleFacts => ({ kind: "none", reason });
    const sample = needsModelGraph(program.entry)
      ? none("graph")
      : (attempt(() => sampleOf(originOf(program, current), wish)) ?? none("silent"));
    host.yield(() => post({ type: "profiled", id, sample }));
  }

  return (request) => {
    switch (request.type) {
      case "setup":
        setup = request.setup;
        // A program that came along with it goes first.
        host.yield(() => {
          if (!hasBegun && setup === request.setup) fitted({ type: "report", id: 0, report: rehearse(setup, host) });
        });
        return;
      case "evaluate":
        return report(request);
      case "check":
        return check(request);
      case "profile":
        return profile(request);
      case "survey":
        if (setup === null) return;
        hasBegun = true;
        post({ type: "begun", id: request.id });
        return beginSurvey(host, setup, request);
      case "train":
        if (setup === null) return;
        training?.cancel();
        hasBegun = true;
        post({ type: "begun", id: request.id });
        training = new TrainingSession(host, setup, request.id, request.program, request.handling);
        return training.runTo(request.until);
      case "trainEach":
        if (setup === null) return;
        hasBegun = true;
        post({ type: "begun", id: request.id });
        return new StudySession(host, setup.dataset, request).begin();
      case "resume":
        return training?.runTo(request.until);
      case "swap":
        return training?.swap(request.program);
      case "pause":
        return training?.pause();
      case "series":
        return training?.tell(request.of, request.from);
      default:
        return unreachable(request);
    }
  };
}
