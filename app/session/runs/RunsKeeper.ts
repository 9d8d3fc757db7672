/** @file Keeps the runs of the open document with it, as soon as the document itself is kept: nothing of it is written before. */
import type { RunsTrouble } from "../../store/kept-runs.ts";
import { addKeptRuns } from "../../store/kept-runs.ts";
import type { Store } from "../../store/store.ts";
import { Saving } from "../Saving.ts";
import { DataNames, entriesOf, runsIn, writtenOf } from "./run-entries.ts";
import type { RunShelf } from "./run-shelf.ts";

/** Several lanes end within a moment, and names are typed. */
const SAVE_AFTER = 200;

export class RunsKeeper {
  readonly #store: Store;
  readonly #shelf: Promise<RunShelf>;
  readonly #unsubscribe: () => void;
  readonly #names = new DataNames();
  /** The document that they are kept with; null while that is not kept. */
  #document: string | null;
  /** What stands on the shelf, by its key. */
  #written: ReadonlyMap<string, object> = new Map();
  readonly #saving: Saving;

  constructor(store: Store, shelf: Promise<RunShelf>, document: string | null) {
    this.#store = store;
    this.#shelf = shelf;
    this.#document = document;
    this.#saving = new Saving(
      SAVE_AFTER,
      () => () => this.#write(),
      document === null ? Promise.resolve() : this.#load(document),
    );
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.kept.list !== before.kept.list) this.#schedule();
    });
  }

  /** The document is kept under this name from now on. */
  keepWith(document: string): void {
    if (this.#document === document) return;
    this.#document = document;
    this.#written = new Map();
    this.#schedule();
  }

  flush(): Promise<void> {
    return this.#saving.flush();
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    await this.flush();
  }

  /** Lets go of them without another save. */
  abandon(): void {
    this.#unsubscribe();
    this.#saving.abandon();
  }

  async #load(document: string): Promise<void> {
    try {
      const { runs, unreadable } = runsIn(await (await this.#shelf).read(document), this.#names);
      // What was just read need not be written.
      this.#written = entriesOf(runs, this.#names);
      addKeptRuns(this.#store, runs, unreadable);
    } catch {
      this.#tell("forbidden");
    }
  }

  #schedule(): void {
    if (this.#document !== null) this.#saving.schedule();
  }

  async #write(): Promise<void> {
    const [document, { list }] = [this.#document, this.#store.getState().kept];
    if (document === null) return;
    const entries = entriesOf(list, this.#names);
    const gone = [...this.#written.keys()].filter((key) => !entries.has(key));
    const fresh = [...entries].filter(([key, of]) => this.#written.get(key) !== of).map(([key]) => key);
    if (gone.length + fresh.length === 0) return;
    try {
      await (await this.#shelf).write(
        document,
        new Map([
          ...gone.map((key) => [key, null] as const),
          ...fresh.map((key) => [key, writtenOf(key, list, this.#names)] as const),
        ]),
      );
      this.#written = entries;
      this.#tell(null);
    } catch (error) {
      this.#tell(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "forbidden");
    }
  }

  #tell(trouble: RunsTrouble | null): void {
    const { kept } = this.#store.getState();
    if (kept.trouble !== trouble) this.#store.setState({ kept: { ...kept, trouble } });
  }
}
