/** @file Numbers in the place of NaN and the infinities. */
import { mapUnary } from "../../kernels/elementwise.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { isfinite } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish } from "../op.ts";
import { Saved } from "../saved.ts";

export const nan_to_num = defineOp(
  {
    name: "nan_to_num",
    doc: {
      summary: "With numbers in the place of NaN and the infinities.",
      formula: "nan, posinf or neginf where x is not finite, else x",
      shape: "same as input",
      kink: "0 where an element was replaced",
      example: "torch.nan_to_num(predictions, 0)",
      jax: "jnp.nan_to_num(x)",
      numpy: "np.nan_to_num(x)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "nan", kind: "number", default: 0 },
      { name: "posinf", kind: "number", default: null },
      { name: "neginf", kind: "number", default: null },
    ],
    elementwise: true,
    inPlace: true,
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (input: Tensor, nan = 0, posinf: number | null = null, neginf: number | null = null): Tensor => {
      const largest = input.dtype === "float64" ? Number.MAX_VALUE : 3.4028234663852886e38;
      const f = (x: number) => {
        if (Number.isNaN(x)) return nan;
        if (x === Number.POSITIVE_INFINITY) return posinf ?? largest;
        return x === Number.NEGATIVE_INFINITY ? (neginf ?? -largest) : x;
      };
      const saved = new Saved(op.name, [input]);
      return finish(op, [input], mapUnary(f, input, input.dtype), (grad) => where(isfinite(saved.read(0)), grad, 0));
    },
);
