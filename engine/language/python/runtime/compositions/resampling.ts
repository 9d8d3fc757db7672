/** @file F.interpolate and F.grid_sample in all their modes: cubic, trilinear, smoothed, mirrored. */

import { matmul } from "../../../../ops/blas/linear-algebra.ts";
import { ge, le, logical_and } from "../../../../ops/comparison/compare.ts";
import { cast, detach } from "../../../../ops/convert.ts";
import { interpolate } from "../../../../ops/functional/resampling.ts";
import { gather } from "../../../../ops/indexing/gathering.ts";
import { getitem } from "../../../../ops/indexing/indexing.ts";
import { expand, reshape, transpose } from "../../../../ops/indexing/movement.ts";
import { stack } from "../../../../ops/indexing/slices.ts";
import { label } from "../../../../ops/node-name.ts";
import { add, div, mul, sub } from "../../../../ops/pointwise/arithmetic.ts";
import { clamp } from "../../../../ops/pointwise/clamp.ts";
import { floor, round } from "../../../../ops/pointwise/rounding.ts";
import { toContiguousData } from "../../../../tensor/storage.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { exception, valueError } from "../exceptions.ts";
import { composed, numberOr, tensorIn, type Values } from "./composed.ts";

/** Keys' cubic of width 2. */
function cubic(distance: number, a: number): number {
  const d = Math.abs(distance);
  if (d <= 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  return d < 2 ? ((d - 5) * d + 8) * d * a - 4 * a : 0;
}

/** Along one dim: every element a weighted sum of others. */
function weighted(x: Tensor, dim: number, weights: Float64Array, to: number): Tensor {
  const from = x.shape[dim];
  const matrix = cast(Tensor.of(weights, [to, from], "float64"), x.dtype);
  const last = x.shape.length - 1;
  const turned = dim === last ? x : transpose(x, dim, last);
  const product = matmul(turned, transpose(matrix, 0, 1));
  return dim === last ? product : transpose(product, dim, last);
}

const ratioOf = (from: number, to: number, aligned: boolean, scale: number | null): number =>
  aligned ? (to > 1 ? (from - 1) / (to - 1) : 0) : scale === null ? from / to : 1 / scale;

function cubicWeights(from: number, to: number, aligned: boolean, scale: number | null): Float64Array {
  const weights = new Float64Array(to * from);
  const ratio = ratioOf(from, to, aligned, scale);
  for (let i = 0; i < to; i++) {
    const place = aligned ? i * ratio : (i + 0.5) * ratio - 0.5;
    const low = Math.floor(place);
    for (let k = -1; k <= 2; k++)
      weights[i * from + Math.min(Math.max(low + k, 0), from - 1)] += cubic(place - low - k, -0.75);
  }
  return weights;
}

/** With antialias a smaller image is made of wider windows. */
function smoothWeights(
  from: number,
  to: number,
  aligned: boolean,
  scale: number | null,
  isCubic: boolean,
): Float64Array {
  const weights = new Float64Array(to * from);
  const ratio = ratioOf(from, to, aligned, scale);
  const wide = Math.max(ratio, 1);
  const reach = (isCubic ? 2 : 1) * wide;
  for (let i = 0; i < to; i++) {
    const centre = ratio * (i + 0.5);
    const first = Math.max(Math.trunc(centre - reach + 0.5), 0);
    const count = Math.min(Math.trunc(centre + reach + 0.5), from) - first;
    const own = Array.from({ length: count }, (_, j) => {
      const distance = (j + first - centre + 0.5) / wide;
      return isCubic ? cubic(distance, -0.5) : Math.max(0, 1 - Math.abs(distance));
    });
    const total = own.reduce((a, b) => a + b, 0);
    own.forEach((each, j) => {
      weights[i * from + first + j] = each / total;
    });
  }
  return weights;
}

function linearWeights(from: number, to: number, aligned: boolean, scale: number | null): Float64Array {
  const weights = new Float64Array(to * from);
  const ratio = ratioOf(from, to, aligned, scale);
  for (let i = 0; i < to; i++) {
    const place = aligned ? i * ratio : Math.max(0, (i + 0.5) * ratio - 0.5);
    const low = Math.min(Math.floor(place), from - 1);
    weights[i * from + low] += 1 - (place - low);
    weights[i * from + Math.min(low + 1, from - 1)] += place - low;
  }
  return weights;
}

/** What PyTorch calls the result of an interpolation. */
function nodeFor(mode: string, dims: number, smooths: boolean): string {
  const known: Readonly<Record<string, string>> = {
    nearest: "Nearest",
    "nearest-exact": "NearestExact",
    linear: "Linear",
    bilinear: "Bilinear",
    trilinear: "Trilinear",
    bicubic: "Bicubic",
  };
  if (mode === "area") return dims === 1 ? "SqueezeBackward1" : `AdaptiveAvgPool${dims}DBackward0`;
  return `Upsample${known[mode] ?? "Nearest"}${dims}D${smooths ? "Aa" : ""}Backward0`;
}

function resized(values: Values): Tensor {
  const x = tensorIn(values, "input", "interpolate");
  const mode = String(values.mode ?? "nearest");
  const spatial = x.shape.slice(2);
  const smooths = values.antialias === true;
  const factor = values.scale_factor ?? null;
  const scales = spatial.map((_, i) => (factor === null ? null : Number(Array.isArray(factor) ? factor[i] : factor)));
  const size = values.size ?? null;
  if (size === null && factor === null) throw valueError("either size or scale_factor should be defined");
  if (size !== null && factor !== null) throw valueError("only one of size or scale_factor should be defined");
  const sizes = spatial.map((each, i) =>
    size === null ? Math.floor(each * (scales[i] ?? 1)) : Number(Array.isArray(size) ? size[i] : size),
  );
  const fitting = { linear: 1, bilinear: 2, bicubic: 2, trilinear: 3 }[mode];
  const aligned = values.align_corners === true;
  if (!smooths && mode !== "bicubic" && spatial.length < 3) {
    const plain = interpolate(
      x,
      size === null ? null : sizes,
      factor === null ? null : scales.map((each) => each ?? 1),
      mode,
      values.align_corners === undefined || values.align_corners === null ? null : aligned,
      values.recompute_scale_factor === true,
    );
    label(plain, nodeFor(mode, spatial.length, false));
    return plain;
  }
  if (fitting !== undefined && fitting !== spatial.length)
    throw exception(
      "NotImplementedError",
      `Got ${x.shape.length}D input, but ${mode} mode needs ${fitting + 2}D input`,
    );
  const isScaled = size === null && values.recompute_scale_factor !== true;
  const weightsOf = (from: number, to: number, scale: number | null): Float64Array => {
    if (smooths) return smoothWeights(from, to, aligned, scale, mode === "bicubic");
    if (mode === "bicubic") return cubicWeights(from, to, aligned, scale);
    if (mode === "trilinear") return linearWeights(from, to, aligned, scale);
    const weights = new Float64Array(to * from);
    const shift = mode === "nearest-exact" ? 0.5 : 0;
    const ratio = ratioOf(from, to, false, scale);
    for (let i = 0; i < to; i++) weights[i * from + Math.min(Math.floor((i + shift) * ratio), from - 1)] = 1;
    return weights;
  };
  const result = sizes.reduce<Tensor>(
    (y, to, i) => weighted(y, i + 2, weightsOf(spatial[i], to, isScaled ? scales[i] : null), to),
    x,
  );
  label(result, nodeFor(mode, spatial.length, smooths));
  return result;
}

/** Where a coordinate from -1 to 1 lies among so many elements. */
const unnormalised = (at: Tensor, size: number, aligned: boolean): Tensor =>
  aligned ? mul(div(add(at, 1), 2), size - 1) : div(sub(mul(add(at, 1), size), 1), 2);

/** Reflected at the edges until it lies within: a sign and a shift for each element, which do not move with it. */
function mirrored(place: Tensor, size: number, aligned: boolean): Tensor {
  const [low, high] = aligned ? [0, 2 * (size - 1)] : [-1, 2 * size - 1];
  if (low === high) return mul(place, 0);
  const [least, span] = [low / 2, (high - low) / 2];
  const data = toContiguousData(detach(place));
  const signs = new Float64Array(data.length);
  const shifts = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const side = data[i] - least < 0 ? -1 : 1;
    const away = side * (data[i] - least);
    const flips = Math.floor(away / span);
    // away - flips · span + least, or span - that + least.
    signs[i] = flips % 2 === 0 ? side : -side;
    shifts[i] = flips % 2 === 0 ? -side * least - flips * span + least : span + side * least + flips * span + least;
  }
  const constant = (numbers: Float64Array) => cast(Tensor.of(numbers, [...place.shape], "float64"), place.dtype);
  return clamp(add(mul(place, constant(signs)), constant(shifts)), 0, size - 1);
}

const cubicParts = (t: Tensor): Tensor[] => {
  const a = -0.75;
  const near = (d: Tensor) => add(mul(mul(sub(mul(d, a + 2), a + 3), d), d), 1);
  const far = (d: Tensor) => sub(mul(mul(add(mul(sub(d, 5), d), 8), d), a), 4 * a);
  return [far(add(t, 1)), near(t), near(sub(1, t)), far(sub(2, t))];
};

function sampled(values: Values): Tensor {
  const [x, grid] = [tensorIn(values, "input", "grid_sample"), tensorIn(values, "grid", "grid_sample")];
  const mode = String(values.mode ?? "bilinear");
  const border = String(values.padding_mode ?? "zeros");
  const aligned = values.align_corners === true;
  if (!["bilinear", "nearest", "bicubic"].includes(mode))
    throw valueError(
      `nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '${mode}'`,
    );
  if (!["zeros", "border", "reflection"].includes(border))
    throw valueError(
      `nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '${border}'`,
    );
  const [n, c, ...sizes] = x.shape;
  const dims = sizes.length;
  if (grid.shape.length !== dims + 2 || grid.shape[dims + 1] !== dims)
    throw exception(
      "RuntimeError",
      `grid_sampler(): expected grid to have size ${dims} in last dimension, but got grid with sizes [${grid.shape.join(", ")}]`,
    );
  const out = grid.shape.slice(1, dims + 1);
  const places = out.reduce((a, b) => a * b, 1);
  const flat = reshape(x, [n, c, -1]);
  const limited = (place: Tensor, size: number): Tensor =>
    border === "border" ? clamp(place, 0, size - 1) : border === "reflection" ? mirrored(place, size, aligned) : place;
  // The grid's last coordinate moves along the first dim.
  const raw = sizes.map((size, d) => unnormalised(getitem(grid, ["...", dims - 1 - d]), size, aligned));
  const read = (at: readonly Tensor[]): Tensor => {
    const inside = at
      .map((each, d) => logical_and(ge(each, 0), le(each, sizes[d] - 1)))
      .reduce((a, b) => logical_and(a, b));
    const index = at
      .map((each, d) => clamp(each, 0, sizes[d] - 1))
      .reduce((total, each, d) => (d === 0 ? each : add(mul(total, sizes[d]), each)));
    const spread = expand(reshape(cast(index, "int64"), [n, 1, places]), [n, c, places]);
    const found = reshape(gather(flat, 2, spread), [n, c, ...out]);
    return mul(found, reshape(cast(inside, x.dtype), [n, 1, ...out]));
  };
  const share = (w: Tensor): Tensor => reshape(w, [n, 1, ...out]);
  if (mode === "bicubic") {
    if (dims !== 2) throw exception("RuntimeError", "grid_sampler(): bicubic interpolation only supports 4D input");
    const lows = raw.map((place) => detach(floor(place)));
    const parts = raw.map((place, d) => cubicParts(sub(place, lows[d])));
    const tap = (d: number, k: number) => detach(limited(add(lows[d], k - 1), sizes[d]));
    const rows = [0, 1, 2, 3].map((i) => {
      const columns = [0, 1, 2, 3].map((j) => mul(read([tap(0, i), tap(1, j)]), share(parts[1][j])));
      return mul(
        columns.reduce((a, b) => add(a, b)),
        share(parts[0][i]),
      );
    });
    return rows.reduce((a, b) => add(a, b));
  }
  const at = raw.map((place, d) => limited(place, sizes[d]));
  if (mode === "nearest") {
    const still = share(
      mul(
        at.reduce((a, b) => add(a, b)),
        0,
      ),
    );
    return add(read(at.map((place) => detach(round(place)))), still);
  }
  const lows = at.map((place) => detach(floor(place)));
  const shares = at.map((place, d) => sub(place, lows[d]));
  const corners = Array.from({ length: 2 ** dims }, (_, corner) => {
    const isHigh = sizes.map((_size, d) => ((corner >> (dims - 1 - d)) & 1) === 1);
    const weight = shares.map((each, d) => (isHigh[d] ? each : sub(1, each))).reduce((a, b) => mul(a, b));
    return mul(read(lows.map((low, d) => (isHigh[d] ? add(low, 1) : low))), share(weight));
  });
  return corners.reduce((a, b) => add(a, b));
}

function sampledAndNamed(values: Values): Tensor {
  const result = sampled(values);
  label(result, `GridSampler${result.shape.length - 2}DBackward0`);
  return result;
}

function affine(values: Values): Tensor {
  const theta = tensorIn(values, "theta", "affine_grid");
  const sizes = Array.isArray(values.size) ? values.size.map(Number) : [];
  const aligned = values.align_corners === true;
  const spatial = sizes.slice(2);
  const line = (size: number): number[] =>
    Array.from({ length: size }, (_, i) =>
      size === 1 ? 0 : aligned ? -1 + (2 * i) / (size - 1) : (2 * i + 1) / size - 1,
    );
  const lines = spatial.map(line);
  const count = spatial.reduce((a, b) => a * b, 1);
  const rows = Array.from({ length: count }, (_, i) => {
    let rest = i;
    const at = new Array<number>(spatial.length);
    for (let d = spatial.length - 1; d >= 0; d--) {
      at[d] = lines[d][rest % spatial[d]];
      rest = Math.floor(rest / spatial[d]);
    }
    return [...at.reverse(), 1];
  }).flat();
  const base = cast(Tensor.of(Float64Array.from(rows), [1, count, spatial.length + 1], "float64"), theta.dtype);
  const placed = matmul(base, transpose(theta, 1, 2));
  return reshape(placed, [theta.shape[0], ...spatial, spatial.length]);
}

/** Groups of channels dealt out in turn. */
const shuffled = (values: Values): Tensor => {
  const x = tensorIn(values, "input", "channel_shuffle");
  const groups = numberOr(values.groups, 1);
  const [n, c, ...rest] = x.shape;
  return reshape(transpose(reshape(x, [n, groups, c / groups, ...rest]), 1, 2), x.shape);
};

const unshuffled = (values: Values): Tensor => {
  const x = tensorIn(values, "input", "pixel_unshuffle");
  const r = numberOr(values.downscale_factor, 1);
  const [n, c, h, w] = x.shape;
  const parts = Array.from({ length: r * r }, (_, k) =>
    getitem(x, [
      { start: null, stop: null, step: null },
      { start: null, stop: null, step: null },
      { start: Math.floor(k / r), stop: null, step: r },
      { start: k % r, stop: null, step: r },
    ]),
  );
  return reshape(stack(parts, 2), [n, c * r * r, h / r, w / r]);
};

const resizing = "input size= scale_factor= mode= align_corners= recompute_scale_factor= antialias=";

export const resampling = [
  composed("interpolate", resizing, resized),
  composed("upsample", "input size= scale_factor= mode= align_corners=", resized),
  composed("grid_sample", "input grid mode= padding_mode= align_corners=", sampledAndNamed),
  composed("affine_grid", "theta size align_corners=", affine, "AffineGridGeneratorBackward0"),
  composed("channel_shuffle", "input groups", shuffled, "ChannelShuffleBackward0"),
  composed("pixel_unshuffle", "input downscale_factor", unshuffled, "PixelUnshuffleBackward0"),
] as const;
