/** @file JavaScript's operators. Between tensors they are errors that mean what Python's mean. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import type { BinaryOperator, Comparison, Expression } from "../../../engine/language/translate/tree.ts";
import { bare, expression, kindAt, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { formatted } from "./templates.ts";

export function unary(context: ReadContext, node: ts.PrefixUnaryExpression): Expression {
  const { SyntaxKind } = context.ts;
  const range = rangeIn(context, node);
  switch (node.operator) {
    case SyntaxKind.ExclamationToken:
      return negated(context, node);
    case SyntaxKind.MinusToken:
      return { kind: "unary", operator: "-", value: expression(context, node.operand), range };
    case SyntaxKind.PlusToken:
      return kindAt(context, node.operand).name === "string"
        ? known(range, "float", [expression(context, node.operand)])
        : { kind: "unary", operator: "+", value: expression(context, node.operand), range };
    case SyntaxKind.TildeToken:
      return { kind: "unary", operator: "~", value: expression(context, node.operand), range };
    default:
      return refuse(context, node, "++ or -- within an expression");
  }
}

function negated(context: ReadContext, node: ts.PrefixUnaryExpression): Expression {
  const range = rangeIn(context, node);
  const value = truth(context, node.operand);
  const opposite: Partial<Record<Comparison, Comparison>> = { is: "is not", "is not": "is", in: "not in" };
  const turned = value.kind === "compare" ? opposite[value.operator] : undefined;
  if (value.kind === "compare" && turned !== undefined) return { ...value, operator: turned, range };
  return { kind: "unary", operator: "not", value, range };
}

const arithmetic: Readonly<Record<string, BinaryOperator>> = byName({
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  "**": "**",
  "&": "&",
  "|": "|",
  "^": "^",
  "<<": "<<",
  ">>": ">>",
});
const comparisons: Readonly<Record<string, Comparison>> = byName({
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "==": "==",
  "===": "==",
  "!=": "!=",
  "!==": "!=",
});

export const symbolOf = ({ ts: tsApi }: ReadContext, kind: ts.SyntaxKind): string => tsApi.tokenToString(kind) ?? "";

export function binary(context: ReadContext, node: ts.BinaryExpression): Expression {
  const range = rangeIn(context, node);
  const symbol = symbolOf(context, node.operatorToken.kind);
  const { left, right } = node;
  const operator = arithmetic[symbol];
  if (symbol === "+" && [left, right].some((side) => kindAt(context, side).name === "string"))
    return text(context, node);
  if (operator !== undefined)
    return { kind: "binary", operator, left: expression(context, left), right: expression(context, right), range };
  if (symbol === "%") return remainder(context, node, left, right);
  const comparison = comparisons[symbol];
  if (comparison !== undefined) return compare(context, node, comparison);
  if (symbol === "&&" || symbol === "||") return logical(context, node, symbol);
  if (symbol === "??") return nullish(context, node);
  if (symbol === "instanceof")
    return known(range, "isinstance", [expression(context, left), expression(context, right)]);
  if (symbol === "in")
    return {
      kind: "compare",
      operator: "in",
      left: expression(context, left),
      right: expression(context, right),
      range,
    };
  return refuse(context, node, `${symbol} within an expression`);
}

/** "a" + x is text with x in it. */
function text(context: ReadContext, node: ts.BinaryExpression): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const sides: ts.Expression[] = [];
  const collect = (side: ts.Expression): void => {
    const inner = bare(tsApi, side);
    const isSum = tsApi.isBinaryExpression(inner) && inner.operatorToken.kind === tsApi.SyntaxKind.PlusToken;
    if (isSum && kindAt(context, inner).name === "string") {
      collect(inner.left);
      collect(inner.right);
    } else sides.push(inner);
  };
  collect(node);
  // Two strings are added in Python as well.
  if (sides.every((side) => kindAt(context, side).name === "string"))
    return sides
      .map((side) => expression(context, side))
      .reduce((left, right) => ({ kind: "binary", operator: "+", left, right, range }));
  return {
    kind: "template",
    parts: sides.map((side) => (tsApi.isStringLiteral(side) ? side.text : formatted(context, side))),
    range,
  };
}

/** JavaScript's result has the sign of the dividend, as C's has; Python's operator has the divisor's. */
export function remainder(context: ReadContext, node: ts.Node, left: ts.Expression, right: ts.Expression): Expression {
  const range = rangeIn(context, node);
  const whole = dividendOf(context, left, right);
  if (whole !== null)
    return {
      kind: "binary",
      operator: "%",
      left: expression(context, whole),
      right: expression(context, right),
      range,
    };
  const [a, b] = [expression(context, left), expression(context, right)];
  const isTensor = [left, right].some((side) => kindAt(context, side).name === "tensor");
  if (isTensor || (isNotNegative(context, left) && isNotNegative(context, right)))
    return { kind: "binary", operator: "%", left: a, right: b, range };
  return known(range, "math.fmod", [a, b]);
}

/** The a of ((a % b) + b) % b, which is Python's own remainder. */
function dividendOf(context: ReadContext, left: ts.Expression, right: ts.Expression): ts.Expression | null {
  const { ts: tsApi, file } = context;
  const text = (part: ts.Expression) => bare(tsApi, part).getText(file);
  const sum = bare(tsApi, left);
  if (!tsApi.isBinaryExpression(sum) || sum.operatorToken.kind !== tsApi.SyntaxKind.PlusToken) return null;
  const inner = bare(tsApi, sum.left);
  const isRemainder = tsApi.isBinaryExpression(inner) && inner.operatorToken.kind === tsApi.SyntaxKind.PercentToken;
  return isRemainder && text(inner.right) === text(right) && text(sum.right) === text(right) ? inner.left : null;
}

function isNotNegative(context: ReadContext, given: ts.Expression): boolean {
  const { ts: tsApi } = context;
  const node = bare(tsApi, given);
  if (tsApi.isNumericLiteral(node)) return true;
  if (tsApi.isPropertyAccessExpression(node)) return node.name.text === "length";
  if (tsApi.isCallExpression(node) && tsApi.isPropertyAccessExpression(node.expression))
    return ["numel", "size", "dim"].includes(node.expression.name.text);
  if (tsApi.isElementAccessExpression(node)) return /\.shape$/.test(node.expression.getText(context.file));
  if (!tsApi.isIdentifier(node)) return false;
  const declaration = context.checker.getSymbolAtLocation(node)?.valueDeclaration;
  // for (let i = 0; …; i++)
  return (
    declaration !== undefined &&
    tsApi.isVariableDeclaration(declaration) &&
    tsApi.isForStatement(declaration.parent.parent) &&
    declaration.initializer !== undefined &&
    tsApi.isNumericLiteral(declaration.initializer)
  );
}

function compare(context: ReadContext, node: ts.BinaryExpression, operator: Comparison): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const [left, right] = [bare(tsApi, node.left), bare(tsApi, node.right)];
  const isEquality = operator === "==" || operator === "!=";
  if (isEquality && tsApi.isTypeOfExpression(left)) return typeTest(context, node, left, right, operator);
  const isAbsent = (side: ts.Expression) =>
    side.kind === tsApi.SyntaxKind.NullKeyword || (tsApi.isIdentifier(side) && side.text === "undefined");
  if (isEquality && (isAbsent(left) || isAbsent(right))) {
    const asked = expression(context, isAbsent(left) ? right : left);
    const absent: Expression = { kind: "constant", value: null, range };
    return { kind: "compare", operator: operator === "==" ? "is" : "is not", left: asked, right: absent, range };
  }
  // Whether a remainder is 0 does not depend on signs.
  const isZero = tsApi.isNumericLiteral(right) && Number(right.text) === 0;
  if (
    isEquality &&
    isZero &&
    tsApi.isBinaryExpression(left) &&
    left.operatorToken.kind === tsApi.SyntaxKind.PercentToken
  ) {
    const [a, b] = [expression(context, left.left), expression(context, left.right)];
    const rest: Expression = { kind: "binary", operator: "%", left: a, right: b, range };
    return { kind: "compare", operator, left: rest, right: expression(context, right), range };
  }
  // a.join() === b.join() is how JavaScript compares lists.
  const joined = [left, right].map((side) => joinedList(context, side));
  if (isEquality && joined[0] !== null && joined[1] !== null)
    return {
      kind: "compare",
      operator,
      left: expression(context, joined[0]),
      right: expression(context, joined[1]),
      range,
    };
  const isObject = [left, right].some((side) => ["array", "dict"].includes(kindAt(context, side).name));
  if (isEquality && isObject)
    return refuse(context, node, "=== of arrays or objects, which JavaScript compares by identity");
  return { kind: "compare", operator, left: expression(context, left), right: expression(context, right), range };
}

function joinedList(context: ReadContext, node: ts.Expression): ts.Expression | null {
  const { ts: tsApi } = context;
  if (!tsApi.isCallExpression(node) || node.arguments.length > 0) return null;
  const callee = node.expression;
  if (!tsApi.isPropertyAccessExpression(callee) || callee.name.text !== "join") return null;
  return kindAt(context, callee.expression).name === "array" ? callee.expression : null;
}

const types: Readonly<Record<string, readonly string[]>> = byName({
  number: ["int", "float"],
  string: ["str"],
  boolean: ["bool"],
});

function typeTest(
  context: ReadContext,
  node: ts.Node,
  left: ts.TypeOfExpression,
  right: ts.Expression,
  operator: Comparison,
): Expression {
  const range = rangeIn(context, node);
  const name = context.ts.isStringLiteral(right) ? right.text : "";
  const asked = expression(context, left.expression);
  const isPlain = operator === "==";
  if (name === "undefined")
    return {
      kind: "compare",
      operator: isPlain ? "is" : "is not",
      left: asked,
      right: { kind: "constant", value: null, range },
      range,
    };
  const kinds = types[name]?.map((path): Expression => ({ kind: "known", path, range }));
  if (kinds === undefined) return refuse(context, node, `typeof … === "${name}"`);
  const kind: Expression = kinds.length === 1 ? kinds[0] : { kind: "tuple", items: kinds, isBroken: false, range };
  const test = known(range, "isinstance", [asked, kind]);
  return isPlain ? test : { kind: "unary", operator: "not", value: test, range };
}

function logical(context: ReadContext, node: ts.BinaryExpression, symbol: "&&" | "||"): Expression {
  const range = rangeIn(context, node);
  const operator = symbol === "&&" ? "and" : "or";
  if (kindAt(context, node).name === "boolean")
    return { kind: "logical", operator, left: truth(context, node.left), right: truth(context, node.right), range };
  const kind = kindAt(context, node.left);
  if (["number", "string", "boolean", "null"].includes(kind.name))
    return {
      kind: "logical",
      operator,
      left: expression(context, node.left),
      right: expression(context, node.right),
      range,
    };
  if (operator === "or" && kind.isOptional) return nullish(context, node);
  return refuse(context, node, `${symbol} of values that Python asks for their truth otherwise (use a condition)`);
}

/** a ?? b */
function nullish(context: ReadContext, node: ts.BinaryExpression): Expression {
  const range = rangeIn(context, node);
  const left = expression(context, node.left);
  if (!isSteady(left)) return refuse(context, node, "?? after something computed (name it first)");
  const absent: Expression = { kind: "constant", value: null, range };
  // o[key] ?? b is o.get(key, b).
  if (
    left.kind === "subscript" &&
    left.items.length === 1 &&
    kindAt(context, firstPart(context, node.left)).name === "dict"
  )
    return {
      kind: "call",
      callee: { kind: "member", object: left.object, name: "get", range },
      args: [left.items[0], expression(context, node.right)],
      keywords: [],
      range,
    };
  return {
    kind: "conditional",
    test: { kind: "compare", operator: "is not", left, right: absent, range },
    whenTrue: left,
    whenFalse: expression(context, node.right),
    range,
  };
}

function firstPart(context: ReadContext, node: ts.Expression): ts.Expression {
  const inner = bare(context.ts, node);
  if (context.ts.isElementAccessExpression(inner) || context.ts.isPropertyAccessExpression(inner))
    return inner.expression;
  return inner;
}

function isSteady(node: Expression): boolean {
  if (node.kind === "member") return isSteady(node.object);
  if (node.kind === "subscript") return isSteady(node.object) && node.items.every(isSteady);
  return ["name", "self", "constant", "number", "string"].includes(node.kind);
}

export function conditional(context: ReadContext, node: ts.ConditionalExpression): Expression {
  return {
    kind: "conditional",
    test: truth(context, node.condition),
    whenTrue: expression(context, node.whenTrue),
    whenFalse: expression(context, node.whenFalse),
    range: rangeIn(context, node),
  };
}

/** An expression that is asked whether it holds: objects always do in JavaScript. */
export function truth(context: ReadContext, given: ts.Expression): Expression {
  const { ts: tsApi } = context;
  const node = bare(tsApi, given);
  const range = rangeIn(context, node);
  if (tsApi.isBinaryExpression(node)) {
    const symbol = symbolOf(context, node.operatorToken.kind);
    if (symbol === "&&" || symbol === "||")
      return {
        kind: "logical",
        operator: symbol === "&&" ? "and" : "or",
        left: truth(context, node.left),
        right: truth(context, node.right),
        range,
      };
  }
  const kind = kindAt(context, node);
  // t.item() !== 0 is how JavaScript asks a tensor.
  const asked = tsApi.isBinaryExpression(node) ? itemTest(context, node) : null;
  if (asked !== null) return asked;
  if (["boolean", "number", "string", "null"].includes(kind.name)) return expression(context, node);
  if (kind.isOptional && kind.name !== "any") {
    const absent: Expression = { kind: "constant", value: null, range };
    return { kind: "compare", operator: "is not", left: expression(context, node), right: absent, range };
  }
  const what =
    kind.name === "any" ? "something that may be anything" : `a ${kind.name}, which always holds in JavaScript`;
  return refuse(context, node, `the truth of ${what} (compare it)`);
}

function itemTest(context: ReadContext, node: ts.BinaryExpression): Expression | null {
  const { ts: tsApi } = context;
  const symbol = symbolOf(context, node.operatorToken.kind);
  const isZero = tsApi.isNumericLiteral(node.right) && Number(node.right.text) === 0;
  if (!isZero || (symbol !== "!==" && symbol !== "===")) return null;
  const call = bare(tsApi, node.left);
  if (!tsApi.isCallExpression(call) || !tsApi.isPropertyAccessExpression(call.expression)) return null;
  if (call.expression.name.text !== "item" || kindAt(context, call.expression.expression).name !== "tensor")
    return null;
  const value = expression(context, call.expression.expression);
  return symbol === "!==" ? value : { kind: "unary", operator: "not", value, range: rangeIn(context, node) };
}
