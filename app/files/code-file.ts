/** @file Code from a file: a script, a text, or the code cells of a notebook. */
import * as v from "valibot";
import { documentLimits } from "../document/document.ts";

/** What a file dialog offers. */
export const CODE_FILES = ".py,.ipynb,.ts,.js,.mts,.mjs,.txt,.md";

/** A notebook holds its pictures too. */
const MOST_NOTEBOOK = 20_000_000;
const MOST_SCRIPT = 10 * documentLimits.source;

const isNotebook = (name: string): boolean => /\.ipynb$/i.test(name);

export const isCodeFile = ({ name }: { readonly name: string }): boolean =>
  /\.(?:py|ipynb|[mc]?ts|[mc]?js|txt|md)$/i.test(name);

export type ReadCode =
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string };

const notebookSchema = v.object({
  cells: v.array(v.object({ cell_type: v.string(), source: v.union([v.string(), v.array(v.string())]) })),
});

export async function readCodeFile(file: File): Promise<ReadCode> {
  const { name, size } = file;
  if (size > (isNotebook(name) ? MOST_NOTEBOOK : MOST_SCRIPT))
    return refused(
      `${name} has ${Math.round(size / 1000)} kB, which is more than a loss. Take out what belongs to it.`,
    );
  const text = await file.text().catch(() => null);
  if (text === null) return refused(`${name} could not be read. Was it moved or deleted meanwhile?`);
  return isNotebook(name) ? codeOfNotebook(text, name) : { kind: "code", text };
}

/** The code cells in order, an empty line between them. Magics stay: they are taken off like those of a paste. */
export function codeOfNotebook(text: string, name: string): ReadCode {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`${name} is no notebook: it is not JSON.`);
  }
  const read = v.safeParse(notebookSchema, value);
  if (!read.success) return refused(`${name} is no notebook: it has no list of cells.`);
  const cells = read.output.cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => (typeof source === "string" ? source : source.join("")).trimEnd())
    .filter((source) => source !== "");
  return cells.length === 0 ? refused(`${name} has no code cells.`) : { kind: "code", text: `${cells.join("\n\n")}\n` };
}

const refused = (reason: string): ReadCode => ({ kind: "refused", reason });
