/** @file A source's logical lines: each a statement, or the header of a block, however many lines of text it takes. */
import type { Token } from "./tokens.ts";

export interface LogicalLine {
  /** Where its first line of text begins. */
  readonly start: number;
  /** Where its first token begins. */
  readonly first: number;
  /** Where its last token ends. */
  readonly end: number;
  /** Where the comment or the end of the line comes after that: CPython says there that a colon is missing. */
  readonly newline: number;
  readonly indent: string;
  /** Without the newline that ends it. */
  readonly tokens: readonly Token[];
}

function behindSpaces(source: string, at: number): number {
  let end = at;
  while (" \t\f".includes(source[end] ?? "\n")) end++;
  return end;
}

/** Blank lines and those of comments alone are none. */
export function logicalLines(source: string, tokens: readonly Token[]): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let own: Token[] = [];
  const close = () => {
    const [first, last] = [own[0], own[own.length - 1]];
    if (first === undefined || last === undefined) return;
    const start = Math.max(...["\n", "\r"].map((end) => source.lastIndexOf(end, first.start - 1))) + 1;
    lines.push({
      start,
      first: first.start,
      end: last.end,
      newline: behindSpaces(source, last.end),
      indent: source.slice(start, first.start),
      tokens: own,
    });
    own = [];
  };
  for (const token of tokens) {
    if (token.kind === "newline") close();
    else own.push(token);
  }
  close();
  return lines;
}

/** The tokens of a line outside all brackets. */
export const outermost = ({ tokens }: LogicalLine): readonly Token[] => tokens.filter(({ depth }) => depth === 0);

const headers = new Set("async class def elif else except finally for if try while with".split(" "));

/** Begins with a word that begins a block. */
export const isHeader = ({ tokens: [first] }: LogicalLine): boolean =>
  headers.has(first.text) && first.kind === "keyword";

/** Where the colon stands that ends a header: not one of a lambda, a slice or an annotation. */
export function headerColon(line: LogicalLine): Token | null {
  let lambdas = 0;
  for (const token of outermost(line)) {
    if (token.text === "lambda" && token.kind === "keyword") lambdas++;
    else if (token.text === ":" && lambdas > 0) lambdas--;
    else if (token.text === ":") return token;
  }
  return null;
}
