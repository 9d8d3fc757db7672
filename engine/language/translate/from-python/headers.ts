/** @file What statements and definitions are read with. */
import type { SyntaxNode } from "../../python/syntax.ts";
import type { Block, Expression } from "../tree.ts";
import type { TriviaReader } from "../trivia.ts";
import type { ReadContext } from "./expressions.ts";

export interface StatementContext extends ReadContext {
  readonly trivia: TriviaReader;
  readonly isInClass: boolean;
  /** A class without a base: no module. */
  readonly isPlainClass: boolean;
  /** Reads the statements of a block. */
  readonly block: (context: StatementContext, nodes: readonly SyntaxNode[]) => Block;
}

/** The comment behind a header's colon. */
export function header(
  context: StatementContext,
  node: SyntaxNode,
): { inner: (string | null)[]; after: string | null } {
  const colon = node.children.findLast((child) => child?.type === ":") ?? node;
  const inner = context.trivia.within(colon.endIndex);
  return { inner, after: context.trivia.after() };
}

export function gradMode(value: Expression | undefined): boolean | null {
  if (value?.kind !== "call" || value.callee.kind !== "known" || value.keywords.length > 0) return null;
  const { path } = value.callee;
  if (path === "torch.set_grad_enabled" && value.args[0]?.kind === "constant") return value.args[0].value === true;
  if (value.args.length > 0) return null;
  if (path === "torch.no_grad" || path === "torch.inference_mode") return false;
  return path === "torch.enable_grad" ? true : null;
}
