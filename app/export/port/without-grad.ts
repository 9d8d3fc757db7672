/** @file What is computed without a gradient: under torch.no_grad(), as a statement or a decorator. */
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import type { Names } from "./names.ts";

const cutting = new Set(["torch.no_grad", "torch.inference_mode", "torch.autograd.no_grad"]);

/** torch.no_grad(), torch.no_grad, torch.set_grad_enabled(False): true; torch.enable_grad(): false; null for anything else. */
function cuts(node: SyntaxNode | null | undefined, names: Names): boolean | null {
  if (node === null || node === undefined) return null;
  const callee = node.type === "call" ? node.childForFieldName("function") : node;
  const path = callee === null ? null : names.path(callee);
  if (path === "torch.enable_grad") return false;
  if (path === "torch.set_grad_enabled") return /\(\s*False\s*\)$/.test(node.text) ? true : null;
  return path !== null && cutting.has(path) ? true : null;
}

/** Of a `with` statement that says so alone; null for any other. */
export function cutBy(statement: SyntaxNode, names: Names): boolean | null {
  const items = parts(statement).filter(({ type }) => type === "with_item");
  return items.length === 1 ? cuts(items[0]?.childForFieldName("value"), names) : null;
}

export const isCuttingDecorator = (node: SyntaxNode, names: Names): boolean =>
  node.type === "decorator" && cuts(parts(node)[0], names) === true;

/** Whether a statement stands where nothing has a gradient. */
export function isWithoutGrad(node: SyntaxNode, names: Names): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    const cut = at.type === "with_statement" ? cutBy(at, names) : null;
    if (cut !== null) return cut;
    if (at.type === "function_definition")
      return at.parent?.type === "decorated_definition"
        ? parts(at.parent).some((part) => isCuttingDecorator(part, names))
        : false;
  }
  return false;
}
