/** @file The runs that were made, a row each: what it is called, in what it is another than the present, what it came to, and what can be done with it. */
import { useMemo } from "react";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { runSigns } from "../../charts/lane-style.ts";
import { type KeptRun, keptRunLimits, laneOfRun } from "../../document/kept-run.ts";
import { canPin, changeRun, toggleCompared } from "../../store/kept-runs.ts";
import { presentOf } from "../../store/run-changes.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { TextField } from "../../ui/TextField.tsx";
import { formatColumn, formatCount } from "../../verdict/format.ts";
import { RunMenu } from "./RunMenu.tsx";
import { metricOfRun, settingsBeside, timeText, titleOfRun } from "./run-rows.ts";

interface RunsTableProps {
  readonly runs: readonly KeptRun[];
  readonly onDelete: (run: KeptRun) => void;
}

export function RunsTable({ runs, onDelete }: RunsTableProps) {
  const metric = useLosslab((state) => state.metric);
  const split = useLosslab((state) => state.split);
  const [first] = runs;
  const shown = (first === undefined ? undefined : metricOfRun(first, metric, split)?.name) ?? metric;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
    <section className="runs-body" tabIndex={0} aria-label="All runs">
      <table className="numbers runs-table" aria-label="Runs">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">compare</span>
            </th>
            <th scope="col">run</th>
            <th scope="col">
              {shown} on {split}
            </th>
            <th scope="col" className="run-made">
              made
            </th>
            <th scope="col">
              <span className="visually-hidden">pin</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.id} run={run} metric={metric} split={split} onDelete={onDelete} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly run: KeptRun;
  readonly metric: string;
  readonly split: "training" | "validation";
  readonly onDelete: (run: KeptRun) => void;
}

function Row({ run, metric, split, onDelete }: RowProps) {
  const store = useLosslabStore();
  const place = useLosslab(({ kept }) => kept.compared.indexOf(run.id));
  const mayPin = useLosslab(({ kept }) => run.isPinned || canPin(kept.list, run));
  const document = useLosslab((state) => state.document);
  const { outcome, made, isPinned } = run;
  const lane = laneOfRun(run);
  // What a lane of the same name does now is what a run is told apart from.
  const beside = useMemo(() => {
    const present = document.lanes.find(({ source }) => source === lane.source) ?? document.lanes[0];
    return settingsBeside(run, present === undefined ? null : presentOf({ document }, present));
  }, [run, lane, document]);
  const title = titleOfRun(run);
  const sign = runSigns[place];
  return (
    <tr className={place >= 0 ? "on" : undefined}>
      <td>
        <label className="run-compare" title="Show it beside the present">
          <input
            type="checkbox"
            aria-label={`Compare “${title}”`}
            checked={place >= 0}
            onChange={() => toggleCompared(store, run.id)}
          />
          {sign !== undefined && <LaneSwatch lane={sign} />}
        </label>
      </td>
      <th scope="row">
        <TextField
          label={`Name of “${title}”`}
          className="text run-name"
          value={title}
          longest={keptRunLimits.name}
          takes="leaving"
          onChange={(name) => name !== title && changeRun(store, run.id, { name: name === lane.name ? "" : name })}
        />
        <span className="muted run-settings">
          {run.name !== "" && `${lane.name} · `}
          {beside === "" ? "settings as now" : beside}
          {run.note !== "" && ` · ${run.note}`}
        </span>
      </th>
      <td title={`run ${outcome.mark}`}>
        {outcome.status === "failed" ? (
          <span className="bad">diverged at step {formatCount(outcome.step)}</span>
        ) : (
          formatColumn(metricOfRun(run, metric, split)?.value)
        )}
      </td>
      <td className="muted run-made">{timeText(made, Date.now())}</td>
      <td>
        <button
          type="button"
          className="button icon run-pin"
          aria-pressed={isPinned}
          aria-label={`Pin “${title}”`}
          disabled={!mayPin}
          title={
            isPinned
              ? "Pinned: it stays. Press to let it go with age."
              : mayPin
                ? "Pin: it stays, however many are made after it"
                : "No room for another pinned run: delete one, or let one go"
          }
          onClick={() => changeRun(store, run.id, { isPinned: !isPinned })}
        >
          {isPinned ? "★" : "☆"}
        </button>
      </td>
      <td>
        <RunMenu run={run} onDelete={() => onDelete(run)} />
      </td>
    </tr>
  );
}
