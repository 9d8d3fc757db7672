/**
 * @file Documents in localStorage, which is written before a call returns. It is what the page falls back on without IndexedDB, and where a
 * document stands until IndexedDB has it: a tab can die at any moment.
 */
import * as v from "valibot";
import { type SmallStorage, tryToGet } from "./browser-storage.ts";
import {
  type KeptDocument,
  type ListedDocument,
  listed,
  mayReplace,
  parseKept,
  type SaveOutcome,
  type Shelf,
} from "./shelf.ts";

const basesSchema = v.object({ bases: v.array(v.nullable(v.string())) });

const PREFIX = "losslab.document.";

export interface LocalEntry extends KeptDocument {
  /** Stamps it may be found under elsewhere if it is to take that place: the last one known to be there, and those of saves that were under way. */
  readonly bases: readonly (string | null)[];
}

export class LocalShelf implements Shelf {
  readonly #storage: SmallStorage;

  constructor(storage: SmallStorage) {
    this.#storage = storage;
  }

  async list(): Promise<readonly ListedDocument[]> {
    return listed(this.entries());
  }

  async read(id: string): Promise<KeptDocument | null> {
    return this.#entry(PREFIX + id);
  }

  async save(kept: KeptDocument, base: string | null): Promise<SaveOutcome> {
    if (!mayReplace(this.#entry(PREFIX + kept.id), kept, base)) return "conflict";
    this.write(kept, [base]);
    return "saved";
  }

  async remove(id: string): Promise<void> {
    this.#storage.removeItem(PREFIX + id);
  }

  entries(): LocalEntry[] {
    const keys = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? "");
    return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => this.#entry(key) ?? []);
  }

  /** At once, whatever is there. Throws where the browser refuses. */
  write(kept: KeptDocument, bases: LocalEntry["bases"]): void {
    this.#storage.setItem(PREFIX + kept.id, JSON.stringify({ ...kept, bases }));
  }

  /** Takes a document away if it is still the one that was written with this stamp. */
  release({ id, stamp }: Pick<KeptDocument, "id" | "stamp">): void {
    if (this.#entry(PREFIX + id)?.stamp === stamp) this.#storage.removeItem(PREFIX + id);
  }

  #entry(key: string): LocalEntry | null {
    const text = tryToGet(this.#storage, key);
    if (text === null) return null;
    try {
      const value: unknown = JSON.parse(text);
      const kept = parseKept(value);
      const bases = v.safeParse(basesSchema, value);
      return kept === null ? null : { ...kept, bases: bases.success ? bases.output.bases : [null] };
    } catch {
      return null;
    }
  }
}
