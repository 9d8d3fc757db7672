/** @file Data of one's own: pasted, dropped or from a file; which columns, and what is wrong with which row. */
import { type DragEvent, useId, useMemo, useRef, useState } from "react";
import { dataLimits } from "../document/own-data.ts";
import { type BadRow, csvOfData, dataOf, numericColumns, tableOf } from "../files/csv.ts";
import { setData } from "../store/store.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";

const MOST_BYTES = 2_000_000;
const SHOWN_BAD_ROWS = 8;

export function DataDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useLosslabStore();
  const titleId = useId();
  const [before] = useState(() => store.getState().document.data);
  const [text, setText] = useState(() => (before === null ? "" : csvOfData(before)));
  const [title, setTitle] = useState(before?.title ?? "My data");
  const [standardize, setStandardize] = useState(before?.standardize ?? true);
  const [chosen, setChosen] = useState<{ readonly input: number; readonly targets: readonly number[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const table = useMemo(() => tableOf(text), [text]);
  const numeric = useMemo(() => (table === null ? [] : numericColumns(table)), [table]);
  const columns = chosen ?? {
    input: numeric[0] ?? 0,
    targets: before === null ? numeric.slice(1, 2) : numeric.slice(1, 1 + before.targets.length),
  };
  const read = table === null ? null : dataOf(table, columns, { title, standardize });

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setChosen(null);
    setProblem(null);
    if (file.size > MOST_BYTES) {
      setProblem(
        `${file.name} has ${(file.size / 1e6).toFixed(1)} MB. A document carries at most ${dataLimits.rows.max.toLocaleString("en-US")} rows; take a sample of it.`,
      );
      return;
    }
    setTitle(file.name.replace(/\.\w+$/, "").slice(0, dataLimits.title));
    setText(await file.text());
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };

  return (
    <Dialog title="Your own data" onClose={onClose}>
      <textarea
        className="text mono"
        rows={8}
        aria-label="Data as CSV"
        placeholder={"Paste a table, or drop a CSV file here\n\nx,y\n0.1,2.3"}
        value={text}
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(null);
          setProblem(null);
        }}
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
            void take(target.files?.[0]);
            target.value = "";
          }}
        />
        {table !== null && (
          <span className="muted">
            {table.rows.length.toLocaleString("en-US")} rows,{" "}
            {table.hasHeader ? "names in the first line" : "no header"}
          </span>
        )}
      </p>
      {problem !== null && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      {table !== null && (
        <>
          <div className="row">
            <label htmlFor={titleId}>Title</label>
            <TextField id={titleId} value={title} longest={dataLimits.title} takes="typing" onChange={setTitle} />
          </div>
          <label className="row">
            Input
            <select
              className="select button-like"
              value={columns.input}
              onChange={({ target }) => setChosen({ ...columns, input: Number(target.value) })}
            >
              {table.names.map((name, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may have equal names; their place is what they are
                <option key={i} value={i}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="row columns">
            <legend>Targets</legend>
            <div className="choices">
              {table.names.map((name, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <label key={i} className="field check">
                  <input
                    type="checkbox"
                    checked={columns.targets.includes(i)}
                    onChange={({ target }) =>
                      setChosen({
                        ...columns,
                        targets: target.checked
                          ? [...columns.targets, i].sort((a, b) => a - b)
                          : columns.targets.filter((each) => each !== i),
                      })
                    }
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
          <label className="field check">
            <input type="checkbox" checked={standardize} onChange={({ target }) => setStandardize(target.checked)} />
            standardise with the training split's mean and standard deviation
          </label>
        </>
      )}
      {read !== null && <BadRows bad={read.bad} />}
      {read?.kind === "refused" && (
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
            setData(store, read.data);
            onClose();
          }}
        >
          Use{" "}
          {read?.kind === "data" ? `these ${read.data.input.values.length.toLocaleString("en-US")} rows` : "these data"}
        </button>
      </p>
    </Dialog>
  );
}

function BadRows({ bad }: { readonly bad: readonly BadRow[] }) {
  if (bad.length === 0) return null;
  return (
    <div role="status">
      <p className="notice">{bad.length === 1 ? "One row is left out:" : `${bad.length} rows are left out:`}</p>
      <ul className="bad-rows mono">
        {bad.slice(0, SHOWN_BAD_ROWS).map(({ line, reason }) => (
          <li key={line}>
            line {line}: {reason}
          </li>
        ))}
        {bad.length > SHOWN_BAD_ROWS && <li>and {bad.length - SHOWN_BAD_ROWS} more</li>}
      </ul>
    </div>
  );
}
