/** @file What the page opens: the document in its address; failing that, what this tab had; then what was changed last. */
import { defaultDocument, firstDocument } from "../document/defaults.ts";
import type { LossDocument } from "../document/document.ts";
import { type OpenedKept, openKept } from "../document/kept.ts";
import type { LinkFault } from "../document/link/link.ts";
import type { Identity } from "./Keeper.ts";
import { freshId } from "../document/fresh-id.ts";
import type { Shelf } from "./shelf.ts";
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
  /** Something to be told about it. */
  readonly notice: string | null;
  /** Nobody has made anything yet: it is there to show what the page does. */
  readonly isFirst?: boolean;
}

/** Most visits neither open a link nor make one. */
export const linkCodec = () => import("../document/link/link.ts");

export const unsaved = (): Identity => ({ id: freshId(), base: null });

export function newOpening(): Opening {
  return { document: defaultDocument, origin: "own", identity: unsaved(), isWaiting: false, fault: null, notice: null };
}

/** Why a document that is listed does not open. */
export type Unopened = Exclude<OpenedKept["kind"], "document"> | "gone";

export const unopenedWords: Readonly<Record<Unopened, string>> = {
  gone: "It was deleted meanwhile, in another tab.",
  newer: "It was made by a newer Losslab. Reload the page to get the newest.",
  unreadable: "It is no document that this page can read. It is kept as it is.",
};

export async function savedOpening(shelf: Shelf, id: string): Promise<Opening | Unopened> {
  const kept = await shelf.read(id);
  if (kept === null) return "gone";
  const opened = openKept(kept.document);
  if (opened.kind !== "document") return opened.kind;
  const { document, mended } = opened;
  const notice =
    mended.length === 0
      ? null
      : `Some of it was out of range and was brought into it: ${[...new Set(mended)].join(", ")}.`;
  const identity = { id, base: kept.stamp };
  return { document, origin: "own", identity, isWaiting: kept.isWaiting, fault: null, notice };
}

/** What the visitor had last: in this tab, or at all. Who is new here finds something that shows what the page does. */
export async function ownOpening(shelf: Shelf, tab: Tab, isNew = false): Promise<Opening> {
  const inTab = tab.document === null ? "gone" : await savedOpening(shelf, tab.document);
  if (typeof inTab !== "string") return inTab;
  const skipped: string[] = [];
  for (const { id, name } of await shelf.list()) {
    const opening = await savedOpening(shelf, id);
    if (typeof opening !== "string") return withNotice(opening, skipped);
    skipped.push(`“${name}” does not open. ${unopenedWords[opening]}`);
  }
  const first = isNew ? { ...newOpening(), document: firstDocument, isFirst: true } : newOpening();
  return withNotice(first, skipped);
}

function withNotice(opening: Opening, more: readonly string[]): Opening {
  const notices = [...more, ...(opening.notice === null ? [] : [opening.notice])];
  return { ...opening, notice: notices.length === 0 ? null : notices.join(" ") };
}

/** A document from a link: a stranger's, unless the link was made here. */
export function linkOpening(document: LossDocument, fragment: string, tab: Tab): Opening {
  const isOwn = tab.isOwnLink(fragment);
  const isWaiting = !isOwn && !tab.allowsLinks;
  return { document, origin: isOwn ? "own" : "link", identity: unsaved(), isWaiting, fault: null, notice: null };
}

/** A link that can't be opened leaves the visitor's own work in sight. */
export async function firstOpening(fragment: string, shelf: Promise<Shelf>, tab: Tab, isNew = false): Promise<Opening> {
  if (fragment !== "" && fragment === tab.shared && tab.document !== null) {
    const own = await savedOpening(await shelf, tab.document);
    if (typeof own !== "string") return own;
  }
  const opened = fragment === "" ? null : (await linkCodec()).decodeLink(fragment);
  if (opened?.kind === "document") return linkOpening(opened.document, fragment, tab);
  return { ...(await ownOpening(await shelf, tab, isNew)), fault: opened?.fault ?? null };
}
