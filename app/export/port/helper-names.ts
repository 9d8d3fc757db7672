/** @file What helpers are called: _abs, or, where the loss has such a name itself, another. */
import { tokensOf } from "../../../engine/language/python/tokens.ts";

/** Stands before a helper's name until all of the text is known: no character of Python's. */
export const HELPER = "\uE000";

/** Gives helpers their names in a text, none of which is one of the source's. */
export function withHelpersNamed(source: string): (text: string) => string {
  const taken = tokensOf(source).filter(({ kind, text }) => kind === "name" && text.startsWith("_"));
  let prefix = "_";
  // A method of two underscores is no name that is called alone.
  while (taken.some(({ text }) => text.startsWith(prefix) && !text.startsWith("__"))) prefix += "torch_";
  return (text) => text.replaceAll(HELPER, prefix);
}
