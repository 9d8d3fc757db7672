/** @file The runs that charts and tables show, in the order of the lanes. A run that could not take its first step is none. */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Progress } from "../../engine/train/progress.ts";
import { type Frame, frameOf } from "../store/replay.ts";
import type { LaneTraining, State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";

export interface ShownRun extends LaneTraining {
  readonly progress: Progress;
}

const inOrder = ({ document, training }: State): LaneTraining[] =>
  document.lanes.flatMap(({ id }) => training[id] ?? []);

export function useRuns(): readonly ShownRun[] {
  const runs = useLosslab(useShallow(inOrder));
  return useMemo(
    () =>
      runs.flatMap((run): ShownRun[] => {
        const { progress } = run;
        const isNone = progress === null || (progress.failure !== null && progress.step === 0);
        return isNone ? [] : [{ ...run, progress }];
      }),
    [runs],
  );
}

export interface ShownMoment extends ShownRun {
  readonly frame: Frame;
}

/** The same runs at the step that is replayed, or as they are. */
export function useMoments(): readonly ShownMoment[] {
  const runs = useRuns();
  const frames = useLosslab(({ replay }) => replay?.frames ?? null);
  return useMemo(
    () => runs.map((run) => ({ ...run, frame: frames?.[run.lane] ?? frameOf(run.progress) })),
    [runs, frames],
  );
}
