/** @file Distances to a distribution, and likelihoods under one. */
import { mapUnary } from "../../kernels/elementwise.ts";
import { isFloating } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { formatShape, sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { le } from "../comparison/compare.ts";
import { unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { xlogy } from "../pointwise/pointwise-binary.ts";
import { exp, log, square } from "../pointwise/unary.ts";
import { sum } from "../reduction/reduction.ts";
import { tracer } from "../trace.ts";
import { refuse } from "./likelihood-errors.ts";
import { doc, pair, type Reduction, reduced, reduction } from "./losses.ts";

export const kl_div = defineOp(
  {
    name: "kl_div",
    asks: null,
    doc: doc(
      "kl_div",
      "The Kullback-Leibler divergence, input being log probabilities.",
      "t (ln t - input); with log_target eᵗ (t - input)",
      {
        shape:
          'input and target broadcast; "mean" divides by all elements, "batchmean" by the batch as the mathematics does',
        kink: "0 where the target is 0",
        example: 'F.kl_div(F.log_softmax(predictions, 1), F.softmax(targets, 1), { reduction: "batchmean" })',
      },
    ),
    params: [
      ...pair,
      { ...reduction, choices: ["mean", "sum", "none", "batchmean"] },
      { name: "log_target", kind: "bool", default: false },
    ],
    places: ["F"],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
        range: [0.2, 0.8],
      },
    ],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction | "batchmean" = "mean", isLog = false): Tensor => {
      tracer()?.entered("kl_div", input, target);
      if (how === "mean")
        warn(
          "UserWarning",
          "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.",
        );
      if (!isFloating(target.dtype))
        throw new EngineError({
          type: "RuntimeError",
          code: "dtype",
          op: "kl_div",
          message: `kl_div: takes probabilities, got a target of dtype ${target.dtype}`,
          hint: "Convert: targets.float().",
          pytorch: "kl_div: Integral inputs not supported.",
        });
      const losses = isLog ? mul(exp(target), sub(target, input)) : sub(xlogy(target, target), mul(target, input));
      if (how === "batchmean") return div(sum(losses), input.shape[0] ?? 1);
      return reduced("kl_div", losses, how);
    },
);

/** The value bounded from below, the gradient passed on as if it were not: PyTorch clamps outside the graph. */
const boundedOutside = defineOp(
  { name: "gaussian_nll_loss", doc: doc("gaussian_nll_loss", "", ""), params: [], places: [], samples: [] },
  (op) =>
    (x: Tensor, least: number): Tensor =>
      finish(
        op,
        [x],
        mapUnary((v) => (v < least ? least : v), x, x.dtype),
        (grad) => grad,
      ),
);

export const gaussian_nll_loss = defineOp(
  {
    name: "gaussian_nll_loss",
    doc: doc(
      "gaussian_nll_loss",
      "Negative log likelihood of a Gaussian with its own variance for each element.",
      "½ (ln v + (input - target)² / v), v = max(var, ε)",
      {
        shape: "input and target broadcast; var of the input's shape, or without its last dim",
        domain: "var ≥ 0",
        kink: "the gradient of var passes below ε as if nothing bounded it",
        example: "F.gaussian_nll_loss(predictions, targets, torch.ones_like(targets))",
      },
    ),
    params: [
      ...pair,
      { name: "var", kind: "tensor" },
      { name: "full", kind: "bool", default: false },
      { name: "eps", kind: "number", default: 1e-6 },
      reduction,
    ],
    places: ["F"],
    samples: [
      {
        shapes: [
          [4, 1],
          [4, 1],
          [4, 1],
        ],
        range: [0.5, 2],
      },
    ],
  },
  () =>
    (input: Tensor, target: Tensor, given: Tensor, isFull = false, eps = 1e-6, how: Reduction = "mean"): Tensor => {
      const name = "gaussian_nll_loss";
      const lead = input.shape.slice(0, -1);
      const isShort = !sameShape(given.shape, input.shape) && sameShape(given.shape, lead);
      const fits =
        sameShape(given.shape, input.shape) ||
        isShort ||
        (sameShape(given.shape.slice(0, -1), lead) && given.shape.at(-1) === 1);
      if (!fits)
        throw refuse(
          "ValueError",
          name,
          "shape",
          `var must have the input's shape ${formatShape(input.shape)}, got ${formatShape(given.shape)}`,
          "var is of incorrect size",
        );
      if (toContiguousData(given).some((v) => v < 0))
        throw refuse(
          "ValueError",
          name,
          "domain",
          "var must not be negative",
          "var has negative entry/entries",
          "Predict its logarithm and take exp.",
        );
      const variance = boundedOutside(isShort ? unsqueeze(given, -1) : given, eps);
      const losses = mul(add(log(variance), div(square(sub(input, target)), variance)), 0.5);
      return reduced(name, isFull ? add(losses, 0.5 * Math.log(2 * Math.PI)) : losses, how);
    },
);

export const poisson_nll_loss = defineOp(
  {
    name: "poisson_nll_loss",
    asks: null,
    doc: doc(
      "poisson_nll_loss",
      "Negative log likelihood of counts, the rate given as its logarithm.",
      "eⁱⁿᵖᵘᵗ - target · input, or input - target ln(input + ε); full adds Stirling's term for ln target!",
      {
        domain: "input ≥ 0 where log_input is false",
      },
    ),
    params: [
      ...pair,
      { name: "log_input", kind: "bool", default: true },
      { name: "full", kind: "bool", default: false },
      { name: "eps", kind: "number", default: 1e-8 },
      reduction,
    ],
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
    (input: Tensor, target: Tensor, logInput = true, isFull = false, eps = 1e-8, how: Reduction = "mean"): Tensor => {
      const losses = logInput ? sub(exp(input), mul(target, input)) : sub(input, mul(target, log(add(input, eps))));
      if (!isFull) return reduced("poisson_nll_loss", losses, how);
      const stirling = add(sub(mul(target, log(target)), target), mul(log(mul(target, 2 * Math.PI)), 0.5));
      return reduced("poisson_nll_loss", add(losses, where(le(target, 1), 0, stirling)), how);
    },
);
