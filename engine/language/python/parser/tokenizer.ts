/** @file A source as tokens, as CPython's tokenizer makes them: brackets are matched, indentation is measured, comments stand beside. */
import { Problem, type ProblemType } from "./problem.ts";
import { endOfNumber } from "./numbers.ts";
import type { Place } from "./tree.ts";

export type TokenKind =
  | "name"
  | "keyword"
  | "number"
  | "string"
  | "operator"
  | "newline"
  | "indent"
  | "dedent"
  | "end"
  /** The source can't be read on: `Tokens.problem` says why. */
  | "error";

export interface Token extends Place {
  readonly kind: TokenKind;
  /** A name as Python compares it (NFKC). */
  readonly text: string;
  /** How many brackets are open after it. */
  readonly depth: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Place[];
  /** Why they end in an error. */
  readonly problem: Problem | null;
  /** What CPython's tokenizer tells by itself, whatever its parser makes of what comes before. */
  readonly isLoud: boolean;
  /** The bracket that is open where the tokens end. */
  readonly open: Token | null;
  /** Where the text stands, if it is part of a source. */
  readonly offset: number;
}

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

const MOST_BRACKETS = 200;
const MOST_INDENTS = 100;

const blank = /[ \t\f]*/y;
const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const string = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:'''|"""|'|")/y;
const operator = /\*\*=?|\/\/=?|<<=?|>>=?|\.\.\.|->|:=|[=!<>+\-*/%&|^@]=|<>|[-+*/%@&|^~<>()[\]{},:.;=!?$`]/y;
const identifier = /^[\p{ID_Start}_\u2118\u212e\u309b\u309c][\p{ID_Continue}\u00b7\u0387\u1369-\u1371\u19da]*$/u;
const closes: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function matchAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

class Stop extends Error {
  constructor(
    readonly problem: Problem,
    readonly isLoud: boolean,
  ) {
    super();
  }
}

export function tokensOf(text: string, offset = 0): Tokens {
  const read = new Tokenizer(text).run();
  if (offset === 0) return read;
  const moved = <P extends Place>(place: P): P => ({ ...place, start: place.start + offset, end: place.end + offset });
  const { problem, open } = read;
  return {
    tokens: read.tokens.map(moved),
    comments: read.comments.map(moved),
    problem: problem === null ? null : new Problem(problem.type, problem.message, moved(problem.place)),
    isLoud: read.isLoud,
    open: open === null ? null : moved(open),
    offset,
  };
}

class Tokenizer {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  readonly #comments: Place[] = [];
  readonly #open: Token[] = [];
  readonly #indents = [0];
  /** The same with tabs as wide as a space: both have to agree. */
  readonly #narrow = [0];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    if (source.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  run(): Tokens {
    let problem: Problem | null = null;
    let isLoud = false;
    try {
      this.#all();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      problem = error.problem;
      isLoud = error.isLoud;
      this.#add("error", problem.place.start, problem.place.end, "");
    }
    return {
      tokens: this.#tokens,
      comments: this.#comments,
      problem,
      isLoud,
      open: this.#open.at(-1) ?? null,
      offset: 0,
    };
  }

  #add(kind: TokenKind, start: number, end: number, text: string): void {
    this.#tokens.push({ kind, start, end, text, depth: this.#open.length });
  }

  #stop(message: string, start: number, end = start + 1, type: ProblemType = "SyntaxError", isLoud = true): never {
    throw new Stop(new Problem(type, message, { start, end }), isLoud);
  }

  #all(): void {
    const source = this.#source;
    let isLineStart = true;
    for (;;) {
      if (isLineStart) {
        isLineStart = false;
        this.#indentation();
      }
      const start = matchAt(blank, source, this.#at);
      this.#at = start;
      const character = source.charAt(start);
      if (character === "") break;
      if (character === "#" || character === "\n" || character === "\r") {
        isLineStart = this.#endOfLine(start);
        continue;
      }
      if (character === "\\") {
        this.#continuation(start);
        continue;
      }
      this.#token(start, character);
    }
    this.#atEnd();
  }

  #atEnd(): void {
    const source = this.#source;
    // CPython adds the newline that a source lacks; what is said of the end is said of its last line.
    const last = source.length - (source.endsWith("\r\n") ? 2 : /[\r\n]$/.test(source) ? 1 : 0);
    if (this.#open.length > 0) {
      const open = this.#open[this.#open.length - 1];
      this.#stop(`'${open.text}' was never closed`, open.start, open.end, "SyntaxError", false);
    }
    const kind = this.#tokens.at(-1)?.kind;
    if (kind !== undefined && kind !== "newline" && kind !== "dedent")
      this.#add("newline", source.length, source.length, "");
    for (let depth = this.#indents.length; depth > 1; depth--) this.#add("dedent", last, last, "");
    this.#add("end", last, last, "");
  }

  /** Of a comment, too. True where a line of Python ends as well. */
  #endOfLine(start: number): boolean {
    const source = this.#source;
    let at = start;
    if (source.charAt(at) === "#") {
      while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
      this.#comments.push({ start, end: at });
    }
    if (at >= source.length) {
      this.#at = at;
      if (this.#open.length === 0 && this.#isInLine) this.#add("newline", start, start, "");
      return false;
    }
    this.#at = source.startsWith("\r\n", at) ? at + 2 : at + 1;
    if (this.#open.length > 0) return false;
    if (this.#isInLine) this.#add("newline", start, start, "");
    return true;
  }

  get #isInLine(): boolean {
    const kind = this.#tokens.at(-1)?.kind;
    return kind !== undefined && kind !== "newline" && kind !== "indent" && kind !== "dedent";
  }

  #continuation(start: number): void {
    const source = this.#source;
    const next = source.startsWith("\r\n", start + 1) ? start + 3 : start + 2;
    if (!/[\r\n]/.test(source.charAt(start + 1))) {
      if (start + 1 < source.length)
        this.#stop(
          "unexpected character after line continuation character",
          start + 1,
          start + 2,
          "SyntaxError",
          false,
        );
      this.#eof(start);
    }
    if (next >= source.length) this.#eof(start);
    this.#at = next;
  }

  #eof(start: number): never {
    const open = this.#open.at(-1);
    if (open !== undefined) this.#stop(`'${open.text}' was never closed`, open.start, open.end, "SyntaxError", false);
    return this.#stop("unexpected EOF while parsing", start + 1, start + 2, "SyntaxError", false);
  }

  #indentation(): void {
    const source = this.#source;
    const lineStart = this.#at;
    let [width, narrow, at] = [0, 0, this.#at];
    let continued: readonly [number, number] | null = null;
    for (; ; at++) {
      const code = source.charCodeAt(at);
      if (code === 32) [width, narrow] = [width + 1, narrow + 1];
      else if (code === 9) [width, narrow] = [(Math.floor(width / 8) + 1) * 8, narrow + 1];
      else if (code === 12) [width, narrow] = [0, 0];
      else if (code === 92) {
        // The indentation is that of the first line.
        continued ??= [width, narrow];
        this.#continuation(at);
        at = this.#at - 1;
      } else break;
    }
    this.#at = at;
    if (at >= source.length || /[#\r\n]/.test(source.charAt(at))) return;
    if (continued !== null) [width, narrow] = continued;
    this.#indent(width, narrow, lineStart, at);
  }

  #indent(width: number, narrow: number, lineStart: number, at: number): void {
    const [indents, narrows] = [this.#indents, this.#narrow];
    const lineEnd = endOfLine(this.#source, at);
    const mixed = () =>
      this.#stop("inconsistent use of tabs and spaces in indentation", lineStart, lineEnd, "TabError", false);
    const top = indents.length - 1;
    if (width === indents[top]) {
      if (narrow !== narrows[top]) mixed();
    } else if (width > indents[top]) {
      if (indents.length >= MOST_INDENTS)
        this.#stop("too many levels of indentation", lineStart, lineEnd, "IndentationError", false);
      if (narrow <= narrows[top]) mixed();
      indents.push(width);
      narrows.push(narrow);
      this.#add("indent", at - 1, lineEnd, "");
    } else {
      const level = indents.indexOf(width);
      if (level < 0)
        this.#stop("unindent does not match any outer indentation level", lineEnd, lineEnd, "IndentationError", false);
      if (narrow !== narrows[level]) mixed();
      const place = width === 0 ? at : at - 1;
      for (let depth = indents.length - 1; depth > level; depth--) this.#add("dedent", place, at, "");
      indents.length = level + 1;
      narrows.length = level + 1;
    }
  }

  #token(start: number, character: string): void {
    const source = this.#source;
    const opening = matchAt(string, source, start);
    if (opening > start) {
      this.#string(start, opening);
      return;
    }
    const name = matchAt(word, source, start);
    if (name > start) {
      this.#at = name;
      this.#add(...this.#named(start, source.slice(start, name)));
      return;
    }
    const isNumber = /[0-9]/.test(character) || (character === "." && /[0-9]/.test(source.charAt(start + 1)));
    if (isNumber) {
      const end = endOfNumber(source, start);
      if (typeof end !== "number") this.#stop(end.message, end.at, end.end);
      this.#at = end;
      this.#add("number", start, end, source.slice(start, end));
      return;
    }
    this.#operator(start, character);
  }

  #named(start: number, text: string): [TokenKind, number, number, string] {
    const end = start + text.length;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII.
    if (/^[\x00-\x7f]*$/.test(text)) return [keywords.has(text) ? "keyword" : "name", start, end, text];
    const normal = text.normalize("NFKC");
    if (!identifier.test(normal) || !identifier.test(text)) this.#invalidCharacter(start, text);
    return ["name", start, end, normal];
  }

  /** The first character of a name that none may have. */
  #invalidCharacter(start: number, text: string): never {
    let at = start;
    let before = "";
    for (const character of text) {
      before += character;
      if (!identifier.test(before)) {
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const isPrintable =
          !/[\p{C}\p{Zl}\p{Zp}]/u.test(character) && (character === " " || !/\p{Zs}/u.test(character));
        this.#stop(
          isPrintable ? `invalid character '${character}' (U+${code})` : `invalid non-printable character U+${code}`,
          at,
          at + character.length,
        );
      }
      at += character.length;
    }
    return this.#stop("invalid character", start);
  }

  #string(start: number, opening: number): void {
    const source = this.#source;
    const isTriple = /'''|"""/.test(source.slice(start, opening));
    const quote = source.charAt(opening - 1);
    for (let at = opening; ; at++) {
      const character = source.charAt(at);
      if (character === "" || (!isTriple && (character === "\n" || character === "\r"))) {
        const last = isTriple || character === "" ? source.replace(/\r?\n$/, "").length : at;
        const lines = source.slice(0, last).split(/\r\n?|\n/).length;
        const what = isTriple ? "triple-quoted string" : "string";
        this.#stop(`unterminated ${what} literal (detected at line ${lines})`, start, start + 1);
      }
      if (character === "\\") {
        at += source.startsWith("\r\n", at + 1) ? 2 : 1;
        continue;
      }
      if (character !== quote || (isTriple && !source.startsWith(quote.repeat(3), at))) continue;
      this.#at = at + (isTriple ? 3 : 1);
      this.#add("string", start, this.#at, source.slice(start, this.#at));
      return;
    }
  }

  #operator(start: number, character: string): void {
    const end = matchAt(operator, this.#source, start);
    if (end === start) this.#invalidCharacter(start, character);
    const text = this.#source.slice(start, end);
    this.#at = end;
    if (text === "(" || text === "[" || text === "{") {
      if (this.#open.length >= MOST_BRACKETS) this.#stop("too many nested parentheses", start);
      this.#open.push({ kind: "operator", start, end, text, depth: 0 });
    } else if (text === ")" || text === "]" || text === "}") {
      const last = this.#open.pop();
      if (last === undefined) this.#stop(`unmatched '${text}'`, start);
      if (last.text !== closes[text]) {
        const line = lineOf(this.#source, last.start);
        const where = line === lineOf(this.#source, start) ? "" : ` on line ${line}`;
        this.#stop(`closing parenthesis '${text}' does not match opening parenthesis '${last.text}'${where}`, start);
      }
    }
    this.#add("operator", start, end, text);
  }
}

function endOfLine(source: string, from: number): number {
  const length = source.slice(from).search(/[\r\n]/);
  return length < 0 ? source.length : from + length;
}

/** From 1. */
export const lineOf = (source: string, at: number): number => source.slice(0, at).split(/\r\n?|\n/).length;
