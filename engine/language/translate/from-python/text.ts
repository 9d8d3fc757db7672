/** @file Python's strings: plain ones by their value, f-strings by their parts. */
import type * as python from "../../python/parser/tree.ts";
import { rangeOf } from "../refusals.ts";
import type { Expression, Template } from "../tree.ts";
import type { ReadContext } from "./expressions.ts";

type Piece = Template["parts"][number];

const byName = "characters by name are not supported: write the character";

export function text(context: ReadContext, node: python.Constant, value: string): Expression {
  const range = rangeOf(node);
  return context.named.has(node.start) ? context.refusals.expression(range, byName) : { kind: "string", value, range };
}

export function template(
  context: ReadContext,
  node: python.JoinedStr,
  read: (part: python.Expression) => Expression,
): Expression {
  const range = rangeOf(node);
  if (context.named.has(node.start)) return context.refusals.expression(range, byName);
  const pieces: Piece[] = [];
  for (const part of node.values) {
    const piece = pieceOf(part, read);
    if (piece === null) return context.refusals.expression(range, "this form of {…} in an f-string");
    pieces.push(piece);
  }
  if (pieces.every((piece) => typeof piece === "string")) return { kind: "string", value: pieces.join(""), range };
  return { kind: "template", parts: pieces, range };
}

const written = (node: python.Expression): string | null =>
  node.kind === "Constant" && node.value.type === "str" ? node.value.value : null;

function pieceOf(node: python.Expression, read: (part: python.Expression) => Expression): Piece | null {
  if (node.kind !== "FormattedValue") return written(node);
  const formats = node.format_spec?.values.map(written) ?? [];
  if (node.conversion === "r" || node.conversion === "a" || formats.includes(null)) return null;
  return { value: read(node.value), format: formats.join("") };
}

/** A docstring as Python's inspect.cleandoc gives it. */
export function cleaned(doc: string): string {
  const [first, ...rest] = doc.split("\n");
  const margin = Math.min(
    ...rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  const lines = [first.trim(), ...rest.map((line) => line.slice(Number.isFinite(margin) ? margin : 0).trimEnd())];
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === "") lines.pop();
  return lines.join("\n");
}
