/** @file What the page opens: the document in its address; failing that, what this tab had; then what was changed last. */
import { defaultDocument } from "../document/defaults.ts";
import { type LossDocument, parseDocument } from "../document/document.ts";
import { decodeLink, type LinkFault } from "../document/link/link.ts";
import type { Identity } from "./Keeper.ts";
import { freshId, type Shelf } from "./shelf.ts";
import type { Tab } from "./tab.ts";

/** Where a document came from. */
export type Origin = "own" | "link" | "file";

export interface Opening {
  readonly document: LossDocument;
  readonly origin: Origin;
  readonly identity: Identity;
  readonly isWaiting: boolean;
  /** What is wrong with the link that was to be opened. */
  readonly fault: LinkFault | null;
}

export const unsaved = (): Identity => ({ id: freshId(), base: null });

export function newOpening(): Opening {
  return { document: defaultDocument, origin: "own", identity: unsaved(), isWaiting: false, fault: null };
}

/** null where it is gone, or only a newer Losslab can read it. */
export async function savedOpening(shelf: Shelf, id: string): Promise<Opening | null> {
  const kept = await shelf.read(id);
  const document = kept === null ? null : parseDocument(kept.document);
  if (kept === null || document === null) return null;
  return { document, origin: "own", identity: { id, base: kept.stamp }, isWaiting: kept.isWaiting, fault: null };
}

/** What the visitor had last: in this tab, or at all. */
export async function ownOpening(shelf: Shelf, tab: Tab): Promise<Opening> {
  const inTab = tab.document === null ? null : await savedOpening(shelf, tab.document);
  if (inTab !== null) return inTab;
  for (const { id } of await shelf.list()) {
    const opening = await savedOpening(shelf, id);
    if (opening !== null) return opening;
  }
  return newOpening();
}

/** A link that can't be opened leaves the visitor's own work in sight. */
export async function firstOpening(fragment: string, shelf: Promise<Shelf>, tab: Tab): Promise<Opening> {
  if (fragment !== "" && fragment === tab.shared && tab.document !== null) {
    const own = await savedOpening(await shelf, tab.document);
    if (own !== null) return own;
  }
  const opened = fragment === "" ? null : decodeLink(fragment);
  if (opened?.kind === "document")
    return { document: opened.document, origin: "link", identity: unsaved(), isWaiting: !tab.allowsLinks, fault: null };
  return { ...(await ownOpening(await shelf, tab)), fault: opened?.fault ?? null };
}
