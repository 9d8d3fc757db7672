/**
 * @file JavaScript's 1.0 is 1, Python's is a float. Where that decides the elements of a tensor, the number is written as an int; where it
 * cannot be told whether a number is whole, the source is refused.
 */
import { byName } from "../../../by-name.ts";
import { Bindings } from "../bindings.ts";
import { Inference } from "../infer.ts";
import type { Refusals } from "../refusals.ts";
import type { Block, Expression, NumberLiteral } from "../tree.ts";
import { isTensor, type Type } from "../types.ts";
import { everyExpression } from "../walk.ts";

const made: Readonly<Record<string, "first" | "second" | "all">> = byName({
  "torch.tensor": "first",
  "torch.as_tensor": "first",
  "torch.full": "second",
  "torch.arange": "all",
});

export function wholesOf(program: Block, refusals: Refusals): ReadonlySet<NumberLiteral> {
  const inference = new Inference(program, new Bindings(program));
  const found = new Set<NumberLiteral>();
  const isOfIntegers = (type: Type) =>
    type.kind === "tensor" && (type.elements === "integer" || type.elements === "bool");
  for (const node of everyExpression(program)) {
    if (node.kind === "binary" || node.kind === "compare") {
      for (const [side, other] of [
        [node.left, node.right],
        [node.right, node.left],
      ])
        if (isOfIntegers(inference.typeOf(side)))
          for (const leaf of leavesOf(other)) if (isWholeFloat(leaf)) found.add(leaf);
    }
    if (node.kind !== "call" || node.callee.kind !== "known") continue;
    const which = made[node.callee.path];
    if (which === undefined || node.keywords.some(({ name }) => name === "dtype")) continue;
    const data = which === "first" ? node.args.slice(0, 1) : which === "second" ? node.args.slice(1, 2) : node.args;
    const leaves = data.flatMap(leavesOf);
    // One number with a fraction makes floats of all.
    if (leaves.some((leaf) => leaf.kind === "number" && !Number.isInteger(leaf.value))) continue;
    for (const leaf of leaves) {
      if (leaf.kind === "number") {
        if (isWholeFloat(leaf)) found.add(leaf);
        continue;
      }
      const type = inference.typeOf(leaf);
      const value = inference.constantOf(leaf);
      if (type.kind === "number" && value !== null && value.isFloat && Number.isInteger(value.value))
        refusals.add(leaf.range, "a tensor of a whole number that Python would make a float (say its dtype)");
      else if (!isTensor(type) && type.kind === "unknown")
        refusals.add(leaf.range, "a tensor of a number that may be whole or not (say its dtype)");
    }
  }
  return found;
}

function isWholeFloat(node: Expression): node is NumberLiteral {
  return node.kind === "number" && node.isFloat && Number.isInteger(node.value);
}

function leavesOf(node: Expression): Expression[] {
  if (node.kind === "list" || node.kind === "tuple") return node.items.flatMap(leavesOf);
  if (node.kind === "unary" && node.operator === "-") return leavesOf(node.value);
  return [node];
}
