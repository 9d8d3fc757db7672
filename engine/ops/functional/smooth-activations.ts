/** @file Activations without kinks that are made of other functions. */
import { log1pExp } from "../../kernels/special.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { floatingDType } from "../op.ts";
import { pieces } from "../piece.ts";
import { add, mul, sub } from "../pointwise/arithmetic.ts";
import { sigmoid } from "../pointwise/sigmoid.ts";
import { tanh as tanhOf } from "../pointwise/trigonometry.ts";
import { activation } from "./activation-op.ts";
import { softplus } from "./activations.ts";

/** 1 and 0 as numbers, for slopes. */
export const ones = (condition: Tensor, x: Tensor) => pieces(condition, x, floatingDType(x.dtype));

export const tanhshrink = activation({
  name: "tanhshrink",
  label: "SubBackward0",
  doc: { summary: "x without its tanh.", formula: "x - tanh x", jax: null },
  f: (x) => x - Math.tanh(x),
  slope: (x) => {
    const t = tanhOf(x);
    return mul(t, t);
  },
});

export const mish = activation({
  name: "mish",
  doc: { summary: "x times the tanh of its softplus.", formula: "x · tanh(ln(1 + eˣ))" },
  f: (x) => x * Math.tanh(log1pExp(x)),
  slope: (x) => {
    const t = tanhOf(softplus(x));
    return add(t, mul(mul(x, sigmoid(x)), sub(1, mul(t, t))));
  },
});
