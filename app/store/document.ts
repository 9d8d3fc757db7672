/** @file The document as it is saved and shared: what stands in the store, how it is looked at, and what its runs came to. */
import { isLaneId, isRunHash, type LossDocument } from "../document/document.ts";
import { sameHandling } from "../document/handling.ts";
import { changesOf } from "./stale.ts";
import { laneOf, type State } from "./store.ts";

export function documentOf(state: State): LossDocument {
  const { document, scale, axis, smoothing, metric, split } = state;
  const runs = document.lanes.flatMap(({ id }) => {
    const hash = wholeRun(state, id) ?? (isAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined);
    return hash === undefined ? [] : [[id, hash] as const];
  });
  return { ...document, view: { scale, axis, smoothing, metric, split }, runs: Object.fromEntries(runs) };
}

/** The hash of a lane's run, if it ran to its end and is one of what stands there now. */
export function wholeRun(state: State, id: string): string | null {
  const { document, training } = state;
  const lane = laneOf(state, id);
  const run = training[id];
  if (lane === undefined || run === undefined || run.progress === null || run.isSwapped) return null;
  const isCurrent = changesOf(state, id).length === 0;
  return isCurrent && run.progress.status === "done" && run.progress.step === document.experiment.steps
    ? runHash(run.progress.fingerprint)
    : null;
}

/** What a stranger's code may have sent in its place is none. */
const runHash = (text: string): string | null => (isRunHash(text) ? text : null);

/** Whether a run came out as the author's did: null where there is nothing to compare. */
export function isReproduced(state: State, id: string): boolean | null {
  const authors = isAsOpened(state, id) && isLaneId(id) ? state.opened.runs[id] : undefined;
  const hash = wholeRun(state, id);
  return authors === undefined || hash === null ? null : authors === hash;
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
    document.data === opened.data &&
    isSame(document.experiment, opened.experiment)
  );
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
