/** @file Brings documents to where they are kept: what the last visit could not hand over, and the single draft of earlier versions. */
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";
import type { LocalShelf } from "./LocalShelf.ts";
import { freshId } from "../document/fresh-id.ts";
import type { Shelf } from "./shelf.ts";

/** Before there was a list of documents, there was this one. */
const DRAFT = "losslab.draft";

/** What cannot be handed over stays where it is. */
export async function recover(storage: SmallStorage, local: LocalShelf, shelf: Shelf): Promise<void> {
  for (const { bases, ...entry } of shelf === local ? [] : local.entries()) {
    try {
      let isSaved = false;
      for (const base of bases) isSaved ||= (await shelf.save(entry, base)) === "saved";
      // Somebody else went on with it: both are kept.
      if (!isSaved) await shelf.save({ ...entry, id: freshId() }, null);
      local.release(entry);
    } catch {
      return;
    }
  }
  const draft = tryToGet(storage, DRAFT);
  if (draft === null) return;
  try {
    const document: unknown = JSON.parse(draft);
    await shelf.save({ id: freshId(), stamp: freshId(), changed: Date.now(), isWaiting: false, document }, null);
    tryToSet(storage, DRAFT, null);
  } catch {
    // Not JSON, or no room. It stays, and harms nobody.
  }
}
