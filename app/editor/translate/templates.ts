/** @file Text with values in it. */
import type ts from "typescript-api";
import type { Expression, Template } from "../../../engine/language/translate/tree.ts";
import { expression, kindAt, type ReadContext, rangeIn } from "./context.ts";

/** `${x.toFixed(3)}` is {x:.3f}. */
export function template(context: ReadContext, node: ts.TemplateExpression): Expression {
  const parts: Template["parts"][number][] = [];
  if (node.head.text !== "") parts.push(node.head.text);
  for (const span of node.templateSpans) {
    parts.push(formatted(context, span.expression));
    if (span.literal.text !== "") parts.push(span.literal.text);
  }
  return { kind: "template", parts, range: rangeIn(context, node) };
}

export function formatted(context: ReadContext, node: ts.Expression): { value: Expression; format: string } {
  const { ts: tsApi } = context;
  if (tsApi.isCallExpression(node) && tsApi.isPropertyAccessExpression(node.expression)) {
    const { name, expression: owner } = node.expression;
    const [digits, filler] = node.arguments;
    const side = { padStart: ">", padEnd: "<" }[name.text];
    if (side !== undefined && digits !== undefined && tsApi.isNumericLiteral(digits) && filler === undefined) {
      const inner = formatted(context, owner);
      if (!/^[<>\d]/.test(inner.format)) return { value: inner.value, format: `${side}${digits.text}${inner.format}` };
    }
    const kind = { toFixed: "f", toExponential: "e" }[name.text];
    if (
      kind !== undefined &&
      kindAt(context, owner).name === "number" &&
      (digits === undefined || tsApi.isNumericLiteral(digits))
    )
      return { value: expression(context, owner), format: `.${digits?.text ?? "0"}${kind}` };
  }
  return { value: expression(context, node), format: "" };
}
