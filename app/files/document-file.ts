/** @file A document as a JSON file. */
import { type LossDocument, parseDocument, VERSION } from "../document/document.ts";
import { nameOf } from "../document/name.ts";
import { download, fileName } from "./download.ts";

/** No document within its limits is longer. */
const MOST_BYTES = 2_000_000;

export type ReadFile =
  | { readonly kind: "document"; readonly document: LossDocument }
  | { readonly kind: "refused"; readonly reason: string };

export function saveAsFile(document: LossDocument): void {
  download(`${fileName(nameOf(document))}.losslab.json`, "application/json", `${JSON.stringify(document, null, 2)}\n`);
}

export async function readDocumentFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} has ${Math.round(file.size / 1e6)} MB; documents have at most 2.`);
  return documentOfText(await file.text(), file.name);
}

export function documentOfText(text: string, name: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`${name} is not JSON. Save a document with “Save as file” to get one that can be opened.`);
  }
  const document = parseDocument(value);
  if (document !== null) return { kind: "document", document };
  const isNewer = typeof value === "object" && value !== null && "version" in value && Number(value.version) > VERSION;
  return refused(
    isNewer
      ? `${name} was made by a newer Losslab. Reload the page to get the newest.`
      : `${name} holds no document of Losslab, or values out of their range.`,
  );
}

const refused = (reason: string): ReadFile => ({ kind: "refused", reason });
