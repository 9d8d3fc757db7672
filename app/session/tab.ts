/** @file What a tab remembers over a reload: which document it shows, and whether links may run in it. */
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";
import { isOwnLink, rememberLink } from "./own-links.ts";

const DOCUMENT = "losslab.tab.document";
/** The link that was made of that document: found in the address again, it is the visitor's own. */
const SHARED = "losslab.tab.shared";
const ALLOWS = "losslab.tab.allows-links";

export class Tab {
  readonly #storage: SmallStorage;

  constructor(storage: SmallStorage) {
    this.#storage = storage;
  }

  get document(): string | null {
    return tryToGet(this.#storage, DOCUMENT);
  }

  get shared(): string | null {
    return tryToGet(this.#storage, SHARED);
  }

  /** Shows this document of the visitor's own. */
  keep(id: string): void {
    if (id === this.document) return;
    tryToSet(this.#storage, DOCUMENT, id);
    tryToSet(this.#storage, SHARED, null);
  }

  share(fragment: string): void {
    tryToSet(this.#storage, SHARED, fragment);
  }

  /** Was made here, of a document whose code may run. */
  isOwnLink(fragment: string): boolean {
    return isOwnLink(this.#storage, fragment);
  }

  rememberLink(fragment: string): void {
    rememberLink(this.#storage, fragment);
  }

  get allowsLinks(): boolean {
    return tryToGet(this.#storage, ALLOWS) !== null;
  }

  allowLinks(): void {
    tryToSet(this.#storage, ALLOWS, "1");
  }
}
