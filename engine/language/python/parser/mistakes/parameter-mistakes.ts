/** @file What is usually meant by parameters and patterns that are none. */
import type { ParameterForm } from "../parameters.ts";
import { ofLambda } from "../parameters.ts";
import { ExpressionMistakes } from "./expression-mistakes.ts";

export abstract class ParameterMistakes extends ExpressionMistakes {
  protected override mistakenParameters(form: ParameterForm): void {
    const plain = () => this.parameter(form, false);
    const any = () => this.parameter(form);
    this.see(() => {
      this.many(plain);
      const isGiven = this.beforeSlashGiven(form) || this.many(() => this.parameter(form, true)).length > 0;
      const after = isGiven ? plain() : null;
      if (after !== null) this.refuse("non-default argument follows default argument", after.arg);
    });
    this.see(() => {
      this.many(plain);
      const open = this.take("(");
      if (open === null) return;
      const names = form === ofLambda ? this.separated(() => this.argument(form)) : this.many(plain);
      if (names === null || names.length === 0) return;
      this.take(",");
      const close = this.take(")");
      const what = form === ofLambda ? "Lambda expression parameters" : "Function parameters";
      if (close !== null) this.refuse(`${what} cannot be parenthesized`, { start: open.start, end: close.end });
    });
    this.see(() => {
      const slash = this.take("/");
      if (slash !== null && this.is(",")) this.refuse("at least one argument must precede /", slash);
    });
    this.see(() => {
      if (this.beforeSlash(form) === null) return;
      this.many(any);
      if (this.is("/")) this.refuse("/ may appear only once", this.token);
    });
    this.see(() => {
      this.beforeSlash(form);
      this.many(any);
      if (this.take("*") === null || (this.take(",") === null && plain() === null)) return;
      this.many(any);
      if (this.is("/")) this.refuse("/ must be ahead of *", this.token);
    });
    this.see(() => {
      if (this.many(any).length > 0 && this.take("/") !== null && this.is("*"))
        this.refuse("expected comma between / and *", this.token);
    });
  }

  /** Parameters before a slash of which some have values. */
  protected beforeSlashGiven(form: ParameterForm): boolean {
    return (
      this.attempt(() => (this.beforeSlash(form)?.some(({ value }) => value !== null) === true ? true : null)) === true
    );
  }

  protected override mistakenDefault(): void {
    this.see(() => {
      const equals = this.take("=");
      if (equals !== null && (this.is(")") || this.is(","))) this.refuse("expected default value expression", equals);
    });
  }

  protected override mistakenStar(form: ParameterForm): void {
    const { end } = form;
    this.see(() => {
      const star = this.take("*");
      if (star === null) return;
      const isBare = this.is(end) || (this.take(",") !== null && (this.is(end) || this.is("**")));
      if (!isBare) return;
      this.position++;
      if (form === ofLambda) this.refuseLast("named arguments must follow bare *");
      this.refuse("named arguments must follow bare *", star);
    });
    this.see(() => {
      if (this.take("*") === null || this.argument(form) === null || !this.is("=")) return;
      this.refuse("var-positional argument cannot have default value", this.token);
    });
    this.see(() => {
      const named = () => this.parameter(form, false) ?? this.take(",");
      if (this.take("*") === null || named() === null) return;
      this.many(() => this.parameter(form));
      const star = this.take("*");
      if (star !== null && named() !== null) this.refuse("* argument may appear only once", star);
    });
  }

  protected override mistakenKeywords(form: ParameterForm): void {
    this.see(() => {
      if (this.take("**") === null || this.argument(form) === null) return;
      if (this.is("=")) this.refuse("var-keyword argument cannot have default value", this.token);
      if (this.take(",") === null) return;
      const after = this.argument(form) ?? this.take("*") ?? this.take("**") ?? this.take("/");
      if (after !== null) this.refuse("arguments cannot follow var-keyword argument", after);
    });
  }

  protected override mistakenAs(): void {
    this.see(() => {
      if (this.orPattern() === null || this.take("as") === null) return;
      if (this.is("_")) this.refuse("cannot use '_' as a target", this.token);
      const target = this.isKind("name") ? null : this.expression();
      if (target !== null) this.refuse("invalid pattern target", target);
    });
  }

  protected override mistakenClassPattern(): void {
    this.see(() => {
      if (this.dotted() === null || this.take("(") === null) return;
      this.attempt(() => (this.positionalPatterns() === null ? null : this.take(",")));
      if (this.keywordPatterns() === null || this.take(",") === null) return;
      const late = this.positionalPatterns();
      if (late !== null)
        this.refuse("positional patterns follow keyword patterns", {
          start: late[0].start,
          end: late[late.length - 1].end,
        });
    });
  }
}
