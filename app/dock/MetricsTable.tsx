/** @file Every lane on the same yardstick, whatever its loss. */
import { rowCountOf } from "../../engine/data/dataset.ts";
import { defaultOutput } from "../../engine/data/default-output.ts";
import { outputProblem } from "../../engine/data/output-problem.ts";
import { sampled } from "../../engine/data/split.ts";
import { metricNames } from "../../engine/train/metric-names.ts";
import { useShallow } from "zustand/react/shallow";
import { StaleMark } from "../charts/StaleMark.tsx";
import type { SplitName } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Segments } from "../ui/Segments.tsx";
import { Explained } from "../ui/Term.tsx";
import { formatColumn, formatCount, formatRate } from "../verdict/format.ts";
import { LaneHeads } from "./LaneHeads.tsx";
import { Reproduced } from "./Reproduced.tsx";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";
import { useDataset } from "./use-dataset.ts";
import { type Cell, speeds, yardstick } from "./yardstick.ts";

const splits = ["validation", "training"] as const satisfies readonly SplitName[];

export function MetricsTable() {
  const store = useLosslabStore();
  const ids = useLosslab(useShallow(({ document }) => document.lanes.map(({ id }) => id)));
  const split = useLosslab((state) => state.split);
  const moments = useMoments();
  const replayed = useLosslab(({ replay }) => replay?.shown ?? null);
  const lanes = ids.map((lane) => {
    const moment = moments.find((run) => run.lane === lane);
    return moment === undefined
      ? { lane, progress: null, ownLoss: null }
      : { lane, progress: { ...moment.progress, metrics: moment.frame.metrics }, ownLoss: moment.frame.ownLoss };
  });
  const dataset = useDataset();
  const output = useLosslab(({ document }) => document.experiment.output);
  const table = dataset === null || dataset.kind === "tensors" ? null : dataset;
  const expected = table === null ? [] : metricNames(table);
  const problem = table === null ? null : outputProblem(table, output ?? defaultOutput(table));
  const isSampled = table !== null && rowCountOf(table) > sampled.training + sampled.validation;
  const [first = "A"] = ids;
  return (
    <section className="card" aria-label="On the same yardstick">
      <div className="card-head">
        <h2>
          <Explained text="On the same yardstick" />
        </h2>
        {replayed !== null && <span className="muted">at step {formatCount(replayed)}</span>}
        <Segments label="Split" options={splits} value={split} onChange={(next) => store.setState({ split: next })} />
        <SaveMenu of="metrics" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="Metrics of all lanes">
        <table className={`numbers metrics count-${ids.length}`} aria-label="Metrics">
          <LaneHeads
            first="metric"
            lanes={ids}
            beside={(id, i) => (
              <>
                <StaleMark lane={id} />
                {i > 0 && <span className="difference">− {first}</span>}
              </>
            )}
          />
          <tbody>
            {yardstick(lanes, split, expected).map(({ name, unit, cells }) => (
              <Row key={name} name={name} unit={unit} cells={cells} format={formatColumn} />
            ))}
            <tr>
              <th scope="row">own loss</th>
              {lanes.map(({ lane, ownLoss }, i) => (
                <td key={lane}>
                  <span className="value">{formatColumn(ownLoss?.[split])}</span>
                  {i > 0 && <span className="difference" />}
                </td>
              ))}
            </tr>
            <Row name="steps/s" unit="" cells={speeds(lanes)} format={formatRate} />
          </tbody>
        </table>
      </section>
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      {isSampled && (
        <p className="muted">
          While it trains, of {formatCount(sampled.training)} training and {formatCount(sampled.validation)} validation
          rows drawn at random; of all when it is done.
        </p>
      )}
      <p className="fingerprint muted" title="A hash of every loss of a run: equal hash, equal run, to the last bit">
        run
        {lanes.map(({ lane, progress }) => (
          <span key={lane}>
            {lanes.length > 1 && `${lane} `}
            <output aria-label={`Run fingerprint ${lane}`}>
              {progress === null || progress.fingerprint === "" ? "–" : progress.fingerprint}
            </output>{" "}
            <Reproduced lane={lane} />
          </span>
        ))}
      </p>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly Cell[];
  readonly format: (value: number) => string;
}

function Row({ name, unit, cells, format }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {name} <span className="muted">{unit}</span>
      </th>
      {cells.map(({ lane, value, isBest, difference }, i) => (
        <td key={lane} className={isBest ? "best" : undefined}>
          <span className="value">
            {isBest && (
              <>
                <span aria-hidden="true">★</span>
                <span className="visually-hidden">best: </span>
              </>
            )}
            {value === null ? "–" : format(value)}
          </span>
          {i > 0 && <span className="difference">{difference === null ? "" : signed(difference, format)}</span>}
        </td>
      ))}
    </tr>
  );
}

function signed(value: number, format: (value: number) => string): string {
  if (value === 0) return "=";
  if (Number.isNaN(value)) return "";
  const size = Math.abs(value) >= 1000 ? format(Math.abs(value)) : String(Number(Math.abs(value).toPrecision(3)));
  return value > 0 ? `+${size}` : `−${size}`;
}
