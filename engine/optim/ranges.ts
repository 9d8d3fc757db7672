/** @file Options that several optimisers share, and the ranges that every source of them (form, link, worker message) is held to. */
import type { BetasOption, FlagOption, NumberOption } from "./option.ts";

export const lrRange = { min: 1e-9, max: 1e4 } as const;
/** A decay of 1 never forgets, and never learns. */
export const momentumRange = { min: 0, max: 0.9999 } as const;
export const stepsRange = { min: 1, max: 1_000_000 } as const;

export const weightDecay = <const D extends number>(value: D) =>
  ({
    kind: "number",
    name: "weight_decay",
    about: "pulls parameters towards 0",
    default: value,
    min: 0,
    max: 100,
    invalid: "weight_decay value",
  }) as const satisfies NumberOption;

export const eps = <const D extends number>(value: D) =>
  ({
    kind: "number",
    name: "eps",
    about: "keeps the division away from 0",
    default: value,
    min: 0,
    max: 1,
    invalid: "epsilon value",
  }) as const satisfies NumberOption;

export const betas = {
  kind: "betas",
  name: "betas",
  about: "how slowly the averages of the gradient and of its square forget",
  default: [0.9, 0.999],
  max: 0.999999,
} as const satisfies BetasOption;

export const momentum = {
  kind: "number",
  name: "momentum",
  about: "how much of the step before goes on",
  default: 0,
  ...momentumRange,
  invalid: "momentum value",
  isMain: true,
} as const satisfies NumberOption;

export const flag = <const N extends string>(name: N, about: string) =>
  ({ kind: "flag", name, about, default: false }) as const satisfies FlagOption;
