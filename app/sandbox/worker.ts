/// <reference lib="webworker" />
/** @file The sandbox's worker: takes away what a loss has no business with, then serves the engine. */

import { EngineError } from "../../engine/tensor/errors.ts";
import type { Request } from "../../engine/worker/protocol.ts";
import { scope as engineScope } from "../../engine/worker/scope.ts";
import { serve } from "../../engine/worker/serve.ts";
import { boundedConsole } from "./bounded-console.ts";
import { LEAVE, LEFT, type RealmEnd } from "./frame-protocol.ts";
import { makeGate } from "./gate.ts";
import { harden, isIsolated } from "./harden.ts";
import { MOST_REJECTIONS } from "./rejections.ts";

// Taken before any of it is removed.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope & {
  readonly losslabPort?: MessagePort;
};
const runScript = scope.importScripts.bind(scope);
const makeUrl = URL.createObjectURL.bind(URL);
const dropUrl = URL.revokeObjectURL.bind(URL);
const ScriptBlob = Blob;
const clock = performance.now.bind(performance);
const listen = scope.addEventListener.bind(scope);
const end = scope.close.bind(scope);
const Channel = MessageChannel;
/** Left by boot.ts. */
const port = scope.losslabPort;

let rejections = 0;
// An unhandled rejection or error is the user's, and is reported where it is thrown; the browser's console is not ours to fill.
listen("error", (event) => event.preventDefault());
listen("unhandledrejection", (event) => {
  event.preventDefault();
  if (++rejections !== MOST_REJECTIONS + 1) return;
  port?.postMessage({ type: "rejections" } satisfies { readonly type: RealmEnd });
  end();
});

async function main(port: MessagePort): Promise<void> {
  const post = port.postMessage.bind(port);
  if (!(await isIsolated())) return post({ type: "unsafe" });
  const budget = harden(Object.values(engineScope));
  const load = makeGate(scope, runProgram);
  const channel = new Channel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  const wake = channel.port2.postMessage.bind(channel.port2);

  const later = (work: () => void): void => {
    waiting.push(work);
    wake(null);
  };

  const handle = serve({
    // What nobody heard of its rejections is told in a task of its own, which comes before this one.
    post: (reply) => (reply.type === "report" ? later(() => post(reply)) : post(reply)),
    distrust: () => post({ type: "tampered" }),
    now: clock,
    consoleFor: boundedConsole,
    yield: (callback) =>
      later(() => {
        budget.reset();
        callback();
      }),
    load,
  });
  port.onmessage = ({ data }: MessageEvent<Request | typeof LEAVE>) => {
    if (data === LEAVE) return post(LEFT);
    budget.reset();
    handle(data);
  };
  post({ type: "ready" });
}

/** A script of its own, so that its syntax errors are its own, and eval stays forbidden. */
function runProgram(js: string): void {
  const url = makeUrl(new ScriptBlob([js], { type: "text/javascript" }));
  try {
    runScript(url);
  } catch (error) {
    // None of the loss's own code has run: it is in what the script hands over.
    if (error instanceof SyntaxError) throw error;
    throw new EngineError({
      type: "RuntimeError",
      code: "too-deep",
      message: "The loss is nested too deeply to be run",
      hint: "Simplify its expressions.",
    });
  } finally {
    dropUrl(url);
  }
}

/**
 * Not from here: what the browser refuses a realm that tries its walls it reports with the place of every caller, and this whole script is one of
 * them, which is read once more for that (a third of what a realm costs).
 */
if (port !== undefined) queueMicrotask(() => void main(port));
