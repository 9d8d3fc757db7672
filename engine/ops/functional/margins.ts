/** @file Losses of margins: they are zero where a difference is large enough. */
import { EngineError } from "../../tensor/errors.ts";
import { formatShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { eq, ne } from "../comparison/compare.ts";
import { minimum } from "../comparison/maximum.ts";
import { cast } from "../convert.ts";
import { gather, index_select } from "../indexing/gathering.ts";
import { squeeze, unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import { defineOp, type Param } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp_min } from "../pointwise/clamp.ts";
import { exp, log1p, neg, sqrt, square } from "../pointwise/unary.ts";
import { mean, sum } from "../reduction/reduction.ts";
import { relu } from "./activations.ts";
import { pairwise_distance } from "./distances.ts";
import { doc, pair, type Reduction, reduced, reduction } from "./losses.ts";

const margin = (value: number): Param => ({ name: "margin", kind: "number", default: value });

export const hinge_embedding_loss = defineOp(
  {
    name: "hinge_embedding_loss",
    doc: doc(
      "hinge_embedding_loss",
      "A distance that should be small (target 1) or beyond the margin (target -1).",
      "x if t = 1, max(0, margin - x) if t = -1",
      {
        kink: "1 at the margin: the gradient passes",
      },
    ),
    params: [...pair, margin(1), reduction],
    places: ["F"],
    samples: [],
  },
  () =>
    (input: Tensor, target: Tensor, by = 1, how: Reduction = "mean"): Tensor => {
      const far = where(ne(target, 1), clamp_min(sub(by, input), 0), 0);
      return reduced("hinge_embedding_loss", add(far, where(ne(target, -1), input, 0)), how);
    },
);

export const margin_ranking_loss = defineOp(
  {
    name: "margin_ranking_loss",
    doc: doc(
      "margin_ranking_loss",
      "Of two scores, the first should be higher (target 1) or lower (target -1) by a margin.",
      "max(0, -t (x1 - x2) + margin)",
      {
        shape: "all three broadcast; [] unless reduction is none",
        kink: "passes where the margin is exactly met",
        example: "F.margin_ranking_loss(scores1, scores2, signs)",
      },
    ),
    params: [
      { name: "input1", kind: "tensor" },
      { name: "input2", kind: "tensor" },
      { name: "target", kind: "tensor" },
      margin(0),
      reduction,
    ],
    places: ["F"],
    samples: [],
  },
  () =>
    (input1: Tensor, input2: Tensor, target: Tensor, by = 0, how: Reduction = "mean"): Tensor => {
      const all = [input1, input2, target];
      if (all.some(({ shape }) => shape.length !== input1.shape.length)) {
        const sizes = all.map(({ shape }) => `torch.Size(${formatShape(shape)})`);
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "margin_ranking_loss",
          shapes: all.map(({ shape }) => shape),
          message: `margin_ranking_loss: takes tensors with as many dims, got ${all.map(({ shape }) => formatShape(shape)).join(", ")}`,
          pytorch: `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${sizes[0]}, input2: ${sizes[1]}, target: ${sizes[2]} `,
        });
      }
      return reduced("margin_ranking_loss", clamp_min(add(mul(neg(target), sub(input1, input2)), by), 0), how);
    },
);

export const cosine_embedding_loss = defineOp(
  {
    name: "cosine_embedding_loss",
    doc: doc(
      "cosine_embedding_loss",
      "Vectors that should point the same way (target 1) or not (target -1).",
      "1 - cos if t = 1, max(0, cos - margin) if t = -1",
      {
        shape: "inputs [N, D] or [D], target [N] or []",
        example: "F.cosine_embedding_loss(predictions, targets, signs)",
      },
    ),
    params: [
      { name: "input1", kind: "tensor" },
      { name: "input2", kind: "tensor" },
      { name: "target", kind: "tensor" },
      margin(0),
      reduction,
    ],
    places: ["F"],
    samples: [],
  },
  () =>
    (x1: Tensor, x2: Tensor, target: Tensor, by = 0, how: Reduction = "mean"): Tensor => {
      const dim = target.shape.length;
      if (x1.shape.length !== dim + 1)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "cosine_embedding_loss",
          shapes: [x1.shape, target.shape],
          message: `cosine_embedding_loss: takes inputs [N, D] for a target [N], got ${formatShape(x1.shape)} and ${formatShape(target.shape)}`,
          pytorch: `${dim}D target tensor expects ${dim + 1}D input tensors, but found inputs with sizes ${formatShape(x1.shape)} and ${formatShape(x2.shape)}.`,
        });
      const size = (x: Tensor) => add(sum(mul(x, x), dim), 1e-12);
      const cosine = div(sum(mul(x1, x2), dim), sqrt(mul(size(x1), size(x2))));
      const near = where(eq(target, 1), sub(1, cosine), 0);
      return reduced("cosine_embedding_loss", add(near, where(eq(target, -1), clamp_min(sub(cosine, by), 0), 0)), how);
    },
);

export const triplet_margin_loss = defineOp(
  {
    name: "triplet_margin_loss",
    doc: doc(
      "triplet_margin_loss",
      "An anchor that should be nearer to the positive than to the negative by a margin.",
      "max(0, d(a, p) - d(a, n) + margin)",
      {
        shape: "all three [N, D] to [N]; [] unless reduction is none",
        kink: "passes where the margin is exactly met",
        example: "F.triplet_margin_loss(anchor, positive, negative)",
      },
    ),
    params: [
      { name: "anchor", kind: "tensor" },
      { name: "positive", kind: "tensor" },
      { name: "negative", kind: "tensor" },
      margin(1),
      { name: "p", kind: "number", default: 2 },
      { name: "eps", kind: "number", default: 1e-6 },
      { name: "swap", kind: "bool", default: false },
      reduction,
    ],
    places: ["F"],
    samples: [
      {
        shapes: [
          [4, 2],
          [4, 2],
          [4, 2],
        ],
        args: [5],
      },
    ],
  },
  () =>
    (
      anchor: Tensor,
      positive: Tensor,
      negative: Tensor,
      by = 1,
      p = 2,
      eps = 1e-6,
      swap = false,
      how: Reduction = "mean",
    ): Tensor => {
      const near = pairwise_distance(anchor, positive, p, eps);
      const direct = pairwise_distance(anchor, negative, p, eps);
      const far = swap ? minimum(direct, pairwise_distance(positive, negative, p, eps)) : direct;
      return reduced("triplet_margin_loss", clamp_min(add(sub(near, far), by), 0), how);
    },
);

export const multi_margin_loss = defineOp(
  {
    name: "multi_margin_loss",
    label: "MultiMarginLossBackward0",
    doc: doc(
      "multi_margin_loss",
      "The right class should score higher than every other by a margin.",
      "Σ_{j≠y} max(0, margin - x_y + x_j)ᵖ w_y / C",
      {
        shape: "input [N, C] or [C], target [N] or [] of class numbers",
        kink: "0 where the margin is exactly met",
        example: "F.multi_margin_loss(scores, labels)",
      },
    ),
    params: [
      ...pair,
      { name: "p", kind: "number", default: 1, isInteger: true },
      margin(1),
      { name: "weight", kind: "tensor", default: null },
      reduction,
    ],
    places: ["F"],
    samples: [],
  },
  () =>
    (input: Tensor, target: Tensor, p = 1, by = 1, weights: Tensor | null = null, how: Reduction = "mean"): Tensor => {
      if (p !== 1 && p !== 2)
        throw new EngineError({
          type: "ValueError",
          code: "argument",
          op: "multi_margin_loss",
          message: `multi_margin_loss: p must be 1 or 2, got ${p}`,
          pytorch: "only p == 1 and p == 2 supported",
        });
      if (input.shape.length < 2) {
        const row = multi_margin_loss(
          unsqueeze(input, 0),
          target.shape.length === 0 ? unsqueeze(target, 0) : target,
          p,
          by,
          weights,
          "none",
        );
        return how === "none" ? squeeze(row, 0) : reduced("multi_margin_loss", row, how);
      }
      const [rows, classes] = input.shape;
      const labels = toContiguousData(target);
      const isOther = Tensor.of(
        Uint8Array.from({ length: rows * classes }, (_, i) =>
          i % classes === labels[Math.floor(i / classes)] ? 0 : 1,
        ),
        [rows, classes],
        "bool",
      );
      const own = gather(input, 1, unsqueeze(target, 1));
      const short = relu(add(sub(input, own), by));
      const powered = p === 2 ? square(short) : short;
      const weighted = weights === null ? powered : mul(powered, unsqueeze(index_select(weights, 0, target), 1));
      return reduced("multi_margin_loss", div(sum(where(isOther, weighted, 0), 1), classes), how);
    },
);

function negated(target: Tensor): Tensor {
  if (target.dtype !== "bool") return neg(target);
  throw new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op: "soft_margin_loss",
    message: "soft_margin_loss: takes targets 1 and -1, got bools",
    hint: "Convert: targets.float() * 2 - 1.",
    pytorch:
      "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  });
}

export const soft_margin_loss = defineOp(
  {
    name: "soft_margin_loss",
    label: "SoftMarginLossBackward0",
    doc: doc("soft_margin_loss", "The logistic loss of targets 1 and -1.", "ln(1 + e^(-t x))", {
      domain: "overflows float32 where t x < -88.7",
    }),
    params: [...pair, reduction],
    places: ["F"],
    samples: [
      {
        shapes: [
          [4, 1],
          [4, 1],
        ],
      },
    ],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor =>
      reduced("soft_margin_loss", log1p(exp(mul(cast(negated(target), input.dtype), input))), how),
);

export const multilabel_margin_loss = defineOp(
  {
    name: "multilabel_margin_loss",
    label: "MultilabelMarginLossBackward0",
    doc: doc(
      "multilabel_margin_loss",
      "Every right class should score higher than every other by 1.",
      "Σ_{y right, j not} max(0, 1 - x_y + x_j) / C",
      {
        shape: "input and target [N, C]; each row of target lists class numbers, -1 ends the list",
        kink: "0 where the margin is exactly met",
        example: "F.multilabel_margin_loss(scores, labels)",
      },
    ),
    params: [...pair, reduction],
    places: ["F"],
    samples: [],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor => {
      if (input.shape.length < 2) {
        const row = multilabel_margin_loss(unsqueeze(input, 0), unsqueeze(target, 0), "none");
        return how === "none" ? squeeze(row, 0) : reduced("multilabel_margin_loss", row, how);
      }
      const [rows, classes] = input.shape;
      const lists = toContiguousData(target);
      const counts = new Float64Array(rows * classes * classes);
      for (let row = 0; row < rows; row++) {
        const all = Array.from(lists.subarray(row * classes, (row + 1) * classes));
        const end = all.indexOf(-1);
        const right = end < 0 ? all : all.slice(0, end);
        for (const y of right)
          for (let j = 0; j < classes; j++) if (!right.includes(j)) counts[(row * classes + y) * classes + j]++;
      }
      const weights = Tensor.of(
        input.dtype === "float64" ? counts : Float32Array.from(counts),
        [rows, classes, classes],
        input.dtype,
      );
      const short = relu(add(sub(unsqueeze(input, 1), unsqueeze(input, 2)), 1));
      return reduced("multilabel_margin_loss", mean(sum(mul(short, weights), 1), 1), how);
    },
);
