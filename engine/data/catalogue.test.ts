import { describe, expect, test } from "vitest";
import { splitDataset } from "./split.ts";
import { Generator } from "../random/generator.ts";
import { catalogue, fileEntry, toyDataset, toyEntry } from "./catalogue.ts";
import { knobNames } from "./sets/toy.ts";

const toys = catalogue.flatMap(({ id }) => toyEntry(id) ?? []);

function made(id: string, turned = {}) {
  const dataset = toyDataset(id, turned);
  if (dataset === null) throw new Error(`no data set ${id}`);
  return dataset;
}

describe("a toy data set", () => {
  test("with outliers has them where it always had", () => {
    const { inputs, targets } = made("sine-outliers");
    const far = Array.from(targets[0].values, (y, i) => (y - Math.sin(Math.PI * inputs[0].values[i]) > 2 ? i : -1));
    expect(far.filter((row) => row >= 0)).toEqual(Array.from({ length: 20 }, (_, i) => 10 * i + 7));
  });

  test.each(toys.map(({ id }) => id))("%s is as large as one asks, and labels are those of its classes", (id) => {
    const { inputs, targets, classes } = made(id, { size: 60 });
    for (const { values } of [...inputs, ...targets]) {
      expect(values).toHaveLength(60);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    if (classes.length === 0) return;
    const labels = new Set(targets[0].values);
    expect([...labels].every((label) => Number.isInteger(label) && label >= 0 && label < classes.length)).toBe(true);
    expect(labels.size).toBeGreaterThan(1);
  });

  test.each(
    toys.flatMap(({ id, knobs }) =>
      knobNames.filter((name) => knobs[name] !== undefined).map((name) => [id, name] as const),
    ),
  )("%s is another one when %s is turned", (id, name) => {
    const turned = { noise: 0.77, outliers: 0.3, imbalance: 0.6, size: 90 }[name];
    const [before, after] = [made(id), made(id, { [name]: turned })];
    const numbers = ({ inputs, targets }: typeof before) =>
      [...inputs, ...targets].flatMap(({ values }) => [...values]);
    expect(numbers(after)).not.toEqual(numbers(before));
  });
});

test("targets of several inputs are standardised as the one input's are, and classes never", () => {
  const { inputs, targets, ...rest } = made("moons");
  const split = splitDataset({ inputs, targets, ...rest, standardize: true }, new Generator(0));
  expect(split.targetUnits).toEqual([{ mean: 0, scale: 1 }]);
  expect(new Set(split.training.targets[0])).toEqual(new Set([0, 1]));
});

test("what comes in a file names one", () => {
  expect(catalogue.filter(({ id }) => toyEntry(id) === null).map(({ id }) => fileEntry(id)?.file)).toEqual([
    "auto-mpg.json",
    "auto-mpg.json",
    "auto-mpg.json",
    "penguins.json",
    "seattle-weather.json",
  ]);
});
