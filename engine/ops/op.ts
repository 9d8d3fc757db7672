/** @file What an op is: one record. Typings, docs, argument binding, namespaces and tests are all derived from it. */
import {
  type DType,
  defaultDType,
  dtypeOfNumber,
  isFloating,
  isHalf,
  type Operand,
  promote,
  pytorchTypes,
} from "../tensor/dtype.ts";
import { roundHalves } from "../tensor/half.ts";
import { EngineError, type ExceptionType } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { isKeeping } from "../tensor/memory.ts";
import type { Shape } from "../tensor/shape.ts";
import { blockOf, dataOf, setNode, TapeNode, Tensor } from "../tensor/tensor.ts";
import type { Place } from "./place.ts";
import { tracer } from "./trace.ts";

/** `operand` is a tensor or a number. */
export type ParamKind =
  | "tensor"
  | "operand"
  | "tensors"
  | "number"
  /** A number whose own type matters: 2 against 2.0. */
  | "scalar"
  | "dim"
  | "dims"
  | "dimOrTensor"
  | "shape"
  | "sizes"
  | "bool"
  | "dtype"
  | "device"
  /** A torch.Generator. */
  | "generator"
  /** A dtype, a device or a tensor to be like. */
  | "target"
  | "text"
  | "reduction"
  | "index"
  | "data";

export interface Param {
  readonly name: string;
  readonly kind: ParamKind;
  /** Left out, it takes this value; without a default it must be given. */
  readonly default?: number | boolean | string | null;
  /** A number whose default PyTorch writes as an int: 1, not 1.0. */
  readonly isInteger?: boolean;
  /** What it may be, where that is not what its kind says. */
  readonly choices?: readonly string[];
  /** What PyTorch calls it in another of its signatures. */
  readonly also?: string;
  /** A list of tensors that may also come one by one. */
  readonly variadic?: boolean;
}

export interface OpDoc {
  /** One sentence. */
  readonly summary: string;
  /** In plain mathematical text. */
  readonly formula: string;
  /** Shapes in and out. */
  readonly shape: string;
  /** Where it is defined, if not everywhere. */
  readonly domain?: string;
  /** The gradient where there is no derivative. */
  readonly kink?: string;
  readonly example: string;
  /** The same in JAX and NumPy; null where there is nothing like it. */
  readonly jax: string | null;
  readonly numpy: string | null;
}

/** What the gradient check tries: tensors of these shapes with elements from a range, and the arguments after them. */
export interface Sample {
  readonly shapes: readonly Shape[];
  readonly range?: readonly [number, number];
  readonly args?: readonly unknown[];
}

/** How arguments may not fit: too few or too many, a name that is not known, sizes one by one of which one is none, a wrong type among several arguments, an only argument of a wrong type. */
export type Misfit = "missing" | "many" | "unknown" | "sizes" | "wrong" | "alone";

/** What makes a node's name of an op's bound arguments; null leaves the name it has. */
export type Labeller = (args: readonly unknown[]) => string | null;

export interface Op {
  readonly name: string;
  /** Other names of the very same: subtract for sub. */
  readonly aliases: readonly string[];
  readonly doc: OpDoc;
  readonly params: readonly Param[];
  readonly places: readonly Place[];
  /** Type of the result, in the words of the typings. */
  readonly returns: string;
  /** `zero`: differentiable in name only (round, sign). `none`: the result never carries a gradient (comparisons). */
  readonly gradient: "smooth" | "zero" | "none";
  /** What PyTorch calls what it leaves on the tape, where that is not its own name in capitals: "PowBackward0" for square; by its arguments where they decide. */
  readonly label: string | Labeller | null;
  /** Where PyTorch has several signatures of it: the misfits at which it says what it got and lists them. */
  readonly lists: readonly Misfit[];
  /** What the Python before it asks of its first argument ahead of every check: a list has no attribute "size". Losses ask for that unless they say otherwise. */
  readonly asks: string | null;
  /** Has a form with a trailing underscore that overwrites its first operand. */
  readonly inPlace: boolean;
  /** Aligns the shapes of its operands. */
  readonly broadcasts: boolean;
  /** An element of the result depends on the elements of the operands at the same place alone, where these have its shape. */
  readonly elementwise: boolean;
  readonly samples: readonly Sample[];
}

export type OpFunction<F> = F & { readonly op: Op };

type Init = Pick<Op, "name" | "doc" | "params" | "samples"> & Partial<Omit<Op, "name" | "doc" | "params" | "samples">>;

/** Makes an op of its record and its eager computation, which gets the record for `finish`. */
export function defineOp<F extends (...args: never[]) => unknown>(init: Init, implement: (op: Op) => F): OpFunction<F> {
  const op: Op = {
    aliases: [],
    inPlace: false,
    places: ["torch", "method"],
    returns: "Tensor",
    gradient: "smooth",
    label: null,
    lists: [],
    asks: init.params.some(({ kind }) => kind === "reduction") ? "size" : null,
    broadcasts: false,
    elementwise: false,
    ...init,
  };
  return Object.assign(implement(op), { op });
}

/** A node whose gradient is a closure. */
class ClosureNode extends TapeNode {
  readonly #pullBack: (grad: Tensor, input: number) => Tensor | null;

  constructor(
    op: string,
    inputs: readonly Tensor[],
    output: Tensor,
    pullBack: (grad: Tensor, input: number) => Tensor | null,
  ) {
    super(op, inputs, output);
    this.#pullBack = pullBack;
  }

  pullBack(grad: Tensor, input: number): Tensor | null {
    return this.#pullBack(grad, input);
  }
}

/** Puts the result on the tape if a gradient may be wanted, and shows it to whoever looks. */
export function finish(
  op: Op,
  inputs: readonly Tensor[],
  output: Tensor,
  pullBack: (grad: Tensor, input: number) => Tensor | null,
): Tensor {
  return record(
    op,
    inputs,
    output,
    isTaped(op, inputs, output) ? new ClosureNode(op.name, inputs, output, pullBack) : null,
  );
}

/** Whether a gradient may be wanted of the result. */
export function isTaped(op: Op, inputs: readonly Tensor[], output: Tensor): boolean {
  if (!mayTape(op, output)) return false;
  for (let i = 0; i < inputs.length; i++) if (inputs[i].requires_grad) return true;
  return false;
}

/** The same for one or two operands, without a list of them. */
export function isTapedFrom(op: Op, a: Tensor | number, b: Tensor | number, output: Tensor): boolean {
  return (
    mayTape(op, output) && ((typeof a !== "number" && a.requires_grad) || (typeof b !== "number" && b.requires_grad))
  );
}

function mayTape(op: Op, output: Tensor): boolean {
  return op.gradient !== "none" && isGradEnabled() && isFloating(output.dtype);
}

/** `finish` for ops with a kind of node of their own. */
export function record(op: Op, inputs: readonly Tensor[], output: Tensor, node: TapeNode | null): Tensor {
  if (isHalf(output.dtype)) roundHalves(dataOf(output), output.dtype);
  if (node !== null) {
    if (typeof op.label === "string") node.label = op.label;
    setNode(output, node);
  } else if (isKeeping()) blockOf(output).keep();
  tracer()?.launched(op.name, inputs, [output]);
  return output;
}

/** Whether `record` has nothing to do with a result that is not taped. */
export function isUnwatched(output: Tensor): boolean {
  return !isKeeping() && tracer() === null && !isHalf(output.dtype);
}

export function operandOf(value: Tensor | number): Operand {
  if (typeof value === "number") return { dtype: dtypeOfNumber(value), weight: "number" };
  return { dtype: value.dtype, weight: value.isNumber ? "number" : value.shape.length === 0 ? "zero-dim" : "dims" };
}

/** torch.result_type of two operands. */
export function promoteTwo(a: Tensor | number, b: Tensor | number): DType {
  // What losses do nearly always: two tensors alike, or a tensor of floats and a number.
  if (typeof a === "number") {
    if (typeof b !== "number" && !b.isNumber && isFloating(b.dtype)) return b.dtype;
  } else if (!a.isNumber) {
    if (typeof b === "number") {
      if (isFloating(a.dtype)) return a.dtype;
    } else if (a.dtype === b.dtype && !b.isNumber) return a.dtype;
  }
  return promote([operandOf(a), operandOf(b)]);
}

/** Two operands as tensors, and the dtype of their result. */
export function promoteOperands(a: Tensor | number, b: Tensor | number): { left: Tensor; right: Tensor; dtype: DType } {
  const dtype = promoteTwo(a, b);
  return { left: asTensor(a, dtype), right: asTensor(b, dtype), dtype };
}

export function asTensor(value: Tensor | number, dtype: DType): Tensor {
  if (typeof value !== "number") return value;
  // A number enters in double precision when it meets integers, so that promotion alone decides what is rounded.
  return Tensor.scalar(value, isFloating(dtype) ? dtype : "float64");
}

/** The default dtype for integers and bools: what functions with real results make of them. */
export function floatingDType(dtype: DType): DType {
  return isFloating(dtype) ? dtype : defaultDType();
}

/** What PyTorch raises at a dtype, given its name of it. */
export interface DTypeRefusal {
  readonly type: ExceptionType;
  readonly say: (dtype: string) => string;
}

/** A kernel that was not compiled for a dtype. */
export const notImplemented = (kernel: string): DTypeRefusal => ({
  type: "NotImplementedError",
  say: (dtype) => `"${kernel}" not implemented for '${dtype}'`,
});

const notInferred = (op: string): DTypeRefusal => ({
  type: "RuntimeError",
  say: (dtype) =>
    `${op}(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${dtype}`,
});

export function requireFloating(op: string, x: Tensor, { type, say }: DTypeRefusal = notInferred(op)): void {
  if (isFloating(x.dtype)) return;
  throw new EngineError({
    type,
    code: "dtype",
    op,
    message: `${op}: takes floating point tensors, got ${x.dtype}`,
    hint: "Convert first: x.float().",
    pytorch: say(pytorchTypes[x.dtype]),
  });
}

/** What takes tensors of one dtype only got two; `say` is PyTorch's sentence. */
export function unlike(op: string, a: Tensor, b: Tensor, say: (left: string, right: string) => string): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op,
    message: `${op}: takes tensors of one dtype, got ${a.dtype} and ${b.dtype}`,
    hint: "Convert one of them, for example x.float().",
    pytorch: say(pytorchTypes[a.dtype], pytorchTypes[b.dtype]),
  });
}
