/** @file Data of one's own: pasted, dropped or from a file; which columns, and what is wrong with which row. */
import { type ClipboardEvent, type DragEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { dataLimits } from "../document/data-limits.ts";
import { type BadRow, csvOfData, MOST_CHARACTERS } from "../files/csv.ts";
import { setData } from "../store/store.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { ColumnRoles } from "./ColumnRoles.tsx";
import { cutNames } from "./cut-names.ts";
import { likelyColumns } from "./likely-columns.ts";
import { type Reading, TableReader } from "./TableReader.ts";
import type { Chosen, Columns } from "./table-messages.ts";

/** A text field holds the page up for longer texts: of those the beginning is shown. */
const MOST_TYPED = 50_000;
const whole = (count: number): string => count.toLocaleString("en-US");

type Source =
  | { readonly kind: "typed"; readonly text: string }
  /** Too long for a text field, or a file: `name` says what it is. */
  | { readonly kind: "held"; readonly name: string; readonly content: string | Blob };

const sourceOf = (text: string, name: string): Source =>
  text.length > MOST_TYPED ? { kind: "held", name, content: text } : { kind: "typed", text };

const contentOf = (source: Source): string | Blob => (source.kind === "typed" ? source.text : source.content);

export function DataDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useLosslabStore();
  const titleId = useId();
  const [before] = useState(() => store.getState().document.data);
  const [csvOfBefore] = useState(() => (before === null ? "" : csvOfData(before)));
  const [source, setSource] = useState<Source>(() => sourceOf(csvOfBefore, "these data as they are"));
  const [title, setTitle] = useState(before?.title ?? "My data");
  const [standardize, setStandardize] = useState(before?.standardize ?? true);
  const [picked, setPicked] = useState<Columns | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading>({ kind: "nothing" });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const reader = useRef<TableReader | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    reader.current = new TableReader(setReading, setChosen);
    return () => reader.current?.dispose();
  }, []);
  useEffect(() => {
    setChosen(null);
    reader.current?.read(contentOf(source));
  }, [source]);

  const table = reading.kind === "table" ? reading.table : null;
  const columns = useMemo((): Columns | null => {
    if (table === null) return null;
    return picked ?? likelyColumns(table, contentOf(source) === csvOfBefore ? before : null);
  }, [table, picked, before, source, csvOfBefore]);
  useEffect(() => {
    setChosen(null);
    if (columns !== null) reader.current?.choose(columns);
  }, [columns]);

  const take = (next: Source): void => {
    const content = contentOf(next);
    const size = typeof content === "string" ? content.length : content.size;
    setPicked(null);
    setProblem(null);
    if (size <= MOST_CHARACTERS) return setSource(next);
    setProblem(
      `${next.kind === "held" ? next.name : "This"} has ${(size / 1e6).toFixed(1)} MB. At most ${MOST_CHARACTERS / 1e6} MB are read; take a sample of it.`,
    );
  };
  const takeFile = (file: File | undefined): void => {
    if (file === undefined) return;
    take({ kind: "held", name: file.name, content: file });
    setTitle(file.name.replace(/\.\w+$/, "").slice(0, dataLimits.title));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData("text");
    if (pasted.length <= MOST_TYPED) return;
    // The field never gets to hold it.
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    take(sourceOf(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd), "What was pasted"));
  };
  const read = chosen?.read ?? null;

  return (
    <Dialog title="Your own data" onClose={onClose}>
      <textarea
        className="text mono"
        rows={8}
        aria-label="Data as CSV"
        placeholder={"Paste a table, or drop a CSV file here\n\nx,y\n0.1,2.3"}
        value={source.kind === "typed" ? source.text : (table?.beginning ?? "")}
        readOnly={source.kind === "held"}
        spellCheck={false}
        onChange={({ target }) => take(sourceOf(target.value, "What was typed"))}
        onPaste={onPaste}
        onDrop={onDrop}
        onDragOver={(event) => event.preventDefault()}
      />
      <p className="actions">
        <button type="button" className="button" onClick={() => input.current?.click()}>
          Open a file…
        </button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label="CSV file"
          onChange={({ target }) => {
            takeFile(target.files?.[0]);
            target.value = "";
          }}
        />
        {source.kind === "held" && (
          <button type="button" className="button" onClick={() => take({ kind: "typed", text: "" })}>
            Clear
          </button>
        )}
        {table !== null && (
          <span className="muted">
            {source.kind === "held" && `${source.name}: `}
            {whole(table.count)} rows, {table.hasHeader ? "names in the first line" : "no header"}
            {source.kind === "held" && "; the field shows how it begins"}
          </span>
        )}
        {reading.kind === "reading" && (
          <>
            <span className="muted" aria-live="polite">
              Reading… {reading.rows > 0 && `${whole(reading.rows)} rows`}
            </span>
            <button type="button" className="button" onClick={() => reader.current?.stop()}>
              Stop
            </button>
          </>
        )}
        {reading.kind === "stopped" && (
          <span className="muted" aria-live="polite">
            Stopped after {whole(reading.rows)} rows; nothing of it is used.
          </span>
        )}
      </p>
      {(problem !== null || reading.kind === "unreadable") && (
        <p className="bad" role="alert">
          {problem ?? "This could not be read. Was the file moved or deleted meanwhile?"}
        </p>
      )}
      {table !== null && columns !== null && (
        <>
          <div className="row">
            <label htmlFor={titleId}>Title</label>
            <TextField id={titleId} value={title} longest={dataLimits.title} takes="typing" onChange={setTitle} />
          </div>
          <ColumnRoles table={table} columns={columns} onChange={setPicked} />
          <label className="field check">
            <input type="checkbox" checked={standardize} onChange={({ target }) => setStandardize(target.checked)} />
            standardise with the training split's mean and standard deviation
          </label>
        </>
      )}
      {table !== null &&
        columns !== null &&
        cutNames(table.names, columns).map((sentence) => (
          <p key={sentence} className="notice" role="status">
            {sentence}
          </p>
        ))}
      {columns?.kind === "numbers" && chosen !== null && chosen.read.unlabelled > 0 && (
        <label className="field check">
          <input
            type="checkbox"
            checked={columns.keepsUnlabelled}
            onChange={({ target }) => setPicked({ ...columns, keepsUnlabelled: target.checked })}
          />
          keep {rowsOf(chosen.read.unlabelled)} whose target is missing, as NaN: for a loss that leaves NaN out
        </label>
      )}
      {chosen !== null && <BadRows bad={chosen.firstBad} count={chosen.badCount} />}
      {read?.kind === "refused" && problem === null && (
        <p className="bad" role="alert">
          {read.reason}
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={read?.kind !== "data"}
          onClick={() => {
            if (read?.kind !== "data") return;
            setData(store, { ...read.data, title, standardize });
            onClose();
          }}
        >
          {usingWords(chosen)}
        </button>
      </p>
    </Dialog>
  );
}

const rowsOf = (count: number): string => (count === 1 ? "the row" : `the ${whole(count)} rows`);

/** What pressing it does. Rows that cannot be read are left out by whoever presses it, not by the way. */
function usingWords(chosen: Chosen | null): string {
  if (chosen?.read.kind !== "data") return "Use these data";
  const count = whole(chosen.read.data.inputs[0]?.values.length ?? 0);
  return chosen.badCount === 0
    ? `Use these ${count} rows`
    : `Leave ${rowsOf(chosen.badCount)} out and use ${count} rows`;
}

function BadRows({ bad, count }: { readonly bad: readonly BadRow[]; readonly count: number }) {
  if (count === 0) return null;
  return (
    <div role="status">
      <p className="notice">{count === 1 ? "One row cannot be read:" : `${whole(count)} rows cannot be read:`}</p>
      <ul className="bad-rows mono">
        {bad.map(({ line, reason }) => (
          <li key={line}>
            line {line}: {reason}
          </li>
        ))}
        {count > bad.length && <li>and {whole(count - bad.length)} more</li>}
      </ul>
    </div>
  );
}
