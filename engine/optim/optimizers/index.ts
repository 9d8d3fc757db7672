/** @file The optimisers. Everything that knows them (torch.optim, the experiment, its schema, its form, exports) is derived from this registry. */

import type { Rule } from "../optimizer.ts";
import { defaultOf, holdsOnly, tidied, type ValuesOf } from "../option.ts";
import type { OptimizerRecord } from "../record.ts";
import { Adagrad } from "./adagrad.ts";
import { Adam, AdamW } from "./adam.ts";
import { NAdam } from "./nadam.ts";
import { RMSprop } from "./rmsprop.ts";
import { SGD } from "./sgd.ts";

/** By PyTorch's class. */
export const optimizers = { SGD, Adam, AdamW, NAdam, RMSprop, Adagrad } as const;

type Registry = typeof optimizers;
export type OptimizerName = keyof Registry;

/** Plain data, part of the document that a link holds: the options that are not PyTorch's defaults. */
export type OptimizerSpec = {
  readonly [Name in OptimizerName]: { readonly name: Name } & Readonly<Partial<ValuesOf<Registry[Name]["options"]>>>;
}[OptimizerName];

export const isOptimizerName = (name: string): name is OptimizerName => Object.hasOwn(optimizers, name);
export const optimizerNames = Object.keys(optimizers).filter(isOptimizerName);

/** The record of one optimiser, as any of them. */
export const optimizerOf = (name: OptimizerName): Pick<OptimizerRecord, keyof OptimizerRecord> => optimizers[name];

/** Whether a value is an optimiser with options in their ranges, and nothing else. */
export function isOptimizerSpec(value: unknown): value is OptimizerSpec {
  if (typeof value !== "object" || value === null || !("name" in value)) return false;
  const { name } = value;
  return typeof name === "string" && isOptimizerName(name) && holdsOnly(optimizers[name].options, value);
}

/** A known optimiser's name and the options that differ from its defaults. */
export function tidyOptimizer(value: { readonly name: string }): { readonly name: string } {
  const { name } = value;
  return isOptimizerName(name) ? { name, ...tidied(optimizers[name].options, value) } : value;
}

/** Every option of a spec with its value. */
export function optionsOf(
  { name, ...given }: OptimizerSpec,
  lr: number,
): Readonly<Record<string, unknown>> & { lr: number } {
  const course = { lr, steps: 0 };
  const values = optimizers[name].options.map((option) => [option.name, defaultOf(option, course)]);
  return { ...Object.fromEntries(values), ...given, lr };
}

/** A group of options, which may be written between steps, and the rule that reads it at each. */
export function groupOf(spec: OptimizerSpec, lr: number): { readonly group: { lr: number }; readonly rule: Rule } {
  const group = optionsOf(spec, lr);
  return { group, rule: optimizers[spec.name].ruleFor(spec.name, group) };
}

/** With another value of an option; undefined takes the default. As it was where the option does not allow the value. */
export function withOptimizerOption(spec: OptimizerSpec, option: string, value: unknown): OptimizerSpec {
  const next = tidyOptimizer({ ...spec, [option]: value });
  return isOptimizerSpec(next) ? next : spec;
}

/** With all options at their defaults; null where there is none of that name. */
export function optimizerNamed(name: string): OptimizerSpec | null {
  const spec = { name };
  return isOptimizerSpec(spec) ? spec : null;
}
