/** @file Runs of earlier beside the present: curves on the same axes, what each came to, and in what they differ. */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Series } from "../../../engine/train/progress.ts";
import type { Curve } from "../../charts/curve.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { runSigns } from "../../charts/lane-style.ts";
import { Plot } from "../../charts/Plot.tsx";
import { pointsOf, smoothed } from "../../charts/series.ts";
import { type KeptRun, keptRunLimits } from "../../document/kept-run.ts";
import { changeRun, subjectOfKept } from "../../store/kept-runs.ts";
import type { RunSubject } from "../../store/run-changes.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { TextField } from "../../ui/TextField.tsx";
import { formatColumn } from "../../verdict/format.ts";
import { LaneHeads } from "../LaneHeads.tsx";
import { useRuns } from "../shown-runs.ts";
import { differingSettings, titleOfRun } from "./run-rows.ts";

/** A run in a column: a lane's present one under its letter, or one of earlier under its sign. */
interface Column {
  readonly sign: string;
  readonly training: Series;
  readonly metrics: KeptRun["outcome"]["metrics"];
  readonly history: KeptRun["outcome"]["curves"]["metrics"];
  readonly subject: RunSubject;
}

export function RunComparison() {
  const compared = useLosslab(
    useShallow(({ kept }) => kept.compared.flatMap((id) => kept.list.find((run) => run.id === id) ?? [])),
  );
  const present = useRuns();
  const columns = useMemo(
    () => [
      ...present.map(
        (run): Column => ({
          sign: run.lane,
          training: run.progress.trainingMeans,
          metrics: run.progress.metrics,
          history: run.progress.metricHistory,
          subject: run,
        }),
      ),
      ...compared.map(
        (run, i): Column => ({
          sign: runSigns[i] ?? "",
          training: run.outcome.curves.means,
          metrics: run.outcome.metrics,
          history: run.outcome.curves.metrics,
          subject: subjectOfKept(run),
        }),
      ),
    ],
    [present, compared],
  );
  if (compared.length === 0)
    return (
      <section className="card" aria-label="Compared with the present">
        <p className="empty">Tick a run to see it beside what stands in the lanes now.</p>
      </section>
    );
  return (
    <section className="card" aria-label="Compared with the present">
      <div className="card-head">
        <h2>Beside the present</h2>
        {compared.map((run, i) => (
          <span key={run.id} className="muted">
            <LaneSwatch lane={runSigns[i] ?? ""} /> {titleOfRun(run)}
          </span>
        ))}
      </div>
      <Overlay columns={columns} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="Runs side by side">
        <Numbers columns={columns} />
        {compared.map((run, i) => (
          <Note key={run.id} run={run} sign={runSigns[i] ?? ""} />
        ))}
      </section>
    </section>
  );
}

function Overlay({ columns }: { readonly columns: readonly Column[] }) {
  const scale = useLosslab((state) => state.scale);
  const smoothing = useLosslab((state) => state.smoothing);
  const wanted = useLosslab((state) => state.metric);
  const names = [...new Set(columns.flatMap(({ history }) => history.map(({ name }) => name)))];
  const metric = names.includes(wanted) ? wanted : (names[0] ?? wanted);
  const curveOf = (sign: string, series: Series): Curve => ({
    key: sign,
    lane: sign,
    weight: "full",
    points: pointsOf(series, scale),
  });
  const losses = columns.map(({ sign, training }) => curveOf(sign, smoothed(training, smoothing)));
  const metrics = columns.flatMap(({ sign, history }) =>
    history.filter(({ name }) => name === metric).map(({ series }) => curveOf(sign, series)),
  );
  const end = [...losses, ...metrics].reduce((most, { points }) => Math.max(most, points.at(-1)?.x ?? 0), 1);
  return (
    <>
      <div className="plot small" aria-hidden="true">
        <Plot curves={losses} scale={scale} start={0} end={end} across={null} up="loss" rows={3} />
      </div>
      <div className="plot small" aria-hidden="true">
        <Plot curves={metrics} scale={scale} start={0} end={end} across="step" up={metric} rows={3} />
      </div>
    </>
  );
}

function Numbers({ columns }: { readonly columns: readonly Column[] }) {
  const split = useLosslab((state) => state.split);
  const metrics = columns.find((column) => column.metrics[split].length > 0)?.metrics[split] ?? [];
  const subjects = columns.map(({ subject }) => subject);
  const codes = subjects.map(({ source }) => source);
  return (
    <table className="numbers metrics" aria-label="Runs compared">
      <LaneHeads first={`on ${split}`} lanes={columns.map(({ sign }) => sign)} />
      <tbody>
        {metrics.map(({ name, unit }) => (
          <tr key={name}>
            <th scope="row">
              {name} <span className="muted">{unit}</span>
            </th>
            {columns.map(({ sign, metrics: own }) => (
              <td key={sign}>{formatColumn(own[split].find((metric) => metric.name === name)?.value)}</td>
            ))}
          </tr>
        ))}
        {differingSettings(subjects).map(({ name, texts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {columns.map(({ sign }, i) => (
              <td key={sign}>{texts[i]}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">code</th>
          {columns.map(({ sign }, i) => (
            <td key={sign} className="muted">
              {sameAs(codes, i, columns)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Whose code it is, where another column has the same; else its length. */
function sameAs(codes: readonly string[], i: number, columns: readonly Column[]): string {
  const first = codes.indexOf(codes[i] ?? "");
  return first < i ? `as ${columns[first]?.sign ?? ""}` : `${(codes[i] ?? "").split("\n").length} lines`;
}

function Note({ run, sign }: { readonly run: KeptRun; readonly sign: string }) {
  const store = useLosslabStore();
  return (
    <p className="run-note">
      <LaneSwatch lane={sign} />
      <TextField
        label={`Note on “${titleOfRun(run)}”`}
        value={run.note}
        placeholder="A note: what was tried, what was learned"
        longest={keptRunLimits.note}
        takes="leaving"
        onChange={(note) => note !== run.note && changeRun(store, run.id, { note })}
      />
      <button
        type="button"
        className="button small"
        onClick={() => store.setState({ compared: [run.id, store.getState().activeLane] })}
      >
        Compare code
      </button>
    </p>
  );
}
