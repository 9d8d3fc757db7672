/** @file Convolutions and pooling of volumes, transposed convolutions, and pooling with what images seldom need. */

import { matmul } from "../../../../ops/blas/linear-algebra.ts";
import { windowsOf } from "../../../../ops/complex/windows.ts";
import { conv2d } from "../../../../ops/functional/convolution.ts";
import { pad } from "../../../../ops/functional/padding.ts";
import { avg_pool2d, max_pool2d } from "../../../../ops/functional/pooling.ts";
import { fold } from "../../../../ops/functional/resampling.ts";
import { gather } from "../../../../ops/indexing/gathering.ts";
import { getitem } from "../../../../ops/indexing/indexing.ts";
import { permute, reshape, squeeze, transpose, unsqueeze } from "../../../../ops/indexing/movement.ts";
import { cat, narrow, stack } from "../../../../ops/indexing/slices.ts";
import { add, div, mul } from "../../../../ops/pointwise/arithmetic.ts";
import { pow } from "../../../../ops/pointwise/pow.ts";
import { max, mean, sum } from "../../../../ops/reduction/reduction.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { exception } from "../exceptions.ts";
import { composed, numberOr, sizesOf, tensorIn, tensorOrNull, type Values } from "./composed.ts";

const whole = { start: null, stop: null, step: null };

const along = (x: Tensor, dim: number, start: number, count: number, step: number): Tensor =>
  getitem(x, [...new Array(dim).fill(whole), { start, stop: start + (count - 1) * step + 1, step }]);

/** How many windows fit. */
const windows = (size: number, kernel: number, stride: number, dilation: number): number =>
  Math.floor((size - dilation * (kernel - 1) - 1) / stride) + 1;

/** Adds a dim for a sample that came alone, and takes it away again. */
function batchwise(x: Tensor, dims: number, run: (x: Tensor) => Tensor): Tensor {
  return x.shape.length === dims + 1 ? squeeze(run(unsqueeze(x, 0)), 0) : run(x);
}

/** Every slice along the depth as an image of its own, and back. */
function slicewise(x: Tensor, run: (images: Tensor) => Tensor): Tensor {
  const [n, c, d, h, w] = x.shape;
  const images = run(reshape(permute(x, [0, 2, 1, 3, 4]), [n * d, c, h, w]));
  const [, out, rows, columns] = images.shape;
  return permute(reshape(images, [n, d, out, rows, columns]), [0, 2, 1, 3, 4]);
}

function sameMargins(padding: unknown, kernel: readonly number[], dilation: readonly number[]): number[] | null {
  if (padding !== "same") return null;
  // The odd one stands at the end.
  return kernel.flatMap((size, i) => {
    const total = dilation[i] * (size - 1);
    return [Math.floor(total / 2), total - Math.floor(total / 2)];
  });
}

function conv3d(values: Values): Tensor {
  const weight = tensorIn(values, "weight", "conv3d");
  const bias = tensorOrNull(values, "bias");
  const kernel = weight.shape.slice(2);
  const [stride, dilation] = [sizesOf(values.stride, 3, 1), sizesOf(values.dilation, 3, 1)];
  const groups = numberOr(values.groups, 1);
  const margins =
    sameMargins(values.padding, kernel, dilation) ??
    sizesOf(values.padding === "valid" ? 0 : values.padding, 3, 0).flatMap((each) => [each, each]);
  return batchwise(tensorIn(values, "input", "conv3d"), 3, (input) => {
    if (input.shape[1] !== weight.shape[1] * groups)
      throw exception(
        "RuntimeError",
        `Given groups=${groups}, weight of size [${weight.shape.join(", ")}], expected input[${input.shape.join(", ")}] to have ${weight.shape[1] * groups} channels, but got ${input.shape[1]} channels instead`,
      );
    const x = margins.every((each) => each === 0)
      ? input
      : pad(input, [margins[4], margins[5], margins[2], margins[3], margins[0], margins[1]]);
    const depth = windows(x.shape[2], kernel[0], stride[0], dilation[0]);
    const parts = Array.from({ length: kernel[0] }, (_, k) =>
      slicewise(along(x, 2, k * dilation[0], depth, stride[0]), (images) =>
        conv2d(images, getitem(weight, [whole, whole, k]), null, stride.slice(1), 0, dilation.slice(1), groups),
      ),
    );
    const total = parts.reduce((a, b) => add(a, b));
    return bias === null ? total : add(total, reshape(bias, [-1, 1, 1, 1]));
  });
}

/** Every input element lays its kernel down: what conv2d's gradient does. */
function transposed2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  values: {
    readonly stride: number[];
    readonly padding: number[];
    readonly extra: number[];
    readonly dilation: number[];
  },
  groups: number,
): Tensor {
  const [n, channels, h, w] = x.shape;
  const [, out, rows, columns] = weight.shape;
  if (weight.shape[0] !== channels)
    throw exception(
      "RuntimeError",
      `Given transposed=1, weight of size [${weight.shape.join(", ")}], expected input[${x.shape.join(", ")}] to have ${weight.shape[0]} channels, but got ${channels} channels instead`,
    );
  const { stride, padding, extra, dilation } = values;
  const size = [h, w].map(
    (each, i) => (each - 1) * stride[i] - 2 * padding[i] + dilation[i] * ([rows, columns][i] - 1) + extra[i] + 1,
  );
  const each = channels / groups;
  const parts = Array.from({ length: groups }, (_, g) => {
    const from = reshape(narrow(x, 1, g * each, each), [n, each, h * w]);
    const filters = reshape(narrow(weight, 0, g * each, each), [each, out * rows * columns]);
    const laid = matmul(transpose(filters, 0, 1), from);
    // What output_padding adds is seen by no window: folded without it, and zeros put there.
    const reached = size.map((total, i) => total - extra[i]);
    const image = fold(laid, reached, [rows, columns], dilation, padding, stride);
    return extra.every((more) => more === 0)
      ? image
      : extended(laid, image, size, { rows, columns, stride, padding, dilation });
  });
  const joined = parts.length === 1 ? parts[0] : cat(parts, 1);
  return bias === null ? joined : add(joined, reshape(bias, [-1, 1, 1]));
}

/** With output_padding the last rows and columns may still be reached where padding cut them off. */
function extended(
  laid: Tensor,
  image: Tensor,
  size: readonly number[],
  {
    rows,
    columns,
    stride,
    padding,
    dilation,
  }: { rows: number; columns: number; stride: number[]; padding: number[]; dilation: number[] },
): Tensor {
  const [, , h, w] = image.shape;
  const uncut = size.map((total, i) => total + padding[i] * 2);
  const needed = [h + 2 * padding[0], w + 2 * padding[1]];
  const full = fold(laid, needed, [rows, columns], dilation, 0, stride);
  const grown = pad(full, [0, uncut[1] - needed[1], 0, uncut[0] - needed[0]]);
  return narrow(narrow(grown, 2, padding[0], size[0]), 3, padding[1], size[1]);
}

function convTranspose2d(values: Values): Tensor {
  const settings = {
    stride: sizesOf(values.stride, 2, 1),
    padding: sizesOf(values.padding, 2, 0),
    extra: sizesOf(values.output_padding, 2, 0),
    dilation: sizesOf(values.dilation, 2, 1),
  };
  return batchwise(tensorIn(values, "input", "conv_transpose2d"), 2, (x) =>
    transposed2d(
      x,
      tensorIn(values, "weight", "conv_transpose2d"),
      tensorOrNull(values, "bias"),
      settings,
      numberOr(values.groups, 1),
    ),
  );
}

function convTranspose1d(values: Values): Tensor {
  const one = (value: unknown, otherwise: number, other: number) => [other, sizesOf(value, 1, otherwise)[0]];
  const settings = {
    stride: one(values.stride, 1, 1),
    padding: one(values.padding, 0, 0),
    extra: one(values.output_padding, 0, 0),
    dilation: one(values.dilation, 1, 1),
  };
  return batchwise(tensorIn(values, "input", "conv_transpose1d"), 1, (x) => {
    const weight = unsqueeze(tensorIn(values, "weight", "conv_transpose1d"), 2);
    const bias = tensorOrNull(values, "bias");
    const image = transposed2d(unsqueeze(x, 2), weight, bias, settings, numberOr(values.groups, 1));
    return squeeze(image, 2);
  });
}

interface Pool {
  readonly kernel: number[];
  readonly stride: number[];
  readonly padding: number[];
  readonly dilation: number[];
  readonly ceils: boolean;
}

const poolOf = (values: Values, dims: number): Pool => {
  const kernel = sizesOf(values.kernel_size, dims, 1);
  return {
    kernel,
    stride:
      values.stride === null ||
      values.stride === undefined ||
      (Array.isArray(values.stride) && values.stride.length === 0)
        ? kernel
        : sizesOf(values.stride, dims, 1),
    padding: sizesOf(values.padding, dims, 0),
    dilation: sizesOf(values.dilation, dims, 1),
    ceils: values.ceil_mode === true,
  };
};

/** How many windows, and how much room they need after the margins: with ceil_mode the last may begin inside and end outside. */
function roomFor(size: number, pool: Pool, i: number): { readonly count: number; readonly more: number } {
  const [kernel, stride, padding, dilation] = [pool.kernel[i], pool.stride[i], pool.padding[i], pool.dilation[i]];
  const reach = dilation * (kernel - 1) + 1;
  let count = (pool.ceils ? Math.ceil : Math.floor)((size + 2 * padding - reach) / stride) + 1;
  if (pool.ceils && (count - 1) * stride >= size + padding) count--;
  return { count, more: Math.max(0, (count - 1) * stride + reach - size - 2 * padding) };
}

/** An image with margins, its windows flat at the end. */
function seenBy(op: (typeof max_pool2d)["op"], x: Tensor, pool: Pool, value: number) {
  const rooms = [0, 1].map((i) => roomFor(x.shape[i + 2], pool, i));
  const [top, left] = pool.padding;
  const margins = [left, left + rooms[1].more, top, top + rooms[0].more];
  const image = margins.every((each) => each === 0) ? x : pad(x, margins, "constant", value);
  const pair = (all: readonly number[]): [number, number] => [all[0], all[1]];
  const all = windowsOf(op, image, pair(pool.kernel), pair(pool.stride), pair(pool.dilation));
  const cut = narrow(narrow(all, 2, 0, rooms[0].count), 3, 0, rooms[1].count);
  return reshape(cut, [...cut.shape.slice(0, 4), pool.kernel[0] * pool.kernel[1]]);
}

function largest(x: Tensor, pool: Pool): { readonly values: Tensor; readonly indices: Tensor } {
  const seen = seenBy(max_pool2d.op, x, pool, Number.NEGATIVE_INFINITY);
  const best = max(seen, -1);
  const [, , h, w] = x.shape;
  const place = Float64Array.from({ length: h * w }, (_, i) => i);
  const places = Tensor.of(place, [1, 1, h, w], "int64");
  const numbered = seenBy(max_pool2d.op, places, pool, -1);
  const spread = getitem(numbered, [0, 0]);
  const shape = best.values.shape;
  const flat = reshape(best.indices, [shape[0] * shape[1], shape[2], shape[3]]);
  const found = Array.from({ length: shape[0] * shape[1] }, (_, i) =>
    gather(spread, 2, unsqueeze(getitem(flat, [i]), 2)),
  );
  return { values: best.values, indices: reshape(stack(found), shape) };
}

function maxPool2d(values: Values): Tensor | readonly Tensor[] {
  const x = tensorIn(values, "input", "max_pool2d");
  const pool = poolOf(values, 2);
  const isOrdinary = !pool.ceils && pool.dilation.every((each) => each === 1) && values.return_indices !== true;
  if (isOrdinary) return max_pool2d(x, pool.kernel, pool.stride, pool.padding);
  const image = x.shape.length === 3 ? unsqueeze(x, 0) : x;
  const found = largest(image, pool);
  const back = (y: Tensor) => (x.shape.length === 3 ? squeeze(y, 0) : y);
  return values.return_indices === true ? [back(found.values), back(found.indices)] : back(found.values);
}

/** How many elements each window's mean divides by. */
function divisors(x: Tensor, pool: Pool, counted: boolean): Tensor {
  const sides = [0, 1].map((i) => {
    const size = x.shape[i + 2];
    const { count } = roomFor(size, pool, i);
    return Array.from({ length: count }, (_, at) => {
      const start = at * pool.stride[i] - pool.padding[i];
      const end = Math.min(start + pool.kernel[i], size + pool.padding[i]);
      return counted ? end - start : Math.min(end, size) - Math.max(start, 0);
    });
  });
  const numbers = sides[0].flatMap((row) => sides[1].map((column) => row * column));
  return Tensor.of(
    x.dtype === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers),
    [sides[0].length, sides[1].length],
    x.dtype,
  );
}

function avgPool2d(values: Values): Tensor {
  const x = tensorIn(values, "input", "avg_pool2d");
  const pool = poolOf(values, 2);
  const counted = values.count_include_pad !== false;
  const own = values.divisor_override ?? null;
  if (!pool.ceils && own === null && (counted || pool.padding.every((each) => each === 0)))
    return avg_pool2d(x, pool.kernel, pool.stride, pool.padding);
  return batchwise(x, 2, (image) =>
    div(sum(seenBy(avg_pool2d.op, image, pool, 0), -1), own === null ? divisors(image, pool, counted) : Number(own)),
  );
}

/** Pooled slice by slice, then along the depth. */
function pool3d(
  name: string,
  values: Values,
  outside: number,
  images: (x: Tensor, pool: Pool) => Tensor,
  join: (parts: Tensor[]) => Tensor,
): Tensor {
  const pool = poolOf(values, 3);
  if (pool.ceils)
    throw exception("NotImplementedError", `${name}: ceil_mode is not available here: pad the input by hand`);
  return batchwise(tensorIn(values, "input", name), 3, (input) => {
    const x =
      pool.padding[0] === 0 ? input : pad(input, [0, 0, 0, 0, pool.padding[0], pool.padding[0]], "constant", outside);
    const flat = slicewise(x, (each) =>
      images(each, {
        ...pool,
        kernel: pool.kernel.slice(1),
        stride: pool.stride.slice(1),
        padding: pool.padding.slice(1),
        dilation: pool.dilation.slice(1),
      }),
    );
    const depth = windows(flat.shape[2], pool.kernel[0], pool.stride[0], pool.dilation[0]);
    return join(
      Array.from({ length: pool.kernel[0] }, (_, k) => along(flat, 2, k * pool.dilation[0], depth, pool.stride[0])),
    );
  });
}

const lpPool = (values: Values, dims: number): Tensor => {
  const x = tensorIn(values, "input", "lp_pool2d");
  const p = Number(values.norm_type);
  const pool = poolOf(values, dims);
  const size = pool.kernel.reduce((a, b) => a * b, 1);
  const means = avgPool2d({ ...values, input: pow(x, p) });
  return pow(mul(means, size), 1 / p);
};

function adaptive3d(values: Values): Tensor {
  const sizes = sizesOf(values.output_size, 3, 1);
  return batchwise(tensorIn(values, "input", "adaptive_avg_pool3d"), 3, (input) =>
    sizes.reduce<Tensor>((x, to, i) => {
      const from = x.shape[i + 2];
      return cat(
        Array.from({ length: to }, (_, at) => {
          const [start, stop] = [Math.floor((at * from) / to), Math.ceil(((at + 1) * from) / to)];
          return mean(narrow(x, i + 2, start, stop - start), [i + 2], true);
        }),
        i + 2,
      );
    }, input),
  );
}

const convolution = "input weight bias= stride= padding= dilation= groups=";
const transposedConvolution = "input weight bias= stride= padding= output_padding= groups= dilation=";
const pooling = "input kernel_size stride= padding=";

export const volumes = [
  composed("conv3d", convolution, conv3d, "ConvolutionBackward0"),
  composed("conv_transpose2d", transposedConvolution, convTranspose2d, "ConvolutionBackward0"),
  composed("conv_transpose1d", transposedConvolution, convTranspose1d, "SqueezeBackward1"),
  composed("max_pool2d", `${pooling} dilation= ceil_mode= return_indices=`, maxPool2d, "MaxPool2DWithIndicesBackward0"),
  composed("avg_pool2d", `${pooling} ceil_mode= count_include_pad= divisor_override=`, avgPool2d, "AvgPool2DBackward0"),
  composed(
    "max_pool3d",
    `${pooling} dilation= ceil_mode= return_indices=`,
    (values) =>
      pool3d(
        "max_pool3d",
        values,
        Number.NEGATIVE_INFINITY,
        (x, pool) => largest(x, pool).values,
        (parts) => max(stack(parts), 0).values,
      ),
    "MaxPool3DWithIndicesBackward0",
  ),
  composed(
    "avg_pool3d",
    `${pooling} ceil_mode= count_include_pad= divisor_override=`,
    (values) =>
      pool3d(
        "avg_pool3d",
        values,
        0,
        (x, pool) => avg_pool2d(x, pool.kernel, pool.stride, pool.padding),
        (parts) => mean(stack(parts), 0),
      ),
    "AvgPool3DBackward0",
  ),
  composed("lp_pool2d", "input norm_type kernel_size stride= ceil_mode=", (values) => lpPool(values, 2)),
  composed("adaptive_avg_pool3d", "input output_size", adaptive3d, "AdaptiveAvgPool3DBackward0"),
] as const;
