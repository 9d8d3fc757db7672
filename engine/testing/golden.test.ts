import { expect, test } from "vitest";
import { excused } from "./excused.ts";
import { goldenFiles, runFile } from "./golden.ts";

const folder = "engine/testdata/pytorch";
const results = goldenFiles(folder).map((file) => runFile(folder, file));
const total = results.reduce((sum, result) => sum + result.total, 0);

test.each(results.map((result) => [result.file, result] as const))(
  "%s: PyTorch's values, gradients and errors",
  (_file, { failures }) => {
    expect(failures).toEqual([]);
  },
);

test("no case is excused that is met", () => {
  const unmet = new Set(results.flatMap((result) => result.excused));
  expect(Object.keys(excused).filter((id) => !unmet.has(id))).toEqual([]);
});

test("there are two thousand cases, and under one in a hundred is excused", () => {
  expect(total).toBeGreaterThan(2000);
  expect(Object.keys(excused).length).toBeLessThan(total / 100);
});
