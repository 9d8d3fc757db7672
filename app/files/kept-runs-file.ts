/** @file Kept runs as files: a table with a run a row, and all of them whole. */
import { type KeptRun, laneOfRun, plainOf } from "../document/kept-run.ts";
import { csvOf } from "./csv.ts";

type Cell = string | number;

/** `settings`: of a run, by name, as text. */
export function runsCsv(runs: readonly KeptRun[], settings: (run: KeptRun) => ReadonlyMap<string, string>): string {
  const rows = runs.map((run): ReadonlyMap<string, Cell> => {
    const { outcome, made, name, note, isPinned } = run;
    const metrics = (["training", "validation"] as const).flatMap((split) =>
      outcome.metrics[split].map(({ name: metric, value }): [string, Cell] => [`${split} ${metric}`, value]),
    );
    return new Map<string, Cell>([
      ["made", new Date(made).toISOString()],
      ["name", name],
      ["note", note],
      ["pinned", isPinned ? "yes" : ""],
      ["loss", laneOfRun(run).name],
      ...settings(run),
      ["status", outcome.status],
      ["step", outcome.step],
      ["training own loss", outcome.ownLoss.training],
      ["validation own loss", outcome.ownLoss.validation],
      ...metrics,
      ["run", outcome.mark],
    ]);
  });
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return csvOf(
    names,
    rows.map((row) => names.map((name) => row.get(name) ?? "")),
  );
}

/** Losses, settings, curves and all; numbers that are not finite as words, which JSON has none for. */
export const runsJson = (runs: readonly KeptRun[]): string => `${JSON.stringify(plainOf(runs), null, 1)}\n`;
