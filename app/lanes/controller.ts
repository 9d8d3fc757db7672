/** @file What happens when: text changes -> compile -> evaluate -> store; Train -> run -> store. The effects of the page are all here. */
import { type AutoMpg, autoMpgDataset, toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import type { Setup } from "../../engine/worker/protocol.ts";
import type { Lane, LaneLanguage } from "../document/document.ts";
import { inLanguage } from "../document/examples.ts";
import { sameHandling } from "../document/handling.ts";
import { datasetOf, OWN, type OwnData } from "../document/own-data.ts";
import { inOtherLanguage, type Origin } from "../editor/in-other-language.ts";
import type { Companion, LossModel } from "../editor/LossModel.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { allowRunning, laneOf, type Store, setLane, setNotice, setResult } from "../store/store.ts";
import { annotationsOf } from "../verdict/annotations-of.ts";
import { Trainer } from "./Trainer.ts";

interface LaneRuntime {
  readonly live: Sandbox;
  model: LossModel | null;
  isBusy: boolean;
  isDirty: boolean;
  /** What to evaluate on, once that is known. */
  setup: Setup | null;
  /** The lane was removed: what still comes of it is of no use. */
  isGone: boolean;
  /** A number that was turned and is not in the text yet. */
  turned: Turn | null;
  /** The text whose evaluation goes into the run that is under way. */
  swapsTo: string | null;
  /** What the text was in the other language, before it was translated. */
  origin: Origin | null;
  /** What was asked for before the editor had loaded. */
  wanted: LaneLanguage | null;
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
  readonly trainer: Trainer;
  #autoMpg: Promise<Dataset> | null = null;
  #own: { readonly data: OwnData; readonly dataset: Dataset } | null = null;
  #evaluations = 0;
  readonly #unsubscribe: () => void;

  /** `onRunning` is told before a loss runs and after: what does not come back must not run by itself at the next visit. */
  constructor(store: Store, onRunning: (isRunning: boolean) => void) {
    this.#store = store;
    this.#onRunning = onRunning;
    this.trainer = new Trainer(store, (id) => this.dataset(id));
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.document.lanes !== before.document.lanes) this.#onLanes(now.document.lanes, before.document.lanes);
      if (now.document.experiment !== before.document.experiment || now.document.data !== before.document.data)
        this.#onExperiment();
      if (before.isWaiting && !now.isWaiting) for (const lane of this.#lanes.keys()) this.#refresh(lane);
    });
    // The first lane's sandbox boots beside the page; the others wait for its verdict.
    const [first] = store.getState().document.lanes;
    if (first !== undefined) this.#lane(first.id);
  }

  /**
   * Resolves when it is a lane's turn to load. The first lane goes ahead: what people look at first does not share the machine with what
   * stands beside it.
   */
  turnOf(lane: string): Promise<void> {
    const isDone = (): boolean => {
      const { document, results } = this.#store.getState();
      const first = document.lanes[0]?.id;
      return first === undefined || first === lane || (results[first]?.phase ?? "loading") !== "loading";
    };
    return new Promise((resolve) => {
      if (isDone()) return resolve();
      const unsubscribe = this.#store.subscribe(() => {
        if (!isDone()) return;
        unsubscribe();
        resolve();
      });
    });
  }

  modelOf(lane: string): LossModel | null {
    return this.#lanes.get(lane)?.model ?? null;
  }

  /** The editor for a lane has loaded: from now on its text decides. */
  attach(lane: string, model: LossModel): LossModel {
    const runtime = this.#lane(lane);
    runtime.model = model;
    model.text.onDidChangeContent(() => {
      setLane(this.#store, lane, { source: model.source, language: model.language });
      setNotice(this.#store, lane, null);
      if (this.#store.getState().results[lane]?.phase === "paused") setResult(this.#store, lane, { phase: "loading" });
      this.#refresh(lane);
    });
    this.#refresh(lane);
    if (runtime.wanted !== null) void this.setLanguage(lane, runtime.wanted);
    return model;
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
    const runtime = this.#lane(lane);
    const { model, origin } = runtime;
    if (model === null) return this.#setLanguageUnloaded(lane, runtime, language);
    runtime.wanted = null;
    if (model.language === language) return;
    const { source } = model;
    const result = await inOtherLanguage(model, language, origin);
    if (model.language === language) return;
    // Who types before the answer comes has begun to write in the language that was asked for.
    if (model.source !== source) this.#switch(lane, model, language, model.source);
    else if (result.kind === "refused") setNotice(this.#store, lane, { language, refusals: result.refusals });
    else this.#switch(lane, model, language, result.text);
  }

  /** An example is there in both languages; everything else has to wait for the editor, which brings what translates. */
  #setLanguageUnloaded(lane: string, runtime: LaneRuntime, language: LaneLanguage): void {
    const held = laneOf(this.#store.getState(), lane);
    const source = held === undefined ? null : inLanguage(held.source, language);
    runtime.wanted = source === null ? language : null;
    if (source !== null) setLane(this.#store, lane, { language, source });
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

  /** `companion`: what was changed along with the text, and is taken back with it. */
  replaceSource(lane: string, source: string, companion?: Companion): void {
    const { model } = this.#lane(lane);
    if (model === null) setLane(this.#store, lane, { source });
    else model.replace(source, companion);
  }

  /** Runs what waits: it did not finish at the last visit, or it is a stranger's. */
  run(lane: string): void {
    allowRunning(this.#store);
    setResult(this.#store, lane, { phase: "computing", stopped: null });
    this.#refresh(lane);
  }

  /** Ends everything that runs. */
  stop(): void {
    this.trainer.stop();
    for (const [lane, { live }] of this.#lanes) {
      if (this.#store.getState().results[lane]?.phase === "computing") live.stop();
    }
  }

  /** Ends everything: another document is opened. */
  dispose(): void {
    this.#unsubscribe();
    for (const lane of [...this.#lanes.keys()]) this.#remove(lane);
  }

  /** The data of a data set by its id; the page fetches its one file of real data itself, the sandbox has no network. */
  async dataset(id: string): Promise<Dataset | null> {
    if (id === OWN) return this.#ownDataset();
    if (id !== "auto-mpg") return toyDataset(id);
    this.#autoMpg ??= fetch("./data/auto-mpg.json")
      .then((answer): Promise<AutoMpg> => answer.json())
      .then(autoMpgDataset);
    return this.#autoMpg;
  }

  /** The same object for the same data. */
  #ownDataset(): Dataset | null {
    const { data } = this.#store.getState().document;
    if (data === null) return null;
    if (this.#own?.data !== data) this.#own = { data, dataset: datasetOf(data) };
    return this.#own.dataset;
  }

  #onExperiment(): void {
    for (const [lane, runtime] of this.#lanes) void this.#setUp(lane, runtime);
  }

  async #setUp(lane: string, runtime: LaneRuntime): Promise<void> {
    const { experiment } = this.#store.getState().document;
    const dataset = await this.dataset(experiment.dataset);
    if (dataset === null || experiment !== this.#store.getState().document.experiment || runtime.isGone) return;
    runtime.setup = { experiment, dataset };
    runtime.live.prepare(runtime.setup);
    this.#refresh(lane);
  }

  #onLanes(now: readonly Lane[], before: readonly Lane[]): void {
    for (const lane of now) {
      const was = before.find(({ id }) => id === lane.id);
      if (was !== undefined && !sameHandling(was.handling, lane.handling)) this.#refresh(lane.id);
    }
    for (const id of [...this.#lanes.keys()]) if (now.every((lane) => lane.id !== id)) this.#remove(id);
  }

  #remove(id: string): void {
    const runtime = this.#lanes.get(id);
    if (runtime === undefined) return;
    this.#lanes.delete(id);
    runtime.isGone = true;
    runtime.live.dispose();
    runtime.model?.dispose();
    this.trainer.remove(id);
  }

  /** One compilation and evaluation at a time; what was typed meanwhile is taken up at once after it. */
  #refresh(lane: string): void {
    const runtime = this.#lane(lane);
    runtime.isDirty = true;
    if (runtime.isBusy || runtime.model === null || runtime.setup === null || runtime.isGone) return;
    if (this.#store.getState().results[lane]?.phase === "paused") return;
    runtime.isBusy = true;
    void this.#evaluateUntilClean(lane, runtime, runtime.model).finally(() => {
      runtime.isBusy = false;
      if (runtime.isGone) return;
      this.#turn(lane, runtime);
      if (runtime.isDirty) this.#refresh(lane);
    });
  }

  async #evaluateUntilClean(lane: string, runtime: LaneRuntime, model: LossModel): Promise<void> {
    while (runtime.isDirty) {
      runtime.isDirty = false;
      const { source, language } = model;
      const compilation = await model.compile();
      if (runtime.isGone) return;
      if (runtime.isDirty) continue;
      if (compilation.program === null) {
        setResult(this.#store, lane, { phase: "ready", source, language, compilation, report: null, stopped: null });
        this.#annotate(lane, model);
        continue;
      }
      if (this.#store.getState().isWaiting) {
        setResult(this.#store, lane, { phase: "waiting", source, language, compilation, report: null, stopped: null });
        this.#annotate(lane, model);
        continue;
      }
      const { setup } = runtime;
      if (setup === null) return;
      // The old report stays in sight until the new one is there, unless that takes long enough to be noticed.
      const slow = setTimeout(() => setResult(this.#store, lane, { phase: "computing" }), 300);
      this.#onRunning(++this.#evaluations > 0);
      const handling = laneOf(this.#store.getState(), lane)?.handling ?? defaultHandling;
      const evaluated = await runtime.live.evaluate(setup, compilation.program, handling);
      this.#onRunning(--this.#evaluations > 0);
      clearTimeout(slow);
      if (runtime.isGone) return;
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
      if (stopped === null && runtime.swapsTo === source) this.trainer.swap(lane, compilation.program, source);
      if (runtime.swapsTo === source) runtime.swapsTo = null;
      if (!runtime.isDirty) this.#annotate(lane, model);
    }
  }

  #annotate(lane: string, model: LossModel): void {
    const state = this.#store.getState();
    const result = state.results[lane];
    if (result !== undefined) model.annotate(annotationsOf(result, laneOf(state, lane)?.handling));
  }

  /** A lane's runtime, made when it is first asked for. */
  #lane(id: string): LaneRuntime {
    const known = this.#lanes.get(id);
    if (known !== undefined) return known;
    const runtime: LaneRuntime = {
      live: new Sandbox(),
      model: null,
      isBusy: false,
      isDirty: false,
      setup: null,
      isGone: false,
      turned: null,
      swapsTo: null,
      origin: null,
      wanted: null,
    };
    this.#lanes.set(id, runtime);
    runtime.live.prepare(null);
    void this.#setUp(id, runtime);
    return runtime;
  }
}
