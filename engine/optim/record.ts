/** @file What is known of an optimiser, in one record. */
import { EngineError } from "../tensor/errors.ts";
import type { Rule } from "./optimizer.ts";
import { hasAll, missingOf, type Option, type Values, type ValuesOf } from "./option.ts";
import { type Refusal, refused } from "./refusal.ts";

export interface Source {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  /** Where it can be read. */
  readonly url: string;
}

/** What a rule reads at every step, and a scheduler or a script may write between steps. */
export type Group<O extends readonly Option[] = readonly Option[]> = { lr: number } & ValuesOf<O>;

interface Described<O extends readonly Option[]> {
  /** One sentence. */
  readonly about: string;
  /** In plain text: x is a parameter, g its gradient. */
  readonly formula: string;
  readonly source: Source;
  /** Whether steps are as long for large gradients as for small ones, all but. */
  readonly isScaleFree: boolean;
  /** PyTorch's own lr. */
  readonly lr: number;
  /** In the order of PyTorch's constructor, after lr. */
  readonly options: O;
  /** What PyTorch refuses though each option by itself is right. */
  readonly refusal?: (values: ValuesOf<O>) => Refusal | null;
}

interface Definition<O extends readonly Option[]> extends Described<O> {
  /** The rule reads the group at every step. */
  readonly rule: (group: Group<O>) => Rule;
}

export interface OptimizerRecord<O extends readonly Option[] = readonly Option[]>
  extends Omit<Described<O>, "refusal"> {
  /** The rule of a group that has a value for every option. Error `argument` where it has not. */
  readonly ruleFor: (op: string, group: { lr: number }) => Rule;
  /** Words where these options do not go together. */
  readonly problem: (values: Values) => Refusal | null;
}

export function defineOptimizer<const O extends readonly Option[]>(definition: Definition<O>): OptimizerRecord<O> {
  const { rule, refusal, ...described } = definition;
  const problem = (values: Values): Refusal | null =>
    refusal !== undefined && hasAll(described.options, values) ? refusal(values) : null;
  return {
    ...described,
    problem,
    ruleFor(op, group) {
      if (!hasAll(described.options, group)) throw wrongValue(op, described.options, group);
      const found = problem(group);
      if (found !== null) throw refused(op, found);
      return rule(group);
    },
  };
}

export function wrongValue(op: string, options: readonly Option[], given: object): EngineError {
  const option = missingOf(options, given);
  const value: unknown = option === undefined ? undefined : Reflect.get(given, option.name);
  return new EngineError({
    type: "TypeError",
    code: "argument",
    op,
    message: `${op}: ${option?.name ?? "an option"} is ${option?.kind === "betas" ? "two numbers" : `a ${option?.kind ?? "value"}`}, got ${String(value)}`,
    hint: option === undefined ? "" : `${option.name}: ${option.about}.`,
  });
}
