/** @file Functions and classes of a Python source. */
import { docstring } from "../../python/functions.ts";
import { yields } from "../../python/scopes.ts";
import { field, parts, type SyntaxNode } from "../../python/syntax.ts";
import { rangeOf } from "../refusals.ts";
import type { Block, ClassDefinition, FunctionDefinition, Statement } from "../tree.ts";
import { noTrivia } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { annotationOf } from "./annotations.ts";
import { expression, parametersOf } from "./expressions.ts";
import { gradMode, header, type StatementContext } from "./headers.ts";
import { cleaned } from "./text.ts";

/** Methods with underscores that mean something in both languages. */
const knownDunders: ReadonlySet<string> = new Set(["__init__"]);

/** They change how fast a function runs, not what it gives. */
const compilers: ReadonlySet<string> = new Set(["torch.jit.script", "torch.jit.export", "torch.compile"]);

export function functionOf(
  context: StatementContext,
  node: SyntaxNode,
  decorators: readonly SyntaxNode[],
  before: (string | null)[],
): FunctionDefinition {
  const written = field(node, "name").text;
  // An object that is called is one with forward: a class of the source's own has no other.
  const name = written === "__call__" && context.isPlainClass ? "forward" : written;
  let role: FunctionDefinition["role"] = context.isInClass ? "method" : "function";
  let mode: boolean | null = null;
  for (const decorator of decorators) {
    const inner = parts(decorator)[0];
    const called = expression(context, inner);
    const path = called.kind === "known" ? called.path : null;
    const asMode = gradMode(called.kind === "known" ? { ...emptyCall, callee: called, range: called.range } : called);
    if (path === "staticmethod" && context.isInClass) role = "static";
    else if (path === "property" && context.isInClass) role = "property";
    else if (asMode !== null) mode = asMode;
    else if (path !== null && compilers.has(path)) continue;
    else context.refusals.add(rangeOf(decorator), `the decorator ${decorator.text}`);
  }
  if (node.children.some((child) => child?.type === "async")) context.refusals.add(rangeOf(node), "async");
  if (context.isInClass && /^__\w+__$/.test(name) && !knownDunders.has(name))
    context.refusals.add(
      rangeOf(field(node, "name")),
      `${name}${name === "__call__" ? " (name it forward, in an nn.Module)" : ""}`,
    );
  const inside = field(node, "body");
  if (yields(inside)) context.refusals.add(rangeOf(node), "a generator (yield)");
  const given = parametersOf(context, field(node, "parameters"));
  const hasSelf = role === "method" || role === "property";
  if (hasSelf && given.length === 0) context.refusals.add(rangeOf(field(node, "name")), "a method without self");
  const parameters = hasSelf ? given.slice(1) : given;
  const returns = annotationOf(node.childForFieldName("return_type"), context.names);
  const { inner, after } = header(context, node);
  const statements = parts(inside);
  const doc = docstring(statements) === null ? null : cleaned(parts(statements[0])[0]);
  const self = hasSelf ? (given[0]?.name ?? null) : context.self;
  const body = context.names.within("function", [...given.map((each) => each.name)], statements, () =>
    bodyOf({ ...context, self, isInClass: false, isPlainClass: false }, statements, doc !== null),
  );
  return {
    kind: "function",
    name,
    parameters,
    returns,
    doc,
    body: mode === null ? body : { statements: [inMode(body, mode, node)], end: [] },
    role,
    range: rangeOf(field(node, "name")),
    trivia: trivia([...before, ...inner], after),
  };
}

const emptyCall = { kind: "call", args: [], keywords: [] } as const;

/** A body without its docstring. */
function bodyOf(context: StatementContext, statements: readonly SyntaxNode[], hasDoc: boolean): Block {
  if (hasDoc) context.trivia.skipTo(statements[0].endIndex);
  return context.block(context, hasDoc ? statements.slice(1) : statements);
}

function inMode(body: Block, isOn: boolean, node: SyntaxNode): Statement {
  return { kind: "gradMode", isOn, body, range: rangeOf(node), trivia: noTrivia };
}

export function classOf(context: StatementContext, node: SyntaxNode, before: (string | null)[]): ClassDefinition {
  const superclasses = node.childForFieldName("superclasses");
  const bases = (superclasses === null ? [] : parts(superclasses)).flatMap((part) => {
    if (part.type === "keyword_argument") {
      context.refusals.add(rangeOf(part), part.text);
      return [];
    }
    const read = expression(context, part);
    return read.kind === "known" && read.path === "object" ? [] : [read];
  });
  if (bases.length > 1 && superclasses !== null)
    context.refusals.add(rangeOf(superclasses), "a class with several bases");
  const inside = field(node, "body");
  const { inner, after } = header(context, node);
  const statements = parts(inside);
  const doc = docstring(statements) === null ? null : cleaned(parts(statements[0])[0]);
  const body = context.names.within("class", [], statements, () =>
    bodyOf({ ...context, isInClass: true, isPlainClass: bases.length === 0 }, statements, doc !== null),
  );
  return {
    kind: "class",
    name: field(node, "name").text,
    base: bases[0] ?? null,
    doc,
    body,
    range: rangeOf(field(node, "name")),
    trivia: trivia([...before, ...inner], after),
  };
}
