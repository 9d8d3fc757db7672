/** @file Which runs of a study wait, which are under way and where, and which are over: every run is in one of these at any time. Pure. */

/** A run is given up after it ended the place where it ran so many times without an answer. */
const MOST_ENDS = 2;

export interface Queue {
  /** In their order. */
  readonly waiting: readonly number[];
  /** By place (a sandbox), what it was given and has not answered, in order. */
  readonly held: ReadonlyMap<number, readonly number[]>;
  readonly over: ReadonlySet<number>;
  /** How often a run was the one that a place ended at. */
  readonly ends: ReadonlyMap<number, number>;
}

export const queueOf = (runs: readonly number[]): Queue => ({
  waiting: runs,
  held: new Map(),
  over: new Set(),
  ends: new Map(),
});

export const isOver = ({ waiting, held }: Queue): boolean => waiting.length === 0 && held.size === 0;

/** The first that waits, and up to `most` in all that may be run with it, go to a place that has none. */
export function taken(
  queue: Queue,
  place: number,
  most: number,
  goesWith: (run: number, first: number) => boolean,
): Queue {
  const [first] = queue.waiting;
  if (first === undefined || queue.held.has(place)) return queue;
  const chosen = queue.waiting.filter((run) => goesWith(run, first)).slice(0, Math.max(1, most));
  const gone = new Set(chosen);
  return {
    ...queue,
    waiting: queue.waiting.filter((run) => !gone.has(run)),
    held: new Map([...queue.held, [place, chosen]]),
  };
}

/** A place has answered the first of its runs. Anything else changes nothing. */
export function answered(queue: Queue, place: number, run: number): Queue {
  const [first, ...rest] = queue.held.get(place) ?? [];
  if (first !== run) return queue;
  return { ...queue, held: withHeld(queue.held, place, rest), over: new Set([...queue.over, run]) };
}

/**
 * A place has ended: what it had not answered waits again, before all others. `isBlamed`: it ended at the first of them, which is given up when that
 * has happened too often; its number is then in `over`.
 */
export function ended(queue: Queue, place: number, isBlamed: boolean): Queue {
  const [first, ...rest] = queue.held.get(place) ?? [];
  if (first === undefined) return queue;
  const held = withHeld(queue.held, place, []);
  const times = (queue.ends.get(first) ?? 0) + (isBlamed ? 1 : 0);
  const ends = new Map([...queue.ends, [first, times]]);
  if (times >= MOST_ENDS) {
    return { waiting: [...rest, ...queue.waiting], held, ends, over: new Set([...queue.over, first]) };
  }
  return { ...queue, waiting: [first, ...rest, ...queue.waiting], held, ends };
}

function withHeld(held: Queue["held"], place: number, runs: readonly number[]): Queue["held"] {
  const next = new Map(held);
  if (runs.length === 0) next.delete(place);
  else next.set(place, runs);
  return next;
}
