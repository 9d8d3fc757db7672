/** @file Declarations and assignments. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import type { BinaryOperator, Expression, Statement } from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { annotationOf } from "./annotations.ts";
import { target as pattern } from "./comprehensions.ts";
import { bare, expression, kindAt, type ReadContext, rangeIn } from "./context.ts";
import { functionOf } from "./definitions.ts";
import { gradMode } from "./grad-mode.ts";
import { recordNames } from "./kinds.ts";
import { remainder, symbolOf } from "./operators.ts";
import { indices } from "./tensors.ts";

/** const x = …; functions among them are functions. */
export function declaration(context: ReadContext, node: ts.VariableDeclaration): Statement[] {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const { name, initializer } = node;
  if (initializer === undefined) {
    // What is declared with a type is assigned before it is read, or the checker would say so.
    if (node.type !== undefined || !tsApi.isIdentifier(name)) return [];
    const value: Expression = { kind: "constant", value: null, range };
    return [{ kind: "assign", targets: [expression(context, name)], annotation: null, value, range, trivia: noTrivia }];
  }
  const given = bare(tsApi, initializer);
  if (tsApi.isIdentifier(name) && (tsApi.isArrowFunction(given) || tsApi.isFunctionExpression(given)))
    return [functionOf(context, given, "function", name)];
  const assign = (value: Expression): Statement => ({
    kind: "assign",
    targets: [targetOf(context, name)],
    annotation: annotationOf(tsApi, node.type),
    value,
    range,
    trivia: noTrivia,
  });
  const mode = gradMode(context, given, assign);
  if (mode !== null) return mode;
  if (tsApi.isObjectBindingPattern(name)) return takenApart(context, name, initializer);
  return [assign(expression(context, initializer))];
}

function targetOf(context: ReadContext, name: ts.BindingName): Expression {
  return pattern(context, name);
}

/** Of a pair of max, of U, S and Vh of an svd: their names. */
const namesAt = (context: ReadContext, node: ts.Expression): readonly string[] =>
  recordNames(context.checker, context.checker.getTypeAtLocation(node));

/** const { values, indices } = x.max(1) is values, indices = x.max(1). */
function takenApart(context: ReadContext, node: ts.ObjectBindingPattern, initializer: ts.Expression): Statement[] {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const kind = kindAt(context, initializer).name;
  const parts = new Map<string, ts.Identifier>();
  for (const element of node.elements) {
    const key = element.propertyName ?? element.name;
    if (
      !tsApi.isIdentifier(key) ||
      !tsApi.isIdentifier(element.name) ||
      element.initializer !== undefined ||
      element.dotDotDotToken !== undefined
    ) {
      context.refusals.add(rangeIn(context, element), "this form of taking an object apart");
      return [];
    }
    parts.set(key.text, element.name);
  }
  const value = expression(context, initializer);
  const assign = (target: Expression, given: Expression): Statement => ({
    kind: "assign",
    targets: [target],
    annotation: null,
    value: given,
    range,
    trivia: noTrivia,
  });
  if (kind === "record") {
    const [only, ...more] = parts;
    if (only !== undefined && more.length === 0)
      return [assign(expression(context, only[1]), { kind: "member", object: value, name: only[0], range })];
    const items = namesAt(context, initializer).map((name): Expression => {
      const part = parts.get(name);
      return part === undefined ? { kind: "name", name: "_", range } : expression(context, part);
    });
    return [assign({ kind: "tuple", items, isBroken: false, range }, value)];
  }
  const isSteady = value.kind === "name" || value.kind === "member" || value.kind === "self";
  if (!isSteady || (kind !== "dict" && kind !== "module" && kind !== "instance")) {
    context.refusals.add(range, "taking an object apart that is computed here (name it first)");
    return [];
  }
  return [...parts].map(([key, name]) => {
    const held: Expression =
      kind === "dict"
        ? { kind: "subscript", object: value, items: [{ kind: "string", value: key, range }], isTuple: false, range }
        : { kind: "member", object: value, name: key, range };
    return assign(expression(context, name), held);
  });
}

const compound: Readonly<Record<string, BinaryOperator>> = byName({
  "+=": "+",
  "-=": "-",
  "*=": "*",
  "/=": "/",
  "**=": "**",
  "&=": "&",
  "|=": "|",
  "^=": "^",
});
const inPlace: Readonly<Record<string, BinaryOperator>> = byName({
  add_: "+",
  sub_: "-",
  mul_: "*",
  div_: "/",
  pow_: "**",
  remainder_: "%",
});

/** Null for what is no assignment. */
export function assignments(context: ReadContext, node: ts.Expression): Statement[] | null {
  const { ts: tsApi } = context;
  const { SyntaxKind } = tsApi;
  const base = { range: rangeIn(context, node), trivia: noTrivia };
  if (tsApi.isPostfixUnaryExpression(node) || tsApi.isPrefixUnaryExpression(node)) {
    const isUp = node.operator === SyntaxKind.PlusPlusToken;
    if (!isUp && node.operator !== SyntaxKind.MinusMinusToken) return null;
    const one: Expression = { kind: "number", text: "1", value: 1, isFloat: false, range: base.range };
    return [
      { ...base, kind: "augmented", target: expression(context, node.operand), operator: isUp ? "+" : "-", value: one },
    ];
  }
  if (tsApi.isCallExpression(node)) return written(context, node);
  if (!tsApi.isBinaryExpression(node)) return null;
  const symbol = symbolOf(context, node.operatorToken.kind);
  if (symbol === "=") return plain(context, node);
  const left = bare(tsApi, node.left);
  const operator = compound[symbol];
  const target = () => expression(context, left);
  if (operator !== undefined) {
    const value = expression(context, node.right);
    // On a tensor JavaScript's operator, if it worked, would make another one.
    if (kindAt(context, left).name === "tensor") {
      const made: Expression = { kind: "binary", operator, left: target(), right: value, range: base.range };
      return [{ ...base, kind: "assign", targets: [target()], annotation: null, value: made }];
    }
    return [{ ...base, kind: "augmented", target: target(), operator, value }];
  }
  if (symbol === "%=")
    return [
      {
        ...base,
        kind: "assign",
        targets: [target()],
        annotation: null,
        value: remainder(context, node, node.left, node.right),
      },
    ];
  if (symbol === "??=") {
    const absent: Expression = { kind: "constant", value: null, range: base.range };
    const test: Expression = { kind: "compare", operator: "is", left: target(), right: absent, range: base.range };
    const assign: Statement = {
      ...base,
      kind: "assign",
      targets: [target()],
      annotation: null,
      value: expression(context, node.right),
    };
    return [
      { ...base, kind: "if", branches: [{ before: [], test, after: null, body: { statements: [assign], end: [] } }] },
    ];
  }
  return null;
}

function plain(context: ReadContext, node: ts.BinaryExpression): Statement[] {
  const { ts: tsApi } = context;
  const base = { range: rangeIn(context, node), trivia: noTrivia };
  const targets: Expression[] = [];
  let at: ts.Expression = node;
  while (tsApi.isBinaryExpression(at) && at.operatorToken.kind === tsApi.SyntaxKind.EqualsToken) {
    targets.push(assigned(context, at.left, at.right));
    at = bare(tsApi, at.right);
  }
  const assign = (value: Expression): Statement => ({ ...base, kind: "assign", targets, annotation: null, value });
  return gradMode(context, at, assign) ?? [assign(expression(context, at))];
}

/** The left side of an assignment. */
function assigned(context: ReadContext, given: ts.Expression, value: ts.Expression): Expression {
  const { ts: tsApi } = context;
  const node = bare(tsApi, given);
  const range = rangeIn(context, node);
  if (tsApi.isArrayLiteralExpression(node)) {
    const items = node.elements.map((item): Expression => {
      if (tsApi.isOmittedExpression(item)) return { kind: "name", name: "_", range };
      return tsApi.isSpreadElement(item)
        ? { kind: "spread", value: assigned(context, item.expression, value), range }
        : assigned(context, item, value);
    });
    return { kind: "tuple", items, isBroken: false, range };
  }
  if (tsApi.isObjectLiteralExpression(node)) {
    const found = new Map<string, Expression>();
    for (const item of node.properties) {
      if (tsApi.isShorthandPropertyAssignment(item)) found.set(item.name.text, expression(context, item.name));
      else if (tsApi.isPropertyAssignment(item))
        found.set(item.name.getText(context.file), assigned(context, item.initializer, value));
    }
    const names = namesAt(context, value);
    if (names.length === 0) context.refusals.add(range, "taking an object apart into variables");
    const unused: Expression = { kind: "name", name: "_", range };
    return { kind: "tuple", items: names.map((name) => found.get(name) ?? unused), isBroken: false, range };
  }
  return expression(context, node);
}

/** x.setitem(i, v) is x[i] = v; x.add_(y) is x += y, where x is a variable of the function. */
function written(context: ReadContext, node: ts.CallExpression): Statement[] | null {
  const { ts: tsApi } = context;
  const base = { range: rangeIn(context, node), trivia: noTrivia };
  const callee = bare(tsApi, node.expression);
  if (!tsApi.isPropertyAccessExpression(callee)) return null;
  const kind = kindAt(context, callee.expression).name;
  if (kind !== "tensor" && kind !== "any") return null;
  const [first, second, third] = node.arguments;
  if (callee.name.text === "setitem" && second !== undefined) {
    const items = indices(context, first);
    if (items === null) {
      context.refusals.add(base.range, "setitem of indices that are not written out");
      return [];
    }
    const object = expression(context, callee.expression);
    const target: Expression = { kind: "subscript", object, items, isTuple: items.length > 1, range: base.range };
    return [{ ...base, kind: "assign", targets: [target], annotation: null, value: expression(context, second) }];
  }
  const operator = inPlace[callee.name.text];
  const isPlain =
    first !== undefined && second === undefined && third === undefined && !tsApi.isObjectLiteralExpression(first);
  const owner = bare(tsApi, callee.expression);
  const isLocal =
    (tsApi.isIdentifier(owner) && context.names.isLocal(owner)) ||
    (tsApi.isPropertyAccessExpression(owner) && owner.expression.kind === tsApi.SyntaxKind.ThisKeyword);
  if (operator === undefined || !isPlain || !isLocal) return null;
  return [
    { ...base, kind: "augmented", target: expression(context, owner), operator, value: expression(context, first) },
  ];
}
