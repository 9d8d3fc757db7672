/** @file Documents in IndexedDB. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import {
  type KeptDocument,
  type ListedDocument,
  listed,
  mayReplace,
  parseKept,
  type SaveOutcome,
  type Shelf,
} from "./shelf.ts";

interface Schema extends DBSchema {
  documents: { key: string; value: unknown };
}

/** A browser that doesn't answer is taken for one that refuses. */
const PATIENCE = 2_000;

export class IndexedShelf implements Shelf {
  readonly #database: IDBPDatabase<Schema>;

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  /** null where the browser has none for this page. */
  static async open(): Promise<IndexedShelf | null> {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    try {
      const opening = openDB<Schema>("losslab", 1, {
        upgrade: (database) => {
          database.createObjectStore("documents");
        },
      });
      opening.catch(() => undefined);
      const database = await Promise.race([opening, late]);
      return database === null ? null : new IndexedShelf(database);
    } catch {
      return null;
    }
  }

  async list(): Promise<readonly ListedDocument[]> {
    const values = await this.#database.getAll("documents");
    return listed(values.flatMap((value) => parseKept(value) ?? []));
  }

  async read(id: string): Promise<KeptDocument | null> {
    return parseKept(await this.#database.get("documents", id));
  }

  /** Compares and writes in one transaction: of two tabs, one comes second and learns it. */
  async save(kept: KeptDocument, base: string | null): Promise<SaveOutcome> {
    const transaction = this.#database.transaction("documents", "readwrite");
    const there = parseKept(await transaction.store.get(kept.id));
    if (!mayReplace(there, kept, base)) {
      await transaction.done;
      return "conflict";
    }
    await Promise.all([transaction.store.put(kept, kept.id), transaction.done]);
    return "saved";
  }

  async remove(id: string): Promise<void> {
    await this.#database.delete("documents", id);
  }
}
