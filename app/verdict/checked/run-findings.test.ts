import fc from "fast-check";
import { expect, test } from "vitest";
import type { Series } from "../../../engine/train/progress.ts";
import { runFindings } from "./run-findings.ts";

const series = (value: (share: number) => number, length = 100): Series => ({
  steps: Array.from({ length }, (_, i) => 20 * i),
  values: Array.from({ length }, (_, i) => value(i / (length - 1))),
});
const falling = series((x) => 1 / (1 + 9 * x));
const titles = (trainingMeans: Series, name: string, metric: Series): string[] =>
  runFindings({ trainingMeans, metricHistory: [{ name, series: metric }] }).map(({ title }) => title);

test("a loss that falls while the error rises is found, with the step from which on it does", () => {
  const turning = series((x) => 20 + 400 * (x - 0.3) ** 2);
  const [found] = runFindings({ trainingMeans: falling, metricHistory: [{ name: "MSE", series: turning }] });
  expect(found).toMatchObject({ id: "loss-falls-metric-worsens", state: "warning", title: "Loss falls and MSE rises" });
  expect(found?.text).toMatch(/from step (580|600|620) on: MSE on validation was 20\.?\d* there and is 21\d/);
});

test("of a metric that is better the higher it is, a fall is found", () =>
  expect(
    titles(
      falling,
      "accuracy",
      series((x) => 0.9 - 2 * (x - 0.3) ** 2),
    ),
  ).toEqual(["Loss falls and accuracy falls"]));

test.each([
  ["the metric falls too", falling, "MSE", series((x) => 30 - 10 * x)],
  ["the loss rises as well", series((x) => x), "MSE", series((x) => 20 + 100 * x)],
  ["it rises by less than a tenth", falling, "MSE", series((x) => 20 + 1.5 * x)],
  ["the metric gets better the higher it is", falling, "R²", series((x) => x)],
  ["there are few points", falling, "MSE", series((x) => 20 + 400 * x, 6)],
  ["everything is NaN", series(() => Number.NaN), "MSE", series(() => Number.NaN)],
])("nothing is said where %s", (_, loss, name, metric) => expect(titles(loss, name, metric)).toEqual([]));

test("noise on a metric that has come to rest is no finding", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 100, maxLength: 100 }), (noise) => {
      const metric = series((x) => 20 + 30 * Math.exp(-9 * x));
      const noisy = { ...metric, values: metric.values.map((value, i) => value + 0.9 * (noise[i] ?? 0)) };
      expect(titles(falling, "MSE", noisy)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
