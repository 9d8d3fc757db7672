/** @file A Python source as the tree both languages share. */
import { parts, type SyntaxNode } from "../../python/syntax.ts";
import { syntaxProblem } from "../../python/syntax-errors.ts";
import { Refusals, rangeOf } from "../refusals.ts";
import type { Block, Refused } from "../tree.ts";
import { type Comment, TriviaReader } from "../trivia.ts";
import { Names } from "./names.ts";
import { block, statement } from "./statements.ts";

export type ReadSource =
  | { readonly kind: "read"; readonly program: Block }
  /** `isSyntax`: it is not this language at all, or not yet. */
  | { readonly kind: "refused"; readonly isSyntax: boolean; readonly refusals: readonly Refused[] };

export function readPython(source: string, root: SyntaxNode): ReadSource {
  const problem = syntaxProblem(source, root);
  if (problem !== null)
    return {
      kind: "refused",
      isSyntax: true,
      refusals: [{ ...rangeOf(problem.node), message: `a syntax error: ${problem.message}` }],
    };
  const refusals = new Refusals();
  const statements = parts(root);
  const context = {
    source,
    names: new Names(statements),
    refusals,
    self: null,
    enums: new Set<string>(),
    trivia: new TriviaReader(source, commentsOf(root)),
    isInClass: false,
    isPlainClass: false,
    block,
  };
  const read = statements.flatMap((node) => statement(context, node));
  const program = { statements: read, end: context.trivia.before(source.length).filter((line) => line !== null) };
  return refusals.isEmpty ? { kind: "read", program } : { kind: "refused", isSyntax: false, refusals: refusals.all };
}

function commentsOf(root: SyntaxNode): Comment[] {
  const found: Comment[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === "comment")
      found.push({ start: node.startIndex, end: node.endIndex, lines: [node.text.replace(/^#\s?/, "").trimEnd()] });
    for (const child of node.children) if (child !== null) visit(child);
  };
  visit(root);
  return found.sort((a, b) => a.start - b.start);
}
