/** @file Rules of shapes: pure functions, no data. */
import { EngineError } from "./errors.ts";

export type Shape = readonly number[];

export function numelOf(shape: Shape): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Row-major strides. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= Math.max(1, shape[i]);
  }
  return strides;
}

export function isContiguous(shape: Shape, strides: readonly number[]): boolean {
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i] !== 1 && strides[i] !== stride) return false;
    stride *= Math.max(1, shape[i]);
  }
  return true;
}

export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** PyTorch's broadcasting: aligned at the last dim, sizes equal or 1. */
export function broadcastShapes(op: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const result = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const left = a[a.length - i] ?? 1;
    const right = b[b.length - i] ?? 1;
    if (left !== right && left !== 1 && right !== 1) throw broadcastError(op, a, b, left, right, rank - i);
    result[rank - i] = left === 1 ? right : left;
  }
  return result;
}

function broadcastError(op: string, a: Shape, b: Shape, left: number, right: number, dim: number): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "broadcast",
    op,
    shapes: [a, b],
    message: `${op}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast, dim ${dim} is ${left} against ${right}`,
    hint: "Sizes must be equal or 1, counted from the last dim.",
    pytorch: `The size of tensor a (${left}) must match the size of tensor b (${right}) at non-singleton dimension ${dim}`,
  });
}

/** A dim as people write it, -1 being the last, as an index. Scalars count as one dim, as in PyTorch. */
export function normalizeDim(op: string, dim: number, rank: number): number {
  const range = Math.max(1, rank);
  if (!Number.isInteger(dim) || dim < -range || dim >= range) {
    throw new EngineError({
      type: "IndexError",
      code: "dim",
      op,
      message: `${op}: dim must be from ${-range} to ${range - 1}, got ${dim}`,
      pytorch: `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    });
  }
  return dim < 0 ? dim + range : dim;
}

const everyDim: (readonly number[])[] = [];

function allDims(rank: number): readonly number[] {
  for (let next = everyDim.length; next <= rank; next++) everyDim.push(Array.from({ length: next }, (_, i) => i));
  return everyDim[rank];
}

/** The dims to reduce over, sorted; null or an empty list means all. */
export function normalizeDims(
  op: string,
  dims: number | readonly number[] | null | undefined,
  rank: number,
): readonly number[] {
  if (dims === null || dims === undefined || (Array.isArray(dims) && dims.length === 0)) return allDims(rank);
  const list = (typeof dims === "number" ? [dims] : dims).map((dim) => normalizeDim(op, dim, rank));
  const seen = new Set<number>();
  for (const dim of list) {
    if (seen.has(dim)) {
      throw new EngineError({
        type: "RuntimeError",
        code: "dim",
        op,
        message: `${op}: dim ${dim} appears more than once in the list of dims`,
        pytorch: `dim ${dim} appears multiple times in the list of dims`,
      });
    }
    seen.add(dim);
  }
  return list.filter((dim) => dim < rank).sort((a, b) => a - b);
}

const noDims: Shape = [];

/** The shape after reducing `dims`: they become 1 with keepdim, and go without. */
export function reducedShape(shape: Shape, dims: readonly number[], keepdim: boolean): Shape {
  if (dims.length === shape.length && !keepdim) return noDims;
  if (keepdim) return shape.map((size, i) => (dims.includes(i) ? 1 : size));
  return shape.filter((_, i) => !dims.includes(i));
}

/** Fills in the -1 of a requested shape, and checks that the numbers of elements agree. */
export function resolveShape(op: string, requested: Shape, numel: number): number[] {
  const unknown = requested.indexOf(-1);
  const known = requested.reduce((product, size) => (size === -1 ? product : product * size), 1);
  const isBad =
    requested.some((size) => !Number.isInteger(size) || size < -1) ||
    requested.indexOf(-1, unknown + 1) > unknown ||
    (unknown >= 0 ? known === 0 || numel % known !== 0 : known !== numel);
  if (isBad) {
    throw new EngineError({
      type: "RuntimeError",
      code: "reshape",
      op,
      message: `${op}: ${numel} elements do not fit shape ${formatShape(requested)}`,
      hint: "One size may be -1: it is worked out from the others.",
      pytorch:
        requested.indexOf(-1, unknown + 1) > unknown
          ? "only one dimension can be inferred"
          : `shape '${formatShape(requested)}' is invalid for input of size ${numel}`,
    });
  }
  return requested.map((size) => (size === -1 ? numel / known : size));
}
