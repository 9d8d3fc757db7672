import { expect, test } from "vitest";
import { cutNames } from "./cut-names.ts";

test("of the chosen columns, those whose names are cut are named", () => {
  const names = ["x".repeat(61), "y".repeat(60), "z".repeat(1200)];
  expect(cutNames(names, { inputs: [0], targets: [1], kind: "numbers" as const, keepsUnlabelled: false })).toEqual([
    `The name “${"x".repeat(20)}…” has 61 characters; the first 60 are kept.`,
  ]);
  expect(cutNames(names, { inputs: [1], targets: [2], kind: "numbers" as const, keepsUnlabelled: false })).toEqual([
    `The name “${"z".repeat(20)}…” has 1,200 characters; the first 60 are kept.`,
  ]);
  expect(cutNames(names, { inputs: [1], targets: [], kind: "numbers" as const, keepsUnlabelled: false })).toEqual([]);
});
