/** @file Tensors that a module keeps. */
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { isWithinInit } from "./places.ts";
import type { Porting } from "./porting.ts";

/** self.register_buffer("name", value), in the constructor: an attribute like any other; null for anything else. */
export function bufferIn(call: SyntaxNode): { readonly name: string; readonly value: SyntaxNode } | null {
  const callee = field(call, "function");
  if (callee.type !== "attribute" || field(callee, "attribute").text !== "register_buffer") return null;
  const [name, value] = parts(field(call, "arguments"));
  const spelled = /^["'](\w+)["']$/.exec(name?.text ?? "")?.[1];
  if (spelled === undefined || value === undefined || call.parent?.type !== "expression_statement") return null;
  const tensor = value.type === "keyword_argument" ? field(value, "value") : value;
  return field(callee, "object").text === "self" && isWithinInit(call) ? { name: spelled, value: tensor } : null;
}

export function bufferSet({ text }: Porting, call: SyntaxNode): string | null {
  const buffer = bufferIn(call);
  return buffer === null ? null : `self.${buffer.name} = ${text(buffer.value)}`;
}
