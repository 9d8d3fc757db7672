/**
 * @file When the editor comes. It is the heaviest part of the page, and what one reads needs none of it: it is fetched and started when somebody
 * turns to the code, or is there at all and the page has nothing else to do.
 */

import { whenSomebodyComes } from "../ui/presence.ts";
import { whenIdle } from "../ui/when-idle.ts";

type EditorModule = typeof import("../editor/index.ts");

let loading: Promise<EditorModule> | null = null;
const listeners = new Set<() => void>();

/** The editor is wanted: now, and in every lane. */
export function loadEditor(): Promise<EditorModule> {
  if (loading !== null) return loading;
  loading = import("../editor/index.ts");
  loading.catch(() => {
    // The network may be back at the next try.
    loading = null;
  });
  for (const listener of listeners) listener();
  return loading;
}

export const isEditorWanted = (): boolean => loading !== null;

export function onEditorWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads the editor in idle time as soon as somebody moves: what is written needs it, what is read does not. Call it when the page has shown what it
 * opened with. A phone, or who saves data, gets it when the code is touched.
 */
export function loadEditorWhenIdle(): () => void {
  const isFrugal = matchMedia("(pointer: coarse)").matches || matchMedia("(prefers-reduced-data: reduce)").matches;
  if (isFrugal || isEditorWanted()) return () => undefined;
  return whenSomebodyComes(() => whenIdle(() => void loadEditor().catch(() => undefined)));
}
