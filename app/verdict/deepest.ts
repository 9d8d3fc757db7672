/** @file Where a text is too much for a compiler, as far as that can be seen from outside. */
import type { Range } from "../../engine/language/program.ts";

const openers: ReadonlySet<string> = new Set("([{");
const closers: ReadonlySet<string> = new Set(")]}");
/** Below these nobody calls it deep, or long. */
const DEEP = 50;
const LONG = 1000;

/** The line on which brackets are deepest, or that is longest, since a chain of calls stands on one; null where neither is remarkable. */
export function deepestIn(source: string): Range | null {
  let depth = 0;
  let [deepest, at] = [0, 0];
  for (let i = 0; i < source.length; i++) {
    const character = source[i] ?? "";
    if (closers.has(character)) depth--;
    else if (openers.has(character) && ++depth > deepest) [deepest, at] = [depth, i];
  }
  if (deepest >= DEEP) return lineAt(source, at);
  const { start, length } = longestLine(source);
  return length >= LONG ? { start, end: start + length } : null;
}

function longestLine(source: string): { readonly start: number; readonly length: number } {
  let start = 0;
  let longest = { start: 0, length: 0 };
  for (const { length } of source.split("\n")) {
    if (length > longest.length) longest = { start, length };
    start += length + 1;
  }
  return longest;
}

function lineAt(source: string, offset: number): Range {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return { start, end: end < 0 ? source.length : end };
}
