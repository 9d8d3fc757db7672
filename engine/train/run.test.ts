import fc from "fast-check";
import { describe, expect, test } from "vitest";
import autoMpg from "../../public/data/auto-mpg.json" with { type: "json" };
import { gradientsOf } from "../autograd/backward.ts";
import { autoMpgDataset, catalogue, toyDataset, toyEntry } from "../data/catalogue.ts";
import type { TableDataset } from "../data/dataset.ts";
import { splitDataset } from "../data/split.ts";
import type { Loss } from "../language/loss.ts";
import { add, sub } from "../ops/pointwise/arithmetic.ts";
import { abs, square } from "../ops/pointwise/unary.ts";
import { mean, sum } from "../ops/reduction/reduction.ts";
import { Generator } from "../random/generator.ts";
import { randn } from "../random/ops.ts";
import { dataOf } from "../tensor/tensor.ts";
import known from "../testdata/auto-mpg-200-steps.json" with { type: "json" };
import { smallExperiment } from "../testing/small-run.ts";
import { firstBatch } from "./batches.ts";
import type { Experiment } from "./experiment.ts";
import { ENGINE_VERSION } from "./fingerprint.ts";
import { Run } from "./run.ts";
import { reduceSeries } from "./series.ts";

const experiment: Experiment = { ...smallExperiment, dataset: "sine", steps: 200 };
const entry = { kind: "function", name: "forward", parameters: ["p", "t"] } as const;

function data(id: string): TableDataset {
  const dataset = toyDataset(id);
  if (dataset === null) throw new Error(`no data set ${id}`);
  return dataset;
}

const absolute = (): Loss => ({
  forward: (p, [t]) => mean(abs(sub(p, t))),
  parameters: () => [],
  namedParameters: () => [],
});

function run(change: Partial<Experiment> = {}, makeLoss: () => Loss = absolute): Run {
  const settings = { ...experiment, ...change };
  return new Run({
    experiment: settings,
    dataset: data(settings.dataset),
    entry,
    handling: { kind: "refuse" },
    makeLoss,
    onForward: () => undefined,
  });
}

function finished(change: Partial<Experiment> = {}, makeLoss?: () => Loss): Run {
  const made = run(change, makeLoss);
  while (!made.isDone) made.takeStep();
  return made;
}

describe("a run", () => {
  test("of 200 steps has this fingerprint, everywhere and in every build of this version of the engine", () => {
    const { fingerprint } = finished().facts();
    expect({ version: ENGINE_VERSION, fingerprint }).toEqual({ version: 2, fingerprint: "8e89a140be42d18a" });
  });

  test("of the page's first document has the fingerprint that the browser's has too", () => {
    const made = new Run({
      experiment: {
        dataset: "auto-mpg",
        toy: {},
        tensors: [],
        output: null,
        reading: null,
        model: { kind: "mlp", widths: [32, 32], activation: "tanh" },
        optimizer: { name: "Adam" },
        lr: 0.01,
        scheduler: null,
        batchSize: 64,
        seed: 0,
        steps: 200,
        matchFirstStep: false,
      },
      dataset: autoMpgDataset(autoMpg),
      entry,
      handling: { kind: "refuse" },
      makeLoss: absolute,
      onForward: () => undefined,
    });
    while (!made.isDone) made.takeStep();
    expect(made.facts().fingerprint).toBe(known.fingerprint);
  });

  test("is another one for another seed, and the same for the same", () => {
    const [a, b, c] = [finished(), finished({ seed: 1 }), finished()].map((made) => made.facts().fingerprint);
    expect(a).toBe(c);
    expect(a).not.toBe(b);
  });

  test("begins on the very numbers that the live evaluation looks at", () => {
    const { predictions, targets } = firstBatch(experiment, data("sine"), entry);
    const value = dataOf(mean(abs(sub(predictions, targets[0]))))[0];
    const made = run();
    made.takeStep();
    expect(made.facts().trainingLoss.values[0]).toBe(value);
  });

  test("learns a line from every data set's worth of steps", () => {
    const before = run({ dataset: "line" }).facts().metrics.validation[0].value;
    expect(finished({ dataset: "line" }).facts().metrics.validation[0].value).toBeLessThan(before / 5);
  });

  test("is not disturbed by validation, even when the loss draws random numbers", () => {
    const noisy = (): Loss => ({
      forward: (p, [t]) => mean(square(sub(sub(p, t), randn(p.shape)))),
      parameters: () => [],
      namedParameters: () => [],
    });
    // The longer run validates half as often.
    const prints = [200, 400].map((steps) => {
      const made = run({ steps }, noisy);
      for (let i = 0; i < 100; i++) made.takeStep();
      return made.facts().fingerprint;
    });
    expect(prints[0]).toBe(prints[1]);
  });

  test("is validated with a loss that computes gradients of its own", () => {
    const penalised = (): Loss => ({
      forward: (p, [t]) => {
        const loss = mean(square(sub(p, t)));
        const [slope] = gradientsOf([loss], [p], [null], { createGraph: true });
        return slope === null ? loss : add(loss, sum(square(slope)));
      },
      parameters: () => [],
      namedParameters: () => [],
    });
    const { validationLoss } = finished({ steps: 20 }, penalised).facts();
    expect(validationLoss.values.every(Number.isFinite)).toBe(true);
  });

  test("refuses a vector loss in backward's words", () => {
    const vector = (): Loss => ({ forward: (p, [t]) => sub(p, t), parameters: () => [], namedParameters: () => [] });
    expect(() => run({}, vector).takeStep()).toThrow(/must be a scalar/);
  });

  const runaway = (): Loss => ({
    forward: (p, [t]) => mean(square(square(sub(p, t)))),
    parameters: () => [],
    namedParameters: () => [],
  });

  test("stops before a step that would make its parameters NaN, and says which", () => {
    const lost = run({ lr: 1e4, optimizer: { name: "SGD", momentum: 0.9 }, steps: 100 }, runaway);
    expect(() => {
      while (!lost.isDone) lost.takeStep();
    }).toThrow(/loss and gradients must be finite.*at step \d+/);
    expect(lost.lost?.step).toBe(lost.step);
    const found = lost.lostBatch();
    expect(found?.samples).toHaveLength(found?.batch.predictions.shape[0] ?? 0);
    // The step was not taken: the model still predicts numbers.
    const predictions = found === null ? [Number.NaN] : Array.from(dataOf(found.batch.predictions), Number);
    expect(predictions.some(Number.isNaN)).toBe(false);
  });
});

describe("data", () => {
  test.each(catalogue.filter(({ id }) => toyEntry(id) !== null).map(({ id }) => id))(
    "%s is finite and split without loss",
    (id) => {
      const dataset = data(id);
      const { training, validation } = splitDataset(dataset, new Generator(3));
      expect([...training.rows, ...validation.rows].sort((a, b) => a - b)).toEqual(
        Array.from(dataset.inputs[0].values, (_, i) => i),
      );
      for (const { values } of [...dataset.inputs, ...dataset.targets])
        expect(values.every(Number.isFinite)).toBe(true);
      expect(training.rows.length).toBe(Math.round(dataset.inputs[0].values.length * 0.8));
    },
  );
});

describe("a reduced series", () => {
  test("keeps ends, extremes and what is not finite, in 150 points, for any series", () => {
    const values = fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) },
        { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
      ),
      { minLength: 1, maxLength: 900 },
    );
    fc.assert(
      fc.property(values, (raw) => {
        const reduced = reduceSeries(
          Float64Array.from(raw, (_, i) => i),
          Float64Array.from(raw),
        );
        expect(reduced.steps.length).toBeLessThanOrEqual(150);
        expect(reduced.values[0]).toBe(raw[0]);
        expect(reduced.values.at(-1)).toBe(raw.at(-1));
        expect([...reduced.steps].sort((a, b) => a - b)).toEqual(reduced.steps);
        const finite = raw.filter(Number.isFinite);
        if (finite.length === raw.length) expect(Math.max(...reduced.values)).toBe(Math.max(...raw));
        else expect(reduced.values.some((value) => !Number.isFinite(value))).toBe(true);
      }),
    );
  });
});

describe("validation", () => {
  const insisting =
    (isWrong: (count: number) => boolean): (() => Loss) =>
    () => ({
      ...absolute(),
      forward: (p, [t]) => {
        if (!p.requires_grad) throw new Error("AssertionError");
        if (isWrong(p.shape[0] ?? 0)) throw new Error(`wrong for ${p.shape[0]} rows`);
        return mean(abs(sub(p, t)));
      },
    });

  test("has a graph where the loss insists on one", () => {
    const made = run(
      { steps: 3 },
      insisting(() => false),
    );
    while (!made.isDone) made.takeStep();
    expect(made.facts().validationLoss.values.length).toBeGreaterThan(0);
    made.dispose();
  });

  test("does not speak before the first step: what is wrong is said of the batch", () => {
    const made = run(
      { steps: 3 },
      insisting(() => true),
    );
    expect(() => made.takeStep()).toThrow("wrong for 32 rows");
    made.dispose();
  });

  test("speaks after it where only its own rows are wrong", () => {
    const made = run(
      { steps: 3 },
      insisting((count) => count !== 32),
    );
    expect(() => made.takeStep()).toThrow(/wrong for (?!32)\d+ rows/);
    expect(made.step).toBe(1);
    made.dispose();
  });
});
