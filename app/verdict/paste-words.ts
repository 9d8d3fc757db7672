/** @file What is said of a paste: what it was read as, and what was taken off it. */
import { bounds } from "../../engine/inspect/bounds.ts";
import type { Removal, RemovalKind } from "../../engine/language/pasted/draft.ts";
import { languageNames } from "../document/document.ts";
import type { Paste } from "../store/store.ts";
import { moreText } from "./format.ts";
import { lineOf } from "./source-text.ts";

const kindWords: Readonly<Record<RemovalKind, string>> = {
  fence: "Markdown fences",
  prose: "text round the code",
  block: "code in another language",
  prompt: "prompts",
  output: "printed output",
  magic: "notebook commands",
  "line-number": "line numbers",
  indentation: "indentation of all lines",
  tab: "tabs, now spaces",
  space: "unusual spaces, now plain",
  quote: "curly quotes, now straight",
  invisible: "invisible characters",
  "line-end": "Windows line ends",
  device: "what needs a GPU",
};

/** One sentence on the language; null where it stays. */
export function switchWords({ switchedTo, replacesRest }: Paste): string | null {
  if (switchedTo === null) return null;
  const name = switchedTo === "python" ? "Python" : languageNames.typescript;
  const said = `What you pasted is ${name}, so this lane now reads ${languageNames[switchedTo]}.`;
  return replacesRest ? `${said} It took the place of what stood here.` : said;
}

export interface TakenOff {
  readonly what: string;
  /** "lines 1–3, 7", of what was pasted. */
  readonly where: string;
}

/** By kind, in the order they first stood in what was pasted. */
export function takenOff({ pasted, removals }: Paste): TakenOff[] {
  const kinds = [...new Set(removals.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    what: kindWords[kind],
    where: linesText(removals.filter((removal) => removal.kind === kind).flatMap((each) => linesOf(pasted, each))),
  }));
}

/** On devices that make no difference; null where none is named. */
export function deviceWords({ text, devices }: Paste): string | null {
  if (devices.length === 0) return null;
  const where = linesText(devices.map(({ start }) => lineOf(text, start)));
  return `There is one device here, the CPU: where one is named makes no difference (${where}).`;
}

function linesOf(pasted: string, { start, end }: Removal): number[] {
  const first = lineOf(pasted, start);
  const last = lineOf(pasted, Math.max(start, end - 1));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** "line 3", "lines 1–3, 7". */
export function linesText(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const line of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === line - 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  const shown = runs.slice(0, bounds.ofAKind);
  const text = shown.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
  const more = runs.length > shown.length ? ` ${moreText(runs.length - shown.length)}` : "";
  return `${sorted.length === 1 ? "line" : "lines"} ${text}${more}`;
}
