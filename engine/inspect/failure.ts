/** @file From whatever a stranger's code threw to a bounded, plain Failure. */
import { clip } from "../bounded.ts";
import { loopOf } from "../language/loss-runtime.ts";
import { isStackOverflow } from "../language/stack-overflow.ts";
import { saidOf } from "../tensor/errors.ts";
import { bounds } from "./bounds.ts";
import type { Failure } from "./report.ts";

/** Never throws, whatever `error` is: proxies with throwing traps, getters that throw, symbols, null. */
export function failureOf(error: unknown, probe: number | null): Failure {
  const said = saidOf(error);
  if (said !== null) {
    return {
      code: said.code,
      name: said.type,
      message: clip(said.message, bounds.message),
      pytorch: said.pytorch === undefined ? null : clip(said.pytorch, bounds.message),
      hint: said.hint === undefined ? null : clip(said.hint, bounds.message),
      shapes: (said.shapes ?? []).slice(0, bounds.failureShapes).map((shape) => [...shape]),
      probe,
      loop: loopOf(error),
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
