/** @file Keeps the page for visits without a network. A newer page is offered; it never takes over while somebody works. */
import { createStore, type StoreApi } from "zustand/vanilla";

export interface OfflineState {
  /** A newer page is here, and comes with `update`. */
  readonly hasUpdate: boolean;
  readonly update: () => void;
}

/** The first visit has the machine and the line for itself until then. */
const WAIT = 4_000;

export function keepForOffline(): StoreApi<OfflineState> {
  const store = createStore<OfflineState>(() => ({ hasUpdate: false, update: () => undefined }));
  // The dev server has no such worker, and plain http none at all.
  if (import.meta.env.PROD && "serviceWorker" in navigator) setTimeout(() => void register(store), WAIT);
  return store;
}

async function register(store: StoreApi<OfflineState>): Promise<void> {
  try {
    const { Workbox } = await import("workbox-window");
    const worker = new Workbox("./sw.js");
    worker.addEventListener("waiting", () => {
      const update = (): void => {
        worker.addEventListener("controlling", () => location.reload());
        worker.messageSkipWaiting();
      };
      store.setState({ hasUpdate: true, update });
    });
    await worker.register();
  } catch {
    // Forbidden, as in a private window: then every visit needs the network.
  }
}
