/** @file The runs of all lanes: each in a sandbox of its own, so that one that fails or hangs stops alone. */
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Progress } from "../../engine/train/progress.ts";
import { experimentOf } from "../document/lanes.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import type { WholeSeries } from "../sandbox/whole-series.ts";
import { changesOf } from "../store/run-changes.ts";
import { allowRunning, type LaneTraining, laneOf, type Store, setTraining } from "../store/store.ts";
import { Rerun, type RunSource } from "./replay/Rerun.ts";
import { written } from "./editor-panes.ts";
import { lanesToTrain, trainAction } from "./train-action.ts";
import { withArguments } from "./with-arguments.ts";

/** All lanes together are drawn at most this often; the last state of a run is always drawn. */
const DRAW_EVERY = 1000 / 15;
/** Drawing takes at most this share of the page's time: the editor has to answer meanwhile. */
const DRAW_SHARE = 0.4;

interface LaneRun {
  readonly sandbox: Sandbox;
  /** It stands at some step, and the sandbox can go on with it. */
  canGoOn: boolean;
  /** What it was begun with. */
  source: RunSource | null;
}

export class Trainer {
  readonly #store: Store;
  readonly #dataset: () => Promise<Dataset | null>;
  readonly #runs = new Map<string, LaneRun>();
  readonly #waiting = new Map<string, Progress>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawnAt = 0;
  /** How long the page was busy with it. */
  #drawCost = 0;
  /** Counts what calls off lanes that wait for their turn. */
  #callsOff = 0;
  #isQuiet = false;

  constructor(store: Store, dataset: () => Promise<Dataset | null>) {
    this.#store = store;
    this.#dataset = dataset;
  }

  /** Trains one lane, or all of them: what is paused goes on, what ended or is of something earlier begins again. */
  async train(lane?: string): Promise<void> {
    this.#isQuiet = false;
    await this.#trainTo(this.#store.getState().document.experiment.steps, lane);
  }

  /** All lanes, of which only what came in the end is drawn: nobody asked for it, and nobody waits. What is known of these runs already stands until then. */
  async trainQuietly(): Promise<void> {
    this.#isQuiet = true;
    await this.#trainTo(this.#store.getState().document.experiment.steps);
  }

  /** All lanes to one step beyond the furthest. */
  async step(): Promise<void> {
    this.#isQuiet = false;
    const state = this.#store.getState();
    const steps = Object.values(state.training).map(({ lane, progress }) =>
      changesOf(state, lane).length > 0 ? 0 : (progress?.step ?? 0),
    );
    await this.#trainTo(Math.max(0, ...steps) + 1);
  }

  pause(lane?: string): void {
    if (lane === undefined) this.#callsOff++;
    for (const [id, { sandbox }] of this.#runs) if (lane === undefined || lane === id) sandbox.pause();
  }

  /** Ends everything that runs. */
  stop(): void {
    this.#callsOff++;
    for (const { sandbox } of this.#runs.values()) sandbox.stop();
  }

  /** Forgets all runs. Their frames stay: the next run need not boot one. */
  reset(): void {
    this.#callsOff++;
    this.#waiting.clear();
    for (const run of this.#runs.values()) {
      run.sandbox.giveUp();
      run.canGoOn = false;
      run.source = null;
    }
    this.#store.setState({ training: {} });
  }

  /** Shows a run that was made before in the place of a lane's: it can be looked at as if it had just come to its end. */
  recall(training: LaneTraining, source: RunSource): void {
    const { lane } = training;
    const run = this.#runs.get(lane) ?? { sandbox: new Sandbox(), canGoOn: false, source: null };
    this.#runs.set(lane, run);
    this.#waiting.delete(lane);
    run.sandbox.giveUp();
    run.canGoOn = false;
    run.source = source;
    setTraining(this.#store, training);
  }

  /** Ends a lane's run and forgets it. */
  remove(lane: string): void {
    this.#waiting.delete(lane);
    this.#runs.get(lane)?.sandbox.dispose();
    this.#runs.delete(lane);
  }

  /** A run that is under way goes on with the numbers that were turned; one that stands still is then of an earlier text. */
  swap(lane: string, from: string, to: string, program: Program): void {
    const training = this.#store.getState().training[lane];
    const run = this.#runs.get(lane);
    if (training?.isRunning !== true || training.source !== from || run?.canGoOn !== true) return;
    run.sandbox.swap(withArguments(program, laneOf(this.#store.getState(), lane)?.arguments ?? {}));
    setTraining(this.#store, { ...training, source: to, isSwapped: true });
  }

  /** What a lane's run can be run again from; null where numbers were turned in it, for then no text gives that run. */
  sourceOf(lane: string): RunSource | null {
    if (this.#store.getState().training[lane]?.isSwapped === true) return null;
    return this.#runs.get(lane)?.source ?? null;
  }

  /** Every step of a lane's run, which the page itself has reduced; run again where its realm has gone. Null where that cannot be. */
  async seriesOf(lane: string): Promise<readonly WholeSeries[] | null> {
    const known = await (this.#runs.get(lane)?.sandbox.series() ?? null);
    if (known !== null) return known;
    const source = this.sourceOf(lane);
    const step = this.#store.getState().training[lane]?.progress?.step ?? 0;
    if (source === null || step === 0) return null;
    return new Promise((resolve) => {
      const rerun = new Rerun(source, {
        onThere: () =>
          void rerun.series().then((series) => {
            rerun.dispose();
            resolve(series);
          }),
        onStopped: () => {
          rerun.dispose();
          resolve(null);
        },
      });
      rerun.goTo(step, 1);
    });
  }

  async #trainTo(until: number, only?: string): Promise<void> {
    allowRunning(this.#store);
    const { experiment } = this.#store.getState().document;
    const dataset = await this.#dataset();
    if (dataset === null) return;
    const callsOff = this.#callsOff;
    const asked = lanesToTrain(this.#store.getState(), only === undefined ? this.#trainable() : [only]);
    await Promise.all(
      asked.map(async (id) => {
        await written(id);
        await this.#judged(id);
        const isStill = callsOff === this.#callsOff && experiment === this.#store.getState().document.experiment;
        if (isStill) this.#begin(id, until, dataset);
      }),
    );
  }

  /** Lanes that have something to run, as far as is known yet. */
  #trainable(): string[] {
    const { document, results } = this.#store.getState();
    return document.lanes.flatMap(({ id, source }) => {
      const result = results[id];
      const isBroken = result?.source === source && result.compilation?.program === null;
      return isBroken ? [] : [id];
    });
  }

  /** Resolves when a lane's text as it stands has been compiled: who types and presses Train at once trains what was typed. */
  #judged(lane: string): Promise<void> {
    const isJudged = (): boolean => {
      const state = this.#store.getState();
      const [known, result] = [laneOf(state, lane), state.results[lane]];
      return known === undefined || result?.phase === "paused" || result?.source === known.source;
    };
    return new Promise((resolve) => {
      if (isJudged()) return resolve();
      const unsubscribe = this.#store.subscribe(() => {
        if (!isJudged()) return;
        unsubscribe();
        resolve();
      });
    });
  }

  #begin(lane: string, until: number, dataset: Dataset): void {
    const state = this.#store.getState();
    const { data } = state.document;
    const result = state.results[lane];
    const held = laneOf(state, lane);
    const compiled = result?.compilation?.program ?? null;
    if (result === undefined || compiled === null || held === undefined) return;
    const { handling } = held;
    const experiment = experimentOf(state.document, held);
    const program = withArguments(compiled, held.arguments);
    const before = state.training[lane];
    const run = this.#runs.get(lane) ?? { sandbox: new Sandbox(), canGoOn: false, source: null };
    this.#runs.set(lane, run);
    const action = trainAction(state, lane, until, run.canGoOn);
    if (action === "leave") return;
    if (action === "goOn" && before !== undefined) {
      setTraining(this.#store, { ...before, isRunning: true });
      run.sandbox.resume(until);
      return;
    }
    const isKnown = this.#isQuiet && before !== undefined && before.progress !== null;
    if (isKnown && changesOf(state, lane).length > 0) return;
    run.canGoOn = true;
    // What still comes of the run before is of no use.
    this.#waiting.delete(lane);
    const { source, language } = result;
    const fresh = {
      lane,
      progress: null,
      stopped: null,
      isRunning: true,
      source,
      language,
      handling,
      arguments: held.arguments,
      experiment,
      data,
      isSwapped: false,
    };
    if (!isKnown) setTraining(this.#store, fresh);
    run.source = { setup: { experiment, dataset }, program, handling };
    run.sandbox.train({
      ...run.source,
      until,
      runs: state.document.lanes.length,
      onProgress: (progress) => this.#onProgress(lane, progress),
      onBegunAnew: () => this.#onBegunAnew(lane),
      onStopped: (stopped) => {
        run.canGoOn = false;
        this.#draw();
        const stood = this.#store.getState().training[lane] ?? fresh;
        setTraining(this.#store, { ...stood, stopped, isRunning: false });
      },
    });
  }

  /** Its realm had to go, and numbers had been turned in it: its curve is now that of the present text alone. */
  #onBegunAnew(lane: string): void {
    this.#waiting.delete(lane);
    const training = this.#store.getState().training[lane];
    if (training !== undefined) setTraining(this.#store, { ...training, progress: null, isSwapped: false });
  }

  #onProgress(lane: string, progress: Progress): void {
    this.#waiting.set(lane, progress);
    const run = this.#runs.get(lane);
    if (progress.status === "failed" && run !== undefined) run.canGoOn = false;
    if (this.#isQuiet && progress.status === "running") return;
    const pause = Math.max(DRAW_EVERY, this.#drawCost / DRAW_SHARE);
    const wait = this.#drawnAt + pause - performance.now();
    if (progress.status !== "running" || wait <= 0) this.#draw();
    else this.#timer ??= setTimeout(() => this.#draw(), wait);
  }

  /** What came of all lanes since the last time, at once. */
  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    this.#drawnAt = performance.now();
    const { training } = this.#store.getState();
    const changed = [...this.#waiting].flatMap(([lane, progress]): LaneTraining[] => {
      const before = training[lane];
      if (before === undefined) return [];
      return [{ ...before, progress, stopped: null, isRunning: progress.status === "running" }];
    });
    this.#waiting.clear();
    setTraining(this.#store, ...changed);
    // The page draws before it takes up its next task.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      this.#drawCost = performance.now() - this.#drawnAt;
      port1.close();
    };
    port2.postMessage(null);
  }
}
