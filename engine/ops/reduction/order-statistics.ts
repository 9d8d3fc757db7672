/** @file Elements by their place in order: medians, the k-th, the most frequent. */

import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim, numelOf } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { eq, isnan } from "../comparison/compare.ts";
import { sortedOrder } from "../comparison/sorting.ts";
import { cast } from "../convert.ts";
import { flatten, squeeze } from "../indexing/movement.ts";
import { alongDim, pick } from "../indexing/pick.ts";
import { ownLabel } from "../node-name.ts";
import { defineOp, finish, type Op } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { Saved } from "../saved.ts";
import { doc, over, overOne, sum } from "./reduction.ts";

type ValuesAndIndices = { readonly values: Tensor; readonly indices: Tensor };

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
      lists: skips ? [] : ["wrong"],
      label: ([, dim]) => `${ownLabel(name).slice(0, -1)}${dim === null ? 0 : 1}`,
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
    label: "KthvalueBackward0",
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
    label: "ModeBackward0",
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
