/** @file One training run in the worker: as fast as it can, in slices short enough for a pause to get through. */
import { failureOf } from "../inspect/failure.ts";
import type { Evaluation } from "../inspect/evaluate.ts";
import type { Failure } from "../inspect/report.ts";
import { lostIn } from "../inspect/lost.ts";
import { instantiate, type Loss } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import type { SettingFacts } from "../language/roles.ts";
import { settingFacts } from "../train/batches.ts";
import { nothingDrawn } from "../train/picture.ts";
import { lostStepOf } from "../train/lost-step.ts";
import type { LostStep, Progress } from "../train/progress.ts";
import { Run, type RunFacts } from "../train/run.ts";
import { Recorder } from "../train/series.ts";
import type { VectorHandling } from "../vector/handling.ts";
import type { Host } from "./host.ts";
import type { Setup } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";

/** Told when the run stands: paused, done or failed. Without it, progress is posted while it runs and when it stands. */
export type OnStanding = (progress: Progress) => void;

/** Milliseconds of training between two looks at the messages that came. */
const SLICE = 12;
/** The page draws at most 15 times a second; more reports would only cost steps. */
const REPORT_EVERY = 66;
/** Loops of one step may run this long. */
const STEP_BUDGET = 1000;
const STEPS_PER_CLOCK_LOOK = 4;

export class TrainingSession {
  readonly #host: Host;
  readonly #id: number;
  readonly #onStanding: OnStanding | null;
  readonly #runtime: LossRuntime;
  readonly #makeLoss: (program: Program) => () => Loss;
  /** Of the program that trains now. */
  #evaluation: () => Omit<Evaluation, "batch">;
  readonly #facts: SettingFacts;
  #run: Run | null = null;
  #failure: Failure | null = null;
  #lost: LostStep | null = null;
  #until = 0;
  #isRunning = false;
  #isCancelled = false;
  /** Milliseconds spent running, reports included, pauses not. */
  #running = 0;
  readonly #seconds = new Recorder();
  #tick = 0;
  #reportedAt: number;

  constructor(
    host: Host,
    setup: Setup,
    id: number,
    program: Program,
    handling: VectorHandling,
    onStanding: OnStanding | null = null,
  ) {
    this.#host = host;
    this.#id = id;
    this.#onStanding = onStanding;
    this.#runtime = new LossRuntime({ budget: STEP_BUDGET, now: host.now });
    this.#reportedAt = host.now();
    const console = host.consoleFor();
    const facts = settingFacts(setup.experiment, setup.dataset);
    this.#facts = facts;
    this.#makeLoss = (of) => () =>
      instantiate(
        host.load(of.js),
        of.entry,
        { ...scope, console: console.console },
        this.#runtime,
        parametersOf,
        facts,
      );
    this.#evaluation = this.#evaluationOf(host, program, facts);
    this.#attempt(() => {
      this.#run = new Run({
        ...setup,
        handling,
        entry: program.entry,
        makeLoss: this.#makeLoss(program),
        onForward: () => this.#runtime.begin(),
      });
    });
  }

  #evaluationOf(host: Host, program: Program, facts: SettingFacts): () => Omit<Evaluation, "batch"> {
    return () => {
      const console = host.consoleFor();
      return {
        program,
        load: () => host.load(program.js),
        scope: { ...scope, console: console.console },
        parametersOf,
        facts,
        runtime: { budget: STEP_BUDGET, now: host.now },
        console: console.text,
      };
    };
  }

  runTo(until: number): void {
    this.#until = until;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#tick = this.#host.now();
    this.#slice();
  }

  /** From the next step on with another loss; model, optimiser and batches go on as they are. */
  swap(program: Program): void {
    this.#evaluation = this.#evaluationOf(this.#host, program, this.#facts);
    this.#attempt(() => this.#run?.replaceLoss(this.#makeLoss(program)));
  }

  pause(): void {
    this.#until = this.#run?.step ?? 0;
  }

  /** Every step of one of its series, from a point on. */
  tell(of: number, from: number): void {
    const part = this.#run?.series(of, from) ?? null;
    if (part !== null) this.#host.post({ type: "series", id: this.#id, part });
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#run?.dispose();
  }

  #slice(): void {
    if (this.#isCancelled) return;
    const startedAt = this.#host.now();
    this.#attempt(() => this.#train(startedAt));
    const now = this.#host.now();
    this.#running += now - this.#tick;
    this.#tick = now;
    this.#seconds.push(this.#run?.step ?? 0, this.#running / 1000);
    const isOver = this.#failure !== null || this.#run === null || this.#run.isDone || this.#run.step >= this.#until;
    if (isOver) this.#isRunning = false;
    // What a run ends with leaves from a task of its own: microtasks of the loss that never end are this run's fault, and keep its result back.
    if (isOver) return this.#host.yield(() => this.#report());
    if (this.#onStanding === null && now - this.#reportedAt >= REPORT_EVERY) this.#report();
    else this.#host.post({ type: "heartbeat" });
    this.#host.yield(() => this.#slice());
  }

  #train(startedAt: number): void {
    const run = this.#run;
    if (run === null) return;
    // The slice that ends in a report looks at its first step, and every run at its last.
    let isObserved = this.#onStanding === null && startedAt - this.#reportedAt >= REPORT_EVERY - SLICE;
    do {
      for (let i = 0; i < STEPS_PER_CLOCK_LOOK && run.step < this.#until && !run.isDone; i++) {
        run.takeStep(isObserved || run.isAtLast || run.step === this.#until - 1);
        isObserved = false;
      }
    } while (run.step < this.#until && !run.isDone && this.#host.now() - startedAt < SLICE);
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      const failure = failureOf(error, this.#runtime.locate(error));
      this.#lost = this.#run === null ? null : this.#lookAt(this.#run);
      this.#failure = this.#lost === null ? failure : { ...failure, probe: lostIn(this.#lost.report)?.probe ?? null };
    }
  }

  /** Where the run was lost, of its own: what looking at it meets is no failure of the run's. */
  #lookAt(run: Run): LostStep | null {
    try {
      return lostStepOf(run, this.#evaluation());
    } catch {
      return null;
    }
  }

  #report(): void {
    if (this.#isCancelled) return;
    this.#reportedAt = this.#host.now();
    const progress = this.#progress();
    if (this.#onStanding !== null) return this.#onStanding(progress);
    this.#host.post({ type: "progress", id: this.#id, progress });
  }

  #progress(): Progress {
    const failure = this.#failure;
    const facts = this.#run?.facts() ?? nothingYet;
    const status = failure !== null ? "failed" : this.#run?.isDone ? "done" : this.#isRunning ? "running" : "paused";
    const stepsPerSecond = this.#running > 0 ? (facts.step / this.#running) * 1000 : 0;
    return { ...facts, status, stepsPerSecond, seconds: this.#seconds.reduced(), failure, lost: this.#lost };
  }
}

/** What is known of a run whose loss could not even be constructed. */
const nothingYet: RunFacts = {
  step: 0,
  steps: 0,
  trainingLoss: { steps: [], values: [] },
  trainingMeans: { steps: [], values: [] },
  validationLoss: { steps: [], values: [] },
  metricHistory: [],
  metrics: { training: [], validation: [] },
  picture: nothingDrawn,
  fingerprint: "",
  gradients: null,
  components: null,
};
