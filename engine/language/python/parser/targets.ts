/** @file What can be assigned to, looped over and deleted. */
import { Atoms } from "./atoms.ts";
import { Memo } from "./cursor.ts";
import type { Attribute, Context, Expression, Name, Subscript } from "./tree.ts";

export type SingleTarget = Name | Attribute | Subscript;

export abstract class Targets extends Atoms {
  readonly #targets = new Memo<Expression>();

  protected starTargets(): Expression | null {
    const { start } = this.token;
    const first = this.starTarget();
    if (first === null || !this.is(",")) return first;
    const elts = [first, ...this.#more(() => this.starTarget())];
    return { kind: "Tuple", ...this.placeFrom(start), elts, ctx: "Store" };
  }

  /** What comes after the first, each behind a comma; one at the end belongs to it. */
  #more(rule: () => Expression | null): Expression[] {
    const found: Expression[] = [];
    while (this.take(",") !== null) {
      const next = rule();
      if (next === null) break;
      found.push(next);
    }
    return found;
  }

  protected starTarget(): Expression | null {
    return this.remembered(this.#targets, () => {
      const { start } = this.token;
      if (!this.is("*")) return this.#target("Store");
      this.position++;
      const value = this.is("*") ? null : this.starTarget();
      return value === null ? null : { kind: "Starred", ...this.placeFrom(start), value, ctx: "Store" };
    });
  }

  #target(ctx: Context): Expression | null {
    return this.memberTarget(ctx) ?? this.#plainTarget(ctx);
  }

  /** `x.a` or `x[i]`: an atom, and what is behind it up to where nothing more comes. */
  protected memberTarget(ctx: Context): Attribute | Subscript | null {
    return this.attempt(() => {
      const { start } = this.token;
      const atom = this.#atomBefore();
      if (atom === null) return null;
      const found = this.trailers(atom, start);
      if (found.kind !== "Attribute" && found.kind !== "Subscript") return null;
      return found === atom ? null : { ...found, ctx };
    });
  }

  /** An atom that something follows. */
  #atomBefore(): Expression | null {
    if (this.isKind("name") && !trails(this.lexed.tokens[this.position + 1].text)) {
      // Looked at, as CPython does.
      this.position++;
      void this.token;
      return null;
    }
    const atom = this.atom();
    return atom === null || !trails(this.token.text) ? null : atom;
  }

  #plainTarget(ctx: Context): Expression | null {
    const { token } = this;
    const { start } = token;
    if (token.kind === "name") {
      this.position++;
      return { kind: "Name", start, end: token.end, id: token.text, ctx };
    }
    if (token.text === "(") {
      const inner = this.attempt(() => {
        this.position++;
        const found = ctx === "Del" ? this.delTarget() : this.#target(ctx);
        return found === null || this.take(")") === null ? null : found;
      });
      if (inner !== null) {
        this.parentheses.set(inner, this.placeFrom(start));
        return inner;
      }
    }
    if (token.text !== "(" && token.text !== "[") return null;
    return this.attempt(() => {
      this.position++;
      const elts = this.#elements(ctx, token.text === "(");
      if (elts === null || this.take(token.text === "(" ? ")" : "]") === null) return null;
      return { kind: token.text === "(" ? "Tuple" : "List", ...this.placeFrom(start), elts, ctx };
    });
  }

  #elements(ctx: Context, isTuple: boolean): Expression[] | null {
    const rule = () => (ctx === "Del" ? this.delTarget() : this.starTarget());
    const first = rule();
    if (first === null) return [];
    // (x) is x.
    if (isTuple && ctx === "Store" && !this.is(",")) return null;
    return [first, ...this.#more(rule)];
  }

  protected singleTarget(): SingleTarget | null {
    const member = this.memberTarget("Store");
    if (member !== null) return member;
    const name = this.storedName();
    if (name !== null) return name;
    return this.attempt(() => {
      const open = this.take("(");
      const found = open === null ? null : this.singleTarget();
      if (open === null || found === null || this.take(")") === null) return null;
      this.parentheses.set(found, this.placeFrom(open.start));
      return found;
    });
  }

  protected delTargets(): Expression[] | null {
    const first = this.delTarget();
    return first === null ? null : [first, ...this.#more(() => this.delTarget())];
  }

  protected delTarget(): Expression | null {
    return this.#target("Del");
  }
}

const trails = (text: string): boolean => text === "(" || text === "[" || text === ".";
