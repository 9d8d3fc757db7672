import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptRange, numberAt, rangeOf, sliderOf } from "./knob-range.ts";

const knob = (value: number, isInteger = false) => ({ name: "k", start: 0, end: 1, value, isInteger });

describe("a slider reaches", () => {
  test.each([
    [knob(0.5), 0, 1, "linear"],
    [knob(1), 0, 1, "linear"],
    [knob(2.5), 0, 10, "linear"],
    [knob(-0.3), -1, 1, "linear"],
    [knob(0), -1, 1, "linear"],
    [knob(-5), -20, 20, "linear"],
    [knob(1e-6), 1e-9, 1e-3, "log"],
    [knob(2, true), 0, 10, "linear"],
    [knob(64, true), 0, 400, "linear"],
  ] as const)("for %o from %d to %d, %s", (given, min, max, scale) => {
    const range = rangeOf(given);
    expect(range.min).toBeCloseTo(min, 12);
    expect(range.max).toBeCloseTo(max, 12);
    expect(range.scale).toBe(scale);
  });

  test("its number, wherever that is, and its ends give back numbers within", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const range = rangeOf(knob(value));
        expect(value).toBeGreaterThanOrEqual(range.min);
        expect(value).toBeLessThanOrEqual(range.max);
        const slider = sliderOf(range, value);
        for (const end of [slider.min, slider.max]) {
          const at = numberAt(range, end);
          expect(at).toBeGreaterThanOrEqual(range.min - 0.06 * Math.abs(range.min));
          expect(at).toBeLessThanOrEqual(range.max * 1.06);
        }
      }),
    );
  });

  test("the same as long as the number stays within, so that it does not run away while it is dragged", () => {
    const first = rangeOf(knob(0.5));
    expect(keptRange(first, knob(0.9))).toBe(first);
    expect(keptRange(first, knob(7))).not.toBe(first);
  });

  test("whole numbers only, where the number was whole", () => {
    const range = rangeOf(knob(2, true));
    const { min, max, step } = sliderOf(range, 2);
    for (let at = min; at <= max; at += step) expect(Number.isInteger(numberAt(range, at))).toBe(true);
  });

  test("the place that it was set to", () => {
    for (const value of [0.25, 3, -2, 1e-6]) {
      const range = rangeOf(knob(value));
      expect(numberAt(range, sliderOf(range, value).value)).toBeCloseTo(value, 9);
    }
  });
});
