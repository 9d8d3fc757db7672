/** @file Which document is open. Opening another one puts a new store and a new controller in the place of the old. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { documentLimits, type LossDocument } from "../document/document.ts";
import { type Excess, excessesOf, formatted } from "../document/limits.ts";
import type { LinkFault } from "../document/link/link.ts";
import { MOST_LINK } from "../document/link/most-link.ts";
import { nameOf } from "../document/name.ts";
import { isHeavy, numberCount, OWN } from "../document/own-data.ts";
import { Controller } from "../lanes/Controller.ts";
import { foreseen } from "../lanes/foreseen.ts";
import { documentOf } from "../store/document.ts";
import { allowRunning, createLosslabStore, type Store, setResult, type Theme } from "../store/store.ts";
import { fragmentOf, writeFragment } from "./address.ts";
import { browserStorage, diedRunning, markRunning, type SmallStorage } from "./browser-storage.ts";
import { type Embedding, partOf } from "./embed.ts";
import {
  firstOpening,
  linkCodec,
  linkOpening,
  newOpening,
  type Opening,
  type Origin,
  ownOpening,
  savedOpening,
  type Unopened,
  unsaved,
} from "./first-opening.ts";
import { IndexedShelf } from "./IndexedShelf.ts";
import { type Identity, Keeper } from "./Keeper.ts";
import { LocalShelf } from "./LocalShelf.ts";
import type { OfflineState } from "./offline.ts";
import { recover } from "./recover.ts";
import { freshId } from "../document/fresh-id.ts";
import { type KeptDocument, type ListedDocument, type Shelf, titled } from "./shelf.ts";
import { RunsKeeper } from "./runs/RunsKeeper.ts";
import { openRunShelf, type RunShelf } from "./runs/run-shelf.ts";
import { Tab } from "./tab.ts";
import { isNewcomer, rememberOwn } from "./welcome.ts";

export interface Desk {
  readonly store: Store;
  readonly controller: Controller;
  /** Another number for every document that is opened. */
  readonly opening: number;
  readonly origin: Origin;
  readonly fault: LinkFault | null;
  /** Something to be told about the open document. */
  readonly notice: string | null;
  /** It is what a first visit opens with. */
  readonly isFirst: boolean;
  /** Documents that were deleted and can be brought back, the last one first. */
  readonly deleted: readonly KeptDocument[];
}

export type SharedLink =
  /** The document holds more than links do. */
  | { readonly kind: "excess"; readonly excesses: readonly Excess[] }
  | { readonly kind: "link"; readonly fragment: string; readonly isInAddress: boolean }
  | { readonly kind: "too-long"; readonly length: number };

export interface SessionOptions {
  readonly theme: Theme;
  /** Part of another page: nothing is kept. */
  readonly embedding: Embedding | null;
  readonly offline: StoreApi<OfflineState>;
}

interface Places {
  readonly small: SmallStorage;
  readonly local: LocalShelf;
  readonly shelf: Promise<Shelf>;
  readonly runs: Promise<RunShelf>;
  readonly tab: Tab;
}

export class Session {
  readonly desk: StoreApi<Desk>;
  readonly embedding: Embedding | null;
  readonly offline: StoreApi<OfflineState>;
  readonly #places: Places;
  #keeper: Keeper | null = null;
  #runsKeeper: RunsKeeper | null = null;
  /** Of documents that were deleted here. */
  readonly #deletedRuns = new Map<string, ReadonlyMap<string, unknown>>();
  #embedded: LossDocument | null = null;
  /** The fragment that stands for what is shown; empty for what has none. */
  #shown: string;

  private constructor({ theme, embedding, offline }: SessionOptions, places: Places, first: Opening) {
    this.embedding = embedding;
    this.offline = offline;
    this.#places = places;
    this.#shown = first.fault === null ? fragmentOf() : "";
    const parts = this.#partsOf(first, theme);
    this.desk = createStore<Desk>(() => ({ ...parts, opening: 0, deleted: [] }));
    this.#keep(first.identity);
    if (first.origin === "own" && first.identity.base !== null) this.#kept(first.identity.id);
    this.#pauseIfDied();
    parts.controller.begin();
    addEventListener("hashchange", () => void this.#onAddress());
    for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => void this.saved());
    // Whoever leaves while a loss happens to be evaluated did not crash.
    addEventListener("pagehide", () => markRunning(places.small, false));
  }

  static async start(options: SessionOptions): Promise<Session> {
    const small = browserStorage("localStorage");
    const local = new LocalShelf(small);
    const tab = new Tab(browserStorage("sessionStorage"));
    const shelf = options.embedding !== null ? Promise.resolve<Shelf>(local) : openShelf(small, local);
    return new Session(
      options,
      { small, local, shelf, runs: openRunShelf(small), tab },
      await firstOpening(fragmentOf(), shelf, tab, options.embedding === null && isNewcomer(small)),
    );
  }

  get store(): Store {
    return this.desk.getState().store;
  }

  /** The whole document of which a part is shown; null where all of it is. */
  get embedded(): LossDocument | null {
    return this.#embedded;
  }

  get openId(): string | null {
    return this.#keeper?.id ?? null;
  }

  async list(): Promise<readonly ListedDocument[]> {
    await this.#keeper?.flush();
    return (await this.#places.shelf).list();
  }

  /** Everything that can be kept is kept. */
  async saved(): Promise<void> {
    await Promise.all([this.#keeper?.flush(), this.#runsKeeper?.flush()]);
  }

  /** null where it is open now. */
  async open(id: string): Promise<Unopened | null> {
    await this.#keeper?.flush();
    const opening = await savedOpening(await this.#places.shelf, id);
    if (typeof opening === "string") return opening;
    this.#replace(opening);
    return null;
  }

  openNew(): void {
    this.#replace(newOpening());
  }

  /** A stranger's, like one from a link: files are passed on too. */
  openFile(document: LossDocument): void {
    this.#replace({
      document,
      origin: "file",
      identity: unsaved(),
      isWaiting: !this.#places.tab.allowsLinks,
      fault: null,
      notice: null,
    });
  }

  /** What the visitor had before a link was opened. */
  async backToOwn(): Promise<void> {
    this.#replace(await ownOpening(await this.#places.shelf, this.#places.tab));
  }

  async duplicate(id: string): Promise<void> {
    await this.saved();
    const [shelf, runs] = await Promise.all([this.#places.shelf, this.#places.runs]);
    const kept = await shelf.read(id);
    if (kept === null) return;
    const copy = freshId();
    const document = titled(kept.document, `Copy of ${nameOf(kept.document)}`);
    await shelf.save({ ...kept, id: copy, stamp: freshId(), changed: Date.now(), document }, null);
    await runs.write(copy, await runs.read(id)).catch(() => undefined);
  }

  async rename(id: string, title: string): Promise<void> {
    if (id === this.openId) {
      const kept = title.slice(0, documentLimits.title);
      this.store.setState(({ document }) => ({ document: { ...document, title: kept } }));
      return;
    }
    const shelf = await this.#places.shelf;
    const kept = await shelf.read(id);
    if (kept === null) return;
    const renamed = { ...kept, stamp: freshId(), changed: Date.now(), document: titled(kept.document, title) };
    await shelf.save(renamed, kept.stamp);
  }

  async delete(id: string): Promise<void> {
    const isOpen = id === this.openId;
    await this.saved();
    if (isOpen) {
      this.#keeper?.abandon();
      this.#runsKeeper?.abandon();
    }
    const shelf = await this.#places.shelf;
    const kept = await shelf.read(id);
    await shelf.remove(id);
    await this.#deleteRuns(id);
    if (kept !== null) this.desk.setState(({ deleted }) => ({ deleted: [kept, ...deleted] }));
    if (isOpen) await this.backToOwn();
  }

  async undelete(): Promise<void> {
    const [last, ...earlier] = this.desk.getState().deleted;
    if (last === undefined) return;
    await (await this.#places.shelf).save(last, null);
    const runs = this.#deletedRuns.get(last.id);
    if (runs !== undefined) await (await this.#places.runs).write(last.id, runs).catch(() => undefined);
    this.desk.setState({ deleted: earlier });
  }

  /** They go with their document, and come back with it. */
  async #deleteRuns(id: string): Promise<void> {
    const shelf = await this.#places.runs;
    try {
      const runs = await shelf.read(id);
      this.#deletedRuns.set(id, runs);
      await shelf.write(id, new Map([...runs.keys()].map((key) => [key, null])));
    } catch {
      // Where the browser refuses, there is nothing of them, or they stay.
    }
  }

  /** The open document as a link, which then stands in the address bar. */
  async share(): Promise<SharedLink> {
    const made = await linkOf(documentOf(this.store.getState()));
    if (made.kind !== "link") return made;
    const { fragment } = made;
    const isInAddress = writeFragment(fragment);
    if (isInAddress) this.#shown = fragment;
    if (this.desk.getState().origin === "own") {
      if (isInAddress) this.#places.tab.share(fragment);
      if (!this.store.getState().isWaiting) this.#places.tab.rememberLink(fragment);
    }
    return { kind: "link", fragment, isInAddress };
  }

  /** From now on links run in this tab as soon as they are opened. */
  allowLinks(): void {
    this.#places.tab.allowLinks();
    allowRunning(this.store);
  }

  /** Something about what was just tried. */
  tell(notice: string): void {
    this.desk.setState({ notice });
  }

  /** What was said has been read. */
  dismiss(): void {
    if (this.desk.getState().fault !== null) writeFragment(this.#shown);
    this.desk.setState({ fault: null, notice: null });
  }

  async #onAddress(): Promise<void> {
    const fragment = fragmentOf();
    if (fragment === this.#shown) return this.desk.setState({ fault: null });
    // Back went to where the visitor's own document was shown.
    if (fragment === "" || fragment === this.#places.tab.shared) return this.backToOwn();
    const opened = (await linkCodec()).decodeLink(fragment);
    if (opened.kind === "fault") return this.desk.setState({ fault: opened.fault });
    this.#replace(linkOpening(opened.document, fragment, this.#places.tab), fragment);
  }

  /** `fragment`: what stands for it in the address. */
  #replace(opening: Opening, fragment = ""): void {
    const { store, controller } = this.desk.getState();
    void this.#keeper?.close();
    void this.#runsKeeper?.close();
    controller.dispose();
    // What was being evaluated was ended with it.
    markRunning(this.#places.small, false);
    this.#shown = fragment;
    if (fragmentOf() !== fragment) writeFragment(fragment);
    const parts = this.#partsOf(opening, store.getState().theme);
    this.desk.setState((before) => ({ ...parts, opening: before.opening + 1 }));
    this.#keep(opening.identity);
    if (opening.origin === "own" && opening.identity.base !== null) this.#kept(opening.identity.id);
    parts.controller.begin();
  }

  #partsOf(
    { document, origin, isWaiting, fault, notice, isFirst = false }: Opening,
    theme: Theme,
  ): Omit<Desk, "opening" | "deleted"> {
    const shown = this.embedding === null ? document : partOf(document, this.embedding);
    // Lanes that a visitor removed here are not to come back.
    this.#embedded = shown === document ? null : document;
    const store = createLosslabStore(shown, theme, isWaiting, isWaiting ? {} : foreseen(shown));
    const controller = new Controller(store, (isRunning) => markRunning(this.#places.small, isRunning));
    return { store, controller, origin, fault, notice, isFirst };
  }

  /** What did not finish last time would not finish now; it opens without running. */
  #pauseIfDied(): void {
    if (!diedRunning(this.#places.small)) return;
    markRunning(this.#places.small, false);
    for (const { id } of this.store.getState().document.lanes) setResult(this.store, id, { phase: "paused" });
  }

  /** It is one of the visitor's own, and what this tab shows. */
  #kept(id: string): void {
    this.#places.tab.keep(id);
    rememberOwn(this.#places.small);
  }

  #keep(identity: Identity): void {
    if (this.embedding !== null) return;
    const { store } = this.desk.getState();
    store.subscribe((now, before) => {
      // What the address holds is no longer what is shown.
      if (now.document === before.document || this.store !== store) return;
      this.#shown = "";
      if (fragmentOf() !== "" && this.desk.getState().fault === null) writeFragment("");
    });
    const runs = new RunsKeeper(store, this.#places.runs, identity.base === null ? null : identity.id);
    this.#runsKeeper = runs;
    this.#keeper = new Keeper(store, this.#places, identity, {
      onKept: (id) => {
        runs.keepWith(id);
        if (this.store === store) this.#kept(id);
      },
      onForked: (id) => {
        runs.keepWith(id);
        if (this.store !== store) return;
        this.#kept(id);
        this.desk.setState({
          notice:
            "This document was changed in another tab too. Yours goes on as a document of its own; nothing was overwritten.",
        });
      },
    });
  }
}

/** A document as a link that stands nowhere yet. */
export async function linkOf(document: LossDocument): Promise<SharedLink> {
  const { encodeLink } = await linkCodec();
  const excesses = excessesOf(document);
  if (excesses.length > 0) return { kind: "excess", excesses };
  const { data, ...rest } = document;
  // Data that nothing is trained on stay at home.
  const taken = rest.experiment.dataset === OWN ? data : null;
  // Packing them would hold the page up for seconds, for nothing.
  if (taken !== null && isHeavy(taken))
    return {
      kind: "excess",
      excesses: [{ isSource: false, text: `The data are ${formatted(numberCount(taken))} numbers.` }],
    };
  const fragment = encodeLink({ ...rest, data: taken });
  return fragment.length > MOST_LINK
    ? { kind: "too-long", length: fragment.length }
    : { kind: "link", fragment, isInAddress: false };
}

async function openShelf(storage: SmallStorage, local: LocalShelf): Promise<Shelf> {
  const shelf = (await IndexedShelf.open()) ?? local;
  await recover(storage, local, shelf);
  return shelf;
}
