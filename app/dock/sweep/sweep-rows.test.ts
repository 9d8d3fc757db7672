import { describe, expect, test } from "vitest";
import type { Sweep, SweepRun } from "../../store/sweep.ts";
import { defaultDocument } from "../../document/defaults.ts";
import { latexTable, markdownTable } from "../seeds/paper-tables.ts";
import { bestPaper } from "./best-paper.ts";
import { bandOverAxis, bestPairs, goodness, heatMap, laneBests } from "./sweep-rows.ts";

const run = (mse: number): SweepRun => {
  const metrics = [{ name: "MSE", value: mse, unit: "" }];
  return {
    status: Number.isNaN(mse) ? "failed" : "done",
    metrics: { training: metrics, validation: metrics },
    fingerprint: "",
  };
};
const cells = (...of: readonly (readonly (number | null)[])[]) =>
  of.map((cell) => cell.map((mse) => (mse === null ? null : run(mse))));

const sweep: Sweep = {
  axes: [{ kind: "setting", name: "lr", values: [0.001, 0.01, 0.1] }],
  lanes: ["A", "B"],
  seeds: [0, 1],
  runs: {
    A: cells([5, 6], [1, 2], [9, Number.NaN]),
    B: cells([3, 4], [7, 8], [null, null]),
  },
  left: [],
  of: "",
};

describe("a sweep", () => {
  test("shows each lane at its best, and counts who diverged anywhere", () => {
    const [a, b] = laneBests(sweep, "MSE", "validation");
    expect([a?.values, a?.best?.isAtEdge, a?.diverged, a?.count]).toEqual([[0.01], false, 1, 6]);
    expect([b?.values, b?.best?.isAtEdge, b?.diverged, b?.count]).toEqual([[0.001], true, 0, 4]);
  });

  test("compares lanes at their best, seed by seed", () => {
    expect(bestPairs(laneBests(sweep, "MSE", "validation"), "MSE", "validation")).toMatchObject([
      { one: "A", other: "B", wins: 2, losses: 0, by: [2, 2] },
    ]);
  });

  test("is drawn over what was swept, and where all diverge there is nothing to draw", () => {
    expect(bandOverAxis(sweep, "A", "MSE", "validation").median).toEqual({
      steps: [0.001, 0.01, 0.1],
      values: [5.5, 1.5, Number.POSITIVE_INFINITY],
    });
  });

  test("of one thing is a map of it and the seeds, the greatest value above", () => {
    expect(heatMap(sweep, "A", "MSE", "validation")).toEqual({
      across: "seed",
      columns: ["0", "1"],
      down: "lr",
      rows: [
        { name: "0.1", values: [9, Number.NaN] },
        { name: "0.01", values: [1, 2] },
        { name: "0.001", values: [5, 6] },
      ],
    });
  });

  test("of two things is a map of both, with medians over seeds", () => {
    const two: Sweep = {
      ...sweep,
      axes: [
        { kind: "setting", name: "lr", values: [0.01, 0.1] },
        { kind: "knob", name: "delta", values: [1, 2] },
      ],
      runs: { A: cells([1, 3], [2, 4], [5, 7], [null, null]) },
    };
    expect(heatMap(two, "A", "MSE", "validation")).toMatchObject({
      across: "delta",
      columns: ["1", "2"],
      rows: [
        { name: "0.1", values: [6, null] },
        { name: "0.01", values: [2, 3] },
      ],
    });
  });

  test("is shaded by rank: the best is 1, the worst 0, and who diverged is 0", () => {
    const low = goodness([1, 2, 1000, Number.NaN], "low");
    expect([1, 2, 1000, Number.NaN].map(low)).toEqual([1, 0.5, 0, 0]);
    expect([1, 2, 3].map(goodness([1, 2, 3], "high"))).toEqual([0, 0.5, 1]);
    expect(goodness([5], "low")(5)).toBe(1);
  });
});

test("each at its best is a table for a paper: where that is, median ± spread, and bold only what the seeds show", () => {
  const lanes = defaultDocument.lanes.map((lane) => ({ ...lane, name: `loss ${lane.id}` }));
  const text = markdownTable(bestPaper(sweep, "MSE", "validation", lanes));
  expect(text.split("\n").slice(0, 3)).toEqual([
    "| metric | loss A (lr 0.01) | loss B (lr 0.001) | p |",
    "| --- | --- | --- | --- |",
    "| MSE | 1.500 ± 0.25 | 3.500 ± 0.25 | 0.5 |",
  ]);
  const ten = Array.from({ length: 10 }, (_, i) => i / 100);
  const shown: Sweep = {
    ...sweep,
    seeds: ten.map((_, i) => i),
    runs: {
      A: cells(
        ten.map((x) => 5 + x),
        ten.map((x) => 1 + x),
        ten.map(() => Number.NaN),
      ),
      B: cells(
        ten.map((x) => 3 + x),
        ten.map((x) => 7 + x),
        ten.map(() => null),
      ),
    },
  };
  expect(latexTable(bestPaper(shown, "MSE", "validation", lanes))).toContain("MSE & \\textbf{1.045}");
});
