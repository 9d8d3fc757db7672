/** @file The schedulers. Everything that knows them (lr_scheduler, the experiment, its schema, its form, exports) is derived from this registry. */
import { type Course, defaultOf, holdsOnly, tidied, type ValuesOf } from "../option.ts";
import { CosineAnnealingLR } from "./cosine.ts";
import { ExponentialLR } from "./exponential.ts";
import { LinearLR } from "./linear.ts";
import { OneCycleLR } from "./one-cycle.ts";
import type { Schedule, SchedulerRecord } from "./record.ts";
import { StepLR } from "./step.ts";

/** By PyTorch's class. */
export const schedulers = { CosineAnnealingLR, StepLR, OneCycleLR, ExponentialLR, LinearLR } as const;

type Registry = typeof schedulers;
export type SchedulerName = keyof Registry;

/** Plain data, part of the document that a link holds: the options that are not the defaults. */
export type SchedulerSpec = {
  readonly [Name in SchedulerName]: { readonly name: Name } & Readonly<Partial<ValuesOf<Registry[Name]["options"]>>>;
}[SchedulerName];

export const isSchedulerName = (name: string): name is SchedulerName => Object.hasOwn(schedulers, name);
export const schedulerNames = Object.keys(schedulers).filter(isSchedulerName);

/** The record of one scheduler, as any of them. */
export const schedulerOf = (name: SchedulerName): Pick<SchedulerRecord, keyof SchedulerRecord> => schedulers[name];

/** Whether a value is a scheduler with options in their ranges, and nothing else. */
export function isSchedulerSpec(value: unknown): value is SchedulerSpec {
  if (typeof value !== "object" || value === null || !("name" in value)) return false;
  const { name } = value;
  return typeof name === "string" && isSchedulerName(name) && holdsOnly(schedulers[name].options, value);
}

/** A known scheduler's name and the options that differ from its defaults. */
export function tidyScheduler(value: { readonly name: string }): { readonly name: string } {
  const { name } = value;
  return isSchedulerName(name) ? { name, ...tidied(schedulers[name].options, value) } : value;
}

/** Every option of a spec with its value in a run. */
export function schedulerValues({ name, ...given }: SchedulerSpec, course: Course): Readonly<Record<string, unknown>> {
  const values = schedulers[name].options.map((option) => [option.name, defaultOf(option, course)]);
  return { ...Object.fromEntries(values), ...given };
}

/** The schedule of a run. Throws what PyTorch refuses. */
export function scheduleOf(spec: SchedulerSpec, course: Course): Schedule {
  return schedulers[spec.name].scheduleFor(spec.name, schedulerValues(spec, course));
}

/** With another value of an option; undefined takes the default. As it was where the option does not allow the value. */
export function withSchedulerOption(spec: SchedulerSpec, option: string, value: unknown): SchedulerSpec {
  const next = tidyScheduler({ ...spec, [option]: value });
  return isSchedulerSpec(next) ? next : spec;
}

/** With all options at their defaults; null where there is none of that name. */
export function schedulerNamed(name: string): SchedulerSpec | null {
  const spec = { name };
  return isSchedulerSpec(spec) ? spec : null;
}
