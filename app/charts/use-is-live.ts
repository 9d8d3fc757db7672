/** @file Whether a chart is one that can be used. Until somebody is there it is a drawing; then charts become live one after the other, in idle time. */
import { createContext, startTransition, useContext, useEffect, useState } from "react";
import { whenSomebodyComes } from "../ui/presence.ts";
import { whenIdle } from "../ui/when-idle.ts";

/** Within it charts are live from the beginning: a picture is being taken of them. */
export const LiveAtOnce = createContext(false);

const waiting: (() => void)[] = [];

function enqueue(turn: () => void): void {
  waiting.push(turn);
  if (waiting.length === 1) whenIdle(next);
}

/** One a task: each is dear. */
function next(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) whenIdle(next);
}

/** `load`: fetches what a live one is made of. */
export function useIsLive(load: () => Promise<void>): boolean {
  const isAtOnce = useContext(LiveAtOnce);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    if (isAtOnce || isLive) return;
    let isGone = false;
    const stop = whenSomebodyComes(() =>
      enqueue(() => {
        if (isGone) return;
        // Where it does not come, the drawing stays.
        load().then(
          () => !isGone && startTransition(() => setIsLive(true)),
          () => undefined,
        );
      }),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [isAtOnce, isLive, load]);
  return isAtOnce || isLive;
}
