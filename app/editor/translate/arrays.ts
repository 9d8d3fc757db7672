/** @file Methods of arrays and objects, and what makes them: push is append, Object.entries is items. */
import type ts from "typescript-api";
import type { Call, Clause, Expression } from "../../../engine/language/translate/tree.ts";
import { callback, filtered, mapped, reduced, target } from "./comprehensions.ts";
import { bare, expression, known, type ReadContext, rangeIn, refuse } from "./context.ts";

function method(range: Expression["range"], object: Expression, name: string, args: readonly Expression[]): Call {
  return { kind: "call", callee: { kind: "member", object, name, range }, args, keywords: [], range };
}

/** By number, by word, or by the words that come first: sorted() tells them apart by itself. */
function sorted(context: ReadContext, node: ts.CallExpression, owner: ts.Expression): Expression {
  const range = rangeIn(context, node);
  const order = node.arguments[0]?.getText(context.file).replaceAll(/\s/g, "") ?? "";
  const rising = [/^\((\w+),(\w+)\)=>\1-\2$/, /^\(\[(\w+)\],\[(\w+)\]\)=>\(?\1<\2\?-1:1\)?$/];
  const isOfWords = order === "" && itemKind(context, owner) === "string";
  const call = known(range, "sorted", [expression(context, owner)]);
  if (isOfWords || rising.some((each) => each.test(order))) return call;
  const isFalling = /^\((\w+),(\w+)\)=>\2-\1$/.test(order);
  const yes: Expression = { kind: "constant", value: true, range };
  return isFalling && call.kind === "call"
    ? { ...call, keywords: [{ name: "reverse", value: yes }] }
    : refuse(context, node, ".toSorted() by this order");
}

/** What the items of an array are to the checker. */
function itemKind(context: ReadContext, owner: ts.Expression): string | null {
  const item = context.checker.getTypeAtLocation(owner).getNumberIndexType();
  return item === undefined ? null : context.checker.typeToString(item);
}

export function arrayMethod(
  context: ReadContext,
  node: ts.CallExpression,
  owner: ts.Expression,
  name: string,
): Expression {
  const range = rangeIn(context, node);
  const [first, second] = node.arguments;
  const args = () => node.arguments.map((arg) => expression(context, arg));
  switch (name) {
    case "map":
    case "flatMap":
      return mapped(context, node, owner, name);
    case "filter":
    case "some":
    case "every":
      return filtered(context, node, owner, name);
    case "reduce":
      return reduced(context, node, owner);
    case "push": {
      const given = args();
      const [only] = given;
      const object = expression(context, owner);
      if (given.length === 1 && only.kind === "spread") return method(range, object, "extend", [only.value]);
      if (given.length === 1) return method(range, object, "append", given);
      return method(range, object, "extend", [{ kind: "list", items: given, isBroken: false, range }]);
    }
    case "unshift":
      return method(range, expression(context, owner), "insert", [
        { kind: "number", text: "0", value: 0, isFloat: false, range },
        ...args(),
      ]);
    case "indexOf":
      return method(range, expression(context, owner), "index", args());
    case "sort": {
      const read = sorted(context, node, owner);
      const object = expression(context, owner);
      return read.kind === "call" ? { ...method(range, object, "sort", []), keywords: read.keywords } : read;
    }
    case "pop":
      return method(range, expression(context, owner), "pop", []);
    case "reverse":
      return method(range, expression(context, owner), "reverse", []);
    case "includes":
      return {
        kind: "compare",
        operator: "in",
        left: expression(context, first),
        right: expression(context, owner),
        range,
      };
    case "join": {
      const text = first === undefined ? { kind: "string" as const, value: ",", range } : expression(context, first);
      const each: Expression = { kind: "name", name: "each", range };
      const element = known(range, "str", [each]);
      const clauses: Clause[] = [{ target: each, iterable: expression(context, owner), conditions: [] }];
      const parts: Expression = { kind: "comprehension", result: "generator", key: null, element, clauses, range };
      return method(range, text, "join", [parts]);
    }
    case "slice": {
      const [start, stop] = args();
      const isWhole = start?.kind === "number" && start.value === 0;
      const part: Expression = {
        kind: "slice",
        start: isWhole ? null : (start ?? null),
        stop: stop ?? null,
        step: null,
        range,
      };
      return { kind: "subscript", object: expression(context, owner), items: [part], isTuple: false, range };
    }
    case "at":
      return { kind: "subscript", object: expression(context, owner), items: args(), isTuple: false, range };
    case "concat":
      return {
        kind: "binary",
        operator: "+",
        left: expression(context, owner),
        right: expression(context, first),
        range,
      };
    case "toSorted":
      return sorted(context, node, owner);
    case "toReversed": {
      const minusOne: Expression = {
        kind: "unary",
        operator: "-",
        value: { kind: "number", text: "1", value: 1, isFloat: false, range },
        range,
      };
      const part: Expression = { kind: "slice", start: null, stop: null, step: minusOne, range };
      return { kind: "subscript", object: expression(context, owner), items: [part], isTuple: false, range };
    }
    case "entries":
      return known(range, "enumerate", [expression(context, owner)]);
    case "keys":
      return known(range, "range", [known(range, "len", [expression(context, owner)])]);
    case "fill": {
      // Array(n).fill(v) is [v] * n.
      const call = bare(context.ts, owner);
      const isNew = context.ts.isCallExpression(call) || context.ts.isNewExpression(call);
      const [length] = isNew ? (call.arguments ?? []) : [];
      if (!isNew || call.expression.getText(context.file) !== "Array" || length === undefined || second !== undefined)
        break;
      const one: Expression = { kind: "list", items: [expression(context, first)], isBroken: false, range };
      return { kind: "binary", operator: "*", left: one, right: expression(context, length), range };
    }
    case "parameters":
    case "append":
      return method(range, expression(context, owner), name, args());
  }
  return refuse(context, node, `.${name}() of an array`);
}

/** Array(n), Array.from({ length: n }, (_, i) => …), Array.isArray(x) */
export function arrayStatic(
  context: ReadContext,
  node: ts.CallExpression | ts.NewExpression,
  name: string,
): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const [first, second] = node.arguments ?? [];
  if (name === "isArray" && first !== undefined) {
    const kinds: Expression = {
      kind: "tuple",
      items: ["list", "tuple"].map((path): Expression => ({ kind: "known", path, range })),
      isBroken: false,
      range,
    };
    return known(range, "isinstance", [expression(context, first), kinds]);
  }
  if (name !== "from" || first === undefined)
    return refuse(context, node, `Array${name === "new" ? "()" : `.${name}()`}`);
  const source = bare(tsApi, first);
  const length = tsApi.isObjectLiteralExpression(source)
    ? source.properties.find((each) => tsApi.isPropertyAssignment(each) && each.name.getText(context.file) === "length")
    : undefined;
  const iterable =
    length !== undefined && tsApi.isPropertyAssignment(length)
      ? known(range, "range", [expression(context, length.initializer)])
      : expression(context, source);
  if (second === undefined) return known(range, "list", [iterable]);
  const given = callback(context, second);
  if (given === null) return refuse(context, node, "Array.from with a function of statements");
  const [item, index] = given.node.parameters;
  const counts = length !== undefined;
  const parameter = counts ? index : item;
  if (!counts && index !== undefined) return refuse(context, node, "Array.from with an index");
  const each: Expression =
    parameter === undefined ? { kind: "name", name: "_", range } : target(context, parameter.name);
  const element = expression(context, given.body);
  return {
    kind: "comprehension",
    result: "list",
    key: null,
    element,
    clauses: [{ target: each, iterable, conditions: [] }],
    range,
  };
}

export function objectStatic(context: ReadContext, node: ts.CallExpression, name: string): Expression {
  const range = rangeIn(context, node);
  const [first, second] = node.arguments;
  if (first === undefined) return refuse(context, node, `Object.${name}()`);
  const methods: Readonly<Record<string, string>> = { entries: "items", values: "values", keys: "keys" };
  const own = methods[name];
  if (own !== undefined) return method(range, expression(context, first), own, []);
  if (name === "assign" && second !== undefined)
    return method(range, expression(context, first), "update", [expression(context, second)]);
  if (name === "fromEntries") {
    const pairs = expression(context, first);
    const element = pairs.kind === "comprehension" ? pairs.element : null;
    if (
      pairs.kind === "comprehension" &&
      (element?.kind === "list" || element?.kind === "tuple") &&
      element.items.length === 2
    )
      return { ...pairs, result: "dict", key: element.items[0], element: element.items[1], range };
    return known(range, "dict", [pairs]);
  }
  return refuse(context, node, `Object.${name}()`);
}
