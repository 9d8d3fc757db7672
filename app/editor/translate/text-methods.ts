/** @file Methods of strings and numbers. */

import type ts from "typescript-api";
import { byName } from "../../../engine/by-name.ts";
import { inverse, textMethods } from "../../../engine/language/translate/spellings.ts";
import type { Expression } from "../../../engine/language/translate/tree.ts";
import { expression, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { formatted } from "./templates.ts";

const renamed: Readonly<Record<string, string>> = byName({ ...inverse(textMethods), split: "split" });

export function textMethod(
  context: ReadContext,
  node: ts.CallExpression,
  owner: ts.Expression,
  name: string,
  kind: string,
): Expression {
  const range = rangeIn(context, node);
  if (["toFixed", "toExponential", "padStart", "padEnd"].includes(name)) {
    const part = formatted(context, node);
    return part.format === "" ? refuse(context, node, `.${name}()`) : { kind: "template", parts: [part], range };
  }
  const object = expression(context, owner);
  if (name === "toString" && node.arguments.length === 0) return known(range, "str", [object]);
  const args = node.arguments.map((arg) => expression(context, arg));
  const [first, second] = args;
  if (kind !== "string") return refuse(context, node, `.${name}()`);
  const method = renamed[name];
  if (method !== undefined)
    return {
      kind: "call",
      callee: { kind: "member", object, name: method, range },
      args,
      keywords: [],
      range,
    };
  if (name === "includes" && first !== undefined)
    return { kind: "compare", operator: "in", left: first, right: object, range };
  if (name === "repeat" && first !== undefined)
    return { kind: "binary", operator: "*", left: object, right: first, range };
  if (name === "slice") {
    const part: Expression = { kind: "slice", start: first ?? null, stop: second ?? null, step: null, range };
    return { kind: "subscript", object, items: [part], isTuple: false, range };
  }
  return refuse(context, node, `.${name}() of a string`);
}
