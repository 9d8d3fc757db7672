import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { defaultDocument } from "../../document/defaults.ts";
import { OWN, type OwnData } from "../../document/own-data.ts";
import { changeRun, keepRun, removeRun, restoreRun } from "../../store/kept-runs.ts";
import { hashOf, madeRun } from "../../store/made-run.ts";
import { createLosslabStore, setData, setExperiment, type Store } from "../../store/store.ts";
import type { SmallStorage } from "../browser-storage.ts";
import { RunsKeeper } from "./RunsKeeper.ts";
import { LocalRunShelf, type RunShelf } from "./run-shelf.ts";

/** Holds so many characters, like a browser's. */
class FakeStorage implements SmallStorage {
  readonly entries = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length() {
    return this.entries.size;
  }
  key(at: number) {
    return [...this.entries.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.entries.set(key, value);
  }
  removeItem(key: string) {
    this.entries.delete(key);
  }
}

let storage: FakeStorage;
let shelf: RunShelf;
beforeEach(() => {
  vi.useFakeTimers();
  storage = new FakeStorage();
  shelf = new LocalRunShelf(storage);
});
afterEach(() => {
  vi.useRealTimers();
});

interface Visit {
  readonly store: Store;
  readonly keeper: RunsKeeper;
}

async function visit(document: string | null, from: RunShelf = shelf): Promise<Visit> {
  const store = createLosslabStore(defaultDocument, "dark");
  const keeper = new RunsKeeper(store, Promise.resolve(from), document);
  await vi.advanceTimersByTimeAsync(1);
  return { store, keeper };
}
let made = 0;
const train = ({ store }: Visit): string => {
  const id = `run-${++made}`;
  keepRun(store, madeRun(store.getState(), "A", hashOf(made)), id, made);
  return id;
};
const list = ({ store }: Visit) => store.getState().kept.list;
const pass = () => vi.advanceTimersByTimeAsync(1_000);
const keys = () => [...storage.entries.keys()];

describe("the runs of a document", () => {
  test("are there at the next visit as they were, with their names", async () => {
    const first = await visit("d");
    const id = train(first);
    train(first);
    changeRun(first.store, id, { name: "mine", note: "why", isPinned: true });
    await pass();
    const second = await visit("d");
    expect(list(second)).toEqual(list(first));
    expect(list(await visit("another"))).toEqual([]);
  });

  test("are not written before the document is, and then all of them", async () => {
    const first = await visit(null);
    train(first);
    await pass();
    expect(keys()).toEqual([]);
    first.keeper.keepWith("d");
    await pass();
    expect(list(await visit("d"))).toEqual(list(first));
  });

  test("go on with the document where that has become another one, and stay with the one it was", async () => {
    const first = await visit("d");
    train(first);
    await pass();
    first.keeper.keepWith("fork");
    train(first);
    await pass();
    expect([list(await visit("fork")).length, list(await visit("d")).length]).toEqual([2, 1]);
  });

  test("that are deleted are gone at the next visit, and there again where that was undone", async () => {
    const first = await visit("d");
    const id = train(first);
    await pass();
    removeRun(first.store, id);
    await pass();
    expect(keys()).toEqual([]);
    restoreRun(first.store);
    await pass();
    expect(list(await visit("d"))).toEqual(list(first));
  });

  test("are written one by one: what did not change is not written again", async () => {
    const first = await visit("d");
    train(first);
    await pass();
    const write = vi.spyOn(shelf, "write");
    const id = train(first);
    await pass();
    expect(write.mock.calls.map(([, entries]) => [...entries.keys()])).toEqual([[`run.${id}`]]);
  });

  test("share their own data, in the storage and when they are read", async () => {
    const column = { name: "x", unit: "", values: [1, 2, 3, 4, null] };
    const data: OwnData = {
      title: "mine",
      kind: "numbers",
      inputs: [{ ...column, values: [1, 2, 3, 4, 5] }],
      targets: [column],
      classes: [],
      standardize: false,
    };
    const first = await visit("d");
    setData(first.store, data);
    train(first);
    setExperiment(first.store, { seed: 2 });
    train(first);
    await pass();
    expect(keys().filter((key) => key.includes("/data."))).toHaveLength(1);
    const second = await visit("d");
    expect(list(second)).toEqual(list(first));
    const [one, two] = list(second);
    expect(one?.document.experiment.dataset).toBe(OWN);
    expect(one?.document.data).toBe(two?.document.data);
    for (const { id } of list(second)) removeRun(second.store, id);
    await pass();
    expect(keys()).toEqual([]);
  });

  test("that cannot be read are counted and left, and the others are there", async () => {
    const first = await visit("d");
    train(first);
    const id = train(first);
    await pass();
    storage.entries.set(`losslab.runs.d/run.${id}`, '{"half');
    storage.entries.set("losslab.runs.d/run.other", '{"id": "other"}');
    const second = await visit("d");
    expect([list(second).length, second.store.getState().kept.unreadable]).toEqual([1, 2]);
    train(second);
    await pass();
    expect(storage.entries.get(`losslab.runs.d/run.${id}`)).toBe('{"half');
  });
});

describe("a browser that refuses", () => {
  test("for want of room is said to be full, and what is on the page stays; with room it is written", async () => {
    const first = await visit("d");
    storage.room = 10;
    train(first);
    await pass();
    expect([first.store.getState().kept.trouble, list(first).length]).toEqual(["full", 1]);
    storage.room = Number.POSITIVE_INFINITY;
    train(first);
    await pass();
    expect(first.store.getState().kept.trouble).toBeNull();
    expect(list(await visit("d"))).toEqual(list(first));
  });

  test("altogether is said to keep nothing", async () => {
    const refusing: RunShelf = {
      read: () => Promise.reject(new Error("storage is forbidden")),
      write: () => Promise.reject(new Error("storage is forbidden")),
    };
    const first = await visit("d", refusing);
    expect(first.store.getState().kept.trouble).toBe("forbidden");
    train(first);
    await pass();
    expect([first.store.getState().kept.trouble, list(first).length]).toEqual(["forbidden", 1]);
  });
});
