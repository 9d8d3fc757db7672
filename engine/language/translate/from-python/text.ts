/** @file Python's strings: plain ones by their value, f-strings by their parts. */
import { unescaped } from "../../python/strings.ts";
import { parts, Refusal, type SyntaxNode } from "../../python/syntax.ts";
import { rangeOf } from "../refusals.ts";
import type { Expression, Template } from "../tree.ts";
import type { ReadContext } from "./expressions.ts";

export function text(context: ReadContext, node: SyntaxNode, read: (part: SyntaxNode) => Expression): Expression {
  const range = rangeOf(node);
  const strings = node.type === "concatenated_string" ? parts(node) : [node];
  const pieces: Template["parts"][number][] = [];
  for (const string of strings) {
    try {
      pieces.push(...partsOf(context, string, read));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return context.refusals.expression(range, error.message);
    }
  }
  if (pieces.every((piece) => typeof piece === "string")) return { kind: "string", value: pieces.join(""), range };
  return { kind: "template", parts: pieces, range };
}

function partsOf(
  context: ReadContext,
  node: SyntaxNode,
  read: (part: SyntaxNode) => Expression,
): Template["parts"][number][] {
  const opening = /^([a-zA-Z]*)('''|"""|'|")/.exec(node.text);
  if (opening === null) throw new Refusal(node, "unterminated string literal", "syntax");
  const prefix = opening[1].toLowerCase();
  if (prefix.includes("b")) throw new Refusal(node, "bytes");
  const found: Template["parts"][number][] = [];
  const plain = (from: number, to: number) => {
    const written = context.source.slice(from, to);
    const unbraced = prefix.includes("f") ? written.replaceAll("{{", "{").replaceAll("}}", "}") : written;
    if (unbraced !== "") found.push(prefix.includes("r") ? unbraced : unescaped(unbraced, node));
  };
  let at = node.startIndex + opening[0].length;
  for (const part of parts(node).filter(({ type }) => type === "interpolation")) {
    plain(at, part.startIndex);
    at = part.endIndex;
    const value = part.childForFieldName("expression") ?? parts(part)[0];
    const format = part.childForFieldName("format_specifier")?.text.slice(1) ?? "";
    const isNamed = part.children.some((child) => child?.type === "=");
    const conversion = part.childForFieldName("type_conversion")?.text ?? "";
    if (isNamed || (conversion !== "" && conversion !== "!s") || format.includes("{"))
      throw new Refusal(part, "this form of {…} in an f-string");
    found.push({ value: read(value), format });
  }
  plain(at, node.endIndex - opening[2].length);
  return found;
}

/** A docstring as Python's inspect.cleandoc gives it. */
export function cleaned(node: SyntaxNode): string {
  const inner = node.text.replace(/^[rRuU]*('''|"""|'|")/, "").replace(/('''|"""|'|")$/, "");
  const [first, ...rest] = inner.split("\n");
  const margin = Math.min(
    ...rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  const lines = [first.trim(), ...rest.map((line) => line.slice(Number.isFinite(margin) ? margin : 0).trimEnd())];
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === "") lines.pop();
  return lines.join("\n");
}
