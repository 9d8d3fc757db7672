/** @file A lane's evaluations, or its runs: each program in a realm of its own that no other program has seen, one after the other. */
import { unreachable } from "../../engine/exactly.ts";
import type { SampleWish } from "../../engine/checks/sample/facts.ts";
import type { Program } from "../../engine/language/program.ts";
import type { SeriesPart } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Alternative, Reply, Setup } from "../../engine/worker/protocol.ts";
import type { Misfit } from "../../engine/worker/validate.ts";

import { BOOT_BUDGET, type Frame, SECOND_LOOK } from "./Frame.ts";
import { Frames, type Tenant } from "./Frames.ts";
import type { RealmEnd } from "./frame-protocol.ts";
import type { Evaluated, Job, Known, Profiled, RunHandlers, Started, StopReason, TrainingRun } from "./job.ts";
import type { Realm } from "./Realm.ts";
import { SeriesCollector, type WholeSeries } from "./whole-series.ts";

/** An evaluation has this long, boot excluded. */
const EVALUATION_BUDGET = 2_000;
/** Training shows signs of life at least this often, or is ended; several runs share the machine, and get that much more. */
const SILENCE_BUDGET = 1_500;
/** A realm that is ready says at once that it has begun; each time that one doesn't, the next gets twice as long. */
const BEGINNING_BUDGET = 300;
const MOST_REFUSALS = 5;
/** All of a run's steps are told within this time; a million of them are some twenty messages. */
const SERIES_BUDGET = 10_000;
/** A worker that was heard within this time listens. */
const LISTENING = 300;

export interface RunRequest extends RunHandlers {
  readonly setup: Setup;
  readonly program: Program;
  readonly handling: VectorHandling;
  readonly until: number;
  readonly runs: number;
}

/** What each answer is the answer to. */
const questions = { report: "evaluate", checked: "check", profiled: "profile" } as const;

interface Asked {
  readonly collector: SeriesCollector;
  readonly resolve: (series: readonly WholeSeries[] | null) => void;
}

const pageFrames = new Frames();

export class Sandbox implements Tenant {
  readonly #frames: Frames;
  #frame: Frame | null = null;
  /** Booted ahead for the next program. */
  #spare: Realm | null = null;
  /** Where the job runs. */
  #realm: Realm | null = null;
  #job: Job | null = null;
  /** What the next program will most likely run on. */
  #setup: Setup | null = null;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lastSign = 0;
  /** When the run last said how far it is. */
  #answeredAt = -Infinity;
  #nextId = 1;
  /** Somebody waits for all of the run's steps. */
  #asked: Asked | null = null;
  #isAhead = false;
  #isDisposed = false;

  constructor(frames: Frames = pageFrames) {
    this.#frames = frames;
    frames.join(this);
  }

  get job(): Job | null {
    return this.#job;
  }

  get isLively(): boolean {
    return this.#realm !== null;
  }

  /** Has a realm ready for the next program, always; and sets it up as far as that is known. */
  prepare(setup: Setup | null): void {
    this.#isAhead = true;
    this.#setup = setup;
    this.bootAhead();
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
    this.giveUp();
    if (this.#frames.isUnsafe) return Promise.resolve({ kind: "stopped", reason: "unsafe" });
    return new Promise((resolve) => {
      const id = this.#nextId++;
      const request = { type: "evaluate", id, program, handling, alternatives, tries } as const;
      const answer = (reply: Reply): void => {
        if (reply.type === "report") resolve({ kind: "report", report: reply.report });
      };
      this.#take({ kind: "evaluation", request, answer, end: resolve, onBegun: onBegun ?? null, ...fresh(id, setup) });
    });
  }

  /** All that can be found out about a loss. It gives way to whatever is asked next. */
  check(setup: Setup, program: Program): Promise<Known> {
    this.giveUp();
    if (this.#frames.isUnsafe) return Promise.resolve({ kind: "stopped", reason: "unsafe" });
    return new Promise((resolve) => {
      const id = this.#nextId++;
      const answer = (reply: Reply): void => {
        if (reply.type === "checked") resolve({ kind: "checked", checks: reply.checks });
      };
      const request = { type: "check", id, program } as const;
      this.#take({ kind: "evaluation", request, answer, end: resolve, onBegun: null, ...fresh(id, setup) });
    });
  }

  /** How the loss of one sample goes. It gives way to whatever is asked next. */
  profile(setup: Setup, program: Program, wish: SampleWish): Promise<Profiled> {
    this.giveUp();
    if (this.#frames.isUnsafe) return Promise.resolve({ kind: "stopped", reason: "unsafe" });
    return new Promise((resolve) => {
      const id = this.#nextId++;
      const answer = (reply: Reply): void => {
        if (reply.type === "profiled") resolve({ kind: "profiled", sample: reply.sample });
      };
      const request = { type: "profile", id, program, wish } as const;
      this.#take({ kind: "evaluation", request, answer, end: resolve, onBegun: null, ...fresh(id, setup) });
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
    this.#asked?.resolve(null);
    const [run, realm] = [this.#job, this.#realm];
    if (run?.kind !== "run" || realm === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const collector = new SeriesCollector();
      const patience = setTimeout(() => asked.resolve(null), SERIES_BUDGET);
      const asked: Asked = {
        collector,
        resolve: (series) => {
          clearTimeout(patience);
          this.#asked = null;
          resolve(series);
        },
      };
      this.#asked = asked;
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
    this.bootAhead();
    if (job.kind === "evaluation") job.end({ kind: "superseded" });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.giveUp();
    this.#frames.leave(this);
  }

  end(reason: StopReason): void {
    const job = this.#job;
    if (job === null) return;
    this.#drop();
    this.bootAhead();
    if (job.kind === "evaluation") job.end({ kind: "stopped", reason });
    else job.onStopped(reason);
  }

  vacate(): void {
    clearTimeout(this.#watchdog);
    this.#asked?.resolve(null);
    this.#frame?.remove();
    this.#frame = null;
    this.#realm = null;
    this.#spare = null;
  }

  bootAhead(): void {
    if (!this.#isAhead || this.#isDisposed || this.#frames.isUnsafe) return;
    this.#frame ??= this.#frames.boot();
    this.#spare ??= this.#frame.open();
    if (this.#setup !== null) this.#spare.setUp(this.#setup);
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
    this.#answeredAt = -Infinity;
    this.#frames.begins(job);
    this.#frame ??= this.#frames.boot();
    const realm = this.#spare ?? this.#frame.open();
    this.#spare = null;
    this.#realm = realm;
    realm.listen({ onReply: (reply) => this.#onReply(job, reply), onEnd: (end) => this.#onEnd(end) });
    realm.setUp(job.setup);
    realm.send(job.request);
    if (realm.isReady) this.#watchBeginning(job);
    else this.#watch(BOOT_BUDGET, () => this.end("unresponsive"));
  }

  #take(job: Job): void {
    this.#job = job;
    this.begin();
  }

  #onReply(job: Job, reply: Reply): void {
    if (job !== this.#job) return;
    this.#lastSign = performance.now();
    switch (reply.type) {
      case "ready":
        this.#frames.hasBooted();
        return this.#watchBeginning(job);
      case "begun":
        if (job.id !== reply.id || job.stage !== "sent") return;
        job.stage = "begun";
        job.begunAt = this.#lastSign;
        if (job.kind === "evaluation") job.onBegun?.();
        return this.#watchProgram(job);
      case "report":
      case "checked":
      case "profiled":
        return this.#onAnswer(job, reply);
      case "progress":
        if (job.kind === "run" && job.id === reply.id) this.#onProgress(job, reply);
        return;
      case "series":
        if (job.kind === "run" && job.id === reply.id) this.#onSeries(job.id, reply.part);
        return;
      case "heartbeat":
        return;
      default:
        return unreachable(reply);
    }
  }

  #onAnswer(job: Job, reply: Extract<Reply, { type: "report" | "checked" | "profiled" }>): void {
    if (job.kind !== "evaluation" || job.id !== reply.id || job.request.type !== questions[reply.type]) return;
    job.stage = "resting";
    this.#drop();
    job.answer(reply);
    this.bootAhead();
  }

  #onProgress(run: TrainingRun, { progress }: Extract<Reply, { type: "progress" }>): void {
    const isOver = progress.status !== "running";
    this.#answeredAt = performance.now();
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

  #onSeries(id: number, part: SeriesPart): void {
    const asked = this.#asked;
    if (asked === null) return;
    const { collector, resolve } = asked;
    if (!collector.take(part)) return resolve(null);
    const { next } = collector;
    if (next === null) resolve(collector.series);
    else this.#realm?.send({ type: "series", id, ...next });
  }

  #onEnd(end: RealmEnd | Misfit): void {
    if (end === "unsafe") this.#frames.isUnsafe = true;
    // It says so itself, and so it listens: its frame need not go.
    if ((end === "rejections" || end === "tampered") && this.#job !== null) this.#job.stage = "resting";
    this.end(end);
  }

  /** The job's realm ends with it. A worker that does not listen ends for certain only with its frame, and perhaps not even then. */
  #drop(): void {
    const [job, realm] = [this.#job, this.#realm];
    clearTimeout(this.#watchdog);
    this.#asked?.resolve(null);
    this.#job = null;
    this.#realm = null;
    if (job === null || realm === null) return;
    if (this.#spare === null && realm.withdraw()) {
      this.#spare = realm;
      return this.#frames.settled();
    }
    const isAnswering = performance.now() - this.#answeredAt < LISTENING;
    // What was sent may have begun meanwhile.
    const listens = !realm.isReady || job.stage === "resting" || isAnswering;
    if (listens) {
      this.#frame?.close(realm);
      this.#frames.settled();
    } else {
      this.vacate();
      this.#frames.orphaned();
    }
  }

  #watchBeginning(job: Job): void {
    this.#watch(BEGINNING_BUDGET * 2 ** job.refusals, () => {
      job.refusals++;
      if (job.refusals >= MOST_REFUSALS) return this.end("unresponsive");
      this.vacate();
      this.begin();
    });
  }

  #watchProgram(job: Job): void {
    const budget = job.kind === "evaluation" ? EVALUATION_BUDGET : SILENCE_BUDGET * job.runs;
    // Where the frame is silent as well, the process may have died: that is found out elsewhere, and is not this program's doing.
    const blame = (): void => {
      const silentSince = this.#lastSign;
      this.#frame?.ifAlive(() => {
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
