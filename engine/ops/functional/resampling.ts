/** @file Images in other sizes, and read at any place; windows of images as columns. */
import { EngineError } from "../../tensor/errors.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { ge, le, logical_and } from "../comparison/compare.ts";
import { padded, type Size, two, windowsOf } from "../complex/windows.ts";
import { cast, detach } from "../convert.ts";
import { gather } from "../indexing/gathering.ts";
import { getitem } from "../indexing/indexing.ts";
import { expand, permute, reshape } from "../indexing/movement.ts";
import { deposit, pick, positionsOf } from "../indexing/pick.ts";
import { defineOp, type OpDoc, type Param } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp } from "../pointwise/clamp.ts";
import { floor, round } from "../pointwise/rounding.ts";

const input: Param = { name: "input", kind: "tensor" };

const doc = (summary: string, formula: string, shape: string, example: string): OpDoc => ({
  summary,
  formula,
  shape,
  example,
  jax: null,
  numpy: null,
});

function refuse(op: string, message: string, pytorch: string): never {
  throw new EngineError({ type: "NotImplementedError", code: "argument", op, message: `${op}: ${message}`, pytorch });
}

/** Where the i-th of `to` elements lies between those of `from`. */
function sourceOf(i: number, from: number, to: number, aligned: boolean, scale: number | null): number {
  if (aligned) return to > 1 ? (i * (from - 1)) / (to - 1) : 0;
  return Math.max(0, (i + 0.5) * (scale === null ? from / to : 1 / scale) - 0.5);
}

/** Along one dim: each element the weighted sum of its two neighbours. */
function linearAlong(x: Tensor, dim: number, to: number, aligned: boolean, scale: number | null): Tensor {
  const from = x.shape[dim];
  const places = Array.from({ length: to }, (_, i) => sourceOf(i, from, to, aligned, scale));
  const low = places.map((place) => Math.min(Math.floor(place), from - 1));
  const high = low.map((place) => Math.min(place + 1, from - 1));
  const shares = Tensor.of(
    Float64Array.from(places, (place, i) => place - low[i]),
    [to],
    "float64",
  );
  const share = reshape(
    cast(shares, x.dtype),
    x.shape.map((_, d) => (d === dim ? to : 1)),
  );
  const take = (at: readonly number[]) => along(x, dim, at);
  return add(mul(take(low), sub(1, share)), mul(take(high), share));
}

const along = (x: Tensor, dim: number, at: readonly number[]): Tensor =>
  getitem(x, [...new Array(dim).fill({ start: null, stop: null, step: null }), at.length === 0 ? [] : [...at]]);

export const interpolate = defineOp(
  {
    name: "interpolate",
    doc: doc(
      "Signals and images in another size, by the nearest element or between neighbours.",
      "nearest: x at ⌊i · from / to⌋; linear, bilinear: the neighbours weighted by their nearness; area: means",
      "[n, c, l] or [n, c, h, w] to the sizes given, or scale_factor times as large",
      "F.interpolate(torch.randn([1, 1, 4, 4]), { scale_factor: 2 })",
    ),
    params: [
      input,
      { name: "size", kind: "dims", default: null },
      { name: "scale_factor", kind: "number", default: null },
      { name: "mode", kind: "text", default: "nearest" },
      { name: "align_corners", kind: "bool", default: null },
      { name: "recompute_scale_factor", kind: "bool", default: null },
      { name: "antialias", kind: "bool", default: false },
    ],
    places: ["F"],
    samples: [
      { shapes: [[1, 2, 3]], args: [6] },
      { shapes: [[1, 1, 3, 2]], args: [[5, 4], null, "bilinear", false] },
    ],
  },
  () =>
    (
      x: Tensor,
      size: Size | null = null,
      factor: number | readonly number[] | null = null,
      mode = "nearest",
      aligned: boolean | null = null,
      recomputes: boolean | null = null,
      smooths: boolean | null = false,
    ): Tensor => {
      const spatial = x.shape.slice(2);
      const scales = spatial.map((_, i) => (factor === null ? null : typeof factor === "number" ? factor : factor[i]));
      const sizes = spatial.map((each, i) =>
        size === null ? Math.floor(each * (scales[i] ?? 1)) : typeof size === "number" ? size : size[i],
      );
      const known = ["nearest", "nearest-exact", "area", ...(spatial.length === 1 ? ["linear"] : ["bilinear"])];
      if (!known.includes(mode) || smooths === true || spatial.length > 2)
        return refuse(
          "interpolate",
          `has the modes ${known.join(", ")} for ${spatial.length} dims, got ${mode}`,
          `Got ${x.shape.length}D input, but ${mode} mode needs another`,
        );
      if (mode === "area") return areas(x, sizes);
      return sizes.reduce((y, to, i) => {
        const scale = size === null && recomputes !== true ? scales[i] : null;
        if (mode.endsWith("linear")) return linearAlong(y, i + 2, to, aligned === true, scale);
        const from = y.shape[i + 2];
        const ratio = scale === null ? from / to : 1 / scale;
        const shift = mode === "nearest-exact" ? 0.5 : 0;
        return along(
          y,
          i + 2,
          Array.from({ length: to }, (_, at) => Math.min(Math.floor((at + shift) * ratio), from - 1)),
        );
      }, x);
    },
);

/** Means, or the largest, of windows that cover the input evenly: along one dim after the other. */
export function evenly(
  x: Tensor,
  dim: number,
  to: number,
  fold: (part: Tensor) => Tensor,
  join: (parts: Tensor[]) => Tensor,
): Tensor {
  const from = x.shape[dim];
  return join(
    Array.from({ length: to }, (_, i) => {
      const [start, stop] = [Math.floor((i * from) / to), Math.ceil(((i + 1) * from) / to)];
      return fold(
        getitem(x, [...new Array(dim).fill({ start: null, stop: null, step: null }), { start, stop, step: null }]),
      );
    }),
  );
}

let areas: (x: Tensor, sizes: readonly number[]) => Tensor = (x) => x;

/** Filled in by adaptive pooling, which area resampling is. */
export function provideAreas(of: typeof areas): void {
  areas = of;
}

/** Where a coordinate from -1 to 1 lies among so many pixels. */
const unnormalised = (at: Tensor, size: number, aligned: boolean): Tensor =>
  aligned ? mul(add(at, 1), (size - 1) / 2) : div(sub(mul(add(at, 1), size), 1), 2);

export const grid_sample = defineOp(
  {
    name: "grid_sample",
    doc: doc(
      "An image read at places that a grid names, between its pixels.",
      "y[n, c, i, j] = x[n, c] at (grid[n, i, j, 1], grid[n, i, j, 0]), -1 and 1 being the edges",
      "[n, c, h, w] and [n, rows, columns, 2] to [n, c, rows, columns]",
      "F.grid_sample(torch.randn([1, 1, 4, 4]), torch.zeros([1, 2, 2, 2]), { align_corners: false })",
    ),
    params: [
      input,
      { name: "grid", kind: "tensor" },
      { name: "mode", kind: "text", default: "bilinear" },
      { name: "padding_mode", kind: "text", default: "zeros" },
      { name: "align_corners", kind: "bool", default: null },
    ],
    places: ["F"],
    samples: [
      {
        shapes: [
          [1, 2, 3, 4],
          [1, 2, 2, 2],
        ],
        range: [0.1, 0.4],
      },
    ],
  },
  () =>
    (x: Tensor, grid: Tensor, mode = "bilinear", border = "zeros", aligned: boolean | null = null): Tensor => {
      if (!["bilinear", "nearest"].includes(mode) || !["zeros", "border"].includes(border))
        return refuse(
          "grid_sample",
          `has the modes bilinear and nearest, and pads with zeros or border, got ${mode} and ${border}`,
          "grid_sampler(): this mode is not available here",
        );
      const [n, c, h, w] = x.shape;
      const part = (at: number) => getitem(grid, ["...", at]);
      const limit = (place: Tensor, size: number) => (border === "border" ? clamp(place, 0, size - 1) : place);
      const column = limit(unnormalised(part(0), w, aligned === true), w);
      const row = limit(unnormalised(part(1), h, aligned === true), h);
      const places = numelOf(grid.shape.slice(1, 3));
      const flat = reshape(x, [n, c, h * w]);
      const read = (i: Tensor, j: Tensor): Tensor => {
        const isInside = logical_and(logical_and(ge(i, 0), le(i, h - 1)), logical_and(ge(j, 0), le(j, w - 1)));
        const at = cast(add(mul(clamp(i, 0, h - 1), w), clamp(j, 0, w - 1)), "int64");
        const index = expand(reshape(at, [n, 1, places]), [n, c, places]);
        const found = reshape(gather(flat, 2, index), [n, c, ...grid.shape.slice(1, 3)]);
        return mul(found, reshape(cast(isInside, x.dtype), [n, 1, ...grid.shape.slice(1, 3)]));
      };
      if (mode === "nearest") {
        // The grid's gradient is zero, and there.
        const still = reshape(mul(add(row, column), 0), [n, 1, ...grid.shape.slice(1, 3)]);
        return add(read(detach(round(row)), detach(round(column))), still);
      }
      const [top, left] = [detach(floor(row)), detach(floor(column))];
      const [down, right] = [sub(row, top), sub(column, left)];
      const weighted = (i: Tensor, j: Tensor, a: Tensor, b: Tensor) =>
        mul(read(i, j), reshape(mul(a, b), [n, 1, ...grid.shape.slice(1, 3)]));
      const [bottom, next] = [add(top, 1), add(left, 1)];
      return add(
        add(weighted(top, left, sub(1, down), sub(1, right)), weighted(top, next, sub(1, down), right)),
        add(weighted(bottom, left, down, sub(1, right)), weighted(bottom, next, down, right)),
      );
    },
);

export const im2col = defineOp(
  {
    name: "im2col",
    doc: doc(
      "Every window of an image as a column; F.unfold in PyTorch.",
      "y[n, (c, k, l), (i, j)] = x[n, c, i·stride + k, j·stride + l]",
      "[n, c, h, w] to [n, c · kernel, windows]",
      "F.unfold(torch.randn([1, 1, 4, 4]), 2)",
    ),
    params: [
      input,
      { name: "kernel_size", kind: "dims" },
      { name: "dilation", kind: "dims", default: 1 },
      { name: "padding", kind: "dims", default: 0 },
      { name: "stride", kind: "dims", default: 1 },
    ],
    places: [],
    samples: [{ shapes: [[1, 2, 3, 4]], args: [2] }],
  },
  (op) =>
    (x: Tensor, kernel: Size, dilation: Size = 1, padding: Size = 0, stride: Size = 1): Tensor => {
      const image = x.shape.length === 3 ? reshape(x, [1, ...x.shape]) : x;
      const seen = windowsOf(op, padded(image, two(padding)), two(kernel), two(stride), two(dilation));
      const [n, c, rows, columns, height, width] = seen.shape;
      const parts = reshape(permute(seen, [0, 1, 4, 5, 2, 3]), [n, c * height * width, rows * columns]);
      return x.shape.length === 3 ? reshape(parts, parts.shape.slice(1)) : parts;
    },
);

export const fold = defineOp(
  {
    name: "fold",
    doc: doc(
      "Columns added up to an image again: what unfold took apart, each pixel as often as windows saw it.",
      "y[n, c, i·stride + k, j·stride + l] += x[n, (c, k, l), (i, j)]",
      "[n, c · kernel, windows] to [n, c, h, w]",
      "F.fold(torch.ones([1, 4, 9]), [4, 4], 2)",
    ),
    params: [
      input,
      { name: "output_size", kind: "dims" },
      { name: "kernel_size", kind: "dims" },
      { name: "dilation", kind: "dims", default: 1 },
      { name: "padding", kind: "dims", default: 0 },
      { name: "stride", kind: "dims", default: 1 },
    ],
    places: ["F"],
    samples: [{ shapes: [[1, 4, 6]], args: [[3, 4], 2] }],
  },
  (op) =>
    (x: Tensor, size: Size, kernelSize: Size, dilation: Size = 1, padding: Size = 0, stride: Size = 1): Tensor => {
      const columns = x.shape.length === 2 ? reshape(x, [1, ...x.shape]) : x;
      const [h, w] = two(size);
      const [kernel, apart, margin, step] = [two(kernelSize), two(dilation), two(padding), two(stride)];
      const [n, depth] = columns.shape;
      const c = depth / (kernel[0] * kernel[1]);
      const across = Math.floor((w + 2 * margin[1] - apart[1] * (kernel[1] - 1) - 1) / step[1]) + 1;
      const shape: Shape = [n, c, h, w];
      const positions = positionsOf(columns.shape, ([sample, at, window]) => {
        const [channel, rest] = [Math.floor(at / (kernel[0] * kernel[1])), at % (kernel[0] * kernel[1])];
        const row = Math.floor(window / across) * step[0] - margin[0] + Math.floor(rest / kernel[1]) * apart[0];
        const column = (window % across) * step[1] - margin[1] + (rest % kernel[1]) * apart[1];
        return row < 0 || row >= h || column < 0 || column >= w ? -1 : ((sample * c + channel) * h + row) * w + column;
      });
      const image = deposit(op, columns, positions, shape);
      return x.shape.length === 2 ? reshape(image, shape.slice(1)) : image;
    },
);

export const pixel_shuffle = defineOp(
  {
    name: "pixel_shuffle",
    doc: doc(
      "Channels laid out as pixels: a finer image of fewer channels.",
      "y[n, c, i·r + k, j·r + l] = x[n, c·r² + k·r + l, i, j]",
      "[n, c · r², h, w] to [n, c, h · r, w · r]",
      "F.pixel_shuffle(torch.randn([1, 4, 2, 2]), 2)",
    ),
    params: [input, { name: "upscale_factor", kind: "dim" }],
    places: ["F", "torch"],
    samples: [{ shapes: [[1, 4, 2, 2]], args: [2] }],
  },
  (op) =>
    (x: Tensor, r: number): Tensor => {
      const [n, depth, h, w] = x.shape;
      const c = depth / (r * r);
      const shape = [n, c, h * r, w * r];
      const positions = positionsOf(shape, ([sample, channel, row, column]) => {
        const from = channel * r * r + (row % r) * r + (column % r);
        return ((sample * depth + from) * h + Math.floor(row / r)) * w + Math.floor(column / r);
      });
      return pick(op, x, positions, shape);
    },
);
