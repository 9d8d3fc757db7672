/** @file The data sets one can train on. Toy data are the same whatever the training seed. */
import { Generator } from "../random/generator.ts";
import type { Column, Dataset } from "./dataset.ts";

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is good for. */
  readonly about: string;
}

interface ToyEntry extends CatalogueEntry {
  readonly make: () => { readonly x: Float64Array; readonly targets: readonly Float64Array[] };
}

const COUNT = 200;

function grid(from: number, to: number): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, i) => from + ((to - from) * i) / (COUNT - 1));
}

function noise(seed: number): Float64Array {
  const values = new Float64Array(COUNT);
  new Generator(seed).normal(values);
  return values;
}

function toy(x: Float64Array, ...rules: readonly ((x: number, i: number) => number)[]) {
  return { x, targets: rules.map((rule) => x.map(rule)) };
}

const toys: readonly ToyEntry[] = [
  {
    id: "line",
    title: "Line",
    about: "3x + 1 with a little noise: every sensible loss should find it.",
    make: () => {
      const e = noise(11);
      return toy(grid(-1, 1), (x, i) => 3 * x + 1 + 0.2 * e[i]);
    },
  },
  {
    id: "sine",
    title: "Sine",
    about: "A curve that a linear model cannot follow.",
    make: () => {
      const e = noise(12);
      return toy(grid(-1, 1), (x, i) => Math.sin(Math.PI * x) + 0.1 * e[i]);
    },
  },
  {
    id: "sine-outliers",
    title: "Sine with outliers",
    about: "One point in ten is far off: squared errors chase them, absolute errors do not.",
    make: () => {
      const e = noise(13);
      return toy(grid(-1, 1), (x, i) => Math.sin(Math.PI * x) + 0.1 * e[i] + (i % 10 === 7 ? 4 : 0));
    },
  },
  {
    id: "heteroscedastic",
    title: "Noise that grows",
    about: "The spread grows with x: mean, median and quantiles part ways.",
    make: () => {
      const e = noise(14);
      return toy(grid(0, 1), (x, i) => 2 * x + (0.05 + 0.8 * x) * e[i]);
    },
  },
  {
    id: "step",
    title: "Step",
    about: "A jump that smooth models round off.",
    make: () => {
      const e = noise(15);
      return toy(grid(-1, 1), (x, i) => (x < 0 ? -1 : 1) + 0.1 * e[i]);
    },
  },
  {
    id: "two-targets",
    title: "Two targets per input",
    about: "Two curves that one prediction cannot both follow: for losses that take targets1 and targets2.",
    make: () => {
      const [e1, e2] = [noise(16), noise(17)];
      return toy(
        grid(-1, 1),
        (x, i) => Math.sin(Math.PI * x) + 0.1 * e1[i],
        (x, i) => 0.5 * x + 0.8 + 0.1 * e2[i],
      );
    },
  },
];

export const autoMpg: CatalogueEntry = {
  id: "auto-mpg",
  title: "Auto MPG · horsepower → mpg",
  about: "392 cars of 1970 to 1982: real data, curved and noisy.",
};

export const catalogue: readonly CatalogueEntry[] = [autoMpg, ...toys];

/** Columns of Auto MPG as public/data/auto-mpg.json holds them. */
export interface AutoMpg {
  readonly horsepower: readonly number[];
  readonly mpg: readonly number[];
}

export function autoMpgDataset(table: AutoMpg): Dataset {
  return {
    id: autoMpg.id,
    title: autoMpg.title,
    input: { name: "horsepower", unit: "hp", values: Float64Array.from(table.horsepower) },
    targets: [{ name: "mpg", unit: "mpg", values: Float64Array.from(table.mpg) }],
    standardize: true,
  };
}

/** A toy data set by its id; null where the catalogue has none of that name. */
export function toyDataset(id: string): Dataset | null {
  const entry = toys.find((candidate) => candidate.id === id);
  if (entry === undefined) return null;
  const { x, targets } = entry.make();
  const names = targets.length === 1 ? ["targets"] : targets.map((_, i) => `targets${i + 1}`);
  const columns: Column[] = targets.map((values, i) => ({ name: names[i], unit: "", values }));
  return { id, title: entry.title, input: { name: "x", unit: "", values: x }, targets: columns, standardize: false };
}
