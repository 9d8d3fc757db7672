/** @file What differs between what a program does here and what PyTorch recorded of it. */
import type { Outcome, Raised } from "./program-outcome.ts";

const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

const formOf = (text: string) => text.replace(/\d+/g, "0");

/** Equal numbers are written alike, sign of zero and all; others may be float32's rounding apart, in the same form. */
function isSameNumber(ours: string, theirs: string): boolean {
  const [x, y] = [Number(ours), Number(theirs)];
  if (ours === theirs) return true;
  const isNoise = [ours, theirs].every((text) => /[.e]/i.test(text) && Math.abs(Number(text)) < 1e-7);
  if (x === y || !/[.e]/i.test(theirs) || (formOf(ours) !== formOf(theirs) && !isNoise)) return false;
  return Math.abs(x - y) <= 2e-6 * Math.abs(y) + 1e-7;
}

/** What differs between two outputs, whose numbers may differ by float32's rounding; null if nothing does. */
export function outputProblem(actual: string, expected: string): string | null {
  const [ours, theirs] = [actual, expected].map((text) => text.replace(/[ \t]+$/gm, "").trimEnd());
  if (ours.replace(number, "#") !== theirs.replace(number, "#")) {
    const [a, b] = [ours, theirs].map((text) => (text === "" ? [] : text.split("\n")));
    const differs = (_: unknown, i: number) => a[i]?.replace(number, "#") !== b[i]?.replace(number, "#");
    const at = Array.from({ length: Math.max(a.length, b.length) }).findIndex(differs);
    const [mine, wanted] = [a[at], b[at]].map((line) => line && JSON.stringify(line));
    return `prints ${mine ?? "nothing"}, PyTorch ${wanted ?? "nothing more"}`;
  }
  const [numbers, wanted] = [ours.match(number) ?? [], theirs.match(number) ?? []];
  const at = numbers.findIndex((text, i) => !isSameNumber(text, wanted[i]));
  return at < 0 ? null : `prints ${numbers[at]}, PyTorch ${wanted[at]}`;
}

const firstLine = (text: string) => text.split("\n", 1)[0];

function describe(raised: Raised | null): string {
  if (raised === null) return "nothing";
  const place = raised.line === undefined ? "" : ` at ${raised.line}:${raised.column}`;
  return `${raised.type}${place}: ${firstLine(raised.message)}`;
}

/** What differs between what is raised and what PyTorch raises; null if nothing does. */
export function errorProblem(actual: Raised | null, expected: Raised | null): string | null {
  const same =
    actual === null || expected === null
      ? actual === expected
      : actual.type === expected.type &&
        firstLine(actual.message) === firstLine(expected.message) &&
        actual.line === expected.line &&
        actual.column === expected.column;
  return same ? null : `raises ${describe(actual)}, PyTorch ${describe(expected)}`;
}

/** On one line; null if nothing differs. */
export const outcomeProblem = (actual: Outcome, expected: Outcome): string | null =>
  errorProblem(actual.error, expected.error) ?? outputProblem(actual.stdout, expected.stdout);
