/** @file Keeps the page for visits without a network. A newer page is offered; it never takes over while somebody works. */
import { createStore, type StoreApi } from "zustand/vanilla";

export interface OfflineState {
  /** A newer page waits until `update` is called; or another tab took it, and this one is the older. */
  readonly newer: "waiting" | "taken" | null;
  /** The page loads anew. */
  readonly update: () => void;
}

/** The first visit has the machine and the line for itself until then. */
const WAIT = 4_000;

export function keepForOffline(): StoreApi<OfflineState> {
  const store = createStore<OfflineState>(() => ({ newer: null, update: () => undefined }));
  // The dev server has no such worker, and plain http none at all.
  if (import.meta.env.PROD && "serviceWorker" in navigator) setTimeout(() => void register(store), WAIT);
  return store;
}

async function register(store: StoreApi<OfflineState>): Promise<void> {
  try {
    const { Workbox } = await import("workbox-window");
    const worker = new Workbox("./sw.js");
    const reload = (): void => location.reload();
    let isAsked = false;
    let isControlled = navigator.serviceWorker.controller !== null;
    worker.addEventListener("waiting", () => {
      const update = (): void => {
        isAsked = true;
        worker.messageSkipWaiting();
      };
      store.setState({ newer: "waiting", update });
    });
    worker.addEventListener("controlling", () => {
      if (isAsked) return reload();
      // The first of all workers takes over from nobody.
      if (isControlled) store.setState({ newer: "taken", update: reload });
      isControlled = true;
    });
    await worker.register();
  } catch {
    // Forbidden, as in a private window: then every visit needs the network.
  }
}
