/** @file The one error that the engine throws at users. */
import type { Shape } from "./shape.ts";

/** The exceptions of Python's and PyTorch's that the engine stands in for: what `except` catches, and what is shown. */
export const exceptionTypes = [
  "RuntimeError",
  "ValueError",
  "TypeError",
  "IndexError",
  "NotImplementedError",
  "AttributeError",
  "AssertionError",
  "TimeoutError",
  "ZeroDivisionError",
  "_LinAlgError",
] as const;
export type ExceptionType = (typeof exceptionTypes)[number];

/** What went wrong, for markers, links and whoever tells errors apart: stable, where words are not. */
export const errorCodes = [
  "ambiguous",
  "anomaly",
  "argument",
  "broadcast",
  "component",
  "data",
  "device",
  "dim",
  "domain",
  "dropout",
  "dtype",
  "einsum",
  "empty",
  "expand",
  "gradient-shape",
  "graph-freed",
  "in-place",
  "index",
  "item",
  "k",
  "leaf",
  "matmul",
  "memory",
  "model",
  "modified",
  "no-forward",
  "no-graph",
  "non-finite",
  "not-a-tensor",
  "not-differentiable",
  "not-scalar",
  "numpy",
  "one-element",
  "operator",
  "range",
  "reduction",
  "reshape",
  "shape",
  "stale",
  "step",
  "timeout",
  "too-deep",
  "too-few-targets",
  "too-many-components",
  "unused",
  "view",
  "weights",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface EngineErrorInit {
  /** What PyTorch raises; where it raises nothing, the nearest of Python's. */
  readonly type: ExceptionType;
  readonly code: ErrorCode;
  /** `<op>: <rule>, got <actual>`, without a final stop. */
  readonly message: string;
  readonly op?: string;
  readonly shapes?: readonly Shape[];
  /** What to try. A sentence. */
  readonly hint?: string;
  /** PyTorch's own first line, where PyTorch raises. */
  readonly pytorch?: string;
}

/** What the engine itself said of an error; null for what only looks like one of its own. */
export let saidOf: (error: unknown) => EngineErrorInit | null;

export class EngineError extends Error {
  /** A private field can't be faked, nor changed by whoever catches the error. */
  readonly #said: EngineErrorInit;
  static {
    saidOf = (error) => (typeof error === "object" && error !== null && #said in error ? error.#said : null);
  }

  readonly type: ExceptionType;
  readonly code: ErrorCode;
  readonly op: string | null;
  readonly shapes: readonly Shape[];
  readonly hint: string | null;
  readonly pytorch: string | null;

  constructor(init: EngineErrorInit) {
    super(init.message);
    this.#said = Object.freeze({ ...init });
    this.type = init.type;
    this.code = init.code;
    this.op = init.op ?? null;
    this.shapes = init.shapes ?? [];
    this.hint = init.hint ?? null;
    this.pytorch = init.pytorch ?? null;
  }
}

// Whoever catches one finds no way to make another.
Object.defineProperty(EngineError.prototype, "constructor", { value: Error });
Object.freeze(EngineError.prototype);
