/** @file What Train does with each lane's run: never nothing. Pure. */
import { changesOf } from "../store/run-changes.ts";
import { isTraining, type State } from "../store/store.ts";

/** `leave`: it runs already, and of what stands there. `goOn`: it was paused. `begin`: from step 0. */
export type TrainAction = "leave" | "goOn" | "begin";

/** `canGoOn`: the lane's sandbox still holds the run. */
export function trainAction(state: State, id: string, until: number, canGoOn: boolean): TrainAction {
  const run = state.training[id];
  if (run === undefined || changesOf(state, id).length > 0) return "begin";
  if (run.isRunning) return "leave";
  const { progress } = run;
  return canGoOn && progress !== null && progress.status !== "done" && progress.step < until ? "goOn" : "begin";
}

/** It took all its steps, and is of what stands there: nothing new would come of it. */
function isFinished(state: State, id: string): boolean {
  const run = state.training[id];
  return run?.progress?.status === "done" && !run.isSwapped && changesOf(state, id).length === 0;
}

/** Of all lanes that can train, those that Train is about: finished ones begin again only where there is nothing else to do. */
export function lanesToTrain(state: State, ids: readonly string[]): readonly string[] {
  const unfinished = ids.filter((id) => !isFinished(state, id));
  return unfinished.length > 0 || isTraining(state) ? unfinished : ids;
}
