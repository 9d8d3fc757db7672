/** @file Curves over steps or seconds. Every curve brings its own points, so that one that is long costs the others nothing. */
import { memo } from "react";
import { CartesianGrid, Line, LineChart, ReferenceArea, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatCount, formatNumber } from "../panels/format.ts";
import type { ChartScale } from "../store/store.ts";
import { laneStyle } from "./lane-style.ts";
import type { Gap, Point } from "./series.ts";
import { domainOf, ticksOf } from "./ticks.ts";

/** Where curves lie within a plot, in pixels: what is drawn over them has to know. */
export const inset = { left: 52, right: 20 };
const margin = { top: 6, right: inset.right, bottom: 0, left: 0 };
const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

const weights = {
  full: { strokeWidth: 1.75, strokeOpacity: 1 },
  thin: { strokeWidth: 1, strokeOpacity: 0.75 },
  faint: { strokeWidth: 1, strokeOpacity: 0.28 },
};

export interface Curve {
  readonly key: string;
  readonly lane: string;
  readonly weight: keyof typeof weights;
  readonly points: readonly Point[];
}

export interface GapArea extends Gap {
  readonly lane: string;
}

interface PlotProps {
  readonly curves: readonly Curve[];
  readonly gaps: readonly GapArea[];
  readonly scale: ChartScale;
  /** Where the axis ends. */
  readonly last: number;
  readonly unit: string | null;
  readonly rows: number;
}

/** `unit`: what stands behind the numbers of the horizontal axis; null hides it. */
export const Plot = memo(function Plot({ curves, gaps, scale, last, unit, rows }: PlotProps) {
  const [low, high] = domainOf(
    curves.flatMap(({ points }) => points.flatMap(({ y }) => y ?? [])),
    scale,
  );
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart margin={margin} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[0, last]}
          ticks={ticksOf([0, last], "linear", 6)}
          tickFormatter={(value: number) => `${formatCount(value)}${unit ?? ""}`}
          hide={unit === null}
          tick={tick}
          stroke="var(--line)"
          tickLine={false}
          height={18}
        />
        <YAxis
          scale={scale}
          domain={[low, high]}
          ticks={ticksOf([low, high], scale, rows)}
          tick={tick}
          tickFormatter={formatNumber}
          width={inset.left}
          stroke="var(--line)"
          tickLine={false}
          interval={0}
          allowDataOverflow
        />
        {gaps.map(({ lane, from, to, kind }) => (
          <ReferenceArea
            key={`${lane}${kind}${from}`}
            x1={from}
            x2={Math.max(to, from + last / 200)}
            fill="var(--bad)"
            fillOpacity={0.14}
            stroke="var(--bad)"
            strokeOpacity={0.6}
            label={{ value: `✕ ${lane} ${kind}`, fill: "var(--bad)", fontSize: 11, position: "insideTop" }}
          />
        ))}
        {curves.map(({ key, lane, weight, points }) => (
          <Line
            key={key}
            data={[...points]}
            dataKey="y"
            {...laneStyle(lane)}
            {...weights[weight]}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
});
