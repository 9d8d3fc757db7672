/// <reference lib="webworker" />
/** @file Reads tables away from the page's own thread: a few megabytes would hold it up for seconds. */
import { classesIn, dataOf, isBinary, numericColumns, type Table, tableOf } from "../files/csv.ts";
import type { TableReply, TableRequest } from "./table-messages.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const say = (reply: TableReply): void => scope.postMessage(reply);

const SHOWN_BAD_ROWS = 8;
const BEGINNING = 2_000;
const PREVIEWED = 4;
const LONGEST_CELL = 24;

let table: Table | null = null;

async function read(source: string | Blob): Promise<void> {
  const text = typeof source === "string" ? source : await source.text().catch(() => null);
  if (text === null) return say({ type: "unreadable" });
  const known = tableOf(text, (rows) => say({ type: "progress", rows }));
  table = known;
  if (known === null) return say({ type: "table", table: null });
  const { names, hasHeader, count } = known;
  const firstRows = known.rows.slice(0, PREVIEWED).map(({ cells }) => cells.map((cell) => cell.slice(0, LONGEST_CELL)));
  const beginning = text.slice(0, BEGINNING);
  const classes = names.flatMap((_, i) => (classesIn(known, i) === null ? [] : [i]));
  const binary = names.flatMap((_, i) => (isBinary(known, i) ? [i] : []));
  say({
    type: "table",
    table: { names, hasHeader, count, numeric: numericColumns(known), classes, binary, firstRows, beginning },
  });
}

scope.onmessage = ({ data: request }: MessageEvent<TableRequest>) => {
  if (request.type === "read") return void read(request.source);
  if (table === null) return;
  const data = dataOf(table, request.columns, { title: "", standardize: false });
  const { bad } = data;
  const chosen = { read: { ...data, bad: [] }, badCount: bad.length, firstBad: bad.slice(0, SHOWN_BAD_ROWS) };
  say({ type: "chosen", id: request.id, chosen });
};
