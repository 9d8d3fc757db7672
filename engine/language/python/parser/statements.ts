/** @file Statements that have blocks, and the whole of a source. */
import { Memo } from "./cursor.ts";
import type { GivenArguments } from "./given-arguments.ts";
import { SimpleStatements } from "./simple-statements.ts";
import type { TokenKind } from "./tokenizer.ts";
import type { ExceptHandler, Expression, MatchCase, Module, Statement, WithItem } from "./tree.ts";

const layout: ReadonlySet<TokenKind> = new Set(["newline", "indent", "dedent", "end"]);

type Block = readonly Statement[];

export abstract class Statements extends SimpleStatements {
  readonly #blocks = new Memo<Block>();

  protected mistakenBlock(): void {}
  protected mistakenClass(): void {}
  protected mistakenDef(): void {}
  protected mistakenHeader(_word: "if" | "elif" | "while"): void {}
  protected mistakenElse(): void {}
  protected mistakenFor(): void {}
  protected mistakenWithIndent(): void {}
  protected mistakenWith(): void {}
  protected mistakenWithItem(): void {}
  protected mistakenTry(): void {}
  protected mistakenExceptIndent(_isStar: boolean): void {}
  protected mistakenExcept(): void {}
  protected mistakenFinally(): void {}
  protected mistakenMatch(): void {}
  protected mistakenCase(): void {}

  /** null where the source is no Python. */
  module(): Module | null {
    const body = this.statements() ?? [];
    const last = this.token;
    if (last.kind !== "end") return null;
    return { kind: "Module", start: 0, end: last.end, body };
  }

  protected statements(): Statement[] | null {
    const found: Statement[] = [];
    for (;;) {
      const compound = this.#compound();
      if (compound !== null) {
        found.push(compound);
        continue;
      }
      const simple = this.simpleStatements();
      if (simple === null) return found.length === 0 ? null : found;
      found.push(...simple);
    }
  }

  /** Where the last token ends that is not only the layout's. */
  protected get endOfText(): number {
    let at = this.position - 1;
    while (layout.has(this.lexed.tokens[at].kind)) at--;
    return this.lexed.tokens[at].end;
  }

  /** A word and what must come with it: `&&':'`. */
  protected demanded(text: string): true {
    if (this.take(text) === null) this.refuse(`expected '${text}'`, this.token);
    return true;
  }

  protected block(): Block | null {
    return this.remembered(this.#blocks, () => {
      const found = this.#indented() ?? this.simpleStatements();
      if (found === null) this.mistakenBlock();
      return found;
    });
  }

  #indented(): Block | null {
    return this.attempt(() => {
      if (this.takeKind("newline") === null || this.takeKind("indent") === null) return null;
      const found = this.statements();
      return found === null || this.takeKind("dedent") === null ? null : found;
    });
  }

  #compound(): Statement | null {
    const { text, kind } = this.token;
    if (kind === "name") return text === "match" ? this.#match() : null;
    switch (text) {
      case "def":
        return this.#def([], this.token.start);
      case "@":
        return this.#decorated();
      case "async":
        return this.#def([], this.token.start) ?? this.#with() ?? this.#for();
      case "if":
        return this.#if("if");
      case "class":
        return this.#class([], this.token.start);
      case "with":
        return this.#with();
      case "for":
        return this.#for();
      case "try":
        return this.#try();
      case "while":
        return this.#while();
      default:
        return null;
    }
  }

  #decorated(): Statement | null {
    const begin = this.token.start;
    return this.attempt(() => {
      const decorators = this.many(() =>
        this.attempt(() => {
          const found = this.take("@") === null ? null : this.namedExpression();
          return found === null || this.takeKind("newline") === null ? null : found;
        }),
      );
      return decorators.length === 0 ? null : (this.#def(decorators, begin) ?? this.#class(decorators, begin));
    });
  }

  #def(decorators: readonly Expression[], begin: number): Statement | null {
    this.mistakenDef();
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      const isAsync = this.take("async") !== null;
      if (this.take("def") === null) return null;
      const name = this.takeKind("name");
      if (name === null) return null;
      this.demanded("(");
      const args = this.parameters() ?? this.noParameters();
      if (this.take(")") === null) return null;
      const returns = this.attempt(() => (this.take("->") === null ? null : this.expression()));
      this.demanded(":");
      const body = this.block();
      if (body === null) return null;
      return {
        kind: isAsync ? "AsyncFunctionDef" : "FunctionDef",
        start,
        end: this.endOfText,
        name: name.text,
        args,
        body,
        decorator_list: decorators,
        returns,
        at: { start: name.start, end: name.end },
        begin,
      };
    });
  }

  #class(decorators: readonly Expression[], begin: number): Statement | null {
    this.mistakenClass();
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      if (this.take("class") === null) return null;
      const name = this.takeKind("name");
      if (name === null) return null;
      const given = this.classArguments();
      const body = this.take(":") === null ? null : this.block();
      if (body === null) return null;
      return {
        kind: "ClassDef",
        start,
        end: this.endOfText,
        name: name.text,
        bases: given?.args ?? [],
        keywords: given?.keywords ?? [],
        body,
        decorator_list: decorators,
        at: { start: name.start, end: name.end },
        begin,
      };
    });
  }

  protected classArguments(): GivenArguments | null {
    return this.attempt(() => {
      if (this.take("(") === null) return null;
      const given = this.arguments() ?? { args: [], keywords: [] };
      return this.take(")") === null ? null : given;
    });
  }

  #if(word: "if" | "elif"): Statement | null {
    this.mistakenHeader(word);
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      if (this.take(word) === null) return null;
      const test = this.namedExpression();
      const body = test === null || this.take(":") === null ? null : this.block();
      if (test === null || body === null) return null;
      const elif = this.is("elif") ? this.#if("elif") : null;
      const orelse = elif === null ? (this.#else() ?? []) : [elif];
      return { kind: "If", start, end: this.endOfText, test, body, orelse };
    });
  }

  #else(): Block | null {
    this.mistakenElse();
    return this.attempt(() => (this.take("else") !== null && this.demanded(":") ? this.block() : null));
  }

  #while(): Statement | null {
    this.mistakenHeader("while");
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      if (this.take("while") === null) return null;
      const test = this.namedExpression();
      const body = test === null || this.take(":") === null ? null : this.block();
      if (test === null || body === null) return null;
      const orelse = this.#else() ?? [];
      return { kind: "While", start, end: this.endOfText, test, body, orelse };
    });
  }

  #for(): Statement | null {
    this.mistakenFor();
    let isCommitted = false;
    const found = this.attempt((): Statement | null => {
      const { start } = this.token;
      const isAsync = this.take("async") !== null;
      if (this.take("for") === null) return null;
      const target = this.starTargets();
      if (target === null || this.take("in") === null) return null;
      isCommitted = true;
      const iter = this.starExpressions();
      const body = iter === null || this.take(":") === null ? null : this.block();
      if (iter === null || body === null) return null;
      const orelse = this.#else() ?? [];
      return { kind: isAsync ? "AsyncFor" : "For", start, end: this.endOfText, target, iter, body, orelse };
    });
    if (found === null && !isCommitted) this.mistakenForTarget();
    return found;
  }

  #with(): Statement | null {
    this.mistakenWithIndent();
    const found = this.attempt((): Statement | null => {
      const { start } = this.token;
      const isAsync = this.take("async") !== null;
      if (this.take("with") === null) return null;
      const items = this.#enclosedItems() ?? this.#items();
      const body = items === null ? null : this.block();
      if (items === null || body === null) return null;
      return { kind: isAsync ? "AsyncWith" : "With", start, end: this.endOfText, items, body };
    });
    if (found === null) this.mistakenWith();
    return found;
  }

  #enclosedItems(): WithItem[] | null {
    if (!this.is("(")) return null;
    return this.attempt(() => {
      this.position++;
      const items = this.separated(() => this.#item());
      if (items === null) return null;
      this.take(",");
      return this.take(")") === null || this.take(":") === null ? null : items;
    });
  }

  #items(): WithItem[] | null {
    return this.attempt(() => {
      const items = this.separated(() => this.#item());
      return items === null || this.take(":") === null ? null : items;
    });
  }

  #item(): WithItem | null {
    const { start } = this.token;
    const named = this.attempt((): WithItem | null => {
      const context_expr = this.expression();
      const optional_vars = context_expr === null || this.take("as") === null ? null : this.starTarget();
      if (context_expr === null || optional_vars === null) return null;
      if (!this.is(",") && !this.is(")") && !this.is(":")) return null;
      return { kind: "withitem", ...this.placeFrom(start), context_expr, optional_vars };
    });
    if (named !== null) return named;
    this.mistakenWithItem();
    const context_expr = this.expression();
    return context_expr === null
      ? null
      : { kind: "withitem", ...this.placeFrom(start), context_expr, optional_vars: null };
  }

  #try(): Statement | null {
    this.mistakenTry();
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      if (this.take("try") === null) return null;
      this.demanded(":");
      const body = this.block();
      if (body === null) return null;
      const only = this.#finally();
      if (only !== null)
        return { kind: "Try", start, end: this.endOfText, body, handlers: [], orelse: [], finalbody: only };
      const plain = this.many(() => this.except(false));
      const handlers = plain.length > 0 ? plain : this.many(() => this.except(true));
      if (handlers.length === 0) return null;
      const orelse = this.#else() ?? [];
      const finalbody = this.#finally() ?? [];
      const kind = plain.length > 0 ? "Try" : "TryStar";
      return { kind, start, end: this.endOfText, body, handlers, orelse, finalbody };
    });
  }

  protected except(isStar: boolean): ExceptHandler | null {
    if (!this.is("except")) return null;
    this.mistakenExceptIndent(isStar);
    const found = this.attempt((): ExceptHandler | null => {
      const { start } = this.token;
      this.position++;
      if (isStar && this.take("*") === null) return null;
      const type = this.expression();
      if (isStar && type === null) return null;
      const name = type === null ? null : this.attempt(() => (this.take("as") === null ? null : this.takeKind("name")));
      const body = this.take(":") === null ? null : this.block();
      if (body === null) return null;
      return { kind: "ExceptHandler", start, end: this.endOfText, type, name: name?.text ?? null, body };
    });
    if (found === null) this.mistakenExcept();
    return found;
  }

  #finally(): Block | null {
    this.mistakenFinally();
    return this.attempt(() => (this.take("finally") !== null && this.demanded(":") ? this.block() : null));
  }

  #match(): Statement | null {
    const found = this.attempt((): Statement | null => {
      const { start } = this.token;
      this.position++;
      const subject = this.matchSubject();
      if (subject === null || this.take(":") === null) return null;
      if (this.takeKind("newline") === null || this.takeKind("indent") === null) return null;
      const cases = this.many(() => this.#case());
      if (cases.length === 0 || this.takeKind("dedent") === null) return null;
      return { kind: "Match", start, end: this.endOfText, subject, cases };
    });
    if (found === null) this.mistakenMatch();
    return found;
  }

  protected matchSubject(): Expression | null {
    const { start } = this.token;
    const tuple = this.attempt((): Expression | null => {
      const first = this.starNamedExpression();
      if (first === null || this.take(",") === null) return null;
      const elts = [first, ...(this.starNamedExpressions() ?? [])];
      return { kind: "Tuple", ...this.placeFrom(start), elts, ctx: "Load" };
    });
    return tuple ?? this.namedExpression();
  }

  #case(): MatchCase | null {
    this.mistakenCase();
    return this.attempt((): MatchCase | null => {
      const { start } = this.token;
      if (!this.isKind("name") || this.take("case") === null) return null;
      const pattern = this.patterns();
      if (pattern === null) return null;
      const guard = this.guard();
      const body = this.take(":") === null ? null : this.block();
      return body === null ? null : { kind: "match_case", start, end: this.endOfText, pattern, guard, body };
    });
  }

  protected guard(): Expression | null {
    return this.attempt(() => (this.take("if") === null ? null : this.namedExpression()));
  }
}
