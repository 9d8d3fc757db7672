/** @file Which values a parameter takes. */
import { allDTypes, Float, isFloating } from "../tensor/dtype.ts";
import { requireProcessor } from "../tensor/device-names.ts";
import { Tensor } from "../tensor/tensor.ts";
import { AnyGenerator } from "./any-generator.ts";
import { ComplexNumber, ComplexTensor } from "./complex/complex-tensor.ts";
import type { Param } from "./op.ts";

const isSingle = (value: unknown): value is Tensor => Tensor.isTensor(value) && value.shape.length === 0;

const isNumber = (value: unknown) => typeof value === "number" || value instanceof Float;

const isInteger = (value: unknown) => Number.isInteger(value);

export const isSize = (value: unknown) => isInteger(value) || (isSingle(value) && !isFloating(value.dtype));

const areSizes = (value: unknown) => Array.isArray(value) && value.every(isSize);

const dtypes: ReadonlySet<unknown> = new Set(allDTypes);

/** Complex ones are told apart once all arguments are there. */
const isAnyTensor = (value: unknown): boolean => Tensor.isTensor(value) || ComplexTensor.isComplex(value);

export function accepts(param: Param, value: unknown): boolean {
  if (value === null) return "default" in param && param.default === null;
  switch (param.kind) {
    case "tensor":
      return isAnyTensor(value);
    case "operand":
      return isAnyTensor(value) || value instanceof ComplexNumber || isNumber(value) || typeof value === "boolean";
    case "tensors":
      return Array.isArray(value) && value.every(isAnyTensor);
    case "number":
    case "scalar":
      return isNumber(value) || typeof value === "boolean" || value === "fro" || value === "nuc" || isSingle(value);
    case "dim":
      return isSize(value);
    case "dims":
      // A bool here is PyTorch's overload var(unbiased).
      return isSize(value) || areSizes(value) || typeof value === "boolean";
    case "dimOrTensor":
      return isInteger(value) || Tensor.isTensor(value);
    case "shape":
    case "sizes":
      return areSizes(value);
    case "bool":
      return typeof value === "boolean" || value === 0 || value === 1;
    case "dtype":
      return dtypes.has(value);
    case "target":
      return typeof value === "string" || Tensor.isTensor(value);
    case "device":
      if (typeof value === "string") requireProcessor("device", value);
      return typeof value === "string";
    case "generator":
      return value instanceof AnyGenerator;
    case "text":
    case "reduction":
      return typeof value === "string";
    case "index":
      return true;
    case "data":
      // Text is refused by the op itself, in PyTorch's words.
      return (
        typeof value === "string" ||
        isNumber(value) ||
        typeof value === "boolean" ||
        Array.isArray(value) ||
        Tensor.isTensor(value)
      );
  }
}
