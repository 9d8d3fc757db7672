/** @file How likely the right answers to yes-or-no questions were held to be. */
import { mapBinary } from "../../kernels/elementwise.ts";
import { isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { broadcastShapes, formatShape, sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { cast } from "../convert.ts";
import { defineOp, finish } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp_min } from "../pointwise/clamp.ts";
import { log, neg } from "../pointwise/unary.ts";
import { mean } from "../reduction/reduction.ts";
import { Saved } from "../saved.ts";
import { tracer } from "../trace.ts";
import { logsigmoid } from "./activations.ts";
import { weight } from "./class-likelihoods.ts";
import { refuse } from "./likelihood-errors.ts";
import { doc, pair, type Reduction, reduced, reduction } from "./losses.ts";

const LEAST_LOG = -100;

/** PyTorch has it in single precision, whatever the tensor. */
const EPSILON = Math.fround(1e-12);

/** Each log no less than -100, as PyTorch has it; the gradient divides by x (1 - x), no less than 1e-12. */
const crossEntropies = defineOp(
  {
    name: "binary_cross_entropy",
    doc: doc("binary_cross_entropy", "", ""),
    params: [],
    places: [],
    elementwise: true,
    samples: [],
  },
  (op) =>
    (input: Tensor, target: Tensor): Tensor => {
      const f = (x: number, t: number) =>
        -(t * Math.max(Math.log(x), LEAST_LOG) + (1 - t) * Math.max(Math.log(1 - x), LEAST_LOG));
      const shape = broadcastShapes(op.name, input.shape, target.shape);
      const output = mapBinary(f, input, target, shape, input.dtype, input.dtype);
      const saved = new Saved(op.name, [input, target]);
      return finish(op, [input, target], output, (grad, i) => {
        const [x, t] = [saved.read(0), saved.read(1)];
        if (i === 1) return mul(grad, sub(log(sub(1, x)), log(x)));
        return mul(grad, div(sub(x, t), clamp_min(mul(sub(1, x), x), EPSILON)));
      });
    },
);

export const binary_cross_entropy = defineOp(
  {
    name: "binary_cross_entropy",
    label: "BinaryCrossEntropyBackward0",
    doc: doc(
      "binary_cross_entropy",
      "Negative log likelihood of yes and no, given probabilities.",
      "-(t ln x + (1 - t) ln(1 - x)), logs no less than -100",
      {
        shape: "input and target of one shape; weight broadcasts",
        domain: "0 ≤ input ≤ 1, 0 ≤ target ≤ 1",
        kink: "divided by max(x (1 - x), 1e-12)",
        example: "F.binary_cross_entropy(predictions.sigmoid(), targets)",
      },
    ),
    params: [...pair, weight, reduction],
    places: ["F"],
    samples: [
      {
        shapes: [
          [4, 1],
          [4, 1],
        ],
        range: [0.2, 0.8],
      },
    ],
  },
  () =>
    (input: Tensor, target: Tensor, weights: Tensor | null = null, how: Reduction = "mean"): Tensor => {
      const name = "binary_cross_entropy";
      if (!sameShape(input.shape, target.shape))
        throw refuse(
          "ValueError",
          name,
          "shape",
          `input and target must have one shape, got ${formatShape(input.shape)} and ${formatShape(target.shape)}`,
          `Using a target size (torch.Size(${formatShape(target.shape)})) that is different to the input size (torch.Size(${formatShape(input.shape)})) is deprecated. Please ensure they have the same size.`,
        );
      if (input.dtype !== target.dtype)
        throw refuse(
          "RuntimeError",
          name,
          "dtype",
          `input and target must have one dtype, got ${input.dtype} and ${target.dtype}`,
          `Found dtype ${pytorchTypes[target.dtype]} but expected ${pytorchTypes[input.dtype]}`,
          "Convert the target: targets.float().",
        );
      const bad = toContiguousData(input).find((x) => !(x >= 0 && x <= 1));
      if (bad !== undefined)
        throw refuse(
          "RuntimeError",
          name,
          "domain",
          `input must be from 0 to 1, got ${bad}`,
          "all elements of input should be between 0 and 1",
          "Use binary_cross_entropy_with_logits, or predictions.sigmoid().",
        );
      const beyond = toContiguousData(target).find((t) => !(t >= 0 && t <= 1));
      if (beyond !== undefined)
        throw refuse(
          "RuntimeError",
          name,
          "domain",
          `target must be from 0 to 1, got ${beyond}`,
          "all elements of target should be between 0 and 1",
          "Targets that are numbers want mse_loss; classes are 0 and 1.",
        );
      const losses = crossEntropies(input, target);
      return reduced(name, weights === null ? losses : mul(losses, weights), how);
    },
);

export const binary_cross_entropy_with_logits = defineOp(
  {
    name: "binary_cross_entropy_with_logits",
    label: "BinaryCrossEntropyWithLogitsBackward0",
    doc: doc(
      "binary_cross_entropy_with_logits",
      "Negative log likelihood of yes and no, given logits.",
      "(1 - t) x + (1 + (w⁺ - 1) t) ln(1 + e⁻ˣ)",
      {
        shape: "input and target of one shape; weight and pos_weight broadcast",
        jax: "optax.sigmoid_binary_cross_entropy(x, t).mean()",
      },
    ),
    params: [...pair, weight, reduction, { name: "pos_weight", kind: "tensor", default: null }],
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
    (
      input: Tensor,
      target: Tensor,
      weights: Tensor | null = null,
      how: Reduction = "mean",
      posWeight: Tensor | null = null,
    ): Tensor => {
      const name = "binary_cross_entropy_with_logits";
      tracer()?.entered(name, input, target);
      if (!sameShape(input.shape, target.shape))
        throw refuse(
          "ValueError",
          name,
          "shape",
          `input and target must have one shape, got ${formatShape(input.shape)} and ${formatShape(target.shape)}`,
          `Target size (torch.Size(${formatShape(target.shape)})) must be the same as input size (torch.Size(${formatShape(input.shape)}))`,
        );
      if (!isFloating(target.dtype) && target.dtype !== "bool")
        throw refuse(
          "RuntimeError",
          name,
          "dtype",
          `target must be of floats, got ${target.dtype}`,
          `result type Float can't be cast to the desired output type ${target.dtype === "int32" ? "Int" : "Long"}`,
        );
      if (target.dtype === "bool")
        throw refuse(
          "RuntimeError",
          name,
          "dtype",
          "target must be of floats, got bool",
          "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.",
        );
      const softplus = neg(logsigmoid(input));
      const scaled = posWeight === null ? softplus : mul(softplus, add(mul(sub(posWeight, 1), target), 1));
      // PyTorch computes in the place of the target, whose dtype the result has.
      const losses = cast(add(cast(mul(sub(1, target), input), target.dtype), scaled), target.dtype);
      return reduced(name, weights === null ? losses : mul(losses, weights), how);
    },
);

export const multilabel_soft_margin_loss = defineOp(
  {
    name: "multilabel_soft_margin_loss",
    doc: doc(
      "multilabel_soft_margin_loss",
      "Yes and no for each of several labels, given logits.",
      "mean over classes of -(t ln σ(x) + (1 - t) ln σ(-x))",
      {
        shape: "input and target [N, C] to [N]; [] unless reduction is none",
      },
    ),
    params: [...pair, weight, reduction],
    places: ["F"],
    samples: [
      {
        shapes: [
          [4, 2],
          [4, 2],
        ],
      },
    ],
  },
  () =>
    (input: Tensor, target: Tensor, weights: Tensor | null = null, how: Reduction = "mean"): Tensor => {
      const losses = neg(add(mul(target, logsigmoid(input)), mul(sub(1, target), logsigmoid(neg(input)))));
      return reduced("multilabel_soft_margin_loss", mean(weights === null ? losses : mul(losses, weights), -1), how);
    },
);
