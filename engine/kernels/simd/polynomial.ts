/**
 * @file Constants and polynomials read from memory. A polynomial c₀ + c₁x + c₂x² … goes by pairs,
 * (c₀ + c₁x) + x²((c₂ + c₃x) + x²(…)): half as many steps wait for each other as in Horner's rule. `square` is x².
 */

/** A float32 constant (or its bits) in every lane. */
@inline
export function constant(at: usize): v128 {
  return v128.load32_splat(at);
}

/** acc x + c */
@inline
export function step(acc: v128, x: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(acc, x), c);
}

/** cᵢ + cᵢ₊₁ x */
@inline
function pair(x: v128, at: usize, i: usize): v128 {
  return step(constant(at + (i + 1) * 4), x, constant(at + i * 4));
}

@inline
export function polynomial2(x: v128, square: v128, at: usize): v128 {
  return step(constant(at + 8), square, pair(x, at, 0));
}

@inline
export function polynomial4(x: v128, square: v128, at: usize): v128 {
  return step(step(constant(at + 16), square, pair(x, at, 2)), square, pair(x, at, 0));
}

@inline
export function polynomial5(x: v128, square: v128, at: usize): v128 {
  return step(step(pair(x, at, 4), square, pair(x, at, 2)), square, pair(x, at, 0));
}

@inline
export function polynomial6(x: v128, square: v128, at: usize): v128 {
  return step(step(step(constant(at + 24), square, pair(x, at, 4)), square, pair(x, at, 2)), square, pair(x, at, 0));
}

@inline
export function polynomial7(x: v128, square: v128, at: usize): v128 {
  return step(step(step(pair(x, at, 6), square, pair(x, at, 4)), square, pair(x, at, 2)), square, pair(x, at, 0));
}

/** The same in float64. */
@inline
export function wideConstant(at: usize): v128 {
  return v128.load64_splat(at);
}

@inline
export function wideStep(acc: v128, x: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(acc, x), c);
}

@inline
function widePair(x: v128, at: usize, i: usize): v128 {
  return wideStep(wideConstant(at + (i + 1) * 8), x, wideConstant(at + i * 8));
}

@inline
export function widePolynomial2(x: v128, square: v128, at: usize): v128 {
  return wideStep(wideConstant(at + 16), square, widePair(x, at, 0));
}

@inline
export function widePolynomial3(x: v128, square: v128, at: usize): v128 {
  return wideStep(widePair(x, at, 2), square, widePair(x, at, 0));
}

@inline
export function widePolynomial4(x: v128, square: v128, at: usize): v128 {
  return wideStep(wideStep(wideConstant(at + 32), square, widePair(x, at, 2)), square, widePair(x, at, 0));
}

@inline
export function widePolynomial5(x: v128, square: v128, at: usize): v128 {
  return wideStep(wideStep(widePair(x, at, 4), square, widePair(x, at, 2)), square, widePair(x, at, 0));
}
