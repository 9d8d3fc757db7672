/** @file Functions and classes of a Python source. */
import type { Range } from "../../program.ts";
import { docstring } from "../../python/functions.ts";
import type * as python from "../../python/parser/tree.ts";
import { yields } from "../../python/scopes.ts";
import { rangeOf } from "../refusals.ts";
import type { Block, ClassDefinition, FunctionDefinition, Statement } from "../tree.ts";
import { noTrivia } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { annotationOf } from "./annotations.ts";
import { expression } from "./expressions.ts";
import { gradMode, header, type StatementContext } from "./headers.ts";
import { parametersOf } from "./parameters.ts";
import { cleaned } from "./text.ts";

/** Methods with underscores that mean something in both languages. */
const knownDunders: ReadonlySet<string> = new Set(["__init__"]);

/** They change how fast a function runs, not what it gives. */
const compilers: ReadonlySet<string> = new Set(["torch.jit.script", "torch.jit.export", "torch.compile"]);

export function functionOf(
  context: StatementContext,
  node: python.FunctionDef,
  before: (string | null)[],
): FunctionDefinition {
  const written = node.name;
  // An object that is called is one with forward: a class of the source's own has no other.
  const name = written === "__call__" && context.isPlainClass ? "forward" : written;
  let role: FunctionDefinition["role"] = context.isInClass ? "method" : "function";
  let mode: boolean | null = null;
  for (const decorator of node.decorator_list) {
    const called = expression(context, decorator);
    const path = called.kind === "known" ? called.path : null;
    const asMode = gradMode(called.kind === "known" ? { ...emptyCall, callee: called, range: called.range } : called);
    if (path === "staticmethod" && context.isInClass) role = "static";
    else if (path === "property" && context.isInClass) role = "property";
    else if (asMode !== null) mode = asMode;
    else if (path !== null && compilers.has(path)) continue;
    else {
      const { range, text } = decoratorOf(context, decorator);
      context.refusals.add(range, `the decorator ${text}`);
    }
  }
  if (node.kind === "AsyncFunctionDef") context.refusals.add(rangeOf(node), "async");
  if (context.isInClass && /^__\w+__$/.test(name) && !knownDunders.has(name))
    context.refusals.add(
      rangeOf(node.at),
      `${name}${name === "__call__" ? " (name it forward, in an nn.Module)" : ""}`,
    );
  const statements = node.body;
  if (statements.some(yields)) context.refusals.add(rangeOf(node), "a generator (yield)");
  const given = parametersOf(context, node.args, (part) => expression(context, part));
  const hasSelf = role === "method" || role === "property";
  if (hasSelf && given.length === 0) context.refusals.add(rangeOf(node.at), "a method without self");
  const parameters = hasSelf ? given.slice(1) : given;
  const returns = annotationOf(node.returns, context.names);
  const { inner, after } = header(context, statements);
  const doc = docOf(statements);
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
    range: rangeOf(node.at),
    trivia: trivia([...before, ...inner], after),
  };
}

/** With its `@`. */
export function decoratorOf(
  { source }: StatementContext,
  { start, end }: python.Expression,
): { range: Range; text: string } {
  return { range: { start: source.lastIndexOf("@", start), end }, text: `@${source.slice(start, end)}` };
}

function docOf(statements: readonly python.Statement[]): string | null {
  const doc = docstring(statements);
  return doc === null ? null : cleaned(doc);
}

const emptyCall = { kind: "call", args: [], keywords: [] } as const;

/** A body without its docstring. */
function bodyOf(context: StatementContext, statements: readonly python.Statement[], hasDoc: boolean): Block {
  if (hasDoc) context.trivia.skipTo(statements[0].end);
  return context.block(context, hasDoc ? statements.slice(1) : statements);
}

function inMode(body: Block, isOn: boolean, node: python.FunctionDef): Statement {
  return { kind: "gradMode", isOn, body, range: rangeOf(node), trivia: noTrivia };
}

export function classOf(context: StatementContext, node: python.ClassDef, before: (string | null)[]): ClassDefinition {
  for (const part of node.keywords) context.refusals.add(rangeOf(part), context.source.slice(part.start, part.end));
  const bases = node.bases.flatMap((part) => {
    const read = expression(context, part);
    return read.kind === "known" && read.path === "object" ? [] : [read];
  });
  if (bases.length > 1)
    context.refusals.add(
      { start: node.bases[0].start, end: node.bases[node.bases.length - 1].end },
      "a class with several bases",
    );
  const statements = node.body;
  const { inner, after } = header(context, statements);
  const doc = docOf(statements);
  const body = context.names.within("class", [], statements, () =>
    bodyOf({ ...context, isInClass: true, isPlainClass: bases.length === 0 }, statements, doc !== null),
  );
  return {
    kind: "class",
    name: node.name,
    base: bases[0] ?? null,
    doc,
    body,
    range: rangeOf(node.at),
    trivia: trivia([...before, ...inner], after),
  };
}
