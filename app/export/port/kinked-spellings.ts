/** @file Ops of arrays whose gradients JAX or TensorFlow choose otherwise than PyTorch where there is no derivative: each as a helper with PyTorch's. */
import type { Helper, Spellings } from "./spelling.ts";

/** TensorFlow gives all of a tie to the first one; PyTorch and JAX half to each. */
const balanced = (name: "maximum" | "minimum"): Helper => ({
  helper: `(input, other):
    chosen = @${name}(input, other)
    if "int" in str(chosen.dtype):
        return chosen
    return @where(@equal(input, other), @multiply(0.5, input) + @multiply(0.5, other), chosen)`,
});

export const kinked = {
  // 0 at 0.
  abs: {
    jax: {
      helper: `(input):
    if jnp.iscomplexobj(input):
        return jnp.where(input == 0, 0.0, jnp.abs(jnp.where(input == 0, 1.0, input)))
    return input * jax.lax.stop_gradient(jnp.sign(input))`,
    },
    keras: { helper: "(input):\n    return input * ops.stop_gradient(ops.sign(input))" },
  },
  copysign: {
    jax: {
      helper: `(input, other):
    return _abs(input) * @stop_gradient(@copysign(@ones_like(input), other))`,
      needs: ["abs"],
    },
    keras: {
      helper: `(input, other):
    return _abs(input) * ops.where(ops.less(other, 0), -1.0, 1.0)`,
      needs: ["abs"],
    },
  },
  maximum: { jax: "@maximum($input, $other)", keras: balanced("maximum") },
  minimum: { jax: "@minimum($input, $other)", keras: balanced("minimum") },
  logaddexp: {
    jax: "jnp.logaddexp($input, $other)",
    keras: {
      helper: `(input, other):
    apart = ops.where(ops.equal(input, other), 0.0, input - other)
    return _maximum(input, other) + ops.log1p(ops.exp(-_abs(apart)))`,
      needs: ["maximum", "abs"],
    },
  },
  // 0 at the origin.
  atan2: {
    helper: `(input, other):
    none = @logical_and(@equal(input, 0.0), @equal(other, 0.0))
    some = @arctan2(@where(none, 0.0, input), @where(none, 1.0, other))
    return @where(none, @stop_gradient(@arctan2(input, other)), some)`,
  },
  // The first one has all of a tie.
  fmax: {
    helper: "(input, other):\n    return @where(@logical_or(input >= other, @isnan(other)), input, other)",
  },
  fmin: {
    helper: "(input, other):\n    return @where(@logical_or(input <= other, @isnan(other)), input, other)",
  },
  // 1 at a bound.
  clamp: {
    helper: `(input, min=None, max=None):
    if min is not None:
        input = @where(input < min, min, input)
    return input if max is None else @where(input > max, max, input)`,
  },
  clamp_max: { helper: "(input, max):\n    return @where(input > max, max, input)" },
  clamp_min: { helper: "(input, min):\n    return @where(input < min, min, input)" },
  // 0 where all are alike.
  std: {
    helper: `(input, dim=None, unbiased=True, keepdim=False, correction=None):
    spread = _var(input, dim, unbiased, keepdim, correction)
    none = @equal(spread, 0.0)
    return @where(none, 0.0, @sqrt(@where(none, 1.0, spread)))`,
    needs: ["variance"],
  },
  // 0 where all are 0.
  norm: {
    helper: `(input, p=2, dim=None, keepdim=False):
    r, p = _abs(input), 2 if p == "fro" else p
    if p == float("inf"):
        return @max(r, axis=dim, keepdims=keepdim)
    if p == -float("inf"):
        return @min(r, axis=dim, keepdims=keepdim)
    if p == 0:
        return @sum(@where(r == 0, 0.0, 1.0), axis=dim, keepdims=keepdim)
    if p == 1:
        return @sum(r, axis=dim, keepdims=keepdim)
    if p < 1:
        each = @where(r == 0, 0.0, @where(r == 0, 1.0, r) ** p)
    else:
        each = @square(input) if p == 2 else r**p
    total = @sum(each, axis=dim, keepdims=keepdim)
    none = @equal(total, 0.0)
    some = @where(none, 1.0, total)
    return @where(none, 0.0, @sqrt(some) if p == 2 else some ** (1 / p))`,
    needs: ["abs"],
  },
} as const satisfies Spellings;
