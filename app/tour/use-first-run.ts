/**
 * @file A first visit opens with its losses trained: the runs were made when the page was built. Once somebody is there they are made again here, in
 * idle time, and only of what stands there untouched: then they can be gone on with, and their times are this machine's.
 */
import { useEffect, useState } from "react";
import { useController } from "../lanes/controller-context.ts";
import { foreseenRuns } from "../lanes/foreseen.ts";
import { useDesk } from "../session/session-context.ts";
import { isTimed } from "../../engine/train/progress.ts";
import type { State } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { whenSomebodyComes } from "../ui/presence.ts";
import { whenIdle } from "../ui/when-idle.ts";

/** `isSeen`: somebody looks at where they are shown. True while nothing has come of them. */
export function useFirstRun(isSeen: boolean): boolean {
  const isFirst = useDesk((desk) => desk.isFirst);
  const store = useLosslabStore();
  const { trainer } = useController();
  const isJudged = useLosslab(areReady);
  const hasNone = useLosslab(hasNoRuns);
  const [isOver, setIsOver] = useState(false);
  if (!hasNone && !isOver) setIsOver(true);
  useEffect(() => {
    if (!isFirst || !isSeen || !hasNoRuns(store.getState())) return;
    void foreseenRuns(store.getState().document).then(
      (training) => hasNoRuns(store.getState()) && store.setState({ training }),
      // They are made here instead.
      () => undefined,
    );
  }, [isFirst, isSeen, store]);
  useEffect(() => {
    if (!isFirst || !isJudged || !isSeen) return;
    let isGone = false;
    const stop = whenSomebodyComes(() =>
      whenIdle(() => {
        if (!isGone && isUntrained(store.getState())) void trainer.trainQuietly();
      }),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [isFirst, isJudged, isSeen, store, trainer]);
  return isFirst && !isOver;
}

const areReady = ({ document, results }: State): boolean =>
  document.lanes.every(({ id }) => results[id]?.phase === "ready" && !results[id].isForeseen);

/** Untouched, and no run has said anything. */
const hasNoRuns = ({ document, opened, training }: State): boolean =>
  document === opened &&
  Object.values(training).every(({ progress, stopped }) => progress === null && stopped === null);

/** Untouched, and nothing has been trained here. */
const isUntrained = ({ document, opened, training }: State): boolean =>
  document === opened && Object.values(training).every(({ progress }) => progress !== null && !isTimed(progress));
