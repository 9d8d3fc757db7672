/** @file The table over seeds for a paper: Markdown and LaTeX, median ± spread, the best in bold where the seeds show that it is. Pure. */
import { SIGNIFICANT } from "../../../engine/study/paired.ts";
import { spreadOf } from "../../../engine/study/statistics.ts";
import { formatColumn, formatNumber } from "../../verdict/format.ts";
import type { LanePair, SeedCell, SeedRow } from "./seed-values.ts";
import { formatP } from "./words.ts";

export interface PaperTable {
  readonly rows: readonly SeedRow[];
  /** By metric, each further lane beside the first. */
  readonly pairs: Readonly<Record<string, readonly LanePair[]>>;
  /** Of the lanes, by letter. */
  readonly names: Readonly<Record<string, string>>;
  readonly seeds: number;
}

const lanesOf = ({ rows }: PaperTable): readonly string[] => rows[0]?.cells.map(({ lane }) => lane) ?? [];

function numbers({ summary }: SeedCell): readonly [median: string, spread: string] {
  const spread = spreadOf(summary);
  // Between two that diverged there is no distance.
  return [formatColumn(summary.median), Number.isNaN(spread) ? "–" : formatNumber(Number(spread.toPrecision(2)))];
}

/** The seeds show a difference to every lane that it was compared with. */
function isShown({ lane, isBest }: SeedCell, pairs: readonly LanePair[]): boolean {
  const own = pairs.filter(({ one, other }) => one === lane || other === lane);
  return isBest && own.length > 0 && own.every(({ corrected }) => corrected < SIGNIFICANT);
}

const pText = (pairs: readonly LanePair[]): string =>
  pairs.map(({ corrected }) => formatP(corrected)).join(", ") || "–";

const caption = ({ seeds }: PaperTable): string =>
  `Median ± half the distance between the quartiles over ${seeds} seeds; p: Wilcoxon's signed-rank test, exact, two-sided, of each further loss against the first on the same seeds (Holm where there are several); bold: the best, where p < ${SIGNIFICANT}.`;

export function markdownTable(table: PaperTable): string {
  const lanes = lanesOf(table);
  // A bar ends a cell.
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rows = table.rows.map(({ name, unit, cells }) => {
    const pairs = table.pairs[name] ?? [];
    const values = cells.map((held) => {
      const [median, spread] = numbers(held);
      return isShown(held, pairs) ? `**${median}** ± ${spread}` : `${median} ± ${spread}`;
    });
    return line([unit === "" ? name : `${name} (${unit})`, ...values, pText(pairs)]);
  });
  const head = ["metric", ...lanes.map((lane) => table.names[lane] ?? lane), "p"];
  return `${[line(head), `|${" --- |".repeat(head.length)}`, ...rows, "", caption(table)].join("\n")}\n`;
}

/** What LaTeX reads as something else. */
const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\textbackslash ")
    .replace(/[&%$#_{}]/g, "\\$&")
    .replaceAll("~", "\\textasciitilde ")
    .replaceAll("^", "\\textasciicircum ")
    .replaceAll("±", "$\\pm$")
    .replaceAll("²", "$^2$")
    .replaceAll("∞", "$\\infty$")
    .replaceAll("–", "--")
    .replaceAll("<", "$<$");

/** Stands by itself with the package booktabs. */
export function latexTable(table: PaperTable): string {
  const lanes = lanesOf(table);
  const line = (cells: readonly string[]): string => `    ${cells.join(" & ")} \\\\`;
  const rows = table.rows.map(({ name, unit, cells }) => {
    const pairs = table.pairs[name] ?? [];
    const values = cells.map((held) => {
      const [median, spread] = numbers(held).map(escaped);
      return isShown(held, pairs) ? `\\textbf{${median}} $\\pm$ ${spread}` : `${median} $\\pm$ ${spread}`;
    });
    return line([escaped(unit === "" ? name : `${name} (${unit})`), ...values, escaped(pText(pairs))]);
  });
  return [
    "% \\usepackage{booktabs}",
    "\\begin{table}",
    "  \\centering",
    `  \\begin{tabular}{l${"r".repeat(lanes.length)}r}`,
    "    \\toprule",
    line(["", ...lanes.map((lane) => escaped(table.names[lane] ?? lane)), "$p$"]),
    "    \\midrule",
    ...rows,
    "    \\bottomrule",
    "  \\end{tabular}",
    `  \\caption{${escaped(caption(table))}}`,
    "\\end{table}",
    "",
  ].join("\n");
}
