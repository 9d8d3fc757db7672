/** @file Python expressions, from tree-sitter's tree to the tree both languages share. */
import { byName } from "../../../by-name.ts";
import { field, fields, isLeadingStar, isStarred, parts, type SyntaxNode } from "../../python/syntax.ts";
import { type Refusals, rangeOf } from "../refusals.ts";
import type { BinaryOperator, Clause, Comparison, Expression, Keyword, Parameter } from "../tree.ts";
import { annotationOf } from "./annotations.ts";
import { memberPath, type Names } from "./names.ts";
import { chosen, percent, sugared } from "./sugar.ts";
import { text } from "./text.ts";

export interface ReadContext {
  readonly source: string;
  readonly names: Names;
  readonly refusals: Refusals;
  /** What the method being read calls its object. */
  self: string | null;
  /** Classes that are read as their members' values. */
  readonly enums: Set<string>;
}

export function expression(context: ReadContext, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  const read = (part: SyntaxNode) => expression(context, part);
  const element = (part: SyntaxNode): Expression =>
    isStarred(part) && part.type !== "list_splat"
      ? { kind: "spread", value: read(part), range: rangeOf(part) }
      : read(part);
  switch (node.type) {
    case "identifier":
      return identifier(context, node);
    case "integer":
    case "float":
      return number(context, node);
    case "true":
    case "false":
      return { kind: "constant", value: node.type === "true", range };
    case "none":
      return { kind: "constant", value: null, range };
    case "ellipsis":
      return { kind: "ellipsis", range };
    case "string":
    case "concatenated_string":
      return text(context, node, read);
    case "parenthesized_expression":
      return read(parts(node)[0]);
    case "tuple":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
      return { kind: "tuple", items: parts(node).map(element), isBroken: isBroken(context, node), range };
    case "list":
    case "list_pattern":
      return { kind: "list", items: parts(node).map(element), isBroken: isBroken(context, node), range };
    case "dictionary":
      return {
        kind: "dict",
        entries: parts(node).map((item) =>
          item.type === "dictionary_splat"
            ? { key: null, value: read(parts(item)[0]) }
            : { key: read(field(item, "key")), value: read(field(item, "value")) },
        ),
        isBroken: isBroken(context, node),
        range,
      };
    case "list_splat":
    case "list_splat_pattern":
      if (isLeadingStar(node)) return read(parts(node)[0]);
      return { kind: "spread", value: read(parts(node)[0]), range };
    case "binary_operator": {
      const operator = field(node, "operator").type as BinaryOperator;
      const [left, right] = [read(field(node, "left")), read(field(node, "right"))];
      const written = operator === "%" && left.kind === "string" ? percent(left.value, right, range) : null;
      return written ?? { kind: "binary", operator, left, right, range };
    }
    case "unary_operator": {
      const operator = field(node, "operator").type as "-" | "+" | "~";
      return { kind: "unary", operator, value: read(field(node, "argument")), range };
    }
    case "not_operator":
      return { kind: "unary", operator: "not", value: read(field(node, "argument")), range };
    case "boolean_operator": {
      const operator = field(node, "operator").type === "and" ? "and" : "or";
      return { kind: "logical", operator, left: read(field(node, "left")), right: read(field(node, "right")), range };
    }
    case "comparison_operator":
      return comparison(context, node);
    case "conditional_expression": {
      const [whenTrue, test, whenFalse] = parts(node).map(read);
      return chosen({ kind: "conditional", test, whenTrue, whenFalse, range });
    }
    case "lambda": {
      const list = node.childForFieldName("parameters");
      const parameters = parametersOf(context, list);
      return context.names.within(
        "function",
        parameters.map(({ name }) => name),
        [],
        () => ({ kind: "lambda", parameters, body: read(field(node, "body")), range }),
      );
    }
    case "call":
      return call(context, node);
    case "attribute":
      return member(context, node);
    case "subscript": {
      const items = fields(node, "subscript").map(read);
      const isTuple = items.length > 1 || node.children.some((child) => child?.type === ",");
      const [only] = items;
      // x[(i, j)] is x[i, j].
      const unwrapped = !isTuple && only?.kind === "tuple" ? only.items : items;
      return {
        kind: "subscript",
        object: read(field(node, "value")),
        items: unwrapped,
        isTuple: isTuple || unwrapped !== items,
        range,
      };
    }
    case "slice":
      return slice(node, read);
    case "list_comprehension":
      return comprehension(context, node, "list");
    case "generator_expression":
      return comprehension(context, node, "generator");
    case "dictionary_comprehension":
      return comprehension(context, node, "dict");
    default:
      return context.refusals.expression(range, sayNo(node));
  }
}

const words: Readonly<Record<string, string>> = byName({
  set: "a set",
  set_comprehension: "a set",
  named_expression: ":= (assign first, on a line of its own)",
  yield: "a generator (yield)",
  await: "await",
});

const sayNo = (node: SyntaxNode): string => words[node.type] ?? node.type.replaceAll("_", " ");

function identifier(context: ReadContext, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  if (node.text === context.self) return { kind: "self", range };
  const meaning = context.names.meaning(node.text);
  if (meaning.kind === "variable" && context.enums.has(node.text))
    return context.refusals.expression(range, `${node.text} as a whole (name its members one by one)`);
  if (meaning.kind === "variable") return { kind: "name", name: node.text, range };
  if (meaning.kind === "known") return { kind: "known", path: meaning.path, range };
  return context.refusals.expression(range, `${node.text}, which is not defined`);
}

function number(context: ReadContext, node: SyntaxNode): Expression {
  const digits = node.text.replaceAll("_", "");
  if (/j$/i.test(digits)) return context.refusals.expression(rangeOf(node), "complex numbers");
  return {
    kind: "number",
    text: node.text,
    value: Number(digits),
    isFloat: node.type === "float",
    range: rangeOf(node),
  };
}

function isBroken(context: ReadContext, node: SyntaxNode): boolean {
  const first = parts(node)[0];
  return first !== undefined && context.source.slice(node.startIndex, first.startIndex).includes("\n");
}

const identities: Partial<Record<Comparison, Comparison>> = { is: "==", "is not": "!=" };

function comparison(context: ReadContext, node: SyntaxNode): Expression {
  const operands = parts(node).map((part) => expression(context, part));
  const operators = fields(node, "operators").map(
    (operator) => operator.text.replaceAll(/\s+/g, " ").replace("<>", "!=") as Comparison,
  );
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

function call(context: ReadContext, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  const callee = field(node, "function");
  const list = field(node, "arguments");
  if (callee.type === "identifier" && callee.text === "super") {
    const meaning = context.names.meaning("super");
    if (meaning.kind === "known") return { kind: "super", range };
  }
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const item of list.type === "generator_expression" ? [list] : parts(list)) {
    if (item.type === "keyword_argument")
      keywords.push({ name: field(item, "name").text, value: expression(context, field(item, "value")) });
    else if (item.type === "dictionary_splat")
      context.refusals.add(rangeOf(item), "**arguments (name them one by one)");
    else args.push(expression(context, item));
  }
  return sugared({ kind: "call", callee: expression(context, callee), args, keywords, range });
}

function member(context: ReadContext, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  const owner = field(node, "object");
  const name = field(node, "attribute").text;
  if (
    owner.type === "identifier" &&
    context.enums.has(owner.text) &&
    context.names.meaning(owner.text).kind === "variable"
  )
    return {
      kind: "subscript",
      object: { kind: "name", name: owner.text, range: rangeOf(owner) },
      items: [{ kind: "string", value: name, range: rangeOf(field(node, "attribute")) }],
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

function slice(node: SyntaxNode, read: (part: SyntaxNode) => Expression): Expression {
  const found: (Expression | null)[] = [null, null, null];
  let at = 0;
  for (const child of node.children) {
    if (child === null || child.type === "comment") continue;
    if (child.type === ":") at++;
    else found[at] = read(child);
  }
  const [start, stop, step] = found;
  return { kind: "slice", start, stop, step, range: rangeOf(node) };
}

function comprehension(context: ReadContext, node: SyntaxNode, result: "list" | "generator" | "dict"): Expression {
  const bound: string[] = [];
  const clauses: Clause[] = [];
  const items = parts(node).filter(({ type }) => type === "for_in_clause" || type === "if_clause");
  for (const item of items) if (item.type === "for_in_clause") bound.push(...namesOf(field(item, "left")));
  // The first iterable belongs to the scope outside, but names resolve alike unless they are reused, which is refused by printing.
  return context.names.within("function", bound, [], () => {
    for (const item of items) {
      if (item.type === "for_in_clause")
        clauses.push({
          target: expression(context, field(item, "left")),
          iterable: expression(context, field(item, "right")),
          conditions: [],
        });
      else {
        const last = clauses[clauses.length - 1];
        clauses[clauses.length - 1] = {
          ...last,
          conditions: [...last.conditions, expression(context, parts(item)[0])],
        };
      }
    }
    const body = field(node, "body");
    const isPair = result === "dict";
    return {
      kind: "comprehension",
      result,
      key: isPair ? expression(context, field(body, "key")) : null,
      element: expression(context, isPair ? field(body, "value") : body),
      clauses,
      range: rangeOf(node),
    };
  });
}

/** The names in an assignment's left side. */
export function namesOf(node: SyntaxNode): string[] {
  if (node.type === "identifier") return [node.text];
  if (node.type === "attribute" || node.type === "subscript") return [];
  return parts(node).flatMap(namesOf);
}

/** Parameters as they stand; `self` is the caller's to take away. */
export function parametersOf(context: ReadContext, list: SyntaxNode | null): Parameter[] {
  const found: Parameter[] = [];
  let form: Parameter["form"] = "plain";
  const add = (name: SyntaxNode, value: SyntaxNode | null, type: SyntaxNode | null, as: Parameter["form"] = form) =>
    found.push({
      name: name.text,
      value: value === null ? null : expression(context, value),
      annotation: annotationOf(type, context.names),
      form: as,
      range: rangeOf(name),
    });
  for (const node of list === null ? [] : parts(list)) {
    const type = node.childForFieldName("type");
    switch (node.type) {
      case "identifier":
        add(node, null, null);
        break;
      case "default_parameter":
      case "typed_default_parameter":
        add(field(node, "name"), field(node, "value"), type);
        break;
      case "typed_parameter":
      case "list_splat_pattern": {
        const inner = node.type === "typed_parameter" ? parts(node)[0] : node;
        if (inner.type === "list_splat_pattern") {
          add(parts(inner)[0], null, type, "rest");
          form = "keyword";
        } else if (inner.type === "identifier") add(inner, null, type);
        else context.refusals.add(rangeOf(node), "**parameters (name them one by one)");
        break;
      }
      case "keyword_separator":
        form = "keyword";
        break;
      case "positional_separator":
        break;
      case "dictionary_splat_pattern":
        context.refusals.add(rangeOf(node), "**parameters (name them one by one)");
        break;
      default:
        context.refusals.add(rangeOf(node), sayNo(node));
    }
  }
  return found;
}
