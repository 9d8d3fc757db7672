/** @file JavaScript's operators on tensors: found by type, refused with the method's name, rewritten by one key. */
import type ts from "typescript-api";
import { methodOfOperator } from "../../../engine/language/operators.ts";
import type { Diagnostic } from "../../../engine/language/program.ts";
import type { BinaryOperator } from "../../../engine/language/runtime.ts";
import { isTensor, type Ts, takesPostfix } from "./types.ts";

export function operatorSymbol(tsApi: Ts, kind: ts.SyntaxKind): BinaryOperator | null {
  const { SyntaxKind } = tsApi;
  const symbols = new Map<ts.SyntaxKind, BinaryOperator>([
    [SyntaxKind.PlusToken, "+"],
    [SyntaxKind.MinusToken, "-"],
    [SyntaxKind.AsteriskToken, "*"],
    [SyntaxKind.SlashToken, "/"],
    [SyntaxKind.PercentToken, "%"],
    [SyntaxKind.AsteriskAsteriskToken, "**"],
    [SyntaxKind.LessThanToken, "<"],
    [SyntaxKind.LessThanEqualsToken, "<="],
    [SyntaxKind.GreaterThanToken, ">"],
    [SyntaxKind.GreaterThanEqualsToken, ">="],
    [SyntaxKind.EqualsEqualsToken, "=="],
    [SyntaxKind.ExclamationEqualsToken, "!="],
    [SyntaxKind.EqualsEqualsEqualsToken, "==="],
    [SyntaxKind.ExclamationEqualsEqualsToken, "!=="],
  ]);
  return symbols.get(kind) ?? null;
}

/** The `-` of `-=`. */
export function compoundOperator(tsApi: Ts, kind: ts.SyntaxKind): BinaryOperator | null {
  const { SyntaxKind } = tsApi;
  const symbols = new Map<ts.SyntaxKind, BinaryOperator>([
    [SyntaxKind.PlusEqualsToken, "+"],
    [SyntaxKind.MinusEqualsToken, "-"],
    [SyntaxKind.AsteriskEqualsToken, "*"],
    [SyntaxKind.SlashEqualsToken, "/"],
    [SyntaxKind.PercentEqualsToken, "%"],
    [SyntaxKind.AsteriskAsteriskEqualsToken, "**"],
  ]);
  return symbols.get(kind) ?? null;
}

const equalities: ReadonlySet<string> = new Set(["==", "!=", "===", "!=="]);

/** One diagnostic for each outermost expression of operators on tensors. */
export function operatorDiagnostics(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker): Diagnostic[] {
  const found: Diagnostic[] = [];
  const rewriter = new Rewriter(tsApi, file, checker);
  const visit = (node: ts.Node): void => {
    const symbol = tsApi.isExpression(node) ? rewriter.symbolOf(node) : null;
    if (symbol === null || !tsApi.isExpression(node)) return tsApi.forEachChild(node, visit);
    // A method call needs no parentheses: those round the operators go with them.
    let whole: ts.Node = node;
    while (tsApi.isParenthesizedExpression(whole.parent)) whole = whole.parent;
    const [start, end] = [whole.getStart(file), whole.getEnd()];
    const text = rewriter.rewrite(node);
    const message = `JavaScript's ${symbol} does not work on tensors. Use the method: ${text}`;
    found.push({
      code: "operator",
      severity: "error",
      start,
      end,
      message,
      fix: { title: `Rewrite as ${text}`, edits: [{ start, end, text }] },
    });
  };
  visit(file);
  return found;
}

class Rewriter {
  constructor(
    private readonly tsApi: Ts,
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {}

  /** The operator of a node that applies one to a tensor; null for everything else. */
  symbolOf(node: ts.Expression): BinaryOperator | null {
    const { tsApi } = this;
    if (tsApi.isPrefixUnaryExpression(node)) {
      const symbol =
        node.operator === tsApi.SyntaxKind.MinusToken ? "-" : node.operator === tsApi.SyntaxKind.PlusToken ? "+" : null;
      return symbol !== null && this.#isTensor(node.operand) ? symbol : null;
    }
    if (!tsApi.isBinaryExpression(node)) return null;
    const symbol = operatorSymbol(tsApi, node.operatorToken.kind) ?? compoundOperator(tsApi, node.operatorToken.kind);
    if (symbol === null || !(this.#isTensor(node.left) || this.#isTensor(node.right))) return null;
    return equalities.has(symbol) && !this.#comparesElements(node) ? null : symbol;
  }

  /** The expression with methods for operators, all the way down. */
  rewrite(node: ts.Expression): string {
    const { tsApi } = this;
    const symbol = this.symbolOf(node);
    if (tsApi.isParenthesizedExpression(node) && this.#unwrapped(node) !== node)
      return this.rewrite(this.#unwrapped(node));
    if (symbol === null) return this.#inside(node);
    if (tsApi.isPrefixUnaryExpression(node))
      return symbol === "+" ? this.rewrite(node.operand) : `${this.#receiver(node.operand)}.neg()`;
    if (!tsApi.isBinaryExpression(node)) return this.#inside(node);
    const compound = compoundOperator(tsApi, node.operatorToken.kind);
    const method = methodOfOperator(symbol, 2);
    const call = this.#isTensor(node.left)
      ? `${this.#receiver(node.left)}.${method}(${this.#argument(node.right)})`
      : this.#numberFirst(symbol, method, node);
    return compound === null ? call : `${node.left.getText(this.file)} = ${call}`;
  }

  /** `2 * p` is p.mul(2); where the order matters, torch.sub(1, p). A comparison turns round: 0 < p is p.gt(0). */
  #numberFirst(symbol: BinaryOperator, method: string, node: ts.BinaryExpression): string {
    const turned: Partial<Record<BinaryOperator, string>> = {
      "+": "add",
      "*": "mul",
      "<": "gt",
      "<=": "ge",
      ">": "lt",
      ">=": "le",
      "==": "eq",
      "!=": "ne",
      "===": "eq",
      "!==": "ne",
    };
    const other = turned[symbol];
    if (other !== undefined) return `${this.#receiver(node.right)}.${other}(${this.#argument(node.left)})`;
    return `torch.${method}(${this.#argument(node.left)}, ${this.#argument(node.right)})`;
  }

  #argument(node: ts.Expression): string {
    return this.rewrite(this.#unwrapped(node));
  }

  #receiver(node: ts.Expression): string {
    const inner = this.#unwrapped(node);
    const text = this.rewrite(inner);
    return takesPostfix(this.tsApi, inner) || this.symbolOf(inner) !== null ? text : `(${text})`;
  }

  #unwrapped(node: ts.Expression): ts.Expression {
    return this.tsApi.isParenthesizedExpression(node) ? this.#unwrapped(node.expression) : node;
  }

  /** The text of a node, with what is rewritten inside it. */
  #inside(node: ts.Expression): string {
    const { tsApi, file } = this;
    const base = node.getStart(file);
    const edits: { start: number; end: number; text: string }[] = [];
    const visit = (child: ts.Node): void => {
      if (tsApi.isExpression(child) && this.symbolOf(this.#unwrapped(child)) !== null) {
        edits.push({
          start: child.getStart(file) - base,
          end: child.getEnd() - base,
          text: this.rewrite(this.#unwrapped(child)),
        });
      } else {
        tsApi.forEachChild(child, visit);
      }
    };
    tsApi.forEachChild(node, visit);
    let text = node.getText(file);
    for (const edit of edits.reverse()) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    return text;
  }

  #isTensor(node: ts.Expression): boolean {
    return isTensor(this.checker.getTypeAtLocation(node));
  }

  /** `x === null` asks about the variable; a tensor against a tensor or a number asks about elements. */
  #comparesElements(node: ts.BinaryExpression): boolean {
    return [node.left, node.right].every((side) => {
      const type = this.checker.getTypeAtLocation(side);
      return isTensor(type) || (type.flags & this.tsApi.TypeFlags.NumberLike) !== 0;
    });
  }
}
