/** @file The truth of what decides something. */
import { type Emit, probe, probeFrom } from "./emit.ts";
import type { Expression, Place } from "./parser/tree.ts";

/**
 * `whole` is what it decides. What has no truth (a tensor of several elements) is reported where CPython reports it: at a comparison,
 * and otherwise at the beginning of the whole.
 */
export function condition(emit: Emit, whole: Place, node: Expression): string {
  switch (node.kind) {
    case "UnaryOp":
      if (node.op === "Not") return `!${condition(emit, whole, node.operand)}`;
      break;
    case "BoolOp":
      return `(${node.values.map((value) => condition(emit, whole, value)).join(node.op === "And" ? "&&" : "||")})`;
    case "Compare":
      return probe(emit, node, `py.truth(${emit.expression(node)})`);
    case "Constant":
      if (node.value.type === "bool") return String(node.value.value);
      break;
    default:
  }
  return probeFrom(emit, node, Math.min(whole.start, node.start), `py.truth(${emit.expression(node)})`);
}
