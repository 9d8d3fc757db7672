/// <reference lib="webworker" />
/** @file A realm's first script: takes the port and what was compiled already, then loads the engine, which keeps the rest from the user's code. */
import type { RealmBoot } from "./frame-protocol.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope & {
  losslabPort?: MessagePort | undefined;
  losslabKernels?: WebAssembly.Module;
};

scope.onmessage = ({ data, ports }: MessageEvent<RealmBoot>) => {
  scope.onmessage = null;
  scope.losslabPort = ports[0];
  scope.losslabKernels = data.kernels;
  const url = URL.createObjectURL(data.engine);
  scope.importScripts(url);
  URL.revokeObjectURL(url);
};
