/** @file What happens when: text changes -> compile -> evaluate -> store; Train -> run -> store. The effects of the page are all here. */
import { type AutoMpg, autoMpgDataset, toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Fix, Program, Range } from "../../engine/language/program.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { LaneLanguage } from "../document/document.ts";
import type { LossModel } from "../editor/LossModel.ts";
import { annotationsOf } from "../panels/annotations-of.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { type Store, setLane, setNotice, setResult, setTraining } from "../store/store.ts";
import { inOtherLanguage, type Origin } from "./in-other-language.ts";

/** Charts are drawn at most this often; the last state of a run is always drawn. */
const DRAW_EVERY = 1000 / 15;

interface LaneRuntime {
  readonly live: Sandbox;
  training: Sandbox | null;
  model: LossModel | null;
  isBusy: boolean;
  isDirty: boolean;
  /** A run that stands at some step and can go on. */
  hasRun: boolean;
  drawnAt: number;
  waiting: ReturnType<typeof setTimeout> | undefined;
  /** A number that was turned and is not in the text yet. */
  turned: Turn | null;
  /** The text whose evaluation goes into the run that is under way. */
  swapsTo: string | null;
  /** What the text was in the other language, before it was translated. */
  origin: Origin | null;
}

/** The nth of the numbers of a name gets a value. */
interface Turn {
  readonly name: string;
  readonly nth: number;
  readonly value: number;
}

const replaced = (source: string, { start, end }: Range, text: string): string =>
  source.slice(0, start) + text + source.slice(end);

/** Short, and with a point where Python would otherwise make an int of a float. */
function numberText(value: number, isInteger: boolean, language: LaneLanguage): string {
  const text = String(value);
  if (isInteger && Number.isInteger(value)) return text;
  return language === "python" && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

export class Controller {
  readonly #store: Store;
  readonly #onRunning: (isRunning: boolean) => void;
  readonly #lanes = new Map<string, LaneRuntime>();
  #autoMpg: Promise<Dataset> | null = null;

  /** `onRunning` is told before a loss runs and after: what does not come back must not run by itself at the next visit. */
  constructor(store: Store, onRunning: (isRunning: boolean) => void) {
    this.#store = store;
    this.#onRunning = onRunning;
    for (const { id } of store.getState().document.lanes) {
      this.#lanes.set(id, {
        live: new Sandbox(),
        training: null,
        model: null,
        isBusy: false,
        isDirty: false,
        hasRun: false,
        drawnAt: 0,
        waiting: undefined,
        turned: null,
        swapsTo: null,
        origin: null,
      });
    }
    store.subscribe((now, before) => {
      if (now.document.experiment !== before.document.experiment) void this.#onExperiment();
    });
    void this.#onExperiment();
  }

  /** The editor for a lane has loaded: from now on its text decides. */
  attach(lane: string, model: LossModel): void {
    const runtime = this.#lane(lane);
    runtime.model = model;
    model.text.onDidChangeContent(() => {
      setLane(this.#store, lane, { source: model.source, language: model.language });
      setNotice(this.#store, lane, null);
      if (this.#store.getState().results[lane]?.phase === "paused") setResult(this.#store, lane, { phase: "loading" });
      this.#refresh(lane);
    });
    this.#refresh(lane);
  }

  applyFix(lane: string, fix: Fix): void {
    this.#lane(lane).model?.apply(fix);
  }

  /**
   * Turns one of the numbers that a loss names: an edit of its text. Numbers that come while the last one is still being compiled
   * wait, and only the newest is taken up.
   */
  setKnob(lane: string, turn: Turn): void {
    const runtime = this.#lane(lane);
    runtime.turned = turn;
    if (!runtime.isBusy) this.#turn(lane, runtime);
  }

  #turn(lane: string, runtime: LaneRuntime): void {
    const { turned, model } = runtime;
    const result = this.#store.getState().results[lane];
    if (turned === null || model === null || result === undefined || model.source !== result.source) return;
    runtime.turned = null;
    const knob = result.compilation?.program?.knobs.filter(({ name }) => name === turned.name)[turned.nth];
    if (knob === undefined) return;
    const text = numberText(turned.value, knob.isInteger, model.language);
    const training = this.#store.getState().training[lane];
    runtime.swapsTo = training?.source === result.source ? replaced(result.source, knob, text) : null;
    model.edit(knob, text);
  }

  /** Reads a lane in another language, its text translated. What cannot be translated is said, and nothing changes. */
  async setLanguage(lane: string, language: LaneLanguage): Promise<void> {
    const { model, origin } = this.#lane(lane);
    if (model === null || model.language === language) return;
    const { source } = model;
    const result = await inOtherLanguage(model, language, origin);
    if (model.language === language) return;
    // Who types before the answer comes has begun to write in the language that was asked for.
    if (model.source !== source) this.#switch(lane, model, language, model.source);
    else if (result.kind === "refused") setNotice(this.#store, lane, { language, refusals: result.refusals });
    else this.#switch(lane, model, language, result.text);
  }

  /** Reads a lane's text as it stands in another language. */
  keepText(lane: string, language: LaneLanguage): void {
    const { model } = this.#lane(lane);
    if (model !== null) this.#switch(lane, model, language, model.source);
  }

  #switch(lane: string, model: LossModel, language: LaneLanguage, text: string): void {
    this.#lane(lane).origin = { language: model.language, source: model.source, became: text };
    model.switchTo(language, text);
    setLane(this.#store, lane, { language, source: text });
    setNotice(this.#store, lane, null);
    this.#refresh(lane);
  }

  replaceSource(lane: string, source: string): void {
    const { model } = this.#lane(lane);
    if (model === null) setLane(this.#store, lane, { source });
    else model.replace(source);
  }

  /** Runs what was left waiting because it did not finish at the last visit. */
  run(lane: string): void {
    setResult(this.#store, lane, { phase: "computing", stopped: null });
    this.#refresh(lane);
  }

  async train(): Promise<void> {
    await this.#trainTo(this.#store.getState().document.experiment.steps);
  }

  async step(): Promise<void> {
    const steps = Object.values(this.#store.getState().training).map(({ progress }) => progress?.step ?? 0);
    await this.#trainTo(Math.max(0, ...steps) + 1);
  }

  pause(): void {
    for (const { training } of this.#lanes.values()) training?.pause();
  }

  reset(): void {
    for (const runtime of this.#lanes.values()) {
      this.#dropRun(runtime);
    }
    this.#store.setState({ training: {}, isTraining: false, trainedExperiment: null });
  }

  /** Ends everything that runs. */
  stop(): void {
    for (const [lane, { live, training }] of this.#lanes) {
      training?.stop();
      if (this.#store.getState().results[lane]?.phase === "computing") live.stop();
    }
  }

  /** The data of a data set by its id; the page fetches its one file of real data itself, the sandbox has no network. */
  async dataset(id: string): Promise<Dataset | null> {
    if (id !== "auto-mpg") return toyDataset(id);
    this.#autoMpg ??= fetch("./data/auto-mpg.json")
      .then((answer): Promise<AutoMpg> => answer.json())
      .then(autoMpgDataset);
    return this.#autoMpg;
  }

  async #onExperiment(): Promise<void> {
    const { experiment } = this.#store.getState().document;
    const dataset = await this.dataset(experiment.dataset);
    if (dataset === null || experiment !== this.#store.getState().document.experiment) return;
    for (const [lane, runtime] of this.#lanes) {
      runtime.live.setup({ experiment, dataset });
      runtime.hasRun = false;
      this.#refresh(lane);
    }
  }

  /** One compilation and evaluation at a time; what was typed meanwhile is taken up at once after it. */
  #refresh(lane: string): void {
    const runtime = this.#lane(lane);
    runtime.isDirty = true;
    if (runtime.isBusy || runtime.model === null) return;
    if (this.#store.getState().results[lane]?.phase === "paused") return;
    runtime.isBusy = true;
    void this.#evaluateUntilClean(lane, runtime, runtime.model).finally(() => {
      runtime.isBusy = false;
      this.#turn(lane, runtime);
      if (runtime.isDirty) this.#refresh(lane);
    });
  }

  async #evaluateUntilClean(lane: string, runtime: LaneRuntime, model: LossModel): Promise<void> {
    while (runtime.isDirty) {
      runtime.isDirty = false;
      const { source, language } = model;
      const compilation = await model.compile();
      if (runtime.isDirty) continue;
      if (compilation.program === null) {
        setResult(this.#store, lane, { phase: "ready", source, language, compilation, report: null, stopped: null });
        this.#annotate(lane, model);
        continue;
      }
      // The old report stays in sight until the new one is there, unless that takes long enough to be noticed.
      const slow = setTimeout(() => setResult(this.#store, lane, { phase: "computing" }), 300);
      this.#onRunning(true);
      const evaluated = await runtime.live.evaluate(compilation.program);
      this.#onRunning(false);
      clearTimeout(slow);
      if (evaluated.kind === "superseded") continue;
      const report = evaluated.kind === "report" ? evaluated.report : null;
      const stopped = evaluated.kind === "stopped" ? evaluated.reason : null;
      setResult(this.#store, lane, {
        phase: stopped === null ? "ready" : "stopped",
        source,
        language,
        compilation,
        report,
        stopped,
      });
      if (stopped === null && runtime.swapsTo === source) this.#swap(lane, runtime, compilation.program);
      if (!runtime.isDirty) this.#annotate(lane, model);
    }
  }

  /** A run goes on with the numbers that were turned. */
  #swap(lane: string, runtime: LaneRuntime, program: Program): void {
    const training = this.#store.getState().training[lane];
    const source = runtime.swapsTo;
    runtime.swapsTo = null;
    if (training === undefined || source === null || !runtime.hasRun) return;
    runtime.training?.swap(program);
    setTraining(this.#store, lane, { ...training, source });
  }

  #annotate(lane: string, model: LossModel): void {
    const result = this.#store.getState().results[lane];
    if (result !== undefined) model.annotate(annotationsOf(result));
  }

  async #trainTo(until: number): Promise<void> {
    const { experiment } = this.#store.getState().document;
    const dataset = await this.dataset(experiment.dataset);
    if (dataset === null) return;
    for (const [lane, runtime] of this.#lanes) {
      const result = this.#store.getState().results[lane];
      const program = result?.compilation?.program;
      if (result === undefined || program === undefined || program === null) continue;
      const goesOn = runtime.hasRun && this.#store.getState().training[lane]?.source === result.source;
      this.#store.setState({ isTraining: true, trainedExperiment: experiment });
      if (goesOn) {
        runtime.training?.resume(until);
        continue;
      }
      runtime.training ??= new Sandbox();
      runtime.training.setup({ experiment, dataset });
      runtime.hasRun = true;
      setTraining(this.#store, lane, { progress: null, stopped: null, source: result.source });
      runtime.training.train(program, until, {
        onProgress: (progress) => this.#onProgress(lane, runtime, progress),
        onStopped: (stopped) => {
          clearTimeout(runtime.waiting);
          runtime.hasRun = false;
          const before = this.#store.getState().training[lane];
          setTraining(this.#store, lane, { progress: before?.progress ?? null, stopped, source: result.source });
          this.#store.setState({ isTraining: false });
        },
      });
    }
  }

  #onProgress(lane: string, runtime: LaneRuntime, progress: Progress): void {
    clearTimeout(runtime.waiting);
    const draw = () => {
      runtime.drawnAt = performance.now();
      const before = this.#store.getState().training[lane];
      setTraining(this.#store, lane, { progress, stopped: null, source: before?.source ?? "" });
      if (progress.status !== "running") this.#store.setState({ isTraining: false });
      if (progress.status === "failed") runtime.hasRun = false;
    };
    const wait = runtime.drawnAt + DRAW_EVERY - performance.now();
    if (progress.status !== "running" || wait <= 0) draw();
    else runtime.waiting = setTimeout(draw, wait);
  }

  #dropRun(runtime: LaneRuntime): void {
    clearTimeout(runtime.waiting);
    runtime.training?.dispose();
    runtime.training = null;
    runtime.hasRun = false;
  }

  #lane(id: string): LaneRuntime {
    const runtime = this.#lanes.get(id);
    if (runtime === undefined) throw new Error(`There is no lane ${id}.`);
    return runtime;
  }
}
