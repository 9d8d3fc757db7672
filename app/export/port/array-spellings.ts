/**
 * @file The ops of arrays in JAX and Keras 3. null is a decision: there is no counterpart, or none that means the same for every argument. Where
 * gradients at kinks, ties and zeros differ from PyTorch's, a helper has PyTorch's (kinks.test.ts).
 */
import { kinked } from "./kinked-spellings.ts";
import { jaxOnly, type Spellings, type Template } from "./spelling.ts";

const axis = "{, axis=$dim}{, keepdims=$keepdim}";
const fold = (name: string): Template => `@${name}($input${axis})`;
const one = (name: string): Template => `@${name}($input)`;
const two = (name: string): Template => `@${name}($input, $other)`;

export const arraySpellings = {
  ...kinked,
  // Arithmetic
  add: "($input + $other)",
  sub: "($input - $other)",
  rsub: { helper: "(input, other, alpha=1):\n    return other - alpha * input" },
  mul: "($input * $other)",
  div: "($input / $other)",
  floor_divide: "($input // $other)",
  pow: "($input ** $exponent)",
  remainder: "($input % $other)",
  fmod: {
    jax: "jnp.fmod($input, $other)",
    keras: {
      helper: `(input, other):
    sign = ops.where(input < 0, -1.0, 1.0)
    return ops.mod(sign * input, ops.abs(other)) * sign`,
    },
  },
  where: "@where($condition, $input, $other)",
  addcdiv: { helper: "(input, tensor1, tensor2, value=1):\n    return input + value * tensor1 / tensor2" },
  addcmul: { helper: "(input, tensor1, tensor2, value=1):\n    return input + value * tensor1 * tensor2" },
  lerp: { helper: "(input, end, weight):\n    return input + weight * (end - input)" },
  hypot: { helper: "(input, other):\n    return @sqrt(@square(input) + @square(other))" },
  xlogy: {
    jax: {
      helper: `(input, other):
    none = (input == 0) & (other <= 0)
    return jax.scipy.special.xlogy(jnp.where(none, jax.lax.stop_gradient(input), input), other)`,
    },
    keras: {
      helper: `(input, other):
    none = ops.logical_and(ops.equal(input, 0), ops.less_equal(other, 0))
    return ops.where(none, 0.0, input * ops.log(ops.where(none, 1.0, other)))`,
    },
  },
  logaddexp2: jaxOnly("jnp.logaddexp2($input, $other)"),
  heaviside: { helper: "(input, other):\n    return @where(input == 0, other, @where(input < 0, 0.0, 1.0))" },
  allclose: {
    jax: "jnp.allclose($input, $other{, rtol=$rtol}{, atol=$atol}{, equal_nan=$equal_nan})",
    keras: "ops.all(ops.isclose($input, $other{, rtol=$rtol}{, atol=$atol}{, equal_nan=$equal_nan}))",
  },
  isclose: "@isclose($input, $other{, rtol=$rtol}{, atol=$atol}{, equal_nan=$equal_nan})",
  equal: jaxOnly("jnp.array_equal($input, $other)"),
  bitwise_and: "($input & $other)",
  bitwise_or: "($input | $other)",
  bitwise_xor: "($input ^ $other)",
  bitwise_not: "(~$input)",
  // Powers, exponentials, logarithms
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
  digamma: {
    jax: "jax.scipy.special.digamma($input)",
    keras: {
      // Of x + 8, by Stirling's series.
      helper: `(input):
    x = ops.multiply(input, 1.0)
    z = x + 8
    s = 1 / (z * z)
    return ops.log(z) - 0.5 / z - s * (1 / 12 - s * (1 / 120 - s / 252)) - sum(1 / (x + i) for i in range(8))`,
    },
  },
  polygamma: jaxOnly("jax.scipy.special.polygamma($n, $input)"),
  mvlgamma: jaxOnly("jax.scipy.special.multigammaln($input, $p)"),
  specialMultigammaln: jaxOnly("jax.scipy.special.multigammaln($input, $p)"),
  specialZeta: jaxOnly("jax.scipy.special.zeta($input, $other)"),
  lgamma: {
    jax: "jax.scipy.special.gammaln($input)",
    keras: {
      // Of x + 8, by Stirling's series.
      helper: `(input):
    x = ops.multiply(input, 1.0)
    z = x + 8
    s = 1 / (z * z)
    series = (z - 0.5) * ops.log(z) - z + 0.9189385332046727 + (1 / 12 - s * (1 / 360 - s / 1260)) / z
    return series - sum(ops.log(ops.abs(x + i)) for i in range(8))`,
    },
  },
  // Bounds and rounding
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
    // Counted by ones: a batch's size may not be known when TensorFlow reads the loss.
    helper: `(input, dim=None, unbiased=True, keepdim=False, correction=None):
    r = input - @mean(input, axis=dim, keepdims=True)
    count = @sum(@ones_like(input), axis=dim, keepdims=keepdim)
    correction = int(unbiased) if correction is None else correction
    return @sum(r * r, axis=dim, keepdims=keepdim) / (count - correction)`,
  },
  max: "@max($input)",
  min: "@min($input)",
  amax: fold("max"),
  amin: fold("min"),
  argmax: "@argmax($input{, axis=$dim}{, keepdims=$keepdim})",
  argmin: "@argmin($input{, axis=$dim}{, keepdims=$keepdim})",
  logsumexp: {
    jax: "jax.scipy.special.logsumexp($input{, axis=$dim}{, keepdims=$keepdim})",
    keras: "ops.logsumexp($input{, axis=$dim}{, keepdims=$keepdim})",
  },
  var_mean: {
    helper: `(input, dim=None, unbiased=True, keepdim=False, correction=None):
    return _var(input, dim, unbiased, keepdim, correction), @mean(input, axis=dim, keepdims=keepdim)`,
    needs: ["variance"],
  },
  std_mean: {
    helper: `(input, dim=None, unbiased=True, keepdim=False, correction=None):
    return _std(input, dim, unbiased, keepdim, correction), @mean(input, axis=dim, keepdims=keepdim)`,
    needs: ["std"],
  },
  all: fold("all"),
  any: fold("any"),
  count_nonzero: "@count_nonzero($input{, axis=$dim})",
  nanmean: {
    helper: `(input, dim=None, keepdim=False):
    there = @logical_not(@isnan(input))
    total = @sum(@where(there, input, 0.0), axis=dim, keepdims=keepdim)
    return total / @sum(@where(there, 1.0, 0.0), axis=dim, keepdims=keepdim)`,
  },
  nansum: {
    helper: `(input, dim=None, keepdim=False):
    return @sum(@where(@isnan(input), 0.0, input), axis=dim, keepdims=keepdim)`,
  },
  nanquantile: jaxOnly(`jnp.nanquantile($input, $q${axis})`),
  quantile: `@quantile($input, $q${axis})`,
  prod: fold("prod"),
  // Running sums and extremes
  cumsum: "@cumsum($input, axis=$dim)",
  // TensorFlow's gradient is another where an element is 0.
  cumprod: jaxOnly("jnp.cumprod($input, axis=$dim)"),
  logcumsumexp: {
    jax: {
      helper: `(input, dim):
    return jax.lax.cumlogsumexp(input, axis=dim % input.ndim)`,
    },
    keras: {
      // Every sum by itself: a running one would lose what is far below the greatest.
      helper: `(input, dim):
    last = ops.moveaxis(input, dim, -1)
    places = ops.arange(ops.shape(last)[-1])
    upto = ops.expand_dims(places, 1) >= ops.expand_dims(places, 0)
    sums = ops.logsumexp(ops.where(upto, ops.expand_dims(last, -2), -float("inf")), axis=-1)
    return ops.moveaxis(sums, -1, dim)`,
    },
  },
  bucketize: jaxOnly("jnp.searchsorted($boundaries, $input)"),
  searchsorted: "@searchsorted($sorted_sequence, $input)",
  // Shape
  broadcast_to: "@broadcast_to($input, $size)",
  contiguous: "$input",
  expand_as: "@broadcast_to($input, @shape($other))",
  ravel: "@reshape($input, (-1,))",
  permute: "@transpose($input, $dims)",
  reshape: "@reshape($input, $shape)",
  reshape_as: "@reshape($input, @shape($other))",
  view: "@reshape($input, $shape)",
  view_as: "@reshape($input, @shape($other))",
  squeeze: {
    helper: `(input, dim=None):
    return @squeeze(input) if dim is None else @squeeze(input, axis=dim) if input.shape[dim] == 1 else input`,
  },
  unsqueeze: "@expand_dims($input, $dim)",
  t: "@transpose($input)",
  transpose: "@swapaxes($input, $dim0, $dim1)",
  cat: "@concatenate($tensors{, axis=$dim})",
  stack: "@stack($tensors{, axis=$dim})",
  select: "@take($input, $index, axis=$dim)",
  // Indexing and gathering
  getitem: null,
  diag: "@diag($input{, k=$diagonal})",
  diagonal: "@diagonal($input{, $offset})",
  diff: "@diff($input{, n=$n}{, axis=$dim})",
  flip: "@flip($input, $dims)",
  gather: "@take_along_axis($input, $index, axis=$dim)",
  take_along_dim: "@take_along_axis($input, $indices, axis=$dim)",
  take: "@take(@reshape($input, (-1,)), $index)",
  index_select: "@take($input, $index, axis=$dim)",
  masked_fill: "@where($mask, $value, $input)",
  hstack: "@hstack($tensors)",
  vstack: "@vstack($tensors)",
  broadcast_tensors: jaxOnly("jnp.broadcast_arrays(*$tensors)"),
  atleast_1d: jaxOnly("jnp.atleast_1d($input)"),
  atleast_2d: jaxOnly("jnp.atleast_2d($input)"),
  atleast_3d: jaxOnly("jnp.atleast_3d($input)"),
  histc: null,
  block_diag: jaxOnly("jax.scipy.linalg.block_diag(*$tensors)"),
  isin: jaxOnly("jnp.isin($elements, $test_elements{, invert=$invert})"),
  trapezoid: {
    helper: `(y, x=None, dx=1.0, dim=-1):
    y = @moveaxis(y, dim, -1)
    apart = dx
    if x is not None:
        x = x if len(x.shape) == 1 else @moveaxis(x, dim, -1)
        apart = x[..., 1:] - x[..., :-1]
    return @sum(apart * (y[..., 1:] + y[..., :-1]) / 2, axis=-1)`,
  },
  cumulative_trapezoid: null,
  cov: jaxOnly("jnp.cov($input{, ddof=$correction}{, fweights=$fweights}{, aweights=$aweights})"),
  corrcoef: jaxOnly("jnp.corrcoef($input)"),
  movedim: "@moveaxis($input, $source, $destination)",
  one_hot: {
    jax: 'jax.nn.one_hot($input, $num_classes, dtype="int32")',
    keras: 'ops.one_hot($input, $num_classes, dtype="int32")',
  },
  repeat: "@tile($input, $repeats)",
  tile: "@tile($input, $dims)",
  repeat_interleave: "@repeat($input, $repeats{, axis=$dim})",
  roll: "@roll($input, $shifts{, axis=$dims})",
  trace: one("trace"),
  tril: "@tril($input{, k=$diagonal})",
  triu: "@triu($input{, k=$diagonal})",
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
  einsum: "@einsum($equation, *$operands)",
  inner: two("inner"),
  outer: "@outer($input, $vec2)",
  kron: two("kron"),
  tensordot: "@tensordot($a, $b{, axes=$dims})",
  // Conversion
  to: null,
  type: null,
  type_as: { jax: "$input.astype($other.dtype)", keras: "ops.cast($input, $other.dtype)" },
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
  new_tensor: "@array($data, dtype=$input.dtype)",
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
} as const satisfies Spellings;
