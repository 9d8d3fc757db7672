/** @file A text with spaces for what its strings and comments hold, as either language reads it: of the same length, line by line. */
import type { Range } from "../program.ts";
import { codeOf as pythonCodeOf, tokensOf } from "../python/tokens.ts";

export type PastedLanguage = "python" | "typescript";

const quiet =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^\\`]|\\[\s\S])*(?:`|$)|'(?:[^\\'\n]|\\.)*(?:'|(?=\n)|$)|"(?:[^\\"\n]|\\.)*(?:"|(?=\n)|$)/g;

const last: Partial<Record<PastedLanguage, { readonly text: string; readonly code: string }>> = {};

/** The text may be in neither language: what is not closed ends with its line, or with the text. Asked often about one text. */
export function codeOf(text: string, language: PastedLanguage): string {
  const known = last[language];
  if (known?.text === text) return known.code;
  const code = blanked(text, language);
  last[language] = { text, code };
  return code;
}

/** Its strings and, where they may span lines, its comments; in order. */
export function quietIn(text: string, language: PastedLanguage): readonly Range[] {
  if (language === "python") return tokensOf(text).filter(({ kind }) => kind === "string" || kind === "unterminated");
  return [...text.matchAll(quiet)].map(({ 0: piece, index }) => ({ start: index, end: index + piece.length }));
}

function blanked(text: string, language: PastedLanguage): string {
  if (language === "typescript") return text.replaceAll(quiet, (piece) => piece.replaceAll(/[^\n]/g, " "));
  const code = pythonCodeOf(text);
  return text.includes("\n") ? withLines(code, text) : code;
}

function withLines(code: string, text: string): string {
  const characters = code.split("");
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) characters[at] = "\n";
  return characters.join("");
}
