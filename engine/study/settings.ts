/** @file The settings of an experiment that can be swept: how each is read, set and held to its range. One record each. */
import { toyEntry } from "../data/catalogue.ts";
import { knobNames, knobRanges } from "../data/sets/toy.ts";
import { optimizerNamed, optimizerNames, optimizerOf, withOptimizerOption } from "../optim/optimizers/index.ts";
import { defaultOf, isAllowed } from "../optim/option.ts";
import { schedulerNamed, schedulerNames } from "../optim/schedulers/index.ts";
import { activationNames } from "../train/activations.ts";
import { type Experiment, limits } from "../train/experiment.ts";
import type { SweepValue } from "./sweep.ts";

export interface NumberSetting {
  readonly kind: "number";
  /** `lr`, `batch size`, `weight_decay`, `noise`, ... */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
  /** What is tried of it where nobody says: factors of ten matter, or parts of it. */
  readonly suggested: readonly number[];
  readonly of: (experiment: Experiment) => number;
  readonly with: (experiment: Experiment, value: number) => Experiment;
}

/** One of several that have no order. */
export interface ChoiceSetting {
  readonly kind: "choice";
  /** `optimizer`, `schedule`, `activation`. */
  readonly name: string;
  readonly choices: readonly string[];
  readonly of: (experiment: Experiment) => string;
  /** As it was, for what is no choice. */
  readonly with: (experiment: Experiment, value: string) => Experiment;
}

export type Setting = NumberSetting | ChoiceSetting;

/** An experiment with a value of a setting; as it was where the value is of another kind. */
export function withValue(setting: Setting, experiment: Experiment, value: SweepValue): Experiment {
  if (setting.kind === "number") return typeof value === "number" ? setting.with(experiment, value) : experiment;
  return typeof value === "string" ? setting.with(experiment, value) : experiment;
}

const rates = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3];

/** A quarter, half, twice and four times of what it is; from 0, small numbers. */
export function around(
  value: number,
  { min, max, isInteger }: Pick<NumberSetting, "min" | "max" | "isInteger">,
): number[] {
  const wished = value === 0 ? [0, 1e-3, 1e-2, 0.1, 1] : [0.25, 0.5, 1, 2, 4].map((factor) => factor * value);
  const held = wished.map((wish) => Math.min(max, Math.max(min, isInteger ? Math.round(wish) : wish)));
  return [...new Set(held)].sort((a, b) => a - b);
}

type Described = Omit<NumberSetting, "kind" | "suggested">;

/** Those that an experiment has, the learning rate first. */
export function settingsOf(experiment: Experiment): readonly Setting[] {
  const isOfRows = experiment.dataset !== "tensors";
  const batch: Described = {
    name: "batch size",
    ...limits.batchSize,
    isInteger: true,
    of: ({ batchSize }) => batchSize,
    with: (held, batchSize) => ({ ...held, batchSize }),
  };
  const steps: Described = {
    name: "steps",
    ...limits.steps,
    isInteger: true,
    of: (held) => held.steps,
    with: (held, value) => ({ ...held, steps: value }),
  };
  const others = [
    ...(isOfRows ? [batch, ...widths(experiment)] : []),
    steps,
    ...options(experiment),
    ...toyKnobs(experiment),
  ];
  return [
    {
      kind: "number",
      name: "lr",
      ...limits.lr,
      isInteger: false,
      suggested: rates,
      of: ({ lr }) => lr,
      with: (held, lr) => ({ ...held, lr }),
    },
    ...others.map(
      (setting): Setting => ({ kind: "number", ...setting, suggested: around(setting.of(experiment), setting) }),
    ),
    ...choices(experiment),
  ];
}

/** Without a scheduler lr stays as it is. */
const CONSTANT = "constant";

/** Options that were set of one are not the next one's; lr is everybody's. */
function choices({ model }: Experiment): ChoiceSetting[] {
  const activation: ChoiceSetting = {
    kind: "choice",
    name: "activation",
    choices: activationNames,
    of: (held) => (held.model.kind === "mlp" ? held.model.activation : ""),
    with: (held, value) => {
      const chosen = activationNames.find((name) => name === value);
      return held.model.kind === "mlp" && chosen !== undefined
        ? { ...held, model: { ...held.model, activation: chosen } }
        : held;
    },
  };
  return [
    {
      kind: "choice",
      name: "optimizer",
      choices: optimizerNames,
      of: ({ optimizer }) => optimizer.name,
      with: (held, value) =>
        value === held.optimizer.name ? held : { ...held, optimizer: optimizerNamed(value) ?? held.optimizer },
    },
    {
      kind: "choice",
      name: "schedule",
      choices: [CONSTANT, ...schedulerNames],
      of: ({ scheduler }) => scheduler?.name ?? CONSTANT,
      with: (held, value) => {
        if (value === (held.scheduler?.name ?? CONSTANT)) return held;
        return { ...held, scheduler: value === CONSTANT ? null : (schedulerNamed(value) ?? held.scheduler) };
      },
    },
    ...(model.kind === "mlp" ? [activation] : []),
  ];
}

/** All hidden layers alike. */
function widths({ model }: Experiment): Described[] {
  if (model.kind !== "mlp") return [];
  return [
    {
      name: "width",
      ...limits.width,
      isInteger: true,
      of: (held) => (held.model.kind === "mlp" ? (held.model.widths[0] ?? 1) : 1),
      with: (held, value) =>
        held.model.kind === "mlp"
          ? { ...held, model: { ...held.model, widths: held.model.widths.map(() => value) } }
          : held,
    },
  ];
}

function options({ optimizer }: Experiment): Described[] {
  return optimizerOf(optimizer.name).options.flatMap((option): Described[] => {
    if (option.kind !== "number") return [];
    const { name, min, max, isInteger = false } = option;
    return [
      {
        name,
        min,
        max,
        isInteger,
        of: (held) => {
          const given: unknown = Reflect.get(held.optimizer, name);
          const value = isAllowed(option, given) ? given : defaultOf(option, held);
          return typeof value === "number" ? value : 0;
        },
        with: (held, value) => ({ ...held, optimizer: withOptimizerOption(held.optimizer, name, value) }),
      },
    ];
  });
}

function toyKnobs({ dataset }: Experiment): Described[] {
  const entry = toyEntry(dataset);
  if (entry === null) return [];
  return knobNames.flatMap((name): Described[] => {
    const standing = entry.knobs[name];
    if (standing === undefined) return [];
    return [
      {
        name,
        ...knobRanges[name],
        of: ({ toy }) => toy[name] ?? standing,
        with: (held, value) => ({ ...held, toy: { ...held.toy, [name]: value } }),
      },
    ];
  });
}
