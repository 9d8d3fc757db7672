/** @file Comprehensions as map and filter, and what a loop goes through. */
import { bracketed, type Doc } from "../layout.ts";
import type { Call, Clause, Comprehension, Expression } from "../tree.ts";
import { isTensor } from "../types.ts";
import {
  binds,
  expression,
  inPlace,
  link,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { truth } from "./operators.ts";
import { isSteady } from "./steady.ts";

const isKnown = (node: Expression, path: string): node is Call =>
  node.kind === "call" && node.callee.kind === "known" && node.callee.path === path;

export function comprehension(context: PrintContext, node: Comprehension): Printed {
  if (node.result === "dict") {
    const pair: Doc = node.key === null ? "" : ["[", value(context, node.key), ", ", value(context, node.element), "]"];
    return printed(["Object.fromEntries(", chain(context, node, node.clauses, pair).doc, ")"]);
  }
  return chain(context, node, node.clauses, arrowBody(context, node.element));
}

function arrowBody(context: PrintContext, node: Expression): Doc {
  const { doc } = expression(context, node);
  return node.kind === "dict" ? ["(", doc, ")"] : doc;
}

function chain(context: PrintContext, node: Comprehension, clauses: readonly Clause[], body: Doc): Printed {
  const [first, ...rest] = clauses;
  const target = pattern(context, first.target);
  const inner = rest.length === 0 ? body : chain(context, node, rest, body).doc;
  const method = rest.length === 0 ? "map" : "flatMap";
  // [f(i) for i in range(n)] counts by itself.
  if (
    isKnown(first.iterable, "range") &&
    first.iterable.args.length === 1 &&
    first.conditions.length === 0 &&
    method === "map"
  )
    return printed([
      "Array.from({ length: ",
      value(context, first.iterable.args[0]),
      first.target.kind === "name" && first.target.name === "_" ? " }, () => " : [" }, (_, ", target, ") => "],
      inner,
      ")",
    ]);
  const isSame =
    node.element.kind === "name" && first.target.kind === "name" && node.element.name === first.target.name;
  const source = filtered(context, first);
  if (isSame && first.conditions.length > 0 && rest.length === 0 && node.key === null) return source;
  return link(source, `.${method}((`, target, ") => ", inner, ")");
}

/** What a clause goes through, without what its conditions leave out. */
function filtered(context: PrintContext, { target, iterable, conditions }: Clause): Printed {
  return conditions.reduce(
    (source, condition) =>
      link(source, ".filter((", pattern(context, target), ") => ", truth(context, condition).doc, ")"),
    items(context, iterable),
  );
}

/** What a loop's or a comprehension's target takes apart. */
export function pattern(context: PrintContext, target: Expression): Doc {
  if (target.kind === "tuple" || target.kind === "list")
    return [
      "[",
      ...target.items.flatMap((item, i) => (i === 0 ? [pattern(context, item)] : [", ", pattern(context, item)])),
      "]",
    ];
  if (target.kind === "spread") return ["...", pattern(context, target.value)];
  if (target.kind !== "name") context.refusals.add(target.range, "a target other than a name");
  return expression(context, target).doc;
}

/** An array of what is gone through, with a dot to follow. */
export function items(context: PrintContext, node: Expression): Printed {
  if (node.kind === "call" && node.callee.kind === "known") {
    const { path } = node.callee;
    if (path === "range") return range(context, node);
    if (path === "enumerate") return printed(["[...", items(context, node.args[0]).doc, ".entries()]"]);
    if (path === "zip") return zip(context, node);
  }
  const type = typeAt(context, node);
  if (isTensor(type)) return link(expression(context, node), ".unbind(0)");
  if (type.kind === "dict") return printed(["Object.keys(", value(context, node), ")"]);
  if (type.kind === "string") return printed(["[...", value(context, node), "]"]);
  if (type.kind !== "list" && type.kind !== "tuple")
    return refuse(context, node, "a loop over something that may be a tensor or a list (annotate it)");
  return type.kind === "list" && type.holder !== undefined
    ? printed(receiver(context, node), binds.atom)
    : expression(context, node);
}

function range(context: PrintContext, node: Call): Printed {
  const { args } = node;
  const i = context.names.inner("i");
  if (args.length === 1) return printed(["Array.from({ length: ", value(context, args[0]), ` }, (_, ${i}) => ${i})`]);
  if (args.length === 2) {
    const [start, stop] = args.map((arg) => inPlace(expression(context, arg), binds.multiplicative));
    return printed(["Array.from({ length: ", stop, " - ", start, ` }, (_, ${i}) => `, start, ` + ${i})`]);
  }
  return refuse(context, node, "range() with a step, as a list");
}

/** Lists that stand there with all their items: the pairs can as well. */
function writtenOut(context: PrintContext, lists: readonly Expression[]): Printed | null {
  const items = lists.map((list) => (list.kind === "list" || list.kind === "tuple" ? list.items : null));
  const [first] = items;
  if (first === undefined || first === null) return null;
  if (items.some((each) => each?.length !== first.length || each.some(({ kind }) => kind === "spread"))) return null;
  const pairs = first.map((_, i): Doc => {
    const pair = items.flatMap((each) => (each === null ? [] : [value(context, each[i])]));
    return [bracketed("[", pair, "]"), " as const"];
  });
  return printed(bracketed("[", pairs, "]"), binds.atom);
}

/** Pairs as long as the shorter list. */
function zip(context: PrintContext, node: Call): Printed {
  const [first, ...others] = node.args;
  if (first === undefined || others.length === 0) return refuse(context, node, "zip() of fewer than two lists");
  const written = writtenOut(context, node.args);
  if (written !== null) return written;
  for (const other of others)
    if (!isSteady(other)) return refuse(context, other, "zip() of a computed list (name it first)");
  const [each, i] = [context.names.inner("each"), context.names.inner("i")];
  const parts = others.map((other): { length: Doc; item: Doc } => {
    if (isTensor(typeAt(context, other)))
      return { length: [receiver(context, other), ".size(0)"], item: [receiver(context, other), `.getitem([${i}])`] };
    const { doc } = items(context, other);
    return { length: [doc, ".length"], item: [doc, `[${i}]`] };
  });
  const lengths = node.args.map((arg) => {
    const type = typeAt(context, arg);
    return type.kind === "tuple" ? type.items.length : null;
  });
  const isEven = lengths[0] !== null && lengths.every((length) => length === lengths[0]);
  const shortest: Doc =
    parts.length === 1
      ? parts[0].length
      : ["Math.min(", ...parts.flatMap(({ length }, k) => (k === 0 ? [length] : [", ", length])), ")"];
  const all = items(context, first);
  const cut = isEven ? all : link(all, ".slice(0, ", shortest, ")");
  return link(cut, `.map((${each}, ${i}) => [${each}`, ...parts.flatMap(({ item }) => [", ", item]), "] as const)");
}

/** map(f, xs), list(range(n)), and any(… for …) by another method of arrays. */
export function mapped(context: PrintContext, node: Call, method: "some" | "every" | "map" = "map"): Printed {
  const [first, second] = node.args;
  if (first.kind === "comprehension" && method !== "map") {
    const [clause] = first.clauses;
    const test = truth(context, first.element).doc;
    return link(filtered(context, clause), `.${method}((`, pattern(context, clause.target), ") => ", test, ")");
  }
  if (node.callee.kind === "known" && node.callee.path === "map") {
    if (second === undefined || node.args.length > 2) return refuse(context, node, "map() of several lists");
    const each = context.names.inner("each");
    return link(items(context, second), `.map((${each}) => `, receiver(context, first), `(${each}))`);
  }
  return items(context, node);
}
