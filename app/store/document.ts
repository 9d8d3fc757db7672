/** @file The document as it is saved and shared: what stands in the store, how it is looked at, and what its runs came to. */
import { isLaneId, type LossDocument } from "../document/document.ts";
import { sameHandling } from "../document/handling.ts";
import { type Reproduction, reproduction, runMarkOf } from "../document/run-mark.ts";
import type { DocumentView } from "../document/view.ts";
import { changesOf } from "./run-changes.ts";
import { laneOf, type State } from "./store.ts";

export function documentOf(state: State): LossDocument {
  const { document } = state;
  const runs = document.lanes.flatMap(({ id }) => {
    const mark = wholeRun(state, id) ?? (isAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined);
    return mark === undefined ? [] : [[id, mark] as const];
  });
  return {
    ...document,
    view: viewOf(state),
    runs: Object.fromEntries(runs),
  };
}

/** How the document is looked at now. */
export function viewOf({ scale, axis, smoothing, metric, split, lanesShare, editorShare, input }: State): DocumentView {
  return { scale, axis, smoothing, metric, split, lanesShare, editorShare, input };
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
  const authors = isAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined;
  const mark = wholeRun(state, id);
  return authors === undefined || mark === null ? null : reproduction(authors, mark);
}

/** Nothing that decides a lane's run was changed since the document was opened. */
function isAsOpened(state: State, id: string): boolean {
  const { document, opened } = state;
  const lane = laneOf(state, id);
  const was = opened.lanes.find((each) => each.id === id);
  return (
    lane !== undefined &&
    was !== undefined &&
    lane.source === was.source &&
    lane.language === was.language &&
    sameHandling(lane.handling, was.handling) &&
    isSame(lane.arguments, was.arguments) &&
    lane.lr === was.lr &&
    document.data === opened.data &&
    isSame(document.experiment, opened.experiment)
  );
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
