/** @file A lane's evaluations, or its runs: each program in a realm of its own that no other program has seen, one after the other. */
import { unreachable } from "../../engine/exactly.ts";
import type { SampleWish } from "../../engine/checks/sample/facts.ts";
import { type Survey, surveyLimits } from "../../engine/study/landscape/facts.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { SeriesPart } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Alternative, Reply, Setup } from "../../engine/worker/protocol.ts";
import type { Misfit } from "../../engine/worker/validate.ts";

import { BOOT_BUDGET, SECOND_LOOK } from "./Frame.ts";
import { Frames, type Tenant } from "./Frames.ts";
import type { RealmEnd } from "./frame-protocol.ts";
import type {
  Ended,
  Evaluated,
  Evaluation,
  Job,
  Known,
  Profiled,
  RunHandlers,
  Started,
  StopReason,
  StudyHandlers,
  StudyRuns,
  SurveyEnd,
  TrainingRun,
} from "./job.ts";
import { NumbersCollector } from "./numbers-collector.ts";
import type { Realm } from "./Realm.ts";
import { SeriesCollector, type WholeSeries } from "./whole-series.ts";

/** An evaluation has this long, boot excluded. */
const EVALUATION_BUDGET = 2_000;
/** Training shows signs of life at least this often, or is ended; several runs share the machine, and get that much more. */
const SILENCE_BUDGET = 1_500;
/** A realm that is ready says at once that it has begun. Where one doesn't, another is given the program too, and the first that begins has it. */
const BEGINNING_BUDGET = 300;
const MOST_REFUSALS = 5;
/** All of a run's steps are told within this time; a million of them are some twenty messages. */
const SERIES_BUDGET = 10_000;

export interface RunRequest extends RunHandlers {
  readonly setup: Setup;
  readonly program: Program;
  readonly handling: VectorHandling;
  readonly until: number;
  readonly runs: number;
}

export interface StudyRequest extends StudyHandlers {
  /** Its experiment is any of them. */
  readonly setup: Setup;
  readonly program: Program;
  readonly handling: VectorHandling;
  readonly experiments: readonly Experiment[];
  readonly tells: "curves" | "ends";
  readonly runs: number;
}

/** What each answer is the answer to. */
const questions = { report: "evaluate", checked: "check", profiled: "profile", surveyed: "survey" } as const;

interface Wanted {
  readonly collector: SeriesCollector;
  readonly resolve: (series: readonly WholeSeries[] | null) => void;
}

const pageFrames = new Frames();

export class Sandbox implements Tenant {
  readonly #frames: Frames;
  /** Where the job runs, from when its program has begun there. */
  #realm: Realm | null = null;
  /** Realms that have the job's program and have not begun. */
  #asked: Realm[] = [];
  #job: Job | null = null;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lastSign = 0;
  #nextId = 1;
  /** Somebody waits for all of the run's steps. */
  #wanted: Wanted | null = null;

  constructor(frames: Frames = pageFrames) {
    this.#frames = frames;
    frames.join(this);
  }

  get job(): Job | null {
    return this.#job;
  }

  get isLively(): boolean {
    return this.#realm !== null || this.#asked.length > 0;
  }

  /** Has a realm ready for the next program, always; and sets it up as far as that is known. */
  prepare(setup: Setup | null): void {
    this.#frames.prepare(setup);
  }

  /** A newer evaluation takes the place of an older one that has not been answered. `onBegun`: from now on what takes time is the program. */
  evaluate(
    setup: Setup,
    program: Program,
    handling: VectorHandling,
    onBegun?: () => void,
    alternatives: readonly Alternative[] = [],
    tries = false,
  ): Promise<Evaluated> {
    const request = { type: "evaluate", id: this.#nextId++, program, handling, alternatives, tries } as const;
    return this.#inquire(
      setup,
      request,
      (reply) => (reply.type === "report" ? { kind: "report", report: reply.report } : null),
      { onBegun: onBegun ?? null },
    );
  }

  /** All that can be found out about a loss. It gives way to whatever is asked next. */
  check(setup: Setup, program: Program): Promise<Known> {
    return this.#inquire(setup, { type: "check", id: this.#nextId++, program }, (reply) =>
      reply.type === "checked" ? { kind: "checked", checks: reply.checks } : null,
    );
  }

  /** How the loss of one sample goes. It gives way to whatever is asked next. */
  profile(setup: Setup, program: Program, wish: SampleWish): Promise<Profiled> {
    return this.#inquire(setup, { type: "profile", id: this.#nextId++, program, wish }, (reply) =>
      reply.type === "profiled" ? { kind: "profiled", sample: reply.sample } : null,
    );
  }

  /** A run looked at beside itself. It gives way to whatever is asked next. `onShare`: how far it is, 0 to 1. */
  survey(
    { setup, program, handling }: Pick<RunRequest, "setup" | "program" | "handling">,
    survey: Survey,
    onShare: (share: number) => void,
  ): Promise<SurveyEnd> {
    const numbers = new NumbersCollector(surveyLimits.numbers);
    return this.#inquire(
      setup,
      { type: "survey", id: this.#nextId++, program, handling, survey },
      (reply) => (reply.type === "surveyed" ? { kind: "surveyed", found: reply.found, numbers: numbers.all } : null),
      {
        // Where it begins again, so do its numbers.
        onBegun: () => numbers.begin(),
        onNoted: (noted) => {
          onShare(noted.share);
          return numbers.take(noted.numbers);
        },
      },
    );
  }

  /** Asks a program for one answer, for which it is run. */
  #inquire<T>(
    setup: Setup,
    request: Evaluation["request"],
    answered: (reply: Reply) => T | null,
    { onBegun = null, onNoted = null }: Partial<Pick<Evaluation, "onBegun" | "onNoted">> = {},
  ): Promise<T | Ended> {
    this.giveUp();
    if (this.#frames.isUnsafe) return Promise.resolve({ kind: "stopped", reason: "unsafe" });
    return new Promise((resolve) => {
      const answer = (reply: Reply): void => {
        const found = answered(reply);
        if (found !== null) resolve(found);
      };
      this.#take({ kind: "evaluation", request, answer, end: resolve, onBegun, onNoted, ...fresh(request.id, setup) });
    });
  }

  /** Begins a run from its seed. */
  train({ setup, program, handling, until, ...handlers }: RunRequest): void {
    this.giveUp();
    if (this.#frames.isUnsafe) return handlers.onStopped("unsafe");
    const id = this.#nextId++;
    const request = { type: "train", id, program, handling, until } as const;
    this.#take({ kind: "run", request, ...handlers, shown: 0, isSwapped: false, ...fresh(id, setup) });
  }

  /** Trains once for each experiment, from its seed to its end: in one realm as long as that is the same as alone, and else in one each. */
  trainEach({ setup, program, handling, experiments, tells, ...handlers }: StudyRequest): void {
    this.giveUp();
    if (this.#frames.isUnsafe) return handlers.onStopped("unsafe");
    const id = this.#nextId++;
    const request = { type: "trainEach", id, program, handling, experiments, from: 0, tells } as const;
    this.#take({ kind: "study", request, ...handlers, ...fresh(id, setup) });
  }

  /** A run whose realm has gone meanwhile gets there from its seed. */
  resume(until: number): void {
    const run = this.#job;
    if (run?.kind !== "run") return;
    run.request = { ...run.request, until };
    if (this.#realm === null) return this.begin();
    run.stage = "begun";
    run.begunAt = performance.now();
    this.#realm.send({ type: "resume", id: run.id, until });
    this.#watchProgram(run);
  }

  /** The run goes on with another loss. */
  swap(program: Program): void {
    const run = this.#job;
    if (run?.kind !== "run") return;
    run.request = { ...run.request, program };
    run.isSwapped = true;
    this.#realm?.send({ type: "swap", id: run.id, program });
  }

  /** Every step of the run that stands, or goes on, here; null where its realm has gone, or says nothing. */
  series(): Promise<readonly WholeSeries[] | null> {
    this.#wanted?.resolve(null);
    const [run, realm] = [this.#job, this.#realm];
    if (run?.kind !== "run" || realm === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const collector = new SeriesCollector();
      const patience = setTimeout(() => wanted.resolve(null), SERIES_BUDGET);
      const wanted: Wanted = {
        collector,
        resolve: (series) => {
          clearTimeout(patience);
          this.#wanted = null;
          resolve(series);
        },
      };
      this.#wanted = wanted;
      realm.send({ type: "series", id: run.id, of: 0, from: 0 });
    });
  }

  pause(): void {
    if (this.#job?.kind === "run") this.#realm?.send({ type: "pause", id: this.#job.id });
  }

  /** Ends whatever runs, at once. */
  stop(): void {
    if (this.#job !== null) this.end("user");
  }

  /** Ends whatever runs, for something newer. */
  giveUp(): void {
    const job = this.#job;
    if (job === null) return;
    this.#drop();
    if (job.kind === "evaluation") job.end({ kind: "superseded" });
  }

  dispose(): void {
    this.giveUp();
    this.#frames.leave(this);
  }

  end(reason: StopReason): void {
    const job = this.#job;
    if (job === null) return;
    this.#drop();
    if (job.kind === "evaluation") job.end({ kind: "stopped", reason });
    else job.onStopped(reason);
  }

  vacate(): void {
    clearTimeout(this.#watchdog);
    this.#wanted?.resolve(null);
    this.#realm = null;
    this.#asked = [];
  }

  begin(): void {
    const job = this.#job;
    if (job === null) return;
    if (job.kind === "run" && job.isSwapped) {
      job.isSwapped = false;
      job.shown = 0;
      job.onBegunAnew();
    }
    job.stage = "sent";
    this.#frames.begins(job);
    this.#ask(job);
  }

  /** Gives the program to a realm that no other has seen. */
  #ask(job: Job): void {
    const realm = this.#frames.take();
    this.#asked.push(realm);
    realm.listen({ onReply: (reply) => this.#onReply(job, realm, reply), onEnd: (end) => this.#onEnd(end) });
    realm.setUp(job.setup);
    realm.send(job.request);
    if (realm.isReady) this.#watchBeginning(job);
    else this.#watch(BOOT_BUDGET, () => this.end("unresponsive"));
  }

  #take(job: Job): void {
    this.#job = job;
    this.begin();
  }

  #onReply(job: Job, realm: Realm, reply: Reply): void {
    if (job !== this.#job) return;
    this.#lastSign = performance.now();
    switch (reply.type) {
      case "ready":
        this.#frames.hasBooted();
        return this.#watchBeginning(job);
      case "begun":
        if (job.id !== reply.id || job.stage !== "sent") return;
        this.#beginsIn(realm);
        job.stage = "begun";
        job.begunAt = this.#lastSign;
        if (job.kind === "evaluation") job.onBegun?.();
        return this.#watchProgram(job);
      case "report":
      case "checked":
      case "profiled":
      case "surveyed":
        return this.#onAnswer(job, reply);
      case "noted":
        if (job.kind === "evaluation" && job.id === reply.id && job.onNoted?.(reply) !== true) this.end("flood");
        return;
      case "progress":
        if (job.kind === "run" && job.id === reply.id) this.#onProgress(job, reply);
        return;
      case "series":
        if (job.kind === "run" && job.id === reply.id) this.#onSeries(job.id, reply.part);
        return;
      case "trained":
        if (job.kind === "study" && job.id === reply.id) this.#onTrained(job, reply);
        return;
      case "heartbeat":
        return;
      default:
        return unreachable(reply);
    }
  }

  #beginsIn(realm: Realm): void {
    this.#realm = realm;
    for (const other of this.#asked) if (other !== realm) this.#frames.giveBack(other);
    this.#asked = [];
  }

  #onAnswer(job: Job, reply: Extract<Reply, { type: "report" | "checked" | "profiled" | "surveyed" }>): void {
    if (job.kind !== "evaluation" || job.id !== reply.id || job.request.type !== questions[reply.type]) return;
    job.stage = "resting";
    this.#drop();
    job.answer(reply);
  }

  #onProgress(run: TrainingRun, { progress }: Extract<Reply, { type: "progress" }>): void {
    const isOver = progress.status !== "running";
    if (isOver) {
      clearTimeout(this.#watchdog);
      run.stage = "resting";
    }
    if (isOver || progress.step >= run.shown) {
      run.shown = Math.max(run.shown, progress.step);
      run.onProgress(progress);
    }
    if (isOver) this.#frames.settled();
  }

  #onTrained(study: StudyRuns, { run, progress, isClean }: Extract<Reply, { type: "trained" }>): void {
    const { experiments, from } = study.request;
    if (run !== from) return;
    study.request = { ...study.request, from: run + 1 };
    study.onTrained(run, progress);
    if (this.#job !== study) return;
    if (run + 1 === experiments.length) {
      study.stage = "resting";
      this.#drop();
      study.onDone();
    } else if (!isClean) {
      const realm = this.#realm;
      this.vacate();
      if (realm !== null) this.#frames.giveBack(realm);
      this.begin();
    }
  }

  #onSeries(id: number, part: SeriesPart): void {
    const wanted = this.#wanted;
    if (wanted === null) return;
    const { collector, resolve } = wanted;
    if (!collector.take(part)) return resolve(null);
    const { next } = collector;
    if (next === null) resolve(collector.series);
    else this.#realm?.send({ type: "series", id, ...next });
  }

  #onEnd(end: RealmEnd | Misfit): void {
    if (end === "unsafe") this.#frames.isUnsafe = true;
    this.end(end);
  }

  /** The job's realm ends with it. */
  #drop(): void {
    const realms = this.#realm === null ? this.#asked : [this.#realm, ...this.#asked];
    this.vacate();
    this.#job = null;
    for (const realm of realms) this.#frames.giveBack(realm);
    this.#frames.settled();
  }

  #watchBeginning(job: Job): void {
    this.#watch(BEGINNING_BUDGET * 2 ** job.refusals, () => {
      job.refusals++;
      if (job.refusals >= MOST_REFUSALS) return this.end("unresponsive");
      this.#frames.suspect();
      this.#ask(job);
    });
  }

  #watchProgram(job: Job): void {
    const budget = job.kind === "evaluation" ? EVALUATION_BUDGET : SILENCE_BUDGET * job.runs;
    // Where the frame is silent as well, the process may have died: that is found out elsewhere, and is not this program's doing.
    const blame = (): void => {
      const silentSince = this.#lastSign;
      this.#frames.ifAlive(() => {
        if (this.#job !== job) return;
        if (this.#lastSign === silentSince) this.end("overrun");
        else this.#watchProgram(job);
      });
    };
    this.#watch(budget, blame);
  }

  /** Something is done if nothing is heard for this long. */
  #watch(budget: number, onSilence: () => void): void {
    clearTimeout(this.#watchdog);
    this.#lastSign = performance.now();
    const look = (isSecond: boolean): void => {
      const silence = performance.now() - this.#lastSign;
      if (silence < budget) this.#watchdog = setTimeout(look, Math.ceil(budget - silence), false);
      else if (!isSecond) this.#watchdog = setTimeout(look, SECOND_LOOK, true);
      else onSilence();
    };
    this.#watchdog = setTimeout(look, budget, false);
  }
}

function fresh(id: number, setup: Setup): Started {
  return { id, setup, stage: "sent", begunAt: performance.now(), refusals: 0, crashes: 0, isOnTrial: false };
}
