import fc from "fast-check";
import { expect, test } from "vitest";
import { cosine } from "./cosine.ts";

test("the cosine of schedules is the cosine, to an ulp", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (x) => {
      expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThanOrEqual(2 ** -52);
    }),
    { numRuns: 5000 },
  );
});

test("and at the steps of a schedule as close to 1 and -1 as they come", () => {
  for (let step = 0; step <= 2000; step++) {
    const x = (Math.PI * step) / 2000;
    expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThanOrEqual(2 ** -53);
  }
  expect([cosine(0), cosine(Math.PI)]).toEqual([1, -1]);
});
