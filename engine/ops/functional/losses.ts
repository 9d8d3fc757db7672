/** @file The regression losses of torch.nn.functional. */

import { isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { formatShape, sameShape } from "../../tensor/shape.ts";
import { aliasOf, type Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { lt } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish, type Op, type OpDoc, type Param } from "../op.ts";
import { div, mul, sub } from "../pointwise/arithmetic.ts";
import { abs, square } from "../pointwise/unary.ts";
import { mean, sum } from "../reduction/reduction.ts";

export type Reduction = "mean" | "sum" | "none";

export const pair: readonly Param[] = [
  { name: "input", kind: "tensor" },
  { name: "target", kind: "tensor" },
];
export const reduction: Param = { name: "reduction", kind: "reduction", default: "mean" };
const shape = "input and target broadcast; [] unless reduction is none";
const shapes = [
  [4, 1],
  [4, 1],
] as const;

/** What every loss ends with. */
export function reduced(op: string, losses: Tensor, how: Reduction): Tensor {
  if (how === "none") return losses;
  if (how === "mean") return mean(losses);
  if (how === "sum") return sum(losses);
  throw new EngineError({
    type: "ValueError",
    code: "reduction",
    op,
    message: `${op}: reduction must be "mean", "sum" or "none", got ${JSON.stringify(how)}`,
    pytorch: `${String(how)} is not a valid value for reduction`,
  });
}

export function doc(name: string, summary: string, formula: string, more: Partial<OpDoc> = {}): OpDoc {
  return { summary, formula, shape, example: `F.${name}(predictions, targets)`, jax: null, numpy: null, ...more };
}

/** PyTorch's warning where input and target broadcast: seldom what was meant. */
export function warnOfBroadcast(input: Tensor, target: Tensor): void {
  if (sameShape(input.shape, target.shape)) return;
  warn(
    "UserWarning",
    `Using a target size (torch.Size(${formatShape(target.shape)})) that is different to the input size (torch.Size(${formatShape(input.shape)})). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.`,
  );
}

/** Some of PyTorch's kernels compute a loss against another dtype, and refuse in backward: so do these. */
function fused(op: Op, input: Tensor, target: Tensor, loss: Tensor): Tensor {
  if (input.dtype === target.dtype || !input.requires_grad || !loss.requires_grad) return loss;
  return finish(op, [loss], aliasOf(loss), () => {
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op: op.name,
      message: `${op.name}: has no gradient for a target of another dtype, got ${input.dtype} and ${target.dtype}`,
      hint: "Convert the target: targets.float().",
      pytorch: `Found dtype ${pytorchTypes[target.dtype]} but expected ${pytorchTypes[input.dtype]}`,
    });
  });
}

/** A target of bools is one of ones and zeros. */
const asNumbers = (target: Tensor, input: Tensor): Tensor =>
  target.dtype === "bool" ? cast(target, input.dtype) : target;

export const mse_loss = defineOp(
  {
    name: "mse_loss",
    label: "MseLossBackward0",
    doc: doc("mse_loss", "Mean squared error.", "mean (input - target)²", {
      jax: "jnp.mean((p - t) ** 2)",
      numpy: "np.mean((p - t) ** 2)",
    }),
    params: [...pair, reduction],
    places: ["F"],
    samples: [{ shapes }, { shapes, args: ["sum"] }, { shapes, args: ["none"] }],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor => {
      warnOfBroadcast(input, target);
      if (!isFloating(input.dtype) && !isFloating(target.dtype))
        throw new EngineError({
          type: "NotImplementedError",
          code: "dtype",
          op: "mse_loss",
          message: `mse_loss: takes floating point tensors, got ${input.dtype}`,
          hint: "Convert first: x.float().",
          pytorch: `"mse_cpu" not implemented for '${pytorchTypes[input.dtype]}'`,
        });
      return reduced("mse_loss", square(sub(input, asNumbers(target, input))), how);
    },
);

export const l1_loss = defineOp(
  {
    name: "l1_loss",
    doc: doc("l1_loss", "Mean absolute error.", "mean |input - target|", {
      kink: "0 where they are equal",
      jax: "jnp.mean(jnp.abs(p - t))",
      numpy: "np.mean(np.abs(p - t))",
    }),
    params: [...pair, reduction],
    places: ["F"],
    samples: [{ shapes }],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor => {
      warnOfBroadcast(input, target);
      return reduced("l1_loss", abs(sub(input, target)), how);
    },
);

export const huber_loss = defineOp(
  {
    name: "huber_loss",
    label: "HuberLossBackward0",
    doc: doc("huber_loss", "Quadratic up to delta, linear beyond.", "½ r² if |r| ≤ δ, else δ (|r| - ½ δ)", {
      domain: "delta > 0, in units of the target",
      kink: "δ · sign(r) at |r| = δ",
      jax: "optax.huber_loss(p, t, delta)",
    }),
    params: [...pair, reduction, { name: "delta", kind: "number", default: 1 }],
    places: ["F"],
    samples: [{ shapes, args: ["mean", 0.7] }],
  },
  (op) =>
    (input: Tensor, target: Tensor, how: Reduction = "mean", delta = 1): Tensor => {
      if (!(delta > 0))
        throw domain("huber_loss", "delta", delta, "huber_loss does not support non-positive values for delta.");
      warnOfBroadcast(input, target);
      const diff = sub(input, cast(target, input.dtype));
      const size = abs(diff);
      // Of the difference, not of its size: at 0 the slope has a slope.
      const near = mul(mul(diff, 0.5), diff);
      const far = mul(sub(size, delta / 2), delta);
      return fused(op, input, target, reduced("huber_loss", where(lt(size, delta), near, far), how));
    },
);

export const smooth_l1_loss = defineOp(
  {
    name: "smooth_l1_loss",
    label: "SmoothL1LossBackward0",
    doc: doc("smooth_l1_loss", "The Huber loss divided by beta.", "½ r²/β if |r| < β, else |r| - ½ β", {
      domain: "beta ≥ 0; 0 gives l1_loss",
      kink: "sign(r) at |r| = β",
    }),
    params: [...pair, reduction, { name: "beta", kind: "number", default: 1 }],
    places: ["F"],
    samples: [{ shapes, args: ["mean", 0.7] }],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean", beta = 1): Tensor => {
      if (beta < 0)
        throw domain("smooth_l1_loss", "beta", beta, "smooth_l1_loss does not support negative values for beta.");
      warnOfBroadcast(input, target);
      const diff = sub(input, asNumbers(target, input));
      if (beta === 0) return reduced("smooth_l1_loss", abs(diff), how);
      const size = abs(diff);
      const near = div(mul(mul(diff, 0.5), diff), beta);
      return reduced("smooth_l1_loss", where(lt(size, beta), near, sub(size, beta / 2)), how);
    },
);

export function domain(op: string, name: string, value: number, pytorch: string): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "domain",
    op,
    message: `${op}: ${name} must be positive, got ${value}`,
    pytorch,
  });
}
