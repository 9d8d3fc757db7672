import fc from "fast-check";
import { expect, test } from "vitest";
import { isOnFront } from "./pareto.ts";

const value = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(Number.NaN, Infinity));
const outcomes = fc.array(fc.tuple(value, value), { maxLength: 20 });

test("nothing is better in both than what is on the front, and all else that is finite has something on it that is as good in both", () => {
  fc.assert(
    fc.property(outcomes, (all) => {
      const on = isOnFront(all);
      const front = all.filter((_, i) => on[i]);
      all.forEach(([a, b], i) => {
        const isReal = Number.isFinite(a) && Number.isFinite(b);
        const better = front.some(([x, y]) => x <= a && y <= b && (x < a || y < b));
        expect(on[i]).toBe(isReal && !better);
      });
    }),
  );
});

test("a trade-off is a front, and what is worse in both is not on it", () => {
  expect(
    isOnFront([
      [1, 3],
      [2, 2],
      [3, 1],
      [3, 3],
      [Number.NaN, 0],
    ]),
  ).toEqual([true, true, true, false, false]);
});
