/** @file What the page and the worker that reads tables say to each other. */
import type { BadRow, Columns, ReadData } from "../files/csv.ts";

export type { Columns };

export type TableRequest =
  | { readonly type: "read"; readonly source: string | Blob }
  /** Of the table that was read last. */
  | { readonly type: "choose"; readonly id: number; readonly columns: Columns };

/** What is to be known of a table; its rows stay where they were read. */
export interface TableFacts {
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  readonly count: number;
  /** Columns that hold numbers, most rows of them. */
  readonly numeric: readonly number[];
  /** Columns whose values are few enough to be classes. */
  readonly classes: readonly number[];
  /** Columns of 0 and 1. */
  readonly binary: readonly number[];
  /** The first rows, to be looked at. */
  readonly firstRows: readonly (readonly string[])[];
  /** How the text begins, to be looked at. */
  readonly beginning: string;
}

/** Of the rows that are left out, the first ones are named. */
export interface Chosen {
  readonly read: ReadData;
  readonly badCount: number;
  readonly firstBad: readonly BadRow[];
}

export type TableReply =
  | { readonly type: "progress"; readonly rows: number }
  /** null: there is nothing to read. */
  | { readonly type: "table"; readonly table: TableFacts | null }
  | { readonly type: "unreadable" }
  | { readonly type: "chosen"; readonly id: number; readonly chosen: Chosen };
