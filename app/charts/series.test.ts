import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, bySeconds, gapsOf, pointsOf, smoothed, valueAt } from "./series.ts";

const series = (...values: number[]) => ({ steps: values.map((_, i) => i), values });

test("a line breaks where a value has no place on the axis", () => {
  expect(pointsOf(series(1, Number.NaN, 3), "linear")).toEqual([
    { x: 0, y: 1 },
    { x: 1, y: null },
    { x: 2, y: 3 },
  ]);
  expect(pointsOf(series(1, -1), "log").map(({ y }) => y)).toEqual([1, null]);
});

test("on an axis of seconds, steps lie where the clock stood, and never go back", () => {
  const clock = bySeconds({ steps: [10, 20, 60], values: [1, 3, 5] });
  expect([0, 5, 10, 15, 20, 40, 60, 99].map(clock)).toEqual([0, 0.5, 1, 2, 3, 4, 5, 5]);
  expect([0, 7].map(bySeconds({ steps: [], values: [] }))).toEqual([0, 0]);
  const increasing = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 1000 })), { minLength: 1 })
    .map((pairs) => {
      let [step, time] = [0, 0];
      const looks = pairs.map(([steps, more]) => {
        step += steps;
        time += more;
        return [step, time] as const;
      });
      return { steps: looks.map(([at]) => at), values: looks.map(([, at]) => at) };
    });
  fc.assert(
    fc.property(increasing, fc.nat(3000), fc.nat(100), (looks, step, more) => {
      const at = bySeconds(looks);
      expect(at(step + more)).toBeGreaterThanOrEqual(at(step));
    }),
  );
});

test("the value at a place is the last one known there, NaN included", () => {
  const known = { steps: [1, 3, 5], values: [10, Number.NaN, 30] };
  expect([0, 1, 2, 3, 4, 9].map((x) => valueAt(known, x))).toEqual([null, 10, 10, Number.NaN, Number.NaN, 30]);
  expect(valueAt({ steps: [], values: [] }, 3)).toBeNull();
});

test("what has no place on the axis becomes a named gap, and is not dropped", () => {
  expect(gapsOf(series(1, Number.NaN, Number.NaN, 2, Number.POSITIVE_INFINITY), "linear")).toEqual([
    { from: 1, to: 2, kind: "NaN" },
    { from: 4, to: 4, kind: "∞" },
  ]);
  expect(gapsOf(series(1, 0, -1), "log")).toEqual([{ from: 1, to: 2, kind: "≤ 0" }]);
  expect(gapsOf(series(1, 0, -1), "linear")).toEqual([]);
});

test("every value is either a point or in a gap", () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -1));
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 40 }),
      fc.constantFrom("linear" as const, "log" as const),
      (values, scale) => {
        const given = series(...values);
        const drawn = pointsOf(given, scale).filter(({ y }) => y !== null).length;
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

test("a band lies round every value of its neighbourhood, and breaks where the series does", () => {
  const series = { steps: [0, 1, 2, 3, 4, 5, 6], values: [1, 5, 2, Number.NaN, 3, 7, 4] };
  const [low, high] = bandOf(series, "linear");
  expect(low.map(({ y }) => y)).toEqual([1, 1, 1, null, 3, 3, 3]);
  expect(high.map(({ y }) => y)).toEqual([5, 5, 5, null, 7, 7, 7]);
});
