/** @file Statements in TypeScript. */
import { byName } from "../../../by-name.ts";
import { type Bindings, namesIn, type Variable } from "../bindings.ts";
import { type Doc, join, newline } from "../layout.ts";
import type { Assign, Augmented, Block, Expression, FunctionDefinition, GradMode, If, Statement } from "../tree.ts";
import { isNumber, type Type } from "../types.ts";
import { blocksOf, everyStatement, within } from "../walk.ts";
import { annotationText, parameterType, returnType } from "./annotations.ts";
import { classDefinition } from "./classes.ts";
import { binds, expression, inPlace, type PrintContext, receiver, refuse, typeAt, value } from "./context.ts";
import { parameters } from "./expressions.ts";
import { indices } from "./indexing.ts";
import { body, braced, comment, docLines, lines, noteOf, tidy, withFirst } from "./lines.ts";
import { loop } from "./loops.ts";
import { binary, negated, truth } from "./operators.ts";

/** The lines of a block. */
export function printBlock(context: PrintContext, { statements, end }: Block): Doc[] {
  const found: Doc[] = [];
  for (const statement of statements) {
    found.push(...lines(statement.trivia.before));
    for (const variable of context.declarations.hoisted(statement)) found.push(declared(context, variable));
    if (statement.kind === "remark" || statement.kind === "outer" || statement.kind === "pass") {
      if (statement.trivia.after !== null) found.push(comment(statement.trivia.after));
    } else found.push(...printedLines(context, statement));
  }
  found.push(...lines(end));
  return tidy(found);
}

function declared(context: PrintContext, variable: Variable): Doc {
  const type = parameterType(variable.type);
  return `let ${context.names.of(variable)}${type === null ? "" : `: ${type}`};`;
}

function printedLines(context: PrintContext, node: Statement): Doc[] {
  const note = noteOf(node.trivia.after);
  const withNote = (all: Doc[]): Doc[] => all.map((line, i) => (i === all.length - 1 ? [line, note] : line));
  if (node.kind === "assign") return withNote(assign(context, node));
  if (node.kind === "assert")
    return [
      [
        "if (",
        negated(context, node.test).doc,
        ") throw new Error(",
        node.message === null ? "" : value(context, node.message),
        ");",
        note,
      ],
    ];
  return [[printed(context, node, note)]];
}

function printed(context: PrintContext, node: Statement, note: Doc): Doc {
  switch (node.kind) {
    case "function":
      return functionDefinition(context, node, note);
    case "class":
      return classDefinition(context, node, note);
    case "if":
      return conditional(context, node);
    case "for":
      return loop(context, node, note);
    case "while":
      return ["while (", truth(context, node.test).doc, ") ", withFirst(body(context, node.body), note)];
    case "gradMode":
      return gradMode(context, node, note);
    case "try": {
      const name = node.name === null ? "" : ` (${node.name})`;
      return [
        "try ",
        withFirst(body(context, node.body), note),
        ...(node.handler === null ? [] : [` catch${name} `, body(context, node.handler)]),
        ...(node.last === null ? [] : [" finally ", body(context, node.last)]),
      ];
    }
    case "augmented":
      return [augmented(context, node), ";", note];
    case "evaluate":
      return [expression(context, node.value).doc, ";", note];
    case "return":
      return [returned(context, node.value), note];
    case "raise":
      return [
        "throw new ",
        errors[node.type] ?? "Error",
        "(",
        node.message === null ? "" : value(context, node.message),
        ");",
        note,
      ];
    case "break":
    case "continue":
      return [`${node.kind};`, note];
    default:
      return note;
  }
}

const errors: Readonly<Record<string, string>> = byName({ ValueError: "RangeError", TypeError: "TypeError" });

/** A number where tensors follow: an accumulator begins as a tensor. */
export function promoted(context: PrintContext, node: Expression): Doc {
  if (!isNumber(typeAt(context, node))) return value(context, node);
  const isZero = node.kind === "number" && node.value === 0;
  if (isZero && node.isFloat) return "torch.zeros([])";
  const isWhole = node.kind === "number" && node.isFloat && Number.isInteger(node.value);
  return ["torch.tensor(", value(context, node), isWhole ? ", { dtype: torch.float32 }" : "", ")"];
}

function returned(context: PrintContext, node: Expression | null): Doc {
  if (node === null) return "return;";
  const owner = context.function;
  const isLifted = owner !== null && context.inference.returnsPromoted(owner);
  return ["return ", isLifted ? promoted(context, node) : value(context, node), ";"];
}

function assign(context: PrintContext, node: Assign): Doc[] {
  const [target] = node.targets;
  if (node.targets.length > 1) return chained(context, node);
  if (target.kind === "tuple" || target.kind === "list") return unpacked(context, node, target);
  return [[store(context, node, target, node.value), ";"]];
}

/** The text of one assignment, without its semicolon. */
function store(context: PrintContext, node: Assign, target: Expression, given: Expression): Doc {
  const isLifted = context.inference.isPromoted(target, context.owner);
  const held = isLifted ? promoted(context, given) : value(context, given);
  if (target.kind === "subscript") {
    if (typeAt(context, target.object).kind === "tensor")
      return [receiver(context, target.object), ".setitem(", indices(context, target.items), ", ", held, ")"];
    return [expression(context, target).doc, " = ", held];
  }
  if (target.kind !== "name") return [expression(context, target).doc, " = ", held];
  const variable = context.bindings.of(target);
  const keyword = variable === null ? null : context.declarations.keyword(node, variable);
  const name = variable === null ? target.name : context.names.of(variable);
  if (keyword === null) return [name, " = ", held];
  const isGrowing = variable !== null && context.inference.isGrowing(variable);
  return [`${keyword} ${name}${typeNote(node, variable?.type ?? null, given, isGrowing)} = `, held];
}

/** A type where the value does not say it: [] and None. */
function typeNote(node: Assign, type: Type | null, given: Expression, isGrowing: boolean): string {
  const annotated = node.annotation === null ? null : annotationText(node.annotation);
  if (annotated !== null) return `: ${annotated}`;
  const isEmpty =
    (given.kind === "list" && given.items.length === 0) ||
    (given.kind === "dict" && (given.entries.length === 0 || isGrowing)) ||
    (given.kind === "constant" && given.value === null);
  const text = isEmpty && type !== null ? parameterType(type) : null;
  return text === null ? "" : `: ${text}`;
}

/** a = b = value */
function chained(context: PrintContext, node: Assign): Doc[] {
  const isPlain = ["number", "string", "constant"].includes(node.value.kind);
  const [first] = node.targets;
  return node.targets.map((target, i): Doc => {
    if (target.kind === "tuple" || target.kind === "list")
      return refuse(context, target, "a = b = … with several names in one place").doc;
    return [store(context, node, target, isPlain || i === 0 ? node.value : first), ";"];
  });
}

type Pattern = Extract<Expression, { kind: "list" | "tuple" }>;

function unpacked(context: PrintContext, node: Assign, target: Pattern): Doc[] {
  const given = node.value;
  const isEach =
    (given.kind === "tuple" || given.kind === "list") &&
    given.items.length === target.items.length &&
    [...target.items, ...given.items].every(({ kind }) => kind !== "spread") &&
    target.items.every(({ kind }) => kind !== "tuple" && kind !== "list");
  // a, b = x, y is two assignments, if no value reads what was just assigned.
  if (isEach && (given.kind === "tuple" || given.kind === "list") && !readsBack(target.items, given.items))
    return target.items.map((item, i): Doc => [store(context, node, item, given.items[i]), ";"]);
  const type = typeAt(context, given);
  const keywords = namesOf(context.bindings, target).map((variable) => context.declarations.keyword(node, variable));
  const keyword = keywords.includes("let") ? "let " : keywords.includes("const") ? "const " : "";
  // One name is declared here, another was before: all are declared ahead.
  const isMixed = keyword !== "" && keywords.includes(null);
  const ahead = isMixed
    ? namesOf(context.bindings, target)
        .filter((variable) => context.declarations.keyword(node, variable) !== null)
        .map((variable) => declared(context, variable))
    : [];
  const head = isMixed ? "" : keyword;
  const held = value(context, given);
  if (type.kind === "record") {
    const parts = target.items.flatMap((item, i): Doc[] => {
      const name = type.names[i] ?? "values";
      if (isUnused(context, item)) return [];
      const shown = expression(context, item).doc;
      return [shown === name ? name : [`${name}: `, shown]];
    });
    const pattern: Doc = ["{ ", ...join(parts, ", "), " }"];
    return [...ahead, head === "" ? ["(", pattern, " = ", held, ");"] : [head, pattern, " = ", held, ";"]];
  }
  if (!["list", "tuple", "tensor"].includes(type.kind))
    return [refuse(context, given, "taking something apart that may be a tensor or a list (annotate it)").doc];
  return [...ahead, [head, patternOf(context, target), " = ", held, ";"]];
}

/** `_`, which nobody reads. */
function isUnused(context: PrintContext, item: Expression): boolean {
  if (item.kind !== "name" || !item.name.startsWith("_")) return false;
  const variable = context.bindings.of(item);
  return variable !== null && !context.declarations.isUsed(variable);
}

function patternOf(context: PrintContext, target: Pattern): Doc {
  const items = target.items.map((item): Doc => {
    if (isUnused(context, item)) return "";
    if (item.kind === "tuple" || item.kind === "list") return patternOf(context, item);
    if (item.kind === "spread") return ["...", expression(context, item.value).doc];
    return expression(context, item).doc;
  });
  while (items.length > 0 && items[items.length - 1] === "") items.pop();
  return ["[", ...join(items, ", "), "]"];
}

const namesOf = (bindings: Bindings, target: Expression): Variable[] =>
  [...within(target)].flatMap((node) => {
    const variable = node.kind === "name" ? bindings.of(node) : null;
    return variable === null ? [] : [variable];
  });

function readsBack(targets: readonly Expression[], values: readonly Expression[]): boolean {
  return values.some((given, i) => {
    const before = new Set(targets.slice(0, i).flatMap(namesIn));
    const hasMember = targets.slice(0, i).some(({ kind }) => kind !== "name");
    return [...within(given)].some(
      (node) => (node.kind === "name" && before.has(node.name)) || (hasMember && node.kind !== "number"),
    );
  });
}

function augmented(context: PrintContext, node: Augmented): Doc {
  const { target, operator, value: given } = node;
  if (context.declarations.isInPlace(node, context.owner)) {
    const method = { "+": "add_", "-": "sub_", "*": "mul_", "/": "div_", "%": "remainder_", "**": "pow_" }[
      operator as "+"
    ];
    if (target.kind === "subscript" && typeAt(context, target.object).kind === "tensor") {
      const computed = binary(context, target, operator, target, given).doc;
      return [receiver(context, target.object), ".setitem(", indices(context, target.items), ", ", computed, ")"];
    }
    return [receiver(context, target), `.${method}(`, value(context, given), ")"];
  }
  const left = expression(context, target).doc;
  const areNumbers = isNumber(typeAt(context, target)) && isNumber(typeAt(context, given));
  if (areNumbers && ["+", "-", "*", "/", "**"].includes(operator))
    return [left, ` ${operator}= `, inPlace(expression(context, given), binds.arrow)];
  if (typeAt(context, target).kind === "list" && operator === "+")
    return [receiver(context, target), ".push(...", value(context, given), ")"];
  return [left, " = ", binary(context, target, operator, target, given).doc];
}

function conditional(context: PrintContext, node: If): Doc {
  return node.branches.flatMap((branch, i): Doc[] => {
    const head: Doc = branch.test === null ? "" : ["if (", truth(context, branch.test).doc, ") "];
    // A comment ahead of else goes into its block.
    const lead = i === 0 ? [] : lines(branch.before.filter((line) => line !== null));
    const content = braced([...lead, ...context.print.block(context, branch.body)]);
    return [i === 0 ? "" : " else ", head, withFirst(content, noteOf(branch.after))];
  });
}

function functionDefinition(context: PrintContext, node: FunctionDefinition, note: Doc): Doc {
  const inner: PrintContext = { ...context, function: node };
  const variable = context.bindings.ofDefinition(node);
  const name = variable === null ? node.name : context.names.of(variable);
  const isTop = context.function === null;
  const list = parameters(inner, node.parameters, isTop && node.name === "forward");
  const returns = returnType(node, context.inference.returnsOf(node));
  const content = withFirst(body(inner, node.body), note);
  const doc = node.doc === null ? [] : docLines(node.doc).flatMap((line) => [line, newline]);
  if (isTop) return [...doc, `function ${name}`, list, returns === null ? " " : `: ${returns} `, content];
  return [...doc, `const ${name} = `, list, returns === null ? "" : `: ${returns}`, " => ", content, ";"];
}

/** with torch.no_grad(): is torch.no_grad(() => …), which gives what is used after it. */
function gradMode(context: PrintContext, node: GradMode, note: Doc): Doc {
  const call = node.isOn ? "torch.enable_grad(() => " : "torch.no_grad(() => ";
  const escaping = context.declarations.escaping(node);
  const { statements } = node.body;
  const [only] = statements;
  const inside = [...everyStatement(node.body)];
  if (
    inside.some(({ kind }) => kind === "break" || kind === "continue") &&
    !inside.some(({ kind }) => kind === "for" || kind === "while")
  )
    context.refusals.add(node.range, "break or continue under no_grad");
  const returns = returnsOf(node.body);
  if (returns > 0) {
    if (statements[statements.length - 1]?.kind !== "return")
      context.refusals.add(node.range, "a return under no_grad, other than at its end");
    if (only.kind === "return" && statements.length === 1 && only.value !== null && only.trivia.before.length === 0)
      return ["return ", call, value(context, only.value), ");", note];
    return ["return ", call, withFirst(body(context, node.body), note), ");"];
  }
  const [name] = escaping;
  if (name === undefined) return [call, withFirst(body(context, node.body), note), ");"];
  const keyword = escaping.some((variable) => context.declarations.keyword(node, variable) === "let") ? "let" : "const";
  const isDeclared = escaping.every((variable) => context.declarations.keyword(node, variable) !== null);
  const head = isDeclared ? `${keyword} ` : "";
  const names = escaping.map((variable) => context.names.of(variable));
  const isOne = escaping.length === 1;
  if (
    isOne &&
    statements.length === 1 &&
    only.kind === "assign" &&
    only.targets.length === 1 &&
    only.targets[0].kind === "name" &&
    only.trivia.before.length === 0 &&
    only.trivia.after === null
  )
    return [head, names[0], " = ", call, value(context, only.value), ");", note];
  const result = isOne ? `return ${names[0]};` : `return [${names.join(", ")}] as const;`;
  const target = isOne ? names[0] : `[${names.join(", ")}]`;
  return [
    head,
    target,
    " = ",
    call,
    withFirst(braced([...context.print.block(context, node.body), result]), note),
    ");",
  ];
}

function returnsOf(inside: Block): number {
  let count = 0;
  for (const statement of inside.statements) {
    if (statement.kind === "return") count++;
    if (statement.kind === "function" || statement.kind === "class") continue;
    for (const inner of blocksOf(statement)) count += returnsOf(inner);
  }
  return count;
}
