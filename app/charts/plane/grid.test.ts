import fc from "fast-check";
import { expect, test } from "vitest";
import { evenLevels, type Grid, leastOf, nearestValue, placeOf, thinned } from "./grid.ts";

const squares = fc
  .record({
    side: fc.integer({ min: 2, max: 12 }),
    from: fc.integer({ min: -50, max: 50 }),
    width: fc.integer({ min: 1, max: 50 }),
  })
  .chain(({ side, from, width }) =>
    fc
      .array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(Number.NaN, Infinity)), {
        minLength: side * side,
        maxLength: side * side,
      })
      .map((values): Grid => ({ values, side, across: { from, to: from + width }, up: { from, to: from + width } })),
  );

test("the value next to a measured place is the one that was measured there", () => {
  fc.assert(
    fc.property(squares, (grid) => {
      grid.values.forEach((value, i) => {
        expect(nearestValue(grid, placeOf(grid, i))).toBe(value);
      });
    }),
  );
});

test("levels rise between the least and the greatest finite value, by either scale", () => {
  fc.assert(
    fc.property(squares, fc.constantFrom("log" as const, "linear" as const), (grid, scale) => {
      const finite = grid.values.filter(Number.isFinite);
      const levels = evenLevels([grid], scale);
      for (const [i, level] of levels.entries()) {
        expect(level >= Math.min(...finite) && level <= Math.max(...finite)).toBe(true);
        if (i > 0) expect(level).toBeGreaterThanOrEqual(levels[i - 1] ?? 0);
      }
    }),
  );
});

test("log levels stand at even factors, where all values are above 0", () => {
  const grid = { values: [1e-3, 1, 10, 1000] };
  const levels = evenLevels([grid], "log");
  const factors = levels.slice(1).map((level, i) => level / (levels[i] ?? 1));
  for (const factor of factors) expect(factor).toBeCloseTo(factors[0] ?? 0, 6);
});

test("a flat surface has no levels, and one without a finite value neither", () => {
  expect(evenLevels([{ values: [2, 2, 2, 2] }], "linear")).toEqual([]);
  expect(evenLevels([{ values: [Number.NaN, Infinity] }], "log")).toEqual([]);
});

test("the least place is the least finite one", () => {
  const grid: Grid = {
    values: [Number.NaN, 3, -Infinity, 1],
    side: 2,
    across: { from: 0, to: 1 },
    up: { from: 0, to: 2 },
  };
  expect(leastOf(grid)).toEqual({ x: 1, y: 2, value: 1 });
});

test("a table of some places has their values and their places", () => {
  const side = 25;
  const values = Array.from({ length: side * side }, (_, i) => i);
  const few = thinned({ values, side, across: { from: -1, to: 1 }, up: { from: 0, to: 24 } }, 9);
  expect([few.side, few.across, few.up]).toEqual([9, { from: -1, to: 1 }, { from: 0, to: 24 }]);
  expect(few.values.slice(0, 10)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 75]);
});
