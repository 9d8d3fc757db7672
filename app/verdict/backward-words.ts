/** @file A loss that calls backward itself, which training does. */
import type { Fix, TextEdit } from "../../engine/language/program.ts";
import { lineOf, type SourceText } from "./source-text.ts";

/** loss.backward() on a line of its own, taken out. */
export function backwardEdit({ source, language }: SourceText): TextEdit | null {
  if (language !== "python") return null;
  const found = /^[ \t]+[\w.]+\.backward\([^()]*\)[ \t]*\n/m.exec(source);
  return found === null ? null : { start: found.index, end: found.index + found[0].length, text: "" };
}

export function backwardFixes(text: SourceText): Fix[] {
  const edit = backwardEdit(text);
  if (edit === null) return [];
  const all = [...text.source.matchAll(/^[ \t]+[\w.]+\.backward\([^()]*\)[ \t]*\n/gm)];
  const edits = all.map(({ index, 0: line }) => ({ start: index, end: index + line.length, text: "" }));
  return [{ title: "Take backward() out", edits }];
}

export function ownBackwardWords(text: SourceText): string {
  const edit = backwardEdit(text);
  const where = edit === null ? "" : ` (line ${lineOf(text.source, edit.start)})`;
  return `forward calls backward() itself${where}. Training calls it once more on what is returned, and gradients add up: each step is made with twice the gradient. A loss only returns what backward starts from. PyTorch says nothing.`;
}
