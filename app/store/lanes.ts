/** @file Lanes come and go: the document, and with it all that was known of a lane. */

import type { Lane, LossDocument } from "../document/document.ts";
import {
  withLaneAdded,
  withLaneDuplicated,
  withLaneMoved,
  withLaneRemoved,
  withLaneRestored,
} from "../document/lanes.ts";
import type { Store } from "./store.ts";

/** A lane that was not there before is the one to look at. */
function take(store: Store, document: LossDocument): void {
  const before = store.getState().document.lanes;
  const fresh = document.lanes.find(({ id }) => before.every((lane) => lane.id !== id));
  store.setState(fresh === undefined ? { document } : { document, activeLane: fresh.id });
}

export function addLane(store: Store): void {
  take(store, withLaneAdded(store.getState().document));
}

export function duplicateLane(store: Store, id: string): void {
  take(store, withLaneDuplicated(store.getState().document, id));
}

/** A lane as it was, behind the others; under a letter that is free. */
export function addLaneOf(store: Store, lane: Lane): void {
  const { document } = store.getState();
  take(store, withLaneRestored(document, { lane, index: document.lanes.length }));
}

export function moveLane(store: Store, id: string, by: -1 | 1): void {
  take(store, withLaneMoved(store.getState().document, id, by));
}

export function removeLane(store: Store, id: string): void {
  const { document, results, checkups, training, cursors, removed, activeLane, compared, marked } = store.getState();
  const index = document.lanes.findIndex((lane) => lane.id === id);
  const lane = document.lanes[index];
  const next = withLaneRemoved(document, id);
  if (lane === undefined || next === document) return;
  const neighbour = next.lanes[Math.min(index, next.lanes.length - 1)]?.id ?? activeLane;
  store.setState({
    document: next,
    results: without(results, id),
    checkups: without(checkups, id),
    training: without(training, id),
    cursors: without(cursors, id),
    removed: [{ lane, index }, ...removed],
    activeLane: activeLane === id ? neighbour : activeLane,
    compared: compared?.includes(id) === true ? null : compared,
    marked: marked?.lane === id ? null : marked,
  });
}

/** Brings the lane back that was removed last. */
export function restoreLane(store: Store): void {
  const { document, removed } = store.getState();
  const [last, ...earlier] = removed;
  if (last === undefined) return;
  take(store, withLaneRestored(document, last));
  store.setState({ removed: earlier });
}

function without<T>(record: Readonly<Record<string, T>>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}
