/**
 * @file Every check: one record says its code and what facts it comes to. How it is found is in `finders.ts`, how
 * grave it is and its words are in app/verdict/checked/; neither compiles until it has them. Nothing here computes, so that the page can read what the sandbox sends.
 */
import * as v from "valibot";
import { bounds, count, finite, type Measure, real, share } from "../inspect/bounds.ts";

interface Kind<Code extends string, Facts extends v.ObjectEntries> {
  readonly code: Code;
  readonly facts: (measure: Measure) => Facts;
}

function kind<const Code extends string, Facts extends v.ObjectEntries>({ code, facts }: Kind<Code, Facts>) {
  return { code, schema: (measure: Measure) => v.object({ code: v.literal(code), ...facts(measure) }) };
}

/** Along which a sample was looked at: prediction less target, or the logit of the right class. */
const axis = v.picklist(["difference", "margin"]);

const intervals = ({ list }: Measure) => list(v.object({ from: finite, to: finite }), 4);

/** What the best constant may be: a statistic of the targets, between mean and median, about their mode, or none that has a name. */
export const estimated = [
  "mean",
  "median",
  "quantile",
  "expectile",
  "midrange",
  "log-odds",
  "log-mean",
  "geometric-mean",
  "geometric-mean-of-1+",
  "relative-median",
  "relative-mean",
  "between",
  "mode",
  "other",
] as const;

/** In the order of what is said first. */
export const checkKinds = [
  /**
   * Directional slopes of the value against the gradient, in float64 unless the loss computes in float32. `worst`: relative error; `factor`: the gradient
   * is so many times the slope. `isCut`: detach or no_grad is written in it; `function`: an autograd.Function of its own.
   */
  kind({
    code: "gradcheck",
    facts: ({ text }) => ({
      directions: count,
      worst: finite,
      kinks: count,
      isRight: v.boolean(),
      isDouble: v.boolean(),
      isCut: v.boolean(),
      function: v.nullable(text(bounds.name)),
      factor: v.nullable(finite),
    }),
  }),
  /** `pushes` and `rests`: where the loss falls away from the target, and where it has no slope. `pushed` and `resting`: samples of the batch. */
  kind({
    code: "pull",
    facts: (measure) => ({
      axis,
      pushes: intervals(measure),
      rests: intervals(measure),
      pushed: count,
      resting: count,
      samples: count,
      reach: finite,
    }),
  }),
  /** Prediction less target where one sample's loss is least; null: nowhere within `reach`. `low`, `high`: over the batch's samples. */
  kind({ code: "minimum", facts: () => ({ at: v.nullable(finite), low: finite, high: finite, reach: finite }) }),
  /** Slopes on both sides of the target, and what backward takes there, of the larger one's size. */
  kind({ code: "kink", facts: () => ({ isSmooth: v.boolean(), left: finite, right: finite, taken: real }) }),
  /** `at`: the best constant for these targets; `rank`: the share of them below it. */
  kind({
    code: "estimates",
    facts: () => ({
      statistic: v.picklist(estimated),
      level: v.nullable(share),
      at: finite,
      mean: finite,
      median: finite,
      rank: share,
      isCoupled: v.boolean(),
    }),
  }),
  /** What is answered where the true probability is `truth`. */
  kind({
    code: "proper",
    facts: () => ({
      isProper: v.boolean(),
      link: v.picklist(["logit", "probability"]),
      truth: share,
      answer: share,
    }),
  }),
  /** `by`: the parameter that runs away; null where it is the predictions. */
  kind({
    code: "bounded",
    facts: ({ text }) => ({ isBounded: v.boolean(), by: v.nullable(text(bounds.name)), axis: v.nullable(axis) }),
  }),
  /** In float32: the places along the axis from which it is not finite, and from which its gradient is lost to rounding. */
  kind({
    code: "range",
    facts: () => ({
      axis,
      reach: finite,
      below: v.nullable(finite),
      above: v.nullable(finite),
      lost: v.nullable(finite),
    }),
  }),
  /** `ratio`: how much the value changes where each row comes twice. */
  kind({
    code: "batch-size",
    facts: () => ({ reduction: v.picklist(["mean", "sum", "other"]), ratio: finite, rows: count }),
  }),
  kind({
    code: "rows",
    facts: () => ({ isOrdered: v.boolean(), coupling: v.picklist(["none", "scaled", "coupled"]) }),
  }),
  /** How few rows bring half of the gradient, and the share of the first. */
  kind({ code: "dominance", facts: () => ({ half: count, rows: count, most: share }) }),
  kind({ code: "repeats", facts: () => ({ isRandom: v.boolean(), isStateful: v.boolean() }) }),
  /** `degree`: the value grows with this power of the units of predictions and targets. */
  kind({ code: "units", facts: () => ({ degree: v.nullable(finite), isShiftFree: v.boolean() }) }),
  /** Where it is convex round its least place. */
  kind({ code: "convexity", facts: () => ({ axis, isConvex: v.boolean(), from: finite, to: finite }) }),
  /** `ratio`: of a prediction too high to one too low, where it is the same everywhere. */
  kind({ code: "symmetry", facts: () => ({ isSymmetric: v.boolean(), ratio: v.nullable(finite) }) }),
  /** `curvature`: along a random direction. */
  kind({ code: "second-derivatives", facts: () => ({ isZero: v.boolean(), isRight: v.boolean(), curvature: finite }) }),
  /** `refusal`: what it says to float64; `narrows`: it gives float32 all the same; `widens`: of float32 it makes float64. */
  kind({
    code: "dtypes",
    facts: ({ text }) => ({ refusal: v.nullable(text(bounds.message)), narrows: v.boolean(), widens: v.boolean() }),
  }),
  /** `better`: which of `equivalents`, where there is one. */
  kind({
    code: "cost",
    facts: () => ({ ops: count, microseconds: finite, bytes: count, better: v.nullable(count) }),
  }),
] as const;

type Kinds = (typeof checkKinds)[number];
export type CheckCode = Kinds["code"];
export type Checked = v.InferOutput<ReturnType<Kinds["schema"]>>;
type ByCode = { readonly [Code in CheckCode]: Extract<Checked, { readonly code: Code }> };
/** In this form the compiler follows from a check's code to what a table holds for that code. */
export type CheckedOf<Code extends CheckCode = CheckCode> = {
  [C in Code]: { readonly code: C } & ByCode[C];
}[Code];

export const checkedSchema = (measure: Measure) =>
  v.variant(
    "code",
    checkKinds.map(({ schema }) => schema(measure)),
  );

export const checkCodes = checkKinds.map(({ code }) => code);
