/** @file What each check comes to, in words. A check without words does not compile. */
import { equivalents } from "../../../engine/checks/equivalents.ts";
import type { CheckCode, CheckedOf } from "../../../engine/checks/kinds.ts";
import type { CheckState } from "../checks.ts";
import { formatCount, formatNumber } from "../format.ts";
import { estimated, estimatedTitle } from "./estimate-words.ts";
import { isPushing, pullText, rangeText, sideName } from "./place-words.ts";

/** Grave things first; `noted` is neither good nor bad. */
type Gravity = Exclude<CheckState, "failed">;

interface Words<Facts> {
  readonly gravity: (facts: Facts) => Gravity;
  readonly title: (facts: Facts) => string;
  readonly text: (facts: Facts) => string;
  /** What it is good to know for, and how it is found out. */
  readonly means: string;
}

/** In a standardised target's deviations, and in logits. */
const nearby = { difference: 5, margin: 12 } as const;

/** Training gets that far. */
const isNarrow = ({ axis, reach, below, above }: CheckedOf<"range">): boolean =>
  [below, above].some(
    (place) =>
      place !== null && Math.abs(place) < (axis === "difference" ? nearby.difference * reach : nearby.margin * reach),
  );

const times = (value: number): string => `${formatNumber(value)} times`;

export const words: { readonly [Code in CheckCode]: Words<CheckedOf<Code>> } = {
  gradcheck: {
    gravity: ({ isRight, isCut }) => (isRight ? "passed" : isCut ? "noted" : "warning"),
    title: ({ isRight }) => (isRight ? "Gradient checked" : "Gradient differs from the slope"),
    text: ({ directions, worst, kinks, isRight, isDouble, isCut, function: own, factor }) => {
      const where = `${formatCount(directions)} directions, ${isDouble ? "float64" : "float32"}, worst ${formatNumber(worst)}`;
      if (!isRight) {
        const said = `${where}: moving the predictions changes the value otherwise than its gradient says`;
        const how =
          factor === null ? "" : `: the gradient is ${formatNumber(factor)} times the slope, in every direction`;
        if (own !== null)
          return `${said}${how}. Class ${own} has a backward of its own: it is the derivative of its forward times the gradient that comes in, with forward's own sign and division by the number of elements${factor !== null && factor < 0 ? ". Here the sign is wrong" : ""}`;
        return isCut
          ? `${said}${how}. A detach(), item() or no_grad() stands in it: right for weights that shall be constants, a mistake elsewhere`
          : `${said}${how}. Something made of them is rounded, compared or copied: right for weights that shall be constants, a mistake elsewhere`;
      }
      return `${where}${kinks > 0 ? `; ${formatCount(kinks)} met a kink` : ""}`;
    },
    means:
      "The value is computed a little to both sides of this batch's predictions, in random directions: the gradient has to say the same.",
  },
  pull: {
    gravity: (facts) => (isPushing(facts) ? "warning" : "passed"),
    title: (facts) => (isPushing(facts) ? "Pushes away from the target" : "Pulls towards the target"),
    text: pullText,
    means:
      "The slope of one sample's loss on both sides of its target: does a step of gradient descent make the error smaller?",
  },
  minimum: {
    gravity: ({ at }) => (at === 0 ? "passed" : "warning"),
    title: ({ at }) => (at === 0 ? "Minimum at the target" : "Minimum away from the target"),
    text: ({ at, low, high, reach }) => {
      if (at === 0) return "one sample's loss is least where the prediction is its target";
      if (at === null)
        return `one sample's loss has no minimum within ${formatNumber(reach)} of its target: training has nowhere to come to rest`;
      const isSame = Math.abs(high - low) <= 1e-2 * Math.abs(at);
      const places = isSame ? `d = ${formatNumber(at)}` : `d between ${formatNumber(low)} and ${formatNumber(high)}`;
      return `one sample's loss is least at ${places}: predictions will be biased by that much (d = prediction − target)`;
    },
    means: "Where the slope of one sample's loss changes its sign.",
  },
  kink: {
    gravity: ({ isSmooth, taken }) => (isSmooth ? "passed" : Number.isFinite(taken) ? "noted" : "warning"),
    title: ({ isSmooth }) => (isSmooth ? "Smooth at d = 0" : "Kink at d = 0"),
    text: ({ isSmooth, left, right, taken }) => {
      if (isSmooth) return "the slope passes through the target without a jump";
      const jump = `the slope jumps from ${formatNumber(left)} to ${formatNumber(right)}`;
      return Number.isFinite(taken)
        ? `${jump}; backward takes ${formatNumber(taken)} there`
        : `${jump}, and is ${formatNumber(taken)} at 0 itself: a single prediction that meets its target makes every parameter NaN. Add a small number under the root`;
    },
    means:
      "The slopes just before and just after the target, as parts of the larger one, and what backward gives at the target.",
  },
  estimates: {
    gravity: () => "noted",
    title: estimatedTitle,
    text: estimated,
    means:
      "The constant that is least over the targets of the training rows, found by descent, on those targets and on the same ones skewed; a statistic is named where it is that constant on both.",
  },
  proper: {
    gravity: ({ isProper }) => (isProper ? "passed" : "noted"),
    title: ({ isProper }) => (isProper ? "Proper score" : "Not a proper score"),
    text: ({ isProper, link, truth, answer }) =>
      isProper
        ? `it is least where the predicted ${link === "logit" ? "probability (of logits)" : "probability"} is the true one`
        : `where the true probability is ${formatNumber(truth)}, it is least at ${formatNumber(answer)}: what it predicts is no probability`,
    means: "For several true probabilities: is the expected loss least where the prediction is that probability?",
  },
  bounded: {
    gravity: ({ isBounded }) => (isBounded ? "passed" : "warning"),
    title: ({ isBounded }) => (isBounded ? "Bounded below" : "Not bounded below"),
    text: ({ isBounded, by, axis }) => {
      if (isBounded) return "it does not fall without end, however far predictions go";
      if (by !== null)
        return `it falls without end as ${by} grows in size: descent will run it to −∞ instead of fitting. Tie the weight down: a softplus, a log term, a fixed value`;
      return `it falls without end as ${axis === "margin" ? "the logit" : "the difference"} grows: descent will run away instead of fitting. Check the sign`;
    },
    means: "The value far outside of the data, and with the loss's own parameters far from where they begin.",
  },
  range: {
    gravity: (facts) => (isNarrow(facts) ? "warning" : "passed"),
    title: (facts) => (isNarrow(facts) ? "Overflows early" : "Safe range"),
    text: rangeText,
    means: "Value and gradient in float32, ever farther out; and in float64, to see what rounding takes away.",
  },
  "batch-size": {
    gravity: ({ reduction }) => (reduction === "mean" ? "passed" : "noted"),
    title: ({ reduction }) => (reduction === "mean" ? "Batch size does not matter" : "Batch size matters"),
    text: ({ reduction, ratio, rows }) => {
      if (reduction === "mean") return `${formatCount(rows)} rows and the same rows twice give the same value`;
      if (reduction === "sum")
        return "it is a sum: with twice the rows, value and gradient are twice as large, and lr means something else. Take the mean, or set lr for this batch size";
      return `the same rows twice give ${times(ratio)} the value: lr, and a smaller last batch, mean something else`;
    },
    means: "The batch, and the batch with each of its rows twice.",
  },
  rows: {
    gravity: ({ isOrdered, coupling }) => (isOrdered || coupling !== "none" ? "noted" : "passed"),
    title: ({ isOrdered, coupling }) =>
      isOrdered
        ? "Order of the rows matters"
        : { none: "Rows are independent", scaled: "Rows share one scale", coupled: "Rows depend on each other" }[
            coupling
          ],
    text: ({ isOrdered, coupling }) => {
      if (isOrdered) return "the same rows in reverse give another value, and training shuffles them";
      return {
        none: "what one sample is told does not depend on the others of its batch",
        scaled: "what other samples predict makes all gradients longer or shorter alike, as in a root of a mean",
        coupled: "what one sample is told depends on the others of its batch: another batch size is another loss",
      }[coupling];
    },
    means:
      "Half of the predictions are moved: do the gradients of the other half stay? And are the rows in reverse the same?",
  },
  dominance: {
    gravity: ({ most, rows }) => (rows >= 16 && most > 0.5 ? "warning" : "passed"),
    title: ({ most, rows }) => (rows >= 16 && most > 0.5 ? "One sample dominates" : "Gradient is shared"),
    text: ({ half, rows, most }) =>
      `half of it comes from ${formatCount(half)} of ${formatCount(rows)} rows; the strongest brings ${formatNumber(100 * most)} %`,
    means: "The sizes of the rows' gradients in this batch.",
  },
  repeats: {
    gravity: ({ isRandom, isStateful }) => (isRandom || isStateful ? "noted" : "passed"),
    title: ({ isRandom, isStateful }) =>
      isRandom ? "Draws random numbers" : isStateful ? "Keeps something between calls" : "Same every time",
    text: ({ isRandom, isStateful }) => {
      if (isRandom) return "another seed gives another value for the same batch";
      if (isStateful)
        return "after another batch the same batch gives another value: a moving average, a counter, a warm-up";
      return "the same batch gives the same value, whatever came before";
    },
    means: "The batch with another seed, and the batch again after another one.",
  },
  units: {
    gravity: ({ degree, isShiftFree }) => (degree === 0 && isShiftFree ? "passed" : "noted"),
    title: () => "Scale and shift",
    text: ({ degree, isShiftFree }) => {
      const scale =
        degree === null
          ? "its value is no power of the units: it has a scale of its own that the targets should have"
          : degree === 0
            ? "in other units the value is the same"
            : `in units ten times smaller, value and gradient are ${formatNumber(10 ** degree)} and ${formatNumber(10 ** (degree - 1))} times as large: lr means something else`;
      return `${scale}; ${isShiftFree ? "adding a constant to both changes nothing" : "adding a constant to both predictions and targets changes it"}`;
    },
    means: "Predictions and targets in units twice and ten times smaller, and with a constant added to both.",
  },
  convexity: {
    gravity: ({ isConvex }) => (isConvex ? "passed" : "noted"),
    title: ({ isConvex, from, to }) => (isConvex ? "Convex" : to > from ? "Convex near the target" : "Not convex"),
    text: ({ isConvex, from, to, axis }) => {
      const span = `${formatNumber(from)} < ${sideName[axis]} < ${formatNumber(to)}`;
      if (isConvex) return `for ${span}, as a function of one prediction`;
      return to > from ? `for ${span}; beyond, the slope falls off again` : "the slope falls where it should rise";
    },
    means: "Whether the slope of one sample's loss rises all along.",
  },
  symmetry: {
    gravity: ({ isSymmetric }) => (isSymmetric ? "passed" : "noted"),
    title: ({ isSymmetric }) => (isSymmetric ? "Symmetric" : "Not symmetric"),
    text: ({ isSymmetric, ratio }) => {
      if (isSymmetric) return "too high costs as much as too low";
      return ratio === null
        ? "too high and too low cost differently"
        : `too high costs ${times(ratio)} as much as too low`;
    },
    means: "The slopes at the same distance on both sides of a target.",
  },
  "second-derivatives": {
    gravity: ({ isRight, isZero }) => (isRight && !isZero ? "passed" : "noted"),
    title: ({ isRight, isZero }) =>
      !isRight ? "Second derivatives differ" : isZero ? "Second derivatives are zero" : "Second derivatives checked",
    text: ({ isRight, isZero, curvature }) => {
      if (!isRight) return "the gradient changes otherwise than its own gradient says: something in it is detached";
      if (isZero)
        return "the slope is the same all round: Newton's steps and gradient penalties on predictions get nothing";
      return `curvature ${formatNumber(curvature)} in a random direction`;
    },
    means: "The gradient's own gradient, against how the gradient changes a little farther on.",
  },
  dtypes: {
    gravity: ({ refusal, narrows, widens }) => (refusal !== null || narrows || widens ? "noted" : "passed"),
    title: ({ refusal, narrows, widens }) =>
      refusal !== null
        ? "Does not take float64"
        : narrows
          ? "Computes in float32 always"
          : widens
            ? "Becomes float64"
            : "Keeps its dtype",
    text: ({ refusal, narrows, widens }) => {
      if (refusal !== null) return `“${refusal}”`;
      if (narrows) return "given float64 it returns float32: a cast, or a tensor made with a dtype";
      if (widens) return "given float32 it returns float64, which is slower on a GPU: a tensor in it is float64";
      return "float32 gives float32, and float64 gives float64";
    },
    means: "The batch once in float32, and once in float64.",
  },
  cost: {
    gravity: () => "noted",
    title: ({ better }) => (better === null ? "Cost" : "Could cost less"),
    text: ({ ops, microseconds, bytes, better }) => {
      const spent = `${formatCount(ops)} ops, ${formatNumber(microseconds)} µs forward and backward, ${formatNumber(bytes / 1000)} kB`;
      const pair = better === null ? undefined : equivalents[better];
      return pair === undefined
        ? spent
        : `${spent}; ${pair.of.join(" of ")} is ${pair.better}: one op in the place of two, and exact where they overflow`;
    },
    means: "The ops that forward launches on this batch, and the mean time of some calls in this browser.",
  },
};
