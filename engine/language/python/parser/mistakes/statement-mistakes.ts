/** @file What is usually meant by statements that are none. */
import type { Expression } from "../tree.ts";
import { lineOf } from "../tokenizer.ts";
import { nameOf } from "./expression-names.ts";
import { ParameterMistakes } from "./parameter-mistakes.ts";

export abstract class StatementMistakes extends ParameterMistakes {
  protected abstract readonly source: string;

  /** After a header: its colon is missing, or its block is. `what` stands at `start`. */
  #unfinished(what: string, start: number): void {
    if (this.takeKind("newline") !== null) this.refuseLast("expected ':'");
    this.#unindented(what, start);
  }

  #unindented(what: string, start: number): void {
    if (this.take(":") === null || this.takeKind("newline") === null || this.isKind("indent")) return;
    this.refuseLast(
      `expected an indented block after ${what} on line ${lineOf(this.source, start)}`,
      "IndentationError",
    );
  }

  protected override mistakenBlock(): void {
    this.see(() => {
      if (this.takeKind("newline") !== null && !this.isKind("indent"))
        this.refuseLast("expected an indented block", "IndentationError");
    });
  }

  protected override mistakenHeader(word: "if" | "elif" | "while"): void {
    this.see(() => {
      const token = this.take(word);
      if (token !== null && this.namedExpression() !== null) this.#unfinished(`'${word}' statement`, token.start);
    });
  }

  protected override mistakenElse(): void {
    this.see(() => {
      const token = this.take("else");
      if (token !== null) this.#unindented("'else' statement", token.start);
    });
  }

  protected override mistakenFor(): void {
    this.see(() => {
      this.take("async");
      const token = this.take("for");
      if (token === null || this.starTargets() === null || this.take("in") === null) return;
      if (this.starExpressions() !== null) this.#unfinished("'for' statement", token.start);
    });
  }

  protected override mistakenDef(): void {
    this.see(() => {
      this.take("async");
      const token = this.take("def");
      if (token === null || this.takeKind("name") === null || this.take("(") === null) return;
      this.parameters();
      if (this.take(")") === null) return;
      this.attempt(() => (this.take("->") === null ? null : this.expression()));
      this.#unindented("function definition", token.start);
    });
  }

  protected override mistakenClass(): void {
    this.see(() => {
      const token = this.take("class");
      if (token === null || this.takeKind("name") === null) return;
      this.classArguments();
      this.#unfinished("class definition", token.start);
    });
  }

  /** After `with`: managers, with or without parentheses round all of them. */
  #managers(isEnclosed: boolean): boolean {
    if (isEnclosed && this.take("(") === null) return false;
    const found = this.separated(() => {
      const manager = isEnclosed ? this.expressions() : this.expression();
      if (manager !== null) this.attempt(() => (this.take("as") === null ? null : this.starTarget()));
      return manager;
    });
    if (found === null) return false;
    if (!isEnclosed) return true;
    this.take(",");
    return this.take(")") !== null;
  }

  protected override mistakenWithIndent(): void {
    for (const isEnclosed of [false, true])
      this.see(() => {
        this.take("async");
        const token = this.take("with");
        if (token !== null && this.#managers(isEnclosed)) this.#unindented("'with' statement", token.start);
      });
  }

  protected override mistakenWith(): void {
    for (const isEnclosed of [false, true])
      this.see(() => {
        this.take("async");
        if (this.take("with") !== null && this.#managers(isEnclosed) && this.takeKind("newline") !== null)
          this.refuseLast("expected ':'");
      });
  }

  protected override mistakenWithItem(): void {
    this.see(() => {
      if (this.expression() === null || this.take("as") === null) return;
      const target = this.expression();
      if (target !== null && (this.is(",") || this.is(")") || this.is(":"))) this.refuseTarget("assignment", target);
    });
  }

  protected override mistakenTry(): void {
    this.see(() => {
      const token = this.take("try");
      if (token !== null) this.#unindented("'try' statement", token.start);
    });
    this.see(() => {
      if (this.take("try") === null || this.take(":") === null || this.block() === null) return;
      if (!this.is("except") && !this.is("finally")) this.refuseLast("expected 'except' or 'finally' block");
    });
    this.see(() => {
      if (this.take("try") === null || this.take(":") === null) return;
      this.many(() => this.block());
      for (const isStar of [false, true])
        this.see(() => {
          const word = this.many(() => this.except(isStar)).length > 0 ? this.take("except") : null;
          if (word === null || (!isStar && this.take("*") === null)) return;
          if (this.expression() !== null) this.#named();
          else if (!isStar) return;
          if (this.is(":")) this.refuse("cannot have both 'except' and 'except*' on the same 'try'", word);
        });
    });
  }

  #named(): void {
    this.attempt(() => (this.take("as") === null ? null : this.takeKind("name")));
  }

  protected override mistakenExceptIndent(isStar: boolean): void {
    this.see(() => {
      const token = this.take("except");
      if (token === null || (isStar && this.take("*") === null)) return;
      if (this.expression() !== null) this.#named();
      else if (isStar) return;
      this.#unindented(`'except${isStar ? "*" : ""}' statement`, token.start);
    });
  }

  protected override mistakenExcept(): void {
    this.see(() => {
      this.take("except");
      this.take("*");
      const first = this.expression();
      if (first === null || this.take(",") === null || this.expressions() === null) return;
      this.#named();
      if (this.is(":")) this.refuse("multiple exception types must be parenthesized", first);
    });
    this.see(() => {
      this.take("except");
      this.take("*");
      if (this.expression() === null) return;
      this.#named();
      if (this.takeKind("newline") !== null) this.refuseLast("expected ':'");
    });
    this.see(() => {
      this.take("except");
      if (this.takeKind("newline") !== null) this.refuseLast("expected ':'");
      if (this.take("*") !== null && (this.takeKind("newline") ?? this.take(":")) !== null)
        this.refuseLast("expected one or more exception types");
    });
  }

  protected override mistakenFinally(): void {
    this.see(() => {
      const token = this.take("finally");
      if (token !== null) this.#unindented("'finally' statement", token.start);
    });
  }

  protected override mistakenMatch(): void {
    this.see(() => {
      const token = this.take("match");
      if (token !== null && this.matchSubject() !== null) this.#unfinished("'match' statement", token.start);
    });
  }

  protected override mistakenCase(): void {
    this.see(() => {
      const token = this.isKind("name") ? this.take("case") : null;
      if (token === null || this.patterns() === null) return;
      this.guard();
      this.#unfinished("'case' statement", token.start);
    });
  }

  protected override mistakenDeletion(): void {
    this.see(() => {
      const found = this.take("del") === null ? null : this.starExpressions();
      if (found !== null) this.refuseTarget("del", found);
    });
  }

  protected override mistakenImportTargets(): void {
    this.see(() => {
      if (this.importedNames() === null || this.take(",") === null || this.takeKind("newline") === null) return;
      this.refuseLast("trailing comma not allowed without surrounding parentheses");
    });
  }

  protected override mistakenAssignment(): void {
    if (this.isCommitted) return;
    this.see(() => {
      const target = this.#displayed();
      if (target !== null && this.take(":") !== null && this.expression() !== null)
        this.refuse(`only single target (not ${nameOf(target)}) can be annotated`, target);
    });
    this.see(() => {
      const first = this.starNamedExpression();
      if (first === null || this.take(",") === null) return;
      this.many(() => this.starNamedExpressions());
      if (this.take(":") !== null && this.expression() !== null)
        this.refuse("only single target (not tuple) can be annotated", first);
    });
    this.see(() => {
      const target = this.expression();
      if (target !== null && this.take(":") !== null && this.expression() !== null)
        this.refuse("illegal target for annotation", target);
    });
    this.see(() => {
      this.many(() => this.assignmentTarget());
      const target = this.starExpressions();
      if (target !== null && this.is("=")) this.refuseTarget("assignment", target);
    });
    this.see(() => {
      this.many(() => this.assignmentTarget());
      const target = this.yielded();
      if (target !== null && this.is("=")) this.refuse("assignment to yield expression not possible", target);
    });
    this.see(() => {
      const target = this.starExpressions();
      if (target !== null && this.augmentation() !== null && this.assignedValue() !== null)
        this.refuse(`'${nameOf(target)}' is an illegal expression for augmented assignment`, target);
    });
  }

  /** A list or a tuple, perhaps in parentheses. */
  #displayed(): Expression | null {
    return (
      this.list() ??
      this.tuple() ??
      this.attempt(() => {
        const inner = this.take("(") === null ? null : this.#displayed();
        return inner === null || this.take(")") === null ? null : inner;
      })
    );
  }
}
