/** @file A first visit opens with its losses trained: the runs are made in idle time, after all verdicts, and only of what stands there untouched. */
import { useEffect } from "react";
import { useController } from "../lanes/controller-context.ts";
import { whenIdle } from "../lanes/editor-loading.ts";
import { useDesk } from "../session/session-context.ts";
import type { State } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";

export function useFirstRun(): void {
  const isFirst = useDesk((desk) => desk.isFirst);
  const store = useLosslabStore();
  const { trainer } = useController();
  const isJudged = useLosslab(areReady);
  useEffect(() => {
    if (!isFirst || !isJudged) return;
    let isGone = false;
    whenIdle(() => {
      const { document, opened, training } = store.getState();
      if (!isGone && document === opened && Object.keys(training).length === 0) void trainer.trainQuietly();
    });
    return () => {
      isGone = true;
    };
  }, [isFirst, isJudged, store, trainer]);
}

const areReady = ({ document, results }: State): boolean =>
  document.lanes.every(({ id }) => results[id]?.phase === "ready");
