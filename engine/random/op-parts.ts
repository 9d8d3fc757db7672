/** @file What random ops have in common: their docs, their last parameter, and what they refuse. */
import type { OpDoc, Param } from "../ops/op.ts";
import { type DType, isFloating, pytorchTypes, type TypedData } from "../tensor/dtype.ts";
import { EngineError, type ExceptionType } from "../tensor/errors.ts";
import type { Shape } from "../tensor/shape.ts";

export const generator: Param = { name: "generator", kind: "generator", default: null };

export function doc(summary: string, formula: string, example: string, shape = "the sizes given"): OpDoc {
  return {
    summary: `${summary} PyTorch's own numbers for the same seed.`,
    formula,
    shape,
    example,
    jax: null,
    numpy: null,
  };
}

/** `pytorch` is PyTorch's sentence where it has one. */
export function refuse(op: string, rule: string, pytorch: string, hint?: string): never {
  throw new EngineError({
    type: "RuntimeError",
    code: "range",
    op,
    message: `${op}: ${rule}`,
    ...(hint === undefined ? {} : { hint }),
    pytorch,
  });
}

/** Narrows to data of a floating point tensor; `pytorch` words what PyTorch says of any other. */
export function requireFloats(
  op: string,
  dtype: DType,
  data: TypedData,
  pytorch: (type: string) => string,
  raised: ExceptionType = "NotImplementedError",
): asserts data is Float32Array | Float64Array {
  if (isFloating(dtype) && !(data instanceof Uint8Array)) return;
  throw new EngineError({
    type: raised,
    code: "dtype",
    op,
    message: `${op}: draws floating point numbers, got a tensor of dtype ${dtype}`,
    hint: "Give dtype: torch.float32, or convert first: x.float().",
    pytorch: pytorch(pytorchTypes[dtype]),
  });
}

export function requireSizes(op: string, shape: Shape): void {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined)
    refuse(
      op,
      `sizes must not be negative, got ${negative}`,
      `Trying to create tensor with negative dimension ${negative}: [${shape.join(", ")}]`,
    );
}

/** Uniform and normal numbers name their kernels. */
export const notUniform = (type: string) => `"check_uniform_bounds" not implemented for '${type}'`;
export const notNormal = (type: string) => `"normal_kernel_cpu" not implemented for '${type}'`;

export function requireDeviation(op: string, std: number): void {
  if (!(std >= 0))
    refuse(op, `std must not be negative, got ${std}`, `normal expects std >= 0.0, but found std ${std}`);
}

/** 2^bits values of an integer type, or what a float holds exactly. */
export function limitsOf(dtype: DType): { readonly low: number; readonly high: number; readonly name: string } {
  switch (dtype) {
    case "float32":
      return { low: -(2 ** 24), high: 2 ** 24, name: "float" };
    case "float64":
      return { low: -(2 ** 53), high: 2 ** 53, name: "double" };
    case "int32":
      return { low: -(2 ** 31), high: 2 ** 31 - 1, name: "int" };
    case "float16":
      return { low: -(2 ** 11), high: 2 ** 11, name: "at::Half" };
    case "bfloat16":
      return { low: -(2 ** 8), high: 2 ** 8, name: "at::BFloat16" };
    case "int16":
      return { low: -(2 ** 15), high: 2 ** 15 - 1, name: "short" };
    case "int8":
      return { low: -128, high: 127, name: "signed char" };
    case "uint8":
      return { low: 0, high: 255, name: "unsigned char" };
    case "bool":
      return { low: 0, high: 1, name: "bool" };
    default:
      return { low: -(2 ** 63), high: 2 ** 63, name: "int64_t" };
  }
}

/** random_ and randint: integers of [from, to) that the dtype can hold. */
export function requireRange(op: string, from: number, to: number, dtype: DType): void {
  if (!(from < to))
    refuse(
      op,
      `high must be above low, got ${from} and ${to}`,
      `random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`,
    );
  const { low, high, name } = limitsOf(dtype);
  if (isFloating(dtype)) return;
  if (from < low || from > high)
    refuse(op, `low does not fit into ${dtype}, got ${from}`, `from is out of bounds for ${name}`);
  if (to - 1 < low || to - 1 > high)
    refuse(op, `high - 1 does not fit into ${dtype}, got ${to - 1}`, `to - 1 is out of bounds for ${name}`);
}
