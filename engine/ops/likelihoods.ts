/** @file Losses that are negative logarithms of probabilities: of classes, of yes and no, of Gaussian and Poisson values. */
import { mapBinary, mapUnary } from "../kernels/elementwise.ts";
import { isFloating } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { broadcastShapes, formatShape, numelOf, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { logsigmoid } from "./activations.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { clamp_min } from "./bounds.ts";
import { where } from "./choice.ts";
import { eq, le, ne } from "./compare.ts";
import { cast } from "./convert.ts";
import { gather, index_select } from "./gathering.ts";
import { doc, pair, type Reduction, reduced, reduction } from "./losses.ts";
import { reshape, squeeze, unsqueeze } from "./movement.ts";
import { defineOp, finish, type Param } from "./op.ts";
import { xlogy } from "./pairs.ts";
import { mean, sum } from "./reduction.ts";
import { Saved } from "./saved.ts";
import { log_softmax } from "./softmax.ts";
import { exp, log, neg, square } from "./unary.ts";

const weight: Param = { name: "weight", kind: "tensor", default: null };
const ignored: Param = { name: "ignore_index", kind: "dim", default: -100 };

function refuse(op: string, code: string, message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({ code, op, message: `${op}: ${message}`, pytorch, ...(hint === undefined ? {} : { hint }) });
}

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
      op,
      "shape",
      `takes targets of shape ${formatShape(input.shape.slice(0, 1))} for an input of shape ${formatShape(input.shape)}, got ${formatShape(target.shape)}`,
      "0D or 1D target tensor expected, multi-target not supported",
      "Squeeze the targets: one class number for each row.",
    );
  if (target.dtype !== "int64") {
    const found = isFloating(target.dtype)
      ? target.dtype === "float32"
        ? "Float"
        : "Double"
      : target.dtype === "bool"
        ? "Bool"
        : "Int";
    throw refuse(
      op,
      "dtype",
      `takes class numbers of dtype int64, got ${target.dtype}`,
      `expected scalar type Long but found ${found}`,
      "Convert: targets.long(); or give probabilities in the shape of the input.",
    );
  }
  const classAt = input.shape.length < 2 ? 0 : 1;
  const rest = input.shape.filter((_, i) => i !== classAt);
  if (!sameShape(rest, target.shape)) {
    const isBatch = input.shape[0] !== target.shape[0] && input.shape.length > 1;
    throw refuse(
      op,
      "shape",
      `takes targets of shape ${formatShape(rest)} for an input of shape ${formatShape(input.shape)}, got ${formatShape(target.shape)}`,
      isBatch
        ? `Expected input batch_size (${input.shape[0]}) to match target batch_size (${target.shape[0] ?? 1}).`
        : target.shape.length === 2 && input.shape.length === 2
          ? "0D or 1D target tensor expected, multi-target not supported"
          : `Expected target size ${formatShape(rest)}, got ${formatShape(target.shape)}`,
      "Squeeze the targets: one class number for each row.",
    );
  }
  const classes = input.shape[classAt] ?? 1;
  if (weights !== null && weights.shape[0] !== classes)
    throw refuse(
      op,
      "shape",
      `takes a weight for each of ${classes} classes, got shape ${formatShape(weights.shape)}`,
      `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${formatShape(weights.shape)}`,
    );
  const bad = toContiguousData(target).find((label) => label !== ignoreIndex && (label < 0 || label >= classes));
  if (bad !== undefined)
    throw refuse(
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

export const nll_loss = defineOp(
  {
    name: "nll_loss",
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
    ): Tensor =>
      reducedClasses("nll_loss", nll("nll_loss", input, target, weights, ignoreIndex), how),
);

export const cross_entropy = defineOp(
  {
    name: "cross_entropy",
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
      const classAt = input.shape.length < 2 ? 0 : 1;
      if (sameShape(input.shape, target.shape) && !isFloating(target.dtype))
        throw refuse(
          name,
          "dtype",
          `takes probabilities as floats where the target has the input's shape, got ${target.dtype}`,
          `Expected floating point type for target with class probabilities, got ${target.dtype === "bool" ? "Bool" : target.dtype === "int32" ? "Int" : "Long"}`,
        );
      if (!(smoothing >= 0 && smoothing <= 1))
        throw refuse(
          name,
          "range",
          `label_smoothing must be from 0 to 1, got ${smoothing}`,
          `label_smoothing must be between 0.0 and 1.0. Got: ${smoothing}`,
        );
      const logs = log_softmax(input, classAt);
      const classes = input.shape[classAt] ?? 1;
      if (weights !== null && weights.shape[0] !== classes)
        throw refuse(
          name,
          "shape",
          `takes a weight for each of ${classes} classes, got shape ${formatShape(weights.shape)}`,
          `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${formatShape(weights.shape)}`,
        );
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
    doc: doc(
      "binary_cross_entropy",
      "Negative log likelihood of yes and no, given probabilities.",
      "-(t ln x + (1 - t) ln(1 - x)), logs no less than -100",
      {
        shape: "input and target of one shape; weight broadcasts",
        domain: "0 ≤ input ≤ 1",
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
          name,
          "shape",
          `input and target must have one shape, got ${formatShape(input.shape)} and ${formatShape(target.shape)}`,
          `Using a target size (torch.Size(${formatShape(target.shape)})) that is different to the input size (torch.Size(${formatShape(input.shape)})) is deprecated. Please ensure they have the same size.`,
        );
      if (input.dtype !== target.dtype)
        throw refuse(
          name,
          "dtype",
          `input and target must have one dtype, got ${input.dtype} and ${target.dtype}`,
          `Found dtype ${target.dtype === "int64" ? "Long" : target.dtype === "float64" ? "Double" : target.dtype === "bool" ? "Bool" : "Float"} but expected ${input.dtype === "float64" ? "Double" : "Float"}`,
          "Convert the target: targets.float().",
        );
      const bad = toContiguousData(input).find((x) => !(x >= 0 && x <= 1));
      if (bad !== undefined)
        throw refuse(
          name,
          "domain",
          `input must be from 0 to 1, got ${bad}`,
          "all elements of input should be between 0 and 1",
          "Use binary_cross_entropy_with_logits, or predictions.sigmoid().",
        );
      const losses = crossEntropies(input, target);
      return reduced(name, weights === null ? losses : mul(losses, weights), how);
    },
);

export const binary_cross_entropy_with_logits = defineOp(
  {
    name: "binary_cross_entropy_with_logits",
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
      if (!sameShape(input.shape, target.shape))
        throw refuse(
          name,
          "shape",
          `input and target must have one shape, got ${formatShape(input.shape)} and ${formatShape(target.shape)}`,
          `Target size (torch.Size(${formatShape(target.shape)})) must be the same as input size (torch.Size(${formatShape(input.shape)}))`,
        );
      if (!isFloating(target.dtype) && target.dtype !== "bool")
        throw refuse(
          name,
          "dtype",
          `target must be of floats, got ${target.dtype}`,
          `result type Float can't be cast to the desired output type ${target.dtype === "int32" ? "Int" : "Long"}`,
        );
      const softplus = neg(logsigmoid(input));
      const scaled = posWeight === null ? softplus : mul(softplus, add(mul(sub(posWeight, 1), target), 1));
      const losses = add(mul(sub(1, target), input), scaled);
      return reduced(name, weights === null ? losses : mul(losses, weights), how);
    },
);

export const kl_div = defineOp(
  {
    name: "kl_div",
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
    params: [...pair, reduction, { name: "log_target", kind: "bool", default: false }],
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
      if (how === "mean")
        warn(
          "UserWarning",
          "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.",
        );
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
          name,
          "shape",
          `var must have the input's shape ${formatShape(input.shape)}, got ${formatShape(given.shape)}`,
          "var is of incorrect size",
        );
      if (toContiguousData(given).some((v) => v < 0))
        throw refuse(
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
