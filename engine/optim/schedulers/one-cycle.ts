/** @file torch.optim.lr_scheduler.OneCycleLR. */

import { cosine } from "../cosine.ts";
import type { Values, ValuesOf } from "../option.ts";
import { flag, lrRange, momentumRange, stepsRange } from "../ranges.ts";
import { type Refusal, refused } from "../refusal.ts";
import { defineScheduler } from "./record.ts";

const options = [
  {
    kind: "number",
    name: "max_lr",
    about: "the highest lr, which by itself is the optimiser's; from it all others are worked out",
    default: ({ lr }: { readonly lr: number }) => lr,
    ...lrRange,
  },
  {
    kind: "number",
    name: "total_steps",
    about: "the length of the cycle",
    default: ({ steps }: { readonly steps: number }) => steps,
    ...stepsRange,
    isInteger: true,
  },
  {
    kind: "number",
    name: "pct_start",
    about: "the share of the steps that lr rises",
    default: 0.3,
    min: 0,
    max: 0.99,
  },
  {
    kind: "choice",
    name: "anneal_strategy",
    about: "how lr goes from one value to the next",
    default: "cos",
    choices: ["cos", "linear"],
  },
  {
    kind: "flag",
    name: "cycle_momentum",
    about: "lowers momentum, or the first of betas, while lr is high",
    default: true,
  },
  {
    kind: "number",
    name: "base_momentum",
    about: "momentum where lr is highest",
    default: 0.85,
    ...momentumRange,
  },
  { kind: "number", name: "max_momentum", about: "momentum where lr is lowest", default: 0.95, ...momentumRange },
  { kind: "number", name: "div_factor", about: "max_lr over the first lr", default: 25, min: 1, max: 1e9 },
  { kind: "number", name: "final_div_factor", about: "the first lr over the last", default: 1e4, min: 1, max: 1e12 },
  flag("three_phase", "goes down as it went up, then to the last lr"),
] as const;

type Settings = ValuesOf<typeof options>;

export const OneCycleLR = defineScheduler({
  title: "One cycle",
  about: "Warms lr up to max_lr, then lets it fall to almost nothing.",
  formula:
    "from max_lr / div_factor to max_lr in pct_start total_steps, then to max_lr / (div_factor final_div_factor)",
  source: {
    authors: "Smith and Topin",
    title: "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates",
    year: 2017,
    url: "https://arxiv.org/abs/1708.07120",
  },
  options,
  refusal,
  next({ step }, settings) {
    if (step > settings.total_steps)
      throw refused("OneCycleLR", {
        rule: `the cycle has ${settings.total_steps} steps, got step ${step}`,
        hint: "Set total_steps to the number of steps of the run.",
        pytorch: `Tried to step ${step} times. The specified number of total steps is ${settings.total_steps}`,
      });
    const first = settings.max_lr / settings.div_factor;
    const rates = { first, most: settings.max_lr, last: first / settings.final_div_factor };
    return annealed(step, settings, ({ from, to }) => [rates[from], rates[to]]);
  },
  momentum(step, settings) {
    if (!settings.cycle_momentum) return null;
    const { base_momentum: least, max_momentum: most } = settings;
    return annealed(step, settings, ({ from, to }) => [from === "most" ? least : most, to === "most" ? least : most]);
  },
  script: {
    order: ["max_lr", "total_steps", "epochs", "steps_per_epoch", ...options.slice(2).map(({ name }) => name)],
    settle,
  },
});

type Rate = "first" | "most" | "last";

interface Phase {
  readonly end: number;
  readonly from: Rate;
  readonly to: Rate;
}

function phasesOf({ pct_start, total_steps, three_phase }: Settings): readonly Phase[] {
  const rise: Phase = { end: pct_start * total_steps - 1, from: "first", to: "most" };
  if (!three_phase) return [rise, { end: total_steps - 1, from: "most", to: "last" }];
  return [
    rise,
    { end: 2 * pct_start * total_steps - 2, from: "most", to: "first" },
    { end: total_steps - 1, from: "first", to: "last" },
  ];
}

function annealed(step: number, settings: Settings, endsOf: (phase: Phase) => readonly [number, number]): number {
  const phases = phasesOf(settings);
  const at = phases.findIndex(({ end }, i) => step <= end || i === phases.length - 1);
  const begin = at === 0 ? 0 : phases[at - 1].end;
  if (phases[at].end === begin) throw refused("OneCycleLR", withoutLength(settings));
  const share = (step - begin) / (phases[at].end - begin);
  const [from, to] = endsOf(phases[at]);
  return settings.anneal_strategy === "cos"
    ? to + ((from - to) / 2) * (cosine(Math.PI * share) + 1)
    : (to - from) * share + from;
}

function refusal(settings: Settings): Refusal | null {
  const { pct_start, total_steps, anneal_strategy } = settings;
  if (!(pct_start >= 0 && pct_start <= 1))
    return {
      rule: `pct_start is a share from 0 to 1, got ${pct_start}`,
      hint: "0.3 lets lr rise for three tenths of the steps.",
      pytorch: `Expected float between 0 and 1 pct_start, but got ${pct_start}`,
    };
  if (!(Number.isInteger(Number(total_steps)) && total_steps > 0))
    return {
      rule: `total_steps is a whole number from 1, got ${total_steps}`,
      hint: "Give the number of steps of the run.",
      pytorch: `Expected positive integer total_steps, but got ${total_steps}`,
    };
  if (anneal_strategy !== "cos" && anneal_strategy !== "linear")
    return {
      rule: `anneal_strategy is cos or linear, got ${String(anneal_strategy)}`,
      hint: "Leave it out for cos.",
      pytorch: `anneal_strategy must be one of 'cos' or 'linear', instead got ${String(anneal_strategy)}`,
    };
  return pct_start * total_steps === 1 ? withoutLength(settings) : null;
}

/** PyTorch divides by it. */
const withoutLength = ({ pct_start, total_steps }: Settings): Refusal => ({
  rule: `a part of the cycle has no length, got pct_start ${pct_start} of ${total_steps} steps`,
  hint: "Take another pct_start, or more steps.",
  pytorch: "float division by zero",
  type: "ZeroDivisionError",
});

/** The steps of a script that counts them by epochs. */
function settle(given: Values): Values {
  const { epochs, steps_per_epoch, total_steps, ...others } = given;
  if (total_steps !== undefined && total_steps !== null) return { ...others, total_steps };
  if (epochs === undefined || epochs === null || steps_per_epoch === undefined || steps_per_epoch === null)
    throw refused("OneCycleLR", {
      rule: "needs total_steps, or epochs and steps_per_epoch, got neither",
      hint: "Give the number of steps of the run.",
      pytorch: "You must define either total_steps OR (epochs AND steps_per_epoch)",
    });
  return { ...others, total_steps: Number(epochs) * Number(steps_per_epoch) };
}
