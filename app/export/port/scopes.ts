/** @file Where the names of a source are bound: scopes, and parameters of functions. */
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";

const scopes = new Set(["function_definition", "lambda", "module"]);

export function scopeOf(node: SyntaxNode): SyntaxNode {
  let at = node.parent ?? node;
  // A default and a decorator stand outside; that they are looked for within does no harm.
  while (!scopes.has(at.type) && at.parent !== null) at = at.parent;
  return at;
}

export function classOf(node: SyntaxNode): string | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === "function_definition") return null;
    if (at.type === "class_definition") return at.childForFieldName("name")?.text ?? null;
  }
  return null;
}

export const keyOf = (scope: SyntaxNode, name: string): string => `${scope.id} ${name}`;

export const parameterName = (node: SyntaxNode): string =>
  node.type === "identifier" ? node.text : (node.childForFieldName("name")?.text ?? parts(node)[0]?.text ?? "");

export function parametersOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const list = definition.childForFieldName("parameters");
  const [first, ...others] = list === null ? [] : parts(list);
  if (first === undefined) return [];
  return first.text === "self" || first.text === "cls" ? others : [first, ...others];
}

/** Those without a default. */
export const required = (definition: SyntaxNode): readonly SyntaxNode[] =>
  parametersOf(definition).filter(({ type }) => type === "identifier" || type === "typed_parameter");
