/// <reference lib="webworker" />
/** @file How a realm begins: takes the port and what was compiled already, then starts the engine, which keeps the rest from the user's code. */
import type { RealmBoot } from "./frame-protocol.ts";

/** All of worker.ts, beside this in the same script (vite-sandbox.ts): one fetch less for every realm. Nothing outside of that script can name it. */
declare const losslabEngine: () => void;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope & {
  losslabPort?: MessagePort | undefined;
  losslabKernels?: WebAssembly.Module;
};

scope.onmessage = ({ data, ports }: MessageEvent<RealmBoot>) => {
  scope.onmessage = null;
  scope.losslabPort = ports[0];
  scope.losslabKernels = data.kernels;
  losslabEngine();
};
