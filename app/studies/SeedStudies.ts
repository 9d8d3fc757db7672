/** @file Trains every lane with the other seeds as soon as its own run has come to its end. What was trained before is not trained again. */
import { changesOf, isSameRun } from "../store/run-changes.ts";
import { isTraining, type LaneTraining, type State, type Store } from "../store/store.ts";
import { seedsOf } from "../store/study.ts";
import type { Outcome, Task } from "./Pool.ts";
import type { Came, StudyRunner } from "./StudyRunner.ts";

/** Runs that are kept for whoever goes back to what was trained before: thirty seeds of four lanes, twice. */
const MOST_KNOWN = 240;

/** What a run is a function of. */
type Source = Omit<Task, "seconds">;

/** One run of the study. */
interface Wanted {
  readonly lane: string;
  /** Which of the seeds. */
  readonly place: number;
  readonly task: Task;
  readonly own: LaneTraining;
}

export class SeedStudies {
  readonly #store: Store;
  readonly #runner: StudyRunner;
  /** What a lane's run was begun with. */
  readonly #sourceOf: (lane: string) => Source | null;
  readonly #unsubscribe: () => void;
  #known: LaneTraining[] = [];
  /** Lanes whose other seeds are being trained. */
  #under: readonly string[] = [];

  constructor(store: Store, runner: StudyRunner, sourceOf: (lane: string) => Source | null) {
    this.#store = store;
    this.#runner = runner;
    this.#sourceOf = sourceOf;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (this.#under.length > 0 && !this.#under.every((lane) => isStill(now, lane))) this.#callOff();
      const isStanding = !isTraining(now) && isTraining(before);
      if (isStanding || now.document.seeds !== before.document.seeds) this.#begin();
    });
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #callOff(): void {
    this.#under = [];
    this.#runner.stop();
  }

  #begin(): void {
    const state = this.#store.getState();
    const { document, training } = state;
    if (document.seeds === 1 || isTraining(state)) {
      if (this.#under.length > 0) this.#callOff();
      if (document.seeds === 1) this.#store.setState({ seedStudy: null, shownSeed: null });
      return;
    }
    const seeds = seedsOf(document);
    const whole = document.lanes.flatMap(({ id }) => {
      const [own, source] = [training[id], this.#sourceOf(id)];
      return own !== undefined && source !== null && isWhole(state, own) ? [{ own, source }] : [];
    });
    if (whole.length === 0) return;
    const runs = Object.fromEntries(
      whole.map(({ own }) => [own.lane, seeds.map((seed, place) => (place === 0 ? own : this.#knownRun(own, seed)))]),
    );
    const wanted = whole.flatMap(({ own, source }) =>
      seeds.flatMap((seed, place): Wanted[] => {
        if (runs[own.lane]?.[place] !== null) return [];
        const experiment = { ...source.setup.experiment, seed };
        const task = { ...source, setup: { ...source.setup, experiment }, seconds: secondsOf(own) };
        return [{ lane: own.lane, place, task, own }];
      }),
    );
    this.#store.setState(({ shownSeed }) => ({
      seedStudy: { seeds, runs },
      shownSeed: shownSeed !== null && seeds.includes(shownSeed) ? shownSeed : null,
    }));
    this.#under = whole.map(({ own }) => own.lane);
    const known = whole.length * seeds.length - wanted.length;
    this.#runner.begin(
      wanted.map(({ task }) => task),
      "curves",
      known,
      {
        onCame: (outcomes) => this.#take(wanted, outcomes),
        onOver: () => {
          this.#under = [];
        },
      },
    );
  }

  #take(wanted: readonly Wanted[], outcomes: readonly Came[]): void {
    const study = this.#store.getState().seedStudy;
    if (study === null) return;
    const runs = { ...study.runs };
    for (const [at, outcome] of outcomes) {
      const found = wanted[at];
      const held = found === undefined ? undefined : runs[found.lane];
      if (found === undefined || held === undefined) continue;
      const run = runOf(found, outcome);
      runs[found.lane] = held.with(found.place, run);
      if (run.stopped === null) this.#known.push(run);
    }
    this.#known = this.#known.slice(-MOST_KNOWN);
    this.#store.setState({ seedStudy: { ...study, runs } });
  }

  #knownRun(own: LaneTraining, seed: number): LaneTraining | null {
    const found = this.#known.find((run) => run.experiment.seed === seed && isSameRun(run, own));
    return found === undefined ? null : { ...found, lane: own.lane };
  }
}

/** Of training; of a run that failed early, what a whole one would take. */
function secondsOf({ progress }: LaneTraining): number {
  return progress === null || progress.stepsPerSecond === 0 ? 0 : progress.steps / progress.stepsPerSecond;
}

const runOf = ({ own, task }: Wanted, outcome: Outcome): LaneTraining => ({
  ...own,
  experiment: task.setup.experiment,
  progress: outcome.kind === "trained" ? outcome.progress : null,
  stopped: outcome.kind === "stopped" ? outcome.reason : null,
});

/** It came to its end, or diverged on the way: either is what that seed comes to. */
function isWhole(state: State, { lane, progress, isSwapped, isRunning, stopped }: LaneTraining): boolean {
  const isEnded = progress?.status === "done" || (progress?.status === "failed" && progress.step > 0);
  return isEnded && !isSwapped && !isRunning && stopped === null && changesOf(state, lane).length === 0;
}

/** What stands there is what is being trained with other seeds. */
const isStill = (state: State, lane: string): boolean => {
  const own = state.training[lane];
  return own !== undefined && isWhole(state, own);
};
