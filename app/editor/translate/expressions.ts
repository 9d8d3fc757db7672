/** @file TypeScript expressions, from the compiler's tree to the tree both languages share. */
import type ts from "typescript-api";
import type { DictLiteral, Expression } from "../../../engine/language/translate/tree.ts";
import { isBroken, parametersOf } from "./arguments.ts";
import { call, construct } from "./calls.ts";
import { bare, expression, kindAt, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { isInstanceMember, knownPath, mathConstant } from "./names-in-scope.ts";
import { binary, conditional, unary } from "./operators.ts";
import { template } from "./templates.ts";

export function readExpression(context: ReadContext, node: ts.Expression): Expression {
  const { ts: tsApi } = context;
  const { SyntaxKind } = tsApi;
  const range = rangeIn(context, node);
  const inner = bare(tsApi, node);
  if (inner !== node) return expression(context, inner);
  switch (node.kind) {
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
      return { kind: "constant", value: node.kind === SyntaxKind.TrueKeyword, range };
    case SyntaxKind.NullKeyword:
      return { kind: "constant", value: null, range };
    case SyntaxKind.ThisKeyword:
      return context.hasSelf ? { kind: "self", range } : refuse(context, node, "this outside of a method");
    case SyntaxKind.SuperKeyword:
      return { kind: "super", range };
  }
  if (tsApi.isIdentifier(node)) return identifier(context, node);
  if (tsApi.isNumericLiteral(node)) return number(context, node);
  if (tsApi.isStringLiteral(node) || tsApi.isNoSubstitutionTemplateLiteral(node))
    return { kind: "string", value: node.text, range };
  if (tsApi.isTemplateExpression(node)) return template(context, node);
  if (tsApi.isPropertyAccessExpression(node)) return property(context, node);
  if (tsApi.isElementAccessExpression(node)) return element(context, node);
  if (tsApi.isCallExpression(node)) return call(context, node);
  if (tsApi.isNewExpression(node)) return construct(context, node);
  if (tsApi.isPrefixUnaryExpression(node)) return unary(context, node);
  if (tsApi.isBinaryExpression(node)) return binary(context, node);
  if (tsApi.isConditionalExpression(node)) return conditional(context, node);
  if (tsApi.isArrayLiteralExpression(node)) {
    const items = node.elements.map((item) => expression(context, item));
    const [only] = items;
    if (items.length === 1 && only.kind === "spread") return known(range, "list", [only.value]);
    // `[a, b] as const` has a type for each item, as a tuple has.
    const isTuple = tsApi.isAsExpression(node.parent) && tsApi.isConstTypeReference(node.parent.type);
    return { kind: isTuple ? "tuple" : "list", items, isBroken: isBroken(context, node.elements), range };
  }
  if (tsApi.isSpreadElement(node)) return { kind: "spread", value: expression(context, node.expression), range };
  if (tsApi.isObjectLiteralExpression(node)) return dict(context, node);
  if (tsApi.isArrowFunction(node)) return lambda(context, node);
  if (tsApi.isTypeOfExpression(node)) return refuse(context, node, "typeof, other than in typeof x === …");
  return refuse(context, node, words(tsApi, node));
}

function words(tsApi: ReadContext["ts"], node: ts.Node): string {
  if (tsApi.isPostfixUnaryExpression(node)) return "++ or -- within an expression";
  if (tsApi.isRegularExpressionLiteral(node)) return "a regular expression";
  if (tsApi.isFunctionExpression(node)) return "a function within an expression (name it first)";
  if (tsApi.isClassExpression(node)) return "a class within an expression";
  if (tsApi.isAwaitExpression(node)) return "await";
  if (tsApi.isYieldExpression(node)) return "yield";
  if (tsApi.isDeleteExpression(node)) return "delete";
  return tsApi.SyntaxKind[node.kind]
    .replace(/(Expression|Literal)$/, "")
    .replaceAll(/(?<=[a-z])[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
}

function identifier(context: ReadContext, node: ts.Identifier): Expression {
  const range = rangeIn(context, node);
  if (context.names.isOwn(node)) return { kind: "name", name: context.names.of(node), range };
  const path = knownPath(context, node);
  if (path !== null) return { kind: "known", path, range };
  if (node.text === "undefined") return { kind: "constant", value: null, range };
  if (node.text === "Infinity") return known(range, "float", [{ kind: "string", value: "inf", range }]);
  if (node.text === "NaN") return known(range, "float", [{ kind: "string", value: "nan", range }]);
  return refuse(context, node, node.text);
}

function number(context: ReadContext, node: ts.NumericLiteral): Expression {
  const text = node.getText(context.file);
  const isFloat = !/^0[xXoObB]/.test(text) && /[.eE]/.test(text);
  return { kind: "number", text, value: Number(node.text), isFloat, range: rangeIn(context, node) };
}

function property(context: ReadContext, node: ts.PropertyAccessExpression): Expression {
  const range = rangeIn(context, node);
  const name = node.name.text;
  if (node.questionDotToken !== undefined) return refuse(context, node, "?. (ask for null first)");
  const path = knownPath(context, node);
  if (path !== null) return { kind: "known", path, range };
  const constant = mathConstant(context, node);
  if (constant !== null) return constant;
  const owner = bare(context.ts, node.expression);
  const kind = kindAt(context, owner);
  if (kind.name === "dict") {
    const key: Expression = { kind: "string", value: name, range: rangeIn(context, node.name) };
    return { kind: "subscript", object: expression(context, owner), items: [key], isTuple: false, range };
  }
  if (name === "length" && ["array", "string", "any"].includes(kind.name))
    return known(range, "len", [expression(context, owner)]);
  const isAttribute =
    ["tensor", "record", "module", "instance"].includes(kind.name) ||
    isInstanceMember(context, node) ||
    (kind.name === "any" && ["shape", "ndim", "dtype", "T", "grad", "values", "indices"].includes(name));
  if (!isAttribute) return refuse(context, node, `.${name}`);
  return { kind: "member", object: expression(context, owner), name: name.replace(/^#/, "_"), range };
}

function element(context: ReadContext, node: ts.ElementAccessExpression): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const owner = bare(tsApi, node.expression);
  const index = bare(tsApi, node.argumentExpression);
  if (node.questionDotToken !== undefined) return refuse(context, node, "?. (ask for null first)");
  const kind = kindAt(context, owner).name;
  if (kind !== "array" && kind !== "string" && kind !== "dict" && kind !== "any")
    return refuse(context, node, `[…] of a ${kind}${kind === "tensor" ? " (use getitem)" : ""}`);
  const object = expression(context, owner);
  // xs[xs.length - 1] is xs[-1].
  if (tsApi.isBinaryExpression(index) && index.operatorToken.kind === tsApi.SyntaxKind.MinusToken) {
    const isLength = index.left.getText(context.file) === `${owner.getText(context.file)}.length`;
    if (isLength && tsApi.isNumericLiteral(index.right)) {
      const place: Expression = {
        kind: "unary",
        operator: "-",
        value: expression(context, index.right),
        range: rangeIn(context, index),
      };
      return { kind: "subscript", object, items: [place], isTuple: false, range };
    }
  }
  return { kind: "subscript", object, items: [expression(context, index)], isTuple: false, range };
}

function dict(context: ReadContext, node: ts.ObjectLiteralExpression): Expression {
  const entries: DictLiteral["entries"][number][] = [];
  for (const item of node.properties) {
    const made = entry(context, item);
    if (made === null) context.refusals.add(rangeIn(context, item), "a method or accessor in an object");
    else entries.push(made);
  }
  return { kind: "dict", entries, isBroken: isBroken(context, node.properties), range: rangeIn(context, node) };
}

function entry(context: ReadContext, node: ts.ObjectLiteralElementLike): DictLiteral["entries"][number] | null {
  const { ts: tsApi } = context;
  if (tsApi.isSpreadAssignment(node)) return { key: null, value: expression(context, node.expression) };
  if (tsApi.isShorthandPropertyAssignment(node)) {
    const key: Expression = { kind: "string", value: node.name.text, range: rangeIn(context, node) };
    return { key, value: identifier(context, node.name) };
  }
  if (!tsApi.isPropertyAssignment(node)) return null;
  const { name } = node;
  const value = expression(context, node.initializer);
  if (tsApi.isComputedPropertyName(name)) return { key: expression(context, name.expression), value };
  if (!tsApi.isIdentifier(name) && !tsApi.isStringLiteral(name) && !tsApi.isNumericLiteral(name)) return null;
  return { key: { kind: "string", value: name.text, range: rangeIn(context, name) }, value };
}

function lambda(context: ReadContext, node: ts.ArrowFunction): Expression {
  const { ts: tsApi } = context;
  if (tsApi.isBlock(node.body))
    return refuse(context, node, "a function with statements within an expression (name it first)");
  if (context.isInLoop) context.refusals.add(rangeIn(context, node), "a function made in a loop");
  return {
    kind: "lambda",
    parameters: parametersOf(context, node.parameters).map((parameter) => ({ ...parameter, annotation: null })),
    body: expression(context, node.body),
    range: rangeIn(context, node),
  };
}
