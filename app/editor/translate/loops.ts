/** @file Loops in TypeScript: those that count are for … in range(…). */
import type ts from "typescript-api";
import type { Expression, Statement } from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { target } from "./comprehensions.ts";
import { bare, block, expression, kindAt, known, type ReadContext, rangeIn } from "./context.ts";
import { truth } from "./operators.ts";

export function loop(outer: ReadContext, node: ts.IterationStatement): Statement[] {
  const context: ReadContext = { ...outer, isInLoop: true };
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const base = { range, trivia: noTrivia };
  if (tsApi.isWhileStatement(node)) {
    const test = truth(context, node.expression);
    return [{ ...base, kind: "while", test, body: block(context, node.statement) }];
  }
  if (tsApi.isDoStatement(node)) return [repeated(context, node)];
  if (tsApi.isForStatement(node)) return counting(context, node);
  if (!tsApi.isForOfStatement(node) && !tsApi.isForInStatement(node)) return [];
  const { initializer } = node;
  if (!tsApi.isVariableDeclarationList(initializer)) {
    context.refusals.add(range, "a loop over a variable from outside");
    return [];
  }
  const name = initializer.declarations[0].name;
  const source = expression(context, node.expression);
  const kind = kindAt(context, node.expression).name;
  if (tsApi.isForInStatement(node) && kind !== "dict") {
    context.refusals.add(range, "for … in over something other than an object");
    return [];
  }
  return [
    { ...base, kind: "for", target: target(context, name), iterable: source, body: block(context, node.statement) },
  ];
}

/** do { … } while (c) */
function repeated(context: ReadContext, node: ts.DoStatement): Statement {
  const range = rangeIn(context, node);
  const base = { range, trivia: noTrivia };
  const body = block(context, node.statement);
  if (jumps(context, node.statement)) context.refusals.add(range, "continue in do … while");
  const test = truth(context, node.expression);
  const ended: Expression = { kind: "unary", operator: "not", value: test, range };
  const leave: Statement = {
    ...base,
    kind: "if",
    branches: [{ before: [], test: ended, after: null, body: { statements: [{ ...base, kind: "break" }], end: [] } }],
  };
  const always: Expression = { kind: "constant", value: true, range };
  return { ...base, kind: "while", test: always, body: { statements: [...body.statements, leave], end: body.end } };
}

/** for (let i = a; i < b; i++) is for i in range(a, b); any other is a while. */
function counting(context: ReadContext, node: ts.ForStatement): Statement[] {
  const range = rangeIn(context, node);
  const bounds = boundsOf(context, node);
  if (bounds !== null) {
    const { name, args } = bounds;
    const iterable = known(range, "range", args);
    const counter: Expression = { kind: "name", name: context.names.of(name), range: rangeIn(context, name) };
    return [{ kind: "for", target: counter, iterable, body: block(context, node.statement), range, trivia: noTrivia }];
  }
  context.refusals.add(range, "a for loop that does not count (write it as while)");
  return [];
}

interface Bounds {
  readonly name: ts.Identifier;
  readonly args: readonly Expression[];
}

function boundsOf(context: ReadContext, node: ts.ForStatement): Bounds | null {
  const { ts: tsApi } = context;
  const { initializer, condition, incrementor } = node;
  if (
    initializer === undefined ||
    !tsApi.isVariableDeclarationList(initializer) ||
    condition === undefined ||
    incrementor === undefined
  )
    return null;
  const [counter, end, ...more] = initializer.declarations;
  if (more.length > 0 || !tsApi.isIdentifier(counter.name) || counter.initializer === undefined) return null;
  const name = counter.name;
  const isCounter = (part: ts.Node) => tsApi.isIdentifier(part) && part.text === name.text;
  const step = stepOf(context, incrementor, isCounter);
  if (step === null || !tsApi.isBinaryExpression(condition) || !isCounter(condition.left)) return null;
  const symbol = tsApi.tokenToString(condition.operatorToken.kind) ?? "";
  const isUp = step > 0;
  if (symbol !== (isUp ? "<" : ">") && symbol !== (isUp ? "<=" : ">=")) return null;
  // let i = 0, end = xs.length
  const isNamedEnd = end !== undefined && tsApi.isIdentifier(end.name) && isSameName(tsApi, end.name, condition.right);
  if (end !== undefined && !isNamedEnd) return null;
  const limit = isNamedEnd && end.initializer !== undefined ? end.initializer : condition.right;
  if (assignsTo(context, node.statement, name.text)) return null;
  if (!isNamedEnd && !isSteadyIn(context, node.statement, limit)) return null;
  const range = rangeIn(context, node);
  const number = (value: number): Expression => {
    const literal: Expression = {
      kind: "number",
      text: String(Math.abs(value)),
      value: Math.abs(value),
      isFloat: false,
      range,
    };
    return value < 0 ? { kind: "unary", operator: "-", value: literal, range } : literal;
  };
  const last = expression(context, limit);
  const stop: Expression =
    symbol.length === 1 ? last : { kind: "binary", operator: isUp ? "+" : "-", left: last, right: number(1), range };
  const start = expression(context, counter.initializer);
  const isFromZero = start.kind === "number" && start.value === 0;
  if (step !== 1) return { name, args: [start, stop, number(step)] };
  return { name, args: isFromZero ? [stop] : [start, stop] };
}

function isSameName(tsApi: ReadContext["ts"], name: ts.Identifier, node: ts.Expression): boolean {
  return tsApi.isIdentifier(node) && node.text === name.text;
}

function stepOf(context: ReadContext, node: ts.Expression, isCounter: (part: ts.Node) => boolean): number | null {
  const { ts: tsApi } = context;
  const { SyntaxKind } = tsApi;
  if (tsApi.isPostfixUnaryExpression(node) || tsApi.isPrefixUnaryExpression(node)) {
    if (!isCounter(node.operand)) return null;
    return node.operator === SyntaxKind.PlusPlusToken ? 1 : node.operator === SyntaxKind.MinusMinusToken ? -1 : null;
  }
  if (!tsApi.isBinaryExpression(node) || !isCounter(node.left) || !tsApi.isNumericLiteral(node.right)) return null;
  const size = Number(node.right.text);
  if (!Number.isInteger(size) || size === 0) return null;
  return node.operatorToken.kind === SyntaxKind.PlusEqualsToken
    ? size
    : node.operatorToken.kind === SyntaxKind.MinusEqualsToken
      ? -size
      : null;
}

/** JavaScript asks for the end in every round, Python once: the loop must not change what it is made of. */
function isSteadyIn(context: ReadContext, body: ts.Node, limit: ts.Expression): boolean {
  const { ts: tsApi } = context;
  const names: string[] = [];
  let isPlain = true;
  const visit = (node: ts.Node): void => {
    if (tsApi.isIdentifier(node)) names.push(node.text);
    if (tsApi.isCallExpression(node)) {
      const method = tsApi.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
      if (!["size", "numel", "dim", "min", "max", "floor", "trunc", "ceil"].includes(method)) isPlain = false;
    }
    tsApi.forEachChild(node, visit);
  };
  visit(limit);
  const grows = /\.(push|pop|splice|shift|unshift)\(/.test(body.getText(context.file)) && names.includes("length");
  return isPlain && !grows && names.every((name) => !assignsTo(context, body, name));
}

function assignsTo({ ts: tsApi }: ReadContext, body: ts.Node, name: string): boolean {
  let found = false;
  const isName = (node: ts.Node) => tsApi.isIdentifier(node) && node.text === name;
  const visit = (node: ts.Node): void => {
    const { SyntaxKind } = tsApi;
    if (
      tsApi.isBinaryExpression(node) &&
      node.operatorToken.kind >= SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= SyntaxKind.LastAssignment &&
      isName(node.left)
    )
      found = true;
    if (
      (tsApi.isPostfixUnaryExpression(node) ||
        (tsApi.isPrefixUnaryExpression(node) &&
          (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken))) &&
      isName(node.operand)
    )
      found = true;
    tsApi.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function jumps({ ts: tsApi }: ReadContext, body: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (tsApi.isContinueStatement(node)) found = true;
    if (!tsApi.isIterationStatement(node, false) && !tsApi.isFunctionLike(node)) tsApi.forEachChild(node, visit);
  };
  tsApi.forEachChild(body, visit);
  return found;
}

/** xs.forEach((x) => { … }) is a loop. */
export function forEach(outer: ReadContext, node: ts.Expression): Statement | null {
  const context: ReadContext = { ...outer, isInLoop: true };
  const { ts: tsApi } = context;
  if (!tsApi.isCallExpression(node) || !tsApi.isPropertyAccessExpression(node.expression)) return null;
  if (node.expression.name.text !== "forEach" || kindAt(context, node.expression.expression).name !== "array")
    return null;
  const [work] = node.arguments;
  const inner = work === undefined ? undefined : bare(tsApi, work);
  const range = rangeIn(context, node);
  if (
    inner === undefined ||
    !tsApi.isArrowFunction(inner) ||
    inner.parameters.length === 0 ||
    inner.parameters.length > 2
  ) {
    context.refusals.add(range, ".forEach() of a function that is not written there");
    return null;
  }
  const iterable = expression(context, node.expression.expression);
  const [item, index] = inner.parameters;
  const each = target(context, item.name);
  const pair: Expression | null =
    index === undefined ? null : { kind: "tuple", items: [target(context, index.name), each], isBroken: false, range };
  const body = tsApi.isBlock(inner.body)
    ? block(context, inner.body)
    : {
        statements: [{ kind: "evaluate" as const, value: expression(context, inner.body), range, trivia: noTrivia }],
        end: [],
      };
  if (body.statements.some(({ kind }) => kind === "return")) context.refusals.add(range, "return in forEach");
  return {
    kind: "for",
    target: pair ?? each,
    iterable: pair === null ? iterable : known(range, "enumerate", [iterable]),
    body,
    range,
    trivia: noTrivia,
  };
}
