/** @file Functions of torch's that losses seldom use, out of the engine's ops. */

import { matmul } from "../../../../ops/blas/linear-algebra.ts";
import { bmm, outer } from "../../../../ops/blas/products.ts";
import { gt, logical_not } from "../../../../ops/comparison/compare.ts";
import { cast, detach, double } from "../../../../ops/convert.ts";
import { flatten, reshape, unsqueeze } from "../../../../ops/indexing/movement.ts";
import { pick } from "../../../../ops/indexing/pick.ts";
import { index_add, index_copy } from "../../../../ops/indexing/scattering.ts";
import { cat, narrow, stack } from "../../../../ops/indexing/slices.ts";
import { where } from "../../../../ops/indexing/where.ts";
import { add, div, mul, sub } from "../../../../ops/pointwise/arithmetic.ts";
import { pow } from "../../../../ops/pointwise/pow.ts";
import { log1p } from "../../../../ops/pointwise/unary.ts";
import { norm } from "../../../../ops/reduction/norm.ts";
import { amax, amin, sum } from "../../../../ops/reduction/reduction.ts";
import { type DType, defaultDType, isFloating } from "../../../../tensor/dtype.ts";
import { toContiguousData } from "../../../../tensor/storage.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { exception } from "../exceptions.ts";
import { NamedTuple, Tuple } from "../sequences.ts";
import { composed, numberOr, tensorIn, type Values } from "./composed.ts";

const tensors = (value: unknown): Tensor[] => (Array.isArray(value) ? value.filter(Tensor.isTensor) : []);

const made = (numbers: readonly number[] | Float64Array, shape: readonly number[], dtype: DType): Tensor =>
  cast(Tensor.of(Float64Array.from(numbers), [...shape], "float64"), dtype);

function extremes(values: Values): NamedTuple {
  const x = tensorIn(values, "input", "aminmax");
  const dim = values.dim ?? null;
  const keeps = values.keepdim === true;
  const dims = dim === null ? x.shape.map((_, d) => d) : [Number(dim)];
  return NamedTuple.named("aminmax", [
    ["min", amin(x, dims, keeps)],
    ["max", amax(x, dims, keeps)],
  ]);
}

function histogram(values: Values): NamedTuple {
  const x = tensorIn(values, "input", "histogram");
  const data = toContiguousData(x);
  const given = values.bins;
  const range = Array.isArray(values.range) ? values.range.map(Number) : [Math.min(...data), Math.max(...data)];
  const [low, high] = range[0] === range[1] ? [range[0] - 0.5, range[1] + 0.5] : range;
  const edges = Tensor.isTensor(given)
    ? Array.from(toContiguousData(given))
    : Array.from({ length: Number(given) + 1 }, (_, i) =>
        i === Number(given) ? high : low + ((high - low) * i) / Number(given),
      );
  const weights = Tensor.isTensor(values.weight) ? toContiguousData(values.weight) : null;
  const counts = new Float64Array(edges.length - 1);
  data.forEach((value: number, i: number) => {
    if (value < edges[0] || value > edges[edges.length - 1]) return;
    const after = edges.findIndex((edge) => edge > value);
    counts[after < 0 ? counts.length - 1 : after - 1] += weights === null ? 1 : weights[i];
  });
  const total = counts.reduce((a, b) => a + b, 0);
  const shown = values.density === true ? counts.map((each, i) => each / total / (edges[i + 1] - edges[i])) : counts;
  return NamedTuple.named("histogram", [
    ["hist", made(shown, [counts.length], x.dtype)],
    ["bin_edges", made(edges, [edges.length], x.dtype)],
  ]);
}

function vandermonde(x: Tensor, columns: number, increasing: boolean): Tensor {
  const powers = Array.from({ length: columns }, (_, i) => (increasing ? i : columns - 1 - i));
  return stack(
    powers.map((power) => pow(x, power)),
    -1,
  );
}

/** Rows that follow one another and are alike, once. */
function consecutive(values: Values): unknown {
  const x = flatten(tensorIn(values, "input", "unique_consecutive"));
  if ((values.dim ?? null) !== null)
    throw exception("NotImplementedError", "unique_consecutive: dim is not available here: compare rows by hand");
  const data = toContiguousData(x);
  const [kept, counts, inverse]: [number[], number[], number[]] = [[], [], []];
  data.forEach((value: number, i: number) => {
    if (i > 0 && value === data[i - 1]) counts[counts.length - 1]++;
    else {
      kept.push(value);
      counts.push(1);
    }
    inverse.push(kept.length - 1);
  });
  const parts = [made(kept, [kept.length], x.dtype)];
  if (values.return_inverse === true)
    parts.push(made(inverse, tensorIn(values, "input", "unique_consecutive").shape, "int64"));
  if (values.return_counts === true) parts.push(made(counts, [counts.length], "int64"));
  return parts.length === 1 ? parts[0] : Tuple.make(parts);
}

const gcdOf = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcdOf(b, a % b));

function pairwise(name: string, f: (a: number, b: number) => number) {
  return composed(name, "input other", (values) => {
    const [a, b] = [tensorIn(values, "input", name), tensorIn(values, "other", name)];
    const both = add(mul(a, 0), mul(b, 0));
    const [left, right] = [add(a, both), add(b, both)].map((each) => toContiguousData(each));
    return made(
      Array.from(left, (each, i) => f(each, right[i])),
      both.shape,
      both.dtype,
    );
  });
}

/** Central differences inside, one-sided ones at the ends. */
function gradients(values: Values): Tensor[] {
  const x = tensorIn(values, "input", "gradient");
  const dim = values.dim ?? null;
  const dims = dim === null ? x.shape.map((_, d) => d) : (Array.isArray(dim) ? dim : [dim]).map(Number);
  return dims.map((given, k) => {
    const d = given < 0 ? given + x.shape.length : given;
    const n = x.shape[d];
    const spacing = Array.isArray(values.spacing) ? Number(values.spacing[k]) : numberOr(values.spacing, 1);
    const part = (start: number, length: number) => narrow(x, d, start, length);
    const first = div(sub(part(1, 1), part(0, 1)), spacing);
    const last = div(sub(part(n - 1, 1), part(n - 2, 1)), spacing);
    const inner = n > 2 ? [div(sub(part(2, n - 2), part(0, n - 2)), 2 * spacing)] : [];
    return cat([first, ...inner, last], d);
  });
}

function renormed(values: Values): Tensor {
  const x = tensorIn(values, "input", "renorm");
  const dim = Number(values.dim) < 0 ? Number(values.dim) + x.shape.length : Number(values.dim);
  const others = x.shape.map((_, d) => d).filter((d) => d !== dim);
  const sizes = norm(x, Number(values.p), others, true);
  const most = Number(values.maxnorm);
  const scale = where(gt(sizes, most), div(most, add(sizes, 1e-7)), mul(add(mul(sizes, 0), 1), 1));
  return mul(x, scale);
}

function strided(values: Values): Tensor {
  const x = tensorIn(values, "input", "as_strided");
  const [shape, strides] = [values.size, values.stride].map((each) => (Array.isArray(each) ? each.map(Number) : []));
  const offset = numberOr(values.storage_offset, 0);
  const count = shape.reduce((a, b) => a * b, 1);
  const positions = Int32Array.from({ length: count }, (_, i) => {
    let [rest, at] = [i, offset];
    for (let d = shape.length - 1; d >= 0; d--) {
      at += (rest % shape[d]) * strides[d];
      rest = Math.floor(rest / shape[d]);
    }
    return at;
  });
  return pick(reshape.op, flatten(x), positions, shape);
}

function ranged(values: Values): Tensor {
  const [start, end] =
    values.end === undefined || values.end === null
      ? [0, Number(values.start)]
      : [Number(values.start), Number(values.end)];
  const step = numberOr(values.step, 1);
  const count = Math.floor((end - start) / step) + 1;
  const dtype = (typeof values.dtype === "string" ? values.dtype : defaultDType()) as DType;
  return made(
    Array.from({ length: count }, (_, i) => start + i * step),
    [count],
    dtype,
  );
}

function diagonalOf(values: Values): Tensor {
  const x = flatten(tensorIn(values, "input", "diagflat"));
  const offset = numberOr(values.offset, 0);
  const n = x.shape[0] + Math.abs(offset);
  const positions = Int32Array.from({ length: n * n }, (_, i) => {
    const [row, column] = [Math.floor(i / n), i % n];
    return column - row === offset ? Math.min(row, column) : -1;
  });
  return pick(reshape.op, x, positions, [n, n]);
}

const scaled = (values: Values, product: Tensor): Tensor => {
  const [alpha, beta] = [numberOr(values.alpha, 1), numberOr(values.beta, 1)];
  const term = alpha === 1 ? product : mul(product, alpha);
  const input = tensorIn(values, "input", "addr");
  return beta === 0 ? term : add(beta === 1 ? input : mul(input, beta), term);
};

/** Elements of the source, in its order, where the mask is true. */
function maskedScatter(values: Values): Tensor {
  const x = tensorIn(values, "input", "masked_scatter");
  const [mask, source] = [tensorIn(values, "mask", "masked_scatter"), tensorIn(values, "source", "masked_scatter")];
  const on = toContiguousData(add(cast(mask, "int64"), cast(mul(detach(x), 0), "int64")));
  let next = 0;
  const positions = Int32Array.from(on, (each) => (each === 0 ? -1 : next++));
  if (next > source.shape.reduce((a, b) => a * b, 1))
    throw exception("RuntimeError", "masked_scatter: expected self and source to have enough elements");
  const taken = pick(reshape.op, flatten(source), positions, x.shape);
  const isKept = logical_not(made(Float64Array.from(on), x.shape, "bool"));
  return where(isKept, x, taken);
}

function put(values: Values): Tensor {
  const x = tensorIn(values, "input", "put");
  const index = flatten(tensorIn(values, "index", "put"));
  const source = flatten(tensorIn(values, "source", "put"));
  const start = flatten(x);
  return reshape(
    values.accumulate === true ? index_add(start, 0, index, source) : index_copy(start, 0, index, source),
    x.shape,
  );
}

const floatPower = (a: unknown, b: unknown): Tensor => {
  const wide = (value: unknown) => (Tensor.isTensor(value) ? double(value) : Number(value));
  return pow(wide(a) as Tensor, wide(b) as Tensor);
};

const special = {
  xlog1py: (values: Values): Tensor => {
    const [x, y] = [tensorIn(values, "input", "xlog1py"), tensorIn(values, "other", "xlog1py")];
    const isZero = made(
      Array.from(toContiguousData(add(x, mul(y, 0))), (each) => (each === 0 ? 1 : 0)),
      add(x, mul(y, 0)).shape,
      "bool",
    );
    return where(isZero, mul(add(x, y), 0), mul(x, log1p(y)));
  },
};

export const compositions = [
  composed("aminmax", "input dim= keepdim=", extremes, "AminmaxBackward0"),
  composed("histogram", "input bins range= weight= density=", histogram),
  composed("vander", "x N= increasing=", (values) => {
    const x = tensorIn(values, "x", "vander");
    return vandermonde(x, numberOr(values.N, x.shape[0]), values.increasing === true);
  }),
  composed("float_power", "input exponent", ({ input, exponent }) => floatPower(input, exponent), "PowBackward0"),
  composed("diagflat", "input offset=", diagonalOf, "DiagEmbedBackward0"),
  composed(
    "dstack",
    "tensors",
    ({ tensors: given }) => {
      const parts = tensors(given).map((each) =>
        each.shape.length >= 3
          ? each
          : each.shape.length === 2
            ? unsqueeze(each, 2)
            : reshape(each, [1, each.shape[0] ?? 1, 1]),
      );
      return cat(parts, 2);
    },
    "CatBackward0",
  ),
  composed(
    "addr",
    "input vec1 vec2 beta= alpha=",
    (values) => scaled(values, outer(tensorIn(values, "vec1", "addr"), tensorIn(values, "vec2", "addr"))),
    "AddrBackward0",
  ),
  composed(
    "addbmm",
    "input batch1 batch2 beta= alpha=",
    (values) =>
      scaled(values, sum(bmm(tensorIn(values, "batch1", "addbmm"), tensorIn(values, "batch2", "addbmm")), [0])),
    "AddbmmBackward0",
  ),
  composed("gradient", "input spacing= dim= edge_order=", (values) => gradients(values)),
  composed(
    "ldexp",
    "input other",
    (values) => {
      const other = values.other;
      return mul(
        tensorIn(values, "input", "ldexp"),
        pow(
          2,
          (Tensor.isTensor(other)
            ? cast(other, isFloating(other.dtype) ? other.dtype : defaultDType())
            : Number(other)) as Tensor,
        ),
      );
    },
    "MulBackward0",
  ),
  composed("renorm", "input p dim maxnorm", renormed, "RenormBackward0"),
  composed("unique_consecutive", "input return_inverse= return_counts= dim=", consecutive),
  composed(
    "vdot",
    "input other",
    (values) => sum(mul(tensorIn(values, "input", "vdot"), tensorIn(values, "other", "vdot"))),
    "DotBackward0",
  ),
  composed("as_strided", "input size stride storage_offset=", strided, "AsStridedBackward0"),
  composed("range", "start end= step= dtype= device= requires_grad=", ranged),
  composed("masked_scatter", "input mask source", maskedScatter, "MaskedScatterBackward0"),
  composed("put", "input index source accumulate=", put, "PutBackward0"),
  pairwise("gcd", gcdOf),
  pairwise("lcm", (a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / gcdOf(a, b))),
] as const;

/** Matrices one after the other, from the left. */
export const chainOf = (given: readonly unknown[]): Tensor => {
  const all = tensors(given);
  return all.reduce((a, b) => matmul(a, b));
};

export const specialCompositions = [
  composed("xlog1py", "input other", special.xlog1py, "SpecialXlog1PyBackward0"),
] as const;
