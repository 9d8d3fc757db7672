/** @file The lanes that have been trained over several seeds. */
import { useMemo } from "react";
import { useLosslab } from "../../store/store-context.ts";
import { type LaneSeeds, studiedLanes } from "../../store/study.ts";

export function useStudied(): readonly LaneSeeds[] {
  const document = useLosslab((state) => state.document);
  const training = useLosslab((state) => state.training);
  const seedStudy = useLosslab((state) => state.seedStudy);
  return useMemo(() => studiedLanes({ document, training, seedStudy }), [document, training, seedStudy]);
}

/** All seeds are shown together, not one alone. */
export function useIsOverSeeds(): boolean {
  const isAlone = useLosslab(({ shownSeed }) => shownSeed !== null);
  return useStudied().length > 0 && !isAlone;
}
