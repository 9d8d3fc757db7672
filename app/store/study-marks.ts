/** @file What a document's studies came to, as one hash each: whoever runs them again can tell whether every run came out the same. */
import { studyHash } from "../../engine/study/sweep.ts";
import type { DocumentStudy } from "../document/study.ts";
import { type Reproduction, reproduction, runMarkOf } from "../document/run-mark.ts";
import { isLaneAsOpened } from "./as-opened.ts";
import { changesOf } from "./run-changes.ts";
import type { LaneTraining, State } from "./store.ts";
import { seedsOf, studiedLanes } from "./study.ts";
import { subjectOf, type SweepRun } from "./sweep.ts";

type Marked = Pick<SweepRun, "status" | "fingerprint">;

/** How a run ended is part of it, unless somebody ended it. */
const ofSeed = (run: LaneTraining | null): Marked | null =>
  run?.progress?.status === "done" || run?.progress?.status === "failed"
    ? { status: run.progress.status, fingerprint: run.progress.fingerprint }
    : null;

const ofCell = (run: SweepRun | null): Marked | null => (run === null || run.status === "stopped" ? null : run);

/** null where one of them is missing. */
function markOf(runs: readonly (Marked | null)[]): string | null {
  const whole = runs.filter((run) => run !== null);
  return whole.length === runs.length && runs.length > 0 ? runMarkOf(studyHash(whole)) : null;
}

/** Of all lanes that were trained with every seed that the document asks for, as they stand. */
export function seedsMark(state: State): string | null {
  const { document, seedStudy } = state;
  if (document.seeds === 1 || seedStudy === null) return null;
  if (JSON.stringify(seedsOf(document)) !== JSON.stringify(seedStudy.seeds)) return null;
  const studied = studiedLanes(state);
  const isCurrent = studied.every(({ lane }) => changesOf(state, lane).length === 0);
  return isCurrent ? markOf(studied.flatMap(({ runs }) => runs.map(ofSeed))) : null;
}

export function sweepMark(state: State): string | null {
  const { sweep } = state;
  if (sweep === null || sweep.of !== subjectOf(state)) return null;
  return markOf(sweep.lanes.flatMap((lane) => (sweep.runs[lane] ?? []).flat().map(ofCell)));
}

/** What the document holds of them. What the author of a link found stays as long as nothing that decides it was changed. */
export function studyOf(state: State): DocumentStudy {
  const { opened, sweep } = state;
  const isOpened = isStudyAsOpened(state);
  const before = opened.study.sweep;
  return {
    seeds: seedsMark(state) ?? (isOpened ? opened.study.seeds : null),
    sweep:
      sweep !== null
        ? { axes: sweep.axes, mark: sweepMark(state) }
        : before !== null && !isOpened
          ? { ...before, mark: null }
          : before,
  };
}

/** How all seeds came out beside the author's; null where there is nothing to compare. */
export function seedsReproduction(state: State): Reproduction | null {
  const authors = isStudyAsOpened(state) ? state.opened.study.seeds : null;
  const ours = seedsMark(state);
  return authors === null || ours === null ? null : reproduction(authors, ours);
}

export function sweepReproduction(state: State): Reproduction | null {
  const authors = isStudyAsOpened(state) ? state.opened.study.sweep : null;
  const ours = sweepMark(state);
  if (authors === null || authors.mark === null || ours === null) return null;
  const isSameGrid = JSON.stringify(authors.axes) === JSON.stringify(state.sweep?.axes);
  return isSameGrid ? reproduction(authors.mark, ours) : null;
}

const isStudyAsOpened = (state: State): boolean =>
  state.document.seeds === state.opened.seeds &&
  state.document.lanes.length === state.opened.lanes.length &&
  state.document.lanes.every(({ id }, i) => state.opened.lanes[i]?.id === id && isLaneAsOpened(state, id));
