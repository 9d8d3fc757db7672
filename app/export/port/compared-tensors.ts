/** @file torch.max of two tensors, told from torch.max along a dim. */
import { type OpFacts, opNamed } from "../../../engine/language/facts/facts.ts";
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import type { Argument } from "./framework.ts";

interface Bound {
  readonly op: OpFacts;
  readonly bound: ReadonlyMap<string, Argument>;
}

/** torch.max(a, b) is torch.maximum(a, b), unless b is a dim. */
export function comparedTensors(
  node: SyntaxNode,
  { name }: OpFacts,
  bound: ReadonlyMap<string, Argument>,
): Bound | null {
  const [input, other] = [bound.get("input"), bound.get("dim")];
  const op = name === "max" || name === "min" ? opNamed(`${name}imum`) : null;
  if (op === null || input === undefined || other === undefined || bound.size !== 2) return null;
  const isNamed =
    node.type === "call" && parts(field(node, "arguments")).some(({ type }) => type === "keyword_argument");
  if (isNamed || /^-?\d+$/.test(other.text)) return null;
  return {
    op,
    bound: new Map([
      ["input", input],
      ["other", other],
    ]),
  };
}
