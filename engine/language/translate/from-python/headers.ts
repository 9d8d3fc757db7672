/** @file What statements and definitions are read with. */
import type { Token } from "../../python/parser/tokenizer.ts";
import type * as python from "../../python/parser/tree.ts";
import type { Block, Expression } from "../tree.ts";
import type { TriviaReader } from "../trivia.ts";
import type { ReadContext } from "./expressions.ts";

export interface StatementContext extends ReadContext {
  readonly tokens: readonly Token[];
  readonly trivia: TriviaReader;
  readonly isInClass: boolean;
  /** A class without a base: no module. */
  readonly isPlainClass: boolean;
  /** Reads the statements of a block. */
  readonly block: (context: StatementContext, nodes: readonly python.Statement[]) => Block;
}

const layout: ReadonlySet<Token["kind"]> = new Set(["newline", "indent"]);

/** Where the token stands in front of a block: its header's colon. */
function colonOf({ tokens }: StatementContext, [first]: readonly python.Statement[]): number {
  const start = "begin" in first ? first.begin : first.start;
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].start < start || (tokens[middle].start === start && layout.has(tokens[middle].kind)))
      low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (layout.has(tokens[at].kind)) at--;
  return at;
}

/** Of `else:` and `finally:`, where the word begins. */
export const wordBefore = (context: StatementContext, body: readonly python.Statement[]): number =>
  context.tokens[colonOf(context, body) - 1].start;

/** The comment behind the colon of a block's header. */
export function header(
  context: StatementContext,
  body: readonly python.Statement[],
): { inner: (string | null)[]; after: string | null } {
  const inner = context.trivia.within(context.tokens[colonOf(context, body)].end);
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
