/** @file How deep brackets and blocks may be: CPython's own limits, in its words, asked before a parser sees the source. */
import type { LogicalLine } from "./logical-lines.ts";
import { Refusal } from "./syntax.ts";
import type { Token } from "./tokens.ts";

const MOST_BRACKETS = 200;
const MOST_INDENTS = 100;

/** The first place that is too deep, or null. */
export function nestingProblem(tokens: readonly Token[], lines: readonly LogicalLine[]): Refusal | null {
  const bracket = tokens.find(({ depth, text }) => depth >= MOST_BRACKETS && /^[([{]$/.test(text));
  if (bracket !== undefined)
    return new Refusal({ startIndex: bracket.start, endIndex: bracket.end }, "too many nested parentheses", "syntax");
  const open = [0];
  for (const { indent, first } of lines) {
    while (open.length > 1 && open[open.length - 1] > indent.length) open.pop();
    if (indent.length > open[open.length - 1]) open.push(indent.length);
    if (open.length > MOST_INDENTS)
      return new Refusal({ startIndex: first, endIndex: first + 1 }, "too many levels of indentation", "indentation");
  }
  return null;
}
