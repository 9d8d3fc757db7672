/** @file An Enum as its members' values by name: what compares them means the same. */
import { lastName } from "../../python/definitions.ts";
import type * as python from "../../python/parser/tree.ts";
import { rangeOf } from "../refusals.ts";
import type { Expression, Statement } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { expression } from "./expressions.ts";
import { header, type StatementContext } from "./headers.ts";

const bases: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "str"]);

/** The class as a dict, if it is an Enum of plain members; null where it is something else or does more. */
export function enumOf(context: StatementContext, node: python.ClassDef, before: (string | null)[]): Statement | null {
  const paths = node.bases.map((part) => {
    const read = expression(context, part);
    return read.kind === "known" ? read.path : "";
  });
  const members = node.keywords.length > 0 ? null : membersOf(node.body);
  if (!paths.some((path) => path.startsWith("enum.")) || !paths.every((path) => bases.has(path)) || members === null)
    return null;
  const { inner, after } = header(context, node.body);
  const entries = members.map(([key, value], i) => ({
    key: { kind: "string", value: key.id, range: rangeOf(key) } as const,
    value: memberValue(context, value, i),
  }));
  context.enums.add(node.name);
  const notes = context.trivia.within(node.end);
  const range = rangeOf(node.at);
  return {
    kind: "assign",
    targets: [{ kind: "name", name: node.name, range }],
    annotation: null,
    value: { kind: "dict", entries, isBroken: true, range: rangeOf(node) },
    range,
    trivia: trivia([...before, ...inner, ...notes], after),
  };
}

type Member = readonly [name: python.Name, value: python.Expression];

function membersOf(statements: readonly python.Statement[]): readonly Member[] | null {
  const found: Member[] = [];
  for (const statement of statements) {
    if (statement.kind === "Expr" && statement.value.kind === "Constant") continue;
    if (statement.kind !== "Assign" || statement.targets.length !== 1) return null;
    const { targets, value } = statement;
    const [target] = targets;
    if (target.kind !== "Name" || !(isPlain(value) || isAuto(value))) return null;
    found.push([target, value]);
  }
  return found;
}

const isPlain = (value: python.Expression): boolean =>
  value.kind === "UnaryOp" ||
  (value.kind === "Constant" &&
    (value.value.type === "str" || value.value.type === "int" || value.value.type === "float"));

const isAuto = (value: python.Expression): boolean =>
  value.kind === "Call" && value.args.length === 0 && lastName(value.func) === "auto";

/** auto() counts from one. */
function memberValue(context: StatementContext, node: python.Expression, i: number): Expression {
  if (node.kind !== "Call") return expression(context, node);
  return { kind: "number", text: String(i + 1), value: i + 1, isFloat: false, range: rangeOf(node) };
}
