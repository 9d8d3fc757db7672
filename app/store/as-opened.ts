/** @file Whether what decides a lane's run is still what the document was opened with. */
import { sameHandling } from "../document/handling.ts";
import { laneOf, type State } from "./store.ts";

/** Nothing that decides a lane's run was changed since the document was opened. */
export function isLaneAsOpened(state: State, id: string): boolean {
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
