/** @file One lane's run, run again beside it: stands at some step and goes on to any other; to an earlier one from its seed. */
import type { Program } from "../../../engine/language/program.ts";
import type { Progress } from "../../../engine/train/progress.ts";
import type { VectorHandling } from "../../../engine/vector/handling.ts";
import type { Setup } from "../../../engine/worker/protocol.ts";
import type { StopReason } from "../../sandbox/job.ts";
import { Sandbox } from "../../sandbox/Sandbox.ts";
import type { WholeSeries } from "../../sandbox/whole-series.ts";

/** All that a run is a function of. */
export interface RunSource {
  readonly setup: Setup;
  readonly program: Program;
  readonly handling: VectorHandling;
}

export interface RerunHandlers {
  /** It stands at the step it was sent to. */
  onThere(progress: Progress): void;
  onStopped(reason: StopReason): void;
}

export class Rerun {
  readonly #source: RunSource;
  readonly #handlers: RerunHandlers;
  readonly #sandbox = new Sandbox();
  #isBusy = false;
  /** Where it stands; null before it has begun, or when it cannot go on. */
  #at: number | null = null;

  constructor(source: RunSource, handlers: RerunHandlers) {
    this.#source = source;
    this.#handlers = handlers;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get at(): number | null {
    return this.#at;
  }

  goTo(step: number, runs: number): void {
    this.#isBusy = true;
    if (this.#at !== null && step > this.#at) return this.#sandbox.resume(step);
    this.#sandbox.train({
      ...this.#source,
      until: step,
      runs,
      onProgress: (progress) => this.#onProgress(progress),
      // Its program never becomes another.
      onBegunAnew: () => undefined,
      onStopped: (reason) => {
        this.#isBusy = false;
        this.#at = null;
        this.#handlers.onStopped(reason);
      },
    });
  }

  /** Every step as far as it has come. */
  series(): Promise<readonly WholeSeries[] | null> {
    return this.#sandbox.series();
  }

  dispose(): void {
    this.#sandbox.dispose();
  }

  #onProgress(progress: Progress): void {
    if (progress.status === "running") return;
    this.#isBusy = false;
    this.#at = progress.status === "paused" ? progress.step : null;
    this.#handlers.onThere(progress);
  }
}
