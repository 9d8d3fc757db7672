/** @file The runs that are kept with the document: which stay, and what can be done with them. */
import {
  documentOfRun,
  type KeptRun,
  laneOfRun,
  plainOf,
  reducedCurves,
  type RunOutcome,
} from "../document/kept-run.ts";
import { OWN } from "../document/own-data.ts";
import { runMarkOf } from "../document/run-mark.ts";
import { differencesOf } from "./run-changes.ts";
import type { LaneTraining, State, Store } from "./store.ts";

/** `full`: the browser takes no more. `forbidden`: it keeps nothing for this page. */
export type RunsTrouble = "full" | "forbidden";

export interface KeptRuns {
  /** The newest first. */
  readonly list: readonly KeptRun[];
  /** Deleted here, the last one first: they can be brought back. */
  readonly removed: readonly KeptRun[];
  /** Those that are drawn beside the present, at most as many as there are signs. */
  readonly compared: readonly string[];
  /** Kept entries that could not be read. They stay where they are. */
  readonly unreadable: number;
  readonly trouble: RunsTrouble | null;
}

export const runsKept = {
  /** Of those that nobody pinned, the newest. */
  unpinned: 50,
  /** All of a document's, in characters of JSON; data that several share count once. */
  bytes: 6_000_000,
  /** Drawn beside the present. */
  compared: 4,
} as const;

/** The run of a training that has come to its end, or diverged on the way; null for any other. */
export function outcomeOf({ progress, isRunning, stopped, isSwapped, experiment }: LaneTraining): RunOutcome | null {
  if (progress === null || isRunning || stopped !== null || isSwapped) return null;
  const { status, step, fingerprint } = progress;
  const isWhole = status === "done" ? step === experiment.steps : status === "failed" && step > 0;
  const mark = runMarkOf(fingerprint);
  if (!isWhole || mark === null || (status !== "done" && status !== "failed")) return null;
  const { stepsPerSecond, metrics, trainingLoss, trainingMeans, validationLoss, metricHistory } = progress;
  return {
    status,
    step,
    stepsPerSecond,
    mark,
    metrics,
    ownLoss: {
      training: trainingMeans.values.at(-1) ?? Number.NaN,
      validation: validationLoss.values.at(-1) ?? Number.NaN,
    },
    curves: reducedCurves({
      training: trainingLoss,
      means: trainingMeans,
      validation: validationLoss,
      metrics: metricHistory,
    }),
  };
}

/** What a kept run is a run of. */
export function subjectOfKept({ document }: KeptRun) {
  const { source, language, handling, arguments: given } = laneOfRun({ document });
  return { source, language, handling, arguments: given, experiment: document.experiment, data: document.data };
}

/** Keeps a run that has come to its end. One that was made before is the newest again, with its name and note. */
export function keepRun(store: Store, training: LaneTraining, id: string, now: number): KeptRun | null {
  const { document, kept } = store.getState();
  const outcome = outcomeOf(training);
  const lane = document.lanes.find((each) => each.id === training.lane);
  if (outcome === null || lane === undefined) return null;
  const before = kept.list.find(
    (run) => run.outcome.mark === outcome.mark && differencesOf(subjectOfKept(run), training).length === 0,
  );
  const { source, language, handling, arguments: given, experiment } = training;
  // Of equal data one object is enough, in memory and where they are kept.
  const isOfEqualData = ({ document: { data } }: KeptRun): boolean =>
    data !== null && !differencesOf({ ...training, data }, training).includes("data");
  const data = (experiment.dataset === OWN ? kept.list.find(isOfEqualData) : undefined)?.document.data ?? training.data;
  const made: KeptRun = before ?? {
    id,
    made: now,
    name: "",
    note: "",
    isPinned: false,
    document: documentOfRun(
      { ...document, experiment },
      { ...lane, lr: null, source, language, handling, arguments: given },
      experiment.dataset === OWN ? data : null,
      outcome.mark,
    ),
    outcome,
  };
  const run = { ...made, made: now, outcome };
  setList(store, [run, ...kept.list.filter((each) => each.id !== run.id)]);
  return run;
}

export function changeRun(
  store: Store,
  id: string,
  change: Partial<Pick<KeptRun, "name" | "note" | "isPinned">>,
): void {
  const { list } = store.getState().kept;
  setList(
    store,
    list.map((run) => (run.id === id ? { ...run, ...change } : run)),
  );
}

export function removeRun(store: Store, id: string): void {
  const { kept } = store.getState();
  const run = kept.list.find((each) => each.id === id);
  if (run === undefined) return;
  store.setState({
    kept: {
      ...kept,
      list: kept.list.filter((each) => each !== run),
      removed: [run, ...kept.removed],
      compared: kept.compared.filter((each) => each !== id),
    },
  });
}

/** Brings back the run that was deleted last. */
export function restoreRun(store: Store): void {
  const { kept } = store.getState();
  const [last, ...earlier] = kept.removed;
  if (last === undefined) return;
  store.setState({ kept: { ...kept, removed: earlier } });
  setList(store, [last, ...store.getState().kept.list]);
}

/** Shows a run beside the present, or no longer; the one chosen first gives way to a fifth. */
export function toggleCompared(store: Store, id: string): void {
  const { kept } = store.getState();
  const compared = kept.compared.includes(id)
    ? kept.compared.filter((each) => each !== id)
    : [...kept.compared, id].slice(-runsKept.compared);
  store.setState({ kept: { ...kept, compared } });
}

/** Pinned runs are never dropped, so that there is a last one. */
export function canPin(list: readonly KeptRun[], run: KeptRun): boolean {
  const pinned = [run, ...list.filter(({ isPinned, id }) => isPinned && id !== run.id)];
  const data = new Set(pinned.flatMap(({ document }) => document.data ?? []));
  const bytes =
    pinned.reduce((sum, each) => sum + textSize(each), 0) + [...data].reduce((sum, each) => sum + dataSize(each), 0);
  return bytes <= runsKept.bytes;
}

/** What was kept at an earlier visit, beside what was made meanwhile. */
export function addKeptRuns(store: Store, runs: readonly KeptRun[], unreadable: number): void {
  const { kept } = store.getState();
  store.setState({ kept: { ...kept, unreadable } });
  const each = new Map([...runs, ...kept.list].map((run) => [run.id, run]));
  setList(store, [...each.values()]);
}

function setList(store: Store, list: readonly KeptRun[]): void {
  const { kept } = store.getState();
  const stay = withinBounds(list);
  const isThere = (id: string): boolean => stay.some((run) => run.id === id);
  store.setState({ kept: { ...kept, list: stay, compared: kept.compared.filter(isThere) } });
}

/** The newest first, and of those that nobody pinned only as many as there is room for. */
export function withinBounds(list: readonly KeptRun[]): readonly KeptRun[] {
  const inOrder = list.toSorted((a, b) => b.made - a.made);
  const seen = new Set<unknown>();
  const sizeOf = (run: KeptRun): number => {
    const { data } = run.document;
    const isFirst = data !== null && !seen.has(data);
    seen.add(data);
    return textSize(run) + (isFirst ? dataSize(data) : 0);
  };
  let bytes = inOrder.filter(({ isPinned }) => isPinned).reduce((sum, run) => sum + sizeOf(run), 0);
  let [unpinned, isFull] = [0, false];
  return inOrder.filter((run, i) => {
    if (run.isPinned) return true;
    const size = sizeOf(run);
    // The one that was just made stays in any case: it is what is looked at.
    isFull ||= unpinned >= runsKept.unpinned || (bytes + size > runsKept.bytes && i > 0);
    if (isFull) return false;
    unpinned++;
    bytes += size;
    return true;
  });
}

const sizes = new WeakMap<object, number>();

/** Without its data. */
function textSize({ document, outcome, name, note }: KeptRun): number {
  const known = sizes.get(outcome);
  const size = known ?? JSON.stringify(plainOf({ ...outcome, document: { ...document, data: null } })).length;
  sizes.set(outcome, size);
  return size + name.length + note.length;
}

function dataSize(data: NonNullable<State["document"]["data"]>): number {
  const known = sizes.get(data) ?? JSON.stringify(data).length;
  sizes.set(data, known);
  return known;
}
