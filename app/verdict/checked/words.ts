/** @file What each check comes to, in words. A check without words does not compile. */
import type { CheckCode, CheckedOf } from "../../../engine/checks/kinds.ts";
import type { CheckState } from "../checks.ts";
import { formatCount, formatNumber } from "../format.ts";

/** Grave things first; `noted` is neither good nor bad. */
type Gravity = Exclude<CheckState, "failed">;

export interface Words<Code extends CheckCode> {
  readonly gravity: (facts: CheckedOf<Code>) => Gravity;
  readonly title: (facts: CheckedOf<Code>) => string;
  readonly text: (facts: CheckedOf<Code>) => string;
  /** What it is good to know for, and how it is found out. */
  readonly means: string;
}

export const words: { readonly [Code in CheckCode]: Words<Code> } = {
  gradcheck: {
    gravity: ({ isRight }) => (isRight ? "passed" : "warning"),
    title: ({ isRight }) => (isRight ? "Gradient checked" : "Gradient differs from the slope"),
    text: ({ directions, worst, kinks, isRight, isDouble }) => {
      const where = `${formatCount(directions)} directions, ${isDouble ? "float64" : "float32"}`;
      if (!isRight)
        return `${where}, worst ${formatNumber(worst)}: moving the predictions changes the value otherwise than its gradient says. Something that depends on them is detached, rounded or compared: meant for weights that shall be constants, a mistake elsewhere.`;
      return `${where}, worst ${formatNumber(worst)}${kinks > 0 ? `; ${formatCount(kinks)} cross a kink` : ""}`;
    },
    means:
      "The value is computed a little to both sides of this batch's predictions, in random directions; the quotient is what the gradient has to say.",
  },
};
