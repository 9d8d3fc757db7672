/** @file A lane that lives in the page: what happens to it goes into life.ts, what that says is done here. */
import { unreachable } from "../../engine/exactly.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Program, Range } from "../../engine/language/program.ts";
import type { LostStep } from "../../engine/train/progress.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import type { Setup } from "../../engine/worker/protocol.ts";
import { compile } from "../editor/compiling/compiling.ts";
import type { LossModel } from "../editor/LossModel.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { laneOf, type Store, setLane, setResult } from "../store/store.ts";
import { annotationsOf } from "../verdict/annotations-of.ts";
import { born, type Effect, type Event, type LaneText, type Life, paused, step } from "./life.ts";
import { withArguments } from "./with-arguments.ts";

/** An evaluation that takes longer is noticed. */
const SLOW = 300;
/** Without a keystroke, in milliseconds, before a loss that went well is tried further. */
const IDLE = 400;

export interface LiveLaneHandlers {
  /** Told before a loss runs and after. */
  onRunning(isRunning: boolean): void;
  /** The text became another by turning a number in it, and was judged. */
  onSwap(from: string, to: string, program: Program): void;
}

export class LiveLane {
  readonly #id: string;
  readonly #store: Store;
  readonly #handlers: LiveLaneHandlers;
  readonly #sandbox = new Sandbox();
  readonly #events: Event[] = [];
  #isBusy = false;
  #life: Life;
  #model: LossModel | null = null;
  #trying: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string, store: Store, handlers: LiveLaneHandlers) {
    this.#id = id;
    this.#store = store;
    this.#handlers = handlers;
    this.#life = born(store.getState().isWaiting);
    this.#sandbox.prepare(null);
  }

  get model(): LossModel | null {
    return this.#model;
  }

  get isGone(): boolean {
    return this.#life.isGone;
  }

  /** The document's text is judged: that waits for no editor. */
  begin(): void {
    if (this.#store.getState().results[this.#id]?.phase === "paused") this.#life = paused(this.#life);
    this.#tell(false);
  }

  /** The editor has loaded: from now on its text decides. It may have made one kind of line ends of several. */
  attach(model: LossModel): void {
    this.#model = model;
    const judged = this.#store.getState().results[this.#id];
    if (judged?.source === model.source && judged.language === model.language) this.#annotate();
    else this.#tell(false);
  }

  /** The text has changed, or the language it is read in. */
  edited(): void {
    this.#tell(true);
  }

  #tell(isEdit: boolean): void {
    const text = this.#text;
    if (text !== null) this.dispatch({ type: "text", text, isEdit });
  }

  /** The editor's, or the document's while there is none. Null for a lane that is gone. */
  get #text(): LaneText | null {
    const holder = this.#model ?? laneOf(this.#store.getState(), this.#id);
    return holder === undefined ? null : { source: holder.source, language: holder.language };
  }

  setUp(setup: Setup): void {
    this.#sandbox.prepare(setup);
    this.dispatch({ type: "setup", setup });
  }

  /** What an effect brings about at once waits until all effects are done. */
  dispatch(event: Event): void {
    this.#events.push(event);
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#events.shift(); next !== undefined; next = this.#events.shift()) {
        const [life, effects] = step(this.#life, next);
        this.#life = life;
        for (const effect of effects) this.#do(effect);
      }
    } finally {
      this.#isBusy = false;
    }
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case "compile":
        return void this.#compile();
      case "evaluate":
        return void this.#evaluate(effect.setup, effect.program);
      case "giveUp":
        return this.#sandbox.giveUp();
      case "stop":
        return this.#sandbox.stop();
      case "phase":
        return setResult(this.#store, this.#id, { phase: effect.phase, stopped: null });
      case "show":
        return setResult(this.#store, this.#id, { ...effect.shown, ofStep: null });
      case "annotate":
        return this.#annotate();
      case "edit":
        return this.#edit(effect.range, effect.text);
      case "swap":
        return this.#handlers.onSwap(effect.from, effect.to, effect.program);
      case "dispose":
        this.#sandbox.dispose();
        return this.#model?.dispose();
      default:
        return unreachable(effect);
    }
  }

  async #compile(): Promise<void> {
    const text = this.#text;
    if (text !== null) this.dispatch({ type: "compiled", compilation: await compile(text) });
  }

  #edit({ start, end }: Range, text: string): void {
    if (this.#model !== null) return this.#model.edit({ start, end }, text);
    const source = this.#text?.source ?? "";
    setLane(this.#store, this.#id, { source: source.slice(0, start) + text + source.slice(end) });
    this.edited();
  }

  async #evaluate(setup: Setup, program: Program): Promise<void> {
    clearTimeout(this.#trying);
    let slow: ReturnType<typeof setTimeout> | undefined;
    const onBegun = (): void => {
      clearTimeout(slow);
      slow = setTimeout(() => this.dispatch({ type: "slow" }), SLOW);
    };
    this.#handlers.onRunning(true);
    const lane = laneOf(this.#store.getState(), this.#id);
    const given = withArguments(program, lane?.arguments ?? {});
    const evaluated = await this.#sandbox.evaluate(setup, given, lane?.handling ?? defaultHandling, onBegun);
    this.#handlers.onRunning(false);
    clearTimeout(slow);
    this.dispatch({ type: "evaluated", evaluated });
    if (evaluated.kind === "report" && wentWell(evaluated.report))
      this.#trying = setTimeout(() => void this.#tryFurther(setup, given, evaluated.report), IDLE);
  }

  /** What only a run would show. The verdict stands meanwhile, and a keystroke ends it; so it does where it is not answered. */
  async #tryFurther(setup: Setup, program: Program, report: Report): Promise<void> {
    const isStill = () => !this.#life.isGone && this.#store.getState().results[this.#id]?.report === report;
    if (!isStill() || this.#life.work.kind !== "rest") return;
    const lane = laneOf(this.#store.getState(), this.#id);
    this.#handlers.onRunning(true);
    const tried = await this.#sandbox.evaluate(setup, program, lane?.handling ?? defaultHandling, undefined, [], true);
    this.#handlers.onRunning(false);
    if (tried.kind !== "report" || !isStill()) return;
    setResult(this.#store, this.#id, { report: tried.report });
    this.#annotate();
  }

  /** Shows the loss as it was called at the step at which its run was lost. */
  showLost({ step, report }: LostStep): void {
    clearTimeout(this.#trying);
    setResult(this.#store, this.#id, { phase: "ready", report, stopped: null, ofStep: step });
    this.#annotate();
  }

  #annotate(): void {
    const state = this.#store.getState();
    const result = state.results[this.#id];
    if (result !== undefined) this.#model?.annotate(annotationsOf(result, laneOf(state, this.#id)?.handling));
  }
}

/** A scalar with a finite gradient: whatever is tried further begins there. */
const wentWell = ({ failure, outcome, gradient }: Report): boolean =>
  failure === null && outcome?.kind === "tensor" && gradient?.finite === true;
