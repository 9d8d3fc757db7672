/** @file A source's tree. tree-sitter loses count of the lines within brackets where one stands further left than its block: it then reads them joined. */
import { logicalLines } from "./logical-lines.ts";
import { nestingProblem } from "./nesting.ts";
import type { SyntaxNode } from "./syntax.ts";
import { tokensOf, withLinesJoined } from "./tokens.ts";

export interface SyntaxTree {
  readonly rootNode: SyntaxNode;
  delete(): void;
}

/** `read` is tree-sitter's. Offsets are those of `source` either way. It sees nothing of what is too deep, which `syntaxProblem` refuses. */
export function parsed(source: string, read: (text: string) => SyntaxTree | null): SyntaxTree {
  const tokens = tokensOf(source);
  const isTooDeep = nestingProblem(tokens, logicalLines(source, tokens)) !== null;
  const tree = read(isTooDeep ? "" : source);
  if (tree === null) throw new Error("internal: the parser gave no tree");
  if (!tree.rootNode.hasError) return tree;
  const joined = read(withLinesJoined(source));
  if (joined === null || joined.rootNode.hasError) {
    joined?.delete();
    return tree;
  }
  tree.delete();
  return joined;
}
