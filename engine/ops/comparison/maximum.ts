/** @file The larger and the smaller of two, element by element. */
import { kernels, runThree } from "../../kernels/launch.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import { sameShape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { cast } from "../convert.ts";
import { where } from "../indexing/where.ts";
import { mul } from "../pointwise/arithmetic.ts";
import { eq, ge, isnan, le, logical_not, logical_or, lt } from "./compare.ts";

const mask = (condition: Tensor, grad: Tensor) => cast(condition, grad.dtype);

function ignoringNaN(name: "fmax" | "fmin") {
  const isMax = name === "fmax";
  const isLeft = (a: Tensor, b: Tensor) => logical_or(isMax ? ge(a, b) : le(a, b), isnan(b));
  return binary({
    name,
    tensorsOnly: true,
    doc: {
      summary: `The ${isMax ? "larger" : "smaller"} of two, the other where one is NaN.`,
      formula: `${isMax ? "max" : "min"}(a, b)`,
      kink: "all to the left side where a = b",
      jax: `jnp.${name}(a, b)`,
      numpy: `np.${name}(a, b)`,
    },
    f: (a, b) => (Number.isNaN(b) || (isMax ? a >= b : a <= b) ? a : b),
    vjp: [
      ({ grad, a, b }) => mul(grad, mask(isLeft(a, b), grad)),
      ({ grad, a, b }) => mul(grad, mask(logical_not(isLeft(a, b)), grad)),
    ],
  });
}

export const fmax = ignoringNaN("fmax");

export const fmin = ignoringNaN("fmin");

/** The gradient that the larger of two sends to `mine`: none where the other is, half where both are the same. */
function gradientOfLarger(grad: Tensor, mine: Tensor, other: Tensor): Tensor {
  const fits = [grad, mine, other].every((x) => x.dtype === "float32" && sameShape(x.shape, grad.shape));
  if (fits && !isGradEnabled()) return runThree(kernels.aboveGrad, grad, mine, other, grad.shape);
  return where(lt(mine, other), 0, where(eq(mine, other), mul(grad, 0.5), grad));
}

export const maximum = binary({
  name: "maximum",
  tensorsOnly: true,
  doc: {
    summary: "The larger of two.",
    formula: "max(a, b)",
    kink: "half to each side where a = b; beside NaN all to both",
    jax: "jnp.maximum(a, b)",
    numpy: "np.maximum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a > b ? a : b),
  kernel: "maximum",
  vjp: [({ grad, a, b }) => gradientOfLarger(grad, a, b), ({ grad, a, b }) => gradientOfLarger(grad, b, a)],
});

export const minimum = binary({
  name: "minimum",
  tensorsOnly: true,
  doc: {
    summary: "The smaller of two.",
    formula: "min(a, b)",
    kink: "half to each side where a = b; beside NaN all to both",
    jax: "jnp.minimum(a, b)",
    numpy: "np.minimum(a, b)",
  },
  f: (a, b) => (Number.isNaN(a) || a < b ? a : b),
  kernel: "minimum",
  vjp: [({ grad, a, b }) => gradientOfLarger(grad, b, a), ({ grad, a, b }) => gradientOfLarger(grad, a, b)],
});
