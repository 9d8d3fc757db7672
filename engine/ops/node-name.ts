/** @file The name PyTorch gives to what an op leaves on the tape: `mul` is MulBackward0. */
import { nodeOf, type TapeNode, Tensor } from "../tensor/tensor.ts";
import type { Op } from "./op.ts";

/** What nodeName reads of a node. */
export type Named = Pick<TapeNode, "op" | "label">;

export function nodeName(node: Named): string {
  if (node.label !== null) return node.label;
  return ownLabel(node.op);
}

/** AddmmBackward0 for addmm. */
export const ownLabel = (op: string): string =>
  `${op.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Backward0`;

/** Names what a function made that is one op in PyTorch and several here, or goes by another name with these arguments. */
export function label(result: unknown, name: string): void {
  if (Tensor.isTensor(result)) {
    const node = nodeOf(result);
    if (node !== null) node.label = name;
  } else if (Array.isArray(result)) for (const each of result) label(each, name);
  else if (typeof result === "object" && result !== null && "values" in result) label(result.values, name);
}

export type Call = (...args: never[]) => unknown;

/** The op, whose result is called what PyTorch calls it. Takes the arguments of all parameters. */
export function labelled(op: Op, call: Call): Call {
  const labeller = op.label;
  if (labeller === null) return call;
  return (...bound) => {
    const result: unknown = Reflect.apply(call, undefined, bound);
    // What came back as it went in was made by somebody else.
    if (result === bound[0]) return result;
    const name = typeof labeller === "string" ? labeller : labeller(bound);
    if (name !== null) label(result, name);
    return result;
  };
}
