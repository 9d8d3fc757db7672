/** @file What to do about a failure, where its place and its message say more than the error itself does. */
import type { ExpressionFact, Failure } from "../../engine/inspect/report.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import { refusedArguments } from "./argument-fixes.ts";
import { backwardFixes } from "./backward-words.ts";
import { foreignCalls } from "./foreign/foreign-words.ts";
import { functionOf } from "./function-words.ts";
import { inPlaceFixes } from "./in-place-words.ts";
import { constructFirst, constructionOf } from "./module-words.ts";
import { numpyFixes } from "./numpy-words.ts";
import { pairOf } from "./pair-words.ts";
import { closing } from "./parts-in.ts";
import type { SourceText } from "./source-text.ts";
import { truthOf } from "./truth-words.ts";

export interface Remedy {
  /** In place of the error's own. */
  readonly hint: string | null;
  readonly fixes: readonly Fix[];
}

/** null where nothing more is known. */
export function remedyOf(
  text: SourceText,
  failure: Failure,
  place: Range | null,
  expressions: readonly ExpressionFact[],
): Remedy | null {
  switch (failure.code) {
    case "modified":
    case "in-place":
    case "leaf": {
      const fixes = inPlaceFixes(text, place);
      return fixes.length === 0 ? null : { hint: null, fixes };
    }
    case "graph-freed": {
      const fixes = backwardFixes(text);
      if (fixes.length === 0) return keptGraph(text);
      const hint = " Training calls backward() itself, once a step: a loss only returns what it starts from.";
      return { hint, fixes };
    }
    case "domain":
    case "dtype":
    case "index":
    case "shape":
      return refusedArguments(text, failure, place, expressions);
    case "numpy": {
      const fixes = numpyFixes(text, place);
      return fixes.length === 0 ? null : { hint: null, fixes };
    }
    case "ambiguous": {
      const module = /^(\w+): takes options, and gives a loss that takes tensors/.exec(failure.message)?.[1];
      return module === undefined ? truthOf(text, place) : { hint: null, fixes: constructFirst(text, place, module) };
    }
    case "exception":
      return (
        foreignCalls(text, failure.message) ??
        constructionOf(text, place, failure.message) ??
        functionOf(text, place, failure.message) ??
        pairOf(text, place, failure.message)
      );
    default:
      return null;
  }
}

/** autograd.grad frees what it went through, unless it is told to keep it. */
function keptGraph({ source, language }: SourceText): Remedy | null {
  const call = /\bautograd\.grad\(/.exec(source);
  if (language !== "python" || call === null) return null;
  const from = call.index + call[0].length;
  const end = closing(source, from);
  const hint =
    " autograd.grad frees the graph it went through. With create_graph=True it stays, and its gradient has one of its own.";
  if (end === null || /\bcreate_graph\b/.test(source.slice(from, end))) return { hint, fixes: [] };
  return {
    hint,
    fixes: [{ title: "Add create_graph=True", edits: [{ start: end, end, text: ", create_graph=True" }] }],
  };
}
