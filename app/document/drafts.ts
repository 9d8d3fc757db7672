/** @file Keeps what was typed in this browser. Written at once, not when the page has time: a tab can die at any moment. */
import { type LossDocument, parseDocument } from "./document.ts";

const DRAFT = "losslab.draft";
/** A draft that this version can't read is put here, not thrown away. */
const SET_ASIDE = "losslab.draft.unreadable";
/** Present while a loss runs: found at start, the last visit ended in the middle of it. */
const RUNNING = "losslab.running";

/** The browser's storage. Where it is forbidden even to ask, one that keeps nothing and says so. */
export function browserStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  try {
    return window.localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error("storage is forbidden");
      },
      removeItem: () => undefined,
    };
  }
}

export type DraftStorage = ReturnType<typeof browserStorage>;

export function loadDraft(storage: DraftStorage): LossDocument | null {
  try {
    const text = storage.getItem(DRAFT);
    if (text === null) return null;
    const draft = parseDocument(parseJson(text));
    if (draft === null) storage.setItem(SET_ASIDE, text);
    return draft;
  } catch {
    return null;
  }
}

/** False where the browser refuses: storage is full or forbidden. */
export function saveDraft(storage: DraftStorage, document: LossDocument): boolean {
  try {
    storage.setItem(DRAFT, JSON.stringify(document));
    return true;
  } catch {
    return false;
  }
}

export function markRunning(storage: DraftStorage, isRunning: boolean): void {
  try {
    if (isRunning) storage.setItem(RUNNING, "1");
    else storage.removeItem(RUNNING);
  } catch {
    // Without storage there is no draft to protect either.
  }
}

export function diedRunning(storage: DraftStorage): boolean {
  try {
    return storage.getItem(RUNNING) !== null;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
