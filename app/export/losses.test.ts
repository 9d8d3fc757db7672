/** @file Losses in the forms of the literature: each opens on data that the page finds for it, and trains as it does in PyTorch. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fittedRun, lossesFolder, lossNames } from "./loss-table.ts";
import { greatestDifference, type Measured, sampled } from "./measured-runs.ts";
import { recordedRun } from "./recorded-run.ts";

const measured: readonly Measured[] = JSON.parse(readFileSync(`${lossesFolder}/curves.json`, "utf8"));

test("there are more than forty of them, and PyTorch made a curve of each", () => {
  expect(lossNames.length).toBeGreaterThan(40);
  expect(measured.map(({ id }) => id)).toEqual(lossNames);
});

describe("a loss of the literature", () => {
  test.each(measured)("$id finds its data, and its curve is PyTorch's", ({ id, stable, losses }) => {
    const run = fittedRun(id);
    if (run === null) throw new Error("nothing fits it");
    const ours = recordedRun(run.source, run.experiment, run.handling, run.dataset, run.arguments);
    const points = Math.ceil(stable / 5);
    expect(points).toBeGreaterThan(1);
    expect(greatestDifference(sampled(ours.losses).slice(0, points), losses.slice(0, points))).toBeLessThan(1e-4);
  });
});
