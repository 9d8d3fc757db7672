/** @file The page's end of the worker that reads tables. */
import TableWorker from "./table.worker.ts?worker";
import type { Chosen, Columns, TableFacts, TableReply, TableRequest } from "./table-messages.ts";

export type Reading =
  | { readonly kind: "nothing" }
  | { readonly kind: "reading"; readonly rows: number }
  | { readonly kind: "stopped"; readonly rows: number }
  | { readonly kind: "unreadable" }
  | { readonly kind: "table"; readonly table: TableFacts };

export class TableReader {
  readonly #onReading: (reading: Reading) => void;
  readonly #onChosen: (chosen: Chosen) => void;
  #worker: Worker | null = null;
  #rows = 0;
  #isReading = false;
  #choice = 0;

  constructor(onReading: (reading: Reading) => void, onChosen: (chosen: Chosen) => void) {
    this.#onReading = onReading;
    this.#onChosen = onChosen;
  }

  /** What was being read before is given up. */
  read(source: string | Blob): void {
    if (this.#isReading) this.dispose();
    const isEmpty = typeof source === "string" && source.trim() === "";
    if (isEmpty) return this.#onReading({ kind: "nothing" });
    this.#rows = 0;
    this.#isReading = true;
    // Answers about the table before are of no use.
    this.#choice++;
    this.#onReading({ kind: "reading", rows: 0 });
    this.#ask({ type: "read", source });
  }

  choose(columns: Columns): void {
    this.#ask({ type: "choose", id: ++this.#choice, columns });
  }

  stop(): void {
    this.dispose();
    this.#onReading({ kind: "stopped", rows: this.#rows });
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReading = false;
  }

  #ask(request: TableRequest): void {
    if (this.#worker === null) {
      this.#worker = new TableWorker();
      this.#worker.onmessage = ({ data }: MessageEvent<TableReply>) => this.#hear(data);
      this.#worker.onerror = () => this.#end({ kind: "unreadable" });
    }
    this.#worker.postMessage(request);
  }

  #hear(reply: TableReply): void {
    switch (reply.type) {
      case "progress":
        this.#rows = reply.rows;
        return this.#onReading({ kind: "reading", rows: reply.rows });
      case "table":
        this.#isReading = false;
        return this.#onReading(reply.table === null ? { kind: "nothing" } : { kind: "table", table: reply.table });
      case "unreadable":
        return this.#end({ kind: "unreadable" });
      case "chosen":
        if (reply.id === this.#choice) this.#onChosen(reply.chosen);
    }
  }

  #end(reading: Reading): void {
    this.dispose();
    this.#onReading(reading);
  }
}
