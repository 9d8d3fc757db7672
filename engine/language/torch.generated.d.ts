// Generated from the op registry: npm run generate.
type DType = "float32" | "float64" | "float16" | "bfloat16" | "int32" | "int64" | "int16" | "int8" | "uint8" | "bool";
/** start:stop:step of Python: what is not written is left out, so that {} is all of a dim. */
type Slice = { start?: number | null; stop?: number | null; step?: number | null };
type Index = number | boolean | Slice | null | "..." | Tensor | readonly number[];
type NestedNumbers = number | boolean | readonly NestedNumbers[];

/** Numbers in a shape, with the operations that led to them. */
declare class Tensor {
  private constructor();
  /** Sizes, the last dim last. A scalar has none. */
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly device: "cpu";
  /** Number of dims. */
  readonly ndim: number;
  /** Whether gradients are wanted here. */
  requires_grad: boolean;
  /** Made by hand, not computed. */
  readonly is_leaf: boolean;
  /** The gradient that backward left here. */
  grad: Tensor | null;
  /** The dims in reverse order. */
  readonly T: Tensor;
  /** How many elements. */
  numel(): number;
  /** x[index] = value: overwrites elements. */
  setitem(index: readonly Index[], value: Tensor | number): void;
  /** The last two dims exchanged. */
  readonly mT: Tensor;
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
  /** Overwrites every element. */
  fill_(value: Tensor | number): Tensor;
  zero_(): Tensor;
  copy_(source: Tensor): Tensor;
  /** The parts along the first dim, one by one. */
  [Symbol.iterator](): Iterator<Tensor>;
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
add(other: Tensor | number, alpha?: number): Tensor;
add(other: Tensor | number, options: { alpha?: number }): Tensor;
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
div(other: Tensor | number, rounding_mode?: string | null): Tensor;
div(other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.divide`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
divide(other: Tensor | number, rounding_mode?: string | null): Tensor;
divide(other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.true_divide`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
true_divide(other: Tensor | number, rounding_mode?: string | null): Tensor;
true_divide(other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
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
 * The product.
 *
 * `a · b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.multiply`; JAX: `a * b`; NumPy: `a * b`
 *
 * @example
 * predictions.mul(targets)
 */
multiply(other: Tensor | number): Tensor;
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
sub(other: Tensor | number, alpha?: number): Tensor;
sub(other: Tensor | number, options: { alpha?: number }): Tensor;
/**
 * The difference.
 *
 * `a - b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.subtract`; JAX: `a - b`; NumPy: `a - b`
 *
 * @example
 * predictions.sub(targets)
 */
subtract(other: Tensor | number, alpha?: number): Tensor;
subtract(other: Tensor | number, options: { alpha?: number }): Tensor;
/**
 * The quotient, rounded down.
 *
 * `⌊a / b⌋`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no derivative: backward refuses; div(a, b, { rounding_mode: "floor" }) has zeros.
 * - PyTorch: `torch.floor_divide`; JAX: `a // b`; NumPy: `a // b`
 *
 * @example
 * predictions.floor_divide(2)
 */
floor_divide(other: Tensor | number): Tensor;
/**
 * The larger of two.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b; beside NaN all to both.
 * - PyTorch: `torch.maximum`; JAX: `jnp.maximum(a, b)`; NumPy: `np.maximum(a, b)`
 *
 * @example
 * predictions.maximum(targets)
 */
maximum(other: Tensor): Tensor;
/**
 * The smaller of two.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b; beside NaN all to both.
 * - PyTorch: `torch.minimum`; JAX: `jnp.minimum(a, b)`; NumPy: `np.minimum(a, b)`
 *
 * @example
 * predictions.minimum(targets)
 */
minimum(other: Tensor): Tensor;
/**
 * The larger of two, the other where one is NaN.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: all to the left side where a = b.
 * - PyTorch: `torch.fmax`; JAX: `jnp.fmax(a, b)`; NumPy: `np.fmax(a, b)`
 *
 * @example
 * predictions.fmax(targets)
 */
fmax(other: Tensor): Tensor;
/**
 * The smaller of two, the other where one is NaN.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: all to the left side where a = b.
 * - PyTorch: `torch.fmin`; JAX: `jnp.fmin(a, b)`; NumPy: `np.fmin(a, b)`
 *
 * @example
 * predictions.fmin(targets)
 */
fmin(other: Tensor): Tensor;
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
 * What division leaves, with the sign of the dividend.
 *
 * `a - b · trunc(a/b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.fmod`; JAX: `jnp.fmod(a, b)`; NumPy: `np.fmod(a, b)`
 *
 * @example
 * predictions.fmod(targets)
 */
fmod(other: Tensor | number): Tensor;
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
pow(exponent: Tensor | number): Tensor;
/**
 * The angle of the point (b, a), with its sign.
 *
 * `arctan(a / b) in the right quadrant`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.atan2`; JAX: `jnp.arctan2(a, b)`; NumPy: `np.arctan2(a, b)`
 *
 * @example
 * predictions.atan2(targets)
 */
atan2(other: Tensor): Tensor;
/**
 * The angle of the point (b, a), with its sign.
 *
 * `arctan(a / b) in the right quadrant`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.arctan2`; JAX: `jnp.arctan2(a, b)`; NumPy: `np.arctan2(a, b)`
 *
 * @example
 * predictions.atan2(targets)
 */
arctan2(other: Tensor): Tensor;
/**
 * The size of the first with the sign of the second.
 *
 * `|a| · sign b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at a = 0.
 * - PyTorch: `torch.copysign`; JAX: `jnp.copysign(a, b)`; NumPy: `np.copysign(a, b)`
 *
 * @example
 * predictions.copysign(targets)
 */
copysign(other: Tensor | number): Tensor;
/**
 * 0 below zero, 1 above, the second operand at zero.
 *
 * `0 if a < 0, b if a = 0, 1 if a > 0`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.heaviside`; JAX: `jnp.heaviside(a, b)`; NumPy: `np.heaviside(a, b)`
 *
 * @example
 * predictions.heaviside(targets)
 */
heaviside(other: Tensor | number): Tensor;
/**
 * The length of (a, b), without overflow.
 *
 * `√(a² + b²)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.hypot`; JAX: `jnp.hypot(a, b)`; NumPy: `np.hypot(a, b)`
 *
 * @example
 * predictions.hypot(targets)
 */
hypot(other: Tensor): Tensor;
/**
 * log of the sum of two exponentials, without overflow.
 *
 * `ln(eᵃ + eᵇ)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.logaddexp`; JAX: `jnp.logaddexp(a, b)`; NumPy: `np.logaddexp(a, b)`
 *
 * @example
 * predictions.logaddexp(targets)
 */
logaddexp(other: Tensor): Tensor;
/**
 * log of the sum of two exponentials, without overflow.
 *
 * `log₂(2ᵃ + 2ᵇ)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.logaddexp2`; JAX: `jnp.logaddexp2(a, b)`; NumPy: `np.logaddexp2(a, b)`
 *
 * @example
 * predictions.logaddexp2(targets)
 */
logaddexp2(other: Tensor): Tensor;
/**
 * a log(b), 0 where a is 0: what entropies need.
 *
 * `a ln b, 0 at a = 0`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b > 0 where a ≠ 0.
 * - PyTorch: `torch.xlogy`; JAX: `jax.scipy.special.xlogy(a, b)`; NumPy: `scipy.special.xlogy(a, b)`
 *
 * @example
 * predictions.xlogy(targets)
 */
xlogy(other: Tensor | number): Tensor;
/**
 * A tensor plus a quotient of two others.
 *
 * `input + value · tensor1 / tensor2`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.addcdiv`
 *
 * @example
 * torch.addcdiv(targets, predictions, predictions, { value: 0.5 })
 */
addcdiv(tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
addcdiv(tensor1: Tensor, tensor2: Tensor, options: { value?: number }): Tensor;
/**
 * A tensor plus a product of two others.
 *
 * `input + value · tensor1 · tensor2`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.addcmul`
 *
 * @example
 * torch.addcmul(targets, predictions, predictions, { value: 0.5 })
 */
addcmul(tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
addcmul(tensor1: Tensor, tensor2: Tensor, options: { value?: number }): Tensor;
/**
 * A point on the way from one to the other.
 *
 * `a + weight (b - a)`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.lerp`; JAX: `a + weight * (b - a)`; NumPy: `a + weight * (b - a)`
 *
 * @example
 * targets.lerp(predictions, 0.1)
 */
lerp(end: Tensor, weight: Tensor | number): Tensor;
/**
 * And of bits, or of bools.
 *
 * `a and b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_and`; JAX: `jnp.bitwise_and(a, b)`; NumPy: `np.bitwise_and(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_and(targets.gt(0))
 */
bitwise_and(other: Tensor | number): Tensor;
/**
 * The opposite of bools; of integers, every bit.
 *
 * `not x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_not`; JAX: `jnp.bitwise_not(x)`; NumPy: `np.bitwise_not(x)`
 *
 * @example
 * targets.isnan().bitwise_not()
 */
bitwise_not(): Tensor;
/**
 * Or of bits, or of bools.
 *
 * `a or b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_or`; JAX: `jnp.bitwise_or(a, b)`; NumPy: `np.bitwise_or(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_or(targets.gt(0))
 */
bitwise_or(other: Tensor | number): Tensor;
/**
 * Xor of bits, or of bools.
 *
 * `a xor b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_xor`; JAX: `jnp.bitwise_xor(a, b)`; NumPy: `np.bitwise_xor(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_xor(targets.gt(0))
 */
bitwise_xor(other: Tensor | number): Tensor;
/**
 * Whether two tensors nearly agree everywhere.
 *
 * `all |a - b| ≤ atol + rtol |b|`
 *
 * - Shapes: two that broadcast in, true or false out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.allclose`; JAX: `jnp.allclose(a, b)`; NumPy: `np.allclose(a, b)`
 *
 * @example
 * torch.allclose(predictions, targets)
 */
allclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
allclose(other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
allclose(other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): boolean;
allclose(other: Tensor, rtol: number, atol: number, options: { equal_nan?: boolean }): boolean;
/**
 * Whether two tensors have the same shape and elements.
 *
 * `a = b everywhere`
 *
 * - Shapes: any in, true or false out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.equal`; JAX: `jnp.array_equal(a, b)`; NumPy: `np.array_equal(a, b)`
 *
 * @example
 * torch.equal(predictions, targets)
 */
equal(other: Tensor): boolean;
/**
 * True where two tensors nearly agree.
 *
 * `|a - b| ≤ atol + rtol |b|`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isclose`; JAX: `jnp.isclose(a, b)`; NumPy: `np.isclose(a, b)`
 *
 * @example
 * torch.isclose(predictions, targets)
 */
isclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
isclose(other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
isclose(other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): Tensor;
isclose(other: Tensor, rtol: number, atol: number, options: { equal_nan?: boolean }): Tensor;
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
 * The size of every element.
 *
 * `|x|`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.absolute`; JAX: `jnp.abs(x)`; NumPy: `np.abs(x)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
absolute(): Tensor;
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
 * Two to the power x.
 *
 * `2ˣ`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 at 128.
 * - PyTorch: `torch.exp2`; JAX: `jnp.exp2(x)`; NumPy: `np.exp2(x)`
 *
 * @example
 * predictions.sub(targets).exp2().mean()
 */
exp2(): Tensor;
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
 * The logarithm to base 10.
 *
 * `log₁₀ x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - PyTorch: `torch.log10`; JAX: `jnp.log10(x)`; NumPy: `np.log10(x)`
 *
 * @example
 * predictions.sub(targets).log10().mean()
 */
log10(): Tensor;
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
 * The logarithm to base 2.
 *
 * `log₂ x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - PyTorch: `torch.log2`; JAX: `jnp.log2(x)`; NumPy: `np.log2(x)`
 *
 * @example
 * predictions.sub(targets).log2().mean()
 */
log2(): Tensor;
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
 * The negative of every element.
 *
 * `-x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.negative`; JAX: `jnp.negative(x)`; NumPy: `np.negative(x)`
 *
 * @example
 * predictions.sub(targets).neg().mean()
 */
negative(): Tensor;
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
 * -1, 0 or 1.
 *
 * `x / |x|, 0 at 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere: nothing is learned through it.
 * - PyTorch: `torch.sgn`; JAX: `jnp.sign(x)`; NumPy: `np.sign(x)`
 *
 * @example
 * predictions.sub(targets).sign().mean()
 */
sgn(): Tensor;
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
 * The angle whose cosine is x.
 *
 * `arccos x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.acos`; JAX: `jnp.arccos(x)`; NumPy: `np.arccos(x)`
 *
 * @example
 * predictions.sub(targets).acos().mean()
 */
acos(): Tensor;
/**
 * The angle whose cosine is x.
 *
 * `arccos x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.arccos`; JAX: `jnp.arccos(x)`; NumPy: `np.arccos(x)`
 *
 * @example
 * predictions.sub(targets).acos().mean()
 */
arccos(): Tensor;
/**
 * The inverse of cosh.
 *
 * `ln(x + √(x² - 1))`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 1, NaN below.
 * - Gradient at kinks: infinite at 1.
 * - PyTorch: `torch.acosh`; JAX: `jnp.arccosh(x)`; NumPy: `np.arccosh(x)`
 *
 * @example
 * predictions.sub(targets).acosh().mean()
 */
acosh(): Tensor;
/**
 * The inverse of cosh.
 *
 * `ln(x + √(x² - 1))`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 1, NaN below.
 * - Gradient at kinks: infinite at 1.
 * - PyTorch: `torch.arccosh`; JAX: `jnp.arccosh(x)`; NumPy: `np.arccosh(x)`
 *
 * @example
 * predictions.sub(targets).acosh().mean()
 */
arccosh(): Tensor;
/**
 * The angle whose sine is x.
 *
 * `arcsin x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.asin`; JAX: `jnp.arcsin(x)`; NumPy: `np.arcsin(x)`
 *
 * @example
 * predictions.sub(targets).asin().mean()
 */
asin(): Tensor;
/**
 * The angle whose sine is x.
 *
 * `arcsin x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.arcsin`; JAX: `jnp.arcsin(x)`; NumPy: `np.arcsin(x)`
 *
 * @example
 * predictions.sub(targets).asin().mean()
 */
arcsin(): Tensor;
/**
 * The inverse of sinh: a logarithm that knows signs.
 *
 * `ln(x + √(x² + 1))`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.asinh`; JAX: `jnp.arcsinh(x)`; NumPy: `np.arcsinh(x)`
 *
 * @example
 * predictions.sub(targets).asinh().mean()
 */
asinh(): Tensor;
/**
 * The inverse of sinh: a logarithm that knows signs.
 *
 * `ln(x + √(x² + 1))`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.arcsinh`; JAX: `jnp.arcsinh(x)`; NumPy: `np.arcsinh(x)`
 *
 * @example
 * predictions.sub(targets).asinh().mean()
 */
arcsinh(): Tensor;
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
 * The angle whose tangent is x.
 *
 * `arctan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.arctan`; JAX: `jnp.arctan(x)`; NumPy: `np.arctan(x)`
 *
 * @example
 * predictions.sub(targets).atan().mean()
 */
arctan(): Tensor;
/**
 * The inverse of tanh.
 *
 * `½ ln((1 + x)/(1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: |x| < 1, ±∞ at ±1, NaN beyond.
 * - PyTorch: `torch.atanh`; JAX: `jnp.arctanh(x)`; NumPy: `np.arctanh(x)`
 *
 * @example
 * predictions.sub(targets).atanh().mean()
 */
atanh(): Tensor;
/**
 * The inverse of tanh.
 *
 * `½ ln((1 + x)/(1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: |x| < 1, ±∞ at ±1, NaN beyond.
 * - PyTorch: `torch.arctanh`; JAX: `jnp.arctanh(x)`; NumPy: `np.arctanh(x)`
 *
 * @example
 * predictions.sub(targets).atanh().mean()
 */
arctanh(): Tensor;
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
 * Degrees as radians.
 *
 * `x π/180`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.deg2rad`; JAX: `jnp.deg2rad(x)`; NumPy: `np.deg2rad(x)`
 *
 * @example
 * predictions.sub(targets).deg2rad().mean()
 */
deg2rad(): Tensor;
/**
 * Radians as degrees.
 *
 * `x 180/π`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.rad2deg`; JAX: `jnp.rad2deg(x)`; NumPy: `np.rad2deg(x)`
 *
 * @example
 * predictions.sub(targets).rad2deg().mean()
 */
rad2deg(): Tensor;
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
 * The tangent of radians.
 *
 * `tan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tan`; JAX: `jnp.tan(x)`; NumPy: `np.tan(x)`
 *
 * @example
 * predictions.sub(targets).tan().mean()
 */
tan(): Tensor;
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
 * The derivative of lgamma.
 *
 * `ψ(x) = d/dx ln Γ(x)`
 *
 * - Shapes: same as input.
 * - Domain: poles at 0, -1, -2, ….
 * - PyTorch: `torch.digamma`; JAX: `jax.scipy.special.digamma(x)`; NumPy: `scipy.special.digamma(x)`
 *
 * @example
 * predictions.sub(targets).digamma().mean()
 */
digamma(): Tensor;
/**
 * The error function.
 *
 * `2/√π ∫₀ˣ e^(-t²) dt`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.erf`; JAX: `jax.lax.erf(x)`; NumPy: `scipy.special.erf(x)`
 *
 * @example
 * predictions.sub(targets).erf().mean()
 */
erf(): Tensor;
/**
 * 1 - erf(x), accurate where erf is near 1.
 *
 * `1 - erf x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.erfc`; JAX: `jax.lax.erfc(x)`; NumPy: `scipy.special.erfc(x)`
 *
 * @example
 * predictions.sub(targets).erfc().mean()
 */
erfc(): Tensor;
/**
 * The inverse of erf.
 *
 * `erf⁻¹ x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1; ±∞ at ±1.
 * - PyTorch: `torch.erfinv`; JAX: `jax.scipy.special.erfinv(x)`; NumPy: `scipy.special.erfinv(x)`
 *
 * @example
 * predictions.sub(targets).erfinv().mean()
 */
erfinv(): Tensor;
/**
 * The logarithm of the gamma function's size: ln (x - 1)! at whole x.
 *
 * `ln |Γ(x)|`
 *
 * - Shapes: same as input.
 * - Domain: ∞ at 0, -1, -2, ….
 * - PyTorch: `torch.lgamma`; JAX: `jax.scipy.special.gammaln(x)`; NumPy: `scipy.special.gammaln(x)`
 *
 * @example
 * predictions.sub(targets).lgamma().mean()
 */
lgamma(): Tensor;
/**
 * The modified Bessel function of order 0.
 *
 * `I₀(x) = Σ (x²/4)ᵏ / k!²`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.i0`; JAX: `jax.scipy.special.i0(x)`; NumPy: `scipy.special.i0(x)`
 *
 * @example
 * predictions.sub(targets).i0().mean()
 */
i0(): Tensor;
/**
 * The lower incomplete gamma function, regularized.
 *
 * `∫₀ᵇ t^(a - 1) e⁻ᵗ dt / Γ(a)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: both at least 0.
 * - PyTorch: `torch.igamma`; JAX: `jax.scipy.special.gammainc(a, b)`; NumPy: `scipy.special.gammainc(a, b)`
 *
 * @example
 * torch.igamma(torch.rand(8).add(1), torch.rand(8))
 */
igamma(other: Tensor | number): Tensor;
/**
 * The upper incomplete gamma function, regularized.
 *
 * `1 - igamma(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: both at least 0.
 * - PyTorch: `torch.igammac`; JAX: `jax.scipy.special.gammaincc(a, b)`; NumPy: `scipy.special.gammaincc(a, b)`
 *
 * @example
 * torch.igammac(torch.rand(8).add(1), torch.rand(8))
 */
igammac(other: Tensor | number): Tensor;
/**
 * The normalized sinc.
 *
 * `sin(πx)/(πx), 1 at 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sinc`; JAX: `jnp.sinc(x)`; NumPy: `np.sinc(x)`
 *
 * @example
 * predictions.sub(targets).sinc().mean()
 */
sinc(): Tensor;
/**
 * The logarithm of the gamma function of p dims, as Wishart's density has it.
 *
 * `p(p-1)/4 ln π + Σ_{j<p} ln Γ(x - j/2)`
 *
 * - Shapes: same as input.
 * - Domain: x > (p - 1)/2.
 * - PyTorch: `torch.mvlgamma`; JAX: `jax.scipy.special.multigammaln(x, p)`; NumPy: `scipy.special.multigammaln(x, p)`
 *
 * @example
 * torch.mvlgamma(torch.rand(8).add(2), 3)
 */
mvlgamma(p: number): Tensor;
mvlgamma(options: { p: number }): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input; bounds may be tensors that broadcast.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clamp`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
clamp(min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
clamp(options: { min?: Tensor | number | null; max?: Tensor | number | null }): Tensor;
clamp(min: Tensor | number, options: { max?: Tensor | number | null }): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input; bounds may be tensors that broadcast.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clip`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
clip(min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
clip(options: { min?: Tensor | number | null; max?: Tensor | number | null }): Tensor;
clip(min: Tensor | number, options: { max?: Tensor | number | null }): Tensor;
/**
 * No element below min.
 *
 * `max(x, min)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bound: the gradient passes.
 * - PyTorch: `torch.clamp_min`; JAX: `jnp.maximum(x, min)`; NumPy: `np.maximum(x, min)`
 *
 * @example
 * predictions.clamp_min(0)
 */
clamp_min(min: Tensor | number): Tensor;
/**
 * No element above max.
 *
 * `min(x, max)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bound: the gradient passes.
 * - PyTorch: `torch.clamp_max`; JAX: `jnp.minimum(x, max)`; NumPy: `np.minimum(x, max)`
 *
 * @example
 * predictions.clamp_max(0)
 */
clamp_max(max: Tensor | number): Tensor;
/**
 * The inverse of the sigmoid.
 *
 * `ln(x / (1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: 0 < x < 1; eps keeps x within [eps, 1 - eps].
 * - Gradient at kinks: 0 outside [eps, 1 - eps].
 * - PyTorch: `torch.logit`; JAX: `jax.scipy.special.logit(x)`; NumPy: `scipy.special.logit(x)`
 *
 * @example
 * torch.logit(predictions.sigmoid(), 1e-6)
 */
logit(eps?: number | null): Tensor;
logit(options: { eps?: number | null }): Tensor;
/**
 * With numbers in the place of NaN and the infinities.
 *
 * `nan, posinf or neginf where x is not finite, else x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 where an element was replaced.
 * - PyTorch: `torch.nan_to_num`; JAX: `jnp.nan_to_num(x)`; NumPy: `np.nan_to_num(x)`
 *
 * @example
 * torch.nan_to_num(predictions, 0)
 */
nan_to_num(nan?: number, posinf?: number | null, neginf?: number | null): Tensor;
nan_to_num(options: { nan?: number; posinf?: number | null; neginf?: number | null }): Tensor;
nan_to_num(nan: number, options: { posinf?: number | null; neginf?: number | null }): Tensor;
nan_to_num(nan: number, posinf: number, options: { neginf?: number | null }): Tensor;
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
 * What is behind the decimal point, with its sign.
 *
 * `x - trunc x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 everywhere.
 * - PyTorch: `torch.frac`; JAX: `jnp.modf(x)[0]`; NumPy: `np.modf(x)[0]`
 *
 * @example
 * predictions.sub(targets).frac().mean()
 */
frac(): Tensor;
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
 * The integer part.
 *
 * `x towards 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.fix`; JAX: `jnp.trunc(x)`; NumPy: `np.trunc(x)`
 *
 * @example
 * predictions.sub(targets).trunc().mean()
 */
fix(): Tensor;
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
 * True where a ≥ b.
 *
 * `a ≥ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.greater_equal`; JAX: `a >= b`; NumPy: `a >= b`
 *
 * @example
 * predictions.ge(0).float()
 */
greater_equal(other: Tensor | number): Tensor;
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
 * True where a > b.
 *
 * `a > b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.greater`; JAX: `a > b`; NumPy: `a > b`
 *
 * @example
 * predictions.gt(0).float()
 */
greater(other: Tensor | number): Tensor;
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
 * True where a ≤ b.
 *
 * `a ≤ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.less_equal`; JAX: `a <= b`; NumPy: `a <= b`
 *
 * @example
 * predictions.le(0).float()
 */
less_equal(other: Tensor | number): Tensor;
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
 * True where a or b, not both.
 *
 * `a or b, not both`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_xor`; JAX: `jnp.logical_xor(a, b)`; NumPy: `np.logical_xor(a, b)`
 *
 * @example
 * predictions.logical_xor(0).float()
 */
logical_xor(other: Tensor | number): Tensor;
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
 * True where a < b.
 *
 * `a < b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.less`; JAX: `a < b`; NumPy: `a < b`
 *
 * @example
 * predictions.lt(0).float()
 */
less(other: Tensor | number): Tensor;
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
 * True where a ≠ b.
 *
 * `a ≠ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.not_equal`; JAX: `a != b`; NumPy: `a != b`
 *
 * @example
 * predictions.ne(0).float()
 */
not_equal(other: Tensor | number): Tensor;
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
sum(dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
sum(options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
sum(dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
sum(dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
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
mean(dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
mean(options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
mean(dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
mean(dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * The variance, unbiased unless said otherwise.
 *
 * `Σ (x - mean)² / (n - 1)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - PyTorch: `torch.var`; JAX: `jnp.var(x, axis=dim, ddof=1)`; NumPy: `np.var(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().var()
 */
var(dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): Tensor;
var(options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
var(dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
var(dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): Tensor;
var(dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): Tensor;
/**
 * The standard deviation, unbiased unless said otherwise.
 *
 * `√(Σ (x - mean)² / (n - 1))`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - Gradient at kinks: 0 where all elements are equal.
 * - PyTorch: `torch.std`; JAX: `jnp.std(x, axis=dim, ddof=1)`; NumPy: `np.std(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().std()
 */
std(dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): Tensor;
std(options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
std(dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
std(dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): Tensor;
std(dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): Tensor;
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
max(dim: number, options: { keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
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
min(dim: number, options: { keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
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
 * predictions.logsumexp(1)
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
 * - Gradient at kinks: 0 where the norm is 0; for p = ∞ shared equally among ties.
 * - PyTorch: `torch.norm`; JAX: `jnp.linalg.norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * predictions.sub(targets).abs().norm()
 */
norm(p?: number, dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
norm(options: { p?: number; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
norm(p: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
norm(p: number, dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
norm(p: number, dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * The product of the elements.
 *
 * `Π x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: defined at zeros too: the product of the others.
 * - PyTorch: `torch.prod`; JAX: `jnp.prod(x, axis=dim, keepdims=keepdim)`; NumPy: `np.prod(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().prod()
 */
prod(dim?: number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
prod(options: { dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
prod(dim: number, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
prod(dim: number, keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * True if all elements are not zero.
 *
 * `∀ x ≠ 0`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.all`; JAX: `jnp.all(x, axis=dim, keepdims=keepdim)`; NumPy: `np.all(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.gt(0).all()
 */
all(dim?: number | null, keepdim?: boolean): Tensor;
all(options: { dim?: number | null; keepdim?: boolean }): Tensor;
all(dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * True if any element is not zero.
 *
 * `∃ x ≠ 0`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.any`; JAX: `jnp.any(x, axis=dim, keepdims=keepdim)`; NumPy: `np.any(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.gt(0).any()
 */
any(dim?: number | null, keepdim?: boolean): Tensor;
any(options: { dim?: number | null; keepdim?: boolean }): Tensor;
any(dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * How many elements are not zero.
 *
 * `#{x ≠ 0}`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: a count.
 * - PyTorch: `torch.count_nonzero`; JAX: `jnp.count_nonzero(x, axis=dim, keepdims=keepdim)`; NumPy: `np.count_nonzero(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().count_nonzero()
 */
count_nonzero(dim?: number | readonly number[] | null): Tensor;
count_nonzero(options: { dim?: number | readonly number[] | null }): Tensor;
/**
 * The mean of the elements that are not NaN.
 *
 * `Σ x / n over x ≠ NaN`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where NaN.
 * - PyTorch: `torch.nanmean`; JAX: `jnp.nanmean(x, axis=dim, keepdims=keepdim)`; NumPy: `np.nanmean(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().nanmean()
 */
nanmean(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
nanmean(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
nanmean(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The sum of the elements that are not NaN.
 *
 * `Σ x over x ≠ NaN`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where NaN.
 * - PyTorch: `torch.nansum`; JAX: `jnp.nansum(x, axis=dim, keepdims=keepdim)`; NumPy: `np.nansum(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().nansum()
 */
nansum(dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
nansum(options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
nansum(dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The k-th smallest element along a dim, and where it is.
 *
 * `x₍ₖ₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: all to the index returned.
 * - PyTorch: `torch.kthvalue`; JAX: `jnp.sort(x)[k - 1]`; NumPy: `np.sort(x)[k - 1]`
 *
 * @example
 * predictions.flatten().kthvalue(3)
 */
kthvalue(k: number, dim?: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
kthvalue(options: { k: number; dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
kthvalue(k: number, options: { dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
kthvalue(k: number, dim: number, options: { keepdim?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The middle element, the lower of two; with dim also where it is.
 *
 * `x₍⌊(n-1)/2⌋₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.median`; JAX: `jnp.median(x) takes the mean of the two in the middle`; NumPy: `np.median(x) takes the mean of the two in the middle`
 *
 * @example
 * predictions.sub(targets).abs().median()
 */
median(dim?: number | null, keepdim?: boolean): Tensor | { values: Tensor; indices: Tensor };
median(options: { dim?: number | null; keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
median(dim: number, options: { keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
/**
 * The most frequent element along a dim, the smallest of several, and where it is last.
 *
 * `argmax count(x)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: all to the index returned.
 * - PyTorch: `torch.mode`; JAX: `jax.scipy.stats.mode(x)`; NumPy: `scipy.stats.mode(x)`
 *
 * @example
 * targets.flatten().mode().values
 */
mode(dim?: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
mode(options: { dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
mode(dim: number, options: { keepdim?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The middle element of those that are not NaN, the lower of two; with dim also where it is.
 *
 * `x₍⌊(n-1)/2⌋₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.nanmedian`; JAX: `jnp.nanmedian(x) takes the mean of the two in the middle`; NumPy: `np.nanmedian(x) takes the mean of the two in the middle`
 *
 * @example
 * predictions.sub(targets).abs().nanmedian()
 */
nanmedian(dim?: number | null, keepdim?: boolean): Tensor | { values: Tensor; indices: Tensor };
nanmedian(options: { dim?: number | null; keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
nanmedian(dim: number, options: { keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
/**
 * The value below which a share q of the elements lies, between neighbours if need be.
 *
 * `x₍q (n-1)₎, interpolated`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared by the two neighbours according to their weights.
 * - PyTorch: `torch.quantile`; JAX: `jnp.quantile(x, q, axis=dim)`; NumPy: `np.quantile(x, q, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().quantile(0.9)
 */
quantile(q: Tensor | number, dim?: number | null, keepdim?: boolean, interpolation?: string): Tensor;
quantile(q: Tensor | number, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
quantile(q: Tensor | number, dim: number, options: { keepdim?: boolean; interpolation?: string }): Tensor;
quantile(q: Tensor | number, dim: number, keepdim: boolean, options: { interpolation?: string }): Tensor;
/**
 * The value below which a share q of the elements lies, between neighbours if need be.
 *
 * `x₍q (n-1)₎, interpolated`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared by the two neighbours according to their weights.
 * - PyTorch: `torch.nanquantile`; JAX: `jnp.nanquantile(x, q, axis=dim)`; NumPy: `np.nanquantile(x, q, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().quantile(0.9)
 */
nanquantile(q: Tensor | number, dim?: number | null, keepdim?: boolean, interpolation?: string): Tensor;
nanquantile(q: Tensor | number, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
nanquantile(q: Tensor | number, dim: number, options: { keepdim?: boolean; interpolation?: string }): Tensor;
nanquantile(q: Tensor | number, dim: number, keepdim: boolean, options: { interpolation?: string }): Tensor;
/**
 * The correlations of variables, each a row of observations.
 *
 * `covᵢⱼ / √(covᵢᵢ covⱼⱼ)`
 *
 * - Shapes: [variables, observations] to [variables, variables]; one variable to a scalar.
 * - Domain: NaN for a variable that does not vary.
 * - Gradient at kinks: 1 where rounding would leave [-1, 1].
 * - PyTorch: `torch.corrcoef`; JAX: `jnp.corrcoef(x)`; NumPy: `np.corrcoef(x)`
 *
 * @example
 * torch.corrcoef(torch.cat([predictions, targets], 1).t())
 */
corrcoef(): Tensor;
/**
 * The covariances of variables, each a row of observations.
 *
 * `Σ wₖ (xᵢₖ - x̄ᵢ)(xⱼₖ - x̄ⱼ) / (n - correction); aweights w weigh observations, fweights repeat them`
 *
 * - Shapes: [variables, observations] to [variables, variables]; one variable to a scalar.
 * - Domain: infinite or NaN where no more than correction observations are left.
 * - PyTorch: `torch.cov`; JAX: `jnp.cov(x, ddof=correction)`; NumPy: `np.cov(x, ddof=correction)`
 *
 * @example
 * torch.cov(torch.cat([predictions, targets], 1).t())
 */
cov(correction?: number, fweights?: Tensor | null, aweights?: Tensor | null): Tensor;
cov(options: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
cov(correction: number, options: { fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
cov(correction: number, fweights: Tensor, options: { aweights?: Tensor | null }): Tensor;
/**
 * The largest so far, and where it is.
 *
 * `yᵢ = max_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: all to the index returned, the last of several.
 * - PyTorch: `torch.cummax`; JAX: `jax.lax.cummax(x, axis=dim)`; NumPy: `np.maximum.accumulate(x, axis=dim)`
 *
 * @example
 * predictions.cummax(0)
 */
cummax(dim: number): { values: Tensor; indices: Tensor };
cummax(options: { dim: number }): { values: Tensor; indices: Tensor };
/**
 * The smallest so far, and where it is.
 *
 * `yᵢ = min_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: all to the index returned, the last of several.
 * - PyTorch: `torch.cummin`; JAX: `jax.lax.cummin(x, axis=dim)`; NumPy: `np.minimum.accumulate(x, axis=dim)`
 *
 * @example
 * predictions.cummin(0)
 */
cummin(dim: number): { values: Tensor; indices: Tensor };
cummin(options: { dim: number }): { values: Tensor; indices: Tensor };
/**
 * The products so far.
 *
 * `yᵢ = Π_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: defined at zeros too.
 * - PyTorch: `torch.cumprod`; JAX: `jnp.cumprod(x, axis=dim)`; NumPy: `np.cumprod(x, axis=dim)`
 *
 * @example
 * predictions.cumprod(0)
 */
cumprod(dim: number, dtype?: DType | null): Tensor;
cumprod(options: { dim: number; dtype?: DType | null }): Tensor;
cumprod(dim: number, options: { dtype?: DType | null }): Tensor;
/**
 * The sums so far.
 *
 * `yᵢ = Σ_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.cumsum`; JAX: `jnp.cumsum(x, axis=dim)`; NumPy: `np.cumsum(x, axis=dim)`
 *
 * @example
 * predictions.cumsum(0)
 */
cumsum(dim: number, dtype?: DType | null): Tensor;
cumsum(options: { dim: number; dtype?: DType | null }): Tensor;
cumsum(dim: number, options: { dtype?: DType | null }): Tensor;
/**
 * log of the sums of exponentials so far, without overflow.
 *
 * `yᵢ = ln Σ_{j ≤ i} e^xⱼ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.logcumsumexp`; JAX: `jax.lax.cumlogsumexp(x, axis=dim)`
 *
 * @example
 * predictions.logcumsumexp(0)
 */
logcumsumexp(dim: number): Tensor;
logcumsumexp(options: { dim: number }): Tensor;
/**
 * The indices that would put the elements in order.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argsort`; JAX: `jnp.argsort(x, axis=dim)`; NumPy: `np.argsort(x, axis=dim)`
 *
 * @example
 * predictions.flatten().argsort()
 */
argsort(dim?: number, descending?: boolean, stable?: boolean): Tensor;
argsort(options: { dim?: number; descending?: boolean; stable?: boolean }): Tensor;
argsort(dim: number, options: { descending?: boolean; stable?: boolean }): Tensor;
argsort(dim: number, descending: boolean, options: { stable?: boolean }): Tensor;
/**
 * The elements in order along the first dim.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.msort`; JAX: `jnp.sort(x, axis=dim)`; NumPy: `np.sort(x, axis=dim)`
 *
 * @example
 * torch.msort(predictions)
 */
msort(): Tensor;
/**
 * The elements in order along a dim, and where each came from.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.sort`; JAX: `jnp.sort(x, axis=dim)`; NumPy: `np.sort(x, axis=dim)`
 *
 * @example
 * predictions.flatten().sort().values
 */
sort(dim?: number, descending?: boolean, stable?: boolean): { values: Tensor; indices: Tensor };
sort(options: { dim?: number; descending?: boolean; stable?: boolean }): { values: Tensor; indices: Tensor };
sort(dim: number, options: { descending?: boolean; stable?: boolean }): { values: Tensor; indices: Tensor };
sort(dim: number, descending: boolean, options: { stable?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The k largest elements along a dim, and where they are.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: k along dim, twice: values and indices.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.topk`; JAX: `jax.lax.top_k(x, k)`; NumPy: `np.sort(x)[..., ::-1][..., :k]`
 *
 * @example
 * losses.flatten().topk(8).values.mean()
 */
topk(k: number, dim?: number, largest?: boolean, sorted?: boolean): { values: Tensor; indices: Tensor };
topk(options: { k: number; dim?: number; largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
topk(k: number, options: { dim?: number; largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
topk(k: number, dim: number, options: { largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
topk(k: number, dim: number, largest: boolean, options: { sorted?: boolean }): { values: Tensor; indices: Tensor };
/**
 * Every different element once, in order.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: [number of different elements].
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.unique`; JAX: `jnp.unique(x)`; NumPy: `np.unique(x)`
 *
 * @example
 * targets.unique()
 */
unique(sorted?: boolean, return_inverse?: boolean, return_counts?: boolean): Tensor;
unique(options: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean }): Tensor;
unique(sorted: boolean, options: { return_inverse?: boolean; return_counts?: boolean }): Tensor;
unique(sorted: boolean, return_inverse: boolean, options: { return_counts?: boolean }): Tensor;
/**
 * Sizes of 1 repeated without copying.
 *
 * `the same elements`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.broadcast_to`; JAX: `jnp.broadcast_to(x, shape)`; NumPy: `np.broadcast_to(x, shape)`
 *
 * @example
 * torch.broadcast_to(targets, [64, 3])
 */
broadcast_to(size: readonly number[]): Tensor;
broadcast_to(...size: number[]): Tensor;
/**
 * The same elements, lying in order: itself if they do already.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.contiguous`; JAX: `x`; NumPy: `np.ascontiguousarray(x)`
 *
 * @example
 * x.t().contiguous()
 */
contiguous(): Tensor;
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
 * Sizes of 1 repeated up to the shape of another tensor.
 *
 * `the same elements`
 *
 * - Shapes: that of other.
 * - PyTorch: `x.expand_as`
 *
 * @example
 * predictions.expand_as(targets)
 */
expand_as(other: Tensor): Tensor;
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
 * All elements in one dim.
 *
 * `the same elements`
 *
 * - Shapes: one dim.
 * - PyTorch: `torch.ravel`; JAX: `x.ravel()`; NumPy: `x.ravel()`
 *
 * @example
 * predictions.ravel()
 */
ravel(): Tensor;
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
 * The same elements in the shape of another tensor.
 *
 * `the same elements`
 *
 * - Shapes: that of other.
 * - PyTorch: `x.reshape_as`
 *
 * @example
 * predictions.reshape_as(targets)
 */
reshape_as(other: Tensor): Tensor;
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
squeeze(dim?: number | readonly number[] | null): Tensor;
squeeze(options: { dim?: number | readonly number[] | null }): Tensor;
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
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.swapaxes`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
swapaxes(dim0: number, dim1: number): Tensor;
swapaxes(options: { dim0: number; dim1: number }): Tensor;
swapaxes(dim0: number, options: { dim1: number }): Tensor;
/**
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.swapdims`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
swapdims(dim0: number, dim1: number): Tensor;
swapdims(options: { dim0: number; dim1: number }): Tensor;
swapdims(dim0: number, options: { dim1: number }): Tensor;
/**
 * One dim as several.
 *
 * `the same elements`
 *
 * - Shapes: the sizes in the place of the dim.
 * - PyTorch: `torch.unflatten`
 *
 * @example
 * x.unflatten(1, [2, 3])
 */
unflatten(dim: number, sizes: readonly number[]): Tensor;
unflatten(options: { dim: number; sizes: readonly number[] }): Tensor;
unflatten(dim: number, options: { sizes: readonly number[] }): Tensor;
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
 * The same elements in the shape of another tensor.
 *
 * `the same elements`
 *
 * - Shapes: that of other.
 * - PyTorch: `x.view_as`
 *
 * @example
 * predictions.view_as(targets)
 */
view_as(other: Tensor): Tensor;
/**
 * Summed over the dims that broadcasting a tensor of this size would add.
 *
 * `Σ x over the dims that are 1 or absent in size`
 *
 * - Shapes: size, which must broadcast to the shape of input.
 * - PyTorch: `x.sum_to_size`
 *
 * @example
 * predictions.sum_to_size(1, 1)
 */
sum_to_size(size: readonly number[]): Tensor;
sum_to_size(...size: number[]): Tensor;
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
 * Elements by index: numbers, slices, masks, tensors of places.
 *
 * `x[index]`
 *
 * - Shapes: a number takes its dim away, a slice shortens it, a mask makes one dim of the elements it lets through.
 * - PyTorch: `x.getitem`; JAX: `x[index]`; NumPy: `x[index]`
 *
 * @example
 * predictions.getitem([{ start: 1, stop: null, step: null }])
 */
getitem(index: readonly Index[]): Tensor;
getitem(options: { index: readonly Index[] }): Tensor;
/**
 * A copy in which the elements at an index are others.
 *
 * `y = x, y[index] = values`
 *
 * - Shapes: same as input; values broadcast to the shape of x[index].
 * - Gradient at kinks: where places repeat, the last value stands and gets the gradient of each.
 * - PyTorch: `x.index_put`; JAX: `x.at[index].set(values)`; NumPy: `x[index] = values`
 *
 * @example
 * predictions.index_put([targets.gt(0)], 0)
 */
index_put(indices: readonly Index[], values: Tensor | number): Tensor;
index_put(options: { indices: readonly Index[]; values: Tensor | number }): Tensor;
index_put(indices: readonly Index[], options: { values: Tensor | number }): Tensor;
/**
 * For every place of the index, the element that it names along a dim.
 *
 * `y_ij = x_i,index_ij for dim = 1`
 *
 * - Shapes: that of index.
 * - PyTorch: `torch.gather`; JAX: `jnp.take_along_axis(x, index, dim)`; NumPy: `np.take_along_axis(x, index, dim)`
 *
 * @example
 * logProbs.gather(1, labels.unsqueeze(1))
 */
gather(dim: number, index: Tensor): Tensor;
gather(options: { dim: number; index: Tensor }): Tensor;
gather(dim: number, options: { index: Tensor }): Tensor;
/**
 * The rows (or slices of another dim) that an index names.
 *
 * `y_i = x_index_i`
 *
 * - Shapes: dim has the size of index.
 * - PyTorch: `torch.index_select`; JAX: `jnp.take(x, index, dim)`; NumPy: `np.take(x, index, dim)`
 *
 * @example
 * predictions.index_select(0, order)
 */
index_select(dim: number, index: Tensor): Tensor;
index_select(options: { dim: number; index: Tensor }): Tensor;
index_select(dim: number, options: { index: Tensor }): Tensor;
/**
 * Elements by their place in row-major order.
 *
 * `y_i = x.flatten()_index_i`
 *
 * - Shapes: that of index.
 * - PyTorch: `torch.take`; JAX: `jnp.take(x, index)`; NumPy: `np.take(x, index)`
 *
 * @example
 * torch.take(predictions, torch.tensor([0, 2]))
 */
take(index: Tensor): Tensor;
/**
 * gather, with index and input broadcast against each other.
 *
 * `y_ij = x_i,index_ij for dim = 1`
 *
 * - Shapes: input and index broadcast but for dim.
 * - PyTorch: `torch.take_along_dim`; JAX: `jnp.take_along_axis(x, index, dim)`; NumPy: `np.take_along_axis(x, index, dim)`
 *
 * @example
 * losses.take_along_dim(order, 0)
 */
take_along_dim(indices: Tensor, dim?: number | null): Tensor;
take_along_dim(indices: Tensor, options: { dim?: number | null }): Tensor;
/**
 * A copy with rows added to the rows an index names.
 *
 * `y_index_i += alpha · source_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_add`; JAX: `x.at[index].add(source)`; NumPy: `np.add.at(x, index, source)`
 *
 * @example
 * torch.zeros(5).index_add(0, bins, losses)
 */
index_add(dim: number, index: Tensor, source: Tensor, alpha?: number): Tensor;
index_add(options: { dim: number; index: Tensor; source: Tensor; alpha?: number }): Tensor;
index_add(dim: number, options: { index: Tensor; source: Tensor; alpha?: number }): Tensor;
index_add(dim: number, index: Tensor, options: { source: Tensor; alpha?: number }): Tensor;
index_add(dim: number, index: Tensor, source: Tensor, options: { alpha?: number }): Tensor;
/**
 * A copy with rows put in the place of the rows an index names.
 *
 * `y_index_i = source_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_copy`; JAX: `x.at[index].set(source)`; NumPy: `x[index] = source`
 *
 * @example
 * torch.zeros(5).index_copy(0, torch.tensor([1, 3]), torch.rand(2))
 */
index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
index_copy(options: { dim: number; index: Tensor; source: Tensor }): Tensor;
index_copy(dim: number, options: { index: Tensor; source: Tensor }): Tensor;
index_copy(dim: number, index: Tensor, options: { source: Tensor }): Tensor;
/**
 * A copy with one number in the rows an index names.
 *
 * `y_index_i = value`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_fill`; JAX: `x.at[index].set(value)`; NumPy: `x[index] = value`
 *
 * @example
 * predictions.index_fill(0, order, 0)
 */
index_fill(dim: number, index: Tensor, value: Tensor | number): Tensor;
index_fill(options: { dim: number; index: Tensor; value: Tensor | number }): Tensor;
index_fill(dim: number, options: { index: Tensor; value: Tensor | number }): Tensor;
index_fill(dim: number, index: Tensor, options: { value: Tensor | number }): Tensor;
/**
 * A copy with values put at the places an index names.
 *
 * `y_i,index_ij = src_ij for dim = 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.scatter`; JAX: `x.at[index].set(src)`; NumPy: `np.put_along_axis(x, index, src, dim)`
 *
 * @example
 * torch.zeros(4, 3).scatter(1, labels, 1)
 */
scatter(dim: number, index: Tensor, src: Tensor | number, reduce?: string | null): Tensor;
scatter(options: { dim: number; index: Tensor; src: Tensor | number; reduce?: string | null }): Tensor;
scatter(dim: number, options: { index: Tensor; src: Tensor | number; reduce?: string | null }): Tensor;
scatter(dim: number, index: Tensor, options: { src: Tensor | number; reduce?: string | null }): Tensor;
scatter(dim: number, index: Tensor, src: Tensor | number, options: { reduce?: string | null }): Tensor;
/**
 * A copy with values added at the places an index names.
 *
 * `y_i,index_ij += src_ij for dim = 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.scatter_add`; JAX: `x.at[index].add(src)`; NumPy: `np.add.at(x, index, src)`
 *
 * @example
 * torch.zeros(5).scatter_add(0, bins, losses)
 */
scatter_add(dim: number, index: Tensor, src: Tensor | number): Tensor;
scatter_add(options: { dim: number; index: Tensor; src: Tensor | number }): Tensor;
scatter_add(dim: number, options: { index: Tensor; src: Tensor | number }): Tensor;
scatter_add(dim: number, index: Tensor, options: { src: Tensor | number }): Tensor;
/**
 * Values folded into the places an index names: their sum, mean, largest or smallest.
 *
 * `y_i,index_ij = fold of src_ij, and of x where include_self, for dim = 1`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: amax and amin: shared among equal ones.
 * - PyTorch: `torch.scatter_reduce`; JAX: `x.at[index].max(src)`; NumPy: `np.maximum.at(x, index, src)`
 *
 * @example
 * torch.zeros(5).scatter_reduce(0, bins, losses, { reduce: "amax", include_self: false })
 */
scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, include_self?: boolean): Tensor;
scatter_reduce(options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
scatter_reduce(dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
scatter_reduce(dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
scatter_reduce(dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, options: { include_self?: boolean }): Tensor;
/**
 * A copy with one number where a mask holds.
 *
 * `value where mask, else x`
 *
 * - Shapes: input and mask broadcast.
 * - PyTorch: `torch.masked_fill`; JAX: `jnp.where(mask, value, x)`; NumPy: `np.where(mask, value, x)`
 *
 * @example
 * losses.masked_fill(targets.isnan(), 0)
 */
masked_fill(mask: Tensor, value: Tensor | number): Tensor;
/**
 * The elements where a mask holds, in row-major order.
 *
 * `x[mask]`
 *
 * - Shapes: [number of elements that the mask lets through].
 * - PyTorch: `torch.masked_select`; JAX: `x[mask]`; NumPy: `x[mask]`
 *
 * @example
 * losses.masked_select(targets.isnan().logical_not())
 */
masked_select(mask: Tensor): Tensor;
/**
 * Where the elements that are not zero are.
 *
 * `indices of x ≠ 0`
 *
 * - Shapes: [number of such elements, dims].
 * - PyTorch: `torch.nonzero`; JAX: `jnp.argwhere(x)`; NumPy: `np.argwhere(x)`
 *
 * @example
 * targets.gt(0).nonzero()
 */
nonzero(as_tuple?: boolean): Tensor;
nonzero(options: { as_tuple?: boolean }): Tensor;
/**
 * So many parts along a dim, the last perhaps smaller.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.chunk`; JAX: `jnp.array_split(x, chunks, dim)`; NumPy: `np.array_split(x, chunks, dim)`
 *
 * @example
 * predictions.chunk(2, 1)
 */
chunk(chunks: number, dim?: number): Tensor[];
chunk(options: { chunks: number; dim?: number }): Tensor[];
chunk(chunks: number, options: { dim?: number }): Tensor[];
/**
 * Parts of a size, or of the sizes given, along a dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.split`; JAX: `jnp.split(x, at, dim)`; NumPy: `np.split(x, at, dim)`
 *
 * @example
 * predictions.split(1, 1)
 */
split(split_size: number | readonly number[], dim?: number): Tensor[];
split(options: { split_size: number | readonly number[]; dim?: number }): Tensor[];
split(split_size: number | readonly number[], options: { dim?: number }): Tensor[];
/**
 * The slices of a dim, one by one.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors without the dim.
 * - PyTorch: `torch.unbind`; JAX: `[x[i] for i in range(len(x))]`; NumPy: `list(x)`
 *
 * @example
 * predictions.unbind(1)
 */
unbind(dim?: number): Tensor[];
unbind(options: { dim?: number }): Tensor[];
/**
 * Turned round left to right.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.fliplr`; JAX: `jnp.fliplr(x)`; NumPy: `np.fliplr(x)`
 *
 * @example
 * torch.fliplr(torch.ones([2, 2]))
 */
fliplr(): Tensor;
/**
 * Turned round top to bottom.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.flipud`; JAX: `jnp.flipud(x)`; NumPy: `np.flipud(x)`
 *
 * @example
 * torch.flipud(torch.ones([2, 2]))
 */
flipud(): Tensor;
/**
 * tensor_split along one dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.hsplit`; JAX: `jnp.hsplit(x, n)`; NumPy: `np.hsplit(x, n)`
 *
 * @example
 * torch.hsplit(torch.ones([4, 4]), 2)
 */
hsplit(indices_or_sections: number | readonly number[]): Tensor[];
hsplit(options: { indices_or_sections: number | readonly number[] }): Tensor[];
/**
 * Turned by quarters in the plane of two dims.
 *
 * `the same elements`
 *
 * - Shapes: the two sizes swapped for odd k.
 * - PyTorch: `torch.rot90`; JAX: `jnp.rot90(x, k)`; NumPy: `np.rot90(x, k)`
 *
 * @example
 * torch.rot90(torch.ones([2, 3]))
 */
rot90(k?: number, dims?: readonly number[] | null): Tensor;
rot90(options: { k?: number; dims?: readonly number[] | null }): Tensor;
rot90(k: number, options: { dims?: readonly number[] | null }): Tensor;
/**
 * So many parts as equal as can be, or the parts between the places given.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.tensor_split`; JAX: `jnp.array_split(x, n, dim)`; NumPy: `np.array_split(x, n, dim)`
 *
 * @example
 * predictions.tensor_split(3)
 */
tensor_split(indices_or_sections: number | readonly number[], dim?: number): Tensor[];
tensor_split(options: { indices_or_sections: number | readonly number[]; dim?: number }): Tensor[];
tensor_split(indices_or_sections: number | readonly number[], options: { dim?: number }): Tensor[];
/**
 * tensor_split along one dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.vsplit`; JAX: `jnp.vsplit(x, n)`; NumPy: `np.vsplit(x, n)`
 *
 * @example
 * torch.vsplit(torch.ones([4, 4]), 2)
 */
vsplit(indices_or_sections: number | readonly number[]): Tensor[];
vsplit(options: { indices_or_sections: number | readonly number[] }): Tensor[];
/**
 * All slices of a size along a dim, step apart: what a moving window sees.
 *
 * `y[…, i, …, k] = x[…, i · step + k, …]`
 *
 * - Shapes: the dim becomes the number of slices; a last dim of the size is added.
 * - PyTorch: `x.unfold`; NumPy: `np.lib.stride_tricks.sliding_window_view(x, size, dimension)`
 *
 * @example
 * predictions.unfold(0, 2, 1)
 */
unfold(dimension: number, size: number, step: number): Tensor;
unfold(options: { dimension: number; size: number; step: number }): Tensor;
unfold(dimension: number, options: { size: number; step: number }): Tensor;
unfold(dimension: number, size: number, options: { step: number }): Tensor;
/**
 * The dims named, backwards.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.flip`; JAX: `jnp.flip(x, dims)`; NumPy: `np.flip(x, dims)`
 *
 * @example
 * predictions.flip(0)
 */
flip(dims: readonly number[]): Tensor;
flip(...dims: number[]): Tensor;
/**
 * A dim put in another place.
 *
 * `the same elements`
 *
 * - Shapes: sizes moved along.
 * - PyTorch: `torch.movedim`; JAX: `jnp.moveaxis(x, source, destination)`; NumPy: `np.moveaxis(x, source, destination)`
 *
 * @example
 * x.movedim(0, -1)
 */
movedim(source: number, destination: number): Tensor;
movedim(options: { source: number; destination: number }): Tensor;
movedim(source: number, options: { destination: number }): Tensor;
/**
 * A dim put in another place.
 *
 * `the same elements`
 *
 * - Shapes: sizes moved along.
 * - PyTorch: `torch.moveaxis`; JAX: `jnp.moveaxis(x, source, destination)`; NumPy: `np.moveaxis(x, source, destination)`
 *
 * @example
 * x.movedim(0, -1)
 */
moveaxis(source: number, destination: number): Tensor;
moveaxis(options: { source: number; destination: number }): Tensor;
moveaxis(source: number, options: { destination: number }): Tensor;
/**
 * Elements moved along, what falls off the end coming in at the front.
 *
 * `y_(i + shift mod n) = x_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.roll`; JAX: `jnp.roll(x, shifts, dims)`; NumPy: `np.roll(x, shifts, dims)`
 *
 * @example
 * predictions.roll(1, 0)
 */
roll(shifts: number | readonly number[], dims?: number | readonly number[] | null): Tensor;
roll(options: { shifts: number | readonly number[]; dims?: number | readonly number[] | null }): Tensor;
roll(shifts: number | readonly number[], options: { dims?: number | readonly number[] | null }): Tensor;
/**
 * The tensor as a tile, so many times along each dim.
 *
 * `the same elements`
 *
 * - Shapes: each size times its number; more numbers than dims add dims in front.
 * - PyTorch: `x.repeat`; JAX: `jnp.tile(x, repeats)`; NumPy: `np.tile(x, repeats)`
 *
 * @example
 * predictions.repeat(1, 3)
 */
repeat(repeats: readonly number[]): Tensor;
repeat(...repeats: number[]): Tensor;
/**
 * Every element (or slice of a dim) several times in a row.
 *
 * `the same elements`
 *
 * - Shapes: dim times repeats; flattened without a dim.
 * - PyTorch: `torch.repeat_interleave`; JAX: `jnp.repeat(x, repeats, dim)`; NumPy: `np.repeat(x, repeats, dim)`
 *
 * @example
 * predictions.repeat_interleave(2, 0)
 */
repeat_interleave(repeats: Tensor | number, dim?: number | null): Tensor;
repeat_interleave(repeats: Tensor | number, options: { dim?: number | null }): Tensor;
/**
 * repeat; fewer numbers than dims count from the last dim.
 *
 * `the same elements`
 *
 * - Shapes: each size times its number.
 * - PyTorch: `torch.tile`; JAX: `jnp.tile(x, dims)`; NumPy: `np.tile(x, dims)`
 *
 * @example
 * torch.tile(predictions, [2])
 */
tile(dims: readonly number[]): Tensor;
tile(...dims: number[]): Tensor;
/**
 * A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.
 *
 * `y_ii = x_i, or y_i = x_ii`
 *
 * - Shapes: [n] to [n, n], and back.
 * - PyTorch: `torch.diag`; JAX: `jnp.diag(x, diagonal)`; NumPy: `np.diag(x, diagonal)`
 *
 * @example
 * torch.diag(covariance)
 */
diag(diagonal?: number): Tensor;
diag(options: { diagonal?: number }): Tensor;
/**
 * Vectors along the last dim as diagonals of matrices.
 *
 * `y_…ii = x_…i`
 *
 * - Shapes: […, n] to […, n, n].
 * - PyTorch: `torch.diag_embed`; JAX: `jax.vmap(jnp.diag)(x)`
 *
 * @example
 * torch.diag_embed(predictions)
 */
diag_embed(): Tensor;
/**
 * The diagonal of two dims, as a last dim.
 *
 * `y_i = x_i,i+offset`
 *
 * - Shapes: the two dims gone, the diagonal's length last.
 * - PyTorch: `torch.diagonal`; JAX: `jnp.diagonal(x, offset)`; NumPy: `np.diagonal(x, offset)`
 *
 * @example
 * covariance.diagonal()
 */
diagonal(offset?: number, dim1?: number, dim2?: number): Tensor;
diagonal(options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
diagonal(offset: number, options: { dim1?: number; dim2?: number }): Tensor;
diagonal(offset: number, dim1: number, options: { dim2?: number }): Tensor;
/**
 * The sum of a matrix's diagonal.
 *
 * `Σ x_ii`
 *
 * - Shapes: [n, m] to [].
 * - PyTorch: `torch.trace`; JAX: `jnp.trace(x)`; NumPy: `np.trace(x)`
 *
 * @example
 * covariance.trace()
 */
trace(): Tensor;
/**
 * Zeros above a diagonal.
 *
 * `x_ij if j - i ≤ diagonal, else 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tril`; JAX: `jnp.tril(x, diagonal)`; NumPy: `np.tril(x, diagonal)`
 *
 * @example
 * x.matmul(x.t()).tril()
 */
tril(diagonal?: number): Tensor;
tril(options: { diagonal?: number }): Tensor;
/**
 * Zeros below a diagonal.
 *
 * `x_ij if j - i ≥ diagonal, else 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.triu`; JAX: `jnp.triu(x, diagonal)`; NumPy: `np.triu(x, diagonal)`
 *
 * @example
 * x.matmul(x.t()).triu()
 */
triu(diagonal?: number): Tensor;
triu(options: { diagonal?: number }): Tensor;
/**
 * The differences of neighbours.
 *
 * `y_i = x_(i+1) - x_i`
 *
 * - Shapes: dim shorter by n.
 * - PyTorch: `torch.diff`; JAX: `jnp.diff(x, n, dim)`; NumPy: `np.diff(x, n, dim)`
 *
 * @example
 * predictions.diff(1, 0)
 */
diff(n?: number, dim?: number): Tensor;
diff(options: { n?: number; dim?: number }): Tensor;
diff(n: number, options: { dim?: number }): Tensor;
/**
 * How often each integer occurs.
 *
 * `y_j = #{x = j}, or the sum of their weights`
 *
 * - Shapes: [largest + 1, at least minlength].
 * - PyTorch: `torch.bincount`; JAX: `jnp.bincount(x)`; NumPy: `np.bincount(x)`
 *
 * @example
 * labels.bincount()
 */
bincount(weights?: Tensor | null, minlength?: number): Tensor;
bincount(options: { weights?: Tensor | null; minlength?: number }): Tensor;
bincount(weights: Tensor, options: { minlength?: number }): Tensor;
/**
 * How many elements fall into each of so many ranges of one width.
 *
 * `yₖ = #{x in the k-th of bins parts of [min, max]}, elements outside left out`
 *
 * - Shapes: any in, [bins] out.
 * - Domain: min = max takes the smallest and the largest element.
 * - Gradient at kinks: no gradient: counts.
 * - PyTorch: `torch.histc`; JAX: `jnp.histogram(x, bins, (min, max))[0]`; NumPy: `np.histogram(x, bins, (min, max))[0]`
 *
 * @example
 * predictions.histc(4, -1, 1)
 */
histc(bins?: number, min?: number, max?: number): Tensor;
histc(options: { bins?: number; min?: number; max?: number }): Tensor;
histc(bins: number, options: { min?: number; max?: number }): Tensor;
histc(bins: number, min: number, options: { max?: number }): Tensor;
/**
 * Where the elements that are not zero are.
 *
 * `indices of x ≠ 0`
 *
 * - Shapes: [number of such elements, dims].
 * - PyTorch: `torch.argwhere`; JAX: `jnp.argwhere(x)`; NumPy: `np.argwhere(x)`
 *
 * @example
 * torch.argwhere(targets.gt(0))
 */
argwhere(): Tensor;
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
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · mat1 @ mat2`
 *
 * - Shapes: input broadcasts to [n, m].
 * - PyTorch: `torch.addmm`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.addmm(bias, x, weight)
 */
addmm(mat1: Tensor, mat2: Tensor, beta?: number, alpha?: number): Tensor;
addmm(mat1: Tensor, mat2: Tensor, options: { beta?: number; alpha?: number }): Tensor;
addmm(mat1: Tensor, mat2: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · mat @ vec`
 *
 * - Shapes: input broadcasts to [n].
 * - PyTorch: `torch.addmv`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.addmv(bias, x, weight)
 */
addmv(mat: Tensor, vec: Tensor, beta?: number, alpha?: number): Tensor;
addmv(mat: Tensor, vec: Tensor, options: { beta?: number; alpha?: number }): Tensor;
addmv(mat: Tensor, vec: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · batch1 @ batch2`
 *
 * - Shapes: input broadcasts to [b, n, m].
 * - PyTorch: `torch.baddbmm`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.baddbmm(bias, x, weight)
 */
baddbmm(batch1: Tensor, batch2: Tensor, beta?: number, alpha?: number): Tensor;
baddbmm(batch1: Tensor, batch2: Tensor, options: { beta?: number; alpha?: number }): Tensor;
baddbmm(batch1: Tensor, batch2: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * The products of two stacks of matrices.
 *
 * `c_bij = Σ_k a_bik b_bkj`
 *
 * - Shapes: [b, n, k] and [b, k, m] to [b, n, m].
 * - PyTorch: `torch.bmm`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.bmm(x.transpose(1, 2))
 */
bmm(mat2: Tensor): Tensor;
/**
 * Inner products along the last dims.
 *
 * `c_ij = Σ_k a_ik b_jk`
 *
 * - Shapes: […, k] and […, k] to the other dims of both.
 * - PyTorch: `torch.inner`; JAX: `jnp.inner(a, b)`; NumPy: `np.inner(a, b)`
 *
 * @example
 * torch.inner(predictions, targets)
 */
inner(other: Tensor): Tensor;
/**
 * The product of two matrices.
 *
 * `c_ij = Σ_k a_ik b_kj`
 *
 * - Shapes: [n, k] and [k, m] to [n, m].
 * - PyTorch: `torch.mm`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.mm(weight.t())
 */
mm(mat2: Tensor): Tensor;
/**
 * The product of a matrix and a vector.
 *
 * `c_i = Σ_k a_ik b_k`
 *
 * - Shapes: [n, k] and [k] to [n].
 * - PyTorch: `torch.mv`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.mv(weights)
 */
mv(vec: Tensor): Tensor;
/**
 * Every product of an element of one vector with one of the other.
 *
 * `c_ij = a_i b_j`
 *
 * - Shapes: [n] and [m] to [n, m].
 * - PyTorch: `torch.outer`; JAX: `jnp.outer(a, b)`; NumPy: `np.outer(a, b)`
 *
 * @example
 * torch.outer(predictions, targets)
 */
outer(vec2: Tensor): Tensor;
/**
 * Every product of an element of one vector with one of the other.
 *
 * `c_ij = a_i b_j`
 *
 * - Shapes: [n] and [m] to [n, m].
 * - PyTorch: `torch.ger`; JAX: `jnp.outer(a, b)`; NumPy: `np.outer(a, b)`
 *
 * @example
 * torch.outer(predictions, targets)
 */
ger(vec2: Tensor): Tensor;
/**
 * Every element of the first times the whole of the second, as blocks.
 *
 * `y[i·p + k, j·q + l] = a[i, j] · b[k, l]`
 *
 * - Shapes: sizes multiply, dim by dim; dims that lack count as 1 in front.
 * - PyTorch: `torch.kron`; JAX: `jnp.kron(a, b)`; NumPy: `np.kron(a, b)`
 *
 * @example
 * torch.kron(torch.eye(2), predictions)
 */
kron(other: Tensor): Tensor;
/**
 * The inverse of A, given its Cholesky factor.
 *
 * `(L Lᵀ)⁻¹`
 *
 * - Shapes: [..., n, n] to the same.
 * - PyTorch: `torch.cholesky_inverse`
 *
 * @example
 * torch.cholesky_inverse(torch.eye(3))
 */
cholesky_inverse(upper?: boolean): Tensor;
cholesky_inverse(options: { upper?: boolean }): Tensor;
/**
 * The triangle whose product with its transpose is a symmetric positive definite matrix.
 *
 * `A = L Lᵀ`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: what is not positive definite is refused.
 * - PyTorch: `torch.cholesky`; JAX: `jnp.linalg.cholesky(A)`; NumPy: `np.linalg.cholesky(A)`
 *
 * @example
 * torch.cholesky(torch.eye(3).mul(2))
 */
cholesky(upper?: boolean): Tensor;
cholesky(options: { upper?: boolean }): Tensor;
/**
 * X with A X = B, given the Cholesky factor of A.
 *
 * `X = (L Lᵀ)⁻¹ B`
 *
 * - Shapes: [..., n, k] and [..., n, n].
 * - PyTorch: `torch.cholesky_solve`; JAX: `jax.scipy.linalg.cho_solve((L, True), B)`; NumPy: `scipy.linalg.cho_solve((L, True), B)`
 *
 * @example
 * torch.cholesky_solve(x, torch.eye(6))
 */
cholesky_solve(L: Tensor, upper?: boolean): Tensor;
cholesky_solve(L: Tensor, options: { upper?: boolean }): Tensor;
/**
 * The vector at right angles to two others.
 *
 * `a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁`
 *
 * - Shapes: two tensors with 3 along dim, which broadcast.
 * - PyTorch: `torch.cross`; JAX: `jnp.cross(a, b)`; NumPy: `np.cross(a, b)`
 *
 * @example
 * torch.cross(torch.ones(4, 3), torch.rand(4, 3), 1)
 */
cross(other: Tensor, dim?: number | null): Tensor;
cross(other: Tensor, options: { dim?: number | null }): Tensor;
/**
 * The determinant of each matrix.
 *
 * `det A = Σ_σ sgn σ ∏ a_iσ(i)`
 *
 * - Shapes: [..., n, n] to [...].
 * - PyTorch: `torch.det`; JAX: `jnp.linalg.det(A)`; NumPy: `np.linalg.det(A)`
 *
 * @example
 * torch.det(x)
 */
det(): Tensor;
/**
 * The inverse of each matrix.
 *
 * `A⁻¹ A = 1`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: a singular matrix is refused.
 * - PyTorch: `torch.inverse`; JAX: `jnp.linalg.inv(A)`; NumPy: `np.linalg.inv(A)`
 *
 * @example
 * torch.inverse(x)
 */
inverse(): Tensor;
/**
 * The logarithm of each determinant.
 *
 * `ln det A`
 *
 * - Shapes: [..., n, n] to [...].
 * - Domain: NaN where the determinant is negative, -∞ where it is 0.
 * - PyTorch: `torch.logdet`; JAX: `jnp.linalg.slogdet(x)[1]`
 *
 * @example
 * torch.logdet(x.matmul(x.t()))
 */
logdet(): Tensor;
/**
 * The exponential of each matrix.
 *
 * `Σ Aᵏ / k!`
 *
 * - Shapes: [..., n, n] to the same.
 * - PyTorch: `torch.matrix_exp`; JAX: `jax.scipy.linalg.expm(A)`; NumPy: `scipy.linalg.expm(A)`
 *
 * @example
 * torch.matrix_exp(x)
 */
matrix_exp(): Tensor;
/**
 * A matrix multiplied with itself; its inverse for n below 0.
 *
 * `Aⁿ`
 *
 * - Shapes: [..., m, m] to the same.
 * - PyTorch: `torch.matrix_power`; JAX: `jnp.linalg.matrix_power(A, n)`; NumPy: `np.linalg.matrix_power(A, n)`
 *
 * @example
 * torch.matrix_power(x, 3)
 */
matrix_power(n: number): Tensor;
matrix_power(options: { n: number }): Tensor;
/**
 * The Moore-Penrose inverse: the matrix that comes nearest to an inverse.
 *
 * `A⁺ = V diag(1/S) Uᵀ, with 0 for 1/S below the tolerance`
 *
 * - Shapes: [..., m, n] to [..., n, m].
 * - PyTorch: `torch.pinverse`; JAX: `jnp.linalg.pinv(A)`; NumPy: `np.linalg.pinv(A)`
 *
 * @example
 * torch.pinverse(x)
 */
pinverse(rcond?: number): Tensor;
pinverse(options: { rcond?: number }): Tensor;
/**
 * A as columns at right angles times a triangle, with LAPACK's signs.
 *
 * `A = Q R, QᵀQ = 1`
 *
 * - Shapes: [..., m, n] to { Q: [..., m, k], R: [..., k, n] }, k = min(m, n).
 * - PyTorch: `torch.qr`; JAX: `jnp.linalg.qr(A)`; NumPy: `np.linalg.qr(A)`
 *
 * @example
 * torch.qr(x).R
 */
qr(some?: boolean): { readonly Q: Tensor; readonly R: Tensor };
qr(options: { some?: boolean }): { readonly Q: Tensor; readonly R: Tensor };
/**
 * The sign and the logarithm of the size of each determinant, which itself may be too large or too small for a float.
 *
 * `sgn det A, ln |det A|`
 *
 * - Shapes: [..., n, n] to { sign: [...], logabsdet: [...] }.
 * - Domain: -∞ for a singular matrix.
 * - PyTorch: `torch.slogdet`; JAX: `jnp.linalg.slogdet(A)`; NumPy: `np.linalg.slogdet(A)`
 *
 * @example
 * torch.slogdet(x).logabsdet
 */
slogdet(): { readonly sign: Tensor; readonly logabsdet: Tensor };
/**
 * The singular values of a matrix, from the largest, and its singular vectors.
 *
 * `A = U diag(S) Vᵀ`
 *
 * - Shapes: [..., m, n] to { U, S: [..., min(m, n)], Vh }.
 * - Gradient at kinks: none where two singular values are equal and the gradient reaches the vectors.
 * - PyTorch: `torch.svd`; JAX: `jnp.linalg.svd(A)`; NumPy: `np.linalg.svd(A)`
 *
 * @example
 * torch.svd(x).S
 */
svd(some?: boolean, compute_uv?: boolean): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
svd(options: { some?: boolean; compute_uv?: boolean }): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
svd(some: boolean, options: { compute_uv?: boolean }): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
/**
 * The angle of a complex number; of a real one 0, or π below 0.
 *
 * `arg z`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.angle`; JAX: `jnp.angle(x)`; NumPy: `np.angle(x)`
 *
 * @example
 * torch.angle(torch.complex(x, x))
 */
angle(): Tensor;
/**
 * The complex conjugate.
 *
 * `re - i im`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.conj`; JAX: `jnp.conj(x)`; NumPy: `np.conj(x)`
 *
 * @example
 * torch.conj(torch.complex(x, x))
 */
conj(): Tensor;
/**
 * The Fourier transform of each piece of a signal that a moving window shows.
 *
 * `X_k,m = Σ_j w_j x_(m hop + j) e^(-2πi jk/n_fft)`
 *
 * - Shapes: [..., samples] to [..., n_fft/2 + 1, frames].
 * - PyTorch: `torch.stft`; JAX: `jax.scipy.signal.stft(x)`
 *
 * @example
 * torch.stft(torch.rand(32), 8, { return_complex: true })
 */
stft(n_fft: number, hop_length?: number | null, win_length?: number | null, window?: Tensor | null, center?: boolean, pad_mode?: string, normalized?: boolean, onesided?: boolean | null, return_complex?: boolean | null): ComplexTensor;
stft(options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, options: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, options: { win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, options: { window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, window: Tensor, options: { center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, options: { pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, options: { normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, normalized: boolean, options: { onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
stft(n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean, options: { return_complex?: boolean | null }): ComplexTensor;
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
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.expit`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
expit(): Tensor;
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
log_softmax(dim?: number | null): Tensor;
log_softmax(options: { dim?: number | null }): Tensor;
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
softmax(dim?: number | null): Tensor;
softmax(options: { dim?: number | null }): Tensor;
/**
 * The norm of a difference.
 *
 * `‖a - b‖_p`
 *
 * - Shapes: both broadcast, [] out.
 * - Gradient at kinks: 0 where they are equal.
 * - PyTorch: `torch.dist`; JAX: `jnp.linalg.norm(a - b)`; NumPy: `np.linalg.norm(a - b)`
 *
 * @example
 * torch.dist(predictions, targets)
 */
dist(other: Tensor, p?: number): Tensor;
dist(other: Tensor, options: { p?: number }): Tensor;
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
to(dtype?: DType | "cpu" | Tensor | null, device?: DType | "cpu" | Tensor | null, non_blocking?: boolean, copy?: boolean): Tensor;
to(options: { dtype?: DType | "cpu" | Tensor | null; device?: DType | "cpu" | Tensor | null; non_blocking?: boolean; copy?: boolean }): Tensor;
to(dtype: DType | "cpu" | Tensor, options: { device?: DType | "cpu" | Tensor | null; non_blocking?: boolean; copy?: boolean }): Tensor;
to(dtype: DType | "cpu" | Tensor, device: DType | "cpu" | Tensor, options: { non_blocking?: boolean; copy?: boolean }): Tensor;
to(dtype: DType | "cpu" | Tensor, device: DType | "cpu" | Tensor, non_blocking: boolean, options: { copy?: boolean }): Tensor;
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
 * The integer parts as int32.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.int`; JAX: `x.astype("int32")`; NumPy: `x.astype("int32")`
 *
 * @example
 * targets.int()
 */
int(): Tensor;
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
 * The same numbers in another dtype.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.type`; JAX: `x`; NumPy: `x`
 *
 * @example
 * targets.type(torch.float64)
 */
type(dtype: DType | "cpu" | Tensor): Tensor;
type(options: { dtype: DType | "cpu" | Tensor }): Tensor;
/**
 * The same numbers in the dtype of another tensor.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.type_as`; JAX: `x`; NumPy: `x`
 *
 * @example
 * targets.type_as(predictions)
 */
type_as(other: Tensor): Tensor;
/**
 * The tensor itself: there is one device here.
 *
 * `x`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.cpu`; JAX: `x`; NumPy: `x`
 *
 * @example
 * predictions.cpu()
 */
cpu(): Tensor;
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
clone(memory_format?: string | null): Tensor;
clone(options: { memory_format?: string | null }): Tensor;
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
/**
 * Zeros in the dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `x.new_empty`
 *
 * @example
 * predictions.new_empty(3)
 */
new_empty(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
new_empty(...size: number[]): Tensor;
new_empty(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_empty(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_empty(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * One number in the dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `x.new_full`
 *
 * @example
 * predictions.new_full([3], 0.5)
 */
new_full(size: readonly number[], fill_value: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
new_full(options: { size: readonly number[]; fill_value: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_full(size: readonly number[], options: { fill_value: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_full(size: readonly number[], fill_value: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_full(size: readonly number[], fill_value: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_full(size: readonly number[], fill_value: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * Ones in the dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `x.new_ones`
 *
 * @example
 * predictions.new_ones(3)
 */
new_ones(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
new_ones(...size: number[]): Tensor;
new_ones(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_ones(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_ones(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * A tensor of the numbers given, in the dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: as the arrays are nested.
 * - PyTorch: `x.new_tensor`
 *
 * @example
 * predictions.new_tensor([1, 2])
 */
new_tensor(data: NestedNumbers | Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
new_tensor(data: NestedNumbers | Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_tensor(data: NestedNumbers | Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_tensor(data: NestedNumbers | Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * Zeros in the dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `x.new_zeros`
 *
 * @example
 * predictions.new_zeros(3)
 */
new_zeros(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
new_zeros(...size: number[]): Tensor;
new_zeros(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_zeros(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
new_zeros(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * 1 with the probability that each element gives, else 0; with p, the same probability for all. PyTorch's own numbers for the same seed.
 *
 * `P(y = 1) = x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.bernoulli`
 *
 * @example
 * torch.bernoulli(torch.full([64, 1], 0.3))
 */
bernoulli(p?: number | null, generator?: torch.Generator | null): Tensor;
bernoulli(options: { p?: number | null; generator?: torch.Generator | null }): Tensor;
bernoulli(p: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with 1 with probability p, else 0. PyTorch's own numbers for the same seed.
 *
 * `P(y = 1) = p`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.bernoulli_`
 *
 * @example
 * torch.zeros(64, 1).bernoulli_(0.5)
 */
bernoulli_(p?: Tensor | number, generator?: torch.Generator | null): Tensor;
bernoulli_(options: { p?: Tensor | number; generator?: torch.Generator | null }): Tensor;
bernoulli_(p: Tensor | number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with numbers of the Cauchy distribution. PyTorch's own numbers for the same seed.
 *
 * `median + sigma · tan(π (u - ½))`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.cauchy_`
 *
 * @example
 * torch.zeros(64, 1).cauchy_(0, 1)
 */
cauchy_(median?: number, sigma?: number, generator?: torch.Generator | null): Tensor;
cauchy_(options: { median?: number; sigma?: number; generator?: torch.Generator | null }): Tensor;
cauchy_(median: number, options: { sigma?: number; generator?: torch.Generator | null }): Tensor;
cauchy_(median: number, sigma: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with exponential numbers of mean 1/lambd. PyTorch's own numbers for the same seed.
 *
 * `P(x > t) = e^(-lambd t)`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.exponential_`
 *
 * @example
 * torch.zeros(64, 1).exponential_(2)
 */
exponential_(lambd?: number, generator?: torch.Generator | null): Tensor;
exponential_(options: { lambd?: number; generator?: torch.Generator | null }): Tensor;
exponential_(lambd: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with the number of trials up to the first success. PyTorch's own numbers for the same seed.
 *
 * `P(x = k) = (1 - p)^(k - 1) p`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.geometric_`
 *
 * @example
 * torch.zeros(64, 1).geometric_(0.5)
 */
geometric_(p: number, generator?: torch.Generator | null): Tensor;
geometric_(options: { p: number; generator?: torch.Generator | null }): Tensor;
geometric_(p: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with numbers whose logarithm is normal. PyTorch's own numbers for the same seed.
 *
 * `x = e^z, z ~ N(mean, std²)`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.log_normal_`
 *
 * @example
 * torch.zeros(64, 1).log_normal_(0, 1)
 */
log_normal_(mean?: number, std?: number, generator?: torch.Generator | null): Tensor;
log_normal_(options: { mean?: number; std?: number; generator?: torch.Generator | null }): Tensor;
log_normal_(mean: number, options: { std?: number; generator?: torch.Generator | null }): Tensor;
log_normal_(mean: number, std: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Indices of classes, drawn from each row with probabilities in proportion to its weights. PyTorch's own numbers for the same seed.
 *
 * `P(y = j) = x_j / Σ x`
 *
 * - Shapes: [classes] → [num_samples], [rows, classes] → [rows, num_samples].
 * - PyTorch: `torch.multinomial`
 *
 * @example
 * torch.multinomial(torch.tensor([0.1, 0.3, 0.6]), 2)
 */
multinomial(num_samples: number, replacement?: boolean, generator?: torch.Generator | null): Tensor;
multinomial(options: { num_samples: number; replacement?: boolean; generator?: torch.Generator | null }): Tensor;
multinomial(num_samples: number, options: { replacement?: boolean; generator?: torch.Generator | null }): Tensor;
multinomial(num_samples: number, replacement: boolean, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with normal numbers. PyTorch's own numbers for the same seed.
 *
 * `x ~ N(mean, std²)`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.normal_`
 *
 * @example
 * torch.zeros(64, 1).normal_(0, 0.1)
 */
normal_(mean?: number, std?: number, generator?: torch.Generator | null): Tensor;
normal_(options: { mean?: number; std?: number; generator?: torch.Generator | null }): Tensor;
normal_(mean: number, options: { std?: number; generator?: torch.Generator | null }): Tensor;
normal_(mean: number, std: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with integers from [from, to), or from all that the dtype holds exactly. PyTorch's own numbers for the same seed.
 *
 * `x ~ U{from, …, to - 1}`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.random_`
 *
 * @example
 * torch.zeros(64, 1).random_(0, 10)
 */
random_(from?: number | null, to?: number | null, generator?: torch.Generator | null): Tensor;
random_(options: { from?: number | null; to?: number | null; generator?: torch.Generator | null }): Tensor;
random_(from: number, options: { to?: number | null; generator?: torch.Generator | null }): Tensor;
random_(from: number, to: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Overwrites every element with uniform numbers from [from, to). PyTorch's own numbers for the same seed.
 *
 * `x ~ U(from, to)`
 *
 * - Shapes: same as input.
 * - PyTorch: `x.uniform_`
 *
 * @example
 * torch.zeros(64, 1).uniform_(-1, 1)
 */
uniform_(from?: number, to?: number, generator?: torch.Generator | null): Tensor;
uniform_(options: { from?: number; to?: number; generator?: torch.Generator | null }): Tensor;
uniform_(from: number, options: { to?: number; generator?: torch.Generator | null }): Tensor;
uniform_(from: number, to: number, options: { generator?: torch.Generator | null }): Tensor;
/** add, into the tensor itself. */
add_(other: Tensor | number, alpha?: number): Tensor;
/** div, into the tensor itself. */
div_(other: Tensor | number, rounding_mode?: string | null): Tensor;
/** divide, into the tensor itself. */
divide_(other: Tensor | number, rounding_mode?: string | null): Tensor;
/** true_divide, into the tensor itself. */
true_divide_(other: Tensor | number, rounding_mode?: string | null): Tensor;
/** mul, into the tensor itself. */
mul_(other: Tensor | number): Tensor;
/** multiply, into the tensor itself. */
multiply_(other: Tensor | number): Tensor;
/** sub, into the tensor itself. */
sub_(other: Tensor | number, alpha?: number): Tensor;
/** subtract, into the tensor itself. */
subtract_(other: Tensor | number, alpha?: number): Tensor;
/** floor_divide, into the tensor itself. */
floor_divide_(other: Tensor | number): Tensor;
/** remainder, into the tensor itself. */
remainder_(other: Tensor | number): Tensor;
/** fmod, into the tensor itself. */
fmod_(other: Tensor | number): Tensor;
/** pow, into the tensor itself. */
pow_(exponent: Tensor | number): Tensor;
/** atan2, into the tensor itself. */
atan2_(other: Tensor): Tensor;
/** arctan2, into the tensor itself. */
arctan2_(other: Tensor): Tensor;
/** copysign, into the tensor itself. */
copysign_(other: Tensor | number): Tensor;
/** heaviside, into the tensor itself. */
heaviside_(other: Tensor | number): Tensor;
/** hypot, into the tensor itself. */
hypot_(other: Tensor): Tensor;
/** xlogy, into the tensor itself. */
xlogy_(other: Tensor | number): Tensor;
/** addcdiv, into the tensor itself. */
addcdiv_(tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
/** addcmul, into the tensor itself. */
addcmul_(tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
/** lerp, into the tensor itself. */
lerp_(end: Tensor, weight: Tensor | number): Tensor;
/** bitwise_and, into the tensor itself. */
bitwise_and_(other: Tensor | number): Tensor;
/** bitwise_not, into the tensor itself. */
bitwise_not_(): Tensor;
/** bitwise_or, into the tensor itself. */
bitwise_or_(other: Tensor | number): Tensor;
/** bitwise_xor, into the tensor itself. */
bitwise_xor_(other: Tensor | number): Tensor;
/** abs, into the tensor itself. */
abs_(): Tensor;
/** absolute, into the tensor itself. */
absolute_(): Tensor;
/** exp, into the tensor itself. */
exp_(): Tensor;
/** exp2, into the tensor itself. */
exp2_(): Tensor;
/** expm1, into the tensor itself. */
expm1_(): Tensor;
/** log, into the tensor itself. */
log_(): Tensor;
/** log10, into the tensor itself. */
log10_(): Tensor;
/** log1p, into the tensor itself. */
log1p_(): Tensor;
/** log2, into the tensor itself. */
log2_(): Tensor;
/** neg, into the tensor itself. */
neg_(): Tensor;
/** negative, into the tensor itself. */
negative_(): Tensor;
/** positive, into the tensor itself. */
positive_(): Tensor;
/** reciprocal, into the tensor itself. */
reciprocal_(): Tensor;
/** rsqrt, into the tensor itself. */
rsqrt_(): Tensor;
/** sign, into the tensor itself. */
sign_(): Tensor;
/** sgn, into the tensor itself. */
sgn_(): Tensor;
/** sqrt, into the tensor itself. */
sqrt_(): Tensor;
/** square, into the tensor itself. */
square_(): Tensor;
/** acos, into the tensor itself. */
acos_(): Tensor;
/** arccos, into the tensor itself. */
arccos_(): Tensor;
/** acosh, into the tensor itself. */
acosh_(): Tensor;
/** arccosh, into the tensor itself. */
arccosh_(): Tensor;
/** asin, into the tensor itself. */
asin_(): Tensor;
/** arcsin, into the tensor itself. */
arcsin_(): Tensor;
/** asinh, into the tensor itself. */
asinh_(): Tensor;
/** arcsinh, into the tensor itself. */
arcsinh_(): Tensor;
/** atan, into the tensor itself. */
atan_(): Tensor;
/** arctan, into the tensor itself. */
arctan_(): Tensor;
/** atanh, into the tensor itself. */
atanh_(): Tensor;
/** arctanh, into the tensor itself. */
arctanh_(): Tensor;
/** cos, into the tensor itself. */
cos_(): Tensor;
/** cosh, into the tensor itself. */
cosh_(): Tensor;
/** deg2rad, into the tensor itself. */
deg2rad_(): Tensor;
/** rad2deg, into the tensor itself. */
rad2deg_(): Tensor;
/** sin, into the tensor itself. */
sin_(): Tensor;
/** sinh, into the tensor itself. */
sinh_(): Tensor;
/** tan, into the tensor itself. */
tan_(): Tensor;
/** tanh, into the tensor itself. */
tanh_(): Tensor;
/** digamma, into the tensor itself. */
digamma_(): Tensor;
/** erf, into the tensor itself. */
erf_(): Tensor;
/** erfc, into the tensor itself. */
erfc_(): Tensor;
/** erfinv, into the tensor itself. */
erfinv_(): Tensor;
/** lgamma, into the tensor itself. */
lgamma_(): Tensor;
/** i0, into the tensor itself. */
i0_(): Tensor;
/** igamma, into the tensor itself. */
igamma_(other: Tensor | number): Tensor;
/** igammac, into the tensor itself. */
igammac_(other: Tensor | number): Tensor;
/** sinc, into the tensor itself. */
sinc_(): Tensor;
/** clamp, into the tensor itself. */
clamp_(min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
/** clip, into the tensor itself. */
clip_(min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
/** clamp_min, into the tensor itself. */
clamp_min_(min: Tensor | number): Tensor;
/** clamp_max, into the tensor itself. */
clamp_max_(max: Tensor | number): Tensor;
/** logit, into the tensor itself. */
logit_(eps?: number | null): Tensor;
/** nan_to_num, into the tensor itself. */
nan_to_num_(nan?: number, posinf?: number | null, neginf?: number | null): Tensor;
/** ceil, into the tensor itself. */
ceil_(): Tensor;
/** floor, into the tensor itself. */
floor_(): Tensor;
/** frac, into the tensor itself. */
frac_(): Tensor;
/** round, into the tensor itself. */
round_(): Tensor;
/** trunc, into the tensor itself. */
trunc_(): Tensor;
/** fix, into the tensor itself. */
fix_(): Tensor;
/** eq, into the tensor itself. */
eq_(other: Tensor | number): Tensor;
/** ge, into the tensor itself. */
ge_(other: Tensor | number): Tensor;
/** greater_equal, into the tensor itself. */
greater_equal_(other: Tensor | number): Tensor;
/** gt, into the tensor itself. */
gt_(other: Tensor | number): Tensor;
/** greater, into the tensor itself. */
greater_(other: Tensor | number): Tensor;
/** le, into the tensor itself. */
le_(other: Tensor | number): Tensor;
/** less_equal, into the tensor itself. */
less_equal_(other: Tensor | number): Tensor;
/** logical_and, into the tensor itself. */
logical_and_(other: Tensor | number): Tensor;
/** logical_not, into the tensor itself. */
logical_not_(): Tensor;
/** logical_or, into the tensor itself. */
logical_or_(other: Tensor | number): Tensor;
/** logical_xor, into the tensor itself. */
logical_xor_(other: Tensor | number): Tensor;
/** lt, into the tensor itself. */
lt_(other: Tensor | number): Tensor;
/** less, into the tensor itself. */
less_(other: Tensor | number): Tensor;
/** ne, into the tensor itself. */
ne_(other: Tensor | number): Tensor;
/** not_equal, into the tensor itself. */
not_equal_(other: Tensor | number): Tensor;
/** cumprod, into the tensor itself. */
cumprod_(dim: number, dtype?: DType | null): Tensor;
/** cumsum, into the tensor itself. */
cumsum_(dim: number, dtype?: DType | null): Tensor;
/** index_add, into the tensor itself. */
index_add_(dim: number, index: Tensor, source: Tensor, alpha?: number): Tensor;
/** index_copy, into the tensor itself. */
index_copy_(dim: number, index: Tensor, source: Tensor): Tensor;
/** index_fill, into the tensor itself. */
index_fill_(dim: number, index: Tensor, value: Tensor | number): Tensor;
/** scatter, into the tensor itself. */
scatter_(dim: number, index: Tensor, src: Tensor | number, reduce?: string | null): Tensor;
/** scatter_add, into the tensor itself. */
scatter_add_(dim: number, index: Tensor, src: Tensor | number): Tensor;
/** scatter_reduce, into the tensor itself. */
scatter_reduce_(dim: number, index: Tensor, src: Tensor, reduce: string, include_self?: boolean): Tensor;
/** masked_fill, into the tensor itself. */
masked_fill_(mask: Tensor, value: Tensor | number): Tensor;
/** tril, into the tensor itself. */
tril_(diagonal?: number): Tensor;
/** triu, into the tensor itself. */
triu_(diagonal?: number): Tensor;
/** addmm, into the tensor itself. */
addmm_(mat1: Tensor, mat2: Tensor, beta?: number, alpha?: number): Tensor;
/** addmv, into the tensor itself. */
addmv_(mat: Tensor, vec: Tensor, beta?: number, alpha?: number): Tensor;
/** baddbmm, into the tensor itself. */
baddbmm_(batch1: Tensor, batch2: Tensor, beta?: number, alpha?: number): Tensor;
/** relu, into the tensor itself. */
relu_(): Tensor;
/** sigmoid, into the tensor itself. */
sigmoid_(): Tensor;
/** expit, into the tensor itself. */
expit_(): Tensor;
}

/** A complex tensor: its two parts, each a tensor. What moves elements, adds, multiplies or measures them takes it as well. */
declare class ComplexTensor {
  private constructor();
  readonly real: Tensor;
  readonly imag: Tensor;
  readonly shape: readonly number[];
  readonly dtype: "complex64" | "complex128";
  readonly ndim: number;
  readonly grad: ComplexTensor | null;
  requires_grad: boolean;
  abs(): Tensor;
  angle(): Tensor;
  conj(): ComplexTensor;
  add(other: ComplexTensor | Tensor | number): ComplexTensor;
  sub(other: ComplexTensor | Tensor | number): ComplexTensor;
  mul(other: ComplexTensor | Tensor | number): ComplexTensor;
  div(other: ComplexTensor | Tensor | number): ComplexTensor;
  matmul(other: ComplexTensor | Tensor | number): ComplexTensor;
  neg(): ComplexTensor;
  exp(): ComplexTensor;
  log(): ComplexTensor;
  sqrt(): ComplexTensor;
  square(): ComplexTensor;
  reciprocal(): ComplexTensor;
  flatten(): ComplexTensor;
  detach(): ComplexTensor;
  clone(): ComplexTensor;
  pow(exponent: number): ComplexTensor;
  sum(dim?: number | readonly number[], keepdim?: boolean): ComplexTensor;
  mean(dim?: number | readonly number[], keepdim?: boolean): ComplexTensor;
  reshape(...shape: number[]): ComplexTensor;
  transpose(dim0: number, dim1: number): ComplexTensor;
  squeeze(dim?: number): ComplexTensor;
  unsqueeze(dim: number): ComplexTensor;
  narrow(dim: number, start: number, length: number): ComplexTensor;
  getitem(index: readonly Index[]): ComplexTensor;
  size(): number[];
  size(dim: number): number;
  numel(): number;
  dim(): number;
}

declare namespace F {
/**
 * A margin around the last dims.
 *
 * `value, or the edge or its mirror image, outside x`
 *
 * - Shapes: sizes grown by the margins, which count from the last dim.
 * - PyTorch: `F.pad`; JAX: `jnp.pad(x, widths)`; NumPy: `np.pad(x, widths)`
 *
 * @example
 * F.pad(predictions, [1, 1])
 */
function pad(input: Tensor, pad: readonly number[], mode?: string, value?: number): Tensor;
function pad(input: Tensor, options: { pad: readonly number[]; mode?: string; value?: number }): Tensor;
function pad(input: Tensor, pad: readonly number[], options: { mode?: string; value?: number }): Tensor;
function pad(input: Tensor, pad: readonly number[], mode: string, options: { value?: number }): Tensor;
/**
 * A row of zeros with a one for every class label.
 *
 * `y_ij = 1 if x_i = j, else 0`
 *
 * - Shapes: a last dim of num_classes added.
 * - PyTorch: `F.one_hot`; JAX: `jax.nn.one_hot(x, num_classes)`; NumPy: `np.eye(num_classes)[x]`
 *
 * @example
 * F.one_hot(labels, 4).float()
 */
function one_hot(input: Tensor, num_classes?: number): Tensor;
function one_hot(input: Tensor, options: { num_classes?: number }): Tensor;
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
 * x times the normal distribution's probability of being below x.
 *
 * `x Φ(x); with tanh: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.gelu`; JAX: `jax.nn.gelu(x, approximate=False)`
 *
 * @example
 * F.gelu(predictions)
 */
function gelu(input: Tensor, approximate?: string): Tensor;
function gelu(input: Tensor, options: { approximate?: string }): Tensor;
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
 * x times its sigmoid.
 *
 * `x · σ(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.silu`; JAX: `jax.nn.silu(x)`
 *
 * @example
 * F.silu(predictions)
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
 * x over 1 + |x|, between -1 and 1.
 *
 * `x/(1 + |x|)`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.softsign`; JAX: `jax.nn.soft_sign(x)`
 *
 * @example
 * F.softsign(predictions)
 */
function softsign(input: Tensor): Tensor;
/**
 * An elu whose slope is continuous for every alpha.
 *
 * `max(x, 0) + min(0, α (e^(x/α) - 1))`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.celu`; JAX: `jax.nn.celu(x)`
 *
 * @example
 * F.celu(predictions)
 */
function celu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
function celu(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
function celu(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
/**
 * 0 within ±lambd, x beyond.
 *
 * `x if |x| > λ, else 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at ±λ.
 * - PyTorch: `F.hardshrink`
 *
 * @example
 * F.hardshrink(predictions)
 */
function hardshrink(input: Tensor, lambd?: number, inplace?: boolean): Tensor;
function hardshrink(input: Tensor, options: { lambd?: number; inplace?: boolean }): Tensor;
function hardshrink(input: Tensor, lambd: number, options: { inplace?: boolean }): Tensor;
/**
 * A sigmoid of three straight pieces.
 *
 * `min(max(x + 3, 0), 6)/6`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at ±3.
 * - PyTorch: `F.hardsigmoid`; JAX: `jax.nn.hard_sigmoid(x)`
 *
 * @example
 * F.hardsigmoid(predictions)
 */
function hardsigmoid(input: Tensor, inplace?: boolean): Tensor;
function hardsigmoid(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * x times its hardsigmoid.
 *
 * `x · min(max(x + 3, 0), 6)/6`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at -3, 1 at 3.
 * - PyTorch: `F.hardswish`; JAX: `jax.nn.hard_swish(x)`
 *
 * @example
 * F.hardswish(predictions)
 */
function hardswish(input: Tensor, inplace?: boolean): Tensor;
function hardswish(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * x kept between two bounds.
 *
 * `min(max(x, min_val), max_val)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at the bounds.
 * - PyTorch: `F.hardtanh`; JAX: `jax.nn.hard_tanh(x)`
 *
 * @example
 * F.hardtanh(predictions)
 */
function hardtanh(input: Tensor, min_val?: number, max_val?: number, inplace?: boolean): Tensor;
function hardtanh(input: Tensor, options: { min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
function hardtanh(input: Tensor, min_val: number, options: { max_val?: number; inplace?: boolean }): Tensor;
function hardtanh(input: Tensor, min_val: number, max_val: number, options: { inplace?: boolean }): Tensor;
/**
 * The positive part, at most 6.
 *
 * `min(max(x, 0), 6)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0 and at 6.
 * - PyTorch: `F.relu6`; JAX: `jax.nn.relu6(x)`
 *
 * @example
 * F.relu6(predictions)
 */
function relu6(input: Tensor, inplace?: boolean): Tensor;
function relu6(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * A scaled elu that keeps mean and variance.
 *
 * `1.0507 (x if x > 0, else 1.6733 (eˣ - 1))`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1.758 at 0.
 * - PyTorch: `F.selu`; JAX: `jax.nn.selu(x)`
 *
 * @example
 * F.selu(predictions)
 */
function selu(input: Tensor, inplace?: boolean): Tensor;
function selu(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * x moved towards 0 by lambd, 0 within.
 *
 * `sign(x) max(|x| - λ, 0)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at ±λ.
 * - PyTorch: `F.softshrink`
 *
 * @example
 * F.softshrink(predictions)
 */
function softshrink(input: Tensor, lambd?: number, inplace?: boolean): Tensor;
function softshrink(input: Tensor, options: { lambd?: number; inplace?: boolean }): Tensor;
function softshrink(input: Tensor, lambd: number, options: { inplace?: boolean }): Tensor;
/**
 * x above a threshold, a constant elsewhere.
 *
 * `x if x > threshold, else value`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at the threshold.
 * - PyTorch: `F.threshold`
 *
 * @example
 * F.threshold(predictions)
 */
function threshold(input: Tensor, threshold?: number, value?: number, inplace?: boolean): Tensor;
function threshold(input: Tensor, options: { threshold?: number; value?: number; inplace?: boolean }): Tensor;
function threshold(input: Tensor, threshold: number, options: { value?: number; inplace?: boolean }): Tensor;
function threshold(input: Tensor, threshold: number, value: number, options: { inplace?: boolean }): Tensor;
/**
 * x times the tanh of its softplus.
 *
 * `x · tanh(ln(1 + eˣ))`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.mish`; JAX: `jax.nn.mish(x)`
 *
 * @example
 * F.mish(predictions)
 */
function mish(input: Tensor, inplace?: boolean): Tensor;
function mish(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * x without its tanh.
 *
 * `x - tanh x`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.tanhshrink`
 *
 * @example
 * F.tanhshrink(predictions)
 */
function tanhshrink(input: Tensor, inplace?: boolean): Tensor;
function tanhshrink(input: Tensor, options: { inplace?: boolean }): Tensor;
/**
 * One half gated by the sigmoid of the other.
 *
 * `a · σ(b), x being a and b side by side`
 *
 * - Shapes: dim halved.
 * - PyTorch: `F.glu`; JAX: `jax.nn.glu(x, axis=dim)`
 *
 * @example
 * F.glu(torch.cat([predictions, predictions], 1), 1)
 */
function glu(input: Tensor, dim?: number): Tensor;
function glu(input: Tensor, options: { dim?: number }): Tensor;
/**
 * A leaky relu whose slope is learned.
 *
 * `x if x > 0, else weight · x`
 *
 * - Shapes: same as input; weight has one element, or one for each channel (dim 1).
 * - Gradient at kinks: the slope weight at 0.
 * - PyTorch: `torch.prelu`
 *
 * @example
 * F.prelu(predictions, torch.tensor([0.25]))
 */
function prelu(input: Tensor, weight: Tensor): Tensor;
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
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.expit`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
function expit(input: Tensor): Tensor;
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
function log_softmax(input: Tensor, dim?: number | null): Tensor;
function log_softmax(input: Tensor, options: { dim?: number | null }): Tensor;
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
function softmax(input: Tensor, dim?: number | null): Tensor;
function softmax(input: Tensor, options: { dim?: number | null }): Tensor;
/**
 * Means of neighbours along the last dim.
 *
 * `y_i = mean x_(i·stride … i·stride + kernel - 1)`
 *
 * - Shapes: [n, c, l] to [n, c, l'].
 * - PyTorch: `torch.avg_pool1d`
 *
 * @example
 * F.avg_pool1d(signal, 2)
 */
function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[]): Tensor;
function avg_pool1d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[] }): Tensor;
/**
 * A filter moved along the last dim.
 *
 * `y_i = Σ_k w_k x_(i·stride + k)`
 *
 * - Shapes: [n, in, l], weight [out, in, k] to [n, out, l'].
 * - PyTorch: `torch.conv1d`; JAX: `jnp.convolve(x, w[::-1], 'valid')`; NumPy: `np.correlate(x, w, 'valid')`
 *
 * @example
 * F.conv1d(signal, kernel)
 */
function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: number | readonly number[], padding?: number | readonly number[], dilation?: number | readonly number[], groups?: number): Tensor;
function conv1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv1d(input: Tensor, weight: Tensor, bias: Tensor, options: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { groups?: number }): Tensor;
/**
 * The cosine of the angle between vectors.
 *
 * `x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))`
 *
 * - Shapes: both broadcast, dim gone.
 * - Gradient at kinks: 0 where a vector is zero.
 * - PyTorch: `torch.cosine_similarity`
 *
 * @example
 * F.cosine_similarity(predictions, targets, 1)
 */
function cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
function cosine_similarity(x1: Tensor, x2: Tensor, options: { dim?: number; eps?: number }): Tensor;
function cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: { eps?: number }): Tensor;
/**
 * Rows of a table, by number.
 *
 * `y_i = weight_index_i`
 *
 * - Shapes: that of input, then the width of the table.
 * - PyTorch: `F.embedding`; JAX: `table[x]`; NumPy: `table[x]`
 *
 * @example
 * F.embedding(labels, table)
 */
function embedding(input: Tensor, weight: Tensor, padding_idx?: number | null): Tensor;
function embedding(input: Tensor, weight: Tensor, options: { padding_idx?: number | null }): Tensor;
/**
 * The last dims shifted and scaled to mean 0 and variance 1.
 *
 * `(x - mean)/√(var + eps) · weight + bias`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.layer_norm`
 *
 * @example
 * F.layer_norm(predictions, [3])
 */
function layer_norm(input: Tensor, normalized_shape: number | readonly number[], weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
function layer_norm(input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
function layer_norm(input: Tensor, normalized_shape: number | readonly number[], options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
function layer_norm(input: Tensor, normalized_shape: number | readonly number[], weight: Tensor, options: { bias?: Tensor | null; eps?: number }): Tensor;
function layer_norm(input: Tensor, normalized_shape: number | readonly number[], weight: Tensor, bias: Tensor, options: { eps?: number }): Tensor;
/**
 * Every vector along a dim divided by its norm.
 *
 * `x / max(‖x‖_p, eps)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: a zero vector stays zero.
 * - PyTorch: `F.normalize`; JAX: `x / jnp.linalg.norm(x, axis=dim, keepdims=True)`; NumPy: `x / np.linalg.norm(x, axis=dim, keepdims=True)`
 *
 * @example
 * F.normalize(predictions, { dim: 1 })
 */
function normalize(input: Tensor, p?: number, dim?: number, eps?: number): Tensor;
function normalize(input: Tensor, options: { p?: number; dim?: number; eps?: number }): Tensor;
function normalize(input: Tensor, p: number, options: { dim?: number; eps?: number }): Tensor;
function normalize(input: Tensor, p: number, dim: number, options: { eps?: number }): Tensor;
/**
 * The distance of each vector from the one in the same place.
 *
 * `‖x1 - x2 + eps‖_p`
 *
 * - Shapes: both broadcast, last dim gone.
 * - Gradient at kinks: finite where they are equal, thanks to eps.
 * - PyTorch: `torch.pairwise_distance`
 *
 * @example
 * F.pairwise_distance(predictions, targets)
 */
function pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
function pairwise_distance(x1: Tensor, x2: Tensor, options: { p?: number; eps?: number; keepdim?: boolean }): Tensor;
function pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: { eps?: number; keepdim?: boolean }): Tensor;
function pairwise_distance(x1: Tensor, x2: Tensor, p: number, eps: number, options: { keepdim?: boolean }): Tensor;
/**
 * The distance of every pair of rows, each pair once.
 *
 * `(Σ |x_i - x_j|ᵖ)^(1/p) for i < j`
 *
 * - Shapes: [n, d] to [n (n - 1)/2].
 * - PyTorch: `torch.pdist`
 *
 * @example
 * F.pdist(torch.randn([4, 2]))
 */
function pdist(input: Tensor, p?: number): Tensor;
function pdist(input: Tensor, options: { p?: number }): Tensor;
/**
 * The softmax of the negatives.
 *
 * `e⁻ˣ / Σ e⁻ˣ`
 *
 * - Shapes: same as input.
 * - PyTorch: `F.softmin`
 *
 * @example
 * F.softmin(predictions, 1)
 */
function softmin(input: Tensor, dim: number): Tensor;
function softmin(input: Tensor, options: { dim: number }): Tensor;
/**
 * Every window of an image times a kernel: one channel out for each kernel.
 *
 * `y[n, o, i, j] = bias[o] + Σ weight[o, c, k, l] · x[n, c, i·stride + k·dilation, j·stride + l·dilation]`
 *
 * - Shapes: [n, c, h, w] and [out, c / groups, k, l] to [n, out, rows, columns]; an image without n stays without.
 * - PyTorch: `torch.conv2d`; JAX: `jax.lax.conv_general_dilated(x, weight, (1, 1), "VALID")`
 *
 * @example
 * F.conv2d(torch.randn([1, 1, 5, 5]), torch.ones([1, 1, 3, 3]))
 */
function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: number | readonly number[], padding?: number | readonly number[], dilation?: number | readonly number[], groups?: number): Tensor;
function conv2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv2d(input: Tensor, weight: Tensor, bias: Tensor, options: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[]; groups?: number }): Tensor;
function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { groups?: number }): Tensor;
/**
 * The mean of every window of an image, zeros of the padding included.
 *
 * `mean of x over the window`
 *
 * - Shapes: [n, c, h, w] or [c, h, w] to as many windows as fit; stride is the kernel's size where it is not given.
 * - PyTorch: `F.avg_pool2d`
 *
 * @example
 * F.avg_pool2d(torch.randn([1, 1, 4, 4]), 2)
 */
function avg_pool2d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[]): Tensor;
function avg_pool2d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function avg_pool2d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function avg_pool2d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[] }): Tensor;
/**
 * The largest element of every window of an image.
 *
 * `max of x over the window`
 *
 * - Shapes: [n, c, h, w] or [c, h, w] to as many windows as fit; stride is the kernel's size where it is not given.
 * - Gradient at kinks: all to the first of those that are largest.
 * - PyTorch: `F.max_pool2d`
 *
 * @example
 * F.max_pool2d(torch.randn([1, 1, 4, 4]), 2)
 */
function max_pool2d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[]): Tensor;
function max_pool2d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function max_pool2d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
function max_pool2d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[] }): Tensor;
/**
 * The mean of each of so many windows that cover the input evenly.
 *
 * `mean of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, l] to [n, c, output_size].
 * - PyTorch: `torch.adaptive_avg_pool1d`
 *
 * @example
 * F.adaptive_avg_pool1d(torch.randn([1, 2, 6]), 2)
 */
function adaptive_avg_pool1d(input: Tensor, output_size: number | readonly number[]): Tensor;
function adaptive_avg_pool1d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The mean of each of so many windows that cover the input evenly.
 *
 * `mean of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, h, w] to [n, c, rows, columns].
 * - PyTorch: `F.adaptive_avg_pool2d`
 *
 * @example
 * F.adaptive_avg_pool2d(torch.randn([1, 2, 6, 6]), [2, 3])
 */
function adaptive_avg_pool2d(input: Tensor, output_size: number | readonly number[]): Tensor;
function adaptive_avg_pool2d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The largest element of each of so many windows that cover the input evenly.
 *
 * `max of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, l] to [n, c, output_size].
 * - PyTorch: `torch.adaptive_max_pool1d`
 *
 * @example
 * F.adaptive_max_pool1d(torch.randn([1, 2, 6]), 2)
 */
function adaptive_max_pool1d(input: Tensor, output_size: number | readonly number[]): Tensor;
function adaptive_max_pool1d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The largest element of each of so many windows that cover the input evenly.
 *
 * `max of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, h, w] to [n, c, rows, columns].
 * - PyTorch: `F.adaptive_max_pool2d`
 *
 * @example
 * F.adaptive_max_pool2d(torch.randn([1, 2, 6, 6]), [2, 3])
 */
function adaptive_max_pool2d(input: Tensor, output_size: number | readonly number[]): Tensor;
function adaptive_max_pool2d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The largest of neighbours along the last dim.
 *
 * `max of x over the window`
 *
 * - Shapes: [n, c, l] or [c, l] to as many windows as fit; stride is the kernel's size where it is not given.
 * - Gradient at kinks: all to the first of those that are largest.
 * - PyTorch: `torch.max_pool1d`
 *
 * @example
 * F.max_pool1d(torch.randn([1, 1, 6]), 2)
 */
function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[], dilation?: number | readonly number[]): Tensor;
function max_pool1d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
function max_pool1d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[] }): Tensor;
/**
 * Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances.
 *
 * `(x - mean)/√(var + eps) · weight + bias`
 *
 * - Shapes: [n, c] or [n, c, …], same as input; everything else [c].
 * - Domain: more than one value for each channel in training.
 * - PyTorch: `F.batch_norm`
 *
 * @example
 * F.batch_norm(predictions, null, null, null, null, true)
 */
function batch_norm(input: Tensor, running_mean?: Tensor | null, running_var?: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, training?: boolean, momentum?: number, eps?: number): Tensor;
function batch_norm(input: Tensor, options: { running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, options: { running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, options: { weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, options: { bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, options: { training?: boolean; momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, training: boolean, options: { momentum?: number; eps?: number }): Tensor;
function batch_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, training: boolean, momentum: number, options: { eps?: number }): Tensor;
/**
 * Groups of channels of every sample shifted and scaled to mean 0 and variance 1.
 *
 * `(x - mean)/√(var + eps) · weight + bias`
 *
 * - Shapes: [n, c, …], same as input; weight and bias [c].
 * - PyTorch: `F.group_norm`
 *
 * @example
 * F.group_norm(torch.randn([2, 4, 3]), 2)
 */
function group_norm(input: Tensor, num_groups: number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
function group_norm(input: Tensor, options: { num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
function group_norm(input: Tensor, num_groups: number, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
function group_norm(input: Tensor, num_groups: number, weight: Tensor, options: { bias?: Tensor | null; eps?: number }): Tensor;
function group_norm(input: Tensor, num_groups: number, weight: Tensor, bias: Tensor, options: { eps?: number }): Tensor;
/**
 * Every channel of every sample shifted and scaled to mean 0 and variance 1.
 *
 * `(x - mean)/√(var + eps) · weight + bias`
 *
 * - Shapes: [n, c, l] or [n, c, h, w], same as input; weight and bias [c].
 * - PyTorch: `F.instance_norm`
 *
 * @example
 * F.instance_norm(torch.randn([2, 3, 4]))
 */
function instance_norm(input: Tensor, running_mean?: Tensor | null, running_var?: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, use_input_stats?: boolean, momentum?: number, eps?: number): Tensor;
function instance_norm(input: Tensor, options: { running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, options: { running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, options: { weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, options: { bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, options: { use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, use_input_stats: boolean, options: { momentum?: number; eps?: number }): Tensor;
function instance_norm(input: Tensor, running_mean: Tensor, running_var: Tensor, weight: Tensor, bias: Tensor, use_input_stats: boolean, momentum: number, options: { eps?: number }): Tensor;
/**
 * Columns added up to an image again: what unfold took apart, each pixel as often as windows saw it.
 *
 * `y[n, c, i·stride + k, j·stride + l] += x[n, (c, k, l), (i, j)]`
 *
 * - Shapes: [n, c · kernel, windows] to [n, c, h, w].
 * - PyTorch: `F.fold`
 *
 * @example
 * F.fold(torch.ones([1, 4, 9]), [4, 4], 2)
 */
function fold(input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation?: number | readonly number[], padding?: number | readonly number[], stride?: number | readonly number[]): Tensor;
function fold(input: Tensor, options: { output_size: number | readonly number[]; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
function fold(input: Tensor, output_size: number | readonly number[], options: { kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
function fold(input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], options: { dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
function fold(input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], options: { padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
function fold(input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], options: { stride?: number | readonly number[] }): Tensor;
/**
 * An image read at places that a grid names, between its pixels.
 *
 * `y[n, c, i, j] = x[n, c] at (grid[n, i, j, 1], grid[n, i, j, 0]), -1 and 1 being the edges`
 *
 * - Shapes: [n, c, h, w] and [n, rows, columns, 2] to [n, c, rows, columns].
 * - PyTorch: `F.grid_sample`
 *
 * @example
 * F.grid_sample(torch.randn([1, 1, 4, 4]), torch.zeros([1, 2, 2, 2]), { align_corners: false })
 */
function grid_sample(input: Tensor, grid: Tensor, mode?: string, padding_mode?: string, align_corners?: boolean | null): Tensor;
function grid_sample(input: Tensor, grid: Tensor, options: { mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
function grid_sample(input: Tensor, grid: Tensor, mode: string, options: { padding_mode?: string; align_corners?: boolean | null }): Tensor;
function grid_sample(input: Tensor, grid: Tensor, mode: string, padding_mode: string, options: { align_corners?: boolean | null }): Tensor;
/**
 * Signals and images in another size, by the nearest element or between neighbours.
 *
 * `nearest: x at ⌊i · from / to⌋; linear, bilinear: the neighbours weighted by their nearness; area: means`
 *
 * - Shapes: [n, c, l] or [n, c, h, w] to the sizes given, or scale_factor times as large.
 * - PyTorch: `F.interpolate`
 *
 * @example
 * F.interpolate(torch.randn([1, 1, 4, 4]), { scale_factor: 2 })
 */
function interpolate(input: Tensor, size?: number | readonly number[] | null, scale_factor?: number | null, mode?: string, align_corners?: boolean | null, recompute_scale_factor?: boolean | null, antialias?: boolean): Tensor;
function interpolate(input: Tensor, options: { size?: number | readonly number[] | null; scale_factor?: number | null; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
function interpolate(input: Tensor, size: number | readonly number[], options: { scale_factor?: number | null; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
function interpolate(input: Tensor, size: number | readonly number[], scale_factor: number, options: { mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
function interpolate(input: Tensor, size: number | readonly number[], scale_factor: number, mode: string, options: { align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
function interpolate(input: Tensor, size: number | readonly number[], scale_factor: number, mode: string, align_corners: boolean, options: { recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
function interpolate(input: Tensor, size: number | readonly number[], scale_factor: number, mode: string, align_corners: boolean, recompute_scale_factor: boolean, options: { antialias?: boolean }): Tensor;
/**
 * Channels laid out as pixels: a finer image of fewer channels.
 *
 * `y[n, c, i·r + k, j·r + l] = x[n, c·r² + k·r + l, i, j]`
 *
 * - Shapes: [n, c · r², h, w] to [n, c, h · r, w · r].
 * - PyTorch: `torch.pixel_shuffle`
 *
 * @example
 * F.pixel_shuffle(torch.randn([1, 4, 2, 2]), 2)
 */
function pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
function pixel_shuffle(input: Tensor, options: { upscale_factor: number }): Tensor;
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
/**
 * Negative log likelihood of the right class, given logits.
 *
 * `-w_y · ln softmax(input)_y, the mean weighted by w`
 *
 * - Shapes: input [N, C, …] of logits; target [N, …] of class numbers, or probabilities in the shape of input.
 * - PyTorch: `F.cross_entropy`; JAX: `optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()`
 *
 * @example
 * F.cross_entropy(logits, labels)
 */
function cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, ignore_index?: number, reduction?: "mean" | "sum" | "none", label_smoothing?: number): Tensor;
function cross_entropy(input: Tensor, target: Tensor, options: { weight?: Tensor | null; ignore_index?: number; reduction?: "mean" | "sum" | "none"; label_smoothing?: number }): Tensor;
function cross_entropy(input: Tensor, target: Tensor, weight: Tensor, options: { ignore_index?: number; reduction?: "mean" | "sum" | "none"; label_smoothing?: number }): Tensor;
function cross_entropy(input: Tensor, target: Tensor, weight: Tensor, ignore_index: number, options: { reduction?: "mean" | "sum" | "none"; label_smoothing?: number }): Tensor;
function cross_entropy(input: Tensor, target: Tensor, weight: Tensor, ignore_index: number, reduction: "mean" | "sum" | "none", options: { label_smoothing?: number }): Tensor;
/**
 * Negative log likelihood of the right class, given log probabilities.
 *
 * `-w_y · input_y, the mean weighted by w`
 *
 * - Shapes: input [N, C, …] of log probabilities, target [N, …] of class numbers.
 * - PyTorch: `F.nll_loss`
 *
 * @example
 * F.nll_loss(F.log_softmax(logits, 1), labels)
 */
function nll_loss(input: Tensor, target: Tensor, weight?: Tensor | null, ignore_index?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function nll_loss(input: Tensor, target: Tensor, options: { weight?: Tensor | null; ignore_index?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function nll_loss(input: Tensor, target: Tensor, weight: Tensor, options: { ignore_index?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function nll_loss(input: Tensor, target: Tensor, weight: Tensor, ignore_index: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Negative log likelihood of yes and no, given probabilities.
 *
 * `-(t ln x + (1 - t) ln(1 - x)), logs no less than -100`
 *
 * - Shapes: input and target of one shape; weight broadcasts.
 * - Domain: 0 ≤ input ≤ 1, 0 ≤ target ≤ 1.
 * - Gradient at kinks: divided by max(x (1 - x), 1e-12).
 * - PyTorch: `F.binary_cross_entropy`
 *
 * @example
 * F.binary_cross_entropy(predictions.sigmoid(), targets)
 */
function binary_cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: "mean" | "sum" | "none"): Tensor;
function binary_cross_entropy(input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none" }): Tensor;
function binary_cross_entropy(input: Tensor, target: Tensor, weight: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Negative log likelihood of yes and no, given logits.
 *
 * `(1 - t) x + (1 + (w⁺ - 1) t) ln(1 + e⁻ˣ)`
 *
 * - Shapes: input and target of one shape; weight and pos_weight broadcast.
 * - PyTorch: `F.binary_cross_entropy_with_logits`; JAX: `optax.sigmoid_binary_cross_entropy(x, t).mean()`
 *
 * @example
 * F.binary_cross_entropy_with_logits(predictions, targets)
 */
function binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: "mean" | "sum" | "none", pos_weight?: Tensor | null): Tensor;
function binary_cross_entropy_with_logits(input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none"; pos_weight?: Tensor | null }): Tensor;
function binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor, options: { reduction?: "mean" | "sum" | "none"; pos_weight?: Tensor | null }): Tensor;
function binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor, reduction: "mean" | "sum" | "none", options: { pos_weight?: Tensor | null }): Tensor;
/**
 * Yes and no for each of several labels, given logits.
 *
 * `mean over classes of -(t ln σ(x) + (1 - t) ln σ(-x))`
 *
 * - Shapes: input and target [N, C] to [N]; [] unless reduction is none.
 * - PyTorch: `F.multilabel_soft_margin_loss`
 *
 * @example
 * F.multilabel_soft_margin_loss(predictions, targets)
 */
function multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: "mean" | "sum" | "none"): Tensor;
function multilabel_soft_margin_loss(input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none" }): Tensor;
function multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Negative log likelihood of a Gaussian with its own variance for each element.
 *
 * `½ (ln v + (input - target)² / v), v = max(var, ε)`
 *
 * - Shapes: input and target broadcast; var of the input's shape, or without its last dim.
 * - Domain: var ≥ 0.
 * - Gradient at kinks: the gradient of var passes below ε as if nothing bounded it.
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
 * The Kullback-Leibler divergence, input being log probabilities.
 *
 * `t (ln t - input); with log_target eᵗ (t - input)`
 *
 * - Shapes: input and target broadcast; "mean" divides by all elements, "batchmean" by the batch as the mathematics does.
 * - Gradient at kinks: 0 where the target is 0.
 * - PyTorch: `F.kl_div`
 *
 * @example
 * F.kl_div(F.log_softmax(predictions, 1), F.softmax(targets, 1), { reduction: "batchmean" })
 */
function kl_div(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | "batchmean", log_target?: boolean): Tensor;
function kl_div(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none" | "batchmean"; log_target?: boolean }): Tensor;
function kl_div(input: Tensor, target: Tensor, reduction: "mean" | "sum" | "none", options: { log_target?: boolean }): Tensor;
/**
 * Negative log likelihood of counts, the rate given as its logarithm.
 *
 * `eⁱⁿᵖᵘᵗ - target · input, or input - target ln(input + ε); full adds Stirling's term for ln target!`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Domain: input ≥ 0 where log_input is false.
 * - PyTorch: `F.poisson_nll_loss`
 *
 * @example
 * F.poisson_nll_loss(predictions, targets)
 */
function poisson_nll_loss(input: Tensor, target: Tensor, log_input?: boolean, full?: boolean, eps?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, options: { log_input?: boolean; full?: boolean; eps?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, options: { full?: boolean; eps?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, full: boolean, options: { eps?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, full: boolean, eps: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * −ln of the probability of a sequence of labels, over all ways to spread it over the steps, with blanks and repetitions.
 *
 * `−ln Σ over paths that shorten to the target of Π_t p_t(path_t); mean divides each by its target's length first`
 *
 * - Shapes: log_probs [T, N, C] or [T, C], targets [N, S] or all of them one after the other; [] unless reduction is none.
 * - Domain: log_probs of log_softmax: the gradient, as PyTorch's, is that of the logits before it; ∞ where the steps are too few.
 * - PyTorch: `F.ctc_loss`; JAX: `optax.ctc_loss(logits, logit_paddings, labels, label_paddings)`
 *
 * @example
 * F.ctc_loss(torch.randn(6, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), [6], [2])
 */
function ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: NestedNumbers | Tensor, target_lengths: NestedNumbers | Tensor, blank?: number, reduction?: "mean" | "sum" | "none", zero_infinity?: boolean): Tensor;
function ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: NestedNumbers | Tensor, target_lengths: NestedNumbers | Tensor, options: { blank?: number; reduction?: "mean" | "sum" | "none"; zero_infinity?: boolean }): Tensor;
function ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: NestedNumbers | Tensor, target_lengths: NestedNumbers | Tensor, blank: number, options: { reduction?: "mean" | "sum" | "none"; zero_infinity?: boolean }): Tensor;
function ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: NestedNumbers | Tensor, target_lengths: NestedNumbers | Tensor, blank: number, reduction: "mean" | "sum" | "none", options: { zero_infinity?: boolean }): Tensor;
/**
 * Vectors that should point the same way (target 1) or not (target -1).
 *
 * `1 - cos if t = 1, max(0, cos - margin) if t = -1`
 *
 * - Shapes: inputs [N, D] or [D], target [N] or [].
 * - PyTorch: `F.cosine_embedding_loss`
 *
 * @example
 * F.cosine_embedding_loss(predictions, targets, signs)
 */
function cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * A distance that should be small (target 1) or beyond the margin (target -1).
 *
 * `x if t = 1, max(0, margin - x) if t = -1`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Gradient at kinks: 1 at the margin: the gradient passes.
 * - PyTorch: `F.hinge_embedding_loss`
 *
 * @example
 * F.hinge_embedding_loss(predictions, targets)
 */
function hinge_embedding_loss(input: Tensor, target: Tensor, margin?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function hinge_embedding_loss(input: Tensor, target: Tensor, options: { margin?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function hinge_embedding_loss(input: Tensor, target: Tensor, margin: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Of two scores, the first should be higher (target 1) or lower (target -1) by a margin.
 *
 * `max(0, -t (x1 - x2) + margin)`
 *
 * - Shapes: all three broadcast; [] unless reduction is none.
 * - Gradient at kinks: passes where the margin is exactly met.
 * - PyTorch: `F.margin_ranking_loss`
 *
 * @example
 * F.margin_ranking_loss(scores1, scores2, signs)
 */
function margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: "mean" | "sum" | "none"): Tensor;
function margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; reduction?: "mean" | "sum" | "none" }): Tensor;
function margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * The right class should score higher than every other by a margin.
 *
 * `Σ_{j≠y} max(0, margin - x_y + x_j)ᵖ w_y / C`
 *
 * - Shapes: input [N, C] or [C], target [N] or [] of class numbers.
 * - Gradient at kinks: 0 where the margin is exactly met.
 * - PyTorch: `F.multi_margin_loss`
 *
 * @example
 * F.multi_margin_loss(scores, labels)
 */
function multi_margin_loss(input: Tensor, target: Tensor, p?: number, margin?: number, weight?: Tensor | null, reduction?: "mean" | "sum" | "none"): Tensor;
function multi_margin_loss(input: Tensor, target: Tensor, options: { p?: number; margin?: number; weight?: Tensor | null; reduction?: "mean" | "sum" | "none" }): Tensor;
function multi_margin_loss(input: Tensor, target: Tensor, p: number, options: { margin?: number; weight?: Tensor | null; reduction?: "mean" | "sum" | "none" }): Tensor;
function multi_margin_loss(input: Tensor, target: Tensor, p: number, margin: number, options: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none" }): Tensor;
function multi_margin_loss(input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Every right class should score higher than every other by 1.
 *
 * `Σ_{y right, j not} max(0, 1 - x_y + x_j) / C`
 *
 * - Shapes: input and target [N, C]; each row of target lists class numbers, -1 ends the list.
 * - Gradient at kinks: 0 where the margin is exactly met.
 * - PyTorch: `F.multilabel_margin_loss`
 *
 * @example
 * F.multilabel_margin_loss(scores, labels)
 */
function multilabel_margin_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none"): Tensor;
function multilabel_margin_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * The logistic loss of targets 1 and -1.
 *
 * `ln(1 + e^(-t x))`
 *
 * - Shapes: input and target broadcast; [] unless reduction is none.
 * - Domain: overflows float32 where t x < -88.7.
 * - PyTorch: `F.soft_margin_loss`
 *
 * @example
 * F.soft_margin_loss(predictions, targets)
 */
function soft_margin_loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none"): Tensor;
function soft_margin_loss(input: Tensor, target: Tensor, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * An anchor that should be nearer to the positive than to the negative by a margin.
 *
 * `max(0, d(a, p) - d(a, n) + margin)`
 *
 * - Shapes: all three [N, D] to [N]; [] unless reduction is none.
 * - Gradient at kinks: passes where the margin is exactly met.
 * - PyTorch: `F.triplet_margin_loss`
 *
 * @example
 * F.triplet_margin_loss(anchor, positive, negative)
 */
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: "mean" | "sum" | "none"): Tensor;
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options: { margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: "mean" | "sum" | "none" }): Tensor;
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: { p?: number; eps?: number; swap?: boolean; reduction?: "mean" | "sum" | "none" }): Tensor;
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, options: { eps?: number; swap?: boolean; reduction?: "mean" | "sum" | "none" }): Tensor;
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, options: { swap?: boolean; reduction?: "mean" | "sum" | "none" }): Tensor;
function triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, options: { reduction?: "mean" | "sum" | "none" }): Tensor;
/**
 * Zeros with probability p, the others divided by 1 - p; without training the input itself. PyTorch's own numbers for the same seed.
 *
 * `y = x · m / (1 - p), P(m = 0) = p`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.dropout`
 *
 * @example
 * F.dropout(predictions, 0.2)
 */
function dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
function dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
function dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
function dropout(input: Tensor, p: number, training: boolean, options: { inplace?: boolean }): Tensor;
/**
 * Samples of a class each, softened by a temperature; hard ones are one-hot and pass the soft ones' gradient. PyTorch's own numbers for the same seed.
 *
 * `softmax((logits + g)/tau), g = -ln E, E ~ Exp(1)`
 *
 * - Shapes: same as logits.
 * - PyTorch: `F.gumbel_softmax`
 *
 * @example
 * F.gumbel_softmax(torch.randn([4, 3]), 0.5)
 */
function gumbel_softmax(logits: Tensor, tau?: number, hard?: boolean, eps?: number, dim?: number): Tensor;
function gumbel_softmax(logits: Tensor, options: { tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
function gumbel_softmax(logits: Tensor, tau: number, options: { hard?: boolean; eps?: number; dim?: number }): Tensor;
function gumbel_softmax(logits: Tensor, tau: number, hard: boolean, options: { eps?: number; dim?: number }): Tensor;
function gumbel_softmax(logits: Tensor, tau: number, hard: boolean, eps: number, options: { dim?: number }): Tensor;
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
export function add(input: Tensor | number, other: Tensor | number, alpha?: number): Tensor;
export function add(input: Tensor | number, other: Tensor | number, options: { alpha?: number }): Tensor;
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
export function div(input: Tensor | number, other: Tensor | number, rounding_mode?: string | null): Tensor;
export function div(input: Tensor | number, other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.divide`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
export function divide(input: Tensor | number, other: Tensor | number, rounding_mode?: string | null): Tensor;
export function divide(input: Tensor | number, other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
/**
 * The quotient; integers give float32.
 *
 * `a / b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b ≠ 0; ±∞ or NaN there.
 * - PyTorch: `torch.true_divide`; JAX: `a / b`; NumPy: `a / b`
 *
 * @example
 * predictions.div(targets)
 */
export function true_divide(input: Tensor | number, other: Tensor | number, rounding_mode?: string | null): Tensor;
export function true_divide(input: Tensor | number, other: Tensor | number, options: { rounding_mode?: string | null }): Tensor;
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
 * The product.
 *
 * `a · b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.multiply`; JAX: `a * b`; NumPy: `a * b`
 *
 * @example
 * predictions.mul(targets)
 */
export function multiply(input: Tensor | number, other: Tensor | number): Tensor;
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
export function sub(input: Tensor | number, other: Tensor | number, alpha?: number): Tensor;
export function sub(input: Tensor | number, other: Tensor | number, options: { alpha?: number }): Tensor;
/**
 * The difference.
 *
 * `a - b`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.subtract`; JAX: `a - b`; NumPy: `a - b`
 *
 * @example
 * predictions.sub(targets)
 */
export function subtract(input: Tensor | number, other: Tensor | number, alpha?: number): Tensor;
export function subtract(input: Tensor | number, other: Tensor | number, options: { alpha?: number }): Tensor;
/**
 * The quotient, rounded down.
 *
 * `⌊a / b⌋`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no derivative: backward refuses; div(a, b, { rounding_mode: "floor" }) has zeros.
 * - PyTorch: `torch.floor_divide`; JAX: `a // b`; NumPy: `a // b`
 *
 * @example
 * predictions.floor_divide(2)
 */
export function floor_divide(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The second operand less the first.
 *
 * `other - alpha · input`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.rsub`; JAX: `other - x`; NumPy: `other - x`
 *
 * @example
 * torch.rsub(predictions, 1)
 */
export function rsub(input: Tensor, other: Tensor | number, alpha?: number): Tensor;
export function rsub(input: Tensor, other: Tensor | number, options: { alpha?: number }): Tensor;
/**
 * The larger of two.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b; beside NaN all to both.
 * - PyTorch: `torch.maximum`; JAX: `jnp.maximum(a, b)`; NumPy: `np.maximum(a, b)`
 *
 * @example
 * predictions.maximum(targets)
 */
export function maximum(input: Tensor, other: Tensor): Tensor;
/**
 * The smaller of two.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: half to each side where a = b; beside NaN all to both.
 * - PyTorch: `torch.minimum`; JAX: `jnp.minimum(a, b)`; NumPy: `np.minimum(a, b)`
 *
 * @example
 * predictions.minimum(targets)
 */
export function minimum(input: Tensor, other: Tensor): Tensor;
/**
 * The larger of two, the other where one is NaN.
 *
 * `max(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: all to the left side where a = b.
 * - PyTorch: `torch.fmax`; JAX: `jnp.fmax(a, b)`; NumPy: `np.fmax(a, b)`
 *
 * @example
 * predictions.fmax(targets)
 */
export function fmax(input: Tensor, other: Tensor): Tensor;
/**
 * The smaller of two, the other where one is NaN.
 *
 * `min(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: all to the left side where a = b.
 * - PyTorch: `torch.fmin`; JAX: `jnp.fmin(a, b)`; NumPy: `np.fmin(a, b)`
 *
 * @example
 * predictions.fmin(targets)
 */
export function fmin(input: Tensor, other: Tensor): Tensor;
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
 * What division leaves, with the sign of the dividend.
 *
 * `a - b · trunc(a/b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.fmod`; JAX: `jnp.fmod(a, b)`; NumPy: `np.fmod(a, b)`
 *
 * @example
 * predictions.fmod(targets)
 */
export function fmod(input: Tensor | number, other: Tensor | number): Tensor;
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
export function pow(input: Tensor | number, exponent: Tensor | number): Tensor;
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
 * torch.where(predictions.gt(targets), predictions, targets.mul(2))
 */
export function where(condition: Tensor, input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The angle of the point (b, a), with its sign.
 *
 * `arctan(a / b) in the right quadrant`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.atan2`; JAX: `jnp.arctan2(a, b)`; NumPy: `np.arctan2(a, b)`
 *
 * @example
 * predictions.atan2(targets)
 */
export function atan2(input: Tensor, other: Tensor): Tensor;
/**
 * The angle of the point (b, a), with its sign.
 *
 * `arctan(a / b) in the right quadrant`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.arctan2`; JAX: `jnp.arctan2(a, b)`; NumPy: `np.arctan2(a, b)`
 *
 * @example
 * predictions.atan2(targets)
 */
export function arctan2(input: Tensor, other: Tensor): Tensor;
/**
 * The size of the first with the sign of the second.
 *
 * `|a| · sign b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at a = 0.
 * - PyTorch: `torch.copysign`; JAX: `jnp.copysign(a, b)`; NumPy: `np.copysign(a, b)`
 *
 * @example
 * predictions.copysign(targets)
 */
export function copysign(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * 0 below zero, 1 above, the second operand at zero.
 *
 * `0 if a < 0, b if a = 0, 1 if a > 0`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.heaviside`; JAX: `jnp.heaviside(a, b)`; NumPy: `np.heaviside(a, b)`
 *
 * @example
 * predictions.heaviside(targets)
 */
export function heaviside(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The length of (a, b), without overflow.
 *
 * `√(a² + b²)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: 0 at (0, 0).
 * - PyTorch: `torch.hypot`; JAX: `jnp.hypot(a, b)`; NumPy: `np.hypot(a, b)`
 *
 * @example
 * predictions.hypot(targets)
 */
export function hypot(input: Tensor, other: Tensor): Tensor;
/**
 * log of the sum of two exponentials, without overflow.
 *
 * `ln(eᵃ + eᵇ)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.logaddexp`; JAX: `jnp.logaddexp(a, b)`; NumPy: `np.logaddexp(a, b)`
 *
 * @example
 * predictions.logaddexp(targets)
 */
export function logaddexp(input: Tensor, other: Tensor): Tensor;
/**
 * log of the sum of two exponentials, without overflow.
 *
 * `log₂(2ᵃ + 2ᵇ)`
 *
 * - Shapes: input and other broadcast to the result.
 * - PyTorch: `torch.logaddexp2`; JAX: `jnp.logaddexp2(a, b)`; NumPy: `np.logaddexp2(a, b)`
 *
 * @example
 * predictions.logaddexp2(targets)
 */
export function logaddexp2(input: Tensor, other: Tensor): Tensor;
/**
 * a log(b), 0 where a is 0: what entropies need.
 *
 * `a ln b, 0 at a = 0`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: b > 0 where a ≠ 0.
 * - PyTorch: `torch.xlogy`; JAX: `jax.scipy.special.xlogy(a, b)`; NumPy: `scipy.special.xlogy(a, b)`
 *
 * @example
 * predictions.xlogy(targets)
 */
export function xlogy(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * A tensor plus a quotient of two others.
 *
 * `input + value · tensor1 / tensor2`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.addcdiv`
 *
 * @example
 * torch.addcdiv(targets, predictions, predictions, { value: 0.5 })
 */
export function addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
export function addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: number }): Tensor;
/**
 * A tensor plus a product of two others.
 *
 * `input + value · tensor1 · tensor2`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.addcmul`
 *
 * @example
 * torch.addcmul(targets, predictions, predictions, { value: 0.5 })
 */
export function addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number): Tensor;
export function addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: number }): Tensor;
/**
 * A point on the way from one to the other.
 *
 * `a + weight (b - a)`
 *
 * - Shapes: all broadcast to the result.
 * - PyTorch: `torch.lerp`; JAX: `a + weight * (b - a)`; NumPy: `a + weight * (b - a)`
 *
 * @example
 * targets.lerp(predictions, 0.1)
 */
export function lerp(input: Tensor, end: Tensor, weight: Tensor | number): Tensor;
/**
 * And of bits, or of bools.
 *
 * `a and b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_and`; JAX: `jnp.bitwise_and(a, b)`; NumPy: `np.bitwise_and(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_and(targets.gt(0))
 */
export function bitwise_and(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The opposite of bools; of integers, every bit.
 *
 * `not x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_not`; JAX: `jnp.bitwise_not(x)`; NumPy: `np.bitwise_not(x)`
 *
 * @example
 * targets.isnan().bitwise_not()
 */
export function bitwise_not(input: Tensor): Tensor;
/**
 * Or of bits, or of bools.
 *
 * `a or b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_or`; JAX: `jnp.bitwise_or(a, b)`; NumPy: `np.bitwise_or(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_or(targets.gt(0))
 */
export function bitwise_or(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * Xor of bits, or of bools.
 *
 * `a xor b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.bitwise_xor`; JAX: `jnp.bitwise_xor(a, b)`; NumPy: `np.bitwise_xor(a, b)`
 *
 * @example
 * predictions.gt(0).bitwise_xor(targets.gt(0))
 */
export function bitwise_xor(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * Whether two tensors nearly agree everywhere.
 *
 * `all |a - b| ≤ atol + rtol |b|`
 *
 * - Shapes: two that broadcast in, true or false out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.allclose`; JAX: `jnp.allclose(a, b)`; NumPy: `np.allclose(a, b)`
 *
 * @example
 * torch.allclose(predictions, targets)
 */
export function allclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
export function allclose(input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
export function allclose(input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): boolean;
export function allclose(input: Tensor, other: Tensor, rtol: number, atol: number, options: { equal_nan?: boolean }): boolean;
/**
 * Whether two tensors have the same shape and elements.
 *
 * `a = b everywhere`
 *
 * - Shapes: any in, true or false out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.equal`; JAX: `jnp.array_equal(a, b)`; NumPy: `np.array_equal(a, b)`
 *
 * @example
 * torch.equal(predictions, targets)
 */
export function equal(input: Tensor, other: Tensor): boolean;
/**
 * True where two tensors nearly agree.
 *
 * `|a - b| ≤ atol + rtol |b|`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.isclose`; JAX: `jnp.isclose(a, b)`; NumPy: `np.isclose(a, b)`
 *
 * @example
 * torch.isclose(predictions, targets)
 */
export function isclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
export function isclose(input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
export function isclose(input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): Tensor;
export function isclose(input: Tensor, other: Tensor, rtol: number, atol: number, options: { equal_nan?: boolean }): Tensor;
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
 * The size of every element.
 *
 * `|x|`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.absolute`; JAX: `jnp.abs(x)`; NumPy: `np.abs(x)`
 *
 * @example
 * predictions.sub(targets).abs().mean()
 */
export function absolute(input: Tensor): Tensor;
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
 * Two to the power x.
 *
 * `2ˣ`
 *
 * - Shapes: same as input.
 * - Domain: overflows float32 at 128.
 * - PyTorch: `torch.exp2`; JAX: `jnp.exp2(x)`; NumPy: `np.exp2(x)`
 *
 * @example
 * predictions.sub(targets).exp2().mean()
 */
export function exp2(input: Tensor): Tensor;
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
 * The logarithm to base 10.
 *
 * `log₁₀ x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - PyTorch: `torch.log10`; JAX: `jnp.log10(x)`; NumPy: `np.log10(x)`
 *
 * @example
 * predictions.sub(targets).log10().mean()
 */
export function log10(input: Tensor): Tensor;
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
 * The logarithm to base 2.
 *
 * `log₂ x`
 *
 * - Shapes: same as input.
 * - Domain: x > 0; -∞ at 0, NaN below.
 * - PyTorch: `torch.log2`; JAX: `jnp.log2(x)`; NumPy: `np.log2(x)`
 *
 * @example
 * predictions.sub(targets).log2().mean()
 */
export function log2(input: Tensor): Tensor;
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
 * The negative of every element.
 *
 * `-x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.negative`; JAX: `jnp.negative(x)`; NumPy: `np.negative(x)`
 *
 * @example
 * predictions.sub(targets).neg().mean()
 */
export function negative(input: Tensor): Tensor;
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
 * -1, 0 or 1.
 *
 * `x / |x|, 0 at 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere: nothing is learned through it.
 * - PyTorch: `torch.sgn`; JAX: `jnp.sign(x)`; NumPy: `np.sign(x)`
 *
 * @example
 * predictions.sub(targets).sign().mean()
 */
export function sgn(input: Tensor): Tensor;
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
 * The angle whose cosine is x.
 *
 * `arccos x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.acos`; JAX: `jnp.arccos(x)`; NumPy: `np.arccos(x)`
 *
 * @example
 * predictions.sub(targets).acos().mean()
 */
export function acos(input: Tensor): Tensor;
/**
 * The angle whose cosine is x.
 *
 * `arccos x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.arccos`; JAX: `jnp.arccos(x)`; NumPy: `np.arccos(x)`
 *
 * @example
 * predictions.sub(targets).acos().mean()
 */
export function arccos(input: Tensor): Tensor;
/**
 * The inverse of cosh.
 *
 * `ln(x + √(x² - 1))`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 1, NaN below.
 * - Gradient at kinks: infinite at 1.
 * - PyTorch: `torch.acosh`; JAX: `jnp.arccosh(x)`; NumPy: `np.arccosh(x)`
 *
 * @example
 * predictions.sub(targets).acosh().mean()
 */
export function acosh(input: Tensor): Tensor;
/**
 * The inverse of cosh.
 *
 * `ln(x + √(x² - 1))`
 *
 * - Shapes: same as input.
 * - Domain: x ≥ 1, NaN below.
 * - Gradient at kinks: infinite at 1.
 * - PyTorch: `torch.arccosh`; JAX: `jnp.arccosh(x)`; NumPy: `np.arccosh(x)`
 *
 * @example
 * predictions.sub(targets).acosh().mean()
 */
export function arccosh(input: Tensor): Tensor;
/**
 * The angle whose sine is x.
 *
 * `arcsin x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.asin`; JAX: `jnp.arcsin(x)`; NumPy: `np.arcsin(x)`
 *
 * @example
 * predictions.sub(targets).asin().mean()
 */
export function asin(input: Tensor): Tensor;
/**
 * The angle whose sine is x.
 *
 * `arcsin x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1, NaN beyond.
 * - Gradient at kinks: infinite at ±1.
 * - PyTorch: `torch.arcsin`; JAX: `jnp.arcsin(x)`; NumPy: `np.arcsin(x)`
 *
 * @example
 * predictions.sub(targets).asin().mean()
 */
export function arcsin(input: Tensor): Tensor;
/**
 * The inverse of sinh: a logarithm that knows signs.
 *
 * `ln(x + √(x² + 1))`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.asinh`; JAX: `jnp.arcsinh(x)`; NumPy: `np.arcsinh(x)`
 *
 * @example
 * predictions.sub(targets).asinh().mean()
 */
export function asinh(input: Tensor): Tensor;
/**
 * The inverse of sinh: a logarithm that knows signs.
 *
 * `ln(x + √(x² + 1))`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.arcsinh`; JAX: `jnp.arcsinh(x)`; NumPy: `np.arcsinh(x)`
 *
 * @example
 * predictions.sub(targets).asinh().mean()
 */
export function arcsinh(input: Tensor): Tensor;
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
 * The angle whose tangent is x.
 *
 * `arctan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.arctan`; JAX: `jnp.arctan(x)`; NumPy: `np.arctan(x)`
 *
 * @example
 * predictions.sub(targets).atan().mean()
 */
export function arctan(input: Tensor): Tensor;
/**
 * The inverse of tanh.
 *
 * `½ ln((1 + x)/(1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: |x| < 1, ±∞ at ±1, NaN beyond.
 * - PyTorch: `torch.atanh`; JAX: `jnp.arctanh(x)`; NumPy: `np.arctanh(x)`
 *
 * @example
 * predictions.sub(targets).atanh().mean()
 */
export function atanh(input: Tensor): Tensor;
/**
 * The inverse of tanh.
 *
 * `½ ln((1 + x)/(1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: |x| < 1, ±∞ at ±1, NaN beyond.
 * - PyTorch: `torch.arctanh`; JAX: `jnp.arctanh(x)`; NumPy: `np.arctanh(x)`
 *
 * @example
 * predictions.sub(targets).atanh().mean()
 */
export function arctanh(input: Tensor): Tensor;
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
 * Degrees as radians.
 *
 * `x π/180`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.deg2rad`; JAX: `jnp.deg2rad(x)`; NumPy: `np.deg2rad(x)`
 *
 * @example
 * predictions.sub(targets).deg2rad().mean()
 */
export function deg2rad(input: Tensor): Tensor;
/**
 * Radians as degrees.
 *
 * `x 180/π`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.rad2deg`; JAX: `jnp.rad2deg(x)`; NumPy: `np.rad2deg(x)`
 *
 * @example
 * predictions.sub(targets).rad2deg().mean()
 */
export function rad2deg(input: Tensor): Tensor;
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
 * The tangent of radians.
 *
 * `tan x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tan`; JAX: `jnp.tan(x)`; NumPy: `np.tan(x)`
 *
 * @example
 * predictions.sub(targets).tan().mean()
 */
export function tan(input: Tensor): Tensor;
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
 * The derivative of lgamma.
 *
 * `ψ(x) = d/dx ln Γ(x)`
 *
 * - Shapes: same as input.
 * - Domain: poles at 0, -1, -2, ….
 * - PyTorch: `torch.digamma`; JAX: `jax.scipy.special.digamma(x)`; NumPy: `scipy.special.digamma(x)`
 *
 * @example
 * predictions.sub(targets).digamma().mean()
 */
export function digamma(input: Tensor): Tensor;
/**
 * The error function.
 *
 * `2/√π ∫₀ˣ e^(-t²) dt`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.erf`; JAX: `jax.lax.erf(x)`; NumPy: `scipy.special.erf(x)`
 *
 * @example
 * predictions.sub(targets).erf().mean()
 */
export function erf(input: Tensor): Tensor;
/**
 * 1 - erf(x), accurate where erf is near 1.
 *
 * `1 - erf x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.erfc`; JAX: `jax.lax.erfc(x)`; NumPy: `scipy.special.erfc(x)`
 *
 * @example
 * predictions.sub(targets).erfc().mean()
 */
export function erfc(input: Tensor): Tensor;
/**
 * The inverse of erf.
 *
 * `erf⁻¹ x`
 *
 * - Shapes: same as input.
 * - Domain: |x| ≤ 1; ±∞ at ±1.
 * - PyTorch: `torch.erfinv`; JAX: `jax.scipy.special.erfinv(x)`; NumPy: `scipy.special.erfinv(x)`
 *
 * @example
 * predictions.sub(targets).erfinv().mean()
 */
export function erfinv(input: Tensor): Tensor;
/**
 * The logarithm of the gamma function's size: ln (x - 1)! at whole x.
 *
 * `ln |Γ(x)|`
 *
 * - Shapes: same as input.
 * - Domain: ∞ at 0, -1, -2, ….
 * - PyTorch: `torch.lgamma`; JAX: `jax.scipy.special.gammaln(x)`; NumPy: `scipy.special.gammaln(x)`
 *
 * @example
 * predictions.sub(targets).lgamma().mean()
 */
export function lgamma(input: Tensor): Tensor;
/**
 * The modified Bessel function of order 0.
 *
 * `I₀(x) = Σ (x²/4)ᵏ / k!²`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.i0`; JAX: `jax.scipy.special.i0(x)`; NumPy: `scipy.special.i0(x)`
 *
 * @example
 * predictions.sub(targets).i0().mean()
 */
export function i0(input: Tensor): Tensor;
/**
 * The lower incomplete gamma function, regularized.
 *
 * `∫₀ᵇ t^(a - 1) e⁻ᵗ dt / Γ(a)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: both at least 0.
 * - PyTorch: `torch.igamma`; JAX: `jax.scipy.special.gammainc(a, b)`; NumPy: `scipy.special.gammainc(a, b)`
 *
 * @example
 * torch.igamma(torch.rand(8).add(1), torch.rand(8))
 */
export function igamma(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The upper incomplete gamma function, regularized.
 *
 * `1 - igamma(a, b)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: both at least 0.
 * - PyTorch: `torch.igammac`; JAX: `jax.scipy.special.gammaincc(a, b)`; NumPy: `scipy.special.gammaincc(a, b)`
 *
 * @example
 * torch.igammac(torch.rand(8).add(1), torch.rand(8))
 */
export function igammac(input: Tensor | number, other: Tensor | number): Tensor;
/**
 * The normalized sinc.
 *
 * `sin(πx)/(πx), 1 at 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.sinc`; JAX: `jnp.sinc(x)`; NumPy: `np.sinc(x)`
 *
 * @example
 * predictions.sub(targets).sinc().mean()
 */
export function sinc(input: Tensor): Tensor;
/**
 * The logarithm of the gamma function of p dims, as Wishart's density has it.
 *
 * `p(p-1)/4 ln π + Σ_{j<p} ln Γ(x - j/2)`
 *
 * - Shapes: same as input.
 * - Domain: x > (p - 1)/2.
 * - PyTorch: `torch.mvlgamma`; JAX: `jax.scipy.special.multigammaln(x, p)`; NumPy: `scipy.special.multigammaln(x, p)`
 *
 * @example
 * torch.mvlgamma(torch.rand(8).add(2), 3)
 */
export function mvlgamma(input: Tensor, p: number): Tensor;
export function mvlgamma(input: Tensor, options: { p: number }): Tensor;
/**
 * The n-th derivative of digamma.
 *
 * `ψ⁽ⁿ⁾(x) = (-1)^(n+1) n! ζ(n + 1, x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.polygamma`; JAX: `jax.scipy.special.polygamma(n, x)`; NumPy: `scipy.special.polygamma(n, x)`
 *
 * @example
 * torch.polygamma(1, torch.rand(8).add(1))
 */
export function polygamma(n: number, input: Tensor): Tensor;
export function polygamma(options: { n: number; input: Tensor }): Tensor;
export function polygamma(n: number, options: { input: Tensor }): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input; bounds may be tensors that broadcast.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clamp`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
export function clamp(input: Tensor, min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
export function clamp(input: Tensor, options: { min?: Tensor | number | null; max?: Tensor | number | null }): Tensor;
export function clamp(input: Tensor, min: Tensor | number, options: { max?: Tensor | number | null }): Tensor;
/**
 * Every element kept between min and max.
 *
 * `min(max(x, min), max)`
 *
 * - Shapes: same as input; bounds may be tensors that broadcast.
 * - Gradient at kinks: 1 at the bounds: the gradient passes.
 * - PyTorch: `torch.clip`; JAX: `jnp.clip(x, min, max)`; NumPy: `np.clip(x, min, max)`
 *
 * @example
 * torch.clamp(predictions, 0, 1)
 */
export function clip(input: Tensor, min?: Tensor | number | null, max?: Tensor | number | null): Tensor;
export function clip(input: Tensor, options: { min?: Tensor | number | null; max?: Tensor | number | null }): Tensor;
export function clip(input: Tensor, min: Tensor | number, options: { max?: Tensor | number | null }): Tensor;
/**
 * No element below min.
 *
 * `max(x, min)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bound: the gradient passes.
 * - PyTorch: `torch.clamp_min`; JAX: `jnp.maximum(x, min)`; NumPy: `np.maximum(x, min)`
 *
 * @example
 * predictions.clamp_min(0)
 */
export function clamp_min(input: Tensor, min: Tensor | number): Tensor;
/**
 * No element above max.
 *
 * `min(x, max)`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 at the bound: the gradient passes.
 * - PyTorch: `torch.clamp_max`; JAX: `jnp.minimum(x, max)`; NumPy: `np.minimum(x, max)`
 *
 * @example
 * predictions.clamp_max(0)
 */
export function clamp_max(input: Tensor, max: Tensor | number): Tensor;
/**
 * The inverse of the sigmoid.
 *
 * `ln(x / (1 - x))`
 *
 * - Shapes: same as input.
 * - Domain: 0 < x < 1; eps keeps x within [eps, 1 - eps].
 * - Gradient at kinks: 0 outside [eps, 1 - eps].
 * - PyTorch: `torch.logit`; JAX: `jax.scipy.special.logit(x)`; NumPy: `scipy.special.logit(x)`
 *
 * @example
 * torch.logit(predictions.sigmoid(), 1e-6)
 */
export function logit(input: Tensor, eps?: number | null): Tensor;
export function logit(input: Tensor, options: { eps?: number | null }): Tensor;
/**
 * With numbers in the place of NaN and the infinities.
 *
 * `nan, posinf or neginf where x is not finite, else x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 where an element was replaced.
 * - PyTorch: `torch.nan_to_num`; JAX: `jnp.nan_to_num(x)`; NumPy: `np.nan_to_num(x)`
 *
 * @example
 * torch.nan_to_num(predictions, 0)
 */
export function nan_to_num(input: Tensor, nan?: number, posinf?: number | null, neginf?: number | null): Tensor;
export function nan_to_num(input: Tensor, options: { nan?: number; posinf?: number | null; neginf?: number | null }): Tensor;
export function nan_to_num(input: Tensor, nan: number, options: { posinf?: number | null; neginf?: number | null }): Tensor;
export function nan_to_num(input: Tensor, nan: number, posinf: number, options: { neginf?: number | null }): Tensor;
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
 * What is behind the decimal point, with its sign.
 *
 * `x - trunc x`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 1 everywhere.
 * - PyTorch: `torch.frac`; JAX: `jnp.modf(x)[0]`; NumPy: `np.modf(x)[0]`
 *
 * @example
 * predictions.sub(targets).frac().mean()
 */
export function frac(input: Tensor): Tensor;
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
 * The integer part.
 *
 * `x towards 0`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 everywhere.
 * - PyTorch: `torch.fix`; JAX: `jnp.trunc(x)`; NumPy: `np.trunc(x)`
 *
 * @example
 * predictions.sub(targets).trunc().mean()
 */
export function fix(input: Tensor): Tensor;
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
 * True where a ≥ b.
 *
 * `a ≥ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.greater_equal`; JAX: `a >= b`; NumPy: `a >= b`
 *
 * @example
 * predictions.ge(0).float()
 */
export function greater_equal(input: Tensor | number, other: Tensor | number): Tensor;
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
 * True where a > b.
 *
 * `a > b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.greater`; JAX: `a > b`; NumPy: `a > b`
 *
 * @example
 * predictions.gt(0).float()
 */
export function greater(input: Tensor | number, other: Tensor | number): Tensor;
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
 * True where a ≤ b.
 *
 * `a ≤ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.less_equal`; JAX: `a <= b`; NumPy: `a <= b`
 *
 * @example
 * predictions.le(0).float()
 */
export function less_equal(input: Tensor | number, other: Tensor | number): Tensor;
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
 * True where a or b, not both.
 *
 * `a or b, not both`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.logical_xor`; JAX: `jnp.logical_xor(a, b)`; NumPy: `np.logical_xor(a, b)`
 *
 * @example
 * predictions.logical_xor(0).float()
 */
export function logical_xor(input: Tensor | number, other: Tensor | number): Tensor;
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
 * True where a < b.
 *
 * `a < b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.less`; JAX: `a < b`; NumPy: `a < b`
 *
 * @example
 * predictions.lt(0).float()
 */
export function less(input: Tensor | number, other: Tensor | number): Tensor;
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
 * True where a ≠ b.
 *
 * `a ≠ b`
 *
 * - Shapes: input and other broadcast to the result.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.not_equal`; JAX: `a != b`; NumPy: `a != b`
 *
 * @example
 * predictions.ne(0).float()
 */
export function not_equal(input: Tensor | number, other: Tensor | number): Tensor;
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
export function sum(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
export function sum(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
export function sum(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
export function sum(input: Tensor, dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
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
export function mean(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
export function mean(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
export function mean(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
export function mean(input: Tensor, dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * The variance, unbiased unless said otherwise.
 *
 * `Σ (x - mean)² / (n - 1)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - PyTorch: `torch.var`; JAX: `jnp.var(x, axis=dim, ddof=1)`; NumPy: `np.var(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().var()
 */
function variance(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): Tensor;
function variance(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
function variance(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
function variance(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): Tensor;
function variance(input: Tensor, dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): Tensor;
/**
 * The standard deviation, unbiased unless said otherwise.
 *
 * `√(Σ (x - mean)² / (n - 1))`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - Gradient at kinks: 0 where all elements are equal.
 * - PyTorch: `torch.std`; JAX: `jnp.std(x, axis=dim, ddof=1)`; NumPy: `np.std(x, axis=dim, ddof=1)`
 *
 * @example
 * predictions.sub(targets).abs().std()
 */
export function std(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): Tensor;
export function std(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
export function std(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): Tensor;
export function std(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): Tensor;
export function std(input: Tensor, dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): Tensor;
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
export function max(input: Tensor, dim: number, options: { keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
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
export function min(input: Tensor, dim: number, options: { keepdim?: boolean }): { readonly values: Tensor; readonly indices: Tensor };
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
 * predictions.logsumexp(1)
 */
export function logsumexp(input: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
export function logsumexp(input: Tensor, options: { dim: number | readonly number[]; keepdim?: boolean }): Tensor;
export function logsumexp(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The var and the mean together.
 *
 * `Σ (x - mean)² / (n - 1)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - PyTorch: `torch.var_mean`; JAX: `jnp.var(x, axis=dim, ddof=1)`; NumPy: `np.var(x, axis=dim, ddof=1)`
 *
 * @example
 * torch.var_mean(predictions)[0]
 */
export function var_mean(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): [Tensor, Tensor];
export function var_mean(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function var_mean(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function var_mean(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function var_mean(input: Tensor, dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): [Tensor, Tensor];
/**
 * The std and the mean together.
 *
 * `√(Σ (x - mean)² / (n - 1))`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Domain: at least two elements, or unbiased=false.
 * - Gradient at kinks: 0 where all elements are equal.
 * - PyTorch: `torch.std_mean`; JAX: `jnp.std(x, axis=dim, ddof=1)`; NumPy: `np.std(x, axis=dim, ddof=1)`
 *
 * @example
 * torch.std_mean(predictions)[0]
 */
export function std_mean(input: Tensor, dim?: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean, correction?: number | null): [Tensor, Tensor];
export function std_mean(input: Tensor, options: { dim?: number | readonly number[] | null; unbiased?: boolean; keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function std_mean(input: Tensor, dim: number | readonly number[], options: { unbiased?: boolean; keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function std_mean(input: Tensor, dim: number | readonly number[], unbiased: boolean, options: { keepdim?: boolean; correction?: number | null }): [Tensor, Tensor];
export function std_mean(input: Tensor, dim: number | readonly number[], unbiased: boolean, keepdim: boolean, options: { correction?: number | null }): [Tensor, Tensor];
/**
 * The p-norm, Euclidean unless said otherwise.
 *
 * `(Σ |x|ᵖ)^(1/p)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where the norm is 0; for p = ∞ shared equally among ties.
 * - PyTorch: `torch.norm`; JAX: `jnp.linalg.norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * predictions.sub(targets).abs().norm()
 */
export function norm(input: Tensor, p?: number, dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null): Tensor;
export function norm(input: Tensor, options: { p?: number; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
export function norm(input: Tensor, p: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
export function norm(input: Tensor, p: number, dim: number | readonly number[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
export function norm(input: Tensor, p: number, dim: number | readonly number[], keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * The product of the elements.
 *
 * `Π x`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: defined at zeros too: the product of the others.
 * - PyTorch: `torch.prod`; JAX: `jnp.prod(x, axis=dim, keepdims=keepdim)`; NumPy: `np.prod(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().prod()
 */
export function prod(input: Tensor, dim?: number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
export function prod(input: Tensor, options: { dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
export function prod(input: Tensor, dim: number, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
export function prod(input: Tensor, dim: number, keepdim: boolean, options: { dtype?: DType | null }): Tensor;
/**
 * True if all elements are not zero.
 *
 * `∀ x ≠ 0`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.all`; JAX: `jnp.all(x, axis=dim, keepdims=keepdim)`; NumPy: `np.all(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.gt(0).all()
 */
export function all(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
export function all(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
export function all(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * True if any element is not zero.
 *
 * `∃ x ≠ 0`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: the answer is a bool.
 * - PyTorch: `torch.any`; JAX: `jnp.any(x, axis=dim, keepdims=keepdim)`; NumPy: `np.any(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.gt(0).any()
 */
export function any(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
export function any(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
export function any(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor;
/**
 * How many elements are not zero.
 *
 * `#{x ≠ 0}`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: no gradient: a count.
 * - PyTorch: `torch.count_nonzero`; JAX: `jnp.count_nonzero(x, axis=dim, keepdims=keepdim)`; NumPy: `np.count_nonzero(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().count_nonzero()
 */
export function count_nonzero(input: Tensor, dim?: number | readonly number[] | null): Tensor;
export function count_nonzero(input: Tensor, options: { dim?: number | readonly number[] | null }): Tensor;
/**
 * The mean of the elements that are not NaN.
 *
 * `Σ x / n over x ≠ NaN`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where NaN.
 * - PyTorch: `torch.nanmean`; JAX: `jnp.nanmean(x, axis=dim, keepdims=keepdim)`; NumPy: `np.nanmean(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().nanmean()
 */
export function nanmean(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function nanmean(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function nanmean(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The sum of the elements that are not NaN.
 *
 * `Σ x over x ≠ NaN`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: 0 where NaN.
 * - PyTorch: `torch.nansum`; JAX: `jnp.nansum(x, axis=dim, keepdims=keepdim)`; NumPy: `np.nansum(x, axis=dim, keepdims=keepdim)`
 *
 * @example
 * predictions.sub(targets).abs().nansum()
 */
export function nansum(input: Tensor, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function nansum(input: Tensor, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function nansum(input: Tensor, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The k-th smallest element along a dim, and where it is.
 *
 * `x₍ₖ₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: all to the index returned.
 * - PyTorch: `torch.kthvalue`; JAX: `jnp.sort(x)[k - 1]`; NumPy: `np.sort(x)[k - 1]`
 *
 * @example
 * predictions.flatten().kthvalue(3)
 */
export function kthvalue(input: Tensor, k: number, dim?: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
export function kthvalue(input: Tensor, options: { k: number; dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
export function kthvalue(input: Tensor, k: number, options: { dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
export function kthvalue(input: Tensor, k: number, dim: number, options: { keepdim?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The middle element, the lower of two; with dim also where it is.
 *
 * `x₍⌊(n-1)/2⌋₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.median`; JAX: `jnp.median(x) takes the mean of the two in the middle`; NumPy: `np.median(x) takes the mean of the two in the middle`
 *
 * @example
 * predictions.sub(targets).abs().median()
 */
export function median(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor | { values: Tensor; indices: Tensor };
export function median(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
export function median(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
/**
 * The most frequent element along a dim, the smallest of several, and where it is last.
 *
 * `argmax count(x)`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: all to the index returned.
 * - PyTorch: `torch.mode`; JAX: `jax.scipy.stats.mode(x)`; NumPy: `scipy.stats.mode(x)`
 *
 * @example
 * targets.flatten().mode().values
 */
export function mode(input: Tensor, dim?: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
export function mode(input: Tensor, options: { dim?: number; keepdim?: boolean }): { values: Tensor; indices: Tensor };
export function mode(input: Tensor, dim: number, options: { keepdim?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The middle element of those that are not NaN, the lower of two; with dim also where it is.
 *
 * `x₍⌊(n-1)/2⌋₎`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: without dim shared equally among ties; with dim all to the index returned.
 * - PyTorch: `torch.nanmedian`; JAX: `jnp.nanmedian(x) takes the mean of the two in the middle`; NumPy: `np.nanmedian(x) takes the mean of the two in the middle`
 *
 * @example
 * predictions.sub(targets).abs().nanmedian()
 */
export function nanmedian(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor | { values: Tensor; indices: Tensor };
export function nanmedian(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
export function nanmedian(input: Tensor, dim: number, options: { keepdim?: boolean }): Tensor | { values: Tensor; indices: Tensor };
/**
 * The value below which a share q of the elements lies, between neighbours if need be.
 *
 * `x₍q (n-1)₎, interpolated`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared by the two neighbours according to their weights.
 * - PyTorch: `torch.quantile`; JAX: `jnp.quantile(x, q, axis=dim)`; NumPy: `np.quantile(x, q, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().quantile(0.9)
 */
export function quantile(input: Tensor, q: Tensor | number, dim?: number | null, keepdim?: boolean, interpolation?: string): Tensor;
export function quantile(input: Tensor, q: Tensor | number, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
export function quantile(input: Tensor, q: Tensor | number, dim: number, options: { keepdim?: boolean; interpolation?: string }): Tensor;
export function quantile(input: Tensor, q: Tensor | number, dim: number, keepdim: boolean, options: { interpolation?: string }): Tensor;
/**
 * The value below which a share q of the elements lies, between neighbours if need be.
 *
 * `x₍q (n-1)₎, interpolated`
 *
 * - Shapes: without the dims reduced over, which become 1 with keepdim; all of them if dim is left out.
 * - Gradient at kinks: shared by the two neighbours according to their weights.
 * - PyTorch: `torch.nanquantile`; JAX: `jnp.nanquantile(x, q, axis=dim)`; NumPy: `np.nanquantile(x, q, axis=dim)`
 *
 * @example
 * predictions.sub(targets).abs().quantile(0.9)
 */
export function nanquantile(input: Tensor, q: Tensor | number, dim?: number | null, keepdim?: boolean, interpolation?: string): Tensor;
export function nanquantile(input: Tensor, q: Tensor | number, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
export function nanquantile(input: Tensor, q: Tensor | number, dim: number, options: { keepdim?: boolean; interpolation?: string }): Tensor;
export function nanquantile(input: Tensor, q: Tensor | number, dim: number, keepdim: boolean, options: { interpolation?: string }): Tensor;
/**
 * The correlations of variables, each a row of observations.
 *
 * `covᵢⱼ / √(covᵢᵢ covⱼⱼ)`
 *
 * - Shapes: [variables, observations] to [variables, variables]; one variable to a scalar.
 * - Domain: NaN for a variable that does not vary.
 * - Gradient at kinks: 1 where rounding would leave [-1, 1].
 * - PyTorch: `torch.corrcoef`; JAX: `jnp.corrcoef(x)`; NumPy: `np.corrcoef(x)`
 *
 * @example
 * torch.corrcoef(torch.cat([predictions, targets], 1).t())
 */
export function corrcoef(input: Tensor): Tensor;
/**
 * The covariances of variables, each a row of observations.
 *
 * `Σ wₖ (xᵢₖ - x̄ᵢ)(xⱼₖ - x̄ⱼ) / (n - correction); aweights w weigh observations, fweights repeat them`
 *
 * - Shapes: [variables, observations] to [variables, variables]; one variable to a scalar.
 * - Domain: infinite or NaN where no more than correction observations are left.
 * - PyTorch: `torch.cov`; JAX: `jnp.cov(x, ddof=correction)`; NumPy: `np.cov(x, ddof=correction)`
 *
 * @example
 * torch.cov(torch.cat([predictions, targets], 1).t())
 */
export function cov(input: Tensor, correction?: number, fweights?: Tensor | null, aweights?: Tensor | null): Tensor;
export function cov(input: Tensor, options: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
export function cov(input: Tensor, correction: number, options: { fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
export function cov(input: Tensor, correction: number, fweights: Tensor, options: { aweights?: Tensor | null }): Tensor;
/**
 * The largest so far, and where it is.
 *
 * `yᵢ = max_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: all to the index returned, the last of several.
 * - PyTorch: `torch.cummax`; JAX: `jax.lax.cummax(x, axis=dim)`; NumPy: `np.maximum.accumulate(x, axis=dim)`
 *
 * @example
 * predictions.cummax(0)
 */
export function cummax(input: Tensor, dim: number): { values: Tensor; indices: Tensor };
export function cummax(input: Tensor, options: { dim: number }): { values: Tensor; indices: Tensor };
/**
 * The smallest so far, and where it is.
 *
 * `yᵢ = min_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: all to the index returned, the last of several.
 * - PyTorch: `torch.cummin`; JAX: `jax.lax.cummin(x, axis=dim)`; NumPy: `np.minimum.accumulate(x, axis=dim)`
 *
 * @example
 * predictions.cummin(0)
 */
export function cummin(input: Tensor, dim: number): { values: Tensor; indices: Tensor };
export function cummin(input: Tensor, options: { dim: number }): { values: Tensor; indices: Tensor };
/**
 * The products so far.
 *
 * `yᵢ = Π_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: defined at zeros too.
 * - PyTorch: `torch.cumprod`; JAX: `jnp.cumprod(x, axis=dim)`; NumPy: `np.cumprod(x, axis=dim)`
 *
 * @example
 * predictions.cumprod(0)
 */
export function cumprod(input: Tensor, dim: number, dtype?: DType | null): Tensor;
export function cumprod(input: Tensor, options: { dim: number; dtype?: DType | null }): Tensor;
export function cumprod(input: Tensor, dim: number, options: { dtype?: DType | null }): Tensor;
/**
 * The sums so far.
 *
 * `yᵢ = Σ_{j ≤ i} xⱼ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.cumsum`; JAX: `jnp.cumsum(x, axis=dim)`; NumPy: `np.cumsum(x, axis=dim)`
 *
 * @example
 * predictions.cumsum(0)
 */
export function cumsum(input: Tensor, dim: number, dtype?: DType | null): Tensor;
export function cumsum(input: Tensor, options: { dim: number; dtype?: DType | null }): Tensor;
export function cumsum(input: Tensor, dim: number, options: { dtype?: DType | null }): Tensor;
/**
 * log of the sums of exponentials so far, without overflow.
 *
 * `yᵢ = ln Σ_{j ≤ i} e^xⱼ`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.logcumsumexp`; JAX: `jax.lax.cumlogsumexp(x, axis=dim)`
 *
 * @example
 * predictions.logcumsumexp(0)
 */
export function logcumsumexp(input: Tensor, dim: number): Tensor;
export function logcumsumexp(input: Tensor, options: { dim: number }): Tensor;
/**
 * The indices that would put the elements in order.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.argsort`; JAX: `jnp.argsort(x, axis=dim)`; NumPy: `np.argsort(x, axis=dim)`
 *
 * @example
 * predictions.flatten().argsort()
 */
export function argsort(input: Tensor, dim?: number, descending?: boolean, stable?: boolean): Tensor;
export function argsort(input: Tensor, options: { dim?: number; descending?: boolean; stable?: boolean }): Tensor;
export function argsort(input: Tensor, dim: number, options: { descending?: boolean; stable?: boolean }): Tensor;
export function argsort(input: Tensor, dim: number, descending: boolean, options: { stable?: boolean }): Tensor;
/**
 * The number of the bucket each element falls into.
 *
 * `#{boundaries < x}`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.bucketize`; JAX: `jnp.searchsorted(boundaries, x)`; NumPy: `np.searchsorted(boundaries, x)`
 *
 * @example
 * torch.bucketize(targets, torch.tensor([0, 0.5, 1]))
 */
export function bucketize(input: Tensor, boundaries: Tensor, right?: boolean): Tensor;
export function bucketize(input: Tensor, boundaries: Tensor, options: { right?: boolean }): Tensor;
/**
 * The elements in order along the first dim.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.msort`; JAX: `jnp.sort(x, axis=dim)`; NumPy: `np.sort(x, axis=dim)`
 *
 * @example
 * torch.msort(predictions)
 */
export function msort(input: Tensor): Tensor;
/**
 * Where each value would be put into a sorted sequence.
 *
 * `#{sequence < values}`
 *
 * - Shapes: same as values.
 * - Gradient at kinks: an index carries no gradient.
 * - PyTorch: `torch.searchsorted`; JAX: `jnp.searchsorted(sequence, values)`; NumPy: `np.searchsorted(sequence, values)`
 *
 * @example
 * torch.searchsorted(targets.flatten().sort().values, predictions.flatten())
 */
export function searchsorted(sorted_sequence: Tensor, input: Tensor, right?: boolean): Tensor;
export function searchsorted(sorted_sequence: Tensor, input: Tensor, options: { right?: boolean }): Tensor;
/**
 * The elements in order along a dim, and where each came from.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: same as input, twice: values and indices.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.sort`; JAX: `jnp.sort(x, axis=dim)`; NumPy: `np.sort(x, axis=dim)`
 *
 * @example
 * predictions.flatten().sort().values
 */
export function sort(input: Tensor, dim?: number, descending?: boolean, stable?: boolean): { values: Tensor; indices: Tensor };
export function sort(input: Tensor, options: { dim?: number; descending?: boolean; stable?: boolean }): { values: Tensor; indices: Tensor };
export function sort(input: Tensor, dim: number, options: { descending?: boolean; stable?: boolean }): { values: Tensor; indices: Tensor };
export function sort(input: Tensor, dim: number, descending: boolean, options: { stable?: boolean }): { values: Tensor; indices: Tensor };
/**
 * The k largest elements along a dim, and where they are.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: k along dim, twice: values and indices.
 * - Gradient at kinks: each value's gradient goes to the element it came from.
 * - PyTorch: `torch.topk`; JAX: `jax.lax.top_k(x, k)`; NumPy: `np.sort(x)[..., ::-1][..., :k]`
 *
 * @example
 * losses.flatten().topk(8).values.mean()
 */
export function topk(input: Tensor, k: number, dim?: number, largest?: boolean, sorted?: boolean): { values: Tensor; indices: Tensor };
export function topk(input: Tensor, options: { k: number; dim?: number; largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
export function topk(input: Tensor, k: number, options: { dim?: number; largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
export function topk(input: Tensor, k: number, dim: number, options: { largest?: boolean; sorted?: boolean }): { values: Tensor; indices: Tensor };
export function topk(input: Tensor, k: number, dim: number, largest: boolean, options: { sorted?: boolean }): { values: Tensor; indices: Tensor };
/**
 * Every different element once, in order.
 *
 * `x₍₁₎ ≤ x₍₂₎ ≤ … ≤ x₍ₙ₎`
 *
 * - Shapes: [number of different elements].
 * - Gradient at kinks: no gradient.
 * - PyTorch: `torch.unique`; JAX: `jnp.unique(x)`; NumPy: `np.unique(x)`
 *
 * @example
 * targets.unique()
 */
export function unique(input: Tensor, sorted?: boolean, return_inverse?: boolean, return_counts?: boolean): Tensor;
export function unique(input: Tensor, options: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean }): Tensor;
export function unique(input: Tensor, sorted: boolean, options: { return_inverse?: boolean; return_counts?: boolean }): Tensor;
export function unique(input: Tensor, sorted: boolean, return_inverse: boolean, options: { return_counts?: boolean }): Tensor;
/**
 * Sizes of 1 repeated without copying.
 *
 * `the same elements`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.broadcast_to`; JAX: `jnp.broadcast_to(x, shape)`; NumPy: `np.broadcast_to(x, shape)`
 *
 * @example
 * torch.broadcast_to(targets, [64, 3])
 */
export function broadcast_to(input: Tensor, size: readonly number[]): Tensor;
export function broadcast_to(input: Tensor, ...size: number[]): Tensor;
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
 * All elements in one dim.
 *
 * `the same elements`
 *
 * - Shapes: one dim.
 * - PyTorch: `torch.ravel`; JAX: `x.ravel()`; NumPy: `x.ravel()`
 *
 * @example
 * predictions.ravel()
 */
export function ravel(input: Tensor): Tensor;
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
export function squeeze(input: Tensor, dim?: number | readonly number[] | null): Tensor;
export function squeeze(input: Tensor, options: { dim?: number | readonly number[] | null }): Tensor;
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
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.swapaxes`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
export function swapaxes(input: Tensor, dim0: number, dim1: number): Tensor;
export function swapaxes(input: Tensor, options: { dim0: number; dim1: number }): Tensor;
export function swapaxes(input: Tensor, dim0: number, options: { dim1: number }): Tensor;
/**
 * Two dims exchanged.
 *
 * `the same elements`
 *
 * - Shapes: sizes exchanged.
 * - PyTorch: `torch.swapdims`; JAX: `jnp.swapaxes(x, 0, 1)`; NumPy: `np.swapaxes(x, 0, 1)`
 *
 * @example
 * x.transpose(0, 1)
 */
export function swapdims(input: Tensor, dim0: number, dim1: number): Tensor;
export function swapdims(input: Tensor, options: { dim0: number; dim1: number }): Tensor;
export function swapdims(input: Tensor, dim0: number, options: { dim1: number }): Tensor;
/**
 * One dim as several.
 *
 * `the same elements`
 *
 * - Shapes: the sizes in the place of the dim.
 * - PyTorch: `torch.unflatten`
 *
 * @example
 * x.unflatten(1, [2, 3])
 */
export function unflatten(input: Tensor, dim: number, sizes: readonly number[]): Tensor;
export function unflatten(input: Tensor, options: { dim: number; sizes: readonly number[] }): Tensor;
export function unflatten(input: Tensor, dim: number, options: { sizes: readonly number[] }): Tensor;
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
 * With a dim, where there are fewer.
 *
 * `the same elements`
 *
 * - Shapes: [1] for a scalar.
 * - PyTorch: `torch.atleast_1d`; JAX: `jnp.atleast_1d(x)`; NumPy: `np.atleast_1d(x)`
 *
 * @example
 * torch.atleast_1d(predictions)
 */
export function atleast_1d(input: Tensor): Tensor;
/**
 * With 2 dims, where there are fewer.
 *
 * `the same elements`
 *
 * - Shapes: [1, 1] for a scalar, [1, n] for [n].
 * - PyTorch: `torch.atleast_2d`; JAX: `jnp.atleast_2d(x)`; NumPy: `np.atleast_2d(x)`
 *
 * @example
 * torch.atleast_2d(predictions)
 */
export function atleast_2d(input: Tensor): Tensor;
/**
 * With 3 dims, where there are fewer.
 *
 * `the same elements`
 *
 * - Shapes: [1, 1, 1] for a scalar, [1, n, 1] for [n], [n, m, 1] for [n, m].
 * - PyTorch: `torch.atleast_3d`; JAX: `jnp.atleast_3d(x)`; NumPy: `np.atleast_3d(x)`
 *
 * @example
 * torch.atleast_3d(predictions)
 */
export function atleast_3d(input: Tensor): Tensor;
/**
 * Tensors expanded to the shape that they broadcast to.
 *
 * `the same elements`
 *
 * - Shapes: as many tensors, of one shape.
 * - PyTorch: `torch.broadcast_tensors`; JAX: `jnp.broadcast_arrays(*xs)`; NumPy: `np.broadcast_arrays(*xs)`
 *
 * @example
 * torch.broadcast_tensors(predictions, targets)
 */
export function broadcast_tensors(tensors: readonly Tensor[]): Tensor[];
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
 * Tensors one after the other along a dim.
 *
 * `the same elements`
 *
 * - Shapes: equal but for that dim, whose sizes add up.
 * - PyTorch: `torch.concat`; JAX: `jnp.concatenate(xs, dim)`; NumPy: `np.concatenate(xs, dim)`
 *
 * @example
 * torch.cat([predictions, targets], 1)
 */
export function concat(tensors: readonly Tensor[], dim?: number): Tensor;
export function concat(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
/**
 * Tensors one after the other along a dim.
 *
 * `the same elements`
 *
 * - Shapes: equal but for that dim, whose sizes add up.
 * - PyTorch: `torch.concatenate`; JAX: `jnp.concatenate(xs, dim)`; NumPy: `np.concatenate(xs, dim)`
 *
 * @example
 * torch.cat([predictions, targets], 1)
 */
export function concatenate(tensors: readonly Tensor[], dim?: number): Tensor;
export function concatenate(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
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
 * For every place of the index, the element that it names along a dim.
 *
 * `y_ij = x_i,index_ij for dim = 1`
 *
 * - Shapes: that of index.
 * - PyTorch: `torch.gather`; JAX: `jnp.take_along_axis(x, index, dim)`; NumPy: `np.take_along_axis(x, index, dim)`
 *
 * @example
 * logProbs.gather(1, labels.unsqueeze(1))
 */
export function gather(input: Tensor, dim: number, index: Tensor): Tensor;
export function gather(input: Tensor, options: { dim: number; index: Tensor }): Tensor;
export function gather(input: Tensor, dim: number, options: { index: Tensor }): Tensor;
/**
 * The rows (or slices of another dim) that an index names.
 *
 * `y_i = x_index_i`
 *
 * - Shapes: dim has the size of index.
 * - PyTorch: `torch.index_select`; JAX: `jnp.take(x, index, dim)`; NumPy: `np.take(x, index, dim)`
 *
 * @example
 * predictions.index_select(0, order)
 */
export function index_select(input: Tensor, dim: number, index: Tensor): Tensor;
export function index_select(input: Tensor, options: { dim: number; index: Tensor }): Tensor;
export function index_select(input: Tensor, dim: number, options: { index: Tensor }): Tensor;
/**
 * Elements by their place in row-major order.
 *
 * `y_i = x.flatten()_index_i`
 *
 * - Shapes: that of index.
 * - PyTorch: `torch.take`; JAX: `jnp.take(x, index)`; NumPy: `np.take(x, index)`
 *
 * @example
 * torch.take(predictions, torch.tensor([0, 2]))
 */
export function take(input: Tensor, index: Tensor): Tensor;
/**
 * gather, with index and input broadcast against each other.
 *
 * `y_ij = x_i,index_ij for dim = 1`
 *
 * - Shapes: input and index broadcast but for dim.
 * - PyTorch: `torch.take_along_dim`; JAX: `jnp.take_along_axis(x, index, dim)`; NumPy: `np.take_along_axis(x, index, dim)`
 *
 * @example
 * losses.take_along_dim(order, 0)
 */
export function take_along_dim(input: Tensor, indices: Tensor, dim?: number | null): Tensor;
export function take_along_dim(input: Tensor, indices: Tensor, options: { dim?: number | null }): Tensor;
/**
 * A copy with rows added to the rows an index names.
 *
 * `y_index_i += alpha · source_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_add`; JAX: `x.at[index].add(source)`; NumPy: `np.add.at(x, index, source)`
 *
 * @example
 * torch.zeros(5).index_add(0, bins, losses)
 */
export function index_add(input: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number): Tensor;
export function index_add(input: Tensor, options: { dim: number; index: Tensor; source: Tensor; alpha?: number }): Tensor;
export function index_add(input: Tensor, dim: number, options: { index: Tensor; source: Tensor; alpha?: number }): Tensor;
export function index_add(input: Tensor, dim: number, index: Tensor, options: { source: Tensor; alpha?: number }): Tensor;
export function index_add(input: Tensor, dim: number, index: Tensor, source: Tensor, options: { alpha?: number }): Tensor;
/**
 * A copy with rows put in the place of the rows an index names.
 *
 * `y_index_i = source_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_copy`; JAX: `x.at[index].set(source)`; NumPy: `x[index] = source`
 *
 * @example
 * torch.zeros(5).index_copy(0, torch.tensor([1, 3]), torch.rand(2))
 */
export function index_copy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
export function index_copy(input: Tensor, options: { dim: number; index: Tensor; source: Tensor }): Tensor;
export function index_copy(input: Tensor, dim: number, options: { index: Tensor; source: Tensor }): Tensor;
export function index_copy(input: Tensor, dim: number, index: Tensor, options: { source: Tensor }): Tensor;
/**
 * A copy with one number in the rows an index names.
 *
 * `y_index_i = value`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.index_fill`; JAX: `x.at[index].set(value)`; NumPy: `x[index] = value`
 *
 * @example
 * predictions.index_fill(0, order, 0)
 */
export function index_fill(input: Tensor, dim: number, index: Tensor, value: Tensor | number): Tensor;
export function index_fill(input: Tensor, options: { dim: number; index: Tensor; value: Tensor | number }): Tensor;
export function index_fill(input: Tensor, dim: number, options: { index: Tensor; value: Tensor | number }): Tensor;
export function index_fill(input: Tensor, dim: number, index: Tensor, options: { value: Tensor | number }): Tensor;
/**
 * A copy with values put at the places an index names.
 *
 * `y_i,index_ij = src_ij for dim = 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.scatter`; JAX: `x.at[index].set(src)`; NumPy: `np.put_along_axis(x, index, src, dim)`
 *
 * @example
 * torch.zeros(4, 3).scatter(1, labels, 1)
 */
export function scatter(input: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | null): Tensor;
export function scatter(input: Tensor, options: { dim: number; index: Tensor; src: Tensor | number; reduce?: string | null }): Tensor;
export function scatter(input: Tensor, dim: number, options: { index: Tensor; src: Tensor | number; reduce?: string | null }): Tensor;
export function scatter(input: Tensor, dim: number, index: Tensor, options: { src: Tensor | number; reduce?: string | null }): Tensor;
export function scatter(input: Tensor, dim: number, index: Tensor, src: Tensor | number, options: { reduce?: string | null }): Tensor;
/**
 * A copy with values added at the places an index names.
 *
 * `y_i,index_ij += src_ij for dim = 1`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.scatter_add`; JAX: `x.at[index].add(src)`; NumPy: `np.add.at(x, index, src)`
 *
 * @example
 * torch.zeros(5).scatter_add(0, bins, losses)
 */
export function scatter_add(input: Tensor, dim: number, index: Tensor, src: Tensor | number): Tensor;
export function scatter_add(input: Tensor, options: { dim: number; index: Tensor; src: Tensor | number }): Tensor;
export function scatter_add(input: Tensor, dim: number, options: { index: Tensor; src: Tensor | number }): Tensor;
export function scatter_add(input: Tensor, dim: number, index: Tensor, options: { src: Tensor | number }): Tensor;
/**
 * Values folded into the places an index names: their sum, mean, largest or smallest.
 *
 * `y_i,index_ij = fold of src_ij, and of x where include_self, for dim = 1`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: amax and amin: shared among equal ones.
 * - PyTorch: `torch.scatter_reduce`; JAX: `x.at[index].max(src)`; NumPy: `np.maximum.at(x, index, src)`
 *
 * @example
 * torch.zeros(5).scatter_reduce(0, bins, losses, { reduce: "amax", include_self: false })
 */
export function scatter_reduce(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, include_self?: boolean): Tensor;
export function scatter_reduce(input: Tensor, options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
export function scatter_reduce(input: Tensor, dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
export function scatter_reduce(input: Tensor, dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
export function scatter_reduce(input: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
export function scatter_reduce(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options: { include_self?: boolean }): Tensor;
/**
 * A copy with one number where a mask holds.
 *
 * `value where mask, else x`
 *
 * - Shapes: input and mask broadcast.
 * - PyTorch: `torch.masked_fill`; JAX: `jnp.where(mask, value, x)`; NumPy: `np.where(mask, value, x)`
 *
 * @example
 * losses.masked_fill(targets.isnan(), 0)
 */
export function masked_fill(input: Tensor, mask: Tensor, value: Tensor | number): Tensor;
/**
 * The elements where a mask holds, in row-major order.
 *
 * `x[mask]`
 *
 * - Shapes: [number of elements that the mask lets through].
 * - PyTorch: `torch.masked_select`; JAX: `x[mask]`; NumPy: `x[mask]`
 *
 * @example
 * losses.masked_select(targets.isnan().logical_not())
 */
export function masked_select(input: Tensor, mask: Tensor): Tensor;
/**
 * Where the elements that are not zero are.
 *
 * `indices of x ≠ 0`
 *
 * - Shapes: [number of such elements, dims].
 * - PyTorch: `torch.nonzero`; JAX: `jnp.argwhere(x)`; NumPy: `np.argwhere(x)`
 *
 * @example
 * targets.gt(0).nonzero()
 */
export function nonzero(input: Tensor, as_tuple?: boolean): Tensor;
export function nonzero(input: Tensor, options: { as_tuple?: boolean }): Tensor;
/**
 * So many parts along a dim, the last perhaps smaller.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.chunk`; JAX: `jnp.array_split(x, chunks, dim)`; NumPy: `np.array_split(x, chunks, dim)`
 *
 * @example
 * predictions.chunk(2, 1)
 */
export function chunk(input: Tensor, chunks: number, dim?: number): Tensor[];
export function chunk(input: Tensor, options: { chunks: number; dim?: number }): Tensor[];
export function chunk(input: Tensor, chunks: number, options: { dim?: number }): Tensor[];
/**
 * Parts of a size, or of the sizes given, along a dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.split`; JAX: `jnp.split(x, at, dim)`; NumPy: `np.split(x, at, dim)`
 *
 * @example
 * predictions.split(1, 1)
 */
export function split(input: Tensor, split_size: number | readonly number[], dim?: number): Tensor[];
export function split(input: Tensor, options: { split_size: number | readonly number[]; dim?: number }): Tensor[];
export function split(input: Tensor, split_size: number | readonly number[], options: { dim?: number }): Tensor[];
/**
 * The slices of a dim, one by one.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors without the dim.
 * - PyTorch: `torch.unbind`; JAX: `[x[i] for i in range(len(x))]`; NumPy: `list(x)`
 *
 * @example
 * predictions.unbind(1)
 */
export function unbind(input: Tensor, dim?: number): Tensor[];
export function unbind(input: Tensor, options: { dim?: number }): Tensor[];
/**
 * Vectors as the columns of a matrix, matrices side by side.
 *
 * `the same elements`
 *
 * - Shapes: [n] each to [n, tensors].
 * - PyTorch: `torch.column_stack`; JAX: `jnp.column_stack(xs)`; NumPy: `np.column_stack(xs)`
 *
 * @example
 * torch.column_stack([targets.flatten(), targets.flatten()])
 */
export function column_stack(tensors: readonly Tensor[]): Tensor;
/**
 * Turned round left to right.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.fliplr`; JAX: `jnp.fliplr(x)`; NumPy: `np.fliplr(x)`
 *
 * @example
 * torch.fliplr(torch.ones([2, 2]))
 */
export function fliplr(input: Tensor): Tensor;
/**
 * Turned round top to bottom.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.flipud`; JAX: `jnp.flipud(x)`; NumPy: `np.flipud(x)`
 *
 * @example
 * torch.flipud(torch.ones([2, 2]))
 */
export function flipud(input: Tensor): Tensor;
/**
 * tensor_split along one dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.hsplit`; JAX: `jnp.hsplit(x, n)`; NumPy: `np.hsplit(x, n)`
 *
 * @example
 * torch.hsplit(torch.ones([4, 4]), 2)
 */
export function hsplit(input: Tensor, indices_or_sections: number | readonly number[]): Tensor[];
export function hsplit(input: Tensor, options: { indices_or_sections: number | readonly number[] }): Tensor[];
/**
 * Turned by quarters in the plane of two dims.
 *
 * `the same elements`
 *
 * - Shapes: the two sizes swapped for odd k.
 * - PyTorch: `torch.rot90`; JAX: `jnp.rot90(x, k)`; NumPy: `np.rot90(x, k)`
 *
 * @example
 * torch.rot90(torch.ones([2, 3]))
 */
export function rot90(input: Tensor, k?: number, dims?: readonly number[] | null): Tensor;
export function rot90(input: Tensor, options: { k?: number; dims?: readonly number[] | null }): Tensor;
export function rot90(input: Tensor, k: number, options: { dims?: readonly number[] | null }): Tensor;
/**
 * So many parts as equal as can be, or the parts between the places given.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.tensor_split`; JAX: `jnp.array_split(x, n, dim)`; NumPy: `np.array_split(x, n, dim)`
 *
 * @example
 * predictions.tensor_split(3)
 */
export function tensor_split(input: Tensor, indices_or_sections: number | readonly number[], dim?: number): Tensor[];
export function tensor_split(input: Tensor, options: { indices_or_sections: number | readonly number[]; dim?: number }): Tensor[];
export function tensor_split(input: Tensor, indices_or_sections: number | readonly number[], options: { dim?: number }): Tensor[];
/**
 * tensor_split along one dim.
 *
 * `the same elements`
 *
 * - Shapes: an array of tensors.
 * - PyTorch: `torch.vsplit`; JAX: `jnp.vsplit(x, n)`; NumPy: `np.vsplit(x, n)`
 *
 * @example
 * torch.vsplit(torch.ones([4, 4]), 2)
 */
export function vsplit(input: Tensor, indices_or_sections: number | readonly number[]): Tensor[];
export function vsplit(input: Tensor, options: { indices_or_sections: number | readonly number[] }): Tensor[];
/**
 * Tensors put together side by side.
 *
 * `the same elements`
 *
 * - Shapes: side by side.
 * - PyTorch: `torch.hstack`; JAX: `jnp.hstack(xs)`; NumPy: `np.hstack(xs)`
 *
 * @example
 * torch.hstack([predictions, targets])
 */
export function hstack(tensors: readonly Tensor[]): Tensor;
/**
 * Tensors put together one below the other.
 *
 * `the same elements`
 *
 * - Shapes: one below the other.
 * - PyTorch: `torch.vstack`; JAX: `jnp.vstack(xs)`; NumPy: `np.vstack(xs)`
 *
 * @example
 * torch.vstack([predictions, targets])
 */
export function vstack(tensors: readonly Tensor[]): Tensor;
/**
 * Vectors as coordinates of a grid.
 *
 * `the same elements`
 *
 * - Shapes: as many tensors as vectors, each of all their sizes.
 * - PyTorch: `torch.meshgrid`; JAX: `jnp.meshgrid(*xs, indexing='ij')`; NumPy: `np.meshgrid(*xs, indexing='ij')`
 *
 * @example
 * torch.meshgrid([x, y], { indexing: "ij" })
 */
export function meshgrid(tensors: readonly Tensor[], indexing?: string | null): Tensor[];
export function meshgrid(tensors: readonly Tensor[], options: { indexing?: string | null }): Tensor[];
/**
 * Every element of a vector with every element of the others, a row each.
 *
 * `the same elements`
 *
 * - Shapes: [n], [m], … to [n · m · …, vectors]; one vector stays as it is.
 * - PyTorch: `torch.cartesian_prod`; NumPy: `np.array(list(itertools.product(*xs)))`
 *
 * @example
 * torch.cartesian_prod(predictions.flatten(), targets.flatten())
 */
export function cartesian_prod(tensors: readonly Tensor[]): Tensor;
/**
 * Every choice of r elements of a vector, a row each.
 *
 * `the same elements`
 *
 * - Shapes: [n] to [n over r, r]; with replacement an element may come again.
 * - PyTorch: `torch.combinations`; NumPy: `np.array(list(itertools.combinations(x, r)))`
 *
 * @example
 * torch.combinations(targets.flatten())
 */
export function combinations(input: Tensor, r?: number, with_replacement?: boolean): Tensor;
export function combinations(input: Tensor, options: { r?: number; with_replacement?: boolean }): Tensor;
export function combinations(input: Tensor, r: number, options: { with_replacement?: boolean }): Tensor;
/**
 * The dims named, backwards.
 *
 * `the same elements`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.flip`; JAX: `jnp.flip(x, dims)`; NumPy: `np.flip(x, dims)`
 *
 * @example
 * predictions.flip(0)
 */
export function flip(input: Tensor, dims: readonly number[]): Tensor;
export function flip(input: Tensor, ...dims: number[]): Tensor;
/**
 * A dim put in another place.
 *
 * `the same elements`
 *
 * - Shapes: sizes moved along.
 * - PyTorch: `torch.movedim`; JAX: `jnp.moveaxis(x, source, destination)`; NumPy: `np.moveaxis(x, source, destination)`
 *
 * @example
 * x.movedim(0, -1)
 */
export function movedim(input: Tensor, source: number, destination: number): Tensor;
export function movedim(input: Tensor, options: { source: number; destination: number }): Tensor;
export function movedim(input: Tensor, source: number, options: { destination: number }): Tensor;
/**
 * A dim put in another place.
 *
 * `the same elements`
 *
 * - Shapes: sizes moved along.
 * - PyTorch: `torch.moveaxis`; JAX: `jnp.moveaxis(x, source, destination)`; NumPy: `np.moveaxis(x, source, destination)`
 *
 * @example
 * x.movedim(0, -1)
 */
export function moveaxis(input: Tensor, source: number, destination: number): Tensor;
export function moveaxis(input: Tensor, options: { source: number; destination: number }): Tensor;
export function moveaxis(input: Tensor, source: number, options: { destination: number }): Tensor;
/**
 * Elements moved along, what falls off the end coming in at the front.
 *
 * `y_(i + shift mod n) = x_i`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.roll`; JAX: `jnp.roll(x, shifts, dims)`; NumPy: `np.roll(x, shifts, dims)`
 *
 * @example
 * predictions.roll(1, 0)
 */
export function roll(input: Tensor, shifts: number | readonly number[], dims?: number | readonly number[] | null): Tensor;
export function roll(input: Tensor, options: { shifts: number | readonly number[]; dims?: number | readonly number[] | null }): Tensor;
export function roll(input: Tensor, shifts: number | readonly number[], options: { dims?: number | readonly number[] | null }): Tensor;
/**
 * Every element (or slice of a dim) several times in a row.
 *
 * `the same elements`
 *
 * - Shapes: dim times repeats; flattened without a dim.
 * - PyTorch: `torch.repeat_interleave`; JAX: `jnp.repeat(x, repeats, dim)`; NumPy: `np.repeat(x, repeats, dim)`
 *
 * @example
 * predictions.repeat_interleave(2, 0)
 */
export function repeat_interleave(input: Tensor, repeats: Tensor | number, dim?: number | null): Tensor;
export function repeat_interleave(input: Tensor, repeats: Tensor | number, options: { dim?: number | null }): Tensor;
/**
 * repeat; fewer numbers than dims count from the last dim.
 *
 * `the same elements`
 *
 * - Shapes: each size times its number.
 * - PyTorch: `torch.tile`; JAX: `jnp.tile(x, dims)`; NumPy: `np.tile(x, dims)`
 *
 * @example
 * torch.tile(predictions, [2])
 */
export function tile(input: Tensor, dims: readonly number[]): Tensor;
export function tile(input: Tensor, ...dims: number[]): Tensor;
/**
 * A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.
 *
 * `y_ii = x_i, or y_i = x_ii`
 *
 * - Shapes: [n] to [n, n], and back.
 * - PyTorch: `torch.diag`; JAX: `jnp.diag(x, diagonal)`; NumPy: `np.diag(x, diagonal)`
 *
 * @example
 * torch.diag(covariance)
 */
export function diag(input: Tensor, diagonal?: number): Tensor;
export function diag(input: Tensor, options: { diagonal?: number }): Tensor;
/**
 * Vectors along the last dim as diagonals of matrices.
 *
 * `y_…ii = x_…i`
 *
 * - Shapes: […, n] to […, n, n].
 * - PyTorch: `torch.diag_embed`; JAX: `jax.vmap(jnp.diag)(x)`
 *
 * @example
 * torch.diag_embed(predictions)
 */
export function diag_embed(input: Tensor): Tensor;
/**
 * The diagonal of two dims, as a last dim.
 *
 * `y_i = x_i,i+offset`
 *
 * - Shapes: the two dims gone, the diagonal's length last.
 * - PyTorch: `torch.diagonal`; JAX: `jnp.diagonal(x, offset)`; NumPy: `np.diagonal(x, offset)`
 *
 * @example
 * covariance.diagonal()
 */
export function diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
export function diagonal(input: Tensor, options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
export function diagonal(input: Tensor, offset: number, options: { dim1?: number; dim2?: number }): Tensor;
export function diagonal(input: Tensor, offset: number, dim1: number, options: { dim2?: number }): Tensor;
/**
 * The sum of a matrix's diagonal.
 *
 * `Σ x_ii`
 *
 * - Shapes: [n, m] to [].
 * - PyTorch: `torch.trace`; JAX: `jnp.trace(x)`; NumPy: `np.trace(x)`
 *
 * @example
 * covariance.trace()
 */
export function trace(input: Tensor): Tensor;
/**
 * Zeros above a diagonal.
 *
 * `x_ij if j - i ≤ diagonal, else 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.tril`; JAX: `jnp.tril(x, diagonal)`; NumPy: `np.tril(x, diagonal)`
 *
 * @example
 * x.matmul(x.t()).tril()
 */
export function tril(input: Tensor, diagonal?: number): Tensor;
export function tril(input: Tensor, options: { diagonal?: number }): Tensor;
/**
 * Zeros below a diagonal.
 *
 * `x_ij if j - i ≥ diagonal, else 0`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.triu`; JAX: `jnp.triu(x, diagonal)`; NumPy: `np.triu(x, diagonal)`
 *
 * @example
 * x.matmul(x.t()).triu()
 */
export function triu(input: Tensor, diagonal?: number): Tensor;
export function triu(input: Tensor, options: { diagonal?: number }): Tensor;
/**
 * The differences of neighbours.
 *
 * `y_i = x_(i+1) - x_i`
 *
 * - Shapes: dim shorter by n.
 * - PyTorch: `torch.diff`; JAX: `jnp.diff(x, n, dim)`; NumPy: `np.diff(x, n, dim)`
 *
 * @example
 * predictions.diff(1, 0)
 */
export function diff(input: Tensor, n?: number, dim?: number): Tensor;
export function diff(input: Tensor, options: { n?: number; dim?: number }): Tensor;
export function diff(input: Tensor, n: number, options: { dim?: number }): Tensor;
/**
 * How often each integer occurs.
 *
 * `y_j = #{x = j}, or the sum of their weights`
 *
 * - Shapes: [largest + 1, at least minlength].
 * - PyTorch: `torch.bincount`; JAX: `jnp.bincount(x)`; NumPy: `np.bincount(x)`
 *
 * @example
 * labels.bincount()
 */
export function bincount(input: Tensor, weights?: Tensor | null, minlength?: number): Tensor;
export function bincount(input: Tensor, options: { weights?: Tensor | null; minlength?: number }): Tensor;
export function bincount(input: Tensor, weights: Tensor, options: { minlength?: number }): Tensor;
/**
 * How many elements fall into each of so many ranges of one width.
 *
 * `yₖ = #{x in the k-th of bins parts of [min, max]}, elements outside left out`
 *
 * - Shapes: any in, [bins] out.
 * - Domain: min = max takes the smallest and the largest element.
 * - Gradient at kinks: no gradient: counts.
 * - PyTorch: `torch.histc`; JAX: `jnp.histogram(x, bins, (min, max))[0]`; NumPy: `np.histogram(x, bins, (min, max))[0]`
 *
 * @example
 * predictions.histc(4, -1, 1)
 */
export function histc(input: Tensor, bins?: number, min?: number, max?: number): Tensor;
export function histc(input: Tensor, options: { bins?: number; min?: number; max?: number }): Tensor;
export function histc(input: Tensor, bins: number, options: { min?: number; max?: number }): Tensor;
export function histc(input: Tensor, bins: number, min: number, options: { max?: number }): Tensor;
/**
 * Where the elements that are not zero are.
 *
 * `indices of x ≠ 0`
 *
 * - Shapes: [number of such elements, dims].
 * - PyTorch: `torch.argwhere`; JAX: `jnp.argwhere(x)`; NumPy: `np.argwhere(x)`
 *
 * @example
 * torch.argwhere(targets.gt(0))
 */
export function argwhere(input: Tensor): Tensor;
/**
 * Matrices along the diagonal of one, zeros elsewhere.
 *
 * `y = diag(x₁, x₂, …) in blocks`
 *
 * - Shapes: rows and columns add up; a vector is a row, a number a block of its own.
 * - PyTorch: `torch.block_diag`; JAX: `jax.scipy.linalg.block_diag(*xs)`; NumPy: `scipy.linalg.block_diag(*xs)`
 *
 * @example
 * torch.block_diag([predictions, targets])
 */
export function block_diag(tensors: readonly Tensor[]): Tensor;
/**
 * The area under points up to each of them.
 *
 * `yₖ = Σ_{i<k} (xᵢ₊₁ - xᵢ)(yᵢ + yᵢ₊₁)/2`
 *
 * - Shapes: one less along dim.
 * - PyTorch: `torch.cumulative_trapezoid`; NumPy: `scipy.integrate.cumulative_trapezoid(y, x, dx, dim)`
 *
 * @example
 * torch.cumulative_trapezoid(predictions, null, 1, 0)
 */
export function cumulative_trapezoid(y: Tensor, x?: Tensor | null, dx?: number, dim?: number): Tensor;
export function cumulative_trapezoid(y: Tensor, options: { x?: Tensor | null; dx?: number; dim?: number }): Tensor;
export function cumulative_trapezoid(y: Tensor, x: Tensor, options: { dx?: number; dim?: number }): Tensor;
export function cumulative_trapezoid(y: Tensor, x: Tensor, dx: number, options: { dim?: number }): Tensor;
/**
 * Which elements are among others.
 *
 * `y = x ∈ test_elements`
 *
 * - Shapes: same as elements.
 * - PyTorch: `torch.isin`; JAX: `jnp.isin(x, test)`; NumPy: `np.isin(x, test)`
 *
 * @example
 * torch.isin(torch.tensor([1, 2, 3]), torch.tensor([1, 3]))
 */
export function isin(elements: Tensor | number, test_elements: Tensor | number, assume_unique?: boolean, invert?: boolean): Tensor;
export function isin(elements: Tensor | number, test_elements: Tensor | number, options: { assume_unique?: boolean; invert?: boolean }): Tensor;
export function isin(elements: Tensor | number, test_elements: Tensor | number, assume_unique: boolean, options: { invert?: boolean }): Tensor;
/**
 * The area under points, straight lines between them.
 *
 * `Σ (xᵢ₊₁ - xᵢ)(yᵢ + yᵢ₊₁)/2`
 *
 * - Shapes: without dim.
 * - PyTorch: `torch.trapezoid`; JAX: `jnp.trapezoid(y, x, dx, dim)`; NumPy: `np.trapezoid(y, x, dx, dim)`
 *
 * @example
 * torch.trapezoid(predictions, null, 1, 0)
 */
export function trapezoid(y: Tensor, x?: Tensor | null, dx?: number, dim?: number): Tensor;
export function trapezoid(y: Tensor, options: { x?: Tensor | null; dx?: number; dim?: number }): Tensor;
export function trapezoid(y: Tensor, x: Tensor, options: { dx?: number; dim?: number }): Tensor;
export function trapezoid(y: Tensor, x: Tensor, dx: number, options: { dim?: number }): Tensor;
/**
 * The area under points, straight lines between them.
 *
 * `Σ (xᵢ₊₁ - xᵢ)(yᵢ + yᵢ₊₁)/2`
 *
 * - Shapes: without dim.
 * - PyTorch: `torch.trapz`; JAX: `jnp.trapezoid(y, x, dx, dim)`; NumPy: `np.trapezoid(y, x, dx, dim)`
 *
 * @example
 * torch.trapezoid(predictions, null, 1, 0)
 */
export function trapz(y: Tensor, x?: Tensor | null, dx?: number, dim?: number): Tensor;
export function trapz(y: Tensor, options: { x?: Tensor | null; dx?: number; dim?: number }): Tensor;
export function trapz(y: Tensor, x: Tensor, options: { dx?: number; dim?: number }): Tensor;
export function trapz(y: Tensor, x: Tensor, dx: number, options: { dim?: number }): Tensor;
/**
 * Rows and columns of the places on and below a diagonal.
 *
 * `(i, j) with j - i ≤ offset`
 *
 * - Shapes: [2, number of places].
 * - PyTorch: `torch.tril_indices`; JAX: `jnp.stack(jnp.tril_indices(row, offset, col))`; NumPy: `np.stack(np.tril_indices(row, offset, col))`
 *
 * @example
 * torch.tril_indices(3, 3)
 */
export function tril_indices(row: number, col: number, offset?: number, dtype?: DType): Tensor;
export function tril_indices(options: { row: number; col: number; offset?: number; dtype?: DType }): Tensor;
export function tril_indices(row: number, options: { col: number; offset?: number; dtype?: DType }): Tensor;
export function tril_indices(row: number, col: number, options: { offset?: number; dtype?: DType }): Tensor;
export function tril_indices(row: number, col: number, offset: number, options: { dtype?: DType }): Tensor;
/**
 * Rows and columns of the places on and above a diagonal.
 *
 * `(i, j) with j - i ≥ offset`
 *
 * - Shapes: [2, number of places].
 * - PyTorch: `torch.triu_indices`; JAX: `jnp.stack(jnp.triu_indices(row, offset, col))`; NumPy: `np.stack(np.triu_indices(row, offset, col))`
 *
 * @example
 * torch.triu_indices(3, 3)
 */
export function triu_indices(row: number, col: number, offset?: number, dtype?: DType): Tensor;
export function triu_indices(options: { row: number; col: number; offset?: number; dtype?: DType }): Tensor;
export function triu_indices(row: number, options: { col: number; offset?: number; dtype?: DType }): Tensor;
export function triu_indices(row: number, col: number, options: { offset?: number; dtype?: DType }): Tensor;
export function triu_indices(row: number, col: number, offset: number, options: { dtype?: DType }): Tensor;
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
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · mat1 @ mat2`
 *
 * - Shapes: input broadcasts to [n, m].
 * - PyTorch: `torch.addmm`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.addmm(bias, x, weight)
 */
export function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, beta?: number, alpha?: number): Tensor;
export function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: number; alpha?: number }): Tensor;
export function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · mat @ vec`
 *
 * - Shapes: input broadcasts to [n].
 * - PyTorch: `torch.addmv`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.addmv(bias, x, weight)
 */
export function addmv(input: Tensor, mat: Tensor, vec: Tensor, beta?: number, alpha?: number): Tensor;
export function addmv(input: Tensor, mat: Tensor, vec: Tensor, options: { beta?: number; alpha?: number }): Tensor;
export function addmv(input: Tensor, mat: Tensor, vec: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * A tensor plus a matrix product.
 *
 * `beta · input + alpha · batch1 @ batch2`
 *
 * - Shapes: input broadcasts to [b, n, m].
 * - PyTorch: `torch.baddbmm`; JAX: `c + a @ b`; NumPy: `c + a @ b`
 *
 * @example
 * torch.baddbmm(bias, x, weight)
 */
export function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, beta?: number, alpha?: number): Tensor;
export function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options: { beta?: number; alpha?: number }): Tensor;
export function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, beta: number, options: { alpha?: number }): Tensor;
/**
 * The products of two stacks of matrices.
 *
 * `c_bij = Σ_k a_bik b_bkj`
 *
 * - Shapes: [b, n, k] and [b, k, m] to [b, n, m].
 * - PyTorch: `torch.bmm`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.bmm(x.transpose(1, 2))
 */
export function bmm(input: Tensor, mat2: Tensor): Tensor;
/**
 * Inner products along the last dims.
 *
 * `c_ij = Σ_k a_ik b_jk`
 *
 * - Shapes: […, k] and […, k] to the other dims of both.
 * - PyTorch: `torch.inner`; JAX: `jnp.inner(a, b)`; NumPy: `np.inner(a, b)`
 *
 * @example
 * torch.inner(predictions, targets)
 */
export function inner(input: Tensor, other: Tensor): Tensor;
/**
 * The product of two matrices.
 *
 * `c_ij = Σ_k a_ik b_kj`
 *
 * - Shapes: [n, k] and [k, m] to [n, m].
 * - PyTorch: `torch.mm`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.mm(weight.t())
 */
export function mm(input: Tensor, mat2: Tensor): Tensor;
/**
 * The product of a matrix and a vector.
 *
 * `c_i = Σ_k a_ik b_k`
 *
 * - Shapes: [n, k] and [k] to [n].
 * - PyTorch: `torch.mv`; JAX: `a @ b`; NumPy: `a @ b`
 *
 * @example
 * x.mv(weights)
 */
export function mv(input: Tensor, vec: Tensor): Tensor;
/**
 * Every product of an element of one vector with one of the other.
 *
 * `c_ij = a_i b_j`
 *
 * - Shapes: [n] and [m] to [n, m].
 * - PyTorch: `torch.outer`; JAX: `jnp.outer(a, b)`; NumPy: `np.outer(a, b)`
 *
 * @example
 * torch.outer(predictions, targets)
 */
export function outer(input: Tensor, vec2: Tensor): Tensor;
/**
 * Every product of an element of one vector with one of the other.
 *
 * `c_ij = a_i b_j`
 *
 * - Shapes: [n] and [m] to [n, m].
 * - PyTorch: `torch.ger`; JAX: `jnp.outer(a, b)`; NumPy: `np.outer(a, b)`
 *
 * @example
 * torch.outer(predictions, targets)
 */
export function ger(input: Tensor, vec2: Tensor): Tensor;
/**
 * Every element of the first times the whole of the second, as blocks.
 *
 * `y[i·p + k, j·q + l] = a[i, j] · b[k, l]`
 *
 * - Shapes: sizes multiply, dim by dim; dims that lack count as 1 in front.
 * - PyTorch: `torch.kron`; JAX: `jnp.kron(a, b)`; NumPy: `np.kron(a, b)`
 *
 * @example
 * torch.kron(torch.eye(2), predictions)
 */
export function kron(input: Tensor, other: Tensor): Tensor;
/**
 * Sums of products, said with letters for dims.
 *
 * `"ij,jk->ik": c_ik = Σ_j a_ij b_jk`
 *
 * - Shapes: one letter a dim; letters missing on the right are summed over.
 * - PyTorch: `torch.einsum`; JAX: `jnp.einsum("ij,jk->ik", a, b)`; NumPy: `np.einsum("ij,jk->ik", a, b)`
 *
 * @example
 * torch.einsum("bi,bi->b", [predictions, targets])
 */
export function einsum(equation: string, operands: readonly Tensor[]): Tensor;
export function einsum(options: { equation: string; operands: readonly Tensor[] }): Tensor;
export function einsum(equation: string, options: { operands: readonly Tensor[] }): Tensor;
/**
 * Sums of products over the last dims of one tensor and the first of another.
 *
 * `Σ over dims of both`
 *
 * - Shapes: the other dims of both.
 * - PyTorch: `torch.tensordot`; JAX: `jnp.tensordot(a, b, dims)`; NumPy: `np.tensordot(a, b, dims)`
 *
 * @example
 * torch.tensordot(x, weight, 1)
 */
export function tensordot(a: Tensor, b: Tensor, dims?: readonly Index[]): Tensor;
export function tensordot(a: Tensor, b: Tensor, options: { dims?: readonly Index[] }): Tensor;
/**
 * The inverse of A, given its Cholesky factor.
 *
 * `(L Lᵀ)⁻¹`
 *
 * - Shapes: [..., n, n] to the same.
 * - PyTorch: `torch.cholesky_inverse`
 *
 * @example
 * torch.cholesky_inverse(torch.eye(3))
 */
export function cholesky_inverse(L: Tensor, upper?: boolean): Tensor;
export function cholesky_inverse(L: Tensor, options: { upper?: boolean }): Tensor;
/**
 * The triangle whose product with its transpose is a symmetric positive definite matrix.
 *
 * `A = L Lᵀ`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: what is not positive definite is refused.
 * - PyTorch: `torch.cholesky`; JAX: `jnp.linalg.cholesky(A)`; NumPy: `np.linalg.cholesky(A)`
 *
 * @example
 * torch.cholesky(torch.eye(3).mul(2))
 */
export function cholesky(input: Tensor, upper?: boolean): Tensor;
export function cholesky(input: Tensor, options: { upper?: boolean }): Tensor;
/**
 * X with A X = B, given the Cholesky factor of A.
 *
 * `X = (L Lᵀ)⁻¹ B`
 *
 * - Shapes: [..., n, k] and [..., n, n].
 * - PyTorch: `torch.cholesky_solve`; JAX: `jax.scipy.linalg.cho_solve((L, True), B)`; NumPy: `scipy.linalg.cho_solve((L, True), B)`
 *
 * @example
 * torch.cholesky_solve(x, torch.eye(6))
 */
export function cholesky_solve(input: Tensor, L: Tensor, upper?: boolean): Tensor;
export function cholesky_solve(input: Tensor, L: Tensor, options: { upper?: boolean }): Tensor;
/**
 * The vector at right angles to two others.
 *
 * `a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁`
 *
 * - Shapes: two tensors with 3 along dim, which broadcast.
 * - PyTorch: `torch.cross`; JAX: `jnp.cross(a, b)`; NumPy: `np.cross(a, b)`
 *
 * @example
 * torch.cross(torch.ones(4, 3), torch.rand(4, 3), 1)
 */
export function cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
export function cross(input: Tensor, other: Tensor, options: { dim?: number | null }): Tensor;
/**
 * The determinant of each matrix.
 *
 * `det A = Σ_σ sgn σ ∏ a_iσ(i)`
 *
 * - Shapes: [..., n, n] to [...].
 * - PyTorch: `torch.det`; JAX: `jnp.linalg.det(A)`; NumPy: `np.linalg.det(A)`
 *
 * @example
 * torch.det(x)
 */
export function det(input: Tensor): Tensor;
/**
 * The inverse of each matrix.
 *
 * `A⁻¹ A = 1`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: a singular matrix is refused.
 * - PyTorch: `torch.inverse`; JAX: `jnp.linalg.inv(A)`; NumPy: `np.linalg.inv(A)`
 *
 * @example
 * torch.inverse(x)
 */
export function inverse(input: Tensor): Tensor;
/**
 * The logarithm of each determinant.
 *
 * `ln det A`
 *
 * - Shapes: [..., n, n] to [...].
 * - Domain: NaN where the determinant is negative, -∞ where it is 0.
 * - PyTorch: `torch.logdet`; JAX: `jnp.linalg.slogdet(x)[1]`
 *
 * @example
 * torch.logdet(x.matmul(x.t()))
 */
export function logdet(input: Tensor): Tensor;
/**
 * The exponential of each matrix.
 *
 * `Σ Aᵏ / k!`
 *
 * - Shapes: [..., n, n] to the same.
 * - PyTorch: `torch.matrix_exp`; JAX: `jax.scipy.linalg.expm(A)`; NumPy: `scipy.linalg.expm(A)`
 *
 * @example
 * torch.matrix_exp(x)
 */
export function matrix_exp(input: Tensor): Tensor;
/**
 * A matrix multiplied with itself; its inverse for n below 0.
 *
 * `Aⁿ`
 *
 * - Shapes: [..., m, m] to the same.
 * - PyTorch: `torch.matrix_power`; JAX: `jnp.linalg.matrix_power(A, n)`; NumPy: `np.linalg.matrix_power(A, n)`
 *
 * @example
 * torch.matrix_power(x, 3)
 */
export function matrix_power(input: Tensor, n: number): Tensor;
export function matrix_power(input: Tensor, options: { n: number }): Tensor;
/**
 * The Moore-Penrose inverse: the matrix that comes nearest to an inverse.
 *
 * `A⁺ = V diag(1/S) Uᵀ, with 0 for 1/S below the tolerance`
 *
 * - Shapes: [..., m, n] to [..., n, m].
 * - PyTorch: `torch.pinverse`; JAX: `jnp.linalg.pinv(A)`; NumPy: `np.linalg.pinv(A)`
 *
 * @example
 * torch.pinverse(x)
 */
export function pinverse(input: Tensor, rcond?: number): Tensor;
export function pinverse(input: Tensor, options: { rcond?: number }): Tensor;
/**
 * A as columns at right angles times a triangle, with LAPACK's signs.
 *
 * `A = Q R, QᵀQ = 1`
 *
 * - Shapes: [..., m, n] to { Q: [..., m, k], R: [..., k, n] }, k = min(m, n).
 * - PyTorch: `torch.qr`; JAX: `jnp.linalg.qr(A)`; NumPy: `np.linalg.qr(A)`
 *
 * @example
 * torch.qr(x).R
 */
export function qr(input: Tensor, some?: boolean): { readonly Q: Tensor; readonly R: Tensor };
export function qr(input: Tensor, options: { some?: boolean }): { readonly Q: Tensor; readonly R: Tensor };
/**
 * The sign and the logarithm of the size of each determinant, which itself may be too large or too small for a float.
 *
 * `sgn det A, ln |det A|`
 *
 * - Shapes: [..., n, n] to { sign: [...], logabsdet: [...] }.
 * - Domain: -∞ for a singular matrix.
 * - PyTorch: `torch.slogdet`; JAX: `jnp.linalg.slogdet(A)`; NumPy: `np.linalg.slogdet(A)`
 *
 * @example
 * torch.slogdet(x).logabsdet
 */
export function slogdet(input: Tensor): { readonly sign: Tensor; readonly logabsdet: Tensor };
/**
 * The singular values of a matrix, from the largest, and its singular vectors.
 *
 * `A = U diag(S) Vᵀ`
 *
 * - Shapes: [..., m, n] to { U, S: [..., min(m, n)], Vh }.
 * - Gradient at kinks: none where two singular values are equal and the gradient reaches the vectors.
 * - PyTorch: `torch.svd`; JAX: `jnp.linalg.svd(A)`; NumPy: `np.linalg.svd(A)`
 *
 * @example
 * torch.svd(x).S
 */
export function svd(input: Tensor, some?: boolean, compute_uv?: boolean): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
export function svd(input: Tensor, options: { some?: boolean; compute_uv?: boolean }): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
export function svd(input: Tensor, some: boolean, options: { compute_uv?: boolean }): { readonly U: Tensor; readonly S: Tensor; readonly V: Tensor };
/**
 * The angle of a complex number; of a real one 0, or π below 0.
 *
 * `arg z`
 *
 * - Shapes: same as input.
 * - Gradient at kinks: 0 at 0.
 * - PyTorch: `torch.angle`; JAX: `jnp.angle(x)`; NumPy: `np.angle(x)`
 *
 * @example
 * torch.angle(torch.complex(x, x))
 */
export function angle(input: Tensor): Tensor;
/**
 * A triangle.
 *
 * `1 - |2j/N - 1|`
 *
 * - Shapes: [window_length].
 * - PyTorch: `torch.bartlett_window`
 *
 * @example
 * torch.bartlett_window(8)
 */
export function bartlett_window(window_length: number, periodic?: boolean, dtype?: DType | null, device?: "cpu" | null, requires_grad?: boolean): Tensor;
export function bartlett_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function bartlett_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function bartlett_window(window_length: number, periodic: boolean, options: { dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function bartlett_window(window_length: number, periodic: boolean, dtype: DType, options: { device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function bartlett_window(window_length: number, periodic: boolean, dtype: DType, device: "cpu", options: { requires_grad?: boolean }): Tensor;
/**
 * Two cosines.
 *
 * `0.42 - ½ cos 2πj/N + 0.08 cos 4πj/N`
 *
 * - Shapes: [window_length].
 * - PyTorch: `torch.blackman_window`
 *
 * @example
 * torch.blackman_window(8)
 */
export function blackman_window(window_length: number, periodic?: boolean, dtype?: DType | null, device?: "cpu" | null, requires_grad?: boolean): Tensor;
export function blackman_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function blackman_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function blackman_window(window_length: number, periodic: boolean, options: { dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function blackman_window(window_length: number, periodic: boolean, dtype: DType, options: { device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function blackman_window(window_length: number, periodic: boolean, dtype: DType, device: "cpu", options: { requires_grad?: boolean }): Tensor;
/**
 * A complex tensor of its two parts.
 *
 * `re + i im`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.complex`; JAX: `jax.lax.complex(real, imag)`; NumPy: `complex(real, imag)`
 *
 * @example
 * torch.complex(x, x)
 */
export function complex(real: Tensor, imag: Tensor): ComplexTensor;
/**
 * The complex conjugate.
 *
 * `re - i im`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.conj`; JAX: `jnp.conj(x)`; NumPy: `np.conj(x)`
 *
 * @example
 * torch.conj(torch.complex(x, x))
 */
export function conj(input: Tensor): Tensor;
/**
 * A raised cosine on a pedestal.
 *
 * `0.54 - 0.46 cos 2πj/N`
 *
 * - Shapes: [window_length].
 * - PyTorch: `torch.hamming_window`
 *
 * @example
 * torch.hamming_window(8)
 */
export function hamming_window(window_length: number, periodic?: boolean, dtype?: DType | null, device?: "cpu" | null, requires_grad?: boolean): Tensor;
export function hamming_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hamming_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hamming_window(window_length: number, periodic: boolean, options: { dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hamming_window(window_length: number, periodic: boolean, dtype: DType, options: { device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hamming_window(window_length: number, periodic: boolean, dtype: DType, device: "cpu", options: { requires_grad?: boolean }): Tensor;
/**
 * A raised cosine.
 *
 * `½ (1 - cos 2πj/N)`
 *
 * - Shapes: [window_length].
 * - PyTorch: `torch.hann_window`
 *
 * @example
 * torch.hann_window(8)
 */
export function hann_window(window_length: number, periodic?: boolean, dtype?: DType | null, device?: "cpu" | null, requires_grad?: boolean): Tensor;
export function hann_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hann_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hann_window(window_length: number, periodic: boolean, options: { dtype?: DType | null; device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hann_window(window_length: number, periodic: boolean, dtype: DType, options: { device?: "cpu" | null; requires_grad?: boolean }): Tensor;
export function hann_window(window_length: number, periodic: boolean, dtype: DType, device: "cpu", options: { requires_grad?: boolean }): Tensor;
/**
 * The imaginary part.
 *
 * `Im z`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.imag`; JAX: `jnp.imag(x)`; NumPy: `np.imag(x)`
 *
 * @example
 * torch.imag(torch.complex(x, x))
 */
export function imag(input: Tensor): Tensor;
/**
 * The signal whose stft it is: frames laid over each other, divided by what the windows add up to.
 *
 * `Σ_m w x_m / Σ_m w²`
 *
 * - Shapes: [..., n_fft/2 + 1, frames] to [..., samples].
 * - PyTorch: `torch.istft`; JAX: `jax.scipy.signal.istft(x)`
 *
 * @example
 * torch.istft(torch.stft(torch.rand(32), 8, { return_complex: true }), 8)
 */
export function istft(input: Tensor, n_fft: number, hop_length?: number | null, win_length?: number | null, window?: Tensor | null, center?: boolean, normalized?: boolean, onesided?: boolean | null, length?: number | null, return_complex?: boolean): Tensor;
export function istft(input: Tensor, options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, options: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, options: { win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, options: { window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, options: { center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, options: { normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, normalized: boolean, options: { onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, normalized: boolean, onesided: boolean, options: { length?: number | null; return_complex?: boolean }): Tensor;
export function istft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, normalized: boolean, onesided: boolean, length: number, options: { return_complex?: boolean }): Tensor;
/**
 * A complex tensor of its sizes and angles.
 *
 * `abs · e^(i angle)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.polar`; JAX: `jnp.abs(r) * jnp.exp(1j * angle)`; NumPy: `np.abs(r) * jnp.exp(1j * angle)`
 *
 * @example
 * torch.polar(x, x)
 */
export function polar(abs: Tensor, angle: Tensor): ComplexTensor;
/**
 * The real part.
 *
 * `Re z`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.real`; JAX: `jnp.real(x)`; NumPy: `np.real(x)`
 *
 * @example
 * torch.real(torch.complex(x, x))
 */
export function real(input: Tensor): Tensor;
/**
 * The Fourier transform of each piece of a signal that a moving window shows.
 *
 * `X_k,m = Σ_j w_j x_(m hop + j) e^(-2πi jk/n_fft)`
 *
 * - Shapes: [..., samples] to [..., n_fft/2 + 1, frames].
 * - PyTorch: `torch.stft`; JAX: `jax.scipy.signal.stft(x)`
 *
 * @example
 * torch.stft(torch.rand(32), 8, { return_complex: true })
 */
export function stft(input: Tensor, n_fft: number, hop_length?: number | null, win_length?: number | null, window?: Tensor | null, center?: boolean, pad_mode?: string, normalized?: boolean, onesided?: boolean | null, return_complex?: boolean | null): ComplexTensor;
export function stft(input: Tensor, options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, options: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, options: { win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, options: { window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, options: { center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, options: { pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, options: { normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, normalized: boolean, options: { onesided?: boolean | null; return_complex?: boolean | null }): ComplexTensor;
export function stft(input: Tensor, n_fft: number, hop_length: number, win_length: number, window: Tensor, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean, options: { return_complex?: boolean | null }): ComplexTensor;
/**
 * A last dim of two taken for the two parts.
 *
 * `x_0 + i x_1`
 *
 * - Shapes: [..., 2] to [...].
 * - PyTorch: `torch.view_as_complex`; JAX: `jax.lax.complex(x[..., 0], x[..., 1])`; NumPy: `complex(x[..., 0], x[..., 1])`
 *
 * @example
 * torch.view_as_complex(torch.rand(4, 2))
 */
export function view_as_complex(input: Tensor): ComplexTensor;
/**
 * Both parts in a last dim of two.
 *
 * `[Re z, Im z]`
 *
 * - Shapes: [...] to [..., 2].
 * - PyTorch: `torch.view_as_real`; JAX: `jnp.stack([x.real, x.imag], -1)`; NumPy: `np.stack([x.real, x.imag], -1)`
 *
 * @example
 * torch.view_as_real(torch.complex(x, x))
 */
export function view_as_real(input: Tensor): Tensor;
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
 * A leaky relu whose slope is learned.
 *
 * `x if x > 0, else weight · x`
 *
 * - Shapes: same as input; weight has one element, or one for each channel (dim 1).
 * - Gradient at kinks: the slope weight at 0.
 * - PyTorch: `torch.prelu`
 *
 * @example
 * F.prelu(predictions, torch.tensor([0.25]))
 */
export function prelu(input: Tensor, weight: Tensor): Tensor;
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
 * The logistic function, between 0 and 1.
 *
 * `1/(1 + e⁻ˣ)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.expit`; JAX: `jax.nn.sigmoid(x)`
 *
 * @example
 * predictions.sub(targets).sigmoid().mean()
 */
export function expit(input: Tensor): Tensor;
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
export function log_softmax(input: Tensor, dim?: number | null): Tensor;
export function log_softmax(input: Tensor, options: { dim?: number | null }): Tensor;
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
export function softmax(input: Tensor, dim?: number | null): Tensor;
export function softmax(input: Tensor, options: { dim?: number | null }): Tensor;
/**
 * Means of neighbours along the last dim.
 *
 * `y_i = mean x_(i·stride … i·stride + kernel - 1)`
 *
 * - Shapes: [n, c, l] to [n, c, l'].
 * - PyTorch: `torch.avg_pool1d`
 *
 * @example
 * F.avg_pool1d(signal, 2)
 */
export function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[]): Tensor;
export function avg_pool1d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
export function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[] }): Tensor;
export function avg_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[] }): Tensor;
/**
 * The distance of every row of one from every row of the other.
 *
 * `d_ij = ‖x1_i - x2_j‖_p`
 *
 * - Shapes: […, n, k] and […, m, k] to […, n, m].
 * - Gradient at kinks: 0 where two rows are equal.
 * - PyTorch: `torch.cdist`
 *
 * @example
 * torch.cdist(predictions, predictions)
 */
export function cdist(x1: Tensor, x2: Tensor, p?: number): Tensor;
export function cdist(x1: Tensor, x2: Tensor, options: { p?: number }): Tensor;
/**
 * A filter moved along the last dim.
 *
 * `y_i = Σ_k w_k x_(i·stride + k)`
 *
 * - Shapes: [n, in, l], weight [out, in, k] to [n, out, l'].
 * - PyTorch: `torch.conv1d`; JAX: `jnp.convolve(x, w[::-1], 'valid')`; NumPy: `np.correlate(x, w, 'valid')`
 *
 * @example
 * F.conv1d(signal, kernel)
 */
export function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: number | readonly number[], padding?: number | readonly number[], dilation?: number | readonly number[], groups?: number): Tensor;
export function conv1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv1d(input: Tensor, weight: Tensor, bias: Tensor, options: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv1d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { groups?: number }): Tensor;
/**
 * The cosine of the angle between vectors.
 *
 * `x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))`
 *
 * - Shapes: both broadcast, dim gone.
 * - Gradient at kinks: 0 where a vector is zero.
 * - PyTorch: `torch.cosine_similarity`
 *
 * @example
 * F.cosine_similarity(predictions, targets, 1)
 */
export function cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
export function cosine_similarity(x1: Tensor, x2: Tensor, options: { dim?: number; eps?: number }): Tensor;
export function cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: { eps?: number }): Tensor;
/**
 * The norm of a difference.
 *
 * `‖a - b‖_p`
 *
 * - Shapes: both broadcast, [] out.
 * - Gradient at kinks: 0 where they are equal.
 * - PyTorch: `torch.dist`; JAX: `jnp.linalg.norm(a - b)`; NumPy: `np.linalg.norm(a - b)`
 *
 * @example
 * torch.dist(predictions, targets)
 */
export function dist(input: Tensor, other: Tensor, p?: number): Tensor;
export function dist(input: Tensor, other: Tensor, options: { p?: number }): Tensor;
/**
 * The distance of each vector from the one in the same place.
 *
 * `‖x1 - x2 + eps‖_p`
 *
 * - Shapes: both broadcast, last dim gone.
 * - Gradient at kinks: finite where they are equal, thanks to eps.
 * - PyTorch: `torch.pairwise_distance`
 *
 * @example
 * F.pairwise_distance(predictions, targets)
 */
export function pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
export function pairwise_distance(x1: Tensor, x2: Tensor, options: { p?: number; eps?: number; keepdim?: boolean }): Tensor;
export function pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: { eps?: number; keepdim?: boolean }): Tensor;
export function pairwise_distance(x1: Tensor, x2: Tensor, p: number, eps: number, options: { keepdim?: boolean }): Tensor;
/**
 * The distance of every pair of rows, each pair once.
 *
 * `(Σ |x_i - x_j|ᵖ)^(1/p) for i < j`
 *
 * - Shapes: [n, d] to [n (n - 1)/2].
 * - PyTorch: `torch.pdist`
 *
 * @example
 * F.pdist(torch.randn([4, 2]))
 */
export function pdist(input: Tensor, p?: number): Tensor;
export function pdist(input: Tensor, options: { p?: number }): Tensor;
/**
 * Every window of an image times a kernel: one channel out for each kernel.
 *
 * `y[n, o, i, j] = bias[o] + Σ weight[o, c, k, l] · x[n, c, i·stride + k·dilation, j·stride + l·dilation]`
 *
 * - Shapes: [n, c, h, w] and [out, c / groups, k, l] to [n, out, rows, columns]; an image without n stays without.
 * - PyTorch: `torch.conv2d`; JAX: `jax.lax.conv_general_dilated(x, weight, (1, 1), "VALID")`
 *
 * @example
 * F.conv2d(torch.randn([1, 1, 5, 5]), torch.ones([1, 1, 3, 3]))
 */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: number | readonly number[], padding?: number | readonly number[], dilation?: number | readonly number[], groups?: number): Tensor;
export function conv2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv2d(input: Tensor, weight: Tensor, bias: Tensor, options: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[]; groups?: number }): Tensor;
export function conv2d(input: Tensor, weight: Tensor, bias: Tensor, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { groups?: number }): Tensor;
/**
 * The mean of each of so many windows that cover the input evenly.
 *
 * `mean of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, l] to [n, c, output_size].
 * - PyTorch: `torch.adaptive_avg_pool1d`
 *
 * @example
 * F.adaptive_avg_pool1d(torch.randn([1, 2, 6]), 2)
 */
export function adaptive_avg_pool1d(input: Tensor, output_size: number | readonly number[]): Tensor;
export function adaptive_avg_pool1d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The largest element of each of so many windows that cover the input evenly.
 *
 * `max of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`
 *
 * - Shapes: [n, c, l] to [n, c, output_size].
 * - PyTorch: `torch.adaptive_max_pool1d`
 *
 * @example
 * F.adaptive_max_pool1d(torch.randn([1, 2, 6]), 2)
 */
export function adaptive_max_pool1d(input: Tensor, output_size: number | readonly number[]): Tensor;
export function adaptive_max_pool1d(input: Tensor, options: { output_size: number | readonly number[] }): Tensor;
/**
 * The largest of neighbours along the last dim.
 *
 * `max of x over the window`
 *
 * - Shapes: [n, c, l] or [c, l] to as many windows as fit; stride is the kernel's size where it is not given.
 * - Gradient at kinks: all to the first of those that are largest.
 * - PyTorch: `torch.max_pool1d`
 *
 * @example
 * F.max_pool1d(torch.randn([1, 1, 6]), 2)
 */
export function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride?: number | readonly number[] | null, padding?: number | readonly number[], dilation?: number | readonly number[]): Tensor;
export function max_pool1d(input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
export function max_pool1d(input: Tensor, kernel_size: number | readonly number[], options: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
export function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options: { padding?: number | readonly number[]; dilation?: number | readonly number[] }): Tensor;
export function max_pool1d(input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options: { dilation?: number | readonly number[] }): Tensor;
/**
 * Channels laid out as pixels: a finer image of fewer channels.
 *
 * `y[n, c, i·r + k, j·r + l] = x[n, c·r² + k·r + l, i, j]`
 *
 * - Shapes: [n, c · r², h, w] to [n, c, h · r, w · r].
 * - PyTorch: `torch.pixel_shuffle`
 *
 * @example
 * F.pixel_shuffle(torch.randn([1, 4, 2, 2]), 2)
 */
export function pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
export function pixel_shuffle(input: Tensor, options: { upscale_factor: number }): Tensor;
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
export function clone(input: Tensor, memory_format?: string | null): Tensor;
export function clone(input: Tensor, options: { memory_format?: string | null }): Tensor;
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
export function arange(start: number, end?: number | null, step?: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function arange(options: { start: number; end?: number | null; step?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function arange(start: number, options: { end?: number | null; step?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function arange(start: number, end: number, options: { step?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function arange(start: number, end: number, step: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function arange(start: number, end: number, step: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function arange(start: number, end: number, step: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * A tensor of the numbers given, or the tensor itself.
 *
 * `constant`
 *
 * - Shapes: as the arrays are nested.
 * - PyTorch: `torch.as_tensor`; JAX: `jnp.asarray(data)`; NumPy: `np.asarray(data)`
 *
 * @example
 * torch.as_tensor([0.1, 0.9])
 */
export function as_tensor(data: NestedNumbers | Tensor, dtype?: DType | null, device?: "cpu" | null): Tensor;
export function as_tensor(data: NestedNumbers | Tensor, options: { dtype?: DType | null; device?: "cpu" | null }): Tensor;
export function as_tensor(data: NestedNumbers | Tensor, dtype: DType, options: { device?: "cpu" | null }): Tensor;
/**
 * A tensor of zeros.
 *
 * `constant`
 *
 * - Shapes: the sizes given.
 * - PyTorch: `torch.empty`; JAX: `jnp.empty(shape)`; NumPy: `np.empty(shape)`
 *
 * @example
 * torch.empty(64, 1)
 */
export function empty(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function empty(...size: number[]): Tensor;
export function empty(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function empty(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function empty(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * Ones on the diagonal, zeros elsewhere.
 *
 * `constant`
 *
 * - Shapes: [n, m].
 * - PyTorch: `torch.eye`; JAX: `jnp.eye(n, m)`; NumPy: `np.eye(n, m)`
 *
 * @example
 * torch.eye(3)
 */
export function eye(n: number, m?: number | null, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function eye(options: { n: number; m?: number | null; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function eye(n: number, options: { m?: number | null; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function eye(n: number, m: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function eye(n: number, m: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function eye(n: number, m: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function full(size: readonly number[], fill_value: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function full(options: { size: readonly number[]; fill_value: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full(size: readonly number[], options: { fill_value: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full(size: readonly number[], fill_value: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full(size: readonly number[], fill_value: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full(size: readonly number[], fill_value: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function linspace(start: number, end: number, steps: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function linspace(options: { start: number; end: number; steps: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function linspace(start: number, options: { end: number; steps: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function linspace(start: number, end: number, options: { steps: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function linspace(start: number, end: number, steps: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function linspace(start: number, end: number, steps: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function linspace(start: number, end: number, steps: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * Numbers at equal ratios, both ends included.
 *
 * `constant`
 *
 * - Shapes: [steps].
 * - PyTorch: `torch.logspace`; JAX: `jnp.logspace(start, end, steps)`; NumPy: `np.logspace(start, end, steps)`
 *
 * @example
 * torch.logspace(-3, 0, 4)
 */
export function logspace(start: number, end: number, steps: number, base?: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function logspace(options: { start: number; end: number; steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, options: { end: number; steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, end: number, options: { steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, end: number, steps: number, options: { base?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, end: number, steps: number, base: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, end: number, steps: number, base: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function logspace(start: number, end: number, steps: number, base: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function ones(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function ones(...size: number[]): Tensor;
export function ones(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function ones(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function ones(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function tensor(data: NestedNumbers | Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function tensor(data: NestedNumbers | Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function tensor(data: NestedNumbers | Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function tensor(data: NestedNumbers | Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function zeros(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function zeros(...size: number[]): Tensor;
export function zeros(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function zeros(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function zeros(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * Zeros in the shape and dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.empty_like`; JAX: `jnp.empty_like(x)`; NumPy: `np.empty_like(x)`
 *
 * @example
 * torch.empty_like(predictions)
 */
export function empty_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null): Tensor;
export function empty_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function empty_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function empty_like(input: Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function empty_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null }): Tensor;
/**
 * One number in the shape and dtype of another tensor.
 *
 * `constant`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.full_like`; JAX: `jnp.full_like(x, value)`; NumPy: `np.full_like(x, value)`
 *
 * @example
 * torch.full_like(predictions, 0.5)
 */
export function full_like(input: Tensor, fill_value: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function full_like(input: Tensor, options: { fill_value: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full_like(input: Tensor, fill_value: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full_like(input: Tensor, fill_value: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function full_like(input: Tensor, fill_value: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
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
export function ones_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null): Tensor;
export function ones_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function ones_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function ones_like(input: Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function ones_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null }): Tensor;
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
export function zeros_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null): Tensor;
export function zeros_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function zeros_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function zeros_like(input: Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null }): Tensor;
export function zeros_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null }): Tensor;
/**
 * 1 with the probability that each element gives, else 0; with p, the same probability for all. PyTorch's own numbers for the same seed.
 *
 * `P(y = 1) = x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.bernoulli`
 *
 * @example
 * torch.bernoulli(torch.full([64, 1], 0.3))
 */
export function bernoulli(input: Tensor, p?: number | null, generator?: torch.Generator | null): Tensor;
export function bernoulli(input: Tensor, options: { p?: number | null; generator?: torch.Generator | null }): Tensor;
export function bernoulli(input: Tensor, p: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * How many of `count` trials succeed, each with probability prob. PyTorch's own numbers for the same seed.
 *
 * `P(y = k) = C(n, k) p^k (1 - p)^(n - k)`
 *
 * - Shapes: count and prob broadcast.
 * - PyTorch: `torch.binomial`
 *
 * @example
 * torch.binomial(torch.full([64], 10.0), torch.full([64], 0.3))
 */
export function binomial(count: Tensor, prob: Tensor, generator?: torch.Generator | null): Tensor;
export function binomial(count: Tensor, prob: Tensor, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Zeros with probability p, the others divided by 1 - p; without training the input itself. PyTorch's own numbers for the same seed.
 *
 * `y = x · m / (1 - p), P(m = 0) = p`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.dropout`
 *
 * @example
 * F.dropout(predictions, 0.2)
 */
export function dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
export function dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
export function dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
export function dropout(input: Tensor, p: number, training: boolean, options: { inplace?: boolean }): Tensor;
/**
 * Indices of classes, drawn from each row with probabilities in proportion to its weights. PyTorch's own numbers for the same seed.
 *
 * `P(y = j) = x_j / Σ x`
 *
 * - Shapes: [classes] → [num_samples], [rows, classes] → [rows, num_samples].
 * - PyTorch: `torch.multinomial`
 *
 * @example
 * torch.multinomial(torch.tensor([0.1, 0.3, 0.6]), 2)
 */
export function multinomial(input: Tensor, num_samples: number, replacement?: boolean, generator?: torch.Generator | null): Tensor;
export function multinomial(input: Tensor, options: { num_samples: number; replacement?: boolean; generator?: torch.Generator | null }): Tensor;
export function multinomial(input: Tensor, num_samples: number, options: { replacement?: boolean; generator?: torch.Generator | null }): Tensor;
export function multinomial(input: Tensor, num_samples: number, replacement: boolean, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers of one mean and deviation, or of a mean or deviation for each element. PyTorch's own numbers for the same seed.
 *
 * `x ~ N(mean, std²)`
 *
 * - Shapes: the sizes given, or those of mean and std, broadcast.
 * - PyTorch: `torch.normal`
 *
 * @example
 * torch.normal(0, 0.1, [64, 1])
 */
export function normal(mean: Tensor | number, std?: Tensor | number, size?: readonly number[] | null, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, generator?: torch.Generator | null): Tensor;
export function normal(mean: Tensor | number, options: { std?: Tensor | number; size?: readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function normal(mean: Tensor | number, std: Tensor | number, options: { size?: readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function normal(mean: Tensor | number, std: Tensor | number, size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function normal(mean: Tensor | number, std: Tensor | number, size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function normal(mean: Tensor | number, std: Tensor | number, size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function normal(mean: Tensor | number, std: Tensor | number, size: readonly number[], dtype: DType, requires_grad: boolean, device: "cpu", options: { generator?: torch.Generator | null }): Tensor;
/**
 * Counts of a Poisson distribution, with the rate that each element gives. PyTorch's own numbers for the same seed.
 *
 * `P(y = k) = x^k e⁻ˣ / k!`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.poisson`
 *
 * @example
 * torch.poisson(torch.full([64, 1], 3.5))
 */
export function poisson(input: Tensor, generator?: torch.Generator | null): Tensor;
export function poisson(input: Tensor, options: { generator?: torch.Generator | null }): Tensor;
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
export function rand(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, generator?: torch.Generator | null): Tensor;
export function rand(...size: number[]): Tensor;
export function rand(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function rand(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function rand(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function rand(size: readonly number[], dtype: DType, requires_grad: boolean, device: "cpu", options: { generator?: torch.Generator | null }): Tensor;
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
export function rand_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null, generator?: torch.Generator | null): Tensor;
export function rand_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function rand_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function rand_like(input: Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function rand_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function rand_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", memory_format: string, options: { generator?: torch.Generator | null }): Tensor;
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
export function randint(low: number, high: number, size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, generator?: torch.Generator | null): Tensor;
export function randint(options: { low: number; high: number; size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, options: { high: number; size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, high: number, options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, high: number, size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, high: number, size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, high: number, size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randint(low: number, high: number, size: readonly number[], dtype: DType, requires_grad: boolean, device: "cpu", options: { generator?: torch.Generator | null }): Tensor;
/**
 * Integers from low up to, without, high, in the shape and dtype of another tensor. PyTorch's own numbers for the same seed.
 *
 * `x ~ U{low, …, high - 1}`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.randint_like`
 *
 * @example
 * torch.randint_like(targets, 0, 10)
 */
export function randint_like(input: Tensor, low: number, high: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null, generator?: torch.Generator | null): Tensor;
export function randint_like(input: Tensor, options: { low: number; high: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, options: { high: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, high: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, high: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, high: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, high: number, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randint_like(input: Tensor, low: number, high: number, dtype: DType, requires_grad: boolean, device: "cpu", memory_format: string, options: { generator?: torch.Generator | null }): Tensor;
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
export function randn(size: readonly number[], dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, generator?: torch.Generator | null): Tensor;
export function randn(...size: number[]): Tensor;
export function randn(size: readonly number[], options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randn(size: readonly number[], dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randn(size: readonly number[], dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randn(size: readonly number[], dtype: DType, requires_grad: boolean, device: "cpu", options: { generator?: torch.Generator | null }): Tensor;
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
export function randn_like(input: Tensor, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, memory_format?: string | null, generator?: torch.Generator | null): Tensor;
export function randn_like(input: Tensor, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randn_like(input: Tensor, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randn_like(input: Tensor, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randn_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", options: { memory_format?: string | null; generator?: torch.Generator | null }): Tensor;
export function randn_like(input: Tensor, dtype: DType, requires_grad: boolean, device: "cpu", memory_format: string, options: { generator?: torch.Generator | null }): Tensor;
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
export function randperm(n: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null, generator?: torch.Generator | null): Tensor;
export function randperm(options: { n: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randperm(n: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randperm(n: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randperm(n: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null; generator?: torch.Generator | null }): Tensor;
export function randperm(n: number, dtype: DType, requires_grad: boolean, device: "cpu", options: { generator?: torch.Generator | null }): Tensor;
  export { variance as var };
  export const float32: "float32";
  export const float64: "float64";
  export const float16: "float16";
  export const bfloat16: "bfloat16";
  export const int32: "int32";
  export const int64: "int64";
  export const int16: "int16";
  export const int8: "int8";
  export const uint8: "uint8";
  export const bool: "bool";
  export const pi: number;
  export const inf: number;
  export const nan: number;
  export function is_tensor(value: unknown): value is Tensor;
  export function is_complex(value: unknown): value is ComplexTensor;
  /** The parts of a complex tensor. */
  export function real(input: ComplexTensor): Tensor;
  export function imag(input: ComplexTensor): Tensor;
  export function angle(input: ComplexTensor): Tensor;
  export function abs(input: ComplexTensor): Tensor;
  export function conj(input: ComplexTensor): ComplexTensor;
  export function view_as_real(input: ComplexTensor): Tensor;
  export function istft(input: ComplexTensor, n_fft: number, options?: { hop_length?: number; win_length?: number; window?: Tensor; center?: boolean; length?: number }): Tensor;
  /** Computes without leaving a graph: no gradient flows through what is made here. */
  export function no_grad<T>(work: () => T): T;
  export function enable_grad<T>(work: () => T): T;
  /** Seeds the generator; the numbers after it are PyTorch's. */
  export function manual_seed(seed: number): Generator;
  /** What the generator was seeded with. */
  export function initial_seed(): number;
  /** Begins a sequence that nobody can foresee, and says which. */
  export function seed(): number;
  /** Where the generator stands, for set_rng_state to go back there. */
  export function get_rng_state(): Tensor;
  export function set_rng_state(state: Tensor): void;
  export namespace random {
    /** Runs work and puts the generator back to where it stood: what work drew never happened. */
    function fork_rng<T>(work: () => T): T;
  }
  /** A source of random numbers of one's own: pass it as `generator`. */
  export class Generator {
    readonly device: "cpu";
    constructor(device?: "cpu");
    manual_seed(seed: number): this;
    initial_seed(): number;
    seed(): number;
    get_state(): Tensor;
    set_state(state: Tensor): this;
    clone_state(): Generator;
  }
  export const default_generator: Generator;
  export namespace autograd {
    /** The gradients of inputs, without touching any `grad`. */
    function gradcheck(f: (x: Tensor) => Tensor, x: Tensor, options?: { eps?: number; atol?: number; rtol?: number }): { ok: boolean };
    namespace functional {
      /** The rows of dy/dx, in the shape of y then of x. */
      function jacobian(f: (x: Tensor) => Tensor, x: Tensor): Tensor;
      function hessian(f: (x: Tensor) => Tensor, x: Tensor): Tensor;
    }
    function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[], options?: { grad_outputs?: Tensor; retain_graph?: boolean; create_graph?: boolean; allow_unused?: boolean }): Tensor[];
  }
}

declare namespace torch {
export namespace linalg {
/**
 * The triangle whose product with its transpose is a symmetric positive definite matrix.
 *
 * `A = L Lᵀ`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: what is not positive definite is refused.
 * - PyTorch: `torch.linalg.cholesky`; JAX: `jnp.linalg.cholesky(A)`; NumPy: `np.linalg.cholesky(A)`
 *
 * @example
 * torch.linalg.cholesky(torch.eye(3).mul(2))
 */
export function cholesky(A: Tensor, upper?: boolean): Tensor;
export function cholesky(A: Tensor, options: { upper?: boolean }): Tensor;
/**
 * How much a matrix stretches some vectors more than others.
 *
 * `max S / min S`
 *
 * - Shapes: [..., m, n] to [...].
 * - PyTorch: `torch.linalg.cond`; JAX: `jnp.linalg.cond(A)`; NumPy: `np.linalg.cond(A)`
 *
 * @example
 * torch.linalg.cond(x)
 */
export function cond(A: Tensor, p?: number | null): Tensor;
export function cond(A: Tensor, options: { p?: number | null }): Tensor;
/**
 * The vector at right angles to two others.
 *
 * `a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁`
 *
 * - Shapes: two tensors with 3 along dim, which broadcast.
 * - PyTorch: `torch.linalg.cross`; JAX: `jnp.cross(a, b)`; NumPy: `np.cross(a, b)`
 *
 * @example
 * torch.linalg.cross(torch.ones(4, 3), torch.rand(4, 3))
 */
export function cross(input: Tensor, other: Tensor, dim?: number): Tensor;
export function cross(input: Tensor, other: Tensor, options: { dim?: number }): Tensor;
/**
 * The determinant of each matrix.
 *
 * `det A = Σ_σ sgn σ ∏ a_iσ(i)`
 *
 * - Shapes: [..., n, n] to [...].
 * - PyTorch: `torch.linalg.det`; JAX: `jnp.linalg.det(A)`; NumPy: `np.linalg.det(A)`
 *
 * @example
 * torch.linalg.det(x)
 */
export function det(A: Tensor): Tensor;
/**
 * The eigenvalues of a symmetric matrix, ascending, and its eigenvectors in columns; one triangle is read.
 *
 * `A = V diag(λ) Vᵀ`
 *
 * - Shapes: [..., n, n] to { eigenvalues: [..., n], eigenvectors: [..., n, n] }.
 * - Gradient at kinks: none where two eigenvalues are equal and the gradient reaches the vectors.
 * - PyTorch: `torch.linalg.eigh`; JAX: `jnp.linalg.eigh(A)`; NumPy: `np.linalg.eigh(A)`
 *
 * @example
 * torch.linalg.eigh(x.matmul(x.t())).eigenvalues
 */
export function eigh(A: Tensor, UPLO?: "L" | "U"): { readonly eigenvalues: Tensor; readonly eigenvectors: Tensor };
export function eigh(A: Tensor, options: { UPLO?: "L" | "U" }): { readonly eigenvalues: Tensor; readonly eigenvectors: Tensor };
/**
 * The eigenvalues of a symmetric matrix, ascending.
 *
 * `A v = λ v`
 *
 * - Shapes: [..., n, n] to [..., n].
 * - PyTorch: `torch.linalg.eigvalsh`; JAX: `jnp.linalg.eigvalsh(A)`; NumPy: `np.linalg.eigvalsh(A)`
 *
 * @example
 * torch.linalg.eigvalsh(x.matmul(x.t()))
 */
export function eigvalsh(A: Tensor, UPLO?: "L" | "U"): Tensor;
export function eigvalsh(A: Tensor, options: { UPLO?: "L" | "U" }): Tensor;
/**
 * The inverse of each matrix.
 *
 * `A⁻¹ A = 1`
 *
 * - Shapes: [..., n, n] to the same.
 * - Domain: a singular matrix is refused.
 * - PyTorch: `torch.linalg.inv`; JAX: `jnp.linalg.inv(A)`; NumPy: `np.linalg.inv(A)`
 *
 * @example
 * torch.linalg.inv(x)
 */
export function inv(A: Tensor): Tensor;
/**
 * X for which A X comes nearest to B.
 *
 * `argmin_X |A X - B|²`
 *
 * - Shapes: [..., m, n] and [..., m, k] to { solution: [..., n, k], residuals, rank, singular_values }.
 * - PyTorch: `torch.linalg.lstsq`; JAX: `jnp.linalg.lstsq(A, B)`; NumPy: `np.linalg.lstsq(A, B)`
 *
 * @example
 * torch.linalg.lstsq(x, x).solution
 */
export function lstsq(A: Tensor, B: Tensor, rcond?: number | null, driver?: string | null): { readonly solution: Tensor; readonly residuals: Tensor; readonly rank: Tensor; readonly singular_values: Tensor };
export function lstsq(A: Tensor, B: Tensor, options: { rcond?: number | null; driver?: string | null }): { readonly solution: Tensor; readonly residuals: Tensor; readonly rank: Tensor; readonly singular_values: Tensor };
export function lstsq(A: Tensor, B: Tensor, rcond: number, options: { driver?: string | null }): { readonly solution: Tensor; readonly residuals: Tensor; readonly rank: Tensor; readonly singular_values: Tensor };
/**
 * The exponential of each matrix.
 *
 * `Σ Aᵏ / k!`
 *
 * - Shapes: [..., n, n] to the same.
 * - PyTorch: `torch.linalg.matrix_exp`; JAX: `jax.scipy.linalg.expm(A)`; NumPy: `scipy.linalg.expm(A)`
 *
 * @example
 * torch.linalg.matrix_exp(x)
 */
export function matrix_exp(A: Tensor): Tensor;
/**
 * The norm of a matrix: Frobenius's unless said otherwise.
 *
 * `fro: √Σ a²; nuc: Σ S; 2: max S; 1: max Σ_i |a|; inf: max Σ_j |a|`
 *
 * - Shapes: [..., m, n] to [...].
 * - Gradient at kinks: nuclear and spectral norm: U Vᵀ of the singular vectors.
 * - PyTorch: `torch.linalg.matrix_norm`; JAX: `jnp.linalg.matrix_norm(A)`; NumPy: `np.linalg.norm(A)`
 *
 * @example
 * torch.linalg.matrix_norm(x, "nuc")
 */
export function matrix_norm(A: Tensor, ord?: number, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function matrix_norm(A: Tensor, options: { ord?: number; dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function matrix_norm(A: Tensor, ord: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function matrix_norm(A: Tensor, ord: number, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * A matrix multiplied with itself; its inverse for n below 0.
 *
 * `Aⁿ`
 *
 * - Shapes: [..., m, m] to the same.
 * - PyTorch: `torch.linalg.matrix_power`; JAX: `jnp.linalg.matrix_power(A, n)`; NumPy: `np.linalg.matrix_power(A, n)`
 *
 * @example
 * torch.linalg.matrix_power(x, 3)
 */
export function matrix_power(A: Tensor, n: number): Tensor;
export function matrix_power(A: Tensor, options: { n: number }): Tensor;
/**
 * How many singular values are not nearly zero.
 *
 * `#{i : S_i > tol}, tol = max(m, n) · eps · max S unless given`
 *
 * - Shapes: [..., m, n] to [...].
 * - PyTorch: `torch.linalg.matrix_rank`; JAX: `jnp.linalg.matrix_rank(A)`; NumPy: `np.linalg.matrix_rank(A)`
 *
 * @example
 * torch.linalg.matrix_rank(x)
 */
export function matrix_rank(A: Tensor, tol?: number | null, hermitian?: boolean): Tensor;
export function matrix_rank(A: Tensor, options: { tol?: number | null; hermitian?: boolean }): Tensor;
export function matrix_rank(A: Tensor, tol: number, options: { hermitian?: boolean }): Tensor;
/**
 * The product of several matrices, in the order that takes the fewest steps; the first and the last may be vectors.
 *
 * `A₁ A₂ … Aₙ`
 *
 * - Shapes: matrices whose sizes follow on each other.
 * - PyTorch: `torch.linalg.multi_dot`; JAX: `jnp.linalg.multi_dot(xs)`; NumPy: `np.linalg.multi_dot(xs)`
 *
 * @example
 * torch.linalg.multi_dot([x, x, x])
 */
export function multi_dot(tensors: readonly Tensor[]): Tensor;
/**
 * The norm of a vector or a matrix: of all elements without ord, of matrices where ord is given and there are two dims.
 *
 * `as vector_norm or matrix_norm`
 *
 * - Shapes: without the dims.
 * - Gradient at kinks: 0 where the norm is 0.
 * - PyTorch: `torch.linalg.norm`; JAX: `jnp.linalg.norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * torch.linalg.norm(predictions.sub(targets))
 */
export function norm(A: Tensor, ord?: number | null, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function norm(A: Tensor, options: { ord?: number | null; dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function norm(A: Tensor, ord: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function norm(A: Tensor, ord: number, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
/**
 * The Moore-Penrose inverse: the matrix that comes nearest to an inverse.
 *
 * `A⁺ = V diag(1/S) Uᵀ, with 0 for 1/S below the tolerance`
 *
 * - Shapes: [..., m, n] to [..., n, m].
 * - PyTorch: `torch.linalg.pinv`; JAX: `jnp.linalg.pinv(A)`; NumPy: `np.linalg.pinv(A)`
 *
 * @example
 * torch.linalg.pinv(x)
 */
export function pinv(A: Tensor, rtol?: number | null, hermitian?: boolean): Tensor;
export function pinv(A: Tensor, options: { rtol?: number | null; hermitian?: boolean }): Tensor;
export function pinv(A: Tensor, rtol: number, options: { hermitian?: boolean }): Tensor;
/**
 * A as columns at right angles times a triangle, with LAPACK's signs.
 *
 * `A = Q R, QᵀQ = 1`
 *
 * - Shapes: [..., m, n] to { Q: [..., m, k], R: [..., k, n] }, k = min(m, n).
 * - PyTorch: `torch.linalg.qr`; JAX: `jnp.linalg.qr(A)`; NumPy: `np.linalg.qr(A)`
 *
 * @example
 * torch.linalg.qr(x).R
 */
export function qr(A: Tensor, mode?: "reduced" | "complete" | "r"): { readonly Q: Tensor; readonly R: Tensor };
export function qr(A: Tensor, options: { mode?: "reduced" | "complete" | "r" }): { readonly Q: Tensor; readonly R: Tensor };
/**
 * The sign and the logarithm of the size of each determinant, which itself may be too large or too small for a float.
 *
 * `sgn det A, ln |det A|`
 *
 * - Shapes: [..., n, n] to { sign: [...], logabsdet: [...] }.
 * - Domain: -∞ for a singular matrix.
 * - PyTorch: `torch.linalg.slogdet`; JAX: `jnp.linalg.slogdet(A)`; NumPy: `np.linalg.slogdet(A)`
 *
 * @example
 * torch.linalg.slogdet(x).logabsdet
 */
export function slogdet(A: Tensor): { readonly sign: Tensor; readonly logabsdet: Tensor };
/**
 * X with A X = B; better than multiplying by an inverse.
 *
 * `X = A⁻¹ B`
 *
 * - Shapes: [..., n, n] and [..., n, k] or [..., n].
 * - Domain: a singular A is refused.
 * - PyTorch: `torch.linalg.solve`; JAX: `jnp.linalg.solve(A, B)`; NumPy: `np.linalg.solve(A, B)`
 *
 * @example
 * torch.linalg.solve(x, x.t())
 */
export function solve(A: Tensor, B: Tensor): Tensor;
/**
 * X with A X = B, or X A = B, for a triangle A.
 *
 * `X = A⁻¹ B`
 *
 * - Shapes: [..., n, n] and [..., n, k].
 * - PyTorch: `torch.linalg.solve_triangular`; JAX: `jax.scipy.linalg.solve_triangular(A, B)`; NumPy: `scipy.linalg.solve_triangular(A, B)`
 *
 * @example
 * torch.linalg.solve_triangular(x.triu(), x, { upper: true })
 */
export function solve_triangular(A: Tensor, B: Tensor, upper: boolean, left?: boolean, unitriangular?: boolean): Tensor;
export function solve_triangular(A: Tensor, B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
export function solve_triangular(A: Tensor, B: Tensor, upper: boolean, options: { left?: boolean; unitriangular?: boolean }): Tensor;
export function solve_triangular(A: Tensor, B: Tensor, upper: boolean, left: boolean, options: { unitriangular?: boolean }): Tensor;
/**
 * The singular values of a matrix, from the largest, and its singular vectors.
 *
 * `A = U diag(S) Vh`
 *
 * - Shapes: [..., m, n] to { U, S: [..., min(m, n)], Vh }.
 * - Gradient at kinks: none where two singular values are equal and the gradient reaches the vectors.
 * - PyTorch: `torch.linalg.svd`; JAX: `jnp.linalg.svd(A)`; NumPy: `np.linalg.svd(A)`
 *
 * @example
 * torch.linalg.svd(x, { full_matrices: false }).S
 */
export function svd(A: Tensor, full_matrices?: boolean): { readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor };
export function svd(A: Tensor, options: { full_matrices?: boolean }): { readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor };
/**
 * The singular values of a matrix, from the largest.
 *
 * `√λ(AᵀA)`
 *
 * - Shapes: [..., m, n] to [..., min(m, n)].
 * - PyTorch: `torch.linalg.svdvals`; JAX: `jnp.linalg.svd(A, compute_uv=False)`; NumPy: `np.linalg.svd(A, compute_uv=False)`
 *
 * @example
 * torch.linalg.svdvals(x).sum()
 */
export function svdvals(A: Tensor): Tensor;
/**
 * Inner products along a dim.
 *
 * `Σ a b`
 *
 * - Shapes: two tensors that broadcast, without dim.
 * - PyTorch: `torch.linalg.vecdot`; JAX: `jnp.vecdot(a, b)`; NumPy: `np.vecdot(a, b)`
 *
 * @example
 * torch.linalg.vecdot(x, x)
 */
export function vecdot(x: Tensor, y: Tensor, dim?: number): Tensor;
export function vecdot(x: Tensor, y: Tensor, options: { dim?: number }): Tensor;
/**
 * The p-norm of all elements, or along dims.
 *
 * `(Σ |x|ᵖ)^(1/p)`
 *
 * - Shapes: without the dims.
 * - Gradient at kinks: 0 where the norm is 0.
 * - PyTorch: `torch.linalg.vector_norm`; JAX: `jnp.linalg.vector_norm(x)`; NumPy: `np.linalg.norm(x)`
 *
 * @example
 * torch.linalg.vector_norm(predictions.sub(targets))
 */
export function vector_norm(x: Tensor, ord?: number, dim?: number | readonly number[] | null, keepdim?: boolean): Tensor;
export function vector_norm(x: Tensor, options: { ord?: number; dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function vector_norm(x: Tensor, ord: number, options: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
export function vector_norm(x: Tensor, ord: number, dim: number | readonly number[], options: { keepdim?: boolean }): Tensor;
}
export namespace fft {
/**
 * The discrete Fourier transform along a dim.
 *
 * `X_k = Σ_j x_j e^(-2πi jk/n)`
 *
 * - Shapes: n numbers along dim.
 * - PyTorch: `torch.fft.fft`; JAX: `jnp.fft.fft(x)`; NumPy: `np.fft.fft(x)`
 *
 * @example
 * torch.fft.fft(x)
 */
export function fft(input: Tensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function fft(input: Tensor, options: { n?: number | null; dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fft(input: Tensor, n: number, options: { dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fft(input: Tensor, n: number, dim: number, options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * fft along the last two dims.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.fft2`; JAX: `jnp.fft.fft2(x)`; NumPy: `np.fft.fft2(x)`
 *
 * @example
 * torch.fft.fft2(x)
 */
export function fft2(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function fft2(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fft2(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fft2(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * The frequencies of fft.
 *
 * `k / (n d)`
 *
 * - Shapes: [n], or [n/2 + 1].
 * - PyTorch: `torch.fft.fftfreq`; JAX: `jnp.fft.fftfreq(x)`; NumPy: `np.fft.fftfreq(x)`
 *
 * @example
 * torch.fft.fftfreq(8)
 */
export function fftfreq(n: number, d?: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function fftfreq(options: { n: number; d?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function fftfreq(n: number, options: { d?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function fftfreq(n: number, d: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function fftfreq(n: number, d: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function fftfreq(n: number, d: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * fft along several dims.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.fftn`; JAX: `jnp.fft.fftn(x)`; NumPy: `np.fft.fftn(x)`
 *
 * @example
 * torch.fft.fftn(x)
 */
export function fftn(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function fftn(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fftn(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fftn(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * Frequency 0 moved to the middle.
 *
 * `rolled by half of each size`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.fft.fftshift`; JAX: `jnp.fft.fftshift(x)`; NumPy: `np.fft.fftshift(x)`
 *
 * @example
 * torch.fft.fftshift(x)
 */
export function fftshift(input: Tensor, dim?: number | readonly number[] | null): Tensor;
export function fftshift(input: Tensor, options: { dim?: number | readonly number[] | null }): Tensor;
/**
 * fft of what is its own mirrored conjugate, of which half is given.
 *
 * `n · irfft(x̄)`
 *
 * - Shapes: n numbers along dim.
 * - PyTorch: `torch.fft.hfft`; JAX: `jnp.fft.hfft(x)`; NumPy: `np.fft.hfft(x)`
 *
 * @example
 * torch.fft.hfft(x)
 */
export function hfft(input: Tensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function hfft(input: Tensor, options: { n?: number | null; dim?: number; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function hfft(input: Tensor, n: number, options: { dim?: number; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function hfft(input: Tensor, n: number, dim: number, options: { norm?: "forward" | "backward" | "ortho" | null }): Tensor;
/**
 * The inverse of fft.
 *
 * `x_j = Σ_k X_k e^(2πi jk/n) / n`
 *
 * - Shapes: n numbers along dim.
 * - PyTorch: `torch.fft.ifft`; JAX: `jnp.fft.ifft(x)`; NumPy: `np.fft.ifft(x)`
 *
 * @example
 * torch.fft.ifft(torch.fft.fft(x))
 */
export function ifft(input: Tensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function ifft(input: Tensor, options: { n?: number | null; dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifft(input: Tensor, n: number, options: { dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifft(input: Tensor, n: number, dim: number, options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * The inverse of fft2.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.ifft2`; JAX: `jnp.fft.ifft2(x)`; NumPy: `np.fft.ifft2(x)`
 *
 * @example
 * torch.fft.ifft2(torch.fft.fft2(x))
 */
export function ifft2(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function ifft2(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifft2(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifft2(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * The inverse of fftn.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.ifftn`; JAX: `jnp.fft.ifftn(x)`; NumPy: `np.fft.ifftn(x)`
 *
 * @example
 * torch.fft.ifftn(torch.fft.fftn(x))
 */
export function ifftn(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function ifftn(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifftn(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function ifftn(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * The inverse of fftshift.
 *
 * `rolled by half of each size`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.fft.ifftshift`; JAX: `jnp.fft.ifftshift(x)`; NumPy: `np.fft.ifftshift(x)`
 *
 * @example
 * torch.fft.ifftshift(x)
 */
export function ifftshift(input: Tensor, dim?: number | readonly number[] | null): Tensor;
export function ifftshift(input: Tensor, options: { dim?: number | readonly number[] | null }): Tensor;
/**
 * The inverse of rfft.
 *
 * `the real signal whose rfft it is`
 *
 * - Shapes: n numbers along dim.
 * - PyTorch: `torch.fft.irfft`; JAX: `jnp.fft.irfft(x)`; NumPy: `np.fft.irfft(x)`
 *
 * @example
 * torch.fft.irfft(torch.fft.rfft(x))
 */
export function irfft(input: Tensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function irfft(input: Tensor, options: { n?: number | null; dim?: number; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfft(input: Tensor, n: number, options: { dim?: number; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfft(input: Tensor, n: number, dim: number, options: { norm?: "forward" | "backward" | "ortho" | null }): Tensor;
/**
 * The inverse of rfft2.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.irfft2`; JAX: `jnp.fft.irfft2(x)`; NumPy: `np.fft.irfft2(x)`
 *
 * @example
 * torch.fft.irfft2(torch.fft.rfft2(x))
 */
export function irfft2(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function irfft2(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfft2(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfft2(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): Tensor;
/**
 * The inverse of rfftn.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.irfftn`; JAX: `jnp.fft.irfftn(x)`; NumPy: `np.fft.irfftn(x)`
 *
 * @example
 * torch.fft.irfftn(torch.fft.rfftn(x))
 */
export function irfftn(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function irfftn(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfftn(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): Tensor;
export function irfftn(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): Tensor;
/**
 * fft of real numbers: the half that says everything.
 *
 * `X_k for k = 0 … n/2`
 *
 * - Shapes: n numbers along dim.
 * - PyTorch: `torch.fft.rfft`; JAX: `jnp.fft.rfft(x)`; NumPy: `np.fft.rfft(x)`
 *
 * @example
 * torch.fft.rfft(x)
 */
export function rfft(input: Tensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function rfft(input: Tensor, options: { n?: number | null; dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfft(input: Tensor, n: number, options: { dim?: number; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfft(input: Tensor, n: number, dim: number, options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * rfft along the last dim, fft along the one before.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.rfft2`; JAX: `jnp.fft.rfft2(x)`; NumPy: `np.fft.rfft2(x)`
 *
 * @example
 * torch.fft.rfft2(x)
 */
export function rfft2(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function rfft2(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfft2(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfft2(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
/**
 * The frequencies of rfft.
 *
 * `k / (n d)`
 *
 * - Shapes: [n], or [n/2 + 1].
 * - PyTorch: `torch.fft.rfftfreq`; JAX: `jnp.fft.rfftfreq(x)`; NumPy: `np.fft.rfftfreq(x)`
 *
 * @example
 * torch.fft.rfftfreq(8)
 */
export function rfftfreq(n: number, d?: number, dtype?: DType | null, requires_grad?: boolean, device?: "cpu" | null): Tensor;
export function rfftfreq(options: { n: number; d?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function rfftfreq(n: number, options: { d?: number; dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function rfftfreq(n: number, d: number, options: { dtype?: DType | null; requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function rfftfreq(n: number, d: number, dtype: DType, options: { requires_grad?: boolean; device?: "cpu" | null }): Tensor;
export function rfftfreq(n: number, d: number, dtype: DType, requires_grad: boolean, options: { device?: "cpu" | null }): Tensor;
/**
 * rfft along the last dim, fft along the others.
 *
 * `one dim after the other`
 *
 * - Shapes: the sizes s along dim.
 * - PyTorch: `torch.fft.rfftn`; JAX: `jnp.fft.rfftn(x)`; NumPy: `np.fft.rfftn(x)`
 *
 * @example
 * torch.fft.rfftn(x)
 */
export function rfftn(input: Tensor, s?: readonly number[] | null, dim?: number | readonly number[] | null, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function rfftn(input: Tensor, options: { s?: readonly number[] | null; dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfftn(input: Tensor, s: readonly number[], options: { dim?: number | readonly number[] | null; norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function rfftn(input: Tensor, s: readonly number[], dim: number | readonly number[], options: { norm?: "forward" | "backward" | "ortho" | null }): ComplexTensor;
export function fft(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function ifft(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;
export function irfft(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function hfft(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): Tensor;
export function fft2(input: ComplexTensor): ComplexTensor;
export function ifft2(input: ComplexTensor): ComplexTensor;
export function fftn(input: ComplexTensor): ComplexTensor;
export function ifftn(input: ComplexTensor): ComplexTensor;
export function fftshift(input: ComplexTensor): ComplexTensor;
export function ifftshift(input: ComplexTensor): ComplexTensor;
export function irfft2(input: ComplexTensor, s?: readonly number[] | null): Tensor;
export function irfftn(input: ComplexTensor, s?: readonly number[] | null): Tensor;
}
export namespace special {
/**
 * The summand of an entropy.
 *
 * `-x ln x; 0 at 0, -∞ below`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.entr`; JAX: `jax.scipy.special.entr(x)`; NumPy: `scipy.special.entr(x)`
 *
 * @example
 * torch.special.entr(torch.rand(8).add(0.5))
 */
export function entr(input: Tensor): Tensor;
/**
 * erfc, scaled so that it does not vanish.
 *
 * `e^(x²) erfc x`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.erfcx`; JAX: `jax.scipy.special.erfcx(x)`; NumPy: `scipy.special.erfcx(x)`
 *
 * @example
 * torch.special.erfcx(torch.rand(8).add(0.5))
 */
export function erfcx(input: Tensor): Tensor;
/**
 * I₀, scaled so that it does not overflow.
 *
 * `e^(-|x|) I₀(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.i0e`; JAX: `jax.scipy.special.i0e(x)`; NumPy: `scipy.special.i0e(x)`
 *
 * @example
 * torch.special.i0e(torch.rand(8).add(0.5))
 */
export function i0e(input: Tensor): Tensor;
/**
 * The modified Bessel function of order 1.
 *
 * `I₁(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.i1`; JAX: `jax.scipy.special.i1(x)`; NumPy: `scipy.special.i1(x)`
 *
 * @example
 * torch.special.i1(torch.rand(8).add(0.5))
 */
export function i1(input: Tensor): Tensor;
/**
 * I₁, scaled so that it does not overflow.
 *
 * `e^(-|x|) I₁(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.i1e`; JAX: `jax.scipy.special.i1e(x)`; NumPy: `scipy.special.i1e(x)`
 *
 * @example
 * torch.special.i1e(torch.rand(8).add(0.5))
 */
export function i1e(input: Tensor): Tensor;
/**
 * ln ndtr, accurate far below 0.
 *
 * `ln Φ(x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.log_ndtr`; JAX: `jax.scipy.special.log_ndtr(x)`; NumPy: `scipy.special.log_ndtr(x)`
 *
 * @example
 * torch.special.log_ndtr(torch.rand(8).add(0.5))
 */
export function log_ndtr(input: Tensor): Tensor;
/**
 * The area under the normal density up to x.
 *
 * `½ erfc(-x/√2)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.special.ndtr`; JAX: `jax.scipy.special.ndtr(x)`; NumPy: `scipy.special.ndtr(x)`
 *
 * @example
 * torch.special.ndtr(torch.rand(8).add(0.5))
 */
export function ndtr(input: Tensor): Tensor;
/**
 * The inverse of ndtr.
 *
 * `Φ⁻¹(x)`
 *
 * - Shapes: same as input.
 * - Domain: 0 ≤ x ≤ 1.
 * - PyTorch: `torch.special.ndtri`; JAX: `jax.scipy.special.ndtri(x)`; NumPy: `scipy.special.ndtri(x)`
 *
 * @example
 * torch.special.ndtri(torch.rand(8).add(0.5))
 */
export function ndtri(input: Tensor): Tensor;
/**
 * The n-th derivative of digamma.
 *
 * `ψ⁽ⁿ⁾(x) = (-1)^(n+1) n! ζ(n + 1, x)`
 *
 * - Shapes: same as input.
 * - PyTorch: `torch.polygamma`; JAX: `jax.scipy.special.polygamma(n, x)`; NumPy: `scipy.special.polygamma(n, x)`
 *
 * @example
 * torch.polygamma(1, torch.rand(8).add(1))
 */
export function polygamma(n: number, input: Tensor): Tensor;
export function polygamma(options: { n: number; input: Tensor }): Tensor;
export function polygamma(n: number, options: { input: Tensor }): Tensor;
/**
 * The logarithm of the gamma function of p dims, as Wishart's density has it.
 *
 * `p(p-1)/4 ln π + Σ_{j<p} ln Γ(x - j/2)`
 *
 * - Shapes: same as input.
 * - Domain: x > (p - 1)/2.
 * - PyTorch: `torch.special.multigammaln`; JAX: `jax.scipy.special.multigammaln(x, p)`; NumPy: `scipy.special.multigammaln(x, p)`
 *
 * @example
 * torch.special.multigammaln(torch.rand(8).add(2), 3)
 */
export function multigammaln(input: Tensor, p: number): Tensor;
export function multigammaln(input: Tensor, options: { p: number }): Tensor;
/**
 * Hurwitz's zeta: sums of powers from any number on.
 *
 * `Σ_{k ≥ 0} (k + b)^(-a)`
 *
 * - Shapes: input and other broadcast to the result.
 * - Domain: a > 1.
 * - Gradient at kinks: no gradient by a, in PyTorch neither.
 * - PyTorch: `torch.special.zeta`; JAX: `jax.scipy.special.zeta(a, b)`; NumPy: `scipy.special.zeta(a, b)`
 *
 * @example
 * torch.special.zeta(torch.tensor(2.0), torch.rand(8).add(1))
 */
export function zeta(input: Tensor | number, other: Tensor | number): Tensor;
}
}

declare namespace torch {
  /** Distributions: densities as losses, draws as PyTorch draws them. */
  namespace distributions {
    class Constraint {
      check(value: Tensor): Tensor;
      readonly event_dim: number;
      readonly is_discrete: boolean;
    }
    abstract class Distribution {
      static set_default_validate_args(on: boolean): void;
      /** One distribution for each. */
      readonly batch_shape: readonly number[];
      /** The shape of one draw. */
      readonly event_shape: readonly number[];
      readonly has_rsample: boolean;
      readonly support: Constraint;
      readonly mean: Tensor;
      readonly mode: Tensor;
      readonly variance: Tensor;
      readonly stddev: Tensor;
      /** Draws without a gradient. */
      sample(sample_shape?: readonly number[]): Tensor;
      /** Draws through which a gradient flows to the parameters. */
      rsample(sample_shape?: readonly number[]): Tensor;
      /** The logarithm of the density, or of the probability. */
      log_prob(value: Tensor): Tensor;
      cdf(value: Tensor): Tensor;
      icdf(value: Tensor): Tensor;
      entropy(): Tensor;
      perplexity(): Tensor;
      enumerate_support(expand?: boolean): Tensor;
      expand(batch_shape: readonly number[]): Distribution;
    }
    /** 1 with probability probs, else 0; logits are its log-odds. `p^x (1 - p)^(1 - x)` */
    class Bernoulli extends Distribution {
      constructor(probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** Failures before the first success. `(1 - p)^x p` */
    class Geometric extends Distribution {
      constructor(probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** One of several classes. `p_x` */
    class Categorical extends Distribution {
      constructor(probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** One of several classes, as a row of zeros with a 1 at its place. `∏ p_i^x_i` */
    class OneHotCategorical extends Distribution {
      constructor(probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** One of several classes, as a row of zeros with a 1 at its place. `∏ p_i^x_i` */
    class OneHotCategoricalStraightThrough extends Distribution {
      constructor(probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** Counts of events of a constant rate. `rate^x e^(-rate) / x!` */
    class Poisson extends Distribution {
      constructor(rate: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { rate: Tensor | number; validate_args?: boolean });
      readonly rate: Tensor;
    }
    /** Successes before total_count failures: counts that vary more than Poisson's. `Γ(n + x) / (x! Γ(n)) · (1 - p)^n p^x, n = total_count` */
    class NegativeBinomial extends Distribution {
      constructor(total_count: Tensor | number, probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { total_count: Tensor | number; probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly total_count: Tensor;
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** Successes in total_count trials. `C(n, x) p^x (1 - p)^(n - x), n = total_count` */
    class Binomial extends Distribution {
      constructor(total_count?: Tensor | number | null, probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { total_count?: Tensor | number; probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly total_count: Tensor;
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** How often each class comes in total_count draws. `n! ∏ p_i^x_i / x_i!, n = total_count` */
    class Multinomial extends Distribution {
      constructor(total_count?: Tensor | number | null, probs?: Tensor | number | null, logits?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { total_count?: Tensor | number; probs?: Tensor | number; logits?: Tensor | number; validate_args?: boolean });
      readonly total_count: Tensor;
      readonly probs: Tensor;
      readonly logits: Tensor;
    }
    /** Positive numbers: sums of waiting times. `rate^α x^(α - 1) e^(-rate x) / Γ(α), α = concentration` */
    class Gamma extends Distribution {
      constructor(concentration: Tensor | number, rate: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { concentration: Tensor | number; rate: Tensor | number; validate_args?: boolean });
      readonly concentration: Tensor;
      readonly rate: Tensor;
    }
    /** Shares that sum to one. `∏ x_i^(α_i - 1) · Γ(Σ α) / ∏ Γ(α_i), α = concentration` */
    class Dirichlet extends Distribution {
      constructor(concentration: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { concentration: Tensor | number; validate_args?: boolean });
      readonly concentration: Tensor;
    }
    /** Numbers between 0 and 1. `x^(a - 1) (1 - x)^(b - 1) / B(a, b), a = concentration1, b = concentration0` */
    class Beta extends Distribution {
      constructor(concentration1: Tensor | number, concentration0: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { concentration1: Tensor | number; concentration0: Tensor | number; validate_args?: boolean });
      readonly concentration1: Tensor;
      readonly concentration0: Tensor;
    }
    /** The Gaussian distribution. `e^(-(x - loc)²/(2 scale²)) / (scale √(2π))` */
    class Normal extends Distribution {
      constructor(loc: Tensor | number, scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; scale: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** Two exponential tails back to back: its likelihood is the absolute error. `e^(-|x - loc|/scale) / (2 scale)` */
    class Laplace extends Distribution {
      constructor(loc: Tensor | number, scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; scale: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** Tails so heavy that there is no mean. `1 / (π scale (1 + ((x - loc)/scale)²))` */
    class Cauchy extends Distribution {
      constructor(loc: Tensor | number, scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; scale: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** Between Cauchy (df = 1) and normal (df = ∞): errors with outliers. `Γ((df + 1)/2) / (Γ(df/2) √(π df) scale) · (1 + y²/df)^(-(df + 1)/2), y = (x - loc)/scale` */
    class StudentT extends Distribution {
      constructor(df: Tensor | number, loc?: Tensor | number | null, scale?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { df: Tensor | number; loc?: Tensor | number; scale?: Tensor | number; validate_args?: boolean });
      readonly df: Tensor;
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** Every number from low to high alike. `1 / (high - low) where low ≤ x < high` */
    class Uniform extends Distribution {
      constructor(low: Tensor | number, high: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { low: Tensor | number; high: Tensor | number; validate_args?: boolean });
      readonly low: Tensor;
      readonly high: Tensor;
    }
    /** Waiting times of a constant rate. `rate e^(-rate x)` */
    class Exponential extends Distribution {
      constructor(rate: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { rate: Tensor | number; validate_args?: boolean });
      readonly rate: Tensor;
    }
    /** Normal numbers that go together, as a covariance matrix says. `e^(-½ (x - loc)ᵀ Σ⁻¹ (x - loc)) / √det(2πΣ)` */
    class MultivariateNormal extends Distribution {
      constructor(loc: Tensor | number, covariance_matrix?: Tensor | number | null, precision_matrix?: Tensor | number | null, scale_tril?: Tensor | number | null, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; covariance_matrix?: Tensor | number; precision_matrix?: Tensor | number; scale_tril?: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly covariance_matrix: Tensor;
      readonly precision_matrix: Tensor;
      readonly scale_tril: Tensor;
    }
    /** Numbers whose logarithm is normal. `x = e^z, z ~ Normal(loc, scale)` */
    class LogNormal extends Distribution {
      constructor(loc: Tensor | number, scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; scale: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** The size of a normal number. `x = |z|, z ~ Normal(0, scale)` */
    class HalfNormal extends Distribution {
      constructor(scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { scale: Tensor | number; validate_args?: boolean });
      readonly scale: Tensor;
    }
    /** The size of a Cauchy number. `x = |z|, z ~ Cauchy(0, scale)` */
    class HalfCauchy extends Distribution {
      constructor(scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { scale: Tensor | number; validate_args?: boolean });
      readonly scale: Tensor;
    }
    /** The largest of many numbers. `e^(-(y + e^-y)) / scale, y = (x - loc)/scale` */
    class Gumbel extends Distribution {
      constructor(loc: Tensor | number, scale: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; scale: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly scale: Tensor;
    }
    /** A tail that falls as a power. `α scale^α / x^(α + 1) from scale on` */
    class Pareto extends Distribution {
      constructor(scale: Tensor | number, alpha: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { scale: Tensor | number; alpha: Tensor | number; validate_args?: boolean });
      readonly scale: Tensor;
      readonly alpha: Tensor;
    }
    /** Times to failure, at a rate that changes with age. `(k/λ) (x/λ)^(k - 1) e^(-(x/λ)^k), λ = scale, k = concentration` */
    class Weibull extends Distribution {
      constructor(scale: Tensor | number, concentration: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { scale: Tensor | number; concentration: Tensor | number; validate_args?: boolean });
      readonly scale: Tensor;
      readonly concentration: Tensor;
    }
    /** Numbers between 0 and 1, much as Beta, with a cdf in closed form. `a b x^(a - 1) (1 - x^a)^(b - 1), a = concentration1, b = concentration0` */
    class Kumaraswamy extends Distribution {
      constructor(concentration1: Tensor | number, concentration0: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { concentration1: Tensor | number; concentration0: Tensor | number; validate_args?: boolean });
      readonly concentration1: Tensor;
      readonly concentration0: Tensor;
    }
    /** The reciprocal of a gamma number. `rate^α x^(-α - 1) e^(-rate/x) / Γ(α), α = concentration` */
    class InverseGamma extends Distribution {
      constructor(concentration: Tensor | number, rate: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { concentration: Tensor | number; rate: Tensor | number; validate_args?: boolean });
      readonly concentration: Tensor;
      readonly rate: Tensor;
    }
    /** Angles around loc: the normal distribution of the circle. `e^(κ cos(x - loc)) / (2π I₀(κ)), κ = concentration` */
    class VonMises extends Distribution {
      constructor(loc: Tensor | number, concentration: Tensor | number, options?: { validate_args?: boolean });
      constructor(options: { loc: Tensor | number; concentration: Tensor | number; validate_args?: boolean });
      readonly loc: Tensor;
      readonly concentration: Tensor;
    }
    /** Gamma(df/2, ½). */
    class Chi2 extends Gamma {
      constructor(df: Tensor | number, options?: { validate_args?: boolean });
      readonly df: Tensor;
    }
    /** The last dims of a batch taken for one event. */
    class Independent extends Distribution {
      constructor(base_distribution: Distribution, reinterpreted_batch_ndims: number);
      readonly base_dist: Distribution;
    }
    /** One of several distributions of a kind, chosen by a Categorical. */
    class MixtureSameFamily extends Distribution {
      constructor(mixture_distribution: Categorical, component_distribution: Distribution);
      readonly mixture_distribution: Categorical;
      readonly component_distribution: Distribution;
    }
    /** What becomes of the draws of another. */
    class TransformedDistribution extends Distribution {
      constructor(base_distribution: Distribution, transforms: Transform | readonly Transform[]);
      readonly base_dist: Distribution;
    }
    /** An invertible function, and by how much it stretches. */
    abstract class Transform {
      forward(x: Tensor): Tensor;
      inverse(y: Tensor): Tensor;
      log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor;
      readonly inv: Transform;
      readonly bijective: boolean;
    }
    /** eˣ */
    class ExpTransform extends Transform { constructor(); }
    /** 1/(1 + e⁻ˣ), clipped */
    class SigmoidTransform extends Transform { constructor(); }
    /** ln(1 + eˣ) */
    class SoftplusTransform extends Transform { constructor(); }
    /** tanh x */
    class TanhTransform extends Transform { constructor(); }
    /** |x| */
    class AbsTransform extends Transform { constructor(); }
    /** softmax of the last dim */
    class SoftmaxTransform extends Transform { constructor(); }
    /** shares of a stick, broken off one after the other */
    class StickBreakingTransform extends Transform { constructor(); }
    /** a matrix's lower triangle, its diagonal raised by exp */
    class LowerCholeskyTransform extends Transform { constructor(); }
    /** loc + scale x */
    class AffineTransform extends Transform { constructor(loc: Tensor | number, scale: Tensor | number, event_dim?: number); }
    /** x to the power of exponent, for positive x */
    class PowerTransform extends Transform { constructor(exponent: Tensor | number); }
    class ComposeTransform extends Transform { constructor(parts: readonly Transform[]); }
    class IndependentTransform extends Transform { constructor(base_transform: Transform, reinterpreted_batch_ndims: number); }
    class ReshapeTransform extends Transform { constructor(in_shape: readonly number[], out_shape: readonly number[]); }
    class CumulativeDistributionTransform extends Transform { constructor(distribution: Distribution); }
    /** How many nats p needs beyond its own when it is coded as q. */
    function kl_divergence(p: Distribution, q: Distribution): Tensor;
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
  /** Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances. */
  class BatchNorm1d extends Module {
    constructor(num_features: number, options?: { eps?: number; momentum?: number | null; affine?: boolean; track_running_stats?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances. */
  class BatchNorm2d extends Module {
    constructor(num_features: number, options?: { eps?: number; momentum?: number | null; affine?: boolean; track_running_stats?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances. */
  class BatchNorm3d extends Module {
    constructor(num_features: number, options?: { eps?: number; momentum?: number | null; affine?: boolean; track_running_stats?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Every channel of every sample shifted and scaled to mean 0 and variance 1. */
  class InstanceNorm1d extends Module {
    constructor(num_features: number, options?: { eps?: number; momentum?: number; affine?: boolean; track_running_stats?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Every channel of every sample shifted and scaled to mean 0 and variance 1. */
  class InstanceNorm2d extends Module {
    constructor(num_features: number, options?: { eps?: number; momentum?: number; affine?: boolean; track_running_stats?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Groups of channels of every sample shifted and scaled to mean 0 and variance 1. */
  class GroupNorm extends Module {
    constructor(num_groups: number, num_channels: number, options?: { eps?: number; affine?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** The last dims shifted and scaled to mean 0 and variance 1. */
  class LayerNorm extends Module {
    constructor(normalized_shape: number | readonly number[], options?: { eps?: number; elementwise_affine?: boolean; bias?: boolean });
    readonly weight: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  /** Rows of a table, by number. */
  class Embedding extends Module {
    constructor(num_embeddings: number, embedding_dim: number, options?: { padding_idx?: number });
    readonly weight: Tensor;
    forward(input: Tensor): Tensor;
  }
  /** A leaky relu whose slope is learned. */
  class PReLU extends Module {
    constructor(num_parameters?: number, init?: number);
    readonly weight: Tensor;
    forward(input: Tensor): Tensor;
  }
  /** Filters moved over the input, initialised as PyTorch does. */
  class Conv1d extends Module {
    constructor(in_channels: number, out_channels: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number; bias?: boolean; padding_mode?: string });
    readonly weight: Tensor;
    forward(input: Tensor): Tensor;
  }
  /** Filters moved over the input, initialised as PyTorch does. */
  class Conv2d extends Module {
    constructor(in_channels: number, out_channels: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number; bias?: boolean; padding_mode?: string });
    readonly weight: Tensor;
    forward(input: Tensor): Tensor;
  }
  class Sequential extends Module {
    constructor(...layers: Module[]);
    forward(input: Tensor): Tensor;
  }
  class ModuleList extends Module {
    constructor(modules?: readonly Module[]);
    append(module: Module): this;
    readonly length: number;
    [Symbol.iterator](): Iterator<Module>;
  }
  class ParameterList extends Module {
    constructor(parameters?: readonly Tensor[]);
    readonly length: number;
    [Symbol.iterator](): Iterator<Tensor>;
  }
  class Identity extends Module { forward(input: Tensor): Tensor; }
  /** While training, zeros with probability p, the others scaled up. */
  class Dropout extends Module {
    constructor(p?: number);
    forward(input: Tensor): Tensor;
  }
  /** Mean squared error. `mean (input - target)²` */
  class MSELoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Mean absolute error. `mean |input - target|` */
  class L1Loss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Quadratic up to delta, linear beyond. `½ r² if |r| ≤ δ, else δ (|r| - ½ δ)` */
  class HuberLoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none"; delta?: number });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The Huber loss divided by beta. `½ r²/β if |r| < β, else |r| - ½ β` */
  class SmoothL1Loss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none"; beta?: number });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** −ln of the probability of a sequence of labels, over all ways to spread it over the steps, with blanks and repetitions. `−ln Σ over paths that shorten to the target of Π_t p_t(path_t); mean divides each by its target's length first` */
  class CTCLoss extends Module {
    constructor(options?: { blank?: number; reduction?: "mean" | "sum" | "none"; zero_infinity?: boolean });
    constructor(blank?: number);
    forward(input: Tensor, target: Tensor, other: Tensor): Tensor;
  }
  /** Negative log likelihood of the right class, given log probabilities. `-w_y · input_y, the mean weighted by w` */
  class NLLLoss extends Module {
    constructor(options?: { weight?: Tensor | null; ignore_index?: number; reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Negative log likelihood of the right class, given logits. `-w_y · ln softmax(input)_y, the mean weighted by w` */
  class CrossEntropyLoss extends Module {
    constructor(options?: { weight?: Tensor | null; ignore_index?: number; reduction?: "mean" | "sum" | "none"; label_smoothing?: number });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Negative log likelihood of yes and no, given probabilities. `-(t ln x + (1 - t) ln(1 - x)), logs no less than -100` */
  class BCELoss extends Module {
    constructor(options?: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Negative log likelihood of yes and no, given logits. `(1 - t) x + (1 + (w⁺ - 1) t) ln(1 + e⁻ˣ)` */
  class BCEWithLogitsLoss extends Module {
    constructor(options?: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none"; pos_weight?: Tensor | null });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The Kullback-Leibler divergence, input being log probabilities. `t (ln t - input); with log_target eᵗ (t - input)` */
  class KLDivLoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" | "batchmean"; log_target?: boolean });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Negative log likelihood of a Gaussian with its own variance for each element. `½ (ln v + (input - target)² / v), v = max(var, ε)` */
  class GaussianNLLLoss extends Module {
    constructor(options?: { full?: boolean; eps?: number; reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor, other: Tensor): Tensor;
  }
  /** Negative log likelihood of counts, the rate given as its logarithm. `eⁱⁿᵖᵘᵗ - target · input, or input - target ln(input + ε); full adds Stirling's term for ln target!` */
  class PoissonNLLLoss extends Module {
    constructor(options?: { log_input?: boolean; full?: boolean; eps?: number; reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Yes and no for each of several labels, given logits. `mean over classes of -(t ln σ(x) + (1 - t) ln σ(-x))` */
  class MultiLabelSoftMarginLoss extends Module {
    constructor(options?: { weight?: Tensor | null; reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** A distance that should be small (target 1) or beyond the margin (target -1). `x if t = 1, max(0, margin - x) if t = -1` */
  class HingeEmbeddingLoss extends Module {
    constructor(options?: { margin?: number; reduction?: "mean" | "sum" | "none" });
    constructor(margin?: number);
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Of two scores, the first should be higher (target 1) or lower (target -1) by a margin. `max(0, -t (x1 - x2) + margin)` */
  class MarginRankingLoss extends Module {
    constructor(options?: { margin?: number; reduction?: "mean" | "sum" | "none" });
    constructor(margin?: number);
    forward(input: Tensor, target: Tensor, other: Tensor): Tensor;
  }
  /** Vectors that should point the same way (target 1) or not (target -1). `1 - cos if t = 1, max(0, cos - margin) if t = -1` */
  class CosineEmbeddingLoss extends Module {
    constructor(options?: { margin?: number; reduction?: "mean" | "sum" | "none" });
    constructor(margin?: number);
    forward(input: Tensor, target: Tensor, other: Tensor): Tensor;
  }
  /** An anchor that should be nearer to the positive than to the negative by a margin. `max(0, d(a, p) - d(a, n) + margin)` */
  class TripletMarginLoss extends Module {
    constructor(options?: { margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: "mean" | "sum" | "none" });
    constructor(margin?: number);
    forward(input: Tensor, target: Tensor, other: Tensor): Tensor;
  }
  /** The right class should score higher than every other by a margin. `Σ_{j≠y} max(0, margin - x_y + x_j)ᵖ w_y / C` */
  class MultiMarginLoss extends Module {
    constructor(options?: { p?: number; margin?: number; weight?: Tensor | null; reduction?: "mean" | "sum" | "none" });
    constructor(p?: number);
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** Every right class should score higher than every other by 1. `Σ_{y right, j not} max(0, 1 - x_y + x_j) / C` */
  class MultiLabelMarginLoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The logistic loss of targets 1 and -1. `ln(1 + e^(-t x))` */
  class SoftMarginLoss extends Module {
    constructor(options?: { reduction?: "mean" | "sum" | "none" });
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The hyperbolic tangent, between -1 and 1. `tanh x` */
  class Tanh extends Module {
    forward(input: Tensor): Tensor;
  }
  /** The logistic function, between 0 and 1. `1/(1 + e⁻ˣ)` */
  class Sigmoid extends Module {
    forward(input: Tensor): Tensor;
  }
  /** The positive part. `max(x, 0)` */
  class ReLU extends Module {
    forward(input: Tensor): Tensor;
  }
  /** The positive part, at most 6. `min(max(x, 0), 6)` */
  class ReLU6 extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** x above 0, a small slope below. `x if x > 0, else negative_slope · x` */
  class LeakyReLU extends Module {
    constructor(options?: { negative_slope?: number });
    constructor(negative_slope?: number);
    forward(input: Tensor): Tensor;
  }
  /** x above 0, an exponential towards -alpha below. `x if x > 0, else alpha (eˣ - 1)` */
  class ELU extends Module {
    constructor(options?: { alpha?: number });
    constructor(alpha?: number);
    forward(input: Tensor): Tensor;
  }
  /** A scaled elu that keeps mean and variance. `1.0507 (x if x > 0, else 1.6733 (eˣ - 1))` */
  class SELU extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** An elu whose slope is continuous for every alpha. `max(x, 0) + min(0, α (e^(x/α) - 1))` */
  class CELU extends Module {
    constructor(options?: { alpha?: number; inplace?: boolean });
    constructor(alpha?: number);
    forward(input: Tensor): Tensor;
  }
  /** x times the normal distribution's probability of being below x. `x Φ(x); with tanh: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))` */
  class GELU extends Module {
    constructor(options?: { approximate?: string });
    forward(input: Tensor): Tensor;
  }
  /** x times its sigmoid. `x · σ(x)` */
  class SiLU extends Module {
    forward(input: Tensor): Tensor;
  }
  /** x times the tanh of its softplus. `x · tanh(ln(1 + eˣ))` */
  class Mish extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** One half gated by the sigmoid of the other. `a · σ(b), x being a and b side by side` */
  class GLU extends Module {
    constructor(options?: { dim?: number });
    constructor(dim?: number);
    forward(input: Tensor): Tensor;
  }
  /** A smooth relu; linear above the threshold. `ln(1 + e^(βx))/β` */
  class Softplus extends Module {
    constructor(options?: { beta?: number; threshold?: number });
    constructor(beta?: number);
    forward(input: Tensor): Tensor;
  }
  /** x over 1 + |x|, between -1 and 1. `x/(1 + |x|)` */
  class Softsign extends Module {
    forward(input: Tensor): Tensor;
  }
  /** x moved towards 0 by lambd, 0 within. `sign(x) max(|x| - λ, 0)` */
  class Softshrink extends Module {
    constructor(options?: { lambd?: number; inplace?: boolean });
    constructor(lambd?: number);
    forward(input: Tensor): Tensor;
  }
  /** 0 within ±lambd, x beyond. `x if |x| > λ, else 0` */
  class Hardshrink extends Module {
    constructor(options?: { lambd?: number; inplace?: boolean });
    constructor(lambd?: number);
    forward(input: Tensor): Tensor;
  }
  /** x kept between two bounds. `min(max(x, min_val), max_val)` */
  class Hardtanh extends Module {
    constructor(options?: { min_val?: number; max_val?: number; inplace?: boolean });
    constructor(min_val?: number);
    forward(input: Tensor): Tensor;
  }
  /** A sigmoid of three straight pieces. `min(max(x + 3, 0), 6)/6` */
  class Hardsigmoid extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** x times its hardsigmoid. `x · min(max(x + 3, 0), 6)/6` */
  class Hardswish extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** x without its tanh. `x - tanh x` */
  class Tanhshrink extends Module {
    constructor(options?: { inplace?: boolean });
    forward(input: Tensor): Tensor;
  }
  /** x above a threshold, a constant elsewhere. `x if x > threshold, else value` */
  class Threshold extends Module {
    constructor(options?: { threshold?: number; value?: number; inplace?: boolean });
    constructor(threshold?: number);
    forward(input: Tensor): Tensor;
  }
  /** log(sigmoid(x)) without overflow. `-ln(1 + e⁻ˣ)` */
  class LogSigmoid extends Module {
    forward(input: Tensor): Tensor;
  }
  /** Positive weights that add up to 1 along a dim. `eˣ / Σ eˣ` */
  class Softmax extends Module {
    constructor(options?: { dim?: number | null });
    constructor(dim?: number | null);
    forward(input: Tensor): Tensor;
  }
  /** The softmax of the negatives. `e⁻ˣ / Σ e⁻ˣ` */
  class Softmin extends Module {
    constructor(options: { dim: number });
    constructor(dim?: number);
    forward(input: Tensor): Tensor;
  }
  /** log of the softmax, without overflow. `x - ln Σ eˣ` */
  class LogSoftmax extends Module {
    constructor(options?: { dim?: number | null });
    constructor(dim?: number | null);
    forward(input: Tensor): Tensor;
  }
  /** The cosine of the angle between vectors. `x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))` */
  class CosineSimilarity extends Module {
    constructor(options?: { dim?: number; eps?: number });
    constructor(dim?: number);
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The distance of each vector from the one in the same place. `‖x1 - x2 + eps‖_p` */
  class PairwiseDistance extends Module {
    constructor(options?: { p?: number; eps?: number; keepdim?: boolean });
    constructor(p?: number);
    forward(input: Tensor, target: Tensor): Tensor;
  }
  /** The dims from start_dim to end_dim as one. `the same elements` */
  class Flatten extends Module {
    constructor(options?: { start_dim?: number; end_dim?: number });
    constructor(start_dim?: number);
    forward(input: Tensor): Tensor;
  }
  export import functional = F;
}

declare namespace nn.init {
/**
 * Uniform numbers from [a, b).
 *
 * `x ~ U(a, b)`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.uniform_`
 *
 * @example
 * nn.init.uniform_(torch.empty(3, 5))
 */
function uniform_(tensor: Tensor, a?: number, b?: number, generator?: torch.Generator | null): Tensor;
function uniform_(tensor: Tensor, options: { a?: number; b?: number; generator?: torch.Generator | null }): Tensor;
function uniform_(tensor: Tensor, a: number, options: { b?: number; generator?: torch.Generator | null }): Tensor;
function uniform_(tensor: Tensor, a: number, b: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers.
 *
 * `x ~ N(mean, std²)`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.normal_`
 *
 * @example
 * nn.init.normal_(torch.empty(3, 5))
 */
function normal_(tensor: Tensor, mean?: number, std?: number, generator?: torch.Generator | null): Tensor;
function normal_(tensor: Tensor, options: { mean?: number; std?: number; generator?: torch.Generator | null }): Tensor;
function normal_(tensor: Tensor, mean: number, options: { std?: number; generator?: torch.Generator | null }): Tensor;
function normal_(tensor: Tensor, mean: number, std: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers within [a, b], those outside drawn again.
 *
 * `x ~ N(mean, std²), a ≤ x ≤ b`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.trunc_normal_`
 *
 * @example
 * nn.init.trunc_normal_(torch.empty(3, 5))
 */
function trunc_normal_(tensor: Tensor, mean?: number, std?: number, a?: number, b?: number, generator?: torch.Generator | null): Tensor;
function trunc_normal_(tensor: Tensor, options: { mean?: number; std?: number; a?: number; b?: number; generator?: torch.Generator | null }): Tensor;
function trunc_normal_(tensor: Tensor, mean: number, options: { std?: number; a?: number; b?: number; generator?: torch.Generator | null }): Tensor;
function trunc_normal_(tensor: Tensor, mean: number, std: number, options: { a?: number; b?: number; generator?: torch.Generator | null }): Tensor;
function trunc_normal_(tensor: Tensor, mean: number, std: number, a: number, options: { b?: number; generator?: torch.Generator | null }): Tensor;
function trunc_normal_(tensor: Tensor, mean: number, std: number, a: number, b: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * One number everywhere.
 *
 * `x = val`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.constant_`
 *
 * @example
 * nn.init.constant_(torch.empty(3, 5), 0.1)
 */
function constant_(tensor: Tensor, val: number): Tensor;
function constant_(tensor: Tensor, options: { val: number }): Tensor;
/**
 * Ones.
 *
 * `x = 1`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.ones_`
 *
 * @example
 * nn.init.ones_(torch.empty(3, 5))
 */
function ones_(tensor: Tensor): Tensor;
/**
 * Zeros.
 *
 * `x = 0`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.zeros_`
 *
 * @example
 * nn.init.zeros_(torch.empty(3, 5))
 */
function zeros_(tensor: Tensor): Tensor;
/**
 * The identity, as far as the matrix goes.
 *
 * `x_ij = 1 where i = j, else 0`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.eye_`
 *
 * @example
 * nn.init.eye_(torch.empty(3, 5))
 */
function eye_(tensor: Tensor): Tensor;
/**
 * For a convolution: each channel passed through as it is.
 *
 * `x_ij at the centre = 1 where i = j, else 0`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.dirac_`
 *
 * @example
 * nn.init.dirac_(torch.empty(3, 3, 5))
 */
function dirac_(tensor: Tensor, groups?: number): Tensor;
function dirac_(tensor: Tensor, options: { groups?: number }): Tensor;
/**
 * Uniform numbers of the variance that Glorot and Bengio (2010) found.
 *
 * `x ~ U(-b, b), b = gain √(6 / (fan_in + fan_out))`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.xavier_uniform_`
 *
 * @example
 * nn.init.xavier_uniform_(torch.empty(3, 5))
 */
function xavier_uniform_(tensor: Tensor, gain?: number, generator?: torch.Generator | null): Tensor;
function xavier_uniform_(tensor: Tensor, options: { gain?: number; generator?: torch.Generator | null }): Tensor;
function xavier_uniform_(tensor: Tensor, gain: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers of the variance that Glorot and Bengio (2010) found.
 *
 * `x ~ N(0, gain² · 2 / (fan_in + fan_out))`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.xavier_normal_`
 *
 * @example
 * nn.init.xavier_normal_(torch.empty(3, 5))
 */
function xavier_normal_(tensor: Tensor, gain?: number, generator?: torch.Generator | null): Tensor;
function xavier_normal_(tensor: Tensor, options: { gain?: number; generator?: torch.Generator | null }): Tensor;
function xavier_normal_(tensor: Tensor, gain: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Uniform numbers of the variance that He et al. (2015) found for rectifiers.
 *
 * `x ~ U(-b, b), b = gain √(3 / fan)`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.kaiming_uniform_`
 *
 * @example
 * nn.init.kaiming_uniform_(torch.empty(3, 5))
 */
function kaiming_uniform_(tensor: Tensor, a?: number, mode?: "fan_in" | "fan_out", nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d", generator?: torch.Generator | null): Tensor;
function kaiming_uniform_(tensor: Tensor, options: { a?: number; mode?: "fan_in" | "fan_out"; nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_uniform_(tensor: Tensor, a: number, options: { mode?: "fan_in" | "fan_out"; nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_uniform_(tensor: Tensor, a: number, mode: string, options: { nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_uniform_(tensor: Tensor, a: number, mode: string, nonlinearity: string, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers of the variance that He et al. (2015) found for rectifiers.
 *
 * `x ~ N(0, gain² / fan)`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.kaiming_normal_`
 *
 * @example
 * nn.init.kaiming_normal_(torch.empty(3, 5))
 */
function kaiming_normal_(tensor: Tensor, a?: number, mode?: "fan_in" | "fan_out", nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d", generator?: torch.Generator | null): Tensor;
function kaiming_normal_(tensor: Tensor, options: { a?: number; mode?: "fan_in" | "fan_out"; nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_normal_(tensor: Tensor, a: number, options: { mode?: "fan_in" | "fan_out"; nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_normal_(tensor: Tensor, a: number, mode: string, options: { nonlinearity?: "linear" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu" | "conv1d" | "conv2d" | "conv3d"; generator?: torch.Generator | null }): Tensor;
function kaiming_normal_(tensor: Tensor, a: number, mode: string, nonlinearity: string, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Rows or columns at right angles to each other, of length gain (Saxe et al. 2014).
 *
 * `xᵀx = gain² I, or x xᵀ = gain² I where x is wide`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.orthogonal_`
 *
 * @example
 * nn.init.orthogonal_(torch.empty(3, 5))
 */
function orthogonal_(tensor: Tensor, gain?: number, generator?: torch.Generator | null): Tensor;
function orthogonal_(tensor: Tensor, options: { gain?: number; generator?: torch.Generator | null }): Tensor;
function orthogonal_(tensor: Tensor, gain: number, options: { generator?: torch.Generator | null }): Tensor;
/**
 * Normal numbers, and in each column a share of zeros (Martens 2010).
 *
 * `x ~ N(0, std²), ⌈sparsity · rows⌉ zeros a column`
 *
 * - Shapes: same as tensor.
 * - PyTorch: `x.sparse_`
 *
 * @example
 * nn.init.sparse_(torch.empty(3, 5), 0.1)
 */
function sparse_(tensor: Tensor, sparsity: number, std?: number, generator?: torch.Generator | null): Tensor;
function sparse_(tensor: Tensor, options: { sparsity: number; std?: number; generator?: torch.Generator | null }): Tensor;
function sparse_(tensor: Tensor, sparsity: number, options: { std?: number; generator?: torch.Generator | null }): Tensor;
function sparse_(tensor: Tensor, sparsity: number, std: number, options: { generator?: torch.Generator | null }): Tensor;
  /** By how much a layer has to widen its initial values so that what follows it keeps its variance. */
  function calculate_gain(nonlinearity: string, param?: number | null): number;
}

/** Shown in the page, bounded. */
declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};
