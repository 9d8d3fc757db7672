/** @file What the readers of TypeScript share. */
import type ts from "typescript-api";
import type { Range } from "../../../engine/language/program.ts";
import type { Refusals } from "../../../engine/language/translate/refusals.ts";
import type { Block, Expression, Statement } from "../../../engine/language/translate/tree.ts";
import type { TriviaReader } from "../../../engine/language/translate/trivia.ts";
import type { Ts } from "../compiler/types.ts";
import { type Kind, kindOf } from "./kinds.ts";
import type { Names } from "./names.ts";

/** The two readers, for the parts of them that read what is inside. */
interface Readers {
  expression(context: ReadContext, node: ts.Expression): Expression;
  statements(context: ReadContext, nodes: readonly ts.Statement[]): Statement[];
}

export interface ReadContext {
  readonly read: Readers;
  readonly ts: Ts;
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly refusals: Refusals;
  readonly trivia: TriviaReader;
  readonly names: Names;
  /** Within a method: `this` is its object. */
  readonly hasSelf: boolean;
  /** In a loop's body: functions made here would see the loop's variables otherwise than in Python. */
  readonly isInLoop: boolean;
}

export const rangeIn = ({ file }: ReadContext, node: ts.Node): Range => ({
  start: node.getStart(file),
  end: node.getEnd(),
});

export const expression = (context: ReadContext, node: ts.Expression): Expression =>
  context.read.expression(context, node);

export const kindAt = (context: ReadContext, node: ts.Node): Kind =>
  kindOf(context.ts, context.checker, context.checker.getTypeAtLocation(node));

export function refuse(context: ReadContext, node: ts.Node, message: string): Expression {
  return context.refusals.expression(rangeIn(context, node), message);
}

/** The statements of a block whose opening brace has been read. */
export function block(context: ReadContext, node: ts.Statement | ts.Block): Block {
  const { ts: tsApi, trivia } = context;
  if (!tsApi.isBlock(node)) return { statements: context.read.statements(context, [node]), end: [] };
  trivia.skipTo(node.getStart(context.file) + 1);
  const statements = context.read.statements(context, node.statements);
  const end = trivia.before(node.getEnd() - 1).filter((line) => line !== null);
  trivia.skipTo(node.getEnd());
  return { statements, end };
}

/** A call of something that Python brings. */
export function known(range: Range, path: string, args: readonly Expression[]): Expression {
  return { kind: "call", callee: { kind: "known", path, range }, args, keywords: [], range };
}

/** Brackets and casts mean nothing to Python. */
export function bare(tsApi: Ts, node: ts.Expression): ts.Expression {
  if (
    tsApi.isParenthesizedExpression(node) ||
    tsApi.isNonNullExpression(node) ||
    tsApi.isAsExpression(node) ||
    tsApi.isSatisfiesExpression(node)
  )
    return bare(tsApi, node.expression);
  return node;
}
