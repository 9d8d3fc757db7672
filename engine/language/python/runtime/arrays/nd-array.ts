/** @file NumPy's values: an array is a tensor without a graph that answers as NumPy's do, a scalar a float that remembers its dtype. */
import { item } from "../../../../ops/convert.ts";
import { type DType, Float, isFloating } from "../../../../tensor/dtype.ts";
import type { Tensor } from "../../../../tensor/tensor.ts";
import { float } from "../floats.ts";

/** numpy.ndarray. What it shares its numbers with writes through it, and it through that. */
export class NdArray {
  constructor(readonly tensor: Tensor) {}
  /** What messages of torch call it. */
  get [Symbol.toStringTag](): string {
    return "numpy.ndarray";
  }
}

/** np.float64(…) and np.float32(…): Python's float, but for its dtype, for division by zero and for repr. */
export class NumpyFloat extends Float {
  constructor(
    value: number,
    readonly dtype: "float32" | "float64",
  ) {
    super(dtype === "float32" ? Math.fround(value) : value);
  }
}

/** x.dtype of an array: float32 where np.float32 is a class. */
export class ArrayDType {
  constructor(readonly name: DType) {}
}

/** A result as NumPy gives it: without dims it is a scalar. */
export function asNumpy(x: Tensor): unknown {
  return x.shape.length > 0 ? new NdArray(x) : scalarOfArray(x);
}

export function scalarOfArray(x: Tensor): unknown {
  const value = item(x);
  if (!isFloating(x.dtype)) return x.dtype === "bool" ? value !== 0 : value;
  return new NumpyFloat(value, x.dtype === "float32" ? "float32" : "float64");
}

/** The Python number that a scalar is. */
export const plainFloat = (value: unknown): unknown => (value instanceof NumpyFloat ? float(value.value) : value);
