import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { domainOf, roundedUp, ticksOf } from "./ticks.ts";

describe("ticks", () => {
  test.each<[string, readonly [number, number], "linear" | "log", number, number[]]>([
    ["are round", [36.8, 239.2], "linear", 5, [50, 100, 150, 200]],
    ["carry no noise", [0, 0.3], "linear", 3, [0, 0.1, 0.2, 0.3]],
    ["are 1, 2, 5 where a log axis has room", [0.09, 3], "log", 6, [0.1, 0.2, 0.5, 1, 2]],
    ["are powers of ten where it has none", [1e-6, 10], "log", 6, [1e-6, 1e-4, 1e-2, 1]],
    ["are those of a line within less than a decade", [0.25, 0.85], "log", 5, [0.4, 0.6, 0.8]],
  ])("%s", (_title, domain, scale, most, expected) => {
    expect(ticksOf(domain, scale, most)).toEqual(expected);
  });

  test("lie within the domain and are few, for any domain", () => {
    const positive = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(positive, fc.double({ min: 1.001, max: 1e12, noNaN: true }), (low, factor) => {
        for (const scale of ["linear", "log"] as const) {
          const high = low * factor;
          const ticks = ticksOf([low, high], scale, 6);
          expect(ticks.length).toBeLessThanOrEqual(8);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - (high - low) * 1e-6);
            expect(tick).toBeLessThanOrEqual(high + (high - low) * 1e-6);
          }
        }
      }),
    );
  });
});

describe("a domain", () => {
  test("holds every value that can be drawn, and zero on a linear axis", () => {
    expect(domainOf([2, Number.NaN, 4, Number.POSITIVE_INFINITY], "linear")).toEqual([0, 4.2]);
    expect(domainOf([-2, 2], "linear")).toEqual([-2.2, 2.2]);
    const [low, high] = domainOf([0, -1, 0.5, 50], "log");
    expect(low).toBeGreaterThan(0.3);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(50);
  });

  test("stands still while its values move a little", () => {
    for (const scale of ["linear", "log"] as const) {
      expect(domainOf([0.41, 7.93], scale)).toEqual(domainOf([0.408, 7.95], scale));
    }
  });

  test("of nothing is still one", () => {
    expect(domainOf([], "linear")).toEqual([0, 1]);
    expect(domainOf([Number.NaN], "log")).toEqual([0.1, 1]);
    expect(domainOf([3], "log")).toEqual([1.5, 6]);
  });
});

describe("the length of an axis that grows", () => {
  test("is at least what it holds and at most twice that", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (length) => {
        const rounded = roundedUp(length);
        expect(rounded).toBeGreaterThanOrEqual(length);
        expect(rounded).toBeLessThanOrEqual(2 * length);
      }),
    );
  });
});
