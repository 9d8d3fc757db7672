/** @file A source's tree. tree-sitter loses count of the lines within brackets where one stands further left than its block: it then reads them joined. */
import type { SyntaxNode } from "./syntax.ts";
import { withLinesJoined } from "./tokens.ts";

export interface SyntaxTree {
  readonly rootNode: SyntaxNode;
  delete(): void;
}

/** `read` is tree-sitter's. Offsets are those of `source` either way. */
export function parsed(source: string, read: (text: string) => SyntaxTree | null): SyntaxTree {
  const tree = read(source);
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
