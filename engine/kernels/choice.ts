/** @file Comparisons, and what is chosen by them: by kernels where the operands are float32 and lie as kernels read them, else in loops. */
import type { DType } from "../tensor/dtype.ts";
import { type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { expandTo, fits, isFloat32, numberIn } from "./elementwise.ts";
import { kernels, runScaled, runThree, runTwo, runUnary } from "./launch.ts";
import type { ComparisonName } from "./signatures.ts";

/** What holds with its operands exchanged: 2 < x is x > 2. */
const mirrored: Readonly<Record<ComparisonName, ComparisonName>> = {
  gt: "lt",
  ge: "le",
  lt: "gt",
  le: "ge",
  eq: "eq",
  ne: "ne",
};

/** null where there is no kernel for these operands. */
export function compareByKernel(
  name: ComparisonName,
  a: Tensor | number,
  b: Tensor | number,
  shape: Shape,
): Tensor | null {
  if (!isFloat32(a) || !isFloat32(b)) return null;
  if (typeof a !== "number") {
    const right = numberIn(b);
    if (right !== null && fits(a, shape)) return runScaled(kernels[`${name}Scalar`], a, right, shape, "bool");
    if (typeof b !== "number" && sameShape(a.shape, b.shape)) return runTwo(kernels[name], a, b, shape, "bool");
  }
  if (typeof b === "number" || !fits(b, shape)) return null;
  const left = numberIn(a);
  return left === null ? null : runScaled(kernels[`${mirrored[name]}Scalar`], b, left, shape, "bool");
}

/** condition ? a : b, all three broadcast to `shape`. */
export function select(condition: Tensor, a: Tensor, b: Tensor, shape: Shape, dtype: DType): Tensor {
  return (
    (dtype === "float32" && sameShape(condition.shape, shape) ? selectByKernel(condition, a, b, shape) : null) ??
    selectInLoop(condition, a, b, shape, dtype)
  );
}

function selectByKernel(condition: Tensor, a: Tensor, b: Tensor, shape: Shape): Tensor | null {
  if (!isFloat32(a) || !isFloat32(b)) return null;
  const [isWhole, isOtherWhole] = [sameShape(a.shape, shape), sameShape(b.shape, shape)];
  const no = isWhole ? numberIn(b) : null;
  if (no !== null) return runTwo((c, x, y, n) => kernels.keepWhere(c, x, no, y, n), condition, a, shape);
  const yes = isOtherWhole ? numberIn(a) : null;
  if (yes !== null) return runTwo((c, x, y, n) => kernels.fillWhere(c, x, yes, y, n), condition, b, shape);
  return isWhole && isOtherWhole ? runThree(kernels.where, condition, a, b, shape) : null;
}

function selectInLoop(condition: Tensor, a: Tensor, b: Tensor, shape: Shape, dtype: DType): Tensor {
  const chosen = toContiguousData(expandTo(condition, shape));
  const yes = toContiguousData(expandTo(a, shape));
  const no = toContiguousData(expandTo(b, shape));
  const output = Tensor.make(shape, dtype);
  const to = dataOf(output);
  for (let i = 0; i < to.length; i++) to[i] = chosen[i] !== 0 ? yes[i] : no[i];
  return output;
}

/** Every element between two bounds; NaN stays NaN. */
export function clampBetween(x: Tensor, low: number, high: number, dtype: DType): Tensor {
  if (dtype === "float32" && x.dtype === "float32")
    return runUnary((from, to, n) => kernels.clamp(from, to, n, low, high), x);
  const from = toContiguousData(x);
  const output = Tensor.make(x.shape, dtype);
  const to = dataOf(output);
  for (let i = 0; i < from.length; i++) {
    const value = from[i];
    to[i] = Number.isNaN(value) ? value : Math.min(Math.max(value, low), high);
  }
  return output;
}

/** The gradient of `clampBetween`, given that of its result: it passes within the bounds, both of them included. float32 only. */
export function clampGradient(grad: Tensor, x: Tensor, low: number, high: number): Tensor {
  return runTwo((g, from, to, n) => kernels.clampGrad(g, from, to, n, low, high), grad, x, x.shape);
}
