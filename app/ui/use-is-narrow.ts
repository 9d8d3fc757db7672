/** @file Whether the page is as narrow as a phone. What differs in looks alone is said in small-screens.css. */
import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 640px)");

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener("change", onChange);
  return () => narrow.removeEventListener("change", onChange);
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
