/** @file A document as a JSON file. */
import type { LossDocument } from "../document/document.ts";
import { openKept } from "../document/kept.ts";
import { nameOf } from "../document/name.ts";
import { isHeavy } from "../document/own-data.ts";
import { download, fileName } from "./download.ts";

/** No document within its limits is longer: a million numbers of 23 letters, and the texts. */
const MOST_BYTES = 32_000_000;

export type ReadFile =
  | { readonly kind: "document"; readonly document: LossDocument }
  | { readonly kind: "refused"; readonly reason: string };

export function saveAsFile(document: LossDocument): void {
  // A line for each number, of so many, would be half of the file.
  const indent = isHeavy(document.data) ? 0 : 2;
  download(
    `${fileName(nameOf(document))}.losslab.json`,
    "application/json",
    `${JSON.stringify(document, null, indent)}\n`,
  );
}

export async function readDocumentFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} has ${Math.round(file.size / 1e6)} MB; documents have at most ${MOST_BYTES / 1e6}.`);
  const text = await file.text().catch(() => null);
  if (text === null) return refused(`${file.name} could not be read. Was it moved or deleted meanwhile?`);
  return documentOfText(text, file.name);
}

export function documentOfText(text: string, name: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`${name} is not JSON. Save a document with “Save as file” to get one that can be opened.`);
  }
  const opened = openKept(value);
  if (opened.kind === "newer")
    return refused(`${name} was made by a newer Losslab. Reload the page to get the newest.`);
  if (opened.kind === "unreadable") return refused(`${name} holds no document of Losslab.`);
  // A file may hold longer texts than a link. It is not for the page to mend what somebody else wrote.
  const [first] = opened.mended;
  return first === undefined
    ? { kind: "document", document: opened.document }
    : refused(`${name} holds values out of their range: ${first}.`);
}

const refused = (reason: string): ReadFile => ({ kind: "refused", reason });
