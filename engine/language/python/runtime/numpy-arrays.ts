/** @file Functions of numpy's that torch has too, by another name or for other arguments: arrays are float64 tensors here. */
import { cast } from "../../../ops/convert.ts";
import { tensor } from "../../../ops/creation/creation.ts";
import { reshape } from "../../../ops/indexing/movement.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { listed, promoted } from "./arrays/array-arithmetic.ts";
import { call, none } from "./call.ts";
import { exception } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { scalarOf } from "./tensors.ts";

/** An array of what it is given: a tensor as it is, lists and numbers as numpy would type them. */
export function asArray(value: unknown): Tensor {
  if (Tensor.isTensor(value)) return value;
  return Array.isArray(value) ? listed(value) : reshape(listed([value]), []);
}

const function_ = (name: string): unknown => {
  const [first, second] = name.split(".");
  const found: unknown = Reflect.get(torch, first);
  return second === undefined ? found : Reflect.get(Object(found), second);
};

function of(name: string, args: readonly unknown[], keywords: Keywords = none): Tensor {
  const result = call(function_(name), args, keywords);
  if (Tensor.isTensor(result)) return result;
  throw new Error(`internal: ${name} gave no tensor`);
}

/** A result without dims is a number. */
const plain = (value: unknown): unknown =>
  Tensor.isTensor(value) && value.shape.length === 0 ? scalarOf(value) : value;

const doubled = (x: unknown): Tensor => {
  const array = asArray(x);
  return isFloating(array.dtype) ? array : of("mul", [array, tensor(1, "float64")]);
};

/** Two arrays in the dtype that NumPy computes in. */
function inOneDType(args: readonly unknown[]): unknown[] {
  const [a, b] = args;
  if (!Tensor.isTensor(a) || !Tensor.isTensor(b) || a.dtype === b.dtype) return [...args];
  const dtype = promoted(a.dtype, b.dtype);
  return [cast(a, dtype), cast(b, dtype), ...args.slice(2)];
}

/** The same function, its first `arrays` arguments as arrays. */
const same = (name: string, torchName = name, arrays = 1) =>
  native(name, (args, keywords) => {
    const { out: _out, ...named } = keywords ?? {};
    const lists = args.map((arg, i) => (i < arrays ? asArray(arg) : arg));
    const all = arrays === 2 ? inOneDType(lists) : lists;
    return plain(call(function_(torchName), all, Object.keys(named).length === 0 ? null : named));
  });

const allOf = (name: string, args: readonly unknown[], keywords: Keywords): unknown[] => {
  const result = call(function_(name), [args], keywords);
  return Array.isArray(result) ? [...result] : [result];
};

const padModes: Readonly<Record<string, string>> = {
  constant: "constant",
  edge: "replicate",
  reflect: "reflect",
  wrap: "circular",
};

/** One width for all sides, one pair for all dims, or a pair for each. */
function padded([x, width, mode]: readonly unknown[], keywords: Keywords): unknown {
  const array = asArray(x);
  const how = padModes[String(mode ?? keywords?.mode ?? "constant")];
  if (how === undefined)
    throw exception("NotImplementedError", `numpy.pad: mode is one of ${Object.keys(padModes).join(", ")} here`);
  const given: unknown = width ?? keywords?.pad_width;
  const pairOf = (value: unknown): readonly [number, number] =>
    Array.isArray(value) ? [Number(value[0]), Number(value[1] ?? value[0])] : [Number(value), Number(value)];
  const isEach = Array.isArray(given) && given.some((each) => Array.isArray(each));
  const pairs = array.shape.map((_, d) => pairOf(isEach ? (given[d] ?? given[0]) : given));
  const sides = [...pairs].reverse().flat();
  if (how === "constant") return of("pad", [array, sides, how, Number(keywords?.constant_values ?? 0)]);
  // The others take as many dims as an image has.
  const lifted = of("reshape", [array, [1, 1, ...array.shape]]);
  const result = of("pad", [lifted, sides, how]);
  return of("reshape", [result, result.shape.slice(2)]);
}

const axisOf = (keywords: Keywords, given: unknown, otherwise: unknown = null): unknown =>
  given ?? keywords?.axis ?? otherwise;

const joined = (name: string) =>
  native(name, ([parts, axis], keywords) => {
    const list = Array.isArray(parts) ? parts.map(asArray) : [asArray(parts)];
    const along = axisOf(keywords, axis, 0);
    const torchName = name === "concatenate" ? "cat" : name;
    return name === "stack" || name === "concatenate" ? of(torchName, [list, along]) : of(torchName, [list]);
  });

/** Numbers at which the sorted values are cut, as numpy interpolates them. */
const cut = (name: string, scale: number) =>
  native(name, ([x, q, axis], keywords) => {
    const share = of("div", [doubled(q), scale]);
    const along = axisOf(keywords, axis);
    return plain(of("quantile", along === null ? [doubled(x), share] : [doubled(x), share, along]));
  });

function unique(args: readonly unknown[], keywords: Keywords): unknown {
  const { return_inverse: inverse, return_counts: counts } = keywords ?? {};
  const result = call(function_("unique"), [asArray(args[0])], {
    ...(inverse === undefined ? {} : { return_inverse: inverse }),
    ...(counts === undefined ? {} : { return_counts: counts }),
  });
  return Array.isArray(result) && !(result instanceof Tuple) ? Tuple.make(result) : result;
}

/** Counts of equal bins, and their edges. */
function histogram([x, bins, range]: readonly unknown[], keywords: Keywords): unknown {
  const data = Array.from(toContiguousData(doubled(x)));
  const given = bins ?? keywords?.bins ?? 10;
  const limits = range ?? keywords?.range ?? null;
  const edges = Tensor.isTensor(given) || Array.isArray(given) ? Array.from(toContiguousData(doubled(given))) : null;
  const [low, high] = Array.isArray(limits) ? limits.map(Number) : [Math.min(...data), Math.max(...data)];
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  const count = edges === null ? Number(given) : edges.length - 1;
  const all = edges ?? Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
  const counts = new Float64Array(count);
  for (const value of data) {
    if (value < all[0] || value > all[count]) continue;
    let at = all.findIndex((edge) => edge > value) - 1;
    if (at < 0) at = count - 1;
    counts[at]++;
  }
  const isDensity = keywords?.density === true;
  const total = counts.reduce((a, b) => a + b, 0);
  const shown = isDensity ? counts.map((each, i) => each / total / (all[i + 1] - all[i])) : counts;
  return Tuple.make([
    Tensor.of(shown, [count], isDensity ? "float64" : "int64"),
    Tensor.of(Float64Array.from(all), [count + 1], "float64"),
  ]);
}

/** Piecewise linear between points, constant beyond them. */
function interpolated([x, xp, fp]: readonly unknown[]): unknown {
  const [xs, ys] = [toContiguousData(doubled(xp)), toContiguousData(doubled(fp))];
  const at = doubled(x);
  const last = xs.length - 1;
  const values = Float64Array.from(toContiguousData(at), (value) => {
    if (Number.isNaN(value)) return value;
    if (value <= xs[0]) return ys[0];
    if (value >= xs[last]) return ys[last];
    const right = Array.from(xs).findIndex((each) => each > value);
    const slope = (ys[right] - ys[right - 1]) / (xs[right] - xs[right - 1]);
    return slope * (value - xs[right - 1]) + ys[right - 1];
  });
  return plain(Tensor.of(values, [...at.shape], "float64"));
}

const trapezoid = native("trapz", ([y, x, dx], keywords) => {
  const heights = doubled(y);
  const n = heights.shape[heights.shape.length - 1];
  const [left, right] = [of("narrow", [heights, -1, 0, n - 1]), of("narrow", [heights, -1, 1, n - 1])];
  const given = x ?? keywords?.x ?? null;
  const widths = given === null ? (dx ?? keywords?.dx ?? 1) : of("diff", [doubled(given)]);
  return plain(of("sum", [of("mul", [of("mul", [of("add", [left, right]), 0.5]), widths]), -1]));
});

const average = native("average", ([x, axis, weights], keywords) => {
  const [values, by] = [doubled(x), weights ?? keywords?.weights ?? null];
  const along = axisOf(keywords, axis);
  const total = (each: Tensor) => (along === null ? of("sum", [each]) : of("sum", [each, along]));
  if (by === null) return plain(along === null ? of("mean", [values]) : of("mean", [values, along]));
  const shares = doubled(by);
  return plain(of("div", [total(of("mul", [values, shares])), total(shares)]));
});

export const numpyArrays: Readonly<Record<string, unknown>> = {
  argsort: native("argsort", ([x, axis], keywords) =>
    of("argsort", [asArray(x), axisOf(keywords, axis, -1)], { stable: true }),
  ),
  sort: native("sort", ([x, axis], keywords) => {
    const result = call(function_("sort"), [asArray(x), axisOf(keywords, axis, -1)], none);
    return Array.isArray(result) ? result[0] : result;
  }),
  unique: native("unique", unique),
  corrcoef: native("corrcoef", ([x, y]) =>
    plain(of("corrcoef", [y === undefined || y === null ? doubled(x) : of("stack", [[doubled(x), doubled(y)]])])),
  ),
  cov: native("cov", ([x, y]) =>
    plain(of("cov", [y === undefined || y === null ? doubled(x) : of("stack", [[doubled(x), doubled(y)]])])),
  ),
  percentile: cut("percentile", 100),
  quantile: cut("quantile", 1),
  histogram: native("histogram", histogram),
  interp: native("interp", interpolated),
  trapz: trapezoid,
  trapezoid,
  average,
  concatenate: joined("concatenate"),
  stack: joined("stack"),
  vstack: joined("vstack"),
  hstack: joined("hstack"),
  expand_dims: native("expand_dims", ([x, axis], keywords) => of("unsqueeze", [asArray(x), axisOf(keywords, axis)])),
  squeeze: native("squeeze", ([x, axis], keywords) => {
    const along = axisOf(keywords, axis);
    return of("squeeze", along === null ? [asArray(x)] : [asArray(x), along]);
  }),
  reshape: same("reshape"),
  ravel: same("ravel"),
  transpose: native("transpose", ([x, axes]) => {
    const array = asArray(x);
    return of("permute", [array, axes ?? array.shape.map((_, i) => array.shape.length - 1 - i)]);
  }),
  swapaxes: same("swapaxes", "transpose"),
  flip: native("flip", ([x, axis], keywords) => {
    const array = asArray(x);
    const along = axisOf(keywords, axis);
    return of("flip", [array, along === null ? array.shape.map((_, i) => i) : [along]]);
  }),
  roll: same("roll"),
  tile: native("tile", ([x, times]) => of("tile", [asArray(x), typeof times === "number" ? [times] : times])),
  repeat: same("repeat", "repeat_interleave"),
  cumsum: native("cumsum", ([x, axis], keywords) => {
    const along = axisOf(keywords, axis);
    const array = asArray(x);
    return of("cumsum", along === null ? [of("ravel", [array]), 0] : [array, along]);
  }),
  cumprod: native("cumprod", ([x, axis], keywords) => of("cumprod", [asArray(x), axisOf(keywords, axis, 0)])),
  diff: same("diff"),
  outer: same("outer", "outer", 2),
  inner: same("inner", "inner", 2),
  matmul: same("matmul", "matmul", 2),
  kron: same("kron", "kron", 2),
  cross: same("cross", "linalg.cross", 2),
  trace: same("trace"),
  diag: same("diag"),
  triu: same("triu"),
  tril: same("tril"),
  allclose: same("allclose", "allclose", 2),
  isclose: same("isclose", "isclose", 2),
  array_equal: same("array_equal", "equal", 2),
  any: same("any"),
  all: same("all"),
  count_nonzero: same("count_nonzero"),
  bincount: same("bincount"),
  nonzero: native("nonzero", ([x]) => {
    const rows = of("nonzero", [asArray(x)]);
    return Tuple.make(Array.from({ length: rows.shape[1] }, (_, i) => of("select", [rows, 1, i])));
  }),
  argwhere: same("argwhere", "nonzero"),
  searchsorted: native("searchsorted", ([x, v, side], keywords) =>
    plain(of("searchsorted", [doubled(x), doubled(v)], { right: (side ?? keywords?.side ?? "left") === "right" })),
  ),
  nan_to_num: same("nan_to_num"),
  meshgrid: native("meshgrid", (args, keywords) =>
    Tuple.make(allOf("meshgrid", args.map(asArray), { indexing: keywords?.indexing ?? "xy" })),
  ),
  flatnonzero: native("flatnonzero", ([x]) =>
    of("reshape", [of("nonzero", [of("reshape", [asArray(x), [-1]])]), [-1]]),
  ),
  pad: native("pad", padded),
  nanmean: same("nanmean"),
  nansum: same("nansum"),
  logical_and: same("logical_and", "logical_and", 2),
  logical_or: same("logical_or", "logical_or", 2),
  logical_not: same("logical_not"),
  greater: same("greater", "gt", 2),
  less: same("less", "lt", 2),
  equal: same("equal", "eq", 2),
  add: same("add", "add", 2),
  subtract: same("subtract", "sub", 2),
  multiply: same("multiply", "mul", 2),
  divide: same("divide", "div", 2),
  true_divide: same("true_divide", "div", 2),
  mod: same("mod", "remainder", 2),
  floor_divide: same("floor_divide", "floor_divide", 2),
  negative: same("negative", "neg"),
  reciprocal: same("reciprocal"),
  trunc: same("trunc"),
  rint: same("rint", "round"),
  take: same("take"),
  broadcast_to: same("broadcast_to"),
  atleast_1d: same("atleast_1d"),
  atleast_2d: same("atleast_2d"),
  radians: native("radians", ([x]) => plain(of("mul", [doubled(x), Math.PI / 180]))),
  degrees: native("degrees", ([x]) => plain(of("mul", [doubled(x), 180 / Math.PI]))),
  ptp: native("ptp", ([x]) => plain(of("sub", [of("amax", [asArray(x)]), of("amin", [asArray(x)])]))),
  ndim: native("ndim", ([x]) => asArray(x).shape.length),
  size: native("size", ([x]) => toContiguousData(asArray(x)).length),
  shape: native("shape", ([x]) => Tuple.make(asArray(x).shape)),
  einsum: native("einsum", ([equation, ...parts]) => plain(of("einsum", [equation, parts.map(asArray)]))),
};

const matrix = (name: string, torchName = name, arrays = 1) =>
  native(name, (args, keywords) => {
    const all = args.map((arg, i) => (i < arrays ? doubled(arg) : arg));
    const result = plain(call(function_(`linalg.${torchName}`), all, keywords));
    return Array.isArray(result) ? Tuple.make(result) : result;
  });

export const numpyLinalg = namespace("numpy.linalg", {
  norm: matrix("norm"),
  inv: matrix("inv"),
  pinv: matrix("pinv"),
  det: matrix("det"),
  slogdet: matrix("slogdet"),
  solve: matrix("solve", "solve", 2),
  lstsq: matrix("lstsq", "lstsq", 2),
  svd: matrix("svd"),
  qr: matrix("qr"),
  eigh: matrix("eigh"),
  eigvalsh: matrix("eigvalsh"),
  cholesky: matrix("cholesky"),
  matrix_rank: matrix("matrix_rank"),
  matrix_power: matrix("matrix_power"),
  cond: matrix("cond"),
});
