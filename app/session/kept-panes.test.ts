import { expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { createLosslabStore } from "../store/store.ts";
import type { SmallStorage } from "./browser-storage.ts";
import { keepPanes } from "./kept-panes.ts";

function storageOf(entries: Record<string, string> = {}): SmallStorage {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const opened = (storage: SmallStorage, document = defaultDocument) => {
  const store = createLosslabStore(document, "dark");
  keepPanes(store, storage);
  return store;
};

test("sizes that were chosen are there in the next document, and one set back is automatic again", () => {
  const storage = storageOf();
  opened(storage).setState({ lanesShare: 70 });
  const next = opened(storage);
  expect(next.getState()).toMatchObject({ lanesShare: 70, editorShare: null });
  next.setState({ lanesShare: null });
  expect(opened(storage).getState().lanesShare).toBeNull();
});

test("a document's own sizes come before the browser's", () => {
  const storage = storageOf();
  opened(storage).setState({ lanesShare: 70, editorShare: 30 });
  const view = { ...defaultDocument.view, lanesShare: 50 };
  expect(opened(storage, { ...defaultDocument, view }).getState()).toMatchObject({ lanesShare: 50, editorShare: 30 });
});

test.each(["", "{", "null", '{"lanesShare":"tall"}', '{"lanesShare":1e9,"editorShare":null}'])(
  "what is kept and is no size is none: %j",
  (text) => {
    expect(opened(storageOf({ "losslab.panes": text })).getState().lanesShare).toBeNull();
  },
);
