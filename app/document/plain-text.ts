/** @file Text of a stranger's that is shown in the page's own words: without what hides, reorders or breaks lines. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Keeps line feeds and tabs. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(invisible, "");
}

/** On one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\n\t\u2028\u2029]/g, " ");
}
