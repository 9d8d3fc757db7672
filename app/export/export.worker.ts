/// <reference lib="webworker" />
/** @file Makes exports away from the page's own thread. Trusted: it reads sources and runs none. */
import type { Exported, ExportRequest } from "./export-messages.ts";
import { exportedScript } from "./script-export.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

/** Expressions nested some thousands deep exhaust the stack. */
const unread: Exported = { kind: "refused", line: null, reason: "The loss is nested too deeply to be read." };

function answer(request: ExportRequest): Exported {
  try {
    return exportedScript(request);
  } catch {
    return unread;
  }
}

scope.onmessage = ({ data }: MessageEvent<ExportRequest>) => scope.postMessage(answer(data));
