/** @file TypeScript's types as Python's annotations, as far as they tell something. */
import type ts from "typescript-api";
import type { Annotation } from "../../../engine/language/translate/tree.ts";
import type { Ts } from "../compiler/types.ts";

export function annotationOf(tsApi: Ts, node: ts.TypeNode | undefined): Annotation | null {
  if (node === undefined) return null;
  const { SyntaxKind } = tsApi;
  switch (node.kind) {
    case SyntaxKind.NumberKeyword:
      return { kind: "float" };
    case SyntaxKind.BooleanKeyword:
      return { kind: "bool" };
    case SyntaxKind.StringKeyword:
      return { kind: "string" };
  }
  if (tsApi.isLiteralTypeNode(node)) {
    if (node.literal.kind === SyntaxKind.NullKeyword) return { kind: "none" };
    return tsApi.isStringLiteral(node.literal) ? { kind: "string" } : null;
  }
  if (tsApi.isParenthesizedTypeNode(node)) return annotationOf(tsApi, node.type);
  if (tsApi.isTypeOperatorNode(node)) return annotationOf(tsApi, node.type);
  if (tsApi.isArrayTypeNode(node)) {
    const item = annotationOf(tsApi, node.elementType);
    return item === null ? null : { kind: "list", item };
  }
  if (tsApi.isTupleTypeNode(node)) {
    const items = node.elements.map((element) => annotationOf(tsApi, element));
    return items.every((item) => item !== null) ? { kind: "tuple", items } : null;
  }
  if (tsApi.isUnionTypeNode(node)) return union(node.types.map((type) => annotationOf(tsApi, type)));
  if (!tsApi.isTypeReferenceNode(node)) return null;
  const name = node.typeName.getText();
  if (name === "Tensor") return { kind: "tensor" };
  if (name === "Record" && node.typeArguments?.length === 2) {
    const value = annotationOf(tsApi, node.typeArguments[1]);
    return value === null ? null : { kind: "dict", value };
  }
  return name.startsWith("nn.") ? { kind: "class", path: `torch.${name}` } : null;
}

function union(types: readonly (Annotation | null)[]): Annotation | null {
  const present = types.filter((type) => type?.kind !== "none");
  const [first] = present;
  if (first === undefined || first === null || present.some((type) => type?.kind !== first.kind)) return null;
  return present.length < types.length ? { kind: "optional", of: first } : first;
}
