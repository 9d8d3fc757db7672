/** @file TypeScript statements, from the compiler's tree to the tree both languages share. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import type { Branch, Expression, Statement } from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { assignments, declaration } from "./assignments.ts";
import { classOf } from "./classes.ts";
import { bare, block, expression, kindAt, type ReadContext, rangeIn } from "./context.ts";
import { functionOf } from "./definitions.ts";
import { gradMode } from "./grad-mode.ts";
import { forEach, loop } from "./loops.ts";
import { truth } from "./operators.ts";

type Lines = readonly (string | null)[];

export function readStatements(context: ReadContext, nodes: readonly ts.Statement[]): Statement[] {
  return nodes.flatMap((node) => statement(context, node));
}

/** What the comments around a statement go to: the first of what it becomes, and the last. */
function framed(before: Lines, made: readonly Statement[], after: string | null): Statement[] {
  if (made.length === 0) {
    const isSilent = after === null && before.every((line) => line === null);
    return isSilent ? [] : [{ kind: "remark", range: { start: 0, end: 0 }, trivia: { before, after } }];
  }
  return made.map((each, i) => ({
    ...each,
    trivia: {
      before: i === 0 ? [...before, ...each.trivia.before] : each.trivia.before,
      after: i === made.length - 1 ? (after ?? each.trivia.after) : each.trivia.after,
    },
  }));
}

function statement(context: ReadContext, node: ts.Statement): Statement[] {
  const { ts: tsApi, trivia, file } = context;
  const before = trivia.before(node.getStart(file));
  const isCompound =
    tsApi.isIfStatement(node) ||
    tsApi.isIterationStatement(node, false) ||
    tsApi.isFunctionDeclaration(node) ||
    tsApi.isClassDeclaration(node) ||
    tsApi.isTryStatement(node) ||
    tsApi.isBlock(node) ||
    tsApi.isSwitchStatement(node);
  if (isCompound) return framed(before, compound(context, node), null);
  const held = simple(context, node);
  const inner = trivia.within(node.getEnd());
  return framed([...before, ...inner], held, trivia.after());
}

function simple(context: ReadContext, node: ts.Statement): Statement[] {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const base = { range, trivia: noTrivia };
  if (tsApi.isVariableStatement(node))
    return node.declarationList.declarations.flatMap((each) => declaration(context, each));
  if (tsApi.isExpressionStatement(node)) return evaluated(context, node);
  if (tsApi.isReturnStatement(node)) {
    if (node.expression === undefined) return [{ ...base, kind: "return", value: null }];
    const mode = gradMode(context, node.expression, (value) => ({ ...base, kind: "return", value }));
    return mode ?? [{ ...base, kind: "return", value: returned(context, node.expression) }];
  }
  if (tsApi.isThrowStatement(node)) return [raised(context, node)];
  if (tsApi.isBreakStatement(node) || tsApi.isContinueStatement(node)) {
    if (node.label !== undefined) context.refusals.add(range, "a label");
    return [{ ...base, kind: tsApi.isBreakStatement(node) ? "break" : "continue" }];
  }
  // export default forward; and export { forward }; say nothing in Python.
  if (tsApi.isEmptyStatement(node) || tsApi.isExportAssignment(node) || tsApi.isExportDeclaration(node)) return [];
  context.refusals.add(range, refused(tsApi, node));
  return [];
}

function refused(tsApi: ReadContext["ts"], node: ts.Statement): string {
  if (tsApi.isInterfaceDeclaration(node)) return "an interface";
  if (tsApi.isTypeAliasDeclaration(node)) return "a type";
  if (tsApi.isEnumDeclaration(node)) return "an enum";
  if (tsApi.isImportDeclaration(node)) return "an import";
  return tsApi.SyntaxKind[node.kind].replace(/(Statement|Declaration)$/, "").toLowerCase();
}

/** return [a, b] gives a tuple, as people write it. */
function returned(context: ReadContext, node: ts.Expression): Expression {
  const value = expression(context, node);
  return value.kind === "list" && value.items.length > 1 ? { ...value, kind: "tuple" } : value;
}

function evaluated(context: ReadContext, node: ts.ExpressionStatement): Statement[] {
  const { ts: tsApi } = context;
  const inner = bare(tsApi, node.expression);
  if (tsApi.isStringLiteral(inner)) return [];
  const assigned = assignments(context, inner);
  if (assigned !== null) return assigned;
  const mode = gradMode(context, inner, (value) => ({
    kind: "evaluate",
    value,
    range: rangeIn(context, node),
    trivia: noTrivia,
  }));
  if (mode !== null) return mode;
  const each = forEach(context, inner);
  if (each !== null) return [each];
  return [{ kind: "evaluate", value: expression(context, inner), range: rangeIn(context, node), trivia: noTrivia }];
}

const errors: Readonly<Record<string, string>> = byName({
  RangeError: "ValueError",
  TypeError: "TypeError",
  Error: "RuntimeError",
  SyntaxError: "ValueError",
});

function raised(context: ReadContext, node: ts.ThrowStatement): Statement {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const inner = bare(tsApi, node.expression);
  const type =
    tsApi.isNewExpression(inner) || tsApi.isCallExpression(inner)
      ? errors[inner.expression.getText(context.file)]
      : undefined;
  if (type === undefined || !(tsApi.isNewExpression(inner) || tsApi.isCallExpression(inner))) {
    context.refusals.add(range, "throw of something other than an Error");
    return { kind: "pass", range, trivia: noTrivia };
  }
  const [message] = inner.arguments ?? [];
  return {
    kind: "raise",
    type,
    message: message === undefined ? null : expression(context, message),
    range,
    trivia: noTrivia,
  };
}

function compound(context: ReadContext, node: ts.Statement): Statement[] {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  if (tsApi.isIfStatement(node)) return conditional(context, node);
  if (tsApi.isIterationStatement(node, false)) return loop(context, node);
  if (tsApi.isFunctionDeclaration(node)) return [functionOf(context, node, "function")];
  if (tsApi.isClassDeclaration(node)) return [classOf(context, node)];
  if (tsApi.isTryStatement(node)) return [attempted(context, node)];
  if (tsApi.isBlock(node)) {
    const { statements, end } = block(context, node);
    return end.length === 0
      ? [...statements]
      : [...statements, { kind: "remark", range, trivia: { before: end, after: null } }];
  }
  if (tsApi.isSwitchStatement(node)) return [cases(context, node)];
  return [];
}

/** The comment behind an opening brace. */
export function behindBrace(
  { ts: tsApi, trivia, file }: ReadContext,
  body: ts.Node,
): { inner: Lines; after: string | null } {
  const start = body.getStart(file) + (tsApi.isBlock(body) ? 1 : 0);
  const inner = trivia.within(start);
  return { inner, after: tsApi.isBlock(body) ? trivia.after() : null };
}

function conditional(context: ReadContext, node: ts.IfStatement): Statement[] {
  const { ts: tsApi } = context;
  const branches: Branch[] = [];
  let at: ts.Statement | undefined = node;
  let lead: Lines = [];
  while (at !== undefined) {
    const given: ts.IfStatement | null = tsApi.isIfStatement(at) ? at : null;
    const test = given === null ? null : truth(context, given.expression);
    const body: ts.Statement = given === null ? at : given.thenStatement;
    const { inner, after } = behindBrace(context, body);
    branches.push({ before: [...lead, ...inner], test, after, body: block(context, body) });
    at = given?.elseStatement;
    lead = at === undefined ? [] : context.trivia.before(at.getStart(context.file)).filter((line) => line !== null);
  }
  const asserted = assertion(context, node, branches);
  return [asserted ?? { kind: "if", branches, range: rangeIn(context, node), trivia: noTrivia }];
}

/** if (!c) throw new Error(m); on one line is assert c, m. */
function assertion(context: ReadContext, node: ts.IfStatement, branches: readonly Branch[]): Statement | null {
  const [{ test, body }] = branches;
  const [only, ...more] = body.statements;
  if (context.ts.isBlock(node.thenStatement) || branches.length > 1 || test === null || more.length > 0) return null;
  if (only?.kind !== "raise" || only.type !== "RuntimeError") return null;
  const range = rangeIn(context, node);
  const held: Expression = test.kind === "unary" && test.operator === "not" ? test.value : opposite(test);
  return { kind: "assert", test: held, message: only.message, range, trivia: { before: [], after: only.trivia.after } };
}

function opposite(test: Expression): Expression {
  const turned = { "==": "!=", "!=": "==", is: "is not", "is not": "is", in: "not in", "not in": "in" } as const;
  if (test.kind === "compare" && test.operator in turned) {
    const operator = turned[test.operator as keyof typeof turned];
    return { ...test, operator };
  }
  return { kind: "unary", operator: "not", value: test, range: test.range };
}

function attempted(context: ReadContext, node: ts.TryStatement): Statement {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const body = block(context, node.tryBlock);
  const { catchClause, finallyBlock } = node;
  const name = catchClause?.variableDeclaration?.name;
  if (name !== undefined && !tsApi.isIdentifier(name))
    context.refusals.add(rangeIn(context, name), "taking an error apart");
  return {
    kind: "try",
    body,
    name: name !== undefined && tsApi.isIdentifier(name) ? context.names.of(name) : null,
    handler: catchClause === undefined ? null : block(context, catchClause.block),
    last: finallyBlock === undefined ? null : block(context, finallyBlock),
    range,
    trivia: noTrivia,
  };
}

/** A switch whose every case ends is a chain of if. */
function cases(context: ReadContext, node: ts.SwitchStatement): Statement {
  const { ts: tsApi, trivia } = context;
  const range = rangeIn(context, node);
  const subject = expression(context, node.expression);
  const isSteady = ["name", "member"].includes(subject.kind);
  if (!isSteady) context.refusals.add(subject.range, "a switch over something computed (name it first)");
  if (["tensor", "array", "dict"].includes(kindAt(context, node.expression).name))
    context.refusals.add(subject.range, "a switch over objects");
  const branches: Branch[] = [];
  let labels: Expression[] = [];
  for (const clause of node.caseBlock.clauses) {
    const before = trivia.before(clause.getStart(context.file)).filter((line) => line !== null);
    if (tsApi.isCaseClause(clause)) {
      const label = expression(context, clause.expression);
      labels.push({ kind: "compare", operator: "==", left: subject, right: label, range: label.range });
      if (clause.statements.length === 0) continue;
    } else if (clause !== node.caseBlock.clauses[node.caseBlock.clauses.length - 1])
      context.refusals.add(rangeIn(context, clause), "default among other cases");
    const only = clause.statements[0];
    const inside =
      clause.statements.length === 1 && tsApi.isBlock(only) ? [...only.statements] : [...clause.statements];
    const last = inside[inside.length - 1];
    const isEnded =
      last !== undefined &&
      (tsApi.isBreakStatement(last) || tsApi.isReturnStatement(last) || tsApi.isThrowStatement(last));
    if (!isEnded && clause !== node.caseBlock.clauses[node.caseBlock.clauses.length - 1])
      context.refusals.add(rangeIn(context, clause), "a case that goes on into the next one");
    const statements = context.read.statements(
      context,
      last !== undefined && tsApi.isBreakStatement(last) ? inside.slice(0, -1) : inside,
    );
    const test = tsApi.isDefaultClause(clause)
      ? null
      : labels.reduce((left, right): Expression => ({ kind: "logical", operator: "or", left, right, range }));
    branches.push({ before, test, after: null, body: { statements, end: trivia.within(clause.getEnd()) } });
    labels = [];
  }
  if (branches[0]?.test === null || branches.length === 0) context.refusals.add(range, "a switch without cases");
  return { kind: "if", branches, range, trivia: noTrivia };
}
