/** @file The arguments of calls and classes. */
import { Memo } from "./cursor.ts";
import { Operators } from "./operators.ts";
import type { Expression, Keyword, Place, Starred } from "./tree.ts";

export interface GivenArguments {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export abstract class GivenArgumentsParser extends Operators {
  readonly #arguments = new Memo<GivenArguments>();

  protected mistakenArguments(): void {}
  protected mistakenKeyword(): void {}

  /** Up to the `)`, which is left. */
  protected arguments(): GivenArguments | null {
    return this.remembered(this.#arguments, () => {
      const found = this.attempt(() => {
        const given = this.args();
        if (given === null) return null;
        this.take(",");
        return this.is(")") ? given : null;
      });
      if (found === null) this.mistakenArguments();
      return found;
    });
  }

  protected args(): GivenArguments | null {
    const positional = this.separated(() => this.#positional());
    if (positional === null) return this.#named();
    const keywords = this.attempt(() => (this.take(",") === null ? null : this.#named()));
    if (keywords === null) return { args: positional, keywords: [] };
    return { args: [...positional, ...keywords.args], keywords: keywords.keywords };
  }

  #positional(): Expression | null {
    return (
      this.starredExpression() ??
      this.attempt(() => {
        const value = this.argumentValue();
        return value === null || this.is("=") ? null : value;
      })
    );
  }

  /** Keyword arguments, with `*x` among the first of them, then with `**x`. */
  #named(): GivenArguments | null {
    const first = this.separated(() => this.keywordOr(() => this.starredExpression()));
    const second =
      first === null
        ? this.separated(() => this.keywordOr(() => this.#spreadKeywords()))
        : this.attempt(() =>
            this.take(",") === null ? null : this.separated(() => this.keywordOr(() => this.#spreadKeywords())),
          );
    if (first === null && second === null) return null;
    const all = [...(first ?? []), ...(second ?? [])];
    return {
      args: all.filter((each): each is Starred => each.kind === "Starred"),
      keywords: all.filter((each): each is Keyword => each.kind === "keyword"),
    };
  }

  protected keywordOr<T extends Place>(other: () => T | null): Keyword | T | null {
    this.mistakenKeyword();
    const found = this.attempt((): Keyword | null => {
      const name = this.takeKind("name");
      const value = name === null || this.take("=") === null ? null : this.expression();
      if (name === null || value === null) return null;
      return { kind: "keyword", ...this.placeFrom(name.start), arg: name.text, value };
    });
    return found ?? other();
  }

  #spreadKeywords(): Keyword | null {
    return this.attempt(() => {
      const stars = this.take("**");
      const value = stars === null ? null : this.expression();
      if (stars === null || value === null) return null;
      return { kind: "keyword", ...this.placeFrom(stars.start), arg: null, value };
    });
  }
}
