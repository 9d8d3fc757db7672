/** @file Questions about types that the compiler's parts share. */
import type ts from "typescript-api";

/** TypeScript's own API, handed in: in the page it is the one that Monaco carries. */
export type Ts = typeof ts;

export function isTensor(type: ts.Type): boolean {
  return type.symbol?.escapedName === "Tensor";
}

/** Any, unknown, or a union with a tensor in it: only running can tell. */
export function mayBeTensor(tsApi: Ts, type: ts.Type): boolean {
  if (type.flags & (tsApi.TypeFlags.Any | tsApi.TypeFlags.Unknown)) return true;
  if (type.isUnion()) return type.types.some((member) => mayBeTensor(tsApi, member));
  return isTensor(type);
}

/** `.mean()` can be written behind these as they stand. */
export function takesPostfix(tsApi: Ts, node: ts.Node): boolean {
  return (
    tsApi.isIdentifier(node) ||
    tsApi.isCallExpression(node) ||
    tsApi.isPropertyAccessExpression(node) ||
    tsApi.isElementAccessExpression(node) ||
    tsApi.isParenthesizedExpression(node) ||
    tsApi.isNonNullExpression(node) ||
    node.kind === tsApi.SyntaxKind.ThisKeyword
  );
}
