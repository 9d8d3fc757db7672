/** @file Python statements, from tree-sitter's tree to the tree both languages share. */
import { byName } from "../../../by-name.ts";
import { field, fields, parts, type SyntaxNode } from "../../python/syntax.ts";
import { rangeOf } from "../refusals.ts";
import type { Assign, Block, Branch, Expression, Statement } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { annotationOf } from "./annotations.ts";
import { dataclassOf } from "./dataclasses.ts";
import { classOf, functionOf } from "./definitions.ts";
import { enumOf } from "./enums.ts";
import { expression } from "./expressions.ts";
import { gradMode, header, type StatementContext } from "./headers.ts";
import { cleaned } from "./text.ts";

/** The statements of a block, whose header has been read. */
export function block(context: StatementContext, nodes: readonly SyntaxNode[]): Block {
  const statements = nodes.flatMap((node) => statement(context, node));
  const first = nodes[0];
  const column =
    first === undefined
      ? Number.POSITIVE_INFINITY
      : first.startIndex - (context.source.lastIndexOf("\n", first.startIndex - 1) + 1);
  return { statements, end: context.trivia.endOfBlock(column) };
}

/** One statement of the source is one, none (an import) or several (what stands under if __name__ == "__main__"). */
export function statement(context: StatementContext, node: SyntaxNode): Statement[] {
  const before = context.trivia.before(node.startIndex);
  const range = rangeOf(node);
  const read = (part: SyntaxNode) => expression(context, part);
  /** A statement of one logical line. */
  const simple = (make: () => Statement): Statement[] => {
    const made = make();
    const inner = context.trivia.within(node.endIndex);
    return [{ ...made, trivia: trivia([...before, ...inner], context.trivia.after()) }];
  };
  const base = { range, trivia: trivia(before, null) };
  switch (node.type) {
    case "expression_statement":
      return simple(() => expressionStatement(context, node, base));
    case "return_statement":
      return simple(() => {
        const [value] = parts(node);
        return { ...base, kind: "return", value: value === undefined ? null : read(value) };
      });
    case "break_statement":
      return simple(() => ({ ...base, kind: "break" }));
    case "continue_statement":
      return simple(() => ({ ...base, kind: "continue" }));
    case "pass_statement":
      return simple(() => ({ ...base, kind: "pass" }));
    case "import_statement":
    case "import_from_statement":
    case "future_import_statement":
      return simple(() => ({ ...base, kind: "remark" })).filter(
        (made) => made.trivia.after !== null || made.trivia.before.some((line) => line !== null),
      );
    case "assert_statement":
      return simple(() => {
        const [test, message] = parts(node).map(read);
        return { ...base, kind: "assert", test, message: message ?? null };
      });
    case "raise_statement":
      return simple(() => raised(context, node, base));
    case "global_statement":
    case "nonlocal_statement":
      return simple(() => ({
        ...base,
        kind: "outer",
        scope: node.type === "global_statement" ? "global" : "nonlocal",
        names: parts(node).map((name) => name.text),
      }));
    case "if_statement":
      return conditional(context, node, before);
    case "for_statement":
    case "while_statement":
      return [loop(context, node, before)];
    case "with_statement":
      return [withStatement(context, node, before)];
    case "try_statement":
      return [tryStatement(context, node, before)];
    case "function_definition":
      return [functionOf(context, node, [], before)];
    case "class_definition":
      return [enumOf(context, node, before) ?? classOf(context, node, before)];
    case "decorated_definition": {
      const decorators = parts(node).filter(({ type }) => type === "decorator");
      const definition = field(node, "definition");
      if (definition.type === "function_definition") return [functionOf(context, definition, decorators, before)];
      const others = decorators.filter((decorator) => !isDataclass(context, decorator));
      for (const decorator of others) context.refusals.add(rangeOf(decorator), decorator.text);
      const read = classOf(context, definition, before);
      return [others.length < decorators.length ? dataclassOf(context, parts(field(definition, "body")), read) : read];
    }
    default:
      context.refusals.add(range, words[node.type] ?? node.type.replace(/_statement$/, "").replaceAll("_", " "));
      context.trivia.within(node.endIndex);
      return [];
  }
}

/** @dataclass, whatever it is asked for: order, hashing and freezing are nothing a loss needs. */
function isDataclass(context: StatementContext, decorator: SyntaxNode): boolean {
  const read = expression(context, parts(decorator)[0]);
  const named = read.kind === "call" ? read.callee : read;
  return named.kind === "known" && named.path === "dataclasses.dataclass";
}

const words: Readonly<Record<string, string>> = byName({
  delete_statement: "del",
  match_statement: "match",
  type_alias_statement: "a type alias",
});

type Bare = { readonly range: Statement["range"]; readonly trivia: Statement["trivia"] };

function expressionStatement(context: StatementContext, node: SyntaxNode, base: Bare): Statement {
  const [inner, ...more] = parts(node);
  const read = (part: SyntaxNode) => expression(context, part);
  for (const extra of more) context.refusals.add(rangeOf(extra), "several values in a statement");
  if (inner.type === "assignment") return assigned(context, inner, base);
  if (inner.type === "augmented_assignment") {
    const operator = field(inner, "operator").type.slice(0, -1) as "+";
    return {
      ...base,
      kind: "augmented",
      target: read(field(inner, "left")),
      operator,
      value: read(field(inner, "right")),
    };
  }
  if (inner.type === "string")
    return { ...base, kind: "remark", trivia: trivia([...base.trivia.before, ...cleaned(inner).split("\n")], null) };
  return registered(read(inner), base);
}

/** self.register_buffer("w", x) makes an attribute, as self.w = x does. */
function registered(value: Expression, base: Bare): Statement {
  if (
    value.kind === "call" &&
    value.callee.kind === "member" &&
    value.callee.object.kind === "self" &&
    (value.callee.name === "register_buffer" || value.callee.name === "register_parameter") &&
    value.args[0]?.kind === "string"
  ) {
    const [name, given] = value.args;
    const held =
      given ?? value.keywords.find((keyword) => keyword.name === "tensor" || keyword.name === "param")?.value;
    if (held !== undefined) {
      const target: Expression = { kind: "member", object: value.callee.object, name: name.value, range: name.range };
      return { ...base, kind: "assign", targets: [target], annotation: null, value: held };
    }
  }
  return { ...base, kind: "evaluate", value };
}

function assigned(context: StatementContext, node: SyntaxNode, base: Bare): Statement {
  const targets: Expression[] = [];
  let at = node;
  for (;;) {
    targets.push(expression(context, field(at, "left")));
    const right = at.childForFieldName("right");
    // `x: float` alone declares, and does nothing.
    if (right === null) return { ...base, kind: "remark" };
    if (right.type !== "assignment") {
      const annotation = annotationOf(node.childForFieldName("type"), context.names);
      const made: Assign = { ...base, kind: "assign", targets, annotation, value: expression(context, right) };
      return made;
    }
    at = right;
  }
}

function raised(context: StatementContext, node: SyntaxNode, base: Bare): Statement {
  const [value] = parts(node);
  const cause = node.childForFieldName("cause");
  if (cause !== null) context.refusals.add(rangeOf(cause), "raise … from …");
  if (value === undefined) {
    context.refusals.add(base.range, "raise without an error");
    return { ...base, kind: "pass" };
  }
  const isCall = value.type === "call";
  const type = isCall ? field(value, "function").text : value.text;
  if (!/^\w*(Error|Exception)$/.test(type)) context.refusals.add(rangeOf(value), `raise ${type}`);
  const args = isCall ? parts(field(value, "arguments")) : [];
  const message = args.length === 0 ? null : expression(context, args[0]);
  return { ...base, kind: "raise", type, message };
}

function conditional(context: StatementContext, node: SyntaxNode, before: (string | null)[]): Statement[] {
  const test = field(node, "condition");
  const isMain = /^__name__\s*==\s*(["'])__main__\1$/.test(test.text) && node.childForFieldName("alternative") === null;
  const branches: Branch[] = [];
  const add = (clause: SyntaxNode, condition: SyntaxNode | null, lead: (string | null)[]) => {
    const read = condition === null ? null : expression(context, condition);
    const { inner, after } = header(context, clause);
    const body = block(context, parts(clause.childForFieldName("consequence") ?? field(clause, "body")));
    branches.push({ before: [...lead, ...inner], test: read, after, body });
  };
  if (isMain) {
    // What follows belongs to the file: a file of TypeScript has no name to ask for.
    header(context, node);
    const body = block(context, parts(field(node, "consequence")));
    const remark: Statement = { kind: "remark", range: rangeOf(test), trivia: trivia([...before, test.text], null) };
    const ended: Statement[] =
      body.end.length === 0 ? [] : [{ kind: "remark", range: rangeOf(test), trivia: trivia(body.end, null) }];
    return [remark, ...body.statements, ...ended];
  }
  add(node, test, []);
  for (const clause of fields(node, "alternative")) {
    const lead = context.trivia.before(clause.startIndex).filter((line) => line !== null);
    add(clause, clause.type === "elif_clause" ? field(clause, "condition") : null, lead);
  }
  return [{ kind: "if", branches, range: rangeOf(node), trivia: trivia(before, null) }];
}

function loop(context: StatementContext, node: SyntaxNode, before: (string | null)[]): Statement {
  const isFor = node.type === "for_statement";
  const read = (name: string) => expression(context, field(node, name));
  const heads = isFor ? [read("left"), read("right")] : [read("condition")];
  const { inner, after } = header(context, node);
  const body = block(context, parts(field(node, "body")));
  const alternative = node.childForFieldName("alternative");
  if (alternative !== null) context.refusals.add(rangeOf(alternative), `else of a ${isFor ? "for" : "while"} loop`);
  const base = { range: rangeOf(node), trivia: trivia([...before, ...inner], after), body };
  return isFor
    ? { ...base, kind: "for", target: heads[0], iterable: heads[1] }
    : { ...base, kind: "while", test: heads[0] };
}

function withStatement(context: StatementContext, node: SyntaxNode, before: (string | null)[]): Statement {
  const clause = parts(node).find(({ type }) => type === "with_clause");
  const items = clause === undefined ? [] : parts(clause).map((item) => expression(context, field(item, "value")));
  const [item] = items;
  const mode = items.length === 1 ? gradMode(item) : null;
  if (mode === null)
    context.refusals.add(rangeOf(clause ?? node), "with, other than torch.no_grad() and torch.enable_grad()");
  const { inner, after } = header(context, node);
  return {
    kind: "gradMode",
    isOn: mode === true,
    body: block(context, parts(field(node, "body"))),
    range: rangeOf(node),
    trivia: trivia([...before, ...inner], after),
  };
}

function tryStatement(context: StatementContext, node: SyntaxNode, before: (string | null)[]): Statement {
  const { inner, after } = header(context, node);
  const clauses = parts(node);
  const body = block(context, parts(field(node, "body")));
  const handlers = clauses.filter(({ type }) => type === "except_clause");
  const last = clauses.find(({ type }) => type === "finally_clause");
  for (const clause of clauses)
    if (clause.type === "else_clause" || clause.type === "except_group_clause" || clause === handlers[1])
      context.refusals.add(rangeOf(clause), clause.type === "else_clause" ? "else of try" : "several kinds of except");
  let name: string | null = null;
  let handler: Block | null = null;
  if (handlers[0] !== undefined) {
    const children = parts(handlers[0]);
    const what = children.find(({ type }) => type !== "block");
    const inside = children.find(({ type }) => type === "block");
    const kind = what?.type === "as_pattern" ? parts(what)[0].text : (what?.text ?? "Exception");
    if (what?.type === "as_pattern") name = parts(parts(what)[1])[0].text;
    if (kind !== "Exception" && kind !== "BaseException" && kind !== "RuntimeError")
      context.refusals.add(rangeOf(what ?? handlers[0]), `except ${kind} (JavaScript's catch takes every error)`);
    header(context, handlers[0]);
    handler = inside === undefined ? { statements: [], end: [] } : block(context, parts(inside));
  }
  const final = last === undefined ? undefined : parts(last).find(({ type }) => type === "block");
  if (last !== undefined) header(context, last);
  return {
    kind: "try",
    body,
    name,
    handler,
    last: final === undefined ? null : block(context, parts(final)),
    range: rangeOf(node),
    trivia: trivia([...before, ...inner], after),
  };
}
