/** @file Python expressions, from Python's tree to the tree both languages share. */
import { byName } from "../../../by-name.ts";
import type * as python from "../../python/parser/tree.ts";
import { targets } from "../../python/scopes.ts";
import { type Refusals, rangeOf } from "../refusals.ts";
import type { Clause, Comparison, Expression } from "../tree.ts";
import { memberPath, type Names } from "./names.ts";
import { binaryOperators, comparisons, unaryOperators } from "./operators.ts";
import { parametersOf } from "./parameters.ts";
import { chosen, percent, sugared } from "./sugar.ts";
import { template, text } from "./text.ts";

export interface ReadContext {
  readonly source: string;
  readonly names: Names;
  readonly refusals: Refusals;
  /** Where strings begin that have characters by their names. */
  readonly named: ReadonlySet<number>;
  /** What the method being read calls its object. */
  self: string | null;
  /** Classes that are read as their members' values. */
  readonly enums: Set<string>;
}

export function expression(context: ReadContext, node: python.Expression): Expression {
  const range = rangeOf(node);
  const read = (part: python.Expression) => expression(context, part);
  switch (node.kind) {
    case "Name":
      return identifier(context, node);
    case "Constant":
      return constant(context, node);
    case "JoinedStr":
      return template(context, node, read);
    case "Tuple":
      return { kind: "tuple", items: node.elts.map(read), isBroken: isBroken(context, node, node.elts[0]), range };
    case "List":
      return { kind: "list", items: node.elts.map(read), isBroken: isBroken(context, node, node.elts[0]), range };
    case "Dict":
      return {
        kind: "dict",
        entries: node.values.map((value, i) => {
          const key = node.keys[i];
          return { key: key === null ? null : read(key), value: read(value) };
        }),
        isBroken: isBroken(context, node, node.keys[0] ?? node.values[0]),
        range,
      };
    case "Starred":
      return { kind: "spread", value: read(node.value), range };
    case "BinOp": {
      const operator = binaryOperators[node.op];
      const [left, right] = [read(node.left), read(node.right)];
      const written = operator === "%" && left.kind === "string" ? percent(left.value, right, range) : null;
      return written ?? { kind: "binary", operator, left, right, range };
    }
    case "UnaryOp":
      return { kind: "unary", operator: unaryOperators[node.op], value: read(node.operand), range };
    case "BoolOp": {
      const operator = node.op === "And" ? "and" : "or";
      return node.values.map(read).reduce((left, right) => ({
        kind: "logical",
        operator,
        left,
        right,
        range: { start: range.start, end: right.range.end },
      }));
    }
    case "Compare":
      return comparison(context, node);
    case "IfExp": {
      const [whenTrue, test, whenFalse] = [node.body, node.test, node.orelse].map(read);
      return chosen({ kind: "conditional", test, whenTrue, whenFalse, range });
    }
    case "Lambda": {
      const parameters = parametersOf(context, node.args, read);
      return context.names.within(
        "function",
        parameters.map(({ name }) => name),
        [],
        () => ({ kind: "lambda", parameters, body: read(node.body), range }),
      );
    }
    case "Call":
      return call(context, node);
    case "Attribute":
      return member(context, node);
    case "Subscript": {
      // x[(i, j)] is x[i, j].
      const isTuple = node.slice.kind === "Tuple";
      const items = (node.slice.kind === "Tuple" ? node.slice.elts : [node.slice]).map(read);
      return { kind: "subscript", object: read(node.value), items, isTuple, range };
    }
    case "Slice": {
      const [start, stop, step] = [node.lower, node.upper, node.step].map((part) =>
        part === null ? null : read(part),
      );
      return { kind: "slice", start, stop, step, range };
    }
    case "ListComp":
      return comprehension(context, node, "list");
    case "GeneratorExp":
      return comprehension(context, node, "generator");
    case "DictComp":
      return comprehension(context, node, "dict");
    default:
      return context.refusals.expression(range, words[node.kind] ?? node.kind);
  }
}

const words: Readonly<Record<string, string>> = byName({
  Set: "a set",
  SetComp: "a set",
  NamedExpr: ":= (assign first, on a line of its own)",
  Yield: "a generator (yield)",
  YieldFrom: "a generator (yield)",
  Await: "await",
});

function identifier(context: ReadContext, node: python.Name): Expression {
  const range = rangeOf(node);
  if (node.id === context.self) return { kind: "self", range };
  const meaning = context.names.meaning(node.id);
  if (meaning.kind === "variable" && context.enums.has(node.id))
    return context.refusals.expression(range, `${node.id} as a whole (name its members one by one)`);
  if (meaning.kind === "variable") return { kind: "name", name: node.id, range };
  if (meaning.kind === "known") return { kind: "known", path: meaning.path, range };
  return context.refusals.expression(range, `${node.id}, which is not defined`);
}

function constant(context: ReadContext, node: python.Constant): Expression {
  const range = rangeOf(node);
  const { value } = node;
  switch (value.type) {
    case "int":
    case "float":
      return { kind: "number", text: value.text, value: Number(value.value), isFloat: value.type === "float", range };
    case "complex":
      return context.refusals.expression(range, "complex numbers");
    case "bool":
      return { kind: "constant", value: value.value, range };
    case "None":
      return { kind: "constant", value: null, range };
    case "Ellipsis":
      return { kind: "ellipsis", range };
    case "bytes":
      return context.refusals.expression(range, "bytes");
    case "str":
      return text(context, node, value.value);
  }
}

/** Its first element stands on a line of its own. */
const isBroken = (
  context: ReadContext,
  node: python.Expression,
  first: python.Expression | null | undefined,
): boolean => first !== null && first !== undefined && context.source.slice(node.start, first.start).includes("\n");

const identities: Partial<Record<Comparison, Comparison>> = { is: "==", "is not": "!=" };

function comparison(context: ReadContext, node: python.Compare): Expression {
  const operands = [node.left, ...node.comparators].map((part) => expression(context, part));
  const operators = node.ops.map((op) => comparisons[op]);
  const isOfEnum = operands.some((operand) => isEnumMember(context, operand));
  const pair = (i: number): Expression => ({
    kind: "compare",
    // There is one of each member: to be it and to equal it are the same.
    operator: isOfEnum ? (identities[operators[i]] ?? operators[i]) : operators[i],
    left: operands[i],
    right: operands[i + 1],
    range: { start: operands[i].range.start, end: operands[i + 1].range.end },
  });
  if (operators.length === 1) return { ...pair(0), range: rangeOf(node) };
  // a < b < c asks for b once: only what can be asked for twice is written twice.
  for (const middle of operands.slice(1, -1))
    if (!isSimple(middle))
      return context.refusals.expression(middle.range, "a chain of comparisons with a computed middle (name it first)");
  return operators
    .map((_, i) => pair(i))
    .reduce((left, right) => ({ kind: "logical", operator: "and", left, right, range: rangeOf(node) }));
}

/** Can be read twice without a difference. */
export function isSimple(node: Expression): boolean {
  if (node.kind === "member") return isSimple(node.object);
  return ["name", "number", "constant", "self", "known", "string"].includes(node.kind);
}

function call(context: ReadContext, node: python.Call): Expression {
  const range = rangeOf(node);
  const { func } = node;
  if (func.kind === "Name" && func.id === "super") {
    const meaning = context.names.meaning("super");
    if (meaning.kind === "known") return { kind: "super", range };
  }
  const args = node.args.map((item) => expression(context, item));
  const keywords = node.keywords.flatMap((item) => {
    if (item.arg !== null) return [{ name: item.arg, value: expression(context, item.value) }];
    context.refusals.add(rangeOf(item), "**arguments (name them one by one)");
    return [];
  });
  return sugared({ kind: "call", callee: expression(context, func), args, keywords, range });
}

function member(context: ReadContext, node: python.Attribute): Expression {
  const range = rangeOf(node);
  const { value: owner, attr: name } = node;
  if (owner.kind === "Name" && context.enums.has(owner.id) && context.names.meaning(owner.id).kind === "variable")
    return {
      kind: "subscript",
      object: { kind: "name", name: owner.id, range: rangeOf(owner) },
      items: [{ kind: "string", value: name, range: { start: node.end - name.length, end: node.end } }],
      isTuple: false,
      range,
    };
  const object = expression(context, owner);
  if (name === "is_cuda") return { kind: "constant", value: false, range };
  // A member of an Enum is its value already.
  if (name === "value" && isEnumMember(context, object)) return object;
  if (object.kind === "known") {
    const path = memberPath(object.path, name);
    if (path !== null) return { kind: "known", path, range };
  }
  return { kind: "member", object, name, range };
}

const isEnumMember = (context: ReadContext, node: Expression): boolean =>
  node.kind === "subscript" && node.object.kind === "name" && context.enums.has(node.object.name);

function comprehension(
  context: ReadContext,
  node: python.ElementComprehension | python.DictComp,
  result: "list" | "generator" | "dict",
): Expression {
  const bound = new Set<string>();
  for (const { target } of node.generators) targets(target, bound);
  const read = (part: python.Expression) => expression(context, part);
  // The first iterable belongs to the scope outside, but names resolve alike unless they are reused, which is refused by printing.
  return context.names.within("function", [...bound], [], () => ({
    kind: "comprehension",
    result,
    key: node.kind === "DictComp" ? read(node.key) : null,
    element: read(node.kind === "DictComp" ? node.value : node.elt),
    clauses: node.generators.map(
      ({ target, iter, ifs }): Clause => ({ target: read(target), iterable: read(iter), conditions: ifs.map(read) }),
    ),
    range: rangeOf(node),
  }));
}
