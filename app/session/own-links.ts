/**
 * @file Links that were made in this tab: opened in it again, as by a reload, they are the visitor's own, and run.
 *
 * Whole links are kept, and only of documents whose code may run: what is compared is the very text, which nobody else can bring about.
 */
import * as v from "valibot";
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";

const LINKS = "losslab.links";
/** The last ones made. */
const MOST_LINKS = 24;

const linksSchema = v.array(v.string());

function linksIn(storage: SmallStorage): readonly string[] {
  try {
    const read = v.safeParse(linksSchema, JSON.parse(tryToGet(storage, LINKS) ?? "[]"));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

export function isOwnLink(storage: SmallStorage, fragment: string): boolean {
  return linksIn(storage).includes(fragment);
}

/** Where the browser refuses, the link is somebody else's, as any other is. */
export function rememberLink(storage: SmallStorage, fragment: string): void {
  const others = linksIn(storage).filter((link) => link !== fragment);
  tryToSet(storage, LINKS, JSON.stringify([fragment, ...others].slice(0, MOST_LINKS)));
}
