import { describe, expect, test } from "vitest";
import { toyDataset } from "../../data/catalogue.ts";
import { asRead, type Reading } from "../../data/reading.ts";
import type { Units } from "../../data/split.ts";
import { kindOf } from "./index.ts";

const asTheyAre: Units = { mean: 0, scale: 1 };

/** A metric of predictions for some rows of a data set read so. */
function metricsOf(
  id: string,
  reading: Reading | null,
  given: {
    readonly predictions: readonly number[];
    readonly output: readonly number[];
    readonly targets: readonly (readonly number[])[];
    readonly units?: Units;
  },
): (name: string) => number {
  const plain = toyDataset(id);
  if (plain === null) throw new Error(`no data set ${id}`);
  const dataset = asRead(plain, reading);
  const targets = given.targets.map((values) => Float32Array.from(values));
  const part = { rows: Float64Array.from(targets[0], (_, i) => i), x: new Float32Array(0), targets };
  const units = targets.map(() => given.units ?? asTheyAre);
  const metrics = kindOf(dataset).metrics({ ...given, part, dataset, units });
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

describe("of distributions", () => {
  const given = { predictions: [0.2, -1, 1.5, 0.3, -0.7, 0], output: [2], targets: [[0.5, 1, -2.5]] };

  // torch.distributions, in float64.
  test.each<[Reading["kind"] & string, number, number]>([
    ["log-variance", 1.41391351982663, 0.2808898788221973],
    ["log-std", 1.359308192859217, 0.2794480862155495],
    ["softplus-std", 1.691269567992973, 0.2987365753232513],
  ])("%s has PyTorch's NLL and pinball loss", (kind, nll, pinball) => {
    if (kind === "quantiles") throw new Error("they have levels");
    const metric = metricsOf("heteroscedastic", { kind }, given);
    expect(metric("NLL")).toBeCloseTo(nll, 8);
    expect(metric("pinball")).toBeCloseTo(pinball, 8);
    expect(metric("coverage of 80 %")).toBeCloseTo(2 / 3, 12);
  });

  test("a mixture has PyTorch's NLL, means and quantiles", () => {
    const metric = metricsOf(
      "bimodal",
      { kind: "mixture" },
      {
        predictions: [0.1, 1, -0.5, -1, 0.5, 2, -0.2, 0.1, -0.6, 0, 0.3, 0.2, 1, 1.5, -1, 0, -1, -1],
        output: [9],
        targets: [[0.4, 1.2]],
      },
    );
    expect(metric("NLL")).toBeCloseTo(1.1466299740691546, 6);
    expect(metric("MAE")).toBeCloseTo((0.4 - 0.3311595509613602 + (1.2 - 0.5049715401711519)) / 2, 6);
    const pinball = (y: number, quantiles: readonly number[]): number =>
      quantiles.reduce((sum, q, i) => {
        const level = [0.1, 0.5, 0.9][i];
        return sum + Math.max(level * (y - q), (level - 1) * (y - q));
      }, 0);
    const both =
      pinball(0.4, [-1.4270725323538407, 0.30654653893201766, 2.122344077587639]) +
      pinball(1.2, [-1.2129126256474487, 0.9420859144828618, 1.9130452794209938]);
    expect(metric("pinball")).toBeCloseTo(both / 6, 6);
  });

  test("quantiles are measured at their own levels, and in the target's own unit", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "quantiles", levels: [0.05, 0.5, 0.95] },
      {
        predictions: [-1, 0, 1, -1, 0, 1],
        output: [3],
        targets: [[0.5, 3]],
        units: { mean: 10, scale: 2 },
      },
    );
    // Residuals 1.5, 0.5, -0.5 and 4, 3, 2, each twice as long in the target's unit.
    const pinball = 2 * ((0.05 * 1.5 + 0.5 * 0.5 + 0.05 * 0.5 + 0.05 * 4 + 0.5 * 3 + 0.95 * 2) / 6);
    expect(metric("pinball")).toBeCloseTo(pinball, 12);
    expect(metric("coverage of 90 %")).toBe(0.5);
    expect(metric("MAE")).toBeCloseTo((1 + 6) / 2, 12);
    expect(metric("NLL")).toBeNaN();
  });

  test("quantiles that crossed hold nothing between them", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "quantiles", levels: [0.1, 0.9] },
      {
        predictions: [1, -1],
        output: [2],
        targets: [[0]],
      },
    );
    expect(metric("coverage of 80 %")).toBe(0);
  });

  test("an output too narrow for its meaning is worth NaN, and nothing is made up", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "log-variance" },
      { predictions: [1], output: [1], targets: [[0]] },
    );
    expect(metric("NLL")).toBeNaN();
  });
});

describe("of embeddings", () => {
  const labels = [0, 0, 0, 0, 1, 1, 1, 1];

  test("each row in its own heap has its neighbours' label", () => {
    const predictions = labels.flatMap((label, i) => [10 * label + 0.1 * i, 0]);
    const metric = metricsOf("moons", { kind: "embedding" }, { predictions, output: [2], targets: [labels] });
    expect(metric("kNN accuracy")).toBe(1);
    expect(metric("distance ratio")).toBeLessThan(0.05);
  });

  test("rows that are nearest to the other label's are wrong", () => {
    // On a line, each label's rows are far from one another and beside the other's.
    const predictions = [0, 1, 2, 3, 0.1, 1.1, 2.1, 3.1].map((x) => x);
    const metric = metricsOf("moons", { kind: "embedding" }, { predictions, output: [1], targets: [labels] });
    expect(metric("kNN accuracy")).toBeLessThan(0.6);
    expect(metric("distance ratio")).toBeGreaterThan(1);
  });
});
