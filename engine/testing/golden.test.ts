import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { differences } from "./differences.ts";
import { expressionFiles, runFile } from "./golden.ts";

const folder = "engine/testdata/pytorch";
const results = readdirSync(folder)
  .filter(expressionFiles)
  .map((file) => runFile(folder, file));

test.each(results.map((result) => [result.file, result] as const))(
  "%s: every op there is gives PyTorch's values and gradients",
  (_file, { failures }) => {
    expect(failures.filter(({ id }) => !(id in differences))).toEqual([]);
  },
);

test("no difference is listed that is none any more", () => {
  const failing = new Set(results.flatMap(({ failures }) => failures.map(({ id }) => id)));
  expect(Object.keys(differences).filter((id) => !failing.has(id))).toEqual([]);
});

test("more than a thousand cases are met", () => {
  expect(results.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(1000);
});
