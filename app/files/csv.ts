/** @file Text with columns, read as people have it: commas, semicolons or tabs, with or without a header, with rows that are not all good. */
import { dataLimits } from "../document/data-limits.ts";
import type { OwnColumn, OwnData, OwnKind, OwnTarget } from "../document/own-data.ts";
import { formatCount } from "../verdict/format.ts";

export interface TableRow {
  /** As an editor counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  /** The first ones, as many as are looked at. */
  readonly rows: readonly TableRow[];
  /** Of all rows. */
  readonly count: number;
  /** Commas are decimal points. */
  readonly hasDecimalCommas: boolean;
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

interface Unread {
  readonly bad: readonly BadRow[];
  /** So many rows lack nothing but a target. */
  readonly unlabelled: number;
}

export type ReadData = Unread &
  ({ readonly kind: "data"; readonly data: OwnData } | { readonly kind: "refused"; readonly reason: string });

export const MOST_CHARACTERS = 20_000_000;
/** Twice what a document carries: some of them may be bad. */
const MOST_KEPT = 2 * dataLimits.rows.max;
const PROGRESS_EVERY = 20_000;
const MOST_COLUMNS = 100;
const delimiters = ["\t", ";", ","] as const;

interface ReadRows {
  readonly rows: readonly TableRow[];
  readonly count: number;
}

/** null where there is nothing to read. `onProgress` is told how many rows have been read. */
export function tableOf(text: string, onProgress?: (rows: number) => void): Table | null {
  const [first] = rowsOf(text.slice(0, 10_000), "\u0000").rows;
  if (first === undefined || text.length > MOST_CHARACTERS) return null;
  const line = first.cells.join("");
  // The one that there is most of; a comma between digits may be a decimal point beside a semicolon.
  const delimiter = delimiters.find((each) => line.includes(each)) ?? ",";
  const { rows, count } = rowsOf(text, delimiter, onProgress);
  const hasDecimalCommas = delimiter !== ",";
  const [head, ...others] = rows;
  if (head === undefined) return null;
  const isNumber = (cell: string | undefined) => cell !== undefined && numberOf(cell, hasDecimalCommas) !== null;
  const hasHeader = head.cells.some((cell, i) => !isNumber(cell) && others.some(({ cells }) => isNumber(cells[i])));
  const names = head.cells
    .slice(0, MOST_COLUMNS)
    .map((cell, i) => (hasHeader && cell !== "" ? cell : `column ${i + 1}`));
  return {
    names,
    hasHeader,
    rows: hasHeader ? others : rows,
    count: hasHeader ? count - 1 : count,
    hasDecimalCommas,
  };
}

/** Columns that hold numbers, in most rows that hold anything. */
export function numericColumns({ names, rows, hasDecimalCommas }: Table): number[] {
  return names.flatMap((_, i) => {
    const cells = rows.flatMap(({ cells }) => (isMissing(cells[i] ?? "") ? [] : [cells[i] ?? ""]));
    const good = cells.filter((cell) => numberOf(cell, hasDecimalCommas) !== null).length;
    return good > cells.length / 2 ? [i] : [];
  });
}

/** Which columns are what; of a target of classes, every text is a class; binary are labels, 0 or 1, that may hold at once. */
export interface Columns {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  readonly kind: OwnKind;
  /** Rows that lack nothing but a target stay, with NaN in its place: for losses that leave it out. */
  readonly keepsUnlabelled: boolean;
}

/** Each combination of labels is drawn as a class of its own. */
const MOST_LABELS = Math.floor(Math.log2(dataLimits.classes.max));

/** The texts of a column, in order; null where they are too many to be classes. */
export function classesIn({ rows }: Table, column: number): readonly string[] | null {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[column] ?? "";
    if (cell !== "") found.add(cell);
    if (found.size > dataLimits.classes.max) return null;
  }
  return found.size < 2 ? null : [...found].sort((a, b) => (a < b ? -1 : 1));
}

/** Whether there are 0 and 1 in a column, and no other number. */
export function isBinary({ rows, hasDecimalCommas }: Table, column: number): boolean {
  const found = new Set<number | null>();
  for (const { cells } of rows) {
    const cell = cells[column] ?? "";
    if (!isMissing(cell)) found.add(numberOf(cell, hasDecimalCommas));
    if (found.size > 2) return false;
  }
  return found.size === 2 && found.has(0) && found.has(1);
}

/** Every combination of labels that may hold at once, the first label's bit the lowest: "neither", "wet", "cold", "wet, cold". */
function combinationsOf(names: readonly string[]): readonly string[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) => {
    const held = names.filter((_, i) => (bits >> i) & 1);
    if (held.length > 0) return held.join(", ");
    return names.length === 1 ? `not ${names[0]}` : names.length === 2 ? "neither" : "none";
  });
}

/** As pandas reads them. */
const isMissing = (cell: string): boolean => /^(|#?n\/?a|nan|null|none)$/i.test(cell);

/** Rows that cannot be read are left out, and named. */
export function dataOf(
  table: Table,
  columns: Columns,
  options: { readonly title: string; readonly standardize: boolean },
): ReadData {
  const chosen = [...columns.inputs, ...columns.targets];
  const [isClasses, isLabels] = [columns.kind === "classes", columns.kind === "binary"];
  const classes = isClasses
    ? classesIn(table, columns.targets[0] ?? 0)
    : isLabels && columns.targets.length <= MOST_LABELS
      ? combinationsOf(columns.targets.map((i) => table.names[i] ?? ""))
      : [];
  if (classes === null)
    return {
      kind: "refused",
      bad: [],
      unlabelled: 0,
      reason: `Classes are 2 to ${dataLimits.classes.max} different texts; “${table.names[columns.targets[0] ?? 0]}” has another number of them.`,
    };
  const labels = new Map(classes.map((name, i) => [name, i]));
  const good: (number | null)[][] = [];
  const bad: BadRow[] = [];
  let unlabelled = 0;
  for (const { line, cells } of table.rows) {
    const values = chosen.map((i, place) =>
      isClasses && place >= columns.inputs.length
        ? (labels.get(cells[i] ?? "") ?? null)
        : numberOf(cells[i] ?? "", table.hasDecimalCommas),
    );
    const at = values.indexOf(null);
    const cell = cells[chosen[at] ?? 0] ?? "";
    const isOther =
      isLabels &&
      values.some((value, place) => place >= columns.inputs.length && value !== null && value !== 0 && value !== 1);
    const lacksTargets =
      !isClasses &&
      !isLabels &&
      at >= columns.inputs.length &&
      values.every((value, place) => value !== null || isMissing(cells[chosen[place] ?? 0] ?? ""));
    if (lacksTargets) unlabelled++;
    if (isOther) bad.push({ line, reason: "a label is 0 or 1" });
    else if (at < 0 || (lacksTargets && columns.keepsUnlabelled)) good.push(values);
    else bad.push({ line, reason: whyNot(cell) });
  }
  const refused = (reason: string): ReadData => ({ kind: "refused", bad, unlabelled, reason });
  const { rows, inputs, targets } = dataLimits;
  if (columns.inputs.length < inputs.min || columns.inputs.length > inputs.max)
    return refused(`Choose ${inputs.min} to ${inputs.max} input columns.`);
  if (isLabels && (columns.targets.length < 1 || columns.targets.length > MOST_LABELS))
    return refused(`Choose 1 to ${MOST_LABELS} columns of 0 and 1: each of them is a label.`);
  if (isClasses && columns.targets.length !== 1)
    return refused("Choose one target column: each of its values is a class.");
  if (columns.targets.length < targets.min || columns.targets.length > targets.max)
    return refused(`Choose ${targets.min} to ${targets.max} target columns.`);
  if (good.length < rows.min)
    return refused(
      `At least ${rows.min} rows are needed to train on some and measure on others; ${good.length} can be read.`,
    );
  const lacking = columns.targets.find((_, i) => {
    const place = columns.inputs.length + i;
    return good.reduce((known, values) => known + (values[place] === null ? 0 : 1), 0) < rows.min;
  });
  if (lacking !== undefined)
    return refused(`“${table.names[lacking]}” is known of fewer than ${rows.min} rows. Choose another target.`);
  const most = table.count > table.rows.length ? table.count : good.length;
  if (most > rows.max)
    return refused(
      `These are ${formatCount(most)} rows. A document carries at most ${formatCount(rows.max)}: it is saved with every change. Take a sample of them.`,
    );
  if (most * chosen.length > dataLimits.numbers)
    return refused(
      `These are ${formatCount(most)} rows of ${chosen.length} columns, ${formatCount(most * chosen.length)} numbers. A document carries at most ${formatCount(dataLimits.numbers)}: choose fewer columns, or take a sample of the rows.`,
    );
  const column = (i: number): OwnTarget => ({
    name: (table.names[chosen[i] ?? 0] ?? "").slice(0, dataLimits.columnName),
    unit: "",
    values: good.map((values) => values[i] ?? null),
  });
  const complete = (i: number): OwnColumn => ({ ...column(i), values: good.map((values) => values[i] ?? 0) });
  const data: OwnData = {
    ...options,
    kind: columns.kind,
    inputs: columns.inputs.map((_, i) => complete(i)),
    targets: columns.targets.map((_, i) => column(columns.inputs.length + i)),
    classes: classes.map((name) => name.slice(0, dataLimits.columnName)),
  };
  return { kind: "data", data, bad, unlabelled };
}

/** What the page itself writes. */
export function csvOf(names: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    typeof value === "number" ? String(value) : /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return `${[names, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

export function csvOfData({ kind, inputs, targets, classes }: OwnData): string {
  const columns = [...inputs, ...targets];
  const cell = (value: number | null, column: number): string | number => {
    if (value === null) return "";
    return kind === "classes" && column >= inputs.length ? (classes[value] ?? value) : value;
  };
  return csvOf(
    columns.map(({ name }) => name),
    (inputs[0]?.values ?? []).map((_, row) => columns.map(({ values }, i) => cell(values[row] ?? null, i))),
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

/**
 * Quotes as in RFC 4180; empty lines are none. All rows are counted, `MOST_KEPT` of them are kept. Cells are cut out of the text whole: letter by
 * letter, a million rows took seconds.
 */
function rowsOf(text: string, delimiter: string, onProgress: (rows: number) => void = () => undefined): ReadRows {
  const rows: TableRow[] = [];
  const separator = delimiter.charCodeAt(0);
  let [at, line, count] = [0, 1, 0];
  while (at < text.length) {
    const started = line;
    const cells: string[] = [];
    for (;;) {
      const opening = skipSpace(text, at, separator);
      let cell = "";
      if (text.charCodeAt(opening) === QUOTE) {
        const quoted = quotedCell(text, opening + 1);
        line += quoted.lines;
        at = quoted.end;
        cell = quoted.text;
      }
      const end = endOfCell(text, at, separator);
      cells.push((cell + text.slice(at, end)).trim());
      at = end + 1;
      if (text.charCodeAt(end) !== separator) break;
    }
    if (text.charCodeAt(at - 1) === NEWLINE) line++;
    if (cells.every((cell) => cell === "")) continue;
    if (count++ < MOST_KEPT) rows.push({ line: started, cells });
    if (count % PROGRESS_EVERY === 0) onProgress(count);
  }
  return { rows, count };
}

const [NEWLINE, QUOTE, SPACE, TAB, BOM] = [10, 34, 32, 9, 0xfeff];

function skipSpace(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || (code !== SPACE && code !== TAB && code !== BOM)) break;
  }
  return at;
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === NEWLINE) break;
  }
  return at;
}

/** From behind the quote that opens it to behind the one that closes it, or to the end. */
function quotedCell(
  text: string,
  from: number,
): { readonly text: string; readonly end: number; readonly lines: number } {
  let end = from;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) {
      end = quote + 2;
      continue;
    }
    const inside = text.slice(from, quote < 0 ? text.length : quote);
    const lines = inside.split("\n").length - 1;
    return { text: inside.replaceAll('""', '"'), end: quote < 0 ? text.length : quote + 1, lines };
  }
}
