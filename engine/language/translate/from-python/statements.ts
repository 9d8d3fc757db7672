/** @file Python statements, from Python's tree to the tree both languages share. */
import { byName } from "../../../by-name.ts";
import type * as python from "../../python/parser/tree.ts";
import { rangeOf } from "../refusals.ts";
import type { Assign, Block, Branch, Expression, Statement } from "../tree.ts";
import { trivia } from "../trivia.ts";
import { annotationOf } from "./annotations.ts";
import { dataclassOf } from "./dataclasses.ts";
import { classOf, decoratorOf, functionOf } from "./definitions.ts";
import { enumOf } from "./enums.ts";
import { expression } from "./expressions.ts";
import { gradMode, header, type StatementContext, wordBefore } from "./headers.ts";
import { binaryOperators } from "./operators.ts";
import { cleaned } from "./text.ts";

/** The statements of a block, whose header has been read. */
export function block(context: StatementContext, nodes: readonly python.Statement[]): Block {
  const statements = nodes.flatMap((node) => statement(context, node));
  const first = nodes[0];
  const column =
    first === undefined
      ? Number.POSITIVE_INFINITY
      : first.start - (context.source.lastIndexOf("\n", first.start - 1) + 1);
  return { statements, end: context.trivia.endOfBlock(column) };
}

/** One statement of the source is one, none (an import) or several (what stands under if __name__ == "__main__"). */
export function statement(context: StatementContext, node: python.Statement): Statement[] {
  const before = context.trivia.before("begin" in node ? node.begin : node.start);
  const range = rangeOf(node);
  const read = (part: python.Expression) => expression(context, part);
  /** A statement of one logical line. */
  const simple = (make: () => Statement): Statement[] => {
    const made = make();
    const inner = context.trivia.within(node.end);
    return [{ ...made, trivia: trivia([...before, ...inner], context.trivia.after()) }];
  };
  const base = { range, trivia: trivia(before, null) };
  switch (node.kind) {
    case "Expr":
      return simple(() => expressionStatement(context, node.value, base));
    case "Assign":
      return simple(() => ({
        ...base,
        kind: "assign",
        targets: node.targets.map(read),
        annotation: null,
        value: read(node.value),
      }));
    case "AnnAssign":
      return simple(() => annotated(context, node, base));
    case "AugAssign":
      return simple(() => ({
        ...base,
        kind: "augmented",
        target: read(node.target),
        operator: binaryOperators[node.op],
        value: read(node.value),
      }));
    case "Return":
      return simple(() => ({ ...base, kind: "return", value: node.value === null ? null : read(node.value) }));
    case "Break":
      return simple(() => ({ ...base, kind: "break" }));
    case "Continue":
      return simple(() => ({ ...base, kind: "continue" }));
    case "Pass":
      return simple(() => ({ ...base, kind: "pass" }));
    case "Import":
    case "ImportFrom":
      return simple(() => ({ ...base, kind: "remark" })).filter(
        (made) => made.trivia.after !== null || made.trivia.before.some((line) => line !== null),
      );
    case "Assert":
      return simple(() => ({
        ...base,
        kind: "assert",
        test: read(node.test),
        message: node.msg === null ? null : read(node.msg),
      }));
    case "Raise":
      return simple(() => raised(context, node, base));
    case "Global":
    case "Nonlocal":
      return simple(() => ({
        ...base,
        kind: "outer",
        scope: node.kind === "Global" ? "global" : "nonlocal",
        names: node.names,
      }));
    case "If":
      return conditional(context, node, before);
    case "For":
    case "While":
      return [loop(context, node, before)];
    case "With":
      return [withStatement(context, node, before)];
    case "Try":
    case "TryStar":
      return [tryStatement(context, node, before)];
    case "FunctionDef":
    case "AsyncFunctionDef":
      return [functionOf(context, node, before)];
    case "ClassDef":
      return [definedClass(context, node, before)];
    default:
      context.refusals.add(range, words[node.kind] ?? node.kind);
      context.trivia.within(node.end);
      return [];
  }
}

const words: Readonly<Record<string, string>> = byName({
  Delete: "del",
  Match: "match",
  AsyncFor: "async",
  AsyncWith: "async",
});

function definedClass(context: StatementContext, node: python.ClassDef, before: (string | null)[]): Statement {
  const decorators = node.decorator_list;
  if (decorators.length === 0) return enumOf(context, node, before) ?? classOf(context, node, before);
  const others = decorators.filter((decorator) => !isDataclass(context, decorator));
  for (const decorator of others) {
    const { range, text } = decoratorOf(context, decorator);
    context.refusals.add(range, text);
  }
  const read = classOf(context, node, before);
  return others.length < decorators.length ? dataclassOf(context, node.body, read) : read;
}

/** @dataclass, whatever it is asked for: order, hashing and freezing are nothing a loss needs. */
function isDataclass(context: StatementContext, decorator: python.Expression): boolean {
  const read = expression(context, decorator);
  const named = read.kind === "call" ? read.callee : read;
  return named.kind === "known" && named.path === "dataclasses.dataclass";
}

type Bare = { readonly range: Statement["range"]; readonly trivia: Statement["trivia"] };

function expressionStatement(context: StatementContext, node: python.Expression, base: Bare): Statement {
  if (node.kind === "Constant" && node.value.type === "str") {
    const remark = cleaned(node.value.value).split("\n");
    return { ...base, kind: "remark", trivia: trivia([...base.trivia.before, ...remark], null) };
  }
  return registered(expression(context, node), base);
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

function annotated(context: StatementContext, node: python.AnnAssign, base: Bare): Statement {
  const target = expression(context, node.target);
  // `x: float` alone declares, and does nothing.
  if (node.value === null) return { ...base, kind: "remark" };
  const annotation = annotationOf(node.annotation, context.names);
  const made: Assign = {
    ...base,
    kind: "assign",
    targets: [target],
    annotation,
    value: expression(context, node.value),
  };
  return made;
}

function raised(context: StatementContext, { exc, cause }: python.Raise, base: Bare): Statement {
  if (cause !== null) context.refusals.add(rangeOf(cause), "raise … from …");
  if (exc === null) {
    context.refusals.add(base.range, "raise without an error");
    return { ...base, kind: "pass" };
  }
  const named = exc.kind === "Call" ? exc.func : exc;
  const type = context.source.slice(named.start, named.end);
  if (!/^\w*(Error|Exception)$/.test(type)) context.refusals.add(rangeOf(exc), `raise ${type}`);
  const [first] = exc.kind === "Call" ? exc.args : [];
  return { ...base, kind: "raise", type, message: first === undefined ? null : expression(context, first) };
}

function conditional(context: StatementContext, node: python.If, before: (string | null)[]): Statement[] {
  if (isMain(node)) {
    // What follows belongs to the file: a file of TypeScript has no name to ask for.
    header(context, node.body);
    const body = block(context, node.body);
    const range = rangeOf(node.test);
    const written = context.source.slice(range.start, range.end);
    const remark: Statement = { kind: "remark", range, trivia: trivia([...before, written], null) };
    const ended: Statement[] = body.end.length === 0 ? [] : [{ kind: "remark", range, trivia: trivia(body.end, null) }];
    return [remark, ...body.statements, ...ended];
  }
  const branches: Branch[] = [];
  const add = (body: readonly python.Statement[], condition: python.Expression | null, lead: (string | null)[]) => {
    const read = condition === null ? null : expression(context, condition);
    const { inner, after } = header(context, body);
    branches.push({ before: [...lead, ...inner], test: read, after, body: block(context, body) });
  };
  const lead = (start: number) => context.trivia.before(start).filter((line) => line !== null);
  add(node.body, node.test, []);
  for (let { orelse } = node; orelse.length > 0; ) {
    const [first] = orelse;
    if (first.kind === "If" && context.source.startsWith("elif", first.start)) {
      add(first.body, first.test, lead(first.start));
      orelse = first.orelse;
    } else {
      add(orelse, null, lead(wordBefore(context, orelse)));
      break;
    }
  }
  return [{ kind: "if", branches, range: rangeOf(node), trivia: trivia(before, null) }];
}

function isMain({ test, orelse }: python.If): boolean {
  if (test.kind !== "Compare" || test.ops.length !== 1 || test.ops[0] !== "Eq" || orelse.length > 0) return false;
  const [right] = test.comparators;
  return (
    test.left.kind === "Name" &&
    test.left.id === "__name__" &&
    right.kind === "Constant" &&
    right.value.type === "str" &&
    right.value.value === "__main__"
  );
}

function loop(context: StatementContext, node: python.For | python.While, before: (string | null)[]): Statement {
  const isFor = node.kind !== "While";
  const heads = (node.kind === "While" ? [node.test] : [node.target, node.iter]).map((part) =>
    expression(context, part),
  );
  const { inner, after } = header(context, node.body);
  const body = block(context, node.body);
  if (node.orelse.length > 0)
    context.refusals.add(clauseOf(context, node.orelse), `else of a ${isFor ? "for" : "while"} loop`);
  const base = { range: rangeOf(node), trivia: trivia([...before, ...inner], after), body };
  return isFor
    ? { ...base, kind: "for", target: heads[0], iterable: heads[1] }
    : { ...base, kind: "while", test: heads[0] };
}

/** `else:` or `finally:`, with its block. */
const clauseOf = (context: StatementContext, body: readonly python.Statement[]) => ({
  start: wordBefore(context, body),
  end: body[body.length - 1].end,
});

function withStatement(context: StatementContext, node: python.With, before: (string | null)[]): Statement {
  const { items } = node;
  const read = items.map((item) => expression(context, item.context_expr));
  const mode = items.length === 1 && items[0].optional_vars === null ? gradMode(read[0]) : null;
  if (mode === null)
    context.refusals.add(
      { start: items[0].start, end: items[items.length - 1].end },
      "with, other than torch.no_grad() and torch.enable_grad()",
    );
  const { inner, after } = header(context, node.body);
  return {
    kind: "gradMode",
    isOn: mode === true,
    body: block(context, node.body),
    range: rangeOf(node),
    trivia: trivia([...before, ...inner], after),
  };
}

/** What JavaScript's catch can stand for. */
const anyError: ReadonlySet<string> = new Set(["Exception", "BaseException", "RuntimeError"]);

function tryStatement(context: StatementContext, node: python.Try, before: (string | null)[]): Statement {
  const { inner, after } = header(context, node.body);
  const body = block(context, node.body);
  const [first, second] = node.handlers;
  const several = node.kind === "TryStar" ? first : second;
  if (several !== undefined) context.refusals.add(rangeOf(several), "several kinds of except");
  let handler: Block | null = null;
  if (first !== undefined) {
    const kind = first.type === null ? "Exception" : context.source.slice(first.type.start, first.type.end);
    if (!anyError.has(kind))
      context.refusals.add(rangeOf(first.type ?? first), `except ${kind} (JavaScript's catch takes every error)`);
    header(context, first.body);
    handler = block(context, first.body);
  }
  if (node.orelse.length > 0) context.refusals.add(clauseOf(context, node.orelse), "else of try");
  if (node.finalbody.length > 0) header(context, node.finalbody);
  return {
    kind: "try",
    body,
    name: first?.name ?? null,
    handler,
    last: node.finalbody.length === 0 ? null : block(context, node.finalbody),
    range: rangeOf(node),
    trivia: trivia([...before, ...inner], after),
  };
}
