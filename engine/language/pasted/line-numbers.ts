/** @file Line numbers that a web page puts beside its code. */
import { type Edit, linesOf, without } from "./draft.ts";

const numbered = /^[ \t]*(\d+)(?:[ \t]*[.:|)│][ \t]?|[ \t]|$)/;

/** Only where every line has one, each one more than the last: on the line itself, or on lines of their own. */
export function withoutLineNumbers(text: string): Edit[] {
  const lines = linesOf(text);
  const filled = lines.filter((line) => line.text.trim() !== "");
  if (filled.length < 2) return [];
  const bare = filled.filter((line) => /^[ \t]*\d+[ \t]*$/.test(line.text));
  if (bare.length >= 2 && bare.length < filled.length && isColumn(lines, filled, bare))
    return bare.map((line) => without("line-number", line));
  const numbers = filled.map((line) => numbered.exec(line.text));
  const isCounted = numbers.every(
    (match, i) => match !== null && Number(match[1]) === Number(numbers[0]?.[1] ?? 0) + i,
  );
  if (!isCounted || bare.length === filled.length) return [];
  return filled.map((line, i) => ({
    kind: "line-number",
    start: line.start,
    end: line.start + (numbers[i]?.[0].length ?? 0),
    text: "",
  }));
}

/** The numbers stand in one block before the code, or on every second line. */
function isColumn(lines: ReturnType<typeof linesOf>, filled: typeof lines, bare: typeof lines): boolean {
  const counts = bare.every((line, i) => Number(line.text) === Number(bare[0].text) + i);
  const isBlock = bare.every((line, i) => line === filled[i]) && bare.length >= filled.length - bare.length;
  const alternates = bare.every((line, i) => line === filled[2 * i]) && bare.length >= 3;
  return counts && (isBlock || alternates);
}
