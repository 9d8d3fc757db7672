/** @file Conversions between dtypes and to plain JavaScript values. */
import { mapUnary } from "../kernels/elementwise.ts";
import { requireProcessor } from "../tensor/device-names.ts";
import { allDTypes, type DType } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { isKeeping } from "../tensor/memory.ts";
import { formatShape, numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { aliasOf, blockOf, Tensor } from "../tensor/tensor.ts";
import { defineOp, finish, type Param } from "./op.ts";
import type { Place } from "./place.ts";
import { tracer } from "./trace.ts";

/** Narrow signed integers go round; bytes do where they are written. */
const wrapping: Readonly<Partial<Record<DType, number>>> = { int16: 16, int8: 8 };

function wrapped(x: number, bits: number): number {
  const size = 2 ** bits;
  const whole = ((Math.trunc(x) % size) + size) % size;
  return whole >= size / 2 ? whole - size : whole;
}

function converter(from: DType, to: DType): (x: number) => number {
  if (to === "bool") return (x) => (x !== 0 ? 1 : 0);
  const bits = wrapping[to];
  if (bits !== undefined) return (x) => wrapped(x, bits);
  if ((to === "int64" || to === "int32") && from !== "bool") return Math.trunc;
  return (x) => x;
}

/** A dtype, a device (there is one), or a tensor to be like. */
type ConversionTarget = DType | Tensor | string | null;

const isDType = (target: string): target is DType => allDTypes.some((each) => each === target);

function targetType(target: ConversionTarget): DType | null {
  if (target === null) return null;
  if (typeof target !== "string") return target.dtype;
  if (isDType(target)) return target;
  requireProcessor("to", target);
  return null;
}

export const to = defineOp(
  {
    name: "to",
    label: "ToCopyBackward0",
    doc: {
      summary: "The same numbers in another dtype.",
      formula: "x",
      shape: "same as input",
      kink: "integers and bools carry no gradient",
      example: "predictions.gt(0).to(torch.float32)",
      jax: "x.astype(dtype)",
      numpy: "x.astype(dtype)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "dtype", kind: "target", default: null },
      { name: "device", kind: "target", default: null },
      { name: "non_blocking", kind: "bool", default: false },
      { name: "copy", kind: "bool", default: false },
    ],
    places: ["method"],
    samples: [{ shapes: [[2, 3]], args: ["float64"] }],
  },
  (op) =>
    (input: Tensor, first: ConversionTarget, second: ConversionTarget = null): Tensor => {
      const dtype = targetType(first) ?? targetType(second) ?? input.dtype;
      if (input.dtype === dtype) return input;
      const output = mapUnary(converter(input.dtype, dtype), input, dtype);
      const back = input.dtype;
      return finish(op, [input], output, (grad) => to(grad, back));
    },
);

/** The name ops use among themselves. */
export const cast = to;

function casting(name: string, dtype: DType, summary: string) {
  return defineOp(
    {
      name,
      doc: {
        summary,
        formula: "x",
        shape: "same as input",
        example: `targets.${name}()`,
        jax: `x.astype("${dtype}")`,
        numpy: `x.astype("${dtype}")`,
      },
      params: [{ name: "input", kind: "tensor" }],
      places: ["method"],
      samples: [],
    },
    () =>
      (input: Tensor): Tensor =>
        to(input, dtype),
  );
}

export const float = casting("float", "float32", "The same numbers as float32.");
export const double = casting("double", "float64", "The same numbers as float64.");
export const long = casting("long", "int64", "The integer parts as int64.");
export const bool = casting("bool", "bool", "True where an element is not zero.");
export const int = casting("int", "int32", "The integer parts as int32.");

function synonym(name: string, summary: string, example: string, params: readonly Param[], places: readonly Place[]) {
  return defineOp(
    {
      name,
      doc: { summary, formula: "x", shape: "same as input", example, jax: "x", numpy: "x" },
      params: [{ name: "input", kind: "tensor" }, ...params],
      places,
      samples: [],
    },
    () =>
      (input: Tensor, target: ConversionTarget = null): Tensor =>
        to(input, target),
  );
}

export const type = synonym(
  "type",
  "The same numbers in another dtype.",
  "targets.type(torch.float64)",
  [{ name: "dtype", kind: "target" }],
  ["method"],
);
export const type_as = synonym(
  "type_as",
  "The same numbers in the dtype of another tensor.",
  "targets.type_as(predictions)",
  [{ name: "other", kind: "tensor" }],
  ["method"],
);
export const cpu = synonym("cpu", "The tensor itself: there is one device here.", "predictions.cpu()", [], ["method"]);

export const detach = defineOp(
  {
    name: "detach",
    doc: {
      summary: "The same values, cut off from the graph: no gradient flows back through the result.",
      formula: "x, with derivative 0",
      shape: "same as input",
      example: "predictions.sub(targets).abs().detach()",
      jax: "jax.lax.stop_gradient(x)",
      numpy: null,
    },
    params: [{ name: "input", kind: "tensor" }],
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor): Tensor => {
      const output = aliasOf(input);
      if (isKeeping()) blockOf(input).keep();
      tracer()?.made("detach", [input], output);
      return output;
    },
);

export const clone = defineOp(
  {
    name: "clone",
    doc: {
      summary: "A copy; gradients flow through it.",
      formula: "x",
      shape: "same as input",
      example: "predictions.clone()",
      jax: "jnp.copy(x)",
      numpy: "np.copy(x)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "memory_format", kind: "text", default: null },
    ],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (input: Tensor): Tensor =>
      finish(op, [input], Tensor.of(toContiguousData(input).slice(), input.shape, input.dtype), (grad) => grad),
);

export const item = defineOp(
  {
    name: "item",
    doc: {
      summary: "The one element as a JavaScript number. It leaves the graph: no gradient goes through a number.",
      formula: "x",
      shape: "one element in, a number out",
      example: "const scale = targets.std().item()",
      jax: "x.item()",
      numpy: "x.item()",
    },
    params: [{ name: "input", kind: "tensor" }],
    places: ["method"],
    returns: "number",
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor): number => {
      const numel = numelOf(input.shape);
      if (numel !== 1) {
        throw new EngineError({
          type: "RuntimeError",
          code: "item",
          op: "item",
          shapes: [input.shape],
          message: `item: takes a tensor of one element, got shape ${formatShape(input.shape)}`,
          hint: "Reduce it first, for example x.mean().item().",
          pytorch: `a Tensor with ${numel} elements cannot be converted to Scalar`,
        });
      }
      const value = Number(toContiguousData(input)[0]);
      tracer()?.made("item", [input], value);
      return value;
    },
);

export type NestedNumbers = number | boolean | NestedNumbers[];

export const tolist = defineOp(
  {
    name: "tolist",
    doc: {
      summary: "The elements as nested arrays of numbers, cut off from the graph.",
      formula: "x",
      shape: "any in, arrays nested as deep as there are dims out",
      example: "targets.tolist()",
      jax: "x.tolist()",
      numpy: "x.tolist()",
    },
    params: [{ name: "input", kind: "tensor" }],
    places: ["method"],
    returns: "NestedNumbers",
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor): NestedNumbers => {
      const data = toContiguousData(input);
      const read = (at: number) => (input.dtype === "bool" ? data[at] !== 0 : data[at]);
      const nest = (dim: number, at: number): NestedNumbers => {
        if (dim === input.shape.length) return read(at);
        const step = numelOf(input.shape.slice(dim + 1));
        return Array.from({ length: input.shape[dim] }, (_, i) => nest(dim + 1, at + i * step));
      };
      const lists = nest(0, 0);
      tracer()?.made("tolist", [input], lists);
      return lists;
    },
);
