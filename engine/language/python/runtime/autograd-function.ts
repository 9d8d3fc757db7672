/** @file torch.autograd.Function: an op of the user's, with forward and backward written out. */
import { kept } from "../../../autograd/hooks.ts";
import { clone } from "../../../ops/convert.ts";
import { label } from "../../../ops/node-name.ts";
import { finish, type Op } from "../../../ops/op.ts";
import { isGradEnabled, withGradMode } from "../../../tensor/grad-mode.ts";
import { withKeeping } from "../../../tensor/memory.ts";
import { aliasOf, Tensor } from "../../../tensor/tensor.ts";
import { getattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { ClassMethod, Native } from "./functions.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

const contextClass = new PyClass("FunctionCtx", [object], "torch.autograd.function");
const native = (name: string, run: (args: readonly unknown[]) => unknown) => new Native(name, run);

function contextOf(args: readonly unknown[]): PyObject {
  const ctx = new PyObject(contextClass);
  const keep = (tensors: readonly unknown[]): null => {
    for (const name of ["saved_tensors", "saved_variables"]) ctx.attributes.set(name, Tuple.make(tensors));
    return null;
  };
  keep([]);
  ctx.attributes.set("save_for_backward", native("save_for_backward", keep));
  ctx.attributes.set("needs_input_grad", Tuple.make(args.map((arg) => Tensor.isTensor(arg) && arg.requires_grad)));
  for (const name of ["mark_dirty", "mark_non_differentiable", "set_materialize_grads"])
    ctx.attributes.set(
      name,
      native(name, () => null),
    );
  return ctx;
}

const listed = (shape: readonly number[]) => `[${shape.join(", ")}]`;

/** Whether summing can make the input's shape of the gradient's. */
function broadcastsTo(from: readonly number[], to: readonly number[]): boolean {
  if (from.length < to.length) return false;
  return to.every((size, i) => {
    const actual = from[from.length - to.length + i];
    return size === actual || size === 1;
  });
}

function apply(cls: PyClass, args: readonly unknown[]): unknown {
  const ctx = contextOf(args);
  const made = withGradMode(false, () => call(getattr(cls, "forward"), [ctx, ...args], none));
  const inputs = args.filter(Tensor.isTensor);
  if (!isGradEnabled() || !inputs.some(({ requires_grad }) => requires_grad)) return made;
  const outputs = Array.isArray(made) ? [...made] : [made];
  const op: Op = { ...clone.op, name: cls.name };
  const places = args.flatMap((arg, i) => (Tensor.isTensor(arg) ? [i] : []));
  const results = outputs.map((output: unknown, k): unknown => {
    if (!Tensor.isTensor(output)) return output;
    // What comes out as it went in gets a place of its own on the tape.
    const fresh = inputs.includes(output) ? aliasOf(output) : output;
    let known: { grad: Tensor; gradients: readonly unknown[] } | null = null;
    const result = finish(op, inputs, fresh, (grad, i) => {
      if (known?.grad !== grad) known = { grad, gradients: pulledBack(cls, ctx, outputs, k, grad, args.length) };
      const gradient = known.gradients[places[i]];
      if (!Tensor.isTensor(gradient)) return null;
      if (broadcastsTo(gradient.shape, inputs[i].shape)) return gradient;
      throw exception(
        "RuntimeError",
        `Function ${cls.name}Backward returned an invalid gradient at index ${places[i]} - got ${listed(gradient.shape)} but expected shape compatible with ${listed(inputs[i].shape)}`,
      );
    });
    label(result, `${cls.name}Backward`);
    return result;
  });
  return Array.isArray(made) ? Tuple.make(results) : results[0];
}

/** The user's backward, with nothing coming back to the other outputs. */
function pulledBack(
  cls: PyClass,
  ctx: PyObject,
  outputs: readonly unknown[],
  k: number,
  grad: Tensor,
  count: number,
): readonly unknown[] {
  const grads = outputs.map((output, i) =>
    i === k ? kept(grad) : Tensor.isTensor(output) ? Tensor.zeros(output.shape, output.dtype) : null,
  );
  const result = withKeeping(() => call(getattr(cls, "backward"), [ctx, ...grads], none));
  const gradients = Array.isArray(result) ? [...result] : [result];
  // Nones at the end may be too many.
  if (gradients.length < count || gradients.slice(count).some((extra) => extra !== null))
    throw exception(
      "RuntimeError",
      `function ${cls.name}Backward returned an incorrect number of gradients (expected ${count}, got ${gradients.length})`,
    );
  for (const gradient of gradients)
    if (gradient !== null && !Tensor.isTensor(gradient))
      throw typeError(`expected Variable or None (got ${typeName(gradient)})`);
  return gradients;
}

export const functionClass = new PyClass("Function", [object], "torch.autograd.function");
functionClass.members.set("apply", new ClassMethod(native("apply", ([cls, ...args]) => apply(cls as PyClass, args))));
