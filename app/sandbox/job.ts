/** @file What runs in a realm: one evaluation, one look at all checks or along one sample, a training run, or several runs of a study. */
import type { CheckedOf } from "../../engine/checks/kinds.ts";
import type { SampleFacts } from "../../engine/checks/sample/facts.ts";
import type { Noted, Surveyed } from "../../engine/study/landscape/facts.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { Reply, Request, Setup } from "../../engine/worker/protocol.ts";
import type { Misfit } from "../../engine/worker/validate.ts";

/** Why a program was ended; a Misfit where its realm said what cannot be understood. */
export type StopReason =
  | "overrun"
  | "user"
  | "flood"
  | "rejections"
  | "crashed"
  | "unsafe"
  | "tampered"
  | "unresponsive"
  | Misfit;

export type Ended = { readonly kind: "stopped"; readonly reason: StopReason } | { readonly kind: "superseded" };

export type Evaluated = { readonly kind: "report"; readonly report: Report } | Ended;

/** What is known about a loss. */
export type Known = { readonly kind: "checked"; readonly checks: readonly CheckedOf[] } | Ended;

/** How the loss of one sample goes. */
export type Profiled = { readonly kind: "profiled"; readonly sample: SampleFacts } | Ended;

/** A run looked at beside itself, with the numbers that came on the way. */
export type SurveyEnd = { readonly kind: "surveyed"; readonly found: Surveyed; readonly numbers: Float32Array } | Ended;

/**
 * `held`: it waits until those that may have brought the process down have been tried. `sent`: the realm has the program and has not said that it
 * runs it. `begun`: what is silent now is the program. `resting`: a run that stands at some step, and what has been answered.
 */
export type Stage = "held" | "sent" | "begun" | "resting";

export interface Started {
  readonly id: number;
  readonly setup: Setup;
  stage: Stage;
  /** When its program was last begun, in milliseconds. */
  begunAt: number;
  /** How often its realm did not begin. */
  refusals: number;
  /** How often the process died while it was under way. */
  crashes: number;
  /** It runs alone, to see whether it is what brings the process down. */
  isOnTrial: boolean;
}

/** A program is run for one answer: an evaluation, all checks, a profile, or a survey. */
export interface Evaluation extends Started {
  readonly kind: "evaluation";
  readonly request: Extract<Request, { type: "evaluate" | "check" | "profile" | "survey" }>;
  /** Told the reply that it was asked for. */
  readonly answer: (reply: Reply) => void;
  readonly end: (ended: Ended) => void;
  readonly onBegun: (() => void) | null;
  /** Told how far it is, and numbers that belong to the answer; false where that is more than there can be. */
  readonly onNoted: ((noted: Noted) => boolean) | null;
}

export interface RunHandlers {
  readonly onProgress: (progress: Progress) => void;
  readonly onStopped: (reason: StopReason) => void;
  /** It began again from its seed with a loss that it did not begin with: the curve so far is of another. */
  readonly onBegunAnew: () => void;
}

export interface TrainingRun extends Started, RunHandlers {
  readonly kind: "run";
  request: Extract<Request, { type: "train" }>;
  /** Runs at the same time, this one counted. */
  readonly runs: number;
  /** The furthest step that was passed on: a run that begins again is the same to the last bit, so steps before it are no news. */
  shown: number;
  isSwapped: boolean;
}

export interface StudyHandlers {
  /** Each run of the study once, in their order. */
  readonly onTrained: (run: number, progress: Progress) => void;
  /** All have been told. */
  readonly onDone: () => void;
  /** It was ended at the first run that has not been told. */
  readonly onStopped: (reason: StopReason) => void;
}

/** Runs of one program, one after the other; its request says from which on they have not been told. */
export interface StudyRuns extends Started, StudyHandlers {
  readonly kind: "study";
  request: Extract<Request, { type: "trainEach" }>;
  /** Runs at the same time, this one counted. */
  readonly runs: number;
}

export type Job = Evaluation | TrainingRun | StudyRuns;

export function isUnderWay(job: Job | null): job is Job {
  return job !== null && job.stage !== "resting";
}
