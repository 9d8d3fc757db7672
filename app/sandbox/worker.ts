/// <reference lib="webworker" />
/** @file The sandbox's worker: takes away what a loss has no business with, then serves the engine. */
import type { Define } from "../../engine/language/loss.ts";
import type { Request } from "../../engine/worker/protocol.ts";
import { serve } from "../../engine/worker/serve.ts";
import { boundedConsole } from "./bounded-console.ts";
import { harden, isIsolated } from "./harden.ts";

// Taken before any of it is removed.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope & {
  readonly losslabPort?: MessagePort;
};
const load = scope.importScripts.bind(scope);
const makeUrl = URL.createObjectURL.bind(URL);
const dropUrl = URL.revokeObjectURL.bind(URL);
const ScriptBlob = Blob;
const clock = performance.now.bind(performance);
const listen = scope.addEventListener.bind(scope);
const Channel = MessageChannel;
/** Left by boot.ts. */
const port = scope.losslabPort;

// An unhandled rejection or error is the user's, and is reported where it is thrown; the browser's console is not ours to fill.
for (const name of ["error", "unhandledrejection"]) listen(name, (event) => event.preventDefault());

async function main(port: MessagePort): Promise<void> {
  const post = port.postMessage.bind(port);
  if (!(await isIsolated())) return post({ type: "unsafe" });
  const budget = harden();
  const channel = new Channel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  const wake = channel.port2.postMessage.bind(channel.port2);

  const handle = serve({
    post,
    now: clock,
    consoleFor: boundedConsole,
    yield(callback) {
      waiting.push(() => {
        budget.reset();
        callback();
      });
      wake(null);
    },
    load: loadProgram,
  });
  port.onmessage = (event: MessageEvent<Request>) => {
    budget.reset();
    handle(event.data);
  };
  post({ type: "ready" });
}

/** A script of its own, so that its syntax errors are its own, and eval stays forbidden. */
function loadProgram(js: string): Define {
  let define: Define | null = null;
  Object.defineProperty(scope, "__losslab", {
    configurable: true,
    value: (given: Define) => {
      define ??= given;
    },
  });
  const url = makeUrl(new ScriptBlob([js], { type: "text/javascript" }));
  try {
    load(url);
  } finally {
    dropUrl(url);
    Reflect.deleteProperty(scope, "__losslab");
  }
  if (typeof define !== "function") throw new Error("The compiled loss did not arrive.");
  return define;
}

if (port !== undefined) void main(port);
