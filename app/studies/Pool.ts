/** @file Runs of a study, over as many sandboxes as there are cores. None runs while nobody sees the page, unless that is asked for. */
import { answered, ended, isOver, type Queue, queueOf, taken } from "../../engine/study/queue.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Setup } from "../../engine/worker/protocol.ts";
import type { StopReason } from "../sandbox/job.ts";
import type { Sandbox, StudyRequest } from "../sandbox/Sandbox.ts";

export interface Task {
  readonly setup: Setup;
  readonly program: Program;
  readonly handling: VectorHandling;
  /** About how long it takes. */
  readonly seconds: number;
}

export type Outcome =
  | { readonly kind: "trained"; readonly progress: Progress }
  | { readonly kind: "stopped"; readonly reason: StopReason };

export interface PoolHandlers {
  /** Each task once, in any order. */
  readonly onOutcome: (task: number, outcome: Outcome) => void;
  readonly onOver: () => void;
  /** It was ended before its end: by who stopped it, or began another. */
  readonly onStopped: () => void;
}

/** Where runs are run: in the page a Sandbox. */
export type Bench = Pick<Sandbox, "trainEach" | "stop" | "dispose">;

/** Whether somebody sees the page. */
export interface Sight {
  readonly isHidden: boolean;
  /** Returns what ends it. */
  onChange(listener: () => void): () => void;
}

export interface PoolOptions {
  readonly size: number;
  readonly makeBench: () => Bench;
  readonly sight: Sight;
}

/** Seconds of training that a realm is worth: to begin one costs some tenths of that. */
const WORTH = 1.5;
const MOST_IN_A_REALM = 32;
/** Sandboxes are kept this long for whoever sweeps again. */
const KEPT = 10_000;

/** One for every core, of which the machine keeps none for itself; at most four. */
export const poolSize = (cores: number): number => Math.max(1, Math.min(4, cores));

interface Study {
  readonly tasks: readonly Task[];
  readonly tells: StudyRequest["tells"];
  readonly handlers: PoolHandlers;
}

export class Pool {
  readonly #options: PoolOptions;
  readonly #benches: (Bench | null)[];
  /** Changes whenever what runs at a place is called off: what it still says is of no use. */
  readonly #turns: number[];
  readonly #unsubscribe: () => void;
  #study: Study | null = null;
  #queue: Queue = queueOf([]);
  #goesOnHidden = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#benches = Array.from({ length: options.size }, () => null);
    this.#turns = this.#benches.map(() => 0);
    this.#unsubscribe = options.sight.onChange(() => this.#onSight());
  }

  get isRunning(): boolean {
    return this.#study !== null;
  }

  /** Runs all tasks; what ran before is ended. */
  begin(tasks: readonly Task[], tells: StudyRequest["tells"], handlers: PoolHandlers): void {
    this.stop();
    clearTimeout(this.#leaving);
    this.#study = { tasks, tells, handlers };
    this.#queue = queueOf(tasks.map((_, i) => i));
    this.#feed();
  }

  /** At once. What has been told stands. */
  stop(): void {
    const study = this.#study;
    this.#study = null;
    this.#callOff();
    this.#leaveSoon();
    study?.handlers.onStopped();
  }

  /** Whether runs go on while the page is hidden. */
  goOnHidden(goesOn: boolean): void {
    this.#goesOnHidden = goesOn;
    this.#onSight();
  }

  dispose(): void {
    this.stop();
    this.#unsubscribe();
    clearTimeout(this.#leaving);
    this.#leave();
  }

  get #isResting(): boolean {
    return this.#options.sight.isHidden && !this.#goesOnHidden;
  }

  #onSight(): void {
    if (this.#isResting) this.#callOff();
    else this.#feed();
  }

  /** Gives every place that is free what it is to run. */
  #feed(): void {
    const study = this.#study;
    if (study === null || this.#isResting) return;
    if (isOver(this.#queue)) {
      this.#study = null;
      this.#leaveSoon();
      return study.handlers.onOver();
    }
    for (let place = 0; place < this.#benches.length; place++) {
      if (this.#queue.held.has(place)) continue;
      this.#queue = taken(this.#queue, place, this.#share(study.tasks), (run, first) =>
        isAlike(study.tasks[run], study.tasks[first]),
      );
      this.#run(study, place);
    }
  }

  /** Of short runs as many as a realm is worth, and of long ones few, so that no place is idle while another has many before it. */
  #share(tasks: readonly Task[]): number {
    const seconds = tasks[this.#queue.waiting[0] ?? 0]?.seconds ?? WORTH;
    return Math.min(MOST_IN_A_REALM, Math.ceil(WORTH / Math.max(seconds, 1e-3)));
  }

  #run(study: Study, place: number): void {
    const runs = this.#queue.held.get(place) ?? [];
    const [first] = runs.flatMap((run) => study.tasks[run] ?? []);
    if (first === undefined) return;
    const bench = this.#benches[place] ?? this.#options.makeBench();
    this.#benches[place] = bench;
    const turn = ++this.#turns[place];
    const isOurs = (): boolean => this.#turns[place] === turn;
    bench.trainEach({
      ...first,
      experiments: runs.flatMap((run) => study.tasks[run]?.setup.experiment ?? []),
      tells: study.tells,
      runs: this.#benches.length,
      onTrained: (at, progress) => {
        const run = runs[at];
        if (run === undefined || !isOurs()) return;
        this.#queue = answered(this.#queue, place, run);
        study.handlers.onOutcome(run, { kind: "trained", progress });
      },
      onDone: () => {
        if (isOurs()) this.#feed();
      },
      onStopped: (reason) => {
        if (!isOurs()) return;
        const before = this.#queue.over;
        this.#queue = ended(this.#queue, place, true);
        for (const run of this.#queue.over)
          if (!before.has(run)) study.handlers.onOutcome(run, { kind: "stopped", reason });
        this.#feed();
      },
    });
  }

  /** What runs is ended, and waits again. */
  #callOff(): void {
    for (const place of [...this.#queue.held.keys()]) {
      this.#turns[place]++;
      this.#queue = ended(this.#queue, place, false);
      this.#benches[place]?.stop();
    }
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#leave(), KEPT);
  }

  #leave(): void {
    this.#benches.forEach((bench, place) => {
      bench?.dispose();
      this.#benches[place] = null;
    });
  }
}

/** One realm may run both: the same program on the same data, with other settings. */
const isAlike = (a: Task | undefined, b: Task | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.program === b.program &&
  a.handling === b.handling &&
  a.setup.dataset === b.setup.dataset;
