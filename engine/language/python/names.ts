/** @file Which names of a module a piece of it reads. */
import { field, parts, type SyntaxNode } from "./syntax.ts";

/** Every name that may be one of the module's, with where it first stands: no attributes, and no names of keyword arguments. */
export function mentioned(node: SyntaxNode, into = new Map<string, number>()): Map<string, number> {
  if (node.type === "identifier") {
    if (!into.has(node.text)) into.set(node.text, node.startIndex);
    return into;
  }
  for (const child of parts(node)) {
    const isMember =
      (node.type === "attribute" && child.id === field(node, "attribute").id) ||
      (node.type === "keyword_argument" && child.id === field(node, "name").id);
    if (!isMember) mentioned(child, into);
  }
  return into;
}
