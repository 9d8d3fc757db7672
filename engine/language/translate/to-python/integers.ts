/** @file Sizes and indices are ints in Python: what was divided has to be cut. */
import { functionOp, methodOp } from "../ops.ts";
import type { Call, Expression } from "../tree.ts";

/** Whether a number may have a fraction that JavaScript would not mind. */
export function isFractional(node: Expression): boolean {
  switch (node.kind) {
    case "number":
      return node.isFloat;
    case "binary":
      return node.operator === "/" || (node.operator !== "//" && (isFractional(node.left) || isFractional(node.right)));
    case "unary":
      return isFractional(node.value);
    case "conditional":
      return isFractional(node.whenTrue) || isFractional(node.whenFalse);
    case "call":
      return node.callee.kind === "known" && /^math\.(?!floor|ceil|trunc)/.test(node.callee.path);
    default:
      return false;
  }
}

const sizes: ReadonlySet<string> = new Set(["dim", "dims", "sizes", "shape"]);

/** Which arguments of a call have to be ints: by position, and by name. */
export function integerArguments(node: Call): {
  readonly at: (i: number) => boolean;
  readonly named: (name: string) => boolean;
} {
  const { callee } = node;
  if (callee.kind === "known" && callee.path === "range") return { at: () => true, named: () => true };
  const op =
    callee.kind === "known" ? functionOp(callee.path) : callee.kind === "member" ? methodOp(callee.name) : null;
  const params = op === null ? [] : callee.kind === "member" ? op.params.slice(1) : op.params;
  const spread = params.findIndex(({ kind }) => kind === "sizes");
  return {
    at: (i) => sizes.has(params[i]?.kind ?? "") || (spread >= 0 && i >= spread),
    named: (name) => params.some((param) => param.name === name && sizes.has(param.kind)),
  };
}
