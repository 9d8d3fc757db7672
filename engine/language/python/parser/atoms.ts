/** @file What stands between operators: names, literals, brackets, calls, subscripts, comprehensions. */
import { Memo } from "./cursor.ts";
import { numberValue } from "./numbers.ts";
import { GivenArgumentsParser } from "./given-arguments.ts";
import { stringsOf } from "./strings.ts";
import type { Token } from "./tokenizer.ts";
import type { Comprehension, Constant, DictComp, ElementComprehension, Expression, Place, Value } from "./tree.ts";

const words: ReadonlyMap<string, Value> = new Map([
  ["True", { type: "bool", value: true }],
  ["False", { type: "bool", value: false }],
  ["None", { type: "None" }],
  ["...", { type: "Ellipsis" }],
]);

type Item = readonly [key: Expression | null, value: Expression];

export abstract class Atoms extends GivenArgumentsParser {
  /** Strings with characters by their names. */
  readonly named: Place[] = [];
  /** Tokens of the expressions in f-strings, by where each begins. */
  readonly embeddedTokens = new Map<number, readonly Token[]>();
  readonly #primaries = new Memo<Expression>();
  readonly #strings = new Memo<Expression>();

  protected abstract starTargets(): Expression | null;
  /** The expression in an f-string's braces, `text` standing at `start`. */
  protected abstract embedded(text: string, start: number): Expression;

  protected mistakenGroup(): void {}
  protected mistakenComprehension(_opening: "(" | "[" | "{"): void {}
  protected mistakenDictComprehension(): void {}
  protected mistakenForTarget(): void {}

  protected primary(): Expression | null {
    return this.remembered(this.#primaries, () => {
      const { start } = this.token;
      const atom = this.atom();
      return atom === null ? null : this.trailers(atom, start);
    });
  }

  /** An attribute, a call, a subscript, and again. */
  protected trailers(atom: Expression, start: number): Expression {
    let value = atom;
    for (;;) {
      const found = this.trailer(value, start);
      if (found === null) return value;
      value = found;
    }
  }

  protected trailer(value: Expression, start: number): Expression | null {
    switch (this.token.text) {
      case ".":
        return this.attempt(() => {
          this.position++;
          const name = this.takeKind("name");
          return name === null
            ? null
            : { kind: "Attribute", start, end: name.end, value, attr: name.text, ctx: "Load" };
        });
      case "(": {
        const generator = this.generator();
        if (generator !== null)
          return { kind: "Call", ...this.placeFrom(start), func: value, args: [generator], keywords: [] };
        return this.attempt(() => {
          this.position++;
          const { args, keywords } = this.arguments() ?? { args: [], keywords: [] };
          if (this.take(")") === null) return null;
          return { kind: "Call", ...this.placeFrom(start), func: value, args, keywords };
        });
      }
      case "[":
        return this.attempt(() => {
          this.position++;
          const slice = this.#slices();
          if (slice === null || this.take("]") === null) return null;
          return { kind: "Subscript", ...this.placeFrom(start), value, slice, ctx: "Load" };
        });
      default:
        return null;
    }
  }

  #slices(): Expression | null {
    const one = this.attempt(() => {
      const found = this.#slice();
      return found === null || this.is(",") ? null : found;
    });
    if (one !== null) return one;
    const first = this.token.start;
    const elts = this.separated(() => this.#slice() ?? this.starredExpression());
    if (elts === null) return null;
    this.take(",");
    return { kind: "Tuple", ...this.placeFrom(first), elts, ctx: "Load" };
  }

  #slice(): Expression | null {
    const { start } = this.token;
    const found = this.attempt((): Expression | null => {
      const lower = this.expression();
      if (this.take(":") === null) return null;
      const upper = this.expression();
      const step = this.take(":") === null ? null : this.expression();
      return { kind: "Slice", ...this.placeFrom(start), lower, upper, step };
    });
    return found ?? this.namedExpression();
  }

  protected atom(): Expression | null {
    const { token } = this;
    const { start, end } = token;
    switch (token.kind) {
      case "name":
        this.position++;
        return { kind: "Name", start, end, id: token.text, ctx: "Load" };
      case "number":
        this.position++;
        return { kind: "Constant", start, end, value: numberValue(token.text) };
      case "string":
        return this.strings();
      case "keyword":
        return this.word();
      case "operator":
        if (token.text === "(") return this.tuple() ?? this.group() ?? this.generator();
        if (token.text === "[") return this.list() ?? this.elementComprehension("ListComp", "[", "]");
        if (token.text === "{") return this.#braces();
        return this.word();
      default:
        return null;
    }
  }

  protected word(): Constant | null {
    const { text, start, end } = this.token;
    const value = words.get(text);
    if (value === undefined) return null;
    this.position++;
    return { kind: "Constant", start, end, value };
  }

  protected strings(): Expression | null {
    return this.remembered(this.#strings, () => {
      const tokens = this.many(() => this.takeKind("string"));
      if (tokens.length === 0) return null;
      return stringsOf(
        {
          refuse: (message, place) => (place === undefined ? this.refuseLast(message) : this.refuse(message, place)),
          expression: (text, start) => this.embedded(text, start),
          named: () => this.named.push(tokens[0]),
        },
        tokens,
      );
    });
  }

  protected list(): Expression | null {
    return this.attempt(() => {
      const open = this.take("[");
      if (open === null) return null;
      const elts = this.starNamedExpressions() ?? [];
      if (this.take("]") === null) return null;
      return { kind: "List", ...this.placeFrom(open.start), elts, ctx: "Load" };
    });
  }

  protected tuple(): Expression | null {
    return this.attempt(() => {
      const open = this.take("(");
      if (open === null) return null;
      const first = this.attempt(() => {
        const found = this.starNamedExpression();
        return found === null || this.take(",") === null ? null : found;
      });
      const elts = first === null ? [] : [first, ...(this.starNamedExpressions() ?? [])];
      if (this.take(")") === null) return null;
      return { kind: "Tuple", ...this.placeFrom(open.start), elts, ctx: "Load" };
    });
  }

  protected group(): Expression | null {
    const found = this.attempt(() => {
      const open = this.take("(");
      if (open === null) return null;
      const inner = this.yielded() ?? this.namedExpression();
      if (inner === null || this.take(")") === null) return null;
      this.parentheses.set(inner, this.placeFrom(open.start));
      return inner;
    });
    if (found === null) this.mistakenGroup();
    return found;
  }

  protected yielded(): Expression | null {
    const { start } = this.token;
    if (this.take("yield") === null) return null;
    const from = this.attempt((): Expression | null => {
      if (this.take("from") === null) return null;
      const value = this.expression();
      return value === null ? null : { kind: "YieldFrom", ...this.placeFrom(start), value };
    });
    if (from !== null) return from;
    const value = this.starExpressions();
    return { kind: "Yield", ...this.placeFrom(start), value };
  }

  #braces(): Expression | null {
    return this.#dict() ?? this.#set() ?? this.#dictComprehension() ?? this.elementComprehension("SetComp", "{", "}");
  }

  #dict(): Expression | null {
    const { start } = this.token;
    const found = this.attempt((): Expression | null => {
      this.take("{");
      const items = this.separated(() => this.item());
      if (items !== null) this.take(",");
      if (this.take("}") === null) return null;
      return {
        kind: "Dict",
        ...this.placeFrom(start),
        keys: items?.map(([key]) => key) ?? [],
        values: items?.map(([, value]) => value) ?? [],
      };
    });
    if (found === null) this.#mistakenItems();
    return found;
  }

  /** CPython says these where it meets them first, before it looks for other mistakes. */
  #mistakenItems(): void {
    const from = this.position;
    this.take("{");
    const first = this.position;
    if (this.separated(() => this.item()) !== null && this.take(",") !== null) this.#mistakenItem(true);
    this.position = first;
    this.#mistakenItem(false);
    this.position = from;
  }

  #mistakenItem(isAfterOthers: boolean): void {
    const from = this.position;
    const key = this.expression();
    if (key !== null) {
      const { end } = key;
      const colon = this.take(":");
      if (colon === null) {
        if (isAfterOthers) this.refuse("':' expected after dictionary key", { start: end - 1, end });
      } else if (this.is("}") || this.is(",")) this.refuse("expression expected after dictionary key and ':'", colon);
      else {
        const star = this.take("*");
        if (star !== null && this.bitwiseOr() !== null)
          this.refuse("cannot use a starred expression in a dictionary value", star);
      }
    }
    this.position = from;
  }

  protected item(): Item | null {
    return this.attempt((): Item | null => {
      if (this.take("**") === null) return this.pair();
      const value = this.bitwiseOr();
      return value === null ? null : [null, value];
    });
  }

  protected pair(): readonly [Expression, Expression] | null {
    return this.attempt(() => {
      const key = this.expression();
      const value = key === null || this.take(":") === null ? null : this.expression();
      return key === null || value === null ? null : [key, value];
    });
  }

  #set(): Expression | null {
    return this.attempt(() => {
      const open = this.take("{");
      const elts = this.starNamedExpressions();
      if (open === null || elts === null || this.take("}") === null) return null;
      return { kind: "Set", ...this.placeFrom(open.start), elts };
    });
  }

  #dictComprehension(): DictComp | null {
    const found = this.attempt((): DictComp | null => {
      const open = this.take("{");
      const pair = this.pair();
      const generators = pair === null ? null : this.clauses();
      if (open === null || pair === null || generators === null || this.take("}") === null) return null;
      return { kind: "DictComp", ...this.placeFrom(open.start), key: pair[0], value: pair[1], generators };
    });
    if (found === null) this.mistakenDictComprehension();
    return found;
  }

  protected elementComprehension(
    kind: "ListComp" | "SetComp",
    opening: "[" | "{",
    closing: string,
  ): ElementComprehension | null {
    const found = this.attempt((): ElementComprehension | null => {
      const open = this.take(opening);
      const elt = this.namedExpression();
      const generators = elt === null ? null : this.clauses();
      if (open === null || elt === null || generators === null || this.take(closing) === null) return null;
      return { kind, ...this.placeFrom(open.start), elt, generators };
    });
    if (found === null) this.mistakenComprehension(opening);
    return found;
  }

  protected generator(): ElementComprehension | null {
    const found = this.attempt((): ElementComprehension | null => {
      const open = this.take("(");
      const elt = this.argumentValue();
      const generators = elt === null ? null : this.clauses();
      if (open === null || elt === null || generators === null || this.take(")") === null) return null;
      return { kind: "GeneratorExp", ...this.placeFrom(open.start), elt, generators };
    });
    if (found === null) this.mistakenComprehension("(");
    return found;
  }

  protected clauses(): Comprehension[] | null {
    const found = this.many(() => this.#clause());
    return found.length === 0 ? null : found;
  }

  #clause(): Comprehension | null {
    const { start } = this.token;
    const isAsync = this.is("async");
    const from = this.position;
    if (isAsync) this.position++;
    if (this.take("for") === null) {
      this.position = from;
      return null;
    }
    const target = this.starTargets();
    if (target === null || this.take("in") === null) {
      this.position = from;
      this.mistakenForTarget();
      return null;
    }
    const iter = this.disjunction();
    if (iter === null) {
      this.position = from;
      return null;
    }
    const ifs = this.many(() =>
      this.is("if") ? this.attempt(() => (this.take("if") === null ? null : this.disjunction())) : null,
    );
    return { kind: "comprehension", ...this.placeFrom(start), target, iter, ifs, is_async: isAsync };
  }
}
