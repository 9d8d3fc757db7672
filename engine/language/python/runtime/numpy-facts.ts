/** @file What numpy says of types and of scalars: finfo, iinfo, isscalar. */

import { Float } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { ArrayDType, NdArray, NumpyFloat } from "./arrays/nd-array.ts";
import { DTypeObject, Manager } from "./constants.ts";
import { exception } from "./exceptions.ts";
import { isInt } from "./floats.ts";
import { namespace, native } from "./native.ts";

/** By how many bits of fraction and of exponent. */
function floatFacts(name: string) {
  const [bits, fraction, exponent] = name === "float16" ? [16, 10, 5] : name === "float32" ? [32, 23, 8] : [64, 52, 11];
  const most = (2 - 2 ** -fraction) * 2 ** (2 ** (exponent - 1) - 1);
  const least = 2 ** (2 - 2 ** (exponent - 1));
  const scalar = (value: number) => new NumpyFloat(value, name === "float32" ? "float32" : "float64");
  return namespace("numpy.finfo", {
    bits,
    eps: scalar(2 ** -fraction),
    max: scalar(most),
    min: scalar(-most),
    tiny: scalar(least),
    smallest_normal: scalar(least),
    resolution: scalar(name === "float64" ? 1e-15 : name === "float32" ? 1e-6 : 1e-3),
  });
}

const widths: Readonly<Record<string, number>> = { int8: 8, int16: 16, int32: 32, int64: 64, uint8: 8 };

/** np.float32, float, an array's dtype, or a number. */
function typeNameOf(given: unknown): string {
  if (given instanceof DTypeObject || given instanceof ArrayDType) return given.name;
  if (given instanceof NdArray) return given.tensor.dtype;
  if (given instanceof NumpyFloat) return given.dtype;
  if (Tensor.isTensor(given)) return given.dtype;
  if (typeof given === "string") return given;
  if (isInt(given)) return "int64";
  return "float64";
}

export const numpyFacts: Readonly<Record<string, unknown>> = {
  finfo: native("finfo", ([given]) => {
    const name = typeNameOf(given);
    if (!name.startsWith("float")) throw exception("ValueError", `data type <class 'numpy.${name}'> not inexact`);
    return floatFacts(name);
  }),
  iinfo: native("iinfo", ([given]) => {
    const name = typeNameOf(given);
    const bits = widths[name];
    if (bits === undefined)
      throw exception("ValueError", `Invalid integer data type '${name.startsWith("f") ? "f" : "b"}'.`);
    const isUnsigned = name.startsWith("u");
    const half = 2 ** (isUnsigned ? bits : bits - 1);
    return namespace("numpy.iinfo", { bits, min: isUnsigned ? 0 : -half, max: half - 1 });
  }),
  isscalar: native(
    "isscalar",
    ([x]) => typeof x === "number" || typeof x === "string" || typeof x === "boolean" || x instanceof Float,
  ),
  errstate: native(
    "errstate",
    () =>
      new Manager(
        () => null,
        () => undefined,
      ),
  ),
  seterr: native("seterr", () => null),
  set_printoptions: native("set_printoptions", () => null),
};
