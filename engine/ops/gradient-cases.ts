/**
 * @file Calls for the gradient checks of ops whose arguments a sample cannot say: lists of tensors, indices, masks, several results.
 * Only for tests.
 */
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { complexGradientCases } from "./complex/gradient-cases.ts";
import { matrixGradientCases } from "./linalg/gradient-cases.ts";
import { registry } from "./registry.ts";

export interface GradientCase {
  readonly op: string;
  readonly shapes: readonly Shape[];
  readonly range?: readonly [number, number];
  readonly call: (inputs: readonly Tensor[]) => unknown;
}

const op =
  (name: string) =>
  (...args: readonly unknown[]): unknown => {
    const found = registry.get(name);
    if (found === undefined) throw new Error(`no op ${name}`);
    const result: unknown = Reflect.apply(found.call, undefined, args);
    return result;
  };

const ints = (values: readonly number[], shape: Shape = [values.length]) =>
  Tensor.of(Float64Array.from(values), shape, "int64");
const bools = (values: readonly number[], shape: Shape = [values.length]) =>
  Tensor.of(Uint8Array.from(values), shape, "bool");
const signs = (values: readonly number[]) => Tensor.of(Float64Array.from(values), [values.length], "float64");
const values = (result: unknown) => (result as { readonly values: Tensor }).values;
const first = (result: unknown) => (result as readonly Tensor[])[0];

const one = (name: string, shapes: readonly Shape[], ...more: readonly unknown[]): GradientCase => ({
  op: name,
  shapes,
  call: (inputs) => op(name)(...inputs, ...more),
});

/** Elements far enough from each other that a small step leaves their order. */
const apart = [-2, 2] as const;

export const gradientCases: readonly GradientCase[] = [
  one("addmm", [[2], [3, 4], [4, 2]], 0.5, 2),
  one("addmv", [[3], [3, 2], [2]]),
  one("baddbmm", [
    [2, 3, 2],
    [2, 3, 4],
    [2, 4, 2],
  ]),
  {
    op: "cat",
    shapes: [
      [2, 3],
      [1, 3],
    ],
    call: (xs) => op("cat")(xs, 0),
  },
  {
    op: "stack",
    shapes: [
      [2, 3],
      [2, 3],
    ],
    call: (xs) => op("stack")(xs, 1),
  },
  {
    op: "hstack",
    shapes: [
      [2, 3],
      [2, 1],
    ],
    call: (xs) => op("hstack")(xs),
  },
  { op: "vstack", shapes: [[3], [3]], call: (xs) => op("vstack")(xs) },
  { op: "chunk", shapes: [[5, 2]], call: ([x]) => (op("chunk")(x, 2) as readonly Tensor[])[1] },
  { op: "split", shapes: [[5, 2]], call: ([x]) => (op("split")(x, [2, 3]) as readonly Tensor[])[1] },
  { op: "unbind", shapes: [[3, 2]], call: ([x]) => (op("unbind")(x, 1) as readonly Tensor[])[1] },
  { op: "meshgrid", shapes: [[2], [3]], call: (xs) => (op("meshgrid")(xs) as readonly Tensor[])[1] },
  { op: "cartesian_prod", shapes: [[2], [3]], call: (xs) => op("cartesian_prod")(xs) },
  { op: "broadcast_tensors", shapes: [[2, 1], [3]], call: (xs) => first(op("broadcast_tensors")(xs)) },
  one("cov", [[2, 4]], 1, null, signs([0.5, 1, 0.25, 2])),
  one("quantile", [[6]], signs([0.1, 0.75])),
  one("lerp", [[3], [3]], 0.8),
  { op: "clamp_min", shapes: [[2, 3]], range: [0.2, 2], call: ([x]) => op("clamp_min")(x, 0.1) },
  { op: "clamp_max", shapes: [[2, 3]], range: [0.2, 2], call: ([x]) => op("clamp_max")(x, 2.5) },
  {
    op: "einsum",
    shapes: [
      [2, 3],
      [3, 4],
    ],
    call: (xs) => op("einsum")("ij,jk->ki", xs),
  },
  {
    op: "einsum",
    shapes: [
      [2, 3, 3],
      [2, 3],
    ],
    call: (xs) => op("einsum")("bii,bi->b", xs),
  },
  {
    op: "tensordot",
    shapes: [
      [2, 3],
      [3, 2],
    ],
    call: ([a, b]) => op("tensordot")(a, b, 1),
  },
  {
    op: "batch_norm",
    shapes: [[4, 2], [2], [2]],
    call: ([x, w, b]) => op("batch_norm")(x, null, null, w, b, true),
  },
  { op: "tensor_split", shapes: [[5, 2]], call: ([x]) => (op("tensor_split")(x, [1, 3]) as readonly Tensor[])[1] },
  { op: "hsplit", shapes: [[2, 4]], call: ([x]) => (op("hsplit")(x, 2) as readonly Tensor[])[1] },
  { op: "vsplit", shapes: [[4, 2]], call: ([x]) => (op("vsplit")(x, 2) as readonly Tensor[])[0] },
  { op: "column_stack", shapes: [[3], [3]], call: ([x, y]) => op("column_stack")([x, y]) },
  { op: "embedding", shapes: [[4, 2]], call: ([table]) => op("embedding")(ints([0, 3, 0]), table) },
  one("gather", [[3, 3]], 1, ints([0, 2, 1, 1, 0, 0], [3, 2])),
  one("take_along_dim", [[3, 3]], ints([2, 0, 1], [1, 3]), 0),
  one("index_select", [[3, 2]], 0, ints([2, 0, 2])),
  one("take", [[3, 2]], ints([5, 0, -1])),
  {
    op: "scatter",
    shapes: [
      [3, 4],
      [3, 2],
    ],
    call: ([x, src]) => op("scatter")(x, 1, ints([0, 2, 1, 3, 3, 0], [3, 2]), src),
  },
  {
    op: "scatter_add",
    shapes: [
      [3, 2],
      [3, 2],
    ],
    call: ([x, src]) => op("scatter_add")(x, 1, ints([0, 0, 1, 0, 1, 1], [3, 2]), src),
  },
  ...["mean", "amax"].flatMap((reduce) =>
    [true, false].map((includesSelf) => ({
      op: "scatter_reduce",
      shapes: [
        [3, 2],
        [3, 2],
      ],
      call: ([x, src]: readonly Tensor[]) =>
        op("scatter_reduce")(x, 1, ints([0, 0, 1, 0, 1, 1], [3, 2]), src, reduce, includesSelf),
    })),
  ),
  {
    op: "index_copy",
    shapes: [
      [3, 2],
      [2, 2],
    ],
    call: ([x, src]) => op("index_copy")(x, 0, ints([2, 0]), src),
  },
  { op: "block_diag", shapes: [[2, 3], [2], []], call: (xs) => op("block_diag")(xs) },
  { op: "special_zeta", shapes: [[2, 3]], range: [1, 3], call: ([x]) => op("special_zeta")(2.5, x) },
  { op: "polygamma", shapes: [[2, 3]], range: [1, 3], call: ([x]) => op("polygamma")(2, x) },
  { op: "mvlgamma", shapes: [[2, 3]], range: [2, 4], call: ([x]) => op("mvlgamma")(x, 3) },
  { op: "special_multigammaln", shapes: [[2, 3]], range: [2, 4], call: ([x]) => op("special_multigammaln")(x, 2) },
  {
    // Its gradient is that of the logits, as PyTorch's.
    op: "ctc_loss",
    shapes: [[6, 2, 4]],
    call: ([x]) => op("ctc_loss")(op("log_softmax")(x, 2), ints([1, 2, 2, 3, 1, 1], [2, 3]), [6, 5], [3, 2]),
  },
  {
    op: "index_add",
    shapes: [
      [3, 2],
      [2, 2],
    ],
    call: ([x, src]) => op("index_add")(x, 0, ints([2, 2]), src, 0.5),
  },
  { op: "index_put", shapes: [[3, 2], [2]], call: ([x, value]) => op("index_put")(x, [1], value) },
  one("index_fill", [[3, 2]], 0, ints([1]), 0.5),
  { op: "masked_fill", shapes: [[2, 3], []], call: ([x, value]) => op("masked_fill")(x, bools([1, 0, 1]), value) },
  one("masked_select", [[2, 3]], bools([1, 0, 1])),
  { op: "where", shapes: [[2, 3], [3]], call: ([a, b]) => op("where")(bools([1, 0, 1]), a, b) },
  one("repeat_interleave", [[2, 3]], 2, 1),
  one("tile", [[2, 3]], [2]),
  { op: "expand_as", shapes: [[1, 3]], call: ([x]) => op("expand_as")(x, Tensor.zeros([2, 3], "float64")) },
  { op: "reshape_as", shapes: [[2, 3]], call: ([x]) => op("reshape_as")(x, Tensor.zeros([6], "float64")) },
  { op: "view_as", shapes: [[2, 3]], call: ([x]) => op("view_as")(x, Tensor.zeros([3, 2], "float64")) },
  { op: "sort", shapes: [[6]], range: apart, call: ([x]) => values(op("sort")(x)) },
  { op: "msort", shapes: [[4, 2]], range: apart, call: ([x]) => op("msort")(x) },
  { op: "topk", shapes: [[6]], range: apart, call: ([x]) => values(op("topk")(x, 3)) },
  { op: "kthvalue", shapes: [[6]], range: apart, call: ([x]) => values(op("kthvalue")(x, 2)) },
  { op: "mode", shapes: [[6]], range: apart, call: ([x]) => values(op("mode")(x)) },
  { op: "cummax", shapes: [[6]], range: apart, call: ([x]) => values(op("cummax")(x, 0)) },
  { op: "cummin", shapes: [[6]], range: apart, call: ([x]) => values(op("cummin")(x, 0)) },
  { op: "max", shapes: [[3, 4]], range: apart, call: ([x]) => values(op("max")(x, 1)) },
  { op: "median", shapes: [[3, 5]], range: apart, call: ([x]) => values(op("median")(x, 1)) },
  { op: "var_mean", shapes: [[2, 3]], call: ([x]) => first(op("var_mean")(x, 1)) },
  { op: "std_mean", shapes: [[2, 3]], call: ([x]) => first(op("std_mean")(x, 1)) },
  { op: "prelu", shapes: [[2, 3], [1]], range: [0.2, 2], call: ([x, w]) => op("prelu")(x, w) },
  { op: "nll_loss", shapes: [[3, 4]], call: ([x]) => op("nll_loss")(x, ints([0, 3, 1])) },
  {
    op: "cross_entropy",
    shapes: [[3, 4]],
    call: ([x]) => op("cross_entropy")(x, ints([0, 3, 1]), null, -100, "mean", 0.1),
  },
  {
    op: "cross_entropy",
    shapes: [
      [3, 4],
      [3, 4],
    ],
    call: ([x, t]) => op("cross_entropy")(x, t),
  },
  {
    op: "hinge_embedding_loss",
    shapes: [[4]],
    range: [0.1, 0.9],
    call: ([x]) => op("hinge_embedding_loss")(x, signs([1, -1, 1, -1])),
  },
  {
    op: "margin_ranking_loss",
    shapes: [[3], [3]],
    call: ([a, b]) => op("margin_ranking_loss")(a, b, signs([1, -1, 1]), 9),
  },
  {
    op: "cosine_embedding_loss",
    shapes: [
      [3, 2],
      [3, 2],
    ],
    range: [0.5, 2],
    call: ([a, b]) => op("cosine_embedding_loss")(a, b, signs([1, -1, 1])),
  },
  {
    op: "multi_margin_loss",
    shapes: [[3, 4]],
    range: [0, 0.5],
    call: ([x]) => op("multi_margin_loss")(x, ints([0, 3, 1])),
  },
  {
    op: "multilabel_margin_loss",
    shapes: [[2, 3]],
    range: [0, 0.5],
    call: ([x]) => op("multilabel_margin_loss")(x, ints([0, 2, -1, 1, -1, -1], [2, 3])),
  },
  ...["igamma", "igammac"].map(
    (name): GradientCase => ({
      op: name,
      shapes: [[3]],
      range: [0.5, 2],
      call: ([x]) => op(name)(signs([0.5, 1, 2]), x),
    }),
  ),
  ...matrixGradientCases,
  ...complexGradientCases,
];
