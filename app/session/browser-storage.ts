/** @file The browser's small storages, which may be full or forbidden, and what is kept in them besides documents. */

/** Present while a loss runs: found at start, the last visit ended in the middle of it. */
const RUNNING = "losslab.running";

export type SmallStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Where it is forbidden even to ask, one that keeps nothing and says so. */
export function browserStorage(which: "localStorage" | "sessionStorage"): SmallStorage {
  try {
    return window[which];
  } catch {
    return {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new Error("storage is forbidden");
      },
      removeItem: () => undefined,
    };
  }
}

/** False where the browser refuses. */
export function tryToSet(storage: SmallStorage, key: string, value: string | null): boolean {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** null also where the browser refuses. */
export function tryToGet(storage: SmallStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

export function markRunning(storage: SmallStorage, isRunning: boolean): void {
  tryToSet(storage, RUNNING, isRunning ? "1" : null);
}

export function diedRunning(storage: SmallStorage): boolean {
  return tryToGet(storage, RUNNING) !== null;
}
