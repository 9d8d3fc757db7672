/** @file Hands a file to the visitor. */

import { cutName } from "../document/cut-name.ts";

export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const MOST_CHARACTERS = 60;

/** What every file system takes: "Robust against outliers" -> "robust-against-outliers". Of a title that is too long, whole words and its number. */
export function fileName(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const name = cutName(words, MOST_CHARACTERS).replaceAll(" ", "-");
  return name === "" ? "losslab" : name;
}

/** Of what is taken out of a document: which document, and what of it. */
export const fileNameOf = (document: string, part: string, extension: string): string =>
  `${fileName(document)}-${fileName(part)}.${extension}`;
