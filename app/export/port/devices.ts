/** @file Devices, of which the other frameworks have their own way: what names one is left out. */
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import type { Names } from "./names.ts";

/** x.device, torch.device("cpu"), "cuda", a name that says so. */
export function isDevice(node: SyntaxNode, names: Names): boolean {
  const callee = node.type === "call" ? field(node, "function") : null;
  if (callee !== null && names.path(callee) === "torch.device") return true;
  if (node.type === "string") return /^["'](cpu|cuda|mps)(:\d+)?["']$/.test(node.text);
  const name = node.type === "attribute" ? field(node, "attribute").text : node.type === "identifier" ? node.text : "";
  return /(^|_)(device|dev)$/.test(name);
}

const saysNothing = new Set(["device", "non_blocking", "copy", "memory_format", "requires_grad", "pin_memory"]);

/** An argument that only says where a tensor is kept. `requires_grad=True` says more. */
export function isOfPlacement(argument: SyntaxNode, names: Names): boolean {
  if (argument.type !== "keyword_argument") return isDevice(argument, names);
  const [name, value] = [field(argument, "name").text, field(argument, "value")];
  return saysNothing.has(name) && !(name === "requires_grad" && value.text === "True");
}

/** What is left of the arguments of x.to(…): a dtype, a tensor to be like, or nothing. */
export const conversionIn = (list: SyntaxNode, names: Names): readonly SyntaxNode[] =>
  parts(list).filter((argument) => !isOfPlacement(argument, names));
