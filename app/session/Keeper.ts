/** @file Keeps the open document as it is typed. */
import type { LossDocument } from "../document/document.ts";
import { excessesOf } from "../document/limits.ts";
import { nameOf } from "../document/name.ts";
import { isHeavy } from "../document/own-data.ts";
import { documentOf, isViewedAlike } from "../store/document.ts";
import type { State, Store } from "../store/store.ts";
import type { LocalShelf } from "./LocalShelf.ts";
import { Saving } from "./Saving.ts";
import { freshId } from "../document/fresh-id.ts";
import type { KeptDocument, Shelf } from "./shelf.ts";

/** Typing is saved this long after it stops, and at once when the page goes away. */
const SAVE_AFTER = 150;

export interface Identity {
  readonly id: string;
  /** The stamp that is on the shelf; null while it is on none: then it is kept from the first edit on. */
  readonly base: string | null;
}

export interface KeeperEvents {
  /** For the first time: from now on it is one of the visitor's own. */
  readonly onKept: (id: string) => void;
  /** Another tab has saved it meanwhile; from here on this is a document of its own. */
  readonly onForked: (id: string) => void;
}

export class Keeper {
  readonly #store: Store;
  readonly #local: LocalShelf;
  readonly #shelf: Promise<Shelf>;
  readonly #events: KeeperEvents;
  readonly #unsubscribe: () => void;
  #id: string;
  #base: string | null;
  readonly #saving = new Saving(SAVE_AFTER, () => this.#begin());
  /** Stamps of saves that are under way. */
  #issued: readonly string[] = [];
  #hasOnlyLocal = false;

  constructor(
    store: Store,
    places: { readonly local: LocalShelf; readonly shelf: Promise<Shelf> },
    identity: Identity,
    events: KeeperEvents,
  ) {
    this.#store = store;
    this.#local = places.local;
    this.#shelf = places.shelf;
    this.#id = identity.id;
    this.#base = identity.base;
    this.#events = events;
    void places.shelf.then((shelf) => {
      this.#hasOnlyLocal = shelf === places.local;
    });
    this.#unsubscribe = store.subscribe((now, before) => {
      // Who names or pins a run wants to find it again.
      const isEdited = now.document !== before.document || (now.kept !== before.kept && hasChosenRuns(now));
      if (isEdited || (this.#base !== null && isOtherwiseChanged(now, before))) this.#saving.schedule();
    });
  }

  get id(): string {
    return this.#id;
  }

  /** Saves what is not saved yet, as far as can be done before the page is gone. */
  flush(): Promise<void> {
    return this.#saving.flush();
  }

  /** Saves it and lets go of it. */
  async close(): Promise<void> {
    this.#unsubscribe();
    await this.flush();
  }

  /** Lets go of it without another save: it was deleted. */
  abandon(): void {
    this.#unsubscribe();
    this.#saving.abandon();
  }

  #begin(): () => Promise<void> {
    const state = this.#store.getState();
    const document = documentOf(state);
    // What would not come back as it is, is not kept without a word.
    const excess = excessesOf(document).find(({ isSource }) => !isSource)?.text ?? null;
    if (state.excess !== excess) this.#store.setState({ excess });
    const kept = this.#kept(document, state.isWaiting);
    // What takes long to be written, and is more than such a storage holds, has to wait for the other place.
    const isWritten = !isHeavy(document.data) && this.#writeAhead(kept);
    return () => this.#handOver(kept, isWritten);
  }

  #kept(document: LossDocument, isWaiting: boolean): KeptDocument {
    return { id: this.#id, stamp: freshId(), changed: Date.now(), isWaiting, document };
  }

  #writeAhead(kept: KeptDocument): boolean {
    if (this.#hasOnlyLocal) return false;
    try {
      this.#local.write(kept, [this.#base, ...this.#issued]);
      this.#issued = [...this.#issued, kept.stamp];
      return true;
    } catch {
      return false;
    }
  }

  async #handOver(kept: KeptDocument, isWritten: boolean): Promise<void> {
    const shelf = await this.#shelf;
    // An earlier save may have been turned into a fork meanwhile.
    const own = kept.id === this.#id ? kept : { ...kept, id: this.#id };
    try {
      const outcome = await shelf.save(own, this.#base);
      if (outcome === "conflict") return await this.#fork(shelf, kept);
      const isFirst = this.#base === null;
      this.#base = own.stamp;
      this.#issued = this.#issued.slice(this.#issued.indexOf(own.stamp) + 1);
      if (shelf !== this.#local) this.#local.release(kept);
      this.#setSaved(true);
      if (isFirst) this.#events.onKept(own.id);
    } catch {
      // What was written ahead is there at the next visit.
      this.#setSaved(isWritten);
    }
  }

  async #fork(shelf: Shelf, kept: KeptDocument): Promise<void> {
    if (shelf !== this.#local) this.#local.release(kept);
    this.#id = freshId();
    this.#base = null;
    this.#issued = [];
    const { document } = this.#store.getState();
    const title = `${nameOf(document).slice(0, 70)} (2)`;
    const fork = {
      ...kept,
      id: this.#id,
      stamp: freshId(),
      document: { ...documentOf(this.#store.getState()), title },
    };
    await shelf.save(fork, null);
    this.#base = fork.stamp;
    this.#store.setState({ document: { ...document, title } });
    this.#setSaved(true);
    this.#events.onForked(this.#id);
  }

  #setSaved(isSaved: boolean): void {
    if (this.#store.getState().isSaved !== isSaved) this.#store.setState({ isSaved });
  }
}

const hasChosenRuns = ({ kept }: State): boolean =>
  kept.list.some(({ name, note, isPinned }) => isPinned || name !== "" || note !== "");

/** How it is looked at, whether it may run, and what its runs came to: kept, but no reason to make a document of it. */
function isOtherwiseChanged(now: State, before: State): boolean {
  return now.isWaiting !== before.isWaiting || !isViewedAlike(now, before);
}
