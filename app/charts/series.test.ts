import fc from "fast-check";
import { expect, test } from "vitest";
import { chartRows, gapsOf, smoothed } from "./series.ts";

const series = (...values: number[]) => ({ steps: values.map((_, i) => i), values });

test("rows of several lines share their steps", () => {
  const rows = chartRows(
    [
      { key: "a", series: { steps: [0, 2], values: [1, 3] } },
      { key: "b", series: { steps: [0, 1], values: [5, 6] } },
    ],
    "linear",
  );
  expect(rows).toEqual([
    { step: 0, a: 1, b: 5 },
    { step: 1, b: 6 },
    { step: 2, a: 3 },
  ]);
});

test("what has no place on the axis becomes a named gap, and is not dropped", () => {
  expect(gapsOf(series(1, Number.NaN, Number.NaN, 2, Number.POSITIVE_INFINITY), "linear")).toEqual([
    { from: 1, to: 2, kind: "NaN" },
    { from: 4, to: 4, kind: "∞" },
  ]);
  expect(gapsOf(series(1, 0, -1), "log")).toEqual([{ from: 1, to: 2, kind: "≤ 0" }]);
  expect(gapsOf(series(1, 0, -1), "linear")).toEqual([]);
});

test("every value is either in a row or in a gap", () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -1));
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 40 }),
      fc.constantFrom("linear" as const, "log" as const),
      (values, scale) => {
        const given = series(...values);
        const drawn = chartRows([{ key: "a", series: given }], scale).filter((row) => "a" in row).length;
        const hidden = gapsOf(given, scale).reduce((sum, { from, to }) => sum + to - from + 1, 0);
        expect(drawn + hidden).toBe(values.length);
      },
    ),
  );
});

test("smoothing does not draw the first values towards zero, and leaves a constant alone", () => {
  expect(smoothed(series(5, 5, 5), 0.9).values.map((value) => Number(value.toFixed(9)))).toEqual([5, 5, 5]);
  expect(smoothed(series(8, 4), 0.9).values[0]).toBeCloseTo(8);
});

test("a NaN in the middle stays one, and what comes after is smooth again", () => {
  const { values } = smoothed(series(1, Number.NaN, 1), 0.5);
  expect(values).toEqual([1, Number.NaN, 1]);
});
