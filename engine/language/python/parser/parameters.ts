/** @file The parameters of def and lambda. */
import { Targets } from "./targets.ts";
import type { Argument, Arguments, Expression } from "./tree.ts";

/** Parameters end in `)` or `:`; those of a lambda have no annotations. */
export interface ParameterForm {
  readonly end: ")" | ":";
}

export const ofDef: ParameterForm = { end: ")" };
export const ofLambda: ParameterForm = { end: ":" };

export interface Parameter {
  readonly arg: Argument;
  readonly value: Expression | null;
}

export abstract class Parameters extends Targets {
  protected mistakenParameters(_form: ParameterForm): void {}
  protected mistakenStar(_form: ParameterForm): void {}
  protected mistakenKeywords(_form: ParameterForm): void {}
  protected mistakenDefault(): void {}

  protected parameters(): Arguments | null {
    this.mistakenParameters(ofDef);
    return this.#parameters(ofDef);
  }

  protected lambdaParameters(): Arguments | null {
    this.mistakenParameters(ofLambda);
    return this.#parameters(ofLambda);
  }

  #parameters(form: ParameterForm): Arguments | null {
    const { start } = this.token;
    const positional = this.beforeSlash(form);
    const plain = this.many(() => (hasValue(positional) ? null : this.parameter(form, false)));
    const given = this.many(() => this.parameter(form, true));
    const all = [...(positional ?? []), ...plain, ...given];
    const after = this.#star(form);
    if (all.length === 0 && after === null) return null;
    return {
      kind: "arguments",
      ...this.placeFrom(start),
      posonlyargs: (positional ?? []).map(({ arg }) => arg),
      args: [...plain, ...given].map(({ arg }) => arg),
      vararg: after?.vararg ?? null,
      kwonlyargs: after?.named.map(({ arg }) => arg) ?? [],
      kw_defaults: after?.named.map(({ value }) => value) ?? [],
      kwarg: after?.kwarg ?? null,
      defaults: all.flatMap(({ value }) => (value === null ? [] : [value])),
    };
  }

  /** Those before `/`. */
  protected beforeSlash(form: ParameterForm): Parameter[] | null {
    return this.attempt(() => {
      const plain = this.many(() => this.parameter(form, false));
      const found = [...plain, ...this.many(() => this.parameter(form, true))];
      if (found.length === 0 || this.take("/") === null) return null;
      return this.take(",") !== null || this.is(form.end) ? found : null;
    });
  }

  /** With its comma, or before what ends the list. `hasDefault`: undefined where either will do. */
  protected parameter(form: ParameterForm, hasDefault?: boolean): Parameter | null {
    return this.attempt(() => {
      const arg = this.argument(form);
      if (arg === null) return null;
      const value = hasDefault === false ? null : this.default();
      if (hasDefault === true && value === null) return null;
      return this.take(",") !== null || this.is(form.end) ? { arg, value } : null;
    });
  }

  protected argument(form: ParameterForm, isStarred = false): Argument | null {
    return this.attempt(() => {
      const name = this.takeKind("name");
      if (name === null) return null;
      const annotation = this.#annotation(form, isStarred);
      if (isStarred && annotation === null) return null;
      return { kind: "arg", ...this.placeFrom(name.start), arg: name.text, annotation };
    });
  }

  #annotation({ end }: ParameterForm, isStarred: boolean): Expression | null {
    if (end === ":") return null;
    return this.attempt(() => (this.take(":") === null ? null : isStarred ? this.starExpression() : this.expression()));
  }

  protected default(): Expression | null {
    const found = this.attempt(() => (this.take("=") === null ? null : this.expression()));
    if (found === null) this.mistakenDefault();
    return found;
  }

  #star(form: ParameterForm): {
    readonly vararg: Argument | null;
    readonly named: readonly Parameter[];
    readonly kwarg: Argument | null;
  } | null {
    this.mistakenStar(form);
    const starred = this.attempt(() => {
      if (this.take("*") === null) return null;
      if (this.take(",") !== null) {
        const named = this.many(() => this.parameter(form));
        return named.length === 0 ? null : { vararg: null, named, kwarg: this.keywords(form) };
      }
      const vararg = this.parameter(form, false)?.arg ?? this.#starAnnotated(form);
      if (vararg === null) return null;
      return { vararg, named: this.many(() => this.parameter(form)), kwarg: this.keywords(form) };
    });
    if (starred !== null) return starred;
    const kwarg = this.keywords(form);
    return kwarg === null ? null : { vararg: null, named: [], kwarg };
  }

  /** `*args: *Ts` */
  #starAnnotated(form: ParameterForm): Argument | null {
    if (form.end === ":") return null;
    return this.attempt(() => {
      const arg = this.argument(form, true);
      return arg !== null && (this.take(",") !== null || this.is(form.end)) ? arg : null;
    });
  }

  protected keywords(form: ParameterForm): Argument | null {
    this.mistakenKeywords(form);
    return this.attempt(() => (this.take("**") === null ? null : (this.parameter(form, false)?.arg ?? null)));
  }
}

const hasValue = (parameters: readonly Parameter[] | null): boolean =>
  parameters?.some(({ value }) => value !== null) ?? false;
