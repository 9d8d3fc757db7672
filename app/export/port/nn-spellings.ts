/** @file Activations, layers and losses in JAX and Keras 3. Most come along as functions of PyTorch's signature. */
import type { Spelling, Spellings } from "./spelling.ts";

const inNn = (name: string): Spelling => ({ jax: `jax.nn.${name}($input)`, keras: `ops.${name}($input)` });

/** A loss: its elements, then PyTorch's reduction. */
const loss = (parameters: string, elements: string): Spelling => ({
  helper: `(${parameters}, reduction="mean"):
    each = ${elements}
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
});
const residual = "input, target";

export const nnSpellings = {
  // Activations
  relu: inNn("relu"),
  relu6: inNn("relu6"),
  celu: { jax: "jax.nn.celu($input{, $alpha})", keras: "ops.celu($input{, $alpha})" },
  elu: { jax: "jax.nn.elu($input{, $alpha})", keras: "ops.elu($input{, $alpha})" },
  selu: inNn("selu"),
  gelu: { jax: "jax.nn.gelu($input, approximate=False)", keras: "ops.gelu($input, approximate=False)" },
  glu: { jax: "jax.nn.glu($input{, axis=$dim})", keras: "ops.glu($input{, axis=$dim})" },
  silu: inNn("silu"),
  mish: { helper: "(input):\n    return input * @tanh(@logaddexp(input, 0.0))" },
  leakyRelu: {
    helper: "(input, negative_slope=0.01):\n    return @where(input > 0, input, negative_slope * input)",
  },
  prelu: { helper: "(input, weight):\n    return @where(input > 0, input, weight * input)" },
  logsigmoid: inNn("log_sigmoid"),
  sigmoid: inNn("sigmoid"),
  softplus: {
    helper:
      "(input, beta=1, threshold=20):\n    return @where(input * beta > threshold, input, @logaddexp(input * beta, 0.0) / beta)",
  },
  softsign: { helper: "(input):\n    return input / (1 + @abs(input))" },
  hardshrink: { helper: "(input, lambd=0.5):\n    return @where(@abs(input) > lambd, input, 0.0)" },
  softshrink: { helper: "(input, lambd=0.5):\n    return @sign(input) * @maximum(@abs(input) - lambd, 0.0)" },
  tanhshrink: { helper: "(input):\n    return input - @tanh(input)" },
  hardsigmoid: { helper: "(input):\n    return @clip(input / 6 + 0.5, 0.0, 1.0)" },
  hardswish: { helper: "(input):\n    return input * @clip(input / 6 + 0.5, 0.0, 1.0)" },
  hardtanh: { helper: "(input, min_val=-1.0, max_val=1.0):\n    return @clip(input, min_val, max_val)" },
  threshold: { helper: "(input, threshold, value):\n    return @where(input > threshold, input, value)" },
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
  cdist: null,
  dist: { helper: "(input, other):\n    return @sqrt(@sum(@square(input - other)))" },
  cosine_similarity: {
    helper: `(x1, x2, dim=1, eps=1e-8):
    lengths = [@sqrt(@sum(@square(x), axis=dim)) for x in (x1, x2)]
    return @sum(x1 * x2, axis=dim) / (@maximum(lengths[0], eps) * @maximum(lengths[1], eps))`,
  },
  normalize: {
    helper: `(input, dim=1, eps=1e-12):
    return input / @maximum(@sqrt(@sum(@square(input), axis=dim, keepdims=True)), eps)`,
  },
  pairwise_distance: {
    helper: `(x1, x2, eps=1e-6, keepdim=False):
    return @sqrt(@sum(@square(x1 - x2 + eps), axis=-1, keepdims=keepdim))`,
  },
  // Losses
  mse_loss: loss(residual, "@square(input - target)"),
  l1_loss: loss(residual, "@abs(input - target)"),
  huber_loss: {
    helper: `(input, target, reduction="mean", delta=1.0):
    r = @abs(input - target)
    each = @where(r <= delta, 0.5 * r * r, delta * (r - 0.5 * delta))
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
  },
  smooth_l1_loss: {
    helper: `(input, target, reduction="mean", beta=1.0):
    r = @abs(input - target)
    each = r if beta == 0 else @where(r < beta, 0.5 * r * r / beta, r - 0.5 * beta)
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
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
  binary_cross_entropy: loss(
    residual,
    "-(target * @maximum(@log(input), -100.0) + (1 - target) * @maximum(@log(1 - input), -100.0))",
  ),
  binary_cross_entropy_with_logits: loss(residual, "(1 - target) * input + @logaddexp(-input, 0.0)"),
  poisson_nll_loss: loss(residual, "@exp(input) - target * input"),
  gaussian_nll_loss: {
    helper: `(input, target, var, eps=1e-6, reduction="mean"):
    var = @maximum(var, eps)
    each = 0.5 * (@log(var) + @square(input - target) / var)
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
  },
  soft_margin_loss: loss(residual, "@log1p(@exp(-target * input))"),
  margin_ranking_loss: {
    helper: `(input1, input2, target, margin=0.0, reduction="mean"):
    each = @maximum(-target * (input1 - input2) + margin, 0.0)
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
  },
  hinge_embedding_loss: null,
  kl_div: null,
  cross_entropy: null,
  nll_loss: null,
  multilabel_soft_margin_loss: null,
  cosine_embedding_loss: null,
  multi_margin_loss: null,
  multilabel_margin_loss: null,
  triplet_margin_loss: null,
} as const satisfies Spellings;
