/** @file Whether a lane's run is of another loss or another experiment than what stands above it. */
import { sameHandling } from "../document/handling.ts";
import { laneOf, type State } from "./store.ts";

/** Judged by the text last evaluated: while a number is turned, the run follows it. */
export function isStale(state: State, id: string): boolean {
  const { training, results, document } = state;
  const [lane, run, result] = [laneOf(state, id), training[id], results[id]];
  if (lane === undefined || run === undefined || run.progress === null || run.progress.step === 0) return false;
  return (
    (result !== undefined && result.source !== run.source) ||
    !sameHandling(run.handling, lane.handling) ||
    run.data !== document.data ||
    (run.experiment !== document.experiment && JSON.stringify(run.experiment) !== JSON.stringify(document.experiment))
  );
}
