/** @file The runs of one study at a time, how far they are, and what came of them: drawn some times a second, however many there are. */
import type { StudyRequest } from "../sandbox/Sandbox.ts";
import type { Store } from "../store/store.ts";
import type { Outcome, Pool, Task } from "./Pool.ts";

/** Milliseconds between two looks at what has come: medians and bands of all lanes are drawn anew. */
const SHOW_EVERY = 150;
/** Until so many runs have come, nobody can say how long the rest take. */
const TELLING = 2;

export type Came = readonly [task: number, outcome: Outcome];

export interface StudyEvents {
  /** What came since the last time, each task once. */
  readonly onCame: (outcomes: readonly Came[]) => void;
  /** All have come. */
  readonly onOver: () => void;
  /** When the study was begun, where this is a later part of it. */
  readonly since?: number;
  /** It was ended before. */
  readonly onStopped?: () => void;
}

export class StudyRunner {
  readonly #store: Store;
  readonly #makePool: () => Pool;
  /** Made with the first study: before, nothing of it is needed. */
  #pool: Pool | null = null;
  #goesOnHidden = false;
  #waiting: Came[] = [];
  #show: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, makePool: () => Pool) {
    this.#store = store;
    this.#makePool = makePool;
  }

  get isRunning(): boolean {
    return this.#pool?.isRunning ?? false;
  }

  /** `known`: how many of the study's runs need not be run. */
  begin(tasks: readonly Task[], tells: StudyRequest["tells"], known: number, events: StudyEvents): void {
    this.stop();
    const [startedAt, total] = [performance.now(), tasks.length + known];
    const since = events.since ?? startedAt;
    let came = 0;
    const tell = (isRunning: boolean): void => {
      const seconds = (performance.now() - startedAt) / 1000;
      const secondsLeft = isRunning && came >= TELLING ? (seconds / came) * (tasks.length - came) : null;
      this.#store.setState({
        study: {
          isRunning,
          done: known + came,
          total,
          secondsLeft,
          seconds: isRunning ? null : (performance.now() - since) / 1000,
        },
      });
    };
    const show = (): void => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const outcomes = this.#waiting;
      this.#waiting = [];
      came += outcomes.length;
      if (outcomes.length > 0) events.onCame(outcomes);
    };
    this.#show = () => {
      show();
      tell(this.isRunning);
    };
    tell(true);
    this.#pool ??= this.#makePool();
    this.#pool.goOnHidden(this.#goesOnHidden);
    this.#pool.begin(tasks, tells, {
      onOutcome: (task, outcome) => {
        this.#waiting.push([task, outcome]);
        this.#timer ??= setTimeout(() => this.#show?.(), SHOW_EVERY);
      },
      onOver: () => {
        show();
        tell(false);
        events.onOver();
      },
      onStopped: () => {
        show();
        tell(false);
        events.onStopped?.();
      },
    });
  }

  /** What has come stands. */
  stop(): void {
    this.#pool?.stop();
  }

  goOnHidden(goesOn: boolean): void {
    this.#goesOnHidden = goesOn;
    this.#pool?.goOnHidden(goesOn);
  }

  dispose(): void {
    this.#pool?.dispose();
    clearTimeout(this.#timer);
  }
}
