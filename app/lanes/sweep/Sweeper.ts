/** @file Sweeps settings and numbers of losses over a grid, times seeds; and finds each lane's own learning rate. */
import type { Dataset } from "../../../engine/data/dataset.ts";
import type { Program } from "../../../engine/language/program.ts";
import { fairRates, rungs, survivors } from "../../../engine/study/halving.ts";
import { summaryOf } from "../../../engine/study/statistics.ts";
import type { SweepAxis } from "../../../engine/study/sweep.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import type { Experiment } from "../../../engine/train/experiment.ts";
import type { Lane } from "../../document/document.ts";
import { experimentOf } from "../../document/lanes.ts";
import { compile } from "../../editor/compiling/compiling.ts";
import type { Outcome } from "../../studies/Pool.ts";
import type { StudyRunner } from "../../studies/StudyRunner.ts";
import { allowRunning, type State, type Store } from "../../store/store.ts";
import { seedsOf } from "../../store/study.ts";
import { emptyRuns, type FairRate, subjectOf, type Sweep, type SweepRun, sweptValues } from "../../store/sweep.ts";
import { type GridLane, type GridRun, gridOf } from "./grid-tasks.ts";

/** Of a lane that was never run: about what two thousand steps of a small model take. */
const GUESS = 0.1;

const noMetrics: SweepRun["metrics"] = { training: [], validation: [] };

const runOf = (outcome: Outcome): SweepRun =>
  outcome.kind === "stopped"
    ? { status: "stopped", metrics: noMetrics, fingerprint: "" }
    : {
        status: outcome.progress.status === "done" ? "done" : "failed",
        metrics: outcome.progress.metrics,
        fingerprint: outcome.progress.fingerprint,
      };

/** The metric that is wanted, where the data have it. */
function shownMetric(runs: readonly SweepRun[], wanted: string): string {
  const names =
    runs.find(({ metrics }) => metrics.validation.length > 0)?.metrics.validation.map(({ name }) => name) ?? [];
  return names.includes(wanted) ? wanted : (names[0] ?? wanted);
}

export class Sweeper {
  readonly #store: Store;
  readonly #runner: StudyRunner;
  readonly #dataset: (experiment: Experiment) => Promise<Dataset | null>;
  /** What was begun last: whoever waited for data or a compiler meanwhile gives way. */
  #turn = 0;

  constructor(store: Store, runner: StudyRunner, dataset: (experiment: Experiment) => Promise<Dataset | null>) {
    this.#store = store;
    this.#runner = runner;
    this.#dataset = dataset;
  }

  async sweep(axes: readonly SweepAxis[]): Promise<void> {
    const turn = this.#begin();
    const state = this.#store.getState();
    const seeds = seedsOf(state.document);
    const lanes = await this.#lanes(state);
    const { runs, left } = await gridOf(lanes, axes, seeds, this.#sources);
    if (turn !== this.#turn) return;
    const swept = lanes.flatMap(({ lane: { id } }) => (left.some(({ lane }) => lane === id) ? [] : [id]));
    const sweep: Sweep = {
      axes,
      lanes: swept,
      seeds,
      runs: Object.fromEntries(swept.map((lane) => [lane, emptyRuns(axes, seeds.length)])),
      left: [...left, ...this.#broken(state, lanes)],
      of: subjectOf(state),
    };
    this.#store.setState({ sweep });
    if (runs.length === 0) return;
    this.#runner.begin(
      runs.map(({ task }) => task),
      "ends",
      0,
      {
        onCame: (outcomes) =>
          this.#take(outcomes.flatMap(([at, outcome]) => (runs[at] === undefined ? [] : [[runs[at], outcome]]))),
        onOver: () => undefined,
      },
    );
  }

  /** Each lane's own best learning rate, by the reference metric on validation, by successive halving over seeds. */
  async fairRates(): Promise<void> {
    const turn = this.#begin();
    const state = this.#store.getState();
    const lanes = await this.#lanes(state);
    const came = new Map<string, SweepRun[]>();
    const runsOf = (lane: string, lr: number): readonly SweepRun[] => came.get(`${lane} ${lr}`) ?? [];
    const { metric: wanted } = state;
    let metric = wanted;
    const tried = (lane: string, rates: readonly number[]) =>
      rates.map((candidate) => ({ candidate, values: sweptValues(runsOf(lane, candidate), metric, "validation") }));
    let kept = lanes.map(({ lane: { id } }) => ({ lane: id, rates: fairRates }));
    let done = 0;
    const since = performance.now();
    for (const [i, { seeds, candidates }] of rungs.entries()) {
      if (i > 0)
        kept = kept.map(({ lane, rates }) => ({
          lane,
          rates: survivors(tried(lane, rates), candidates, betterOf(metric)),
        }));
      const chosen = seedsOf({ ...state.document, seeds: 30 }).slice(rungs[i - 1]?.seeds ?? 0, seeds);
      const grids = await Promise.all(
        lanes.map((lane, at) => {
          const axis: SweepAxis = { kind: "setting", name: "lr", values: kept[at]?.rates ?? [] };
          return gridOf([lane], [axis], chosen, this.#sources);
        }),
      );
      if (turn !== this.#turn) return;
      const runs = grids.flatMap(({ runs: own }) => own);
      const outcomes = await this.#outcomes(runs, done, since);
      if (outcomes === null || turn !== this.#turn) return;
      done += runs.length;
      for (const [{ lane, task }, outcome] of outcomes) {
        const { lr } = task.setup.experiment;
        came.set(`${lane} ${lr}`, [...runsOf(lane, lr), runOf(outcome)]);
      }
      metric = shownMetric([...came.values()].flat(), wanted);
    }
    const better = betterOf(metric);
    const found = kept.map(({ lane, rates }): FairRate => {
      const [lr = null] = survivors(tried(lane, rates), 1, better);
      const own = lr === null ? [] : sweptValues(runsOf(lane, lr), metric, "validation");
      return {
        lane,
        lr,
        metric,
        value: summaryOf(own, better).median,
        seeds: own.length,
        runs: fairRates.reduce((sum, rate) => sum + runsOf(lane, rate).length, 0),
        isAtEdge: lr === fairRates[0] || lr === fairRates.at(-1),
      };
    });
    this.#store.setState({ fairRates: { found, of: subjectOf(state) } });
  }

  #begin(): number {
    allowRunning(this.#store);
    this.#runner.stop();
    return ++this.#turn;
  }

  /** Null where they were stopped. */
  #outcomes(
    runs: readonly GridRun[],
    known: number,
    since: number,
  ): Promise<readonly (readonly [GridRun, Outcome])[] | null> {
    const came: (readonly [GridRun, Outcome])[] = [];
    return new Promise((resolve) => {
      this.#runner.begin(
        runs.map(({ task }) => task),
        "ends",
        known,
        {
          onCame: (outcomes) => {
            for (const [at, outcome] of outcomes) {
              const run = runs[at];
              if (run !== undefined) came.push([run, outcome]);
            }
          },
          onOver: () => resolve(came),
          onStopped: () => resolve(null),
          since,
        },
      );
    });
  }

  #take(came: readonly (readonly [GridRun, Outcome])[]): void {
    const { sweep } = this.#store.getState();
    if (sweep === null) return;
    const runs: Record<string, (SweepRun | null)[][]> = Object.fromEntries(
      Object.entries(sweep.runs).map(([lane, cells]) => [lane, cells.map((cell) => [...cell])]),
    );
    for (const [{ lane, cell, place }, outcome] of came) {
      const held = runs[lane]?.[cell];
      if (held !== undefined) held[place] = runOf(outcome);
    }
    this.#store.setState({ sweep: { ...sweep, runs } });
  }

  readonly #sources = {
    dataset: (experiment: Experiment) => this.#dataset(experiment),
    compile: async ({ language }: Lane, source: string): Promise<Program | null> =>
      (await compile({ language, source })).program,
  };

  /** Those that have a loss to run. */
  async #lanes({ document, results, training }: State): Promise<readonly GridLane[]> {
    const all = await Promise.all(
      document.lanes.map(async (lane): Promise<GridLane | null> => {
        const result = results[lane.id];
        const isFresh = result?.source === lane.source && result.language === lane.language;
        const program = isFresh
          ? (result.compilation?.program ?? null)
          : await this.#sources.compile(lane, lane.source);
        const progress = training[lane.id]?.progress ?? null;
        const experiment = experimentOf(document, lane);
        const seconds =
          progress === null || progress.stepsPerSecond === 0 ? GUESS : experiment.steps / progress.stepsPerSecond;
        return program === null ? null : { lane, program, experiment, seconds };
      }),
    );
    return all.filter((lane) => lane !== null);
  }

  #broken({ document }: State, lanes: readonly GridLane[]): Sweep["left"] {
    return document.lanes
      .filter(({ id }) => lanes.every(({ lane }) => lane.id !== id))
      .map(({ id }) => ({ lane: id, why: "its loss does not run" }));
  }
}
