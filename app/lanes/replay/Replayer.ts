/**
 * @file Plays runs again, all lanes on the same step. Nothing is recorded while a run is under way, so none is slowed: when somebody looks back, it
 * is run again beside itself, from its seed, and is the same to the last bit.
 */
import type { Progress } from "../../../engine/train/progress.ts";
import { frameOf, lastStep, type ReplaySpeed, type StillReason } from "../../store/replay.ts";
import { isTraining, type State, type Store } from "../../store/store.ts";
import { Frames, keySteps } from "./frames.ts";
import { Rerun, type RunSource } from "./Rerun.ts";

/** Milliseconds that a moment of the run is shown, and a single step in slow motion. */
const MOMENT = 80;
const SLOW_STEP = 250;
/** Who wants less motion gets a few pictures, one after the other. */
const STILL = { moment: 1000, every: 10 } as const;
/** A slider that is dragged backwards asks for many steps: only the one where it rests is worth beginning anew for. */
const REST = 150;

const wantsStillness = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Replayer {
  readonly #store: Store;
  readonly #sourceOf: (lane: string) => RunSource | null;
  readonly #frames = new Frames();
  readonly #reruns = new Map<string, Rerun>();
  readonly #still = new Map<string, StillReason>();
  /** Played on without a halt, moments are computed ahead; otherwise it stays where it is asked to be, so that the next step is near. */
  #isAhead = false;
  readonly #unsubscribe: () => void;
  #movedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #player: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, sourceOf: (lane: string) => RunSource | null) {
    this.#store = store;
    this.#sourceOf = sourceOf;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.training !== before.training) this.#onTraining(now, before);
    });
  }

  /** Shows all runs as they were at a step; at the end, or beyond it, as they are. */
  seek(step: number): void {
    this.pause();
    this.#moveTo(step);
  }

  /** So many steps on from what is shown, or back. */
  step(by: number): void {
    const state = this.#store.getState();
    this.seek((state.replay?.step ?? lastStep(state)) + by);
  }

  /** From where it stands; from the beginning, where that is the end. */
  play(speed: ReplaySpeed): void {
    clearTimeout(this.#player);
    this.#isAhead = speed === "normal";
    if (this.#store.getState().replay === null) this.#moveTo(0);
    this.#setPlaying(true);
    this.#tick(speed);
  }

  pause(): void {
    clearTimeout(this.#player);
    this.#isAhead = false;
    this.#setPlaying(false);
  }

  /** As runs are, and nothing is computed for it any more. */
  close(): void {
    this.pause();
    if (this.#store.getState().replay !== null) this.#store.setState({ replay: null });
    for (const lane of [...this.#reruns.keys()]) this.#end(lane);
  }

  dispose(): void {
    this.#unsubscribe();
    this.close();
    clearTimeout(this.#timer);
  }

  /** A run that goes on, or begins again, has the machine for itself; what is kept of one that is another now is forgotten. */
  #onTraining(now: State, before: State): void {
    const lanes = new Set([...Object.keys(now.training), ...Object.keys(before.training)]);
    let isChanged = false;
    for (const lane of lanes) {
      const [run, was] = [now.training[lane], before.training[lane]];
      if (run === was) continue;
      isChanged = true;
      this.#still.delete(lane);
      if (run === undefined || run.progress === null || run.isSwapped) this.#frames.forget(lane);
    }
    if (isChanged) this.close();
  }

  #moveTo(step: number): void {
    const state = this.#store.getState();
    const last = lastStep(state);
    const to = Math.max(0, Math.round(step));
    if (isTraining(state) || last === 0) return;
    if (to >= last) return this.#rest();
    this.#movedAt = performance.now();
    this.#store.setState({
      replay: { shown: last, frames: {}, still: {}, isPlaying: false, ...state.replay, step: to },
    });
    this.#show();
    this.#pump();
  }

  /** The end was reached: what is shown are the runs themselves. Moments stay known for another look. */
  #rest(): void {
    clearTimeout(this.#player);
    this.#store.setState({ replay: null });
  }

  #tick(speed: ReplaySpeed): void {
    const isStill = wantsStillness();
    const pause = isStill ? STILL.moment : speed === "slow" ? SLOW_STEP : MOMENT;
    this.#player = setTimeout(() => {
      const { replay } = this.#store.getState();
      if (replay === null || !replay.isPlaying) return;
      // It waits for what is still being computed.
      if (replay.shown === replay.step) this.#moveTo(this.#next(replay.step, speed, isStill));
      if (this.#store.getState().replay !== null) this.#tick(speed);
    }, pause);
  }

  #next(step: number, speed: ReplaySpeed, isStill: boolean): number {
    if (speed === "slow") return step + 1;
    const keys = keySteps(lastStep(this.#store.getState()));
    const at = keys.findIndex((key) => key > step);
    return keys[Math.min(keys.length - 1, at + (isStill ? STILL.every - 1 : 0))] ?? step + 1;
  }

  #setPlaying(isPlaying: boolean): void {
    const { replay } = this.#store.getState();
    if (replay !== null && replay.isPlaying !== isPlaying) this.#store.setState({ replay: { ...replay, isPlaying } });
  }

  /** Where each lane's run ended, of those that can be looked at again. */
  #ends(): Map<string, number> {
    const runs = Object.values(this.#store.getState().training);
    return new Map(
      runs.flatMap(({ lane, progress }): [string, number][] => {
        if (progress === null || progress.step === 0 || this.#still.has(lane)) return [];
        // The end is known already.
        if (this.#frames.get(lane, progress.step) === undefined) this.#frames.put(lane, frameOf(progress));
        return [[lane, progress.step]];
      }),
    );
  }

  #show(): void {
    const { replay } = this.#store.getState();
    if (replay === null) return;
    const ends = this.#ends();
    const shown = this.#frames.nearest(ends, replay.step) ?? replay.shown;
    const frames = Object.fromEntries(
      [...ends].flatMap(([lane, end]) => {
        const frame = this.#frames.get(lane, Math.min(shown, end));
        return frame === undefined ? [] : [[lane, frame] as const];
      }),
    );
    this.#store.setState({ replay: { ...replay, shown, frames, still: Object.fromEntries(this.#still) } });
  }

  #pump(): void {
    clearTimeout(this.#timer);
    const { replay } = this.#store.getState();
    if (replay === null) return;
    const ends = this.#ends();
    for (const [lane, end] of ends) this.#advance(lane, end, Math.min(end, replay.step), ends.size);
  }

  /** What is asked for comes first, with the moments on the way there; then the rest of the run, so that it can be played without a halt. */
  #advance(lane: string, end: number, want: number, runs: number): void {
    const rerun = this.#rerunOf(lane);
    if (rerun === null || rerun.isBusy) return;
    const isKnown = (step: number): boolean => this.#frames.get(lane, step) !== undefined;
    const at = rerun.at ?? -1;
    const isBehind = !isKnown(want) && want < at;
    if (isBehind && performance.now() - this.#movedAt < REST) {
      this.#timer = setTimeout(() => this.#pump(), REST);
      return;
    }
    if (isKnown(want) && !this.#isAhead) return;
    const from = isBehind ? -1 : at;
    const until = isKnown(want) ? end : want;
    const key = keySteps(end).find((step) => step > from && step <= until && !isKnown(step));
    const next = key ?? (isKnown(want) ? null : want);
    if (next !== null) rerun.goTo(next, runs);
    // The last stretch says whether it is that run at all.
    else if (rerun.at !== null) rerun.goTo(end, runs);
  }

  #rerunOf(lane: string): Rerun | null {
    const known = this.#reruns.get(lane);
    if (known !== undefined) return known;
    const source = this.#sourceOf(lane);
    if (source === null) {
      this.#still.set(lane, "swapped");
      this.#show();
      return null;
    }
    const rerun = new Rerun(source, {
      onThere: (progress) => this.#onThere(lane, progress),
      onStopped: () => this.#giveUp(lane, "stopped"),
    });
    this.#reruns.set(lane, rerun);
    return rerun;
  }

  #onThere(lane: string, progress: Progress): void {
    const end = this.#store.getState().training[lane]?.progress;
    if (progress.status === "failed") return this.#giveUp(lane, "differs");
    if (progress.step === end?.step && progress.fingerprint !== end.fingerprint) return this.#giveUp(lane, "differs");
    this.#frames.put(lane, frameOf(progress));
    this.#show();
    this.#pump();
  }

  #giveUp(lane: string, reason: StillReason): void {
    this.#still.set(lane, reason);
    this.#frames.forget(lane);
    this.#end(lane);
    this.#show();
    this.#pump();
  }

  #end(lane: string): void {
    this.#reruns.get(lane)?.dispose();
    this.#reruns.delete(lane);
  }
}
