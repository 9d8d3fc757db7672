/** @file A dataclass as the class it stands for: its fields are what the constructor takes and keeps. */
import type * as python from "../../python/parser/tree.ts";
import { rangeOf } from "../refusals.ts";
import {
  type Assign,
  type ClassDefinition,
  type Expression,
  noTrivia,
  type Parameter,
  type Statement,
} from "../tree.ts";
import { annotationOf } from "./annotations.ts";
import { expression } from "./expressions.ts";
import type { StatementContext } from "./headers.ts";

/** `definition` is the class as it was read: fields stand in its body as assignments, or only as annotations. */
export function dataclassOf(
  context: StatementContext,
  statements: readonly python.Statement[],
  definition: ClassDefinition,
): ClassDefinition {
  const fields = statements.flatMap((statement) => fieldOf(context, statement));
  const names = new Set(fields.map(({ name }) => name));
  const kept: Statement[] = [];
  const assigned: Statement[] = [];
  const remarks = new Map<string, Assign["trivia"]>();
  for (const statement of definition.body.statements) {
    const name = nameOf(statement);
    if (name === null || !names.has(name)) kept.push(statement);
    else remarks.set(name, statement.trivia);
  }
  for (const { name, range } of fields)
    assigned.push({
      kind: "assign",
      targets: [{ kind: "member", object: { kind: "self", range }, name, range }],
      annotation: null,
      value: { kind: "name", name, range },
      range,
      trivia: remarks.get(name) ?? noTrivia,
    });
  const { range } = definition;
  const init: Statement = {
    kind: "function",
    name: "__init__",
    parameters: fields,
    returns: null,
    doc: null,
    body: { statements: assigned, end: [] },
    role: "method",
    range,
    trivia: noTrivia,
  };
  return { ...definition, body: { ...definition.body, statements: [init, ...kept.filter((each) => !isBare(each))] } };
}

/** The field that a statement of the class's body gave a default. */
function nameOf(statement: Statement): string | null {
  if (statement.kind !== "assign" || statement.targets.length !== 1) return null;
  const [target] = statement.targets;
  return target?.kind === "name" ? target.name : null;
}

/** `gamma: float` alone, which was read as nothing. */
const isBare = ({ kind, trivia: { before, after } }: Statement): boolean =>
  kind === "remark" && after === null && before.every((line) => line === null);

function fieldOf(context: StatementContext, statement: python.Statement): Parameter[] {
  if (statement.kind !== "AnnAssign" || statement.target.kind !== "Name") return [];
  const { target, value, annotation } = statement;
  return [
    {
      name: target.id,
      value: value === null ? null : defaultOf(context, value),
      annotation: annotationOf(annotation, context.names),
      form: "plain",
      range: rangeOf(target),
    },
  ];
}

/** field(default=x) is x. What a factory makes is made anew at each call, which is what TypeScript's defaults do. */
function defaultOf(context: StatementContext, node: python.Expression): Expression {
  const read = expression(context, node);
  if (read.kind !== "call" || read.callee.kind !== "known" || read.callee.path !== "dataclasses.field") return read;
  const given = (wanted: string) => read.keywords.find(({ name }) => name === wanted)?.value;
  const plain = given("default");
  if (plain !== undefined) return plain;
  const factory = given("default_factory");
  const { range } = read;
  if (factory?.kind === "lambda") return factory.body;
  if (factory?.kind === "known" && factory.path === "list") return { kind: "list", items: [], isBroken: false, range };
  if (factory?.kind === "known" && factory.path === "dict")
    return { kind: "dict", entries: [], isBroken: false, range };
  return context.refusals.expression(range, "this form of field()");
}
