/** @file Python expressions as JavaScript. Every value goes through the runtime `py`, which knows Python's rules. */
import { byName } from "../../by-name.ts";
import { addProbe, type Emit, probe, probedName, probeFrom, temporary, write } from "./emit.ts";
import { functionOf } from "./functions.ts";
import { Scope, targets } from "./scopes.ts";
import { stringLiteral } from "./strings.ts";
import { field, fields, isLeadingStar, isStarred, parts, Refusal, type SyntaxNode } from "./syntax.ts";

const binary: Readonly<Record<string, string>> = byName({
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "//": "floordiv",
  "%": "mod",
  "**": "pow",
  "@": "matmul",
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "lshift",
  ">>": "rshift",
});

const comparison: Readonly<Record<string, string>> = byName({
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
  "<>": "ne",
  in: "contains",
  "not in": "lacks",
  is: "is",
  "is not": "isNot",
});

export const operatorName = (symbol: string): string => binary[symbol] ?? "";

export function expression(emit: Emit, node: SyntaxNode): string {
  switch (node.type) {
    case "identifier":
      return probedName(emit, node);
    case "integer":
      return integer(node);
    case "float":
      return float(node);
    case "true":
      return "true";
    case "false":
      return "false";
    case "none":
      return "null";
    case "ellipsis":
      return "py.ellipsis";
    case "string":
    case "concatenated_string":
      return stringLiteral(emit, node);
    case "parenthesized_expression":
      return `(${emit.expression(parts(node)[0])})`;
    case "tuple":
    case "expression_list":
    case "pattern_list":
      return `py.tuple(${sequence(emit, parts(node))})`;
    case "list":
      return sequence(emit, parts(node));
    case "set":
      return probe(emit, node, `py.set(${sequence(emit, parts(node))})`);
    case "dictionary":
      return dictionary(emit, node);
    case "binary_operator":
      return probe(
        emit,
        node,
        `py.${operatorName(field(node, "operator").type)}(${emit.expression(field(node, "left"))},${emit.expression(field(node, "right"))})`,
      );
    case "unary_operator":
      return unary(emit, node);
    case "not_operator":
      return `!${condition(emit, node, field(node, "argument"))}`;
    case "boolean_operator":
      return booleanOperator(emit, node);
    case "comparison_operator":
      return comparisons(emit, node);
    case "conditional_expression": {
      const [then, test, otherwise] = parts(node);
      return `(${condition(emit, node, test)}?${emit.expression(then)}:${emit.expression(otherwise)})`;
    }
    case "lambda":
      return functionOf(emit, {
        node,
        name: "<lambda>",
        parameters: node.childForFieldName("parameters"),
        body: field(node, "body"),
        isMethod: false,
      });
    case "call":
      return call(emit, node);
    case "attribute":
      return probeFrom(
        emit,
        node,
        attributeStart(node, node),
        `py.getattr(${emit.expression(field(node, "object"))},${JSON.stringify(field(node, "attribute").text)})`,
      );
    case "subscript":
      return probe(emit, node, `py.getitem(${emit.expression(field(node, "value"))},${index(emit, node)})`);
    case "slice":
      return slice(emit, node);
    case "list_comprehension":
      return comprehension(emit, node, "list");
    case "set_comprehension":
      return comprehension(emit, node, "set");
    case "dictionary_comprehension":
      return comprehension(emit, node, "dict");
    case "generator_expression":
      return comprehension(emit, node, "generator");
    case "named_expression":
      return `(${write(emit, field(node, "name").text)}=${emit.expression(field(node, "value"))})`;
    case "yield":
      return yielded(emit, node);
    case "list_splat":
      if (isLeadingStar(node)) return emit.expression(parts(node)[0]);
      throw new Refusal(node, "can't use starred expression here", "syntax");
    case "await":
      throw new Refusal(node, "await is not supported: a loss is computed at once");
    default:
      throw new Refusal(node, `${node.type.replaceAll("_", " ")} is not supported here`);
  }
}

/**
 * The truth of an expression that decides something, `whole` being what it decides. What has none (a tensor of several elements) is reported
 * where CPython reports it: at a comparison, and otherwise at the beginning of the whole.
 */
export function condition(emit: Emit, whole: SyntaxNode, node: SyntaxNode): string {
  switch (node.type) {
    case "true":
    case "false":
      return node.type;
    case "parenthesized_expression":
      return `(${condition(emit, whole, parts(node)[0])})`;
    case "not_operator":
      return `!${condition(emit, whole, field(node, "argument"))}`;
    case "boolean_operator": {
      const symbol = field(node, "operator").type === "and" ? "&&" : "||";
      return `(${condition(emit, whole, field(node, "left"))}${symbol}${condition(emit, whole, field(node, "right"))})`;
    }
    case "comparison_operator":
      return probe(emit, node, `py.truth(${emit.expression(node)})`);
    default:
      return probeFrom(emit, node, Math.min(whole.startIndex, node.startIndex), `py.truth(${emit.expression(node)})`);
  }
}

/** Where CPython says an attribute stands: at its name, if that is on another line than the object's beginning. */
function attributeStart(attribute: SyntaxNode, whole: SyntaxNode): number {
  const name = field(attribute, "attribute");
  const isSplit = attribute.text.slice(0, name.startIndex - attribute.startIndex).includes("\n");
  return isSplit ? name.startIndex : whole.startIndex;
}

function integer(node: SyntaxNode): string {
  const text = node.text.replaceAll("_", "").toLowerCase();
  if (text.endsWith("j")) return `py.complex(${Number(text.slice(0, -1))})`;
  if (text.length > 1 && /^0\d/.test(text) && Number(text) !== 0)
    throw new Refusal(
      node,
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      "syntax",
    );
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Refusal(node, "integers beyond 2**53 are not supported: write a float such as 1e20");
  return String(value);
}

function float(node: SyntaxNode): string {
  const text = node.text.replaceAll("_", "");
  if (/j$/i.test(text)) return `py.complex(${Number(text.slice(0, -1))})`;
  const value = Number(text);
  if (!Number.isFinite(value)) return "Infinity";
  return Number.isInteger(value) ? `py.float(${value})` : String(value);
}

const unstarred = (emit: Emit, item: SyntaxNode): string =>
  emit.expression(item.type === "list_splat" ? parts(item)[0] : item);

/** Elements with `*` spread among them. */
export function sequence(emit: Emit, nodes: readonly SyntaxNode[]): string {
  return `[${nodes.map((item) => (isStarred(item) ? `...py.splat(${unstarred(emit, item)})` : emit.expression(item))).join(",")}]`;
}

function dictionary(emit: Emit, node: SyntaxNode): string {
  const entries = parts(node).map((item) =>
    item.type === "dictionary_splat"
      ? `...py.entries(${emit.expression(parts(item)[0])})`
      : `[${emit.expression(field(item, "key"))},${emit.expression(field(item, "value"))}]`,
  );
  return probe(emit, node, `py.dict([${entries.join(",")}])`);
}

function unary(emit: Emit, node: SyntaxNode): string {
  const argument = field(node, "argument");
  const symbol = field(node, "operator").type;
  // A negative literal is a constant.
  if (symbol === "-" && (argument.type === "integer" || argument.type === "float")) {
    const code = emit.expression(argument);
    if (!code.startsWith("py.")) return code === "0" ? "0" : `(-${code})`;
  }
  const name = symbol === "-" ? "neg" : symbol === "+" ? "pos" : "invert";
  return probe(emit, node, `py.${name}(${emit.expression(argument)})`);
}

function booleanOperator(emit: Emit, node: SyntaxNode): string {
  const [left, right] = [field(node, "left"), field(node, "right")];
  const kept = temporary(emit);
  const test = probe(emit, left, `py.truth(${kept}=${emit.expression(left)})`);
  const isAnd = field(node, "operator").type === "and";
  const code = isAnd ? `(${test}?${emit.expression(right)}:${kept})` : `(${test}?${kept}:${emit.expression(right)})`;
  return withTemporary(kept, code);
}

/** An expression that needs a variable of its own. */
function withTemporary(name: string, code: string): string {
  return `((${name})=>${code})()`;
}

function comparisons(emit: Emit, node: SyntaxNode): string {
  const operands = parts(node);
  const symbols = fields(node, "operators").map(
    (operator) => comparison[operator.type] ?? comparison[operator.text.replaceAll(/\s+/g, " ")] ?? "eq",
  );
  if (symbols.length === 1)
    return probe(emit, node, `py.${symbols[0]}(${emit.expression(operands[0])},${emit.expression(operands[1])})`);
  // a < b < c: b is evaluated once, c only if the first holds.
  const names = operands.map(() => temporary(emit));
  const result = temporary(emit);
  const [first, second, ...others] = operands;
  let code = `${names[0]}=${emit.expression(first)},${names[1]}=${emit.expression(second)},${result}=py.${symbols[0]}(${names[0]},${names[1]})`;
  others.forEach((operand, i) => {
    code += `,${result}=!py.truth(${result})?${result}:(${names[i + 2]}=${emit.expression(operand)},py.${symbols[i + 1]}(${names[i + 1]},${names[i + 2]}))`;
  });
  return probe(emit, node, `((${[...names, result].join(",")})=>(${code},${result}))()`);
}

export interface Arguments {
  readonly positional: string;
  readonly keywords: string;
}

export function argumentsOf(emit: Emit, list: SyntaxNode): Arguments {
  if (list.type === "generator_expression") return { positional: `[${emit.expression(list)}]`, keywords: "null" };
  const positional: string[] = [];
  const keywords: string[] = [];
  for (const item of parts(list)) {
    if (item.type === "keyword_argument")
      keywords.push(`${JSON.stringify(field(item, "name").text)}:${emit.expression(field(item, "value"))}`);
    else if (item.type === "dictionary_splat") keywords.push(`...py.keywords(${emit.expression(parts(item)[0])})`);
    else if (isStarred(item)) positional.push(`...py.iterate(${unstarred(emit, item)})`);
    else {
      if (
        keywords.length > 0 &&
        parts(list).some((other) => other.type === "keyword_argument" && other.startIndex < item.startIndex)
      )
        throw new Refusal(item, "positional argument follows keyword argument", "syntax");
      positional.push(emit.expression(item));
    }
  }
  return {
    positional: `[${positional.join(",")}]`,
    keywords: keywords.length === 0 ? "null" : `{__proto__:null,${keywords.join(",")}}`,
  };
}

function call(emit: Emit, node: SyntaxNode): string {
  const callee = field(node, "function");
  const list = field(node, "arguments");
  if (
    callee.type === "identifier" &&
    callee.text === "super" &&
    emit.scope.resolve("super") === null &&
    parts(list).length === 0
  )
    return `py.super(__class__,$self0)`;
  const { positional, keywords } = argumentsOf(emit, list);
  if (callee.type === "attribute") {
    // The id is entered first, so that a missing attribute is reported for the call.
    const owner = emit.expression(field(callee, "object"));
    return probeFrom(
      emit,
      node,
      attributeStart(callee, node),
      `py.method(${owner},${JSON.stringify(field(callee, "attribute").text)},${positional},${keywords})`,
    );
  }
  return probe(emit, node, `py.call(${emit.expression(callee)},${positional},${keywords})`);
}

export function index(emit: Emit, node: SyntaxNode): string {
  const items = fields(node, "subscript");
  const hasComma = items.length > 1 || node.children.some((child) => child?.type === ",");
  return hasComma ? `py.tuple(${sequence(emit, items)})` : emit.expression(items[0]);
}

function slice(emit: Emit, node: SyntaxNode): string {
  const found: (SyntaxNode | null)[] = [null, null, null];
  let at = 0;
  for (const child of node.children) {
    if (child === null || child.type === "comment") continue;
    if (child.type === ":") at++;
    else found[at] = child;
  }
  return `py.slice(${found.map((part) => (part === null ? "null" : emit.expression(part))).join(",")})`;
}

/** The items of an expression: that it has none is reported there. */
export function iterated(emit: Emit, node: SyntaxNode, place = node): string {
  return probe(emit, place, `py.iterate(${emit.expression(node)})`);
}

function comprehension(emit: Emit, node: SyntaxNode, kind: "list" | "set" | "dict" | "generator"): string {
  const clauses = parts(node).filter(({ type }) => type === "for_in_clause" || type === "if_clause");
  const bound = new Set<string>();
  for (const clause of clauses) if (clause.type === "for_in_clause") targets(field(clause, "left"), bound);
  const outer = emit.scope;
  // The first iterable belongs to the scope outside.
  const first = iterated(emit, field(clauses[0], "right"), node);
  emit.scope = new Scope("function", outer, bound, [], emit.nextScope++);
  const body = field(node, "body");
  const element =
    kind === "dict"
      ? `r.push([${emit.expression(field(body, "key"))},${emit.expression(field(body, "value"))}]);`
      : kind === "generator"
        ? `yield ${emit.expression(body)};`
        : `r.push(${emit.expression(body)});`;
  let code = element;
  for (const clause of [...clauses].reverse()) {
    if (clause.type === "if_clause") code = `if(${condition(emit, node, parts(clause)[0])}){${code}}`;
    else {
      const item = temporary(emit);
      const loop = emit.loops.push({ start: node.startIndex, end: node.endIndex }) - 1;
      const source = clause.id === clauses[0].id ? "first" : iterated(emit, field(clause, "right"), node);
      code = `for(const ${item} of ${source}){__ll.loop(${loop});${assignment(emit, field(clause, "left"), item)}${code}}`;
    }
  }
  emit.scope = outer;
  const variables = [...bound].map((name) => `$${name}`);
  const declared = variables.length === 0 ? "" : `let ${variables.join(",")};`;
  if (kind === "generator") return `py.generator((function*(first){${declared}${code}})(${first}))`;
  const list = `((first)=>{const r=[];${declared}${code}return r;})(${first})`;
  return kind === "list" ? list : `py.${kind}(${list})`;
}

/** Statements that put `value` (a JavaScript expression without effects) into a target. */
export function assignment(emit: Emit, target: SyntaxNode, value: string): string {
  switch (target.type) {
    case "identifier": {
      if (
        !emit.scope.names.has(target.text) &&
        !emit.scope.globals.has(target.text) &&
        !emit.scope.nonlocals.has(target.text)
      )
        return `${emit.scope.jsName(target.text)}=${value};`;
      return `${write(emit, target.text)}=${value};`;
    }
    case "attribute": {
      const id = addProbe(emit, target, "expression");
      return `__ll.probe(__ll.enter(${id}),py.setattr(${emit.expression(field(target, "object"))},${JSON.stringify(field(target, "attribute").text)},${value}));`;
    }
    case "subscript": {
      const id = addProbe(emit, target, "expression");
      return `__ll.probe(__ll.enter(${id}),py.setitem(${emit.expression(field(target, "value"))},${index(emit, target)},${value}));`;
    }
    case "parenthesized_expression":
      return assignment(emit, parts(target)[0], value);
    case "tuple":
    case "list":
    case "tuple_pattern":
    case "list_pattern":
    case "pattern_list":
    case "expression_list": {
      const items = parts(target);
      const star = items.findIndex(({ type }) => type === "list_splat_pattern" || type === "list_splat");
      const unpacked = temporary(emit);
      const each = items
        .map((item, i) => assignment(emit, i === star ? parts(item)[0] : item, `${unpacked}[${i}]`))
        .join("");
      return `{const ${unpacked}=${probe(emit, target, `py.unpack(${value},${items.length},${star})`)};${each}}`;
    }
    default:
      throw new Refusal(target, `cannot assign to ${target.type.replaceAll("_", " ")} here`, "syntax");
  }
}

function yielded(emit: Emit, node: SyntaxNode): string {
  const value = parts(node)[0];
  if (node.children.some((child) => child?.type === "from")) return `(yield* py.iterate(${emit.expression(value)}))`;
  return value === undefined ? "(yield null)" : `(yield ${emit.expression(value)})`;
}
