/** @file What training makes of a loss that is not a scalar. */
import { describe, expect, test } from "vitest";
import { toyDataset } from "../data/catalogue.ts";
import type { Loss } from "../language/loss.ts";
import { stack } from "../ops/indexing/slices.ts";
import { mul, sub } from "../ops/pointwise/arithmetic.ts";
import { abs, square } from "../ops/pointwise/unary.ts";
import { mean, sum } from "../ops/reduction/reduction.ts";
import { Tensor } from "../tensor/tensor.ts";
import { chosenAggregators, defaultHandling, type VectorHandling } from "../vector/handling.ts";
import { Run } from "./run.ts";

type Forward = Loss["forward"];

function run(forward: Forward, handling: VectorHandling, change: object = {}): Run {
  const dataset = toyDataset("sine");
  if (dataset === null) throw new Error("no data");
  return new Run({
    experiment: {
      dataset: "sine",
      toy: {},
      tensors: [],
      output: null,
      reading: null,
      model: { kind: "mlp", widths: [8, 8], activation: "tanh" },
      optimizer: { name: "SGD", momentum: 0 },
      lr: 0.05,
      scheduler: null,
      batchSize: 16,
      seed: 0,
      steps: 40,
      matchFirstStep: false,
      ...change,
    },
    dataset,
    entry: { kind: "function", name: "forward", parameters: ["p", "t"] },
    handling,
    makeLoss: () => ({ forward, parameters: () => [], namedParameters: () => [] }),
    onForward: () => undefined,
  });
}

function finished(forward: Forward, handling: VectorHandling, change: object = {}): Run {
  const made = run(forward, handling, change);
  while (!made.isDone) made.takeStep();
  return made;
}

const aggregator = (name: (typeof chosenAggregators)[number]): VectorHandling => ({
  kind: "aggregator",
  name,
  parameters: {},
});

/** COSMOS trades the mean, which is measured here, for components that are alike: little of that. */
const learning = (name: (typeof chosenAggregators)[number]): VectorHandling =>
  name === "COSMOS" ? { kind: "aggregator", name, parameters: { lambda_: 0.1 } } : aggregator(name);

const perSample: Forward = (p, [t]) => square(sub(p, t));
/** Two components that want different things: the second one pulls towards 0. */
const conflicting: Forward = (p, [t]) => stack([mean(square(sub(p, t))), mean(square(p))]);

describe("a vector loss", () => {
  test("summed is the loss's sum, to the last bit", () => {
    const summed: Forward = (p, targets) => sum(perSample(p, targets) as Tensor);
    const change = { lr: 0.001 };
    expect(finished(perSample, { kind: "sum" }, change).facts().fingerprint).toBe(
      finished(summed, defaultHandling, change).facts().fingerprint,
    );
  });

  test("averaged is the loss's mean, to the last bit", () => {
    const averaged: Forward = (p, targets) => mean(perSample(p, targets) as Tensor);
    expect(finished(perSample, { kind: "mean" }).facts().fingerprint).toBe(
      finished(averaged, defaultHandling).facts().fingerprint,
    );
  });

  test("weighted is the weighted sum, to the last bit", () => {
    const weightsFor = (length: number) => Array.from({ length }, (_, i) => (i % 4) / 8);
    const weights = weightsFor(16);
    // Validation has more rows than a batch.
    const weighted: Forward = (p, targets) =>
      sum(
        mul(perSample(p, targets) as Tensor, Tensor.of(Float32Array.from(weightsFor(p.shape[0])), p.shape, "float32")),
      );
    expect(finished(perSample, { kind: "weights", weights }).facts().trainingLoss).toEqual(
      finished(weighted, defaultHandling).facts().trainingLoss,
    );
  });

  test("with too few weights says how many it takes", () => {
    expect(() => run(perSample, { kind: "weights", weights: [1, 2] }).takeStep()).toThrow(
      /16 components take 16 weights, got 2/,
    );
  });

  test.each(chosenAggregators)("is trained by %s, sample by sample and by two components", (name) => {
    // These want more components than two.
    const isPicky = name === "Krum" || name === "TrimmedMean";
    for (const forward of isPicky ? [perSample] : [perSample, conflicting]) {
      // PCGrad and GradDrop add up what the others average.
      const { trainingLoss, validationLoss } = finished(forward, learning(name), { lr: 0.01 }).facts();
      expect(trainingLoss.values.every(Number.isFinite)).toBe(true);
      expect(validationLoss.values.at(-1)).toBeLessThan(validationLoss.values[0]);
    }
  });

  test.each(chosenAggregators)("trained by %s again is the same, to the last bit", (name) => {
    const print = () => finished(perSample, aggregator(name), { lr: 0.01, steps: 12 }).facts().fingerprint;
    expect(print()).toBe(print());
  });

  test("in a tuple or with names is the vector of its parts", () => {
    const parts = (p: Tensor, t: Tensor) => [mean(square(sub(p, t))), mean(abs(p))] as const;
    const asArray: Forward = (p, [t]) => [...parts(p, t)];
    const named: Forward = (p, [t]) => ({ fit: parts(p, t)[0], size: parts(p, t)[1] });
    const stacked: Forward = (p, [t]) => stack([...parts(p, t)]);
    const prints = [asArray, named, stacked].map(
      (forward) => finished(forward, aggregator("UPGrad")).facts().fingerprint,
    );
    expect(new Set(prints).size).toBe(1);
    const made = run(named, { kind: "mean" });
    made.takeStep(true);
    expect(made.facts().gradients?.names).toEqual(["fit", "size"]);
  });

  test("whose components see other samples than their own is aggregated all the same", () => {
    // Each component looks at its sample and at the mean of all.
    const mixed: Forward = (p, [t]) => square(sub(sub(p, mean(p)), t));
    const { trainingLoss } = finished(mixed, aggregator("MGDA")).facts();
    expect(trainingLoss.values.every(Number.isFinite)).toBe(true);
  });
});

describe("the step of an aggregator", () => {
  test.each(["UPGrad", "MGDA", "DualProj"] as const)("by %s makes no component worse, to first order", (name) => {
    const made = run(conflicting, aggregator(name), { lr: 1e-3 });
    for (let i = 0; i < 20; i++) {
      made.takeStep(true);
      for (const change of made.facts().gradients?.predicted ?? [1]) expect(change).toBeLessThan(1e-7);
    }
  });

  test("does to each component about what its gradient predicts", () => {
    const made = run(perSample, { kind: "mean" }, { lr: 1e-3 });
    made.takeStep(true);
    const gradients = made.facts().gradients;
    expect(gradients?.components).toBe(16);
    expect(gradients?.samples?.length).toBe(16);
    gradients?.predicted?.forEach((predicted, i) => {
      expect(gradients.measured?.[i]).toBeCloseTo(predicted, 4);
    });
  });
});

describe("being looked at", () => {
  test("changes nothing in a run", () => {
    for (const handling of [{ kind: "mean" } as const, aggregator("UPGrad"), aggregator("PCGrad")]) {
      const watched = run(perSample, handling);
      while (!watched.isDone) watched.takeStep(watched.step % 3 === 0);
      expect(watched.facts().fingerprint).toBe(finished(perSample, handling).facts().fingerprint);
    }
  });

  test("shows the gradients of a lane that refuses them, without a step", () => {
    const gradients = run(perSample, defaultHandling).lookOnce();
    expect(gradients?.weights).toBeNull();
    expect(gradients?.cosines.size).toBe(16);
    expect(gradients?.cosines.values[0]).toBeCloseTo(1, 5);
  });

  test("of 300 components shows 64 rows that stand for all of them", () => {
    const wide = run(perSample, { kind: "mean" }, { batchSize: 120 });
    wide.takeStep(true);
    const cosines = wide.facts().gradients?.cosines;
    expect(cosines?.size).toBe(64);
    expect(cosines?.rows.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i));
  });
});

describe("first steps of one length", () => {
  test("are lr long with SGD, whatever the loss's scale", () => {
    const scaled =
      (factor: number): Forward =>
      (p, [t]) =>
        mul(mean(square(sub(p, t))), factor);
    const change = { matchFirstStep: true, lr: 0.01 };
    const [one, thousand] = [1, 1024].map((factor) => finished(scaled(factor), defaultHandling, change).facts());
    // A power of two scales without rounding: both go the very same way.
    expect(thousand.trainingLoss.values.map((value) => value / 1024)).toEqual(one.trainingLoss.values);
  });
});

describe("more components than can be aggregated", () => {
  const ones = Tensor.of(new Float32Array(5000).fill(1), [1, 5000], "float32");
  const wide: Forward = (p, [t]) => mul(square(sub(p, t)), ones);

  test("are refused before their gradients are made, which memory may not have", () => {
    expect(() => run(wide, aggregator("UPGrad")).takeStep()).toThrow(
      "backward: at most 4096 components can be aggregated, got 80000",
    );
  });

  test("are looked at by some that stand for all", () => {
    const few: Forward = (p, [t]) => square(sub(p, t));
    const [all, some] = [few, wide].map((forward) => run(forward, defaultHandling).lookOnce());
    expect(some?.cosines.rows.flat().every((row) => row % 1 === 0 && row < 80000)).toBe(true);
    // Each of the sixteen samples stands there 5000 times, so what conflicts in the one does in the other.
    expect(some?.cosines.values[0]).toBeCloseTo(all?.cosines.values[0] ?? Number.NaN, 5);
  });
});
