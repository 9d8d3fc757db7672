/** @file A dtype as NumPy takes it: np.float32, "float32", float. */
import type { DType } from "../../../tensor/dtype.ts";
import { ArrayDType } from "./arrays/nd-array.ts";
import { PyClass } from "./classes.ts";
import { DTypeObject } from "./constants.ts";
import { typeError } from "./exceptions.ts";
import { typeName } from "./type-name.ts";

const known: Readonly<Record<string, DType>> = {
  float32: "float32",
  f4: "float32",
  float64: "float64",
  f8: "float64",
  float: "float64",
  double: "float64",
  int32: "int32",
  int64: "int64",
  int: "int64",
  bool: "bool",
  bool_: "bool",
  uint8: "uint8",
  int8: "int8",
  int16: "int16",
  float16: "float16",
  half: "float16",
  ubyte: "uint8",
  u1: "uint8",
  i4: "int32",
  i8: "int64",
  single: "float32",
};

export function dtypeOfArray(given: unknown): DType {
  const name =
    typeof given === "string"
      ? given
      : given instanceof DTypeObject || given instanceof PyClass || given instanceof ArrayDType
        ? given.name
        : "";
  if (Object.hasOwn(known, name)) return known[name];
  throw typeError(
    typeof given === "string"
      ? `data type '${given}' not understood`
      : `Cannot interpret '${typeName(given)}' as a data type`,
  );
}
