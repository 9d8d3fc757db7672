/** @file A text in pieces of one colour, each with the shape that stands behind it. Pure. */
import { documentLimits, type LaneLanguage } from "../../document/document.ts";
import type { Hint } from "../../verdict/annotations.ts";
import { type Token, type TokenKind, tokensOf } from "./tokens.ts";

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: TokenKind;
  readonly hint: Hint | null;
}

/** More pieces than any loss has would hold up the page: what comes after them is one. */
const MOST = 4_000;

function bounded(tokens: readonly Token[], source: string): readonly Token[] {
  const rest = tokens[MOST];
  if (rest === undefined) return tokens;
  return [...tokens.slice(0, MOST), { start: rest.start, end: source.length, kind: "plain" }];
}

/** All of the text, in order. A hint ends the piece that it stands behind. */
export function paint(source: string, language: LaneLanguage, hints: readonly Hint[]): Piece[] {
  // What a stranger's text holds may not hold up the page.
  if (source.length > documentLimits.source) return [{ start: 0, text: source, kind: "plain", hint: null }];
  const behind = new Map(hints.map((hint) => [hint.offset, hint]));
  return bounded(tokensOf(source, language), source).flatMap(({ start, end, kind }) => {
    const inside = [...behind.keys()].filter((offset) => offset > start && offset <= end).sort((a, b) => a - b);
    const cuts = [...new Set([start, ...inside, end])];
    return cuts.slice(1).map((cut, i) => {
      const from = cuts[i] ?? start;
      return { start: from, text: source.slice(from, cut), kind, hint: behind.get(cut) ?? null };
    });
  });
}
