/** @file Tensors' methods, and torch's functions. p.sub(t) is p - t, x.getitem([{}, 0]) is x[:, 0]. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import type { BinaryOperator, Comparison, Expression } from "../../../engine/language/translate/tree.ts";
import { keywordsOf } from "./arguments.ts";
import { bare, expression, kindAt, type ReadContext, rangeIn, refuse } from "./context.ts";

const operators: Readonly<Record<string, BinaryOperator>> = byName({
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  floor_divide: "//",
  remainder: "%",
  pow: "**",
  matmul: "@",
  bitwise_and: "&",
  bitwise_or: "|",
  bitwise_xor: "^",
});
const comparisons: Readonly<Record<string, Comparison>> = byName({
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "==",
  ne: "!=",
});

/** The one argument of a call that may be an operator. */
function operand(context: ReadContext, node: ts.CallExpression): ts.Expression | null {
  const [only, ...more] = node.arguments;
  if (only === undefined || more.length > 0 || context.ts.isSpreadElement(only)) return null;
  return context.ts.isObjectLiteralExpression(bare(context.ts, only)) ? null : only;
}

export function tensorMethod(
  context: ReadContext,
  node: ts.CallExpression,
  owner: ts.Expression,
  name: string,
): Expression {
  const range = rangeIn(context, node);
  const object = expression(context, owner);
  const other = operand(context, node);
  if (other !== null) {
    const operator = operators[name];
    if (operator !== undefined) {
      const value = expression(context, other);
      // x.mul(2) is 2 * x, as people write it.
      const isTurned = name === "mul" && kindAt(context, other).name === "number";
      return { kind: "binary", operator, left: isTurned ? value : object, right: isTurned ? object : value, range };
    }
    const comparison = comparisons[name];
    if (comparison !== undefined)
      return { kind: "compare", operator: comparison, left: object, right: expression(context, other), range };
  }
  if (node.arguments.length === 0) {
    if (name === "neg") return { kind: "unary", operator: "-", value: object, range };
    if (name === "bitwise_not") return { kind: "unary", operator: "~", value: object, range };
  }
  if (name === "getitem") {
    const items = indices(context, node.arguments[0]);
    return items === null
      ? refuse(context, node, "getitem of indices that are not written out")
      : { kind: "subscript", object, items, isTuple: items.length > 1, range };
  }
  if (name === "setitem") return refuse(context, node, "setitem within an expression");
  return engineCall(context, node, { kind: "member", object, name, range });
}

/** The indices in the list that getitem and setitem take. */
export function indices(context: ReadContext, node: ts.Expression | undefined): Expression[] | null {
  const { ts: tsApi } = context;
  const list = node === undefined ? undefined : bare(tsApi, node);
  if (list === undefined || !tsApi.isArrayLiteralExpression(list)) return null;
  return list.elements.map((item): Expression => {
    const inner = bare(tsApi, item);
    const range = rangeIn(context, item);
    if (tsApi.isStringLiteral(inner) && inner.text === "...") return { kind: "ellipsis", range };
    if (!tsApi.isObjectLiteralExpression(inner)) return expression(context, item);
    const parts = new Map(keywordsOf(context, inner).map(({ name, value }) => [name, value]));
    const part = (name: string): Expression | null => {
      const found = parts.get(name) ?? null;
      return found?.kind === "constant" && found.value === null ? null : found;
    };
    return { kind: "slice", start: part("start"), stop: part("stop"), step: part("step"), range };
  });
}

/** A function of PyTorch's, with its options as keywords. */
function engineCall(context: ReadContext, node: ts.CallExpression, callee: Expression): Expression {
  const { ts: tsApi } = context;
  const args = [...node.arguments];
  const last = args[args.length - 1];
  const options = last === undefined ? undefined : bare(tsApi, last);
  const hasOptions = options !== undefined && tsApi.isObjectLiteralExpression(options);
  if (hasOptions) args.pop();
  return {
    kind: "call",
    callee,
    args: args.map((arg) => expression(context, arg)),
    keywords: hasOptions ? keywordsOf(context, options) : [],
    range: rangeIn(context, node),
  };
}

export function torchFunction(context: ReadContext, node: ts.CallExpression, path: string): Expression {
  const range = rangeIn(context, node);
  const name = path.slice(path.lastIndexOf(".") + 1);
  const [first, second] = node.arguments;
  // torch.sub(1, p) is how 1 - p is written.
  if (path === `torch.${name}` && node.arguments.length === 2 && kindAt(context, first).name === "number") {
    const operator = operators[name];
    const comparison = comparisons[name];
    const [left, right] = [expression(context, first), expression(context, second)];
    if (operator !== undefined && !context.ts.isObjectLiteralExpression(second))
      return { kind: "binary", operator, left, right, range };
    if (comparison !== undefined) return { kind: "compare", operator: comparison, left, right, range };
  }
  const made = engineCall(context, node, { kind: "known", path, range });
  // einsum takes its operands one by one in Python.
  if (path === "torch.einsum" && made.kind === "call" && made.args[1]?.kind === "list")
    return { ...made, args: [made.args[0], ...made.args[1].items] };
  return made;
}
