/** @file Activations, layers and losses in JAX and Keras 3. Most come along as functions of PyTorch's signature. */
import type { OpKey } from "../../../engine/ops/registry.ts";
import { reduced } from "./reduced.ts";
import type { Helper, Spelling, Spellings } from "./spelling.ts";

const inNn = (name: string): Spelling => ({ jax: `jax.nn.${name}($input)`, keras: `ops.${name}($input)` });

/** A loss: its elements, then PyTorch's reduction. */
const loss = (parameters: string, elements: string, needs: readonly OpKey[] = []): Helper => ({
  helper: `(${parameters}, reduction="mean"):
    each = ${elements}
    ${reduced}`,
  needs,
});
const residual = "input, target";

export const nnSpellings = {
  // Activations
  relu: inNn("relu"),
  relu6: { helper: "(input):\n    return @where(input <= 0, 0.0, @where(input >= 6, 6.0, input))" },
  celu: {
    helper: `(input, alpha=1.0):
    below = @where(input > 0, 0.0, input)
    return @where(input > 0, input, alpha * @expm1(below / alpha))`,
  },
  elu: { jax: "jax.nn.elu($input{, $alpha})", keras: "ops.elu($input{, $alpha})" },
  selu: {
    helper: `(input):
    below = @where(input > 0, 0.0, input)
    return 1.0507009873554805 * @where(input > 0, input, 1.6732632423543772 * @expm1(below))`,
  },
  gelu: { jax: "jax.nn.gelu($input, approximate=False)", keras: "ops.gelu($input, approximate=False)" },
  glu: { jax: "jax.nn.glu($input{, axis=$dim})", keras: "ops.glu($input{, axis=$dim})" },
  silu: inNn("silu"),
  mish: { helper: "(input):\n    return input * @tanh(@softplus(input))" },
  leakyRelu: {
    helper: "(input, negative_slope=0.01):\n    return @where(input > 0, input, negative_slope * input)",
  },
  prelu: { helper: "(input, weight):\n    return @where(input > 0, input, weight * input)" },
  logsigmoid: inNn("log_sigmoid"),
  sigmoid: inNn("sigmoid"),
  softplus: {
    helper:
      "(input, beta=1, threshold=20):\n    return @where(input * beta > threshold, input, @softplus(input * beta) / beta)",
  },
  softsign: { helper: "(input):\n    return input / (1 + _abs(input))", needs: ["abs"] },
  hardshrink: {
    helper: "(input, lambd=0.5):\n    return @where(@logical_and(input >= -lambd, input <= lambd), 0.0, input)",
  },
  softshrink: {
    helper: `(input, lambd=0.5):
    return @where(input > lambd, input - lambd, @where(input < -lambd, input + lambd, 0.0 * input))`,
  },
  tanhshrink: { helper: "(input):\n    return input - @tanh(input)" },
  hardsigmoid: {
    helper: "(input):\n    return @where(input <= -3, 0.0, @where(input >= 3, 1.0, input / 6 + 0.5))",
  },
  hardswish: {
    helper: `(input):
    inner = @where(@logical_or(input <= -3, input >= 3), 0.0, input)
    return @where(input <= -3, 0.0, @where(input >= 3, input, inner * (inner / 6 + 0.5)))`,
  },
  hardtanh: {
    helper: `(input, min_val=-1.0, max_val=1.0):
    return @where(input <= min_val, min_val, @where(input >= max_val, max_val, input))`,
  },
  threshold: { helper: "(input, threshold, value):\n    return @where(input <= threshold, value, input)" },
  softmax: { jax: "jax.nn.softmax($input, axis=$dim)", keras: "ops.softmax($input, axis=$dim)" },
  log_softmax: { jax: "jax.nn.log_softmax($input, axis=$dim)", keras: "ops.log_softmax($input, axis=$dim)" },
  softmin: { jax: "jax.nn.softmax(-$input, axis=$dim)", keras: "ops.softmax(-$input, axis=$dim)" },
  // Distances and layers
  embedding: "@take($weight, $input, axis=0)",
  layer_norm: {
    helper: `(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    count = 1 if isinstance(normalized_shape, int) else len(normalized_shape)
    dims = tuple(range(-count, 0))
    y = input - @mean(input, axis=dims, keepdims=True)
    y = y / @sqrt(@mean(y * y, axis=dims, keepdims=True) + eps)
    y = y if weight is None else y * weight
    return y if bias is None else y + bias`,
  },
  cdist: {
    helper: `(x1, x2, p=2):
    return _norm(@expand_dims(x1, -2) - @expand_dims(x2, -3), p, -1)`,
    needs: ["norm"],
  },
  dist: { helper: "(input, other, p=2):\n    return _norm(input - other, p)", needs: ["norm"] },
  // As in PyTorch, the gradient is that of the length itself where eps stands for it.
  cosine_similarity: {
    helper: `(x1, x2, dim=1, eps=1e-8):
    units = []
    for x in (x1, x2):
        length = _norm(x, 2, dim, True)
        units.append(x / (length + @stop_gradient(_clamp_min(length, eps) - length)))
    return @sum(units[0] * units[1], axis=dim)`,
    needs: ["norm", "clamp_min"],
  },
  normalize: {
    helper: `(input, p=2, dim=1, eps=1e-12):
    return input / _clamp_min(_norm(input, p, dim, True), eps)`,
    needs: ["norm", "clamp_min"],
  },
  pairwise_distance: {
    helper: `(x1, x2, p=2, eps=1e-6, keepdim=False):
    return _norm(x1 - x2 + eps, p, -1, keepdim)`,
    needs: ["norm"],
  },
  // Losses
  mse_loss: loss(residual, "@square(input - target)"),
  l1_loss: loss(residual, "_abs(input - target)", ["abs"]),
  huber_loss: {
    helper: `(input, target, reduction="mean", delta=1.0):
    r = _abs(input - target)
    inner = @where(r <= delta, r, delta)
    each = 0.5 * inner * inner + delta * (r - inner)
    ${reduced}`,
    needs: ["abs"],
  },
  smooth_l1_loss: {
    helper: `(input, target, reduction="mean", beta=1.0):
    r = _abs(input - target)
    inner = @where(r < beta, r, beta)
    each = r if beta == 0 else 0.5 * inner * inner / beta + (r - inner)
    ${reduced}`,
    needs: ["abs"],
  },
  batch_norm: null,
  instance_norm: null,
  group_norm: null,
  interpolate: null,
  grid_sample: null,
  im2col: null,
  fold: null,
  pixel_shuffle: null,
  pdist: null,
  // Logarithms stop at -100; the gradient is (input - target) / max(input (1 - input), 1e-12).
  binary_cross_entropy: {
    helper: `(input, target, weight=None, reduction="mean"):
    at_edge = input * (1 - input) < 1e-12
    inner = @where(at_edge, 0.5, input)
    edge = @stop_gradient(input)
    yes = @where(at_edge, @stop_gradient(_clamp_min(@log(edge), -100.0)), @log(inner))
    no = @where(at_edge, @stop_gradient(_clamp_min(@log1p(-edge), -100.0)), @log1p(-inner))
    slope = @where(at_edge, @stop_gradient((edge - target) * 1e12), 0.0)
    each = slope * (input - edge) - target * yes - (1 - target) * no
    each = each if weight is None else each * weight
    ${reduced}`,
    needs: ["clamp_min"],
  },
  binary_cross_entropy_with_logits: [
    loss(residual, "(1 - target) * input + @softplus(-input)"),
    {
      helper: `(input, target, weight=None, reduction="mean", pos_weight=1.0):
    each = (1 - target) * input + (1 + (pos_weight - 1) * target) * @softplus(-input)
    each = each if weight is None else each * weight
    ${reduced}`,
    },
  ],
  poisson_nll_loss: [
    loss(residual, "@exp(input) - target * input"),
    {
      helper: `(input, target, log_input=True, full=False, eps=1e-8, reduction="mean"):
    each = @exp(input) - target * input if log_input else input - target * @log(input + eps)
    if full:
        some = @where(target > 1, target, 1.0)
        stirling = some * @log(some) - some + 0.5 * @log(6.283185307179586 * some)
        each = each + @where(target > 1, stirling, 0.0)
    ${reduced}`,
    },
  ],
  gaussian_nll_loss: {
    helper: `(input, target, var, full=False, eps=1e-6, reduction="mean"):
    var = var + @stop_gradient(_clamp_min(var, eps) - var)
    each = 0.5 * (@log(var) + @square(input - target) / var) + (0.9189385332046727 if full else 0.0)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  soft_margin_loss: loss(residual, "@log1p(@exp(-target * input))"),
} as const satisfies Spellings;
