/** @file The regression losses of torch.nn.functional, composed of ops. */
import { EngineError } from "../tensor/errors.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { where } from "./choice.ts";
import { gt, lt } from "./compare.ts";
import { defineOp, type OpDoc, type Param } from "./op.ts";
import { mean, sum } from "./reduction.ts";
import { abs, clamp, exp, log, neg, square } from "./unary.ts";

export type Reduction = "mean" | "sum" | "none";

const pair: readonly Param[] = [
  { name: "input", kind: "tensor" },
  { name: "target", kind: "tensor" },
];
const reduction: Param = { name: "reduction", kind: "reduction", default: "mean" };
const shape = "input and target broadcast; [] unless reduction is none";
const shapes = [
  [4, 1],
  [4, 1],
] as const;

/** What every loss ends with. */
function reduced(op: string, losses: Tensor, how: Reduction): Tensor {
  if (how === "none") return losses;
  if (how === "mean") return mean(losses);
  if (how === "sum") return sum(losses);
  throw new EngineError({
    code: "reduction",
    op,
    message: `${op}: reduction must be "mean", "sum" or "none", got ${JSON.stringify(how)}`,
    pytorch: `${String(how)} is not a valid value for reduction`,
  });
}

function doc(name: string, summary: string, formula: string, more: Partial<OpDoc> = {}): OpDoc {
  return { summary, formula, shape, example: `F.${name}(predictions, targets)`, jax: null, numpy: null, ...more };
}

export const mse_loss = defineOp(
  {
    name: "mse_loss",
    doc: doc("mse_loss", "Mean squared error.", "mean (input - target)²", {
      jax: "jnp.mean((p - t) ** 2)",
      numpy: "np.mean((p - t) ** 2)",
    }),
    params: [...pair, reduction],
    places: ["F"],
    samples: [{ shapes }, { shapes, args: ["sum"] }, { shapes, args: ["none"] }],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor =>
      reduced("mse_loss", square(sub(input, target)), how),
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
    (input: Tensor, target: Tensor, how: Reduction = "mean"): Tensor =>
      reduced("l1_loss", abs(sub(input, target)), how),
);

export const huber_loss = defineOp(
  {
    name: "huber_loss",
    doc: doc("huber_loss", "Quadratic up to delta, linear beyond.", "½ r² if |r| ≤ δ, else δ (|r| - ½ δ)", {
      domain: "delta > 0, in units of the target",
      kink: "δ · sign(r) at |r| = δ",
      jax: "optax.huber_loss(p, t, delta)",
    }),
    params: [...pair, reduction, { name: "delta", kind: "number", default: 1 }],
    places: ["F"],
    samples: [{ shapes, args: ["mean", 0.7] }],
  },
  () =>
    (input: Tensor, target: Tensor, how: Reduction = "mean", delta = 1): Tensor => {
      if (!(delta > 0))
        throw domain("huber_loss", "delta", delta, "huber_loss does not support non-positive values for delta.");
      const size = abs(sub(input, target));
      const near = mul(mul(size, 0.5), size);
      const far = mul(sub(size, delta / 2), delta);
      return reduced("huber_loss", where(lt(size, delta), near, far), how);
    },
);

export const smooth_l1_loss = defineOp(
  {
    name: "smooth_l1_loss",
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
      const diff = sub(input, target);
      // PyTorch's kernel gives -1 at equality here, where l1_loss gives 0.
      if (beta === 0) return reduced("smooth_l1_loss", where(gt(diff, 0), diff, neg(diff)), how);
      const size = abs(diff);
      const near = div(mul(mul(size, 0.5), size), beta);
      return reduced("smooth_l1_loss", where(lt(size, beta), near, sub(size, beta / 2)), how);
    },
);

export const gaussian_nll_loss = defineOp(
  {
    name: "gaussian_nll_loss",
    doc: doc(
      "gaussian_nll_loss",
      "Negative log likelihood of a Gaussian with its own variance for each element.",
      "½ (ln max(var, ε) + (input - target)² / max(var, ε))",
      {
        domain: "var ≥ 0",
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
    (input: Tensor, target: Tensor, variance: Tensor, isFull = false, eps = 1e-6, how: Reduction = "mean"): Tensor => {
      const bounded = clamp(variance, eps);
      const losses = mul(add(log(bounded), div(square(sub(input, target)), bounded)), 0.5);
      return reduced("gaussian_nll_loss", isFull ? add(losses, 0.5 * Math.log(2 * Math.PI)) : losses, how);
    },
);

export const poisson_nll_loss = defineOp(
  {
    name: "poisson_nll_loss",
    doc: doc(
      "poisson_nll_loss",
      "Negative log likelihood of counts, the rate given as its logarithm.",
      "eⁱⁿᵖᵘᵗ - target · input",
    ),
    params: [...pair, { name: "log_input", kind: "bool", default: true }, reduction],
    places: ["F"],
    samples: [{ shapes }],
  },
  () =>
    (input: Tensor, target: Tensor, logInput = true, how: Reduction = "mean"): Tensor => {
      const losses = logInput ? sub(exp(input), mul(target, input)) : sub(input, mul(target, log(add(input, 1e-8))));
      return reduced("poisson_nll_loss", losses, how);
    },
);

function domain(op: string, name: string, value: number, pytorch: string): EngineError {
  return new EngineError({ code: "domain", op, message: `${op}: ${name} must be positive, got ${value}`, pytorch });
}
