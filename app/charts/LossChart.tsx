/** @file Training and validation loss over steps, and a reference metric beside them: a loss that falls while the metric rises is what to look out for. */
import { memo, useMemo } from "react";
import { CartesianGrid, Line, LineChart, ReferenceArea, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { Progress } from "../../engine/train/progress.ts";
import { useApp, useLosslab } from "../app-context.ts";
import { formatNumber } from "../panels/format.ts";
import type { ChartScale } from "../store/store.ts";
import { Segments } from "../ui/Segments.tsx";
import { laneStyle } from "./lane-style.ts";
import { type Line as ChartLine, chartRows, type Gap, gapsOf, smoothed } from "./series.ts";

const weights = {
  full: { strokeWidth: 1.75, strokeOpacity: 1 },
  thin: { strokeWidth: 1, strokeOpacity: 0.75 },
  faint: { strokeWidth: 1, strokeOpacity: 0.28 },
};

interface Curve extends ChartLine {
  readonly lane: string;
  readonly weight: keyof typeof weights;
}

export function LossChart() {
  const { store } = useApp();
  const training = useLosslab((state) => state.training);
  const scale = useLosslab((state) => state.scale);
  const smoothing = useLosslab((state) => state.smoothing);
  const metric = useLosslab((state) => state.metric);
  const runs = useMemo(
    () => Object.entries(training).flatMap(([lane, { progress }]) => (progress === null ? [] : [{ lane, progress }])),
    [training],
  );
  const names = [...new Set(runs.flatMap(({ progress }) => progress.metricHistory.map(({ name }) => name)))];
  const shownMetric = names.includes(metric) ? metric : (names[0] ?? "MSE");

  const curves = useMemo(
    () =>
      runs.flatMap(({ lane, progress }): Curve[] => [
        // Smoothed, the raw loss stays in sight behind.
        { key: `${lane} raw`, lane, weight: smoothing > 0 ? "faint" : "full", series: progress.trainingLoss },
        ...(smoothing > 0
          ? [
              {
                key: `${lane} train`,
                lane,
                weight: "full" as const,
                series: smoothed(progress.trainingMeans, smoothing),
              },
            ]
          : []),
        { key: `${lane} validation`, lane, weight: "thin", series: progress.validationLoss },
      ]),
    [runs, smoothing],
  );
  const metricCurves = useMemo(
    () =>
      runs.flatMap(({ lane, progress }): Curve[] =>
        progress.metricHistory
          .filter(({ name }) => name === shownMetric)
          .map(({ name, series }) => ({ key: `${lane} ${name}`, lane, weight: "full" as const, series })),
      ),
    [runs, shownMetric],
  );
  const gaps = runs.flatMap(({ progress }) => gapsOf(progress.trainingLoss, scale));

  return (
    <figure className="card" aria-label="Training loss">
      <figcaption className="card-head">
        <h2>Training loss</h2>
        <Segments
          label="Scale"
          options={["linear", "log"]}
          value={scale}
          onChange={(next) => store.setState({ scale: next })}
        />
        <label className="field smoothing">
          smoothing
          <input
            type="range"
            min={0}
            max={0.95}
            step={0.05}
            value={smoothing}
            onChange={(event) => store.setState({ smoothing: Number(event.target.value) })}
          />
          <span className="mono">{smoothing}</span>
        </label>
        <Legend hasRuns={runs.length > 0} />
        <GapNotes gaps={gaps} />
      </figcaption>
      {runs.length === 0 ? (
        <p className="empty">Press Train to see the loss fall, or not.</p>
      ) : (
        <>
          <p className="visually-hidden">{runs.map(({ lane, progress }) => summary(lane, progress)).join(" ")}</p>
          <div className="plot" aria-hidden="true">
            <Plot curves={curves} scale={scale} gaps={gaps} hasSteps={false} />
          </div>
          <div className="card-head metric-head">
            <h3>{shownMetric} on validation</h3>
            <Segments
              label="Reference metric"
              options={names}
              value={shownMetric}
              onChange={(next) => store.setState({ metric: next })}
            />
          </div>
          <div className="plot small" aria-hidden="true">
            <Plot curves={metricCurves} scale={scale} gaps={[]} hasSteps />
          </div>
        </>
      )}
    </figure>
  );
}

function Legend({ hasRuns }: { readonly hasRuns: boolean }) {
  if (!hasRuns) return null;
  return (
    <span className="legend muted">
      <span className="swatch thick" /> train <span className="swatch thin" /> validation
    </span>
  );
}

/** Said in words as well as drawn: colour and shading alone would be overlooked. */
function GapNotes({ gaps }: { readonly gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null;
  const first = gaps[0];
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return (
    <span className="gap-note">
      ✕ {kinds.join(", ")} from step {first?.from.toLocaleString("en-US")}
    </span>
  );
}

interface PlotProps {
  readonly curves: readonly Curve[];
  readonly scale: ChartScale;
  readonly gaps: readonly Gap[];
  readonly hasSteps: boolean;
}

const Plot = memo(function Plot({ curves, scale, gaps, hasSteps }: PlotProps) {
  const rows = chartRows(curves, scale);
  const last = rows[rows.length - 1]?.step ?? 1;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={rows} margin={{ top: 6, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="step"
          type="number"
          domain={[0, Math.max(1, last)]}
          hide={!hasSteps}
          tick={tick}
          stroke="var(--line)"
          tickLine={false}
          height={18}
        />
        <YAxis
          scale={scale}
          domain={scale === "log" ? ["auto", "auto"] : [(low: number) => Math.min(0, low), "auto"]}
          tick={tick}
          tickFormatter={formatNumber}
          width={54}
          stroke="var(--line)"
          tickLine={false}
          allowDataOverflow
        />
        {gaps.map(({ from, to, kind }) => (
          <ReferenceArea
            key={`${kind}${from}`}
            x1={from}
            x2={Math.max(to, from + last / 200)}
            fill="var(--bad)"
            fillOpacity={0.14}
            stroke="var(--bad)"
            strokeOpacity={0.6}
            label={{ value: `✕ ${kind}`, fill: "var(--bad)", fontSize: 11, position: "insideTop" }}
          />
        ))}
        {curves.map(({ key, lane, weight }) => (
          <Line
            key={key}
            dataKey={key}
            {...laneStyle(lane)}
            {...weights[weight]}
            dot={false}
            isAnimationActive={false}
            connectNulls={gaps.length === 0}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
});

const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

function summary(lane: string, { step, trainingLoss, validationLoss }: Progress): string {
  const at = (values: readonly number[], i: number) => formatNumber(values.at(i));
  return `Lane ${lane}: training loss ${at(trainingLoss.values, 0)} at the first step, ${at(trainingLoss.values, -1)} at step ${step}; validation loss ${at(validationLoss.values, -1)}.`;
}
