/** @file How variables vary together. */
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { reshape, transpose, unsqueeze } from "../indexing/movement.ts";
import { defineOp, type Op } from "../op.ts";
import { div, mul, sub } from "../pointwise/arithmetic.ts";
import { clamp } from "../pointwise/clamp.ts";
import { sqrt } from "../pointwise/unary.ts";
import { mean, sum } from "../reduction/reduction.ts";
import { diagonal } from "./triangles.ts";

const shape = "[variables, observations] to [variables, variables]; one variable to a scalar";

function requireMatrix({ name }: Op, x: Tensor): void {
  if (x.shape.length <= 2) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "shape",
    op: name,
    shapes: [x.shape],
    message: `${name}: takes one or two dims, got ${x.shape.length}`,
    hint: "Flatten it to [variables, observations].",
    pytorch: `${name}(): expected input to have two or fewer dimensions but got an input with ${x.shape.length} dimensions`,
  });
}

export const cov = defineOp(
  {
    name: "cov",
    label: "SqueezeBackward0",
    doc: {
      summary: "The covariances of variables, each a row of observations.",
      formula: "Σ wₖ (xᵢₖ - x̄ᵢ)(xⱼₖ - x̄ⱼ) / (n - correction); aweights w weigh observations, fweights repeat them",
      shape,
      domain: "infinite or NaN where no more than correction observations are left",
      example: "torch.cov(torch.cat([predictions, targets], 1).t())",
      jax: "jnp.cov(x, ddof=correction)",
      numpy: "np.cov(x, ddof=correction)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "correction", kind: "dim", default: 1 },
      { name: "fweights", kind: "tensor", default: null },
      { name: "aweights", kind: "tensor", default: null },
    ],
    samples: [{ shapes: [[3, 5]] }, { shapes: [[5]] }, { shapes: [[2, 4]], args: [0] }],
  },
  (op) =>
    (x: Tensor, correction = 1, fweights: Tensor | null = null, aweights: Tensor | null = null): Tensor => {
      requireMatrix(op, x);
      const rows = x.shape.length < 2 ? reshape(x, [1, -1]) : x;
      const weights = fweights === null ? aweights : aweights === null ? fweights : mul(fweights, aweights);
      const product = weights === null ? plain(rows, correction) : weighted(rows, correction, weights, aweights);
      return rows.shape[0] === 1 ? reshape(product, []) : product;
    },
);

function plain(rows: Tensor, correction: number): Tensor {
  const left = rows.shape[1] - correction;
  if (left <= 0)
    warn(
      "UserWarning",
      "cov(): degrees of freedom is <= 0. Correction should be strictly less than the number of observations.",
    );
  const centred = sub(rows, mean(rows, [1], true));
  return div(matmul(centred, transpose(centred, 0, 1)), Math.max(left, 0));
}

function weighted(rows: Tensor, correction: number, weights: Tensor, aweights: Tensor | null): Tensor {
  const total = sum(weights);
  const centred = sub(rows, div(sum(mul(rows, weights), [1], true), total));
  const spent = aweights === null ? correction : mul(div(sum(mul(weights, aweights)), total), correction);
  return div(matmul(mul(centred, weights), transpose(centred, 0, 1)), clamp(sub(total, spent), 0));
}

export const corrcoef = defineOp(
  {
    name: "corrcoef",
    label: "ClampBackward1",
    doc: {
      summary: "The correlations of variables, each a row of observations.",
      formula: "covᵢⱼ / √(covᵢᵢ covⱼⱼ)",
      shape,
      domain: "NaN for a variable that does not vary",
      kink: "1 where rounding would leave [-1, 1]",
      example: "torch.corrcoef(torch.cat([predictions, targets], 1).t())",
      jax: "jnp.corrcoef(x)",
      numpy: "np.corrcoef(x)",
    },
    params: [{ name: "input", kind: "tensor" }],
    samples: [{ shapes: [[3, 5]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      requireMatrix(op, x);
      const c = cov(x);
      if (c.shape.length === 0) return div(c, c);
      const spread = sqrt(diagonal(c, 0, 0, 1));
      return clamp(div(div(c, unsqueeze(spread, 1)), unsqueeze(spread, 0)), -1, 1);
    },
);
