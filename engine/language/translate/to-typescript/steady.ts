/** @file Whether an expression can be written twice: it costs nothing and does nothing. */
import type { Expression } from "../tree.ts";

export function isSteady(node: Expression): boolean {
  switch (node.kind) {
    case "name":
    case "self":
    case "number":
    case "string":
    case "constant":
    case "known":
      return true;
    case "member":
      return isSteady(node.object);
    case "subscript":
      return isSteady(node.object) && node.items.every(isSteady);
    default:
      return false;
  }
}
