/** @file Expressions, from the condition down to what operators stand between. */
import { Cursor, Memo } from "./cursor.ts";
import type {
  Arguments,
  BinaryOperator,
  ComparisonOperator,
  Expression,
  Lambda,
  Name,
  NamedExpr,
  Starred,
  UnaryOp,
} from "./tree.ts";

/** How strongly each binds. */
const binary: ReadonlyMap<string, readonly [strength: number, op: BinaryOperator]> = new Map([
  ["|", [1, "BitOr"]],
  ["^", [2, "BitXor"]],
  ["&", [3, "BitAnd"]],
  ["<<", [4, "LShift"]],
  [">>", [4, "RShift"]],
  ["+", [5, "Add"]],
  ["-", [5, "Sub"]],
  ["*", [6, "Mult"]],
  ["/", [6, "Div"]],
  ["//", [6, "FloorDiv"]],
  ["%", [6, "Mod"]],
  ["@", [6, "MatMult"]],
]);

const comparisons: ReadonlyMap<string, ComparisonOperator> = new Map([
  ["==", "Eq"],
  ["!=", "NotEq"],
  ["<=", "LtE"],
  ["<", "Lt"],
  [">=", "GtE"],
  [">", "Gt"],
  ["in", "In"],
]);

const unary: ReadonlyMap<string, UnaryOp["op"]> = new Map([
  ["+", "UAdd"],
  ["-", "USub"],
  ["~", "Invert"],
]);

export abstract class Operators extends Cursor {
  readonly #expressions = new Memo<Expression>();
  readonly #disjunctions = new Memo<Expression>();
  readonly #sums = new Memo<Expression>();
  readonly #starred = new Memo<Expression>();

  protected abstract primary(): Expression | null;
  protected abstract lambdaParameters(): Arguments | null;

  /** What the parts of an f-string are. */
  wholeExpression(): Expression | null {
    return this.starExpressions();
  }

  protected starExpressions(): Expression | null {
    return this.#tupleOf(() => this.starExpression());
  }

  protected expressions(): Expression | null {
    return this.#tupleOf(() => this.expression());
  }

  /** One, or a tuple where there are commas. */
  #tupleOf(rule: () => Expression | null): Expression | null {
    const { start } = this.token;
    const first = rule();
    if (first === null || !this.is(",")) return first;
    const elts = [first];
    while (this.take(",") !== null) {
      const next = rule();
      if (next === null) break;
      elts.push(next);
    }
    return { kind: "Tuple", ...this.placeFrom(start), elts, ctx: "Load" };
  }

  protected starExpression(): Expression | null {
    return this.remembered(this.#starred, () => (this.is("*") ? this.splat() : this.expression()));
  }

  protected starNamedExpression(): Expression | null {
    return this.is("*") ? this.splat() : this.namedExpression();
  }

  protected starNamedExpressions(): Expression[] | null {
    const found = this.separated(() => this.starNamedExpression());
    if (found !== null) this.take(",");
    return found;
  }

  /** `*x`, as elements have it. */
  protected splat(): Starred | null {
    return this.attempt(() => {
      const star = this.take("*");
      const value = star === null ? null : this.bitwiseOr();
      if (star === null || value === null) return null;
      return { kind: "Starred", ...this.placeFrom(star.start), value, ctx: "Load" };
    });
  }

  /** `*x`, as arguments have it. */
  protected starredExpression(): Starred | null {
    return this.attempt(() => {
      const star = this.take("*");
      const value = star === null ? null : this.expression();
      if (star === null || value === null) return null;
      return { kind: "Starred", ...this.placeFrom(star.start), value, ctx: "Load" };
    });
  }

  protected storedName(): Name | null {
    const token = this.takeKind("name");
    return token === null ? null : { kind: "Name", ...this.placeFrom(token.start), id: token.text, ctx: "Store" };
  }

  protected assignmentExpression(): NamedExpr | null {
    return this.attempt(() => {
      const target = this.storedName();
      if (target === null || this.take(":=") === null) return null;
      const value = this.expression();
      return value === null ? null : { kind: "NamedExpr", ...this.placeFrom(target.start), target, value };
    });
  }

  protected namedExpression(): Expression | null {
    const named = this.assignmentExpression();
    if (named !== null) return named;
    this.mistakenNamedExpression();
    return this.unnamed();
  }

  /** Not followed by `:=`. */
  protected unnamed(): Expression | null {
    return this.attempt(() => {
      const found = this.expression();
      return found === null || this.is(":=") ? null : found;
    });
  }

  /** An argument or the element of a generator. */
  protected argumentValue(): Expression | null {
    return this.assignmentExpression() ?? this.unnamed();
  }

  protected mistakenNamedExpression(): void {}
  protected mistakenExpression(): void {}

  expression(): Expression | null {
    return this.remembered(this.#expressions, () => {
      this.mistakenExpression();
      return this.conditional();
    });
  }

  protected conditional(): Expression | null {
    const { start } = this.token;
    const body = this.disjunction();
    if (body === null) return this.lambda();
    if (!this.is("if")) return body;
    const found = this.attempt((): Expression | null => {
      this.take("if");
      const test = this.disjunction();
      if (test === null || this.take("else") === null) return null;
      const orelse = this.expression();
      return orelse === null ? null : { kind: "IfExp", ...this.placeFrom(start), test, body, orelse };
    });
    return found ?? body;
  }

  protected lambda(): Lambda | null {
    return this.attempt(() => {
      const word = this.take("lambda");
      if (word === null) return null;
      const args = this.lambdaParameters() ?? this.noParameters();
      if (this.take(":") === null) return null;
      const body = this.expression();
      return body === null ? null : { kind: "Lambda", ...this.placeFrom(word.start), args, body };
    });
  }

  protected noParameters(): Arguments {
    const { end } = this.before;
    return {
      kind: "arguments",
      start: end,
      end,
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
  }

  disjunction(): Expression | null {
    return this.remembered(this.#disjunctions, () => this.#both("Or", "or", () => this.#conjunction()));
  }

  #conjunction(): Expression | null {
    return this.#both("And", "and", () => this.inversion());
  }

  #both(op: "And" | "Or", word: string, rule: () => Expression | null): Expression | null {
    const { start } = this.token;
    const first = rule();
    if (first === null || !this.is(word)) return first;
    const values = [first];
    for (;;) {
      const from = this.position;
      const next = this.take(word) === null ? null : rule();
      if (next === null) {
        this.position = from;
        break;
      }
      values.push(next);
    }
    return values.length === 1 ? first : { kind: "BoolOp", ...this.placeFrom(start), op, values };
  }

  protected inversion(): Expression | null {
    if (!this.is("not")) return this.#comparison();
    return this.attempt(() => {
      const word = this.take("not");
      const operand = this.inversion();
      if (word === null || operand === null) return null;
      return { kind: "UnaryOp", ...this.placeFrom(word.start), op: "Not", operand };
    });
  }

  #comparison(): Expression | null {
    const { start } = this.token;
    const left = this.bitwiseOr();
    if (left === null) return null;
    const ops: ComparisonOperator[] = [];
    const comparators: Expression[] = [];
    for (;;) {
      const from = this.position;
      let op = this.#comparisonOperator();
      let right = op === null ? null : this.bitwiseOr();
      if (op === "IsNot" && right === null) {
        this.position = from + 1;
        op = "Is";
        right = this.bitwiseOr();
      }
      if (op === null || right === null) {
        this.position = from;
        break;
      }
      ops.push(op);
      comparators.push(right);
    }
    if (ops.length === 0) return left;
    return { kind: "Compare", ...this.placeFrom(start), left, ops, comparators };
  }

  #comparisonOperator(): ComparisonOperator | null {
    const { text, kind } = this.token;
    const op = comparisons.get(text);
    if (op !== undefined) {
      this.position++;
      return op;
    }
    if (kind !== "keyword") return null;
    if (text === "not") {
      this.position++;
      return this.take("in") === null ? null : "NotIn";
    }
    if (text !== "is") return null;
    this.position++;
    return this.take("not") === null ? "Is" : "IsNot";
  }

  bitwiseOr(): Expression | null {
    return this.remembered(this.#sums, () => this.#binary(1));
  }

  #binary(weakest: number): Expression | null {
    const { start } = this.token;
    let left = this.#factor();
    if (left === null) return null;
    for (;;) {
      const known = binary.get(this.token.text);
      if (known === undefined || known[0] < weakest) return left;
      const from = this.position++;
      const right = this.#binary(known[0] + 1);
      if (right === null) {
        this.position = from;
        return left;
      }
      left = { kind: "BinOp", ...this.placeFrom(start), left, op: known[1], right };
    }
  }

  #factor(): Expression | null {
    const { token } = this;
    const op = unary.get(token.text);
    if (op === undefined) return this.#power();
    this.position++;
    const operand = this.#factor();
    if (operand === null) {
      this.position--;
      return null;
    }
    return { kind: "UnaryOp", ...this.placeFrom(token.start), op, operand };
  }

  #power(): Expression | null {
    const { start } = this.token;
    const left = this.#awaited();
    if (left === null || !this.is("**")) return left;
    const from = this.position++;
    const right = this.#factor();
    if (right === null) {
      this.position = from;
      return left;
    }
    return { kind: "BinOp", ...this.placeFrom(start), left, op: "Pow", right };
  }

  #awaited(): Expression | null {
    if (!this.is("await")) return this.primary();
    return this.attempt(() => {
      const word = this.take("await");
      const value = this.primary();
      if (word === null || value === null) return null;
      return { kind: "Await", ...this.placeFrom(word.start), value };
    });
  }
}
