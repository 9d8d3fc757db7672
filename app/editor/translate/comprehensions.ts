/** @file Arrays gone through by small functions: map and filter are comprehensions, reduce is sum. */
import type ts from "typescript-api";
import type { Clause, Comprehension, Expression } from "../../../engine/language/translate/tree.ts";
import { bare, expression, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { truth } from "./operators.ts";

type Callback = { readonly node: ts.ArrowFunction; readonly body: ts.Expression };

/** A small function that is nothing but an expression. */
export function callback(context: ReadContext, node: ts.Expression | undefined): Callback | null {
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

export function mapped(context: ReadContext, node: ts.CallExpression, owner: ts.Expression, name: string): Expression {
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

export function filtered(
  context: ReadContext,
  node: ts.CallExpression,
  owner: ts.Expression,
  name: string,
): Expression {
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
export function reduced(context: ReadContext, node: ts.CallExpression, owner: ts.Expression): Expression {
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
