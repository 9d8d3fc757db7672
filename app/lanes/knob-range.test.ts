import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endText, keptRange, numberAt, rangeOf, sliderOf } from "./knob-range.ts";

const knob = (value: number, isInteger = false) => ({ name: "k", start: 0, end: 1, value, isInteger });

describe("a slider reaches", () => {
  test.each([
    [knob(0.5), 0, 1, "linear"],
    [knob(1), 0, 4, "linear"],
    [knob(0.9), 0, 1, "linear"],
    [knob(0.95), 0, 4, "linear"],
    [knob(0.01), 0, 0.04, "linear"],
    [knob(-1), -4, 4, "linear"],
    [knob(-1e-6), -4e-6, 4e-6, "linear"],
    [knob(0, true), -10, 10, "linear"],
    [knob(-3, true), -20, 20, "linear"],
    [knob(1e12), 0, 4e12, "linear"],
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

  test("beyond its number on both sides, by a tenth of the range at least, in steps that are fine", () => {
    const anywhere = fc.oneof(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.double({ min: -1e290, max: 1e290, noNaN: true }),
      fc.integer().map((exponent) => 10 ** (exponent % 280)),
      fc.constantFrom(0, 1, -1, 0.1, 0.9, 1 - 1e-16, 5e-324, Number.MAX_SAFE_INTEGER),
    );
    fc.assert(
      fc.property(anywhere, fc.boolean(), (given, isInteger) => {
        const value = isInteger ? Math.round(given) : given;
        const range = rangeOf(knob(value, isInteger));
        expect(Number.isFinite(range.max) && Number.isFinite(range.min)).toBe(true);
        const { min, max, step, value: at } = sliderOf(range, value);
        const share = (at - min) / (max - min);
        expect(share).toBeGreaterThanOrEqual(0.0999);
        expect(share).toBeLessThanOrEqual(0.9001);
        expect(step).toBeGreaterThan(0);
        expect((max - min) / step).toBeGreaterThanOrEqual(10);
        expect((max - min) / step).toBeLessThanOrEqual(400);
      }),
      { numRuns: 1000 },
    );
  });

  test("the same while it is slid, to the very ends", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (value, shares) => {
          const first = rangeOf(knob(value));
          let range = first;
          for (const share of [...shares, 0, 1]) {
            const { min, max } = sliderOf(range, value);
            const at = Math.min(first.max, Math.max(first.min, numberAt(first, min + share * (max - min))));
            range = keptRange(range, knob(at), true);
          }
          expect(range).toBe(first);
        },
      ),
    );
  });

  test("further where a number is typed at an end or beyond it, and loses nothing that it reached", () => {
    const first = rangeOf(knob(0.5));
    expect(keptRange(first, knob(0.9), false)).toBe(first);
    expect(keptRange(first, knob(1), false)).toMatchObject({ min: 0, max: 4 });
    expect(keptRange(first, knob(7), false)).toMatchObject({ min: 0, max: 40 });
    expect(keptRange(first, knob(-0.5), false)).toMatchObject({ min: -1, max: 1 });
    expect(keptRange(first, knob(0), false)).toBe(first);
    expect(keptRange(rangeOf(knob(-300)), knob(5000), false)).toMatchObject({ min: -2000, max: 20_000 });
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 1e9, noNaN: true }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (value, typed) => {
          const before = rangeOf(knob(value));
          const after = keptRange(before, knob(typed), false);
          if (after.scale !== before.scale) return;
          expect([after.min <= before.min, after.max >= before.max]).toEqual([true, true]);
          expect(typed === 0 || (typed > after.min && typed < after.max)).toBe(true);
        },
      ),
    );
  });

  test("fractions too, while a fraction happens to be whole", () => {
    const first = rangeOf(knob(0.98));
    expect(keptRange(first, knob(1, true), true)).toBe(first);
    expect(keptRange(first, knob(7, true), false)).toMatchObject({ min: 0, max: 40, isInteger: false });
    expect(keptRange(rangeOf(knob(3, true)), knob(2.5), false)).toMatchObject({ isInteger: false });
  });

  test("ends that can be said in few letters", () => {
    expect([4, 0.04, 4e-6, 1e-9, 4e12, -20].map(endText)).toEqual([
      "4",
      "0.04",
      "0.000004",
      "1e-9",
      "4000000000000",
      "-20",
    ]);
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
