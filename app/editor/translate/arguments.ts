/** @file Parameters, and the options at the end of a call. */
import type ts from "typescript-api";
import type { Expression, Keyword, Parameter } from "../../../engine/language/translate/tree.ts";
import { annotationOf } from "./annotations.ts";
import { expression, type ReadContext, rangeIn } from "./context.ts";

export function isBroken({ file }: ReadContext, items: readonly ts.Node[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  return file.text.slice(first.getFullStart(), first.getStart(file)).includes("\n");
}

/** The options at the end of a call, as keywords. */
export function keywordsOf(context: ReadContext, node: ts.ObjectLiteralExpression): Keyword[] {
  const { ts: tsApi } = context;
  return node.properties.flatMap((item): Keyword[] => {
    if (tsApi.isShorthandPropertyAssignment(item))
      return [{ name: item.name.text, value: expression(context, item.name) }];
    if (tsApi.isPropertyAssignment(item) && (tsApi.isIdentifier(item.name) || tsApi.isStringLiteral(item.name)))
      return [{ name: item.name.text, value: expression(context, item.initializer) }];
    context.refusals.add(rangeIn(context, item), "options other than name: value");
    return [];
  });
}

export function parametersOf(context: ReadContext, list: readonly ts.ParameterDeclaration[]): Parameter[] {
  const { ts: tsApi } = context;
  return list.flatMap((node): Parameter[] => {
    if (!tsApi.isIdentifier(node.name)) {
      context.refusals.add(rangeIn(context, node), "a parameter that takes its argument apart");
      return [];
    }
    const isRest = node.dotDotDotToken !== undefined;
    const range = rangeIn(context, node.name);
    const absent: Expression = { kind: "constant", value: null, range };
    const value =
      node.initializer !== undefined
        ? expression(context, node.initializer)
        : node.questionToken !== undefined
          ? absent
          : null;
    const annotation = annotationOf(tsApi, node.type);
    return [
      {
        name: context.names.of(node.name),
        value,
        annotation: isRest
          ? null
          : node.questionToken !== undefined && annotation !== null && annotation.kind !== "optional"
            ? { kind: "optional", of: annotation }
            : annotation,
        form: isRest ? "rest" : "plain",
        range,
      },
    ];
  });
}
