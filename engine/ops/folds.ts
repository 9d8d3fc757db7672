/** @file Reductions that losses need less often: products, questions of all elements, medians and quantiles. */
import { type Fold, reduce } from "../kernels/reduce.ts";
import type { DType } from "../tensor/dtype.ts";
import { isFloating } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { normalizeDim, normalizeDims, numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { where } from "./choice.ts";
import { eq, isnan, logical_not } from "./compare.ts";
import { cast } from "./convert.ts";
import { flatten, reshape, squeeze, transpose, unsqueeze } from "./movement.ts";
import { defineOp, finish, type Op } from "./op.ts";
import { alongDim, pick } from "./pick.ts";
import { type Dims, doc, over, sum, withDims } from "./reduction.ts";
import { Saved } from "./saved.ts";
import { sortedOrder } from "./sorting.ts";

const overOne = [over[0], { name: "dim", kind: "dim", default: null }, over[2]] as const;
const typed = { name: "dtype", kind: "dtype", default: null } as const;

const dimsOf = (op: string, x: Tensor, dim: number | null) =>
  dim === null ? normalizeDims(op, null, x.shape.length) : normalizeDims(op, dim, x.shape.length);

export const prod = defineOp(
  {
    name: "prod",
    doc: doc("prod", "The product of the elements.", "Π x", {
      kink: "defined at zeros too: the product of the others",
    }),
    params: [...overOne, typed],
    samples: [
      { shapes: [[2, 3]], range: [0.5, 2] },
      { shapes: [[2, 3]], args: [1], range: [0.5, 2] },
    ],
  },
  (op) =>
    (given: Tensor, dim: number | null = null, keepdim = false, dtype: DType | null = null): Tensor => {
      const x = dtype === null ? given : cast(given, dtype);
      const dims = dimsOf("prod", x, dim);
      const fold: Fold = (data, start, length) => {
        let product = 1;
        for (let i = start; i < start + length; i++) product *= data[i];
        return product;
      };
      const output = reduce(fold, x, dims, keepdim, isFloating(x.dtype) ? x.dtype : "int64");
      const saved = new Saved("prod", [x, output]);
      return finish(op, [x], output, (grad) => {
        const self = saved.read(0);
        const isZero = eq(self, 0);
        if (!toContiguousData(isZero).some((zero) => zero !== 0))
          return div(mul(withDims(grad, x.shape, dims), withDims(saved.read(1), x.shape, dims)), self);
        return mul(withDims(grad, x.shape, dims), productOfOthers(self, dims));
      });
    },
);

/** For every element the product of all others along the dims: what a zero among them needs. */
function productOfOthers(x: Tensor, dims: readonly number[]): Tensor {
  const [flat, restore] = asRows(x, dims);
  const n = flat.shape[1];
  // Row i of the square holds the row's elements, with 1 in the place of the i-th.
  const square = where(identity(n), 1, unsqueeze(flat, 1));
  return restore(prod(square, 2));
}

/** x as [rows, length], the dims reduced over in the second, and the way back. */
function asRows(x: Tensor, dims: readonly number[]): [Tensor, (rows: Tensor) => Tensor] {
  if (dims.length === x.shape.length) return [reshape(x, [1, -1]), (rows) => reshape(rows, x.shape)];
  const last = x.shape.length - 1;
  const moved = transpose(x, dims[0], last);
  return [reshape(moved, [-1, x.shape[dims[0]]]), (rows) => transpose(reshape(rows, moved.shape), dims[0], last)];
}

function identity(n: number): Tensor {
  const data = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return Tensor.of(data, [n, n], "bool");
}

function quantor(name: "any" | "all") {
  const decisive = name === "any" ? 1 : 0;
  return defineOp(
    {
      name,
      doc: doc(
        name,
        `True if ${name === "any" ? "any element is" : "all elements are"} not zero.`,
        name === "any" ? "∃ x ≠ 0" : "∀ x ≠ 0",
        {
          kink: "no gradient: the answer is a bool",
          example: `predictions.gt(0).${name}()`,
        },
      ),
      params: overOne,
      gradient: "none",
      samples: [],
    },
    (op) =>
      (x: Tensor, dim: number | null = null, keepdim = false): Tensor => {
        const fold: Fold = (data, start, length) => {
          for (let i = start; i < start + length; i++) if ((data[i] === 0 ? 0 : 1) === decisive) return decisive;
          return 1 - decisive;
        };
        return finish(op, [x], reduce(fold, x, dimsOf(name, x, dim), keepdim, "bool"), () => null);
      },
  );
}

function requireElements(name: string, x: Tensor, dim: number): void {
  if (x.shape[dim] !== 0) return;
  throw new EngineError({
    type: "IndexError",
    code: "empty",
    op: name,
    message: `${name}: there are no elements to choose from`,
    pytorch: `${name}(): Expected reduction dim ${dim} to have non-zero size.`,
  });
}

export const any = quantor("any");
export const all = quantor("all");

export const count_nonzero = defineOp(
  {
    name: "count_nonzero",
    doc: doc("count_nonzero", "How many elements are not zero.", "#{x ≠ 0}", { kink: "no gradient: a count" }),
    params: [over[0], over[1]],
    gradient: "none",
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: Dims = null): Tensor => {
      const fold: Fold = (data, start, length) => {
        let count = 0;
        for (let i = start; i < start + length; i++) if (data[i] !== 0) count++;
        return count;
      };
      return finish(
        op,
        [x],
        reduce(fold, x, normalizeDims("count_nonzero", dim, x.shape.length), false, "int64"),
        () => null,
      );
    },
);

export const nansum = defineOp(
  {
    name: "nansum",
    doc: doc("nansum", "The sum of the elements that are not NaN.", "Σ x over x ≠ NaN", { kink: "0 where NaN" }),
    params: over,
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor =>
      sum(where(isnan(x), 0, x), dim, keepdim),
);

export const nanmean = defineOp(
  {
    name: "nanmean",
    doc: doc("nanmean", "The mean of the elements that are not NaN.", "Σ x / n over x ≠ NaN", { kink: "0 where NaN" }),
    params: over,
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor =>
      div(nansum(x, dim, keepdim), cast(sum(logical_not(isnan(x)), dim, keepdim), x.dtype)),
);

type ValuesAndIndices = { readonly values: Tensor; readonly indices: Tensor };

/** The k-th in order along a dim, and where it is. */
function nth(
  op: Op,
  x: Tensor,
  dim: number,
  keepdim: boolean,
  rank: (row: Float64Array | readonly number[], order: readonly number[]) => number,
): ValuesAndIndices {
  const at = normalizeDim(op.name, dim, x.shape.length);
  requireElements(op.name, x, at);
  const rows = sortedOrder(x, at, false);
  const shape = x.shape.map((s, i) => (i === at ? 1 : s));
  const places = Float64Array.from(rows, ({ order, values }) => order[rank(values, order)]);
  const indices = Tensor.of(places, shape, "int64");
  const values = pick(op, x, alongDim(x.shape, at, indices), shape);
  const drop = (y: Tensor) => (keepdim || x.shape.length === 0 ? y : squeeze(y, at));
  return { values: drop(values), indices: drop(indices) };
}

function medianLike(name: "median" | "nanmedian") {
  const skips = name === "nanmedian";
  const rank = (row: Float64Array | readonly number[]): number => {
    // Sorted, NaN last: the lower of the two in the middle; one NaN makes the median NaN.
    const nans = Array.from(row).filter((v) => Number.isNaN(v)).length;
    if (nans > 0 && !skips) return row.length - nans;
    return Math.max(0, Math.floor((row.length - (skips ? nans : 0) - 1) / 2));
  };
  return defineOp(
    {
      name,
      doc: doc(
        name,
        `The middle element${skips ? " of those that are not NaN" : ""}, the lower of two; with dim also where it is.`,
        "x₍⌊(n-1)/2⌋₎",
        {
          kink: "without dim shared equally among ties; with dim all to the index returned",
          jax: `jnp.${name}(x) takes the mean of the two in the middle`,
          numpy: `np.${name}(x) takes the mean of the two in the middle`,
        },
      ),
      params: overOne,
      returns: "Tensor | { values: Tensor; indices: Tensor }",
      samples: [{ shapes: [[5]] }],
    },
    (op) => {
      function call(x: Tensor, dim?: null): Tensor;
      function call(x: Tensor, dim: number, keepdim?: boolean): ValuesAndIndices;
      function call(x: Tensor, dim: number | null = null, keepdim = false): Tensor | ValuesAndIndices {
        if (dim !== null) return nth(op, x, dim, keepdim, rank);
        if (numelOf(x.shape) === 0) return Tensor.scalar(Number.NaN, x.dtype);
        const row = sortedOrder(flatten(x), 0, false)[0];
        const value = row.values[rank(row.values)];
        const output = Tensor.scalar(value, x.dtype);
        const saved = new Saved(name, [x]);
        return finish(op, [x], output, (grad) => {
          const tied = cast(Number.isNaN(value) ? isnan(saved.read(0)) : eq(saved.read(0), value), grad.dtype);
          return mul(grad, div(tied, sum(tied)));
        });
      }
      return call;
    },
  );
}

export const median = medianLike("median");
export const nanmedian = medianLike("nanmedian");

export const kthvalue = defineOp(
  {
    name: "kthvalue",
    doc: doc("kthvalue", "The k-th smallest element along a dim, and where it is.", "x₍ₖ₎", {
      kink: "all to the index returned",
      example: "predictions.flatten().kthvalue(3)",
      jax: "jnp.sort(x)[k - 1]",
      numpy: "np.sort(x)[k - 1]",
    }),
    params: [over[0], { name: "k", kind: "dim" }, { name: "dim", kind: "dim", default: -1 }, over[2]],
    returns: "{ values: Tensor; indices: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, k: number, dim = -1, keepdim = false): ValuesAndIndices => {
      const at = normalizeDim("kthvalue", dim, x.shape.length);
      requireElements("kthvalue", x, at);
      const size = x.shape[at] ?? 1;
      if (k < 1 || k > size)
        throw new EngineError({
          type: "RuntimeError",
          code: "k",
          op: "kthvalue",
          message: `kthvalue: k must be from 1 to ${size}, got ${k}`,
          pytorch: `kthvalue(): selected number k out of range for dimension ${at}`,
        });
      return nth(op, x, dim, keepdim, () => k - 1);
    },
);

export const mode = defineOp(
  {
    name: "mode",
    doc: doc(
      "mode",
      "The most frequent element along a dim, the smallest of several, and where it is last.",
      "argmax count(x)",
      {
        kink: "all to the index returned",
        example: "targets.flatten().mode().values",
        jax: "jax.scipy.stats.mode(x)",
        numpy: "scipy.stats.mode(x)",
      },
    ),
    params: [over[0], { name: "dim", kind: "dim", default: -1 }, over[2]],
    returns: "{ values: Tensor; indices: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, dim = -1, keepdim = false): ValuesAndIndices =>
      nth(op, x, dim, keepdim, (row) => {
        let [best, most] = [0, 0];
        for (let start = 0; start < row.length; ) {
          let end = start;
          while (end < row.length && row[end] === row[start]) end++;
          if (end - start > most) [best, most] = [end - 1, end - start];
          start = Math.max(end, start + 1);
        }
        return best;
      }),
);

function quantileLike(name: "quantile" | "nanquantile") {
  return defineOp(
    {
      name,
      doc: doc(
        name,
        "The value below which a share q of the elements lies, between neighbours if need be.",
        "x₍q (n-1)₎, interpolated",
        {
          kink: "shared by the two neighbours according to their weights",
          example: "predictions.sub(targets).abs().quantile(0.9)",
          jax: `jnp.${name}(x, q, axis=dim)`,
          numpy: `np.${name}(x, q, axis=dim)`,
        },
      ),
      params: [
        over[0],
        { name: "q", kind: "operand" },
        { name: "dim", kind: "dim", default: null },
        over[2],
        { name: "interpolation", kind: "text", default: "linear" },
      ],
      samples: [{ shapes: [[7]], args: [0.4] }],
    },
    (op) =>
      (x: Tensor, q: Tensor | number, dim: number | null = null, keepdim = false, how = "linear"): Tensor => {
        const qs = typeof q === "number" ? [q] : Array.from(toContiguousData(q));
        const bad = qs.find((value) => !(value >= 0 && value <= 1));
        if (bad !== undefined)
          throw new EngineError({
            type: "RuntimeError",
            code: "domain",
            op: name,
            message: `${name}: q must be from 0 to 1, got ${bad}`,
            pytorch: `${name}() q must be in the range [0, 1] but got ${bad}`,
          });
        const whole = dim === null ? flatten(x) : x;
        const at = dim === null ? 0 : normalizeDim(name, dim, x.shape.length);
        const results = qs.map((share) => quantileAt(op, whole, at, share, how, name === "nanquantile"));
        const shaped = results.map((result) => {
          if (dim === null) return reshape(result, keepdim ? x.shape.map(() => 1) : []);
          return keepdim ? result : squeeze(result, at);
        });
        if (typeof q === "number" || q.shape.length === 0) return shaped[0];
        return stackOf(shaped);
      },
  );
}

function stackOf(parts: readonly Tensor[]): Tensor {
  // Each in its own place of a common shape, then added: stack lies above this file.
  return parts
    .map((part, i) => {
      const place = Tensor.of(
        Float32Array.from(parts, (_, j) => (i === j ? 1 : 0)),
        [parts.length, ...part.shape.map(() => 1)],
        "float32",
      );
      return mul(unsqueeze(part, 0), cast(place, part.dtype));
    })
    .reduce((a, b) => add(a, b));
}

function quantileAt(op: Op, x: Tensor, dim: number, q: number, how: string, skipsNaN: boolean): Tensor {
  const rows = sortedOrder(x, dim, false);
  const shape = x.shape.map((s, i) => (i === dim ? 1 : s));
  const at = (round: (place: number) => number): Tensor => {
    const places = Float64Array.from(
      rows,
      ({ order, values }) => order[Math.min(values.length - 1, round(placeIn(values)))],
    );
    return pick(op, x, alongDim(x.shape, dim, Tensor.of(places, shape, "int64")), shape);
  };
  const placeIn = (values: readonly number[] | Float64Array): number => {
    const nans = Array.from(values).filter((v) => Number.isNaN(v)).length;
    if (nans > 0 && !skipsNaN) return values.length - 1;
    return q * (values.length - (skipsNaN ? nans : 0) - 1);
  };
  if (how === "lower") return at(Math.floor);
  if (how === "higher") return at(Math.ceil);
  if (how === "nearest") return at((place) => (place % 1 === 0.5 ? 2 * Math.round(place / 2) : Math.round(place)));
  const [low, high] = [at(Math.floor), at(Math.ceil)];
  const weights = Tensor.of(
    Float64Array.from(rows, ({ values }) => (how === "midpoint" ? 0.5 : placeIn(values) % 1)),
    shape,
    "float64",
  );
  return add(low, mul(sub(high, low), cast(weights, x.dtype)));
}

export const quantile = quantileLike("quantile");
export const nanquantile = quantileLike("nanquantile");
