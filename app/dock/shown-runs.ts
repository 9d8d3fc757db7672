/** @file The runs that charts and tables show, in the order of the lanes. A run that could not take its first step is none. */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Progress } from "../../engine/train/progress.ts";
import { type Frame, frameOf } from "../store/replay.ts";
import type { LaneTraining, State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { runShown } from "../store/study.ts";
import { medianOf } from "./seeds/median.ts";
import { useStudied } from "./seeds/use-studied.ts";

export interface ShownRun extends LaneTraining {
  readonly progress: Progress;
  /** Where all seeds are shown together, what each of them came to; the run's own curves are then their medians. */
  readonly seeds: readonly Progress[] | null;
}

const inOrder = (state: State): LaneTraining[] => state.document.lanes.flatMap(({ id }) => runShown(state, id) ?? []);

export function useRuns(): readonly ShownRun[] {
  const runs = useLosslab(useShallow(inOrder));
  const studied = useStudied();
  const isTogether = useLosslab(({ shownSeed }) => shownSeed === null);
  return useMemo(
    () =>
      runs.flatMap((run): ShownRun[] => {
        const { progress } = run;
        if (progress === null || (progress.failure !== null && progress.step === 0)) return [];
        const held = isTogether ? studied.find(({ lane }) => lane === run.lane) : undefined;
        const seeds = held?.runs.flatMap((each) => each?.progress ?? []) ?? null;
        return [{ ...run, progress: seeds === null ? progress : medianOf(progress, seeds), seeds }];
      }),
    [runs, studied, isTogether],
  );
}

export interface ShownMoment extends ShownRun {
  readonly frame: Frame;
}

/** The same runs at the step that is replayed, or as they are. What is replayed is each lane's own run. */
export function useMoments(): readonly ShownMoment[] {
  const runs = useRuns();
  const frames = useLosslab(({ replay, shownSeed }) => (shownSeed === null ? (replay?.frames ?? null) : null));
  return useMemo(
    () => runs.map((run) => ({ ...run, frame: frames?.[run.lane] ?? frameOf(run.progress) })),
    [runs, frames],
  );
}
