/** @file What a loss finds in scope: torch, nn, F, and JavaScript's Math. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import * as shared from "../../../engine/language/translate/spellings.ts";
import { inverse } from "../../../engine/language/translate/spellings.ts";
import type { Expression } from "../../../engine/language/translate/tree.ts";
import { type ReadContext, rangeIn } from "./context.ts";

const roots: Readonly<Record<string, string>> = byName({ torch: "torch", nn: "torch.nn", F: "torch.nn.functional" });

/** The full Python name of torch.abs, nn.functional.relu, F.relu. */
export function knownPath(context: ReadContext, node: ts.Expression): string | null {
  const { ts: tsApi } = context;
  if (tsApi.isIdentifier(node)) return context.names.isOwn(node) ? null : (roots[node.text] ?? null);
  if (!tsApi.isPropertyAccessExpression(node)) return null;
  const owner = knownPath(context, node.expression);
  return owner === null ? null : `${owner}.${node.name.text}`;
}

const constants: Readonly<Record<string, string>> = byName({
  ...inverse(shared.mathConstants),
  "Number.POSITIVE_INFINITY": "math.inf",
  "Number.NaN": "math.nan",
});

/** Math.PI; null for anything else. */
export function mathConstant(context: ReadContext, node: ts.PropertyAccessExpression): Expression | null {
  const path = constants[node.getText(context.file)];
  return path === undefined ? null : { kind: "known", path, range: rangeIn(context, node) };
}

/** A static method, or an attribute of this. */
export function isInstanceMember(context: ReadContext, node: ts.PropertyAccessExpression): boolean {
  const { ts: tsApi } = context;
  if (node.expression.kind === tsApi.SyntaxKind.ThisKeyword || node.expression.kind === tsApi.SyntaxKind.SuperKeyword)
    return true;
  const symbol = context.checker.getSymbolAtLocation(node.expression);
  return symbol !== undefined && (symbol.flags & tsApi.SymbolFlags.Class) !== 0;
}

/** Functions of Math by Python's names; the rest have forms of their own. */
export const mathFunctions: Readonly<Record<string, string>> = byName({
  ...inverse(shared.mathFunctions),
  "Math.abs": "abs",
  "Math.trunc": "int",
});
