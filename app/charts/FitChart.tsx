/** @file The data, and each lane's prediction over them. The points never move, so they are a chart of their own below the curves. */
import { memo, useEffect, useMemo, useState } from "react";
import { Line, LineChart, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { splitDataset } from "../../engine/data/split.ts";
import { Generator } from "../../engine/random/generator.ts";
import { useApp, useLosslab } from "../app-context.ts";
import { formatNumber } from "../panels/format.ts";
import { laneStyle } from "./lane-style.ts";
import { chartRows } from "./series.ts";

interface Extent {
  readonly x: [number, number];
  readonly y: [number, number];
}

const margin = { top: 6, right: 12, bottom: 0, left: 0 };
const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

export function FitChart() {
  const { controller } = useApp();
  const id = useLosslab(({ document }) => document.experiment.dataset);
  const seed = useLosslab(({ document }) => document.experiment.seed);
  const training = useLosslab((state) => state.training);
  const trainedOn = useLosslab((state) => state.trainedExperiment?.dataset ?? null);
  const [dataset, setDataset] = useState<Dataset | null>(null);

  useEffect(() => {
    let isGone = false;
    void controller.dataset(id).then((loaded) => {
      if (!isGone) setDataset(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [controller, id]);

  const extent = useMemo(() => (dataset === null ? null : extentOf(dataset)), [dataset]);
  const fits =
    trainedOn === id
      ? Object.entries(training).flatMap(([lane, { progress }]) =>
          progress === null ? [] : [{ lane, fit: progress.fit }],
        )
      : [];
  return (
    <figure className="card" aria-label="Fit">
      <figcaption className="card-head">
        <h2>Fit</h2>
        {dataset !== null && (
          <span className="muted">
            {axisName(dataset.input)} → {dataset.targets.map(axisName).join(", ")}
          </span>
        )}
        <span className="legend muted">
          <span className="point train" /> train <span className="point validation" /> validation
        </span>
      </figcaption>
      {dataset === null || extent === null ? (
        <p className="empty">Loading the data…</p>
      ) : (
        <>
          <p className="visually-hidden">
            {dataset.input.values.length} points; {dataset.input.name} from {formatNumber(extent.x[0])} to{" "}
            {formatNumber(extent.x[1])}.
            {fits.map(
              ({ lane, fit }) =>
                ` Lane ${lane} predicts ${formatNumber(fit.y[0])} at the left end and ${formatNumber(fit.y.at(-1))} at the right.`,
            )}
          </p>
          <div className="plot layers" aria-hidden="true">
            <div>
              <Points dataset={dataset} extent={extent} seed={seed} />
            </div>
            <div>
              <Curves fits={fits} extent={extent} />
            </div>
          </div>
        </>
      )}
    </figure>
  );
}

const Points = memo(function Points({
  dataset,
  extent,
  seed,
}: {
  readonly dataset: Dataset;
  readonly extent: Extent;
  readonly seed: number;
}) {
  const groups = useMemo(() => {
    const { training, validation } = splitDataset(dataset, new Generator(seed));
    return dataset.targets.flatMap(({ values }, t) =>
      [training, validation].map(({ rows }, part) => ({
        key: `${t}${part}`,
        isValidation: part === 1,
        isSecond: t > 0,
        points: Array.from(rows, (row) => ({ x: dataset.input.values[row], y: values[row] })),
      })),
    );
  }, [dataset, seed]);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={margin} accessibilityLayer={false}>
        <XAxis
          dataKey="x"
          type="number"
          domain={extent.x}
          tick={tick}
          tickFormatter={formatNumber}
          stroke="var(--line)"
          tickLine={false}
          height={18}
        />
        <YAxis
          dataKey="y"
          type="number"
          domain={extent.y}
          tick={tick}
          tickFormatter={formatNumber}
          width={48}
          stroke="var(--line)"
          tickLine={false}
        />
        {groups.map(({ key, points, isValidation, isSecond }) => (
          <Scatter
            key={key}
            data={points}
            isAnimationActive={false}
            shape={({ cx, cy }) =>
              isSecond ? (
                <rect
                  x={(cx ?? 0) - 2}
                  y={(cy ?? 0) - 2}
                  width={4}
                  height={4}
                  className={isValidation ? "point-validation" : "point-train"}
                />
              ) : (
                <circle cx={cx} cy={cy} r={2} className={isValidation ? "point-validation" : "point-train"} />
              )
            }
          />
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  );
});

interface CurvesProps {
  readonly fits: readonly {
    readonly lane: string;
    readonly fit: { readonly x: readonly number[]; readonly y: readonly number[] };
  }[];
  readonly extent: Extent;
}

function Curves({ fits, extent }: CurvesProps) {
  const rows = chartRows(
    fits.map(({ lane, fit }) => ({ key: lane, series: { steps: fit.x, values: fit.y } })),
    "linear",
  );
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={rows} margin={margin} accessibilityLayer={false}>
        <XAxis
          dataKey="step"
          type="number"
          domain={extent.x}
          tick={false}
          axisLine={false}
          tickLine={false}
          height={18}
        />
        <YAxis
          type="number"
          domain={extent.y}
          tick={false}
          axisLine={false}
          tickLine={false}
          width={48}
          allowDataOverflow
        />
        {fits.map(({ lane }) => (
          <Line key={lane} dataKey={lane} {...laneStyle(lane)} strokeWidth={2} dot={false} isAnimationActive={false} />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function extentOf({ input, targets }: Dataset): Extent {
  const range = (columns: readonly Float64Array[]): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const values of columns) {
      for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    const pad = (high - low) * 0.05;
    return [low - pad, high + pad];
  };
  return { x: range([input.values]), y: range(targets.map(({ values }) => values)) };
}

function axisName({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === "" || unit === name ? name : `${name} (${unit})`;
}
