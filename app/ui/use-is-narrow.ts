/** @file How narrow the page is. What differs in looks alone is said in small-screens.css. */
import { useSyncExternalStore } from "react";
import { follows } from "./follows.ts";
import { followPaper, isOnPaper } from "./paper.ts";

/** As a phone. */
export const useIsNarrow = follows("(max-width: 640px)");

export const useIsPrinted = (): boolean => useSyncExternalStore(followPaper, isOnPaper, isOnPaper);

const noRoom = "(max-width: 1000px)";
const useHasNoRoom = follows(noRoom);

/** Whether the dock is below what is in sight. */
export const hasNoRoom = (): boolean => matchMedia(noRoom).matches;

/** Too narrow, or on paper: everything stands below each other, as tall as it is, and nothing is divided into panes. */
export function useIsStacked(): boolean {
  const hasNoRoom = useHasNoRoom();
  return useIsPrinted() || hasNoRoom;
}
