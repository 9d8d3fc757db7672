/** @file What a compiler's worker answers, whatever becomes of it: bounded, and in our words where the compiler failed. */
import { clip, firstOfKinds, LONGEST } from "../../engine/bounded.ts";
import type { Compilation, Diagnostic, Range } from "../../engine/language/program.ts";
import type { Refused } from "../../engine/language/translate/tree.ts";
import { deepestIn } from "../verdict/deepest.ts";
import { MOST_DECORATORS } from "./compiler/decorators.ts";

/** Why a compiler gave no answer of its own. */
export type Unanswered = "too-deep" | "too-many-decorators" | "compile-timeout" | "compiler-failed";

/** A compiler that may be broken since. */
export class CompilerError extends Error {
  constructor(readonly reason: Unanswered) {
    super(reason);
  }
}

export const COMPILE_SECONDS = 2;

const words: Readonly<Record<Unanswered, { readonly compiling: string; readonly translating: string }>> = {
  "too-deep": { compiling: "This is nested too deeply to be compiled.", translating: "what is nested too deeply" },
  "too-many-decorators": {
    compiling: `More than ${MOST_DECORATORS} decorators stand in a row, so this was not compiled. Take some away.`,
    translating: "so many decorators in a row",
  },
  "compile-timeout": {
    compiling: `Compiling took more than ${COMPILE_SECONDS} s and was stopped. Simplify the expressions.`,
    translating: "a loss that takes too long to read",
  },
  "compiler-failed": {
    compiling: "The compiler failed at this loss, so nothing was run. Simplify the expressions.",
    translating: "a loss at which the translator failed",
  },
};

/** Compilers run out of stack at some thousand levels. Firefox has a class of its own for that. */
export const reasonOf = (error: unknown): "too-deep" | "compiler-failed" =>
  error instanceof RangeError || (error instanceof Error && error.name === "InternalError")
    ? "too-deep"
    : "compiler-failed";

/** It may have been refused before the compiler saw it. */
const saidOf = (error: unknown): Unanswered => (error instanceof CompilerError ? error.reason : reasonOf(error));

export const uncompiled = (source: string, code: Unanswered): Compilation => ({
  program: null,
  diagnostics: [{ code, severity: "error", ...placeOf(source), message: words[code].compiling }],
});

export const untranslated = (source: string, code: Unanswered): RefusedAll => ({
  kind: "refused",
  isSyntax: false,
  refusals: [{ ...placeOf(source), message: words[code].translating }],
});

interface RefusedAll {
  readonly kind: "refused";
  readonly isSyntax: boolean;
  readonly refusals: readonly Refused[];
}

/** The line that is likely too much; everything, where none is. */
const placeOf = (source: string): Range => deepestIn(source) ?? { start: 0, end: source.length };

/** A compiler's answer, or what is said for it. */
export async function compiledBy(
  source: string,
  compile: () => Compilation | Promise<Compilation>,
): Promise<Compilation> {
  try {
    return inBounds(await compile());
  } catch (error) {
    return uncompiled(source, saidOf(error));
  }
}

/** A translator's answer, or what is said for it. */
export async function translatedBy<T>(source: string, translate: () => T | Promise<T>): Promise<T | RefusedAll> {
  try {
    return await translate();
  } catch (error) {
    return untranslated(source, saidOf(error));
  }
}

export function inBounds(compilation: Compilation): Compilation {
  const { kept, omitted } = firstOfKinds(compilation.diagnostics, ({ code }) => code);
  const isOver = omitted.length > 0 || kept.some(({ message }) => message.length > LONGEST);
  return isOver ? { ...compilation, diagnostics: kept.map(clipped), omitted } : compilation;
}

const clipped = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, message: clip(diagnostic.message, LONGEST) });
