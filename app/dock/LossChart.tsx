/** @file Training and validation loss of every lane, and a reference metric below them: a loss that falls while the metric rises is what to look out for. */
import { useMemo, useState } from "react";
import { bandOf as bandOver } from "../../engine/study/statistics.ts";
import { betterOf } from "../../engine/train/metric-names.ts";
import { isTimed as hasTimes, type Progress } from "../../engine/train/progress.ts";
import { Crosshair } from "../charts/Crosshair.tsx";
import type { Curve } from "../charts/curve.ts";
import type { LegendEntry } from "../charts/legend-lines.ts";
import { Plot } from "../charts/Plot.tsx";
import type { GapArea } from "../charts/plot-frame.ts";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { bandOf, bySeconds, bySteps, type Clock, gapsOf, pointsOf, smoothed } from "../charts/series.ts";
import { roundedUp } from "../charts/ticks.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Segments } from "../ui/Segments.tsx";
import { formatCount, formatNumber } from "../verdict/format.ts";
import { Legend } from "./Legend.tsx";
import { Readout, readoutText, valuesAt } from "./Readout.tsx";
import { ReplayLine } from "./ReplayLine.tsx";
import { useRates } from "./rates.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { bandCurves } from "./seeds/band-curves.ts";
import { historiesOf } from "./seeds/median.ts";
import { SeedAlone } from "./seeds/SeedAlone.tsx";
import { type ShownRun, useRuns } from "./shown-runs.ts";

/** `isWhole`: the metric's curves too, which are drawn a turn later. */
export function LossChart({ isWhole }: { readonly isWhole: boolean }) {
  const store = useLosslabStore();
  const all = useRuns();
  const hidden = useLosslab((state) => state.hidden);
  const runs = useMemo(() => all.filter(({ lane }) => !hidden.includes(lane)), [all, hidden]);
  const scale = useLosslab((state) => state.scale);
  const isTimed = runs.every(({ progress }) => hasTimes(progress));
  const chosenAxis = useLosslab((state) => state.axis);
  const axis = isTimed ? chosenAxis : "step";
  const smoothing = useLosslab((state) => state.smoothing);
  const metric = useLosslab((state) => state.metric);
  const [at, setAt] = useState<number | null>(null);
  const [zoom, setZoom] = useState<readonly [from: number, to: number] | null>(null);
  const names = [...new Set(runs.flatMap(({ progress }) => progress.metricHistory.map(({ name }) => name)))];
  const shownMetric = names.includes(metric) ? metric : (names[0] ?? "MSE");

  const clocks = useMemo(() => {
    const clockOf = ({ progress }: ShownRun): Clock => (axis === "step" ? bySteps : bySeconds(progress.seconds));
    return new Map(runs.map((run) => [run.lane, clockOf(run)]));
  }, [runs, axis]);
  const curves = useMemo(
    () =>
      runs.flatMap(({ lane, progress, seeds }): Curve[] => {
        const curve = (name: string, weight: Curve["weight"], series: Progress["trainingLoss"]): Curve => ({
          key: `${lane} ${name}`,
          lane,
          weight,
          points: pointsOf(series, scale, clocks.get(lane)),
        });
        if (seeds !== null) {
          const means = seeds.map(({ trainingMeans }) => smoothed(trainingMeans, smoothing));
          const middle = curve("validation", "thin", progress.validationLoss);
          return [...bandCurves(lane, bandOver(means), scale, clocks.get(lane)), middle];
        }
        const validation = curve("validation", "thin", progress.validationLoss);
        if (smoothing === 0) return [curve("raw", "full", progress.trainingLoss), validation];
        // Smoothed, what the losses lie between stays in sight behind.
        const [floor, points] = bandOf(progress.trainingLoss, scale, clocks.get(lane));
        const band: Curve = { key: `${lane} band`, lane, weight: "band", points, floor };
        return [band, curve("train", "full", smoothed(progress.trainingMeans, smoothing)), validation];
      }),
    [runs, clocks, scale, smoothing],
  );
  const metricCurves = useMemo(
    () =>
      runs.flatMap(({ lane, progress, seeds }): Curve[] =>
        seeds !== null
          ? bandCurves(lane, bandOver(historiesOf(seeds, shownMetric), betterOf(shownMetric)), scale, clocks.get(lane))
          : progress.metricHistory
              .filter(({ name }) => name === shownMetric)
              .map(({ series }) => ({
                key: lane,
                lane,
                weight: "full",
                points: pointsOf(series, scale, clocks.get(lane)),
              })),
      ),
    [runs, clocks, scale, shownMetric],
  );
  const gaps = useMemo(
    () =>
      runs.flatMap(({ lane, progress }): GapArea[] => {
        const clock = clocks.get(lane) ?? bySteps;
        return gapsOf(progress.trainingLoss, scale).map((gap) => ({
          ...gap,
          lane,
          from: clock(gap.from),
          to: clock(gap.to),
        }));
      }),
    [runs, clocks, scale],
  );
  const furthest = [...curves, ...metricCurves].reduce(
    (most, { points }) => Math.max(most, points.at(-1)?.x ?? 0),
    axis === "step" ? 1 : 1e-3,
  );
  // While a run goes on the axis grows in leaps: drawing it costs more than the curves do.
  const whole = runs.some(({ isRunning }) => isRunning) ? roundedUp(furthest) : furthest;
  const rateAt = useRates(runs);
  // A new run is shorter than what was looked at in the one before.
  const [start, end] = zoom === null || zoom[0] >= furthest ? [0, whole] : zoom;
  const across = axis === "step" ? "step" : "training time (s)";
  const metricUnit = runs[0]?.progress.metrics.validation.find(({ name }) => name === shownMetric)?.unit ?? "";
  const metricTitle = metricUnit === "" ? shownMetric : `${shownMetric} (${metricUnit})`;
  const values = at === null ? [] : valuesAt(runs, at, { clocks, smoothing, metric: shownMetric });
  const place = at === null ? "" : axis === "step" ? `step ${formatCount(at)}${rateAt(at)}` : `${formatNumber(at)} s`;
  const crosshair = {
    start,
    end,
    onZoom: setZoom,
    last: furthest,
    isWhole: axis === "step",
    at,
    text: readoutText(place, values),
    onMove: setAt,
  };
  const losses = (
    <Plot curves={curves} scale={scale} gaps={gaps} start={start} end={end} across={null} up="loss" rows={5} />
  );
  const metrics = (up: string) => (
    <Plot curves={metricCurves} scale={scale} start={start} end={end} across={across} up={up} rows={3} />
  );

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
        <Segments
          label="Horizontal axis"
          options={isTimed ? ["step", "time"] : ["step"]}
          value={axis}
          onChange={(next) => {
            setAt(null);
            setZoom(null);
            store.setState({ axis: next });
          }}
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
        <SeedAlone />
        <Legend
          lanes={all.map(({ lane }) => lane)}
          seeds={Math.max(0, ...all.map(({ seeds }) => seeds?.length ?? 0))}
        />
        {zoom !== null && (
          <button type="button" className="button small" onClick={() => setZoom(null)}>
            Whole run
          </button>
        )}
        <StaleMarks lanes={runs.map(({ lane }) => lane)} />
        <GapNotes runs={runs} scale={scale} />
        <SaveMenu
          of="loss"
          picture={{
            lanes: runs.map(({ lane }) => lane),
            legend: smoothing === 0 ? lineKinds : [...lineKinds, band],
            plots: (
              <>
                <div className="plot">{losses}</div>
                <div className="plot small">{metrics(metricTitle)}</div>
              </>
            ),
          }}
        />
      </figcaption>
      {all.length === 0 ? (
        <p className="empty">Press Train to see the loss fall, or not.</p>
      ) : (
        <>
          <p className="visually-hidden">{runs.map(({ lane, progress }) => summary(lane, progress)).join(" ")}</p>
          <div className="plot layers">
            <div aria-hidden="true">{losses}</div>
            <ReplayLine start={start} end={end} clock={clocks.get(runs[0]?.lane ?? "") ?? bySteps} />
            <Crosshair {...crosshair} label="Values at a place of the curves">
              <Readout place={place} values={values} metric={shownMetric} />
            </Crosshair>
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
          <div className="plot small layers">
            <div aria-hidden="true">{isWhole && metrics(metricUnit)}</div>
            <ReplayLine start={start} end={end} clock={clocks.get(runs[0]?.lane ?? "") ?? bySteps} />
            <Crosshair {...crosshair} label={null} />
          </div>
        </>
      )}
    </figure>
  );
}

const kindOfLine = (text: string, width: number): LegendEntry => ({
  text,
  sign: { kind: "line", stroke: "var(--muted)", dashes: "0", width },
});

/** What a picture says of its lines besides whose they are. */
const lineKinds = [kindOfLine("train", 1.75), kindOfLine("validation", 1)];
const band: LegendEntry = { text: "least to greatest", sign: { kind: "band", fill: "var(--muted)" } };

/** Said in words as well as drawn: colour and shading alone would be overlooked. */
function GapNotes({ runs, scale }: { readonly runs: readonly ShownRun[]; readonly scale: "linear" | "log" }) {
  const notes = runs.flatMap(({ lane, progress }) => {
    const gaps = gapsOf(progress.trainingLoss, scale);
    const [first] = gaps;
    if (first === undefined) return [];
    const kinds = [...new Set(gaps.map(({ kind }) => kind))].join(", ");
    return [`✕ ${runs.length > 1 ? `${lane}: ` : ""}${kinds} from step ${formatCount(first.from)}`];
  });
  return notes.length === 0 ? null : <span className="gap-note">{notes.join(" · ")}</span>;
}

function summary(lane: string, { step, trainingLoss, validationLoss }: Progress): string {
  const at = (values: readonly number[], i: number) => formatNumber(values.at(i));
  return `Lane ${lane}: training loss ${at(trainingLoss.values, 0)} at the first step, ${at(trainingLoss.values, -1)} at step ${step}; validation loss ${at(validationLoss.values, -1)}.`;
}
