/** @file What CPython refuses, in its words and at its place. */
import type { Place } from "./tree.ts";

export type ProblemType = "SyntaxError" | "IndentationError" | "TabError";

export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    message: string,
    readonly place: Place,
    /** In the braces of an f-string CPython counts columns from there. */
    readonly origin: number | null = null,
  ) {
    super(message);
  }
}
