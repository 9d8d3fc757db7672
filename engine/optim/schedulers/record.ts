/** @file What is known of a scheduler, in one record. */
import { hasAll, type Option, type Values, type ValuesOf } from "../option.ts";
import { type Source, wrongValue } from "../record.ts";
import { type Refusal, refused } from "../refusal.ts";

/** Where a scheduler stands: steps are counted from 0, the step before the first. */
export interface Place {
  readonly step: number;
  /** The lr as it is. */
  readonly lr: number;
  /** The lr that the group began with. */
  readonly base: number;
}

interface Described<O extends readonly Option[]> {
  /** As people write it. The key in the registry is PyTorch's class. */
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  /** In plain text, t being the step. */
  readonly formula: string;
  readonly source: Source;
  /** In the order of PyTorch's constructor, after the optimiser. */
  readonly options: O;
}

interface Definition<O extends readonly Option[]> extends Described<O> {
  /** The lr of a step, from the one before it, as PyTorch's chainable forms go. */
  readonly next: (place: Place, values: ValuesOf<O>) => number;
  /** What momentum (or the first of betas) becomes at a step; null where it is let alone. */
  readonly momentum?: (step: number, values: ValuesOf<O>) => number | null;
  /** What PyTorch refuses though each option by itself is right. */
  readonly refusal?: (values: ValuesOf<O>) => Refusal | null;
  /** PyTorch's arguments, where a script can say in them what the options say otherwise, and the options they come to. */
  readonly script?: { readonly order: readonly string[]; readonly settle: (given: Values) => Values };
}

/** A record with its options' values in place. */
export interface Schedule {
  readonly next: (place: Place) => number;
  readonly momentum: (step: number) => number | null;
}

export interface SchedulerRecord<O extends readonly Option[] = readonly Option[]> extends Described<O> {
  /** Error `argument` where an option has no value, and what PyTorch refuses. */
  readonly scheduleFor: (op: string, values: Values) => Schedule;
  /** Words where these options do not go together. */
  readonly problem: (values: Values) => Refusal | null;
  readonly script: { readonly order: readonly string[]; readonly settle: (given: Values) => Values };
}

export function defineScheduler<const O extends readonly Option[]>(definition: Definition<O>): SchedulerRecord<O> {
  const { next, momentum, refusal, script, ...described } = definition;
  const { options } = described;
  const problem = (values: Values): Refusal | null =>
    refusal !== undefined && hasAll(options, values) ? refusal(values) : null;
  return {
    ...described,
    problem,
    script: script ?? { order: options.map(({ name }) => name), settle: (given) => given },
    scheduleFor(op, values) {
      if (!hasAll(options, values)) throw wrongValue(op, options, values);
      const found = problem(values);
      if (found !== null) throw refused(op, found);
      return {
        next: (place) => next(place, values),
        momentum: (step) => momentum?.(step, values) ?? null,
      };
    },
  };
}

/** What most schedulers are described by. */
export const pytorchDocs = (name: string): Source => ({
  authors: "PyTorch",
  title: `torch.optim.lr_scheduler.${name}`,
  year: 2026,
  url: `https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.${name}.html`,
});
