/** @file The name PyTorch gives to what an op leaves on the tape: `mul` is MulBackward0. */
import { aliasOf, baseOf, blockOf, nodeOf, setNode, type TapeNode, Tensor } from "../tensor/tensor.ts";
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

/** What one op made is no view of anything, though here it may show what was made on the way. */
export function standalone(result: unknown, bound: readonly unknown[]): unknown {
  if (Tensor.isTensor(result)) {
    if (baseOf(result) === null) return result;
    return bound.some((arg) => holdsBlockOf(result, arg)) ? result : rebased(result);
  }
  if (typeof result === "object" && result !== null && "values" in result && Tensor.isTensor(result.values)) {
    const values = standalone(result.values, bound);
    return values === result.values ? result : { ...result, values };
  }
  return result;
}

const holdsBlockOf = (result: Tensor, arg: unknown): boolean =>
  Tensor.isTensor(arg)
    ? blockOf(arg) === blockOf(result)
    : Array.isArray(arg) && arg.some((each) => holdsBlockOf(result, each));

function rebased(view: Tensor): Tensor {
  const own = aliasOf(view);
  const node = nodeOf(view);
  if (node !== null) {
    node.output = own;
    setNode(own, node);
  }
  return own;
}

/** The op, whose result is called what PyTorch calls it. Takes the arguments of all parameters. */
export function labelled(op: Op, call: Call): Call {
  const labeller = op.label;
  if (labeller === null) return call;
  return (...bound) => {
    const result: unknown = Reflect.apply(call, undefined, bound);
    // What came back as it went in was made by somebody else.
    if (result === bound[0]) return result;
    const name = typeof labeller === "string" ? labeller : labeller(bound);
    const own = name === null ? result : standalone(result, bound);
    if (name !== null) label(own, name);
    return own;
  };
}
