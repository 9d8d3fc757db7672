/** @file Why numbers are not finite, by name. */

/**
 * - `empty`: no element was there to take a mean (an extreme, a deviation) of; `from` selected none.
 * - `single`: the deviation of one element divides by 0; of more (`of`), each along a dim of size 1.
 * - `divisor`, `mask`: so many divisors are 0; a mask's are where it is false. `none`: the divisor counts what `from` selects, which is nothing.
 * - `overflow`: the result is beyond the dtype's largest number; `value` is the largest that was given.
 * - `domain`: log or root of numbers below 0; `log-zero`: log of 0.
 */
export const reasons = [
  "empty",
  "single",
  "divisor",
  "mask",
  "none",
  "overflow",
  "domain",
  "log-zero",
  "written",
] as const;

/** What stands in the place of what a loss takes. */
export const givens = ["softmax", "sigmoid", "logits", "probabilities", "numbers"] as const;

/**
 * - `given`: what came in was NaN already, and a gradient of 0 times it is NaN; `from` made it.
 * - `shielded`: the op's value is infinite where the gradient that comes back is 0: `where` chose the other branch.
 * - `divisor`: the same, of a division by 0; `from` made the divisor.
 * - `undefined`: the same, where the op has no value: a root or a logarithm of what is below 0.
 * - `slope`: the slope itself is infinite there, as a root's at 0; `value` is what was given.
 */
export const slopeReasons = ["given", "shielded", "undefined", "divisor", "slope"] as const;
