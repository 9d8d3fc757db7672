/** @file What is refused before anything runs: its place, the words, and who refuses it. */
import type { Problem } from "./parser/problem.ts";
import type { Place } from "./parser/tree.ts";

export class Refusal extends Error {
  constructor(
    readonly place: Place,
    message: string,
    /** `syntax` where Python refuses too, `unsupported` where only Losslab does. */
    readonly code: "syntax" | "indentation" | "unsupported" = "unsupported",
  ) {
    super(message);
  }
}

/** What Python says as well. */
export const refusalOf = ({ type, message, place }: Problem): Refusal =>
  new Refusal(place, message, type === "SyntaxError" ? "syntax" : "indentation");
