/** @file Expressions in Python. */
import { byName } from "../../../by-name.ts";
import { bracketed, breakable, type Doc, enclosed, join, layout } from "../layout.ts";
import type { Annotation, Call, Comprehension, Expression, NumberLiteral, Parameter, Template } from "../tree.ts";
import type { Imports } from "./imports.ts";
import { integerArguments, isFractional } from "./integers.ts";

/** Python's precedences, the loosest first. */
const lambda = 1;
const conditional = 2;
/** How tightly + and - bind. */
export const additive = 11;
const binary: Readonly<Record<string, number>> = byName({
  or: 3,
  and: 4,
  "|": 7,
  "^": 8,
  "&": 9,
  "<<": 10,
  ">>": 10,
  "+": additive,
  "-": additive,
  "*": 12,
  "/": 12,
  "//": 12,
  "%": 12,
  "@": 12,
});
const not = 5;
const compare = 6;
const sign = 13;
const power = 14;
const atom = 16;

export interface PrintContext {
  readonly imports: Imports;
  /** Floats to be written as ints. */
  readonly wholes: ReadonlySet<NumberLiteral>;
  /** Strings within an f-string have the other quotes. */
  readonly quote: '"' | "'";
}

function precedenceOf(node: Expression): number {
  switch (node.kind) {
    case "lambda":
      return lambda;
    case "conditional":
      return conditional;
    case "logical":
      return binary[node.operator];
    case "compare":
      return compare;
    case "unary":
      return node.operator === "not" ? not : sign;
    case "binary":
      return node.operator === "**" ? power : binary[node.operator];
    case "number":
      return node.text.startsWith("-") ? sign : atom;
    default:
      return atom;
  }
}

/** An expression, in brackets if it binds less tightly than its place asks for. */
export function expression(context: PrintContext, node: Expression, least = 0): Doc {
  const printed = bare(context, node);
  return precedenceOf(node) < least ? ["(", printed, ")"] : printed;
}

function bare(context: PrintContext, node: Expression): Doc {
  const print = (part: Expression, least = 0) => expression(context, part, least);
  switch (node.kind) {
    case "number":
      return context.wholes.has(node) ? String(node.value) : node.text;
    case "string":
      return quoted(node.value, context.quote);
    case "template":
      return template(context, node);
    case "constant":
      return node.value === null ? "None" : node.value ? "True" : "False";
    case "ellipsis":
      return "...";
    case "name":
      return node.name;
    case "known":
      return context.imports.name(node.path);
    case "self":
      return "self";
    case "super":
      return "super()";
    case "member":
      return [receiver(context, node.object), ".", node.name];
    case "subscript": {
      const items = join(
        node.items.map((item) => (item.kind === "string" ? print(item) : integer(context, item))),
        ", ",
      );
      return [receiver(context, node.object), "[", items, node.isTuple && node.items.length === 1 ? ",]" : "]"];
    }
    case "slice": {
      const part = (value: Expression | null) => (value === null ? "" : integer(context, value));
      return [part(node.start), ":", part(node.stop), ...(node.step === null ? [] : [":", print(node.step)])];
    }
    case "call":
      return call(context, node);
    case "unary":
      return node.operator === "not" ? ["not ", print(node.value, not)] : [node.operator, print(node.value, sign)];
    case "binary": {
      const { operator } = node;
      if (operator === "**") return [print(node.left, power + 1), " ** ", print(node.right, sign)];
      const own = binary[operator];
      return [print(node.left, own), ` ${operator} `, print(node.right, own + 1)];
    }
    case "compare":
      return [print(node.left, compare + 1), ` ${node.operator} `, print(node.right, compare + 1)];
    case "logical": {
      const own = binary[node.operator];
      return [print(node.left, own), ` ${node.operator} `, print(node.right, own + 1)];
    }
    case "conditional":
      return [
        print(node.whenTrue, conditional + 1),
        " if ",
        print(node.test, conditional + 1),
        " else ",
        print(node.whenFalse, conditional),
      ];
    case "list":
      return bracketed(
        "[",
        node.items.map((item) => print(item)),
        "]",
        node,
      );
    case "tuple":
      if (node.items.length === 1) return ["(", print(node.items[0]), ",)"];
      return bracketed(
        "(",
        node.items.map((item) => print(item)),
        ")",
        node,
      );
    case "dict":
      return bracketed(
        "{",
        node.entries.map(({ key, value }) =>
          key === null ? ["**", print(value, not + 1)] : [print(key), ": ", print(value)],
        ),
        "}",
        node,
      );
    case "spread":
      return ["*", print(node.value, binary["|"])];
    case "lambda": {
      const parameters = join(parameterList(context, node.parameters), ", ");
      return ["lambda", node.parameters.length === 0 ? "" : " ", parameters, ": ", print(node.body, lambda)];
    }
    case "comprehension":
      return comprehension(context, node, true);
  }
}

/** A size or an index. */
function integer(context: PrintContext, node: Expression): Doc {
  if ((node.kind === "list" || node.kind === "tuple") && node.items.some(isFractional))
    return bracketed(
      "[",
      node.items.map((item) => integer(context, item)),
      "]",
    );
  const printed = expression(context, node);
  return isFractional(node) ? ["int(", printed, ")"] : printed;
}

function receiver(context: PrintContext, node: Expression): Doc {
  const printed = expression(context, node, atom);
  // 1.real is no number.
  return node.kind === "number" ? ["(", printed, ")"] : printed;
}

function call(context: PrintContext, node: Call): Doc {
  const [only] = node.args;
  if (
    node.args.length === 1 &&
    node.keywords.length === 0 &&
    only.kind === "comprehension" &&
    only.result === "generator"
  )
    return [receiver(context, node.callee), enclosed("(", comprehension(context, only, false), ")")];
  const integers = integerArguments(node);
  const args = [
    ...node.args.map((arg, i) => (integers.at(i) ? integer(context, arg) : expression(context, arg))),
    ...node.keywords.map(({ name, value }) => [
      name,
      "=",
      integers.named(name) ? integer(context, value) : expression(context, value),
    ]),
  ];
  return [receiver(context, node.callee), bracketed("(", args, ")")];
}

function comprehension(context: PrintContext, node: Comprehension, isBracketed: boolean): Doc {
  const print = (part: Expression, least = 0) => expression(context, part, least);
  const clauses = node.clauses.flatMap(({ target, iterable, conditions }) => [
    breakable,
    "for ",
    bareTarget(context, target),
    " in ",
    print(iterable, binary.or),
    ...conditions.flatMap((condition) => [breakable, "if ", print(condition, binary.or)]),
  ]);
  const element = node.key === null ? print(node.element) : [print(node.key), ": ", print(node.element)];
  if (!isBracketed) return [element, ...clauses];
  const [open, close] = { list: "[]", generator: "()", dict: "{}" }[node.result];
  return enclosed(open, [element, ...clauses], close);
}

/** a, b without brackets, as in for and in assignments. */
export function bareTarget(context: PrintContext, node: Expression): Doc {
  if (node.kind !== "tuple" || node.items.length < 2) return expression(context, node);
  return join(
    node.items.map((item) => expression(context, item)),
    ", ",
  );
}

export function quoted(value: string, quote: '"' | "'"): string {
  const text = JSON.stringify(value);
  return quote === '"' ? text : `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function template(context: PrintContext, node: Template): Doc {
  const parts = node.parts.map((part) => {
    if (typeof part === "string") return JSON.stringify(part.replaceAll("{", "{{").replaceAll("}", "}}")).slice(1, -1);
    // What stands in an f-string stays on its line.
    const value = layout(expression({ ...context, quote: "'" }, part.value), { width: 1e6, indent: "" });
    return `{${value.startsWith("{") ? " " : ""}${value}${part.format === "" ? "" : `:${part.format}`}}`;
  });
  return `f"${parts.join("")}"`;
}

export function parameterList(context: PrintContext, parameters: readonly Parameter[]): Doc[] {
  const found: Doc[] = [];
  let hasStar = false;
  for (const { name, value, annotation, form } of parameters) {
    if (form === "rest") {
      hasStar = true;
      found.push(`*${name}`);
      continue;
    }
    if (form === "keyword" && !hasStar) {
      hasStar = true;
      found.push("*");
    }
    const typed = annotation === null ? name : `${name}: ${annotationText(context, annotation)}`;
    if (value === null) found.push(typed);
    else found.push([typed, annotation === null ? "=" : " = ", expression(context, value)]);
  }
  return found;
}

export function annotationText(context: PrintContext, annotation: Annotation): string {
  const text = (each: Annotation): string => annotationText(context, each);
  switch (annotation.kind) {
    case "tensor":
      return context.imports.name("torch.Tensor");
    case "float":
    case "int":
    case "bool":
      return annotation.kind;
    case "string":
      return "str";
    case "none":
      return "None";
    case "list":
      return `list[${text(annotation.item)}]`;
    case "tuple":
      return `tuple[${annotation.items.map(text).join(", ")}]`;
    case "dict":
      return `dict[str, ${text(annotation.value)}]`;
    case "optional":
      return `${text(annotation.of)} | None`;
    case "class":
      return context.imports.name(annotation.path);
  }
}
