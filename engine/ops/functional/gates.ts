/** @file Activations that weigh one half by another, or by what was learned. */
import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { gt } from "../comparison/compare.ts";
import { narrow } from "../indexing/slices.ts";
import { where } from "../indexing/where.ts";
import { defineOp } from "../op.ts";
import { mul } from "../pointwise/arithmetic.ts";
import { sigmoid } from "../pointwise/sigmoid.ts";

export const glu = defineOp(
  {
    name: "glu",
    label: "GluBackward0",
    doc: {
      summary: "One half gated by the sigmoid of the other.",
      formula: "a · σ(b), x being a and b side by side",
      shape: "dim halved",
      example: "F.glu(torch.cat([predictions, predictions], 1), 1)",
      jax: "jax.nn.glu(x, axis=dim)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "dim", kind: "dim", default: -1 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 4]] }],
  },
  () =>
    (x: Tensor, dim = -1): Tensor => {
      const at = normalizeDim("glu", dim, x.shape.length);
      const size = x.shape[at];
      if (size % 2 !== 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "glu",
          shapes: [x.shape],
          message: `glu: dim ${at} must have an even size, got ${size}`,
          pytorch: `Halving dimension must be even, but dimension ${at} is size ${size}`,
        });
      return mul(narrow(x, at, 0, size / 2), sigmoid(narrow(x, at, size / 2, size / 2)));
    },
);

export const prelu = defineOp(
  {
    name: "prelu",
    label: "PreluBackward0",
    doc: {
      summary: "A leaky relu whose slope is learned.",
      formula: "x if x > 0, else weight · x",
      shape: "same as input; weight has one element, or one for each channel (dim 1)",
      kink: "the slope weight at 0",
      example: "F.prelu(predictions, torch.tensor([0.25]))",
      jax: null,
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "weight", kind: "tensor" },
    ],
    places: ["torch", "F"],
    samples: [],
  },
  () =>
    (x: Tensor, weight: Tensor): Tensor =>
      where(gt(x, 0), x, mul(x, weight)),
);
