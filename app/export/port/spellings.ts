/**
 * @file Every op in JAX and Keras 3. Keyed by op, so that an op without a row does not compile; null is a decision: there is no counterpart, or
 * none that means the same for every argument, and a loss that uses it is refused with the line.
 */
import type { OpKey } from "../../../engine/ops/registry.ts";

/**
 * An expression over the op's parameters: `@` is jnp or keras.ops, `$name` an argument, `{, axis=$dim}` stands only where `dim` is given. An
 * argument that is given and has no place in it is refused.
 */
type Template = string;

export type Spelling =
  | Template
  | { readonly jax: Template | null; readonly keras: Template | null }
  /** A function of PyTorch's signature that comes along: what follows `def name`, with `@` as above. */
  | { readonly helper: string; readonly needs?: readonly OpKey[] };

const axis = "{, axis=$dim}{, keepdims=$keepdim}";
const fold = (name: string): Template => `@${name}($input${axis})`;
const one = (name: string): Template => `@${name}($input)`;
const two = (name: string): Template => `@${name}($input, $other)`;
const jaxOnly = (jax: Template): Spelling => ({ jax, keras: null });
const inNn = (name: string): Spelling => ({ jax: `jax.nn.${name}($input)`, keras: `ops.${name}($input)` });

/** A loss: its elements, then PyTorch's reduction. */
const loss = (parameters: string, elements: string): Spelling => ({
  helper: `(${parameters}, reduction="mean"):
    each = ${elements}
    return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`,
});
const residual = "input, target";

export const spellings: Readonly<Record<OpKey, Spelling | null>> = {
  // Arithmetic
  add: "($input + $other)",
  sub: "($input - $other)",
  mul: "($input * $other)",
  div: "($input / $other)",
  floor_divide: "($input // $other)",
  pow: "($input ** $exponent)",
  remainder: "($input % $other)",
  maximum: two("maximum"),
  minimum: two("minimum"),
  fmax: jaxOnly("jnp.fmax($input, $other)"),
  fmin: jaxOnly("jnp.fmin($input, $other)"),
  fmod: jaxOnly("jnp.fmod($input, $other)"),
  where: "@where($condition, $input, $other)",
  addcdiv: { helper: "(input, tensor1, tensor2, value=1):\n    return input + value * tensor1 / tensor2" },
  addcmul: { helper: "(input, tensor1, tensor2, value=1):\n    return input + value * tensor1 * tensor2" },
  lerp: { helper: "(input, end, weight):\n    return input + weight * (end - input)" },
  atan2: two("arctan2"),
  hypot: { helper: "(input, other):\n    return @sqrt(@square(input) + @square(other))" },
  logaddexp: two("logaddexp"),
  logaddexp2: jaxOnly("jnp.logaddexp2($input, $other)"),
  xlogy: jaxOnly("jax.scipy.special.xlogy($input, $other)"),
  copysign: jaxOnly("jnp.copysign($input, $other)"),
  heaviside: jaxOnly("jnp.heaviside($input, $other)"),
  allclose: jaxOnly("jnp.allclose($input, $other{, rtol=$rtol}{, atol=$atol}{, equal_nan=$equal_nan})"),
  isclose: "@isclose($input, $other{, rtol=$rtol}{, atol=$atol}{, equal_nan=$equal_nan})",
  equal: jaxOnly("jnp.array_equal($input, $other)"),
  bitwise_and: "($input & $other)",
  bitwise_or: "($input | $other)",
  bitwise_xor: "($input ^ $other)",
  bitwise_not: "(~$input)",
  // Powers, exponentials, logarithms
  abs: one("abs"),
  exp: one("exp"),
  exp2: { helper: "(input):\n    return 2.0**input" },
  expm1: one("expm1"),
  log: one("log"),
  log10: one("log10"),
  log1p: one("log1p"),
  log2: one("log2"),
  neg: "(-$input)",
  positive: "(+$input)",
  reciprocal: one("reciprocal"),
  rsqrt: { jax: "jax.lax.rsqrt($input)", keras: "ops.rsqrt($input)" },
  sign: one("sign"),
  sqrt: one("sqrt"),
  square: one("square"),
  // Trigonometric and hyperbolic
  acos: one("arccos"),
  acosh: one("arccosh"),
  asin: one("arcsin"),
  asinh: one("arcsinh"),
  atan: one("arctan"),
  atanh: one("arctanh"),
  cos: one("cos"),
  cosh: one("cosh"),
  sin: one("sin"),
  sinh: one("sinh"),
  tan: one("tan"),
  tanh: one("tanh"),
  deg2rad: { helper: "(input):\n    return input * (3.141592653589793 / 180)" },
  rad2deg: { helper: "(input):\n    return input * (180 / 3.141592653589793)" },
  // Error and gamma functions
  erf: { jax: "jax.scipy.special.erf($input)", keras: "ops.erf($input)" },
  erfc: { jax: "jax.scipy.special.erfc($input)", keras: "(1 - ops.erf($input))" },
  erfinv: { jax: "jax.scipy.special.erfinv($input)", keras: "ops.erfinv($input)" },
  digamma: jaxOnly("jax.scipy.special.digamma($input)"),
  lgamma: jaxOnly("jax.scipy.special.gammaln($input)"),
  // Bounds and rounding
  clamp: {
    helper: `(input, min=None, max=None):
    if min is not None:
        input = @maximum(input, min)
    return input if max is None else @minimum(input, max)`,
  },
  clamp_max: "@minimum($input, $max)",
  clamp_min: "@maximum($input, $min)",
  logit: { helper: "(input):\n    return @log(input / (1 - input))" },
  nan_to_num: "@nan_to_num($input{, nan=$nan}{, posinf=$posinf}{, neginf=$neginf})",
  ceil: one("ceil"),
  floor: one("floor"),
  frac: { helper: "(input):\n    return input - @sign(input) * @floor(@abs(input))" },
  round: one("round"),
  trunc: { helper: "(input):\n    return @sign(input) * @floor(@abs(input))" },
  // Comparison and logic
  eq: "($input == $other)",
  ne: "($input != $other)",
  ge: "($input >= $other)",
  gt: "($input > $other)",
  le: "($input <= $other)",
  lt: "($input < $other)",
  isfinite: one("isfinite"),
  isinf: one("isinf"),
  isnan: one("isnan"),
  logical_and: two("logical_and"),
  logical_or: two("logical_or"),
  logical_xor: two("logical_xor"),
  logical_not: one("logical_not"),
  // Reductions
  sum: fold("sum"),
  mean: fold("mean"),
  variance: {
    helper: `(input, dim=None, unbiased=True, keepdim=False):
    r = input - @mean(input, axis=dim, keepdims=True)
    count = 1
    for size in [input.shape[d] for d in (range(input.ndim) if dim is None else [dim] if isinstance(dim, int) else dim)]:
        count *= size
    return @sum(r * r, axis=dim, keepdims=keepdim) / (count - 1 if unbiased else count)`,
  },
  std: {
    helper: "(input, dim=None, unbiased=True, keepdim=False):\n    return @sqrt(_var(input, dim, unbiased, keepdim))",
    needs: ["variance"],
  },
  // With a dim they give values and places.
  max: "@max($input)",
  min: "@min($input)",
  amax: fold("max"),
  amin: fold("min"),
  argmax: "@argmax($input{, axis=$dim})",
  argmin: "@argmin($input{, axis=$dim})",
  logsumexp: {
    jax: "jax.scipy.special.logsumexp($input{, axis=$dim}{, keepdims=$keepdim})",
    keras: "ops.logsumexp($input{, axis=$dim}{, keepdims=$keepdim})",
  },
  var_mean: null,
  std_mean: null,
  norm: {
    helper: "(input, dim=None, keepdim=False):\n    return @sqrt(@sum(@square(input), axis=dim, keepdims=keepdim))",
  },
  all: fold("all"),
  any: fold("any"),
  count_nonzero: "@count_nonzero($input{, axis=$dim})",
  // PyTorch takes the lower of two middle values, NumPy's descendants their mean.
  median: null,
  nanmedian: null,
  kthvalue: null,
  mode: null,
  nanmean: jaxOnly(`jnp.nanmean($input${axis})`),
  nansum: jaxOnly(`jnp.nansum($input${axis})`),
  nanquantile: jaxOnly(`jnp.nanquantile($input, $q${axis})`),
  quantile: `@quantile($input, $q${axis})`,
  prod: fold("prod"),
  // Running sums and extremes
  cumsum: "@cumsum($input, axis=$dim)",
  cumprod: "@cumprod($input, axis=$dim)",
  cummax: null,
  cummin: null,
  logcumsumexp: jaxOnly("jax.lax.cumlogsumexp($input, axis=$dim)"),
  // Order
  argsort: "@argsort($input{, axis=$dim})",
  // Gives values and places in PyTorch.
  sort: null,
  msort: "@sort($input, axis=0)",
  topk: null,
  unique: null,
  bucketize: jaxOnly("jnp.searchsorted($boundaries, $input)"),
  searchsorted: "@searchsorted($sorted_sequence, $input)",
  // Shape
  broadcast_to: "@broadcast_to($input, $size)",
  contiguous: "$input",
  // -1 keeps a size in PyTorch only.
  expand: null,
  expand_as: "@broadcast_to($input, $other.shape)",
  flatten: "@reshape($input, (-1,))",
  ravel: "@reshape($input, (-1,))",
  permute: "@transpose($input, $dims)",
  reshape: "@reshape($input, $shape)",
  reshape_as: "@reshape($input, $other.shape)",
  view: "@reshape($input, $shape)",
  view_as: "@reshape($input, $other.shape)",
  squeeze: {
    helper: `(input, dim=None):
    return @squeeze(input) if dim is None else @squeeze(input, axis=dim) if input.shape[dim] == 1 else input`,
  },
  unsqueeze: "@expand_dims($input, $dim)",
  t: "@transpose($input)",
  transpose: "@swapaxes($input, $dim0, $dim1)",
  unflatten: null,
  cat: "@concatenate($tensors{, axis=$dim})",
  stack: "@stack($tensors{, axis=$dim})",
  narrow: null,
  select: "@take($input, $index, axis=$dim)",
  // Indexing and gathering
  getitem: null,
  index_put: null,
  bincount: null,
  chunk: null,
  split: null,
  diag: "@diag($input{, k=$diagonal})",
  diag_embed: null,
  diagonal: "@diagonal($input{, $offset})",
  diff: "@diff($input{, n=$n}{, axis=$dim})",
  flip: "@flip($input, $dims)",
  gather: "@take_along_axis($input, $index, axis=$dim)",
  take_along_dim: "@take_along_axis($input, $indices, axis=$dim)",
  take: "@take(@reshape($input, (-1,)), $index)",
  index_select: "@take($input, $index, axis=$dim)",
  index_add: null,
  index_fill: null,
  masked_fill: "@where($mask, $value, $input)",
  masked_select: null,
  nonzero: null,
  scatter: null,
  scatter_add: null,
  hstack: "@hstack($tensors)",
  vstack: "@vstack($tensors)",
  meshgrid: null,
  movedim: "@moveaxis($input, $source, $destination)",
  one_hot: { jax: "jax.nn.one_hot($input, $num_classes)", keras: "ops.one_hot($input, $num_classes)" },
  pad: null,
  repeat: "@tile($input, $repeats)",
  tile: "@tile($input, $dims)",
  repeat_interleave: "@repeat($input, $repeats{, axis=$dim})",
  roll: "@roll($input, $shifts{, axis=$dims})",
  trace: one("trace"),
  tril: "@tril($input{, k=$diagonal})",
  triu: "@triu($input{, k=$diagonal})",
  unbind: null,
  // Matrix products
  matmul: "@matmul($input, $other)",
  linear: {
    helper:
      "(input, weight, bias=None):\n    y = @matmul(input, @transpose(weight))\n    return y if bias is None else y + bias",
  },
  dot: "@dot($input, $other)",
  addmm: { helper: "(input, mat1, mat2, beta=1, alpha=1):\n    return beta * input + alpha * @matmul(mat1, mat2)" },
  addmv: { helper: "(input, mat, vec, beta=1, alpha=1):\n    return beta * input + alpha * @matmul(mat, vec)" },
  baddbmm: {
    helper: "(input, batch1, batch2, beta=1, alpha=1):\n    return beta * input + alpha * @matmul(batch1, batch2)",
  },
  bmm: "@matmul($input, $mat2)",
  mm: "@matmul($input, $mat2)",
  mv: "@matmul($input, $vec)",
  einsum: null,
  inner: jaxOnly("jnp.inner($input, $other)"),
  outer: "@outer($input, $vec2)",
  tensordot: null,
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
  // Conversion
  to: null,
  type: null,
  type_as: null,
  float: { jax: '$input.astype("float32")', keras: 'ops.cast($input, "float32")' },
  // JAX computes in float32 unless told otherwise for all of a program.
  double: null,
  long: { jax: '$input.astype("int32")', keras: 'ops.cast($input, "int32")' },
  int: { jax: '$input.astype("int32")', keras: 'ops.cast($input, "int32")' },
  bool: { jax: '$input.astype("bool")', keras: 'ops.cast($input, "bool")' },
  cpu: "$input",
  clone: "$input",
  detach: { jax: "jax.lax.stop_gradient($input)", keras: "ops.stop_gradient($input)" },
  // A traced value has no number yet.
  item: null,
  tolist: null,
  // Creation
  arange: "@arange($start{, $end}{, $step}{, dtype=$dtype})",
  tensor: { jax: "jnp.array($data{, dtype=$dtype})", keras: "ops.convert_to_tensor($data{, dtype=$dtype})" },
  as_tensor: { jax: "jnp.asarray($data{, dtype=$dtype})", keras: "ops.convert_to_tensor($data{, dtype=$dtype})" },
  // Their numbers are whatever was there.
  empty: null,
  empty_like: null,
  new_empty: null,
  new_tensor: null,
  new_full: "@full($size, $fill_value, dtype=$input.dtype)",
  new_ones: "@ones($size, dtype=$input.dtype)",
  new_zeros: "@zeros($size, dtype=$input.dtype)",
  eye: "@eye($n{, $m}{, dtype=$dtype})",
  full: "@full($size, $fill_value{, dtype=$dtype})",
  full_like: "@full_like($input, $fill_value{, dtype=$dtype})",
  linspace: "@linspace($start, $end, $steps)",
  logspace: "@logspace($start, $end, $steps{, base=$base})",
  ones: "@ones($size{, dtype=$dtype})",
  ones_like: "@ones_like($input{, dtype=$dtype})",
  zeros: "@zeros($size{, dtype=$dtype})",
  zeros_like: "@zeros_like($input{, dtype=$dtype})",
};
