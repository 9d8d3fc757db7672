/** @file Arrays and objects: map and filter are comprehensions, push is append. */
import type ts from "typescript-api";
import type { Call, Clause, Comprehension, Expression } from "../../../engine/language/translate/tree.ts";
import { bare, expression, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { truth } from "./operators.ts";

type Callback = { readonly node: ts.ArrowFunction; readonly body: ts.Expression };

/** A small function that is nothing but an expression. */
function callback(context: ReadContext, node: ts.Expression | undefined): Callback | null {
  const { ts: tsApi } = context;
  const inner = node === undefined ? undefined : bare(tsApi, node);
  if (inner === undefined || !tsApi.isArrowFunction(inner)) return null;
  if (!tsApi.isBlock(inner.body)) return { node: inner, body: inner.body };
  const [only, ...more] = inner.body.statements;
  const isReturn = only !== undefined && more.length === 0 && tsApi.isReturnStatement(only);
  return isReturn && only.expression !== undefined ? { node: inner, body: only.expression } : null;
}

/** A parameter as a loop's target: a name, or names that take a pair apart. */
export function target(context: ReadContext, node: ts.BindingName): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  if (tsApi.isIdentifier(node)) return { kind: "name", name: context.names.of(node), range };
  if (tsApi.isObjectBindingPattern(node)) return refuse(context, node, "taking an object apart here");
  const items = node.elements.map((element): Expression => {
    if (tsApi.isOmittedExpression(element)) return { kind: "name", name: "_", range };
    if (element.initializer !== undefined) return refuse(context, element, "a default in a pattern");
    const inner = target(context, element.name);
    return element.dotDotDotToken === undefined
      ? inner
      : { kind: "spread", value: inner, range: rangeIn(context, element) };
  });
  return { kind: "tuple", items, isBroken: false, range };
}

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

function mapped(context: ReadContext, node: ts.CallExpression, owner: ts.Expression, name: string): Expression {
  const range = rangeIn(context, node);
  const zipped = zip(context, node, owner);
  if (zipped !== null) return zipped;
  const [first] = node.arguments;
  const given = callback(context, first);
  if (given === null) {
    const each: Expression = { kind: "name", name: "each", range };
    // xs.map(f)
    if (first === undefined || !context.ts.isIdentifier(first))
      return refuse(context, node, `.${name}() with a function of statements`);
    const element: Expression = {
      kind: "call",
      callee: expression(context, first),
      args: [each],
      keywords: [],
      range,
    };
    return {
      kind: "comprehension",
      result: "list",
      key: null,
      element,
      clauses: [{ target: each, iterable: expression(context, owner), conditions: [] }],
      range,
    };
  }
  const clause = clauseOf(context, given.node, owner);
  if (clause === null) return refuse(context, node, `.${name}() with these parameters`);
  const element = expression(context, given.body);
  // xs.filter(…).map(…) is one comprehension; so is xs.flatMap(x => x.map(…)).
  if (name === "flatMap") {
    if (element.kind !== "comprehension") return refuse(context, node, ".flatMap() of something other than map");
    return { ...element, clauses: [clause, ...element.clauses], range };
  }
  return { kind: "comprehension", result: "list", key: null, element, clauses: [merged(clause)], range };
}

/** The for … in … of a callback's parameters. */
function clauseOf(context: ReadContext, node: ts.ArrowFunction, owner: ts.Expression): Clause | null {
  const [item, index, ...more] = node.parameters;
  if (item === undefined || more.length > 0) return null;
  const each = target(context, item.name);
  const iterable = expression(context, owner);
  if (index === undefined) return { target: each, iterable, conditions: [] };
  const range = rangeIn(context, node);
  const pair: Expression = { kind: "tuple", items: [target(context, index.name), each], isBroken: false, range };
  return { target: pair, iterable: known(range, "enumerate", [iterable]), conditions: [] };
}

/** [y for y in [x for x in xs if c]] is [y for y in xs if c], where both have the same name. */
function merged(clause: Clause): Clause {
  const { target: outer, iterable } = clause;
  if (iterable.kind !== "comprehension" || iterable.result !== "list" || iterable.clauses.length !== 1) return clause;
  const [inner] = iterable.clauses;
  const isSame = JSON.stringify(bareOf(outer)) === JSON.stringify(bareOf(inner.target));
  const isKept = JSON.stringify(bareOf(iterable.element)) === JSON.stringify(bareOf(inner.target));
  return isSame && isKept ? { ...clause, iterable: inner.iterable, conditions: inner.conditions } : clause;
}

function bareOf(node: Expression): unknown {
  if (node.kind === "name") return node.name;
  return node.kind === "tuple" ? node.items.map(bareOf) : node.range;
}

function filtered(context: ReadContext, node: ts.CallExpression, owner: ts.Expression, name: string): Expression {
  const range = rangeIn(context, node);
  const [first] = node.arguments;
  if (name !== "filter" && first !== undefined && context.ts.isIdentifier(first) && first.text === "Boolean")
    return known(range, name === "some" ? "any" : "all", [expression(context, owner)]);
  const given = callback(context, first);
  const clause = given === null ? null : clauseOf(context, given.node, owner);
  if (given === null || clause === null) return refuse(context, node, `.${name}() with a function of statements`);
  const test = truth(context, given.body);
  if (name === "filter") {
    if (clause.target.kind === "tuple" && given.node.parameters.length > 1)
      return refuse(context, node, ".filter() by index");
    const clauses: Clause[] = [{ ...merged(clause), conditions: [...merged(clause).conditions, test] }];
    return { kind: "comprehension", result: "list", key: null, element: clause.target, clauses, range };
  }
  const each: Comprehension = {
    kind: "comprehension",
    result: "generator",
    key: null,
    element: test,
    clauses: [merged(clause)],
    range,
  };
  return known(range, name === "some" ? "any" : "all", [each]);
}

/** xs.reduce((a, b) => a.add(b)) is sum(xs). */
function reduced(context: ReadContext, node: ts.CallExpression, owner: ts.Expression): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const [first, start] = node.arguments;
  const given = callback(context, first);
  if (given === null || given.node.parameters.length !== 2)
    return refuse(context, node, ".reduce() with a function of statements");
  const [a, b] = given.node.parameters.map(({ name }) => name.getText(context.file));
  const body = bare(tsApi, given.body).getText(context.file).replaceAll(/\s+/g, "");
  const iterable = asGenerator(expression(context, owner));
  const isSum = body === `${a}.add(${b})` || body === `${a}+${b}` || body === `${a}+Number(${b})`;
  if (isSum) {
    const isZero = start === undefined || (tsApi.isNumericLiteral(start) && Number(start.text) === 0);
    return known(range, "sum", isZero ? [iterable] : [iterable, expression(context, start)]);
  }
  const f: Expression = {
    kind: "lambda",
    parameters: given.node.parameters.map((parameter) => ({
      name: parameter.name.getText(context.file),
      value: null,
      annotation: null,
      form: "plain",
      range: rangeIn(context, parameter),
    })),
    body: expression(context, given.body),
    range,
  };
  return known(range, "functools.reduce", [f, iterable, ...(start === undefined ? [] : [expression(context, start)])]);
}

/** sum(x for x in xs) rather than sum([x for x in xs]). */
function asGenerator(node: Expression): Expression {
  return node.kind === "comprehension" && node.result === "list" ? { ...node, result: "generator" } : node;
}

/** a.slice(0, b.length).map((x, i) => [x, b[i]] as const) is zip(a, b). */
function zip(context: ReadContext, node: ts.CallExpression, owner: ts.Expression): Expression | null {
  const { ts: tsApi } = context;
  const given = callback(context, node.arguments[0]);
  if (given === null || given.node.parameters.length !== 2) return null;
  const [each, index] = given.node.parameters.map(({ name }) => name);
  const pair = bare(tsApi, given.body);
  if (!tsApi.isArrayLiteralExpression(pair) || !tsApi.isIdentifier(each) || !tsApi.isIdentifier(index)) return null;
  const [first, ...others] = pair.elements;
  if (first === undefined || !tsApi.isIdentifier(first) || first.text !== each.text || others.length === 0) return null;
  const lists = others.map((other) => indexed(tsApi, other, index.text));
  if (!lists.every((list) => list !== null)) return null;
  const cut = bare(tsApi, owner);
  const isCut =
    tsApi.isCallExpression(cut) &&
    tsApi.isPropertyAccessExpression(cut.expression) &&
    cut.expression.name.text === "slice";
  const head = isCut && tsApi.isPropertyAccessExpression(cut.expression) ? cut.expression.expression : owner;
  return known(
    rangeIn(context, node),
    "zip",
    [head, ...lists].map((list) => expression(context, list)),
  );
}

/** The xs of xs[i], and of xs.getitem([i]). */
function indexed(tsApi: ReadContext["ts"], node: ts.Expression, index: string): ts.Expression | null {
  const isIndex = (part: ts.Node | undefined) => part !== undefined && tsApi.isIdentifier(part) && part.text === index;
  if (tsApi.isElementAccessExpression(node)) return isIndex(node.argumentExpression) ? node.expression : null;
  if (!tsApi.isCallExpression(node) || !tsApi.isPropertyAccessExpression(node.expression)) return null;
  const [list] = node.arguments;
  const isItem = node.expression.name.text === "getitem" && list !== undefined && tsApi.isArrayLiteralExpression(list);
  return isItem && list.elements.length === 1 && isIndex(list.elements[0]) ? node.expression.expression : null;
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
