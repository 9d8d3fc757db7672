/** @file Where runs are kept beside their documents: an entry each, so that a run that is made, named or deleted is all that is written. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type SmallStorage, tryToGet } from "../browser-storage.ts";

export interface RunShelf {
  /** All entries of a document. */
  read(document: string): Promise<ReadonlyMap<string, unknown>>;
  /** Plain values; null takes an entry away. Rejects where the browser refuses. */
  write(document: string, entries: ReadonlyMap<string, unknown>): Promise<void>;
}

interface Schema extends DBSchema {
  entries: { key: string; value: unknown };
}

/** A browser that doesn't answer is taken for one that refuses. */
const PATIENCE = 2_000;

/** A database of its own: a page of an earlier version that is open elsewhere holds the other one as it was. */
class IndexedRunShelf implements RunShelf {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async read(document: string): Promise<ReadonlyMap<string, unknown>> {
    const from = `${document}/`;
    const store = this.#database.transaction("entries").store;
    const range = IDBKeyRange.bound(from, `${from}\uffff`);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return new Map(keys.map((key, i) => [key.slice(from.length), values[i]]));
  }

  async write(document: string, entries: ReadonlyMap<string, unknown>): Promise<void> {
    const transaction = this.#database.transaction("entries", "readwrite");
    const all = [...entries].map(([key, value]) =>
      value === null
        ? transaction.store.delete(`${document}/${key}`)
        : transaction.store.put(value, `${document}/${key}`),
    );
    await Promise.all([...all, transaction.done]);
  }
}

const PREFIX = "losslab.runs.";

/** Where there is no IndexedDB. */
export class LocalRunShelf implements RunShelf {
  readonly #storage: SmallStorage;

  constructor(storage: SmallStorage) {
    this.#storage = storage;
  }

  async read(document: string): Promise<ReadonlyMap<string, unknown>> {
    const from = `${PREFIX}${document}/`;
    const keys = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? "");
    return new Map(keys.filter((key) => key.startsWith(from)).map((key) => [key.slice(from.length), this.#entry(key)]));
  }

  async write(document: string, entries: ReadonlyMap<string, unknown>): Promise<void> {
    // What is taken away first makes room for the rest.
    for (const [key, value] of entries) if (value === null) this.#storage.removeItem(`${PREFIX}${document}/${key}`);
    for (const [key, value] of entries)
      if (value !== null) this.#storage.setItem(`${PREFIX}${document}/${key}`, JSON.stringify(value));
  }

  /** null for what is no JSON: its reader says that it is no run. */
  #entry(key: string): unknown {
    try {
      return JSON.parse(tryToGet(this.#storage, key) ?? "null");
    } catch {
      return null;
    }
  }
}

export async function openRunShelf(storage: SmallStorage): Promise<RunShelf> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  try {
    const opening = openDB<Schema>("losslab-runs", 1, {
      upgrade: (database) => {
        database.createObjectStore("entries");
      },
    });
    opening.catch(() => undefined);
    const database = await Promise.race([opening, late]);
    return database === null ? new LocalRunShelf(storage) : new IndexedRunShelf(database);
  } catch {
    return new LocalRunShelf(storage);
  }
}
