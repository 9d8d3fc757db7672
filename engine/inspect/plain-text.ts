/** @file Text of a stranger's that is shown in the page's own words: without what hides, reorders or breaks lines. */

/** Controls and formats of Unicode (bidi, zero width, tags), and fillers that show as nothing. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** Keeps line feeds and tabs. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(invisible, "");
}

/** On one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\n\t\u2028\u2029]/g, " ");
}
