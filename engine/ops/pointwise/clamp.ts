/** @file Elements kept within bounds. */

import { clampBetween, clampGradient } from "../../kernels/choice.ts";
import { promote } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { ge, le, logical_and as logicalAnd } from "../comparison/compare.ts";
import { maximum, minimum } from "../comparison/maximum.ts";
import { where } from "../indexing/where.ts";
import { ownLabel } from "../node-name.ts";
import type { Labeller } from "../op.ts";
import { defineOp, finish, operandOf } from "../op.ts";
import { Saved } from "../saved.ts";

type Bound = Tensor | number | null;

const bounded: Labeller = ([, ...bounds]) =>
  bounds.some((bound) => Tensor.isTensor(bound)) ? "ClampBackward0" : "ClampBackward1";

export const clamp = defineOp(
  {
    name: "clamp",
    lists: ["wrong", "alone"],
    label: bounded,
    aliases: ["clip"],
    doc: {
      summary: "Every element kept between min and max.",
      formula: "min(max(x, min), max)",
      shape: "same as input; bounds may be tensors that broadcast",
      kink: "1 at the bounds: the gradient passes",
      example: "torch.clamp(predictions, 0, 1)",
      jax: "jnp.clip(x, min, max)",
      numpy: "np.clip(x, min, max)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "min", kind: "operand", default: null },
      { name: "max", kind: "operand", default: null },
    ],
    elementwise: true,
    inPlace: true,
    samples: [{ shapes: [[2, 3]], args: [-1, 1], range: [-0.9, 0.9] }],
  },
  (op) =>
    (input: Tensor, min: Bound = null, max: Bound = null): Tensor => {
      if (min === null && max === null) {
        throw new EngineError({
          type: "RuntimeError",
          code: "domain",
          op: "clamp",
          message: "clamp: needs min, max or both",
          pytorch: "torch.clamp: At least one of 'min' or 'max' must not be None",
        });
      }
      if (typeof min === "object" && min !== null)
        return clamp(maximum(input, min), null, max ?? Number.POSITIVE_INFINITY);
      if (typeof max === "object" && max !== null) return minimum(min === null ? input : clamp(input, min), max);
      const low = min ?? Number.NEGATIVE_INFINITY;
      const high = max ?? Number.POSITIVE_INFINITY;
      const dtype = promote(
        [operandOf(input), ...(min === null ? [] : [operandOf(min)]), ...(max === null ? [] : [operandOf(max)])].map(
          (o) => (Number.isFinite(low) || Number.isFinite(high) ? o : operandOf(input)),
        ),
      );
      const saved = new Saved(op.name, [input]);
      return finish(op, [input], clampBetween(input, low, high, dtype), (grad) => {
        const x = saved.read(0);
        if (!isGradEnabled() && grad.dtype === "float32" && x.dtype === "float32")
          return clampGradient(grad, x, low, high);
        return where(logicalAnd(ge(x, low), le(x, high)), grad, 0);
      });
    },
);

function oneSided(name: "clamp_min" | "clamp_max") {
  const bound = name === "clamp_min" ? "min" : "max";
  return defineOp(
    {
      name,
      label: ownLabel(name),
      doc: {
        summary: `No element ${bound === "min" ? "below" : "above"} ${bound}.`,
        formula: bound === "min" ? "max(x, min)" : "min(x, max)",
        shape: "same as input",
        kink: "1 at the bound: the gradient passes",
        example: `predictions.${name}(0)`,
        jax: bound === "min" ? "jnp.maximum(x, min)" : "jnp.minimum(x, max)",
        numpy: bound === "min" ? "np.maximum(x, min)" : "np.minimum(x, max)",
      },
      params: [
        { name: "input", kind: "tensor" },
        { name: bound, kind: "operand" },
      ],
      inPlace: true,
      samples: [],
    },
    () =>
      (input: Tensor, value: Tensor | number): Tensor =>
        bound === "min" ? clamp(input, value) : clamp(input, null, value),
  );
}

export const clamp_min = oneSided("clamp_min");

export const clamp_max = oneSided("clamp_max");
