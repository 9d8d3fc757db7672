import { beforeEach, describe, expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { nameOf } from "../document/name.ts";
import { createLosslabStore, type Store, setLane } from "../store/store.ts";
import { Keeper } from "./Keeper.ts";
import { LocalShelf } from "./LocalShelf.ts";
import { recover } from "./recover.ts";
import { type KeptDocument, listed, type SaveOutcome, type Shelf } from "./shelf.ts";

class Memory implements Storage {
  readonly #items = new Map<string, string>();
  [name: string]: unknown;
  isFull = false;
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.#items.set(key, value);
  }
}
/** A shelf with the rules of the real ones, in a map. */
class MapShelf implements Shelf {
  readonly kept = new Map<string, KeptDocument>();
  readonly #local = new LocalShelf(new Memory());
  isFull = false;
  async list() {
    return listed([...this.kept.values()]);
  }
  async read(id: string) {
    return this.kept.get(id) ?? null;
  }
  async save(kept: KeptDocument, base: string | null): Promise<SaveOutcome> {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    const outcome = await this.#local.save(kept, base);
    if (outcome === "saved") this.kept.set(kept.id, kept);
    return outcome;
  }
  async remove(id: string) {
    this.kept.delete(id);
  }
}

const document = (title: string) => ({ ...defaultDocument, title });
const entry = (id: string, stamp: string, title = "mine"): KeptDocument => ({
  id,
  stamp,
  changed: 1,
  isWaiting: false,
  document: document(title),
});

let storage: Memory;
let local: LocalShelf;
let shelf: MapShelf;
beforeEach(() => {
  storage = new Memory();
  local = new LocalShelf(storage);
  shelf = new MapShelf();
});

describe("a shelf", () => {
  test("takes a document from whoever knows what is there, and from nobody else", async () => {
    expect(await local.save(entry("x", "1"), null)).toBe("saved");
    expect(await local.save(entry("x", "2"), "1")).toBe("saved");
    expect(await local.save(entry("x", "3"), "1")).toBe("conflict");
    expect(await local.save(entry("x", "4"), null)).toBe("conflict");
    expect((await local.read("x"))?.stamp).toBe("2");
  });

  test("lists what was changed last first, by title or by what the lanes are called", async () => {
    await local.save({ ...entry("x", "1"), changed: 1 }, null);
    await local.save({ ...entry("y", "1", ""), changed: 2 }, null);
    expect((await local.list()).map(({ name }) => name)).toEqual([
      "Mean absolute error · Per-sample squared error",
      "mine",
    ]);
  });

  test("skips what is no document", async () => {
    storage.setItem("losslab.document.bad", "{nonsense");
    storage.setItem("losslab.document.worse", "[1]");
    expect(await local.list()).toEqual([]);
  });

  test("lists what only a newer page can read", () => {
    expect(nameOf({ version: 99, title: "Tomorrow" })).toBe("Tomorrow");
    expect(nameOf("what is this")).toBe("Untitled");
  });
});

describe("after a visit that ended too early", () => {
  test("what was written ahead is handed over", async () => {
    await shelf.save(entry("x", "1", "old"), null);
    local.write(entry("x", "2", "new"), ["1"]);
    await recover(storage, local, shelf);
    expect(nameOf((await shelf.read("x"))?.document)).toBe("new");
    expect(local.entries()).toEqual([]);
  });

  test("saves that were still under way make no second document", async () => {
    await shelf.save(entry("x", "2", "old"), null);
    local.write(entry("x", "3", "new"), ["1", "2"]);
    await recover(storage, local, shelf);
    expect((await shelf.list()).map(({ name }) => name)).toEqual(["new"]);
  });

  test("what another tab went on with is kept beside it", async () => {
    await shelf.save(entry("x", "9", "theirs"), null);
    local.write(entry("x", "2", "mine"), ["1"]);
    await recover(storage, local, shelf);
    expect((await shelf.list()).map(({ name }) => name).sort()).toEqual(["mine", "theirs"]);
  });

  test("what finds no room stays where it is", async () => {
    shelf.isFull = true;
    local.write(entry("x", "2"), [null]);
    await recover(storage, local, shelf);
    expect(local.entries()).toHaveLength(1);
  });

  test("the one draft of earlier versions becomes a document, even one that cannot be read yet", async () => {
    storage.setItem("losslab.draft", JSON.stringify({ version: 99, title: "Tomorrow" }));
    await recover(storage, local, shelf);
    expect((await shelf.list()).map(({ name }) => name)).toEqual(["Tomorrow"]);
    expect(storage.getItem("losslab.draft")).toBeNull();
  });
});

describe("a document that is open", () => {
  const events: string[] = [];
  const keep = (store: Store, identity: { id: string; base: string | null }) =>
    new Keeper(store, { local, shelf: Promise.resolve(shelf) }, identity, {
      onKept: (id) => events.push(`kept ${id}`),
      onForked: () => events.push("forked"),
    });
  beforeEach(() => {
    events.length = 0;
  });

  test("is kept from the first edit on, and looking at it is none", async () => {
    const store = createLosslabStore(defaultDocument, "dark");
    const keeper = keep(store, { id: "x", base: null });
    store.setState({ scale: "linear" });
    await keeper.flush();
    expect(await shelf.list()).toEqual([]);
    setLane(store, "A", { source: "edited" });
    await keeper.flush();
    expect(JSON.stringify((await shelf.read("x"))?.document)).toContain("edited");
    expect(JSON.stringify((await shelf.read("x"))?.document)).toContain('"scale":"linear"');
    expect(events).toEqual(["kept x"]);
    expect(local.entries()).toEqual([]);
  });

  test("in two tabs becomes two documents, and nothing is overwritten", async () => {
    await shelf.save(entry("x", "1"), null);
    const stores = ["first", "second"].map(() => createLosslabStore(document("mine"), "dark"));
    const keepers = stores.map((store) => keep(store, { id: "x", base: "1" }));
    for (const [i, store] of stores.entries()) {
      setLane(store, "A", { source: `typed in tab ${i}` });
      await keepers[i]?.flush();
    }
    expect((await shelf.list()).map(({ name }) => name).sort()).toEqual(["mine", "mine (2)"]);
    const texts = [...shelf.kept.values()].map(({ document: kept }) => JSON.stringify(kept));
    expect(texts.filter((text) => text.includes("typed in tab 0"))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("typed in tab 1"))).toHaveLength(1);
    expect(events).toEqual(["forked"]);
  });

  test("says that it is not saved where nothing takes it, and that it is again", async () => {
    const store = createLosslabStore(defaultDocument, "dark");
    const keeper = keep(store, { id: "x", base: null });
    shelf.isFull = true;
    storage.isFull = true;
    setLane(store, "A", { source: "one" });
    await keeper.flush();
    expect(store.getState().isSaved).toBe(false);
    shelf.isFull = false;
    setLane(store, "A", { source: "two" });
    await keeper.flush();
    expect(store.getState().isSaved).toBe(true);
  });

  test("counts as saved while the small storage has it", async () => {
    const store = createLosslabStore(defaultDocument, "dark");
    const keeper = keep(store, { id: "x", base: null });
    shelf.isFull = true;
    setLane(store, "A", { source: "one" });
    await keeper.flush();
    expect(store.getState().isSaved).toBe(true);
    expect(JSON.stringify(local.entries())).toContain("one");
  });
});
