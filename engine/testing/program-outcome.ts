/** @file What a Python program prints and raises here. */
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
