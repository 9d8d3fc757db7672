/** @file The many gradients of a loss that is not a scalar: how they agree, how one parameter is torn, what is made of them, what came of it. */
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { GradientsReport } from "../../../../engine/inspect/gradients-report.ts";
import { defaultHandling } from "../../../../engine/vector/handling.ts";
import { laneStyle } from "../../../charts/lane-style.ts";
import { laneOf, noResult } from "../../../store/store.ts";
import { useLosslab, useLosslabStore } from "../../../store/store-context.ts";
import { Explained } from "../../../ui/Term.tsx";
import { formatCount, formatNumber } from "../../../verdict/format.ts";
import { titleOf } from "../../../verdict/handling-words.ts";
import { Bars } from "./Bars.tsx";
import { ChangeScatter } from "./ChangeScatter.tsx";
import { CosineMap } from "./CosineMap.tsx";
import { changesOf, componentName, peaksOf, percent, rowText, samplesOfRow, spreadOf } from "./facts.ts";
import { gradientsOf } from "./gradients-of.ts";

export function GradientsPanel({ id }: { readonly id: string }) {
  const report = useLosslab((state) => gradientsOf(state, id));
  const components = useLosslab(({ results }) => (results[id] ?? noResult).components);
  const phase = useLosslab(({ results }) => (results[id] ?? noResult).phase);
  const step = useLosslab(({ training, replay }) => replay?.frames[id]?.step ?? training[id]?.progress?.step ?? 0);
  const isOfRun = useLosslab(
    ({ training, replay }) =>
      report !== null && (replay?.frames[id]?.gradients ?? training[id]?.progress?.gradients) === report,
  );
  const when = isOfRun ? `step ${formatCount(step)}` : "first batch";
  // While training this is much to draw: it gets a turn of its own, after the curves.
  const shown = useDeferredValue(useMemo(() => ({ report, when }), [report, when]));
  if (shown.report !== null) return <Gradients id={id} report={shown.report} when={shown.when} />;
  if (components <= 1)
    return (
      <p className="empty">
        A scalar has one gradient, and Checks says its norm. Return a vector, one loss a sample for instance, to see how
        its gradients agree and conflict.
      </p>
    );
  return (
    <p className="empty">
      {phase === "computing" || phase === "loading"
        ? "Computing the gradients…"
        : `${formatCount(components)} gradients for each parameter, where a scalar has one. Train this lane, or run it, to see them.`}
    </p>
  );
}

interface GradientsProps {
  readonly id: string;
  readonly report: GradientsReport;
  /** What the report is of. */
  readonly when: string;
}

interface Chosen {
  readonly row: number;
  readonly of: GradientsReport;
  readonly when: string;
}

const Gradients = memo(function Gradients({ id, report: latest, when: latestWhen }: GradientsProps) {
  const store = useLosslabStore();
  const isRunning = useLosslab(({ training }) => training[id]?.isRunning ?? false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // A run brings other samples 15 times a second: while a row is chosen, its step is held.
  const held = chosen !== null && (isRunning || chosen.of === latest) ? chosen : null;
  const [report, when] = held === null ? [latest, latestWhen] : [held.of, held.when];
  const shownRow = held?.row ?? null;
  const select = (row: number | null): void => setChosen(row === null ? null : { row, of: report, when });
  useEffect(() => {
    const samples = held === null ? [] : samplesOfRow(held.of, held.row);
    if (samples.length === 0) return;
    store.setState({ marked: { lane: id, samples } });
    // What is marked in the fit is of the row that is chosen, and of the panel that is in sight.
    return () => {
      if (store.getState().marked?.samples === samples) store.setState({ marked: null });
    };
  }, [store, id, held]);
  const marked = new Set(shownRow === null ? [] : report.cosines.rows[shownRow]);
  const color = laneStyle(id).stroke;
  return (
    <div className="gradients">
      <figure>
        <figcaption>
          <Explained text={`cosines, ${when}`} />
        </figcaption>
        <CosineMap id={id} report={report} row={shownRow} onSelect={select} />
      </figure>
      <div className="gradients-facts">
        <dl>
          <dt>gradients a parameter</dt>
          <dd>{formatCount(report.components)}</dd>
          <dt>
            <Explained text="pairs in conflict" />
          </dt>
          <dd>{percent(report.pairsInConflict)}</dd>
          {report.signDisagreement !== null && (
            <>
              <dt>
                <Explained text="parameters torn" />
              </dt>
              <dd>{percent(report.signDisagreement)}</dd>
            </>
          )}
        </dl>
        <p className="muted" role="status">
          {shownRow === null
            ? "A row, chosen, says whom it is at odds with and marks its samples in the fit."
            : `${rowText(report, shownRow)}${isRunning ? ". Held; Escape goes on" : ""}`}
        </p>
        <p className="cosine-scale muted" aria-hidden="true">
          −1 <span /> 1
        </p>
      </div>
      <ParameterHistogram report={report} />
      <Weights id={id} report={report} color={color} marked={marked} />
      <Changes report={report} color={color} marked={marked} />
    </div>
  );
});

function ParameterHistogram({ report }: { readonly report: GradientsReport }) {
  const { parameter } = report;
  if (parameter === null) return null;
  const { name, bins, edges, chosen } = parameter;
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const at = chosen === null ? null : ((chosen - low) / (high - low)) * 100;
  const isOutside = at !== null && (at < 0 || at > 100);
  return (
    <figure aria-label={`Gradients of ${name}`}>
      <figcaption>
        ∇ <span className="mono">{name}</span>
      </figcaption>
      <Bars values={bins} color="var(--muted)">
        {at !== null && (
          <path
            d={`M${Math.min(99.5, Math.max(0.5, at))} 0V100`}
            stroke="var(--accent)"
            strokeWidth={2}
            strokeDasharray={isOutside ? "3 3" : undefined}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </Bars>
      <p className="ends mono">
        <span>{short(low)}</span>
        {chosen !== null && (
          <span className="chosen" title="What the step took">
            {isOutside && at < 0 && "← "}
            {short(chosen)}
            {isOutside && at > 100 && " →"}
          </span>
        )}
        <span>{short(high)}</span>
      </p>
    </figure>
  );
}

/** Two digits are what a picture this small can tell. */
function short(value: number): string {
  return formatNumber(Number(value.toPrecision(2)));
}

interface PartProps {
  readonly report: GradientsReport;
  readonly color: string;
  readonly marked: ReadonlySet<number>;
}

function Weights({ id, report, color }: PartProps & { readonly id: string }) {
  const title = useLosslab((state) => titleOf(laneOf(state, id)?.handling ?? defaultHandling));
  const { weights } = report;
  if (weights === null) return null;
  const { least, largest, idle } = spreadOf(weights);
  const peaks = peaksOf(weights);
  // A bar that stands for one component says which.
  const names = peaks.map((weight, i) => `${componentName(report, i)}: ${formatNumber(weight)}`);
  return (
    <figure aria-label="Weights">
      <figcaption>weights by {title}</figcaption>
      <Bars values={peaks} {...(peaks === weights ? { names } : {})} color={color} />
      {report.names !== null && report.names.length <= 8 ? (
        <p className="ends mono">
          {report.names.map((name, i) => (
            <span key={name}>
              {name} {formatNumber(weights[i])}
            </span>
          ))}
        </p>
      ) : (
        <p className="ends mono">
          <span title={`From ${formatNumber(least)} to ${formatNumber(largest)}`}>max {short(largest)}</span>
          {idle > 0 && <span>{idle} idle</span>}
        </p>
      )}
    </figure>
  );
}

function Changes({ report, color, marked }: PartProps) {
  const points = changesOf(report);
  if (points.length === 0) return null;
  const worse = points.filter(({ measured }) => measured > 0).length;
  return (
    <figure aria-label="Predicted and measured change">
      <figcaption>predicted → came</figcaption>
      <ChangeScatter points={points} color={color} marked={marked} />
      <p className="ends mono">
        <span>
          {worse}/{points.length} worse
        </span>
      </p>
    </figure>
  );
}
