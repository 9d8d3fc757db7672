/** @file The quotient rounded down, of which PyTorch has no derivative; div with rounding_mode "floor" has one that is zero. */
import { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { withoutDerivative } from "../refused-gradient.ts";
import { div } from "./arithmetic.ts";

export const floor_divide = defineOp(
  {
    name: "floor_divide",
    doc: {
      summary: "The quotient, rounded down.",
      formula: "⌊a / b⌋",
      shape: "input and other broadcast to the result",
      kink: 'no derivative: backward refuses; div(a, b, { rounding_mode: "floor" }) has zeros',
      example: "predictions.floor_divide(2)",
      jax: "a // b",
      numpy: "a // b",
    },
    params: [
      { name: "input", kind: "operand" },
      { name: "other", kind: "operand" },
    ],
    inPlace: true,
    gradient: "zero",
    broadcasts: true,
    elementwise: true,
    samples: [],
  },
  (op) =>
    (input: Tensor | number, other: Tensor | number): Tensor =>
      withoutDerivative(op, [input, other].filter(Tensor.isTensor), div(input, other, "floor")),
);
