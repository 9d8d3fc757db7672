/** @file Ops that put elements in order. NaN counts as the largest. */
import { rowsOf } from "../../kernels/reduce.ts";
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, normalizeDim, numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { input } from "../indexing/movement-doc.ts";
import { alongDim, pick, positionsOf } from "../indexing/pick.ts";
import { defineOp, type OpDoc } from "../op.ts";

interface Row {
  /** In order. */
  readonly values: Float64Array;
  /** Where each came from. */
  readonly order: readonly number[];
}

/** Every row along a dim, in order; equal elements stay in theirs. */
export function sortedOrder(x: Tensor, dim: number, descending: boolean): Row[] {
  const { data, outer, length } = rowsOf(x, x.shape.length === 0 ? [] : [dim]);
  const sign = descending ? -1 : 1;
  const rank = (v: number) => (Number.isNaN(v) ? 1 : 0);
  return Array.from({ length: outer }, (_, row) => {
    const start = row * length;
    const order = Array.from({ length }, (__, i) => i);
    order.sort((i, j) => {
      const [a, b] = [data[start + i], data[start + j]];
      const nan = rank(a) - rank(b);
      return sign * (nan !== 0 ? nan : a < b ? -1 : a > b ? 1 : 0) || i - j;
    });
    return { values: Float64Array.from(order, (i) => data[start + i]), order };
  });
}

type Sorted = { readonly values: Tensor; readonly indices: Tensor };

/** Indices in the shape of the input, but `count` along the dim. */
function orderTensor(x: Tensor, dim: number, descending: boolean, count: number): Tensor {
  const rows = sortedOrder(x, dim, descending);
  const shape = x.shape.map((size, i) => (i === dim ? count : size));
  const kept = shape.filter((_, i) => i !== dim);
  const strides = contiguousStrides(kept);
  const data = new Float64Array(numelOf(shape));
  positionsOf(shape, (at, i) => {
    let row = 0;
    for (let d = 0, k = 0; d < shape.length; d++) if (d !== dim) row += at[d] * strides[k++];
    data[i] = rows[row].order[at[dim] ?? 0];
    return 0;
  });
  return Tensor.of(data, shape, "int64");
}

function doc(summary: string, example: string, more: Partial<OpDoc> = {}): OpDoc {
  return {
    summary,
    formula: "x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎",
    shape: "same as input, twice: values and indices",
    kink: "each value's gradient goes to the element it came from",
    example,
    jax: "jnp.sort(x, axis=dim)",
    numpy: "np.sort(x, axis=dim)",
    ...more,
  };
}

const ordering = [
  input,
  { name: "dim", kind: "dim", default: -1 },
  { name: "descending", kind: "bool", default: false },
  { name: "stable", kind: "bool", default: false },
] as const;

export const sort = defineOp(
  {
    name: "sort",
    lists: ["wrong"],
    label: "SortBackward0",
    doc: doc("The elements in order along a dim, and where each came from.", "predictions.flatten().sort().values"),
    params: ordering,
    returns: "{ values: Tensor; indices: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, dim = -1, descending = false): Sorted => {
      const at = normalizeDim("sort", dim, x.shape.length);
      const indices = orderTensor(x, at, descending, x.shape[at] ?? 1);
      return { values: pick(op, x, alongDim(x.shape, at, indices), x.shape), indices };
    },
);

export const argsort = defineOp(
  {
    name: "argsort",
    doc: doc("The indices that would put the elements in order.", "predictions.flatten().argsort()", {
      shape: "same as input",
      kink: "an index carries no gradient",
      jax: "jnp.argsort(x, axis=dim)",
      numpy: "np.argsort(x, axis=dim)",
    }),
    params: ordering,
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, dim = -1, descending = false): Tensor => {
      const at = normalizeDim("argsort", dim, x.shape.length);
      return orderTensor(x, at, descending, x.shape[at] ?? 1);
    },
);

export const msort = defineOp(
  {
    name: "msort",
    doc: doc("The elements in order along the first dim.", "torch.msort(predictions)", { shape: "same as input" }),
    params: [input],
    samples: [],
  },
  () =>
    (x: Tensor): Tensor =>
      sort(x, 0).values,
);

export const topk = defineOp(
  {
    name: "topk",
    label: "TopkBackward0",
    doc: doc("The k largest elements along a dim, and where they are.", "losses.flatten().topk(8).values.mean()", {
      shape: "k along dim, twice: values and indices",
      jax: "jax.lax.top_k(x, k)",
      numpy: "np.sort(x)[..., ::-1][..., :k]",
    }),
    params: [
      input,
      { name: "k", kind: "dim" },
      { name: "dim", kind: "dim", default: -1 },
      { name: "largest", kind: "bool", default: true },
      { name: "sorted", kind: "bool", default: true },
    ],
    returns: "{ values: Tensor; indices: Tensor }",
    samples: [],
  },
  (op) =>
    (x: Tensor, k: number, dim = -1, largest = true): Sorted => {
      const at = normalizeDim("topk", dim, x.shape.length);
      if (k < 0 || k > (x.shape[at] ?? 1))
        throw new EngineError({
          type: "RuntimeError",
          code: "index",
          op: "topk",
          message: `topk: k must be from 0 to ${x.shape[at] ?? 1}, got ${k}`,
          hint: "Take the smaller of k and the size.",
          pytorch: "selected index k out of range",
        });
      const indices = orderTensor(x, at, largest, k);
      return { values: pick(op, x, alongDim(x.shape, at, indices), indices.shape), indices };
    },
);

export const unique = defineOp(
  {
    name: "unique",
    doc: doc("Every different element once, in order.", "targets.unique()", {
      shape: "[number of different elements]",
      kink: "no gradient",
      jax: "jnp.unique(x)",
      numpy: "np.unique(x)",
    }),
    params: [
      input,
      { name: "sorted", kind: "bool", default: true },
      { name: "return_inverse", kind: "bool", default: false },
      { name: "return_counts", kind: "bool", default: false },
    ],
    gradient: "none",
    returns: "Tensor",
    samples: [],
  },
  () =>
    (x: Tensor, _sorted = true, wantsInverse = false, wantsCounts = false): Tensor | Tensor[] => {
      const data = toContiguousData(x);
      const different = [...new Set(data)].sort((a, b) => a - b);
      const values = Tensor.zeros([different.length], x.dtype);
      dataOf(values).set(different);
      const place = new Map(different.map((v, i) => [v, i]));
      const inverse = Float64Array.from(data, (v) => place.get(v) ?? 0);
      const counts = new Float64Array(different.length);
      for (const at of inverse) counts[at]++;
      const more = [
        ...(wantsInverse ? [Tensor.of(inverse, x.shape, "int64")] : []),
        ...(wantsCounts ? [Tensor.of(counts, [different.length], "int64")] : []),
      ];
      return more.length === 0 ? values : [values, ...more];
    },
);

const edges = [{ name: "right", kind: "bool", default: false }] as const;

/** How many boundaries lie below a value (right: not above it). */
function bucket(boundaries: ArrayLike<number>, start: number, length: number, value: number, right: boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = boundaries[start + middle];
    if (right ? edge <= value : edge < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const bucketize = defineOp(
  {
    name: "bucketize",
    doc: doc(
      "The number of the bucket each element falls into.",
      "torch.bucketize(targets, torch.tensor([0, 0.5, 1]))",
      {
        formula: "#{boundaries < x}",
        shape: "same as input",
        kink: "an index carries no gradient",
        jax: "jnp.searchsorted(boundaries, x)",
        numpy: "np.searchsorted(boundaries, x)",
      },
    ),
    params: [input, { name: "boundaries", kind: "tensor" }, ...edges],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, boundaries: Tensor, right = false): Tensor => {
      const limits = toContiguousData(boundaries);
      return Tensor.of(
        Float64Array.from(toContiguousData(x), (v) => bucket(limits, 0, limits.length, v, right)),
        x.shape,
        "int64",
      );
    },
);

export const searchsorted = defineOp(
  {
    name: "searchsorted",
    doc: doc(
      "Where each value would be put into a sorted sequence.",
      "torch.searchsorted(targets.flatten().sort().values, predictions.flatten())",
      {
        formula: "#{sequence < values}",
        shape: "same as values",
        kink: "an index carries no gradient",
        jax: "jnp.searchsorted(sequence, values)",
        numpy: "np.searchsorted(sequence, values)",
      },
    ),
    params: [{ name: "sorted_sequence", kind: "tensor" }, { name: "input", kind: "tensor" }, ...edges],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (sequence: Tensor, values: Tensor, right = false): Tensor => {
      const sorted = toContiguousData(sequence);
      const length = sequence.shape.at(-1) ?? 0;
      const width = sequence.shape.length === 1 ? Number.POSITIVE_INFINITY : (values.shape.at(-1) ?? 1);
      const data = Float64Array.from(toContiguousData(values), (v, i) =>
        bucket(sorted, Math.floor(i / width) * length, length, v, right),
      );
      return Tensor.of(data, values.shape, "int64");
    },
);
