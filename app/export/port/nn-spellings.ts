/** @file Activations, layers and losses in JAX and Keras 3. Most come along as functions of PyTorch's signature. */
import type { OpKey } from "../../../engine/ops/registry.ts";
import type { Spelling, Spellings } from "./spelling.ts";

const inNn = (name: string): Spelling => ({ jax: `jax.nn.${name}($input)`, keras: `ops.${name}($input)` });

const reduced = `return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`;

/** A loss: its elements, then PyTorch's reduction. */
const loss = (parameters: string, elements: string, needs: readonly OpKey[] = []): Spelling => ({
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
  avg_pool1d: null,
  conv1d: null,
  conv2d: null,
  avg_pool2d: null,
  max_pool2d: null,
  embedding: "@take($weight, $input, axis=0)",
  layer_norm: null,
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
  adaptive_avg_pool1d: null,
  adaptive_avg_pool2d: null,
  adaptive_max_pool1d: null,
  adaptive_max_pool2d: null,
  max_pool1d: null,
  batch_norm: null,
  instance_norm: null,
  group_norm: null,
  interpolate: null,
  grid_sample: null,
  im2col: null,
  fold: null,
  pixel_shuffle: null,
  tensor_split: null,
  hsplit: null,
  vsplit: null,
  fliplr: null,
  flipud: null,
  rot90: null,
  column_stack: null,
  pdist: null,
  // Logarithms stop at -100; the gradient is (input - target) / max(input (1 - input), 1e-12).
  binary_cross_entropy: {
    helper: `(input, target, reduction="mean"):
    at_edge = input * (1 - input) < 1e-12
    inner = @where(at_edge, 0.5, input)
    edge = @stop_gradient(input)
    yes = @where(at_edge, @stop_gradient(_clamp_min(@log(edge), -100.0)), @log(inner))
    no = @where(at_edge, @stop_gradient(_clamp_min(@log1p(-edge), -100.0)), @log1p(-inner))
    slope = @where(at_edge, @stop_gradient((edge - target) * 1e12), 0.0)
    each = slope * (input - edge) - target * yes - (1 - target) * no
    ${reduced}`,
    needs: ["clamp_min"],
  },
  binary_cross_entropy_with_logits: loss(residual, "(1 - target) * input + @softplus(-input)"),
  poisson_nll_loss: loss(residual, "@exp(input) - target * input"),
  gaussian_nll_loss: {
    helper: `(input, target, var, eps=1e-6, reduction="mean"):
    var = var + @stop_gradient(_clamp_min(var, eps) - var)
    each = 0.5 * (@log(var) + @square(input - target) / var)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  soft_margin_loss: loss(residual, "@log1p(@exp(-target * input))"),
  margin_ranking_loss: {
    helper: `(input1, input2, target, margin=0.0, reduction="mean"):
    each = _clamp_min(-target * (input1 - input2) + margin, 0.0)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  hinge_embedding_loss: null,
  kl_div: null,
  cross_entropy: null,
  ctc_loss: null,
  nll_loss: null,
  multilabel_soft_margin_loss: null,
  cosine_embedding_loss: null,
  multi_margin_loss: null,
  multilabel_margin_loss: null,
  triplet_margin_loss: null,
} as const satisfies Spellings;
