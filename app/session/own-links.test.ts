import { expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { encodeLink } from "../document/link/link.ts";
import type { SmallStorage } from "./browser-storage.ts";
import { firstOpening, linkOpening } from "./first-opening.ts";
import { LocalShelf } from "./LocalShelf.ts";
import { isOwnLink, rememberLink } from "./own-links.ts";
import { Tab } from "./tab.ts";

function memory(isFull = false): SmallStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new Error("full");
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

const link = encodeLink(defaultDocument);

test("links that were made here are known again, the last two dozen of them", () => {
  const small = memory();
  expect(isOwnLink(small, link)).toBe(false);
  rememberLink(small, link);
  expect(isOwnLink(small, link)).toBe(true);
  expect(isOwnLink(small, `${link}A`)).toBe(false);
  for (let i = 0; i < 24; i++) rememberLink(small, `1${i}`);
  expect([isOwnLink(small, link), isOwnLink(small, "123")]).toEqual([false, true]);
  small.setItem("losslab.links", "{");
  expect(isOwnLink(small, link)).toBe(false);
  const full = memory(true);
  rememberLink(full, link);
  expect(isOwnLink(full, link)).toBe(false);
});

test("one's own link opens as one's own and runs; a stranger's waits", async () => {
  const small = memory();
  const tab = new Tab(memory());
  const shelf = Promise.resolve(new LocalShelf(small));
  expect(await firstOpening(link, shelf, tab)).toMatchObject({ origin: "link", isWaiting: true });
  tab.rememberLink(link);
  expect(await firstOpening(link, shelf, tab)).toMatchObject({
    document: defaultDocument,
    origin: "own",
    isWaiting: false,
  });
  expect(linkOpening(defaultDocument, `${link}x`, tab)).toMatchObject({ origin: "link", isWaiting: true });
});
