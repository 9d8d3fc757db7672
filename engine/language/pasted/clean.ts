/** @file A pasted text without what the page it was copied from put round it. */
import {
  withoutIndentation,
  withPlainSpaces,
  withSpacesForTabs,
  withStraightQuotes,
  withUnixLines,
} from "./characters.ts";
import type { PastedLanguage } from "./code-of.ts";
import { Draft, type Edit, type Removal } from "./draft.ts";
import { withoutFences } from "./fences.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { withoutMagics, withoutPrompts } from "./prompts.ts";
import { recognised } from "./recognise.ts";

export interface Cleaned {
  readonly text: string;
  /** In the order they stood in what was pasted. */
  readonly removals: readonly Removal[];
}

/**
 * Takes off prompts and what was printed between them, notebook magics, Markdown's fences, line numbers, common indentation, and characters
 * that only look like code's. `language` is what it is read as where it does not tell by itself. `isWhole` is false for what goes
 * into a line or a block that is there: its indentation stays. Nothing within a string or a comment changes.
 */
export function cleaned(text: string, language: PastedLanguage, isWhole = true): Cleaned {
  const languageOf = (of: string): PastedLanguage => {
    const found = recognised(of);
    return found.isSure ? found.language : language;
  };
  const passes: readonly ((of: string) => readonly Edit[])[] = [
    withUnixLines,
    withoutFences,
    withoutLineNumbers,
    (of) => withPlainSpaces(of, languageOf(of)),
    withoutPrompts,
    (of) => (languageOf(of) === "python" ? withoutMagics(of) : []),
    (of) => withStraightQuotes(of, languageOf(of)),
    (of) => (isWhole ? withSpacesForTabs(of, languageOf(of)) : []),
    (of) => (isWhole ? withoutIndentation(of, languageOf(of)) : []),
  ];
  const draft = passes.reduce((made, pass) => made.with(pass(made.text)), Draft.of(text));
  return { text: draft.text, removals: [...draft.removals].sort((a, b) => a.start - b.start) };
}
