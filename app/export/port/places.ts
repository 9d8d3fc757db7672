/** @file What a node is where it stands. */
import { field, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { classOf } from "./scopes.ts";

/** x.shape[0], x.size(0), x.numel(), torch.numel(x), len(x) */
export function isSize(node: SyntaxNode): boolean {
  if (node.type === "call" && field(node, "function").text === "len") return true;
  const owner = node.type === "subscript" ? "value" : node.type === "call" ? "function" : null;
  const attribute = owner === null ? null : field(node, owner);
  const name = attribute?.type === "attribute" ? field(attribute, "attribute").text : "";
  return node.type === "subscript" ? name === "shape" : ["size", "numel", "nelement"].includes(name);
}

/** A parameter, or the name of what is defined. */
export const isDefinition = ({ id, parent }: SyntaxNode): boolean =>
  parent !== null &&
  (["parameters", "lambda_parameters", "function_definition", "class_definition"].includes(parent.type) ||
    (parent.type === "attribute" && field(parent, "attribute").id === id));

/** The innermost function round a node. */
function functionRound(node: SyntaxNode): SyntaxNode | null {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === "function_definition") return at;
  return null;
}

export const isWithinFunction = (node: SyntaxNode): boolean => functionRound(node) !== null;

export function isWithinInit(node: SyntaxNode): boolean {
  const found = functionRound(node);
  return found !== null && field(found, "name").text === "__init__";
}

/** Whether a function is what is called with predictions and targets: the loss itself, or its class's forward. */
export function isOfEntry(definition: SyntaxNode, entry: string): boolean {
  const name = definition.childForFieldName("name")?.text ?? "";
  return name === entry || ((name === "forward" || name === "__call__") && classOf(definition) === entry);
}
