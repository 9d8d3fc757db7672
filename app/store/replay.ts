/** @file A run that is looked at again: which step its charts show, and what is shown of it. */
import type { Progress } from "../../engine/train/progress.ts";
import type { State } from "./store.ts";

/** What a run was at one step: all that charts, table and inspector show of a moment. Curves show the whole run anyway. */
export interface Frame extends Pick<Progress, "step" | "picture" | "metrics" | "gradients"> {
  readonly ownLoss: { readonly training: number | undefined; readonly validation: number | undefined };
}

export type ReplaySpeed = "slow" | "normal";

/** `swapped`: numbers were turned while it ran, so that no text gives that run. `differs`: run again, it came out otherwise. `stopped`: run again, it was ended. */
export type StillReason = "swapped" | "differs" | "stopped";

export interface Replay {
  /** What is asked for. */
  readonly step: number;
  /** What is shown, of all lanes alike: the nearest step that is known, until the one asked for has been computed. */
  readonly shown: number;
  readonly isPlaying: boolean;
  /** Lanes that do not move, and why: they show their end. */
  readonly still: Readonly<Record<string, StillReason>>;
  /** By lane. A run that ended earlier shows its end. */
  readonly frames: Readonly<Record<string, Frame>>;
}

/** The furthest that a run has come: where a replay ends. */
export function lastStep({ training }: Pick<State, "training">): number {
  return Math.max(0, ...Object.values(training).map(({ progress }) => progress?.step ?? 0));
}

export function frameOf({ step, picture, metrics, gradients, trainingMeans, validationLoss }: Progress): Frame {
  const ownLoss = { training: trainingMeans.values.at(-1), validation: validationLoss.values.at(-1) };
  return { step, picture, metrics, gradients, ownLoss };
}
