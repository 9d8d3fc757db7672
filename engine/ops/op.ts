/** @file What an op is: one record. Typings, docs, argument binding, namespaces and tests are all derived from it. */
import {
  allocate,
  type DType,
  defaultDType,
  dtypeOfNumber,
  isFloating,
  type Operand,
  promote,
} from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
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

export type Place = "torch" | "method" | "F";

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
  /** Has a form with a trailing underscore that overwrites its first operand. */
  readonly inPlace: boolean;
  /** Aligns the shapes of its operands. */
  readonly broadcasts: boolean;
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
    broadcasts: false,
    ...init,
  };
  return Object.assign(implement(op), { op });
}

/** Puts the result on the tape if a gradient may be wanted, and shows it to whoever looks. */
export function finish(
  op: Op,
  inputs: readonly Tensor[],
  output: Tensor,
  pullBack: (grad: Tensor, input: number) => Tensor | null,
): Tensor {
  if (
    op.gradient !== "none" &&
    isGradEnabled() &&
    isFloating(output.dtype) &&
    inputs.some((input) => input.requires_grad)
  ) {
    output.node = {
      op: op.name,
      inputs,
      edges: inputs.map((input) => (input.requires_grad ? (input.node ?? input) : null)),
      output,
      pullBack,
      isFreed: false,
      retainedBy: null,
    };
  }
  tracer()?.launched(op.name, inputs, [output]);
  return output;
}

export function operandOf(value: Tensor | number): Operand {
  if (typeof value === "number") return { dtype: dtypeOfNumber(value), weight: "number" };
  return { dtype: value.dtype, weight: value.isNumber ? "number" : value.shape.length === 0 ? "zero-dim" : "dims" };
}

/** Two operands as tensors, and the dtype of their result. */
export function promoteOperands(a: Tensor | number, b: Tensor | number): { left: Tensor; right: Tensor; dtype: DType } {
  const dtype = promote([operandOf(a), operandOf(b)]);
  return { left: asTensor(a, dtype), right: asTensor(b, dtype), dtype };
}

export function asTensor(value: Tensor | number, dtype: DType): Tensor {
  if (typeof value !== "number") return value;
  // A number enters in double precision when it meets integers, so that promotion alone decides what is rounded.
  const data = allocate(isFloating(dtype) ? dtype : "float64", 1);
  data[0] = value;
  return Tensor.of(data, [], isFloating(dtype) ? dtype : "float64");
}

/** The default dtype for integers and bools: what functions with real results make of them. */
export function floatingDType(dtype: DType): DType {
  return isFloating(dtype) ? dtype : defaultDType();
}

export function requireFloating(op: string, x: Tensor): void {
  if (isFloating(x.dtype)) return;
  const name = x.dtype === "bool" ? "Bool" : x.dtype === "int32" ? "Int" : "Long";
  throw new EngineError({
    code: "dtype",
    op,
    message: `${op}: takes floating point tensors, got ${x.dtype}`,
    hint: "Convert first: x.float().",
    pytorch: `${op}(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${name}`,
  });
}
