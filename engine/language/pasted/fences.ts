/** @file Markdown round the code: fences with their language tags, and the words between them. */
import { byName } from "../../by-name.ts";
import { codeOf, type PastedLanguage } from "./code-of.ts";
import { type Edit, type Line, linesOf, without } from "./draft.ts";
import { recognised } from "./recognise.ts";

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*\{?\.?([\w+.-]*)[^`]*$/;

const tags: Readonly<Record<string, PastedLanguage>> = byName({
  python: "python",
  python3: "python",
  py: "python",
  pycon: "python",
  ipython: "python",
  ipython3: "python",
  pytorch: "python",
  typescript: "typescript",
  ts: "typescript",
  tsx: "typescript",
  javascript: "typescript",
  js: "typescript",
});

interface Block {
  readonly tag: string;
  readonly lines: readonly Line[];
  /** The lines of its fences; past the last line where the second is missing. */
  readonly open: number;
  readonly close: number;
}

/** What the tag says, or the text. */
function languageOf({ tag, lines }: Block): PastedLanguage | "unknown" | null {
  const told = tags[tag.toLowerCase()];
  if (told !== undefined) return told;
  if (tag !== "") return null;
  const found = recognised(lines.map(({ text }) => text).join("\n"));
  return found.isSure ? found.language : "unknown";
}

/** Takes the code out of its blocks: all blocks of the first language there is. A fence within a string of the code is none. */
export function withoutFences(text: string): Edit[] {
  if (!/^[ \t]*(?:```|~~~)/m.test(text)) return [];
  const visible = linesOf(codeOf(text, "python"));
  const lines = linesOf(text);
  const marks = lines.flatMap((line, i) => (fence.test(visible[i].text) ? [{ line, i }] : []));
  if (marks.length === 0) return [];
  // A single fence is half of a pair that was not copied whole.
  if (marks.length === 1) return [without("fence", marks[0].line)];
  const blocks = blocksOf(lines, marks);
  const languages = blocks.map(languageOf);
  const wanted = languages.find((language) => language === "python" || language === "typescript") ?? "unknown";
  let outside = 0;
  let isFirst = true;
  return blocks.flatMap((block, b) => {
    const isOurs = languages[b] === wanted || languages[b] === "unknown";
    const before = proseOf(lines.slice(outside, block.open), isOurs && !isFirst);
    outside = block.close + 1;
    isFirst &&= !isOurs;
    return [
      ...before,
      without("fence", lines[block.open]),
      ...(isOurs ? [] : block.lines.map((line) => without("block", line))),
      ...(block.close < lines.length ? [without("fence", lines[block.close])] : []),
      ...(b === blocks.length - 1 ? proseOf(lines.slice(outside), false) : []),
    ];
  });
}

function blocksOf(lines: readonly Line[], marks: readonly { readonly line: Line; readonly i: number }[]): Block[] {
  return marks.flatMap(({ line, i }, m) => {
    if (m % 2 === 1) return [];
    const close = marks[m + 1]?.i ?? lines.length;
    return [{ tag: fence.exec(line.text)?.[2] ?? "", lines: lines.slice(i + 1, close), open: i, close }];
  });
}

/** Of what stands between two blocks, one blank line stays. */
function proseOf(lines: readonly Line[], isBetween: boolean): Edit[] {
  const blank = isBetween ? lines.find(({ text }) => text.trim() === "") : undefined;
  return lines.filter((line) => line !== blank && line.next > line.start).map((line) => without("prose", line));
}
