/** @file Where a parser stands among its tokens. Rules give null where they don't match, and then stand where they began. */
import { Problem, type ProblemType } from "./problem.ts";
import type { Token, TokenKind, Tokens } from "./tokenizer.ts";
import type { Expression, Place } from "./tree.ts";

/** What a rule made of the tokens from one on, so that no alternative reads them anew. */
export class Memo<T> {
  readonly #known: ({ readonly node: T | null; readonly end: number } | undefined)[] = [];

  at(position: number): { readonly node: T | null; readonly end: number } | undefined {
    return this.#known[position];
  }

  keep(position: number, node: T | null, end: number): void {
    this.#known[position] = { node, end };
  }
}

export abstract class Cursor {
  protected position = 0;
  /** The last token that was looked at: CPython says that it is the invalid one. */
  furthest = 0;
  /** The parentheses round an expression, the outermost if there are several. */
  readonly parentheses = new Map<Expression, Place>();

  constructor(readonly lexed: Tokens) {}

  protected get token(): Token {
    if (this.position > this.furthest) this.furthest = this.position;
    const token = this.lexed.tokens[this.position];
    if (token.kind === "error" && this.lexed.problem !== null) throw this.lexed.problem;
    return token;
  }

  protected get before(): Token {
    return this.lexed.tokens[this.position - 1];
  }

  protected is(text: string): boolean {
    return this.token.text === text;
  }

  protected isKind(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  /** Whether the token after this one is `text`. */
  protected take(text: string): Token | null {
    const { token } = this;
    if (token.text !== text) return null;
    this.position++;
    return token;
  }

  protected takeKind(kind: TokenKind): Token | null {
    const { token } = this;
    if (token.kind !== kind) return null;
    this.position++;
    return token;
  }

  /** What a rule gives, or null with everything as it was. */
  protected attempt<T>(rule: () => T | null): T | null {
    const from = this.position;
    const found = rule();
    if (found === null) this.position = from;
    return found;
  }

  /** Whether a rule matches here; nothing is read. */
  protected ahead(rule: () => unknown): boolean {
    const from = this.position;
    const found = rule();
    this.position = from;
    return found !== null && found !== false;
  }

  protected remembered<T>(memo: Memo<T>, rule: () => T | null): T | null {
    const from = this.position;
    const known = memo.at(from);
    if (known !== undefined) {
      this.position = known.end;
      return known.node;
    }
    const found = rule();
    if (found === null) this.position = from;
    memo.keep(from, found, this.position);
    return found;
  }

  protected many<T>(rule: () => T | null): T[] {
    const found: T[] = [];
    for (let next = rule(); next !== null; next = rule()) found.push(next);
    return found;
  }

  /** One or more with commas between them; a comma at the end is left. */
  protected separated<T>(rule: () => T | null, separator = ","): T[] | null {
    const first = rule();
    if (first === null) return null;
    const found = [first];
    for (;;) {
      const from = this.position;
      const next = this.take(separator) === null ? null : rule();
      if (next === null) {
        this.position = from;
        return found;
      }
      found.push(next);
    }
  }

  protected placeFrom(start: number): Place {
    return { start, end: this.before.end };
  }

  protected refuse(message: string, place: Place, type: ProblemType = "SyntaxError"): never {
    throw new Problem(type, message, place);
  }

  /** Where nothing better is known: at the last token that was looked at. */
  protected refuseLast(message: string, type: ProblemType = "SyntaxError"): never {
    return this.refuse(message, this.lexed.tokens[this.furthest], type);
  }
}
