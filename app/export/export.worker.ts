/// <reference lib="webworker" />
/** @file Makes exports away from the page's own thread. Trusted: it reads sources and runs none. */
import { withTree } from "../editor/python/parser.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import { exportedScript } from "./script-export.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

/** Expressions nested some thousands deep exhaust the stack. */
const unread: Exported = { kind: "refused", line: null, reason: "The loss is nested too deeply to be read." };

scope.onmessage = async ({ data }: MessageEvent<ExportRequest>) =>
  scope.postMessage(await exportedScript(data, withTree).catch(() => unread));
