/** @file A first visit opens with its losses trained: the runs are made in idle time, after all verdicts, and only of what stands there untouched. */
import { useEffect, useState } from "react";
import { useController } from "../lanes/controller-context.ts";
import { whenIdle } from "../lanes/editor-loading.ts";
import { useDesk } from "../session/session-context.ts";
import type { State } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";

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
    if (!isFirst || !isJudged || !isSeen) return;
    let isGone = false;
    whenIdle(() => {
      const { document, opened, training } = store.getState();
      if (!isGone && document === opened && Object.keys(training).length === 0) void trainer.trainQuietly();
    });
    return () => {
      isGone = true;
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
