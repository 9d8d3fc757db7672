/** @file What is asked of functions and classes. */
import { within } from "./parser/children.ts";
import type { AnyNode, ClassDef, Expression, FunctionDef, Place, Statement } from "./parser/tree.ts";

export type Definition = FunctionDef | ClassDef;

export const isDefinition = (node: AnyNode): node is Definition =>
  node.kind === "FunctionDef" || node.kind === "ClassDef" || node.kind === "AsyncFunctionDef";

export function methodOf({ body }: ClassDef, name: string): FunctionDef | null {
  for (const each of body) if (each.kind === "FunctionDef" && each.name === name) return each;
  return null;
}

/** With its decorators. */
export const wholeOf = (node: Statement): Place =>
  isDefinition(node) ? { start: node.begin, end: node.end } : { start: node.start, end: node.end };

/** Everything it calls by name, and texts: what an annotation or a base may be told by. */
export function wordsOf(node: Expression): string {
  const words: string[] = [];
  for (const each of within(node)) {
    if (each.kind === "Name") words.push(each.id);
    else if (each.kind === "Attribute") words.push(each.attr);
    else if (each.kind === "Constant" && each.value.type === "str") words.push(each.value.value);
  }
  return words.join(" ");
}

/** The `c` of `a.b.c`, or the name. */
export const lastName = (node: Expression): string =>
  node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : "";
