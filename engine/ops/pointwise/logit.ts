/** @file The inverse of the sigmoid. */
import { mapUnary } from "../../kernels/elementwise.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { ge, le, logical_and as logicalAnd } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish, floatingDType } from "../op.ts";
import { Saved } from "../saved.ts";
import { mul, sub } from "./arithmetic.ts";
import { reciprocal } from "./unary.ts";

export const logit = defineOp(
  {
    name: "logit",
    doc: {
      summary: "The inverse of the sigmoid.",
      formula: "ln(x / (1 - x))",
      shape: "same as input",
      domain: "0 < x < 1; eps keeps x within [eps, 1 - eps]",
      kink: "0 outside [eps, 1 - eps]",
      example: "torch.logit(predictions.sigmoid(), 1e-6)",
      jax: "jax.scipy.special.logit(x)",
      numpy: "scipy.special.logit(x)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "eps", kind: "number", default: null },
    ],
    elementwise: true,
    inPlace: true,
    samples: [{ shapes: [[2, 3]], range: [0.2, 0.8] }],
  },
  (op) =>
    (input: Tensor, eps: number | null = null): Tensor => {
      const saved = new Saved(op.name, [input]);
      const f = (x: number) => {
        const p = eps === null || Number.isNaN(x) ? x : Math.min(Math.max(x, eps), 1 - eps);
        return Math.log(p / (1 - p));
      };
      return finish(op, [input], mapUnary(f, input, floatingDType(input.dtype)), (grad) => {
        const x = saved.read(0);
        const slope = reciprocal(mul(x, sub(1, x)));
        if (eps === null) return mul(grad, where(logicalAnd(ge(x, 0), le(x, 1)), slope, Number.NaN));
        return mul(grad, where(logicalAnd(ge(x, eps), le(x, 1 - eps)), slope, 0));
      });
    },
);
