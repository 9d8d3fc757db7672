/** @file for loops: counting ones by a counter, others over arrays. */

import { boundBy, namesIn } from "../bindings.ts";
import type { Doc } from "../layout.ts";
import type { Expression, For } from "../tree.ts";
import { everyExpression, everyStatement, within } from "../walk.ts";
import { items, pattern } from "./comprehensions.ts";
import { binds, expression, inPlace, type PrintContext, value } from "./context.ts";
import { body, withFirst } from "./lines.ts";

export function loop(context: PrintContext, node: For, note: Doc): Doc {
  refuseFunctionsWithin(context, node);
  const { target, iterable } = node;
  if (
    iterable.kind === "call" &&
    iterable.callee.kind === "known" &&
    iterable.callee.path === "range" &&
    target.kind === "name"
  )
    return counting(context, node, iterable.args, note);
  const keyword = keywordOf(context, node);
  return [
    `for (${keyword}`,
    pattern(context, target),
    " of ",
    entries(context, iterable),
    ") ",
    withFirst(body(context, node.body), note),
  ];
}

/** A loop over pairs needs no copy of them. */
function entries(context: PrintContext, node: Expression): Doc {
  if (node.kind === "call" && node.callee.kind === "known" && node.callee.path === "enumerate") {
    if (node.args.length > 1 || node.keywords.length > 0)
      context.refusals.add(node.range, "enumerate() that does not begin at 0");
    return [items(context, node.args[0]).doc, ".entries()"];
  }
  return items(context, node).doc;
}

/** const, let, or nothing where the variable lives on. */
function keywordOf(context: PrintContext, node: For): string {
  const found = [...within(node.target)].flatMap((each) => {
    const variable = each.kind === "name" ? context.bindings.of(each) : null;
    return variable === null ? [] : [context.declarations.keyword(node, variable)];
  });
  if (found.includes("let")) return "let ";
  return found.includes("const") ? "const " : "";
}

function counting(context: PrintContext, node: For, args: readonly Expression[], note: Doc): Doc {
  const name = pattern(context, node.target);
  const [first, second, third] = args;
  const start: Doc = second === undefined ? "0" : value(context, first);
  const stop = second ?? first;
  const step = third === undefined ? 1 : stepOf(third);
  if (step === null) {
    context.refusals.add(node.range, "range() with a step that is no number");
    return "";
  }
  const isAssigned = [...everyStatement(node.body)].some((inner) =>
    boundBy(inner).some((each) => namesIn(node.target).includes(each)),
  );
  if (isAssigned) context.refusals.add(node.range, "a loop over range() that assigns to its own variable");
  const keyword = keywordOf(context, node) === "" ? "" : "let ";
  const steady = isSteadyIn(node, stop);
  const end = steady ? "" : context.names.inner("end");
  const limit: Doc = steady ? inPlace(expression(context, stop), binds.relational + 1) : end;
  const ahead: Doc = steady ? "" : [`, ${end} = `, value(context, stop)];
  if (!steady && keyword === "") context.refusals.add(node.range, "a loop whose variable is used after it");
  const next = step === 1 ? "++" : step === -1 ? "--" : ` += ${step}`;
  return [
    `for (${keyword}`,
    name,
    " = ",
    start,
    ahead,
    "; ",
    name,
    step > 0 ? " < " : " > ",
    limit,
    "; ",
    name,
    next,
    ") ",
    withFirst(body(context, node.body), note),
  ];
}

function stepOf(node: Expression): number | null {
  if (node.kind === "number") return node.value;
  return node.kind === "unary" && node.operator === "-" && node.value.kind === "number" ? -node.value.value : null;
}

/** Whether a loop may ask for its end in every round: nothing in it changes what the end is made of. */
function isSteadyIn(node: For, end: Expression): boolean {
  const assigned = new Set([...everyStatement(node.body)].flatMap(boundBy));
  const parts = [...within(end)];
  const isChanging = [...everyExpression(node.body)].some(
    (each) =>
      each.kind === "call" &&
      each.callee.kind === "member" &&
      /^(append|extend|pop|insert|remove|clear)$/.test(each.callee.name),
  );
  return parts.every((part) => {
    if (part.kind === "name") return !assigned.has(part.name);
    if (part.kind === "call") {
      const isLength = part.callee.kind === "known" && part.callee.path === "len";
      const isSize = part.callee.kind === "member" && /^(size|numel|dim)$/.test(part.callee.name);
      return (isLength && !isChanging) || isSize;
    }
    return ["number", "member", "subscript", "self", "known", "binary"].includes(part.kind);
  });
}

/** A function made in a loop sees the last value of the loop's variable in Python, and its own in JavaScript. */
function refuseFunctionsWithin(context: PrintContext, node: For): void {
  for (const inner of everyStatement(node.body))
    if (inner.kind === "function") context.refusals.add(inner.range, "a function defined in a loop");
  for (const each of everyExpression(node.body))
    if (
      each.kind === "call" &&
      each.callee.kind === "member" &&
      each.callee.name === "append" &&
      each.args[0]?.kind === "lambda"
    )
      context.refusals.add(each.range, "functions collected in a loop");
}
