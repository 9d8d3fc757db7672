/** @file Ops that keep elements within bounds. */
import { clampBetween, clampGradient } from "../kernels/choice.ts";
import { mapUnary } from "../kernels/elementwise.ts";
import { promote } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { mul, sub } from "./arithmetic.ts";
import { maximum, minimum, where } from "./choice.ts";
import { ge, isfinite, le, logical_and as logicalAnd } from "./compare.ts";
import { defineOp, finish, floatingDType, operandOf } from "./op.ts";
import { Saved } from "./saved.ts";
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

type Bound = Tensor | number | null;

export const clamp = defineOp(
  {
    name: "clamp",
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
