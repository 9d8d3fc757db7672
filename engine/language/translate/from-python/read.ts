/** @file A Python source as the tree both languages share. */
import { type Parsed, parsed } from "../../python/parser/parse.ts";
import { Problem } from "../../python/parser/problem.ts";
import { Refusals, rangeOf } from "../refusals.ts";
import type { Block, Refused } from "../tree.ts";
import { TriviaReader } from "../trivia.ts";
import { Names } from "./names.ts";
import { block, statement } from "./statements.ts";

export type ReadSource =
  | { readonly kind: "read"; readonly program: Block }
  /** `isSyntax`: it is not this language at all, or not yet. */
  | { readonly kind: "refused"; readonly isSyntax: boolean; readonly refusals: readonly Refused[] };

/** With Python's own tree. */
export type ReadPython =
  | (Extract<ReadSource, { readonly kind: "read" }> & { readonly tree: Parsed })
  | Extract<ReadSource, { readonly kind: "refused" }>;

export function readPython(source: string): ReadPython {
  try {
    return readTree(parsed(source));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const refusals = [{ ...rangeOf(error.place), message: `a syntax error: ${error.message}` }];
    return { kind: "refused", isSyntax: true, refusals };
  }
}

function readTree(tree: Parsed): ReadPython {
  const { source, module, tokens, comments, named } = tree;
  const refusals = new Refusals();
  const statements = module.body;
  const notes = comments.map(({ start, end }) => ({
    start,
    end,
    lines: [source.slice(start, end).replace(/^#\s?/, "").trimEnd()],
  }));
  const context = {
    source,
    tokens,
    names: new Names(statements),
    refusals,
    named: new Set(named.map(({ start }) => start)),
    self: null,
    enums: new Set<string>(),
    trivia: new TriviaReader(source, notes),
    isInClass: false,
    isPlainClass: false,
    block,
  };
  const read = statements.flatMap((node) => statement(context, node));
  const program = { statements: read, end: context.trivia.before(source.length).filter((line) => line !== null) };
  return refusals.isEmpty
    ? { kind: "read", program, tree }
    : { kind: "refused", isSyntax: false, refusals: refusals.all };
}
