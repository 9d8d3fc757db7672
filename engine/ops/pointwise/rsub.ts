/** @file Subtraction from the right. */
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { mul, sub } from "./arithmetic.ts";

export const rsub = defineOp(
  {
    name: "rsub",
    label: "RsubBackward1",
    doc: {
      summary: "The second operand less the first.",
      formula: "other - alpha · input",
      shape: "input and other broadcast to the result",
      example: "torch.rsub(predictions, 1)",
      jax: "other - x",
      numpy: "other - x",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "other", kind: "operand" },
      { name: "alpha", kind: "number", default: 1 },
    ],
    places: ["torch"],
    broadcasts: true,
    elementwise: true,
    samples: [{ shapes: [[2, 3], [3]] }, { shapes: [[2, 3]], args: [2, 0.5] }],
  },
  () =>
    (x: Tensor, other: Tensor | number, alpha = 1): Tensor =>
      sub(other, alpha === 1 ? x : mul(x, alpha)),
);
