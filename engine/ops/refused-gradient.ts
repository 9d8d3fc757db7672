/** @file Results that say they have a gradient, and refuse when it is asked for: PyTorch has no derivative there. */
import { EngineError } from "../tensor/errors.ts";
import { aliasOf, nodeOf, type Tensor } from "../tensor/tensor.ts";
import { label } from "./node-name.ts";
import { clone } from "./convert.ts";
import { finish, isTaped, type Op } from "./op.ts";

function refuse(op: string): never {
  throw new EngineError({
    type: "RuntimeError",
    code: "not-differentiable",
    op,
    message: `${op}: has no derivative`,
    hint: "Take it out of the gradient's way with detach(), or use a smooth function.",
    pytorch: `derivative for aten::${op} is not implemented`,
  });
}

/** The result of an op whose backward refuses. */
export function withoutDerivative(op: Op, inputs: readonly Tensor[], output: Tensor): Tensor {
  const result = finish(op, inputs, output, () => refuse(op.name));
  if (nodeOf(result) !== null) label(result, "NotImplemented");
  return result;
}

/** A slope that cannot be differentiated again; `name` is PyTorch's of what computes it. */
export function onceOnly(name: string, x: Tensor, slope: Tensor): Tensor {
  const op: Op = { ...clone.op, name };
  return isTaped(op, [x], slope) ? finish(op, [x], aliasOf(slope), () => refuse(name)) : slope;
}
