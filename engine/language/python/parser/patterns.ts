/** @file The patterns of match. */
import { Memo } from "./cursor.ts";
import { Parameters } from "./parameters.ts";
import type { Expression, MatchStar, Name, Pattern } from "./tree.ts";

type KeyPattern = readonly [key: Expression, pattern: Pattern];
type NamePattern = readonly [name: string, pattern: Pattern];

export abstract class Patterns extends Parameters {
  readonly #closed = new Memo<Pattern>();

  protected mistakenAs(): void {}
  protected mistakenClassPattern(): void {}

  protected patterns(): Pattern | null {
    const { start } = this.token;
    const open = this.#openSequence();
    return open === null ? this.pattern() : { kind: "MatchSequence", ...this.placeFrom(start), patterns: open };
  }

  protected pattern(): Pattern | null {
    const { start } = this.token;
    const named = this.attempt((): Pattern | null => {
      const pattern = this.orPattern();
      const name = pattern === null || this.take("as") === null ? null : this.captured();
      if (pattern === null || name === null) return null;
      return { kind: "MatchAs", ...this.placeFrom(start), pattern, name: name.id };
    });
    if (named !== null) return named;
    this.mistakenAs();
    return this.orPattern();
  }

  protected orPattern(): Pattern | null {
    const { start } = this.token;
    const patterns = this.separated(() => this.#closedPattern(), "|");
    if (patterns === null || patterns.length === 1) return patterns?.[0] ?? null;
    return { kind: "MatchOr", ...this.placeFrom(start), patterns };
  }

  #closedPattern(): Pattern | null {
    return this.remembered(this.#closed, () => {
      const { token } = this;
      const { start } = token;
      const literal = this.attempt(() => this.#literal());
      if (literal !== null) return { kind: "MatchValue", start, end: literal.end, value: literal };
      const word = token.text === "..." ? null : this.word();
      if (word !== null) return { kind: "MatchSingleton", start, end: word.end, value: word.value };
      const capture = this.captured();
      if (capture !== null) return { kind: "MatchAs", start, end: capture.end, pattern: null, name: capture.id };
      if (this.take("_") !== null) return { kind: "MatchAs", start, end: token.end, pattern: null, name: null };
      return (
        this.attempt((): Pattern | null => {
          const value = this.dotted();
          if (value === null || value.kind === "Name" || this.#isOpen()) return null;
          return { kind: "MatchValue", start, end: value.end, value };
        }) ??
        this.#grouped() ??
        this.#sequence("[", "]") ??
        this.#sequence("(", ")") ??
        this.#mapping() ??
        this.#class()
      );
    });
  }

  #isOpen(): boolean {
    return this.is(".") || this.is("(") || this.is("=");
  }

  /** A number, with its sign, perhaps complex; strings. */
  #literal(): Expression | null {
    if (this.isKind("string")) return this.strings();
    const { start } = this.token;
    const real = this.#signed();
    if (real === null) return null;
    const sign = this.take("+") ?? this.take("-");
    if (sign === null) return real;
    const number = this.isKind("number") ? this.atom() : null;
    if (number === null) return null;
    const isComplex = number.kind === "Constant" && number.value.type === "complex";
    const inner = real.kind === "UnaryOp" ? real.operand : real;
    if (inner.kind === "Constant" && inner.value.type === "complex")
      this.refuse("real number required in complex literal", inner);
    if (!isComplex) this.refuse("imaginary number required in complex literal", number);
    const op = sign.text === "+" ? "Add" : "Sub";
    return { kind: "BinOp", start, end: number.end, left: real, op, right: number };
  }

  #signed(): Expression | null {
    const minus = this.take("-");
    const number = this.isKind("number") ? this.atom() : null;
    if (minus === null || number === null) return number;
    return { kind: "UnaryOp", start: minus.start, end: number.end, op: "USub", operand: number };
  }

  /** A name that is bound. */
  protected captured(): Name | null {
    return this.attempt(() => {
      if (this.is("_")) return null;
      const name = this.storedName();
      return name === null || this.#isOpen() ? null : name;
    });
  }

  /** A name, or attributes of one. */
  protected dotted(): Expression | null {
    const name = this.takeKind("name");
    if (name === null) return null;
    const { start } = name;
    let value: Expression = { kind: "Name", start, end: name.end, id: name.text, ctx: "Load" };
    for (;;) {
      const attribute = this.attempt(() => (this.take(".") === null ? null : this.takeKind("name")));
      if (attribute === null) return value;
      value = { kind: "Attribute", start, end: attribute.end, value, attr: attribute.text, ctx: "Load" };
    }
  }

  #grouped(): Pattern | null {
    return this.attempt(() => {
      const inner = this.take("(") === null ? null : this.pattern();
      return inner === null || this.take(")") === null ? null : inner;
    });
  }

  #sequence(opening: "[" | "(", closing: string): Pattern | null {
    return this.attempt(() => {
      const open = this.take(opening);
      if (open === null) return null;
      const patterns = (opening === "[" ? this.#someSequence() : this.#openSequence()) ?? [];
      if (this.take(closing) === null) return null;
      return { kind: "MatchSequence", ...this.placeFrom(open.start), patterns };
    });
  }

  #openSequence(): Pattern[] | null {
    return this.attempt(() => {
      const first = this.#element();
      if (first === null || this.take(",") === null) return null;
      return [first, ...(this.#someSequence() ?? [])];
    });
  }

  #someSequence(): Pattern[] | null {
    const found = this.separated(() => this.#element());
    if (found !== null) this.take(",");
    return found;
  }

  #element(): Pattern | null {
    return this.#star() ?? this.pattern();
  }

  #star(): MatchStar | null {
    return this.attempt((): MatchStar | null => {
      const star = this.take("*");
      if (star === null) return null;
      const name = this.captured();
      if (name === null && this.take("_") === null) return null;
      return { kind: "MatchStar", ...this.placeFrom(star.start), name: name?.id ?? null };
    });
  }

  #mapping(): Pattern | null {
    return this.attempt(() => {
      const open = this.take("{");
      if (open === null) return null;
      const items = this.separated(() => this.#keyed()) ?? [];
      const rest = this.attempt(() => {
        if (items.length > 0 && this.take(",") === null) return null;
        return this.take("**") === null ? null : this.captured();
      });
      if (items.length > 0 || rest !== null) this.take(",");
      if (this.take("}") === null) return null;
      return {
        kind: "MatchMapping",
        ...this.placeFrom(open.start),
        keys: items.map(([key]) => key),
        patterns: items.map(([, pattern]) => pattern),
        rest: rest?.id ?? null,
      };
    });
  }

  #keyed(): KeyPattern | null {
    return this.attempt((): KeyPattern | null => {
      const key =
        this.attempt(() => this.#literal()) ??
        (this.is("...") ? null : this.word()) ??
        this.attempt(() => {
          const found = this.dotted();
          return found?.kind === "Name" ? null : found;
        });
      const pattern = key === null || this.take(":") === null ? null : this.pattern();
      return key === null || pattern === null ? null : [key, pattern];
    });
  }

  #class(): Pattern | null {
    const { start } = this.token;
    const found = this.attempt((): Pattern | null => {
      const cls = this.dotted();
      if (cls === null || this.take("(") === null) return null;
      const patterns = this.positionalPatterns() ?? [];
      const named =
        this.attempt(() => {
          if (patterns.length > 0 && this.take(",") === null) return null;
          return this.keywordPatterns();
        }) ?? [];
      if (patterns.length > 0 || named.length > 0) this.take(",");
      if (this.take(")") === null) return null;
      return {
        kind: "MatchClass",
        ...this.placeFrom(start),
        cls,
        patterns,
        kwd_attrs: named.map(([name]) => name),
        kwd_patterns: named.map(([, pattern]) => pattern),
      };
    });
    if (found === null) this.mistakenClassPattern();
    return found;
  }

  protected positionalPatterns(): Pattern[] | null {
    return this.separated(() => this.pattern());
  }

  protected keywordPatterns(): NamePattern[] | null {
    return this.separated(() =>
      this.attempt((): NamePattern | null => {
        const name = this.takeKind("name");
        const pattern = name === null || this.take("=") === null ? null : this.pattern();
        return name === null || pattern === null ? null : [name.text, pattern];
      }),
    );
  }
}
