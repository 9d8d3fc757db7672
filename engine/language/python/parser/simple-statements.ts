/** @file Statements of a line. */
import { Memo } from "./cursor.ts";
import { Patterns } from "./patterns.ts";
import type { Alias, BinaryOperator, Expression, Statement } from "./tree.ts";

const augmenting: ReadonlyMap<string, BinaryOperator> = new Map([
  ["+=", "Add"],
  ["-=", "Sub"],
  ["*=", "Mult"],
  ["@=", "MatMult"],
  ["/=", "Div"],
  ["%=", "Mod"],
  ["&=", "BitAnd"],
  ["|=", "BitOr"],
  ["^=", "BitXor"],
  ["<<=", "LShift"],
  [">>=", "RShift"],
  ["**=", "Pow"],
  ["//=", "FloorDiv"],
]);

export abstract class SimpleStatements extends Patterns {
  readonly #statements = new Memo<Statement>();

  protected mistakenAssignment(): void {}
  protected mistakenDeletion(): void {}
  protected mistakenImportTargets(): void {}

  protected simpleStatements(): Statement[] | null {
    return this.attempt(() => {
      const found = this.separated(() => this.simpleStatement(), ";");
      if (found === null) return null;
      this.take(";");
      return this.takeKind("newline") === null ? null : found;
    });
  }

  protected simpleStatement(): Statement | null {
    return this.remembered(this.#statements, () => {
      const { token } = this;
      if (token.kind === "keyword") {
        const own = this.#ofKeyword(token.text);
        if (own !== undefined) return own;
      }
      return this.#assignment() ?? this.#expressionStatement();
    });
  }

  #expressionStatement(): Statement | null {
    const { start } = this.token;
    const value = this.starExpressions();
    return value === null ? null : { kind: "Expr", ...this.placeFrom(start), value };
  }

  /** undefined where no statement begins with the word. */
  #ofKeyword(word: string): Statement | null | undefined {
    switch (word) {
      case "return":
        return this.#return();
      case "import":
        return this.#import();
      case "from":
        return this.#importFrom();
      case "raise":
        return this.#raise();
      case "pass":
        return this.#bare("Pass");
      case "break":
        return this.#bare("Break");
      case "continue":
        return this.#bare("Continue");
      case "del":
        return this.#delete();
      case "yield":
        this.mistakenAssignment();
        return this.#yield();
      case "assert":
        return this.#assert();
      case "global":
        return this.#names("Global");
      case "nonlocal":
        return this.#names("Nonlocal");
      default:
        return undefined;
    }
  }

  #bare(kind: "Pass" | "Break" | "Continue"): Statement {
    const { start, end } = this.token;
    this.position++;
    return { kind, start, end };
  }

  #yield(): Statement | null {
    const { start } = this.token;
    const value = this.yielded();
    return value === null ? null : { kind: "Expr", ...this.placeFrom(start), value };
  }

  #assignment(): Statement | null {
    const found = this.#annotated() ?? this.#assigned() ?? this.#augmented();
    if (found === null) this.mistakenAssignment();
    return found;
  }

  protected assignedValue(): Expression | null {
    return this.is("yield") ? this.yielded() : this.starExpressions();
  }

  #annotated(): Statement | null {
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      const simple = this.isKind("name") && this.lexed.tokens[this.position + 1].text === ":";
      const target = simple
        ? this.storedName()
        : this.is("(")
          ? this.attempt(() => {
              this.take("(");
              const inner = this.singleTarget();
              if (inner === null || this.take(")") === null) return null;
              this.parentheses.set(inner, this.placeFrom(start));
              return inner;
            })
          : this.memberTarget("Store");
      if (target === null || this.take(":") === null) return null;
      const annotation = this.expression();
      if (annotation === null) return null;
      const value = this.attempt(() => (this.take("=") === null ? null : this.assignedValue()));
      return { kind: "AnnAssign", ...this.placeFrom(start), target, annotation, value, simple };
    });
  }

  protected assignmentTarget(): Expression | null {
    return this.attempt(() => {
      const found = this.starTargets();
      return found === null || this.take("=") === null ? null : found;
    });
  }

  #assigned(): Statement | null {
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      const targets = this.many(() => this.assignmentTarget());
      if (targets.length === 0) return null;
      const value = this.assignedValue();
      if (value === null || this.is("=")) return null;
      return { kind: "Assign", ...this.placeFrom(start), targets, value };
    });
  }

  protected augmentation(): BinaryOperator | null {
    const op = augmenting.get(this.token.text);
    if (op === undefined) return null;
    this.position++;
    return op;
  }

  /** What has begun so is nothing else. */
  protected isCommitted = false;

  #augmented(): Statement | null {
    this.isCommitted = false;
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      const target = this.singleTarget();
      const op = target === null ? null : this.augmentation();
      if (target === null || op === null) return null;
      const value = this.assignedValue();
      this.isCommitted = value === null;
      return value === null ? null : { kind: "AugAssign", ...this.placeFrom(start), target, op, value };
    });
  }

  #return(): Statement {
    const { start } = this.token;
    this.position++;
    const value = this.starExpressions();
    return { kind: "Return", ...this.placeFrom(start), value };
  }

  #raise(): Statement {
    const { start } = this.token;
    this.position++;
    const exc = this.expression();
    const cause = exc === null ? null : this.attempt(() => (this.take("from") === null ? null : this.expression()));
    return { kind: "Raise", ...this.placeFrom(start), exc, cause };
  }

  #assert(): Statement | null {
    return this.attempt(() => {
      const { start } = this.token;
      this.position++;
      const test = this.expression();
      if (test === null) return null;
      const msg = this.attempt(() => (this.take(",") === null ? null : this.expression()));
      return { kind: "Assert", ...this.placeFrom(start), test, msg };
    });
  }

  #names(kind: "Global" | "Nonlocal"): Statement | null {
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      this.position++;
      const names = this.separated(() => this.takeKind("name"));
      return names === null ? null : { kind, ...this.placeFrom(start), names: names.map(({ text }) => text) };
    });
  }

  #delete(): Statement | null {
    const found = this.attempt((): Statement | null => {
      const { start } = this.token;
      this.position++;
      const targets = this.delTargets();
      if (targets === null || !(this.is(";") || this.isKind("newline"))) return null;
      return { kind: "Delete", ...this.placeFrom(start), targets };
    });
    if (found === null) this.mistakenDeletion();
    return found;
  }

  #import(): Statement | null {
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      this.position++;
      const names = this.separated(() => this.#alias(() => this.#dottedName()));
      return names === null ? null : { kind: "Import", ...this.placeFrom(start), names };
    });
  }

  #dottedName(): string | null {
    const first = this.takeKind("name");
    if (first === null) return null;
    let name = first.text;
    for (;;) {
      const part = this.attempt(() => (this.take(".") === null ? null : this.takeKind("name")));
      if (part === null) return name;
      name += `.${part.text}`;
    }
  }

  #alias(rule: () => string | null): Alias | null {
    const { start } = this.token;
    const name = rule();
    if (name === null) return null;
    const asname = this.attempt(() => (this.take("as") === null ? null : this.takeKind("name")));
    return { kind: "alias", ...this.placeFrom(start), name, asname: asname?.text ?? null };
  }

  #importFrom(): Statement | null {
    return this.attempt((): Statement | null => {
      const { start } = this.token;
      this.position++;
      let level = 0;
      for (let dots = this.take(".") ?? this.take("..."); dots !== null; dots = this.take(".") ?? this.take("..."))
        level += dots.text.length;
      const module = this.#dottedName();
      if ((module === null && level === 0) || this.take("import") === null) return null;
      const names = this.#importTargets();
      return names === null ? null : { kind: "ImportFrom", ...this.placeFrom(start), module, names, level };
    });
  }

  #importTargets(): Alias[] | null {
    if (this.is("("))
      return this.attempt(() => {
        this.take("(");
        const names = this.importedNames();
        if (names === null) return null;
        this.take(",");
        return this.take(")") === null ? null : names;
      });
    const star = this.take("*");
    if (star !== null) return [{ kind: "alias", start: star.start, end: star.end, name: "*", asname: null }];
    const found = this.attempt(() => {
      const names = this.importedNames();
      return names === null || this.is(",") ? null : names;
    });
    if (found === null) this.mistakenImportTargets();
    return found;
  }

  protected importedNames(): Alias[] | null {
    return this.separated(() => this.#alias(() => this.takeKind("name")?.text ?? null));
  }
}
