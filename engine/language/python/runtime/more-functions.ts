/** @file Functions of PyTorch's that only the Python dialect has, written with the engine's ops: their gradients follow. */
import { div, mul, sub } from "../../../ops/arithmetic.ts";
import { bind } from "../../../ops/bind.ts";
import { clamp } from "../../../ops/clamp.ts";
import { cast, clone } from "../../../ops/convert.ts";
import { matmul } from "../../../ops/linear-algebra.ts";
import { broadcast_to, reshape, transpose, unsqueeze } from "../../../ops/movement.ts";
import { label } from "../../../ops/node-name.ts";
import type { Op, Param } from "../../../ops/op.ts";
import { mean, sum } from "../../../ops/reduction.ts";
import { diagonal } from "../../../ops/triangles.ts";
import { sqrt } from "../../../ops/unary.ts";
import { broadcastShapes } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { exception } from "./exceptions.ts";
import { avg_pool2d, conv2d, max_pool2d, unfold } from "./windows.ts";

export type Composite = (...args: unknown[]) => unknown;

/** A function with PyTorch's parameters; `name` is what its errors say. */
function composite(
  name: string,
  params: readonly Param[],
  run: (...bound: never[]) => unknown,
  node: string | null = null,
): Composite {
  const op: Op = { ...clone.op, name, params };
  const made: Composite = (...args) => {
    const result: unknown = Reflect.apply(run, undefined, bind(op, args));
    if (node !== null) label(result, node);
    return result;
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

const input: Param = { name: "input", kind: "tensor" };

function cov(x: Tensor, correction = 1): Tensor {
  if (x.shape.length > 2)
    throw exception(
      "RuntimeError",
      `cov(): expected input to have two or fewer dimensions but got an input with ${x.shape.length} dimensions`,
    );
  const rows = x.shape.length < 2 ? reshape(x, [1, -1]) : x;
  const centred = sub(rows, mean(rows, [1], true));
  const product = div(matmul(centred, transpose(centred, 0, 1)), Math.max(rows.shape[1] - correction, 0));
  return x.shape.length < 2 ? reshape(product, []) : product;
}

function corrcoef(x: Tensor): Tensor {
  const c = cov(x);
  if (c.shape.length === 0) return div(c, c);
  const spread = sqrt(diagonal(c, 0, 0, 1));
  return clamp(div(div(c, unsqueeze(spread, 1)), unsqueeze(spread, 0)), -1, 1);
}

function histc(x: Tensor, bins: number, min: number, max: number): Tensor {
  const data = toContiguousData(x);
  let [low, high] = [min, max];
  if (low === high && data.length > 0) {
    low = Array.from(data).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    high = Array.from(data).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  }
  if (low === high) [low, high] = [low - 1, high + 1];
  const counts = Tensor.zeros([bins], x.dtype);
  for (const value of data)
    if (value >= low && value <= high)
      counts.data[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))] += 1;
  return counts;
}

function chosen(rows: readonly (readonly number[])[], width: number, like: Tensor): Tensor {
  const made = Tensor.zeros([rows.length, width], like.dtype);
  for (const [i, row] of rows.entries()) made.data.set(row, i * width);
  return made;
}

function combinationsOf(x: Tensor, r: number): Tensor {
  const items = Array.from(toContiguousData(x));
  const rows: number[][] = [];
  const visit = (from: number, picked: readonly number[]): void => {
    if (picked.length === r) rows.push([...picked]);
    else for (let i = from; i < items.length; i++) visit(i + 1, [...picked, items[i]]);
  };
  visit(0, []);
  return chosen(rows, r, x);
}

function cartesian(...tensors: readonly Tensor[]): Tensor {
  let rows: number[][] = [[]];
  for (const x of tensors)
    rows = rows.flatMap((row) => Array.from(toContiguousData(x)).map((value) => [...row, value]));
  return tensors.length === 1 ? tensors[0] : chosen(rows, tensors.length, tensors[0]);
}

function broadcastAll(...tensors: readonly Tensor[]): Tensor[] {
  const shape = tensors.map((x) => x.shape).reduce((a, b) => broadcastShapes("broadcast_tensors", a, b));
  return tensors.map((x) => broadcast_to(x, shape));
}

function kron(a: Tensor, b: Tensor): Tensor {
  const rank = Math.max(a.shape.length, b.shape.length);
  const full = (x: Tensor) => [...Array.from({ length: rank - x.shape.length }, () => 1), ...x.shape];
  const [left, right] = [full(a), full(b)];
  const product = mul(
    reshape(
      a,
      left.flatMap((size) => [size, 1]),
    ),
    reshape(
      b,
      right.flatMap((size) => [1, size]),
    ),
  );
  return reshape(
    product,
    left.map((size, i) => size * right[i]),
  );
}

/** half and bfloat16 have no place here. */
const refuseHalf = (): never => {
  throw exception("NotImplementedError", "float16 is not available here: compute in float32");
};

const dims = (name: string, value: number | null): Param => ({ name, kind: "dims", default: value });

export const moreFunctions: Readonly<Record<string, Composite>> = {
  cov: composite("cov", [input, { name: "correction", kind: "dim", default: 1 }], cov, "SqueezeBackward0"),
  corrcoef: composite("corrcoef", [input], corrcoef),
  histc: composite(
    "histc",
    [
      input,
      { name: "bins", kind: "dim", default: 100 },
      { name: "min", kind: "number", default: 0 },
      { name: "max", kind: "number", default: 0 },
    ],
    histc,
  ),
  combinations: composite("combinations", [input, { name: "r", kind: "dim", default: 2 }], combinationsOf),
  cartesian_prod: (...args) => cartesian(...args.filter(Tensor.isTensor)),
  kron: composite("kron", [input, { name: "other", kind: "tensor" }], kron, "UnsafeViewBackward0"),
  rsub: composite(
    "rsub",
    [input, { name: "other", kind: "operand" }, { name: "alpha", kind: "number", default: 1 }],
    (x: Tensor, other: Tensor | number, alpha: number) => sub(other, alpha === 1 ? x : mul(x, alpha)),
    "RsubBackward1",
  ),
  sum_to_size: composite(
    "sum_to_size",
    [input, { name: "size", kind: "shape" }],
    (x: Tensor, size: readonly number[]) =>
      reshape(
        sum(
          x,
          x.shape.flatMap((n, d) => {
            const at = d - (x.shape.length - size.length);
            return at < 0 || (size[at] === 1 && n !== 1) ? [d] : [];
          }),
          true,
        ),
        size,
      ),
  ),
  conv2d: composite(
    "conv2d",
    [
      input,
      { name: "weight", kind: "tensor" },
      { name: "bias", kind: "tensor", default: null },
      dims("stride", 1),
      dims("padding", 0),
      dims("dilation", 1),
      { name: "groups", kind: "dim", default: 1 },
    ],
    conv2d,
    "ConvolutionBackward0",
  ),
  avg_pool2d: composite(
    "avg_pool2d",
    [input, { name: "kernel_size", kind: "dims" }, dims("stride", null), dims("padding", 0)],
    avg_pool2d,
    "AvgPool2DBackward0",
  ),
  max_pool2d: composite(
    "max_pool2d",
    [input, { name: "kernel_size", kind: "dims" }, dims("stride", null), dims("padding", 0)],
    max_pool2d,
    "MaxPool2DWithIndicesBackward0",
  ),
  unfold: composite(
    "unfold",
    [input, { name: "dimension", kind: "dim" }, { name: "size", kind: "dim" }, { name: "step", kind: "dim" }],
    unfold,
    "UnfoldBackward0",
  ),
  broadcast_tensors: (...args) => broadcastAll(...args.filter(Tensor.isTensor)),
  atleast_1d: (x) => (Tensor.isTensor(x) && x.shape.length === 0 ? reshape(x, [1]) : x),
  atleast_2d: (x) => (Tensor.isTensor(x) && x.shape.length < 2 ? reshape(x, [1, -1]) : x),
  half: refuseHalf,
  bfloat16: refuseHalf,
  short: (x) => (Tensor.isTensor(x) ? cast(x, "int32") : x),
};

/** Which of them are found where. */
export const morePlaces = {
  torch: [
    "cov",
    "corrcoef",
    "histc",
    "combinations",
    "cartesian_prod",
    "kron",
    "rsub",
    "conv2d",
    "broadcast_tensors",
    "atleast_1d",
    "atleast_2d",
  ],
  functional: ["conv2d", "avg_pool2d", "max_pool2d"],
  method: ["cov", "corrcoef", "histc", "kron", "unfold", "half", "bfloat16", "short", "sum_to_size"],
} as const;
