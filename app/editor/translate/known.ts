/** @file What a loss finds in scope: torch, nn, F, and JavaScript's Math. */
import type ts from "typescript-api";
import type { Range } from "../../../engine/language/program.ts";
import type { Expression } from "../../../engine/language/translate/tree.ts";
import type { ReadContext } from "./context.ts";

const roots: Readonly<Record<string, string>> = { torch: "torch", nn: "torch.nn", F: "torch.nn.functional" };

/** The full Python name of torch.abs, nn.functional.relu, F.relu. */
export function knownPath(context: ReadContext, node: ts.Expression): string | null {
  const { ts: tsApi } = context;
  if (tsApi.isIdentifier(node)) return context.names.isOwn(node) ? null : (roots[node.text] ?? null);
  if (!tsApi.isPropertyAccessExpression(node)) return null;
  const owner = knownPath(context, node.expression);
  return owner === null ? null : `${owner}.${node.name.text}`;
}

const path =
  (full: string) =>
  (range: Range): Expression => ({ kind: "known", path: full, range });

export const mathConstants: Readonly<Record<string, (range: Range) => Expression>> = {
  "Math.PI": path("math.pi"),
  "Math.E": path("math.e"),
  "Number.POSITIVE_INFINITY": path("math.inf"),
  "Number.NaN": path("math.nan"),
};

/** A static method, or an attribute of this. */
export function isInstanceMember(context: ReadContext, node: ts.PropertyAccessExpression): boolean {
  const { ts: tsApi } = context;
  if (node.expression.kind === tsApi.SyntaxKind.ThisKeyword || node.expression.kind === tsApi.SyntaxKind.SuperKeyword)
    return true;
  const symbol = context.checker.getSymbolAtLocation(node.expression);
  return symbol !== undefined && (symbol.flags & tsApi.SymbolFlags.Class) !== 0;
}

/** Functions of Math by Python's names; the rest have forms of their own. */
export const mathFunctions: Readonly<Record<string, string>> = {
  abs: "abs",
  trunc: "int",
  ...Object.fromEntries(
    [
      "sqrt",
      "exp",
      "expm1",
      "log",
      "log2",
      "log10",
      "log1p",
      "sin",
      "cos",
      "tan",
      "asin",
      "acos",
      "atan",
      "atan2",
      "sinh",
      "cosh",
      "tanh",
      "hypot",
      "floor",
      "ceil",
      "cbrt",
    ].map((name) => [name, `math.${name}`]),
  ),
};
