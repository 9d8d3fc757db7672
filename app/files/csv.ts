/** @file Text with columns, read as people have it: commas, semicolons or tabs, with or without a header, with rows that are not all good. */
import { dataLimits, type OwnColumn, type OwnData } from "../document/own-data.ts";

export interface TableRow {
  /** As an editor counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly TableRow[];
  /** Commas are decimal points. */
  readonly hasDecimalCommas: boolean;
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export type ReadData =
  | { readonly kind: "data"; readonly data: OwnData; readonly bad: readonly BadRow[] }
  | { readonly kind: "refused"; readonly reason: string; readonly bad: readonly BadRow[] };

const MOST_CHARACTERS = 2_000_000;
const MOST_COLUMNS = 100;
const delimiters = ["\t", ";", ","] as const;

/** null where there is nothing to read. */
export function tableOf(text: string): Table | null {
  const [first] = rowsOf(text.slice(0, 10_000), "\u0000");
  if (first === undefined || text.length > MOST_CHARACTERS) return null;
  const line = first.cells.join("");
  // The one that there is most of; a comma between digits may be a decimal point beside a semicolon.
  const delimiter = delimiters.find((each) => line.includes(each)) ?? ",";
  const rows = rowsOf(text, delimiter);
  const hasDecimalCommas = delimiter !== ",";
  const [head, ...others] = rows;
  if (head === undefined) return null;
  const isNumber = (cell: string | undefined) => cell !== undefined && numberOf(cell, hasDecimalCommas) !== null;
  const hasHeader = head.cells.some((cell, i) => !isNumber(cell) && others.some(({ cells }) => isNumber(cells[i])));
  const names = head.cells
    .slice(0, MOST_COLUMNS)
    .map((cell, i) => (hasHeader && cell !== "" ? cell : `column ${i + 1}`));
  return { names, hasHeader, rows: hasHeader ? others : rows, hasDecimalCommas };
}

/** Columns that hold numbers, most rows of them. */
export function numericColumns({ names, rows, hasDecimalCommas }: Table): number[] {
  return names.flatMap((_, i) => {
    const good = rows.filter(({ cells }) => numberOf(cells[i] ?? "", hasDecimalCommas) !== null).length;
    return good > rows.length / 2 ? [i] : [];
  });
}

/** Rows that cannot be read are left out, and named. */
export function dataOf(
  table: Table,
  columns: { readonly input: number; readonly targets: readonly number[] },
  options: { readonly title: string; readonly standardize: boolean },
): ReadData {
  const chosen = [columns.input, ...columns.targets];
  const good: number[][] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of table.rows) {
    const values = chosen.map((i) => numberOf(cells[i] ?? "", table.hasDecimalCommas));
    const at = values.indexOf(null);
    const cell = at < 0 ? undefined : cells[chosen[at] ?? 0];
    if (at < 0) good.push(values.flatMap((value) => value ?? []));
    else
      bad.push({
        line,
        reason: whyNot(cell ?? ""),
      });
  }
  const { rows, targets } = dataLimits;
  if (columns.targets.length < targets.min || columns.targets.length > targets.max)
    return { kind: "refused", bad, reason: `Choose ${targets.min} to ${targets.max} target columns.` };
  if (good.length < rows.min)
    return {
      kind: "refused",
      bad,
      reason: `At least ${rows.min} rows are needed to train on some and measure on others; ${good.length} can be read.`,
    };
  if (good.length > rows.max)
    return {
      kind: "refused",
      bad,
      reason: `These are ${good.length.toLocaleString("en-US")} rows. A document carries at most ${rows.max.toLocaleString("en-US")}: it is saved with every change, and each point is drawn. Take a sample of them.`,
    };
  const column = (i: number): OwnColumn => ({
    name: (table.names[chosen[i] ?? 0] ?? "").slice(0, dataLimits.columnName),
    unit: "",
    values: good.map((values) => values[i] ?? 0),
  });
  const data = { ...options, input: column(0), targets: columns.targets.map((_, i) => column(i + 1)) };
  return { kind: "data", data, bad };
}

/** What the page itself writes. */
export function csvOf(names: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    typeof value === "number" ? String(value) : /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return `${[names, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

export function csvOfData({ input, targets }: OwnData): string {
  const columns = [input, ...targets];
  return csvOf(
    columns.map(({ name }) => name),
    input.values.map((_, row) => columns.map(({ values }) => values[row] ?? 0)),
  );
}

function numberOf(cell: string, hasDecimalCommas: boolean): number | null {
  const text = hasDecimalCommas && /^[^.]*,[^,.]*$/.test(cell) ? cell.replace(",", ".") : cell;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= dataLimits.value.max ? value + 0 : null;
}

function whyNot(cell: string): string {
  if (cell === "") return "a value is missing";
  const { min, max } = dataLimits.value;
  const value = Number(cell);
  if (Math.abs(value) > max && Number.isFinite(value)) return `“${cell.slice(0, 30)}” is not between ${min} and ${max}`;
  return `“${cell.slice(0, 30)}” is no number`;
}

/** Quotes as in RFC 4180; empty lines are none. */
function rowsOf(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  let [cells, cell, isQuoted, line, started]: [string[], string, boolean, number, number] = [[], "", false, 1, 1];
  const endRow = (): void => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== "")) rows.push({ line: started, cells });
    [cells, cell, started] = [[], "", line + 1];
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? "";
    if (isQuoted) {
      if (letter === '"' && text[i + 1] === '"') cell += text[++i];
      else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"' && cell.trim() === "") [isQuoted, cell] = [true, ""];
    else if (letter === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else if (letter === "\n") endRow();
    else if (letter !== "\r" && letter !== "\ufeff") cell += letter;
    if (letter === "\n") line++;
  }
  endRow();
  return rows;
}
