/** @file The document as it is saved and shared: what stands in the store, how it is looked at, and what its runs came to. */
import { isLaneId, type LossDocument } from "../document/document.ts";
import { type Reproduction, reproduction, runMarkOf } from "../document/run-mark.ts";
import type { DocumentView } from "../document/view.ts";
import { isLaneAsOpened } from "./as-opened.ts";
import { changesOf } from "./run-changes.ts";
import { laneOf, type State } from "./store.ts";
import { studyOf } from "./study-marks.ts";

export function documentOf(state: State): LossDocument {
  const { document } = state;
  const runs = document.lanes.flatMap(({ id }) => {
    const mark = wholeRun(state, id) ?? (isLaneAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined);
    return mark === undefined ? [] : [[id, mark] as const];
  });
  return {
    ...document,
    view: viewOf(state),
    runs: Object.fromEntries(runs),
    study: studyOf(state),
  };
}

/** How the document is looked at now. */
export function viewOf(state: State): DocumentView {
  const { scale, axis, smoothing, metric, split, lanesShare, editorShare, input, tab } = state;
  return { scale, axis, smoothing, metric, split, lanesShare, editorShare, input, tab };
}

export function isViewedAlike(now: State, before: State): boolean {
  const was = new Map(Object.entries(viewOf(before)));
  return Object.entries(viewOf(now)).every(([field, value]) => was.get(field) === value);
}

/** The mark of a lane's run, if it ran to its end and is one of what stands there now. What a stranger's code may have sent in its place is none. */
export function wholeRun(state: State, id: string): string | null {
  const { document, training } = state;
  const lane = laneOf(state, id);
  const run = training[id];
  if (lane === undefined || run === undefined || run.progress === null || run.isSwapped) return null;
  const isCurrent = changesOf(state, id).length === 0;
  return isCurrent && run.progress.status === "done" && run.progress.step === document.experiment.steps
    ? runMarkOf(run.progress.fingerprint)
    : null;
}

/** How a run came out beside the author's: null where there is nothing to compare. */
export function reproductionOf(state: State, id: string): Reproduction | null {
  const authors = isLaneAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined;
  const mark = wholeRun(state, id);
  return authors === undefined || mark === null ? null : reproduction(authors, mark);
}
