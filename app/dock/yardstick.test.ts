import { describe, expect, test } from "vitest";
import type { Progress } from "../../engine/train/progress.ts";
import { speeds, yardstick } from "./yardstick.ts";

const none = { steps: [], values: [] };

function progress(mse: number, r2: number, stepsPerSecond = 100): Progress {
  const metrics = [
    { name: "MSE", value: mse, unit: "mpg²" },
    { name: "R²", value: r2, unit: "" },
  ];
  return {
    status: "done",
    step: 1,
    steps: 1,
    stepsPerSecond,
    trainingLoss: none,
    trainingMeans: none,
    validationLoss: none,
    seconds: none,
    metricHistory: [],
    metrics: { training: metrics.map((metric) => ({ ...metric, value: metric.value / 2 })), validation: metrics },
    picture: { kind: "curves", curves: [] },
    fingerprint: "",
    gradients: null,
    components: null,
    failure: null,
    lost: null,
  };
}

describe("the yardstick", () => {
  test("marks the least error and the greatest R², and tells the difference to the first lane", () => {
    const lanes = [
      { lane: "B", progress: progress(4, 0.5) },
      { lane: "A", progress: progress(3, 0.25) },
    ];
    expect(yardstick(lanes, "validation", [])).toEqual([
      {
        name: "MSE",
        unit: "mpg²",
        cells: [
          { lane: "B", value: 4, isBest: false, difference: null },
          { lane: "A", value: 3, isBest: true, difference: -1 },
        ],
      },
      {
        name: "R²",
        unit: "",
        cells: [
          { lane: "B", value: 0.5, isBest: true, difference: null },
          { lane: "A", value: 0.25, isBest: false, difference: -0.25 },
        ],
      },
    ]);
    expect(yardstick(lanes, "training", [])[0]?.cells.map(({ value }) => value)).toEqual([2, 1.5]);
  });

  test("has no best of one, and none among NaN; equals are both best", () => {
    const bests = (...values: number[]) =>
      yardstick(
        values.map((value, i) => ({ lane: "ABCD"[i] ?? "", progress: progress(value, 0) })),
        "validation",
        [],
      )[0]?.cells.map(({ isBest }) => isBest);
    expect(bests(3)).toEqual([false]);
    expect(bests(3, Number.NaN)).toEqual([false, false]);
    expect(bests(3, 3, 4)).toEqual([true, true, false]);
  });

  test("is there before anything ran, with nothing in it", () => {
    const rows = yardstick([{ lane: "A", progress: null }], "validation", [
      "MSE",
      "RMSE",
      "MAE",
      "R²",
      "worst residual",
    ]);
    expect(rows.map(({ name }) => name)).toEqual(["MSE", "RMSE", "MAE", "R²", "worst residual"]);
    expect(rows.every(({ cells }) => cells.every(({ value }) => value === null))).toBe(true);
  });

  test("compares speed too, where there is one", () => {
    const lanes = [
      { lane: "A", progress: progress(1, 1, 50) },
      { lane: "B", progress: progress(1, 1, 200) },
      { lane: "C", progress: progress(1, 1, 0) },
      { lane: "D", progress: null },
    ];
    expect(speeds(lanes).map(({ value, isBest }) => [value, isBest])).toEqual([
      [50, false],
      [200, true],
      [null, false],
      [null, false],
    ]);
  });
});
