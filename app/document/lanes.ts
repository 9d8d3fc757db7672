/** @file What can be done to the list of lanes: pure, a document in, a document out. */
import type { Experiment } from "../../engine/train/experiment.ts";
import { freshLane } from "./defaults.ts";
import { type Lane, type LaneId, type LossDocument, laneIds } from "./document.ts";
import { uniqueName } from "./lane-name.ts";

/** The first letter that no lane has; null where all are taken. */
export function freeId({ lanes }: LossDocument): LaneId | null {
  return laneIds.find((id) => lanes.every((lane) => lane.id !== id)) ?? null;
}

/** No lane comes under a name that another one has. */
const namedApart = ({ lanes }: LossDocument, lane: Lane): Lane => ({
  ...lane,
  name: uniqueName(
    lane.name,
    lanes.map(({ name }) => name),
  ),
});

export function withLaneAdded(document: LossDocument): LossDocument {
  const id = freeId(document);
  if (id === null) return document;
  const lane = freshLane(id, document.lanes.at(-1)?.language ?? "typescript");
  return { ...document, lanes: [...document.lanes, namedApart(document, lane)] };
}

/** The copy stands behind its original. */
export function withLaneDuplicated(document: LossDocument, of: string): LossDocument {
  const id = freeId(document);
  const at = document.lanes.findIndex((lane) => lane.id === of);
  const original = document.lanes[at];
  if (id === null || original === undefined) return document;
  return { ...document, lanes: document.lanes.toSpliced(at + 1, 0, namedApart(document, { ...original, id })) };
}

/** One place to the left (-1) or to the right (1). */
export function withLaneMoved(document: LossDocument, id: string, by: -1 | 1): LossDocument {
  const from = document.lanes.findIndex((lane) => lane.id === id);
  const lane = document.lanes[from];
  if (lane === undefined || document.lanes[from + by] === undefined) return document;
  return { ...document, lanes: document.lanes.toSpliced(from, 1).toSpliced(from + by, 0, lane) };
}

/** One lane always remains. */
export function withLaneRemoved(document: LossDocument, id: string): LossDocument {
  if (document.lanes.length < 2) return document;
  return { ...document, lanes: document.lanes.filter((lane) => lane.id !== id) };
}

export interface RemovedLane {
  readonly lane: Lane;
  /** Where it stood. */
  readonly index: number;
}

/** Back where it stood, under another letter if its own was taken meanwhile. */
export function withLaneRestored(document: LossDocument, { lane, index }: RemovedLane): LossDocument {
  const isFree = document.lanes.every(({ id }) => id !== lane.id);
  const id = isFree ? lane.id : freeId(document);
  if (id === null) return document;
  return { ...document, lanes: document.lanes.toSpliced(index, 0, namedApart(document, { ...lane, id })) };
}

/** What a lane is trained with: the experiment, with its own learning rate where it has one. */
export function experimentOf({ experiment }: Pick<LossDocument, "experiment">, { lr }: Pick<Lane, "lr">): Experiment {
  return lr === null || lr === experiment.lr ? experiment : { ...experiment, lr };
}
