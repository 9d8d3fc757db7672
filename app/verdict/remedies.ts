/** @file What to do about a failure, where its place and its message say more than the error itself does. */
import type { Failure } from "../../engine/inspect/report.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import { foreignCalls } from "./foreign/foreign-words.ts";
import { withBackward } from "./function-words.ts";
import { inPlaceFixes } from "./in-place-words.ts";
import { constructFirst, constructionOf } from "./module-words.ts";
import { pairOf } from "./pair-words.ts";
import type { SourceText } from "./source-text.ts";

export interface Remedy {
  /** In place of the error's own. */
  readonly hint: string | null;
  readonly fixes: readonly Fix[];
}

/** null where nothing more is known. */
export function remedyOf(text: SourceText, failure: Failure, place: Range | null): Remedy | null {
  switch (failure.code) {
    case "modified":
    case "in-place":
    case "leaf": {
      const fixes = inPlaceFixes(text, place);
      return fixes.length === 0 ? null : { hint: null, fixes };
    }
    case "graph-freed": {
      const fixes = backwardLines(text);
      const hint = " Training calls backward() itself, once a step: a loss only returns what it starts from.";
      return fixes.length === 0 ? null : { hint, fixes };
    }
    case "ambiguous": {
      const module = /^(\w+): takes options, and gives a loss that takes tensors/.exec(failure.message)?.[1];
      return module === undefined ? null : { hint: null, fixes: constructFirst(text, place, module) };
    }
    case "exception":
      return (
        foreignCalls(text, failure.message) ??
        constructionOf(text, place, failure.message) ??
        withBackward(text, place, failure.message) ??
        pairOf(text, place, failure.message)
      );
    default:
      return null;
  }
}

/** loss.backward() on a line of its own, taken out. */
function backwardLines({ source, language }: SourceText): Fix[] {
  if (language !== "python") return [];
  const found = /^[ \t]+[\w.]+\.backward\([^()]*\)[ \t]*\n/m.exec(source);
  if (found === null) return [];
  return [
    { title: "Take backward() out", edits: [{ start: found.index, end: found.index + found[0].length, text: "" }] },
  ];
}
