/** @file The logistic function, which other ops' gradients need. */
import { sigmoidOf } from "../../kernels/special.ts";
import { unary } from "../unary-op.ts";
import { mul, sub } from "./arithmetic.ts";

export const sigmoid = unary({
  name: "sigmoid",
  kernel: "sigmoid",
  fused: { kernel: "sigmoidGrad", of: "y" },
  aliases: ["expit"],
  doc: {
    summary: "The logistic function, between 0 and 1.",
    formula: "1/(1 + e⁻ˣ)",
    jax: "jax.nn.sigmoid(x)",
    numpy: null,
  },
  f: sigmoidOf,
  places: ["torch", "method", "F"],
  vjp: ({ grad, y }) => mul(grad, mul(y, sub(1, y))),
});
