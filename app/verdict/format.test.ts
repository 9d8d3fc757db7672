import { expect, test } from "vitest";
import { formatColumn, formatNumber } from "./format.ts";

test.each<[number | null, string, string]>([
  [3, "3", "3.000"],
  [16.5, "16.5", "16.50"],
  [0.63631, "0.6363", "0.6363"],
  [-2, "-2", "-2.000"],
  [99_999, "100000", "99999"],
  [123_456, "1.23e5", "1.23e5"],
  [0.0001, "1.00e-4", "1.00e-4"],
  [Number.NaN, "NaN", "NaN"],
  [Number.NEGATIVE_INFINITY, "-∞", "-∞"],
  [null, "–", "–"],
])("%s reads %s, and in a column %s", (value, text, column) => {
  expect([formatNumber(value), formatColumn(value)]).toEqual([text, column]);
});

test("zero in a column is zero", () => {
  expect(formatColumn(0)).toBe("0.000");
});
