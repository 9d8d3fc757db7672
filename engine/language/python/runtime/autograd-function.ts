/** @file torch.autograd.Function: an op of the user's, with forward and backward written out. */
import { tracer } from "../../../ops/trace.ts";
import { kept } from "../../../autograd/hooks.ts";
import { clone } from "../../../ops/convert.ts";
import { label } from "../../../ops/node-name.ts";
import { finish, type Op } from "../../../ops/op.ts";
import { underChosenDType } from "../../../tensor/dtype.ts";
import { isGradEnabled, withGradMode } from "../../../tensor/grad-mode.ts";
import { withKeeping } from "../../../tensor/memory.ts";
import { aliasOf, nodeOf, rewrite, Tensor } from "../../../tensor/tensor.ts";
import { getattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { ClassMethod, Native } from "./functions.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

const contextClass = new PyClass("FunctionCtx", [object], "torch.autograd.function");
const native = (name: string, run: (args: readonly unknown[]) => unknown) => new Native(name, run);

/** What forward told its context. */
interface Marks {
  /** Outputs that carry no gradient. */
  readonly plain: Set<unknown>;
  /** Inputs that forward wrote to: they come out as outputs. */
  readonly dirty: Set<unknown>;
  /** Outputs without a gradient get zeros, or None. */
  givesZeros: boolean;
}

function contextOf(args: readonly unknown[]): { readonly ctx: PyObject; readonly marks: Marks } {
  const ctx = new PyObject(contextClass);
  const marks: Marks = { plain: new Set(), dirty: new Set(), givesZeros: true };
  const keep = (tensors: readonly unknown[]): null => {
    const odd = tensors.find((each) => each !== null && !Tensor.isTensor(each));
    if (odd !== undefined)
      throw typeError(
        `save_for_backward can only save variables, but argument ${tensors.indexOf(odd)} is of type ${typeName(odd)}`,
      );
    for (const name of ["saved_tensors", "saved_variables"]) ctx.attributes.set(name, Tuple.make(tensors));
    return null;
  };
  const marking = (name: string, into: Set<unknown>) =>
    native(name, (tensors) => {
      for (const tensor of tensors) into.add(tensor);
      return null;
    });
  keep([]);
  ctx.attributes.set("save_for_backward", native("save_for_backward", keep));
  ctx.attributes.set("needs_input_grad", Tuple.make(args.map((arg) => Tensor.isTensor(arg) && arg.requires_grad)));
  ctx.attributes.set("mark_dirty", marking("mark_dirty", marks.dirty));
  ctx.attributes.set("mark_non_differentiable", marking("mark_non_differentiable", marks.plain));
  ctx.attributes.set(
    "set_materialize_grads",
    native("set_materialize_grads", ([on]) => {
      marks.givesZeros = on === true;
      return null;
    }),
  );
  return { ctx, marks };
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

/** In two parts since PyTorch 2: forward without the context, which setup_context then fills. */
function computed(cls: PyClass, ctx: PyObject, args: readonly unknown[]): unknown {
  const forward = getattr(cls, "forward");
  const setup = cls.lookup("setup_context");
  if (setup === undefined) return call(forward, [ctx, ...args], none);
  const output = call(forward, args, none);
  call(getattr(cls, "setup_context"), [ctx, Tuple.make(args), output], none);
  return output;
}

function apply(cls: PyClass, args: readonly unknown[]): unknown {
  const { ctx, marks } = contextOf(args);
  tracer()?.applied(cls.name);
  const made = withGradMode(false, () => computed(cls, ctx, args));
  const inputs = args.filter(Tensor.isTensor);
  if (!isGradEnabled() || !inputs.some(({ requires_grad }) => requires_grad)) return made;
  const outputs: readonly unknown[] = Array.isArray(made) ? [...made] : [made];
  const op: Op = { ...clone.op, name: cls.name };
  const places = args.flatMap((arg, i) => (Tensor.isTensor(arg) ? [i] : []));
  const carriesGradient = (output: unknown): output is Tensor => Tensor.isTensor(output) && !marks.plain.has(output);
  const count = outputs.filter(carriesGradient).length;
  /** What came back to each output so far. */
  const slots: (Tensor | null)[] = outputs.map(() => null);
  let gradients: readonly unknown[] | null = null;
  const pulled = underChosenDType(() => pulledBack(cls, ctx, outputs, slots, marks.givesZeros, args.length));
  const pullBack = (i: number): Tensor | null => {
    gradients ??= pulled();
    const gradient = gradients[places[i]];
    if (i === inputs.findLastIndex(({ requires_grad }) => requires_grad)) {
      gradients = null;
      slots.fill(null);
    }
    if (!Tensor.isTensor(gradient)) return null;
    if (broadcastsTo(gradient.shape, inputs[i].shape)) return gradient;
    throw exception(
      "RuntimeError",
      `Function ${cls.name}Backward returned an invalid gradient at index ${places[i]} - got ${listed(gradient.shape)} but expected shape compatible with ${listed(inputs[i].shape)}`,
    );
  };
  // Of several outputs backward waits for all: they hang on one node, which is reached when everything has come back.
  const bundle =
    count > 1
      ? labelled(
          finish(op, inputs, Tensor.zeros([], "float32"), (_, i) => pullBack(i)),
          cls,
        )
      : null;
  const results = outputs.map((output: unknown, k): unknown => {
    if (!Tensor.isTensor(output)) return output;
    // What comes out as it went in gets a place of its own on the tape.
    const fresh = inputs.includes(output) ? aliasOf(output) : output;
    if (!carriesGradient(output)) return fresh;
    const result =
      bundle === null
        ? finish(op, inputs, fresh, (grad, i) => {
            slots[k] = grad;
            return pullBack(i);
          })
        : finish(op, [bundle], fresh, (grad) => {
            slots[k] = grad;
            return Tensor.zeros([], "float32");
          });
    labelled(result, cls);
    if (!marks.dirty.has(output)) return result;
    rewrite(output, nodeOf(result));
    return output;
  });
  return Array.isArray(made) ? Tuple.make(results) : results[0];
}

const labelled = (x: Tensor, cls: PyClass): Tensor => {
  label(x, `${cls.name}Backward`);
  return x;
};

/** The user's backward, with zeros, or None, for outputs that nothing came back to. */
function pulledBack(
  cls: PyClass,
  ctx: PyObject,
  outputs: readonly unknown[],
  slots: readonly (Tensor | null)[],
  givesZeros: boolean,
  count: number,
): readonly unknown[] {
  const backward = cls.lookup("backward") === undefined ? cls.lookup("vjp") : cls.lookup("backward");
  if (backward === undefined)
    throw exception(
      "NotImplementedError",
      "You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.",
    );
  const grads = outputs.map((output, i) => {
    const grad = slots[i];
    if (grad !== null) return kept(grad);
    return givesZeros && Tensor.isTensor(output) ? Tensor.zeros(output.shape, output.dtype) : null;
  });
  const name = cls.lookup("backward") === undefined ? "vjp" : "backward";
  const result = withKeeping(() => call(getattr(cls, name), [ctx, ...grads], none));
  const gradients: readonly unknown[] = Array.isArray(result) ? [...result] : [result];
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
functionClass.members.set(
  "forward",
  native("forward", () => {
    throw exception("NotImplementedError", "You must implement the forward function for custom autograd.Function.");
  }),
);
