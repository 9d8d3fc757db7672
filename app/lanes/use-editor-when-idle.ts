/** @file The editor is loaded in idle time, once all lanes have their first verdict. */
import { useEffect } from "react";
import type { State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { loadEditorWhenIdle } from "./editor-loading.ts";

export function useEditorWhenIdle(): void {
  const isShown = useLosslab(haveVerdicts);
  useEffect(() => (isShown ? loadEditorWhenIdle() : undefined), [isShown]);
}

const haveVerdicts = ({ document, results }: State): boolean =>
  document.lanes.every(({ id }) => (results[id]?.phase ?? "loading") !== "loading");
