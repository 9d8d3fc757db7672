/** @file The moments of runs that are kept for a replay, within a budget. Any other is computed again: a run is the same to the last bit. */
import { numbersIn } from "../../../engine/train/picture.ts";
import type { Frame } from "../../store/replay.ts";

/** Together, of all lanes. */
const BUDGET = 24e6;
/** Moments that a whole run is played in: some seconds of them. */
const MOST_KEYS = 100;

/** Evenly spaced, with both ends: what a run is played in, and what is at hand while the slider is dragged. */
export function keySteps(last: number): number[] {
  const count = Math.min(MOST_KEYS, last);
  if (count === 0) return [0];
  return Array.from({ length: count + 1 }, (_, i) => Math.round((i * last) / count));
}

export class Frames {
  readonly #byLane = new Map<string, Map<number, Frame>>();
  readonly #budget: number;
  #bytes = 0;

  constructor(budget = BUDGET) {
    this.#budget = budget;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(lane: string, step: number): Frame | undefined {
    return this.#byLane.get(lane)?.get(step);
  }

  /** What was kept longest of that lane goes first. */
  put(lane: string, frame: Frame): void {
    const frames = this.#byLane.get(lane) ?? new Map<number, Frame>();
    this.#byLane.set(lane, frames);
    this.#drop(frames, frame.step);
    frames.set(frame.step, frame);
    this.#bytes += bytesOf(frame);
    for (const step of frames.keys()) {
      if (this.#bytes <= this.#budget || step === frame.step) break;
      this.#drop(frames, step);
    }
  }

  forget(lane: string): void {
    const frames = this.#byLane.get(lane);
    if (frames === undefined) return;
    for (const step of frames.keys()) this.#drop(frames, step);
    this.#byLane.delete(lane);
  }

  /** The step nearest to the one asked for that every lane has; a lane that ended earlier needs its end alone. Null where there is none. */
  nearest(ends: ReadonlyMap<string, number>, step: number): number | null {
    const has = (at: number): boolean =>
      [...ends].every(([lane, end]) => this.get(lane, Math.min(at, end)) !== undefined);
    if (has(step)) return step;
    let best: number | null = null;
    for (const frames of this.#byLane.values()) {
      for (const at of frames.keys()) {
        if ((best === null || Math.abs(at - step) < Math.abs(best - step)) && has(at)) best = at;
      }
    }
    return best;
  }

  #drop(frames: Map<number, Frame>, step: number): void {
    const frame = frames.get(step);
    if (frame === undefined) return;
    frames.delete(step);
    this.#bytes -= bytesOf(frame);
  }
}

/** Eight for a number: what else there is of a frame is little. */
function bytesOf({ picture, gradients }: Frame): number {
  const drawn = numbersIn(picture).reduce((sum, { length }) => sum + length, 0);
  if (gradients === null) return 8 * drawn;
  const { cosines, samples, weights, predicted, measured, parameter, components } = gradients;
  const lists = [cosines.values, samples, weights, predicted, measured, parameter?.bins, parameter?.edges];
  return 8 * (drawn + components + lists.reduce((sum, list) => sum + (list?.length ?? 0), 0));
}
