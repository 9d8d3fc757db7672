/** @file Programs as people post them, and what CPython and PyTorch made of each: engine/testdata/forum/, recorded by record.py. */
import { readFileSync } from "node:fs";
import { caught, PythonError } from "../language/python/runtime/exceptions.ts";
import { defaultGenerator } from "../random/generator.ts";
import { EngineError } from "../tensor/errors.ts";
import { setGradMode } from "../tensor/grad-mode.ts";
import { compile, loadProgram } from "./python.ts";

export interface Raised {
  readonly type: string;
  readonly message: string;
  /** From 1, as people count; absent where CPython names no place. */
  readonly line?: number;
  readonly column?: number;
}

export interface ForumCase {
  readonly name: string;
  readonly source: string;
  readonly stdout: string;
  readonly error: Raised | null;
}

const folder = "engine/testdata/forum";

export function forumCases(kind: "programs" | "errors"): ForumCase[] {
  const { cases } = JSON.parse(readFileSync(`${folder}/${kind}.json`, "utf8")) as {
    readonly cases: Readonly<Record<string, { readonly stdout: string; readonly error?: Raised }>>;
  };
  const sources = readFileSync(`${folder}/${kind}.txt`, "utf8").split("#### ").slice(1);
  return sources.map((part) => {
    const end = part.indexOf("\n");
    const name = part.slice(0, end).trim();
    const { stdout, error = null } = cases[name];
    return { name, source: part.slice(end + 1), stdout, error };
  });
}

export interface Outcome {
  readonly stdout: string;
  readonly error: Raised | null;
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split("\n");
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

/** What happens here. */
export function outcomeOf(source: string): Outcome {
  setGradMode(true);
  defaultGenerator.seed(0);
  const printed: string[] = [];
  const stdout = () => printed.join("\n");
  const compilation = compile(source, { script: true });
  if (compilation.program === null) {
    const { code, message, start } = compilation.diagnostics[0];
    const type =
      code === "indentation"
        ? message.startsWith("inconsistent use of tabs")
          ? "TabError"
          : "IndentationError"
        : code === "syntax"
          ? "SyntaxError"
          : code;
    return { stdout: "", error: { type, message, ...placeOf(source, start) } };
  }
  const { program } = compilation;
  let locate: (error: unknown) => number | null = () => null;
  try {
    loadProgram(program, printed, (runtime) => {
      locate = (error) => runtime.locate(error);
    });
    return { stdout: stdout(), error: null };
  } catch (error) {
    const probe = locate(error);
    const place = probe === null ? {} : placeOf(source, program.probes[probe].start);
    return { stdout: stdout(), error: { ...worded(error), ...place } };
  }
}

function worded(error: unknown): { type: string; message: string } {
  if (error instanceof PythonError) return { type: error.type, message: error.message };
  if (error instanceof EngineError) return { type: error.type, message: error.pytorch ?? error.message };
  const value = error instanceof RangeError ? caught(error) : null;
  if (value !== null) return worded(new PythonError(value));
  return { type: "internal", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** One unit of the last digit that is printed. */
function lastDigit(text: string): number {
  const [mantissa, exponent = "0"] = text.toLowerCase().split("e");
  const digits = mantissa.split(".")[1]?.length ?? 0;
  return 10 ** (Number(exponent) - digits);
}

/** What differs between two outputs, whose numbers may differ by float32's rounding; null if nothing does. */
export function outputProblem(actual: string, expected: string): string | null {
  const [ours, theirs] = [actual, expected].map((text) => text.replace(/[ \t]+$/gm, "").trimEnd());
  const [numbers, wanted] = [ours.match(number) ?? [], theirs.match(number) ?? []];
  if (ours.replace(number, "#") !== theirs.replace(number, "#")) {
    const [a, b] = [ours.split("\n"), theirs.split("\n")];
    const at = b.findIndex((line, i) => line.replace(number, "#") !== (a[i] ?? "").replace(number, "#"));
    return at < 0 ? `says more: ${a[b.length]}` : `prints ${JSON.stringify(a[at])}, PyTorch ${JSON.stringify(b[at])}`;
  }
  for (const [i, text] of numbers.entries()) {
    const [x, y] = [Number(text), Number(wanted[i])];
    if (Math.abs(x - y) > Math.max(1.01 * Math.min(lastDigit(text), lastDigit(wanted[i])), 2e-6 * Math.abs(y) + 1e-7))
      return `prints ${text}, PyTorch ${wanted[i]}`;
  }
  return null;
}

const firstLine = (text: string) => text.split("\n", 1)[0];

/** What differs between what is raised and what PyTorch raises; null if nothing does. */
export function errorProblem(actual: Raised | null, expected: Raised | null): string | null {
  const describe = (raised: Raised | null) =>
    raised === null ? "nothing" : `${raised.type} at ${raised.line}:${raised.column}: ${firstLine(raised.message)}`;
  const same =
    actual === null || expected === null
      ? actual === expected
      : actual.type === expected.type &&
        firstLine(actual.message) === firstLine(expected.message) &&
        actual.line === expected.line &&
        actual.column === expected.column;
  return same ? null : `raises ${describe(actual)}\n  PyTorch ${describe(expected)}`;
}
