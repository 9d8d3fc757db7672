/** @file Elements, and what is iterated over. */
import { type Emit, probe, type Spot } from "./emit.ts";
import type { Expression } from "./parser/tree.ts";

/** Elements with `*` spread among them. */
export function sequence(emit: Emit, nodes: readonly Expression[]): string {
  const items = nodes.map((item) =>
    item.kind === "Starred" ? `...py.splat(${emit.expression(item.value)})` : emit.expression(item),
  );
  return `[${items.join(",")}]`;
}

/** The items of an expression: that it has none is reported there. */
export function iterated(emit: Emit, node: Expression, place: Spot): string {
  return probe(emit, place, `py.iterate(${emit.expression(node)})`);
}
