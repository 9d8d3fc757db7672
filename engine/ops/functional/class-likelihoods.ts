/** @file How likely the right class was held to be. */

import { isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { formatShape, numelOf, sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { eq, ne } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { gather, index_select } from "../indexing/gathering.ts";
import { reshape, squeeze, unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import type { Labeller } from "../op.ts";
import { defineOp, type Param } from "../op.ts";
import { add, div, mul } from "../pointwise/arithmetic.ts";
import { neg } from "../pointwise/unary.ts";
import { sum } from "../reduction/reduction.ts";
import { tracer } from "../trace.ts";
import { refuse } from "./likelihood-errors.ts";
import { doc, pair, type Reduction, reduced, reduction } from "./losses.ts";
import { log_softmax } from "./softmax.ts";

export const weight: Param = { name: "weight", kind: "tensor", default: null };

const ignored: Param = { name: "ignore_index", kind: "dim", default: -100 };

/** Labels in range, and how many there are of each; -1 for those to ignore. */
function labelsOf(
  op: string,
  input: Tensor,
  target: Tensor,
  ignoreIndex: number,
  weights: Tensor | null,
): { safe: Tensor; counted: Tensor } {
  if (target.shape.length === 2 && input.shape.length === 2)
    throw refuse(
      "RuntimeError",
      op,
      "shape",
      `takes targets of shape ${formatShape(input.shape.slice(0, 1))} for an input of shape ${formatShape(input.shape)}, got ${formatShape(target.shape)}`,
      "0D or 1D target tensor expected, multi-target not supported",
      "Squeeze the targets: one class number for each row.",
    );
  if (target.dtype !== "int64") {
    throw refuse(
      "RuntimeError",
      op,
      "dtype",
      `takes class numbers of dtype int64, got ${target.dtype}`,
      `expected target dtype to be Long or Byte, but got ${pytorchTypes[target.dtype]}`,
      "Convert: targets.long(); or give probabilities in the shape of the input.",
    );
  }
  const classAt = input.shape.length < 2 ? 0 : 1;
  const rest = input.shape.filter((_, i) => i !== classAt);
  if (!sameShape(rest, target.shape)) {
    const isBatch = input.shape[0] !== target.shape[0] && input.shape.length > 1;
    throw refuse(
      isBatch ? "ValueError" : "RuntimeError",
      op,
      "shape",
      `takes targets of shape ${formatShape(rest)} for an input of shape ${formatShape(input.shape)}, got ${formatShape(target.shape)}`,
      isBatch
        ? `Expected input batch_size (${input.shape[0]}) to match target batch_size (${target.shape[0] ?? 1}).`
        : `Expected target size ${formatShape(rest)}, got ${formatShape(target.shape)}`,
      "Squeeze the targets: one class number for each row.",
    );
  }
  const classes = input.shape[classAt] ?? 1;
  requireWeights(op, weights, classes);
  const bad = toContiguousData(target).find((label) => label !== ignoreIndex && (label < 0 || label >= classes));
  if (bad !== undefined)
    throw refuse(
      "IndexError",
      op,
      "index",
      `class ${bad} is out of range for ${classes} classes`,
      `Target ${bad} is out of bounds.`,
      "Classes are numbered from 0.",
    );
  const counted = ne(target, ignoreIndex);
  return { safe: where(counted, target, 0), counted };
}

/** Each element's loss, and its weight in the mean. */
function requireWeights(op: string, weights: Tensor | null, classes: number): void {
  if (weights === null || weights.shape[0] === classes) return;
  throw refuse(
    "RuntimeError",
    op,
    "shape",
    `takes a weight for each of ${classes} classes, got shape ${formatShape(weights.shape)}`,
    `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${formatShape(weights.shape)}`,
  );
}

function nll(
  op: string,
  logs: Tensor,
  target: Tensor,
  weights: Tensor | null,
  ignoreIndex: number,
): { losses: Tensor; weights: Tensor } {
  const { safe, counted } = labelsOf(op, logs, target, ignoreIndex, weights);
  const classAt = logs.shape.length < 2 ? 0 : 1;
  const picked = squeeze(gather(logs, classAt, unsqueeze(safe, classAt)), classAt);
  const share = cast(counted, logs.dtype);
  const own = weights === null ? share : mul(share, reshape(index_select(weights, 0, reshape(safe, [-1])), safe.shape));
  return { losses: where(eq(own, 0), 0, neg(mul(picked, own))), weights: own };
}

/** The mean of class losses is weighted. */
function reducedClasses(op: string, { losses, weights }: { losses: Tensor; weights: Tensor }, how: Reduction): Tensor {
  return how === "mean" ? div(sum(losses), sum(weights)) : reduced(op, losses, how);
}

/** Class indices as targets, or probabilities. */
const classes: Labeller = ([input, target, , , reduction, smoothing]) => {
  if (!Tensor.isTensor(target) || !Tensor.isTensor(input)) return null;
  if (isFloating(target.dtype)) return reduction === "mean" ? "DivBackward1" : "NegBackward0";
  if (smoothing !== undefined && smoothing !== 0) return null;
  return input.shape.length > 2 ? "NllLoss2DBackward0" : "NllLossBackward0";
};

export const nll_loss = defineOp(
  {
    name: "nll_loss",
    label: classes,
    doc: doc(
      "nll_loss",
      "Negative log likelihood of the right class, given log probabilities.",
      "-w_y · input_y, the mean weighted by w",
      {
        shape: "input [N, C, …] of log probabilities, target [N, …] of class numbers",
        example: "F.nll_loss(F.log_softmax(logits, 1), labels)",
      },
    ),
    params: [...pair, weight, ignored, reduction],
    places: ["F"],
    samples: [],
  },
  () =>
    (
      input: Tensor,
      target: Tensor,
      weights: Tensor | null = null,
      ignoreIndex = -100,
      how: Reduction = "mean",
    ): Tensor => {
      tracer()?.entered("nll_loss", input, target);
      return reducedClasses("nll_loss", nll("nll_loss", input, target, weights, ignoreIndex), how);
    },
);

export const cross_entropy = defineOp(
  {
    name: "cross_entropy",
    label: classes,
    doc: doc(
      "cross_entropy",
      "Negative log likelihood of the right class, given logits.",
      "-w_y · ln softmax(input)_y, the mean weighted by w",
      {
        shape: "input [N, C, …] of logits; target [N, …] of class numbers, or probabilities in the shape of input",
        example: "F.cross_entropy(logits, labels)",
        jax: "optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()",
      },
    ),
    params: [...pair, weight, ignored, reduction, { name: "label_smoothing", kind: "number", default: 0 }],
    places: ["F"],
    samples: [],
  },
  () =>
    (
      input: Tensor,
      target: Tensor,
      weights: Tensor | null = null,
      ignoreIndex = -100,
      how: Reduction = "mean",
      smoothing = 0,
    ): Tensor => {
      const name = "cross_entropy";
      tracer()?.entered(name, input, target);
      const classAt = input.shape.length < 2 ? 0 : 1;
      if (sameShape(input.shape, target.shape) && !isFloating(target.dtype))
        throw refuse(
          "RuntimeError",
          name,
          "dtype",
          `takes probabilities as floats where the target has the input's shape, got ${target.dtype}`,
          `Expected floating point type for target with class probabilities, got ${pytorchTypes[target.dtype]}`,
        );
      if (!(smoothing >= 0 && smoothing <= 1))
        throw refuse(
          "RuntimeError",
          name,
          "range",
          `label_smoothing must be from 0 to 1, got ${smoothing}`,
          `label_smoothing must be between 0.0 and 1.0. Got: ${smoothing}`,
        );
      const logs = log_softmax(input, classAt);
      const classes = input.shape[classAt] ?? 1;
      requireWeights(name, weights, classes);
      const shaped =
        weights === null
          ? null
          : reshape(
              weights,
              input.shape.map((_, d) => (d === classAt ? -1 : 1)),
            );
      const weighted = shaped === null ? logs : mul(logs, shaped);
      if (isFloating(target.dtype) && sameShape(target.shape, input.shape)) {
        const smooth = smoothing > 0 ? add(mul(target, 1 - smoothing), smoothing / classes) : target;
        const losses = neg(sum(mul(weighted, smooth), classAt));
        return how === "mean" ? div(sum(losses), numelOf(losses.shape)) : reduced(name, losses, how);
      }
      const parts = nll(name, logs, target, weights, ignoreIndex);
      const plain = reducedClasses(name, parts, how);
      if (smoothing === 0) return plain;
      const spread = where(ne(target, ignoreIndex), neg(sum(weighted, classAt)), 0);
      const all = reducedClasses(name, { losses: spread, weights: parts.weights }, how);
      return add(mul(plain, 1 - smoothing), mul(all, smoothing / classes));
    },
);
