/** @file The dock's tab of runs that were made: what each was and came to, and any of them beside the present. */
import { useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { betterOf } from "../../../engine/train/metric-names.ts";
import { nameOf } from "../../document/name.ts";
import { download, fileNameOf } from "../../files/download.ts";
import { runsCsv, runsJson } from "../../files/kept-runs-file.ts";
import { removeRun, restoreRun, type RunsTrouble, subjectOfKept } from "../../store/kept-runs.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { DownloadIcon } from "../../ui/icons.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { formatCount } from "../../verdict/format.ts";
import { RunComparison } from "./RunComparison.tsx";
import { RunsTable } from "./RunsTable.tsx";
import { orderedRuns, settingTexts, titleOfRun } from "./run-rows.ts";

const orders = ["newest", "best"] as const;

const troubles: Record<RunsTrouble, string> = {
  full: "This browser's storage is full. Runs made since then last until the page is closed: export them, or delete some.",
  forbidden:
    "This browser keeps nothing for this page, as in a private window. Runs last until the page is closed: export them to keep them.",
};

export function RunsTab() {
  const store = useLosslabStore();
  const list = useLosslab(({ kept }) => kept.list);
  const metric = useLosslab((state) => state.metric);
  const split = useLosslab((state) => state.split);
  const [order, setOrder] = useState<(typeof orders)[number]>("newest");
  const runs = orderedRuns(list, order, { metric, split, isHighBetter: betterOf(metric) === "high" });
  const save = (extension: string, type: string, content: string): void =>
    download(fileNameOf(nameOf(store.getState().document), "Runs", extension), type, content);
  return (
    <div className="runs">
      <section className="card" aria-label="Runs made">
        <div className="card-head">
          <h2>{list.length === 0 ? "Runs" : `${formatCount(list.length)} ${list.length === 1 ? "run" : "runs"}`}</h2>
          {list.length > 1 && <Segments label="Order" options={orders} value={order} onChange={setOrder} />}
          <Deleted />
          <span className="save-menu">
            <Menu
              label="Save runs"
              actions={[
                {
                  title: "Table (CSV)",
                  isDisabled: list.length === 0,
                  run: () =>
                    save(
                      "csv",
                      "text/csv",
                      runsCsv(runs, (run) => settingTexts(subjectOfKept(run))),
                    ),
                },
                {
                  title: "All of them, with curves (JSON)",
                  isDisabled: list.length === 0,
                  run: () => save("json", "application/json", runsJson(runs)),
                },
              ]}
            >
              <DownloadIcon />
            </Menu>
          </span>
        </div>
        <Notes />
        {list.length === 0 ? (
          <p className="empty">
            Press Train: every run that comes to its end is kept here, with its loss, its settings and its curves. The
            newest 50 stay, and those that you pin.
          </p>
        ) : (
          <RunsTable runs={runs} onDelete={(run) => removeRun(store, run.id)} />
        )}
      </section>
      <RunComparison />
    </div>
  );
}

/** What of the runs is not as one would expect. */
function Notes() {
  const [unreadable, trouble] = useLosslab(useShallow(({ kept }) => [kept.unreadable, kept.trouble] as const));
  return (
    <>
      {trouble !== null && (
        <p className="notice" role="status">
          {troubles[trouble]}
        </p>
      )}
      {unreadable > 0 && (
        <p className="notice" role="status">
          {unreadable === 1 ? "One kept run" : `${formatCount(unreadable)} kept runs`} could not be read, and{" "}
          {unreadable === 1 ? "was" : "were"} left where {unreadable === 1 ? "it is" : "they are"}. All others are here.
        </p>
      )}
    </>
  );
}

/** What was deleted can be brought back, for as long as the page is open. */
function Deleted() {
  const store = useLosslabStore();
  const removed = useLosslab(({ kept }) => kept.removed);
  const button = useRef<HTMLButtonElement>(null);
  const [last] = removed;
  const count = removed.length;
  const before = useRef(count);
  // The menu that deleted it is gone, and the focus with it.
  useEffect(() => {
    if (count > before.current) button.current?.focus();
    before.current = count;
  }, [count]);
  if (last === undefined) return null;
  return (
    <span className="runs-deleted" role="status">
      “{titleOfRun(last)}” was deleted.
      <button type="button" className="button small" ref={button} onClick={() => restoreRun(store)}>
        Undo
      </button>
    </span>
  );
}
