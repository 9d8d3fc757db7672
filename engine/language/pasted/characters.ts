/** @file Characters that web pages and chat windows put into code: none is touched within a string or a comment. */
import { codeOf, type PastedLanguage, quietIn } from "./code-of.ts";
import { type Edit, linesOf, type RemovalKind } from "./draft.ts";

const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/;

/** The ends of lines. */
export function withUnixLines(text: string): Edit[] {
  return [...text.matchAll(/\r\n?/g)].map(({ 0: found, index }) => ({
    kind: "line-end",
    start: index,
    end: index + found.length,
    text: "\n",
  }));
}

/** Curly quotes that stand for straight ones, on one line. What a string holds between straight quotes stays. */
export function withStraightQuotes(text: string, language: PastedLanguage): Edit[] {
  const code = codeOf(text, language);
  const edits: Edit[] = [];
  const pairs = /([“”„])((?:(?![“”„\n"]).)*)([“”])|([‘’‚])((?:(?![‘’‚\n']).)*)([‘’])/g;
  for (const match of text.matchAll(pairs)) {
    const last = match.index + match[0].length - 1;
    if (code[match.index] !== text[match.index]) continue;
    const quote = match[1] === undefined ? "'" : '"';
    edits.push({ kind: "quote", start: match.index, end: match.index + 1, text: quote });
    edits.push({ kind: "quote", start: last, end: last + 1, text: quote });
  }
  return edits;
}

/** Spaces of other widths become spaces, what has no width goes. */
export function withPlainSpaces(text: string, language: PastedLanguage): Edit[] {
  const code = codeOf(text, language);
  const edits: Edit[] = [];
  for (let i = 0; i < code.length; i++) {
    const isFirst = i === 0 && text[0] === "\ufeff";
    if (spaces.test(code[i])) edits.push({ kind: "space", start: i, end: i + 1, text: " " });
    else if (isFirst || invisible.test(code[i])) edits.push({ kind: "invisible", start: i, end: i + 1, text: "" });
  }
  return edits;
}

/** The lines that do not begin within a string. */
function codeLines(text: string, language: PastedLanguage) {
  const code = codeOf(text, language);
  const isInString = stringsAt(text, language);
  return linesOf(text).filter(({ start, text: line }) => {
    const first = line.search(/\S/);
    if (first < 0) return false;
    const isComment = language === "python" ? line[first] === "#" : /^\/[/*]/.test(line.slice(first));
    const startsString = /^[rRbBuUfF]{0,2}['"`]/.test(line.slice(first));
    if (isComment || code[start + first] !== " ") return true;
    return startsString && !isInString(start);
  });
}

/** Whether a line begins within a string or a comment. To be asked from the beginning to the end. */
function stringsAt(text: string, language: PastedLanguage): (offset: number) => boolean {
  const quiet = quietIn(text, language);
  let next = 0;
  return (offset) => {
    while (next < quiet.length && quiet[next].end <= offset) next++;
    return next < quiet.length && quiet[next].start < offset;
  };
}

/** Tabs at the beginning of lines. */
export function withSpacesForTabs(text: string, language: PastedLanguage): Edit[] {
  const width = language === "python" ? 4 : 2;
  return codeLines(text, language).flatMap((line): Edit[] => {
    const indent = /^[ \t]*/.exec(line.text)?.[0] ?? "";
    if (!indent.includes("\t")) return [];
    let columns = 0;
    for (const character of indent) columns += character === "\t" ? width - (columns % width) : 1;
    return [{ kind: "tab", start: line.start, end: line.start + indent.length, text: " ".repeat(columns) }];
  });
}

/** The indentation that all lines of code have. */
export function withoutIndentation(text: string, language: PastedLanguage): Edit[] {
  const lines = codeLines(text, language);
  const widths = lines.map((line) => /^ */.exec(line.text)?.[0].length ?? 0);
  const common = Math.min(...widths);
  if (!Number.isFinite(common) || common === 0) return [];
  const kind: RemovalKind = "indentation";
  return lines.map(({ start }) => ({ kind, start, end: start + common, text: "" }));
}
