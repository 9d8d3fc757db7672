/** @file Media queries as hooks. */
import { useSyncExternalStore } from "react";

/** A hook that follows a media query. */
export function follows(query: string): () => boolean {
  const list = matchMedia(query);
  const subscribe = (onChange: () => void): (() => void) => {
    list.addEventListener("change", onChange);
    return () => list.removeEventListener("change", onChange);
  };
  return () =>
    useSyncExternalStore(
      subscribe,
      () => list.matches,
      () => list.matches,
    );
}
