import { expect, test } from "vitest";
import { summaryOf } from "../../../engine/study/statistics.ts";
import { latexTable, markdownTable, type PaperTable } from "./paper-tables.ts";

const pair = (p: number) => ({
  one: "A",
  other: "B",
  seeds: 10,
  wins: 9,
  losses: 1,
  ties: 0,
  p,
  corrected: p,
  effect: 0.9,
  by: null,
});
const cell = (lane: string, isBest: boolean, ...values: readonly number[]) => ({
  lane,
  summary: summaryOf(values, "low"),
  isBest,
});

const table: PaperTable = {
  rows: [
    { name: "MSE", unit: "mpg²", cells: [cell("A", true, 1, 2, 3), cell("B", false, 4, 5, 6)] },
    { name: "MAE", unit: "", cells: [cell("A", false, 2, 2, 2), cell("B", true, 1, Number.NaN, Number.NaN)] },
  ],
  pairs: { MSE: [pair(0.004)], MAE: [pair(0.2)] },
  names: { A: "50% | Huber_1", B: "B" },
  seeds: 10,
};

test("a table for Markdown has its best in bold only where the seeds show it", () => {
  expect(markdownTable(table).split("\n").slice(0, 4)).toEqual([
    "| metric | 50% \\| Huber_1 | B | p |",
    "| --- | --- | --- | --- |",
    "| MSE (mpg²) | **2.000** ± 0.5 | 5.000 ± 0.5 | 0.004 |",
    "| MAE | 2.000 ± 0 | ∞ ± – | 0.2 |",
  ]);
  expect(markdownTable(table)).toContain("over 10 seeds; p: Wilcoxon's");
});

test("a table for LaTeX stands by itself, whatever a loss is called", () => {
  const text = latexTable(table);
  expect(text).toContain("\\begin{tabular}{lrrr}");
  expect(text).toContain(" & 50\\% | Huber\\_1 & B & $p$ \\\\");
  expect(text).toContain("MSE (mpg$^2$) & \\textbf{2.000} $\\pm$ 0.5 & 5.000 $\\pm$ 0.5 & 0.004 \\\\");
  expect(text).toContain("MAE & 2.000 $\\pm$ 0 & $\\infty$ $\\pm$ -- & 0.2 \\\\");
});
