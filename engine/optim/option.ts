/**
 * @file What can be set on an optimiser or a scheduler. One record an option, from which its type, its form field, its range in documents,
 * PyTorch's refusal and its text in exports are derived.
 */

/** What an option may be taken from where nobody sets it: the run it is for. */
export interface Course {
  readonly lr: number;
  readonly steps: number;
}

interface Described {
  /** PyTorch's argument. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: string;
  /** Stands in the bar, not in the note beside it. */
  readonly isMain?: boolean;
}

export interface NumberOption extends Described {
  readonly kind: "number";
  /** PyTorch's; a function of the run where PyTorch has none and asks for it. */
  readonly default: number | ((course: Course) => number);
  readonly min: number;
  readonly max: number;
  readonly isInteger?: boolean;
  /** As PyTorch names it where it refuses a negative one: `Invalid epsilon value: -1`. */
  readonly invalid?: string;
}

export interface FlagOption extends Described {
  readonly kind: "flag";
  readonly default: boolean;
}

/** The decay of two moving averages: each from 0 to below 1. */
export interface BetasOption extends Described {
  readonly kind: "betas";
  readonly default: readonly [number, number];
  readonly max: number;
}

export interface ChoiceOption extends Described {
  readonly kind: "choice";
  readonly default: string;
  readonly choices: readonly string[];
}

export type Option = NumberOption | FlagOption | BetasOption | ChoiceOption;
export type OptionValue = number | boolean | string | readonly [number, number];

type ValueOf<O extends Option> = O extends NumberOption
  ? number
  : O extends FlagOption
    ? boolean
    : O extends BetasOption
      ? readonly [number, number]
      : O extends ChoiceOption
        ? O["choices"][number]
        : never;

/** What a rule reads: every option by its name. */
export type ValuesOf<O extends readonly Option[]> = { [Each in O[number] as Each["name"]]: ValueOf<Each> };

export type Values = Readonly<Record<string, unknown>>;

/** A value that the option's type and range allow. */
export function isAllowed(option: Option, value: unknown): value is OptionValue {
  switch (option.kind) {
    case "number":
      return isWithin(value, option.min, option.max) && (option.isInteger !== true || Number.isInteger(value));
    case "flag":
      return typeof value === "boolean";
    case "betas":
      return isPair(value) && value.every((beta) => isWithin(beta, 0, option.max));
    case "choice":
      return typeof value === "string" && option.choices.includes(value);
  }
}

const isWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === "number" && value >= min && value <= max;

const isPair = (value: unknown): value is readonly [unknown, unknown] => Array.isArray(value) && value.length === 2;

export function defaultOf(option: Option, course: Course): OptionValue {
  const { default: ordinary } = option;
  return typeof ordinary === "function" ? ordinary(course) : ordinary;
}

/** Whether a value is of the option's type, whatever its range: PyTorch's own ranges are wider than the page's. */
function isOfKind(option: Option, value: unknown): boolean {
  switch (option.kind) {
    case "number":
      return isNumeric(value);
    case "flag":
      return typeof value === "boolean" || isNumeric(value);
    case "betas":
      return isPair(value) && value.every(isNumeric);
    case "choice":
      return typeof value === "string";
  }
}

/** A number, or what stands for one: a float that happens to be whole. */
const isNumeric = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "object" && value !== null && !Number.isNaN(Number(value)));

/** Whether every option is there, so that a rule can read it by its name. */
export function hasAll<O extends readonly Option[]>(options: O, given: object): given is ValuesOf<O> & typeof given {
  return options.every((option) => isOfKind(option, Reflect.get(given, option.name)));
}

/** The first option that has no value of its type. */
export const missingOf = (options: readonly Option[], given: object): Option | undefined =>
  options.find((option) => !isOfKind(option, Reflect.get(given, option.name)));

/** The same value, however it is written. */
export function sameValue(a: unknown, b: unknown): boolean {
  return isPair(a) && isPair(b) ? a[0] === b[0] && a[1] === b[1] : a === b;
}

/** What a document holds of given options: those it may, less those that are PyTorch's default, in the record's order. */
export function tidied(options: readonly Option[], given: object): Readonly<Record<string, unknown>> {
  const entries = options.flatMap(({ name, default: ordinary }) => {
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    return value === undefined || sameValue(value, ordinary) ? [] : [[name, unsigned(value)] as const];
  });
  return Object.fromEntries(entries);
}

/** There is one zero in a text. */
const unsigned = (value: unknown): unknown =>
  typeof value === "number" ? value + 0 : Array.isArray(value) ? value.map(unsigned) : value;

/** Whether an object holds allowed values of these options, and nothing else besides a name. */
export function holdsOnly(options: readonly Option[], given: object): boolean {
  return Object.entries(given).every(([key, value]) => {
    const option = options.find(({ name }) => name === key);
    return option === undefined ? key === "name" : isAllowed(option, value);
  });
}

/** PyTorch's first line where it refuses a number; null where it takes it. */
export function invalidText(option: Option, value: unknown): string | null {
  if (option.kind === "number" && option.invalid !== undefined && !(Number(value) >= 0))
    return `Invalid ${option.invalid}: ${String(value)}`;
  if (option.kind === "betas" && isPair(value)) {
    const at = value.findIndex((beta) => !(Number(beta) >= 0 && Number(beta) < 1));
    return at < 0 ? null : `Invalid beta parameter at index ${at}: ${String(value[at])}`;
  }
  return null;
}
