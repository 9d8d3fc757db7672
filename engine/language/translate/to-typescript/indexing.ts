/** @file x[…]: elements of lists by JavaScript's index, of tensors by getitem. */
import type { Doc } from "../layout.ts";
import { join } from "../layout.ts";
import type { Expression, Slice, Subscript } from "../tree.ts";
import { isNumber, isTensor } from "../types.ts";
import {
  binds,
  held,
  link,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { isSteady } from "./steady.ts";

export function index(context: PrintContext, node: Subscript): Printed {
  const { object, items } = node;
  const type = typeAt(context, object);
  const owner = receiver(context, object);
  if (type.kind === "tensor") return link(held(context, object), ".getitem(", indices(context, items), ")");
  const [only] = items;
  if (items.length !== 1) return refuse(context, node, "an index with commas into something that may not be a tensor");
  if (type.kind === "record" && only.kind === "number")
    return printed([owner, ".", type.names.at(only.value) ?? "values"]);
  if (type.kind === "dict") {
    const isPlain = only.kind === "string" && /^[A-Za-z_$][\w$]*$/.test(only.value);
    return printed(isPlain ? [owner, ".", only.value] : [owner, "[", value(context, only), "]"]);
  }
  if (type.kind !== "list" && type.kind !== "tuple" && type.kind !== "string")
    return refuse(context, node, "an index into something that may be a tensor or a list (annotate it)");
  if (only.kind === "slice") return sliced(context, node, only, owner);
  const negative = negativeOf(only);
  if (negative === null) {
    if (!isNumber(typeAt(context, only)) && !isTensor(typeAt(context, only)))
      return refuse(context, only, "an index that may be no number");
    const place = isTensor(typeAt(context, only)) ? [receiver(context, only), ".item()"] : value(context, only);
    return printed([owner, "[", place, "]"]);
  }
  // The size of a dim counts from the end by itself.
  if (object.kind === "member" && object.name === "shape" && isTensor(typeAt(context, object.object)))
    return printed([receiver(context, object.object), `.size(-${negative})`]);
  if (type.kind === "tuple") return printed([owner, `[${type.items.length - negative}]`]);
  if (!isSteady(object)) return printed([owner, `.at(-${negative})!`]);
  return printed([owner, "[", owner, `.length - ${negative}]`]);
}

/** The 1 of -1. */
function negativeOf(node: Expression): number | null {
  if (node.kind === "unary" && node.operator === "-" && node.value.kind === "number") return node.value.value;
  return null;
}

function sliced(context: PrintContext, node: Expression, { start, stop, step }: Slice, owner: Doc): Printed {
  const isReversed = step !== null && negativeOf(step) === 1 && start === null && stop === null;
  if (isReversed && typeAt(context, node).kind !== "string") return printed([owner, ".toReversed()"]);
  if (step !== null) return refuse(context, step, "a step in the slice of a list");
  const from = start === null ? "0" : value(context, start);
  if (stop === null) return printed([owner, ".slice(", start === null ? "" : from, ")"]);
  return printed([owner, ".slice(", from, ", ", value(context, stop), ")"]);
}

/** The list that getitem and setitem take: x[1:, 0] is x.getitem([{ start: 1 }, 0]). */
export function indices(context: PrintContext, items: readonly Expression[]): Doc {
  return [
    "[",
    ...join(
      items.map((item) => (item.kind === "slice" ? slice(context, item).doc : value(context, item))),
      ", ",
    ),
    "]",
  ];
}

export function slice(context: PrintContext, node: Slice): Printed {
  const parts = (["start", "stop", "step"] as const).flatMap((name) => {
    const given = node[name];
    return given === null ? [] : [[`${name}: `, value(context, given)]];
  });
  return printed(parts.length === 0 ? "{}" : ["{ ", ...join(parts, ", "), " }"], binds.atom);
}
