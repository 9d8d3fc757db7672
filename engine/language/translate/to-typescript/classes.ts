/** @file Classes: __init__ becomes fields and a constructor. */
import { bracketed, type Doc, join, nest, newline } from "../layout.ts";
import type { Assign, Block, ClassDefinition, Expression, FunctionDefinition, Statement } from "../tree.ts";
import { everyStatement, within } from "../walk.ts";
import { annotationText, parameterType, returnType } from "./annotations.ts";
import { expression, type PrintContext, value } from "./context.ts";
import { parameter, parameters } from "./expressions.ts";
import { body, docLines, lines, noteOf, tidy, withFirst } from "./lines.ts";

export function classDefinition(outer: PrintContext, node: ClassDefinition, note: Doc): Doc {
  const context: PrintContext = { ...outer, owner: node, function: null };
  if (outer.function !== null) context.refusals.add(node.range, "a class inside a function");
  const base: Doc = node.base === null ? "" : [" extends ", expression(context, node.base).doc];
  const hasInit = node.body.statements.some((each) => each.kind === "function" && each.name === "__init__");
  const members: Doc[] = hasInit ? [] : declared(context, node, () => false);
  for (const statement of node.body.statements) {
    const made = member(context, node, statement);
    if (made.length === 0 && statement.kind !== "remark") {
      // A constructor that only passed its work on to fields.
      members.push(...lines(statement.trivia.before));
      continue;
    }
    members.push(...lines(statement.trivia.before), ...made);
  }
  members.push(...lines(node.body.end));
  const doc = node.doc === null ? [] : docLines(node.doc).flatMap((line) => [line, newline]);
  const content = tidy(members);
  return [
    ...doc,
    `class ${node.name}`,
    base,
    " {",
    note,
    ...(content.length === 0 ? [] : [nest([newline, ...join(content, newline)]), newline]),
    "}",
  ];
}

function member(context: PrintContext, owner: ClassDefinition, statement: Statement): Doc[] {
  if (statement.kind === "remark" || statement.kind === "pass") return [];
  if (statement.kind === "assign") {
    const [target] = statement.targets;
    if (statement.targets.length === 1 && target.kind === "name") return [field(context, target.name, statement)];
  }
  if (statement.kind !== "function") {
    context.refusals.add(statement.range, "a statement in the body of a class");
    return [];
  }
  if (statement.name === "__init__") return construction(context, owner, statement);
  return [method(context, statement)];
}

function method(context: PrintContext, node: FunctionDefinition): Doc {
  const inner: PrintContext = { ...context, function: node };
  const list = parameters(inner, node.parameters, node.name === "forward");
  const returns = returnType(node, context.inference.returnsOf(node));
  const prefix = node.role === "static" ? "static " : node.role === "property" ? "get " : "";
  const doc = node.doc === null ? [] : docLines(node.doc).flatMap((line) => [line, newline]);
  return [
    ...doc,
    `${prefix}${node.name}`,
    list,
    returns === null ? " " : `: ${returns} `,
    withFirst(body(inner, node.body), noteOf(node.trivia.after)),
  ];
}

function field(context: PrintContext, name: string, node: Assign): Doc {
  const annotated = node.annotation === null ? null : annotationText(node.annotation);
  const type = annotated === null ? "" : `: ${annotated}`;
  return [`${name}${type} = `, value(context, node.value), ";", noteOf(node.trivia.after)];
}

/** self.name = value, at the top of __init__. */
function assigned(statement: Statement): { name: string; node: Assign } | null {
  if (statement.kind !== "assign" || statement.targets.length !== 1) return null;
  const [target] = statement.targets;
  return target.kind === "member" && target.object.kind === "self" ? { name: target.name, node: statement } : null;
}

const isSuper = (statement: Statement): boolean =>
  statement.kind === "evaluate" &&
  statement.value.kind === "call" &&
  statement.value.callee.kind === "member" &&
  statement.value.callee.object.kind === "super" &&
  statement.value.callee.name === "__init__";

function construction(context: PrintContext, owner: ClassDefinition, init: FunctionDefinition): Doc[] {
  const inner: PrintContext = { ...context, function: init };
  const statements = init.body.statements;
  const at = statements.findIndex(isSuper);
  const parent = at < 0 ? null : statements[at];
  if (owner.base !== null && parent === null) context.refusals.add(init.range, "__init__ without super().__init__()");
  for (const early of statements.slice(0, Math.max(0, at)))
    if (assigned(early) !== null) context.refusals.add(early.range, "self before super().__init__()");
  const rest = statements.filter((statement) => statement !== parent);
  const kept = rest.filter((statement) => !isKept(owner, init, statement));
  const properties = rest
    .filter((statement) => isKept(owner, init, statement))
    .map((statement) => assigned(statement)?.name);
  const fields = kept.map(assigned);
  const isPlain =
    fields.every((each) => each !== null && !mentions(each.node.value, init)) && init.body.end.length === 0;
  const signature = constructorParameters(inner, owner, init, new Set(properties));
  const initial = isPlain ? fields.filter((each) => each !== null) : [];
  const isDeclared = (name: string) => properties.includes(name) || initial.some((each) => each.name === name);
  const fieldLines = [
    ...declared(context, owner, isDeclared),
    ...initial.flatMap((each) => [...lines(each.node.trivia.before), initialised(inner, owner, each.name, each.node)]),
  ];
  const doc = init.doc === null ? [] : docLines(init.doc);
  const parentLines: Doc[] =
    parent === null || parent.kind !== "evaluate"
      ? []
      : [...lines(parent.trivia.before), [expression(inner, parent.value).doc, ";", noteOf(parent.trivia.after)]];
  const hasArguments =
    parent?.kind === "evaluate" &&
    parent.value.kind === "call" &&
    parent.value.args.length + parent.value.keywords.length > 0;
  const hasNotes =
    parent !== null && (parent.trivia.after !== null || parent.trivia.before.some((line) => line !== null));
  const isEmpty = isPlain && init.parameters.length === 0 && !hasArguments && !hasNotes && doc.length === 0;
  if (isEmpty) return tidy(fieldLines);
  const inside: Block = { statements: isPlain ? [] : kept, end: init.body.end };
  const content = tidy([...parentLines, ...context.print.block(inner, inside)]);
  const whole: Doc = [
    ...doc.flatMap((line) => [line, newline]),
    "constructor",
    signature,
    " ",
    withFirst(
      content.length === 0 ? "{}" : ["{", nest([newline, ...join(content, newline)]), newline, "}"],
      noteOf(init.trivia.after),
    ),
  ];
  return tidy(fieldLines.length === 0 ? [whole] : [...fieldLines, "", whole]);
}

/** self.x = x of a parameter, which TypeScript writes into the parameter. */
function isKept(owner: ClassDefinition, init: FunctionDefinition, statement: Statement): boolean {
  const found = assigned(statement);
  if (found === null || found.node.value.kind !== "name" || found.node.value.name !== found.name) return false;
  if (found.node.trivia.after !== null || found.node.trivia.before.some((line) => line !== null)) return false;
  if (!init.parameters.some(({ name, form }) => name === found.name && form !== "rest")) return false;
  const changes = [...everyStatement(init.body)].filter(
    (each) =>
      (each.kind === "assign" && each.targets.some((target) => target.kind === "name" && target.name === found.name)) ||
      (each.kind === "augmented" && each.target.kind === "name" && each.target.name === found.name),
  );
  const writes = [...everyStatement(owner.body)].filter((each) => each !== statement && writesTo(each, found.name));
  return changes.length === 0 && writes.filter((each) => init.body.statements.includes(each)).length === 0;
}

function writesTo(statement: Statement, name: string): boolean {
  return targetsOf(statement)
    .flatMap((target) => [...within(target)])
    .some((node) => node.kind === "member" && node.object.kind === "self" && node.name === name);
}

function constructorParameters(
  context: PrintContext,
  owner: ClassDefinition,
  init: FunctionDefinition,
  properties: ReadonlySet<string | undefined>,
): Doc {
  const items = init.parameters.map((each): Doc => {
    const bare = parameter(context, each);
    if (!properties.has(each.name)) return bare;
    const writes = [...everyStatement(owner.body)].filter((statement) => writesTo(statement, each.name));
    return [writes.length > 1 ? "public " : "readonly ", bare];
  });
  return bracketed("(", items, ")");
}

function initialised(context: PrintContext, owner: ClassDefinition, name: string, node: Assign): Doc {
  const type = context.inference.attributesOf(owner).get(name);
  const isOpen =
    (node.value.kind === "constant" && node.value.value === null) ||
    (node.value.kind === "list" && node.value.items.length === 0) ||
    (node.value.kind === "dict" && node.value.entries.length === 0);
  const text = isOpen && type !== undefined ? (parameterType(type) ?? "any") : null;
  const [target] = node.targets;
  const isLifted = context.inference.isPromoted(target, owner);
  const given: Doc = isLifted ? ["torch.tensor(", value(context, node.value), ")"] : value(context, node.value);
  return [`${name}${text === null ? "" : `: ${text}`} = `, given, ";", noteOf(node.trivia.after)];
}

/** Fields by their types alone: what the constructor or a method assigns, and nothing has declared. */
function declared(context: PrintContext, owner: ClassDefinition, isDeclared: (name: string) => boolean): Doc[] {
  const names = new Set<string>();
  for (const statement of everyStatement(owner.body))
    for (const target of targetsOf(statement).flatMap(leaves))
      if (target.kind === "member" && target.object.kind === "self") names.add(target.name);
  const base = owner.base === null ? null : context.inference.typeOf(owner.base);
  const isInherited = (name: string) =>
    base?.kind === "class" && context.inference.attribute(base.definition, name) !== null;
  const isOwn = (name: string) =>
    owner.body.statements.some((each) =>
      targetsOf(each).some((target) => target.kind === "name" && target.name === name),
    );
  const known = context.inference.attributesOf(owner);
  return [...names]
    .filter((name) => !isDeclared(name) && !isOwn(name) && !isInherited(name))
    .map((name): Doc => {
      const type = known.get(name);
      return `${name}: ${(type === undefined ? null : parameterType(type)) ?? "any"};`;
    });
}

function targetsOf(statement: Statement): readonly Expression[] {
  if (statement.kind === "assign") return statement.targets;
  return statement.kind === "augmented" ? [statement.target] : [];
}

function leaves(target: Expression): Expression[] {
  return target.kind === "tuple" || target.kind === "list" ? target.items.flatMap(leaves) : [target];
}

/** Whether a value needs what __init__ is given or has computed. */
function mentions(node: Expression, init: FunctionDefinition): boolean {
  const own = new Set([
    ...init.parameters.map(({ name }) => name),
    ...[...everyStatement(init.body)].flatMap((each) =>
      each.kind === "assign" ? each.targets.flatMap((target) => (target.kind === "name" ? [target.name] : [])) : [],
    ),
  ]);
  return [...within(node)].some((each) => each.kind === "self" || (each.kind === "name" && own.has(each.name)));
}
