/** @file Stands in the sandbox's document between page and workers. Trusted; no user code ever runs here. */
import { compileKernels } from "../../engine/kernels/wasm.ts";
import { replyTypes } from "../../engine/worker/protocol.ts";
import {
  FIRST_REALM,
  type FrameReply,
  type FrameRequest,
  LEAVE,
  LEFT,
  type RealmBoot,
  type RealmEnd,
} from "./frame-protocol.ts";

declare const __REALM_SOURCE__: string;

/** What may pass, and how much of it. */
const allowed: ReadonlySet<unknown> = new Set([...replyTypes, "unsafe", "tampered", "rejections"]);
const MOST_MESSAGES_A_SECOND = 400;
const MOST_ERRORS = 200;
/** Numbers, strings' characters and keys in one message. */
const HEAVIEST = 500_000;
/** A worker that is told to leave has so many milliseconds to end what it is at. */
const LEAVING = 400;

const realmScript = URL.createObjectURL(new Blob([__REALM_SOURCE__], { type: "text/javascript" }));
/** Compiled once; every realm gets them with a memory of its own. */
const compiled: RealmBoot = { kernels: compileKernels() };

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

/**
 * Boots a worker and passes on between it and the page; gives the page's port and what ends it. A worker can only be seen to end while it still
 * listens: one that says that it leaves is gone, and `onLeft` is told; of any other nobody knows whether it computes on.
 */
function openRealm(): { readonly port: MessagePort; readonly leave: (onLeft: () => void) => void } {
  const page = new MessageChannel();
  const worker = new MessageChannel();
  const thread = new Worker(realmScript);
  let inThisSecond = 0;
  let errors = 0;
  const seconds = setInterval(() => {
    inThisSecond = 0;
  }, 1000);
  const close = (): void => {
    clearInterval(seconds);
    worker.port1.onmessage = null;
    worker.port1.close();
    thread.terminate();
  };
  const end = (type: RealmEnd): void => {
    close();
    page.port1.postMessage({ type });
  };
  /** It has said itself that it ends. */
  let hasEnded = false;
  const leave = (onLeft: () => void): void => {
    const left = (): void => {
      close();
      onLeft();
    };
    if (hasEnded) return left();
    worker.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === LEFT) left();
    };
    worker.port1.postMessage(LEAVE);
    setTimeout(close, LEAVING);
  };
  worker.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (++inThisSecond > MOST_MESSAGES_A_SECOND) return end("flood");
    if (typeof data !== "object" || data === null || !("type" in data) || !allowed.has(data.type)) return;
    if (weightOf(data) > HEAVIEST) return end("flood");
    hasEnded ||= data.type === "rejections";
    page.port1.postMessage(data);
  };
  page.port1.onmessage = ({ data }: MessageEvent<unknown>) => worker.port1.postMessage(data);
  thread.onerror = (event) => {
    event.preventDefault();
    if (++errors > MOST_ERRORS) end("flood");
  };
  thread.postMessage(compiled, [worker.port2]);
  return { port: page.port2, leave };
}

const frame = new MessageChannel();
const realms = new Map<number, (onLeft: () => void) => void>();

function open(realm: number): MessagePort {
  const { port, leave } = openRealm();
  realms.set(realm, leave);
  return port;
}

const answer = (reply: FrameReply, ports: MessagePort[] = []): void => frame.port1.postMessage(reply, ports);

frame.port1.onmessage = ({ data }: MessageEvent<FrameRequest>) => {
  switch (data.type) {
    case "ping":
      return answer({ type: "alive" });
    case "open":
      return answer({ type: "realm", realm: data.realm }, [open(data.realm)]);
    case "close":
      realms.get(data.realm)?.(() => answer({ type: "closed", realm: data.realm }));
      realms.delete(data.realm);
  }
};

// An opaque origin has no name to aim at; the page checks which window this came from.
parent.postMessage({ type: "losslab-sandbox" }, "*", [frame.port2, open(FIRST_REALM)]);
