/** @file Parameters as they stand; `self` is the caller's to take away. */
import { parametersOf as parametersIn } from "../../python/functions.ts";
import type * as python from "../../python/parser/tree.ts";
import type { Expression, Parameter } from "../tree.ts";
import { annotationOf } from "./annotations.ts";
import type { ReadContext } from "./expressions.ts";

export function parametersOf(
  context: ReadContext,
  args: python.Arguments,
  read: (node: python.Expression) => Expression,
): Parameter[] {
  return parametersIn(args).flatMap(({ spot, name, value, kind, annotation }) => {
    if (kind === "keywords") {
      context.refusals.add(spot, "**parameters (name them one by one)");
      return [];
    }
    return {
      name,
      value: value === null ? null : read(value),
      annotation: annotationOf(annotation, context.names),
      form: kind,
      range: { start: spot.end - name.length, end: spot.end },
    };
  });
}
