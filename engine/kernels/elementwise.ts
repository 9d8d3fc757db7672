/** @file Loops over elements. No closure or array is made per element; fast paths for what losses do nearly always. */
import { allocate, type DType, type TypedData } from "../tensor/dtype.ts";
import { contiguousStrides, numelOf, type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor, viewOf } from "../tensor/tensor.ts";
import { firstOf, kernels, runLined, runScaled, runTurn, runTwo, runUnary } from "./launch.ts";
import type { BinaryName, UnaryName } from "./signatures.ts";

/** Names of kernels of one float32 operand. */
export type UnaryKernel = UnaryName | "sin" | "cos";

/** `f` decides where no kernel is named, and for every dtype but float32. */
export function mapUnary(f: (x: number) => number, x: Tensor, dtype: DType, kernel: UnaryKernel | null = null): Tensor {
  if (kernel !== null && dtype === "float32" && x.dtype === "float32") {
    if (kernel !== "sin" && kernel !== "cos") return runUnary(kernels[kernel], x);
    const turned = runTurn(kernels[kernel], x);
    if (turned !== null) return turned;
  }
  const from = toContiguousData(x);
  const output = Tensor.make(x.shape, dtype);
  const to = dataOf(output);
  for (let i = 0; i < from.length; i++) to[i] = f(from[i]);
  return output;
}

/** The kernels of two float32 operands that compute the same for operands of different shapes. */
interface Family {
  readonly same: (a: number, b: number, y: number, n: number) => void;
  /** With a number on the right, or on the left. */
  readonly right: (a: number, s: number, y: number, n: number) => void;
  readonly left: (b: number, s: number, y: number, n: number) => void;
  /** The first operand is the matrix; turned, the second. */
  readonly row: (a: number, row: number, y: number, rows: number, columns: number) => void;
  readonly turnedRow: (b: number, row: number, y: number, rows: number, columns: number) => void;
  readonly column: (a: number, column: number, y: number, rows: number, columns: number) => void;
  readonly turnedColumn: (b: number, column: number, y: number, rows: number, columns: number) => void;
}

function commutative(name: "add" | "mul" | "maximum" | "minimum"): Family {
  const [scalar, row, column] = [kernels[`${name}Scalar`], kernels[`${name}Row`], kernels[`${name}Column`]];
  return { same: kernels[name], right: scalar, left: scalar, row, turnedRow: row, column, turnedColumn: column };
}

function ordered(name: "sub" | "div"): Family {
  const turned = kernels[`r${name}Scalar`];
  return {
    same: kernels[name],
    right: kernels[`${name}Scalar`],
    left: (b, s, y, n) => turned(s, b, y, n),
    row: kernels[`${name}Row`],
    turnedRow: kernels[`r${name}Row`],
    column: kernels[`${name}Column`],
    turnedColumn: kernels[`r${name}Column`],
  };
}

const families: Readonly<Record<BinaryName, Family>> = {
  add: commutative("add"),
  sub: ordered("sub"),
  mul: commutative("mul"),
  div: ordered("div"),
  maximum: commutative("maximum"),
  minimum: commutative("minimum"),
};

export const isFloat32 = (x: Tensor | number): boolean => typeof x === "number" || x.dtype === "float32";

/** The one number that it shows, or null. */
export function numberIn(x: Tensor | number): number | null {
  if (typeof x === "number") return x;
  return x.shape.length === 0 || x.isUniform || (x.isContiguous && numelOf(x.shape) === 1) ? firstOf(x) : null;
}

/** By a kernel, where there is one for these shapes. */
function byKernel(family: Family, a: Tensor | number, b: Tensor | number, shape: Shape): Tensor | null {
  if (typeof a !== "number" && typeof b !== "number" && sameShape(a.shape, b.shape) && a.isContiguous && b.isContiguous)
    return runTwo(family.same, a, b, shape);
  if (typeof a !== "number") {
    const right = numberIn(b);
    if (right !== null && fits(a, shape)) return runScaled(family.right, a, right, shape);
  }
  if (typeof b !== "number") {
    const left = numberIn(a);
    if (left !== null && fits(b, shape)) return runScaled(family.left, b, left, shape);
  }
  if (typeof a === "number" || typeof b === "number") return null;
  if (numelOf(shape) === 0) return null;
  if (sameShape(a.shape, shape)) return lined(family.row, family.column, a, b, shape);
  return sameShape(b.shape, shape) ? lined(family.turnedRow, family.turnedColumn, b, a, shape) : null;
}

/** As many numbers as the result has. */
export const fits = (x: Tensor, shape: Shape): boolean =>
  sameShape(x.shape, shape) || numelOf(x.shape) === numelOf(shape);

function lined(row: Family["row"], column: Family["column"], whole: Tensor, line: Tensor, shape: Shape): Tensor | null {
  if (isSuffix(line.shape, shape)) return runLined(row, whole, line, shape, numelOf(line.shape));
  const last = shape[shape.length - 1];
  const isColumn =
    line.shape.length === shape.length &&
    line.shape.every((size, dim) => (dim === shape.length - 1 ? size === 1 : size === shape[dim]));
  return isColumn ? runLined(column, whole, line, shape, last) : null;
}

/** Both operands, promoted to one dtype, broadcast to `shape`. `f` decides where no kernel is named, and for every dtype but float32. */
export function mapBinary(
  f: (a: number, b: number) => number,
  a: Tensor | number,
  b: Tensor | number,
  shape: Shape,
  dtype: DType,
  promoted: DType,
  kernel: BinaryName | null = null,
): Tensor {
  if (kernel !== null && dtype === "float32" && isFloat32(a) && isFloat32(b)) {
    const result = byKernel(families[kernel], a, b, shape);
    if (result !== null) return result;
  }
  const output = Tensor.make(shape, dtype);
  const to = dataOf(output);
  const left = promotedData(a, promoted);
  const right = promotedData(b, promoted);
  if (left.length === to.length && right.length === to.length) {
    for (let i = 0; i < to.length; i++) to[i] = f(left[i], right[i]);
  } else if (right.length === 1 && left.length === to.length) {
    const value = right[0];
    for (let i = 0; i < to.length; i++) to[i] = f(left[i], value);
  } else if (left.length === 1 && right.length === to.length) {
    const value = left[0];
    for (let i = 0; i < to.length; i++) to[i] = f(value, right[i]);
  } else {
    const leftStrides = broadcastStrides(shapeOf(a), shape);
    const rightStrides = broadcastStrides(shapeOf(b), shape);
    walkPairs(shape, leftStrides, rightStrides, (i, l, r) => {
      to[i] = f(left[l], right[r]);
    });
  }
  return output;
}

const shapeOf = (x: Tensor | number): Shape => (typeof x === "number" ? [] : x.shape);

/** A number meets floats rounded to their dtype, and integers as it is. */
function promotedData(x: Tensor | number, promoted: DType): TypedData {
  if (typeof x !== "number") return toContiguousData(x);
  const data = allocate(promoted === "float32" ? "float32" : "float64", 1);
  data[0] = x;
  return data;
}

function isSuffix(part: Shape, whole: Shape): boolean {
  return part.every((size, i) => size === whole[whole.length - part.length + i]) && numelOf(part) > 0;
}

/** Strides that read a contiguous tensor of shape `from` as if it had shape `to`: 0 where it is expanded. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = contiguousStrides(from);
  const added = to.length - from.length;
  return to.map((size, dim) => (dim < added || (from[dim - added] === 1 && size !== 1) ? 0 : own[dim - added]));
}

function walkPairs(
  shape: Shape,
  leftStrides: readonly number[],
  rightStrides: readonly number[],
  visit: (index: number, left: number, right: number) => void,
): void {
  const rank = shape.length;
  const numel = numelOf(shape);
  const counter = new Int32Array(rank);
  let left = 0;
  let right = 0;
  for (let index = 0; index < numel; index++) {
    visit(index, left, right);
    for (let dim = rank - 1; dim >= 0; dim--) {
      left += leftStrides[dim];
      right += rightStrides[dim];
      if (++counter[dim] < shape[dim]) break;
      left -= leftStrides[dim] * shape[dim];
      right -= rightStrides[dim] * shape[dim];
      counter[dim] = 0;
    }
  }
}

/** A view of `x` with the sizes of `shape`, where it broadcasts to it. */
export function expandTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const added = shape.length - x.shape.length;
  const strides = shape.map((size, dim) =>
    dim < added || (x.shape[dim - added] === 1 && size !== 1) ? 0 : x.strides[dim - added],
  );
  return viewOf(x, { shape, strides, offset: x.offset });
}
