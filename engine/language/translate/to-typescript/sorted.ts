/** @file sorted(): JavaScript has to be told what comes first. */
import type { Call, Expression } from "../tree.ts";
import { isNumber, itemOf, type Type } from "../types.ts";
import { type PrintContext, type Printed, printed, receiver, refuse, typeAt } from "./context.ts";

export function sorted(context: PrintContext, node: Call, first: Expression): Printed {
  const isReversed = isReversedIn(node);
  if (node.args.length !== 1 || isReversed === null) return refuse(context, node, "sorted() with key");
  const type = typeAt(context, first);
  const item = itemOf(type);
  if (!["list", "tuple", "dict"].includes(type.kind) || item === null)
    return refuse(context, node, "sorted() of something that is no list");
  const order = orderOf(item, isReversed);

  if (order === null) return refuse(context, node, "sorted() of items that may be no numbers and no words");
  const from = type.kind === "dict" ? ["Object.keys(", receiver(context, first), ")"] : receiver(context, first);
  return printed([from, order]);
}

function orderOf(item: Type, isReversed: boolean): string | null {
  const back = isReversed ? ".toReversed()" : "";
  if (isNumber(item)) return isReversed ? ".toSorted((a, b) => b - a)" : ".toSorted((a, b) => a - b)";
  if (item.kind === "string") return `.toSorted()${back}`;
  // The keys of a dict differ: values are never compared.
  if (item.kind === "tuple" && item.items[0]?.kind === "string")
    return `.toSorted(([a], [b]) => (a < b ? -1 : 1))${back}`;
  return null;
}

/** xs.sort(), of numbers. */
export function sortedInPlace(context: PrintContext, node: Call, object: Expression, item: Type): Printed {
  const isReversed = isReversedIn(node);
  if (node.args.length > 0 || isReversed === null || !isNumber(item))
    return refuse(context, node, ".sort() with key, or of items that may be no numbers");
  return printed([receiver(context, object), isReversed ? ".sort((a, b) => b - a)" : ".sort((a, b) => a - b)"]);
}

/** Null where it is asked for another order. */
function isReversedIn({ keywords }: Call): boolean | null {
  const [only] = keywords;
  if (only === undefined) return false;
  const isReversed = only.name === "reverse" && only.value.kind === "constant" && only.value.value === true;
  return isReversed && keywords.length === 1 ? true : null;
}
