/** @file Lines of a block: comments, braces, docs. */
import { type Doc, join, nest, newline } from "../layout.ts";
import type { Block } from "../tree.ts";
import type { PrintContext } from "./context.ts";

export const comment = (text: string): string => (text === "" ? "//" : `// ${text}`);

/** Comments and blank lines, each a line; a null is a blank one. */
export const lines = (before: readonly (string | null)[]): Doc[] =>
  before.map((line) => (line === null ? "" : comment(line)));

export const noteOf = (after: string | null): Doc =>
  after === null ? "" : { kind: "note", text: ` ${comment(after)}` };

/** No blank line at the beginning, never two in a row. */
export const tidy = (found: readonly Doc[]): Doc[] =>
  found.filter((line, i) => line !== "" || (i > 0 && found[i - 1] !== ""));

/** A block in braces. */
export function braced(content: readonly Doc[]): Doc {
  return content.length === 0 ? "{}" : ["{", nest([newline, ...join(content, newline)]), newline, "}"];
}

export const body = (context: PrintContext, inside: Block): Doc => braced(context.print.block(context, inside));

/** A comment behind a header goes behind its brace. */
export function withFirst(content: Doc, note: Doc): Doc {
  if (note === "" || typeof content === "string" || "kind" in content) return [content, note];
  const [open, ...rest] = content;
  return [open, note, ...rest];
}

export function docLines(doc: string): Doc[] {
  const rows = doc.replaceAll("*/", "*\\/").split("\n");
  if (rows.length === 1) return [`/** ${rows[0]} */`];
  return ["/**", ...rows.map((row) => (row === "" ? " *" : ` * ${row}`)), " */"];
}
