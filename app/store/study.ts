/** @file What all lanes came to over several seeds, and which of the seeds the charts show. */
import type { Experiment } from "../../engine/train/experiment.ts";
import { isSeedCount, type SeedCount, seedsFrom } from "../../engine/study/seeds.ts";
import { isSameRun } from "./run-changes.ts";
import type { LaneTraining, State, Store } from "./store.ts";

/** How far a study is: of the seeds, or of a sweep. */
export interface StudyProgress {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  /** null until it can be told. */
  readonly secondsLeft: number | null;
  /** What all of it took; null before its end. */
  readonly seconds: number | null;
}

export interface SeedStudy {
  readonly seeds: readonly number[];
  /** By lane, its run with each of the seeds; null for one that has not come. The first is the lane's own run. */
  readonly runs: Readonly<Record<string, readonly (LaneTraining | null)[]>>;
}

export interface LaneSeeds {
  readonly lane: string;
  readonly runs: readonly (LaneTraining | null)[];
}

/** Lanes that have been trained with several seeds, as their own run was: what was trained anew since has none yet. */
export function studiedLanes({
  document,
  training,
  seedStudy,
}: Pick<State, "document" | "training" | "seedStudy">): readonly LaneSeeds[] {
  if (seedStudy === null) return [];
  return document.lanes.flatMap(({ id }): LaneSeeds[] => {
    const [runs = [], own] = [seedStudy.runs[id], training[id]];
    const [first] = runs;
    const isOwn = own !== undefined && first !== undefined && first !== null && isSameRun(own, first);
    return isOwn && runs.some((run, i) => i > 0 && run !== null) ? [{ lane: id, runs }] : [];
  });
}

/** The run of a lane that charts show where one seed is looked at alone: its own, where it has none with that seed. */
export function runShown(state: State, lane: string): LaneTraining | undefined {
  const { shownSeed, seedStudy } = state;
  const own = state.training[lane];
  if (shownSeed === null || seedStudy === null) return own;
  const held = studiedLanes(state).find((studied) => studied.lane === lane);
  return held?.runs[seedStudy.seeds.indexOf(shownSeed)] ?? own;
}

/** The seeds that the document asks for. */
export const seedsOf = ({
  seeds,
  experiment,
}: {
  readonly seeds: SeedCount;
  readonly experiment: Experiment;
}): readonly number[] => seedsFrom(experiment.seed, seeds);

export function setSeeds(store: Store, count: number): void {
  if (isSeedCount(count)) store.setState(({ document }) => ({ document: { ...document, seeds: count } }));
}
