/** @file What looks at a window that moves over an image: convolution and pooling in two dims, and unfold in one. */
import { add, div } from "../../../ops/arithmetic.ts";
import { clone } from "../../../ops/convert.ts";
import { matmul } from "../../../ops/linear-algebra.ts";
import { permute, reshape, transpose } from "../../../ops/movement.ts";
import type { Op } from "../../../ops/op.ts";
import { pad } from "../../../ops/padding.ts";
import { pick, positionsOf } from "../../../ops/pick.ts";
import { amax, sum } from "../../../ops/reduction.ts";
import { cat, narrow } from "../../../ops/slices.ts";
import { contiguousStrides } from "../../../tensor/shape.ts";
import type { Tensor } from "../../../tensor/tensor.ts";
import { exception } from "./exceptions.ts";

type Size = number | readonly number[];

const two = (size: Size): readonly [number, number] => {
  if (typeof size === "number") return [size, size];
  return [size[0], size[1] ?? size[0]];
};

const op: Op = { ...clone.op, name: "windows" };

/** [n, c, rows, columns, kernel rows, kernel columns] of an image [n, c, h, w] that has its margins already. */
function windowsOf(
  x: Tensor,
  kernel: readonly [number, number],
  stride: readonly [number, number],
  dilation: readonly [number, number],
): Tensor {
  const [n, c, h, w] = x.shape;
  const reach = kernel.map((size, i) => dilation[i] * (size - 1) + 1);
  if (reach[0] > h || reach[1] > w)
    throw exception(
      "RuntimeError",
      `Calculated padded input size per channel: (${h} x ${w}). Kernel size: (${reach[0]} x ${reach[1]}). Kernel size can't be greater than actual input size`,
    );
  const rows = Math.floor((h - reach[0]) / stride[0]) + 1;
  const columns = Math.floor((w - reach[1]) / stride[1]) + 1;
  const shape = [n, c, rows, columns, ...kernel];
  const positions = positionsOf(shape, ([a, b, i, j, k, l]) => {
    const [row, column] = [i * stride[0] + k * dilation[0], j * stride[1] + l * dilation[1]];
    return ((a * c + b) * h + row) * w + column;
  });
  return pick(op, x, positions, shape);
}

const batched = (x: Tensor): Tensor => (x.shape.length === 3 ? reshape(x, [1, ...x.shape]) : x);
const unbatched = (result: Tensor, x: Tensor): Tensor =>
  x.shape.length === 3 ? reshape(result, result.shape.slice(1)) : result;

function padded(x: Tensor, [top, left]: readonly [number, number], value = 0): Tensor {
  return top === 0 && left === 0 ? x : pad(x, [left, left, top, top], "constant", value);
}

export function conv2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  stride: Size,
  padding: Size,
  dilation: Size,
  groups: number,
): Tensor {
  const image = batched(x);
  const [out, channels, ...kernel] = weight.shape;
  if (image.shape[1] !== channels * groups)
    throw exception(
      "RuntimeError",
      `Given groups=${groups}, weight of size [${weight.shape.join(", ")}], expected input[${image.shape.join(", ")}] to have ${channels * groups} channels, but got ${image.shape[1]} channels instead`,
    );
  const seen = windowsOf(padded(image, two(padding)), [kernel[0], kernel[1]], two(stride), two(dilation));
  const [n, , rows, columns] = seen.shape;
  const each = out / groups;
  const parts = Array.from({ length: groups }, (_, group) => {
    const from = slicedAt(seen, 1, group * channels, channels);
    const columnsOf = reshape(moved(from), [n * rows * columns, channels * kernel[0] * kernel[1]]);
    const filters = reshape(slicedAt(weight, 0, group * each, each), [each, channels * kernel[0] * kernel[1]]);
    return reshape(matmul(columnsOf, transpose(filters, 0, 1)), [n, rows, columns, each]);
  });
  const joined = parts.length === 1 ? parts[0] : cat(parts, -1);
  const result = permute(bias === null ? joined : add(joined, bias), [0, 3, 1, 2]);
  return unbatched(result, x);
}

const slicedAt = (x: Tensor, dim: number, start: number, length: number): Tensor =>
  start === 0 && length === x.shape[dim] ? x : narrow(x, dim, start, length);

/** Channels beside the kernel's places: [n, rows, columns, c, k, l]. */
const moved = (windows: Tensor): Tensor => permute(windows, [0, 2, 3, 1, 4, 5]);

export function avg_pool2d(x: Tensor, kernelSize: Size, stride: Size | null, padding: Size): Tensor {
  const kernel = two(kernelSize);
  const seen = windowsOf(padded(batched(x), two(padding)), kernel, two(stride ?? kernelSize), [1, 1]);
  return unbatched(div(sum(seen, [4, 5]), kernel[0] * kernel[1]), x);
}

export function max_pool2d(x: Tensor, kernelSize: Size, stride: Size | null, padding: Size): Tensor {
  const margins = two(padding);
  const image = padded(batched(x), margins, Number.NEGATIVE_INFINITY);
  return unbatched(amax(windowsOf(image, two(kernelSize), two(stride ?? kernelSize), [1, 1]), [4, 5]), x);
}

export function unfold(x: Tensor, dimension: number, size: number, step: number): Tensor {
  const dim = dimension < 0 ? dimension + x.shape.length : dimension;
  if (size > x.shape[dim])
    throw exception(
      "RuntimeError",
      `maximum size for tensor at dimension ${dim} is ${x.shape[dim]} but size is ${size}`,
    );
  const count = Math.floor((x.shape[dim] - size) / step) + 1;
  const shape = [...x.shape.map((n, d) => (d === dim ? count : n)), size];
  const strides = contiguousStrides(x.shape);
  const positions = positionsOf(shape, (at) => {
    let place = at[shape.length - 1] * strides[dim];
    for (let d = 0; d < x.shape.length; d++) place += at[d] * (d === dim ? step : 1) * strides[d];
    return place;
  });
  return pick(op, x, positions, shape);
}
