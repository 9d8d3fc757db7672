/** @file Distances, similarities, and other functions of torch.nn.functional that are not losses. */
import { isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape, type Shape, sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { eq } from "../comparison/compare.ts";
import { detach } from "../convert.ts";
import { index_select } from "../indexing/gathering.ts";
import { locate } from "../indexing/indexing.ts";
import { expand, reshape, squeeze, transpose, unsqueeze } from "../indexing/movement.ts";
import { pick, positionsOf } from "../indexing/pick.ts";
import { cat, narrow } from "../indexing/slices.ts";
import { where } from "../indexing/where.ts";
import { defineOp, type OpDoc, type Param } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp_min } from "../pointwise/clamp.ts";
import { neg, sqrt } from "../pointwise/unary.ts";
import { norm } from "../reduction/norm.ts";
import { mean, sum, variance } from "../reduction/reduction.ts";
import { pairing } from "../trace.ts";
import { softmax } from "./softmax.ts";

function doc(summary: string, formula: string, shape: string, example: string, more: Partial<OpDoc> = {}): OpDoc {
  return { summary, formula, shape, example, jax: null, numpy: null, ...more };
}

const input: Param = { name: "input", kind: "tensor" };
const pair: readonly Param[] = [
  { name: "x1", kind: "tensor" },
  { name: "x2", kind: "tensor" },
];

export const normalize = defineOp(
  {
    name: "normalize",
    asks: "norm",
    doc: doc(
      "Every vector along a dim divided by its norm.",
      "x / max(‖x‖_p, eps)",
      "same as input",
      "F.normalize(predictions, { dim: 1 })",
      {
        kink: "a zero vector stays zero",
        jax: "x / jnp.linalg.norm(x, axis=dim, keepdims=True)",
        numpy: "x / np.linalg.norm(x, axis=dim, keepdims=True)",
      },
    ),
    params: [
      input,
      { name: "p", kind: "number", default: 2 },
      { name: "dim", kind: "dim", default: 1 },
      { name: "eps", kind: "number", default: 1e-12 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], range: [0.5, 2] }],
  },
  () =>
    (x: Tensor, p = 2, dim = 1, eps = 1e-12): Tensor =>
      div(x, expand(clamp_min(norm(x, p, dim, true), eps), x.shape)),
);

export const cosine_similarity = defineOp(
  {
    name: "cosine_similarity",
    label: "SumBackward1",
    doc: doc(
      "The cosine of the angle between vectors.",
      "x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))",
      "both broadcast, dim gone",
      "F.cosine_similarity(predictions, targets, 1)",
      {
        kink: "0 where a vector is zero",
      },
    ),
    params: [...pair, { name: "dim", kind: "dim", default: 1 }, { name: "eps", kind: "number", default: 1e-8 }],
    places: ["torch", "F"],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
        range: [0.5, 2],
      },
    ],
  },
  () =>
    (x1: Tensor, x2: Tensor, dim = 1, eps = 1e-8): Tensor => {
      const shape = broadcastShapes("cosine_similarity", x1.shape, x2.shape);
      const [a, b] = [expand(x1, shape), expand(x2, shape)];
      const unit = (x: Tensor) => div(x, clamp_min(norm(x, 2, dim, true), eps));
      return sum(mul(unit(a), unit(b)), dim);
    },
);

export const pairwise_distance = defineOp(
  {
    name: "pairwise_distance",
    label: "NormBackward1",
    doc: doc(
      "The distance of each vector from the one in the same place.",
      "‖x1 - x2 + eps‖_p",
      "both broadcast, last dim gone",
      "F.pairwise_distance(predictions, targets)",
      {
        kink: "finite where they are equal, thanks to eps",
      },
    ),
    params: [
      ...pair,
      { name: "p", kind: "number", default: 2 },
      { name: "eps", kind: "number", default: 1e-6 },
      { name: "keepdim", kind: "bool", default: false },
    ],
    places: ["torch", "F"],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
      },
    ],
  },
  () =>
    (x1: Tensor, x2: Tensor, p = 2, eps = 1e-6, keepdim = false): Tensor =>
      norm(add(sub(x1, x2), eps), p, -1, keepdim),
);

export const cdist = defineOp(
  {
    name: "cdist",
    label: "CdistBackward0",
    doc: doc(
      "The distance of every row of one from every row of the other.",
      "d_ij = ‖x1_i - x2_j‖_p",
      "[…, n, k] and […, m, k] to […, n, m]",
      "torch.cdist(predictions, predictions)",
      {
        kink: "0 where two rows are equal",
      },
    ),
    params: [...pair, { name: "p", kind: "number", default: 2 }],
    places: ["torch"],
    samples: [
      {
        shapes: [
          [2, 3],
          [4, 3],
        ],
      },
    ],
  },
  () =>
    (x1: Tensor, x2: Tensor, p = 2): Tensor =>
      norm(
        pairing(() => sub(unsqueeze(x1, -2), unsqueeze(x2, -3))),
        p,
        -1,
      ),
);

export const pdist = defineOp(
  {
    name: "pdist",
    doc: doc(
      "The distance of every pair of rows, each pair once.",
      "(Σ |x_i - x_j|ᵖ)^(1/p) for i < j",
      "[n, d] to [n (n - 1)/2]",
      "F.pdist(torch.randn([4, 2]))",
    ),
    params: [input, { name: "p", kind: "number", default: 2 }],
    places: ["F", "torch"],
    samples: [{ shapes: [[4, 3]] }, { shapes: [[3, 2]], args: [1] }],
  },
  () =>
    (x: Tensor, p = 2): Tensor => {
      const n = x.shape[0];
      const pairs = Array.from({ length: n }, (_, i) => i).flatMap((i) =>
        Array.from({ length: n - i - 1 }, (_, k): [number, number] => [i, i + k + 1]),
      );
      const rows = (at: 0 | 1) =>
        index_select(
          x,
          0,
          Tensor.of(
            Float64Array.from(pairs, (each) => each[at]),
            [pairs.length],
            "int64",
          ),
        );
      return norm(sub(rows(0), rows(1)), p, -1);
    },
);

export const dist = defineOp(
  {
    name: "dist",
    label: "DistBackward0",
    doc: doc("The norm of a difference.", "‖a - b‖_p", "both broadcast, [] out", "torch.dist(predictions, targets)", {
      kink: "0 where they are equal",
      jax: "jnp.linalg.norm(a - b)",
      numpy: "np.linalg.norm(a - b)",
    }),
    params: [input, { name: "other", kind: "tensor" }, { name: "p", kind: "number", default: 2 }],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
      },
    ],
  },
  () =>
    (a: Tensor, b: Tensor, p = 2): Tensor =>
      norm(sub(a, b), p),
);

export const softmin = defineOp(
  {
    name: "softmin",
    label: "SoftmaxBackward0",
    doc: doc("The softmax of the negatives.", "e⁻ˣ / Σ e⁻ˣ", "same as input", "F.softmin(predictions, 1)"),
    params: [input, { name: "dim", kind: "dim" }],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  () =>
    (x: Tensor, dim: number): Tensor =>
      softmax(neg(x), dim),
);

export const layer_norm = defineOp(
  {
    name: "layer_norm",
    label: "NativeLayerNormBackward0",
    doc: doc(
      "The last dims shifted and scaled to mean 0 and variance 1.",
      "(x - mean)/√(var + eps) · weight + bias",
      "same as input",
      "F.layer_norm(predictions, [3])",
    ),
    params: [
      input,
      { name: "normalized_shape", kind: "dims" },
      { name: "weight", kind: "tensor", default: null },
      { name: "bias", kind: "tensor", default: null },
      { name: "eps", kind: "number", default: 1e-5 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [[3]] }],
  },
  () =>
    (
      x: Tensor,
      normalized: number | Shape,
      weight: Tensor | null = null,
      bias: Tensor | null = null,
      eps = 1e-5,
    ): Tensor => {
      const shape = typeof normalized === "number" ? [normalized] : normalized;
      if (!sameShape(shape, x.shape.slice(x.shape.length - shape.length)))
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "layer_norm",
          shapes: [shape, x.shape],
          message: `layer_norm: the input must end in shape ${formatShape(shape)}, got ${formatShape(x.shape)}`,
          pytorch: `Given normalized_shape=${formatShape(shape)}, expected input with shape [*, ${shape.join(", ")}], but got input of size${formatShape(x.shape)}`,
        });
      const dims = shape.map((_, i) => x.shape.length - shape.length + i);
      const centered = sub(x, mean(x, dims, true));
      const scaled = div(centered, sqrt(add(variance(x, dims, false, true), eps)));
      const weighted = weight === null ? scaled : mul(scaled, weight);
      return bias === null ? weighted : add(weighted, bias);
    },
);

/** Windows of the last dim side by side: [n, c, l] to [n, windows, c · kernel]. */
function windows(x: Tensor, kernel: number, stride: number, padding: number, dilation: number): Tensor {
  const [n, c, length] = x.shape;
  const count = Math.floor((length + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
  const shape = [n, Math.max(0, count), c * kernel];
  const positions = positionsOf(shape, ([i, w, at]) => {
    const place = w * stride - padding + (at % kernel) * dilation;
    return place < 0 || place >= length ? -1 : (i * c + Math.floor(at / kernel)) * length + place;
  });
  return pick(conv1d.op, x, positions, shape);
}

const one = (value: number | readonly number[]): number => (typeof value === "number" ? value : (value[0] ?? 1));

export const conv1d = defineOp(
  {
    name: "conv1d",
    doc: doc(
      "A filter moved along the last dim.",
      "y_i = Σ_k w_k x_(i·stride + k)",
      "[n, in, l], weight [out, in, k] to [n, out, l']",
      "F.conv1d(signal, kernel)",
      {
        jax: "jnp.convolve(x, w[::-1], 'valid')",
        numpy: "np.correlate(x, w, 'valid')",
      },
    ),
    params: [
      input,
      { name: "weight", kind: "tensor" },
      { name: "bias", kind: "tensor", default: null },
      { name: "stride", kind: "dims", default: 1 },
      { name: "padding", kind: "dims", default: 0 },
      { name: "dilation", kind: "dims", default: 1 },
      { name: "groups", kind: "dim", default: 1 },
    ],
    places: ["torch", "F"],
    samples: [
      {
        shapes: [
          [1, 2, 5],
          [3, 2, 2],
        ],
      },
    ],
  },
  () =>
    (
      x: Tensor,
      weight: Tensor,
      bias: Tensor | null = null,
      stride: number | readonly number[] = 1,
      padding: number | readonly number[] = 0,
      dilation: number | readonly number[] = 1,
      groups = 1,
    ): Tensor => {
      if (x.shape.length === 2)
        return squeeze(conv1d(unsqueeze(x, 0), weight, bias, stride, padding, dilation, groups), 0);
      if (groups > 1) {
        const [each, own] = [weight.shape[0] / groups, x.shape[1] / groups];
        const joined = cat(
          Array.from({ length: groups }, (_, i) =>
            conv1d(narrow(x, 1, i * own, own), narrow(weight, 0, i * each, each), null, stride, padding, dilation),
          ),
          1,
        );
        return bias === null ? joined : add(joined, unsqueeze(bias, 1));
      }
      const [out, channels, kernel] = weight.shape;
      if (x.shape.length !== 3 || x.shape[1] !== channels)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "conv1d",
          shapes: [x.shape, weight.shape],
          message: `conv1d: takes an input [n, ${channels}, length] for a weight of shape ${formatShape(weight.shape)}, got ${formatShape(x.shape)}`,
          pytorch: `Given groups=1, weight of size ${formatShape(weight.shape)}, expected input${formatShape(x.shape)} to have ${channels} channels, but got ${x.shape[1]} channels instead`,
        });
      const seen = windows(x, kernel, one(stride), one(padding), one(dilation));
      const filtered = matmul(reshape(weight, [out, channels * kernel]), transpose(seen, 1, 2));
      return bias === null ? filtered : add(filtered, unsqueeze(bias, 1));
    },
);

export const avg_pool1d = defineOp(
  {
    name: "avg_pool1d",
    doc: doc(
      "Means of neighbours along the last dim.",
      "y_i = mean x_(i·stride … i·stride + kernel - 1)",
      "[n, c, l] to [n, c, l']",
      "F.avg_pool1d(signal, 2)",
    ),
    params: [
      input,
      { name: "kernel_size", kind: "dims" },
      { name: "stride", kind: "dims", default: null },
      { name: "padding", kind: "dims", default: 0 },
    ],
    places: ["torch", "F"],
    samples: [{ shapes: [[1, 2, 6]], args: [2] }],
  },
  (op) =>
    (
      x: Tensor,
      kernelSize: number | readonly number[],
      stride: number | readonly number[] | null = null,
      padding: number | readonly number[] = 0,
    ): Tensor => {
      const [kernel, step, margin] = [one(kernelSize), one(stride ?? kernelSize), one(padding)];
      const length = x.shape[x.shape.length - 1];
      const count = Math.floor((length + 2 * margin - kernel) / step) + 1;
      const shape = [...x.shape.slice(0, -1), count, kernel];
      const rank = shape.length;
      const lead = x.shape.length - 1;
      const positions = positionsOf(shape, (at) => {
        let row = 0;
        for (let d = 0; d < lead; d++) row = row * x.shape[d] + at[d];
        const place = at[rank - 2] * step - margin + at[rank - 1];
        return place < 0 || place >= length ? -1 : row * length + place;
      });
      return mean(pick(op, x, positions, shape), -1);
    },
);

function refuseRows(indices: Tensor, rows: number): void {
  const refuse = (type: "RuntimeError" | "IndexError", message: string, pytorch: string): never => {
    throw new EngineError({ type, code: "index", op: "embedding", message: `embedding: ${message}`, pytorch });
  };
  if (isFloating(indices.dtype) || indices.dtype === "bool")
    refuse(
      "RuntimeError",
      `takes int64 indices, got ${indices.dtype}`,
      `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.${pytorchTypes[indices.dtype]}Tensor instead (while checking arguments for embedding)`,
    );
  const bad = toContiguousData(indices).find((place) => place < 0 || place >= rows);
  if (bad !== undefined)
    refuse("IndexError", `index ${bad} is out of range for ${rows} rows`, "index out of range in self");
}

export const embedding = defineOp(
  {
    name: "embedding",
    doc: doc(
      "Rows of a table, by number.",
      "y_i = weight_index_i",
      "that of input, then the width of the table",
      "F.embedding(labels, table)",
      { jax: "table[x]", numpy: "table[x]" },
    ),
    params: [input, { name: "weight", kind: "tensor" }, { name: "padding_idx", kind: "dim", default: null }],
    places: ["F"],
    samples: [],
  },
  (op) =>
    (indices: Tensor, weight: Tensor, padding: number | null = null): Tensor => {
      refuseRows(indices, weight.shape[0]);
      const { positions, shape } = locate(weight, [indices]);
      const rows = pick(op, weight, positions(), shape);
      if (padding === null) return rows;
      // The padding's row is read, and learns nothing.
      const isPadding = unsqueeze(eq(indices, padding < 0 ? padding + weight.shape[0] : padding), -1);
      return where(isPadding, detach(rows), rows);
    },
);
