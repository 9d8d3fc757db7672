/** @file From whatever a stranger's code threw to a bounded, plain Failure. */
import { LoopTimeout } from "../language/loss-runtime.ts";
import { isStackOverflow } from "../language/stack-overflow.ts";
import { EngineError } from "../tensor/errors.ts";
import type { Failure } from "./report.ts";

const LONGEST_NAME = 60;
const LONGEST_MESSAGE = 500;
const MOST_SHAPES = 8;

/** Never throws, whatever `error` is: proxies with throwing traps, getters that throw, symbols, null. */
export function failureOf(error: unknown, probe: number | null): Failure {
  if (isEngineError(error)) {
    return {
      code: error.code,
      name: error.type,
      message: clip(error.message, LONGEST_MESSAGE),
      pytorch: error.pytorch === null ? null : clip(error.pytorch, LONGEST_MESSAGE),
      hint: error.hint === null ? null : clip(error.hint, LONGEST_MESSAGE),
      shapes: error.shapes.slice(0, MOST_SHAPES).map((shape) => [...shape]),
      probe,
      loop: error instanceof LoopTimeout ? error.loop : null,
    };
  }
  const name = readText(error, "name");
  return {
    code: isStackOverflow(error) ? "recursion" : "exception",
    name: clip(name ?? "Error", LONGEST_NAME),
    message: clip(readText(error, "message") ?? thrown(error), LONGEST_MESSAGE),
    pytorch: null,
    hint: null,
    shapes: [],
    probe,
    loop: null,
  };
}

/** `instanceof` asks the object for its prototype, and a proxy may throw at the question. */
function isEngineError(error: unknown): error is EngineError {
  try {
    return error instanceof EngineError;
  } catch {
    return false;
  }
}

function readText(error: unknown, key: "name" | "message"): string | null {
  if ((typeof error !== "object" && typeof error !== "function") || error === null) return null;
  try {
    const text: unknown = Reflect.get(error, key);
    return typeof text === "string" && text !== "" ? text : null;
  } catch {
    return null;
  }
}

function thrown(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error === "symbol") return "a symbol was thrown";
  if (typeof error === "object" && error !== null) return "an object without a message was thrown";
  if (typeof error === "function") return "a function was thrown";
  return `${String(error)} was thrown`;
}

function clip(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
