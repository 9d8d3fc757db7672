/** @file Why a lane has no profile, in words. */
import type { State } from "../../store/store.ts";
import { noResult } from "../../store/store.ts";
import type { Answer } from "./Profiler.ts";

const reasons = {
  graph: "takes the model or its input, so its gradient goes on into the model: there is no one prediction to move",
  silent: "lets no gradient reach the predictions of its batch, so there is no pull to draw. Its verdict says why",
  shape: "is given a tensor without rows: there is no one sample to move",
  time: "takes too long to be asked at some hundred places",
  ended: "did not answer when it was asked away from its batch, and was stopped",
} as const;

const isBroken = (state: State, lane: string): boolean => {
  const { report, phase } = state.results[lane] ?? noResult;
  return phase === "stopped" || (report !== null && (report.failure !== null || report.outcome?.kind !== "tensor"));
};

export const isDrawn = (state: State, lane: string, answer: Answer | undefined): boolean =>
  answer !== undefined &&
  !isBroken(state, lane) &&
  (answer.sampled.kind === "curve" || answer.sampled.kind === "contour");

/** null where there is one, or will be. */
export function lackOf(state: State, lane: string, answer: Answer | undefined): string | null {
  if (state.isWaiting) return `Lane ${lane} has not run yet: press Run, and it is tried here.`;
  const { compilation, phase } = state.results[lane] ?? noResult;
  if (phase === "paused") return `Lane ${lane} has not run yet: press Run, and it is tried here.`;
  if (compilation !== null && compilation.program === null)
    return `Lane ${lane} cannot be run as it stands, so there is no profile of it. Its verdict says why.`;
  if (isBroken(state, lane))
    return `Lane ${lane} fails on its first batch, so there is no profile of it. Its verdict says why.`;
  if (answer === undefined) return null;
  const { sampled } = answer;
  if (sampled.kind === "none") return `Lane ${lane} ${reasons[sampled.reason]}.`;
  return sampled.kind === "ended" ? `Lane ${lane} ${reasons.ended}.` : null;
}
