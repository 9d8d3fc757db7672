/** @file The lanes of the open document: makes them live, and passes on what people do to them. */
import type { Dataset } from "../../engine/data/dataset.ts";
import type { TensorSpec } from "../../engine/data/tensor-spec.ts";
import type { Fix, Program } from "../../engine/language/program.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { type Lane, type LaneLanguage, TENSORS } from "../document/document.ts";
import { freshId } from "../document/fresh-id.ts";
import { sameHandling } from "../document/handling.ts";
import { type LossText, warm } from "../editor/compiling/compiling.ts";
import { inOtherLanguage, type Origin } from "../editor/in-other-language.ts";
import type { Companion, LossModel } from "../editor/LossModel.ts";
import type { Fit } from "../store/fits.ts";
import {
  allowRunning,
  laneOf,
  type State,
  type Store,
  setDataset,
  setExperiment,
  setLane,
  setNotice,
  setPaste,
} from "../store/store.ts";
import { SeedStudies } from "../studies/SeedStudies.ts";
import { pageRunner } from "../studies/page-runner.ts";
import type { StudyRunner } from "../studies/StudyRunner.ts";
import { DataFault, Datasets } from "./datasets.ts";
import { misfits } from "../verdict/fit-words.ts";
import { Checker } from "./Checker.ts";
import type { Finder } from "./Finder.ts";
import { whenIdle } from "../ui/when-idle.ts";
import { loadEditor } from "./editor-loading.ts";
import { LiveLane } from "./LiveLane.ts";
import type { Pasting } from "./Pasting.ts";
import type { Sweeper } from "./sweep/Sweeper.ts";
import { RunRecorder } from "./runs/RunRecorder.ts";
import { Replayer } from "./replay/Replayer.ts";
import { Trainer } from "./Trainer.ts";
import type { Turn } from "./turn.ts";

/** After a failure that nobody mends meanwhile, in milliseconds. */
const FINDING_AFTER = 600;

/** Until a better guess has come. */
const aPair: readonly TensorSpec[] = [0, 1].map((seed) => ({
  shape: [8, 4],
  dtype: "float32",
  fill: { kind: "normal" },
  seed,
}));

interface LaneRuntime {
  readonly live: LiveLane;
  /** What the text was in the other language, before it was translated. */
  origin: Origin | null;
  /** What the lane began with: what became of it before there was an editor is the editor's first step. */
  readonly first: LossText;
  /** Texts that took the place of the whole before there was an editor: each is a step that undo takes back, with what came with it. */
  readonly steps: { readonly source: string; readonly companion: Companion | undefined }[];
}

export class Controller {
  readonly #store: Store;
  readonly #onRunning: (isRunning: boolean) => void;
  readonly #lanes = new Map<string, LaneRuntime>();
  readonly trainer: Trainer;
  readonly replayer: Replayer;
  /** Runs of studies: with other seeds, or other settings. */
  readonly studies: StudyRunner;
  readonly #seeds: SeedStudies;
  readonly #recorder: RunRecorder;
  #sweeper: Promise<Sweeper> | null = null;
  readonly #datasets = new Datasets();
  #finder: Promise<Finder> | null = null;
  #pasting: Promise<Pasting> | null = null;
  readonly #checker: Checker;
  #finding: ReturnType<typeof setTimeout> | undefined;
  #evaluations = 0;
  #isDisposed = false;
  readonly #unsubscribe: () => void;

  /** `onRunning` is told before a loss runs and after: what does not come back must not run by itself at the next visit. */
  constructor(store: Store, onRunning: (isRunning: boolean) => void) {
    this.#store = store;
    this.#onRunning = onRunning;
    this.trainer = new Trainer(store, () => this.dataset());
    this.replayer = new Replayer(store, (lane) => this.trainer.sourceOf(lane));
    this.studies = pageRunner(store);
    this.#seeds = new SeedStudies(store, this.studies, (lane) => this.trainer.sourceOf(lane));
    this.#recorder = new RunRecorder(store, {
      trainer: this.trainer,
      dataset: () => this.dataset(),
      now: () => Date.now(),
      freshId,
    });
    this.#checker = new Checker(store, () => this.dataset());
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.document.lanes !== before.document.lanes) this.#onLanes(now.document.lanes, before.document.lanes);
      if (now.document.experiment !== before.document.experiment || now.document.data !== before.document.data)
        this.#onExperiment();
      if (before.isWaiting && !now.isWaiting) this.#allowed();
      if (now.results !== before.results) this.#onResults(now, before);
    });
    addEventListener("online", this.askForData);
    // The first lane's sandbox boots beside the page; the others wait for its verdict. Where that is known, the page is drawn first.
    const [first] = store.getState().document.lanes;
    if (first !== undefined && !this.#isForeseen(first.id)) this.#lane(first.id);
  }

  /** Judges all lanes, the first one first. */
  begin(): void {
    for (const { id } of this.#store.getState().document.lanes) {
      if (this.#isForeseen(id)) whenIdle(() => void this.#beginLane(id));
      else void this.#beginLane(id);
    }
  }

  #isForeseen(lane: string): boolean {
    return this.#store.getState().results[lane]?.isForeseen === true;
  }

  async #beginLane(id: string): Promise<void> {
    await this.turnOf(id);
    if (laneOf(this.#store.getState(), id) !== undefined && !this.#isDisposed) this.#lane(id).live.begin();
  }

  /**
   * Resolves when it is a lane's turn to load. The first lane goes ahead: what people look at first does not share the machine with what
   * stands beside it.
   */
  turnOf(lane: string): Promise<void> {
    const isDone = (): boolean => {
      const { document, results } = this.#store.getState();
      const first = document.lanes[0]?.id;
      if (first === undefined || first === lane) return true;
      return (results[first]?.phase ?? "loading") !== "loading" && !this.#isForeseen(first);
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

  /** The loss of a run that was lost, as it was called at that very step; or, again, on the first batch. */
  lookAtStep(lane: string, isLost: boolean): void {
    const state = this.#store.getState();
    const lost = state.training[lane]?.progress?.lost ?? null;
    const { live } = this.#lane(lane);
    if (!isLost) return live.dispatch({ type: "handling" });
    if (lost === null || state.training[lane]?.source !== state.results[lane]?.source) return;
    live.showLost(lost);
  }

  /** Loaded by who sweeps. */
  sweeper(): Promise<Sweeper> {
    this.#sweeper ??= import("./sweep/Sweeper.ts").then(
      ({ Sweeper }) => new Sweeper(this.#store, this.studies, (experiment) => this.datasetOf(experiment)),
    );
    return this.#sweeper;
  }

  /** Loaded where something is pasted; the editor brings it along. */
  pasting(): Promise<Pasting> {
    this.#pasting ??= import("./Pasting.ts").then(
      ({ Pasting }) => new Pasting(this.#store, (lane) => this.#lane(lane).live.edited()),
    );
    return this.#pasting;
  }

  /** Loaded where a loss does not go with its data. */
  #find(): Promise<Finder> {
    this.#finder ??= import("./Finder.ts").then(({ Finder }) => new Finder(this.#datasets));
    return this.#finder;
  }

  modelOf(lane: string): LossModel | null {
    return this.#lanes.get(lane)?.live.model ?? null;
  }

  /**
   * A lane's text in the editor, which is loaded where it has not been: one model a lane for as long as the lane lives, since it holds the undo
   * history. From now on its text decides. Null where the lane is gone by then.
   */
  async model(lane: string): Promise<LossModel | null> {
    const text = this.#textOf(lane);
    if (text !== null) warm(text);
    const { LossModel } = await loadEditor();
    const held = laneOf(this.#store.getState(), lane);
    if (held === undefined || this.#isDisposed) return null;
    const { live, first, steps } = this.#lane(lane);
    if (live.model !== null) return live.model;
    const model = new LossModel(lane, first.source, first.language);
    if (held.language !== first.language) model.switchTo(held.language, held.source);
    else {
      for (const { source, companion } of steps) model.replace(source, companion);
      model.replace(held.source);
    }
    live.attach(model);
    model.text.onDidChangeContent(() => {
      setLane(this.#store, lane, { source: model.source, language: model.language });
      setNotice(this.#store, lane, null);
      setPaste(this.#store, lane, null);
      live.edited();
    });
    return model;
  }

  /** A text from outside takes the place of a lane's, like one that is pasted over all of it. */
  async fill(lane: string, text: string): Promise<void> {
    const model = await this.model(lane);
    if (model !== null) (await this.pasting()).fill(lane, model, text);
  }

  /** What was typed into a lane that has no editor yet. */
  typed(lane: string, source: string): void {
    const { model } = this.#lane(lane).live;
    if (model !== null) return model.replace(source);
    setLane(this.#store, lane, { source });
    setNotice(this.#store, lane, null);
    setPaste(this.#store, lane, null);
    this.#lane(lane).live.edited();
  }

  async applyFix(lane: string, fix: Fix): Promise<void> {
    const { source } = this.#lane(lane).live.model ?? laneOf(this.#store.getState(), lane) ?? { source: "" };
    const model = await this.model(lane);
    // Its places are places in the text that it was offered for.
    if (model?.source === source) model.apply(fix);
  }

  /**
   * Turns one of the numbers that a loss names: an edit of its text. Numbers that come while the last one is still being compiled
   * wait, and only the newest is taken up.
   */
  setKnob(lane: string, turn: Turn): void {
    this.#lane(lane).live.dispatch({ type: "turn", turn });
  }

  /** Reads a lane in another language, its text translated. What cannot be translated is said, and nothing changes. */
  async setLanguage(lane: string, language: LaneLanguage): Promise<void> {
    const text = this.#textOf(lane);
    if (text === null || text.language === language) return;
    const result = await inOtherLanguage(text, language, this.#lane(lane).origin);
    const now = this.#textOf(lane);
    if (now === null || now.language === language) return;
    // Who types before the answer comes has begun to write in the language that was asked for.
    if (now.source !== text.source) this.#switch(lane, language, now.source);
    else if (result.kind === "refused") setNotice(this.#store, lane, { language, refusals: result.refusals });
    else this.#switch(lane, language, result.text);
  }

  /** The editor's text, or the document's while there is no editor. */
  #textOf(lane: string): LossText | null {
    return this.modelOf(lane) ?? laneOf(this.#store.getState(), lane) ?? null;
  }

  /** Reads a lane's text as it stands in another language. */
  keepText(lane: string, language: LaneLanguage): void {
    const text = this.#textOf(lane);
    if (text !== null) this.#switch(lane, language, text.source);
  }

  #switch(lane: string, language: LaneLanguage, text: string): void {
    const runtime = this.#lane(lane);
    const before = this.#textOf(lane);
    if (before === null) return;
    runtime.origin = { language: before.language, source: before.source, became: text };
    runtime.live.model?.switchTo(language, text);
    setLane(this.#store, lane, { language, source: text });
    setNotice(this.#store, lane, null);
    runtime.live.edited();
  }

  /** `companion`: what was changed along with the text, and is taken back with it. */
  replaceSource(lane: string, source: string, companion?: Companion): void {
    const { live, steps } = this.#lane(lane);
    if (live.model !== null) return live.model.replace(source, companion);
    steps.push({ source, companion });
    this.typed(lane, source);
  }

  /** Runs what waits: it did not finish at the last visit, or it is a stranger's. */
  run(lane: string): void {
    allowRunning(this.#store);
    this.#lane(lane).live.dispatch({ type: "run" });
  }

  /** Ends everything that runs. */
  stop(): void {
    this.trainer.stop();
    this.studies.stop();
    for (const { live } of this.#lanes.values()) live.dispatch({ type: "stop" });
  }

  /** Ends everything: another document is opened. */
  dispose(): void {
    this.#unsubscribe();
    removeEventListener("online", this.askForData);
    clearTimeout(this.#finding);
    void this.#finder?.then((finder) => finder.dispose());
    this.#checker.dispose();
    this.#recorder.dispose();
    this.#isDisposed = true;
    void this.#pasting?.then((pasting) => pasting.dispose());
    this.replayer.dispose();
    this.#seeds.dispose();
    this.studies.dispose();
    for (const lane of [...this.#lanes.keys()]) this.#remove(lane);
  }

  /** What another experiment is trained on. */
  datasetOf(experiment: Experiment): Promise<Dataset | null> {
    return this.#datasets.get(experiment, this.#store.getState().document.data);
  }

  /** What the document's experiment is trained on. Null where it is nothing yet, or cannot be fetched: then the store says why. */
  async dataset(): Promise<Dataset | null> {
    const { experiment, data } = this.#store.getState().document;
    const { dataset: id } = experiment;
    const isStill = (): boolean => id === this.#store.getState().document.experiment.dataset;
    // Whoever wants them asks again (askForData).
    if (this.#store.getState().dataFault?.dataset === id) return null;
    try {
      const dataset = await this.#datasets.get(experiment, data);
      if (isStill() && this.#store.getState().dataFault !== null) this.#store.setState({ dataFault: null });
      return dataset;
    } catch (fault) {
      if (!(fault instanceof DataFault)) throw fault;
      const { title, why } = fault;
      if (isStill()) this.#store.setState({ dataFault: { dataset: id, title, why } });
      return null;
    }
  }

  /** Asks once more for data that could not be fetched. */
  readonly askForData = (): void => {
    if (this.#store.getState().dataFault === null) return;
    this.#store.setState({ dataFault: null });
    this.#onExperiment();
  };

  /** Another data set. Where tensors are meant and none is described, they are guessed. */
  choose(change: Partial<Experiment>): void {
    setDataset(this.#store, change);
    const { experiment } = this.#store.getState().document;
    if (experiment.dataset !== TENSORS || experiment.tensors.length > 0) return;
    setExperiment(this.#store, { tensors: aPair });
    void this.guessTensors();
  }

  /** Describes tensors as the loss of the lane that is worked in wants them: those that were tried and fit, or else the likeliest. */
  async guessTensors(): Promise<void> {
    const { activeLane, document } = this.#store.getState();
    const lane = document.lanes.find(({ id }) => id === activeLane) ?? document.lanes[0];
    if (lane === undefined) return;
    await this.#compiled(lane.id);
    const program = this.#programOf(lane.id);
    if (program === null) return;
    const candidate = await (await this.#find()).tensors(program, lane.arguments, document.experiment);
    const { experiment } = this.#store.getState().document;
    if (candidate === null || experiment.dataset !== TENSORS) return;
    setExperiment(this.#store, { tensors: candidate.tensors });
    setLane(this.#store, lane.id, { arguments: candidate.arguments });
  }

  /** Takes up what a loss was found to fit. */
  fit(lane: string, { experiment, arguments: given }: Fit): void {
    setDataset(this.#store, experiment);
    setLane(this.#store, lane, { arguments: given });
  }

  /** Resolves when a lane's text as it stands has been compiled: who types and chooses tensors at once means what was typed. */
  #compiled(lane: string): Promise<void> {
    const isDone = (): boolean => {
      const state = this.#store.getState();
      const held = laneOf(state, lane);
      return held === undefined || state.results[lane]?.source === held.source;
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

  /** What was compiled of the text that stands in a lane. */
  #programOf(lane: string): Program | null {
    const state = this.#store.getState();
    const result = state.results[lane];
    return result?.source === laneOf(state, lane)?.source ? (result?.compilation?.program ?? null) : null;
  }

  /** Where a loss fails with what it is given, other data are tried as soon as nobody types. */
  #onResults(now: State, before: State): void {
    const failed = now.document.lanes.filter(({ id }) => {
      const [result, was] = [now.results[id], before.results[id]];
      const isNew = result !== was && result?.phase === "ready" && misfits(result.report);
      return isNew && now.found[id]?.source !== result?.source;
    });
    if (failed.length === 0 || now.isWaiting) return;
    clearTimeout(this.#finding);
    this.#finding = setTimeout(() => void this.#findFits(failed.map(({ id }) => id)), FINDING_AFTER);
  }

  async #findFits(lanes: readonly string[]): Promise<void> {
    for (const id of lanes) {
      const { document, results } = this.#store.getState();
      const lane = document.lanes.find((each) => each.id === id);
      const program = this.#programOf(id);
      if (lane === undefined || program === null || !misfits(results[id]?.report ?? null)) continue;
      const fits = await (await this.#find()).find(program, lane.arguments, document.experiment, document.data);
      if (fits === null) return;
      this.#store.setState(({ found }) => ({ found: { ...found, [id]: { source: lane.source, fits } } }));
    }
  }

  /** At once, where it need not be fetched. */
  knownDataset(): Dataset | null {
    const { experiment, data } = this.#store.getState().document;
    return this.#datasets.known(experiment, data);
  }

  #allowed(): void {
    for (const { live } of this.#lanes.values()) live.dispatch({ type: "allowed" });
  }

  #onExperiment(): void {
    for (const { live } of this.#lanes.values()) void this.#setUp(live);
  }

  async #setUp(live: LiveLane): Promise<void> {
    const { experiment } = this.#store.getState().document;
    const dataset = await this.dataset();
    if (dataset === null || experiment !== this.#store.getState().document.experiment || live.isGone) return;
    live.setUp({ experiment, dataset });
  }

  #onLanes(now: readonly Lane[], before: readonly Lane[]): void {
    for (const lane of now) {
      const was = before.find(({ id }) => id === lane.id);
      const isAlike =
        was === undefined || (sameHandling(was.handling, lane.handling) && was.arguments === lane.arguments);
      if (!isAlike) this.#lanes.get(lane.id)?.live.dispatch({ type: "handling" });
    }
    for (const { id } of now) if (before.every((lane) => lane.id !== id)) void this.#beginLane(id);
    for (const id of [...this.#lanes.keys()]) if (now.every((lane) => lane.id !== id)) this.#remove(id);
  }

  #remove(id: string): void {
    const runtime = this.#lanes.get(id);
    if (runtime === undefined) return;
    this.#lanes.delete(id);
    runtime.live.dispatch({ type: "removed" });
    this.trainer.remove(id);
  }

  /** A lane's runtime, made when it is first asked for. */
  #lane(id: string): LaneRuntime {
    const known = this.#lanes.get(id);
    if (known !== undefined) return known;
    const live = new LiveLane(id, this.#store, {
      onRunning: (isRunning) => {
        this.#evaluations += isRunning ? 1 : -1;
        this.#onRunning(this.#evaluations > 0);
      },
      onSwap: (from, to, program) => this.trainer.swap(id, from, to, program),
    });
    const held = laneOf(this.#store.getState(), id);
    const first = { source: held?.source ?? "", language: held?.language ?? "typescript" };
    const runtime: LaneRuntime = { live, origin: null, first, steps: [] };
    this.#lanes.set(id, runtime);
    void this.#setUp(live);
    return runtime;
  }
}
