// Generated from the op registry: npm run generate.
type DType = "float32" | "float64" | "int64" | "bool";
type NestedNumbers = number | boolean | readonly NestedNumbers[];

/** Numbers in a shape, with the operations that led to them. */
declare class Tensor {
  private constructor();
  /** Sizes, the last dim last. A scalar has none. */
  readonly shape: readonly number[];
  readonly dtype: DType;
  /** Number of dims. */
  readonly ndim: number;
  /** Whether gradients are wanted here. */
  requires_grad: boolean;
  /** Made by hand, not computed. */
  readonly is_leaf: boolean;
  /** The gradient that backward left here. */
  readonly grad: Tensor | null;
  /** The dims in reverse order. */
  readonly T: Tensor;
  /** How many elements. */
  numel(): number;
  /** Number of dims. */
  dim(): number;
  /** The shape, or the size of one dim. */
  size(): number[];
  size(dim: number): number;
  /** Adds the gradient of this scalar to `grad` of every leaf that requires one. */
  backward(gradient?: Tensor | null, options?: { retain_graph?: boolean; create_graph?: boolean }): void;
  /** Lets backward leave the gradient of a computed tensor in its `grad`. */
  retain_grad(): void;
  requires_grad_(on?: boolean): Tensor;
/**
 * The sum.
 *
 * `a + b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.add`; JAX: `a + b`; NumPy: `a + b`
 *
 * @example
 * predictions.add(targets)
 */
add(other: Tensor | number): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.div`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
div(other: Tensor | number): Tensor;
/**
 * The product.
 *
 * `a · b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.mul`; JAX: `a * b`; NumPy: `a * b`
 *
 * @example
 * predictions.mul(targets)
 */
mul(other: Tensor | number): Tensor;
/**
 * The difference.
 *
 * `a - b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.sub`; JAX: `a - b`; NumPy: `a - b`
 *
 * @example
 * predictions.sub(targets)
 */
sub(other: Tensor | number): Tensor;
/**
 * The size of every element.
 *
 * `|x|`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.abs`; JAX: `jnp.abs(x)`; NumPy: `np.abs(x)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
abs(): Tensor;
/**
 * The angle whose tangent is x.
 *
 * `arctan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.atan`; JAX: `jnp.arctan(x)`; NumPy: `np.arctan(x)`
 *
 * @example
 * predictions.sub(targets).atan().mean()
 */
atan(): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clamp`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
clamp(min?: number | null, max?: number | null): Tensor;
clamp(options: { min?: number | null; max?: number | null }): Tensor;
clamp(min: number, options: { max?: number | null }): Tensor;
/**
 * The cosine of radians.
 *
 * `cos x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.cos`; JAX: `jnp.cos(x)`; NumPy: `np.cos(x)`
 *
 * @example
 * predictions.sub(targets).cos().mean()
 */
cos(): Tensor;
/**
 * The hyperbolic cosine.
 *
 * `(eˣ + e⁻ˣ)/2`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 above 89.
 * - PyTorch: `torch.cosh`; JAX: `jnp.cosh(x)`; NumPy: `np.cosh(x)`
 *
 * @example
 * predictions.sub(targets).cosh().mean()
 */
cosh(): Tensor;
/**
 * The exponential.
 *
 * `eˣ`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 above 88.7.
 * - PyTorch: `torch.exp`; JAX: `jnp.exp(x)`; NumPy: `np.exp(x)`
 *
 * @example
 * predictions.sub(targets).exp().mean()
 */
exp(): Tensor;
/**
 * exp(x) - 1, accurate near zero.
 *
 * `eˣ - 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.expm1`; JAX: `jnp.expm1(x)`; NumPy: `np.expm1(x)`
 *
 * @example
 * predictions.sub(targets).expm1().mean()
 */
expm1(): Tensor;
/**
 * The natural logarithm.
 *
 * `ln x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - Gradient at kinks: infinite at 0.
 * - PyTorch: `torch.log`; JAX: `jnp.log(x)`; NumPy: `np.log(x)`
 *
 * @example
 * predictions.sub(targets).log().mean()
 */
log(): Tensor;
/**
 * log(1 + x), accurate near zero.
 *
 * `ln(1 + x)`
 *
 * - Shapes: same as input.
 * - Domain: x > -1.
 * - PyTorch: `torch.log1p`; JAX: `jnp.log1p(x)`; NumPy: `np.log1p(x)`
 *
 * @example
 * predictions.sub(targets).log1p().mean()
 */
log1p(): Tensor;
/**
 * The negative of every element.
 *
 * `-x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.neg`; JAX: `jnp.negative(x)`; NumPy: `np.negative(x)`
 *
 * @example
 * predictions.sub(targets).neg().mean()
 */
neg(): Tensor;
/**
 * The tensor itself.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.positive`; JAX: `jnp.positive(x)`; NumPy: `np.positive(x)`
 *
 * @example
 * predictions.sub(targets).positive().mean()
 */
positive(): Tensor;
/**
 * One over every element.
 *
 * `1/x`
 *
 * - Shapes: same as input.
 * - Domain: x ≠ 0.
 * - PyTorch: `torch.reciprocal`; JAX: `jnp.reciprocal(x)`; NumPy: `np.reciprocal(x)`
 *
 * @example
 * predictions.sub(targets).reciprocal().mean()
 */
reciprocal(): Tensor;
/**
 * One over the square root.
 *
 * `1/√x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0.
 * - PyTorch: `torch.rsqrt`; JAX: `jax.lax.rsqrt(x)`
 *
 * @example
 * predictions.sub(targets).rsqrt().mean()
 */
rsqrt(): Tensor;
/**
 * -1, 0 or 1.
 *
 * `x / |x|, 0 at 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere: nothing is learned through it.
 * - PyTorch: `torch.sign`; JAX: `jnp.sign(x)`; NumPy: `np.sign(x)`
 *
 * @example
 * predictions.sub(targets).sign().mean()
 */
sign(): Tensor;
/**
 * The sine of radians.
 *
 * `sin x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sin`; JAX: `jnp.sin(x)`; NumPy: `np.sin(x)`
 *
 * @example
 * predictions.sub(targets).sin().mean()
 */
sin(): Tensor;
/**
 * The hyperbolic sine.
 *
 * `(eˣ - e⁻ˣ)/2`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sinh`; JAX: `jnp.sinh(x)`; NumPy: `np.sinh(x)`
 *
 * @example
 * predictions.sub(targets).sinh().mean()
 */
sinh(): Tensor;
/**
 * The square root.
 *
 * `√x`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 0, NaN below.
 * - Gradient at kinks: infinite at 0: sqrt(x * x) gives NaN there, torch.norm does not.
 * - PyTorch: `torch.sqrt`; JAX: `jnp.sqrt(x)`; NumPy: `np.sqrt(x)`
 *
 * @example
 * predictions.sub(targets).sqrt().mean()
 */
sqrt(): Tensor;
/**
 * Every element times itself.
 *
 * `x²`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.square`; JAX: `jnp.square(x)`; NumPy: `np.square(x)`
 *
 * @example
 * predictions.sub(targets).square().mean()
 */
square(): Tensor;
/**
 * The hyperbolic tangent, between -1 and 1.
 *
 * `tanh x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tanh`; JAX: `jnp.tanh(x)`; NumPy: `np.tanh(x)`
 *
 * @example
 * predictions.sub(targets).tanh().mean()
 */
tanh(): Tensor;
/**
 * The next integer above.
 *
 * `⌈x⌉`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.ceil`; JAX: `jnp.ceil(x)`; NumPy: `np.ceil(x)`
 *
 * @example
 * predictions.sub(targets).ceil().mean()
 */
ceil(): Tensor;
/**
 * The next integer below.
 *
 * `⌊x⌋`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.floor`; JAX: `jnp.floor(x)`; NumPy: `np.floor(x)`
 *
 * @example
 * predictions.sub(targets).floor().mean()
 */
floor(): Tensor;
/**
 * The nearest integer, halves to the even one.
 *
 * `round(x)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.round`; JAX: `jnp.round(x)`; NumPy: `np.round(x)`
 *
 * @example
 * predictions.sub(targets).round().mean()
 */
round(): Tensor;
/**
 * The integer part.
 *
 * `x towards 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.trunc`; JAX: `jnp.trunc(x)`; NumPy: `np.trunc(x)`
 *
 * @example
 * predictions.sub(targets).trunc().mean()
 */
trunc(): Tensor;
/**
 * The positive part.
 *
 * `max(x, 0)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.relu`; JAX: `jax.nn.relu(x)`
 *
 * @example
 * predictions.sub(targets).relu().mean()
 */
relu(): Tensor;
/**
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sigmoid`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
sigmoid(): Tensor;
/**
 * The larger of two.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b.
 * - PyTorch: `torch.maximum`; JAX: `jnp.maximum(a, b)`; NumPy: `np.maximum(a, b)`
 *
 * @example
 * predictions.maximum(targets)
 */
maximum(other: Tensor | number): Tensor;
/**
 * The smaller of two.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b.
 * - PyTorch: `torch.minimum`; JAX: `jnp.minimum(a, b)`; NumPy: `np.minimum(a, b)`
 *
 * @example
 * predictions.minimum(targets)
 */
minimum(other: Tensor | number): Tensor;
/**
 * The power.
 *
 * `aᵇ`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: NaN for a < 0 with a fractional exponent.
 * - Gradient at kinks: pow(x, 0) is 1 with gradient 0, also at 0.
 * - PyTorch: `torch.pow`; JAX: `a ** b`; NumPy: `a ** b`
 *
 * @example
 * predictions.sub(targets).pow(2).mean()
 */
pow(other: Tensor | number): Tensor;
/**
 * What division leaves, with the sign of the divisor.
 *
 * `a - b ⌊a/b⌋`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.remainder`; JAX: `jnp.remainder(a, b)`; NumPy: `np.remainder(a, b)`
 *
 * @example
 * predictions.remainder(targets)
 */
remainder(other: Tensor | number): Tensor;
/**
 * True where a = b.
 *
 * `a = b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.eq`; JAX: `a == b`; NumPy: `a == b`
 *
 * @example
 * predictions.eq(0).float()
 */
eq(other: Tensor | number): Tensor;
/**
 * True where a ≥ b.
 *
 * `a ≥ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.ge`; JAX: `a >= b`; NumPy: `a >= b`
 *
 * @example
 * predictions.ge(0).float()
 */
ge(other: Tensor | number): Tensor;
/**
 * True where a > b.
 *
 * `a > b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.gt`; JAX: `a > b`; NumPy: `a > b`
 *
 * @example
 * predictions.gt(0).float()
 */
gt(other: Tensor | number): Tensor;
/**
 * True where x is finite.
 *
 * `x is finite`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isfinite`; JAX: `jnp.isfinite(x)`; NumPy: `np.isfinite(x)`
 *
 * @example
 * predictions.isfinite()
 */
isfinite(): Tensor;
/**
 * True where x is infinite.
 *
 * `x is infinite`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isinf`; JAX: `jnp.isinf(x)`; NumPy: `np.isinf(x)`
 *
 * @example
 * predictions.isinf()
 */
isinf(): Tensor;
/**
 * True where x is NaN.
 *
 * `x is NaN`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isnan`; JAX: `jnp.isnan(x)`; NumPy: `np.isnan(x)`
 *
 * @example
 * predictions.isnan()
 */
isnan(): Tensor;
/**
 * True where a ≤ b.
 *
 * `a ≤ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.le`; JAX: `a <= b`; NumPy: `a <= b`
 *
 * @example
 * predictions.le(0).float()
 */
le(other: Tensor | number): Tensor;
/**
 * True where a and b.
 *
 * `a and b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_and`; JAX: `jnp.logical_and(a, b)`; NumPy: `np.logical_and(a, b)`
 *
 * @example
 * predictions.logical_and(0).float()
 */
logical_and(other: Tensor | number): Tensor;
/**
 * True where not x.
 *
 * `not x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_not`; JAX: `jnp.logical_not(x)`; NumPy: `np.logical_not(x)`
 *
 * @example
 * predictions.logical_not()
 */
logical_not(): Tensor;
/**
 * True where a or b.
 *
 * `a or b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_or`; JAX: `jnp.logical_or(a, b)`; NumPy: `np.logical_or(a, b)`
 *
 * @example
 * predictions.logical_or(0).float()
 */
logical_or(other: Tensor | number): Tensor;
/**
 * True where a < b.
 *
 * `a < b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.lt`; JAX: `a < b`; NumPy: `a < b`
 *
 * @example
 * predictions.lt(0).float()
 */
lt(other: Tensor | number): Tensor;
/**
 * True where a ≠ b.
 *
 * `a ≠ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.ne`; JAX: `a != b`; NumPy: `a != b`
 *
 * @example
 * predictions.ne(0).float()
 */
ne(other: Tensor | number): Tensor;
/**
 * The sum of the elements.
 *
 * `Σ x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.sum`; JAX: `jnp.sum(x, axis=dim, keepdims=keepdim)`; NumPy: `np.sum(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().sum()
 */
sum(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
sum(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
sum(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The mean of the elements.
 *
 * `Σ x / n`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: floating point; NaN if there are no elements.
 * - PyTorch: `torch.mean`; JAX: `jnp.mean(x, axis=dim, keepdims=keepdim)`; NumPy: `np.mean(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
mean(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
mean(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
mean(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The variance, unbiased unless said otherwise.
 *
 * `Σ (x - mean)² / (n - 1)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.var`; JAX: `jnp.var(x, axis=dim, ddof=1)`; NumPy: `np.var(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().var()
 */
var(dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
var(options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
var(dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
var(dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean }): Tensor;
/**
 * The standard deviation, unbiased unless said otherwise.
 *
 * `√var`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where all elements are equal.
 * - PyTorch: `torch.std`; JAX: `jnp.std(x, axis=dim, ddof=1)`; NumPy: `np.std(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().std()
 */
std(dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
std(options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
std(dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
std(dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean }): Tensor;
/**
 * The largest element; with dim also where it is; with a second tensor the maximum of both.
 *
 * `max x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.max`; JAX: `jnp.max(x, axis=dim, keepdims=keepdim)`; NumPy: `np.max(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().max()
 */
max(): Tensor;
max(other: Tensor): Tensor;
max(dim: number, keepdim?: boolean): { readonly values: Tensor; readonly indices: Tensor };
max(options: { dim: number; keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
/**
 * The smallest element; with dim also where it is; with a second tensor the minimum of both.
 *
 * `min x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.min`; JAX: `jnp.min(x, axis=dim, keepdims=keepdim)`; NumPy: `np.min(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().min()
 */
min(): Tensor;
min(other: Tensor): Tensor;
min(dim: number, keepdim?: boolean): { readonly values: Tensor; readonly indices: Tensor };
min(options: { dim: number; keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
/**
 * The largest element over the dims.
 *
 * `max x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared equally among ties.
 * - PyTorch: `torch.amax`; JAX: `jnp.max(x, axis=dim)`; NumPy: `np.max(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().amax()
 */
amax(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
amax(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
amax(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The smallest element over the dims.
 *
 * `min x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared equally among ties.
 * - PyTorch: `torch.amin`; JAX: `jnp.min(x, axis=dim)`; NumPy: `np.min(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().amin()
 */
amin(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
amin(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
amin(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The index of the largest element, the first of several.
 *
 * `argmax x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argmax`; JAX: `jnp.argmax(x, axis=dim, keepdims=keepdim)`; NumPy: `np.argmax(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().argmax()
 */
argmax(dim?: number | null, keepdim?: boolean): Tensor;
argmax(options: { dim?: number | null; keepdim?: boolean }): Tensor;
argmax(dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * The index of the smallest element, the first of several.
 *
 * `argmin x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argmin`; JAX: `jnp.argmin(x, axis=dim, keepdims=keepdim)`; NumPy: `np.argmin(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().argmin()
 */
argmin(dim?: number | null, keepdim?: boolean): Tensor;
argmin(options: { dim?: number | null; keepdim?: boolean }): Tensor;
argmin(dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * log of the sum of exponentials, without overflow.
 *
 * `ln Σ eˣ`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.logsumexp`; JAX: `jax.nn.logsumexp(x, axis=dim)`; NumPy: `scipy.special.logsumexp(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().logsumexp()
 */
logsumexp(dim: number | readonly number[], keepdim?: boolean): Tensor;
logsumexp(options: { dim: number | readonly number[]; keepdim?: boolean }): Tensor;
logsumexp(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The p-norm, Euclidean unless said otherwise.
 *
 * `(Σ |x|ᵖ)^(1/p)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where the norm is 0.
 * - PyTorch: `torch.norm`; JAX: `jnp.linalg.norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * predictions.sub(targets).abs().norm()
 */
norm(p?: number, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
norm(options: { p?: number; dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
norm(p: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
norm(p: number, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * log of the softmax, without overflow.
 *
 * `x - ln Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.log_softmax`; JAX: `jax.nn.log_softmax(x, axis=dim)`
 *
 * @example
 * F.log_softmax(predictions, 1)
 */
log_softmax(dim: number): Tensor;
log_softmax(options: { dim: number }): Tensor;
/**
 * Positive weights that add up to 1 along a dim.
 *
 * `eˣ / Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.softmax`; JAX: `jax.nn.softmax(x, axis=dim)`; NumPy: `scipy.special.softmax(x, axis=dim)`
 *
 * @example
 * F.softmax(predictions, 1)
 */
softmax(dim: number): Tensor;
softmax(options: { dim: number }): Tensor;
/**
 * The matrix product; vectors and stacks of matrices as in PyTorch.
 *
 * `c_ij = Σ_k a_ik b_kj`
 *
 * - Shapes: [n, k] and [k, m] to [n, m]; [k] counts as a row or a column; leading dims broadcast.
 * - PyTorch: `torch.matmul`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.matmul(weight.t())
 */
matmul(other: Tensor): Tensor;
/**
 * The inner product of two vectors.
 *
 * `Σ a b`
 *
 * - Shapes: [n] and [n] to [].
 * - PyTorch: `torch.dot`; JAX: `jnp.dot(a, b)`; NumPy: `np.dot(a, b)`
 *
 * @example
 * predictions.flatten().dot(targets.flatten())
 */
dot(other: Tensor): Tensor;
/**
 * Sizes of 1 repeated without copying; -1 keeps a size.
 *
 * `the same elements`
 *
 * - Shapes: broadcasts to the sizes given.
 * - PyTorch: `x.expand`; JAX: `jnp.broadcast_to(x, shape)`; NumPy: `np.broadcast_to(x, shape)`
 *
 * @example
 * targets.expand(64, 3)
 */
expand(size: readonly number[]): Tensor;
expand(...size: number[]): Tensor;
/**
 * The dims from start_dim to end_dim as one.
 *
 * `the same elements`
 *
 * - Shapes: one dim for several.
 * - PyTorch: `torch.flatten`; JAX: `x.ravel()`; NumPy: `x.ravel()`
 *
 * @example
 * predictions.flatten()
 */
flatten(start_dim?: number, end_dim?: number): Tensor;
flatten(options: { start_dim?: number; end_dim?: number }): Tensor;
flatten(start_dim: number, options: { end_dim?: number }): Tensor;
/**
 * The dims in another order.
 *
 * `the same elements`
 *
 * - Shapes: sizes in the order of dims.
 * - PyTorch: `torch.permute`; JAX: `x.transpose(dims)`; NumPy: `x.transpose(dims)`
 *
 * @example
 * x.permute(1, 0)
 */
permute(dims: readonly number[]): Tensor;
permute(...dims: number[]): Tensor;
/**
 * The same elements in another shape; one size may be -1.
 *
 * `the same elements`
 *
 * - Shapes: any with as many elements.
 * - PyTorch: `torch.reshape`; JAX: `x.reshape(shape)`; NumPy: `x.reshape(shape)`
 *
 * @example
 * predictions.reshape(-1)
 */
reshape(shape: readonly number[]): Tensor;
reshape(...shape: number[]): Tensor;
/**
 * Without its dims of size 1, or without one of them.
 *
 * `the same elements`
 *
 * - Shapes: [64, 1] to [64].
 * - PyTorch: `torch.squeeze`; JAX: `x.squeeze(dim)`; NumPy: `x.squeeze(dim)`
 *
 * @example
 * targets.squeeze(1)
 */
squeeze(dim?: number | null): Tensor;
squeeze(options: { dim?: number | null }): Tensor;
/**
 * The transposed matrix; vectors and scalars stay as they are.
 *
 * `the same elements`
 *
 * - Shapes: [n, m] to [m, n].
 * - PyTorch: `torch.t`; JAX: `x.T`; NumPy: `x.T`
 *
 * @example
 * x.t()
 */
t(): Tensor;
/**
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.transpose`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
transpose(dim0: number, dim1: number): Tensor;
transpose(options: { dim0: number; dim1: number }): Tensor;
transpose(dim0: number, options: { dim1: number }): Tensor;
/**
 * With a dim of size 1 put in.
 *
 * `the same elements`
 *
 * - Shapes: [64] to [64, 1].
 * - PyTorch: `torch.unsqueeze`; JAX: `jnp.expand_dims(x, dim)`; NumPy: `np.expand_dims(x, dim)`
 *
 * @example
 * targets.unsqueeze(1)
 */
unsqueeze(dim: number): Tensor;
unsqueeze(options: { dim: number }): Tensor;
/**
 * The same elements in another shape, sharing storage.
 *
 * `the same elements`
 *
 * - Shapes: any with as many elements.
 * - PyTorch: `x.view`; JAX: `x.reshape(shape)`; NumPy: `x.reshape(shape)`
 *
 * @example
 * predictions.view(-1)
 */
view(shape: readonly number[]): Tensor;
view(...shape: number[]): Tensor;
/**
 * A stretch of one dim.
 *
 * `the same elements`
 *
 * - Shapes: one size becomes length.
 * - PyTorch: `torch.narrow`; JAX: `jax.lax.slice_in_dim(x, start, start + length)`; NumPy: `x[start:start + length]`
 *
 * @example
 * predictions.narrow(0, 0, 32)
 */
narrow(dim: number, start: number, length: number): Tensor;
narrow(options: { dim: number; start: number; length: number }): Tensor;
narrow(dim: number, options: { start: number; length: number }): Tensor;
narrow(dim: number, start: number, options: { length: number }): Tensor;
/**
 * One slice of one dim, which goes away.
 *
 * `the same elements`
 *
 * - Shapes: without the dim.
 * - PyTorch: `torch.select`; JAX: `jnp.take(x, index, dim)`; NumPy: `np.take(x, index, dim)`
 *
 * @example
 * predictions.select(1, 0)
 */
select(dim: number, index: number): Tensor;
select(options: { dim: number; index: number }): Tensor;
select(dim: number, options: { index: number }): Tensor;
/**
 * The same numbers in another dtype.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: integers and bools carry no gradient.
 * - PyTorch: `x.to`; JAX: `x.astype(dtype)`; NumPy: `x.astype(dtype)`
 *
 * @example
 * predictions.gt(0).to(torch.float32)
 */
to(dtype: DType): Tensor;
to(options: { dtype: DType }): Tensor;
/**
 * The same numbers as float32.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.float`; JAX: `x.astype("float32")`; NumPy: `x.astype("float32")`
 *
 * @example
 * targets.float()
 */
float(): Tensor;
/**
 * The same numbers as float64.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.double`; JAX: `x.astype("float64")`; NumPy: `x.astype("float64")`
 *
 * @example
 * targets.double()
 */
double(): Tensor;
/**
 * The integer parts as int64.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.long`; JAX: `x.astype("int64")`; NumPy: `x.astype("int64")`
 *
 * @example
 * targets.long()
 */
long(): Tensor;
/**
 * True where an element is not zero.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.bool`; JAX: `x.astype("bool")`; NumPy: `x.astype("bool")`
 *
 * @example
 * targets.bool()
 */
bool(): Tensor;
/**
 * The same values, cut off from the graph: no gradient flows back through the result.
 *
 * `x, with derivative 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.detach`; JAX: `jax.lax.stop_gradient(x)`
 *
 * @example
 * predictions.sub(targets).abs().detach()
 */
detach(): Tensor;
/**
 * A copy; gradients flow through it.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.clone`; JAX: `jnp.copy(x)`; NumPy: `np.copy(x)`
 *
 * @example
 * predictions.clone()
 */
clone(): Tensor;
/**
 * The one element as a JavaScript number. It leaves the graph: no gradient goes through a number.
 *
 * `x`
 *
 * - Shapes: one element in, a number out.
 * - PyTorch: `x.item`; JAX: `x.item()`; NumPy: `x.item()`
 *
 * @example
 * const scale = targets.std().item()
 */
item(): number;
/**
 * The elements as nested arrays of numbers, cut off from the graph.
 *
 * `x`
 *
 * - Shapes: any in, arrays nested as deep as there are dims out.
 * - PyTorch: `x.tolist`; JAX: `x.tolist()`; NumPy: `x.tolist()`
 *
 * @example
 * targets.tolist()
 */
tolist(): NestedNumbers;
}

declare namespace F {
/**
 * x above 0, an exponential towards -alpha below.
 *
 * `x if x > 0, else alpha (eˣ - 1)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at 0 for alpha = 1.
 * - PyTorch: `F.elu`; JAX: `jax.nn.elu(x)`
 *
 * @example
 * F.elu(predictions)
 */
function elu(input: Tensor, alpha?: number): Tensor;
function elu(input: Tensor, options: { alpha?: number }): Tensor;
/**
 * x above 0, a small slope below.
 *
 * `x if x > 0, else negative_slope · x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: the negative slope at 0.
 * - PyTorch: `F.leaky_relu`; JAX: `jax.nn.leaky_relu(x, slope)`
 *
 * @example
 * F.leaky_relu(predictions, 0.1)
 */
function leaky_relu(input: Tensor, negative_slope?: number): Tensor;
function leaky_relu(input: Tensor, options: { negative_slope?: number }): Tensor;
/**
 * log(sigmoid(x)) without overflow.
 *
 * `-ln(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.logsigmoid`; JAX: `jax.nn.log_sigmoid(x)`
 *
 * @example
 * F.logsigmoid(predictions).neg().mean()
 */
function logsigmoid(input: Tensor): Tensor;
/**
 * The positive part.
 *
 * `max(x, 0)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.relu`; JAX: `jax.nn.relu(x)`
 *
 * @example
 * predictions.sub(targets).relu().mean()
 */
function relu(input: Tensor): Tensor;
/**
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sigmoid`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
function sigmoid(input: Tensor): Tensor;
/**
 * x times its sigmoid.
 *
 * `x · σ(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.silu`; JAX: `jax.nn.silu(x)`
 *
 * @example
 * predictions.sub(targets).silu().mean()
 */
function silu(input: Tensor): Tensor;
/**
 * A smooth relu; linear above the threshold.
 *
 * `ln(1 + e^(βx))/β`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: slope exactly 1 where βx > threshold.
 * - PyTorch: `F.softplus`; JAX: `jax.nn.softplus(x)`; NumPy: `np.logaddexp(0, x)`
 *
 * @example
 * F.softplus(predictions.neg().mul(targets)).mean()
 */
function softplus(input: Tensor, beta?: number, threshold?: number): Tensor;
function softplus(input: Tensor, options: { beta?: number; threshold?: number }): Tensor;
function softplus(input: Tensor, beta: number, options: { threshold?: number }): Tensor;
/**
 * log of the softmax, without overflow.
 *
 * `x - ln Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.log_softmax`; JAX: `jax.nn.log_softmax(x, axis=dim)`
 *
 * @example
 * F.log_softmax(predictions, 1)
 */
function log_softmax(input: Tensor, dim: number): Tensor;
function log_softmax(input: Tensor, options: { dim: number }): Tensor;
/**
 * Positive weights that add up to 1 along a dim.
 *
 * `eˣ / Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.softmax`; JAX: `jax.nn.softmax(x, axis=dim)`; NumPy: `scipy.special.softmax(x, axis=dim)`
 *
 * @example
 * F.softmax(predictions, 1)
 */
function softmax(input: Tensor, dim: number): Tensor;
function softmax(input: Tensor, options: { dim: number }): Tensor;
/**
 * A linear layer.
 *
 * `x Wᵀ + b`
 *
 * - Shapes: [..., in], weight [out, in], bias [out] to [..., out].
 * - PyTorch: `F.linear`; JAX: `x @ w.T + b`; NumPy: `x @ w.T + b`
 *
 * @example
 * F.linear(x, weight, bias)
 */
function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
function linear(input: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
/**
 * Negative log likelihood of a Gaussian with its own variance for each element.
 *
 * `½ (ln max(var, ε) + (input - target)² / max(var, ε))`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Domain: var ≥ 0.
 * - PyTorch: `F.gaussian_nll_loss`
 *
 * @example
 * F.gaussian_nll_loss(predictions, targets, torch.ones_like(targets))
 */
function gaussian_nll_loss(input: Tensor, target: Tensor, variance: Tensor, full?: boolean, eps?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function gaussian_nll_loss(input: Tensor, target: Tensor, variance: Tensor, options: { full?: boolean; eps?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function gaussian_nll_loss(input: Tensor, target: Tensor, variance: Tensor, full: boolean, options: { eps?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function gaussian_nll_loss(input: Tensor, target: Tensor, variance: Tensor, full: boolean, eps: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Quadratic up to delta, linear beyond.
 *
 * `½ r² if |r| ≤ δ, else δ (|r| - ½ δ)`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Domain: delta > 0, in units of the target.
 * - Gradient at kinks: δ · sign(r) at |r| = δ.
 * - PyTorch: `F.huber_loss`; JAX: `optax.huber_loss(p, t, delta)`
 *
 * @example
 * F.huber_loss(predictions, targets)
 */
function huber_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none", delta?: number): Tensor;
function huber_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none"; delta?: number }): Tensor;
function huber_loss(input: Tensor, target: Tensor, reduction: "mean" | "sum" | "none", options: { delta?: number }): Tensor;
/**
 * Mean absolute error.
 *
 * `mean |input - target|`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Gradient at kinks: 0 where they are equal.
 * - PyTorch: `F.l1_loss`; JAX: `jnp.mean(jnp.abs(p - t))`; NumPy: `np.mean(np.abs(p - t))`
 *
 * @example
 * F.l1_loss(predictions, targets)
 */
function l1_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none"): Tensor;
function l1_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Mean squared error.
 *
 * `mean (input - target)²`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - PyTorch: `F.mse_loss`; JAX: `jnp.mean((p - t) ** 2)`; NumPy: `np.mean((p - t) ** 2)`
 *
 * @example
 * F.mse_loss(predictions, targets)
 */
function mse_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none"): Tensor;
function mse_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Negative log likelihood of counts, the rate given as its logarithm.
 *
 * `eⁱⁿᵖᵘᵗ - target · input`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - PyTorch: `F.poisson_nll_loss`
 *
 * @example
 * F.poisson_nll_loss(predictions, targets)
 */
function poisson_nll_loss(input: Tensor, target: Tensor, log_input?: boolean, reduction?: "mean" | "sum" | "none"): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, options: { log_input?: boolean; reduction?: "mean" | "sum" | "none" }): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * The Huber loss divided by beta.
 *
 * `½ r²/β if |r| < β, else |r| - ½ β`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Domain: beta ≥ 0; 0 gives l1_loss.
 * - Gradient at kinks: sign(r) at |r| = β.
 * - PyTorch: `F.smooth_l1_loss`
 *
 * @example
 * F.smooth_l1_loss(predictions, targets)
 */
function smooth_l1_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none", beta?: number): Tensor;
function smooth_l1_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none"; beta?: number }): Tensor;
function smooth_l1_loss(input: Tensor, target: Tensor, reduction: "mean" | "sum" | "none", options: { beta?: number }): Tensor;
}

declare namespace torch {
/**
 * The sum.
 *
 * `a + b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.add`; JAX: `a + b`; NumPy: `a + b`
 *
 * @example
 * predictions.add(targets)
 */
export function add(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.div`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
export function div(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The product.
 *
 * `a · b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.mul`; JAX: `a * b`; NumPy: `a * b`
 *
 * @example
 * predictions.mul(targets)
 */
export function mul(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The difference.
 *
 * `a - b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.sub`; JAX: `a - b`; NumPy: `a - b`
 *
 * @example
 * predictions.sub(targets)
 */
export function sub(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The size of every element.
 *
 * `|x|`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.abs`; JAX: `jnp.abs(x)`; NumPy: `np.abs(x)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
export function abs(input: Tensor): Tensor;
/**
 * The angle whose tangent is x.
 *
 * `arctan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.atan`; JAX: `jnp.arctan(x)`; NumPy: `np.arctan(x)`
 *
 * @example
 * predictions.sub(targets).atan().mean()
 */
export function atan(input: Tensor): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clamp`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
export function clamp(input: Tensor, min?: number | null, max?: number | null): Tensor;
export function clamp(input: Tensor, options: { min?: number | null; max?: number | null }): Tensor;
export function clamp(input: Tensor, min: number, options: { max?: number | null }): Tensor;
/**
 * The cosine of radians.
 *
 * `cos x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.cos`; JAX: `jnp.cos(x)`; NumPy: `np.cos(x)`
 *
 * @example
 * predictions.sub(targets).cos().mean()
 */
export function cos(input: Tensor): Tensor;
/**
 * The hyperbolic cosine.
 *
 * `(eˣ + e⁻ˣ)/2`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 above 89.
 * - PyTorch: `torch.cosh`; JAX: `jnp.cosh(x)`; NumPy: `np.cosh(x)`
 *
 * @example
 * predictions.sub(targets).cosh().mean()
 */
export function cosh(input: Tensor): Tensor;
/**
 * The exponential.
 *
 * `eˣ`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 above 88.7.
 * - PyTorch: `torch.exp`; JAX: `jnp.exp(x)`; NumPy: `np.exp(x)`
 *
 * @example
 * predictions.sub(targets).exp().mean()
 */
export function exp(input: Tensor): Tensor;
/**
 * exp(x) - 1, accurate near zero.
 *
 * `eˣ - 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.expm1`; JAX: `jnp.expm1(x)`; NumPy: `np.expm1(x)`
 *
 * @example
 * predictions.sub(targets).expm1().mean()
 */
export function expm1(input: Tensor): Tensor;
/**
 * The natural logarithm.
 *
 * `ln x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - Gradient at kinks: infinite at 0.
 * - PyTorch: `torch.log`; JAX: `jnp.log(x)`; NumPy: `np.log(x)`
 *
 * @example
 * predictions.sub(targets).log().mean()
 */
export function log(input: Tensor): Tensor;
/**
 * log(1 + x), accurate near zero.
 *
 * `ln(1 + x)`
 *
 * - Shapes: same as input.
 * - Domain: x > -1.
 * - PyTorch: `torch.log1p`; JAX: `jnp.log1p(x)`; NumPy: `np.log1p(x)`
 *
 * @example
 * predictions.sub(targets).log1p().mean()
 */
export function log1p(input: Tensor): Tensor;
/**
 * The negative of every element.
 *
 * `-x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.neg`; JAX: `jnp.negative(x)`; NumPy: `np.negative(x)`
 *
 * @example
 * predictions.sub(targets).neg().mean()
 */
export function neg(input: Tensor): Tensor;
/**
 * The tensor itself.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.positive`; JAX: `jnp.positive(x)`; NumPy: `np.positive(x)`
 *
 * @example
 * predictions.sub(targets).positive().mean()
 */
export function positive(input: Tensor): Tensor;
/**
 * One over every element.
 *
 * `1/x`
 *
 * - Shapes: same as input.
 * - Domain: x ≠ 0.
 * - PyTorch: `torch.reciprocal`; JAX: `jnp.reciprocal(x)`; NumPy: `np.reciprocal(x)`
 *
 * @example
 * predictions.sub(targets).reciprocal().mean()
 */
export function reciprocal(input: Tensor): Tensor;
/**
 * One over the square root.
 *
 * `1/√x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0.
 * - PyTorch: `torch.rsqrt`; JAX: `jax.lax.rsqrt(x)`
 *
 * @example
 * predictions.sub(targets).rsqrt().mean()
 */
export function rsqrt(input: Tensor): Tensor;
/**
 * -1, 0 or 1.
 *
 * `x / |x|, 0 at 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere: nothing is learned through it.
 * - PyTorch: `torch.sign`; JAX: `jnp.sign(x)`; NumPy: `np.sign(x)`
 *
 * @example
 * predictions.sub(targets).sign().mean()
 */
export function sign(input: Tensor): Tensor;
/**
 * The sine of radians.
 *
 * `sin x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sin`; JAX: `jnp.sin(x)`; NumPy: `np.sin(x)`
 *
 * @example
 * predictions.sub(targets).sin().mean()
 */
export function sin(input: Tensor): Tensor;
/**
 * The hyperbolic sine.
 *
 * `(eˣ - e⁻ˣ)/2`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sinh`; JAX: `jnp.sinh(x)`; NumPy: `np.sinh(x)`
 *
 * @example
 * predictions.sub(targets).sinh().mean()
 */
export function sinh(input: Tensor): Tensor;
/**
 * The square root.
 *
 * `√x`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 0, NaN below.
 * - Gradient at kinks: infinite at 0: sqrt(x * x) gives NaN there, torch.norm does not.
 * - PyTorch: `torch.sqrt`; JAX: `jnp.sqrt(x)`; NumPy: `np.sqrt(x)`
 *
 * @example
 * predictions.sub(targets).sqrt().mean()
 */
export function sqrt(input: Tensor): Tensor;
/**
 * Every element times itself.
 *
 * `x²`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.square`; JAX: `jnp.square(x)`; NumPy: `np.square(x)`
 *
 * @example
 * predictions.sub(targets).square().mean()
 */
export function square(input: Tensor): Tensor;
/**
 * The hyperbolic tangent, between -1 and 1.
 *
 * `tanh x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tanh`; JAX: `jnp.tanh(x)`; NumPy: `np.tanh(x)`
 *
 * @example
 * predictions.sub(targets).tanh().mean()
 */
export function tanh(input: Tensor): Tensor;
/**
 * The next integer above.
 *
 * `⌈x⌉`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.ceil`; JAX: `jnp.ceil(x)`; NumPy: `np.ceil(x)`
 *
 * @example
 * predictions.sub(targets).ceil().mean()
 */
export function ceil(input: Tensor): Tensor;
/**
 * The next integer below.
 *
 * `⌊x⌋`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.floor`; JAX: `jnp.floor(x)`; NumPy: `np.floor(x)`
 *
 * @example
 * predictions.sub(targets).floor().mean()
 */
export function floor(input: Tensor): Tensor;
/**
 * The nearest integer, halves to the even one.
 *
 * `round(x)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.round`; JAX: `jnp.round(x)`; NumPy: `np.round(x)`
 *
 * @example
 * predictions.sub(targets).round().mean()
 */
export function round(input: Tensor): Tensor;
/**
 * The integer part.
 *
 * `x towards 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.trunc`; JAX: `jnp.trunc(x)`; NumPy: `np.trunc(x)`
 *
 * @example
 * predictions.sub(targets).trunc().mean()
 */
export function trunc(input: Tensor): Tensor;
/**
 * The positive part.
 *
 * `max(x, 0)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.relu`; JAX: `jax.nn.relu(x)`
 *
 * @example
 * predictions.sub(targets).relu().mean()
 */
export function relu(input: Tensor): Tensor;
/**
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sigmoid`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
export function sigmoid(input: Tensor): Tensor;
/**
 * The larger of two.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b.
 * - PyTorch: `torch.maximum`; JAX: `jnp.maximum(a, b)`; NumPy: `np.maximum(a, b)`
 *
 * @example
 * predictions.maximum(targets)
 */
export function maximum(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The smaller of two.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b.
 * - PyTorch: `torch.minimum`; JAX: `jnp.minimum(a, b)`; NumPy: `np.minimum(a, b)`
 *
 * @example
 * predictions.minimum(targets)
 */
export function minimum(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The power.
 *
 * `aᵇ`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: NaN for a < 0 with a fractional exponent.
 * - Gradient at kinks: pow(x, 0) is 1 with gradient 0, also at 0.
 * - PyTorch: `torch.pow`; JAX: `a ** b`; NumPy: `a ** b`
 *
 * @example
 * predictions.sub(targets).pow(2).mean()
 */
export function pow(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * What division leaves, with the sign of the divisor.
 *
 * `a - b ⌊a/b⌋`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.remainder`; JAX: `jnp.remainder(a, b)`; NumPy: `np.remainder(a, b)`
 *
 * @example
 * predictions.remainder(targets)
 */
export function remainder(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * Elements of input where the condition holds, else of other.
 *
 * `input if condition, else other`
 *
 * - Shapes: condition, input and other broadcast to the result.
 * - Gradient at kinks: the branch not taken adds 0 times its gradient: NaN or infinity there still gives NaN.
 * - PyTorch: `torch.where`; JAX: `jnp.where(condition, a, b)`; NumPy: `np.where(condition, a, b)`
 *
 * @example
 * torch.where(diff.gt(0), diff, diff.mul(-2))
 */
export function where(condition: Tensor, input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a = b.
 *
 * `a = b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.eq`; JAX: `a == b`; NumPy: `a == b`
 *
 * @example
 * predictions.eq(0).float()
 */
export function eq(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a ≥ b.
 *
 * `a ≥ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.ge`; JAX: `a >= b`; NumPy: `a >= b`
 *
 * @example
 * predictions.ge(0).float()
 */
export function ge(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a > b.
 *
 * `a > b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.gt`; JAX: `a > b`; NumPy: `a > b`
 *
 * @example
 * predictions.gt(0).float()
 */
export function gt(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where x is finite.
 *
 * `x is finite`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isfinite`; JAX: `jnp.isfinite(x)`; NumPy: `np.isfinite(x)`
 *
 * @example
 * predictions.isfinite()
 */
export function isfinite(input: Tensor): Tensor;
/**
 * True where x is infinite.
 *
 * `x is infinite`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isinf`; JAX: `jnp.isinf(x)`; NumPy: `np.isinf(x)`
 *
 * @example
 * predictions.isinf()
 */
export function isinf(input: Tensor): Tensor;
/**
 * True where x is NaN.
 *
 * `x is NaN`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isnan`; JAX: `jnp.isnan(x)`; NumPy: `np.isnan(x)`
 *
 * @example
 * predictions.isnan()
 */
export function isnan(input: Tensor): Tensor;
/**
 * True where a ≤ b.
 *
 * `a ≤ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.le`; JAX: `a <= b`; NumPy: `a <= b`
 *
 * @example
 * predictions.le(0).float()
 */
export function le(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a and b.
 *
 * `a and b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_and`; JAX: `jnp.logical_and(a, b)`; NumPy: `np.logical_and(a, b)`
 *
 * @example
 * predictions.logical_and(0).float()
 */
export function logical_and(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where not x.
 *
 * `not x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_not`; JAX: `jnp.logical_not(x)`; NumPy: `np.logical_not(x)`
 *
 * @example
 * predictions.logical_not()
 */
export function logical_not(input: Tensor): Tensor;
/**
 * True where a or b.
 *
 * `a or b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_or`; JAX: `jnp.logical_or(a, b)`; NumPy: `np.logical_or(a, b)`
 *
 * @example
 * predictions.logical_or(0).float()
 */
export function logical_or(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a < b.
 *
 * `a < b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.lt`; JAX: `a < b`; NumPy: `a < b`
 *
 * @example
 * predictions.lt(0).float()
 */
export function lt(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * True where a ≠ b.
 *
 * `a ≠ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.ne`; JAX: `a != b`; NumPy: `a != b`
 *
 * @example
 * predictions.ne(0).float()
 */
export function ne(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The sum of the elements.
 *
 * `Σ x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.sum`; JAX: `jnp.sum(x, axis=dim, keepdims=keepdim)`; NumPy: `np.sum(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().sum()
 */
export function sum(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function sum(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function sum(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The mean of the elements.
 *
 * `Σ x / n`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: floating point; NaN if there are no elements.
 * - PyTorch: `torch.mean`; JAX: `jnp.mean(x, axis=dim, keepdims=keepdim)`; NumPy: `np.mean(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
export function mean(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function mean(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function mean(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The variance, unbiased unless said otherwise.
 *
 * `Σ (x - mean)² / (n - 1)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.var`; JAX: `jnp.var(x, axis=dim, ddof=1)`; NumPy: `np.var(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().var()
 */
function variance(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
function variance(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
function variance(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
function variance(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean }): Tensor;
/**
 * The standard deviation, unbiased unless said otherwise.
 *
 * `√var`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where all elements are equal.
 * - PyTorch: `torch.std`; JAX: `jnp.std(x, axis=dim, ddof=1)`; NumPy: `np.std(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().std()
 */
export function std(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
export function std(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
export function std(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
export function std(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean }): Tensor;
/**
 * The largest element; with dim also where it is; with a second tensor the maximum of both.
 *
 * `max x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.max`; JAX: `jnp.max(x, axis=dim, keepdims=keepdim)`; NumPy: `np.max(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().max()
 */
export function max(input: Tensor): Tensor;
export function max(input: Tensor, other: Tensor): Tensor;
export function max(input: Tensor, dim: number, keepdim?: boolean): { readonly values: Tensor; readonly indices: Tensor };
export function max(input: Tensor, options: { dim: number; keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
/**
 * The smallest element; with dim also where it is; with a second tensor the minimum of both.
 *
 * `min x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.min`; JAX: `jnp.min(x, axis=dim, keepdims=keepdim)`; NumPy: `np.min(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().min()
 */
export function min(input: Tensor): Tensor;
export function min(input: Tensor, other: Tensor): Tensor;
export function min(input: Tensor, dim: number, keepdim?: boolean): { readonly values: Tensor; readonly indices: Tensor };
export function min(input: Tensor, options: { dim: number; keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
/**
 * The largest element over the dims.
 *
 * `max x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared equally among ties.
 * - PyTorch: `torch.amax`; JAX: `jnp.max(x, axis=dim)`; NumPy: `np.max(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().amax()
 */
export function amax(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function amax(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function amax(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The smallest element over the dims.
 *
 * `min x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared equally among ties.
 * - PyTorch: `torch.amin`; JAX: `jnp.min(x, axis=dim)`; NumPy: `np.min(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().amin()
 */
export function amin(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function amin(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function amin(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The index of the largest element, the first of several.
 *
 * `argmax x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argmax`; JAX: `jnp.argmax(x, axis=dim, keepdims=keepdim)`; NumPy: `np.argmax(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().argmax()
 */
export function argmax(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
export function argmax(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
export function argmax(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * The index of the smallest element, the first of several.
 *
 * `argmin x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argmin`; JAX: `jnp.argmin(x, axis=dim, keepdims=keepdim)`; NumPy: `np.argmin(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().argmin()
 */
export function argmin(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
export function argmin(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
export function argmin(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * log of the sum of exponentials, without overflow.
 *
 * `ln Σ eˣ`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - PyTorch: `torch.logsumexp`; JAX: `jax.nn.logsumexp(x, axis=dim)`; NumPy: `scipy.special.logsumexp(x, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().logsumexp()
 */
export function logsumexp(input: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
export function logsumexp(input: Tensor, options: { dim: number | readonly number[]; keepdim?: boolean }): Tensor;
export function logsumexp(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The p-norm, Euclidean unless said otherwise.
 *
 * `(Σ |x|ᵖ)^(1/p)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where the norm is 0.
 * - PyTorch: `torch.norm`; JAX: `jnp.linalg.norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * predictions.sub(targets).abs().norm()
 */
export function norm(input: Tensor, p?: number, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function norm(input: Tensor, options: { p?: number; dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function norm(input: Tensor, p: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function norm(input: Tensor, p: number, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * log of the softmax, without overflow.
 *
 * `x - ln Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.log_softmax`; JAX: `jax.nn.log_softmax(x, axis=dim)`
 *
 * @example
 * F.log_softmax(predictions, 1)
 */
export function log_softmax(input: Tensor, dim: number): Tensor;
export function log_softmax(input: Tensor, options: { dim: number }): Tensor;
/**
 * Positive weights that add up to 1 along a dim.
 *
 * `eˣ / Σ eˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.softmax`; JAX: `jax.nn.softmax(x, axis=dim)`; NumPy: `scipy.special.softmax(x, axis=dim)`
 *
 * @example
 * F.softmax(predictions, 1)
 */
export function softmax(input: Tensor, dim: number): Tensor;
export function softmax(input: Tensor, options: { dim: number }): Tensor;
/**
 * The matrix product; vectors and stacks of matrices as in PyTorch.
 *
 * `c_ij = Σ_k a_ik b_kj`
 *
 * - Shapes: [n, k] and [k, m] to [n, m]; [k] counts as a row or a column; leading dims broadcast.
 * - PyTorch: `torch.matmul`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.matmul(weight.t())
 */
export function matmul(input: Tensor, other: Tensor): Tensor;
/**
 * The inner product of two vectors.
 *
 * `Σ a b`
 *
 * - Shapes: [n] and [n] to [].
 * - PyTorch: `torch.dot`; JAX: `jnp.dot(a, b)`; NumPy: `np.dot(a, b)`
 *
 * @example
 * predictions.flatten().dot(targets.flatten())
 */
export function dot(input: Tensor, other: Tensor): Tensor;
/**
 * The dims from start_dim to end_dim as one.
 *
 * `the same elements`
 *
 * - Shapes: one dim for several.
 * - PyTorch: `torch.flatten`; JAX: `x.ravel()`; NumPy: `x.ravel()`
 *
 * @example
 * predictions.flatten()
 */
export function flatten(input: Tensor, start_dim?: number, end_dim?: number): Tensor;
export function flatten(input: Tensor, options: { start_dim?: number; end_dim?: number }): Tensor;
export function flatten(input: Tensor, start_dim: number, options: { end_dim?: number }): Tensor;
/**
 * The dims in another order.
 *
 * `the same elements`
 *
 * - Shapes: sizes in the order of dims.
 * - PyTorch: `torch.permute`; JAX: `x.transpose(dims)`; NumPy: `x.transpose(dims)`
 *
 * @example
 * x.permute(1, 0)
 */
export function permute(input: Tensor, dims: readonly number[]): Tensor;
export function permute(input: Tensor, ...dims: number[]): Tensor;
/**
 * The same elements in another shape; one size may be -1.
 *
 * `the same elements`
 *
 * - Shapes: any with as many elements.
 * - PyTorch: `torch.reshape`; JAX: `x.reshape(shape)`; NumPy: `x.reshape(shape)`
 *
 * @example
 * predictions.reshape(-1)
 */
export function reshape(input: Tensor, shape: readonly number[]): Tensor;
export function reshape(input: Tensor, ...shape: number[]): Tensor;
/**
 * Without its dims of size 1, or without one of them.
 *
 * `the same elements`
 *
 * - Shapes: [64, 1] to [64].
 * - PyTorch: `torch.squeeze`; JAX: `x.squeeze(dim)`; NumPy: `x.squeeze(dim)`
 *
 * @example
 * targets.squeeze(1)
 */
export function squeeze(input: Tensor, dim?: number | null): Tensor;
export function squeeze(input: Tensor, options: { dim?: number | null }): Tensor;
/**
 * The transposed matrix; vectors and scalars stay as they are.
 *
 * `the same elements`
 *
 * - Shapes: [n, m] to [m, n].
 * - PyTorch: `torch.t`; JAX: `x.T`; NumPy: `x.T`
 *
 * @example
 * x.t()
 */
export function t(input: Tensor): Tensor;
/**
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.transpose`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
export function transpose(input: Tensor, dim0: number, dim1: number): Tensor;
export function transpose(input: Tensor, options: { dim0: number; dim1: number }): Tensor;
export function transpose(input: Tensor, dim0: number, options: { dim1: number }): Tensor;
/**
 * With a dim of size 1 put in.
 *
 * `the same elements`
 *
 * - Shapes: [64] to [64, 1].
 * - PyTorch: `torch.unsqueeze`; JAX: `jnp.expand_dims(x, dim)`; NumPy: `np.expand_dims(x, dim)`
 *
 * @example
 * targets.unsqueeze(1)
 */
export function unsqueeze(input: Tensor, dim: number): Tensor;
export function unsqueeze(input: Tensor, options: { dim: number }): Tensor;
/**
 * Tensors one after the other along a dim.
 *
 * `the same elements`
 *
 * - Shapes: equal but for that dim, whose sizes add up.
 * - PyTorch: `torch.cat`; JAX: `jnp.concatenate(xs, dim)`; NumPy: `np.concatenate(xs, dim)`
 *
 * @example
 * torch.cat([predictions, targets], 1)
 */
export function cat(tensors: readonly Tensor[], dim?: number): Tensor;
export function cat(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
/**
 * A stretch of one dim.
 *
 * `the same elements`
 *
 * - Shapes: one size becomes length.
 * - PyTorch: `torch.narrow`; JAX: `jax.lax.slice_in_dim(x, start, start + length)`; NumPy: `x[start:start + length]`
 *
 * @example
 * predictions.narrow(0, 0, 32)
 */
export function narrow(input: Tensor, dim: number, start: number, length: number): Tensor;
export function narrow(input: Tensor, options: { dim: number; start: number; length: number }): Tensor;
export function narrow(input: Tensor, dim: number, options: { start: number; length: number }): Tensor;
export function narrow(input: Tensor, dim: number, start: number, options: { length: number }): Tensor;
/**
 * One slice of one dim, which goes away.
 *
 * `the same elements`
 *
 * - Shapes: without the dim.
 * - PyTorch: `torch.select`; JAX: `jnp.take(x, index, dim)`; NumPy: `np.take(x, index, dim)`
 *
 * @example
 * predictions.select(1, 0)
 */
export function select(input: Tensor, dim: number, index: number): Tensor;
export function select(input: Tensor, options: { dim: number; index: number }): Tensor;
export function select(input: Tensor, dim: number, options: { index: number }): Tensor;
/**
 * Tensors of one shape along a new dim.
 *
 * `the same elements`
 *
 * - Shapes: a dim of their number put in.
 * - PyTorch: `torch.stack`; JAX: `jnp.stack(xs, dim)`; NumPy: `np.stack(xs, dim)`
 *
 * @example
 * torch.stack([loss1, loss2])
 */
export function stack(tensors: readonly Tensor[], dim?: number): Tensor;
export function stack(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
/**
 * The same values, cut off from the graph: no gradient flows back through the result.
 *
 * `x, with derivative 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.detach`; JAX: `jax.lax.stop_gradient(x)`
 *
 * @example
 * predictions.sub(targets).abs().detach()
 */
export function detach(input: Tensor): Tensor;
/**
 * A copy; gradients flow through it.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.clone`; JAX: `jnp.copy(x)`; NumPy: `np.copy(x)`
 *
 * @example
 * predictions.clone()
 */
export function clone(input: Tensor): Tensor;
/**
 * Numbers from start up to, without, end.
 *
 * `constant`
 *
 * - Shapes: [ceil((end - start) / step)].
 * - PyTorch: `torch.arange`; JAX: `jnp.arange(start, end, step)`; NumPy: `np.arange(start, end, step)`
 *
 * @example
 * torch.arange(0, 1, 0.1)
 */
export function arange(start: number, end?: number | null, step?: number, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function arange(options: { start: number; end?: number | null; step?: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function arange(start: number, options: { end?: number | null; step?: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function arange(start: number, end: number, options: { step?: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function arange(start: number, end: number, step: number, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function arange(start: number, end: number, step: number, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * A tensor of one number.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.full`; JAX: `jnp.full(shape, value)`; NumPy: `np.full(shape, value)`
 *
 * @example
 * torch.full([64, 1], 0.5)
 */
export function full(size: readonly number[], fill_value: number, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function full(options: { size: readonly number[]; fill_value: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function full(size: readonly number[], options: { fill_value: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function full(size: readonly number[], fill_value: number, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function full(size: readonly number[], fill_value: number, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * Numbers at equal distances, both ends included.
 *
 * `constant`
 *
 * - Shapes: [steps].
 * - PyTorch: `torch.linspace`; JAX: `jnp.linspace(start, end, steps)`; NumPy: `np.linspace(start, end, steps)`
 *
 * @example
 * torch.linspace(0, 1, 11)
 */
export function linspace(start: number, end: number, steps: number, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function linspace(options: { start: number; end: number; steps: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function linspace(start: number, options: { end: number; steps: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function linspace(start: number, end: number, options: { steps: number; dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function linspace(start: number, end: number, steps: number, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function linspace(start: number, end: number, steps: number, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * A tensor of ones.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.ones`; JAX: `jnp.ones(shape)`; NumPy: `np.ones(shape)`
 *
 * @example
 * torch.ones(64, 1)
 */
export function ones(size: readonly number[], dtype?: DType | null, requires_grad?: boolean): Tensor;
export function ones(...size: number[]): Tensor;
export function ones(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function ones(size: readonly number[], dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * Ones in the shape and dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.ones_like`; JAX: `jnp.ones_like(x)`; NumPy: `np.ones_like(x)`
 *
 * @example
 * torch.ones_like(predictions)
 */
export function ones_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function ones_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function ones_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * A tensor of the numbers given, nested arrays making dims.
 *
 * `constant`
 *
 * - Shapes: as the arrays are nested.
 * - PyTorch: `torch.tensor`; JAX: `jnp.array(data)`; NumPy: `np.array(data)`
 *
 * @example
 * torch.tensor([0.1, 0.5, 0.9])
 */
export function tensor(data: NestedNumbers | Tensor, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function tensor(data: NestedNumbers | Tensor, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function tensor(data: NestedNumbers | Tensor, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * A tensor of zeros.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.zeros`; JAX: `jnp.zeros(shape)`; NumPy: `np.zeros(shape)`
 *
 * @example
 * torch.zeros(64, 1)
 */
export function zeros(size: readonly number[], dtype?: DType | null, requires_grad?: boolean): Tensor;
export function zeros(...size: number[]): Tensor;
export function zeros(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function zeros(size: readonly number[], dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * Zeros in the shape and dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.zeros_like`; JAX: `jnp.zeros_like(x)`; NumPy: `np.zeros_like(x)`
 *
 * @example
 * torch.zeros_like(predictions)
 */
export function zeros_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean): Tensor;
export function zeros_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function zeros_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * 1 with the probability that each element gives, else 0. PyTorch's own numbers for the same seed.
 *
 * `P(y = 1) = x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.bernoulli`
 *
 * @example
 * torch.bernoulli(torch.full([64, 1], 0.3))
 */
export function bernoulli(input: Tensor): Tensor;
/**
 * Normal numbers. PyTorch's own numbers for the same seed.
 *
 * `x ~ N(mean, std²)`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.normal`
 *
 * @example
 * torch.normal(0, 0.1, [64, 1])
 */
export function normal(mean: number, std: number, size: readonly number[]): Tensor;
export function normal(options: { mean: number; std: number; size: readonly number[] }): Tensor;
export function normal(mean: number, options: { std: number; size: readonly number[] }): Tensor;
export function normal(mean: number, std: number, options: { size: readonly number[] }): Tensor;
/**
 * Uniform numbers from [0, 1). PyTorch's own numbers for the same seed.
 *
 * `x ~ U(0, 1)`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.rand`
 *
 * @example
 * torch.rand(64, 1)
 */
export function rand(size: readonly number[], dtype?: DType | null, requires_grad?: boolean): Tensor;
export function rand(...size: number[]): Tensor;
export function rand(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function rand(size: readonly number[], dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * Uniform numbers in the shape of another tensor. PyTorch's own numbers for the same seed.
 *
 * `x ~ U(0, 1)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.rand_like`
 *
 * @example
 * torch.rand_like(targets)
 */
export function rand_like(input: Tensor): Tensor;
/**
 * Integers from low up to, without, high. PyTorch's own numbers for the same seed.
 *
 * `x ~ U{low, …, high - 1}`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.randint`
 *
 * @example
 * torch.randint(0, 10, [64, 1])
 */
export function randint(low: number, high: number, size: readonly number[]): Tensor;
export function randint(options: { low: number; high: number; size: readonly number[] }): Tensor;
export function randint(low: number, options: { high: number; size: readonly number[] }): Tensor;
export function randint(low: number, high: number, options: { size: readonly number[] }): Tensor;
/**
 * Normal numbers of mean 0 and variance 1. PyTorch's own numbers for the same seed.
 *
 * `x ~ N(0, 1)`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.randn`
 *
 * @example
 * torch.randn(64, 1)
 */
export function randn(size: readonly number[], dtype?: DType | null, requires_grad?: boolean): Tensor;
export function randn(...size: number[]): Tensor;
export function randn(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean }): Tensor;
export function randn(size: readonly number[], dtype: DType, options: { requires_grad?: boolean }): Tensor;
/**
 * Normal numbers in the shape of another tensor. PyTorch's own numbers for the same seed.
 *
 * `x ~ N(0, 1)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.randn_like`
 *
 * @example
 * torch.randn_like(targets)
 */
export function randn_like(input: Tensor): Tensor;
/**
 * The integers below n in random order. PyTorch's own numbers for the same seed.
 *
 * `a permutation`
 *
 * - Shapes: [n].
 * - PyTorch: `torch.randperm`
 *
 * @example
 * torch.randperm(64)
 */
export function randperm(n: number): Tensor;
export function randperm(options: { n: number }): Tensor;
  export { variance as var };
  export const float32: "float32";
  export const float64: "float64";
  export const int64: "int64";
  export const bool: "bool";
  export const pi: number;
  export const inf: number;
  export const nan: number;
  export function is_tensor(value: unknown): value is Tensor;
  /** Computes without leaving a graph: no gradient flows through what is made here. */
  export function no_grad<T>(work: () => T): T;
  export function enable_grad<T>(work: () => T): T;
  /** Seeds the generator; the numbers after it are PyTorch's. */
  export function manual_seed(seed: number): void;
  export namespace autograd {
    /** The gradients of inputs, without touching any `grad`. */
    function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[], options?: { grad_outputs?: Tensor; retain_graph?: boolean; create_graph?: boolean; allow_unused?: boolean }): Tensor[];
  }
}

declare namespace nn {
  /** What a loss with a constructor extends: class MyLoss extends nn.Module { forward(predictions, targets) { … } } */
  class Module {
    training: boolean;
    forward(...inputs: any[]): any;
    parameters(): Tensor[];
    named_parameters(): [string, Tensor][];
    train(mode?: boolean): this;
    eval(): this;
  }
  /** A tensor that is trained along with the model: a learned weight of the loss. */
  const Parameter: new (data: Tensor, requires_grad?: boolean) => Tensor;
  /** x Wᵀ + b with PyTorch's initial parameters. */
  class Linear extends Module {
    constructor(in_features: number, out_features: number, bias?: boolean);
    readonly weight: Tensor;
    readonly bias: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  class Sequential extends Module {
    constructor(...layers: Module[]);
    forward(input: Tensor): Tensor;
  }
  class Tanh extends Module { forward(input: Tensor): Tensor; }
  class ReLU extends Module { forward(input: Tensor): Tensor; }
  class Sigmoid extends Module { forward(input: Tensor): Tensor; }
  class SiLU extends Module { forward(input: Tensor): Tensor; }
  /** Mean squared error: mean (input - target)². */
  class MSELoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Mean absolute error: mean |input - target|. Gradient 0 where they are equal. */
  class L1Loss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** ½ r² if |r| ≤ delta, else delta (|r| - ½ delta). */
  class HuberLoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none"; delta?: number });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** ½ r²/beta if |r| < beta, else |r| - ½ beta. */
  class SmoothL1Loss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none"; beta?: number });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  export import functional = F;
}

/** Shown in the page, bounded. */
declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};
