/** @file A Python source as a tree, or what CPython 3.11 says is wrong with it. */
import { StatementMistakes } from "./mistakes/statement-mistakes.ts";
import { checkPlacement } from "./placement.ts";
import { Problem } from "./problem.ts";
import { Statements } from "./statements.ts";
import { checkSymbols } from "./symbols.ts";
import { lineOf, type Token, type Tokens, tokensOf } from "./tokenizer.ts";
import type { Expression, Module, Place } from "./tree.ts";

export interface Parsed {
  readonly source: string;
  readonly module: Module;
  /** Of each expression in parentheses, the outermost round it. */
  readonly parentheses: ReadonlyMap<Expression, Place>;
  readonly comments: readonly Place[];
  readonly tokens: readonly Token[];
  /** Of the expressions in f-strings, by where each begins: each is a source of its own. */
  readonly embeddedTokens: ReadonlyMap<number, readonly Token[]>;
  /** Strings with characters by their names, which are not known here. */
  readonly named: readonly Place[];
}

class Parser extends Statements {
  protected embedded(text: string, start: number): Expression {
    return embedded(text, start, this);
  }
}

/** Reads what could not be read, for what is wrong with it. */
class MistakenParser extends StatementMistakes {
  constructor(
    lexed: Tokens,
    protected readonly source: string,
    /** What was looked at the first time. */
    furthest: number,
  ) {
    super(lexed);
    this.furthest = furthest;
  }

  protected embedded(text: string, start: number): Expression {
    return embedded(text, start, this);
  }
}

interface Found {
  readonly parentheses: Map<Expression, Place>;
  readonly named: Place[];
  readonly embeddedTokens: Map<number, readonly Token[]>;
}

/** The expression in an f-string's braces: a source of its own, in parentheses, so that it may begin with spaces. */
function embedded(text: string, start: number, into: Found): Expression {
  const source = `(${text})`;
  const lexed = tokensOf(source, start - 1);
  try {
    const found = read(lexed, source, into, (parser) => parser.wholeExpression());
    // Without the parentheses that are not there.
    const own = lexed.tokens.filter((token) => token.start >= start && token.end <= start + text.length);
    into.embeddedTokens.set(start, own);
    return found;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error === lexed.problem) throw new Problem(error.type, error.message, error.place, start - 1);
    throw new Problem(error.type, `f-string: ${error.message}`, error.place, start - 1);
  }
}

function read<T>(lexed: Tokens, source: string, into: Found, rule: (parser: Statements) => T | null): T {
  const first = new Parser(lexed);
  try {
    const found = rule(first);
    if (found !== null) {
      for (const [node, place] of first.parentheses) into.parentheses.set(node, place);
      into.named.push(...first.named);
      for (const [start, tokens] of first.embeddedTokens) into.embeddedTokens.set(start, tokens);
      return found;
    }
  } catch (error) {
    throw louder(error, first.furthest, lexed, source);
  }
  const second = new MistakenParser(lexed, source, first.furthest);
  try {
    rule(second);
  } catch (error) {
    throw louder(error, second.furthest, lexed, source);
  }
  const last = lexed.tokens[first.furthest];
  if (last.kind === "indent" || last.kind === "dedent")
    throw new Problem(
      "IndentationError",
      last.kind === "indent" ? "unexpected indent" : "unexpected unindent",
      lexed.tokens[second.furthest],
    );
  // The end has no column of its own.
  const place =
    last.kind === "end"
      ? { start: source.lastIndexOf("\n", last.start - lexed.offset - 1) + 1 + lexed.offset, end: last.end }
      : last;
  throw louder(new Problem("SyntaxError", "invalid syntax", place), second.furthest, lexed, source);
}

/** What the tokens after a mistake are wrong in goes before it: a string that does not end, a bracket that is not closed. */
function louder(error: unknown, furthest: number, lexed: Tokens, source: string): unknown {
  const { problem, isLoud, open, tokens, offset } = lexed;
  if (!(error instanceof Problem) || error === problem || problem === null) return error;
  if (isLoud) return problem;
  const lineAt = (at: number) => lineOf(source, at - offset);
  const isBefore = open !== null && lineAt(tokens[furthest].start) > lineAt(open.start);
  return isBefore ? new Problem("SyntaxError", `'${open.text}' was never closed`, open) : error;
}

/** Throws the first `Problem` that CPython would report. */
export function parsed(source: string): Parsed {
  const lexed = tokensOf(source);
  const found = { parentheses: new Map<Expression, Place>(), named: [], embeddedTokens: new Map() };
  const module = read(lexed, source, found, (parser) => parser.module());
  checkSymbols(module);
  checkPlacement(module);
  return { source, module, comments: lexed.comments, tokens: lexed.tokens, ...found };
}
