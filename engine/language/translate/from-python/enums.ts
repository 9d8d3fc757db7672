/** @file An Enum as its members' values by name: what compares them means the same. */
import { field, parts, type SyntaxNode } from "../../python/syntax.ts";
import { rangeOf } from "../refusals.ts";
import type { Expression, Statement } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { expression } from "./expressions.ts";
import { header, type StatementContext } from "./headers.ts";

const bases: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "str"]);

/** The class as a dict, if it is an Enum of plain members; null where it is something else or does more. */
export function enumOf(context: StatementContext, node: SyntaxNode, before: (string | null)[]): Statement | null {
  const superclasses = node.childForFieldName("superclasses");
  const paths = (superclasses === null ? [] : parts(superclasses)).map((part) => {
    const read = expression(context, part);
    return read.kind === "known" ? read.path : "";
  });
  const members = membersOf(parts(field(node, "body")));
  if (!paths.some((path) => path.startsWith("enum.")) || !paths.every((path) => bases.has(path)) || members === null)
    return null;
  const name = field(node, "name");
  const { inner, after } = header(context, node);
  const entries = members.map(([key, value], i) => ({
    key: { kind: "string", value: key.text, range: rangeOf(key) } as const,
    value: memberValue(context, value, i),
  }));
  context.enums.add(name.text);
  const notes = context.trivia.within(node.endIndex);
  return {
    kind: "assign",
    targets: [{ kind: "name", name: name.text, range: rangeOf(name) }],
    annotation: null,
    value: { kind: "dict", entries, isBroken: true, range: rangeOf(node) },
    range: rangeOf(name),
    trivia: trivia([...before, ...inner, ...notes], after),
  };
}

type Member = readonly [name: SyntaxNode, value: SyntaxNode];

function membersOf(statements: readonly SyntaxNode[]): readonly Member[] | null {
  const found: Member[] = [];
  for (const statement of statements) {
    const [inner] = parts(statement);
    if (statement.type !== "expression_statement" || inner === undefined) return null;
    if (inner.type === "string") continue;
    const [left, right] = [inner.childForFieldName("left"), inner.childForFieldName("right")];
    if (inner.type !== "assignment" || left?.type !== "identifier" || right === null) return null;
    const isPlain =
      ["string", "integer", "float", "unary_operator"].includes(right.type) || /\bauto\(\)$/.test(right.text);
    if (!isPlain) return null;
    found.push([left, right]);
  }
  return found;
}

/** auto() counts from one. */
function memberValue(context: StatementContext, node: SyntaxNode, i: number): Expression {
  if (node.type !== "call") return expression(context, node);
  return { kind: "number", text: String(i + 1), value: i + 1, isFloat: false, range: rangeOf(node) };
}
