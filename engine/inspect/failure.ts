/** @file From whatever a stranger's code threw to a bounded, plain Failure. */
import { LoopTimeout } from "../language/loss-runtime.ts";
import { isStackOverflow } from "../language/stack-overflow.ts";
import { EngineError } from "../tensor/errors.ts";
import { bounds, clip } from "./bounds.ts";
import type { Failure } from "./report.ts";

/** Never throws, whatever `error` is: proxies with throwing traps, getters that throw, symbols, null. */
export function failureOf(error: unknown, probe: number | null): Failure {
  if (isEngineError(error)) {
    return {
      code: error.code,
      name: error.type,
      message: clip(error.message, bounds.message),
      pytorch: error.pytorch === null ? null : clip(error.pytorch, bounds.message),
      hint: error.hint === null ? null : clip(error.hint, bounds.message),
      shapes: error.shapes.slice(0, bounds.failureShapes).map((shape) => [...shape]),
      probe,
      loop: error instanceof LoopTimeout ? error.loop : null,
    };
  }
  const name = readText(error, "name");
  return {
    code: isStackOverflow(error) ? "recursion" : "exception",
    name: clip(name ?? "Error", bounds.name),
    message: clip(readText(error, "message") ?? thrown(error), bounds.message),
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
