/** @file What is usually meant by an expression that is none. Each rule is CPython's: where it matches, it says so. */
import type { Comprehension, Expression } from "../tree.ts";
import { Statements } from "../statements.ts";
import { invalidTarget, nameOf, type TargetsOf } from "./expression-names.ts";

/** Words that are names where they are not meant; CPython takes what they begin with for them, too. */
const isSoft = (name: string): boolean => ["_", "case", "match"].some((word) => word.startsWith(name));

export abstract class ExpressionMistakes extends Statements {
  /** Where one thing is tried after another only to see whether a comma is missing, nothing is said. */
  #isSilent = false;
  readonly #namedSeen = new Set<number>();

  /** Tries a rule that says what is wrong, and forgets that it read anything. */
  protected see(rule: () => unknown): void {
    if (this.#isSilent) return;
    const from = this.position;
    rule();
    this.position = from;
  }

  #silently(rule: () => Expression | null): Expression | null {
    const was = this.#isSilent;
    this.#isSilent = true;
    const found = rule();
    this.#isSilent = was;
    return found;
  }

  protected refuseTarget(of: TargetsOf, node: Expression): void {
    const invalid = invalidTarget(node, of);
    if (invalid !== null) this.refuse(`cannot ${of === "del" ? "delete" : "assign to"} ${nameOf(invalid)}`, invalid);
  }

  #isLegacy(node: Expression): boolean {
    return node.kind === "Name" && (node.id === "print" || node.id === "exec");
  }

  protected override mistakenExpression(): void {
    this.see(() => this.#missingComma());
    this.see(() => {
      const a = this.disjunction();
      const b = a === null || this.take("if") === null ? null : this.disjunction();
      if (a !== null && b !== null && !this.is("else") && !this.is(":"))
        this.refuse("expected 'else' after 'if' expression", { start: a.start, end: b.end });
    });
    this.see(() => {
      const name = this.takeKind("name");
      if (name === null || this.is("(")) return;
      const b = this.starExpressions();
      if (b !== null && (name.text === "print" || name.text === "exec"))
        this.refuse(`Missing parentheses in call to '${name.text}'. Did you mean ${name.text}(...)?`, {
          start: name.start,
          end: b.end,
        });
    });
  }

  #missingComma(): void {
    const { token } = this;
    if (token.kind === "name") {
      if (isSoft(token.text)) return;
      this.position++;
      const isPrefixed = this.isKind("string");
      this.position--;
      if (isPrefixed) return;
    }
    const a = this.disjunction();
    if (a === null) return;
    const b = this.#silently(() => this.conditional());
    if (b === null || this.#isLegacy(a) || this.before.depth === 0) return;
    this.refuse("invalid syntax. Perhaps you forgot a comma?", { start: a.start, end: b.end });
  }

  protected override mistakenNamedExpression(): void {
    if (this.#isSilent || this.#namedSeen.has(this.position)) return;
    this.#namedSeen.add(this.position);
    const { start } = this.token;
    this.see(() => {
      const a = this.expression();
      if (a === null || this.take(":=") === null || this.expression() === null) return;
      this.refuse(`cannot use assignment expressions with ${nameOf(a)}`, a);
    });
    this.see(() => {
      if (this.takeKind("name") === null || this.take("=") === null || this.bitwiseOr() === null) return;
      if (this.is("=") || this.is(":=")) return;
      this.refuse("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", this.placeFrom(start));
    });
    this.see(() => {
      const isDisplay =
        this.ahead(() => this.list() ?? this.tuple() ?? this.generator()) ||
        this.is("True") ||
        this.is("None") ||
        this.is("False");
      const a = isDisplay ? null : this.bitwiseOr();
      if (a === null || this.take("=") === null || this.bitwiseOr() === null) return;
      if (this.is("=") || this.is(":=")) return;
      this.refuse(`cannot assign to ${nameOf(a)} here. Maybe you meant '==' instead of '='?`, a);
    });
  }

  protected override mistakenGroup(): void {
    this.see(() => {
      if (this.take("(") === null) return;
      const starred = this.starredExpression();
      if (starred !== null && this.is(")")) this.refuse("cannot use starred expression here", starred);
    });
    this.see(() => {
      if (this.take("(") === null) return;
      const stars = this.take("**");
      if (stars !== null && this.expression() !== null && this.is(")"))
        this.refuse("cannot use double starred expression here", stars);
    });
  }

  protected override mistakenComprehension(opening: "(" | "[" | "{"): void {
    this.see(() => {
      if (this.takeOpening() === null) return;
      const starred = this.starredExpression();
      if (starred !== null && this.clauses() !== null)
        this.refuse("iterable unpacking cannot be used in comprehension", starred);
    });
    if (opening === "(") return;
    const message = "did you forget parentheses around the comprehension target?";
    this.see(() => {
      if (this.takeOpening() === null) return;
      const first = this.starNamedExpression();
      if (first === null || this.take(",") === null) return;
      const others = this.starNamedExpressions();
      if (others === null || this.clauses() === null) return;
      this.refuse(message, { start: first.start, end: others[others.length - 1].end });
    });
    this.see(() => {
      if (this.takeOpening() === null) return;
      const first = this.starNamedExpression();
      const comma = first === null ? null : this.take(",");
      if (first !== null && comma !== null && this.clauses() !== null)
        this.refuse(message, { start: first.start, end: comma.end });
    });
  }

  protected takeOpening() {
    return this.take("(") ?? this.take("[") ?? this.take("{");
  }

  protected override mistakenDictComprehension(): void {
    this.see(() => {
      if (this.take("{") === null) return;
      const stars = this.take("**");
      if (stars === null || this.bitwiseOr() === null || this.clauses() === null || !this.is("}")) return;
      this.refuse("dict unpacking cannot be used in dict comprehension", stars);
    });
  }

  protected override mistakenForTarget(): void {
    this.see(() => {
      this.take("async");
      if (this.take("for") === null) return;
      const targets = this.starExpressions();
      if (targets !== null) this.refuseTarget("for", targets);
    });
  }

  protected override mistakenArguments(): void {
    const unparenthesised = "Generator expression must be parenthesized";
    this.see(() => {
      if (this.args() !== null && this.take(",") !== null && this.is("*"))
        this.refuse("iterable argument unpacking follows keyword argument unpacking", this.token);
    });
    this.see(() => {
      const element = this.expression();
      const clauses = element === null ? null : this.clauses();
      if (element !== null && clauses !== null && this.take(",") !== null)
        this.refuse(unparenthesised, { start: element.start, end: lastOf(clauses) });
    });
    this.see(() => this.#comparisonMeant());
    this.see(() => {
      const given = this.args();
      const clauses = given === null ? null : this.clauses();
      if (given === null || clauses === null || given.args.length <= 1) return;
      this.refuse(unparenthesised, { start: given.args[given.args.length - 1].start, end: lastOf(clauses) });
    });
    this.see(() => {
      if (this.args() === null || this.take(",") === null) return;
      const element = this.expression();
      const clauses = element === null ? null : this.clauses();
      if (element !== null && clauses !== null)
        this.refuse(unparenthesised, { start: element.start, end: lastOf(clauses) });
    });
    this.see(() => {
      const given = this.args();
      if (given === null || this.take(",") === null || this.args() === null) return;
      const isUnpacked = given.keywords.some(({ arg }) => arg === null);
      this.refuseLast(`positional argument follows keyword argument${isUnpacked ? " unpacking" : ""}`);
    });
  }

  /** `f(x = y for y in z)` */
  #comparisonMeant(): void {
    const name = this.takeKind("name");
    const equals = name === null ? null : this.take("=");
    if (name === null || equals === null || this.expression() === null || this.clauses() === null) return;
    this.refuse("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", { start: name.start, end: equals.end });
  }

  protected override mistakenKeyword(): void {
    this.see(() => {
      const word = this.take("True") ?? this.take("False") ?? this.take("None");
      const equals = word === null ? null : this.take("=");
      if (word !== null && equals !== null)
        this.refuse(`cannot assign to ${word.text}`, { start: word.start, end: equals.end });
    });
    this.see(() => this.#comparisonMeant());
    this.see(() => {
      const isKeyword = this.ahead(() => (this.takeKind("name") === null ? null : this.take("=")));
      const value = isKeyword ? null : this.expression();
      const equals = value === null ? null : this.take("=");
      if (value !== null && equals !== null)
        this.refuse('expression cannot contain assignment, perhaps you meant "=="?', {
          start: value.start,
          end: equals.end,
        });
    });
  }
}

/** Where the last expression of the last clause ends. */
function lastOf(clauses: readonly Comprehension[]): number {
  const last = clauses[clauses.length - 1];
  return (last.ifs.at(-1) ?? last.iter).end;
}
