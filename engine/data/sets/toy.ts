/** @file What toy data are made of. They have seeds of their own: the same whatever the training seed. */
import { Generator } from "../../random/generator.ts";
import type { Column, TableKind } from "../dataset.ts";

/** What one may turn of a toy data set, and how far. */
export const knobRanges = {
  /** Standard deviation of what is added. */
  noise: { min: 0, max: 5, isInteger: false },
  /** Share of rows that are far off. */
  outliers: { min: 0, max: 0.5, isInteger: false },
  /** Share of the first class. */
  imbalance: { min: 0.02, max: 0.98, isInteger: false },
  /** Rows. */
  size: { min: 20, max: 5000, isInteger: true },
} as const;

export type KnobName = keyof typeof knobRanges;
export const knobNames = Object.keys(knobRanges).filter((name): name is KnobName => Object.hasOwn(knobRanges, name));

/** Those that are not as they stand in the set's record. */
export type ToyKnobs = Readonly<Partial<Record<KnobName, number>>>;

export interface Made {
  readonly inputs: readonly Column[];
  readonly targets: readonly Column[];
}

interface About {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is good for. */
  readonly about: string;
  readonly kind: TableKind;
}

interface ToyRecord<Name extends KnobName> extends About {
  readonly classes?: readonly string[];
  readonly knobs: Readonly<Record<Name, number>>;
  make(knobs: Readonly<Record<Name, number>>): Made;
}

export interface ToySet extends About {
  readonly classes: readonly string[];
  /** What can be turned, and where it stands. */
  readonly knobs: ToyKnobs;
  make(turned: ToyKnobs): Made;
}

export const toySet = <Name extends KnobName>({ classes = [], make, ...set }: ToyRecord<Name>): ToySet => ({
  ...set,
  classes,
  make: (turned) => make({ ...set.knobs, ...turned }),
});

export function grid(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** Standard normal. */
export function normal(seed: number, count: number): Float64Array {
  const values = new Float64Array(count);
  new Generator(seed).normal(values);
  return values;
}

/** From 0, below 1. */
export function uniform(seed: number, count: number): Float64Array {
  const values = new Float64Array(count);
  new Generator(seed).uniform(values);
  return values;
}

/** Every so many-th row: of a tenth, rows 7, 17, 27, … */
export const isOutlier = (row: number, share: number): boolean =>
  Math.floor((row + 3) * share) !== Math.floor((row + 2) * share);

export const column = (name: string, values: Float64Array): Column => ({ name, unit: "", values });

/** One input, and a target for each rule. */
export function curves(x: Float64Array, ...rules: readonly ((x: number, i: number) => number)[]): Made {
  const names = rules.length === 1 ? ["targets"] : rules.map((_, i) => `targets${i + 1}`);
  return { inputs: [column("x", x)], targets: rules.map((rule, i) => column(names[i], x.map(rule))) };
}

/** Points in the plane, each with its class. */
export function points(count: number, rule: (i: number) => readonly [x: number, y: number, label: number]): Made {
  const [x, y, labels] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) [x[i], y[i], labels[i]] = rule(i);
  return { inputs: [column("x1", x), column("x2", y)], targets: [column("targets", labels)] };
}
