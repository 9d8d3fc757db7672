/** @file Stands in the sandbox's document between page and worker. Trusted; no user code ever runs here. */
import { replyTypes } from "../../engine/worker/protocol.ts";

declare const __WORKER_SOURCE__: string;

/** What may pass, and how much of it. */
const allowed: ReadonlySet<unknown> = new Set([...replyTypes, "unsafe"]);
const MOST_MESSAGES_A_SECOND = 400;
const MOST_ERRORS = 200;
/** Numbers, strings' characters and keys in one message. */
const HEAVIEST = 500_000;
const HEARTBEAT = 250;

const page = new MessageChannel();
const worker = new MessageChannel();
const thread = new Worker(URL.createObjectURL(new Blob([__WORKER_SOURCE__], { type: "text/javascript" })));
let inThisSecond = 0;
let errors = 0;

function end(reason: string): void {
  thread.terminate();
  page.port1.postMessage({ type: "ended", reason });
}

/** Stops counting at the limit: what is sent may be built to be counted for ever. */
function weightOf(message: unknown): number {
  let weight = 0;
  const stack: unknown[] = [message];
  while (stack.length > 0 && weight <= HEAVIEST) {
    const value = stack.pop();
    if (typeof value === "string") weight += value.length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) weight += value.byteLength;
    else if (typeof value === "object" && value !== null) {
      const values = Object.values(value);
      weight += values.length;
      if (weight <= HEAVIEST) stack.push(...values);
    } else weight++;
  }
  return weight;
}

worker.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (++inThisSecond > MOST_MESSAGES_A_SECOND) return end("flood");
  if (typeof data !== "object" || data === null || !("type" in data) || !allowed.has(data.type)) return;
  if (weightOf(data) > HEAVIEST) return end("flood");
  page.port1.postMessage(data);
};

page.port1.onmessage = ({ data }: MessageEvent<unknown>) => worker.port1.postMessage(data);

thread.onerror = (event) => {
  event.preventDefault();
  if (++errors > MOST_ERRORS) end("flood");
};

setInterval(() => {
  inThisSecond = 0;
}, 1000);
setInterval(() => page.port1.postMessage({ type: "frame-alive" }), HEARTBEAT);

thread.postMessage(null, [worker.port2]);
// An opaque origin has no name to aim at; the page checks which window this came from.
parent.postMessage({ type: "losslab-sandbox" }, "*", [page.port2]);
