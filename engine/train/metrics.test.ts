import { describe, expect, test } from "vitest";
import type { Part } from "../data/split.ts";
import { kindOf } from "./kinds/index.ts";
import { referenceMetrics } from "./metrics.ts";

const column = { name: "mpg", unit: "mpg", values: new Float64Array() };
const units = { mean: 20, scale: 10 };

function metricsOf(predictions: readonly number[], targets: readonly number[]) {
  const part: Part = {
    rows: Float64Array.from(targets, (_, i) => i),
    x: new Float32Array(targets.length),
    targets: [Float32Array.from(targets)],
  };
  return referenceMetrics(predictions, part, [column], [units]);
}

describe("reference metrics", () => {
  test("are in the target's own unit: residuals 10, -20, 0 of targets 10, 30, 50", () => {
    const metrics = metricsOf([0, -1, 3], [-1, 1, 3]);
    const value = Object.fromEntries(metrics.map((metric) => [metric.name, metric.value]));
    expect(value.MSE).toBeCloseTo(500 / 3, 9);
    expect(value.RMSE).toBeCloseTo(Math.sqrt(500 / 3), 9);
    expect(value.MAE).toBeCloseTo(10, 9);
    // The targets' squares about their mean of 30: 400 + 0 + 400.
    expect(value["R²"]).toBeCloseTo(1 - 500 / 800, 9);
    expect(value["worst residual"]).toBeCloseTo(20, 9);
    expect(metrics.map(({ unit }) => unit)).toEqual(["mpg²", "mpg", "mpg", "", "mpg"]);
  });

  test("of perfect predictions are 0 and R² 1; of the mean R² is 0", () => {
    expect(metricsOf([1, 2, 3], [1, 2, 3]).map(({ value }) => value)).toEqual([0, 0, 0, 1, 0]);
    expect(metricsOf([2, 2, 2], [1, 2, 3])[3].value).toBeCloseTo(0, 12);
  });

  test("say NaN where a prediction is, and where R² has nothing to explain", () => {
    expect(metricsOf([1, Number.NaN], [1, 2]).every(({ value }) => Number.isNaN(value))).toBe(true);
    expect(metricsOf([1, 2], [4, 4])[3].value).toBeNaN();
  });

  test("leave out rows whose target is missing", () => {
    expect(metricsOf([1, 5, 3, 7], [2, Number.NaN, 3, 5])).toEqual(metricsOf([1, 3, 7], [2, 3, 5]));
    expect(metricsOf([1], [Number.NaN])[0].value).toBeNaN();
  });

  test("are named after their target where there are two, and charted the same", () => {
    const part: Part = {
      rows: new Float64Array(1),
      x: new Float32Array(1),
      targets: [new Float32Array(1), new Float32Array(1)],
    };
    const columns = ["targets1", "targets2"].map((name) => ({ ...column, name }));
    const metrics = referenceMetrics([0], part, columns, [units, units]);
    expect(metrics.filter(({ name }) => kindOf({ kind: "numbers" }).isCharted(name)).map(({ name }) => name)).toEqual([
      "MSE targets1",
      "MAE targets1",
      "MSE targets2",
      "MAE targets2",
    ]);
  });
});
