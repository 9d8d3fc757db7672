/** @file Operators on NumPy's arrays and scalars: the same ops as tensors', by NumPy's rules of promotion. */

import { matmul } from "../../../../ops/blas/linear-algebra.ts";
import { eq, ge, gt, le, logical_not, lt, ne } from "../../../../ops/comparison/compare.ts";
import { cast, clone, tolist } from "../../../../ops/convert.ts";
import { tensor } from "../../../../ops/creation/creation.ts";
import { overwrite } from "../../../../ops/in-place.ts";
import { add, div, mul, sub } from "../../../../ops/pointwise/arithmetic.ts";
import { bitwise_and, bitwise_not, bitwise_or, bitwise_xor } from "../../../../ops/pointwise/bitwise.ts";
import { floor_divide } from "../../../../ops/pointwise/floor-divide.ts";
import { pow } from "../../../../ops/pointwise/pow.ts";
import { remainder } from "../../../../ops/pointwise/remainder.ts";
import { abs, neg } from "../../../../ops/pointwise/unary.ts";
import { bytesOf, type DType, Float, isFloating } from "../../../../tensor/dtype.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { typeError, valueError } from "../exceptions.ts";
import { isInt } from "../floats.ts";
import { lower } from "../tensors.ts";
import { asNumpy, NdArray, NumpyFloat } from "./nd-array.ts";

type Op = (a: Tensor, b: Tensor) => Tensor;

const ops: Readonly<Record<string, Op>> = {
  add,
  sub,
  mul,
  div,
  floordiv: floor_divide,
  mod: remainder,
  pow,
  and: bitwise_and,
  or: bitwise_or,
  xor: bitwise_xor,
  matmul,
  lt,
  le,
  gt,
  ge,
  eq,
  ne,
};

/** What NumPy makes of two dtypes: no float32 for integers of 32 bits and more. */
export function promoted(a: DType, b: DType): DType {
  if (a === b || b === "bool") return a;
  if (a === "bool") return b;
  if (isFloating(a) !== isFloating(b)) {
    const [float, whole] = isFloating(a) ? [a, b] : [b, a];
    return bytesOf[whole] <= 2 && float === "float32" ? "float32" : bytesOf[whole] === 1 ? float : "float64";
  }
  if (isFloating(a)) return a === "float64" || b === "float64" ? "float64" : "float32";
  const [narrow, wide] = bytesOf[a] < bytesOf[b] ? [a, b] : [b, a];
  return narrow === "uint8" && wide === "int8" ? "int16" : wide;
}

/** dtype of Python's own numbers, which count for less than an array's. */
function weak(value: unknown, other: DType): DType {
  if (typeof value === "boolean") return other;
  if (isInt(value)) return other === "bool" ? "int64" : other;
  return isFloating(other) ? other : "float64";
}

const isNumber = (value: unknown): value is number | boolean | Float =>
  typeof value === "number" || typeof value === "boolean" || value instanceof Float;

/** The dtype of what is NumPy's. */
const strong = (value: unknown): DType | null =>
  value instanceof NdArray ? value.tensor.dtype : value instanceof NumpyFloat ? value.dtype : null;

/** An array of what stands beside one; null for what NumPy takes for no array. */
function operand(value: unknown, dtype: DType): Tensor | null {
  if (value instanceof NdArray) return cast(value.tensor, dtype);
  if (isNumber(value)) return tensor(Number(value), dtype);
  if (Array.isArray(value)) return cast(listed(value), dtype);
  return null;
}

export const isWhole = (data: unknown): boolean =>
  Array.isArray(data) ? data.length > 0 && data.every(isWhole) : isInt(data) || typeof data === "boolean";
const isTruth = (data: unknown): boolean =>
  Array.isArray(data) ? data.length > 0 && data.every(isTruth) : typeof data === "boolean";

function unpackedList(data: unknown): unknown {
  if (data instanceof NdArray) return nested(data.tensor);
  if (Tensor.isTensor(data)) return nested(data);
  return Array.isArray(data) ? data.map(unpackedList) : data;
}

function nested(x: Tensor): unknown {
  const result: unknown = tolist(x);
  const floats = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(floats)
      : typeof value === "number"
        ? new NumpyFloat(value, x.dtype === "float32" ? "float32" : "float64")
        : value;
  return isFloating(x.dtype) ? floats(result) : result;
}

const onlySingles = (data: unknown): boolean =>
  Array.isArray(data)
    ? data.length > 0 && data.every(onlySingles)
    : data instanceof NumpyFloat && data.dtype === "float32";

/** A list as an array: truths are bool, ints int64, what holds float32 alone float32, anything else float64. */
export function listed(data: unknown, dtype: DType | null = null): Tensor {
  const all = unpackedList(data);
  if (Array.isArray(all) && new Set(all.map((each) => (Array.isArray(each) ? each.length : -1))).size > 1)
    throw valueError(
      `setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (${all.length},) + inhomogeneous part.`,
    );
  const own = isTruth(all) ? "bool" : isWhole(all) ? "int64" : onlySingles(all) ? "float32" : "float64";
  const made = tensor(lower(all) as never, own);
  return dtype === null ? made : cast(made, dtype);
}

const dtypeAlone = (value: unknown): DType =>
  strong(value) ??
  (Array.isArray(value)
    ? listed(value).dtype
    : typeof value === "boolean"
      ? "bool"
      : isInt(value)
        ? "int64"
        : "float64");

const isWeak = (value: unknown): boolean => isNumber(value) && !(value instanceof NumpyFloat);

/** What both are computed in. */
function common(a: unknown, b: unknown): DType {
  if (isWeak(a) && !isWeak(b)) return weak(a, dtypeAlone(b));
  if (isWeak(b) && !isWeak(a)) return weak(b, dtypeAlone(a));
  return promoted(dtypeAlone(a), dtypeAlone(b));
}

const comparisons: ReadonlySet<string> = new Set(["lt", "le", "gt", "ge", "eq", "ne"]);

export const isNumpy = (value: unknown): value is NdArray | NumpyFloat =>
  value instanceof NdArray || value instanceof NumpyFloat;

function mismatch(a: Tensor, b: Tensor): never {
  const shape = (x: Tensor) => `(${x.shape.join(",")}${x.shape.length === 1 ? "," : ""})`;
  throw valueError(`operands could not be broadcast together with shapes ${shape(a)} ${shape(b)} `);
}

function fits(a: Tensor, b: Tensor): boolean {
  const [m, n] = [a.shape.length, b.shape.length];
  for (let d = 1; d <= Math.min(m, n); d++) {
    const [p, q] = [a.shape[m - d], b.shape[n - d]];
    if (p !== q && p !== 1 && q !== 1) return false;
  }
  return true;
}

/** `a OP b` where one is NumPy's; undefined where the other is nothing that NumPy takes. */
export function arrayOperator(name: string, a: unknown, b: unknown): unknown {
  const op = ops[name];
  const known = (value: unknown) => isNumber(value) || value instanceof NdArray || Array.isArray(value);
  if (op === undefined || !known(a) || !known(b)) return undefined;
  let dtype = common(a, b);
  if ((name === "div" && !isFloating(dtype)) || (name === "pow" && dtype === "bool")) dtype = "float64";
  if (dtype === "bool" && name === "sub")
    throw typeError(
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.",
    );
  const [left, right] = [operand(a, dtype), operand(b, dtype)];
  if (left === null || right === null) return undefined;
  if (name !== "matmul" && !fits(left, right)) mismatch(left, right);
  if (dtype === "bool" && (name === "add" || name === "mul"))
    return asNumpy(name === "add" ? bitwise_or(left, right) : bitwise_and(left, right));
  if (name === "pow" && !isFloating(dtype) && isInt(b) && b < 0)
    throw valueError("Integers to negative integer powers are not allowed.");
  const result = op(left, right);
  return asNumpy(comparisons.has(name) || result.dtype === dtype ? result : cast(result, dtype));
}

/** `a OP= b`, into the array. */
export function arrayAugmented(name: string, a: NdArray, b: unknown): unknown {
  const { tensor: x } = a;
  const result = arrayOperator(name, a, b);
  if (result === undefined) return undefined;
  const value = result instanceof NdArray ? result.tensor : tensor(Number(result), dtypeAlone(result));
  const isKept = isFloating(x.dtype) || !isFloating(value.dtype);
  if (!isKept)
    throw typeError(
      `Cannot cast ufunc '${ufuncs[name] ?? name}' output from dtype('${value.dtype}') to dtype('${x.dtype}') with casting rule 'same_kind'`,
    );
  overwrite(`${name}_`, x, () => cast(value, x.dtype));
  return a;
}

const ufuncs: Readonly<Record<string, string>> = { sub: "subtract", mul: "multiply", div: "divide" };

export function arrayUnary(name: "neg" | "invert" | "abs" | "pos", { tensor: x }: NdArray): unknown {
  if (name === "pos") return asNumpy(clone(x));
  if (name === "abs") return asNumpy(abs(x));
  if (name === "invert") {
    if (isFloating(x.dtype))
      throw typeError(
        "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
      );
    return asNumpy(x.dtype === "bool" ? logical_not(x) : bitwise_not(x));
  }
  if (x.dtype === "bool")
    throw typeError(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
    );
  return asNumpy(neg(x));
}
